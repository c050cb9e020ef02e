/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: what a finding looks like, that its marks stand under its figures, that lines keep to the width, and
 * that a document cannot write to the terminal but as text. */
#include "arena_fixture.h"
#include "base/utf8.h"
#include "report/term.h"
#include "report_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(text, .init = arena_set_up, .fini = arena_tear_down);

static void expect_text(slice got, const char *want)
{
	cr_expect(slice_equal(got, slice_of(want)), "\ngot:\n%.*s\nwant:\n%s", SLICE_ARG(got), want);
}

Test(text, finding_looks_like_a_compilers_diagnostic)
{
	slice got = fixture_report(a, report_text, report_fixture(a), &(report_options){.level = SEVERITY_WARNING});
	expect_text(got, "error[N501] same-measure: \"more than 24\" and \"22\" cannot both be the number of\n"
	                 "    depots\n"
	                 " --> news/a.txt:3:21\n"
	                 "   |\n"
	                 " 3 | This year more than 24 depots were shut, \"about 12% of all\"; a third stay …\n"
	                 "   |           ~~~~~~~~~~^^\n"
	                 " --> news/a.txt:1:20\n"
	                 "   |\n"
	                 " 1 | The service closed 22 depots in 2020.\n"
	                 "   |                    ^^\n"
	                 "   = link: certain: same noun (depots), closed = shut\n"
	                 "   = sets: (24, ∞) and {22}, gap 2\n"
	                 "   = check: a ~ b, as told 24 ~ 22\n"
	                 "   = suspect: \"more than 24\" (news/a.txt:3:21): the only one whose removal mends\n"
	                 "              both\n"
	                 "   = repair: \"20\" instead of \"24\" would agree (one digit)\n"
	                 "\n"
	                 "unreadable: news/d.bin: it is binary\n"
	                 "\n"
	                 "3 documents (1 unreadable), 6 figures, 3 relations: 1 holds, 1 open, 1 fails; 1\n"
	                 "error\n");
}

static slice line_after(slice text, slice *rest)
{
	slice line = slice_sub(text, 0, slice_find_byte(text, '\n'));
	*rest = slice_sub(text, line.len + 1, text.len);
	return line;
}

static void expect_within(slice text, unsigned width)
{
	while (text.len) {
		slice line = line_after(text, &text);
		cr_expect_leq(term_columns(line), width, "%u columns: %.*s", term_columns(line), SLICE_ARG(line));
	}
}

/* The first line of marks, and the line of text above it. */
static bool find_marks(slice text, slice *above, slice *marks)
{
	slice before = {0};
	while (text.len) {
		slice line = line_after(text, &text);
		if (slice_find_byte(line, '^') != SIZE_MAX) {
			*above = before;
			*marks = line;
			return true;
		}
		before = line;
	}
	return false;
}

/* A figure anywhere in a long line of words of many lengths, some of them not ASCII. */
Test(text, marks_stand_under_the_figure_wherever_it_is)
{
	static const char *const words[] = {"of ", "depots ", "été ", "продовольствие ", "a ", "漢字 ", "international "};
	for (unsigned at = 0; at < 60; at += 3) {
		slice text = SLICE("");
		for (unsigned i = 0; i < 60; i++)
			text = arena_printf(a, SLICE_FMT "%s%s", SLICE_ARG(text), i == at ? "4711 " : "", words[(i * 5 + at) % 7]);
		audit *au = fixture_audit(a, SLICE("a.txt"), text);
		fixture_figure(au, 0, SLICE("4711"), 4711);
		fixture_finding(au, 0, 1, SLICE("a message"));
		slice above, marks, got = fixture_report(a, report_text, au, &(report_options){.level = SEVERITY_NOTE});
		expect_within(got, 80);
		cr_assert(find_marks(got, &above, &marks));
		size_t figure_at = slice_find(above, SLICE("4711"));
		cr_assert_neq(figure_at, SIZE_MAX, "%.*s", SLICE_ARG(got));
		unsigned column = term_columns(slice_sub(above, 0, figure_at));
		cr_expect_eq(slice_find_byte(marks, '^'), column, "%.*s", SLICE_ARG(got));
		cr_expect(slice_equal(slice_sub(marks, column, marks.len), SLICE("^^^^")));
	}
}

