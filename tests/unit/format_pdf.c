/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a PDF's pages: each test draws its own. */
#include "format/pdf.h"
#include "drawn_fixture.h"
#include "outline_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(pdf, .init = drawn_set_up, .fini = arena_tear_down);

static void line(float x, float y, const char *text)
{
	sheet_line(&s, s.plain, 10, x, y, text);
}

/* Lines one under the other, 12 points apart; the last is NULL. */
static float lines(float x, float y, const char *const *text)
{
	for (; *text; text++, y += 12)
		line(x, y, *text);
	return y;
}

static const char *const HERONS[] = {"The herons came back to the lake in the second week of March and began to",
                                     "mend the nests of the year before. By the end of the month forty pairs had",
                                     "settled, six of them on the island.", NULL};
#define HERONS_TEXT                                                                                                         \
	"The herons came back to the lake in the second week of March and began to mend the nests of the year before. By the "  \
	"end of the month forty pairs had settled, six of them on the island."

Test(pdf, lines_are_joined_to_paragraphs_and_parted_at_gaps)
{
	float y = lines(70, 100, HERONS);
	lines(70, y + 10, HERONS);
	drawn_expect("para " HERONS_TEXT "\npara " HERONS_TEXT "\n");
}

Test(pdf, an_indented_line_begins_a_paragraph)
{
	float y = lines(70, 100, HERONS);
	line(82, y, "Ducks were counted in the same weeks, on the same lake and by the same");
	line(70, y + 12, "people, who went out before sunrise.");
	drawn_expect("para " HERONS_TEXT
	             "\npara Ducks were counted in the same weeks, on the same lake and by the same people, who "
	             "went out before sunrise.\n");
}

Test(pdf, larger_or_bold_lines_are_headings)
{
	sheet_line(&s, s.bold, 20, 70, 80, "Birds of the lake");
	sheet_line(&s, s.bold, 14, 70, 110, "Herons");
	lines(70, 140, HERONS);
	sheet_line(&s, s.bold, 10, 70, 196, "Where they nest");
	lines(70, 214, HERONS);
	drawn_expect("head1 Birds of the lake\nhead2 Herons\npara " HERONS_TEXT "\nhead3 Where they nest\npara " HERONS_TEXT
	             "\n");
}

Test(pdf, two_columns_are_read_one_after_the_other)
{
	static const char *const LEFT[] = {"Six ferries cross the bay on",     "weekdays and four on Sundays,",
	                                   "when the market is closed. The",   "oldest of them was built in the",
	                                   "yard across the river and still",  "has its first engine, though not",
	                                   "its first captain or its colour.", NULL};
	static const char *const RIGHT[] = {"Nobody knows how many gulls",      "follow the boats. A schoolboy",
	                                    "who counted them for a week in",   "June gave up at three hundred,",
	                                    "and on the next day there were",   "none at all, because the wind",
	                                    "had turned and the fish with it.", NULL};
	lines(70, 100, LEFT);
	lines(310, 100, RIGHT);
	drawn_expect(
		"para Six ferries cross the bay on weekdays and four on Sundays, when the market is closed. The oldest of them was "
		"built in the yard across the river and still has its first engine, though not its first captain or its colour.\n"
		"para Nobody knows how many gulls follow the boats. A schoolboy who counted them for a week in June gave up at "
		"three hundred, and on the next day there were none at all, because the wind had turned and the fish with it.\n");
}

Test(pdf, a_hyphen_at_a_lines_end_is_joined_between_small_letters_only)
{
	line(70, 100, "The keeper of the lighthouse wrote down every ship for twenty years, in hand-");
	line(70, 112, "writing that grew smaller as the paper grew dear, and of the years 1911-");
	line(70, 124, "1914 nothing is left.");
	drawn_expect(
		"para The keeper of the lighthouse wrote down every ship for twenty years, in handwriting that grew smaller as the "
		"paper grew dear, and of the years 1911-1914 nothing is left.\n");
}

