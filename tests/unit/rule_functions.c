/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the functions of units, spans and names say of two figures of a text; every number here was worked out by hand. */
#include "rule_fixture.h"

#include <criterion/criterion.h>

TestSuite(rule_functions, .init = rule_fixture_set_up, .fini = rule_fixture_tear_down);

typedef struct function_case {
	const char *text;  /* its first two figures of those kinds are a and b */
	const char *check; /* that names both */
	truth want;
} function_case;

static void expect_truths(const char *kinds, reading r, const function_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		slice yaml = arena_printf(
			rule_with.a,
			"links: {x: ['{a%s} ...#& {b%s}']}\n---\n- id: X1\n  name: x\n  summary: s\n  bind: links\n  join: [x(a, b)]\n"
			"  check: %s\n  message: m\n  because: b\n  examples: [{flag: x}, {hold: y}, {skip: z}]\n",
			kinds, kinds, cases[i].check);
		rule_set *rules = rule_fixture_rules(yaml.ptr);
		rule_bound *b = rule_fixture_bind(rules, cases[i].text);
		cr_assert_geq(b->bindings.n, 1, "%s binds nothing", cases[i].text);
		evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = &b->bindings.at[0], .reading = r};
		truth got = eval_truth(ev.binding->rule->check, &ev);
		cr_expect_eq(got, cases[i].want, "%s: %s is %d, not %d (" SLICE_FMT ")", cases[i].text, cases[i].check, got,
		             cases[i].want, SLICE_ARG(ev.missing));
	}
}
#define EXPECT_TRUTHS(kinds, reading, cases) expect_truths(kinds, reading, cases, sizeof(cases) / sizeof *(cases))

Test(rule_functions, told_in_base_is_what_is_written_in_the_base_unit)
{
	static const function_case cases[] = {
		{"It moved 150 basis points and 2 points.", "told_in_base(a) ~ 1.5 and told_in_base(b) ~ 2", TRUTH_TRUE},
		{"It moved 150 basis points and 2 points.", "told_in_base(a) ~ 1.51 and has(b)", TRUTH_FALSE},
		{"It is about 3 km and 700 m long.", "told_in_base(a) ~ 3000 and told_in_base(b) ~ 700", TRUTH_TRUE},
		{"It is about 3 km and 700 m long.", "told_in_base(a) ~ 3010 and has(b)", TRUTH_FALSE},
	};
	EXPECT_TRUTHS("", READING_PLAIN, cases);
}

Test(rule_functions, predicate_is_the_verb_of_a_figure)
{
	static const function_case cases[] = {
		{"They made 12 gates and sold 31 doors.", "predicate(a) is <times.bring> and not predicate(b) is <times.bring>",
	     TRUTH_TRUE},
		{"They made 12 gates and sold 31 doors.", "predicate(b) is <times.bring> and has(a)", TRUTH_FALSE},
	};
	EXPECT_TRUTHS(":count", READING_PLAIN, cases);
}

Test(rule_functions, beside_gives_the_number_converted_the_room_of_its_zeros)
{
	static const function_case cases[] = {
		/* 90 km, told first, is 89.5 to 90.5; "60 miles", told second, is rounded to tens, at most a tenth: 55 to 65 */
		{"It is 90 km (60 miles) long.", "beside(a, b, 1) ~ 90400 and has(b)", TRUTH_TRUE},
		{"It is 90 km (60 miles) long.", "beside(a, b, 1) ~ 90600 and has(b)", TRUTH_FALSE},
		{"It is 90 km (60 miles) long.", "beside(b, a, 1) ~ 64 * 1609.344", TRUTH_TRUE},
		{"It is 90 km (60 miles) long.", "beside(b, a, 1) ~ 66 * 1609.344", TRUTH_FALSE},
		/* 56 has no zeros: half its last digit */
		{"It is 90 km (56 miles) long.", "beside(b, a, 1) ~ 56.4 * 1609.344", TRUTH_TRUE},
		{"It is 90 km (56 miles) long.", "beside(b, a, 1) ~ 57 * 1609.344", TRUTH_FALSE},
	};
	EXPECT_TRUTHS(":measure", READING_PLAIN, cases);
}

