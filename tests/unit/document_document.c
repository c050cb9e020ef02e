/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a document, its status, its digest. */
#include "arena_fixture.h"
#include "base/utf8.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(document, .init = arena_set_up, .fini = arena_tear_down);

static document read(slice text)
{
	read_source source = {.name = SLICE("t.txt"), .bytes = text};
	return read_document(a, &source);
}

Test(document, places_count_lines_and_code_points_from_one)
{
	document d = read(SLICE("ab\n\xC3\xA9\xE2\x82\xAC"
	                        "x\n\nlast"));
	static const struct {
		uint32_t offset, line, col;
	} rows[] = {{0, 1, 1}, {1, 1, 2},  {2, 1, 3},  {3, 2, 1},  {5, 2, 2},  {8, 2, 3},
	            {9, 2, 4}, {10, 3, 1}, {11, 4, 1}, {14, 4, 4}, {15, 4, 5}, {99, 4, 5}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t line, col;
		document_place(&d, rows[i].offset, &line, &col);
		cr_expect(line == rows[i].line && col == rows[i].col, "offset %u: %u:%u", rows[i].offset, line, col);
	}
}

Test(document, every_place_is_what_counting_gives)
{
	size_t n = 40000;
	char *text = arena_alloc(a, n);
	uint64_t state = 123456789;
	size_t len = 0;
	while (len + 4 < n) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		uint32_t kind = (uint32_t)(state >> 60);
		/* lines of thousands of code points, many of several bytes */
		len += utf8_encode(state >> 50 == 0 || len == 9000 ? '\n'
		                   : kind < 8                      ? 'x'
		                   : kind < 12                     ? 0x416
		                   : kind < 14                     ? 0x20AC
		                                                   : 0x1F600,
		                   text + len);
	}
	document d = read((slice){text, len});
	uint32_t line = 1, col = 1;
	for (size_t at = 0; at < len;) {
		uint32_t got_line, got_col;
		size_t width;
		document_place(&d, (uint32_t)at, &got_line, &got_col);
		cr_assert(got_line == line && got_col == col, "offset %zu: %u:%u, not %u:%u", at, got_line, got_col, line, col);
		bool newline = utf8_decode(d.text, at, &width) == '\n';
		line += newline;
		col = newline ? 1 : col + 1;
		at += width;
	}
}

Test(document, without_text_is_empty_and_not_unreadable)
{
	static const slice blank[] = {SLICE(""), SLICE(" \n\t\r\n"), SLICE("\xEF\xBB\xBF\n"), SLICE("\xC2\xA0\n")};
	for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
		document d = read(blank[i]);
		cr_expect_eq(d.status, DOCUMENT_EMPTY);
		cr_expect(slice_equal(d.why, SLICE("no text")));
		cr_expect_eq(d.block_count, 0);
	}
}

Test(document, that_cannot_be_read_says_why)
{
	read_source missing = {.path = SLICE("/no/such/file.txt"), .name = SLICE("/no/such/file.txt")};
	document d = read_document(a, &missing);
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect_gt(d.why.len, 0);
	read_source broken = {.name = SLICE("x:3"), .broken = SLICE("not valid JSON")};
	d = read_document(a, &broken);
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect(slice_equal(d.why, SLICE("not valid JSON")));
	d = read(SLICE("%PDF-1.4"));
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect_eq(d.block_count, 0);
}

Test(document, carries_the_digest_of_its_source_bytes)
{
	document d = read(SLICE("abc"));
	cr_expect(slice_equal(d.sha256, SLICE("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
	document wide = read(SLICE("\xFF\xFE"
	                           "a\0b\0c\0"));
	cr_expect(slice_equal(wide.text, SLICE("abc")));
	cr_expect_not(slice_equal(wide.sha256, d.sha256), "of the bytes, not of the text");
}

Test(document, a_title_from_metadata_stands)
{
	read_source source = {
		.name = SLICE("t"), .bytes = SLICE("A heading\n\nSome text follows.\n"), .title = SLICE("Told"), .decoded = true};
	document d = read_document(a, &source);
	cr_expect(d.title_told);
	cr_expect(slice_equal(d.title, SLICE("Told")));
}

Test(document, one_year_of_name_title_and_date_is_its_year)
{
	static const struct {
		const char *path, *title;
		int32_t dated, year;
	} rows[] = {
		{"minutes/2018/05-march.md", "", 0, 2018},
		{"2020-06-10-harbour.md", "", 0, 2020},
		{"log-20200610.txt", "", 0, 2020},
		{"notes.md", "Harbour report 2017", 0, 2017},
		{"2018/notes.md", "Plan of 2019", 0, 0},
		{"2018/notes.md", "Plan of 2018", 2018, 2018},
		{"2018/notes.md", "", 2019, 0},
		{"rfc2018.txt", "", 0, 0},
		{"log-20201399.txt", "Port 8080", 0, 0},
		{"notes.md", "", 2021, 2021},
		{"2018/2018-03-05.md", "The harbour", 0, 2018},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		document d = {.path = slice_of(rows[i].path), .title = slice_of(rows[i].title), .dated = {.year = rows[i].dated}};
		cr_expect(document_named_year(&d) == rows[i].year, "%s: %d", rows[i].path, document_named_year(&d));
	}
}
