/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document read in windows says what it would say read at once. */
#include "audit_fixture.h"

#include "base/vec.h"
#include "reason/verdict.h"

#include <criterion/criterion.h>
#include <string.h>

enum { PARAGRAPHS = 1500 }; /* far more text than one window */

static arena *a;
static void set_up(void)
{
	a = arena_new(NULL);
}
static void tear_down(void)
{
	arena_free(a);
}
TestSuite(audit_reader, .init = set_up, .fini = tear_down);

/* `first`, many times `each`, then `last`, as paragraphs. */
static const char *long_text(const char *first, const char *each, const char *last)
{
	size_t room = strlen(first) + PARAGRAPHS * (strlen(each) + 2) + strlen(last) + 8;
	char *text = arena_alloc(a, room), *to = stpcpy(stpcpy(text, first), "\n\n");
	for (size_t i = 0; i < PARAGRAPHS; i++)
		to = stpcpy(stpcpy(to, each), "\n\n");
	stpcpy(to, last);
	return text;
}

Test(audit_reader, claims_and_their_relations_stay_together_while_figures_grow_in_number)
{
	const char *text =
		long_text("45 of 180 members (25%) voted.",
	              "45 of 180 members (25%) voted. Rooms held 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, "
	              "18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 33, 34, 35, 36, 37, 38 and 39 chairs.",
	              "45 of 180 members (25%) voted.");
	audit *au = audit_of(a, 1, &text, 1);
	const reading_of *got = &au->documents[0].reading;
	cr_assert_eq(got->claims.n, got->scan.figure_count);
	for (size_t i = 0; i < got->claims.n; i++)
		cr_assert_eq(got->claims.at[i].figure, &got->scan.figures[i]);
	size_t percents = 0;
	for (size_t i = 0; i < au->relation_count; i++) {
		const relation *r = &au->relations[i];
		percents += slice_equal(r->rule->id, SLICE("N101"));
		cr_assert_eq(r->claim_count, binding_claim_count(&r->binding));
		for (size_t k = 0; k < r->claim_count; k++)
			cr_assert_eq(r->binding.claims[k], audit_claim(au, r->claims[k]));
	}
	cr_expect_eq(percents, PARAGRAPHS + 2);
	cr_expect_eq(au->finding_count, 0);
}

Test(audit_reader, a_check_that_asks_for_words_finds_them_when_its_window_is_long_gone)
{
	const char *text = long_text("The inn opened its doors. Founded in 1832, the inn kept its centenary in 1945.",
	                             "45 of 180 members (25%) voted.", "Nobody stayed.");
	audit *au = audit_of(a, 1, &text, 1);
	cr_assert_eq(au->finding_count, 1);
	relation again = *au->findings[0].relation;
	again.words = NULL;
	slice computed = relation_says(&again)->computed;
	cr_expect_eq(computed.len, 0);
	again = verdict_told(a, &again);
	computed = relation_says(&again)->computed;
	cr_expect_neq(slice_find(computed, SLICE("100")), SIZE_MAX, SLICE_FMT, SLICE_ARG(computed));
	const scan *sc = &au->documents[0].reading.scan;
	size_t kept = 0;
	for (size_t i = 0; i < sc->sentence_count; i++)
		kept += sc->sentences[i].tokens != NULL;
	cr_expect_lt(kept, 3, "%zu sentences have tokens", kept);
}

Test(audit_reader, where_a_sentence_stands_is_known_when_its_window_is_long_gone)
{
	static const char *const want[] = {"It has 40 gates.", "The lock has 12 steps."};
	const char *text =
		long_text("The weir is old. It has 40 gates. Fish pass it.", "Reeds grow beside it.", "The lock has 12 steps.");
	audit *au = audit_of(a, 1, &text, 1);
	const reading_of *got = &au->documents[0].reading;
	cr_assert_eq(got->claims.n, 2);
	cr_expect_eq(got->scan.sentence_count, 0, "no check asks for words: %zu", got->scan.sentence_count);
	for (size_t i = 0; i < 2; i++) {
		const claim *c = &got->claims.at[i];
		sentence_stretch s = scan_stretch(&got->scan, c->sentence, c->block);
		slice told = document_text(got->doc, s.start, s.end);
		cr_expect(slice_equal(told, slice_of(want[i])), SLICE_FMT, SLICE_ARG(told));
		cr_expect_null(scan_sentence(&got->scan, c->sentence));
	}
}

/* The sentence between is read when the first check asks for it, and is still there for the second. */
Test(audit_reader, checks_of_one_paragraph_share_a_sentence_without_figures)
{
	const char *text = "The groups differed, t(20) = 2.10, p = .14. We used a Bonferroni correction for all of them. "
					   "They differed again, t(20) = 2.20, p = .12.";
	audit *au = audit_of(a, 1, &text, 1);
	const relation *both[2];
	cr_assert_eq(audit_relations_of(au, "N801", both, 2), 2);
	cr_expect_eq(both[0]->verdict, VERDICT_HOLDS_IF);
	cr_expect_eq(both[1]->verdict, VERDICT_HOLDS_IF);
}

Test(audit_reader, a_name_is_shown_as_the_end_of_the_document_shortens_it)
{
	const char *text = long_text("Mills\n\nMore than 30 mills were closed, Dara Venn said.", "The mills stood by the river.",
	                             "At least 12 weirs were opened, Venn said.");
	audit *au = audit_of(a, 1, &text, 1);
	const reading_of *got = &au->documents[0].reading;
	cr_assert_eq(got->claims.n, 2);
	cr_expect(slice_equal(claim_who(&got->claims.at[0]), SLICE("Venn")), SLICE_FMT,
	          SLICE_ARG(claim_who(&got->claims.at[0])));
	cr_expect(slice_equal(claim_who(&got->claims.at[1]), SLICE("Venn")));
}

Test(audit_reader, headline_and_body_are_compared_across_windows)
{
	const char *text = long_text("In 2018, 31 illegal mines were closed in Arland", "The mills stood by the river.",
	                             "\"We closed 40 illegal mines in 2018,\" Dara Venn said.");
	audit *au = audit_of(a, 1, &text, 1);
	cr_assert_eq(au->finding_count, 1);
	cr_expect(slice_equal(au->findings[0].rule->id, SLICE("N501")));
}
