/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing with linear probing; the number of slots is a power of two and at most three quarters are full.
 * A slot tells its key's hash, so that other keys' bytes are seldom looked at. */
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
static struct table_slot *find(const table *t, slice key, uint32_t hash)
{
	size_t mask = t->cap - 1, i = hash & mask;
	for (struct table_slot *s; (s = &t->slots[i])->key; i = (i + 1) & mask) {
		if (s->hash == hash && s->len == key.len && memcmp(s->key, key.ptr, key.len) == 0)
			return s;
	}
	return &t->slots[i];
}

void *table_get(const table *t, slice key)
{
	return t->cap ? find(t, key.ptr ? key : (slice){"", 0}, (uint32_t)slice_hash(key))->value : NULL;
}

static void grow(table *t)
{
	table larger = table_new(t->arena, t->cap ? t->cap : 1);
	for (size_t i = 0; i < t->cap; i++) {
		const struct table_slot *s = &t->slots[i];
		size_t at = s->hash & (larger.cap - 1);
		while (s->key && larger.slots[at].key)
			at = (at + 1) & (larger.cap - 1);
		if (s->key)
			larger.slots[at] = *s;
	}
	t->slots = larger.slots;
	t->cap = larger.cap;
}

void **table_at(table *t, slice key)
{
	if (!key.ptr)
		key = (slice){"", 0};
	const uint32_t hash = (uint32_t)slice_hash(key);
	struct table_slot *slot = t->cap ? find(t, key, hash) : NULL;
	if (!slot || (!slot->key && t->n + 1 > t->cap - t->cap / 4)) {
		grow(t);
		slot = find(t, key, hash);
	}
	if (!slot->key) {
		*slot = (struct table_slot){.key = key.ptr, .len = (uint32_t)key.len, .hash = hash};
		t->n++;
	}
	return &slot->value;
}
