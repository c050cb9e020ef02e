/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text into blocks. Each case is a text and its blocks, one a line: kind, level, and the text with / for line ends. */
#include "arena_fixture.h"
#include "base/utf8.h"
#include "format/line.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

TestSuite(text, .init = arena_set_up, .fini = arena_tear_down);

static document read(slice text)
{
	read_source source = {.name = SLICE("t.txt"), .bytes = text};
	return read_document(a, &source);
}

static slice show(const document *d)
{
	static const char *const kinds[] = {"head", "para", "item", "cell", "caption", "note", "quote", "code"};
	size_t room = d->text.len * 2 + d->block_count * 32 + 1, n = 0;
	char *out = arena_alloc(a, room);
	for (size_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		n += (size_t)snprintf(out + n, room - n, b->level ? "%s%u " : "%s ", kinds[b->kind], b->level);
		for (uint32_t at = b->start; at < b->end; at++)
			out[n++] = d->text.ptr[at] == '\n' ? '/' : d->text.ptr[at];
		out[n++] = '\n';
	}
	return (slice){out, n};
}

static void expect(const char *text, const char *blocks)
{
	document d = read(slice_of(text));
	slice shown = show(&d);
	cr_expect(slice_equal(shown, slice_of(blocks)), "of\n%s\ngot\n" SLICE_FMT "instead of\n%s", text, SLICE_ARG(shown),
	          blocks);
}

Test(text, paragraphs_stand_between_blank_lines)
{
	expect("Forty-five members voted in the hall.\nNobody left early.\n\nTurnout was 25%.\n",
	       "para Forty-five members voted in the hall./Nobody left early.\npara Turnout was 25%.\n");
	expect("One was here. \r\n \xC2\xA0 \r\nTwo were there.\r\n", "para One was here.\npara Two were there.\n");
	expect("Before the rule.\n* * *\nAfter it.\n", "para Before the rule.\npara After it.\n");
}

Test(text, a_byte_order_mark_counts_in_offsets_and_stands_before_the_first_block)
{
	document d = read(SLICE("\xEF\xBB\xBF"
	                        "Members voted.\n"));
	cr_assert_eq(d.block_count, 1);
	cr_expect_eq(d.blocks[0].start, 3);
}

Test(text, a_short_line_alone_over_text_is_a_heading)
{
	expect(
		"Turnout falls to 25%\n\nOf 180 members, 45 voted on Sunday.\n\nWhat comes next\n\nA second vote is held in May.\n\nPhoto: our own\n",
		"head1 Turnout falls to 25%\npara Of 180 members, 45 voted on Sunday.\nhead2 What comes next\n"
		"para A second vote is held in May.\npara Photo: our own\n");
	expect("Members voted\n", "para Members voted\n");
	expect("Turnout\n\nwomen: 25 pounds\n\nmen: 27 pounds (2012)\n",
	       "head1 Turnout\npara women: 25 pounds\npara men: 27 pounds (2012)\n");
	expect("Clubs: 45 members vote\n\nThe vote was held.\n", "head1 Clubs: 45 members vote\npara The vote was held.\n");
	expect("18 November 2020\n\nThe vote was held.\n", "para 18 November 2020\npara The vote was held.\n");
	expect("There are two ways:\n\nThe vote was held.\n", "para There are two ways:\npara The vote was held.\n");
	expect("2. Methods\n\nWe asked 45 members.\n", "head1 2. Methods\npara We asked 45 members.\n");
	expect("VOTE HELD IN U.K.\n\nWe asked 45 members.\n", "head1 VOTE HELD IN U.K.\npara We asked 45 members.\n");
}

Test(text, a_first_line_directly_over_longer_text_is_its_title)
{
	expect("Turnout falls to a quarter\nOf the 180 members of the club, 45 voted on Sunday in the hall.\n",
	       "head1 Turnout falls to a quarter\npara Of the 180 members of the club, 45 voted on Sunday in the hall.\n");
	expect("The club said that of\nits 180 members only 45 had come to vote.\n",
	       "para The club said that of/its 180 members only 45 had come to vote.\n");
}

Test(text, marks_and_underlines_make_headings)
{
	expect("# Report\n\n## Turnout\n45 voted.\n", "head1 Report\nhead2 Turnout\npara 45 voted.\n");
	expect("Report\n======\n\nTurnout\n-------\n45 voted.\n", "head1 Report\nhead2 Turnout\npara 45 voted.\n");
	expect("Report\n~~~~~~\n\n45 voted.\n", "head2 Report\npara 45 voted.\n");
}

