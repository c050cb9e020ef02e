/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links, frames and joins: which figures of a sentence a rule binds. */
#include "rule_fixture.h"

#include <criterion/criterion.h>

TestSuite(rule_bind, .init = rule_fixture_set_up, .fini = rule_fixture_tear_down);

#define HEAD(bind) "- id: X1\n  name: x\n  summary: s\n  bind: " bind "\n"
#define TAIL "  message: m\n  because: b\n  examples: [{flag: x}, {hold: y}, {skip: z}]\n"

static void expect_bound(const rule_set *rules, const char *text, const char *want)
{
	slice got = rule_fixture_bound(rules, "X1", text);
	cr_expect(slice_equal(got, slice_of(want)), "%s\nbinds \"" SLICE_FMT "\", not \"%s\"", text, SLICE_ARG(got), want);
}

/* A rule that joins one link type x of one pattern, with variables a and b. */
static rule_set *pattern_rule(const char *written)
{
	slice yaml = arena_printf(
		rule_with.a, "links: {x: ['%s']}\n---\n" HEAD("links") "  join: [x(a, b)]\n  check: a <= b\n" TAIL, written);
	return rule_fixture_rules(yaml.ptr);
}

Test(rule_bind, literals_match_by_lemma_and_case_folded)
{
	rule_set *rules = pattern_rule("{a:count} of {b:count}");
	expect_bound(rules, "We saw 9 Of 36 doors.", "a=9 b=36");
	expect_bound(rules, "We saw 9 in 36 doors.", "");
	expect_bound(pattern_rule("{a:count} include {b:count}"), "The 36 doors included 9 gates.", "a=36 b=9");
}

Test(rule_bind, alternatives_and_what_is_in_brackets)
{
	rule_set *rules = pattern_rule("{a:count} of|from [the|these [very]] {b:count}");
	expect_bound(rules, "9 of 36 doors", "a=9 b=36");
	expect_bound(rules, "9 from these 36 doors", "a=9 b=36");
	expect_bound(rules, "9 of these very 36 doors", "a=9 b=36");
	expect_bound(rules, "9 of very 36 doors", "");
}

Test(rule_bind, the_noun_of_a_figure_is_passed_over)
{
	rule_set *rules = pattern_rule("{a:count} , {b:count} .");
	expect_bound(rules, "They own 36 wooden doors, 9 gates.", "a=36 b=9");
	expect_bound(rules, "They painted 36 doors quickly, 9 gates.", "");
}

Test(rule_bind, a_gap_passes_few_tokens_and_no_figure)
{
	rule_set *rules = pattern_rule("{a:count} ... but {b:count} ... $");
	expect_bound(rules, "They own 36 doors in the old town but 9 locks.", "a=36 b=9");
	expect_bound(rules, "They own 36 doors in one of the long and narrow lanes of the old town but 9 locks.", "");
	expect_bound(rules, "They own 36 doors of 12 houses but 9 locks.", "a=12 b=9");
	expect_bound(rules, "They own 36 doors bought in 2011 but 9 locks.", "a=36 b=9");
	expect_bound(rules, "They own 36 doors but 9 locks and 4 keys.", "");
}

Test(rule_bind, a_gap_may_pass_figures_and_bar_words)
{
	expect_bound(pattern_rule("{a:count} ...#!<determiner> plus {b:count}"), "36 doors and 12 gates plus 9 locks",
	             "a=36 b=9 | a=12 b=9");
	expect_bound(pattern_rule("{a:count} ...#!<determiner> plus {b:count}"), "36 doors and the 12 gates plus 9 locks",
	             "a=12 b=9");
}

Test(rule_bind, labels_never_bind)
{
	rule_set *rules = pattern_rule("{a} of {b}");
	expect_bound(rules, "See section 9 of 36 pages.", "");
	expect_bound(rules, "See 9 of 36 pages.", "a=9 b=36");
}

Test(rule_bind, figures_of_several_modes_do_not_bind)
{
	rule_set *rules = pattern_rule("{a:count} ... {b:count}");
	expect_bound(rules, "They own 9 doors 36 gates.", "a=9 b=36");
}

