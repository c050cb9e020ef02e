/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a sandbox. */
#ifndef READ_SANDBOX_CHILD_H
#define READ_SANDBOX_CHILD_H

#include "read/sandbox.h"

#include <signal.h>

typedef enum { NOTE_NONE, NOTE_MEMORY, NOTE_ABORT, NOTE_CALL, NOTE_NO_SANDBOX } note_kind;

typedef struct child_note { /* in memory that parent and child share: what the child could still say when it was stopped */
	volatile sig_atomic_t kind, number; /* of the call; or of errno: why there is no sandbox */
} child_note;

typedef struct child_head { /* what the child sends first */
	uint64_t done;          /* 1: the reply follows; 0: why it failed */
	uint64_t len;           /* bytes that follow */
} child_head;

typedef struct child_pipes {
	int out; /* home */
	int in[LIMIT_READERS];
	uint32_t in_count;
} child_pipes;

/* Locks the door, does the work, writes head and reply to the pipe, and ends. The pipes to hear others by become the descriptors
 * behind that of the pipe home. */
_Noreturn void child_run(const caps *c, uint64_t room, sandbox_work *work, void *with, const child_pipes *pipes,
                         child_note *note);
/* The system's name for a call that a child may not make, the empty slice if it has none; in the arena. */
slice child_call_name(arena *a, int number);

#endif
