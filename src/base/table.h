/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table from byte strings (of less than 4 GB) to pointers, living in an arena. Keys are borrowed: the caller keeps their
 * bytes. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/arena.h"

typedef struct table {
	arena *arena;
	struct table_slot {
		const char *key; /* NULL: an empty slot */
		uint32_t len, hash;
		void *value;
	} * slots;
	size_t n, cap;
} table;

table table_new(arena *a, size_t expected);
void *table_get(const table *t, slice key); /* NULL when absent */
/* The place of key's value, made (holding NULL) if absent; good until the next call of table_at. */
void **table_at(table *t, slice key);

#endif
