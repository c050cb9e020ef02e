/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers of marked-up formats tell, and the document that comes of it. */
#include "document/builder.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static arena *a;
static builder *b;

static void set_up(void)
{
	a = arena_new(NULL);
	b = builder_new(a, SLICE(""));
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(builder, .init = set_up, .fini = tear_down);

static void say(const char *text)
{
	builder_text(b, slice_of(text), 0);
}

static void paragraph(const char *text)
{
	builder_begin(b, BLOCK_PARAGRAPH, 0);
	say(text);
	builder_end(b);
}

static void item(const char *text)
{
	builder_item(b, 0);
	say(text);
	builder_end(b);
}

static void cell(const char *text, uint32_t rows, uint32_t cols)
{
	builder_cell(b, false, rows, cols);
	say(text);
	builder_end(b);
}

/* One line a block: its kind, its holder's number, its place in its list or table, its text. */
static void expect(const char *blocks)
{
	static const char *const kinds[] = {"head", "para", "item", "cell", "caption", "note", "quote", "code"};
	document d = {0};
	builder_finish(b, &d);
	char out[4096];
	size_t n = 0;
	for (size_t i = 0; i < d.block_count; i++) {
		const block *k = &d.blocks[i];
		n += (size_t)snprintf(out + n, sizeof out - n, "%s", kinds[k->kind]);
		if (k->parent >= 0)
			n += (size_t)snprintf(out + n, sizeof out - n, " in %d", k->parent);
		if (k->kind == BLOCK_CELL)
			n += (size_t)snprintf(out + n, sizeof out - n, " %u,%u", k->row, k->col);
		if (k->kind == BLOCK_ITEM)
			n += (size_t)snprintf(out + n, sizeof out - n, " of %u:%u", k->group, k->number);
		n += (size_t)snprintf(out + n, sizeof out - n, " " SLICE_FMT "\n", SLICE_ARG(document_text(&d, k->start, k->end)));
	}
	cr_expect_str_eq(out, blocks);
}

Test(builder, a_block_has_its_text_without_white_space_around_it)
{
	paragraph("  Six ships \n");
	builder_begin(b, BLOCK_HEADING, 2);
	say("The fleet");
	builder_end(b);
	paragraph("");
	expect("para Six ships\nhead The fleet\npara \n");
}

Test(builder, the_first_paragraph_of_an_item_is_its_text_and_others_stand_in_it)
{
	builder_list(b, true, 3);
	builder_item(b, 0);
	paragraph("Sail");
	paragraph("at dawn");
	builder_end(b);
	item("Land");
	builder_end(b);
	paragraph("Rest");
	expect("item of 1:3 Sail\npara in 0 at dawn\nitem of 1:4 Land\npara Rest\n");
}

Test(builder, text_behind_a_list_in_an_item_is_a_paragraph_of_its_own)
{
	builder_list(b, false, 0);
	builder_item(b, 0);
	say("Ports:");
	builder_list(b, false, 0);
	item("Arden");
	item("Bexley");
	builder_end(b);
	say("and no others");
	builder_end(b);
	item("Ships");
	builder_end(b);
	expect(
		"item of 1:0 Ports:\nitem in 0 of 2:0 Arden\nitem in 0 of 2:0 Bexley\npara in 0 and no others\nitem of 1:0 Ships\n");
}

Test(builder, a_cell_over_several_rows_and_columns_takes_their_places)
{
	builder_table(b);
	builder_row(b);
	cell("Port", 2, 1);
	cell("Ships", 1, 2);
	builder_row(b);
	cell("2019", 1, 1);
	cell("2020", 1, 1);
	builder_row(b);
	cell("Arden", 1, 1);
	cell("", 1, 1);
	cell("5", 1, 1);
	builder_end(b);
	expect("cell 0,0 Port\ncell 0,1 Ships\ncell 1,1 2019\ncell 1,2 2020\ncell 2,0 Arden\ncell 2,1 \ncell 2,2 5\n");
}

Test(builder, rows_of_header_cells_at_the_top_are_the_tables_header)
{
	builder_table(b);
	for (int row = 0; row < 3; row++) {
		builder_row(b);
		for (int col = 0; col < 2; col++) {
			builder_cell(b, row < 2 || col == 0, 1, 1);
			say("x");
			builder_end(b);
		}
	}
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	cr_assert_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].header_rows, 2);
	cr_expect_eq(d.groups[0].rows, 3);
	cr_expect_eq(d.groups[0].cols, 2);
}

