/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the table of values: exact, told, plain and generous readings of the first number of a text. */
#include "scan_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct values_case {
	const char *text, *exact, *told, *plain, *generous;
} values_case;

static const figure *first_number(const scan_reading *r)
{
	for (size_t i = 0; i < r->scan.figure_count; i++) {
		if (r->scan.figures[i].base != BASE_NONE)
			return &r->scan.figures[i];
	}
	return NULL;
}

static void expect_set(scan_reading *r, const figure *f, reading how, const char *want, const char *text, const char *name)
{
	set s = figure_values(r->lex, f, how, false);
	slice got = set_format(r->arena, &s);
	cr_expect(slice_equal(got, slice_of(want)), "%s: %s: want %s, got " SLICE_FMT, text, name, want, SLICE_ARG(got));
}

static void expect_values(const values_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const values_case *c = &cases[i];
		scan_reading *r = scan_read_text(c->text, strlen(c->text));
		const figure *f = first_number(r);
		cr_assert_not_null(f, "%s", c->text);
		expect_set(r, f, READING_EXACT, c->exact, c->text, "exact");
		expect_set(r, f, READING_TOLD, c->told, c->text, "told");
		expect_set(r, f, READING_PLAIN, c->plain, c->text, "plain");
		expect_set(r, f, READING_GENEROUS, c->generous, c->text, "generous");
		arena_free(r->arena);
	}
}

#define VALUES_TABLE(table) expect_values((table), sizeof(table) / sizeof *(table))

