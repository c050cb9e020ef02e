/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines at a page's edge are heads, feet and page numbers, and which are text. */
#include "drawn_fixture.h"

#include <criterion/criterion.h>
#include <stdio.h>

TestSuite(pdf_running, .init = drawn_set_up, .fini = arena_tear_down);

static void line(float x, float y, const char *text)
{
	sheet_line(&s, s.plain, 10, x, y, text);
}

#define HERONS "By the end of the month forty pairs had settled, six of them on the island."

Test(pdf_running, heads_feet_and_page_numbers_are_left_out)
{
	static const char *const SHORES[] = {"The north shore.", "The south shore.", "The east shore.", "The west shore."};
	for (int i = 1; i <= 4; i++) {
		char foot[16];
		snprintf(foot, sizeof foot, "- %d -", i);
		sheet_line(&s, s.plain, 8, 70, 40, "Report of the bird wardens");
		line(70, 100, SHORES[i - 1]);
		line(70, 130, HERONS);
		sheet_line(&s, s.plain, 8, 290, 810, foot);
		if (i < 4)
			sheet_page(&s);
	}
	drawn_expect("para The north shore.\npara " HERONS "\npara The south shore.\npara " HERONS
	             "\npara The east shore.\npara " HERONS "\npara The west shore.\npara " HERONS "\n");
}

Test(pdf_running, a_head_that_changes_is_left_out_beside_a_page_number_that_counts_on)
{
	static const char *const CHAPTERS[] = {"Nests", "Eggs", "Flight"};
	static const char *const BIRDS[] = {"Herons were seen.", "Terns were seen.", "Ducks were seen."};
	for (int i = 0; i < 3; i++) {
		char number[16];
		snprintf(number, sizeof number, "%d", i + 41);
		sheet_line(&s, s.plain, 8, 70, 40, CHAPTERS[i]);
		sheet_line(&s, s.plain, 8, 500, 40, number);
		line(70, 100, BIRDS[i]);
		if (i < 2)
			sheet_page(&s);
	}
	drawn_expect("para Herons were seen.\npara Terns were seen.\npara Ducks were seen.\n");
}

Test(pdf_running, a_page_s_number_is_left_out_though_it_stands_far_from_the_edge)
{
	for (int i = 1; i <= 4; i++) {
		char number[16];
		snprintf(number, sizeof number, "%d", 40 + i);
		if (i > 1)
			sheet_page(&s);
		line(70, 200, i % 2 ? "The dredger worked on both sides of the pier, and then went on to the" : "outer bank, where");
		line(70, 212, i % 2 ? "other bank" : "nothing had been done for years and nothing will be.");
		line(290, 670, number);
	}
	drawn_expect(
		"para The dredger worked on both sides of the pier, and then went on to the other bank outer bank, where nothing had "
		"been done for years and nothing will be.\npara The dredger worked on both sides of the pier, and then went on to the "
		"other bank outer bank, where nothing had been done for years and nothing will be.\n");
}

Test(pdf_running, a_number_far_from_the_edge_that_does_not_count_the_pages_stays)
{
	for (int i = 1; i <= 4; i++) {
		char number[16];
		snprintf(number, sizeof number, "%d", 40 + i * i);
		if (i > 1)
			sheet_page(&s);
		line(70, 200, HERONS);
		line(290, 670, number);
	}
	document d = drawn_read();
	cr_expect(slice_find(d.text, SLICE("56")) != SIZE_MAX);
}

Test(pdf_running, lines_with_which_the_text_of_several_pages_ends_by_chance_stay)
{
	static const char *const LAMPS[] = {"mole", "pier", "bar",  "reef", "rock", "cape",
	                                    "spit", "lock", "ford", "weir", "buoy", "quay"};
	for (int i = 0; i < 12; i++) {
		char first[80], last[80];
		if (i)
			sheet_page(&s);
		snprintf(first, sizeof first, "The lamp on the %s is lit from sunset on, and tended by two keepers, whose",
		         LAMPS[i]);
		snprintf(last, sizeof last, i % 4 ? "house stands on the %s" : "flashes are 8", LAMPS[i]);
		sheet_line(&s, s.plain, 8, 70, 40, "Harbour office, list of the lamps");
		line(70, 758, first);
		line(70, 770, last);
	}
	document d = drawn_read();
	slice all = d.text;
	size_t told = 0;
	for (size_t at; (at = slice_find(d.text, SLICE("flashes are 8"))) != SIZE_MAX; told++)
		d.text = slice_sub(d.text, at + 5, d.text.len);
	cr_expect_eq(told, 3);
	cr_expect_eq(slice_find(all, SLICE("Harbour office")), SIZE_MAX, SLICE_FMT, SLICE_ARG(all));
}

Test(pdf_running, a_line_that_opens_pages_far_apart_is_no_head)
{
	for (int i = 0; i < 18; i++) {
		char number[8];
		if (i)
			sheet_page(&s);
		snprintf(number, sizeof number, "%d", i + 1);
		if (i % 6 == 3)
			line(70, 50, "Mix 3 parts of sand");
		line(70, 90, HERONS);
		line(290, 800, number);
	}
	slice rest = drawn_read().text;
	size_t told = 0;
	for (size_t at; (at = slice_find(rest, SLICE("Mix 3 parts"))) != SIZE_MAX; told++)
		rest = slice_sub(rest, at + 5, rest.len);
	cr_expect_eq(told, 3);
}
