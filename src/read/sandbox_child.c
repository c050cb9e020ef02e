/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/sandbox_child.h"

#include "base/asan.h"
#include "read/sandbox_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { HANDLER_STACK = 64 << 10, WHY_MOST = 1000 };

/* Where the stack has run over, a handler needs one of its own; AddressSanitizer cannot look for its bounds in here. */
enum { ON_STACK = BUILT_WITH_ASAN ? 0 : SA_ONSTACK };

/* The one place a signal handler can write to; set in the child alone. */
static child_note *own_note;

void piece_put(arena *a, piece_list *list, const void *bytes, size_t len)
{
	VEC_PUSH(a, *list, (piece){bytes, len});
}

_Noreturn static void stop(note_kind kind, int number)
{
	own_note->number = number;
	own_note->kind = (sig_atomic_t)kind;
	_exit(EXIT_FAILURE);
}

static void on_call(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	if (info->si_syscall == FILTER_ABORT)
		stop(errno == ENOMEM ? NOTE_MEMORY : NOTE_ABORT, 0);
	stop(NOTE_CALL, info->si_syscall);
}

/* A library that gets no memory often ends in a null pointer, or in abort. If memory was not what was missing, the signal
 * comes again and ends the child. */
static void on_crash(int number)
{
	if (errno == ENOMEM)
		stop(NOTE_MEMORY, 0);
	signal(number, SIG_DFL);
}

static void set_handlers(void)
{
	static const int crashes[] = {SIGSEGV, SIGBUS, SIGTRAP};
	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	stack_t stack = {.ss_size = HANDLER_STACK};
	stack.ss_sp = mmap(NULL, HANDLER_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (stack.ss_sp == MAP_FAILED)
		stop(NOTE_MEMORY, 0);
	sigaltstack(&stack, NULL);
	struct sigaction call = {.sa_sigaction = on_call, .sa_flags = SA_SIGINFO | ON_STACK};
	sigaction(SIGSYS, &call, NULL);
	struct sigaction crash = {.sa_handler = on_crash, .sa_flags = ON_STACK};
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		sigaction(crashes[i], &crash, NULL);
}

/* Only the pipe home stays open, under the number that the filter knows, and behind it those to hear others by. */
static bool close_others(const child_pipes *pipes)
{
	enum { ABOVE = FILTER_HOME + LIMIT_READERS + 1 };
	uint32_t n = pipes->in_count + 1;
	int apart[LIMIT_READERS + 1];
	for (uint32_t i = 0; i < n; i++) /* first out of each other's way */
		if ((apart[i] = fcntl(i ? pipes->in[i - 1] : pipes->out, F_DUPFD, ABOVE)) < 0)
			return false;
	for (uint32_t i = 0; i < n; i++)
		dup2(apart[i], FILTER_HOME + (int)i);
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int fd = 0; fd < FILTER_HOME; fd++) {
		if (fd == STDERR_FILENO && BUILT_WITH_ASAN)
			continue; /* its reports are wanted */
		if (nothing < 0)
			close(fd);
		else
			dup2(nothing, fd);
	}
	close_range(FILTER_HOME + n, ~0U, 0);
	return true;
}

/* The address space this process has: what the program had mapped before its child began is no part of the child's share. */
static uint64_t mapped_bytes(void)
{
	unsigned long pages = 0;
	FILE *in = fopen("/proc/self/statm", "re");
	if (in) {
		if (fscanf(in, "%lu", &pages) != 1)
			pages = 0;
		fclose(in);
	}
	return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static bool set_limit(__rlimit_resource_t what, uint64_t soft, uint64_t hard)
{
	struct rlimit now;
	if (getrlimit(what, &now) != 0)
		return false;
	struct rlimit l = {soft, hard};
	if (l.rlim_max > now.rlim_max)
		l.rlim_max = now.rlim_max;
	if (l.rlim_cur > l.rlim_max)
		l.rlim_cur = l.rlim_max;
	return setrlimit(what, &l) == 0;
}

static bool set_limits(const caps *c, uint64_t room)
{
	uint64_t memory = mapped_bytes() + cap_of(c, CAP_MEMORY) + room, time = cap_of(c, CAP_TIME);
	return (BUILT_WITH_ASAN || set_limit(RLIMIT_AS, memory, memory)) && set_limit(RLIMIT_CPU, time, time + 1) &&
	       set_limit(RLIMIT_FSIZE, 0, 0) && set_limit(RLIMIT_CORE, 0, 0) && set_limit(RLIMIT_NPROC, 0, 0) &&
	       set_limit(RLIMIT_NOFILE, 0, 0);
}

/* False if nobody reads any more. */
static bool put_bytes(int out, const void *bytes, size_t len)
{
	const char *at = bytes;
	while (len) {
		ssize_t n = write(out, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

static size_t padding(size_t len)
{
	return (PIECE_ALIGNMENT - len % PIECE_ALIGNMENT) % PIECE_ALIGNMENT;
}

static bool send_reply(int out, const piece_list *reply)
{
	static const char zeros[PIECE_ALIGNMENT];
	child_head head = {.done = 1};
	for (size_t i = 0; i < reply->n; i++)
		head.len += reply->at[i].len + padding(reply->at[i].len);
	bool sent = put_bytes(out, &head, sizeof head);
	for (size_t i = 0; sent && i < reply->n; i++)
		sent = put_bytes(out, reply->at[i].bytes, reply->at[i].len) && put_bytes(out, zeros, padding(reply->at[i].len));
	return sent;
}

static bool send_why(int out, slice why)
{
	why = slice_sub(why, 0, WHY_MOST);
	child_head head = {.done = 0, .len = why.len};
	return put_bytes(out, &head, sizeof head) && put_bytes(out, why.ptr, why.len);
}

/* Exactly len bytes from a pipe. */
static bool take_bytes(int in, void *to, size_t len)
{
	char *at = to;
	while (len) {
		ssize_t n = read(in, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

bool sandbox_hear(arena *own, uint32_t nth, slice *reply)
{
	child_head head;
	int in = FILTER_HOME + (int)nth;
	if (!take_bytes(in, &head, sizeof head) || head.done != 1)
		return false;
	char *bytes = arena_try(own, head.len);
	*reply = (slice){bytes, head.len};
	return bytes && take_bytes(in, bytes, head.len);
}

_Noreturn static void do_work(uint64_t memory, sandbox_work *work, void *with)
{
	jmp_buf out_of_memory;
	arena *own = arena_new(&out_of_memory);
	if (!own || setjmp(out_of_memory))
		stop(NOTE_MEMORY, 0);
	arena_limit(own, memory);
	piece_list reply = {0};
	slice why = {"", 0};
	errno = 0;
	bool sent = work(own, with, &reply, &why) ? send_reply(FILTER_HOME, &reply) : send_why(FILTER_HOME, why);
	_exit(sent ? EXIT_SUCCESS : EXIT_FAILURE);
}

_Noreturn void child_run(const caps *c, uint64_t room, sandbox_work *work, void *with, const child_pipes *pipes,
                         child_note *note)
{
	own_note = note;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	bool alone = close_others(pipes);
	set_handlers();
	if (!alone || !set_limits(c, room))
		stop(NOTE_NO_SANDBOX, errno);
	int error = filter_load();
	if (error)
		stop(NOTE_NO_SANDBOX, error);
	do_work(cap_of(c, CAP_MEMORY) + room, work, with);
}
