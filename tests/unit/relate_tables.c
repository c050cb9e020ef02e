/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows and columns of tables add up to. */
#include "relate_table_fixture.h"

#include "reason/suspect.h"

#include <criterion/criterion.h>
#include <stdio.h>

TestSuite(tables, .init = table_set_up, .fini = table_tear_down);

static size_t count(const char *id, bool failing)
{
	return audit_tally(table_audit, id, failing);
}

Test(tables, subtotals_are_not_counted_twice)
{
	table_read("Boats               2001     2002\n\n"
	           "North\n"
	           "  Sail               120      131\n"
	           "  Steam               45       52\n"
	           "  Total, north       165      183\n"
	           "South\n"
	           "  Sail                88       79\n"
	           "  Steam               31       36\n"
	           "  Total, south       119      115\n"
	           "All boats, total     284      298\n");
	table_expect("N320", 6, 0);
}

Test(tables, a_whole_may_stand_before_its_parts)
{
	table_read("                       March    April    May\n"
	           "Total boats            1,204    1,310    1,288\n"
	           "  Under sail             712      790      765\n"
	           "    One mast             400      441      430\n"
	           "    Two masts            312      349      335\n"
	           "  Under steam            492      520      523\n");
	table_expect("N320", 6, 0);
}

Test(tables, the_cell_that_its_row_and_column_accuse_is_the_suspect)
{
	table_read("            North    South     East    Total\n"
	           "Cod          1204     1310     1288     3802\n"
	           "Ling          312      398      305     1015\n"
	           "Hake           97      151      110      308\n"
	           "Total        1613     1809     1703     5125\n");
	table_expect("N320", 3, 1); /* South: 1310 + 398 + 151 = 1859 */
	table_expect("N321", 3, 1); /* Hake: 97 + 151 + 110 = 358 */
	cr_assert_eq(table_audit->finding_count, 1);
	cr_assert(table_audit->findings[0].suspect);
	cr_expect_eq(rational_compare(figure_value(audit_claim(table_audit, *table_audit->findings[0].suspect)->figure),
	                              rational_int(151)),
	             0);
}

Test(tables, what_is_told_in_thousands_may_be_off_by_half_a_unit_for_each_number)
{
	const char *rows = "               2001     2002\n"
					   "Cod              14       31\n"
					   "Ling             22       45\n"
					   "Hake              9       17\n"
					   "Total            46       93\n";
	table_read(rows);
	table_expect("N320", 1, 1); /* 14 + 22 + 9 = 45 */
	table_read(arena_printf(table_arena, "Fish landed (in thousands)\n\n%s", rows).ptr);
	table_expect("N320", 2, 0);
	table_read(arena_printf(table_arena, "%s\nNote: columns may not add to totals due to rounding.\n", rows).ptr);
	table_expect("N320", 2, 0);
}

