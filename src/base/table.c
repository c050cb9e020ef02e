/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing with linear probing; the number of slots is a power of two and at most three quarters are full.
 * An empty slot is one whose key has no pointer. */
#include "base/table.h"

static size_t slots_for(size_t keys)
{
	size_t cap = 16;
	while (cap - cap / 4 < keys && cap <= SIZE_MAX / 4)
		cap *= 2;
	return cap;
}

table table_new(arena *a, size_t expected)
{
	table t = {.arena = a};
	if (expected) {
		t.cap = slots_for(expected);
		t.slots = ARENA_ARRAY(a, struct table_slot, t.cap);
	}
	return t;
}

/* The slot of key, or the empty one where it would go. There is always an empty one, or no slots at all. */
static struct table_slot *find(const table *t, slice key)
{
	size_t mask = t->cap - 1, i = (size_t)slice_hash(key) & mask;
	while (t->slots[i].key.ptr && !slice_equal(t->slots[i].key, key))
		i = (i + 1) & mask;
	return &t->slots[i];
}

void *table_get(const table *t, slice key)
{
	return t->cap ? find(t, key)->value : NULL;
}

static void grow(table *t)
{
	table larger = table_new(t->arena, t->cap ? t->cap : 1);
	for (size_t i = 0; i < t->cap; i++)
		if (t->slots[i].key.ptr)
			*find(&larger, t->slots[i].key) = t->slots[i];
	t->slots = larger.slots;
	t->cap = larger.cap;
}

void **table_at(table *t, slice key)
{
	if (!key.ptr)
		key = (slice){"", 0};
	struct table_slot *slot = t->cap ? find(t, key) : NULL;
	if (!slot || (!slot->key.ptr && t->n + 1 > t->cap - t->cap / 4)) {
		grow(t);
		slot = find(t, key);
	}
	if (!slot->key.ptr) {
		slot->key = key;
		t->n++;
	}
	return &slot->value;
}
