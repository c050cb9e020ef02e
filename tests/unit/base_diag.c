/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static char *printed(const diag_list *list, bool color)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	diag_print(list, out, color);
	fclose(out);
	return text;
}

#define EXPECT_PRINTED(list, expected)                                                                                      \
	do {                                                                                                                    \
		char *text_ = printed((list), false);                                                                               \
		cr_expect_str_eq(text_, (expected));                                                                                \
		free(text_);                                                                                                        \
	} while (0)

Test(diag, says_where_what_and_shows_the_line)
{
	arena *a = arena_new(NULL);
	diag_list list = diag_list_new(a);
	slice source = SLICE("first: 1\nsecnd: two\r\nthird: 3");
	diag_at(&list, DIAG_ERROR, SLICE("rules.yaml"), source, 2, 1, 5, "unknown key \"%s\"", "secnd");
	diag_at(&list, DIAG_WARNING, SLICE("rules.yaml"), source, 3, 8, 0, "too small");
	diag_add(&list, DIAG_NOTE, SLICE("rules.yaml"), "2 rules");
	diag_add(&list, DIAG_ERROR, (slice){0}, "nothing to do");
	cr_expect_eq(list.errors, 2);
	EXPECT_PRINTED(&list, "rules.yaml:2:1: error: unknown key \"secnd\"\n"
	                      "secnd: two\n"
	                      "^~~~~\n"
	                      "rules.yaml:3:8: warning: too small\n"
	                      "third: 3\n"
	                      "       ^\n"
	                      "rules.yaml: note: 2 rules\n"
	                      "error: nothing to do\n");
	arena_free(a);
}

Test(diag, caret_counts_code_points_and_keeps_tabs)
{
	arena *a = arena_new(NULL);
	diag_list list = diag_list_new(a);
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("\té\tx: y"), 1, 4, 1, "m");
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("ab"), 1, 3, 9, "at the end");
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("ab"), 1, 2, 9, "longer than the line");
	EXPECT_PRINTED(&list, "f:1:4: error: m\n\té\tx: y\n\t \t^\n"
	                      "f:1:3: error: at the end\nab\n  ^\n"
	                      "f:1:2: error: longer than the line\nab\n ^\n");
	arena_free(a);
}

Test(diag, places_that_do_not_exist_show_no_line)
{
	arena *a = arena_new(NULL);
	diag_list list = diag_list_new(a);
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("one\n"), 7, 1, 1, "past the end");
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("one\n"), 1, 0, 1, "no column");
	diag_at(&list, DIAG_ERROR, SLICE("f"), SLICE("one\n"), 0, 0, 1, "no line");
	EXPECT_PRINTED(&list, "f:7:1: error: past the end\nf:1: error: no column\nf: error: no line\n");
	arena_free(a);
}

/* The line of `text` that begins after its n-th newline, and the column of its first `mark`, from 0. */
static slice printed_line(const char *text, int n)
{
	while (n-- > 0)
		text = strchr(text, '\n') + 1;
	return (slice){text, (size_t)(strchr(text, '\n') - text)};
}

Test(diag, long_lines_are_cut_around_the_caret)
{
	arena *a = arena_new(NULL);
	static char source[1001];
	for (size_t marked = 0; marked < 1000; marked += 37) {
		memset(source, '.', 1000);
		source[marked] = 'X';
		diag_list list = diag_list_new(a);
		diag_at(&list, DIAG_ERROR, SLICE("f"), slice_of(source), 1, (uint32_t)marked + 1, 1, "m");
		char *text = printed(&list, false);
		slice line = printed_line(text, 1), caret = printed_line(text, 2), ellipsis = SLICE("…");
		size_t columns = line.len, x = slice_find_byte(line, 'X');
		if (slice_starts_with(line, ellipsis)) {
			columns -= ellipsis.len - 1;
			x -= ellipsis.len - 1;
		}
		if (slice_ends_with(line, ellipsis))
			columns -= ellipsis.len - 1;
		cr_expect_leq(columns, 100);
		cr_expect_geq(columns, 60);
		cr_expect_eq(slice_find_byte(caret, '^'), x, "column %zu", marked);
		free(text);
	}
	arena_free(a);
}

