/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document comes home from its reader's child as it was, or not at all. */
#include "base/limits.h"
#include "document/builder.h"
#include "read/wire.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static arena *a;
static document made;

static void put_cell(builder *b, const char *text, bool header)
{
	builder_cell(b, header, 1, 1);
	builder_text(b, slice_of(text), 0);
	builder_end(b);
}

/* A workbook's sheet of two rows with a list before it and a footnote's mark in it. */
static void build(void)
{
	builder *b = builder_new(a, (slice){"", 0});
	builder_begin(b, BLOCK_HEADING, 1);
	builder_text(b, SLICE("Moorings"), 0);
	builder_end(b);
	builder_list(b, true, 1);
	builder_item(b, 0);
	builder_mark(b, INLINE_STRONG);
	uint32_t start = builder_at(b);
	builder_text(b, SLICE("Nine buoys"), 0);
	builder_box(b, start, 2, (const float[4]){10, 20, 90, 32});
	builder_unmark(b, INLINE_STRONG);
	builder_end(b);
	builder_end(b);
	builder_table(b);
	builder_sheet(b, SLICE("North basin"), 3, 1);
	builder_row(b);
	put_cell(b, "Quay", true);
	put_cell(b, "Boats", true);
	builder_row(b);
	put_cell(b, "East", false);
	builder_cell(b, false, 1, 1);
	builder_text(b, SLICE("12"), 0);
	builder_stored(b, SLICE("12.25"));
	builder_end(b);
	builder_end(b);
	builder_note(b, SLICE("sheet North basin: row 7 is hidden"));
	builder_note(b, SLICE("the hidden sheet Zoë was read"));
	builder_finish(b, &made);
	made.title = SLICE("Harbour");
	made.dated = (date){2019, 4, 30, 0};
}