Test(tables, a_part_that_is_not_listed_is_no_mistake)
{
	table_read("               2001     2002     2003\n"
	           "Cod             140      310      288\n"
	           "Ling             22       45       51\n"
	           "Hake              9       17       23\n"
	           "Total           191      392      382\n"); /* 20 more in each */
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(tables, brackets_are_the_minus_of_accounts)
{
	table_read("                       2001         2002\n"
	           "Sales               $ 24,310    $ 26,115\n"
	           "Interest                 415         388\n"
	           "Losses on boats       (1,204)     (2,310)\n"
	           "Total income          23,521      24,193\n"
	           "Wages                 11,204      11,980\n"
	           "Net income          $ 12,317    $ 12,213\n");
	table_expect("N320", 4, 0);
}

Test(tables, percentages_and_averages_are_no_addends)
{
	table_read("               Landed   Share   Mean weight\n"
	           "Cod              1204   52.1%          3.10\n"
	           "Ling              812   35.1%          2.20\n"
	           "Hake              297   12.8%          1.40\n"
	           "Total            2313    100%          2.56\n");
	cr_expect_eq(table_audit->finding_count, 0);
	cr_expect(count("N320", false) >= 1);
}

Test(tables, all_others_are_no_total)
{
	table_read("               2001     2002\n"
	           "Cod             140      310\n"
	           "Ling             22       45\n"
	           "All other       161      354\n");
	cr_expect_eq(table_audit->finding_count, 0);
	table_expect("N320", 0, 0);
}

Test(tables, what_is_withheld_is_not_taken_for_nothing)
{
	table_read("               2001     2002     2003\n"
	           "Cod            1404     3105     2881\n"
	           "Ling            (D)      451      513\n"
	           "Hake           2970        -      234\n"
	           "Total          9116     3556     3628\n");
	table_expect("N320", 2, 0);
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(tables, of_many_addends_none_is_lost)
{
	size_t room = 20000, n = 0;
	char *text = arena_alloc(table_arena, room);
	for (unsigned i = 0; i < 300; i++)
		n += (size_t)snprintf(text + n, room - n, "Boat %-8u %12u %12u\n", i, 9000000 + i, 7000000 + 2 * i);
	/* 300 × 9,000,000 + 299 × 300 / 2; 300 × 7,000,000 + 299 × 300 */
	snprintf(text + n, room - n, "Total         %12s %12s\n", "2700044850", "2100089700");
	table_read(text);
	table_expect("N320", 2, 0);
}

Test(tables, without_a_word_for_it_most_rows_must_add_up_so)
{
	table_read("              Sent     Back     Lost\n"
	           "March        1,412    1,355       57\n"
	           "April        1,280    1,199       81\n"
	           "May          1,505    1,490       15\n"
	           "June         1,298    1,241       75\n"
	           "July         1,610    1,587       23\n"
	           "August       1,187    1,120       67\n");
	table_expect("N321", 5, 1); /* 1,241 + 75 = 1,316 */
	cr_expect_eq(table_audit->finding_count, 1);
}

Test(tables, numbers_so_small_that_any_would_agree_are_no_evidence_of_a_ratio)
{
	char text[4096];
	int n = snprintf(text, sizeof text, "Lock          Open     Shut      All\n");
	for (int i = 0; i < 70; i++) {
		int each = i % 10 == 3 ? 2 : i % 10 == 7 ? 3 : 1;
		n += snprintf(text + n, sizeof text - (size_t)n, "Lock %c%c  %8d %8d %8d\n", 'a' + i / 10, 'a' + i % 10, each, each,
		              2 * each);
	}
	table_read(text);
	table_expect("N324", 0, 0);
}

Test(tables, floats_that_are_all_whole_tell_of_no_tenths)
{
	table_read("Harbour dues (in thousands)\n\n"
	           "                  2001        2002\n"
	           "Quays          14212.0     15309.0\n"
	           "Cranes          8031.0      7745.0\n"
	           "Pilots          2977.0      3120.0\n"
	           "Total          25221.0     26174.0\n"); /* 25,220 and 26,174 */
	table_expect("N320", 2, 0);
	table_read("Harbour dues (in thousands)\n\n"
	           "                  2001        2002\n"
	           "Quays          14212.5     15309.5\n"
	           "Cranes          8031.0      7745.0\n"
	           "Pilots          2977.0      3120.0\n"
	           "Total          25221.0     26174.5\n"); /* 25,220.5 */
	table_expect("N320", 1, 1);
}

Test(tables, a_slip_in_one_of_two_columns_is_told_where_the_other_speaks_for_the_sum)
{
	const char *text = "                       2001       2002\n"
					   "Hulls                61,317     70,452\n"
					   "Masts               128,906    131,7%s\n"
					   "Sails                45,288     39,613\n"
					   "Fleet at cost       235,511    241,835\n"
					   "Less: wear          (98,204)  (101,377)\n"
					   "Fleet, net          137,307    140,458\n";
	char with[512];
	snprintf(with, sizeof with, text, "70");
	table_read(with);
	cr_expect_eq(table_audit->finding_count, 0);
	cr_expect_geq(count("N320", false), 4);
	snprintf(with, sizeof with, text, "10"); /* 70,452 + 131,710 + 39,613 = 241,775 */
	table_read(with);
	table_expect("N320", 3, 1);
	snprintf(with, sizeof with, text, "71"); /* one more, as rounding makes it */
	table_read(with);
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(tables, a_row_without_a_name_sums_up_those_before_it)
{
	table_read("Dues paid            2001    2002    2003\n"
	           "Current\n"
	           "  Ours                 84      52     173\n"
	           "  Abroad               (7)     19      14\n"
	           "                       77      71     187\n"
	           "Later\n"
	           "  Ours                162     231    (411)\n"
	           "  Abroad               13       8     (3)\n"
	           "                      175     239    (414)\n"
	           "Total                 252     310    (227)\n");
	table_expect("N320", 9, 0);
}

Test(tables, shares_are_of_the_total_though_it_has_no_percentage_itself)
{
	table_read("Spent on boats       Crowns   Percent\n"
	           "Total                48,200\n"
	           "Hulls                18,316      38.0\n"
	           "Masts                11,809      24.5\n"
	           "Sails                 9,399      19.5\n"
	           "Ropes                 5,302      11.0\n"
	           "Paint                 3,374       7.0\n");
	table_expect("N325", 5, 0);
	table_expect("N320", 1, 0);
}

Test(tables, what_two_large_numbers_leave_of_each_other_may_be_small)
{
	table_read("Hulls                2001      2002\n"
	           "Built              31,586    40,469\n"
	           "Bought              2,520     3,187\n"
	           "Hulls had          34,106    43,656\n"
	           "Lost or sold      (34,021)  (43,541)\n"
	           "Hulls kept             85       115\n");
	table_expect("N320", 4, 0);
}

Test(tables, a_letter_behind_thousands_tells_of_a_note)
{
	table_read("               2001      2002      2003\n"
	           "Ness          4,118r    3,902     4,475\n"
	           "Quay          2,360     2,411     2,598p\n"
	           "Strand        1,077     1,263a    1,130\n"
	           "Total         7,555     7,576     8,203\n");
	table_expect("N320", 3, 0);
}

Test(tables, thousands_parted_by_a_blank_are_one_figure_of_their_cell)
{
	table_read("                2001      2002\n"
	           "Ness          41 118    33 902\n"
	           "Quay          23 360    24 411\n"
	           "Total         64 478    58 313\n");
	table_expect("N320", 2, 0);
	bool found = false;
	for (size_t i = 0; i < table_audit->relation_count; i++) {
		const claim *first = audit_claim(table_audit, table_audit->relations[i].claims[0]);
		found = found || rational_compare(figure_value(first->figure), rational_int(64478)) == 0;
	}
	cr_expect(found);
}

Test(tables, what_is_left_may_stand_before_the_two_it_is_left_of_and_line_numbers_are_no_names)
{
	table_read("Line                                   2001       2002       2003\n"
	           "1     Net landings                    889.6      648.5      397.0\n"
	           "2     Landings                      3,086.8    2,863.6    2,805.5\n"
	           "3     Catch thrown back             2,197.2    2,215.1    2,408.5\n"
	           "4     Boats                            41.3       40.8       39.2\n");
	table_expect("N320", 3, 0);
}

Test(tables, a_slip_among_gains_and_losses_is_told_though_what_is_left_of_them_is_less)
{
	table_read("                        2001       2002       2003\n"
	           "Berths let            26,284     20,824     24,052\n"
	           "Loans paid back      (53,323)   (28,192)   (15,933)\n"
	           "Dividends             (4,794)    (3,471)    (5,703)\n"
	           "Net cash             (1,833)   (10,839)      2,416\n"); /* 2001: -31,833; the loans were 23,323 */
	table_expect("N320", 2, 1);
}

Test(tables, of_many_sums_the_one_that_misses_is_no_average_though_it_is_among_its_parts)
{
	table_read("Club        Played     Won     Drawn     Lost\n"
	           "Ness            56      19        14       23\n"
	           "Quay            51      25        16       10\n"
	           "Strand          39      25         7        7\n"
	           "Holm            59      21        24       14\n"
	           "Wick            34       9        20        5\n"
	           "Tarn            42      51        21       15\n" /* won 6 */
	           "Fell            49      19        25        5\n"
	           "Gill            38      22         9        7\n");
	table_expect("N321", 7, 1);
}

#define SHEDS(title)                                                                                                        \
	title "\n\n"                                                                                                            \
		  "Sheds              May       June       July     August\n"                                                       \
		  "Total sheds    1,071.5    1,083.2    1,094.6    1,102.9\n"                                                       \
		  "Of stone         531.2      536.8      541.1      545.3\n"                                                       \
		  "Of timber        540.3      546.4      552.2      557.6\n"

Test(tables, parts_that_were_each_adjusted_are_not_held_against_their_total)
{
	table_read(SHEDS("Sheds, by month")); /* 541.1 + 552.2 = 1,093.3 */
	table_expect("N320", 3, 1);
	table_read(SHEDS("Sheds, by month, seasonally adjusted"));
	table_expect("N320", 3, 0);
	table_read(SHEDS("Sheds, by month, not seasonally adjusted"));
	table_expect("N320", 3, 1);
}

Test(tables, what_is_of_a_hundred_is_no_share_of_another)
{
	table_read("Kind of boat          1991        1992        1993\n"
	           "All boats              100         100         100\n"
	           "Rowed                 28.7        28.8        29.3\n"
	           "Sailed                64.1        64.0        63.9\n"
	           "Steamed                7.2         7.2         6.8\n"
	           "Owned                 81.3        81.2        81.4\n"
	           "Lent                  18.7        18.8        18.6\n"
	           "Red                   12.5        12.6        12.6\n"
	           "Blue                  55.2        55.1        55.3\n"
	           "Green                 32.3        32.3        32.1\n"
	           "Old                   42.6        39.8        42.1\n"
	           "New                   57.4        60.2        57.9\n");
	table_expect("N325", 0, 0);
	cr_expect_eq(table_audit->finding_count, 0);
}

Test(tables, a_number_whose_nought_is_left_out_accuses_none)
{
	table_read("Line                    2003        2004        2005        2006        2007        2008\n"
	           "Pounds                 3,112       3,406       6,021       5,233       6,544       5,940\n"
	           "Pounds a crate             2         2.2         3.8         3.3         4.1         3.7\n"
	           "Crates               1,523.7     1,548.4     1,584.3     1,588.1     1,596.2     1,605.6\n");
	table_expect("N324", 5, 0);
}

Test(tables, of_two_lines_of_a_hundred_each_has_the_parts_below_it)
{
	table_read("Line               North       South        East\n"
	           "Lent boats           100         100         100\n"
	           "Rowed               87.6        83.1        90.2\n"
	           "Sailed              12.4        16.9         9.8\n"
	           "Sold boats           100         100         100\n"
	           "Painted             97.3        96.8        95.1\n"
	           "Bare                 2.7         3.2         4.9\n");
	const relation *all[64];
	size_t n = audit_relations_of(table_audit, "N320", all, 64), below = 0;
	for (size_t i = 0; i < n; i++)
		below += all[i]->claims[0].claim < all[i]->claims[1].claim;
	cr_expect_eq(n, 6);
	cr_expect_eq(below, n);
}

#define FLOCKS(last)                                                                                                        \
	"Flocks, in thousands\n\n"                                                                                              \
	"Year      Kept      Sold   Net of sold      Hill, kept    Hill, sold    Hill, net of sold\n"                           \
	"1961     640.7     412.2         228.5           231.4         118.6                112.8\n"                           \
	"1962     655.3     398.9         256.4           240.2         121.1                119.2\n"                           \
	"1963     671.8     405.6         266.1           248.8         109.5                " last "\n"                        \
	"1964     690.2     421.3         268.9           252.9         127.4                125.5\n"

Test(tables, a_slip_that_rounding_hides_is_one_all_the_same)
{
	table_read(FLOCKS("139.3"));
	table_expect("N321", 8, 0);
	table_read(FLOCKS("179.2")); /* 248.8 - 109.5 = 139.3 */
	table_expect("N321", 7, 1);
	table_read(FLOCKS("163.4")); /* off by more than rounding, and by no one digit */
	table_expect("N321", 7, 0);
}
