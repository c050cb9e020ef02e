/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run TIMES COMMAND ARGUMENT...: runs the command so often and prints the shortest wall time in seconds and the largest
 * resident memory in kB. Its output is read through a pipe and dropped: grep does less when it writes to /dev/null. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The command's process, its standard output a pipe whose reading end is *out. */
static pid_t start(char **command, int *out)
{
	int ends[2];
	if (pipe(ends) != 0)
		return -1;
	pid_t child = fork();
	if (child == 0) {
		if (dup2(ends[1], STDOUT_FILENO) < 0)
			_exit(126);
		(void)close(ends[0]);
		(void)close(ends[1]);
		execvp(command[0], command);
		_exit(127);
	}
	(void)close(ends[1]);
	*out = ends[0];
	return child;
}

static void drain(int out)
{
	static char dropped[1 << 16];
	while (read(out, dropped, sizeof dropped) > 0)
		continue;
	(void)close(out);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		(void)fprintf(stderr, "usage: run TIMES COMMAND ARGUMENT...\n");
		return 2;
	}
	double best = 0;
	long most = 0;
	for (long i = 0; i < strtol(argv[1], NULL, 10); i++) {
		int out = -1, status;
		struct rusage used;
		double began = now();
		pid_t child = start(argv + 2, &out);
		drain(out);
		if (child < 0 || wait4(child, &status, 0, &used) != child)
			return 2;
		double took = now() - began;
		if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) { /* 1: findings, or no line that matches */
			(void)fprintf(stderr, "run: %s ended with status %d\n", argv[2], WIFEXITED(status) ? WEXITSTATUS(status) : -1);
			return 2;
		}
		best = i == 0 || took < best ? took : best;
		most = used.ru_maxrss > most ? used.ru_maxrss : most;
	}
	return printf("%.4f %ld\n", best, most) < 0;
}