Test(diag, lines_of_a_hundred_columns_are_shown_whole)
{
	arena *a = arena_new(NULL);
	char source[102] = "";
	for (size_t len = 100; len <= 101; len++) {
		memset(source, '.', len);
		diag_list list = diag_list_new(a);
		diag_at(&list, DIAG_ERROR, SLICE("f"), slice_of(source), 1, 1, 1, "m");
		char *text = printed(&list, false);
		cr_expect_eq(slice_ends_with(printed_line(text, 1), SLICE("…")), len > 100);
		free(text);
	}
	arena_free(a);
}

Test(diag, lines_are_not_cut_inside_a_character)
{
	arena *a = arena_new(NULL);
	char source[1001] = "";
	for (size_t i = 0; i < 500; i++)
		memcpy(source + 2 * i, i == 300 ? "XY" : "é", 2);
	diag_list list = diag_list_new(a);
	diag_at(&list, DIAG_ERROR, SLICE("f"), slice_of(source), 1, 301, 1, "m");
	char *text = printed(&list, false);
	cr_expect_null(strstr(text, "\xEF\xBF\xBD"), "%s", text);
	slice line = printed_line(text, 1), caret = printed_line(text, 2);
	cr_expect_eq(slice_find(line, SLICE("X")) - slice_of("…").len, 2 * 60);
	cr_expect_eq(slice_find_byte(caret, '^'), 61);
	free(text);
	arena_free(a);
}

Test(diag, nothing_in_a_source_line_can_steer_a_terminal)
{
	arena *a = arena_new(NULL);
	diag_list list = diag_list_new(a);
	diag_at(&list, DIAG_ERROR, SLICE("f"),
	        SLICE("a\33[31m\x7F\xFF"
	              "b\xC2\x9B"),
	        1, 1, 1, "m");
	EXPECT_PRINTED(&list, "f:1:1: error: m\na\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD"
	                      "b\xEF\xBF\xBD\n^\n");
	arena_free(a);
}

Test(diag, is_coloured_only_if_asked)
{
	arena *a = arena_new(NULL);
	diag_list list = diag_list_new(a);
	diag_add(&list, DIAG_ERROR, SLICE("f"), "m");
	char *plain = printed(&list, false), *colored = printed(&list, true);
	cr_expect_null(strchr(plain, '\33'));
	cr_expect_not_null(strstr(colored, "\33[1;31merror"));
	free(plain);
	free(colored);
	arena_free(a);
}

Test(diag, suggests_the_nearest_word_but_no_far_one)
{
	static const slice words[] = {{"severity", 8}, {"summary", 7}, {"name", 4}, {"else", 4}, {"with", 4}, {"id", 2}};
	static const char *const cases[][2] = {
		{"sevrity", "severity"},
		{"severtiy", "severity"},
		{"sumary", "summary"},
		{"nmae", "name"},
		{"names", "name"},
		{"esle", "else"},
		{"xy", ""},
		{"frames", ""},
		{"", ""},
		{"namely", "name"},
		{"witt", "with"},
		{"severity", "severity"},
		{"i", ""},
		{"idx", "id"},
		{"nme", "name"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		slice found = diag_did_you_mean(slice_of(cases[i][0]), words, sizeof words / sizeof *words);
		cr_expect(slice_equal(found, slice_of(cases[i][1])), "%s gives " SLICE_FMT, cases[i][0], SLICE_ARG(found));
	}
	static char endless[100000];
	memset(endless, 'a', sizeof endless);
	slice candidate = {endless, sizeof endless};
	cr_expect_eq(diag_did_you_mean(candidate, &candidate, 1).len, 0, "no time is spent on such words");
}
