/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bounds that a run may set: each has a name, a default (LIMIT_CAPS of base/limits.h), and is named where it is met. */
#ifndef BASE_CAPS_H
#define BASE_CAPS_H

#include "base/arena.h"
#include "base/limits.h"

typedef enum {
#define X(ID, name, unit, value, meaning) CAP_##ID,
	LIMIT_CAPS(X)
#undef X
		CAP_COUNT
} cap_id;

typedef struct caps {
	uint64_t of[CAP_COUNT]; /* bytes, seconds or a number */
} caps;

extern const caps CAPS_DEFAULT;

/* The value of one cap; the defaults where c is NULL. */
uint64_t cap_of(const caps *c, cap_id id);
/* "a MESSAGE 1 GiB (--limit memory=...)": the message, the cap's value in plain words and how to set another. */
slice cap_message(arena *a, const caps *c, cap_id id, const char *message);
/* Sets a cap by name: a number, with KiB, MiB, GiB (or K, M, G) for bytes and s for seconds. False with *why if there is no such
 * cap or it can have no such value. */
bool cap_set(arena *a, caps *c, slice name, slice value, slice *why);
/* Name, meaning and default ("1 GiB") of a cap, for lists of them. */
slice cap_name(cap_id id);
slice cap_meaning(cap_id id);
slice cap_text(arena *a, const caps *c, cap_id id);

#endif
