/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of characters whose boxes and types are told as the library tells them. */
#include "base/utf8.h"
#include "format/pdf.h"

#include <criterion/criterion.h>
#include <string.h>

static arena *a;
static pdf_told told;
static VEC(char) text;
static pdf_page page;

static void set_up(void)
{
	a = arena_new(NULL);
	memset(&told, 0, sizeof told);
	memset(&text, 0, sizeof text);
	page = (pdf_page){.number = 1, .width = 600, .height = 800};
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(pdf_page, .init = set_up, .fini = tear_down);

/* One character with its box. */
static void put(const char *c, float size, bool fixed, pdf_box box)
{
	uint32_t at = (uint32_t)told.boxes.n;
	for (; *c; c++)
		VEC_PUSH(a, text, *c);
	VEC_PUSH(a, told.boxes, box);
	VEC_PUSH(a, told.runs, (pdf_type_run){at, at + 1, size, false, fixed});
}

/* Characters that are half as wide as their type is large, on a line whose foot stands at y. */
static float put_all(const char *from, float size, bool fixed, float x, float y)
{
	size_t len;
	for (slice s = slice_of(from); s.len; s = slice_sub(s, len, s.len), x += size / 2) {
		char c[8] = {0};
		(void)utf8_decode(s, 0, &len);
		memcpy(c, s.ptr, len);
		put(c, size, fixed, (pdf_box){x, y - size, x + size / 2, y});
	}
	return x;
}

static void end_line(float x, float y)
{
	put("\n", 10, false, (pdf_box){x, y - 10, x, y});
}

static void fill(void)
{
	told.text = (slice){text.at, text.n};
	cr_assert(pdf_page_fill(a, &page, &told));
}

static const char *word(size_t i)
{
	return i < page.words.n ? arena_copy(a, page.words.at[i].text).ptr : "";
}

Test(pdf_page, a_digit_that_the_library_set_under_another_divides_it)
{
	float x = put_all("add ", 10, false, 70, 100);
	put("1", 7, false, (pdf_box){x, 92, x, 105.5F});
	put("4", 7, false, (pdf_box){x, 92, x + 4, 105.5F});
	put(" ", 7, false, (pdf_box){x + 4, 92, x + 6, 105.5F});
	put_all("cup", 10, false, x + 6, 100);
	fill();
	cr_assert_eq(page.words.n, 3);
	cr_expect_str_eq(word(1), "1/4");
	cr_expect_not(page.words.at[1].turned);
	cr_expect_str_eq(word(2), "cup");
}

Test(pdf_page, what_is_raised_and_lowered_behind_a_letter_divides_nothing)
{
	float x = put_all("x", 10, false, 70, 100);
	put("1", 7, false, (pdf_box){x, 92, x, 105.5F});
	put("4", 7, false, (pdf_box){x, 92, x + 4, 105.5F});
	fill();
	for (size_t i = 0; i < page.words.n; i++)
		cr_expect_eq(memchr(page.words.at[i].text.ptr, '/', page.words.at[i].text.len), NULL);
}

Test(pdf_page, characters_above_each_other_that_are_wider_than_tall_run_aside)
{
	static const char *const DEPTH[] = {"d", "e", "p", "t", "h"};
	for (int i = 0; i < 5; i++)
		put(DEPTH[i], 10, false, (pdf_box){40, 300 - 5 * (float)i, 50, 305 - 5 * (float)i});
	fill();
	cr_assert_eq(page.words.n, 1);
	cr_expect_str_eq(word(0), "depth");
	cr_expect(page.words.at[0].turned && page.lines.at[0].turned);
}

Test(pdf_page, labels_beside_an_axis_that_stand_apart_are_words_of_their_own)
{
	put("8", 8, false, (pdf_box){40, 160, 47, 164});
	put("6", 8, false, (pdf_box){40, 190, 47, 194});
	put_all("Fleet", 8, false, 300, 184);
	fill();
	cr_assert_eq(page.words.n, 3);
	cr_expect_str_eq(word(0), "8");
	cr_expect_str_eq(word(1), "6");
	cr_expect_str_eq(word(2), "Fleet");
}

Test(pdf_page, numbers_with_places_under_each_other_are_not_one)
{
	put_all("4.7", 10, false, 70, 100);
	put_all("4.8", 10, false, 70, 115);
	fill();
	cr_assert_eq(page.words.n, 2);
	cr_expect_str_eq(word(0), "4.7");
	cr_expect_str_eq(word(1), "4.8");
}

Test(pdf_page, what_stands_off_the_page_is_left_out_and_a_number_that_reaches_over_its_edge_is_whole)
{
	float x = put_all("price 62.50", 10, false, 560, 100);
	end_line(x, 100);
	put_all("proof 9", 10, false, 610, 200);
	fill();
	cr_assert_eq(page.words.n, 2);
	cr_expect_str_eq(word(0), "price");
	cr_expect_str_eq(word(1), "62.50");
}

static pdf_prints print(void)
{
	pdf_pages pages = {&page, 1, 1};
	pdf_prints out = {0};
	fill();
	pdf_find_code(a, &pages);
	pdf_print_page(a, &pages, 0, &out);
	return out;
}

Test(pdf_page, a_shape_that_has_no_letter_marks_an_item_and_a_bracket_s_piece_does_not)
{
	static const char *const MARKS[] = {"\xC2\x88", "\xC2\x84", "\uF0B7", "\u2022", "\uF8F1", "\uF8FB", "a"};
	for (size_t i = 0; i < 7; i++) {
		float y = 100 + 40 * (float)i;
		put_all(MARKS[i], 10, false, 70, y);
		put_all(" pilot", 10, false, 75, y);
		end_line(110, y);
	}
	pdf_prints out = print();
	cr_assert_eq(out.n, 7);
	for (size_t i = 0; i < 7; i++)
		cr_expect_eq(out.at[i].marks, i < 4, "%zu", i);
}

static const char *print_text(const pdf_print *p)
{
	const char *all = "";
	for (size_t i = 0; i < p->words.n; i++)
		all = arena_printf(a, "%s%s%s", all, i ? " " : "", word(p->words.at[i])).ptr;
	return all;
}

/* The library reads rows of code with wide gaps column by column. */
Test(pdf_page, code_is_read_row_by_row)
{
	static const char *const LEFT[] = {"berth", "1", "2"}, *const RIGHT[] = {"tons", "310", "45"};
	put_all("The harbour office prints the tons of the last week so, with nothing around them:", 10, false, 70, 60);
	end_line(480, 60);
	for (int i = 0; i < 3; i++, end_line(0, 100))
		put_all(LEFT[i], 10, true, 70, 100 + 12 * (float)i);
	for (int i = 0; i < 3; i++, end_line(0, 100))
		put_all(RIGHT[i], 10, true, 170, 100 + 12 * (float)i);
	pdf_prints out = print();
	cr_assert_eq(out.n, 4);
	cr_expect_str_eq(print_text(&out.at[1]), "berth tons");
	cr_expect_str_eq(print_text(&out.at[2]), "1 310");
	cr_expect_str_eq(print_text(&out.at[3]), "2 45");
	cr_expect(out.at[3].code);
}
