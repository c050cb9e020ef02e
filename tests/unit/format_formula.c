/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas of sheets: what is computed, what is left alone, and how far values may be off. */
#include "arena_fixture.h"
#include "format/formula.h"

#include <criterion/criterion.h>
#include <math.h>

TestSuite(formula, .init = arena_set_up, .fini = arena_tear_down);

/* The one sheet of these tests: A1 = 1, A2 = 2 … A9 = 9; B1 a text, B2 a truth value, B3 = 7 in a hidden row; C is empty. The
 * sheet "Bob's" holds 50 in its A1. */
static void give(const formula_area *area, uint32_t row, uint32_t col, formula_cell cell,
                 void (*take)(void *to, const formula_cell *cell), void *to)
{
	if (row >= area->first_row && row <= area->last_row && col >= area->first_col && col <= area->last_col)
		take(to, &cell);
}

static bool each(void *book, const formula_area *area, void (*take)(void *to, const formula_cell *cell), void *to)
{
	(void)book;
	if (area->sheet.len && !formula_names(area, SLICE("Bob's")))
		return false;
	if (area->sheet.len) {
		give(area, 0, 0, (formula_cell){.number = {50, 0}}, take, to);
		return true;
	}
	for (uint32_t row = 0; row < 9; row++)
		give(area, row, 0, (formula_cell){.number = formula_stored(row + 1)}, take, to);
	give(area, 0, 1, (formula_cell){.kind = FORMULA_TEXT}, take, to);
	give(area, 1, 1, (formula_cell){.kind = FORMULA_OTHER}, take, to);
	give(area, 2, 1, (formula_cell){.number = {7, 0}, .hidden = true}, take, to);
	give(area, 3, 1, (formula_cell){.number = {100, 0}, .subtotal = true}, take, to);
	return true;
}

static bool compute(formula f, formula_number *out)
{
	formula_cells cells = {.each = each};
	return formula_compute(&f, &cells, out);
}

static void expect(formula_dialect dialect, const char *text, double value)
{
	formula_number n;
	cr_expect(compute((formula){.text = slice_of(text), .dialect = dialect}, &n), "%s is unknown", text);
	cr_expect(fabs(n.value - value) <= n.error + 1e-15, "%s is %.17g", text, n.value);
}

static void expect_unknown(formula_dialect dialect, const char *text)
{
	formula_number n;
	cr_expect_not(compute((formula){.text = slice_of(text), .dialect = dialect}, &n), "%s is %g", text, n.value);
}

Test(formula, binds_as_spreadsheets_do)
{
	expect(FORMULA_EXCEL, "1+2*3", 7);
	expect(FORMULA_EXCEL, "(1+2)*3", 9);
	expect(FORMULA_EXCEL, "8-3-2", 3);
	expect(FORMULA_EXCEL, "24/4/2", 3);
	expect(FORMULA_EXCEL, "-2^2", 4);
	expect(FORMULA_EXCEL, "2^3^2", 64);
	expect(FORMULA_EXCEL, "2^-1", 0.5);
	expect(FORMULA_EXCEL, "0-2^2", -4);
	expect(FORMULA_EXCEL, "50%*8", 4);
	expect(FORMULA_EXCEL, "--3", 3);
	expect(FORMULA_EXCEL, " 1.5E2 + .5 ", 150.5);
}

Test(formula, reads_references_of_both_dialects)
{
	expect(FORMULA_EXCEL, "A2+$A$3*a4", 14);
	expect(FORMULA_EXCEL, "SUM(A1:A3,A9,10)", 25);
	expect(FORMULA_EXCEL, "SUM(A3:A1)", 6);
	expect(FORMULA_EXCEL, "SUM(A:A)", 45);
	expect(FORMULA_EXCEL, "'Bob''s'!A1-1", 49);
	expect(FORMULA_OPEN, "[.A2]+[.$A$3]", 5);
	expect(FORMULA_OPEN, "SUM([.A1:.A3];[$'Bob''s'.A1])", 56);
	expect(FORMULA_OPEN, "SUM(['Bob''s'.A1:'Bob''s'.A9])", 50);
	expect(FORMULA_EXCEL, "C1+4", 4);
}

Test(formula, functions_gather_numbers_and_pass_over_text)
{
	expect(FORMULA_EXCEL, "SUM(A1:B1)", 1);
	expect(FORMULA_EXCEL, "AVERAGE(A1:A4)", 2.5);
	expect(FORMULA_EXCEL, "MIN(A2:A9)-MAX(A1:A3)", -1);
	expect(FORMULA_EXCEL, "COUNT(A1:B1)", 1);
	expect(FORMULA_EXCEL, "COUNTA(A1:B3)", 6);
	expect(FORMULA_EXCEL, "PRODUCT(A2:A4)", 24);
	expect(FORMULA_EXCEL, "MAX(C1:C9)", 0);
	expect(FORMULA_EXCEL, "SUM(C1:C9)", 0);
	expect(FORMULA_EXCEL, "ABS(A1-A9)", 8);
	expect(FORMULA_EXCEL, "SUM((A1+A2)*2,A3)", 9);
}

