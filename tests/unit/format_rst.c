/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reStructuredText into blocks, told as outlines. */
#include "arena_fixture.h"
#include "outline_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(rst, .init = arena_set_up, .fini = arena_tear_down);

static document read(const char *text)
{
	return outline_read(a, SLICE("t.rst"), slice_of(text));
}

static void expect(const char *text, const char *outline)
{
	outline_expect(a, "t.rst", text, outline);
}

static void expect_source(const char *text, const char *said, const char *source)
{
	outline_expect_source(a, "t.rst", text, said, source);
}

Test(rst, a_headings_level_is_the_place_of_its_style)
{
	expect("=====\nFleet\n=====\n\nPorts\n-----\n\nNorth\n~~~~~\n\nCrew\n----\n\nTen came.\n",
	       "head1 Fleet\nhead2 Ports\nhead3 North\nhead2 Crew\npara Ten came.\n");
	expect("Ab\n-\n\nnot a heading\n--\n", "para Ab -\npara not a heading --\n");
}

Test(rst, a_list_stands_behind_the_paragraph_that_leads_it_in)
{
	expect(
		"We keep:\n\n- oars\n  of ash\n- sails\n\n  and ropes\n\n  1. long\n  2. short\n- tar\n\nNo more.\n",
		"para We keep:\nitem 1:0 oars of ash\nitem 1:0 sails\npara in 2 and ropes\nitem in 2 2:1 long\nitem in 2 2:2 short\n"
		"item 1:0 tar\npara No more.\n");
	expect("We keep:\n   * oars\n   * sails\n", "para We keep:\nitem 1:0 oars\nitem 1:0 sails\n");
}

Test(rst, a_number_that_begins_a_wrapped_sentence_is_no_item)
{
	expect("It was in\n1984. Nobody came\nto the port.\n", "para It was in 1984. Nobody came to the port.\n");
	expect("A. Moreau came\nand left.\n", "para A. Moreau came and left.\n");
	expect("a) load\nb) sail\n#) land\n", "item 1:1 load\nitem 1:2 sail\nitem 1:3 land\n");
	expect("iv. fourth\nv. fifth\n", "item 1:4 fourth\nitem 1:5 fifth\n");
}

Test(rst, terms_are_items_that_hold_their_definitions)
{
	expect("brig\n    Two masts.\ncutter\n    One mast.\n",
	       "item 1:0 brig\npara in 0 Two masts.\nitem 1:0 cutter\npara in 2 One mast.\n");
	expect("-v   tells more\n--all  every ship\n",
	       "item 1:0 -v\npara in 0 tells more\nitem 1:0 --all\npara in 2 every ship\n");
}

Test(rst, headers_and_fields_at_the_top_tell_of_the_document_and_are_no_text)
{
	document d =
		read("PEP: 9001\nTitle: Ships of Tin\nAuthor: A. Moreau,\n        B. Silva\nCreated: 04-Jun-2019\n\nTin sinks.\n");
	cr_expect_str_eq(outline_of(a, &d), "para Tin sinks.\n");
	cr_expect(slice_equal(d.title, SLICE("Ships of Tin")));
	cr_expect(d.dated.year == 2019 && d.dated.month == 6 && d.dated.day == 4);
	d = read("Tin\n===\n\n:Date: 2021-03-02\n:Pages: 12\n\nTin sinks.\n");
	cr_expect_str_eq(outline_of(a, &d), "head1 Tin\npara Tin sinks.\n");
	cr_expect(d.dated.year == 2021 && d.dated.month == 3 && d.dated.day == 2);
	cr_expect(slice_equal(d.title, SLICE("Tin")));
}

Test(rst, a_comment_before_the_title_does_not_hide_it)
{
	document d = read(".. written by hand\n\nTin\n===\n\nTin sinks.\n");
	cr_expect_str_eq(outline_of(a, &d), "code written by hand\nhead1 Tin\npara Tin sinks.\n");
	cr_expect(slice_equal(d.title, SLICE("Tin")));
	cr_expect_eq(d.blocks[2].section, -1);
}

