/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What relations come to: holding, open, unchecked, failing, and how strong; whole texts through the whole pipeline. */
#include "audit_fixture.h"

#include <criterion/criterion.h>

static const struct row {
	const char *text, *rule, *verdict;
	bool strong;
	const char *severity; /* of a failing one */
} rows[] = {
	/* bounds: "more than 110 of more than 160" could not have failed, whatever stood in either place */
	{"They held more than 160 pilots, more than 110 of whom were freed and more than 40 have been fined.", "N301", "open",
     false, ""},
	{"They held 160 pilots, 110 of whom were freed.", "N301", "holds", true, ""},
	{"They held 110 pilots, 160 of whom were freed.", "N301", "fails", true, "error"},
	{"They held fewer than 110 pilots, more than 160 of whom were freed.", "N301", "fails", true, "error"},
	{"They held at least 110 pilots, 160 of whom were freed.", "N301", "open", false, ""},
	/* parts that are less than half of their whole are not all of them, whatever they are told in: half of 840 km is in km */
	{"The canal is 840 km long (170 km in the hills and 44 km in the marsh).", "N302", "holds-if", true, ""},
	{"The canal is 840 km long (470 km in the hills and 440 km in the marsh).", "N302", "fails", true, "error"},
	/* "of which" may leave a rest untold, but one changed digit is a slip */
	{"Tolls came to £412m, of which £236m was paid by barges and £134m by ferries.", "N302", "holds-if", true, ""},
	{"Tolls came to £472m, of which £236m was paid by barges and £136m by ferries.", "N302", "fails", true, "error"},
	/* percentages: exactly, by rounding, and not at all */
	{"45 of 180 members (25%) voted.", "N101", "holds", true, ""},
	{"46 of 180 members (26%) voted.", "N101", "holds-by-rounding", true, ""},
	{"45 of 180 members (35%) voted.", "N101", "fails", true, "error"},
	/* weekdays */
	{"The vote was held on Wednesday, 25 March 2015.", "N601", "holds", true, ""},
	{"The vote was held on Tuesday, 25 March 2015.", "N601", "fails", true, "error"},
	/* announced lists */
	{"It has three parts: stem, root and leaf.", "N401", "holds", true, ""},
	{"It has four parts: stem, root and leaf.", "N401", "fails", true, "error"},
};

Test(relations, come_to_the_verdict_that_their_sets_allow)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *want = &rows[i];
		arena *a = arena_new(NULL);
		audit *au = audit_of(a, 1, &want->text, 1);
		const relation *r = audit_first(au, want->rule);
		cr_expect(r, "%s binds nothing in: %s", want->rule, want->text);
		if (r) {
			cr_expect_str_eq(verdict_name(r->verdict), want->verdict, "%s: %s, not %s", want->text, verdict_name(r->verdict),
			                 want->verdict);
			cr_expect_eq(r->strong, want->strong, "%s: strong is %d", want->text, r->strong);
			if (*want->severity)
				cr_expect_str_eq(severity_name(r->severity), want->severity, "%s: %s", want->text,
				                 severity_name(r->severity));
		}
		arena_free(a);
	}
}

Test(relations, a_date_line_and_a_weekday_agree_but_could_not_have_failed)
{
	arena *a = arena_new(NULL);
	const char *text = "Ministers met in Arland\n\n18 November 2020\n\nThe ministers agreed, Dara Venn said on Wednesday.\n";
	const relation *r = audit_first(audit_of(a, 1, &text, 1), "N601");
	cr_assert(r);
	cr_expect_eq(r->verdict, VERDICT_HOLDS);
	cr_expect_not(r->strong);
	const char *thursday =
		"Ministers met in Arland\n\n18 November 2020\n\nThe ministers agreed, Dara Venn said on Tuesday.\n";
	cr_expect_null(audit_first(audit_of(a, 1, &thursday, 1), "N601"), "another weekday is another day");
	arena_free(a);
}

Test(relations, a_date_without_a_year_is_open_and_tells_the_years_that_fit)
{
	arena *a = arena_new(NULL);
	const char *text = "Envoys return home\n\nARDEN, February 15. Envoys are coming home, Dara Venn said on Wednesday.\n";
	const relation *r = audit_first(audit_of(a, 1, &text, 1), "N601");
	cr_assert(r);
	cr_expect_eq(r->verdict, VERDICT_OPEN);
	cr_expect_neq(slice_find(relation_says(r)->why, SLICE("2006, 2012, 2017, 2023")), SIZE_MAX, "why: " SLICE_FMT,
	              SLICE_ARG(relation_says(r)->why));
	arena_free(a);
}
