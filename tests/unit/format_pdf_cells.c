/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of numbers in a PDF that stand close together, hold nothing but dots, or name rows by years and by words. */
#include "drawn_fixture.h"

#include <criterion/criterion.h>

TestSuite(pdf_cells, .init = drawn_set_up, .fini = arena_tear_down);

/* A label at the left, and two or three cells that end where their columns do. */
static void row(float y, const char *label, const char *x, const char *z, const char *last)
{
	sheet_line(&s, s.plain, 10, 70, y, label);
	sheet_line_to(&s, s.plain, 10, 300, y, x);
	sheet_line_to(&s, s.plain, 10, 350, y, z);
	sheet_line_to(&s, s.plain, 10, 400, y, last);
}

Test(pdf_cells, dots_behind_a_number_stand_for_nothing_in_the_next_column)
{
	row(110, "Nets", "1,204", "12", "1,192");
	row(124, "Lines", "58", "......", "58");
	row(138, "Bait", "7", "......", "7");
	row(152, "Total", "1,269", "12", "1,257");
	drawn_expect(
		"cell 0,0 Nets\ncell 0,1 1,204\ncell 0,2 12\ncell 0,3 1,192\ncell 1,0 Lines\ncell 1,1 58\ncell 1,2\ncell 1,3 58\n"
		"cell 2,0 Bait\ncell 2,1 7\ncell 2,2\ncell 2,3 7\ncell 3,0 Total\ncell 3,1 1,269\ncell 3,2 12\ncell 3,3 1,257\n");
}

Test(pdf_cells, a_currency_sign_begins_a_cell)
{
	row(110, "Nets", "$ 115,648", "$ 110,836", "$ 104,634");
	row(124, "Lines", "198", "39", "241");
	row(138, "Total", "$ 115,846", "$ 110,875", "$ 104,875");
	drawn_expect("cell 0,0 Nets\ncell 0,1 $ 115,648\ncell 0,2 $ 110,836\ncell 0,3 $ 104,634\n"
	             "cell 1,0 Lines\ncell 1,1 198\ncell 1,2 39\ncell 1,3 241\n"
	             "cell 2,0 Total\ncell 2,1 $ 115,846\ncell 2,2 $ 110,875\ncell 2,3 $ 104,875\n");
}

Test(pdf_cells, a_name_among_years_makes_no_column)
{
	row(110, "1945", "19.9", "41.0", "21.1");
	row(124, "1946", "17.2", "24.2", "7.0");
	row(138, "1947", "16.1", "14.4", "1.7");
	row(152, "Between the years", "17.2", "20.3", "3.1");
	row(166, "1948", "15.8", "11.3", "4.5");
	drawn_expect("cell 0,0 1945\ncell 0,1 19.9\ncell 0,2 41.0\ncell 0,3 21.1\ncell 1,0 1946\ncell 1,1 17.2\ncell 1,2 24.2\n"
	             "cell 1,3 7.0\ncell 2,0 1947\ncell 2,1 16.1\ncell 2,2 14.4\ncell 2,3 1.7\ncell 3,0 Between the years\n"
	             "cell 3,1 17.2\ncell 3,2 20.3\ncell 3,3 3.1\ncell 4,0 1948\ncell 4,1 15.8\ncell 4,2 11.3\ncell 4,3 4.5\n");
}
