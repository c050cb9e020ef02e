/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long PDF that several processes read together is read as by one. */
#include "format/format.h"
#include "format/pdf.h"
#include "pdf_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { PAGES = 80, MOST_PARTS = 5 };

static arena *a;
static slice bytes;

/* Pages of prose, each with a head, a table that goes on over pages, and a number at its foot. */
static slice long_report(void)
{
	sheet s = sheet_new();
	for (int p = 0; p < PAGES; p++) {
		char text[80];
		if (p)
			sheet_page(&s);
		sheet_line(&s, s.bold, 9, 70, 40, "Harbour dues, yearly return");
		for (int i = 0; i < 30; i++) {
			snprintf(text, sizeof text, "Berth %d of quay %d", i + 1, p + 1);
			sheet_line(&s, s.plain, 10, 70, 90 + 14 * (float)i, text);
			snprintf(text, sizeof text, "%d", 137 * (i + 3) + p);
			sheet_line_to(&s, s.plain, 10, 400, 90 + 14 * (float)i, text);
		}
		sheet_line(&s, s.plain, 10, 70, 620, "The pilots counted the barges twice, once at the lock and once at the sea");
		sheet_line(&s, s.plain, 10, 70, 632, "wall, and wrote both numbers down.");
		snprintf(text, sizeof text, "%d", p + 1);
		sheet_line(&s, s.plain, 9, 300, 800, text);
	}
	return sheet_bytes(a, &s);
}

static void set_up(void)
{
	slice why;
	a = arena_new(NULL);
	bytes = long_report();
	cr_assert(pdf_prepare(&why));
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(pdf_parts, .init = set_up, .fini = tear_down);

static slice given[MOST_PARTS];

static bool take_given(arena *own, uint32_t part, slice *out)
{
	*out = arena_copy(own, given[part]);
	return given[part].len > 0;
}

static document read_in(uint32_t parts, bool *good)
{
	document d = {0};
	slice why = {"", 0};
	read_rest rest = {parts, take_given};
	for (uint32_t i = 1; i < parts; i++)
		cr_assert(pdf_parts.part(a, bytes, i, parts, &given[i], &why), SLICE_FMT, SLICE_ARG(why));
	*good = pdf_parts.whole(a, bytes, &rest, &d, &why);
	return d;
}

static void expect_same(const document *x, const document *y)
{
	cr_expect(slice_equal(x->text, y->text));
	cr_assert_eq(x->block_count, y->block_count);
	for (size_t i = 0; i < x->block_count; i++)
		cr_expect(x->blocks[i].kind == y->blocks[i].kind && x->blocks[i].start == y->blocks[i].start &&
		          x->blocks[i].row == y->blocks[i].row && x->blocks[i].level == y->blocks[i].level);
	cr_assert_eq(x->box_count, y->box_count);
	for (size_t i = 0; i < x->box_count; i++)
		cr_expect(x->boxes[i].page == y->boxes[i].page && x->boxes[i].start == y->boxes[i].start);
}

Test(pdf_parts, the_document_is_the_same_in_however_many_parts)
{
	document whole = {0};
	slice why;
	cr_assert(pdf_read(a, bytes, &whole, &why));
	cr_expect(slice_find(whole.text, SLICE("Berth 30 of quay 80")) != SIZE_MAX);
	for (uint32_t parts = 1; parts <= MOST_PARTS; parts++) {
		bool good;
		document d = read_in(parts, &good);
		cr_assert(good, "%u", parts);
		expect_same(&whole, &d);
	}
}

Test(pdf_parts, what_does_not_come_whole_is_not_read)
{
	bool good;
	slice why;
	read_in(3, &good);
	slice second = given[2];
	read_rest rest = {3, take_given};
	for (size_t len = 0; len < second.len; len += 1 + second.len / 97) {
		document d = {0};
		given[2] = (slice){second.ptr, len};
		cr_expect_not(pdf_parts.whole(a, bytes, &rest, &d, &why), "%zu of %zu bytes", len, second.len);
	}
}

Test(pdf_parts, words_that_point_elsewhere_are_not_read)
{
	pdf_word w = {.text = SLICE("barges")};
	pdf_line l = {.end = 1};
	pdf_page page = {.number = 1, .words = {&w, 1, 1}, .lines = {&l, 1, 1}};
	pdf_pages pages = {0}, got = {0};
	VEC_PUSH(a, pages, page);
	slice good = pdf_pages_pack(a, &pages);
	cr_assert(pdf_pages_unpack(a, good, &got));
	cr_expect(slice_equal(got.at[0].words.at[0].text, w.text));
	w.line = 1;
	cr_expect_not(pdf_pages_unpack(a, pdf_pages_pack(a, &pages), &got));
	w.line = 0, l.end = 2;
	cr_expect_not(pdf_pages_unpack(a, pdf_pages_pack(a, &pages), &got));
	l.end = 1;
	for (size_t at = 0; at + sizeof w.text < good.len; at++) { /* the word's text, moved out of reach */
		slice told;
		char *copy = (char *)arena_copy(a, good).ptr;
		memcpy(&told, copy + at, sizeof told);
		if (told.ptr || told.len != w.text.len)
			continue;
		told.ptr = (const char *)7;
		memcpy(copy + at, &told, sizeof told);
		cr_expect_not(pdf_pages_unpack(a, (slice){copy, good.len}, &got));
	}
}

static document read_by(uint32_t readers)
{
	read_source source = {.name = SLICE("dues.pdf"), .bytes = bytes, .readers = readers};
	return read_document(a, &source);
}

Test(pdf_parts, several_processes_give_what_one_gives)
{
	cr_assert_gt(bytes.len, LIMIT_READERS_BYTES);
	document one = read_by(1);
	cr_assert_eq(one.status, DOCUMENT_OK, SLICE_FMT, SLICE_ARG(one.why));
	for (uint32_t readers = 2; readers < 12; readers += 3) {
		document d = read_by(readers);
		cr_assert_eq(d.status, DOCUMENT_OK, SLICE_FMT, SLICE_ARG(d.why));
		expect_same(&one, &d);
	}
}

Test(pdf_parts, a_damaged_file_has_one_reason_however_many_read_it)
{
	uint32_t seed = 99;
	slice all = bytes;
	for (int i = 0; i < 20; i++) {
		bytes = arena_copy(a, all);
		for (int k = 0; k < 40; k++) {
			seed = seed * 1664525 + 1013904223;
			((char *)bytes.ptr)[(seed >> 8) % bytes.len] = (char)(seed >> 3);
		}
		if (i % 2)
			bytes.len -= (seed >> 4) % 9000;
		document one = read_by(1), three = read_by(3);
		cr_expect_eq(one.status, three.status);
		cr_expect(slice_equal(one.why, three.why), SLICE_FMT " / " SLICE_FMT, SLICE_ARG(one.why), SLICE_ARG(three.why));
		cr_expect(slice_equal(one.text, three.text));
	}
}
