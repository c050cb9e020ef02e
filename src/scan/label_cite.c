/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/label.h"

enum {
	AUTHOR_REACH = 24, /* atoms of the authors before a year */
	NOTE_DIGITS = 3,
};

/* "12", "3, 4-6", "5–8; 11" from atom i: whole numbers without a gap. How many, and whether each is more than the last. */
static uint32_t number_list(const atoms *s, uint32_t i, uint32_t *count, bool *ascending, bool *list)
{
	rational last = rational_int(0);
	numeral n;
	*count = 0;
	*ascending = true;
	*list = false;
	for (;; i += 2) {
		if (!numeral_digits(s, i, &n) || !n.bare_digits || atom_text(s, i).len > NOTE_DIGITS + 1)
			return i;
		*ascending = *ascending && rational_compare(n.value, last) > 0;
		last = n.value;
		++*count;
		bool comma = atom_is_char(s, i + 1, ',') || atom_is_char(s, i + 1, ';');
		if (!comma && !atom_in(s, i + 1, s->sets->dash))
			return i + 1;
		*list = *list || comma;
	}
}

/* "[12]", "[3, 4-6]" after a word: a citation. "CI [1.2, 3.4]" and "[0, 1]" are none. */
static bool bracketed(const atoms *s, uint32_t i, found *out)
{
	uint32_t count;
	bool ascending, list;
	if (i > 0 && atom_in(s, i - 1, s->sets->statistic))
		return false;
	uint32_t end = number_list(s, i + 1, &count, &ascending, &list);
	if (count == 0 || !atom_is_char(s, end, ']') || slice_equal(atom_text(s, i + 1), SLICE("0")))
		return false;
	label_mark(out, i, end + 1, LABEL_CITATION);
	return true;
}

/* "the disease (3, 7)", "the disease (3–5).": ever greater small numbers behind a word that counts nothing. */
static bool parenthesised(const atoms *s, uint32_t i, found *out)
{
	uint32_t count;
	bool ascending, list;
	if (i < 2 || atom_glued(s, i) || !atom_is_content(s, i - 1) || atom_is_capital(s, i - 1) || atom_is_plural(s, i - 1) ||
	    atom_in(s, i - 1, s->sets->statistic) || atom_in(s, i - 1, s->sets->sample) ||
	    atom_in(s, i - 1, s->sets->score_after))
		return false;
	uint32_t end = number_list(s, i + 1, &count, &ascending, &list);
	if (count < 2 || !ascending || !atom_is_char(s, end, ')') || atom_text(s, end - 1).len > NOTE_DIGITS)
		return false;
	bool stops = atom_is_char(s, end + 1, '.') || atom_is_char(s, end + 1, ',') || atom_is_char(s, end + 1, ';');
	if (!stops && !(list && count > 2))
		return false;
	label_mark(out, i, end + 1, LABEL_CITATION);
	return true;
}

bool label_citation_at(const atoms *s, uint32_t i, found *out)
{
	if (atom_is_char(s, i, '['))
		return bracketed(s, i, out);
	return atom_is_char(s, i, '(') && parenthesised(s, i, out);
}

/* "... disease (22).": the number of a reference. */
static bool is_reference(const atoms *s, const found *f)
{
	uint32_t at = f->first, end = f->q.num.end;
	if (!f->q.num.bare_digits || at < 2 || !atom_is_char(s, at - 1, '(') || !atom_is_char(s, end, ')') ||
	    atom_text(s, f->q.num.first).len > NOTE_DIGITS)
		return false;
	bool ends = atom_is_char(s, end + 1, '.') || atom_is_char(s, end + 1, ',') || atom_is_char(s, end + 1, ';');
	return ends && atom_is_content(s, at - 2) && !atom_is_capital(s, at - 2) && !atom_is_plural(s, at - 2);
}

/* A surname as it stands beside a year: a capital, and more letters that are small. */
static bool is_surname(const atoms *s, uint32_t i)
{
	return atom_is(s, i, ATOM_WORD) && atom_is_capital(s, i) && !(s->at[i].flags & TOKEN_ALL_CAPS) &&
	       atom_text(s, i).len > 1 && !atom_in(s, i, s->sets->function_word) && !atom_in(s, i, s->sets->month);
}

