/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AsciiDoc into blocks, told as outlines. */
#include "arena_fixture.h"
#include "outline_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(asciidoc, .init = arena_set_up, .fini = arena_tear_down);

static document read(const char *text)
{
	return outline_read(a, SLICE("t.adoc"), slice_of(text));
}

static void expect(const char *text, const char *outline)
{
	outline_expect(a, "t.adoc", text, outline);
}

Test(asciidoc, a_documents_header_is_its_title_and_tells_of_it)
{
	document d = read(
		"= The Fleet\nA. Moreau <a@example.org>\nv1.2, 2020-05-06: third print\n:ports: nine\n\nThere are {ports} ports.\n");
	cr_expect_str_eq(outline_of(a, &d), "head1 The Fleet\npara There are nine ports.\n");
	cr_expect(d.dated.year == 2020 && d.dated.month == 5 && d.dated.day == 6);
	cr_expect(slice_equal(d.title, SLICE("The Fleet")));
	d = read("= Fleet\n:revdate: 2021-07-01\n\nText.\n");
	cr_expect_eq(d.dated.year, 2021);
}

Test(asciidoc, sections_by_signs_and_by_underlines)
{
	expect("== Ports\n\n=== North\n\nOld\n~~~\nTen came.\n", "head2 Ports\nhead3 North\nhead3 Old\npara Ten came.\n");
}

Test(asciidoc, lists_nest_by_their_marks)
{
	expect("We keep:\n\n* oars\n** long\n** short\n* sails\nof tar\n\n. load\n. sail\n",
	       "para We keep:\nitem 1:0 oars\nitem in 1 2:0 long\nitem in 1 2:0 short\nitem 1:0 sails of tar\n"
	       "item in 4 3:1 load\nitem in 4 3:2 sail\n");
	expect("3. three\n4. four\n\nEnd.\n", "item 1:3 three\nitem 1:4 four\npara End.\n");
	expect("- a\n+\nmore of a\n+\n----\ncode 7\n----\n- b\n",
	       "item 1:0 a\npara in 0 more of a\ncode in 0 code 7\nitem 1:0 b\n");
	expect("brig:: Two masts.\ncutter::\n  One mast.\n",
	       "item 1:0 brig\npara in 0 Two masts.\nitem 1:0 cutter\npara in 2 One mast.\n");
	expect("* a\n\n//-\n\n* b\n", "item 1:0 a\ncode -\nitem 2:0 b\n");
}

Test(asciidoc, blocks_between_delimiters)
{
	expect(
		"----\nint x = 3;\n----\n\n====\nTen came.\n====\n\n____\nHe said so.\n____\n\n////\n5 hidden\n////\n\n literal 6\n",
		"code int x = 3;\npara Ten came.\nquote He said so.\ncode 5 hidden\ncode literal 6\n");
	expect("[source,c]\nint y;\n\nimage::ship7.png[A ship]\n\nEnd.\n", "code int y;\npara End.\n");
}

Test(asciidoc, tables_with_headers_spans_and_cells_that_hold_blocks)
{
	expect(
		".Ports\n[cols=\"1,2*\",options=\"header\"]\n|===\n|Port |2019 |2020\n.2+|Bex 2+|3\n|4|5\n3*|x\n|===\n",
		"caption Ports\ncell! 0,0 Port\ncell! 0,1 2019\ncell! 0,2 2020\ncell 1,0+2x1 Bex\ncell 1,1+1x2 3\ncell 2,1 4\ncell 2,2 5\n"
		"cell 3,0 x\ncell 3,1 x\ncell 3,2 x\n");
	expect("|===\n|A |B\n\n|1\n|2\na|\n* p\n* q\n|3\n|===\n",
	       "cell! 0,0 A\ncell! 0,1 B\ncell 1,0 1\ncell 1,1 2\ncell 2,0\nitem in 4 2:0 p\nitem in 4 2:0 q\ncell 2,1 3\n");
}

Test(asciidoc, of_an_address_that_begins_with_an_attribute_its_text_is_read)
{
	expect(
		":yard: https://example.org/yard\n:tug: {yard}/tugs/\n\n{tug}8[Tug 8] lies here. See {yard}/tugs/271[the 9 tugs^], {yard}[] and {elsewhere}/4[#4]; {none} stays.\n",
		"para Tug 8 lies here. See the 9 tugs, https://example.org/yard and #4; {none} stays.\n");
}

Test(asciidoc, what_is_set_apart_loses_its_marks)
{
	expect(
		"The *six* _old_ `a*b` ships, https://example.org/9[maps], <<id4,here>>, 10^6^ and H~2~O, 2 * 3 * 4, +x+, \"`so`\".\n",
		"para The six old a*b ships, maps, here, 10\u2076 and H\u2082O, 2 * 3 * 4, x, \"so\".\n");
	expect("Six sankfootnote:[Of *tin*.] there. +\nNone rose.\n", "para Six sank[1] there./None rose.\nnote Of tin.\n");
	document d = read("Six sankfootnote:[Of tin.] there.\n");
	cr_assert_eq(d.inline_count, 1);
	cr_expect_eq(d.inlines[0].kind, INLINE_NOTE);
	cr_expect_eq(document_source(&d, d.blocks[1].start), 18);
}
