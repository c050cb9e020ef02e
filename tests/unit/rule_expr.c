/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions: how they are parsed, told again, and what is said of their mistakes. */
#include "rule_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(rule_expr, .init = rule_fixture_set_up, .fini = rule_fixture_tear_down);

static const slice VARS[] = {{"a", 1}, {"b", 1}, {"p", 1}, {"parts", 5}, {"whole", 5}};

static const expr *parse(const char *source, expr_errors *errors)
{
	expr_scope scope = {.lex = rule_with.lex, .vars = VARS, .var_count = sizeof VARS / sizeof *VARS};
	return expr_parse(rule_with.a, slice_of(source), &scope, errors);
}

static void expect_told(const char *source, const char *want)
{
	expr_errors errors = {0};
	const expr *e = parse(source, &errors);
	cr_assert(e, "\"%s\": " SLICE_FMT, source, SLICE_ARG(errors.at[0].message));
	slice got = expr_text(rule_with.a, e);
	cr_expect(slice_equal(got, slice_of(want)), "\"%s\" is told as \"" SLICE_FMT "\", not \"%s\"", source, SLICE_ARG(got),
	          want);
}

/* The mistakes as "12: message; 20: message", with the column inside the text, from 1. */
static void expect_errors(const char *source, const char *want)
{
	expr_errors errors = {0};
	cr_expect_null(parse(source, &errors), "\"%s\" parses", source);
	slice got = {"", 0};
	for (size_t i = 0; i < errors.n; i++)
		got = arena_printf(rule_with.a, SLICE_FMT "%s%u: " SLICE_FMT, SLICE_ARG(got), i ? "; " : "", errors.at[i].at + 1,
		                   SLICE_ARG(errors.at[i].message));
	cr_expect(slice_equal(got, slice_of(want)), "\"%s\" gives\n  " SLICE_FMT "\nnot\n  %s", source, SLICE_ARG(got), want);
}

Test(rule_expr, products_bind_more_than_sums_and_sums_more_than_comparisons)
{
	expect_told("a+b*p<whole", "a + b * p < whole");
	expect_told("(a+b)*p<whole", "(a + b) * p < whole");
	expect_told("a-(b-p)~whole", "a - (b - p) ~ whole");
	expect_told("a-b-p~whole", "a - b - p ~ whole");
	expect_told("a/(b/p) ~ whole", "a / (b / p) ~ whole");
	expect_told("-a*b ~ -(a+b)", "-a * b ~ -(a + b)");
}

Test(rule_expr, not_binds_more_than_and_and_and_more_than_or)
{
	expect_told("not a<b and b<p or a==p", "not a < b and b < p or a == p");
	expect_told("not (a<b and b<p)", "not (a < b and b < p)");
	expect_told("a<b and (b<p or a==p)", "a < b and (b < p or a == p)");
}

Test(rule_expr, signs_have_several_spellings)
{
	expect_told("a × b ≤ p ÷ whole − 5%", "a * b <= p / whole - 5%");
	expect_told("a in [0, 1]", "a in [0, 1]");
	expect_told(".05 ~ a", ".05 ~ a");
}

Test(rule_expr, words_kinds_and_modes_are_compared_by_is)
{
	expect_told("anchor is <rise>", "anchor is <rise>");
	expect_told("noun(a) is not <rise>", "noun(a) is not <rise>");
	expect_told("kind(a) is percent and mode(b) is asserted", "kind(a) is percent and mode(b) is asserted");
}

Test(rule_expr, every_mistake_of_names_is_told_at_its_column)
{
	expect_errors(
		"sun(prts) <= whol",
		"1: unknown function \"sun\"; did you mean \"sum\"?; 5: unknown variable \"prts\"; did you mean \"parts\"?; "
		"14: unknown variable \"whol\"; did you mean \"whole\"?");
	expect_errors("anchor is <rize>", "11: the lexicon has no set <rize>");
	expect_errors("kind(a) is percnt", "12: unknown kind \"percnt\"; did you mean \"percent\"?");
	expect_errors("mode(a) is denyed", "12: unknown mode \"denyed\"; did you mean \"denied\"?");
}

Test(rule_expr, mistakes_of_syntax_are_told_at_their_column)
{
	expect_errors("", "1: something is missing at the end");
	expect_errors("a <", "4: something is missing at the end");
	expect_errors("a < b c", "7: this is not understood");
	expect_errors("a < b < p", "8: one comparison at a time; join two with `and`");
	expect_errors("sum(parts < whole", "18: expected \")\" at the end");
	expect_errors("(a + b", "7: expected \")\" at the end");
	expect_errors("a ~ ?", "5: expected a number, a name or a bracket");
	expect_errors("1..2 ~ a", "2: this is not understood");
}

