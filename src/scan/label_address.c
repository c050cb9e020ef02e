/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/label.h"

enum { STREET_REACH = 5 };

/* "12 Baker Street": capitals up to a word for a street, which stands behind a name. */
static bool street_follows(const atoms *s, uint32_t i)
{
	for (uint32_t k = i; k < i + STREET_REACH && atom_is_capital(s, k); k++) {
		if (k > i && atom_in(s, k, s->sets->street))
			return true;
	}
	return false;
}

label_reason label_address(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t stop;
	bool lettered = atom_is_capital(s, n->first + 1) && atom_glued(s, n->first + 1) && atom_text(s, n->first + 1).len == 1;
	if (n->words || n->fraction)
		return LABEL_NONE;
	if (lettered && street_follows(s, n->first + 2)) /* 221B */
		return LABEL_ADDRESS;
	if (n->magnitude)
		return LABEL_NONE;
	if (n->ordinal) /* 5th Avenue */
		return atom_is_capital(s, n->end) && atom_in(s, n->end, s->sets->street_numbered) ? LABEL_ADDRESS : LABEL_NONE;
	const lex_entry *e = phrase_at(s, n->end, s->sets->number_named, &stop);
	if (e)
		return entry_text(e, "why").len ? label_why(e) : LABEL_ADDRESS;
	bool five = n->end == n->first + 1 && atom_text(s, n->first).len == 5 && !n->decimal;
	bool state = five && n->first > 0 && (s->at[n->first - 1].flags & TOKEN_ALL_CAPS) && atom_text(s, n->first - 1).len == 2;
	return state || (!f->q.has_unit && street_follows(s, n->end)) ? LABEL_ADDRESS : LABEL_NONE;
}
