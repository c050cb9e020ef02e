/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of some columns only, of one column, of lines of one name; cells that hold a note's mark, totals that are not all told. */
#include "relate_table_fixture.h"

#include <criterion/criterion.h>

TestSuite(table_bands, .init = table_set_up, .fini = table_tear_down);

/* 2,134 + 3,187 = 5,321 and so on as counted; what is smoothed was smoothed line by line and misses by dozens. */
Test(table_bands, sums_may_hold_under_one_heading_alone)
{
	table_read("                        As counted                     Smoothed\n"
	           "                      May     June     July        May     June     July\n"
	           "Small               2,134    2,275    2,217      2,121    2,207    2,139\n"
	           "Large               3,187    3,508    3,141      3,432    3,556    3,418\n"
	           "Both sizes          5,321    5,783    5,358      5,578    5,790    5,611\n"
	           "Wrecks                213      187      154        209      191      160\n");
	table_expect("N320", 3, 0);
}

Test(table_bands, lines_of_one_name_are_parts_and_whole)
{
	table_read("A boat costs         2001    2002    2003\n"
	           "Hull and mast\n"
	           "New                 31.10   12.72   20.84\n"
	           "Sails and ropes\n"
	           "New                  4.51   11.06    3.77\n"
	           "Used                 4.40   11.04    3.73\n"
	           "Anchors             72.05   80.41   61.17\n"
	           "As it goes to sea\n"
	           "New                 35.61   23.78   24.61\n");
	table_expect("N320", 3, 0);
}

Test(table_bands, names_that_go_on_are_of_parts)
{
	table_read("Loss of each boat           May     June     July     August\n"
	           "Sails lost at sea          0.07     0.10     0.46     0.76\n"
	           "Sails lost in harbour      0.03     0.14     0.04     0.04\n"
	           "Sails lost                 0.10     0.24     0.50     0.80\n"
	           "Anchors lost               0.50     0.70     0.30     0.90\n");
	table_expect("N320", 4, 0);
}

Test(table_bands, one_column_is_enough_next_to_the_parts)
{
	table_read("Boats at anchor      Count\n"
	           "North shore      2,328,447\n"
	           "Cutters            182,381\n"
	           "Ketches            414,165\n"
	           "Yawls              882,919\n"
	           "Schooners          158,487\n"
	           "Luggers            690,495\n"
	           "South shore        655,193\n"
	           "Inland              24,431\n");
	table_expect("N320", 1, 0);
}

Test(table_bands, a_round_sum_in_one_column_is_chance)
{
	table_read("Boats at anchor      Count\n"
	           "North shore        900,000\n"
	           "Cutters            500,000\n"
	           "Ketches            400,000\n"
	           "South shore        655,000\n"
	           "Inland              24,000\n");
	table_expect("N320", 0, 0);
}

Test(table_bands, a_number_in_brackets_again_and_again_is_the_mark_of_a_note)
{
	table_read("Boats lost          2001     2002     2003     2004     2005     2006\n"
	           "In storms          3,428    7,691    7,643    3,554    6,686    7,189\n"
	           "At sea             2,512    6,294    6,320     (1)      (1)      (1)\n"
	           "In harbour           916    1,397    1,323     (1)      (1)      (1)\n"
	           "Sold                 904      778      917      875      887      890\n");
	table_expect("N320", 3, 0);
}

#define HOARD(total)                                                                                                        \
	"The hoard             Gold     Silver     Bronze     Copper     Total\n"                                               \
	"Balance in May       1,466      2,204        299     21,615    25,584\n"                                               \
	"Found                   33        560         40      1,105     1,738\n"                                               \
	"Sold                  (13)       (17)        (2)      (734)  " total "\n"                                              \
	"Balance in June      1,486      2,747        337     21,986    26,556\n"

Test(table_bands, totals_that_are_not_all_told_need_not_add_up)
{
	table_read(HOARD("   (766)"));
	table_expect("N320", 5, 0);
	table_read(HOARD("        "));
	table_expect("N320", 4, 0);
	table_expect("N321", 3, 0);
}

Test(table_bands, small_changes_hold_where_the_heading_tells_of_them)
{
	table_read("Weights of boats      May        June     Percent change\n"
	           "Cutters            123.967    123.711        -0.2\n"
	           "Ketches            127.803    127.941         0.1\n"
	           "Yawls              133.493    133.105        -0.3\n"
	           "Schooners          131.803    131.820         0.0\n"
	           "Luggers            155.357    155.940         0.4\n"
	           "Smacks              96.175     95.877        -0.3\n");
	table_expect("N326", 6, 0);
}

/* 1,204 + 2,310 + 1,187 = 4,701, which is told as 4,702. */
#define LARGE(more)                                                                                                         \
	"Crowns             2001      2002      2003\n"                                                                         \
	"North             1,204     1,350     1,411\n"                                                                         \
	"South             2,310     2,477     2,590\n"                                                                         \
	"Inland            1,187     1,206     1,298\n"                                                                         \
	"Total             " more "     5,033     5,299\n"

Test(table_bands, what_rounding_comes_to_is_no_mistake_in_a_table_of_thousands)
{
	table_read(LARGE("4,702"));
	table_expect("N320", 3, 0);
	table_read(LARGE("4,710"));
	table_expect("N320", 2, 1);
}

Test(table_bands, shares_may_be_of_what_other_rows_of_that_name_tell)
{
	table_read("Boats                2001     2002     2003     2004\n"
	           "Boats lost\n"
	           "North                  16       11       19       42\n"
	           "South                   7       31        5        9\n"
	           "Boats had\n"
	           "North                 600      481      962      920\n"
	           "South                 275      379      177      605\n"
	           "In a hundred\n"
	           "North                 2.7      2.3      2.0      4.6\n"
	           "South                 2.5      8.2      2.8      1.5\n");
	table_expect("N325", 8, 0);
}

Test(table_bands, what_is_left_over_is_so_where_a_group_ends)
{
	table_read("Crowns (thousands)           2001     2002     2003\n"
	           "Hulls                          (7)     (26)        8\n"
	           "Masts                         (31)        5        5\n"
	           "Sails                        (117)    (127)     (70)\n"
	           "Ropes                            7       16       (3)\n"
	           "Anchors                          9       48       17\n"
	           "Change of all of it          (139)     (84)     (43)\n");
	table_expect("N320", 3, 0);
}