Test(rule_expr, mistakes_of_type_are_told)
{
	expect_errors("a < b + (a < b)", "10: expected a number here, this is a truth");
	expect_errors("a and b", "1: expected a truth here, this is a number; 7: expected a truth here, this is a number");
	expect_errors("a is <rise>", "1: `is` follows a word, a kind or a mode; this is a number");
	expect_errors("hedged(a + b)", "8: hedged takes the name of a variable here");
	expect_errors("cue(a)", "5: expected a <set> here, this is a number");
	expect_errors("p_t(a) ~ p", "1: p_t takes 2 arguments, not 1");
	expect_errors("round(a, b, p) ~ p", "1: round takes 1 to 2 arguments, not 3");
	expect_errors("if(a < b, a, a < b) ~ p", "14: expected a number here, this is a truth");
}

Test(rule_expr, depth_is_bounded_and_the_bound_named)
{
	char deep[400];
	memset(deep, '(', 200);
	strcpy(deep + 200, "a");
	expr_errors errors = {0};
	cr_expect_null(parse(deep, &errors));
	cr_assert_geq(errors.n, 1);
	cr_expect_neq(slice_find(errors.at[0].message, SLICE("LIMIT_EXPRESSION_DEPTH")), SIZE_MAX);

	slice sum = SLICE("a");
	for (int i = 0; i < 100; i++)
		sum = arena_printf(rule_with.a, SLICE_FMT "+a", SLICE_ARG(sum));
	errors = (expr_errors){0};
	cr_expect_null(parse(arena_printf(rule_with.a, SLICE_FMT " ~ b", SLICE_ARG(sum)).ptr, &errors));
	cr_assert_geq(errors.n, 1);
	cr_expect_neq(slice_find(errors.at[0].message, SLICE("LIMIT_EXPRESSION_DEPTH")), SIZE_MAX);

	slice minus = SLICE("a ~ b");
	for (int i = 0; i < 100; i++)
		minus = arena_printf(rule_with.a, "-" SLICE_FMT, SLICE_ARG(minus));
	errors = (expr_errors){0};
	cr_expect_null(parse(minus.ptr, &errors));
}

Test(rule_expr, uses_count_one_branch_of_an_if)
{
	expr_errors errors = {0};
	const expr *e = parse("p ~ if(kind(a) is percent, a - b, a / b)", &errors);
	cr_assert(e);
	cr_expect_eq(expr_uses(e, SLICE("a")), 1, "a kind is no value, and one branch alone is taken");
	cr_expect_eq(expr_uses(parse("p ~ (a - b) / b", &errors), SLICE("b")), 2);
	cr_expect_eq(expr_uses(e, SLICE("whole")), 0);
}

Test(rule_expr, has_does_not_need_its_variable)
{
	expr_errors errors = {0};
	const expr *e = parse("not has(a) and b < p", &errors);
	cr_assert(e);
	cr_expect_not(expr_needs(e, SLICE("a")));
	cr_expect(expr_needs(e, SLICE("b")));
}

/* What is told of an expression parses again to the same text. */
Test(rule_expr, told_text_parses_to_itself)
{
	static const char *const sources[] = {
		"sum(parts) <= whole",
		"p ~ a / b",
		"not (a < b or b < a)",
		"if(anchor is <rise>, a - b, b - a) ~ p * 2 / 3",
		"-(a + b) * p > -5%",
		"min(a, b) in [0, whole]",
		"not clause_cue(<fall>) and has(a)",
	};
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		expect_told(sources[i], sources[i]);
}

Test(rule_expr, random_bytes_give_an_expression_or_an_error)
{
	static const char alphabet[] = "ab p()<>[],.~=+-*/%0123456789 \n_if(sum(has(not and or is in cue<rise>\xC3\x97\xE2";
	uint64_t seed = 42;
	for (int round = 0; round < 20000; round++) {
		char text[48];
		size_t n = 0;
		for (; n < 1 + seed % 46; n++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			text[n] = alphabet[(seed >> 33) % (sizeof alphabet - 1)];
		}
		expr_scope scope = {.lex = rule_with.lex, .vars = VARS, .var_count = sizeof VARS / sizeof *VARS};
		expr_errors errors = {0};
		const expr *e = expr_parse(rule_with.a, (slice){text, n}, &scope, &errors);
		cr_assert((e != NULL) == (errors.n == 0), "%.*s", (int)n, text);
		for (size_t i = 0; i < errors.n; i++)
			cr_assert_leq(errors.at[i].at, n);
		if (e)
			expr_text(rule_with.a, e);
	}
}
