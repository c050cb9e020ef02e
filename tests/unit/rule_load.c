/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule files: what loads, and that every mistake of a file is told with its place. */
#include "rule_fixture.h"

#include "rule/pattern.h"

#include "base/limits.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(rule_load, .init = rule_fixture_set_up, .fini = rule_fixture_tear_down);

#define EXAMPLES                                                                                                            \
	"  message: \"{a} of {b}\"\n"                                                                                           \
	"  because: It must.\n"                                                                                                 \
	"  examples:\n"                                                                                                         \
	"    - flag: \"9 of 4 doors.\"\n"                                                                                       \
	"    - hold: \"4 of 9 doors.\"\n"                                                                                       \
	"    - skip: \"doors.\"\n"

#define RULE(id, name, check)                                                                                               \
	"- id: " id "\n"                                                                                                        \
	"  name: " name "\n"                                                                                                    \
	"  summary: A part and its whole\n"                                                                                     \
	"  bind: links\n"                                                                                                       \
	"  join: [n-of(a, b)]\n"                                                                                                \
	"  check: " check "\n" EXAMPLES

#define LINKS "links:\n  n-of: [\"{a:count} of [the] {b:count}\"]\n---\n"

static rule_set *load_told(const char *yaml, slice *told)
{
	diag_list diags = diag_list_new(rule_with.a);
	rule_set *rules = rule_fixture_load(yaml, &diags);
	*told = (slice){"", 0};
	for (size_t i = 0; i < diags.items.n; i++) {
		const diag *d = &diags.items.at[i];
		*told = arena_printf(rule_with.a, SLICE_FMT "%u:%u %s" SLICE_FMT "\n", SLICE_ARG(*told), d->line, d->col,
		                     d->severity == DIAG_WARNING ? "warning: " : "", SLICE_ARG(d->message));
	}
	return rules;
}

static void expect_mistakes(const char *yaml, const char *want)
{
	slice told;
	cr_expect_null(load_told(yaml, &told));
	cr_expect(slice_equal(told, slice_of(want)), "\n%s\ngives\n" SLICE_FMT "not\n%s", yaml, SLICE_ARG(told), want);
}

Test(rule_load, a_rule_has_what_its_file_says)
{
	slice told;
	rule_set *rules = load_told(LINKS RULE("X1", "part", "a <= b"), &told);
	cr_assert(rules, SLICE_FMT, SLICE_ARG(told));
	cr_expect_eq(told.len, 0);
	const rule *r = rule_find(rules, SLICE("x1"));
	cr_assert(r);
	cr_expect_eq(r, rule_find(rules, SLICE("part")));
	cr_expect_eq(r->bind, BIND_LINKS);
	cr_expect_eq(r->severity, SEVERITY_ERROR);
	cr_expect_eq(r->grade, GRADE_CERTAIN);
	cr_expect(r->enabled && !r->weak && !r->exact && !r->told);
	cr_expect_eq(r->join_count, 1);
	cr_expect_eq(r->example_count, 3);
	cr_expect_eq(r->examples[2].kind, EXAMPLE_SKIP);
	cr_expect(slice_starts_with(rules->digest, SLICE("sha256:")) && rules->digest.len == 71);
}

Test(rule_load, three_mistakes_of_a_file_are_all_told_at_their_places)
{
	expect_mistakes(LINKS "- id: X1\n"
	                      "  nam: part\n"
	                      "  summary: A part and its whole\n"
	                      "  bind: links\n"
	                      "  join: [n-off(a, b)]\n"
	                      "  check: a <= whole\n" EXAMPLES,
	                "5:3 unknown key \"nam\"; did you mean \"name\"?\n"
	                "4:3 a rule needs `name`\n"
	                "8:10 unknown link type \"n-off\"; did you mean \"n-of\"?\n"
	                "9:15 unknown variable \"whole\"\n");
}

Test(rule_load, mistakes_inside_quoted_text_have_their_own_column)
{
	expect_mistakes(LINKS RULE("X1", "part", "\"a <= (b\""), "9:18 expected \")\" at the end\n");
	expect_mistakes("links:\n  n-of: [\"{a:count} of {b:cuont}\"]\n", "2:27 unknown kind of figure \"cuont\"\n");
	expect_mistakes("links:\n  n-of: [\"{a:count} of [the {b:count}\"]\n", "2:24 this bracket is not closed\n");
	expect_mistakes("links:\n  n-of: [\"{a:count} <ryse> {b:count}\"]\n", "2:21 the lexicon has no set <ryse>\n");
}

