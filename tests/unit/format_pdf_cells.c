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

/* Numbers of two columns that end so close to each other as words of one line do. */
static void tight(float y, const char *label, const char *x, const char *z)
{
	sheet_line(&s, s.plain, 10, 70, y, label);
	sheet_line_to(&s, s.plain, 10, 200, y, x);
	sheet_line_to(&s, s.plain, 10, 234, y, z);
}

Test(pdf_cells, numbers_as_close_as_words_are_cells_where_other_rows_show_it)
{
	tight(110, "Larch", "7,350", "42,118");
	tight(124, "Alder", "88", "(1,904)");
	tight(138, "Rowan", "513", "77");
	tight(152, "Total", "7,951", "40,291");
	drawn_expect("cell 0,0 Larch\ncell 0,1 7,350\ncell 0,2 42,118\ncell 1,0 Alder\ncell 1,1 88\ncell 1,2 (1,904)\n"
	             "cell 2,0 Rowan\ncell 2,1 513\ncell 2,2 77\ncell 3,0 Total\ncell 3,1 7,951\ncell 3,2 40,291\n");
}

Test(pdf_cells, thousands_parted_by_a_blank_stay_one_number)
{
	row(110, "Larch", "58 568", "7 114", "65 682");
	row(124, "Alder", "312", "96", "408");
	row(138, "Rowan", "1 204", "850", "2 054");
	row(152, "Total", "60 084", "8 060", "68 144");
	drawn_expect(
		"cell 0,0 Larch\ncell 0,1 58 568\ncell 0,2 7 114\ncell 0,3 65 682\ncell 1,0 Alder\ncell 1,1 312\ncell 1,2 96\n"
		"cell 1,3 408\ncell 2,0 Rowan\ncell 2,1 1 204\ncell 2,2 850\ncell 2,3 2 054\ncell 3,0 Total\ncell 3,1 60 084\n"
		"cell 3,2 8 060\ncell 3,3 68 144\n");
}

Test(pdf_cells, a_share_in_brackets_stays_with_its_count)
{
	tight(110, "Larch", "", "131 (54.6)");
	tight(124, "Alder", "", "62 (25.8)");
	tight(138, "Rowan", "", "47 (19.6)");
	drawn_expect(
		"cell 0,0 Larch\ncell 0,1 131 (54.6)\ncell 1,0 Alder\ncell 1,1 62 (25.8)\ncell 2,0 Rowan\ncell 2,1 47 (19.6)\n");
}

Test(pdf_cells, a_long_name_ends_where_its_number_begins)
{
	row(110, "Larch", "277.8", "19.4", "9.1");
	row(124, "Alder", "19.7", "8.5", "7.7");
	row(138, "Rowan", "30.1", "4.4", "1.2");
	sheet_line_to(&s, s.plain, 10, 270, 152, "All of the trees that stood on the lower terrace,");
	sheet_line_to(&s, s.plain, 10, 300, 152, "327.6");
	sheet_line_to(&s, s.plain, 10, 350, 152, "32.3");
	sheet_line_to(&s, s.plain, 10, 400, 152, "18.0");
	drawn_expect(
		"cell 0,0 Larch\ncell 0,1 277.8\ncell 0,2 19.4\ncell 0,3 9.1\ncell 1,0 Alder\ncell 1,1 19.7\ncell 1,2 8.5\n"
		"cell 1,3 7.7\ncell 2,0 Rowan\ncell 2,1 30.1\ncell 2,2 4.4\ncell 2,3 1.2\n"
		"cell 3,0 All of the trees that stood on the lower terrace,\ncell 3,1 327.6\ncell 3,2 32.3\ncell 3,3 18.0\n");
}

Test(pdf_cells, a_dash_that_begins_its_cell_is_not_of_the_number_before_it)
{
	row(110, "Larch", "11", "9", "20");
	row(124, "Alder", "6", "", "6");
	sheet_line(&s, s.plain, 10, 302, 124, "-");
	row(138, "Total", "17", "9", "26");
	drawn_expect("cell 0,0 Larch\ncell 0,1 11\ncell 0,2 9\ncell 0,3 20\ncell 1,0 Alder\ncell 1,1 6\ncell 1,2 -\ncell 1,3 6\n"
	             "cell 2,0 Total\ncell 2,1 17\ncell 2,2 9\ncell 2,3 26\n");
}

Test(pdf_cells, a_list_whose_numbers_move_to_the_next_column_goes_on)
{
	row(110, "Account", "Owing", "Owed", "");
	row(124, "Larch", "1,430", "", "");
	row(138, "Alder", "815", "", "");
	row(152, "Rowan", "", "2,245", "");
	row(166, "Total", "2,245", "2,245", "");
	drawn_expect(
		"cell! 0,0 Account\ncell! 0,1 Owing\ncell! 0,2 Owed\ncell 1,0 Larch\ncell 1,1 1,430\ncell 1,2\ncell 2,0 Alder\n"
		"cell 2,1 815\ncell 2,2\ncell 3,0 Rowan\ncell 3,1\ncell 3,2 2,245\ncell 4,0 Total\ncell 4,1 2,245\ncell 4,2 2,245\n");
}

Test(pdf_cells, classes_and_names_over_columns_head_them)
{
	row(110, "", "All", "18-34", "55+");
	row(124, "Larch", "31", "24", "7");
	row(138, "Alder", "42", "30", "12");
	row(152, "Rowan", "13", "9", "4");
	drawn_expect(
		"cell! 0,0\ncell! 0,1 All\ncell! 0,2 18-34\ncell! 0,3 55+\ncell 1,0 Larch\ncell 1,1 31\ncell 1,2 24\ncell 1,3 7\n"
		"cell 2,0 Alder\ncell 2,1 42\ncell 2,2 30\ncell 2,3 12\ncell 3,0 Rowan\ncell 3,1 13\ncell 3,2 9\ncell 3,3 4\n");
}

/* A row as statements set it: the sign of money far to the left of its number. */
static void signed_row(float y, const char *label, const char *const numbers[3])
{
	const float right[] = {300, 350, 400};
	sheet_line(&s, s.plain, 10, 70, y, label);
	for (int i = 0; i < 3; i++) {
		sheet_line(&s, s.plain, 10, right[i] - 36, y, "$");
		sheet_line_to(&s, s.plain, 10, right[i], y, numbers[i]);
	}
}

Test(pdf_cells, a_sign_of_money_far_from_its_number_makes_no_column)
{
	signed_row(110, "Berths in spring", (const char *const[]){"1,204", "38", "1,242"});
	row(124, "Built", "58", "4", "62");
	row(138, "Sold", "(7)", "-", "(7)");
	signed_row(152, "Berths in autumn", (const char *const[]){"1,255", "42", "1,297"});
	drawn_expect("cell 0,0 Berths in spring\ncell 0,1 $ 1,204\ncell 0,2 $ 38\ncell 0,3 $ 1,242\n"
	             "cell 1,0 Built\ncell 1,1 58\ncell 1,2 4\ncell 1,3 62\n"
	             "cell 2,0 Sold\ncell 2,1 (7)\ncell 2,2 -\ncell 2,3 (7)\n"
	             "cell 3,0 Berths in autumn\ncell 3,1 $ 1,255\ncell 3,2 $ 42\ncell 3,3 $ 1,297\n");
}