Test(scan_values, a_bare_count_is_a_point_and_may_be_rounded_by_its_zeros)
{
	static const values_case cases[] = {
		{"22 men left.", "{22}", "{22}", "{22}", "{22}"},
		{"90 men left.", "{90}", "{90}", "{90}", "{90}"},
		{"1,200 men left.", "{1200}", "{1200}", "{1200}", "[1150, 1250]"},
		{"3,000 men left.", "{3000}", "{3000}", "{3000}", "[2850, 3150]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, decimals_magnitudes_and_percents_are_rounded_to_their_last_place)
{
	static const values_case cases[] = {
		{"12% left.", "{0.12}", "[0.115, 0.125]", "[0.115, 0.125]", "[0.11, 0.13]"},
		{"30% left.", "{0.3}", "[0.295, 0.305]", "[0.295, 0.305]", "[0.29, 0.31]"},
		{"2.5 million left.", "{2500000}", "[2450000, 2550000]", "[2450000, 2550000]", "[2400000, 2600000]"},
		{"It weighs 3.20 kg.", "{3.2}", "[3.195, 3.205]", "[3.195, 3.205]", "[3.19, 3.21]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, directional_hedges_bound_on_one_side)
{
	static const values_case cases[] = {
		{"More than 24 men left.", "{24}", "{24}", "(24, ∞)", "[24, ∞)"},
		{"Fewer than 24 men left.", "{24}", "{24}", "[0, 24)", "[0, 24]"},
		{"At least 24 men left.", "{24}", "{24}", "[24, ∞)", "[24, ∞)"},
		{"Up to 24 men left.", "{24}", "{24}", "[0, 24]", "[0, 24]"},
		{"More than 24% left.", "{0.24}", "[0.235, 0.245]", "(0.24, ∞)", "[0.235, ∞)"},
		{"It was below -5 °C.", "{-5}", "[-5.5, -4.5]", "(-∞, -5)", "(-∞, -4.5]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, nearly_and_just_over_lie_on_their_side)
{
	static const values_case cases[] = {
		{"Nearly 40 men left.", "{40}", "{40}", "[36, 40)", "[32, 40.4]"},
		{"Nearly 4 men left.", "{4}", "{4}", "[3, 4)", "[3, 4.04]"},
		{"Just over 40 men left.", "{40}", "{40}", "(40, 44]", "[40, 48]"},
		{"Almost 40% left.", "{0.4}", "[0.395, 0.405]", "[0.35, 0.4)", "[0.32, 0.41]"},
		{"Almost one-fifth left.", "{0.2}", "[0.175, 0.225]", "[0.15, 0.2)", "[0.133333, 0.21]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, about_lies_around_and_never_narrows)
{
	static const values_case cases[] = {
		{"About 40 men left.", "{40}", "{40}", "[36, 44]", "[32, 48]"},
		{"About 80% left.", "{0.8}", "[0.795, 0.805]", "[0.75, 0.85]", "[0.7, 0.9]"},
		{"About 3 thousand left.", "{3000}", "[2500, 3500]", "[2500, 3500]", "[2000, 4000]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, fractions_multiples_dozens_and_vague_words_have_their_own_widths)
{
	static const values_case cases[] = {
		{"Half of them left.", "{0.5}", "[0.45, 0.55]", "[0.45, 0.55]", "[0.42, 0.58]"},
		{"A third of them left.", "{0.333333}", "[0.291666, 0.375]", "[0.291666, 0.375]", "[0.253333, 0.413334]"},
		{"More than half of them left.", "{0.5}", "[0.45, 0.55]", "(0.5, 1]", "[0.48, 1]"},
		{"Exports doubled.", "{2}", "[1.8, 2.2]", "[1.8, 2.2]", "[1.7, 2.5)"},
		{"Exports more than doubled.", "{2}", "[1.8, 2.2]", "(2, ∞)", "[2, ∞)"},
		{"Exports nearly doubled.", "{2}", "[1.8, 2.2]", "[1.8, 2)", "[1.7, 2.1]"},
		{"Exports halved.", "{0.5}", "[0.45, 0.55]", "[0.45, 0.55]", "[0.4, 0.6]"},
		{"Exports more than halved.", "{0.5}", "[0.45, 0.55]", "[0, 0.5)", "[0, 0.55]"},
		{"Two dozen left.", "{24}", "{24}", "[23, 25]", "[23, 25]"},
		{"More than two dozen left.", "{24}", "{24}", "(24, ∞)", "[24, ∞)"},
		{"Dozens left.", "[24, 120)", "[24, 120)", "[24, 120)", "[12, 240)"},
		{"A couple left.", "[2, 3]", "[2, 3]", "[2, 3]", "[1, 6]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, a_range_is_its_ends)
{
	static const values_case cases[] = {
		{"Between 5 and 7% left.", "[0.05, 0.07]", "[0.05, 0.07]", "[0.05, 0.07]", "[0.04, 0.08]"},
		{"5 to 7 men left.", "[5, 7]", "[5, 7]", "[5, 7]", "[4, 8]"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, a_spread_is_allowed_but_not_told)
{
	static const values_case cases[] = {
		{"5.2 ± 0.3 mm is long.", "{5.2}", "[5.15, 5.25]", "[4.9, 5.5]", "[4.9, 5.5]"},
		{"5.2 ± 0.01 mm is long.", "{5.2}", "[5.15, 5.25]", "[5.15, 5.25]", "[5.1, 5.3]"},
	};
	VALUES_TABLE(cases);
}

/* 3.5 of 7.5 is 7/15, and 7/15 - 3/8 is 11/120: that far either way, twice that in the generous reading. */
Test(scan_values, a_ratio_is_as_round_as_its_parts)
{
	static const values_case cases[] = {
		{"3 million out of 8 million left.", "{0.375}", "[0.283333, 0.466667]", "[0.283333, 0.466667]",
	     "[0.191666, 0.558334]"},
		{"12 out of 30 left.", "{0.4}", "{0.4}", "{0.4}", "{0.4}"},
	};
	VALUES_TABLE(cases);
}

Test(scan_values, finer_digits_beside_it_take_the_blur_of_zeros_away)
{
	scan_reading *r = scan_read_text("1,200 men left.", 15);
	const figure *f = first_number(r);
	set rough = figure_values(r->lex, f, READING_GENEROUS, false), fine = figure_values(r->lex, f, READING_GENEROUS, true);
	cr_expect_not(set_contains(&fine, rational_int(1190)));
	cr_expect(set_contains(&rough, rational_int(1190)));
	arena_free(r->arena);
}

Test(scan_values, another_number_takes_the_hedge_and_the_last_place)
{
	scan_reading *r = scan_read_text("More than 24 men left.", 22);
	set s = figure_values_at(r->lex, first_number(r), rational_int(30), READING_PLAIN, false);
	cr_expect(slice_equal(set_format(r->arena, &s), SLICE("(30, ∞)")));
	arena_free(r->arena);
}

Test(scan_values, dates_and_labels_have_no_values)
{
	scan_reading *r = scan_read_text("On 18 November 2020 it was on page 12.", 38);
	cr_assert_eq(r->scan.figure_count, 2);
	for (size_t i = 0; i < 2; i++) {
		set s = figure_values(r->lex, &r->scan.figures[i], READING_PLAIN, false);
		cr_expect(set_is_empty(&s));
	}
	arena_free(r->arena);
}

/* Properties, over every hedge with every base. */

static const char *const HEDGES[] = {"",           "more than ", "at least ", "fewer than ", "up to ", "nearly ",
                                     "just over ", "about ",     "some ",     "over ",       "around "};
static const char *const BASES[] = {"7",          "22",          "90",    "100",      "1,200", "98,765",
                                    "3 thousand", "2.5 million", "12%",   "99.5%",    "half",  "a third",
                                    "two dozen",  "5 km",        "$4.50", "16 years", "3.25",  "5 to 7 kg"};

typedef void property(const scan_reading *r, const figure *f, const char *text);

static void over_all(property *holds)
{
	for (size_t h = 0; h < sizeof HEDGES / sizeof *HEDGES; h++) {
		for (size_t b = 0; b < sizeof BASES / sizeof *BASES; b++) {
			char text[96];
			int len = snprintf(text, sizeof text, "It was %s%s there.", HEDGES[h], BASES[b]);
			scan_reading *r = scan_read_text(text, (size_t)len);
			const figure *f = first_number(r);
			cr_assert_not_null(f, "%s", text);
			holds(r, f, text);
			arena_free(r->arena);
		}
	}
}

static void plain_within_generous(const scan_reading *r, const figure *f, const char *text)
{
	set plain = figure_values(r->lex, f, READING_PLAIN, false), generous = figure_values(r->lex, f, READING_GENEROUS, false);
	cr_expect(!set_is_empty(&plain) && set_subset(&plain, &generous), "%s", text);
}

static void about_within_bare(const scan_reading *r, const figure *f, const char *text)
{
	if (f->hedge != HEDGE_ABOUT)
		return;
	figure bare = *f;
	bare.hedge = HEDGE_NONE;
	for (int how = READING_PLAIN; how <= READING_GENEROUS; how++) {
		set narrow = figure_values(r->lex, &bare, (reading)how, false), wide = figure_values(r->lex, f, (reading)how, false);
		cr_expect(set_subset(&narrow, &wide), "%s", text);
	}
}

static void exact_within_told(const scan_reading *r, const figure *f, const char *text)
{
	set exact = figure_values(r->lex, f, READING_EXACT, false), told = figure_values(r->lex, f, READING_TOLD, false);
	cr_expect(set_subset(&exact, &told), "%s", text);
}

Test(scan_values, plain_is_within_generous_for_every_hedge_and_base)
{
	over_all(plain_within_generous);
}

Test(scan_values, about_never_narrows_what_the_bare_number_allows)
{
	over_all(about_within_bare);
}

Test(scan_values, exact_is_within_told)
{
	over_all(exact_within_told);
}