Test(pdf, bullets_and_numbers_are_items_without_their_marks)
{
	line(70, 100, "The harbour lends three things:");
	line(80, 118, "\x95");
	line(92, 118, "boats with two oars, which are to be brought back before the evening");
	line(92, 130, "bell");
	line(80, 142, "\x95");
	line(92, 142, "nets");
	line(70, 166, "To borrow one:");
	line(80, 184, "1. Ask.");
	line(80, 196, "2. Wait.");
	drawn_expect(
		"para The harbour lends three things:\nitem 1:0 boats with two oars, which are to be brought back before the evening "
		"bell\nitem 1:0 nets\npara To borrow one:\nitem 2:1 Ask.\nitem 2:2 Wait.\n");
}

Test(pdf, drawn_signs_are_bullets)
{
	HPDF_Font drawn = HPDF_GetFont(s.doc, "ZapfDingbats", NULL);
	line(70, 100, "Bring with you:");
	sheet_line(&s, drawn, 10, 80, 118, "\xBC");
	line(96, 118, "a lamp");
	sheet_line(&s, drawn, 10, 80, 130, "\xBC");
	line(96, 130, "two ropes");
	drawn_expect("para Bring with you:\nitem 1:0 a lamp\nitem 1:0 two ropes\n");
}

/* Mathematical typefaces tell boxes that reach far below the line. */
Test(pdf, a_tall_sign_stays_in_its_line)
{
	pdf_told told = {.text = SLICE("2 x 2")};
	static const pdf_box BOXES[] = {
		{70, 100, 75, 111}, {75, 100, 78, 111}, {78, 101, 86, 119}, {86, 100, 89, 111}, {89, 100, 94, 111}};
	for (size_t i = 0; i < 5; i++)
		VEC_PUSH(a, told.boxes, BOXES[i]);
	VEC_PUSH(a, told.runs, (pdf_type_run){.end = 5, .size = 10.9F});
	pdf_page page = {.number = 1, .width = 600, .height = 800};
	cr_assert(pdf_page_fill(a, &page, &told));
	cr_expect_eq(page.lines.n, 1);
	cr_expect_eq(page.words.n, 3);
	HPDF_Free(s.doc);
}

Test(pdf, small_raised_digits_are_exponents_behind_units_and_ten_and_marks_of_notes_behind_figures)
{
	sheet_line(&s, s.plain, 6, sheet_line(&s, s.plain, 10, 70, 100, "The reserve has 25"), 96, "3");
	sheet_line(&s, s.plain, 6, sheet_line(&s, s.plain, 10, 70, 140, "It covers 7 km"), 136, "2");
	sheet_line(&s, s.plain, 6, sheet_line(&s, s.plain, 10, 70, 180, "There may be 10"), 176, "6");
	document d = drawn_read();
	cr_expect_str_eq(outline_of(a, &d), "para The reserve has 25³\npara It covers 7 km²\npara There may be 10⁶\n");
	cr_assert_eq(d.inline_count, 1);
	cr_expect(slice_equal(document_text(&d, d.inlines[0].start, d.inlines[0].end), SLICE("³")));
	cr_expect_eq(d.inlines[0].kind, INLINE_NOTE);
}

Test(pdf, small_type_with_a_mark_at_the_foot_is_a_footnote)
{
	lines(70, 100, HERONS);
	sheet_line(&s, s.plain, 8, sheet_line(&s, s.plain, 5, 70, 757, "1") + 2, 760, "Counted from the tower.");
	drawn_expect("para " HERONS_TEXT "\nnote ¹ Counted from the tower.\n");
}

static void row(float y, const char *label, const char *x, const char *z)
{
	line(70, y, label);
	line(300, y, x);
	line(400, y, z);
}

Test(pdf, a_table_has_its_rows_its_headers_and_its_empty_cells)
{
	line(70, 90, "Table 4. Eggs by island");
	row(110, "Island", "Eggs", "Hatched");
	row(124, "Arden", "58 568", "1,204");
	row(138, "Bexley", "7", "");
	row(152, "Corran Rock", "112", "-");
	row(166, "Total", "58 687", "1,204");
	lines(70, 200, HERONS);
	drawn_expect("caption Table 4. Eggs by island\n"
	             "cell! 0,0 Island\ncell! 0,1 Eggs\ncell! 0,2 Hatched\ncell 1,0 Arden\ncell 1,1 58 568\ncell 1,2 1,204\n"
	             "cell 2,0 Bexley\ncell 2,1 7\ncell 2,2\ncell 3,0 Corran Rock\ncell 3,1 112\ncell 3,2 -\ncell 4,0 Total\n"
	             "cell 4,1 58 687\ncell 4,2 1,204\npara " HERONS_TEXT "\n");
}