Test(text, wrapped_lines_are_one_paragraph)
{
	expect(
		"The council said on Sunday that of the 180\nmembers who had been asked to vote only\n45 had come, which is a quarter of them\nall.\n",
		"para The council said on Sunday that of the 180/members who had been asked to vote only/45 had come, which is a quarter of "
		"them/all.\n");
}

Test(text, an_indented_line_begins_a_paragraph)
{
	expect(
		"HARBOUR, May 4 -\nThe harbour master said the three\nferries would sail again on Tuesday after\nrepairs that took nine days.\n"
		"    The fourth ferry stays in dock until\nthe end of June, he said.\n",
		"para HARBOUR, May 4 -/The harbour master said the three/ferries would sail again on Tuesday after/repairs that took nine days.\n"
		"para The fourth ferry stays in dock until/the end of June, he said.\n");
}

Test(text, long_lines_are_paragraphs_of_their_own)
{
	static const char long_line[] =
		"The council of the town said on Sunday, after a long meeting in the old hall by the river, that of the "
		"180 members who had been asked to vote only 45 had come to do so.";
	char text[1024], want[1024];
	snprintf(text, sizeof text, "%s\nNobody complained.\n%s\n", long_line, long_line);
	snprintf(want, sizeof want, "para %s\npara Nobody complained.\npara %s\n", long_line, long_line);
	expect(text, want);
}

Test(text, one_sentence_a_line_is_one_paragraph_a_line)
{
	expect("Ann came first.\nBen came second, as he had said.\nCleo came third.\nDan did not come.\n",
	       "para Ann came first.\npara Ben came second, as he had said.\npara Cleo came third.\npara Dan did not come.\n");
}

Test(text, list_items_are_told_by_their_marks)
{
	expect(
		"We need three things:\n- a pump\n- a hose\n  of ten metres\n- water\n\nThat is all there is.\n",
		"para We need three things:\nitem1 a pump\nitem1 a hose/  of ten metres\nitem1 water\npara That is all there is.\n");
	expect("Steps:\n1. Open it.\n2. Fill it\n   slowly.\n10) Close it.\n",
	       "para Steps:\nitem1 1. Open it.\nitem1 2. Fill it/   slowly./10) Close it.\n");
	expect("Parts:\n\xE2\x80\xA2 pump\n\xE2\x80\xA2 hose\n", "para Parts:\nitem1 pump\nitem1 hose\n");
	expect("(a) the pump\n(b) the hose\n", "item1 (a) the pump\nitem1 (b) the hose\n");
	expect("* pump\n    * valve\n    * seal\n* hose\n", "item1 pump\nitem2 valve\nitem2 seal\nitem1 hose\n");
}

Test(text, items_of_one_list_share_its_group_even_across_blank_lines)
{
	document d = read(SLICE(
		"1. Open the lid.\n\n2. Fill the tank.\n\n   It holds nine litres.\n\n3. Close the lid.\n\nThen it runs.\n\n- one\n- two\n"));
	cr_assert_eq(d.block_count, 7);
	cr_expect_eq(d.blocks[0].group, 1);
	cr_expect_eq(d.blocks[1].group, 1);
	cr_expect_eq(d.blocks[2].group, 0, "what stands under an item is no item");
	cr_expect_eq(d.blocks[3].group, 1);
	cr_expect_eq(d.blocks[5].group, 2);
	cr_expect_eq(d.blocks[6].group, 2);
}

Test(text, items_with_another_mark_are_of_another_list)
{
	document d =
		read(SLICE("- one pump\n- one hose\n* a lid\n* a key\n\nB) oil\nC) water\n(B) is best kept in the cellar.\n"));
	cr_assert_eq(d.block_count, 7);
	cr_expect_eq(d.blocks[1].group, d.blocks[0].group);
	cr_expect_neq(d.blocks[2].group, d.blocks[1].group);
	cr_expect_eq(d.blocks[3].group, d.blocks[2].group);
	cr_expect_eq(d.blocks[5].group, d.blocks[4].group);
	cr_expect_neq(d.blocks[6].group, d.blocks[5].group);
}

Test(text, a_dash_or_number_amid_wrapped_text_is_no_item)
{
	expect(
		"The ferry sails at nine every day but one\n- the harbour master would not say which -\nand it carries up to\n45. Then it rests in dock for the whole\nnight.\n",
		"para The ferry sails at nine every day but one/- the harbour master would not say which -/and it carries up to/45. Then it rests in "
		"dock for the whole/night.\n");
}

Test(text, rows_of_a_table_stay_apart)
{
	expect("Men\t12\nWomen\t15\nAll\t27\n", "cell Men\ncell 12\ncell Women\ncell 15\ncell All\ncell 27\n");
	expect("| Men | 12 |\n|-----|----|\n| Women | 15 |\n", "para | Men | 12 |\npara | Women | 15 |\n");
}

