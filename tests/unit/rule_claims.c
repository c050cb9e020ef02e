/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions over the figures of a text: units, magnitudes, readings, what is told in messages. */
#include "rule_fixture.h"

#include <criterion/criterion.h>

TestSuite(rule_claims, .init = rule_fixture_set_up, .fini = rule_fixture_tear_down);

/* The first binding of a rule over the link "a, then b" in the text, with extra lines of the rule. */
static const binding *bind_two(const char *text, const char *check, const char *more)
{
	slice yaml = arena_printf(
		rule_with.a,
		"links: {x: ['{a} ...# and|of|( {b}']}\n---\n- id: X1\n  name: x\n  summary: s\n  bind: links\n  join: [x(a, b)]\n"
		"  check: %s\n%s  message: m\n  because: b\n  examples: [{flag: x}, {hold: y}, {skip: z}]\n",
		check, more);
	rule_set *rules = rule_fixture_rules(yaml.ptr);
	rule_bound *b = rule_fixture_bind(rules, text);
	cr_assert_geq(b->bindings.n, 1, "%s binds nothing", text);
	return &b->bindings.at[0];
}

static void expect_verdict(const char *text, const char *check, const char *more, reading r, truth want)
{
	evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = bind_two(text, check, more), .reading = r};
	truth got = eval_truth(ev.binding->rule->check, &ev);
	cr_expect_eq(got, want, "%s: %s is %d, not %d (" SLICE_FMT ")", text, check, got, want, SLICE_ARG(ev.missing));
}