#define SUM_RULE                                                                                                            \
	"links:\n  part-of: ['{b:count} , of which {a:count}', '{b:count} , including {a:count}']\n---\n" HEAD(                 \
		"links") "  join: [part-of(parts*, whole)]\n  check: sum(parts) <= whole\n" TAIL

Test(rule_bind, a_star_collects_all_that_agree)
{
	rule_set *rules = rule_fixture_rules(SUM_RULE);
	expect_bound(rules, "They held 42 smugglers, 24 of whom were freed.", "parts=24 whole=42");
	expect_bound(rules, "They held 42 smugglers, 24 of whom were freed and 10 were tried.", "parts=24+10 whole=42");
}

Test(rule_bind, a_name_given_twice_collects_too)
{
	rule_set *rules = rule_fixture_rules("links: {two: ['{w:count} : {x:count} ... and {y:count}']}\n---\n" HEAD(
		"links") "  join: [two(whole, p, p)]\n  check: sum(p) ~ whole\n" TAIL);
	expect_bound(rules, "They sold 42 boats: 24 in Arden and 18 in Bexley.", "whole=42 p=24+18");
}

Test(rule_bind, what_repeats_is_bound_as_often_as_it_stands)
{
	rule_set *rules = pattern_rule("{b:count} : {a:count} [, [the] {a:count}]* and {a:count} $");
	expect_bound(rules, "We saw 36 doors: 9 gates and 27 locks.", "a=9+27 b=36");
	expect_bound(rules, "We saw 36 doors: 9 gates, 12 bolts and 15 locks.", "a=9+12+15 b=36");
	expect_bound(rules, "We saw 36 doors: 2 gates, 3 bolts, the 4 bars, 5 pins and 22 locks.", "a=2+3+4+5+22 b=36");
	expect_bound(rules, "We saw 36 doors: 2 gates, 3 bolts.", "");
	expect_bound(rules, "We saw 36 doors: 2 gates, then 3 bolts and 4 pins.", "");
}

/* Each figure's noun may end in several places: tried in every way, sixty of them would never be done. */
Test(rule_bind, a_list_takes_time_in_proportion_to_its_length)
{
	rule_set *rules = pattern_rule("{b:count} ... : {a:count} [... , {a:count}]* ... and {a:count} ... $");
	slice list = SLICE("We saw 900 doors: 11 old iron gates"), want = SLICE("a=11");
	for (int i = 0; i < 60; i++) {
		list = arena_printf(rule_with.a, SLICE_FMT ", %d old iron gates", SLICE_ARG(list), 12 + i % 7);
		want = arena_printf(rule_with.a, SLICE_FMT "+%d", SLICE_ARG(want), 12 + i % 7);
	}
	expect_bound(rules, arena_printf(rule_with.a, SLICE_FMT " and 90 old locks.", SLICE_ARG(list)).ptr,
	             arena_printf(rule_with.a, SLICE_FMT "+90 b=900", SLICE_ARG(want)).ptr);
	expect_bound(rules, arena_printf(rule_with.a, SLICE_FMT ", 90 old locks.", SLICE_ARG(list)).ptr, "");
	cr_expect_eq(rule_fixture_bind(rules, arena_printf(rule_with.a, SLICE_FMT ".", SLICE_ARG(list)).ptr)->doc.met, 0);
}

Test(rule_bind, several_joins_share_their_variables)
{
	rule_set *rules = rule_fixture_rules(
		"links:\n  of: ['{a:count} of {b:count}']\n  gloss: ['{a:count} of {count} ( {p:percent} )', '{a:count} ( {p:percent} )']\n---\n" HEAD(
			"links") "  join: [of(a, b), gloss(a, p)]\n  check: p ~ a / b\n" TAIL);
	expect_bound(rules, "45 of 180 members (35%) voted, and 3 of 20 guests (15%).", "a=45 b=180 p=35% | a=3 b=20 p=15%");
	expect_bound(rules, "45 of 180 members voted, as did 20 guests (15%).", "");
}

