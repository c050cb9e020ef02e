/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions evaluated over sets of values. */
#include "rule_fixture.h"

#include "rule/show.h"

#include <criterion/criterion.h>
#include <string.h>

static rule_values v;

static void set_up(void)
{
	rule_fixture_set_up();
	v = (rule_values){0};
	rule_fixture_set(&v, "a", set_integers(set_point(rational_int(45))));
	rule_fixture_set(&v, "b", set_integers(set_point(rational_int(180))));
	rule_fixture_set(&v, "p", set_closed(rational_of(345, 1000), rational_of(355, 1000)));
	rule_fixture_set(&v, "more", set_of((interval){rational_int(160), RATIONAL_INFINITY, true, true}));
	rule_fixture_set(&v, "none", set_integers(set_point(rational_int(0))));
	rule_fixture_set(&v, "few", set_closed(rational_int(3), rational_int(6)));
}

TestSuite(rule_eval, .init = set_up, .fini = rule_fixture_tear_down);

static void expect_truth(const char *source, truth want)
{
	static const char *const names[] = {"false", "true", "missing"};
	const expr *e = rule_fixture_expr(&v, source);
	truth got = eval_truth(e, &v.ev);
	cr_expect_eq(got, want, "%s is %s, not %s (" SLICE_FMT ")", source, names[got], names[want], SLICE_ARG(v.ev.missing));
}

static void expect_shown(const char *source, reading r, const char *want)
{
	const expr *e = rule_fixture_expr(&v, source);
	v.ev.reading = r;
	slice got = eval_show(e, &v.ev);
	cr_expect(slice_equal(got, slice_of(want)), "%s is shown as " SLICE_FMT ", not %s", source, SLICE_ARG(got), want);
}

Test(rule_eval, meets_holds_if_some_values_agree)
{
	expect_truth("p ~ a / b", TRUTH_FALSE);
	expect_truth("p ~ 35%", TRUTH_TRUE);
	expect_truth("p ~ 0.3551", TRUTH_FALSE);
	expect_truth("a * 4 ~ b", TRUTH_TRUE);
	expect_truth("few ~ 5", TRUTH_TRUE);
	expect_truth("few ~ few + 3", TRUTH_TRUE);
	expect_truth("few ~ few + 4", TRUTH_FALSE);
}

Test(rule_eval, orders_hold_if_some_pair_does)
{
	expect_truth("more < 161", TRUTH_TRUE);
	expect_truth("more <= 160", TRUTH_FALSE);
	expect_truth("more > 10000", TRUTH_TRUE);
	expect_truth("few < 3", TRUTH_FALSE);
	expect_truth("few <= 3", TRUTH_TRUE);
	expect_truth("few >= 6", TRUTH_TRUE);
	expect_truth("few > 6", TRUTH_FALSE);
}

Test(rule_eval, equal_and_in_speak_of_all_values)
{
	expect_truth("few == 5", TRUTH_FALSE);
	expect_truth("a == 45", TRUTH_TRUE);
	expect_truth("few in [0, 10]", TRUTH_TRUE);
	expect_truth("few in [0, 5]", TRUTH_FALSE);
}

Test(rule_eval, what_is_missing_decides_nothing_but_need_not_matter)
{
	rule_fixture_set(&v, "none", set_empty());
	expect_truth("a / 0 ~ b", TRUTH_MISSING);
	expect_truth("a / 0 ~ b or a < b", TRUTH_TRUE);
	expect_truth("a / 0 ~ b and b < a", TRUTH_FALSE);
	expect_truth("a / 0 ~ b and a < b", TRUTH_MISSING);
	expect_truth("not a / 0 ~ b", TRUTH_MISSING);
}

Test(rule_eval, if_takes_one_branch)
{
	expect_truth("if(a < b, a, a / 0) ~ 45", TRUTH_TRUE);
	expect_truth("if(b < a, a / 0 ~ b, a < b)", TRUTH_TRUE);
	expect_shown("if(a < b, a, a / 0) ~ 45", READING_PLAIN, "{45} ~ 45");
}

Test(rule_eval, functions_of_sets)
{
	expect_truth("abs(a - b) ~ 135", TRUTH_TRUE);
	expect_truth("min(a, b) ~ 45 and max(a, b) ~ 180", TRUTH_TRUE);
	expect_truth("round(2.5) ~ 3 and round(-2.5) ~ -3 and round(2.449, 1) ~ 2.4", TRUTH_TRUE);
	expect_truth("round(few / 2) == [2, 3]", TRUTH_TRUE);
}