static void set_up(void)
{
	a = arena_new(NULL);
	made = (document){0};
	build();
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(wire, .init = set_up, .fini = tear_down);

/* The reply as the parent gets it. */
static slice sent(void)
{
	piece_list pieces = {0};
	wire_pack(a, &made, &pieces);
	size_t len = 0;
	for (size_t i = 0; i < pieces.n; i++)
		len += (pieces.at[i].len + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT;
	char *bytes = arena_alloc(a, len), *to = bytes;
	for (size_t i = 0; i < pieces.n; i++) {
		if (pieces.at[i].len)
			memcpy(to, pieces.at[i].bytes, pieces.at[i].len);
		to += (pieces.at[i].len + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT;
	}
	return (slice){bytes, len};
}

Test(wire, a_document_comes_home_as_it_was)
{
	document d = {.path = SLICE("a.xlsx")};
	slice why = {"", 0}, sheet;
	cr_assert(wire_unpack(a, sent(), &d, &why), "%s", why.ptr);
	cr_expect(slice_equal(d.path, SLICE("a.xlsx")));
	cr_expect(slice_equal(d.text, made.text));
	cr_assert_eq(d.block_count, 6);
	cr_expect_eq(memcmp(d.blocks, made.blocks, 6 * sizeof *d.blocks), 0);
	cr_assert_eq(d.group_count, 2);
	cr_expect_eq(d.groups[0].items, 1);
	cr_expect_eq(d.inline_count, 1);
	cr_expect_eq(d.box_count, 1);
	cr_expect(d.boxes[0].page == 2);
	cr_expect(slice_equal(document_stored(&d, 5), SLICE("12.25")));
	cr_expect(slice_equal(document_cell(a, &d, 5, &sheet), SLICE("C5")));
	cr_expect(slice_equal(sheet, SLICE("North basin")));
	cr_expect(slice_equal(d.title, SLICE("Harbour")));
	cr_assert_eq(d.note_count, 2);
	cr_expect(slice_equal(d.notes[0], SLICE("sheet North basin: row 7 is hidden")));
	cr_expect(slice_equal(d.notes[1], SLICE("the hidden sheet Zoë was read")));
	cr_expect(d.dated.year == 2019 && d.dated.month == 4 && d.dated.day == 30);
}

/* What the parent says of `made` after something in it was falsified. */
static slice complaint(void)
{
	document d = {0};
	slice why = {"", 0};
	cr_expect_not(wire_unpack(a, sent(), &d, &why));
	cr_expect_eq(d.block_count, 0);
	return why;
}

#define EXPECT_COMPLAINT(change, undo, words)                                                                               \
	do {                                                                                                                    \
		change;                                                                                                             \
		slice why_ = complaint();                                                                                           \
		cr_expect(slice_find(why_, SLICE(words)) != SIZE_MAX, "%s", why_.ptr);                                              \
		undo;                                                                                                               \
	} while (0)

Test(wire, whatever_is_no_place_or_number_of_the_document_is_refused)
{
	block *b = made.blocks;
	block_group *g = made.groups;
	const block keep = b[2];
	const block_group group = g[1];
	EXPECT_COMPLAINT(b[2].end = 1 << 20, b[2] = keep, "a block's text");
	EXPECT_COMPLAINT(b[2].start = 0, b[2] = keep, "a block's text");
	EXPECT_COMPLAINT(b[2].kind = (block_kind)77, b[2] = keep, "a block's kind");
	EXPECT_COMPLAINT(memset(&b[2].header, 7, 1), b[2] = keep, "a block's kind");
	EXPECT_COMPLAINT(b[2].parent = 4, b[2] = keep, "a block's holder");
	EXPECT_COMPLAINT(b[2].parent = -2, b[2] = keep, "a block's holder");
	EXPECT_COMPLAINT(b[2].parent = 0, b[2] = keep, "a block's holder");
	EXPECT_COMPLAINT(b[2].section = 1, b[2] = keep, "a block's section");
	EXPECT_COMPLAINT(b[2].group = 9, b[2] = keep, "a block's place");
	EXPECT_COMPLAINT(b[2].group = 1, b[2] = keep, "a block's place");
	EXPECT_COMPLAINT(b[2].col = 2, b[2] = keep, "a block's place");
	EXPECT_COMPLAINT(b[2].col_span = 3, b[2] = keep, "a block's place");
	EXPECT_COMPLAINT(g[1].rows = UINT32_MAX, g[1] = group, "a table's size");
	EXPECT_COMPLAINT(g[1].end = 7, g[1] = group, "a group's blocks");
	EXPECT_COMPLAINT(g[1].sheet = 2, g[1] = group, "a group's blocks");
	EXPECT_COMPLAINT(g[1].caption = 0, g[1] = group, "a table's caption");
	EXPECT_COMPLAINT(made.inlines[0].end = 1000, made.inlines[0].end = 20, "an inline span");
	EXPECT_COMPLAINT(made.boxes[0].left = NAN, made.boxes[0].left = 10, "a box");
	EXPECT_COMPLAINT(made.stored[0].len = 6, made.stored[0].len = 5, "a stored number");
	EXPECT_COMPLAINT(made.stored_digits = SLICE("12.2x"), made.stored_digits = SLICE("12.25"), "a stored number");
	EXPECT_COMPLAINT(made.dated.month = 13, made.dated.month = 4, "its date");
	EXPECT_COMPLAINT(made.dated = ((date){2019, 2, 30, 0}), made.dated = ((date){2019, 4, 30, 0}), "its date");
	EXPECT_COMPLAINT(made.title = SLICE("\xFF"), made.title = SLICE("x"), "its title");
	const slice note = made.notes[1];
	EXPECT_COMPLAINT(made.notes[1] = SLICE("Zo\xC3"), made.notes[1] = note, "its notes");
	char *longer = memset(arena_alloc(a, LIMIT_NOTE_BYTES + 1), 'x', LIMIT_NOTE_BYTES + 1);
	EXPECT_COMPLAINT(made.notes[1] = ((slice){longer, LIMIT_NOTE_BYTES + 1}), made.notes[1] = note, "its notes");
	EXPECT_COMPLAINT(made.text = SLICE("\xC3"), (void)0, "its text");
}

Test(wire, an_offset_within_a_character_is_refused)
{
	made = (document){0};
	builder *b = builder_new(a, (slice){"", 0});
	builder_text(b, SLICE("Zoë's 3 ferries"), 0);
	builder_finish(b, &made);
	EXPECT_COMPLAINT(made.blocks[0].start = 3, made.blocks[0].start = 0, "a block's text");
}

Test(wire, a_reply_cut_short_or_garbled_never_makes_a_document_out_of_its_bounds)
{
	slice whole = sent();
	for (size_t len = 0; len < whole.len - PIECE_ALIGNMENT; len += 8) {
		document d = {0};
		slice why;
		cr_expect_not(wire_unpack(a, slice_sub(whole, 0, len), &d, &why));
	}
	uint64_t state = 1;
	for (int round = 0; round < 20000; round++) {
		char *copy = (char *)(uintptr_t)arena_copy(a, whole).ptr;
		for (int i = 0; i < 3; i++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			copy[(state >> 33) % whole.len] = (char)(state >> 24);
		}
		document d = {0};
		slice why;
		if (!wire_unpack(a, (slice){copy, whole.len}, &d, &why))
			continue;
		cr_expect_null(wire_fault(&d));
		document_index_lines(a, &d);
		for (size_t i = 0; i < d.block_count; i++) {
			uint32_t line, col;
			slice sheet;
			document_place(&d, d.blocks[i].end, &line, &col);
			document_cell(a, &d, i, &sheet);
			document_stored(&d, i);
		}
	}
}

Test(wire, notes_past_their_bound_are_counted_and_long_ones_cut_between_characters)
{
	made = (document){0};
	builder *b = builder_new(a, (slice){"", 0});
	char *text = memset(arena_alloc(a, LIMIT_NOTE_BYTES + 1), 'x', LIMIT_NOTE_BYTES + 1);
	memcpy(text + LIMIT_NOTE_BYTES - 1, "ë", 2);
	builder_note(b, (slice){text, LIMIT_NOTE_BYTES + 1});
	for (int i = 1; i < LIMIT_NOTES + 3; i++)
		builder_note(b, SLICE("a mooring is hidden"));
	builder_finish(b, &made);
	document d = {0};
	slice why = {"", 0};
	cr_assert(wire_unpack(a, sent(), &d, &why), SLICE_FMT, SLICE_ARG(why));
	cr_assert_eq(d.note_count, LIMIT_NOTES + 1);
	cr_expect_eq(d.notes[0].len, LIMIT_NOTE_BYTES - 1);
	cr_expect(slice_equal(d.notes[LIMIT_NOTES], SLICE("3 more notes like these are left out")));
}
