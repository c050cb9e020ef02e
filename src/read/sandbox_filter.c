/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/sandbox_filter.h"

#include "read/sandbox_child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { INSTRUCTIONS_MOST = 4096 };

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

slice child_call_name(arena *a, int number)
{
	char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
	slice copy = arena_copy(a, slice_of(name));
	free(name);
	return copy;
}

/* Rules with conditions on arguments: memory that is never executed, writing to the pipe alone. */
static int add_conditions(scmp_filter_ctx filter)
{
	struct scmp_arg_cmp plain = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
	struct scmp_arg_cmp by_descriptor = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH);
	struct scmp_arg_cmp by_name = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, 0);
	int error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &plain);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &plain);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, &by_descriptor);
	error |= seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(newfstatat), 1, &by_name);
	error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, FILTER_HOME, 0));
	error |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_LE, STDERR_FILENO, 0));
	return error;
}

/* A rule for a call that this machine's architecture does not have is no mistake: libseccomp drops it. */
static int add_rules(scmp_filter_ctx filter)
{
	int error = add_conditions(filter);
	for (size_t i = 0; !error && i < sizeof ALLOWED / sizeof *ALLOWED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, ALLOWED[i], 0, NULL);
	for (size_t i = 0; !error && i < sizeof REFUSED / sizeof *REFUSED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((uint32_t)REFUSED[i].error), REFUSED[i].call, 0, NULL);
	for (size_t i = 0; !error && i < sizeof NAMED / sizeof *NAMED; i++)
		error = seccomp_rule_add_array(filter, SCMP_ACT_TRAP, NAMED[i], 0, NULL);
	return error ? error : seccomp_rule_add_array(filter, SCMP_ACT_TRAP, FILTER_ABORT, 0, NULL);
}

/* Made once, and then only read. */
static struct sock_filter instructions[INSTRUCTIONS_MOST];
static struct sock_fprog program = {0, instructions};

bool filter_make(void)
{
	if (program.len)
		return true;
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	int file = memfd_create("filter", MFD_CLOEXEC);
	bool made = filter && file >= 0 && add_rules(filter) == 0 && seccomp_export_bpf(filter, file) == 0;
	off_t size = made ? lseek(file, 0, SEEK_END) : 0;
	if (size > 0 && (size_t)size <= sizeof instructions && pread(file, instructions, (size_t)size, 0) == size)
		program.len = (unsigned short)((size_t)size / sizeof *instructions);
	if (file >= 0)
		close(file);
	seccomp_release(filter);
	return program.len > 0;
}

int filter_load(void)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
		return errno;
	return 0;
}