/* The values are those of R's pt, pf, pchisq, pnorm and cor.test. */
Test(rule_eval, tail_probabilities)
{
	expect_truth("p_t(2.20, 28) in [0.03622, 0.03623]", TRUTH_TRUE);
	expect_truth("p_f(2.20, 2, 28) in [0.12959, 0.1296]", TRUTH_TRUE);
	expect_truth("p_chi2(22.20, 28) in [0.7718, 0.772]", TRUTH_TRUE);
	expect_truth("p_z(2.20) in [0.0278, 0.02781]", TRUTH_TRUE);
	expect_truth("p_r(0.22, 28) in [0.2427, 0.2428]", TRUTH_TRUE);
	expect_truth("half(p_t(2.20, 28)) in [0.01811, 0.01812]", TRUTH_TRUE);
	cr_expect_not(v.ev.impossible);
}

Test(rule_eval, values_that_cannot_exist_are_impossible)
{
	expect_truth("probability(1.2) ~ p", TRUTH_MISSING);
	cr_expect(v.ev.impossible, "a p of 1.2");
	expect_truth("p_r(1.3, 28) ~ p", TRUTH_MISSING);
	cr_expect(v.ev.impossible, "a correlation of 1.3");
	expect_truth("p_f(-1, 2, 28) ~ p", TRUTH_MISSING);
	cr_expect(v.ev.impossible, "an F below zero");
	expect_truth("probability(0.5) ~ p", TRUTH_FALSE);
	cr_expect_not(v.ev.impossible);
}

Test(rule_eval, shows_sets_or_told_numbers)
{
	expect_shown("a <= more", READING_PLAIN, "{45} <= (160, ∞)");
	expect_shown("p ~ a / b", READING_PLAIN, "[0.345, 0.355] ~ {45} / {180}");
	expect_shown("a / b ~ 25%", READING_EXACT, "45 / 180 ~ 25%");
	expect_shown("p_z(2.20) ~ p", READING_PLAIN, "[0.027806, 0.027807] ~ [0.345, 0.355]");
}

Test(rule_eval, sides_are_those_of_the_branch_taken)
{
	set left, right;
	slice op;
	const expr *e = rule_fixture_expr(&v, "if(a < b, a + 1 <= b, b < a)");
	cr_assert(eval_sides(e, &v.ev, &left, &right, &op));
	cr_expect(slice_equal(op, SLICE("<=")));
	cr_expect(set_contains(&left, rational_int(46)) && set_contains(&right, rational_int(180)));
	cr_expect_not(eval_sides(rule_fixture_expr(&v, "not a < b"), &v.ev, &left, &right, &op));
}

static void expect_message(const char *template, const char *want)
{
	rule_fixture_expr(&v, "a < b");
	slice got = eval_message(slice_of(template), NULL, &v.ev);
	cr_expect(slice_equal(got, slice_of(want)), "\"%s\" says \"" SLICE_FMT "\", not \"%s\"", template, SLICE_ARG(got), want);
}

Test(rule_eval, messages_hold_values)
{
	expect_message("{a} of {b} is {percent(a / b)}", "45 of 180 is 25%");
	expect_message("{percent(a / 7)} {percent(1 / 3)} {percent(0.0004)}", "642.9% 33.3% 0.04%");
	expect_message("{number(few)} or {more}", "3 to 6 or more than 160");
	expect_message("{p}", "0.345 to 0.355");
	expect_message("no braces", "no braces");
}

Test(rule_eval, what_nothing_is_bound_to_is_not_shown_as_added)
{
	expect_shown("a - none + none ~ b", READING_EXACT, "45 ~ 180");
	expect_shown("sum(none) + a ~ b", READING_EXACT, "0 + 45 ~ 180"); /* what it is added to stays */
	expect_shown("b - (a - none) ~ few", READING_PLAIN, "{180} - {45} ~ [3, 6]");
	const expr *e = rule_fixture_expr(&v, "a - none + none ~ b");
	slice text = expr_text_of(rule_with.a, e, v.ev.binding), whole = expr_text(rule_with.a, e);
	cr_expect(slice_equal(text, SLICE("a ~ b")), SLICE_FMT, SLICE_ARG(text));
	cr_expect(slice_equal(whole, SLICE("a - none + none ~ b")), SLICE_FMT, SLICE_ARG(whole));
}

Test(rule_eval, long_ends_are_shown_short_and_rounded_outwards)
{
	set s = set_closed(rational_of(1, 3), rational_of(2, 3));
	cr_expect(slice_equal(show_set(rule_with.a, &s), SLICE("[0.33333, 0.66667]")), SLICE_FMT,
	          SLICE_ARG(show_set(rule_with.a, &s)));
	set tiny = set_closed(rational_of(1, INT64_C(4000000000000)), rational_of(1, INT64_C(3000000000000)));
	cr_expect(slice_equal(show_set(rule_with.a, &tiny), SLICE("[0, 0.000000001]")), SLICE_FMT,
	          SLICE_ARG(show_set(rule_with.a, &tiny)));
}
