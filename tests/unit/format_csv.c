/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV and TSV as tables. */
#include "arena_fixture.h"
#include "outline_fixture.h"

#include <criterion/criterion.h>

TestSuite(csv, .init = arena_set_up, .fini = arena_tear_down);

static void expect(const char *name, slice text, const char *outline)
{
	document d = outline_read(a, slice_of(name), text);
	cr_expect_str_eq(outline_of(a, &d), outline);
}

Test(csv, is_one_table_whose_first_row_heads_its_numbers)
{
	expect("a.csv", SLICE("port,boats,2019\nNorth,4,5\nSouth,6,1\n"),
	       "cell! 0,0 port\ncell! 0,1 boats\ncell! 0,2 2019\n"
	       "cell 1,0 North\ncell 1,1 4\ncell 1,2 5\ncell 2,0 South\ncell 2,1 6\ncell 2,2 1\n");
}

Test(csv, of_numbers_alone_has_no_header)
{
	expect("a.csv", SLICE("1,2\r\n3,4\r\n"), "cell 0,0 1\ncell 0,1 2\ncell 1,0 3\ncell 1,1 4\n");
	expect("a.csv", SLICE("2001,2\n2002,4\n2003,9\n"),
	       "cell 0,0 2001\ncell 0,1 2\ncell 1,0 2002\ncell 1,1 4\ncell 2,0 2003\ncell 2,1 9\n");
}

Test(csv, numbers_of_four_digits_are_no_years_for_that)
{
	expect("a.csv", SLICE("port,boats\nNorth,2289\nSouth,77\nEast,319\nWest,1412\n"),
	       "cell! 0,0 port\ncell! 0,1 boats\ncell 1,0 North\ncell 1,1 2289\ncell 2,0 South\ncell 2,1 77\n"
	       "cell 3,0 East\ncell 3,1 319\ncell 4,0 West\ncell 4,1 1412\n");
}

Test(csv, of_words_has_a_header_if_its_first_row_is_no_value_below)
{
	expect("a.csv", SLICE("name,kind\nAda,cat\nBob,dog\n"),
	       "cell! 0,0 name\ncell! 0,1 kind\ncell 1,0 Ada\ncell 1,1 cat\ncell 2,0 Bob\ncell 2,1 dog\n");
	expect("a.csv", SLICE("Ada,cat\nBob,dog\nEve,cat\n"),
	       "cell 0,0 Ada\ncell 0,1 cat\ncell 1,0 Bob\ncell 1,1 dog\ncell 2,0 Eve\ncell 2,1 cat\n");
}

Test(csv, fields_are_parted_by_what_makes_a_table)
{
	expect("a.csv", SLICE("a;b\n1,5;2,5\n3,0;4,5\n"),
	       "cell! 0,0 a\ncell! 0,1 b\ncell 1,0 1,5\ncell 1,1 2,5\ncell 2,0 3,0\ncell 2,1 4,5\n");
	expect("a.csv", SLICE("a\tb, c\n1\t2\n"), "cell! 0,0 a\ncell! 0,1 b, c\ncell 1,0 1\ncell 1,1 2\n");
	expect("a.tsv", SLICE("a\tb, c\n1\t2, 3\n"), "cell! 0,0 a\ncell! 0,1 b, c\ncell 1,0 1\ncell 1,1 2, 3\n");
	expect("a.tab", SLICE("a,b\n1,2\n"), "cell! 0,0 a\ncell! 0,1 b\ncell 1,0 1\ncell 1,1 2\n");
	expect("a.csv", SLICE("a|b\n1|2\n"), "cell! 0,0 a\ncell! 0,1 b\ncell 1,0 1\ncell 1,1 2\n");
	expect("a.csv", SLICE("x,y\nred; green,1\nblue; white,2\n"),
	       "cell! 0,0 x\ncell! 0,1 y\ncell 1,0 red; green\ncell 1,1 1\ncell 2,0 blue; white\ncell 2,1 2\n");
}