#define CHANGE                                                                                                              \
	"frames:\n  change:\n    anchor: <rise>|<fall>|up\n    next: '[,] and'\n    once: [from]\n    slots:\n"                 \
	"      by: ['^[by] {percent}', 'by {percent}']\n      to: ['to {x:count|money}', '{count|money} ... [,] @up']\n"        \
	"      from: '[,] [up] from {x:count|money}'\n---\n" HEAD("frame change") "  check: by ~ to / from - 1\n" TAIL

Test(rule_bind, slots_stand_in_any_order)
{
	rule_set *rules = rule_fixture_rules(CHANGE);
	expect_bound(rules, "Rents rose 12% to $56 from $50.", "by=12% to=$56 from=$50");
	expect_bound(rules, "Rents rose from $50 to $56, or by 12%.", "by=12% to=$56 from=$50");
	expect_bound(rules, "Rents rose to $56 in May from $50 by 12%.", "by=12% to=$56 from=$50");
}

Test(rule_bind, a_slot_filled_again_opens_another_instance)
{
	expect_bound(
		rule_fixture_rules(CHANGE),
		"Output rose 31.5 pct in March to 2,104,000 from 1,600,000 and 20.4 pct year-to-date to 19.5 mln from 16.2 mln, it said.",
		"by=31.5 pct to=2,104,000 from=1,600,000 | by=20.4 pct to=19.5 mln from=16.2 mln");
}

Test(rule_bind, slots_before_the_anchor_take_the_nearest_figure)
{
	expect_bound(rule_fixture_rules(CHANGE), "It sold 12 boats for $56, up 12% from $50.", "by=12% to=$56 from=$50");
}

Test(rule_bind, a_gloss_of_a_level_is_not_the_change)
{
	expect_bound(rule_fixture_rules(CHANGE), "Its holding rose to 52,000 units, or 6.1%, from 41,000.", "");
}

Test(rule_bind, a_frame_ends_with_its_clause)
{
	expect_bound(rule_fixture_rules(CHANGE), "Rents rose 12% while fares went to $56 from $50.", "");
}

Test(rule_bind, rules_that_are_off_bind_nothing)
{
	rule_set *rules = pattern_rule("{a:count} of {b:count}");
	rules->rules[0].enabled = false;
	rule_prepare(rule_with.a, rules);
	expect_bound(rules, "9 of 36 doors", "");
}

Test(rule_bind, a_gap_may_lead_into_another_clause_where_it_is_asked)
{
	expect_bound(pattern_rule("{a:count} ... for|by {b:count}"), "They own 36 doors which were made by 9 smiths.", "");
	expect_bound(pattern_rule("{a:count} ...& for|by {b:count}"), "They own 36 doors which were made by 9 smiths.",
	             "a=36 b=9");
}

Test(rule_bind, a_figure_alone_keeps_its_noun)
{
	expect_bound(pattern_rule("{a:count} of {b:count}"), "They own 36 doors of 9 makers.", "a=36 b=9");
	expect_bound(pattern_rule("{a:count!} of {b:count}"), "They own 36 doors of 9 makers.", "");
}

Test(rule_bind, a_link_may_ask_for_the_beginning)
{
	rule_set *rules = pattern_rule("^ of {a:count} ... , {b:count}");
	expect_bound(rules, "Of 36 doors, 9 were open.", "a=36 b=9");
	expect_bound(rules, "They spoke of 36 doors, 9 locks.", "");
}

Test(rule_bind, sets_are_phrases_of_any_length)
{
	rule_set *rules = pattern_rule("{a:count} <change.compared> {b:count}");
	expect_bound(rules, "They made 36 compared with 9 before.", "a=36 b=9");
	expect_bound(rules, "They made 36 in comparison with 9 before.", "a=36 b=9");
	expect_bound(rules, "They made 36 in contrast with 9 before.", "");
}

