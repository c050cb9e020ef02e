/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slips of the pen: which numbers they make of which. */
#include "reason/edit.h"

#include <criterion/criterion.h>

typedef struct want {
	const char *literal, *edits; /* "kind:text factor" in the order found */
} want;

static const char *const SHORT[] = {"swap", "twice", "lost", "point", "zero", "magnitude", "sign"};

static slice told(arena *a, slice literal, bool magnitude)
{
	edit_list edits = {0};
	edit_all(a, literal, magnitude, &edits);
	slice out = {"", 0};
	for (size_t i = 0; i < edits.n; i++) {
		char factor[RATIONAL_TEXT];
		size_t n = rational_format_exact(edits.at[i].factor, factor);
		out = arena_printf(a, SLICE_FMT "%s%s:" SLICE_FMT "×%.*s", SLICE_ARG(out), i ? " " : "", SHORT[edits.at[i].kind],
		                   SLICE_ARG(edits.at[i].text), (int)n, factor);
	}
	return out;
}

Test(slips, are_of_the_digits_as_written)
{
	static const want wants[] = {
		{"12", "swap:21×1.75 lost:112×28/3 lost:122×61/6 zero:120×10 sign:12×-1"},
		{"52", "swap:25×25/52 lost:552×138/13 lost:522×261/26 zero:520×10 sign:52×-1"},
		{"11", "twice:1×1/11 lost:111×111/11 zero:110×10 sign:11×-1"},
		{"1,183", "swap:1,813×259/169 swap:1,138×1138/1183 twice:183×183/1183 lost:11,183×11183/1183 lost:11,883×11883/1183 "
	              "lost:11,833×11833/1183 zero:11,830×10 sign:1,183×-1"},
		{"12.5",
	     "swap:21.5×1.72 swap:15.2×1.216 lost:112.5×9 lost:122.5×9.8 point:0.125×0.01 point:1.25×0.1 point:125×10 sign:12.5×-1"},
		{"1,18",
	     "swap:1,81×181/118 lost:11,18×559/59 point:0,0118×0.01 point:0,118×0.1 point:11,8×10 point:118×100 sign:1,18×-1"},
	};
	arena *a = arena_new(NULL);
	for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
		slice got = told(a, slice_of(wants[i].literal), false);
		cr_expect(slice_equal(got, slice_of(wants[i].edits)), "%s:\n got  " SLICE_FMT "\n want %s", wants[i].literal,
		          SLICE_ARG(got), wants[i].edits);
	}
	arena_free(a);
}

Test(slips, of_round_numbers_are_zeros)
{
	arena *a = arena_new(NULL);
	slice got = told(a, SLICE("100"), false);
	cr_expect(slice_equal(got, SLICE("lost:1100×11 zero:10×0.1 zero:1000×10 sign:100×-1")), SLICE_FMT, SLICE_ARG(got));
	arena_free(a);
}

Test(slips, of_a_magnitude_are_told_by_its_factor)
{
	arena *a = arena_new(NULL);
	slice got = told(a, SLICE("3"), true);
	cr_expect(slice_equal(got, SLICE("lost:33×11 zero:30×10 magnitude:3×1000 magnitude:3×0.001 sign:3×-1")), SLICE_FMT,
	          SLICE_ARG(got));
	arena_free(a);
}

Test(slips, are_none_of_what_is_no_plain_number)
{
	static const char *const literals[] = {"", "0", "twelve", "12-15", "1..2", "007", "1,183,", "1234567890123456789"};
	arena *a = arena_new(NULL);
	for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
		slice got = told(a, slice_of(literals[i]), false);
		cr_expect(got.len == 0, "%s: " SLICE_FMT, literals[i], SLICE_ARG(got));
	}
	arena_free(a);
}