Test(builder, the_caption_before_a_table_is_the_tables)
{
	builder_begin(b, BLOCK_CAPTION, 0);
	say("Ships by port");
	builder_end(b);
	builder_table(b);
	builder_row(b);
	cell("5", 1, 1);
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	cr_expect_eq(d.groups[0].caption, 0);
	cr_expect_eq(d.groups[0].first, 1);
	cr_expect_eq(d.groups[0].end, 2);
}

Test(builder, the_caption_first_in_a_table_stands_before_it)
{
	builder_table(b);
	builder_begin(b, BLOCK_CAPTION, 0);
	say("Boats by pier");
	builder_end(b);
	builder_row(b);
	cell("7", 1, 1);
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	cr_expect_eq(d.groups[0].caption, 0);
	cr_expect_eq(d.groups[0].first, 1);
	cr_expect_eq(d.blocks[0].group, 0);
}

Test(builder, a_place_in_the_text_leads_back_to_the_source)
{
	slice source = SLICE("<p>5&nbsp;000 men\n& <b>30</b> women</p>");
	b = builder_new(a, source);
	builder_begin(b, BLOCK_PARAGRAPH, 0);
	builder_text(b, SLICE("5"), 3);
	builder_put(b, SLICE("\xC2\xA0"), 4, 10);
	builder_text(b, SLICE("000 men\n"), 10);
	builder_put(b, SLICE("and"), 18, 19);
	builder_text(b, SLICE(" "), 19);
	builder_mark(b, INLINE_STRONG);
	builder_text(b, SLICE("30"), 23);
	builder_unmark(b, INLINE_STRONG);
	builder_text(b, SLICE(" women"), 29);
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	document_index_lines(a, &d);
	cr_expect(slice_equal(document_source_text(&d, 0, 6), SLICE("5&nbsp;000")));
	uint32_t thirty = (uint32_t)slice_find(d.text, SLICE("30")), line, col;
	cr_expect(slice_equal(document_source_text(&d, thirty, thirty + 2), SLICE("30")));
	document_place(&d, thirty, &line, &col);
	cr_expect_eq(line, 2);
	cr_expect_eq(col, 6);
	cr_expect(document_within(&d, thirty + 1, INLINE_STRONG));
	cr_expect_not(document_within(&d, thirty + 2, INLINE_STRONG));
	cr_expect_eq(document_source_end(&d, thirty + 8), source.len - 4);
}

Test(builder, a_sheets_cell_has_a_name_and_the_number_that_is_stored)
{
	builder_table(b);
	builder_sheet(b, SLICE("Ports"), 9, 26);
	builder_row(b);
	cell("a", 1, 1);
	builder_cell(b, false, 1, 1);
	say("5.1");
	builder_stored(b, SLICE("5.125"));
	builder_end(b);
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	slice sheet, name = document_cell(a, &d, 1, &sheet);
	cr_expect(slice_equal(name, SLICE("AB10")));
	cr_expect(slice_equal(sheet, SLICE("Ports")));
	cr_expect(slice_equal(document_stored(&d, 1), SLICE("5.125")));
	cr_expect_eq(document_stored(&d, 0).len, 0);
}

Test(builder, a_box_goes_around_all_words_of_a_stretch_on_its_page)
{
	builder_begin(b, BLOCK_PARAGRAPH, 0);
	uint32_t first = builder_at(b);
	say("12");
	builder_box(b, first, 3, (const float[4]){10, 20, 22, 30});
	builder_space(b, 0);
	uint32_t second = builder_at(b);
	say("ships");
	builder_box(b, second, 3, (const float[4]){25, 19, 50, 30});
	builder_end(b);
	document d = {0};
	builder_finish(b, &d);
	float box[4];
	cr_expect_eq(document_box(&d, 0, 8, box), 3);
	cr_expect(box[0] == 10 && box[1] == 19 && box[2] == 50 && box[3] == 30);
	cr_expect_eq(document_box(&d, 0, 2, box), 3);
	cr_expect(box[2] == 22);
}

Test(builder, calls_that_fit_nowhere_lose_no_text)
{
	builder_end(b);
	builder_item(b, 0);
	say("alone");
	builder_end(b);
	cell("too", 1, 1);
	builder_list(b, false, 0);
	say("in a list");
	builder_end(b);
	builder_unmark(b, INLINE_CODE);
	builder_table(b);
	say("in a table");
	expect("para alone\npara too\nitem of 1:0 in a list\npara in a table\n");
}