Test(text, figures_of_one_line_share_an_excerpt)
{
	audit *au = fixture_audit(a, SLICE("a.txt"), SLICE("Of 180 members 45 voted (35).\n"));
	fixture_figure(au, 0, SLICE("180"), 180);
	fixture_figure(au, 0, SLICE("45"), 45);
	fixture_figure(au, 0, SLICE("35"), 35);
	finding *f = fixture_finding(au, 0, 3, SLICE("45 of 180 is 25"));
	f->figures[0].core = false;
	slice got = fixture_report(a, report_text, au, &(report_options){.level = SEVERITY_NOTE, .quiet = true});
	expect_text(got, "error[N501] same-measure: 45 of 180 is 25\n"
	                 " --> a.txt:1:4\n"
	                 "   |\n"
	                 " 1 | Of 180 members 45 voted (35).\n"
	                 "   |    ---         ^^        ^^\n"
	                 "   = link: certain: same noun (depots), closed = shut\n");
}

Test(text, document_cannot_steer_the_terminal)
{
	audit *au = fixture_audit(a, SLICE("a\033[2J.txt"), SLICE("x \033[31m 4711 \xC2\x9B \xE2\x80\xAE \b y\n"));
	fixture_figure(au, 0, SLICE("4711"), 4711);
	fixture_finding(au, 0, 1, SLICE("quotes \033]0;title\a here"));
	slice got = fixture_report(a, report_text, au, &(report_options){.level = SEVERITY_NOTE});
	for (size_t i = 0, n; i < got.len; i += n) {
		uint32_t c = utf8_decode(got, i, &n);
		cr_expect(c == '\n' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0x202E), "U+%04X", c);
	}
}

Test(text, colour_changes_no_other_byte)
{
	report_options plain = {.level = SEVERITY_NOTE}, colored = {.level = SEVERITY_NOTE, .color = true};
	slice one = fixture_report(a, report_text, report_fixture(a), &plain);
	slice two = fixture_report(a, report_text, report_fixture(a), &colored);
	cr_expect_eq(slice_find_byte(one, '\033'), SIZE_MAX);
	char *bare = arena_alloc(a, two.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < two.len; i++) {
		if (two.ptr[i] == '\033')
			while (two.ptr[i] != 'm')
				i++;
		else
			bare[n++] = two.ptr[i];
	}
	cr_expect(slice_equal((slice){bare, n}, one));
	cr_expect_gt(two.len, one.len);
}

Test(text, level_hides_but_is_told)
{
	audit *au = report_fixture(a);
	au->findings[0].severity = SEVERITY_NOTE;
	slice got = fixture_report(a, report_text, au, &(report_options){.level = SEVERITY_WARNING});
	expect_text(got, "unreadable: news/d.bin: it is binary\n"
	                 "\n"
	                 "3 documents (1 unreadable), 6 figures, 3 relations: 1 holds, 1 open, 1 fails; 1\n"
	                 "finding below the level shown\n");
}

Test(text, narrow_terminals_are_kept_to)
{
	for (unsigned width = 40; width <= 120; width += 7) {
		slice got =
			fixture_report(a, report_text, report_fixture(a), &(report_options){.level = SEVERITY_NOTE, .width = width});
		expect_within(got, width);
	}
}

Test(table, is_aligned_and_within_the_width)
{
	arena *b = arena_new(NULL);
	slice got = fixture_report(b, report_claims_table, report_fixture(b), &(report_options){0});
	expect_within(got, 80);
	cr_expect_neq(slice_find(got, SLICE("  1:20  count     22 ")), SIZE_MAX, "%.*s", SLICE_ARG(got));
	cr_expect_neq(slice_find(got, SLICE("news/d.bin: unreadable: it is binary\n")), SIZE_MAX);
	arena_free(b);
}