Test(rst, literal_blocks_directives_and_comments)
{
	expect("So::\n\n    x = 4\n      y\n\nThen ::\n\n> quoted\n> twice\n\n::\n\n    z\n",
	       "para So:\ncode x = 4/  y\npara Then\ncode > quoted/> twice\ncode z\n");
	expect(".. code-block:: c\n   :linenos:\n\n   int x = 3;\n\n.. image:: ship3.png\n   :width: 40\n\nEnd.\n",
	       "code int x = 3;\npara End.\n");
	expect(".. note:: Six ships\n   sank.\n\n   Two rose.\n", "para Six ships sank.\npara Two rose.\n");
	expect(".. note::\n   Six sank.\n", "para Six sank.\n");
	expect(".. versionadded:: 3.8\n   Six ships.\n", "para 3.8 Six ships.\n");
	expect(".. function:: sail(x=4)\n\n   Sails.\n", "para sail(x=4)\npara Sails.\n");
	expect(".. figure:: ship.png\n   :alt: 5\n\n   A ship.\n\n   It has 3 masts.\n",
	       "caption A ship.\npara It has 3 masts.\n");
	expect(".. _target: https://example.org/7\n.. hidden: 8 ships\n", "code hidden: 8 ships\n");
}

Test(rst, simple_tables_with_joined_columns_and_rows_of_several_lines)
{
	expect("=====  =====  =====\n       Ships\n-----  ------------\nPort   2019   2020\n=====  =====  =====\n"
	       "Arden  12     4 or\n              5\nBexley        -\n=====  =====  =====\n\nEnd.\n",
	       "cell! 0,0\ncell! 0,1+1x2 Ships\ncell! 1,0 Port\ncell! 1,1 2019\ncell! 1,2 2020\n"
	       "cell 2,0 Arden\ncell 2,1 12\ncell 2,2 4 or 5\ncell 3,0 Bexley\ncell 3,1\ncell 3,2 -\npara End.\n");
	expect("====  ====\nÅrd   12\nBex   13\n====  ====\n", "cell 0,0 Ård\ncell 0,1 12\ncell 1,0 Bex\ncell 1,1 13\n");
}

Test(rst, columns_are_as_wide_as_tabs_and_wide_letters_are_drawn)
{
	expect("========  ========\nPort\t  Ships\nArden 4\t  1200\n========  ========\n",
	       "cell 0,0 Port\ncell 0,1 Ships\ncell 1,0 Arden 4\ncell 1,1 1200\n");
	expect("====  ====\n港口  1200\n港    1300\n====  ====\n", "cell 0,0 港口\ncell 0,1 1200\ncell 1,0 港\ncell 1,1 1300\n");
	expect_source("========  ========\nArden 4\t  1200\n========  ========\n", "1200", "1200");
}

Test(rst, grid_tables_with_cells_over_rows_and_columns)
{
	expect("+------+-----------+\n| Port | Ships     |\n+======+=====+=====+\n| Ard  | 1   | 2   |\n|      +-----+-----+\n"
	       "| en   | - a | 4   |\n|      | - b |     |\n+------+-----+-----+\n",
	       "cell! 0,0 Port\ncell! 0,1+1x2 Ships\ncell 1,0+2x1 Ard\npara in 2 en\ncell 1,1 1\ncell 1,2 2\n"
	       "cell 2,1\nitem in 6 2:0 a\nitem in 6 2:0 b\ncell 2,2 4\n");
	expect("+---+\n| a |\n+--+\n", "code +---+/| a |/+--+\n");
	expect("Grid:\n\n+++\n+++\n", "para Grid:\ncode +++/+++\n");
}

Test(rst, tables_made_of_lists_and_of_values_between_commas)
{
	expect(".. list-table:: Ports\n   :header-rows: 1\n\n   * - Port\n     - Ships\n   * - Arden\n     - 12\n",
	       "caption Ports\ncell! 0,0 Port\ncell! 0,1 Ships\ncell 1,0 Arden\ncell 1,1 12\n");
	expect(".. csv-table::\n   :header: \"Port\", \"Ships, all\"\n\n   Arden, \"1,200\"\n   \"Bex\n   ley\", 3\n",
	       "cell! 0,0 Port\ncell! 0,1 Ships, all\ncell 1,0 Arden\ncell 1,1 1,200\ncell 2,0 Bex ley\ncell 2,1 3\n");
	document d = read(".. table:: Ports\n\n   ===  ===\n   a    1\n   b    2\n   ===  ===\n");
	cr_assert_eq(d.group_count, 1);
	cr_expect_eq(d.groups[0].caption, 0);
}