Test(formula, subtotals_pass_over_each_other_and_what_is_hidden)
{
	expect(FORMULA_EXCEL, "SUBTOTAL(9,A1:A3)", 6);
	expect(FORMULA_EXCEL, "SUBTOTAL(109,A3:B4)", 7);
	expect(FORMULA_OPEN, "SUBTOTAL(1;[.A1:.A4])", 2.5);
	expect_unknown(FORMULA_EXCEL, "SUBTOTAL(9,B3:B4)"); /* hidden by a filter, or by hand? */
	expect_unknown(FORMULA_EXCEL, "SUBTOTAL(7,A1:A3)");
	expect_unknown(FORMULA_EXCEL, "SUBTOTAL(9)");
}

Test(formula, rounds_half_away_from_zero_and_admits_what_it_cannot_tell)
{
	formula_number n;
	expect(FORMULA_EXCEL, "ROUND(2.4,0)", 2);
	expect(FORMULA_EXCEL, "ROUND(-2.61,1)", -2.6);
	expect(FORMULA_EXCEL, "ROUND(1234,-2)", 1200);
	cr_expect(compute((formula){.text = SLICE("ROUND(1.005,2)")}, &n)); /* 1.00 for some, 1.01 for others */
	cr_expect(fabs(n.value - 1.00) <= n.error && fabs(n.value - 1.01) <= n.error);
}

Test(formula, whatever_else_stands_there_makes_it_unknown)
{
	static const char *const texts[] = {
		"",
		"IF(A1>1,2,3)",
		"A1&A2",
		"B1+1",
		"B2+1",
		"SUM(A1:B2)",
		"A1:A3",
		"A1:A3+1",
		"1/0",
		"1/(A3-3)",
		"1/C1",
		"SUM(",
		"SUM(A1",
		"(1",
		"1)",
		"SUM(A1,)",
		"SUM()",
		"ABS(1,2)",
		"ROUND(1)",
		"AVERAGE(C1)",
		"Other!A1",
		"[1]Bob!A1",
		"#REF!",
		"A1 A2",
		"\"5\"+1",
		"TRUE",
		"{1,2}",
		"A0",
		"ABCD1",
		"A99999999",
		"rate*2",
		"T[[#Totals],[x]]",
		"SUM(A1;A2)",
		"-8^0.5",
		"1e999",
		"A1:B2:C3",
		"Sheet1:Bob!A1",
		"ROUND(1,0.5)",
		"@A1",
		"2^",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		expect_unknown(FORMULA_EXCEL, texts[i]);
	static const char *const open[] = {
		"[.A1", "[A1]", "[.A1:Other.A2]", "[.A1~.A2]", "[#REF!]", "SUM([.A1],[.A2])", "['file:///x.ods'#$Bob.A1]",
		"[.A]", "A1"};
	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		expect_unknown(FORMULA_OPEN, open[i]);
}

Test(formula, brackets_nest_only_so_deep)
{
	char text[401] = {0};
	for (size_t i = 0; i < 200; i++)
		text[i] = '(', text[i + 200] = ')';
	text[200] = '1';
	expect_unknown(FORMULA_EXCEL, text);
}

Test(formula, shared_ones_move_their_references)
{
	formula f = {.text = SLICE("A1*$A$2+SUM(A$1:A1)"), .down = 2};
	formula_number n;
	cr_expect(compute(f, &n));
	cr_expect_float_eq(n.value, 3 * 2 + 6, 1e-9);
	slice shown = formula_show(a, &f);
	cr_expect(slice_equal(shown, SLICE("A3*A2+SUM(A1:A3)")), SLICE_FMT, SLICE_ARG(shown));
	f.right = -1;
	cr_expect_not(compute(f, &n)); /* out of the sheet */
}

Test(formula, open_ones_are_shown_as_people_write_them)
{
	formula f = {.text = SLICE("SUM([.B2:.B5];[$Ports.$C$1])*2"), .dialect = FORMULA_OPEN};
	slice shown = formula_show(a, &f);
	cr_expect(slice_equal(shown, SLICE("SUM(B2:B5, Ports!C1)*2")), SLICE_FMT, SLICE_ARG(shown));
}

Test(formula, the_error_covers_what_binary_fractions_leave)
{
	formula_number n;
	cr_expect(compute((formula){.text = SLICE("0.1+0.2-0.3")}, &n));
	cr_expect(fabs(n.value) <= n.error);
	cr_expect(n.error < 1e-13);
}
