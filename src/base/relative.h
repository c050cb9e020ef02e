/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reference that holds no address: how far from itself the thing lies that it refers to. Constants made of such references are
 * used where the linker put them, without a relocation, so their pages are read only when they are needed. What holds a
 * reference must not be copied elsewhere. */
#ifndef BASE_RELATIVE_H
#define BASE_RELATIVE_H

#include "base/slice.h"

typedef ptrdiff_t relative; /* 0: to nothing */

static inline const void *relative_get(const relative *r)
{
	return *r ? (const void *)((uintptr_t)r + (uintptr_t)*r) : NULL; // NOLINT(performance-no-int-to-ptr)
}

/* `to` may be NULL. */
static inline void relative_set(relative *r, const void *to)
{
	*r = to ? (ptrdiff_t)((uintptr_t)to - (uintptr_t)r) : 0;
}

/* `len` bytes there; where there are some it refers to something. */
static inline slice relative_slice(const relative *r, size_t len)
{
	const char *at = (const char *)((uintptr_t)r + (uintptr_t)*r); // NOLINT(performance-no-int-to-ptr)
	return len ? (slice){at, len} : (slice){"", 0};
}

#endif