Test(csv, quotes_hold_delimiters_quotes_and_line_ends)
{
	expect(
		"a.csv", SLICE("a,b\n\"x, y\",1\n\"the \"\"old\"\"\none\",2\n\"\",3\n"),
		"cell! 0,0 a\ncell! 0,1 b\ncell 1,0 x, y\ncell 1,1 1\ncell 2,0 the \"old\"/one\ncell 2,1 2\ncell 3,0\ncell 3,1 3\n");
}

Test(csv, lines_above_and_below_the_table_are_paragraphs)
{
	expect(
		"a.csv",
		SLICE(
			"Boats by port,,\n# counted in May, by hand\n\nport,2018,2019\nNorth,4,5\nSum,4,5\n\nBoats over five metres only.\n"),
		"para Boats by port\npara counted in May, by hand\ncell! 0,0 port\ncell! 0,1 2018\ncell! 0,2 2019\n"
		"cell 1,0 North\ncell 1,1 4\ncell 1,2 5\ncell 2,0 Sum\ncell 2,1 4\ncell 2,2 5\npara Boats over five metres only.\n");
}

Test(csv, rows_may_be_short_or_long)
{
	expect(
		"a.csv", SLICE("a,b\n1\n2,3,4\n5,6\n7,8\n"),
		"cell! 0,0 a\ncell! 0,1 b\ncell 1,0 1\ncell 2,0 2\ncell 2,1 3\ncell 2,2 4\ncell 3,0 5\ncell 3,1 6\ncell 4,0 7\ncell 4,1 8\n");
}

Test(csv, places_are_the_files_own_bytes)
{
	slice text = SLICE("\xEF\xBB\xBF"
	                   "port;boats\n\"No\"\"1\";  41\nSouth;5\n");
	document d = outline_read(a, SLICE("a.csv"), text);
	uint32_t line, col;
	cr_assert_eq(d.block_count, 6);
	document_place(&d, d.blocks[3].start, &line, &col);
	cr_expect(line == 2 && col == 11, "%u:%u", line, col);
	cr_expect(slice_equal(document_source_text(&d, d.blocks[3].start, d.blocks[3].end), SLICE("41")));
	cr_expect(slice_equal(document_source_text(&d, d.blocks[2].start, d.blocks[2].end), SLICE("No\"\"1")));
	cr_expect_eq(document_source(&d, d.blocks[0].start), 3);
}

Test(csv, the_plain_fields_of_a_row_with_what_parts_them_are_one_stretch_of_the_source)
{
	slice plain = SLICE("port,boats,crew\nNorth,,54\nSouth,6,17\n");
	document d = outline_read(a, SLICE("a.csv"), plain);
	cr_expect_eq(d.part_count, 6, "three rows, and what stands behind each: %zu", d.part_count);
	for (size_t i = 0; i < d.block_count; i++) {
		slice text = document_text(&d, d.blocks[i].start, d.blocks[i].end);
		cr_expect(slice_equal(document_source_text(&d, d.blocks[i].start, d.blocks[i].end), text), "cell %zu", i);
	}
	cr_expect_eq(document_source(&d, d.blocks[4].start), 22, "an empty field stands where it is");

	d = outline_read(a, SLICE("a.csv"), SLICE("port, boats\r\nNorth,\"6\"\r\n"));
	cr_expect_eq(document_source(&d, d.blocks[1].start), 6, "not so where blanks, quotes or two bytes part the lines");
	cr_expect_eq(document_source(&d, d.blocks[2].start), 13);
	cr_expect_eq(document_source(&d, d.blocks[3].start), 20);
	cr_expect_eq(document_source_end(&d, d.blocks[3].end), 21);
	cr_expect_eq(document_source_end(&d, d.blocks[2].end), 18);
}

Test(csv, that_ends_within_quotes_keeps_its_text)
{
	expect("a.csv", SLICE("a,b\n1,\"two\n"), "cell! 0,0 a\ncell! 0,1 b\ncell 1,0 1\ncell 1,1 two\n");
	expect("a.csv", SLICE("\""), "");
}
