/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "base/bisect.h"

#include <criterion/criterion.h>

Test(ascii, each_kind_ends_where_its_neighbours_begin)
{
	cr_expect(ascii_is_digit('0') && ascii_is_digit('9') && !ascii_is_digit('/') && !ascii_is_digit(':'));
	cr_expect(ascii_is_capital('A') && ascii_is_capital('Z') && !ascii_is_capital('@') && !ascii_is_capital('['));
	cr_expect(ascii_is_small('a') && ascii_is_small('z') && !ascii_is_small('`') && !ascii_is_small('{'));
	cr_expect(ascii_is_letter('A') && ascii_is_letter('z') && !ascii_is_letter('@') && !ascii_is_letter('['));
	cr_expect(ascii_is_alnum('7') && ascii_is_alnum('Q') && !ascii_is_alnum('_'));
	cr_expect(ascii_is_blank('\t') && !ascii_is_blank('\n') && ascii_is_white('\n') && ascii_is_white('\r') &&
	          !ascii_is_white('\0'));
}

Test(ascii, a_byte_or_a_code_point_beyond_is_none_of_these)
{
	/* é as a signed char, as a byte, and a code point whose low eight bits are those of "A" */
	const int64_t beyond[] = {(char)0xE9, 0xE9, 0x0141};
	for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++)
		cr_expect_not(ascii_is_alnum(beyond[i]) || ascii_is_white(beyond[i]) || ascii_is_capital(beyond[i]), "%zu", i);
}

Test(ascii, hexadecimal_digits_have_their_value_in_either_case)
{
	cr_expect_eq(ascii_hex('0'), 0);
	cr_expect_eq(ascii_hex('9'), 9);
	cr_expect_eq(ascii_hex('a'), 10);
	cr_expect_eq(ascii_hex('F'), 15);
	cr_expect_eq(ascii_hex('g'), -1);
	cr_expect_eq(ascii_hex('@'), -1);
}

Test(ascii, all_digits_is_said_of_one_digit_and_of_no_empty_text)
{
	cr_expect(ascii_all_digits(SLICE("4")) && ascii_all_digits(SLICE("0190")));
	cr_expect_not(ascii_all_digits(SLICE("")) || ascii_all_digits(SLICE("4a")) || ascii_all_digits(SLICE(" 4")));
}

Test(bisect, counts_those_before_whatever_the_length)
{
	const int sorted[] = {2, 3, 3, 5, 8};
	/* How many are below 0, 2, 3, 4, 8, 9 among the first n. */
	const int bound[] = {0, 2, 3, 4, 8, 9};
	const size_t below[][6] = {{0, 0, 0, 0, 0, 0}, {0, 0, 1, 1, 1, 1}, {0, 0, 1, 2, 2, 2},
	                           {0, 0, 1, 3, 3, 3}, {0, 0, 1, 3, 4, 4}, {0, 0, 1, 3, 4, 5}};
	for (size_t n = 0; n <= 5; n++)
		for (size_t k = 0; k < 6; k++) {
			size_t at;
			BISECT(at, n, sorted[at] < bound[k]);
			cr_expect_eq(at, below[n][k], "%zu below %d of %zu", at, bound[k], n);
		}
}