Test(pdf, a_table_over_a_page_break_is_one_and_its_repeated_header_is_told_once)
{
	row(700, "Island", "Eggs", "Hatched");
	row(714, "Arden", "5", "1");
	row(728, "Bexley", "7", "2");
	row(742, "Corran", "9", "3");
	sheet_page(&s);
	row(90, "Island", "Eggs", "Hatched");
	row(104, "Dunmore", "11", "4");
	row(118, "Egil", "13", "5");
	row(132, "Total", "45", "15");
	document d = drawn_read();
	cr_expect_str_eq(
		outline_of(a, &d),
		"cell! 0,0 Island\ncell! 0,1 Eggs\ncell! 0,2 Hatched\ncell 1,0 Arden\ncell 1,1 5\ncell 1,2 1\ncell 2,0 Bexley\n"
		"cell 2,1 7\ncell 2,2 2\ncell 3,0 Corran\ncell 3,1 9\ncell 3,2 3\ncell 4,0 Dunmore\ncell 4,1 11\ncell 4,2 4\n"
		"cell 5,0 Egil\ncell 5,1 13\ncell 5,2 5\ncell 6,0 Total\ncell 6,1 45\ncell 6,2 15\n");
	cr_expect_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].header_rows, 1);
}

/* A row's name, set `in` points in, and one number that ends at 400. */
static void entry(float y, float in, const char *name, const char *number)
{
	line(70 + in, y, name);
	sheet_line_to(&s, s.plain, 10, 400, y, number);
}

Test(pdf, names_of_rows_that_are_set_in_are_parts_of_the_row_they_stand_under)
{
	static const struct {
		float in;
		const char *name, *number;
		uint16_t steps;
	} rows[] = {{0, "Herons", "52", 0},    {9, "north shore", "30", 1}, {18, "old nests", "21", 2},
	            {18, "new nests", "9", 2}, {9, "south shore", "22", 1}, {0, "Terns", "7", 0},
	            {9, "island", "7", 1}};
	enum { ROWS = sizeof rows / sizeof *rows };
	for (size_t i = 0; i < ROWS; i++)
		entry(110 + 14 * (float)i, rows[i].in, rows[i].name, rows[i].number);
	document d = drawn_read();
	cr_assert_eq(d.block_count, 2 * ROWS);
	for (size_t i = 0; i < ROWS; i++)
		cr_expect_eq(d.blocks[2 * i].level, rows[i].steps, "%s: %u", rows[i].name, d.blocks[2 * i].level);
}

Test(pdf, names_of_rows_that_are_centred_are_not_set_in)
{
	static const char *const NAMES[] = {"Herons", "Cormorants of the island", "Terns and gulls", "All"};
	for (size_t i = 0; i < 4; i++) {
		float y = 110 + 14 * (float)i;
		sheet_line_to(&s, s.plain, 10, 150 + sheet_width(&s, s.plain, 10, NAMES[i]) / 2, y, NAMES[i]);
		sheet_line_to(&s, s.plain, 10, 400, y, "17");
	}
	document d = drawn_read();
	cr_assert_eq(d.block_count, 8);
	for (size_t i = 0; i < 8; i++)
		cr_expect_eq(d.blocks[i].level, 0);
}

Test(pdf, dots_that_lead_to_a_number_are_no_text_of_a_table)
{
	entry(110, 0, "Nets and lines ..........................", "1,204");
	entry(124, 0, "Boats . . . . . . . . . . . . . . . . . .", "58");
	entry(138, 0, "Bait ....................................", "-");
	entry(152, 0, "Total ...................................", "1,262");
	drawn_expect("cell 0,0 Nets and lines\ncell 0,1 1,204\ncell 1,0 Boats\ncell 1,1 58\ncell 2,0 Bait\ncell 2,1 -\n"
	             "cell 3,0 Total\ncell 3,1 1,262\n");
}

Test(pdf, dots_that_lead_to_pages_make_no_table)
{
	entry(110, 0, "The lake ................................", "1");
	entry(124, 0, "Its birds ...............................", "3");
	entry(138, 9, "Herons ..................................", "3");
	entry(152, 9, "Terns ...................................", "8");
	document d = drawn_read();
	cr_expect_eq(d.group_count, 0);
}

