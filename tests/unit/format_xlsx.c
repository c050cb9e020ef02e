/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: how numbers are shown, which cells are tables, what is stored. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "format/sheet.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>

TestSuite(xlsx, .init = arena_set_up, .fini = arena_tear_down);

#define REL(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"
#define RELS(list)                                                                                                          \
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list "</Relationships>"
#define S "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static document read_book(const char *calc, const char *state, const char *columns, const char *data, const char *merges)
{
	const char *part =
		arena_printf(a, "<worksheet " S ">%s<sheetData>%s</sheetData>%s</worksheet>", columns, data, merges).ptr;
	zip_member members[] = {
		{"_rels/.rels", RELS(REL("a", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml",
	     arena_printf(a,
	                  "<workbook " S
	                  " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
	                  "<sheet name=\"Boats\" sheetId=\"1\" state=\"%s\" r:id=\"b\"/></sheets>%s</workbook>",
	                  state, calc)
	         .ptr},
		{"xl/_rels/workbook.xml.rels", RELS(REL("b", "worksheet", "sheets/one.xml") REL("c", "styles", "styles.xml")
	                                            REL("d", "sharedStrings", "/xl/texts.xml"))},
		{"xl/styles.xml", "<styleSheet " S "><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0&quot; t&quot;\"/></numFmts>"
	                      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
		{"xl/texts.xml", "<sst " S "><si><t>port</t></si><si><r><t xml:space=\"preserve\">10 </t></r><r><rPr><vertAlign "
	                     "val=\"superscript\"/></rPr><t>3</t></r><rPh><t>x</t></rPh></si></sst>"},
		{"xl/sheets/one.xml", part},
	};
	return outline_read(a, SLICE("a.xlsx"), zip_of(a, members, sizeof members / sizeof *members));
}

static document read_workbook(const char *state, const char *columns, const char *data, const char *merges)
{
	return read_book("", state, columns, data, merges);
}

static document read(const char *data, const char *merges)
{
	return read_workbook("visible", "", data, merges);
}

static void expect(const char *data, const char *merges, const char *outline)
{
	document d = read(data, merges);
	cr_expect_str_eq(outline_of(a, &d), outline, "%s", outline_of(a, &d));
}

#define V(place, value) "<c r=\"" place "\"><v>" value "</v></c>"
#define I(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define ROW(cells) "<row>" cells "</row>"

Test(xlsx, cells_show_their_values_by_type_and_format)
{
	expect(
		ROW("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>") ROW(
			"<c r=\"A2\" s=\"1\"><v>2.25</v></c><c r=\"B2\" s=\"2\"><v>43831</v></c><c r=\"C2\" t=\"b\"><v>1</v></c>")
			ROW("<c r=\"A3\" t=\"e\"><v>#DIV/0!</v></c><c r=\"B3\" t=\"str\"><f>X</f><v>six</v></c><c r=\"C3\"><v>0.1</v></c>"),
		"",
		"cell! 0,0 port\ncell! 0,1 10 ³\ncell 1,0 = 2.25 2.3 t\ncell 1,1 2020-01-01\ncell 1,2 TRUE\n"
		"cell 2,0 #DIV/0!\ncell 2,1 six\ncell 2,2 = 0.1 0.1\n");
}

Test(xlsx, titles_above_and_notes_below_a_table_are_paragraphs)
{
	expect(
		ROW(I("B2", "Boats by port")) ROW(I("B4", "port") I("C4", "boats")) ROW(I("B5", "North") V("C5", "4"))
			ROW(I("B6", "Sum") V("C6", "4")) ROW(I("B8", "Count of May")),
		"",
		"para Boats by port\ncell! 0,0 port\ncell! 0,1 boats\ncell 1,0 North\ncell 1,1 = 4 4\ncell 2,0 Sum\ncell 2,1 = 4 4\n"
		"para Count of May\n");
}

Test(xlsx, an_empty_row_parts_tables_only_above_a_header)
{
	expect(ROW(I("A1", "port") I("B1", "boats")) ROW(I("A2", "North") V("B2", "4")) ROW(I("A4", "Sum") V("B4", "4"))
	           ROW(I("A6", "pier") I("B6", "cranes")) ROW(I("A7", "East") V("B7", "2")),
	       "",
	       "cell! 0,0 port\ncell! 0,1 boats\ncell 1,0 North\ncell 1,1 = 4 4\ncell 3,0 Sum\ncell 3,1 = 4 4\n"
	       "cell! 0,0 pier\ncell! 0,1 cranes\ncell 1,0 East\ncell 1,1 = 2 2\n");
}

Test(xlsx, four_signs_with_a_point_are_no_year_that_heads_a_column)
{
	expect(ROW(I("A1", "tide") V("B1", "2019") V("C1", "2020")) ROW(I("A2", "high") V("B2", "17.4") V("C2", "14.6"))
	           ROW(I("A3", "low") V("B3", "16.5") V("C3", "9.25")) ROW(I("A4", "mean") V("B4", "3.75") V("C4", "8.5")),
	       "",
	       "cell! 0,0 tide\ncell! 0,1 = 2019 2019\ncell! 0,2 = 2020 2020\ncell 1,0 high\ncell 1,1 = 17.4 17.4\n"
	       "cell 1,2 = 14.6 14.6\ncell 2,0 low\ncell 2,1 = 16.5 16.5\ncell 2,2 = 9.25 9.25\ncell 3,0 mean\n"
	       "cell 3,1 = 3.75 3.75\ncell 3,2 = 8.5 8.5\n");
}

Test(xlsx, merged_cells_span_and_gaps_have_no_cell)
{
	expect(ROW(I("A1", "All") I("D1", "End")) ROW(V("A2", "1") V("C2", "3")) ROW(V("C3", "5")),
	       "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>",
	       "cell! 0,0+1x2 All\ncell! 0,3 End\ncell 1,0+2x1 = 1 1\ncell 1,2 = 3 3\ncell 2,2 = 5 5\n");
}

Test(xlsx, a_cell_knows_its_sheet_and_name)
{
	document d = read(ROW(I("B4", "port") I("AB4", "boats")) ROW(I("B5", "North") V("AB5", "4")), "");
	slice called = {"", 0};
	cr_expect(slice_equal(document_cell(a, &d, 3, &called), SLICE("AB5")));
	cr_expect(slice_equal(called, SLICE("Boats")));
}

Test(xlsx, cells_may_leave_out_their_places)
{
	expect(ROW("<c><v>1</v></c><c><v>2</v></c>") ROW("<c><v>3</v></c>"), "",
	       "cell 0,0 = 1 1\ncell 0,1 = 2 2\ncell 1,0 = 3 3\n");
}

Test(xlsx, numbers_are_shown_as_their_formats_tell)
{
	static const struct {
		const char *format, *number, *text;
	} rows[] = {
		{"", "1234.5", "1234.5"},
		{"General", "0.333333333333333", "0.3333333333"},
		{"0", "2.5", "3"},
		{"0.00", "-1.005", "-1.01"},
		{"#,##0", "1234567", "1,234,567"},
		{"#,##0.0#", "1234.5", "1,234.5"},
		{"0%", "0.256", "26%"},
		{"0.0%", "1.2345", "123.5%"},
		{"#,##0_);(#,##0)", "-1234", "(1,234)"},
		{"#,##0_);[Red](#,##0)", "1234", "1,234"},
		{"$#,##0.00", "5", "$5.00"},
		{"[$€-407] #,##0", "12000", "€ 12,000"},
		{"_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", "0", "-"},
		{"#,##0,", "1234567", "1,235"},
		{"0.0,,\" m\"", "1250000", "1.3 m"},
		{"00000", "42", "00042"},
		{"0;-0;none", "0", "none"},
		{"[<1]0.00;0", "0.5", "0.50"},
		{"[<1]0.00;0", "7.2", "7"},
		{"0.00E+00", "12345", "1.23E+04"},
		{"0\" of\\ 3\"", "2", "2 of\\ 3"},
		{"@", "12", "12"},
		{"yyyy-mm-dd", "43831", "2020-01-01"},
		{"dd/mm/yyyy", "43831", "2020-01-01"},
		{"d mmmm yyyy", "43831", "1 January 2020"},
		{"dddd, mmm d", "43831", "Wednesday, Jan 1"},
		{"mmm-yy", "60", "Feb-00"},
		{"h:mm AM/PM", "0.75", "6:00 PM"},
		{"hh:mm:ss", "0.5000115740740741", "12:00:01"},
		{"[h]:mm", "1.5", "36:00"},
		{"yyyy-mm-dd", "1", "1900-01-01"},
		{"# ?/?", "2.375", "2 3/8"},
		{"# ?/?", "0.5", "1/2"},
		{"# ?/?", "-0.25", "-1/4"},
		{"# ?/?", "3", "3"},
		{"# ?/?", "4.99", "5"},
		{"# ?\?/?\?", "0.3333", "1/3"},
		{"# ?\?/?\?", "5.19", "5 15/79"},
		{"?/?", "1.75", "7/4"},
		{"# ?/8", "6.5", "6 4/8"},
		{"# ?\?/100", "0.07", "7/100"},
		{"##0.0E+0", "12345", "12.3E+3"},
		{"##0.0E+0", "0.00071", "710.0E-6"},
		{"0.0E-0", "99960", "1.0E5"},
		{"0.0##E+0", "-1500", "-1.5E+3"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool is_date;
		slice text = sheet_show(a, slice_of(rows[i].format), slice_of(rows[i].number), false, &is_date);
		cr_expect(slice_equal(text, slice_of(rows[i].text)), "%s in %s is " SLICE_FMT, rows[i].number, rows[i].format,
		          SLICE_ARG(text));
	}
}

Test(xlsx, days_may_count_from_1904)
{
	bool is_date;
	cr_expect(slice_equal(sheet_show(a, SLICE("yyyy-mm-dd"), SLICE("42369"), true, &is_date), SLICE("2020-01-01")));
	cr_expect(is_date);
}

Test(xlsx, stored_numbers_are_without_the_noise_of_binary_fractions)
{
	cr_expect(slice_equal(sheet_number(a, SLICE("0.30000000000000004")), SLICE("0.3")));
	cr_expect(slice_equal(sheet_number(a, SLICE("1.5E-2")), SLICE("0.015")));
	cr_expect(slice_equal(sheet_number(a, SLICE("12345678")), SLICE("12345678")));
	cr_expect_eq(sheet_number(a, SLICE("1 2")).len, 0);
}

static void expect_note(const document *d, size_t i, const char *sentence)
{
	cr_assert_gt(d->note_count, i);
	cr_expect(slice_equal(d->notes[i], slice_of(sentence)), SLICE_FMT, SLICE_ARG(d->notes[i]));
}

#define HIDDEN_ROW(number, cells) "<row r=\"" number "\" hidden=\"1\">" cells "</row>"

Test(xlsx, hidden_rows_columns_and_sheets_are_read_and_told)
{
	document d =
		read_workbook("hidden", "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>",
	                  ROW(I("A1", "port") I("B1", "pier") I("C1", "boats")) ROW(I("A2", "North") V("C2", "4"))
	                      HIDDEN_ROW("3", I("A3", "East") V("C3", "5")) HIDDEN_ROW("4", I("A4", "West") V("C4", "6"))
	                          HIDDEN_ROW("5", "") ROW(I("A6", "South") V("C6", "7")),
	                  "<autoFilter ref=\"A1:C6\"/>");
	cr_assert_eq(d.note_count, 3);
	expect_note(&d, 0, "the hidden sheet Boats was read");
	expect_note(&d, 1, "sheet Boats: rows 3-4 are hidden, and a filter is set");
	expect_note(&d, 2, "sheet Boats: columns B-C are hidden");
}

Test(xlsx, rows_hidden_here_and_there_are_counted_and_a_filter_that_hides_none_is_not_told)
{
	document d = read(HIDDEN_ROW("2", V("A2", "1")) ROW(V("A3", "2")) HIDDEN_ROW("4", V("A4", "3") V("AB4", "4")), "");
	cr_assert_eq(d.note_count, 1);
	expect_note(&d, 0, "sheet Boats: 2 rows are hidden, the first is row 2");
	d = read_workbook("visible", "<cols><col min=\"28\" max=\"28\" hidden=\"true\"/></cols>",
	                  ROW(V("A1", "1") V("AB1", "2")), "<autoFilter ref=\"A1:A1\"/>");
	cr_assert_eq(d.note_count, 1);
	expect_note(&d, 0, "sheet Boats: column AB is hidden");
}

#define F(place, formula, value) "<c r=\"" place "\"><f>" formula "</f><v>" value "</v></c>"

Test(xlsx, a_formula_whose_stored_value_is_stale_is_told)
{
	document d = read(ROW(V("A1", "4") V("B1", "0.1")) ROW(V("A2", "5") F("B2", "B1*3", "0.30000000000000004"))
	                      ROW(F("A3", "SUM(A1:A2)", "9") F("B3", "B2+A3", "9.3"))
	                          ROW(F("A4", "A3*2", "17") F("B4", "A4/3", "6") F("C4", "A4/7", "2.57")),
	                  "");
	cr_assert_eq(d.note_count, 1); /* the value of A4 is 18, B4 and C4 are right by it */
	expect_note(&d, 0, "the value of Boats!A4 is stale: 17 is stored, and A3*2 gives 18");
}

Test(xlsx, what_a_stale_value_makes_stale_is_told_too)
{
	document d = read(
		ROW(V("A1", "4") F("B1", "A1+1", "4") F("C1", "B1*10", "40") F("D1", "IF(C1,C1,0)", "40") F("E1", "D1+1", "41")),
		"");
	cr_assert_eq(d.note_count, 2); /* E1 is right by what is stored of D1, which is not computed */
	expect_note(&d, 0, "the value of Boats!B1 is stale: 4 is stored, and A1+1 gives 5");
	expect_note(&d, 1, "the value of Boats!C1 is stale: 40 is stored, and B1*10 gives 50");
}

Test(xlsx, formulas_that_cells_share_are_recomputed_where_they_stand)
{
	document d = read(ROW(V("A1", "2") "<c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1*$A$1</f><v>4</v></c>")
	                      ROW(V("A2", "3") "<c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>6</v></c>")
	                          ROW(V("A3", "5") "<c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>15</v></c>"),
	                  "");
	cr_assert_eq(d.note_count, 1);
	expect_note(&d, 0, "the value of Boats!B3 is stale: 15 is stored, and A3*A1 gives 10");
}

Test(xlsx, stale_days_are_told_as_days)
{
	document d = read(ROW("<c r=\"A1\" s=\"2\"><v>43831</v></c><c r=\"B1\" s=\"2\"><f>A1+31</f><v>43831</v></c>"), "");
	cr_assert_eq(d.note_count, 1);
	expect_note(&d, 0, "the value of Boats!B1 is stale: 2020-01-01 is stored, and A1+31 gives 2020-02-01");
}

Test(xlsx, only_so_many_stale_values_are_told_one_by_one)
{
	const char *rows = "";
	for (int i = 1; i <= 30; i++)
		rows = arena_printf(a, "%s<row><c r=\"A%d\"><f>%d+1</f><v>%d</v></c></row>", rows, i, i, i).ptr;
	document d = read(rows, "");
	cr_assert_eq(d.note_count, 21);
	expect_note(&d, 20, "10 more values of formulas are stale");
}

Test(xlsx, formulas_without_a_stored_value_are_computed_or_told)
{
	document d = read(ROW(V("A1", "4") V("B1", "1")) ROW("<c r=\"A2\" s=\"1\"><f>A1/8</f></c>" F("B2", "PI()*A2", ""))
	                      ROW(F("A3", "A2*10", "")),
	                  "");
	cr_expect_str_eq(outline_of(a, &d), "cell 0,0 = 4 4\ncell 0,1 = 1 1\ncell 1,0 = 0.5 0.5 t\ncell 2,0 = 5 5\n", "%s",
	                 outline_of(a, &d));
	cr_assert_eq(d.note_count, 2);
	expect_note(&d, 0, "2 formulas have no stored values and were computed, the first at Boats!A2");
	expect_note(&d, 1, "1 formula has no stored value and could not be computed, at Boats!B2");
}

Test(xlsx, a_workbook_that_asks_to_be_computed_is)
{
	document d = read_book("<calcPr fullCalcOnLoad=\"1\"/>", "visible", "",
	                       ROW(V("A1", "4") F("B1", "A1*2", "0") F("C1", "SQRT(A1)", "0") F("D1", "C1+B1", "0")), "");
	cr_expect_str_eq(outline_of(a, &d), "cell 0,0 = 4 4\ncell 0,1 = 8 8\ncell 0,2 = 0 0\ncell 0,3 = 0 0\n", "%s",
	                 outline_of(a, &d));
	cr_assert_eq(d.note_count, 2);
	expect_note(&d, 0, "1 value was computed anew, as the workbook asks for, at Boats!B1");
	expect_note(&d, 1, "2 values could not be computed anew, as the workbook asks for, the first at Boats!C1");
}

Test(xlsx, a_workbook_that_computes_in_another_way_is_left_alone)
{
	const char *stale = ROW(V("A1", "4") F("B1", "A1*2", "9"));
	cr_expect_eq(read_book("<calcPr fullPrecision=\"0\"/>", "visible", "", stale, "").note_count, 0);
	cr_expect_eq(read_book("<calcPr iterate=\"1\"/>", "visible", "", stale, "").note_count, 0);
	cr_expect_eq(read_book("<calcPr calcId=\"9\"/>", "visible", "", stale, "").note_count, 1);
}

Test(xlsx, formulas_that_refer_to_themselves_in_the_end_are_left_alone)
{
	document d = read(ROW(F("A1", "B1+1", "1") F("B1", "C1+1", "1") F("C1", "A1+1", "1") F("D1", "SUM(A1:D1)", "7")), "");
	cr_expect_eq(d.note_count, 0);
}

Test(xlsx, formulas_wait_for_those_below_them_however_many)
{
	enum { ROWS = 20000 };
	const char *last = arena_printf(a, "<row><c r=\"A%d\"><v>0</v></c></row>", ROWS).ptr;
	char *rows = ARENA_ARRAY(a, char, ROWS * 64);
	size_t n = 0;
	for (int i = 1; i < ROWS; i++)
		n += (size_t)sprintf(rows + n, "<row><c r=\"A%d\"><f>A%d+1</f><v>%d</v></c></row>", i, i + 1, ROWS - i - (i == 3));
	document d = read(arena_printf(a, "%s%s", rows, last).ptr, "");
	cr_assert_eq(d.note_count, 1);
	expect_note(&d, 0, "the value of Boats!A3 is stale: 19996 is stored, and A4+1 gives 19997");
}

Test(xlsx, running_totals_end_where_they_would_read_too_much)
{
	enum { ROWS = 4000 };
	char *rows = ARENA_ARRAY(a, char, ROWS * 96);
	size_t n = 0;
	for (int i = 1; i <= ROWS; i++)
		n += (size_t)sprintf(rows + n, "<row><c r=\"A%d\"><v>1</v></c><c r=\"B%d\"><f>SUM(A$1:A%d)</f><v>%d</v></c></row>",
		                     i, i, i, i);
	document d = read(rows, "");
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_ends_with(d.notes[0], SLICE("were not recomputed: together they read too many cells, the first at "
	                                            "Boats!B1230")),
	          SLICE_FMT, SLICE_ARG(d.notes[0]));
}

Test(xlsx, what_lies_under_a_merged_cell_is_not_seen_but_computed_with)
{
	document d = read(ROW(V("A1", "1") V("B1", "2") V("C1", "3")) ROW(V("A2", "4") F("C2", "SUM(A1:B2)", "7")),
	                  "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
	cr_expect_str_eq(outline_of(a, &d), "cell 0,0+2x2 = 1 1\ncell 0,2 = 3 3\ncell 1,2 = 7 7\n", "%s", outline_of(a, &d));
	cr_expect_eq(d.note_count, 0);
}

Test(xlsx, rows_without_height_and_columns_without_width_are_hidden)
{
	document d = read_workbook("visible", "<cols><col min=\"2\" max=\"2\" width=\"0\"/></cols>",
	                           ROW(V("A1", "1") V("B1", "2")) "<row ht=\"0\" customHeight=\"1\">" V("A2", "3") "</row>", "");
	cr_assert_eq(d.note_count, 2);
	expect_note(&d, 0, "sheet Boats: row 2 is hidden");
	expect_note(&d, 1, "sheet Boats: column B is hidden");
}

Test(xlsx, texts_are_shown_as_their_formats_tell)
{
	static const struct {
		const char *format, *text, *shown;
	} rows[] = {
		{"", "eel", "eel"},
		{"0.00", "eel", "eel"},
		{"@", "eel", "eel"},
		{";;;", "eel", ""},
		{"0;-0;0;\"no. \"@", "17", "no. 17"},
		{"_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", "eel", "eel"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		slice text = sheet_show_text(a, slice_of(rows[i].format), slice_of(rows[i].text));
		cr_expect(slice_equal(text, slice_of(rows[i].shown)), "%s in %s is " SLICE_FMT, rows[i].text, rows[i].format,
		          SLICE_ARG(text));
	}
}

Test(xlsx, what_is_drawn_over_a_sheet_follows_its_cells)
{
	zip_member members[] = {
		{"_rels/.rels", RELS(REL("a", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml",
	     "<workbook " S " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
	     "<sheet name=\"Eels\" sheetId=\"1\" r:id=\"b\"/><sheet name=\"Pikes\" sheetId=\"2\" r:id=\"c\"/></sheets></workbook>"},
		{"xl/_rels/workbook.xml.rels", RELS(REL("b", "worksheet", "one.xml") REL("c", "worksheet", "two.xml"))},
		{"xl/one.xml", "<worksheet " S "><sheetData>" ROW(V("A1", "31") V("B1", "8")) "</sheetData></worksheet>"},
		{"xl/_rels/one.xml.rels", RELS(REL("v", "vmlDrawing", "v.xml") REL("d", "drawing", "drawings/d.xml"))},
		{"xl/two.xml", "<worksheet " S "><sheetData>" ROW(V("A1", "6") V("B1", "2")) "</sheetData></worksheet>"},
		{"xl/v.xml", "<x/>"},
		{"xl/drawings/d.xml", "<d" OFFICE_SPACES "><a:p><a:r><a:t>Of 39 </a:t></a:r><a:r><a:t>seen</a:t></a:r></a:p>"
	                          "<mc:Fallback><a:p><a:r><a:t>no</a:t></a:r></a:p></mc:Fallback></d>"},
	};
	document d = outline_read(a, SLICE("a.xlsx"), zip_of(a, members, sizeof members / sizeof *members));
	cr_expect_str_eq(outline_of(a, &d),
	                 "head1 Eels\ncell 0,0 = 31 31\ncell 0,1 = 8 8\npara Of 39 seen\nhead1 Pikes\ncell 0,0 = 6 6\n"
	                 "cell 0,1 = 2 2\n",
	                 "%s", outline_of(a, &d));
}
