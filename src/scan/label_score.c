/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/label.h"

enum { SCORE_UNDER = 200, SET_UNDER = 30 }; /* of a match, of one of its sets */

/* Another score stands just before: "6-4 3-6", "7-6 (7-3)". */
static bool follows_score(const atoms *s, const found_list *before, const found *f)
{
	if (before->n == 0)
		return false;
	const found *last = &before->at[before->n - 1];
	if (last->fig.why != LABEL_SCORE || last->end + 2 < f->first)
		return false;
	for (uint32_t i = last->end; i < f->first; i++) {
		if (!atom_is_char(s, i, ',') && !atom_is_char(s, i, '(') && !atom_is_char(s, i, ')') && !atom_in(s, i, s->sets->and))
			return false;
	}
	return true;
}

bool label_score(const atoms *s, const found_list *before, const found *f, uint32_t *end)
{
	const numeral *n = &f->q.num;
	numeral other;
	uint32_t k = n->end + 1;
	if (!n->bare_digits || !atom_in(s, n->end, s->sets->dash) || atom_glued(s, n->end) != atom_glued(s, k) ||
	    !atom_is(s, k, ATOM_NUMBER))
		return false;
	if (!numeral_digits(s, k, &other) || !other.bare_digits || rational_compare(n->value, rational_int(SCORE_UNDER)) >= 0 ||
	    rational_compare(other.value, rational_int(SCORE_UNDER)) >= 0)
		return false;
	unit u;
	if (unit_read(s, k + 1, &other, &u))
		return false;
	bool told = atom_in(s, k + 1, s->sets->score_after) || (f->first > 0 && atom_in(s, f->first - 1, s->sets->score_before));
	bool of_set = rational_compare(n->value, rational_int(SET_UNDER)) < 0 &&
	              rational_compare(other.value, rational_int(SET_UNDER)) < 0 && follows_score(s, before, f);
	if (!told && !of_set && !(rational_compare(n->value, other.value) >= 0 && !atom_is_plural(s, k + 1)))
		return false;
	*end = k + 1;
	return true;
}