Test(pdf, the_name_of_a_row_goes_on_below_it_or_begins_above_it)
{
	line(70, 110, "Upkeep of the outer wall and of the");
	entry(121, 0, "lights that stand on it", "24");
	entry(136, 0, "Ropes", "8");
	entry(151, 0, "Wages of the men who tend the fires on", "310");
	line(70, 162, "both shores in winter and row out");
	line(70, 173, "to the buoys");
	entry(188, 0, "Oil (for lamps,", "17");
	line(70, 199, "engines and winches)");
	drawn_expect(
		"cell 0,0 Upkeep of the outer wall and of the lights that stand on it\ncell 0,1 24\ncell 1,0 Ropes\ncell 1,1 8\n"
		"cell 2,0 Wages of the men who tend the fires on both shores in winter and row out to the buoys\ncell 2,1 310\n"
		"cell 3,0 Oil (for lamps, engines and winches)\ncell 3,1 17\n");
}

Test(pdf, two_rows_of_nothing_but_numbers_are_a_table_if_each_column_has_its_name)
{
	static const float AT[] = {70, 150, 240, 330};
	static const char *const ROWS[][4] = {
		{"", "Nests", "Eggs", "Chicks"}, {"1", "96", "190.5", ""}, {"2", "93", "184.8", "57"}};
	for (size_t i = 0; i < 12; i++)
		line(AT[i % 4], 110 + 14 * (float)(i / 4), ROWS[i / 4][i % 4]);
	drawn_expect(
		"cell! 0,0\ncell! 0,1 Nests\ncell! 0,2 Eggs\ncell! 0,3 Chicks\ncell 1,0 1\ncell 1,1 96\ncell 1,2 190.5\ncell 1,3\n"
		"cell 2,0 2\ncell 2,1 93\ncell 2,2 184.8\ncell 2,3 57\n");
}

Test(pdf, a_row_of_dashes_is_a_row_of_its_own)
{
	row(110, "Island", "Eggs", "Hatched");
	row(124, "Arden", "-", "-");
	row(138, "Bexley", "7", "4");
	row(152, "Corran", "..", "..");
	row(166, "Dunmore", "112", "90");
	row(180, "Egil", "-", "-");
	drawn_expect("cell! 0,0 Island\ncell! 0,1 Eggs\ncell! 0,2 Hatched\ncell 1,0 Arden\ncell 1,1 -\ncell 1,2 -\n"
	             "cell 2,0 Bexley\ncell 2,1 7\ncell 2,2 4\ncell 3,0 Corran\ncell 3,1 ..\ncell 3,2 ..\n"
	             "cell 4,0 Dunmore\ncell 4,1 112\ncell 4,2 90\ncell 5,0 Egil\ncell 5,1 -\ncell 5,2 -\n");
}

Test(pdf, a_head_and_a_foot_of_two_pages_do_not_part_a_table)
{
	row(700, "Island", "Eggs of 2017", "Eggs of 2018");
	row(714, "Arden", "5", "1");
	row(728, "Bexley", "7", "2");
	line(290, 810, "Page one");
	sheet_page(&s);
	line(70, 40, "Birds of the islands");
	row(90, "Island", "2017", "2018");
	row(104, "Corran", "9", "3");
	row(118, "Total", "21", "6");
	document d = drawn_read();
	cr_assert_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].rows, 5);
	cr_expect_eq(d.groups[0].header_rows, 1);
}

Test(pdf, heads_that_stand_close_go_each_to_its_column)
{
	line(150, 110, "Women");
	line(188, 110, "Men");
	line(213, 110, "Women");
	static const char *const ROWS[][4] = {{"Boats", "12", "41", "3"}, {"Nets", "48", "17", "21"}, {"Ice", "6", "19", "1"}};
	static const float AT[] = {70, 158, 190, 222};
	for (size_t i = 0; i < 12; i++)
		line(AT[i % 4], 124 + 14 * (float)(i / 4), ROWS[i / 4][i % 4]);
	drawn_expect("cell! 0,0\ncell! 0,1 Women\ncell! 0,2 Men\ncell! 0,3 Women\ncell 1,0 Boats\ncell 1,1 12\ncell 1,2 41\n"
	             "cell 1,3 3\ncell 2,0 Nets\ncell 2,1 48\ncell 2,2 17\ncell 2,3 21\ncell 3,0 Ice\ncell 3,1 6\ncell 3,2 19\n"
	             "cell 3,3 1\n");
}

