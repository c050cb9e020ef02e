/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing array in an arena: `VEC(claim) claims = {0}; VEC_PUSH(a, claims, c);` then claims.at[i], claims.n.
 * Growing moves the items, so pointers into a vector are good only until the next push. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)                                                                                                           \
	struct {                                                                                                                \
		type *at;                                                                                                           \
		size_t n, cap;                                                                                                      \
	}

/* The item is read before the others move: it may be made of one of them. */
#define VEC_PUSH(arena_, v, ...)                                                                                            \
	do {                                                                                                                    \
		__typeof__(*(v).at) vec_item = (__VA_ARGS__);                                                                       \
		if ((v).n == (v).cap)                                                                                               \
			(v).at = vec_grow((arena_), (v).at, (v).n, &(v).cap, sizeof *(v).at);                                           \
		(v).at[(v).n++] = vec_item;                                                                                         \
	} while (0)

#define VEC_LAST(v) ((v).at[(v).n - 1])

/* A larger copy of `n` items of `size` bytes; *cap is set to the new capacity. */
void *vec_grow(arena *a, void *items, size_t n, size_t *cap, size_t size);

#endif
