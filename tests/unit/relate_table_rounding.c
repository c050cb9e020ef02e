/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether whole numbers were rounded though nothing about their table says so. */
#include "arena_fixture.h"
#include "audit_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>

TestSuite(table_rounding, .init = arena_set_up, .fini = arena_tear_down);

enum { COLUMNS = 16 };

/* Three rows over their total; it is one too much in each of the first n columns out of every `step`. */
static const audit *sums(int n, int step)
{
	char text[4096];
	static const struct {
		const char *name;
		int first, more;
	} rows[] = {{"Oats", 1000, 37}, {"Rye", 2000, 53}, {"Barley", 3000, 71}, {"Total", 6000, 161}};
	int at = 0;
	for (int r = 0; r < 4; r++) {
		at += snprintf(text + at, sizeof text - (size_t)at, "%-10s", rows[r].name);
		for (int c = 0; c < COLUMNS; c++)
			at += snprintf(text + at, sizeof text - (size_t)at, "%8d",
			               rows[r].first + rows[r].more * c + (r == 3 && c % step < n));
		at += snprintf(text + at, sizeof text - (size_t)at, "\n");
	}
	const char *all = text;
	return audit_of(a, 1, &all, 1);
}

Test(table_rounding, sums_that_miss_by_one_here_and_there_are_of_rounded_numbers)
{
	audit_expect(sums(1, 4), "N320", COLUMNS, 0);
}

Test(table_rounding, one_miss_among_many_that_hold_exactly_is_a_mistake)
{
	audit_expect(sums(1, COLUMNS), "N320", COLUMNS - 1, 1);
}

Test(table_rounding, sums_that_all_hold_need_no_rounding)
{
	audit_expect(sums(0, COLUMNS), "N320", COLUMNS, 0);
}
