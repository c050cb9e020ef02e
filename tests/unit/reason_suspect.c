/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Components of failing relations, and the one claim whose removal mends them. */
#include "reason/suspect.h"

#include <criterion/criterion.h>

static const rule rule_x = {.id = {"X1", 2}}, rule_y = {.id = {"Y1", 2}};

/* Claims 100 and up repeat the claim 100 below. */
static bool repeats(const void *ctx, claim_ref a, claim_ref b)
{
	(void)ctx;
	return a.doc == b.doc && a.claim % 100 == b.claim % 100;
}

static relation pair(const rule *r, verdict v, claim_ref *refs, uint32_t a, uint32_t b)
{
	refs[0] = (claim_ref){0, a};
	refs[1] = (claim_ref){0, b};
	return (relation){.rule = r, .verdict = v, .claims = refs, .claim_count = 2};
}

static component_list components(arena *a, const relation *rs, size_t n)
{
	component_list out = {0};
	web w = web_new(a, rs, n);
	suspect_components(a, &w, &(voices){repeats, NULL}, &out);
	return out;
}

Test(suspect, is_the_claim_that_every_failing_pair_needs)
{
	arena *a = arena_new(NULL);
	claim_ref refs[3][2];
	relation rs[] = {pair(&rule_x, VERDICT_FAILS, refs[0], 1, 2), pair(&rule_x, VERDICT_HOLDS, refs[1], 1, 3),
	                 pair(&rule_x, VERDICT_FAILS, refs[2], 2, 3)};
	component_list got = components(a, rs, 3);
	cr_assert_eq(got.n, 1);
	cr_expect_eq(got.at[0].n, 2);
	cr_expect(got.at[0].has_suspect);
	cr_expect_eq(got.at[0].suspect.claim, 2);
	arena_free(a);
}

Test(suspect, is_nobody_when_two_figures_accuse_each_other)
{
	arena *a = arena_new(NULL);
	claim_ref refs[1][2];
	relation rs[] = {pair(&rule_x, VERDICT_FAILS, refs[0], 1, 2)};
	component_list got = components(a, rs, 1);
	cr_assert_eq(got.n, 1);
	cr_expect_not(got.at[0].has_suspect);
	arena_free(a);
}

Test(suspect, is_nobody_when_all_three_differ)
{
	arena *a = arena_new(NULL);
	claim_ref refs[3][2];
	relation rs[] = {pair(&rule_x, VERDICT_FAILS, refs[0], 1, 2), pair(&rule_x, VERDICT_FAILS, refs[1], 1, 3),
	                 pair(&rule_x, VERDICT_FAILS, refs[2], 2, 3)};
	component_list got = components(a, rs, 3);
	cr_assert_eq(got.n, 1);
	cr_expect_eq(got.at[0].n, 3);
	cr_expect_not(got.at[0].has_suspect);
	arena_free(a);
}

Test(suspect, is_not_chosen_by_counting_repeats_of_one_voice)
{
	arena *a = arena_new(NULL);
	claim_ref refs[2][2];
	/* 2 and 102 are one voice, so this is one voice against another */
	relation rs[] = {pair(&rule_x, VERDICT_FAILS, refs[0], 1, 2), pair(&rule_x, VERDICT_FAILS, refs[1], 1, 102)};
	component_list got = components(a, rs, 2);
	cr_assert_eq(got.n, 1);
	cr_expect_not(got.at[0].has_suspect);
	arena_free(a);
}

Test(components, are_apart_when_rules_or_claims_are)
{
	arena *a = arena_new(NULL);
	claim_ref refs[4][2];
	relation rs[] = {pair(&rule_x, VERDICT_FAILS, refs[0], 1, 2), pair(&rule_y, VERDICT_FAILS, refs[1], 2, 3),
	                 pair(&rule_x, VERDICT_IMPOSSIBLE, refs[2], 4, 5), pair(&rule_x, VERDICT_OPEN, refs[3], 2, 4)};
	component_list got = components(a, rs, 4);
	cr_expect_eq(got.n, 3);
	arena_free(a);
}

Test(components, of_nothing_are_none)
{
	arena *a = arena_new(NULL);
	component_list got = components(a, NULL, 0);
	cr_expect_eq(got.n, 0);
	arena_free(a);
}