Test(rst, what_is_set_apart_loses_its_marks)
{
	expect(
		"See *six* **big** ``a*b`` `maps <http://example.org/9>`_ and\n`two\nlines`_, :pep:`8` [4]_ x_ and 2\\*3 or * 5 * 6.\n",
		"para See six big a*b maps and two lines, PEP 8 [4] x and 2*3 or * 5 * 6.\n");
	expect("10\\ :sup:`6` and H\\ :sub:`2`\\ O, :func:`~sea.ship.sail`\n", "para 10\u2076 and H\u2082O, sail\n");
	expect(".. |n| replace:: nine\n\n|n| ships, |m| oars\n", "para nine ships, |m| oars\n");
	expect("One [1]_.\n\n.. [1] It has\n   3 masts.\n", "para One [1].\nnote It has 3 masts.\n");
	document d = read("Run ``sail 4`` now [2]_.\n");
	cr_assert_eq(d.inline_count, 2);
	cr_expect(d.inlines[0].kind == INLINE_CODE && d.inlines[0].start == 4 && d.inlines[0].end == 10);
	cr_expect_eq(d.inlines[1].kind, INLINE_NOTE);
}

Test(rst, every_place_in_the_text_has_its_place_in_the_source)
{
	expect_source("There are **twelve\n  ships** here.\n", "There", "There");
	expect_source("- There are **twelve** ships\n  in *port*.\n", "twelve", "twelve");
	expect_source("- There are **twelve** ships\n  in *port*.\n", "ships in port", "ships\n  in *port");
	expect_source("=====  =====\nArden  1200\n=====  =====\n", "1200", "1200");
	expect_source("See :pep:`484` now.\n", "PEP 484", ":pep:`484");
	expect_source(".. |n| replace:: nine\n\nThe |n| ships\n", "nine", "|n|");
}

Test(rst, a_long_word_of_several_bytes_a_letter_is_not_cut_within_one)
{
	char text[512] = "The ";
	for (int i = 0; i < 80; i++)
		strcat(text, "\u00F8");
	document d = read(strcat(text, "_ is none\n"));
	cr_expect_eq(d.inline_count, 0);
}

Test(rst, deep_nesting_is_flattened_and_time_stays_linear)
{
	enum { DEEP = 20000 };
	char *deep = arena_alloc(a, DEEP * 2 + 8);
	for (size_t i = 0; i < DEEP; i++)
		memcpy(deep + 2 * i, "- ", 2);
	memcpy(deep + DEEP * 2, "end\n", 5);
	document d = read(deep);
	cr_expect_lt(d.block_count, 64);
	cr_expect_neq(slice_find(d.text, SLICE("end")), SIZE_MAX);
}

Test(rst, what_is_set_deeper_is_a_quotation_unless_it_is_a_list)
{
	expect("The log says:\n\n    Nine boats\n    came in.\n\n    Two left.\n\nSo it was.\n",
	       "para The log says:\nquote Nine boats came in.\npara in 1 Two left.\npara So it was.\n");
	expect("Boats\n\n   * brig\n   * yawl\n", "para Boats\nitem 1:0 brig\nitem 1:0 yawl\n");
}

Test(rst, lines_behind_bars_are_one_paragraph_of_as_many_lines)
{
	expect("| Nine boats\n| and two\n  rafts\n|\n| at sea\n\nEnd.\n", "para Nine boats/and two/rafts//at sea\npara End.\n");
	expect_source("| Nine boats\n| and two\n", "and two", "and two");
}

Test(rst, what_was_typed_at_a_prompt_is_code_up_to_a_blank_line)
{
	expect("Try it:\n\n>>> 2 + 2\n4\n\nDone.\n", "para Try it:\ncode >>> 2 + 2/4\npara Done.\n");
}