Test(rule_claims, units_of_one_dimension_are_converted)
{
	expect_verdict("It is 5 km and 5,000 m long.", "a ~ b", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("It is 5 km and 6,000 m long.", "a ~ b", "", READING_PLAIN, TRUTH_FALSE);
	expect_verdict("It is 10 miles (16 km) long.", "a ~ b", "", READING_PLAIN, TRUTH_TRUE);
}

Test(rule_claims, other_dimensions_and_currencies_are_missing)
{
	expect_verdict("It is 5 km and 5 kg.", "a ~ b", "", READING_PLAIN, TRUTH_MISSING);
	expect_verdict("It cost $5 and £5.", "a ~ b", "", READING_PLAIN, TRUTH_MISSING);
	expect_verdict("It cost $5 and 5%.", "a ~ b", "", READING_PLAIN, TRUTH_MISSING);
	expect_verdict("It cost $5 in May and 500 cents in June.", "a ~ b", "", READING_PLAIN, TRUTH_TRUE);
}

Test(rule_claims, a_number_takes_over_the_unit_of_the_other)
{
	expect_verdict("It took $80 and 75 the year before.", "a > b", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("It took $80 and 75 the year before.", "a / b ~ 80 / 75", "", READING_EXACT, TRUTH_TRUE);
}

Test(rule_claims, percents_are_ratios)
{
	expect_verdict("It lost 25% and half of it.", "a * 2 ~ b", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("It lost 25% and 12% of it.", "a - b ~ 13%", "", READING_EXACT, TRUTH_TRUE);
}

Test(rule_claims, a_rule_that_reads_exactly_gives_zeros_no_room)
{
	expect_verdict("They sold 1,200 boats and 1,201 more.", "a ~ b", "", READING_PLAIN, TRUTH_FALSE);
	expect_verdict("They sold 1,200 boats and 1,240 more.", "a ~ b", "  reading: exact\n", READING_GENEROUS, TRUTH_FALSE);
	expect_verdict("They sold 12% and 13% more.", "a ~ b", "  reading: exact\n", READING_GENEROUS, TRUTH_TRUE);
}

Test(rule_claims, finer_digits_beside_show_that_zeros_are_digits)
{
	expect_verdict("They sold 1,200 boats and 1,300 more.", "a ~ b", "", READING_GENEROUS, TRUTH_TRUE);
	expect_verdict("They sold 1,200 boats and 1,237 more.", "a ~ b", "", READING_GENEROUS, TRUTH_FALSE);
}

Test(rule_claims, another_number_may_stand_in_a_figures_place)
{
	const binding *b = bind_two("They held 9 of 36 boats.", "a <= b", "");
	evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = b, .reading = READING_PLAIN};
	cr_expect_eq(eval_truth(b->rule->check, &ev), TRUTH_TRUE);
	ev.instead = b->claims[binding_find(b, SLICE("a"))->first];
	ev.number = rational_int(40);
	cr_expect_eq(eval_truth(b->rule->check, &ev), TRUTH_FALSE);
}

Test(rule_claims, conditions_look_at_words_around)
{
	expect_verdict("They held 9 of 36 boats while fares rose.", "cue(<rise>)", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("They held 9 of 36 boats while fares rose.", "a < b and not clause_cue(<rise>)", "", READING_PLAIN,
	               TRUTH_TRUE);
	expect_verdict("They held 9 of 36 boats. Fares rose 3%.", "a < b and not cue(<rise>)", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("They held 9 of 36 boats. Fares rose 3%.", "a < b and paragraph_cue(<rise>)", "", READING_PLAIN,
	               TRUTH_TRUE);
	expect_verdict("They held 9 of 36 boats in May.",
	               "a < b and cue_after(b, <sum.place>) and not cue_before(a, <sum.place>)", "", READING_PLAIN, TRUTH_TRUE);
	expect_verdict("They held nine of 36 boats.", "a < b and in_words(a) and not in_words(b)", "", READING_PLAIN,
	               TRUTH_TRUE);
	expect_verdict("They held at least 9 and more than 36 boats.", "a < b and same_direction(a, b)", "", READING_PLAIN,
	               TRUTH_TRUE);
	expect_verdict("They held at least 9 boats of fewer than 36.", "a < b and same_direction(a, b)", "", READING_PLAIN,
	               TRUTH_FALSE);
	expect_verdict("They held 9 of 36 boats.", "a < b and kind(a) is count and mode(b) is asserted", "", READING_PLAIN,
	               TRUTH_TRUE);
}

Test(rule_claims, messages_tell_figures_as_written)
{
	const binding *b = bind_two("They held about 9 of 36 old boats.", "a <= b", "");
	evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = b, .reading = READING_PLAIN};
	slice got = eval_message(SLICE("{a} of the {b} {b.noun}: {percent(b / 72)}"), b->rule, &ev);
	cr_expect(slice_equal(got, SLICE("about 9 of the 36 old boats: 50%")), SLICE_FMT, SLICE_ARG(got));
	ev.reading = READING_EXACT;
	cr_expect(slice_equal(eval_show(b->rule->check, &ev), SLICE("9 <= 36")));
}

Test(rule_claims, a_left_out_magnitude_is_the_other_levels)
{
	rule_set *rules = rule_fixture_built_in();
	rule_bound *b = rule_fixture_bind(rules, "Output rose 17% to 4.1 million from 3.5.");
	const binding *one = NULL;
	for (size_t i = 0; i < b->bindings.n; i++) {
		if (slice_equal(b->bindings.at[i].rule->id, SLICE("N201")))
			one = &b->bindings.at[i];
	}
	cr_assert(one);
	evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = one, .reading = READING_EXACT};
	cr_expect(slice_equal(eval_show(one->rule->check, &ev), SLICE("0.17 ~ 4100000 / 3500000 - 1")), SLICE_FMT,
	          SLICE_ARG(eval_show(one->rule->check, &ev)));
}

Test(rule_claims, years_that_fit_are_told_and_none_is_chosen)
{
	rule_set *rules = rule_fixture_built_in();
	rule_bound *b = rule_fixture_bind(rules, "They met on Wednesday, February 15.");
	cr_assert_geq(b->bindings.n, 1);
	const binding *one = &b->bindings.at[0];
	evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = one, .reading = READING_PLAIN};
	cr_expect_eq(eval_truth(one->rule->check, &ev), TRUTH_TRUE);
	slice note = eval_message(one->rule->open_note, one->rule, &ev);
	cr_expect(slice_ends_with(note, SLICE("…, 2006, 2012, 2017, 2023, …")), SLICE_FMT, SLICE_ARG(note));
}
