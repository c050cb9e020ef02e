/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hostile bytes could make a reader do is stopped, told, and harms nobody else. */
#include "arena_fixture.h"
#include "base/asan.h"
#include "read/sandbox.h"
#include "read/sandbox_child.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile bool for_ever = true;

TestSuite(sandbox, .init = arena_set_up, .fini = arena_tear_down);

/* The reason a work gives no reply. */
static slice why_not(sandbox_work *work, const caps *c)
{
	slice reply, why = {"", 0};
	cr_assert_not(sandbox_run(a, c, 0, work, NULL, &reply, &why));
	return why;
}

#define EXPECT_WHY(work, caps_, words)                                                                                      \
	do {                                                                                                                    \
		slice why_ = why_not(work, caps_);                                                                                  \
		cr_expect(slice_find(why_, SLICE(words)) != SIZE_MAX, "%s", why_.ptr);                                              \
	} while (0)

static bool count_bytes(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)why;
	slice told = arena_printf(own, "%zu bytes", ((slice *)with)->len);
	piece_put(own, reply, told.ptr, told.len);
	piece_put(own, reply, "end", 3);
	return true;
}

Test(sandbox, what_a_child_worked_out_comes_home)
{
	slice bytes = SLICE("seven berths"), reply, why;
	cr_assert(sandbox_run(a, NULL, 0, count_bytes, &bytes, &reply, &why));
	cr_expect(slice_equal(slice_sub(reply, 0, 8), SLICE("12 bytes")));
	cr_expect(slice_equal(slice_sub(reply, PIECE_ALIGNMENT, PIECE_ALIGNMENT + 3), SLICE("end")));
	cr_expect_eq(reply.len, 2 * PIECE_ALIGNMENT);
}

static bool send_much(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)with;
	(void)why;
	enum { MUCH = 20 << 20 };
	char *bytes = arena_alloc(own, MUCH);
	memset(bytes, 'x', MUCH);
	piece_put(own, reply, bytes, MUCH);
	return true;
}

Test(sandbox, a_reply_larger_than_the_pipe_comes_home_whole)
{
	slice reply, why;
	cr_assert(sandbox_run(a, NULL, 0, send_much, NULL, &reply, &why));
	cr_expect_eq(reply.len, (size_t)20 << 20);
	cr_expect_eq(reply.ptr[reply.len - 1], 'x');
}

static bool refuse(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)reply;
	*why = SLICE("page 3 is missing");
	return false;
}

Test(sandbox, a_reader_says_itself_what_is_wrong)
{
	EXPECT_WHY(refuse, NULL, "page 3 is missing");
}

static bool refuse_badly(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)reply;
	*why = SLICE("\x1B[31mred");
	return false;
}

Test(sandbox, a_reason_with_control_characters_is_not_passed_on)
{
	EXPECT_WHY(refuse_badly, NULL, "failed without a reason");
}

static bool loop(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)why;
	while (for_ever)
		reply->n = 0;
	return true;
}

Test(sandbox, a_child_that_computes_for_ever_is_stopped_by_its_time)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_TIME] = 1;
	EXPECT_WHY(loop, &c, "processor's time than 1 s (--limit time=...)");
}

Test(sandbox, a_child_is_stopped_by_the_clock)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_WAIT] = 1;
	EXPECT_WHY(loop, &c, "longer than 1 s (--limit wait=...)");
}

static bool allocate(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)with;
	(void)reply;
	(void)why;
	while (for_ever)
		memset(arena_alloc(own, 1 << 20), 1, 1 << 20);
	return true;
}

Test(sandbox, a_child_that_takes_ever_more_memory_is_stopped)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_MEMORY] = 64 << 20;
	EXPECT_WHY(allocate, &c, "more memory than 64 MiB (--limit memory=...)");
}

#if !BUILT_WITH_ASAN
static bool allocate_and_abort(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)reply;
	(void)why;
	while (for_ever) {
		volatile char *p = malloc(1 << 20);
		if (!p)
			abort();
		*p = 1;
	}
	return true;
}

Test(sandbox, a_library_that_aborts_for_want_of_memory_is_told_as_that)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_MEMORY] = 64 << 20;
	EXPECT_WHY(allocate_and_abort, &c, "more memory than 64 MiB (--limit memory=...)");
}

static bool write_nowhere(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)reply;
	(void)why;
	*(volatile int *)with = 1;
	return true;
}

Test(sandbox, a_crash_is_told_with_its_signal)
{
	EXPECT_WHY(write_nowhere, NULL, "crashed (signal 11)");
}

static size_t nest(volatile size_t depth)
{
	volatile char room[256];
	room[depth % 256] = 1;
	return for_ever ? nest(depth + 1) + (size_t)room[0] : 0;
}

static bool recurse(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)why;
	reply->n = nest(0);
	return true;
}

Test(sandbox, a_stack_that_runs_over_is_a_crash_and_no_more)
{
	EXPECT_WHY(recurse, NULL, "crashed (signal 11)");
}
#endif