Test(rule_load, patterns_that_cannot_be_found_are_refused)
{
	expect_mistakes("links:\n  x: [\"...\"]\n", "2:8 the pattern needs a word, a set or a figure outside brackets\n");
	expect_mistakes("links:\n  x: [\"of the\"]\n", "2:7 the pattern of a link names its figures: {a:count}\n");
	expect_mistakes("links:\n  x: [\"@ {a:count}\"]\n", "2:7 \"@\" belongs to the slots of frames\n");
	expect_mistakes("links:\n  x: [\"{a:count} [, the]* and {b:count}\"]\n",
	                "2:18 what may stand again holds a figure outside further brackets\n");
	expect_mistakes("links:\n  x: [\"{a:count} [, [{b:count}] the]* and {b:count}\"]\n",
	                "2:18 what may stand again holds a figure outside further brackets\n");
}

Test(rule_load, bounds_are_named)
{
	slice words = SLICE("{a:count}");
	for (int i = 0; i <= LIMIT_PATTERN_TOKENS; i++)
		words = arena_printf(rule_with.a, SLICE_FMT " of", SLICE_ARG(words));
	slice told;
	cr_expect_null(load_told(arena_printf(rule_with.a, "links:\n  x: [\"" SLICE_FMT "\"]\n", SLICE_ARG(words)).ptr, &told));
	cr_expect_neq(slice_find(told, SLICE("LIMIT_PATTERN_TOKENS")), SIZE_MAX, SLICE_FMT, SLICE_ARG(told));
}

Test(rule_load, every_rule_has_three_kinds_of_example)
{
	expect_mistakes(LINKS "- id: X1\n"
	                      "  name: part\n"
	                      "  summary: A part\n"
	                      "  bind: links\n"
	                      "  join: [n-of(a, b)]\n"
	                      "  check: a <= b\n"
	                      "  message: \"{a}\"\n"
	                      "  because: It must.\n"
	                      "  examples:\n"
	                      "    - hold: \"4 of 9 doors.\"\n"
	                      "    - hoold: \"4 of 9 doors.\"\n",
	                "14:7 unknown kind of example \"hoold\"; did you mean \"hold\"?\n"
	                "13:5 a rule needs at least one `flag` example\n"
	                "13:5 a rule needs at least one `skip` example\n");
}

Test(rule_load, joins_name_as_many_figures_as_the_link_has)
{
	expect_mistakes(LINKS "- id: X1\n"
	                      "  name: part\n"
	                      "  summary: A part\n"
	                      "  bind: links\n"
	                      "  join: [n-of(a, b, c), n-of]\n"
	                      "  check: a <= b\n" EXAMPLES,
	                "8:10 n-of has 2 variables (a, b), not 3\n"
	                "8:25 expected a link type and its variables: part-of(a, b)\n");
}

Test(rule_load, frames_and_their_slots_are_checked)
{
	expect_mistakes("frames:\n"
	                "  turn:\n"
	                "    anchor: \"{percent} <rise>\"\n"
	                "    slots:\n"
	                "      by: \"by the\"\n"
	                "      to: {say: \"to {amount}\", needs: form}\n"
	                "      from: \"from {amount}\"\n"
	                "    once: [too]\n",
	                "3:13 an anchor is one word, alternatives of one, a <set>, or one named figure\n"
	                "5:11 the pattern of a slot holds a figure: {percent}\n"
	                "6:39 unknown slot \"form\"; did you mean \"from\"?\n"
	                "8:12 unknown slot \"too\"; did you mean \"to\"?\n");
}

Test(rule_load, a_rule_may_not_be_told_twice_in_one_file)
{
	expect_mistakes(LINKS RULE("X1", "part", "a <= b") RULE("x1", "other", "a <= b"),
	                "16:7 an id is of capital letters and digits: N101\n"
	                "16:3 the rule X1 of line 4 has this id already\n");
	expect_mistakes(LINKS RULE("X1", "part", "a <= b") RULE("X2", "part", "a <= b"),
	                "16:3 the rule X1 of line 4 has this name already\n");
}

Test(rule_load, a_variable_used_twice_is_a_warning_alone)
{
	slice told;
	cr_assert(load_told(LINKS RULE("X1", "part", "a <= b / a"), &told));
	cr_expect(slice_starts_with(told, SLICE("9:10 warning: the variable a is used twice")), SLICE_FMT, SLICE_ARG(told));
}

Test(rule_load, messages_are_checked)
{
	expect_mistakes(LINKS "- id: X1\n"
	                      "  name: part\n"
	                      "  summary: A part\n"
	                      "  bind: links\n"
	                      "  join: [n-of(a, b)]\n"
	                      "  check: a <= b\n"
	                      "  message: \"{a.noun} {c} {percent(a} {b\"\n"
	                      "  because: It must.\n"
	                      "  examples: [{flag: x}, {hold: y}, {skip: z}]\n",
	                "10:23 unknown variable \"c\"\n"
	                "10:36 expected \")\" at the end\n"
	                "10:38 this brace is not closed\n");
}

