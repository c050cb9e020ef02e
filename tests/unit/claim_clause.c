/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_clause, clause_words_and_marks_open_clauses)
{
	static const clause_case cases[] = {
		{"Sales rose 12% while costs fell 3%.", "Sales rose 12% [1]while costs fell 3%."},
		{"Sales rose 12%; costs fell 3%.", "Sales rose 12%; [1]costs fell 3%."},
		{"Sales rose 12%, with costs at $5m.", "Sales rose 12%, [1]with costs at $5m."},
		{"Sales rose 12% as well as costs.", "Sales rose 12% as well as costs."},
		{"Sales rose 12% after 2010.", "Sales rose 12% after 2010."},
		{"Profit before tax rose 12%.", "Profit before tax rose 12%."},
		{"Sales fell to 60 from 80 the year before, a drop of 25%.",
	     "Sales fell to 60 from 80 the year before, a drop of 25%."},
		{"Sales rose 12% the week before costs fell.", "Sales rose 12% the week [1]before costs fell."},
	};
	clause_expect(cases, sizeof cases / sizeof *cases);
}

Test(claim_clause, a_conjunct_with_its_own_verb_is_a_clause)
{
	static const clause_case cases[] = {
		{"Sales rose 12% and costs fell 3%.", "Sales rose 12% [1]and costs fell 3%."},
		{"Sales rose 12%, costs fell 3%.", "Sales rose 12%, [1]costs fell 3%."},
		{"ARDEN, Feb 26 - Sales rose 12%.", "ARDEN, Feb 26 - [1]Sales rose 12%."},
		{"Sales and costs rose 12% in May and June.", "Sales and costs rose 12% in May and June."},
		{"Some 110 were expelled and more than 40 have been convicted.",
	     "Some 110 were expelled [1]and more than 40 have been convicted."},
	};
	clause_expect(cases, sizeof cases / sizeof *cases);
}

Test(claim_clause, a_relative_clause_ends_where_the_verb_goes_on)
{
	static const clause_case cases[] = {
		{"The 22 boats, which were old, were sold.", "The 22 boats, [1]which were old, [0]were sold."},
		{"They held 160 men, 110 of whom were freed.", "They held 160 men, [1]110 of whom were freed."},
	};
	clause_expect(cases, sizeof cases / sizeof *cases);
}

Test(claim_clause, what_is_said_is_a_clause)
{
	static const clause_case cases[] = {
		{"The firm said sales rose 12%.", "The firm said [1]sales rose 12%."},
		{"The firm said that sales rose 12%.", "The firm said that [1]sales rose 12%."},
	};
	clause_expect(cases, sizeof cases / sizeof *cases);
}

Test(claim_clause, brackets_keep_their_sentence_whole)
{
	static const clause_case cases[] = {
		{"Sales rose 12% (while costs fell 3%) to $5m.", "Sales rose 12% ([1]while costs fell 3%[0]) to $5m."},
	};
	clause_expect(cases, sizeof cases / sizeof *cases);
}