static bool abort_at_once(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)reply;
	(void)why;
	abort();
}

Test(sandbox, an_abort_is_told_with_its_signal)
{
	EXPECT_WHY(abort_at_once, NULL, "crashed (signal 6)");
}

/* Works that call the system for what a reader has no business with. */
#define FORBIDDEN(name, call)                                                                                               \
	static bool name(arena *own, void *with, piece_list *reply, slice *why)                                                 \
	{                                                                                                                       \
		(void)own;                                                                                                          \
		(void)with;                                                                                                         \
		(void)why;                                                                                                          \
		reply->n = (size_t)(call)*0;                                                                                        \
		return true;                                                                                                        \
	}

FORBIDDEN(open_socket, socket(AF_INET, SOCK_STREAM, 0))
FORBIDDEN(open_local_socket, socket(AF_UNIX, SOCK_STREAM, 0))
FORBIDDEN(run_program, execl("/bin/true", "true", (char *)NULL))
FORBIDDEN(have_a_child, fork())
FORBIDDEN(kill_parent, kill(getppid(), SIGTERM))
FORBIDDEN(remove_file, unlink("/tmp/numerate-nothing"))
FORBIDDEN(mount_nothing, chroot("/"))

Test(sandbox, a_child_that_calls_for_what_it_may_not_is_killed_and_told)
{
	EXPECT_WHY(open_socket, NULL, "something it may not: socket");
	EXPECT_WHY(open_local_socket, NULL, "something it may not: socket");
	EXPECT_WHY(run_program, NULL, "something it may not: execve");
	EXPECT_WHY(have_a_child, NULL, "something it may not: clone");
	EXPECT_WHY(remove_file, NULL, "something it may not: unlink");
	EXPECT_WHY(kill_parent, NULL, "something it may not");
	EXPECT_WHY(mount_nothing, NULL, "something it may not");
}

static bool try_doors(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)why;
	int *file = with, errors = 0;
	struct stat facts;
	errors += open("/etc/passwd", O_RDONLY) < 0 && errno == ENOENT;
	errors += stat("/etc/passwd", &facts) < 0 && errno == ENOENT;
	char byte;
	errors += read(*file, &byte, 1) < 0 && errno == EBADF;
	piece_put(own, reply, errors == 3 ? "shut" : "open", 4);
	return true;
}

Test(sandbox, a_child_sees_no_file_and_no_descriptor_of_the_program)
{
	int file = open("/etc/passwd", O_RDONLY);
	slice reply, why = {"", 0};
	cr_assert(sandbox_run(a, NULL, 0, try_doors, &file, &reply, &why), "%s", why.ptr);
	cr_expect(slice_equal(slice_sub(reply, 0, 4), SLICE("shut")));
	close(file);
}

static bool map_code(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)why;
	reply->n = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
	return true;
}

Test(sandbox, a_child_gets_no_memory_that_can_be_executed)
{
	EXPECT_WHY(map_code, NULL, "something it may not");
}

static bool leave(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)own;
	(void)with;
	(void)reply;
	(void)why;
	_exit(0);
}

Test(sandbox, a_child_that_leaves_without_an_answer_is_told)
{
	EXPECT_WHY(leave, NULL, "ended without an answer");
}

static void *work_in_thread(void *failures)
{
	for (int i = 0; i < 20; i++) {
		arena *own = arena_new(NULL);
		slice bytes = SLICE("abc"), reply, why;
		if (!sandbox_run(own, NULL, 0, i % 4 ? count_bytes : open_socket, &bytes, &reply, &why))
			++*(int *)failures;
		arena_free(own);
	}
	return NULL;
}

