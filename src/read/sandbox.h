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

/* Between these two calls no child begins: for what takes a lock of a library that a child may want, which would stay locked in
 * it for ever. */
void sandbox_hold(void);
void sandbox_release(void);

#endif
