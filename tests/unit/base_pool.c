/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/pool.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

enum { JOBS = 10000 };

typedef struct record {
	atomic_int runs[JOBS];
	size_t result[JOBS];
} record;

static void note(void *ctx, size_t i)
{
	record *r = ctx;
	atomic_fetch_add(&r->runs[i], 1);
	r->result[i] = i * i;
}

Test(pool, every_job_runs_exactly_once_whatever_the_threads)
{
	static record r;
	static const size_t threads[] = {0, 1, 2, 3, 8, 64, 100000};
	for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
		memset(&r, 0, sizeof r);
		cr_assert(pool_run(threads[k], JOBS, note, &r));
		size_t wrong = 0;
		for (size_t i = 0; i < JOBS; i++)
			wrong += r.runs[i] != 1 || r.result[i] != i * i;
		cr_expect_eq(wrong, 0, "%zu threads: %zu jobs are wrong", threads[k], wrong);
	}
}

static void never(void *ctx, size_t i)
{
	(void)ctx;
	cr_assert_fail("job %zu of none", i);
}

Test(pool, no_jobs_are_no_failure)
{
	cr_expect(pool_run(4, 0, never, NULL));
}

static void remember_thread(void *ctx, size_t i)
{
	((pthread_t *)ctx)[i] = pthread_self();
}

Test(pool, one_thread_is_the_callers_own)
{
	pthread_t seen[3];
	cr_assert(pool_run(1, 3, remember_thread, seen));
	for (int i = 0; i < 3; i++)
		cr_expect(pthread_equal(seen[i], pthread_self()));
}

/* Each job waits until the other one runs: with fewer than two threads at a time it would never end. */
static void meet(void *ctx, size_t i)
{
	(void)i;
	pthread_barrier_wait(ctx);
}

Test(pool, two_threads_work_at_the_same_time, .timeout = 10)
{
	pthread_barrier_t barrier;
	pthread_barrier_init(&barrier, NULL, 2);
	cr_expect(pool_run(2, 2, meet, &barrier));
	pthread_barrier_destroy(&barrier);
}

Test(pool, there_is_at_least_one_core)
{
	cr_expect_geq(pool_cores(), 1);
}