Test(sandbox, several_threads_have_children_at_a_time_and_none_is_left)
{
	enum { THREADS = 4 };
	pthread_t threads[THREADS];
	int failures[THREADS] = {0};
	size_t n = sandbox_threads(THREADS);
	for (size_t i = 0; i < n; i++)
		cr_assert_eq(pthread_create(&threads[i], NULL, work_in_thread, &failures[i]), 0);
	for (size_t i = 0; i < n; i++) {
		pthread_join(threads[i], NULL);
		cr_expect_eq(failures[i], 5);
	}
	cr_expect(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

/* A team whose helpers each reply their number as often as *with says, and whose leader tells all it heard, in their order. */
static bool say_number(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	(void)why;
	size_t n = *(size_t *)with;
	char *bytes = arena_alloc(own, n);
	memset(bytes, '0' + (int)nth, n);
	piece_put(own, reply, bytes, n);
	return true;
}

static bool hear_all(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)with;
	(void)why;
	slice heard;
	for (uint32_t nth = 1; nth < 4; nth++) {
		if (!sandbox_hear(own, nth, &heard))
			return false;
		piece_put(own, reply, heard.ptr, heard.len);
	}
	return true;
}

static bool say_alone(arena *own, void *with, piece_list *reply, slice *why)
{
	(void)with;
	(void)why;
	piece_put(own, reply, "alone", 5);
	return true;
}

Test(sandbox, a_leader_hears_its_helpers_in_their_order_and_whatever_they_say)
{
	sandbox_team team = {4, hear_all, say_number, say_alone};
	slice reply, why = {"", 0};
	size_t lengths[] = {PIECE_ALIGNMENT, 5 << 20};
	for (size_t i = 0; i < 2; i++) {
		size_t n = lengths[i];
		cr_assert(sandbox_run_team(a, NULL, &team, &n, &reply, &why), "%s", why.ptr);
		cr_assert_eq(reply.len, 3 * n);
		for (size_t k = 0; k < 3; k++)
			cr_expect(reply.ptr[k * n] == (char)('1' + k) && reply.ptr[k * n + n - 1] == (char)('1' + k));
	}
	cr_expect(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

static bool last_calls(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	if (nth == 3) {
		piece_list none = {0};
		((sandbox_work *)with)(own, NULL, &none, why);
	}
	piece_put(own, reply, "1234567890123456", PIECE_ALIGNMENT);
	return nth < 3;
}

Test(sandbox, where_a_helper_fails_one_child_does_the_work_alone)
{
	sandbox_work *ends[] = {leave, refuse, abort_at_once, have_a_child, open_socket, run_program, map_code};
	sandbox_team team = {4, hear_all, last_calls, say_alone};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		slice reply, why = {"", 0};
		cr_assert(sandbox_run_team(a, NULL, &team, (void *)ends[i], &reply, &why), "%zu: %s", i, why.ptr);
		cr_expect(slice_equal(slice_sub(reply, 0, 5), SLICE("alone")), "%zu", i);
	}
	cr_expect(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}

Test(sandbox, a_team_fails_for_the_reason_that_one_child_has)
{
	sandbox_team team = {4, hear_all, last_calls, refuse};
	slice reply, why = {"", 0};
	cr_assert_not(sandbox_run_team(a, NULL, &team, (void *)abort_at_once, &reply, &why));
	cr_expect(slice_equal(why, SLICE("page 3 is missing")));
	team.lead = have_a_child, team.alone = have_a_child;
	cr_assert_not(sandbox_run_team(a, NULL, &team, (void *)leave, &reply, &why));
	cr_expect(slice_find(why, SLICE("something it may not: clone")) != SIZE_MAX);
}

static bool help_for_ever(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	(void)nth;
	return loop(own, with, reply, why);
}

Test(sandbox, a_team_takes_no_more_time_in_sum_than_one_child_may)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_TIME] = 4;
	sandbox_team team = {4, loop, help_for_ever, loop};
	struct rusage before, after;
	slice reply, why;
	getrusage(RUSAGE_CHILDREN, &before);
	cr_assert_not(sandbox_run_team(a, &c, &team, NULL, &reply, &why));
	getrusage(RUSAGE_CHILDREN, &after);
	cr_expect(slice_find(why, SLICE("processor's time than 4 s (--limit time=...)")) != SIZE_MAX, "%s", why.ptr);
	cr_expect_leq(after.ru_utime.tv_sec - before.ru_utime.tv_sec, 6); /* 1 s each, and one more for him who does it alone */
}

static bool allocate_part(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	(void)nth;
	(void)why;
	size_t most = *(size_t *)with;
	for (size_t taken = 0; taken < most; taken += 1 << 20)
		memset(arena_alloc(own, 1 << 20), 1, 1 << 20);
	piece_put(own, reply, "1234567890123456", PIECE_ALIGNMENT);
	return true;
}

Test(sandbox, each_of_a_team_has_its_part_of_the_memory)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_MEMORY] = 256 << 20;
	sandbox_team team = {4, hear_all, allocate_part, say_alone};
	slice reply, why = {"", 0};
	size_t most = 40 << 20;
	cr_assert(sandbox_run_team(a, &c, &team, &most, &reply, &why), "%s", why.ptr);
	cr_expect_eq(reply.len, (size_t)3 * PIECE_ALIGNMENT);
	most = 80 << 20; /* three of them would have it, but not four */
	cr_assert(sandbox_run_team(a, &c, &team, &most, &reply, &why), "%s", why.ptr);
	cr_expect(slice_equal(slice_sub(reply, 0, 5), SLICE("alone")));
}

static bool see_others(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	(void)with;
	(void)nth;
	(void)why;
	char byte;
	int open = 0;
	for (int fd = 4; fd < 64; fd++)
		open += !(read(fd, &byte, 1) < 0 && errno == EBADF);
	piece_put(own, reply, open ? "open------------" : "shut------------", PIECE_ALIGNMENT);
	return true;
}

Test(sandbox, a_helper_hears_nobody)
{
	sandbox_team team = {4, hear_all, see_others, say_alone};
	slice reply, why = {"", 0};
	cr_assert(sandbox_run_team(a, NULL, &team, NULL, &reply, &why), "%s", why.ptr);
	for (size_t k = 0; k < 3; k++)
		cr_expect(slice_equal(slice_sub(reply, k * PIECE_ALIGNMENT, k * PIECE_ALIGNMENT + 4), SLICE("shut")));
}
