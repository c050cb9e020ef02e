/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/sandbox_child.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { HANDLER_STACK = 64 << 10, WHY_MOST = 1000, FIRST_FREE = 3 };

/* The one place a signal handler can write to; set in the child alone. */
static child_note *own_note;

/* Calls that only compute or give memory. */
static const int ALLOWED[] = {
	SCMP_SYS(read),
	SCMP_SYS(close),
	SCMP_SYS(brk),
	SCMP_SYS(munmap),
	SCMP_SYS(mremap),
	SCMP_SYS(madvise),
	SCMP_SYS(futex),
	SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(sigaltstack),
	SCMP_SYS(rt_sigaction),
	SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday),
	SCMP_SYS(getrandom),
	SCMP_SYS(lseek),
	SCMP_SYS(fstat),
	SCMP_SYS(getpid),
	SCMP_SYS(gettid),
	SCMP_SYS(sched_yield),
	SCMP_SYS(getuid),
	SCMP_SYS(geteuid),
	SCMP_SYS(getgid),
	SCMP_SYS(getegid),
	SCMP_SYS(getrusage),
	SCMP_SYS(time),
	SCMP_SYS(restart_syscall),
};

/* Calls that fail as they would where there is nothing: libraries look for files and facts, and go on without. */
static const struct {
	int call, error;
} REFUSED[] = {
	{SCMP_SYS(open), ENOENT},
	{SCMP_SYS(openat), ENOENT},
	{SCMP_SYS(access), ENOENT},
	{SCMP_SYS(faccessat), ENOENT},
	{SCMP_SYS(faccessat2), ENOENT},
	{SCMP_SYS(stat), ENOENT},
	{SCMP_SYS(lstat), ENOENT},
	{SCMP_SYS(statx), ENOENT},
	{SCMP_SYS(readlink), ENOENT},
	{SCMP_SYS(readlinkat), ENOENT},
	{SCMP_SYS(getcwd), ENOENT},
	{SCMP_SYS(statfs), ENOENT},
	{SCMP_SYS(ioctl), ENOTTY},
	{SCMP_SYS(prlimit64), ENOSYS},
	{SCMP_SYS(getrlimit), ENOSYS},
	{SCMP_SYS(sysinfo), ENOSYS},
	{SCMP_SYS(sched_getaffinity), ENOSYS},
	{SCMP_SYS(uname), ENOSYS},
	{SCMP_SYS(getpeername), ENOTSOCK},
	{SCMP_SYS(rseq), ENOSYS},
};

/* Calls that end the child with their name told; every other is killed without a word. */
static const int NAMED[] = {
	SCMP_SYS(socket),
	SCMP_SYS(socketpair),
	SCMP_SYS(connect),
	SCMP_SYS(bind),
	SCMP_SYS(sendto),
	SCMP_SYS(execve),
	SCMP_SYS(execveat),
	SCMP_SYS(fork),
	SCMP_SYS(vfork),
	SCMP_SYS(clone),
	SCMP_SYS(clone3),
	SCMP_SYS(unlink),
	SCMP_SYS(unlinkat),
	SCMP_SYS(mkdir),
	SCMP_SYS(mkdirat),
	SCMP_SYS(rename),
	SCMP_SYS(kill),
	SCMP_SYS(ptrace),
	SCMP_SYS(pipe),
	SCMP_SYS(pipe2),
	SCMP_SYS(dup),
	SCMP_SYS(dup2),
	SCMP_SYS(fcntl),
	SCMP_SYS(poll),
	SCMP_SYS(select),
	SCMP_SYS(pselect6),
	SCMP_SYS(ppoll),
	SCMP_SYS(nanosleep),
	SCMP_SYS(clock_nanosleep),
	SCMP_SYS(mlock),
	SCMP_SYS(prctl),
	SCMP_SYS(getdents64),
	SCMP_SYS(writev),
	SCMP_SYS(pread64),
};

void piece_put(arena *a, piece_list *list, const void *bytes, size_t len)
{
	VEC_PUSH(a, *list, (piece){bytes, len});
}

slice child_call_name(arena *a, int number)
{
	char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
	slice copy = arena_copy(a, slice_of(name));
	free(name);
	return copy;
}