Test(rule_load, terms_that_yaml_divides_at_commas_are_joined_again)
{
	slice told;
	rule_set *rules = load_told(LINKS "- id: X1\n"
	                                  "  name: part\n"
	                                  "  summary: A part\n"
	                                  "  bind: links\n"
	                                  "  join: [n-of(a, b), n-of(c, d)]\n"
	                                  "  with: [same_noun(a, b), not hedged(a), if(a < b, c, d) < 4]\n"
	                                  "  check: a <= b\n" EXAMPLES,
	                            &told);
	cr_assert(rules, SLICE_FMT, SLICE_ARG(told));
	cr_expect_eq(rules->rules[0].join_count, 2);
	cr_expect_eq(rules->rules[0].with_count, 3);
}

Test(rule_load, binders_in_c_have_their_variables)
{
	static const char *const binds[][2] = {
		{"announce", "n ~ items"}, {"same", "a ~ b"}, {"across", "a ~ b"}, {"list", "n ~ items"}};
	for (size_t i = 0; i < sizeof binds / sizeof *binds; i++) {
		slice yaml =
			arena_printf(rule_with.a,
		                 "- id: X1\n  name: part\n  summary: s\n  bind: %s\n  check: %s\n  message: m\n  because: b\n"
		                 "  examples: [{flag: [x, y]}, {hold: y}, {skip: z}]\n",
		                 binds[i][0], binds[i][1]);
		slice told;
		rule_set *rules = load_told(yaml.ptr, &told);
		cr_assert(rules, SLICE_FMT, SLICE_ARG(told));
		cr_expect_eq(rules->rules[0].examples[0].text_count, 2);
	}
	expect_mistakes("- {id: X1, name: p, summary: s, bind: lniks, check: 1 < 2, message: m, because: b,\n"
	                "   examples: [{flag: x}, {hold: y}, {skip: z}]}\n",
	                "1:39 unknown binder \"lniks\"; did you mean \"links\"?\n");
}

Test(rule_load, the_digest_is_of_every_byte_of_every_file)
{
	slice told;
	rule_set *one = load_told(LINKS RULE("X1", "part", "a <= b"), &told),
			 *same = load_told(LINKS RULE("X1", "part", "a <= b"), &told),
			 *other = load_told(LINKS RULE("X1", "part", "a  <=  b"), &told);
	cr_assert(one && same && other);
	cr_expect(slice_equal(one->digest, same->digest));
	cr_expect_not(slice_equal(one->digest, other->digest));
}

Test(rule_load, the_built_in_rules_load_without_a_warning)
{
	rule_set *rules = rule_fixture_built_in();
	cr_expect_geq(rules->rule_count, 18);
	for (size_t i = 1; i < rules->rule_count; i++)
		cr_expect_lt(slice_compare(rules->rules[i - 1].id, rules->rules[i].id), 0);
}

/* Mutations of a good file: whatever comes out, there is a rule set or at least one mistake with its place. */
Test(rule_load, broken_files_are_refused_and_never_crash)
{
	static const char good[] =
		LINKS RULE("X1", "part", "a <= b") "---\nframes:\n  turn: {anchor: <rise>, slots: {by: \"^{percent}\"}}\n";
	static const char bytes[] = "{}[]<>|*^@$:,\"'-. \nab\xC3\xFF\x01#!&%";
	uint64_t seed = 7;
	for (int round = 0; round < 1500; round++) {
		char text[sizeof good];
		memcpy(text, good, sizeof good);
		for (int k = 0; k < 1 + round % 4; k++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			text[(seed >> 33) % (sizeof good - 1)] = bytes[(seed >> 20) % (sizeof bytes - 1)];
		}
		diag_list diags = diag_list_new(rule_with.a);
		rule_set *rules = rule_fixture_load(text, &diags);
		cr_assert(rules || diags.errors > 0, "%s", text);
	}
}

Test(rule_load, deep_nesting_is_refused)
{
	slice deep = SLICE("x");
	for (int i = 0; i < 60; i++)
		deep = arena_printf(rule_with.a, "[" SLICE_FMT "]", SLICE_ARG(deep));
	slice told;
	cr_expect_null(load_told(arena_printf(rule_with.a, "links: {n-of: " SLICE_FMT "}\n", SLICE_ARG(deep)).ptr, &told));
	cr_expect_gt(told.len, 0);
	expect_mistakes("links: {n-of: [[x]]}\n", "1:16 expected a pattern\n");
	expect_mistakes("just a text\n", "1:1 expected a list of rules, or a map with `links` or `frames`\n");
	expect_mistakes("- just a text\n",
	                "1:3 expected a rule: a map with id, name, summary, bind, check, message, because, examples\n");
}
