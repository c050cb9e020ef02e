/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arenas, and the vectors and tables that live in them. */
#include "base/arena.h"

#include "base/table.h"
#include "base/vec.h"
#include "base_random.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

Test(arena, memory_is_zero_aligned_and_apart)
{
	enum { THINGS = 3000 };
	static struct {
		unsigned char *at;
		size_t size;
	} things[THINGS];
	uint64_t state = 1;
	arena *a = arena_new(NULL);
	for (int i = 0; i < THINGS; i++) {
		size_t size = (size_t)random_between(&state, 0, i % 100 == 0 ? 300000 : 200);
		unsigned char *p = arena_alloc(a, size);
		MUST((uintptr_t)p % 16 == 0, "not aligned");
		for (size_t k = 0; k < size; k++)
			MUST(p[k] == 0, "not zero");
		memset(p, i % 255 + 1, size);
		things[i].at = p;
		things[i].size = size;
	}
	for (int i = 0; i < THINGS; i++)
		for (size_t k = 0; k < things[i].size; k++)
			MUST(things[i].at[k] == i % 255 + 1, "thing %d was overwritten", i);
	arena_free(a);
}

Test(arena, what_was_reset_is_handed_out_again_as_zeroes)
{
	arena *a = arena_new(NULL);
	for (size_t round = 0; round < 20; round++) {
		for (size_t size = 1; size < 300000; size = size * 2 + 1) {
			unsigned char *p = arena_alloc(a, size);
			for (size_t k = 0; k < size; k++)
				MUST(p[k] == 0, "not zero");
			memset(p, 0xA5, size);
		}
		arena_reset(a);
		cr_assert_eq(arena_used(a), 0);
	}
	arena_free(a);
}

Test(arena, what_was_handed_out_since_a_mark_is_taken_back)
{
	static const size_t sizes[] = {1, 100, 5000, 70000, 3000000};
	arena *a = arena_new(NULL);
	char *kept = arena_alloc(a, 100);
	memset(kept, 'k', 100);
	size_t used = arena_used(a);
	for (size_t round = 0; round < 50; round++) {
		arena_mark here = arena_here(a);
		for (size_t i = 0; i <= round % 5; i++) {
			char *more = arena_alloc(a, sizes[i]);
			for (size_t k = 0; k < sizes[i]; k += 97)
				cr_assert_eq(more[k], 0);
			memset(more, 'x', sizes[i]);
		}
		arena_rewind(a, here);
		cr_assert_eq(arena_used(a), used);
	}
	for (size_t k = 0; k < 100; k++)
		cr_assert_eq(kept[k], 'k');
	arena_free(a);
}

Test(arena, copies_and_prints_with_a_nul_behind)
{
	arena *a = arena_new(NULL);
	slice copy = arena_copy(a, (slice){"abc", 2});
	cr_expect(copy.len == 2 && strcmp(copy.ptr, "ab") == 0);
	cr_expect_str_eq(arena_copy(a, (slice){0}).ptr, "");
	slice text = arena_printf(a, "%d of %s", 3, "seven");
	cr_expect(text.len == 10 && strcmp(text.ptr, "3 of seven") == 0);
	for (int width = 250; width < 262; width++) { /* around the length up to which it is formatted once */
		text = arena_printf(a, "%*d", width, 7);
		cr_expect(text.len == (size_t)width && text.ptr[width - 1] == '7' && text.ptr[width] == '\0');
	}
	arena_free(a);
	arena_free(NULL);
}

Test(arena, growing_keeps_what_was_there_and_zeroes_the_rest)
{
	arena *a = arena_new(NULL);
	unsigned char *p = NULL;
	size_t size = 0, moves = 0;
	for (size_t wanted = 1; wanted < 2000000; wanted = wanted * 3 / 2 + 1) {
		unsigned char *grown = arena_grow(a, p, size, wanted);
		moves += grown != p;
		p = grown;
		for (size_t i = 0; i < wanted; i++) {
			MUST(p[i] == (i < size ? (unsigned char)(i * 7 + 1) : 0), "byte %zu of %zu", i, wanted);
			p[i] = (unsigned char)(i * 7 + 1);
		}
		size = wanted;
		if (wanted % 5 == 0)
			arena_alloc(a, 1); /* something stands behind it: it has to move */
	}
	cr_expect_lt(moves, 25, "it should grow in place where it can");
	arena_free(a);
}