Test(pdf, prose_with_figures_is_no_table)
{
	line(70, 100, "In 1999 the wardens saw 31 terns, in 2003 only 12, and none in the years from");
	line(70, 112, "2005 to 2011. In 1998 they had seen 40 terns; in 2001, when 25 came late and 3");
	line(70, 124, "stayed, nobody thought of it. The count of 2012 was 17, and that of 2013 was 19.");
	document d = drawn_read();
	cr_expect_eq(d.group_count, 0);
	cr_expect_eq(d.block_count, 1);
}

Test(pdf, code_is_set_in_letters_of_one_width)
{
	lines(70, 100, HERONS);
	sheet_line(&s, s.fixed, 10, 70, 150, "count = 3");
	sheet_line(&s, s.fixed, 10, 70, 162, "print(count + 4)");
	drawn_expect("para " HERONS_TEXT "\ncode count = 3/print(count + 4)\n");
}

Test(pdf, every_word_has_its_page_and_box)
{
	line(70, 100, "Six herons");
	sheet_page(&s);
	line(70, 200, "nested on 14 islands.");
	document d = drawn_read();
	size_t at = slice_find(d.text, SLICE("14"));
	cr_assert_neq(at, SIZE_MAX);
	float box[4];
	cr_expect_eq(document_box(&d, (uint32_t)at, (uint32_t)at + 2, box), 2);
	cr_expect(box[0] > 100 && box[2] < 140 && box[2] - box[0] > 8, "%g to %g", (double)box[0], (double)box[2]);
	cr_expect(box[1] < 200 && box[3] > 195 && box[3] < 210, "%g to %g", (double)box[1], (double)box[3]);
}

Test(pdf, the_largest_type_of_the_first_page_is_the_title_where_none_is_told)
{
	sheet_line(&s, s.bold, 12, 70, 60, "Wardens of the lake");
	sheet_line(&s, s.bold, 24, 70, 100, "A year of herons");
	lines(70, 140, HERONS);
	document d = drawn_read();
	cr_expect(slice_equal(d.title, SLICE("A year of herons")), SLICE_FMT, SLICE_ARG(d.title));
	cr_expect_not(d.title_told);
}

Test(pdf, a_told_title_is_taken_unless_it_is_a_files_name)
{
	HPDF_SetInfoAttr(s.doc, HPDF_INFO_TITLE, "Herons counted by night");
	lines(70, 140, HERONS);
	document d = drawn_read();
	cr_expect(slice_equal(d.title, SLICE("Herons counted by night")), SLICE_FMT, SLICE_ARG(d.title));
	cr_expect(d.title_told);
	s = sheet_new();
	HPDF_SetInfoAttr(s.doc, HPDF_INFO_TITLE, "Microsoft Word - herons last.docx");
	lines(70, 140, HERONS);
	d = drawn_read();
	cr_expect_not(d.title_told);
}

Test(pdf, the_day_it_was_made_counts_if_the_first_page_tells_its_year)
{
	for (int told = 0; told < 2; told++) {
		HPDF_Date made = {.year = 2017, .month = 5, .day = 9, .hour = 12, .ind = 'Z'};
		HPDF_SetInfoDateAttr(s.doc, HPDF_INFO_CREATION_DATE, made);
		line(70, 100, told ? "Herons in 2017" : "Herons in spring");
		document d = drawn_read();
		cr_expect_eq(d.dated.year, told ? 2017 : 0);
		s = sheet_new();
	}
	HPDF_Free(s.doc);
}

static void expect_status(slice bytes, document_status status, const char *why)
{
	document d = outline_read(a, SLICE("made.pdf"), bytes);
	cr_expect_eq(d.status, status);
	cr_expect(slice_find(d.why, slice_of(why)) != SIZE_MAX, SLICE_FMT, SLICE_ARG(d.why));
}

