/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/slice.h"

#include "base_random.h"

#include <stdio.h>
#include <string.h>

static const slice nothing = {NULL, 0};

Test(slice, of_a_string_borrows_its_bytes)
{
	const char *text = "toll";
	cr_expect(slice_of(text).ptr == text && slice_of(text).len == 4);
	cr_expect_eq(slice_of(NULL).len, 0);
}

Test(slice, sub_is_cut_to_what_there_is)
{
	slice s = SLICE("abcdef");
	cr_expect(slice_equal(slice_sub(s, 1, 3), SLICE("bc")));
	cr_expect(slice_equal(slice_sub(s, 4, 99), SLICE("ef")));
	cr_expect_eq(slice_sub(s, 5, 2).len, 0);
	cr_expect_eq(slice_sub(s, 99, 100).len, 0);
	cr_expect_eq(slice_sub(nothing, 0, SIZE_MAX).len, 0);
}

Test(slice, trim_takes_ascii_space_from_both_ends)
{
	cr_expect(slice_equal(slice_trim(SLICE(" \t\r\n\v\f a b \n")), SLICE("a b")));
	cr_expect_eq(slice_trim(SLICE(" \n ")).len, 0);
	cr_expect_eq(slice_trim(nothing).len, 0);
	cr_expect_eq(slice_trim(SLICE("\xC2\xA0")).len, 2, "a no-break space is not ASCII");
}

Test(slice, equality_and_order_go_by_bytes)
{
	cr_expect(slice_equal(nothing, SLICE("")));
	cr_expect_not(slice_equal(SLICE("a"), SLICE("A")));
	cr_expect(slice_equal_nocase(SLICE("AZ Per Cent"), SLICE("az pER cENT")));
	cr_expect_not(slice_equal_nocase(SLICE("@"), SLICE("`")), "only letters have case");
	cr_expect_not(slice_equal_nocase(SLICE("a"), SLICE("ab")));
	static const char *const rising[] = {"", "A", "AB", "a", "ab", "b", "\x80"};
	for (int i = 0; i < 7; i++)
		for (int j = 0; j < 7; j++)
			cr_expect_eq(slice_compare(slice_of(rising[i]), slice_of(rising[j])), (i > j) - (i < j));
	cr_expect_eq(slice_compare(nothing, SLICE("")), 0);
}

Test(slice, finds_bytes_and_runs_of_them)
{
	slice s = SLICE("one and one");
	cr_expect_eq(slice_find(s, SLICE("one")), 0);
	cr_expect_eq(slice_find(s, SLICE("d o")), 6);
	cr_expect_eq(slice_find(s, SLICE("two")), SIZE_MAX);
	cr_expect_eq(slice_find(nothing, SLICE("a")), SIZE_MAX);
	cr_expect_eq(slice_find(nothing, SLICE("")), 0);
	cr_expect_eq(slice_find_byte(s, ' '), 3);
	cr_expect_eq(slice_find_byte(s, '\0'), SIZE_MAX);
	cr_expect_eq(slice_find_byte(nothing, 'a'), SIZE_MAX);
	cr_expect(slice_starts_with(s, SLICE("one ")) && slice_ends_with(s, SLICE(" one")) && slice_starts_with(s, nothing));
	cr_expect_not(slice_ends_with(SLICE("e"), s) || slice_starts_with(SLICE("o"), s));
	cr_expect_not(slice_ends_with(s, SLICE("two")) || slice_starts_with(s, SLICE("two")));
}

Test(slice, hash_is_the_same_everywhere)
{
	cr_expect_eq(slice_hash(SLICE("")), slice_hash(nothing));
	cr_expect_eq(slice_hash(SLICE("")), 0xa0f0f2d92fd5618bU);
	cr_expect_eq(slice_hash(SLICE("figure")), 0x13a6bb397068eaafU);
	cr_expect_eq(slice_hash(SLICE("twenty-two sessions")), 0x7e13da2284f63f1dU);
}

Test(slice, hash_spreads_keys_that_differ_little)
{
	enum { KEYS = 20000, BUCKETS = 4096 };
	static unsigned low[BUCKETS], high[BUCKETS];
	char key[16];
	for (int i = 0; i < KEYS; i++) {
		int len = snprintf(key, sizeof key, "key%d", i);
		uint64_t h = slice_hash((slice){key, (size_t)len});
		low[h % BUCKETS]++;
		high[h >> 52]++;
	}
	double low_chi = 0, high_chi = 0, mean = (double)KEYS / BUCKETS;
	for (int i = 0; i < BUCKETS; i++) {
		low_chi += (low[i] - mean) * (low[i] - mean) / mean;
		high_chi += (high[i] - mean) * (high[i] - mean) / mean;
	}
	/* Chi-squared with 4095 degrees of freedom: 4095 with a deviation of 90; five of them are allowed. */
	cr_expect(low_chi < 4550, "%g", low_chi);
	cr_expect(high_chi < 4550, "%g", high_chi);
}