Test(arena, what_is_large_grows_without_copies)
{
	arena *a = arena_new(NULL);
	size_t size = 300000;
	unsigned char *p = arena_alloc(a, size);
	memset(p, 0xA5, size);
	arena_alloc(a, 100);
	size_t before = arena_used(a);
	for (size_t wanted = size * 2; wanted < 20000000; wanted *= 2) {
		p = arena_grow(a, p, size, wanted);
		cr_assert(p[size - 1] == 0xA5 && p[size] == 0 && p[wanted - 1] == 0);
		memset(p + size, 0xA5, wanted - size);
		size = wanted;
	}
	cr_expect_leq(arena_used(a), before - 300000 + size + 64, "what it grew from is not kept");
	arena_limit(a, arena_used(a) + 1000);
	arena_alloc(a, 500);
	arena_free(a);
}

Test(arena, growing_without_room_moves)
{
	arena *a = arena_new(NULL);
	arena_alloc(a, 3000);
	char *p = arena_alloc(a, 16);
	memcpy(p, "0123456789abcdef", 16);
	char *grown = arena_grow(a, p, 16, 1200);
	cr_expect_neq(grown, p);
	cr_expect(memcmp(grown, "0123456789abcdef", 16) == 0 && grown[16] == 0 && grown[1199] == 0);
	cr_expect_eq(arena_grow(a, grown, 1200, 100), grown, "it never shrinks");
	arena_free(a);
}

Test(arena, that_is_adopted_keeps_its_memory)
{
	arena *a = arena_new(NULL), *other = arena_new(NULL);
	slice kept[300];
	for (int i = 0; i < 300; i++)
		kept[i] = arena_printf(i % 2 ? a : other, "%*d", i * 10 + 1, i);
	size_t used = arena_used(a) + arena_used(other);
	arena_adopt(a, other);
	cr_expect_eq(arena_used(a), used);
	for (int i = 0; i < 300; i++) {
		slice again = arena_printf(a, "%*d", i * 10 + 1, i);
		MUST(slice_equal(kept[i], again), "text %d", i);
	}
	arena_free(a);
}

/* How a piece of work ends under a limit: 0 if all of it was done, 1 if memory ran out. */
static int outcome(size_t limit, void (*work)(arena *a))
{
	jmp_buf fail;
	arena *volatile a = arena_new(&fail);
	int ended = setjmp(fail);
	if (ended == 0) {
		arena_limit(a, limit);
		work(a);
	}
	cr_assert_leq(arena_used(a), limit);
	arena_free(a);
	return ended;
}

static void some_of_everything(arena *a)
{
	VEC(int) numbers = {0};
	table names = table_new(a, 0);
	for (int i = 0; i < 100; i++) {
		VEC_PUSH(a, numbers, i);
		slice name = arena_printf(a, "name %d", i);
		*table_at(&names, name) = ARENA_NEW(a, long);
	}
	for (int i = 0; i < 100; i++)
		MUST(numbers.at[i] == i, "number %d", i);
}

Test(arena, every_allocation_can_fail_and_control_comes_back)
{
	arena *a = arena_new(NULL);
	some_of_everything(a);
	size_t needed = arena_used(a);
	arena_free(a);
	for (size_t limit = 0; limit < needed; limit += 16)
		MUST(outcome(limit, some_of_everything) == 1, "%zu of %zu bytes were enough", limit, needed);
	cr_expect_eq(outcome(needed, some_of_everything), 0);
}

static void too_much(arena *a)
{
	arena_calloc(a, SIZE_MAX / 2, 3);
}

static void far_too_much(arena *a)
{
	arena_alloc(a, SIZE_MAX);
}

static void endless(arena *a)
{
	arena_copy(a, (slice){"", SIZE_MAX});
}

static void overflowing_vector(arena *a)
{
	size_t cap = SIZE_MAX / 2 + 1;
	vec_grow(a, NULL, 0, &cap, 16);
}