_Noreturn static void stop(note_kind kind, int number)
{
	own_note->number = number;
	own_note->kind = kind;
	_exit(EXIT_FAILURE);
}

static void on_call(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	stop(NOTE_CALL, info->si_syscall);
}

/* A library that gets no memory often ends in abort, or in a null pointer. If memory was not what was missing, the signal
 * comes again and ends the child. */
static void on_crash(int number)
{
	if (errno == ENOMEM)
		stop(NOTE_MEMORY, 0);
	signal(number, SIG_DFL);
}

static void set_handlers(void)
{
	static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS, SIGTRAP};
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
	struct sigaction call = {.sa_sigaction = on_call, .sa_flags = SA_SIGINFO | SA_ONSTACK};
	sigaction(SIGSYS, &call, NULL);
	struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		sigaction(crashes[i], &crash, NULL);
}

/* Only the pipe home stays open. */
static void close_others(int out)
{
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int fd = 0; fd < FIRST_FREE; fd++) {
		if (fd == STDERR_FILENO && CHILD_ASAN)
			continue; /* its reports are wanted */
		if (nothing < 0)
			close(fd);
		else
			dup2(nothing, fd);
	}
	if (out > FIRST_FREE)
		close_range(FIRST_FREE, (unsigned)out - 1, 0);
	close_range((unsigned)out + 1, ~0U, 0);
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
	return (CHILD_ASAN || set_limit(RLIMIT_AS, memory, memory)) && set_limit(RLIMIT_CPU, time, time + 1) &&
	       set_limit(RLIMIT_FSIZE, 0, 0) && set_limit(RLIMIT_CORE, 0, 0) && set_limit(RLIMIT_NPROC, 0, 0) &&
	       set_limit(RLIMIT_NOFILE, 0, 0);
}

/* Rules with conditions on arguments: memory that is never executed, writing to the pipe alone, signals to itself alone. */
static int add_conditions(scmp_filter_ctx filter, int out)
{
	struct scmp_arg_cmp plain = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	struct scmp_arg_cmp by_descriptor = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH);
	struct scmp_arg_cmp by_name = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, 0);
	int error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &plain);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &plain);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, &by_descriptor);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(newfstatat), 1, &by_name);
	error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)out));
	error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_LE, STDERR_FILENO));
	error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
	return error;
}

/* 0, or a negative errno. A rule that the system's architecture has no call for is no mistake: libseccomp drops it. */
static int lock_door(int out)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	if (!filter)
		return -ENOMEM;
	int error = add_conditions(filter, out);
	for (size_t i = 0; !error && i < sizeof ALLOWED / sizeof *ALLOWED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0, NULL);
	for (size_t i = 0; !error && i < sizeof REFUSED / sizeof *REFUSED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((uint32_t)REFUSED[i].error), REFUSED[i].call, 0, NULL);
	for (size_t i = 0; !error && i < sizeof NAMED / sizeof *NAMED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_TRAP, NAMED[i], 0, NULL);
	if (!error)
		error = seccomp_load(filter);
	seccomp_release(filter);
	return error;
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

_Noreturn static void do_work(uint64_t memory, sandbox_work *work, void *with, int out)
{
	jmp_buf out_of_memory;
	arena *own = arena_new(&out_of_memory);
	if (!own || setjmp(out_of_memory))
		stop(NOTE_MEMORY, 0);
	arena_limit(own, memory);
	piece_list reply = {0};
	slice why = {"", 0};
	errno = 0;
	bool sent = work(own, with, &reply, &why) ? send_reply(out, &reply) : send_why(out, why);
	_exit(sent ? EXIT_SUCCESS : EXIT_FAILURE);
}

_Noreturn void child_run(const caps *c, uint64_t room, sandbox_work *work, void *with, int out, child_note *note)
{
	own_note = note;
	if (out < FIRST_FREE) /* the program was started without them */
		out = fcntl(out, F_DUPFD, FIRST_FREE);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	close_others(out);
	set_handlers();
	if (!set_limits(c, room))
		stop(NOTE_NO_SANDBOX, errno);
	int error = lock_door(out);
	if (error)
		stop(NOTE_NO_SANDBOX, -error);
	do_work(cap_of(c, CAP_MEMORY) + room, work, with, out);
}