Test(pdf, a_page_without_text_is_told_to_be_likely_a_scan)
{
	HPDF_Page_Rectangle(s.page, 100, 100, 200, 200);
	HPDF_Page_Fill(s.page);
	expect_status(sheet_bytes(a, &s), DOCUMENT_EMPTY, "likely a scan");
}

Test(pdf, pages_that_are_pictures_among_others_are_told)
{
	static const HPDF_BYTE GREY[4] = {0x40, 0x80, 0xC0, 0x20};
	line(70, 90, "The quarry shipped 57 blocks.");
	for (int i = 0; i < 2; i++) {
		sheet_page(&s);
		HPDF_Image scan = HPDF_LoadRawImageFromMem(s.doc, GREY, 2, 2, HPDF_CS_DEVICE_GRAY, 8);
		HPDF_Page_DrawImage(s.page, scan, 20, 20, 560, 800);
	}
	sheet_page(&s); /* an empty page is none */
	document d = drawn_read();
	cr_assert_eq(d.note_count, 1);
	cr_expect(slice_equal(d.notes[0], SLICE("pages 2, 3 hold pictures and no text: they are likely scans")));
}

Test(pdf, lines_below_one_that_runs_over_the_page_s_edge_are_read)
{
	line(70, 100, "The harbour lists what each of its quays took in, and at which of them more than that was");
	line(
		70, 112,
		"taken: see that-is-one-long-address-which-nothing-breaks/and-so-it-runs-far-over-the-edge-of-the-page/wherever-it-ends");
	line(70, 124, "in 1987, when 46 ships");
	line(70, 136, "and 8 barges came.");
	document d = drawn_read();
	cr_expect_neq(slice_find(d.text, SLICE("46 ships")), SIZE_MAX);
	cr_expect_neq(slice_find(d.text, SLICE("8 barges came.")), SIZE_MAX);
}

Test(pdf, what_is_locked_or_broken_is_told)
{
	lines(70, 140, HERONS);
	HPDF_SetPassword(s.doc, "owner", "user");
	expect_status(sheet_bytes(a, &s), DOCUMENT_UNREADABLE, "password");
	expect_status(SLICE("%PDF-1.4\nnothing of the kind"), DOCUMENT_UNREADABLE, "damaged or cut short");
}

/* A file whose page tree holds itself. */
Test(pdf, a_tree_of_pages_that_holds_itself_is_told)
{
	expect_status(SLICE("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	                    "2 0 obj\n<</Type/Pages/Kids [2 0 R 2 0 R]/Count 1000000>>\nendobj\n"
	                    "trailer<</Size 3/Root 1 0 R>>\n%%EOF\n"),
	              DOCUMENT_UNREADABLE, "no page that can be read");
	HPDF_Free(s.doc);
}

Test(pdf, a_line_over_the_heads_of_a_table_is_not_cut_at_its_columns)
{
	static const char *const ROWS[] = {" What the lock keepers counted",  "lock      barges  boats   rafts",
	                                   "north         14     31     120", "south          9     88      37",
	                                   "canal        121      6      10", NULL};
	for (int i = 0; ROWS[i]; i++)
		sheet_line(&s, s.fixed, 10, 70, 100 + 12 * (float)i, ROWS[i]);
	document d = drawn_read();
	cr_expect(slice_find(d.text, SLICE("What the lock keepers counted")) != SIZE_MAX, SLICE_FMT, SLICE_ARG(d.text));
}

Test(pdf, the_lines_of_an_index_are_not_one_text)
{
	static const char *const INDEX[] = {"barges, 4, 17", "dredgers, 31", "ferries of the north bank, 5-8", "pilots, 12",
	                                    NULL};
	lines(70, 100, HERONS);
	lines(70, 160, INDEX);
	drawn_expect("para " HERONS_TEXT "\npara barges, 4, 17\npara dredgers, 31\npara ferries of the north bank, 5-8\n"
	             "para pilots, 12\n");
}

Test(pdf, a_sign_of_a_formula_between_items_does_not_part_their_list)
{
	line(70, 100, "\x95 The depth is told in fathoms.");
	line(70, 120, "\x95 The width is told in yards of x");
	line(300, 134, "y");
	line(70, 150, "\x95 The length is told in chains.");
	document d = drawn_read();
	uint32_t list = 0;
	for (size_t i = 0, items = 0; i < d.block_count; i++) {
		const block *b = &d.blocks[i];
		if (b->kind != BLOCK_ITEM)
			continue;
		list = items++ ? list : b->group;
		cr_expect_eq(b->group, list);
	}
	cr_expect_neq(list, 0);
}