Test(arena, sizes_that_overflow_are_out_of_memory)
{
	cr_expect_eq(outcome(SIZE_MAX, too_much), 1);
	cr_expect_eq(outcome(SIZE_MAX, far_too_much), 1);
	cr_expect_eq(outcome(SIZE_MAX, endless), 1);
	cr_expect_eq(outcome(SIZE_MAX, overflowing_vector), 1);
	cr_expect_eq(outcome(SIZE_MAX, arena_exhausted), 1);
}

Test(arena, without_an_owner_the_program_ends_with_status_2, .exit_code = 2)
{
	arena *a = arena_new(NULL);
	arena_limit(a, 100);
	if (!freopen("/dev/null", "w", stderr))
		return;
	arena_alloc(a, 101);
}

Test(vec, grows_and_keeps_its_items)
{
	arena *a = arena_new(NULL);
	VEC(uint64_t) v = {0};
	for (uint64_t i = 0; i < 100000; i++) {
		VEC_PUSH(a, v, i * i);
		MUST(VEC_LAST(v) == i * i && v.n == i + 1, "item %d", (int)i);
	}
	for (uint64_t i = 0; i < 100000; i++)
		MUST(v.at[i] == i * i, "item %d", (int)i);
	arena_free(a);
}

Test(vec, takes_compound_literals)
{
	struct point {
		int x, y;
	};
	arena *a = arena_new(NULL);
	VEC(struct point) v = {0};
	VEC_PUSH(a, v, (struct point){1, 2});
	VEC_PUSH(a, v, (struct point){.y = 3});
	cr_expect(v.n == 2 && v.at[0].y == 2 && v.at[1].x == 0);
	arena_free(a);
}

Test(table, finds_every_key_and_no_other)
{
	enum { KEYS = 20000 };
	arena *a = arena_new(NULL);
	table t = table_new(a, 10);
	static int values[KEYS];
	for (int i = 0; i < KEYS; i++) {
		void **place = table_at(&t, arena_printf(a, "%d", i * 7));
		MUST(*place == NULL, "key %d was there already", i * 7);
		*place = &values[i];
	}
	cr_expect_eq(t.n, KEYS);
	for (int i = 0; i < 7 * KEYS; i++) {
		slice key = arena_printf(a, "%d", i);
		MUST(table_get(&t, key) == (i % 7 ? NULL : &values[i / 7]), "key %d", i);
	}
	*table_at(&t, SLICE("14")) = NULL;
	cr_expect_eq(t.n, KEYS, "a key that is there is not added again");
	cr_expect_null(table_get(&t, SLICE("14")));
	arena_free(a);
}

Test(table, keys_are_bytes_the_empty_one_too)
{
	arena *a = arena_new(NULL);
	table t = table_new(a, 0);
	int one, two, three;
	cr_expect_null(table_get(&t, SLICE("x")));
	*table_at(&t, (slice){NULL, 0}) = &one;
	*table_at(&t, (slice){"a\0b", 3}) = &two;
	*table_at(&t, (slice){"a\0c", 3}) = &three;
	cr_expect_eq(table_get(&t, SLICE("")), &one);
	cr_expect_eq(table_get(&t, (slice){"a\0b", 3}), &two);
	cr_expect_eq(table_get(&t, (slice){"a\0c", 3}), &three);
	cr_expect_null(table_get(&t, SLICE("a")));
	arena_free(a);
}

/* A full vector moves its items; the old place is poisoned under AddressSanitizer. */
Test(vec, takes_an_item_made_of_one_of_its_own)
{
	arena *a = arena_new(NULL);
	VEC(int) v = {0};
	VEC_PUSH(a, v, 1);
	for (int i = 1; i < 1000; i++) {
		(void)arena_alloc(a, 1); /* so that it cannot grow where it stands */
		VEC_PUSH(a, v, v.at[i - 1] + 1);
	}
	for (int i = 0; i < 1000; i++)
		cr_assert_eq(v.at[i], i + 1);
	arena_free(a);
}

Test(table, with_room_for_the_expected_keys_does_not_grow)
{
	arena *a = arena_new(NULL);
	for (size_t expected = 1; expected < 200; expected++) {
		table t = table_new(a, expected);
		size_t cap = t.cap;
		for (size_t i = 0; i < expected; i++)
			table_at(&t, arena_printf(a, "%zu", i));
		MUST(t.cap == cap, "a table for %zu grew", expected);
	}
	arena_free(a);
}