/* Whatever is read, a binding keeps its promises: no figure twice, a grade within the rule's, reasons, one mode. */
Test(rule_bind, any_words_in_any_order_bind_soundly)
{
	static const char *const words[] = {
		"9",        "36",        "45 of 180",
		"(35%)",    "12 pct",    "$50",
		"to $56",   "from",      "rose",
		"fell",     "up",        "by",
		"of which", "including", "and",
		",",        ":",         ";",
		"(",        ")",         "the",
		"boats",    "sank",      "in",
		"May",      "while",     "2,300",
		"half",     "doubled",   "t(28) = 2.20,",
		"p < .05",  "Wednesday", "25 March 2015",
		"about",    "more than", "none",
		"not",      "or",        "-",
		"per cent",
	};
	rule_set *rules = rule_fixture_built_in();
	uint64_t seed = 99;
	for (int round = 0; round < 400; round++) {
		slice text = SLICE("Some");
		for (int i = 0; i < 5 + round % 40; i++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			text = arena_printf(rule_with.a, SLICE_FMT " %s", SLICE_ARG(text),
			                    words[(seed >> 33) % (sizeof words / sizeof *words)]);
		}
		rule_bound *b = rule_fixture_bind(rules, text.ptr);
		for (size_t i = 0; i < b->bindings.n; i++) {
			const binding *one = &b->bindings.at[i];
			cr_expect_leq(one->grade, one->rule->grade);
			bool whole = bind_is_whole(rule_with.a, rule_with.lex, one) || one->rule->unchecked_note.len > 0;
			cr_expect(whole, SLICE_FMT, SLICE_ARG(text));
			evaluation ev = {.arena = rule_with.a, .lex = rule_with.lex, .binding = one, .reading = READING_PLAIN};
			eval_truth(one->rule->check, &ev);
			eval_show(one->rule->check, &ev);
			eval_message(one->rule->message, one->rule, &ev);
		}
	}
}

/* A sentence made to be matched badly ends, and says so by binding little. */
Test(rule_bind, matching_is_bounded)
{
	rule_set *rules = pattern_rule("{a:count} ...# [of] ...# [of] ...# [of] ...# [of] ...# but {b:count}");
	slice text = SLICE("9");
	for (int i = 0; i < 150; i++)
		text = arena_printf(rule_with.a, SLICE_FMT " of 36", SLICE_ARG(text));
	rule_fixture_bind(rules, arena_printf(rule_with.a, SLICE_FMT " but and.", SLICE_ARG(text)).ptr);
}

Test(rule_bind, reasons_are_the_words_that_link)
{
	rule_set *rules = pattern_rule("{a:count} out of the {b:count}");
	rule_bound *b = rule_fixture_bind(rules, "We met 9 out of the 36 owners.");
	rule_set *change = rule_fixture_rules(CHANGE);
	rule_bound *f = rule_fixture_bind(change, "Rents rose 12% to $56 from $50.");
	cr_assert_eq(f->bindings.n, 1);
	cr_expect(slice_equal(f->bindings.at[0].reasons[0], SLICE("one clause: rose … to … from")), SLICE_FMT,
	          SLICE_ARG(f->bindings.at[0].reasons[0]));
	(void)b;
}

Test(rule_bind, the_first_quantity_of_a_sentence_is_of_the_only_one_of_the_sentence_before)
{
	rule_set *rules = rule_fixture_rules(
		"links: {rest: ['{p:count} ...& the other {r:count}'], told-before: ['{p:count} within {w:count}']}\n---\n" HEAD(
			"links") "  join: [rest(p, r), told-before(p, w)]\n  check: p + r <= w\n" TAIL);
	expect_bound(rules, "They saw 36 doors. Nine were red, the other 27 were blue.", "p=Nine r=27 w=36");
	expect_bound(rules, "They saw 36 doors. Of these, nine were red, the other 27 were blue.", "p=nine r=27 w=36");
	expect_bound(rules, "They saw 36 doors and 12 gates. Nine were red, the other 27 were blue.", "");
	expect_bound(rules, "They saw 36 doors. The nine red gates and the other 27 were new.", "");
	expect_bound(rules, "They saw 36 doors.\n\nNine were red, the other 27 were blue.", "");
	expect_bound(rules, "They saw 36 doors. They knocked. Nine were red, the other 27 were blue.", "");
}
