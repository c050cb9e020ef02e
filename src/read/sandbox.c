/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/sandbox.h"

#include "base/asan.h"
#include "base/utf8.h"
#include "read/sandbox_child.h"
#include "read/sandbox_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIPE_BYTES = 1 << 20 };

/* A child has the locks of its parent as they stood at the fork; so nothing is forked while one may be held that is not glibc's
 * own (malloc and stdio look after theirs). */
static pthread_mutex_t fork_lock = PTHREAD_MUTEX_INITIALIZER;

void sandbox_hold(void)
{
	pthread_mutex_lock(&fork_lock);
}

void sandbox_release(void)
{
	pthread_mutex_unlock(&fork_lock);
}

size_t sandbox_threads(size_t wanted)
{
	return BUILT_WITH_ASAN ? 1 : wanted;
}

typedef struct child {
	pid_t id;
	int in; /* where its reply comes from */
	child_note *note;
	int64_t deadline; /* of the monotonic clock, in milliseconds */
} child;

typedef enum { GOT_ALL, GOT_END, GOT_LATE, GOT_NO_ROOM } got;

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Exactly len bytes from the child, before its time is over. */
static got receive(const child *k, void *to, size_t len)
{
	char *at = to;
	while (len) {
		int64_t left = k->deadline - now_ms();
		struct pollfd ready = {.fd = k->in, .events = POLLIN};
		int n = left > 0 ? poll(&ready, 1, left < INT32_MAX ? (int)left : INT32_MAX) : 0;
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return left > INT32_MAX ? GOT_END : GOT_LATE;
		ssize_t got_now = read(k->in, at, len);
		if (got_now < 0 && errno == EINTR)
			continue;
		if (got_now <= 0)
			return GOT_END;
		at += got_now;
		len -= (size_t)got_now;
	}
	return GOT_ALL;
}

