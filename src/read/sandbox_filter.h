/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which calls to the system a sandboxed child may make. */
#ifndef READ_SANDBOX_FILTER_H
#define READ_SANDBOX_FILTER_H

#include <seccomp.h>
#include <stdbool.h>

enum {
	FILTER_HOME = 3,                /* the descriptor that may be written to, beside those for messages */
	FILTER_ABORT = SCMP_SYS(tgkill) /* how a process ends itself with a signal; it could send one to others as well */
};

/* Makes the filter, once, in the parent and between sandbox_hold and sandbox_release: it takes longer than a child. */
bool filter_make(void);
/* From here on this process is bound by it. 0, or errno: why it is not. */
int filter_load(void);

#endif