static bool joins_authors(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->and) || atom_is_char(s, i, '&');
}

/* "(Smith 2010", "(see Smith and Lee, 2010; Poe, 2011": from the bracket or semicolon nothing but authors. */
static bool authors_in_brackets(const atoms *s, uint32_t at)
{
	uint32_t limit = at > AUTHOR_REACH ? at - AUTHOR_REACH : 0, k = at, names = 0, start;
	if (s->at[at].depth == 0)
		return false;
	for (; k > limit && !atom_is_char(s, k - 1, '(') && !atom_is_char(s, k - 1, '[') && !atom_is_char(s, k - 1, ';'); k--) {
		uint32_t i = k - 1;
		if (is_surname(s, i)) {
			names++;
		} else if (phrase_before(s, k, 0, s->sets->author, &start)) {
			names++;
			k = start + 1;
		} else if (!joins_authors(s, i) && !atom_is_char(s, i, ',') && !atom_is_char(s, i, '.') &&
		           !atom_in(s, i, s->sets->citation_lead) && !(atom_is_capital(s, i) && atom_text(s, i).len == 1) &&
		           !(names && atom_is(s, i, ATOM_NUMBER) && atom_text(s, i).len == 4)) {
			return false;
		}
	}
	return k > limit && names > 0;
}

/* "Smith et al. 2010", "Smith and Lee (2010)", "(Smith 2010)". */
static bool cites_year(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t start, at = f->first;
	if (!atom_is(s, n->first, ATOM_NUMBER) || atom_text(s, n->first).len != 4 || at != n->first || at == 0 || n->decimal)
		return false;
	if (n->value.num < 1500 || n->value.num > 2100 || !rational_is_integer(n->value))
		return false;
	uint32_t k = at;
	bool bracket = atom_is_char(s, k - 1, '(');
	if (bracket || atom_is_char(s, k - 1, ','))
		k--;
	if (phrase_before(s, k, 0, s->sets->author, &start))
		return true;
	if (bracket && k > 2 && is_surname(s, k - 1) && joins_authors(s, k - 2) && is_surname(s, k - 3))
		return true;
	return authors_in_brackets(s, at);
}

/* "in mice,12,13 and", "in cells.14": note numbers glued to a word as superscripts lose their place in plain text. */
static bool is_glued_note(const atoms *s, const found_list *before, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = n->first;
	slice text = atom_text(s, at);
	bool dotted = text.len > 1 && text.ptr[0] == '.';
	if (f->q.has_unit || n->words || n->magnitude || n->end != at + 1 || s->in_table || !atom_is(s, at, ATOM_NUMBER) ||
	    text.len > (size_t)NOTE_DIGITS + dotted || !atom_glued(s, at) || atom_is_plural(s, n->end) || text.ptr[0] == '0' ||
	    (atom_glued(s, n->end) && atom_is(s, n->end, ATOM_WORD)))
		return false;
	uint32_t glued = dotted ? at - 1 : at - 2;
	if (!dotted) {
		bool joint = at > 1 && atom_glued(s, at - 1) &&
		             (atom_is_char(s, at - 1, ',') || atom_is_char(s, at - 1, '.') || atom_in(s, at - 1, s->sets->dash));
		const found *last = before->n ? &before->at[before->n - 1] : NULL;
		if (joint && last && last->fig.why == LABEL_CITATION && last->end + 1 == at)
			return true;
		if (!joint || atom_in(s, at - 1, s->sets->dash))
			return false;
	}
	return atom_is_char(s, glued, ')') ||
	       (atom_is(s, glued, ATOM_WORD) && !atom_is_capital(s, glued) && atom_text(s, glued).len > 2 &&
	        !atom_in(s, glued, s->sets->abbreviation) && !atom_in(s, glued, s->sets->abbreviation_end));
}

bool label_cites(const atoms *s, const found_list *before, const found *f, uint32_t *end)
{
	uint32_t next = f->q.num.first + 1;
	if (cites_year(s, f)) { /* 2010a */
		*end = next + (atom_is(s, next, ATOM_WORD) && atom_glued(s, next) && atom_text(s, next).len == 1);
		return true;
	}
	return is_reference(s, f) || is_glued_note(s, before, f);
}