static void words_row(float y, const char *const *cells, const float *left)
{
	for (; *cells; cells++, left++)
		if (**cells)
			line(*left, y, *cells);
}

Test(pdf, a_table_of_words_keeps_its_rows)
{
	static const float LEFT[] = {70, 150, 205};
	static const char *const ROWS[][4] = {{"Signal", "Colour", "What it tells", NULL},
	                                      {"one gun", "red", "the bar is closed", NULL},
	                                      {"two guns", "white", "a pilot is on the way", NULL},
	                                      {"", "", "or will be before dark", NULL},
	                                      {"bell", "none,", "fog, when", NULL},
	                                      {"", "green", "the lock is open", NULL}};
	float y = lines(70, 60, HERONS) + 20;
	for (int i = 0; i < 6; i++)
		words_row(y + 12 * (float)i, ROWS[i], LEFT);
	lines(70, y + 100, HERONS);
	drawn_expect("para " HERONS_TEXT "\ncell 0,0 Signal\ncell 0,1 Colour\ncell 0,2 What it tells\n"
	             "cell 1,0 one gun\ncell 1,1 red\ncell 1,2 the bar is closed\n"
	             "cell 2,0 two guns\ncell 2,1 white\ncell 2,2 a pilot is on the way or will be before dark\n"
	             "cell 3,0 bell\ncell 3,1 none, green\ncell 3,2 fog, when the lock is open\n"
	             "para " HERONS_TEXT "\n");
}

Test(pdf, lists_set_in_columns_of_one_width_are_no_table)
{
	static const float LEFT[] = {70, 220, 370};
	static const char *const ROWS[][4] = {{"anchor", "dredger", "mole", NULL},
	                                      {"barge", "ferry", "oar", NULL},
	                                      {"cable", "keel", "pilot", NULL},
	                                      {"derrick", "lock", "quay", NULL}};
	for (int i = 0; i < 4; i++)
		words_row(100 + 12 * (float)i, ROWS[i], LEFT);
	document d = drawn_read();
	for (size_t i = 0; i < d.block_count; i++)
		cr_expect_neq(d.blocks[i].kind, BLOCK_CELL);
}

Test(pdf, prose_in_three_columns_is_no_table)
{
	static const float LEFT[] = {50, 220, 400};
	static const char *const ROWS[][4] = {
		{"The ferries cross the bay six", "times a day, as they always", "did, and stop at the pier", NULL},
		{"where the market is held and", "where the fish is sold that", "was caught in the night by", NULL},
		{"boats of the north bank that", "come in with the tide and go", "out again before the sun is", NULL},
		{"up, whatever the wind says", "and whatever the pilots and", "their wives say about it too", NULL}};
	for (int i = 0; i < 4; i++)
		words_row(100 + 12 * (float)i, ROWS[i], LEFT);
	document d = drawn_read();
	for (size_t i = 0; i < d.block_count; i++)
		cr_expect_neq(d.blocks[i].kind, BLOCK_CELL);
}

/* Bytes changed, cut and doubled: whatever comes of them, the run goes on. */
Test(pdf, damaged_files_do_no_harm)
{
	row(110, "Island", "Eggs", "Hatched");
	row(124, "Arden", "58 568", "1,204");
	row(138, "Bexley", "7", "12");
	lines(70, 200, HERONS);
	slice whole = sheet_bytes(a, &s);
	uint32_t seed = 12345;
	for (int i = 0; i < 60; i++) {
		slice copy = arena_copy(a, whole);
		for (int k = 0; k < 12; k++) {
			seed = seed * 1664525 + 1013904223;
			((char *)copy.ptr)[(seed >> 8) % copy.len] = (char)(seed >> 3);
		}
		if (i % 3 == 0)
			copy.len -= (seed >> 4) % copy.len;
		document d = outline_read(a, SLICE("made.pdf"), copy);
		cr_expect(d.status == DOCUMENT_OK || d.why.len > 0);
	}
}
