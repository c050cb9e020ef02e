/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The severity table: the lesser of what the arithmetic and the link allow, under the rule's own bound. */
#include "reason/verdict.h"

#include <criterion/criterion.h>

static const struct row {
	bool fails_generous, blurred;
	link_grade grade;
	severity bound, want;
} rows[] = {
	{true, false, GRADE_CERTAIN, SEVERITY_ERROR, SEVERITY_ERROR},
	{true, false, GRADE_PROBABLE, SEVERITY_ERROR, SEVERITY_WARNING},
	{true, false, GRADE_POSSIBLE, SEVERITY_ERROR, SEVERITY_NONE},
	{false, false, GRADE_CERTAIN, SEVERITY_ERROR, SEVERITY_WARNING},
	{false, false, GRADE_PROBABLE, SEVERITY_ERROR, SEVERITY_NOTE},
	{false, false, GRADE_POSSIBLE, SEVERITY_ERROR, SEVERITY_NONE},
	/* rounding habits and vague words come before either column */
	{false, true, GRADE_CERTAIN, SEVERITY_ERROR, SEVERITY_NOTE},
	{true, true, GRADE_CERTAIN, SEVERITY_ERROR, SEVERITY_NOTE},
	{true, true, GRADE_PROBABLE, SEVERITY_ERROR, SEVERITY_NONE},
	{true, true, GRADE_POSSIBLE, SEVERITY_ERROR, SEVERITY_NONE},
	/* the rule's bound */
	{true, false, GRADE_CERTAIN, SEVERITY_WARNING, SEVERITY_WARNING},
	{true, false, GRADE_CERTAIN, SEVERITY_NOTE, SEVERITY_NOTE},
	{true, false, GRADE_PROBABLE, SEVERITY_NOTE, SEVERITY_NOTE},
	{true, false, GRADE_CERTAIN, SEVERITY_NONE, SEVERITY_NONE},
};

Test(severity, is_the_lesser_of_arithmetic_link_and_rule)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *r = &rows[i];
		severity got = verdict_severity(r->fails_generous, r->blurred, r->grade, r->bound);
		cr_expect_eq(got, r->want, "row %zu: got %d, want %d", i, (int)got, (int)r->want);
	}
}

Test(severity, never_rises_when_anything_weakens)
{
	for (int f = 0; f < 2; f++)
		for (int b = 0; b < 2; b++)
			for (int g = GRADE_POSSIBLE; g <= GRADE_CERTAIN; g++)
				for (int s = SEVERITY_NONE; s <= SEVERITY_ERROR; s++) {
					severity here = verdict_severity(f, b, (link_grade)g, (severity)s);
					cr_expect_leq(here, (severity)s);
					cr_expect_leq(verdict_severity(false, b, (link_grade)g, (severity)s), here);
					cr_expect_leq(verdict_severity(f, true, (link_grade)g, (severity)s), here);
					if (g > GRADE_POSSIBLE)
						cr_expect_leq(verdict_severity(f, b, (link_grade)(g - 1), (severity)s), here);
				}
}
