/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that stand beside those of the groups: a total told in two ways, parts with other lines between them, years of years. */
#include "relate_table_fixture.h"

#include <criterion/criterion.h>

TestSuite(table_also, .init = table_set_up, .fini = table_tear_down);

Test(table_also, a_total_may_be_told_in_two_ways)
{
	table_read("Ponds               2001     2002     2003\n"
	           "Total ponds        4,210    4,532    4,871\n"
	           "Northern           1,305    1,412    1,530\n"
	           "Southern           2,905    3,120    3,341\n"
	           "Shallow            3,118    3,304    3,560\n"
	           "Deep               1,092    1,228    1,311\n");
	table_expect("N320", 6, 0);
}

#define KEEPERS(last)                                                                                                       \
	"Keepers              North     South      East      West\n"                                                            \
	"Total keepers       42,103    45,328    48,711    50,164\n"                                                            \
	"Men                 13,052    14,121    15,306    16,017\n"                                                            \
	"Women               29,051    31,207    33,405    34,147\n"                                                            \
	"Under forty         31,180    33,042    35,604    37,771\n"                                                            \
	"Forty and over      10,923    12,286    13,107    " last "\n"

Test(table_also, the_second_way_may_be_spoilt_by_a_slip_at_one_place_of_four)
{
	table_read(KEEPERS("12,393"));
	table_expect("N320", 8, 0);
	table_read(KEEPERS("12,933")); /* 37,771 + 12,933 = 50,704 */
	table_expect("N320", 7, 1);
	cr_expect_eq(table_audit->finding_count, 1);
}

Test(table_also, what_rounding_may_come_to_is_no_slip)
{
	table_read(KEEPERS("12,394"));
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(table_also, what_is_off_by_more_than_a_slip_is_no_sum_at_all)
{
	table_read(KEEPERS("17,218"));
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(table_also, a_total_of_six_years_counts_none_twice_beside_that_of_three)
{
	table_read("Grain       2001    2002    2003    2004    2005    2006   Total, 2001-03   Total, 2001-06\n"
	           "Oats       1,204   1,310   1,288   1,342   1,295   1,377            3,802            7,816\n"
	           "Rye        2,113   2,098   2,241   2,006   2,187   2,254            6,452           12,899\n"
	           "Barley     3,017   2,955   3,126   3,240   3,198   3,305            9,098           18,841\n"
	           "Wheat      4,421   4,518   4,377   4,690   4,603   4,712           13,316           27,321\n");
	size_t whole = 0;
	const relation *all[64];
	size_t n = audit_relations_of(table_audit, "N321", all, 64);
	for (size_t i = 0; i < n; i++)
		whole += all[i]->claim_count == 7; /* the total and six years */
	cr_expect_eq(whole, 4, "%zu rows", whole);
	table_expect("N321", n, 0);
}

Test(table_also, lines_of_one_name_are_summed_up_by_the_first_of_them)
{
	table_read("Line                  Hives\n"
	           "All valleys\n"
	           "Keepers              48,213\n"
	           "Guests               17,904\n"
	           "Upper valley\n"
	           "Keepers              12,651\n"
	           "Guests                9,418\n"
	           "Middle valley\n"
	           "Keepers              23,487\n"
	           "Guests                3,127\n"
	           "Lower valley\n"
	           "Keepers              12,075\n"
	           "Guests                5,359\n");
	table_expect("N320", 2, 0);
}

Test(table_also, and_by_the_last_of_them)
{
	table_read("Line                  Hives\n"
	           "Upper valley\n"
	           "Keepers              12,651\n"
	           "Guests                9,418\n"
	           "Middle valley\n"
	           "Keepers              23,487\n"
	           "Guests                3,127\n"
	           "Lower valley\n"
	           "Keepers              12,075\n"
	           "Guests                5,359\n"
	           "All valleys\n"
	           "Keepers              48,213\n"
	           "Guests               17,904\n");
	table_expect("N320", 2, 0);
}

Test(table_also, nothing_is_held_against_lines_of_one_name)
{
	table_read("Line                  Hives\n"
	           "All valleys\n"
	           "Keepers              48,213\n"
	           "Guests               17,604\n"
	           "Upper valley\n"
	           "Keepers              12,651\n"
	           "Guests                9,418\n"
	           "Middle valley\n"
	           "Keepers              23,487\n"
	           "Guests                3,127\n"
	           "Lower valley\n"
	           "Keepers              12,075\n"
	           "Guests                5,359\n");
	table_expect("N320", 1, 0);
}

Test(table_also, a_number_is_no_rounder_for_the_decimals_of_its_neighbours)
{
	table_read("Line               Hives  Growth (%)\n"
	           "Valley\n"
	           "Both kinds        71,633         1.4\n"
	           "Straw             40,518         2.1\n"
	           "Wood              31,115         0.6\n"
	           "Hill\n"
	           "Both kinds        52,471         2.8\n"
	           "Straw             18,336         3.3\n"
	           "Wood              34,135         2.4\n");
	table_expect("N320", 2, 0);
}