/* Begins a child that may hear the n others. */
static bool start(const caps *c, uint64_t room, sandbox_work *work, void *with, const child *others, uint32_t n, child *k,
                  slice *why)
{
	int ends[2];
	k->note = mmap(NULL, sizeof *k->note, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (k->note == MAP_FAILED) {
		*why = SLICE("there is no memory for a process of its own, without which it is not read");
		return false;
	}
	sandbox_hold(); /* another thread's child must not get these descriptors either */
	bool piped = filter_make() && pipe2(ends, O_CLOEXEC) == 0;
	pid_t id = piped ? fork() : -1;
	if (id == 0) {
		child_pipes pipes = {.out = ends[1], .in_count = n};
		for (uint32_t i = 0; i < n; i++)
			pipes.in[i] = others[i].in;
		child_run(c, room, work, with, &pipes, k->note);
	}
	sandbox_release();
	if (piped)
		close(ends[1]);
	if (id > 0) {
		fcntl(ends[0], F_SETPIPE_SZ, PIPE_BYTES); /* only for speed */
		*k = (child){id, ends[0], k->note, now_ms() + (int64_t)cap_of(c, CAP_WAIT) * 1000};
		return true;
	}
	if (piped)
		close(ends[0]);
	munmap(k->note, sizeof *k->note);
	*why = SLICE("this system gives no sandbox to read it in, without which it is not read");
	return false;
}

/* Ends the child, if it has not ended by itself, and gives its status. One that ended keeps what it ended by. */
static int finish(child *k, struct rusage *used)
{
	int status = 0;
	kill(k->id, SIGKILL);
	while (wait4(k->id, &status, 0, used) < 0 && errno == EINTR)
		;
	if (k->in >= 0)
		close(k->in);
	return status;
}

static slice call_reason(arena *a, int number)
{
	slice name = child_call_name(a, number);
	return arena_printf(a, "its reader called the system for something it may not: " SLICE_FMT,
	                    SLICE_ARG(name.len ? name : SLICE("an unknown call")));
}

/* Why there is no reply. */
static slice reason(arena *a, const caps *c, const child_note *note, int status, got how)
{
	int kind = note->kind, number = note->number;
	if (how == GOT_LATE)
		return cap_message(a, c, CAP_WAIT, "reading it took longer than");
	if (kind == NOTE_NO_SANDBOX)
		return arena_printf(a, "this system gives no sandbox (%s), without which it is not read", strerrordesc_np(number));
	if (kind == NOTE_MEMORY)
		return cap_message(a, c, CAP_MEMORY, "its reader needed more memory than");
	if (kind == NOTE_ABORT)
		return arena_printf(a, "its reader crashed (signal %d)", SIGABRT);
	if (kind == NOTE_CALL)
		return call_reason(a, number);
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return cap_message(a, c, CAP_TIME, "reading it took more of the processor's time than");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		return SLICE("its reader called the system for something it may not");
	if (WIFSIGNALED(status))
		return arena_printf(a, "its reader crashed (signal %d)", WTERMSIG(status));
	return SLICE("its reader ended without an answer");
}

/* What the child says of its failure, if that is a line of text. */
static slice checked_why(slice why)
{
	bool plain = why.len > 0 && utf8_valid_until(why) == why.len;
	for (size_t i = 0; plain && i < why.len; i++)
		plain = (unsigned char)why.ptr[i] >= ' ' && why.ptr[i] != 0x7F;
	return plain ? why : SLICE("its reader failed without a reason");
}

static got receive_reply(arena *a, uint64_t most, const child *k, child_head *head, slice *reply)
{
	got how = receive(k, head, sizeof *head);
	if (how != GOT_ALL || head->done > 1 || head->len > most)
		return how == GOT_LATE ? GOT_LATE : GOT_END;
	char *bytes = arena_try(a, head->len);
	if (!bytes)
		return GOT_NO_ROOM;
	*reply = (slice){bytes, head->len};
	return receive(k, bytes, head->len);
}

/* One child, within `limits`; what of them was met is told as of c. */
static bool run_alone(arena *a, const caps *c, const caps *limits, uint64_t room, sandbox_work *work, void *with,
                      slice *reply, slice *why)
{
	child k;
	child_head head = {0};
	if (!start(limits, room, work, with, NULL, 0, &k, why))
		return false;
	got how = receive_reply(a, cap_of(c, CAP_MEMORY) + room, &k, &head, reply);
	int status = finish(&k, NULL);
	child_note note = *k.note;
	munmap(k.note, sizeof *k.note);
	if (how == GOT_NO_ROOM)
		arena_exhausted(a);
	if (how != GOT_ALL)
		*why = reason(a, c, &note, status, how);
	else if (!head.done)
		*why = checked_why(*reply);
	return how == GOT_ALL && head.done;
}

bool sandbox_run(arena *a, const caps *c, uint64_t room, sandbox_work *work, void *with, slice *reply, slice *why)
{
	return run_alone(a, c, c, room, work, with, reply, why);
}

typedef struct helper {
	sandbox_help *help;
	void *with;
	uint32_t nth;
} helper;

static bool help_lead(arena *own, void *with, piece_list *reply, slice *why)
{
	const helper *h = with;
	return h->help(own, h->with, h->nth, reply, why);
}

/* Each member's part of the caps. */
static caps share_of(const caps *c, uint32_t children)
{
	caps each = c ? *c : CAPS_DEFAULT;
	each.of[CAP_MEMORY] /= children;
	each.of[CAP_TIME] = each.of[CAP_TIME] > children ? each.of[CAP_TIME] / children : 1;
	return each;
}

static int64_t used_ms(const struct rusage *r)
{
	return (int64_t)(r->ru_utime.tv_sec + r->ru_stime.tv_sec) * 1000 + (r->ru_utime.tv_usec + r->ru_stime.tv_usec) / 1000;
}

static uint64_t less(uint64_t seconds, int64_t ms)
{
	uint64_t gone = ms > 0 ? (uint64_t)ms / 1000 : 0;
	return seconds > gone + 1 ? seconds - gone : 1;
}

/* Begins the helpers, then their leader, who hears them: members[0]. How many began. */
static uint32_t start_team(const caps *each, const sandbox_team *team, void *with, child *members)
{
	slice why;
	uint32_t n = 1;
	for (; n < team->children; n++) {
		helper h = {team->help, with, n};
		if (!start(each, 0, help_lead, &h, NULL, 0, &members[n], &why))
			break;
	}
	bool all = n == team->children && start(each, 0, team->lead, with, members + 1, n - 1, &members[0], &why);
	for (uint32_t i = 1; i < n; i++) { /* the leader has its own */
		close(members[i].in);
		members[i].in = -1;
	}
	return all ? n : n - 1;
}

/* False if any of them failed; *left is what caps the work if it is done again. */
static bool run_together(arena *a, const caps *c, const sandbox_team *team, void *with, slice *reply, caps *left)
{
	child members[LIMIT_READERS] = {0};
	child_head head = {0};
	int64_t began = now_ms(), used = 0;
	caps each = share_of(c, team->children);
	uint32_t n = start_team(&each, team, with, members);
	bool all = n == team->children;
	got how = all ? receive_reply(a, cap_of(c, CAP_MEMORY), &members[0], &head, reply) : GOT_END;
	for (uint32_t i = 0; i < n; i++) {
		struct rusage r = {0};
		child *k = &members[all ? i : i + 1];
		finish(k, &r);
		munmap(k->note, sizeof *k->note);
		used += used_ms(&r);
	}
	if (how == GOT_NO_ROOM)
		arena_exhausted(a);
	*left = c ? *c : CAPS_DEFAULT;
	left->of[CAP_TIME] = less(left->of[CAP_TIME], used);
	left->of[CAP_WAIT] = less(left->of[CAP_WAIT], now_ms() - began);
	return how == GOT_ALL && head.done;
}

bool sandbox_run_team(arena *a, const caps *c, const sandbox_team *team, void *with, slice *reply, slice *why)
{
	caps left;
	return run_together(a, c, team, with, reply, &left) || run_alone(a, c, &left, 0, team->alone, with, reply, why);
}
