/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work on bytes that nobody vouches for, done in a child process that can do nothing but compute: it opens no file, starts no
 * program, makes no connection, and has a bounded share of memory and time. */
#ifndef READ_SANDBOX_H
#define READ_SANDBOX_H

#include "base/caps.h"
#include "base/vec.h"

typedef struct piece { /* a run of bytes to be sent home; in the reply it begins at a multiple of PIECE_ALIGNMENT */
	const void *bytes;
	size_t len;
} piece;

enum { PIECE_ALIGNMENT = 16 };

typedef VEC(piece) piece_list;

void piece_put(arena *a, piece_list *list, const void *bytes, size_t len);

/* What the child does: fills the pieces, which it keeps in its arena, or returns false with *why. */
typedef bool sandbox_work(arena *own, void *with, piece_list *reply, slice *why);

/* Runs the work in a child, on its copy of this program's memory as it stands now, and gives its pieces one behind the other in
 * *reply. False with *why, a plain sentence, if the work failed, was stopped by a cap, crashed, called the system for
 * something it may not, or if this system has no sandbox: then nothing is done unprotected. The reply comes from a process that
 * may have been taken over: whoever reads it checks it. `room`: bytes of memory it may take beyond its cap, as for what it unpacks.
 * Several threads may run works at a time. */
bool sandbox_run(arena *a, const caps *c, uint64_t room, sandbox_work *work, void *with, slice *reply, slice *why);

/* A work that several children share: `children` of them, 2 to LIMIT_READERS. The first leads; its reply comes home, and it may
 * hear what each of the others, its helpers, replied. */
typedef bool sandbox_help(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why);
typedef struct sandbox_team {
	uint32_t children;
	sandbox_work *lead;
	sandbox_help *help;
	sandbox_work *alone; /* the same work done by one */
} sandbox_team;

/* As sandbox_run, but by a team, whose members share the caps on memory and time in equal parts. If anything of it fails, one child
 * does the work alone in the time that is left: so what comes of it, and every reason, is what one child gives. */
bool sandbox_run_team(arena *a, const caps *c, const sandbox_team *team, void *with, slice *reply, slice *why);
/* For the leader alone: waits for what the nth helper (1 ...) replied. False: it failed. */
bool sandbox_hear(arena *own, uint32_t nth, slice *reply);

/* Between these two calls no child begins: for what takes a lock of a library that a child may want, which would stay locked in
 * it for ever. */
void sandbox_hold(void);
void sandbox_release(void);
/* How many of `wanted` threads may run works at a time: all, but one where AddressSanitizer looks after memory. It does not free its
 * locks in a child, which would wait for ever for one that another thread held. */
size_t sandbox_threads(size_t wanted);

#endif