Test(rule_functions, elapsed_is_told_in_the_unit_of_the_duration)
{
	static const function_case cases[] = {
		{"In 12 years, from 1961 on, it grew.", "elapsed(a, b, b) ~ 0", TRUTH_TRUE},
		{"The 21 days began on 3 May 2011.", "elapsed(a, b, b) ~ 0 and weekday_of(b) ~ 2", TRUTH_TRUE},
		{"The 21 days were those of 3 to 24 May 2011.", "elapsed(a, b) ~ 21", TRUTH_TRUE},
		{"The 21 days were those of 3 to 24 May 2011.", "elapsed_about(a, b) ~ 22", TRUTH_TRUE}, /* both ends counted */
		{"The 21 days were those of 3 to 24 May 2011.", "elapsed_about(a, b) ~ 24", TRUTH_FALSE},
		{"The 12 years were those of 1961 to 1973.", "elapsed(a, b) ~ 12", TRUTH_TRUE},
		{"The 12 years were those of 1961 to 1973.", "elapsed_about(a, b) ~ 13", TRUTH_TRUE},
		{"The 12 years were those of 1961 to 1973.", "elapsed_about(a, b) ~ 14", TRUTH_FALSE},
	};
	EXPECT_TRUTHS(":duration|date|year", READING_PLAIN, cases);
}

Test(rule_functions, age_counts_whole_years_as_far_as_the_dates_tell)
{
	static const function_case cases[] = {
		{"Born on 4 March 1931, he died on 9 June 2004.", "age_at(a, b) ~ 73", TRUTH_TRUE},
		{"Born on 4 March 1931, he died on 9 June 2004.", "age_at(a, b) ~ 72", TRUTH_FALSE},
		{"Born on 4 March 1931, he died on 3 March 2004.", "age_at(a, b) ~ 72", TRUTH_TRUE},
		{"Born on 4 March 1931, he died on 3 March 2004.", "age_at(a, b) ~ 73", TRUTH_FALSE},
		{"Born in 1931, he died in 2004.", "age_at(a, b) ~ 72", TRUTH_TRUE}, /* his birthday may not have come */
		{"Born in 1931, he died in 2004.", "age_at(a, b) ~ 73", TRUTH_TRUE},
		{"Born in 1931, he died in 2004.", "age_at(a, b) ~ 71 or age_at(a, b) ~ 74", TRUTH_FALSE},
	};
	EXPECT_TRUTHS(":date|year", READING_PLAIN, cases);
}

Test(rule_functions, days_and_their_order)
{
	static const function_case cases[] = {
		{"It ran from 28 February 2012 and on 1 March 2012 it stopped.", "days_between(a, b) ~ 2",
	     TRUTH_TRUE}, /* a leap year */
		{"It ran from 28 February 2011 and on 1 March 2011 it stopped.", "days_between(a, b) ~ 1", TRUTH_TRUE},
		{"It began on 1 January 1970 and ended on 3 January 1970.", "day_number(a) ~ 0 and day_number(b) ~ 2", TRUTH_TRUE},
		{"It began on 3 May 2011 and ended on 2 May 2011.", "day_number(a) <= day_number(b)", TRUTH_FALSE},
	};
	EXPECT_TRUTHS(":date", READING_PLAIN, cases);
}

Test(rule_functions, names_and_the_words_between)
{
	static const function_case cases[] = {
		{"Anna Berg, 41, has 3 dogs.", "a > b and after_name(a) and not after_name(b)", TRUTH_TRUE},
		{"The smith, 41, has 3 dogs.", "a > b and after_name(a)", TRUTH_FALSE},
		{"The smith Orme is 41 and has 3 dogs.", "a > b and one_name(a, <determiner>, <rise>)", TRUTH_TRUE},
		{"The smith Orme is 41 and Berg has 3 dogs.", "a > b and one_name(a, <determiner>, <rise>)", TRUTH_FALSE},
		{"Fares fell from 41 and rose to 3.", "a > b and between(a, b, <rise>)", TRUTH_TRUE},
		{"Fares fell from 41 and rose to 3.", "a > b and between(a, b, <fall>)", TRUTH_FALSE},
		{"He is 41 and has 3 dogs.", "a > b and one_clause(a, a) and in_years(a)", TRUTH_TRUE},
	};
	EXPECT_TRUTHS("", READING_PLAIN, cases);
}