Test(text, three_spaces_in_a_row_part_cells_wherever_they_stand)
{
	enum { LONGEST = 40 };
	char text[LONGEST];
	for (size_t len = 5; len <= LONGEST; len++) {
		for (size_t at = 1; at + 3 < len; at++) {
			memset(text, 'x', len);
			memset(text + at, ' ', 3);
			cr_assert(line_read((slice){text, len}, 0, (uint32_t)len).cells, "%zu of %zu", at, len);
			text[at + 1] = 'x';
			cr_assert_not(line_read((slice){text, len}, 0, (uint32_t)len).cells, "%zu of %zu", at, len);
		}
	}
}

Test(text, fenced_code_is_one_block_and_no_prose)
{
	expect("Run this:\n```sh\nmake 4\n\nmake 5\n```\nThen stop.\n",
	       "para Run this:\ncode make 4//make 5\npara Then stop.\n");
	expect("```\nno end 1\n", "code no end 1\n");
}

Test(text, sections_begin_after_the_title)
{
	document d = read(SLICE("All news\n\nThe club's vote on Sunday\n\n45 voted.\n\nTurnout\n\nIt was low.\n"));
	cr_assert_eq(d.block_count, 5);
	cr_expect(slice_equal(d.title, SLICE("The club's vote on Sunday")), SLICE_FMT, SLICE_ARG(d.title));
	cr_expect_not(d.title_told);
	cr_expect_eq(d.blocks[2].section, -1);
	cr_expect_eq(d.blocks[3].section, -1);
	cr_expect_eq(d.blocks[4].section, 3);
}

/* Blocks lie in order, apart, trimmed, within the text; between them is nothing with a letter or digit but list and heading marks. */
static void expect_sound(const document *d)
{
	uint32_t end = 0;
	for (size_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		size_t len;
		cr_assert(b->start >= end && b->start < b->end && b->end <= d->text.len);
		cr_assert_not(utf8_is_space(utf8_decode(d->text, b->start, &len)));
		cr_assert_lt(b->section, (int32_t)i);
		end = b->end;
	}
}

Test(text, any_text_divides_soundly)
{
	static const char *const pieces[] = {
		"a",  " ",     "\n",    "\n\n",     "    ",  "- ",    "1. ",   "2) ",      "(a) ",
		"# ", "Word ", "word.", ":\n",      "```\n", "---\n", "~~~\n", "\xC2\xA0", "\xE2\x80\x93 ",
		"12", "|",     "\t",    "\xD0\x96", "* ",    "\r\n",  ", "};
	uint64_t state = 521288629521288629u;
	for (int round = 0; round < 10000; round++) {
		char text[400];
		size_t n = 0, count = state % 60;
		for (size_t i = 0; i < count && n < sizeof text - 8; i++) {
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			const char *piece = pieces[(state >> 20) % (sizeof pieces / sizeof *pieces)];
			memcpy(text + n, piece, strlen(piece));
			n += strlen(piece);
		}
		state += (uint64_t)round;
		arena *own = arena_new(NULL);
		read_source source = {.name = SLICE("t"), .bytes = {text, n}, .decoded = true};
		document d = read_document(own, &source);
		expect_sound(&d);
		arena_free(own);
	}
}

static double seconds_for(size_t bytes, const char *unit)
{
	size_t len = strlen(unit);
	char *text = arena_alloc(a, bytes);
	for (size_t i = 0; i < bytes; i++)
		text[i] = unit[i % len];
	clock_t start = clock();
	document d = read((slice){text, bytes});
	expect_sound(&d);
	for (size_t i = 0; i < d.block_count; i += d.block_count / 1000 + 1) {
		uint32_t row, col;
		document_place(&d, d.blocks[i].end, &row, &col);
	}
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

Test(text, time_grows_with_size_alone, .timeout = 60)
{
	static const char *const units[] = {"word and word, 12 of 45; ",
	                                    "a\n",
	                                    "- item\n",
	                                    "    x\ny\n",
	                                    "# h\n",
	                                    "1. a\n\n",
	                                    "```\n",
	                                    "\n",
	                                    "x",
	                                    "| a | b |\n",
	                                    "A line of prose that is wrapped here\n",
	                                    "(a) (b)\n"};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		double small = seconds_for(1 << 20, units[i]), large = seconds_for(8 << 20, units[i]);
		cr_expect_lt(large, 24 * small + 0.2, "\"%s\": %f s, then %f s for eight times as much", units[i], small, large);
	}
}
