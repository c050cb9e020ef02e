/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

enum { MOST_THREADS = 256 };

typedef struct work {
	void (*job)(void *ctx, size_t i);
	void *ctx;
	size_t n;
	atomic_size_t next;
} work;

static void *worker(void *arg)
{
	work *w = arg;
	/* Stops at n rather than counting on: `next` never passes n + threads, so it cannot wrap. */
	for (size_t i; (i = atomic_fetch_add_explicit(&w->next, 1, memory_order_relaxed)) < w->n;)
		w->job(w->ctx, i);
	return NULL;
}

bool pool_run(size_t threads, size_t n, void (*job)(void *ctx, size_t i), void *ctx)
{
	work w = {.job = job, .ctx = ctx, .n = n};
	atomic_init(&w.next, 0);
	if (threads > n)
		threads = n;
	if (threads > MOST_THREADS)
		threads = MOST_THREADS;
	if (threads <= 1) {
		worker(&w);
		return true;
	}
	pthread_t started[MOST_THREADS];
	size_t running = 0;
	while (running < threads && pthread_create(&started[running], NULL, worker, &w) == 0)
		running++;
	for (size_t i = 0; i < running; i++)
		pthread_join(started[i], NULL);
	return running > 0;
}

size_t pool_cores(void)
{
	cpu_set_t allowed;
	if (sched_getaffinity(0, sizeof allowed, &allowed) == 0)
		return (size_t)CPU_COUNT(&allowed);
	long online = sysconf(_SC_NPROCESSORS_ONLN); /* more processors than a cpu_set_t holds */
	return online > 0 ? (size_t)online : 1;
}
