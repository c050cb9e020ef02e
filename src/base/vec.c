/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/vec.h"

void *vec_grow(arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	size_t wanted = *cap < 8 ? 8 : *cap * 2, bytes;
	if (wanted < *cap || __builtin_mul_overflow(wanted, size, &bytes))
		bytes = SIZE_MAX; /* more than any arena has */
	void *grown = arena_grow(a, items, n * size, bytes);
	*cap = wanted;
	return grown;
}
