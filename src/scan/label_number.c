/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "scan/label.h"

enum {
	NAMES_BACK = 3,
	WORDS_UP_TO = 20, /* larger numbers in words name nothing */
	INDEX_DIGITS = 2
};

/* "Type 7s": a letter that is no unit there. */
static bool plural_s(const atoms *s, const found *f)
{
	slice text = atom_text(s, f->q.num.end);
	return f->q.has_unit && f->end == f->q.num.end + 1 && text.len == 1 && (text.ptr[0] == 's' || text.ptr[0] == 't') &&
	       f->q.num.bare_digits;
}

bool label_letter_suffix(const atoms *s, const found *f)
{
	uint32_t k = f->q.num.first + 1;
	return plural_s(s, f) || (f->end == k + 1 && atom_is(s, f->q.num.first, ATOM_NUMBER) && atom_is(s, k, ATOM_WORD) &&
	                          atom_glued(s, k) && atom_text(s, k).len == 1);
}

/* "1,200", "1 200": a number told in groups is a quantity. */
static bool is_grouped(const atoms *s, const numeral *n)
{
	slice text = atom_text(s, n->first);
	if (n->words || rational_compare(n->value, rational_int(1000)) < 0)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!ascii_is_digit(text.ptr[i]) && text.ptr[i] != '.')
			return true;
	}
	return n->end > n->first + 1 && !n->magnitude;
}

/* "No. 7", "ISBN: 978", "# 12". */
static const lex_entry *sign_before(const atoms *s, uint32_t at, uint32_t end)
{
	uint32_t start;
	if (s->in_code && at > 0 && atom_is_char(s, at - 1, '#') && !atom_glued(s, at))
		return NULL; /* a comment */
	if (at > 1 && atom_is_char(s, at - 1, ':') && at > 2)
		at--;
	const lex_entry *sign = phrase_before(s, at, 0, s->sets->number_sign, &start);
	bool spelt = sign && s->at[at - 1].kind == ATOM_WORD;
	return spelt && atom_is_plural(s, end) && !atom_is_capital(s, end) ? NULL : sign;
}

/* Whether a second number is joined behind: "seats 12 and 14". */
static bool is_list(const atoms *s, uint32_t end)
{
	return atom_in(s, end, s->sets->and) || atom_is_char(s, end, ',') || atom_in(s, end, s->sets->dash) ||
	       atom_in(s, end, s->sets->range_to) || atom_in(s, end, s->sets->range_or) || atom_is_char(s, end, '/') ||
	       atom_is_char(s, end, '&');
}

/* The thing that a number names: "Section 4", "Equation (3)". */
static const lex_entry *thing_before(const atoms *s, const found *f, uint32_t *start)
{
	uint32_t at = f->first;
	const lex_entry *e = phrase_before(s, at, 0, s->sets->numbered, start);
	if (e && slice_equal(entry_text(e, "brackets"), SLICE("only")))
		return NULL;
	if (e || at < 2 || !atom_is_char(s, at - 1, '(') || !atom_is_char(s, f->q.num.end, ')'))
		return e;
	e = phrase_before(s, at - 1, 0, s->sets->numbered, start);
	bool counted = atom_is_plural(s, at - 2) && !is_list(s, f->q.num.end + 1); /* "Charts (4)" counts them */
	return entry_text(e, "brackets").len && !counted ? e : NULL;
}

/* "last week 12 were hurt", "each day 5 of them": which of them it is has been told, so the number counts something else. */
static bool is_told_before(const atoms *s, uint32_t named, const numeral *n)
{
	bool attribute = atom_is_content(s, n->end) && !atom_is_plural(s, n->end); /* "this phase 3 trial" */
	return named > 0 && !attribute && !atom_is_capital(s, named) && atom_in(s, named - 1, s->sets->numbered_told);
}

/* "ore from zone two was", but "in that zone two of them", "gave zone two shops": a number word behind a bare noun, nothing that
 * it could count after it. */
static bool word_names(const atoms *s, uint32_t named, const numeral *n)
{
	bool bare = named > 0 && atom_in(s, named - 1, s->sets->numbered_after) && !atom_is_plural(s, n->first - 1);
	uint32_t next = n->end;
	bool ends = next >= s->n || s->at[next].kind == ATOM_PUNCT || atom_in(s, next, s->sets->function_word) ||
	            vocabulary_verb(s->vocab, s->at[next].word) != s->at[next].word;
	bool counts = atom_in(s, next, s->sets->of) || atom_in(s, next, s->sets->range_to) || atom_in(s, next, s->sets->dash) ||
	              atom_in(s, next, s->sets->and) || atom_is_plural(s, next);
	return bare && ends && !counts && n->end == n->first + 1 && !n->lone_one;
}

label_reason label_numbered(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = f->first, start;
	bool lettered = label_letter_suffix(s, f);
	if (at == 0 || (f->q.has_unit && !lettered) || (n->magnitude && !lettered) || n->base != BASE_NUMBER || n->fraction)
		return LABEL_NONE;
	if (at > 1 && atom_is_char(s, at - 1, '#') && !atom_glued(s, at - 1) && !(s->in_code && !atom_glued(s, at)))
		return LABEL_IDENTIFIER;
	const lex_entry *sign = sign_before(s, at, n->end);
	if (sign)
		return entry_text(sign, "why").len ? label_why(sign) : LABEL_IDENTIFIER;
	uint32_t named;
	const lex_entry *e = thing_before(s, f, &named);
	if (!e || phrase_before(s, at, 0, s->sets->age_before, &start) || is_grouped(s, n) || is_told_before(s, named, n) ||
	    (n->words && !n->lone_one && rational_compare(n->value, rational_int(WORDS_UP_TO)) > 0))
		return LABEL_NONE;
	if (atom_text(s, named).len == 1 && atom_is_capital(s, named)) /* the initial of "Lee L. 2003" */
		return LABEL_NONE;
	bool capital = atom_is_capital(s, named) || label_inner_capital(atom_text(s, at - 1));
	if (entry_flag(e, "capital") && !capital)
		return LABEL_NONE;
	if (n->words && !capital && entry_flag(e, "digits") && !word_names(s, named, n))
		return LABEL_NONE;
	label_reason why = label_why(e);
	bool several = atom_is_plural(s, named) && !atom_is_capital(s, named);
	if (several && why == LABEL_NAME && !entry_flag(e, "brackets") && !is_list(s, n->end)) /* "the ferry seats 500" */
		return LABEL_NONE;
	if (lettered && !plural_s(s, f) && why != LABEL_SECTION && why != LABEL_REFERENCE && why != LABEL_LAW)
		return LABEL_NONE;
	if (entry_flag(e, "always"))
		return why;
	return atom_is_plural(s, n->end) && !capital ? LABEL_NONE : why;
}

/* "v 1", "χ 2": an index that has lost its place below or above a lone letter. */
static bool is_index(const atoms *s, const found_list *before, const found *f)
{
	uint32_t at = f->first, next = f->q.num.end;
	slice text = atom_text(s, f->q.num.first), letter = at ? atom_text(s, at - 1) : text;
	if (!atom_is(s, at - 1, ATOM_WORD) || (at > 1 && atom_is(s, at - 2, ATOM_NUMBER)) || text.len > INDEX_DIGITS ||
	    atom_glued(s, at) || (before->n && before->at[before->n - 1].end >= at) ||
	    (atom_is_content(s, next) && atom_text(s, next).len > 2))
		return false;
	bool greek = letter.len == 2 && ((unsigned char)letter.ptr[0] == 0xCE || (unsigned char)letter.ptr[0] == 0xCF);
	bool latin = letter.len == 1 && !atom_in(s, at - 1, s->sets->function_word) && !atom_in(s, at - 1, s->sets->sample) &&
	             !atom_in(s, at - 1, s->sets->article);
	return greek || latin;
}

/* "as (9) shows", "in (4.1)": in brackets behind a word that joins nothing else, the number of what is pointed at; but "Boats not
 * sold yet (4):" counts what follows. */
static bool is_pointer(const atoms *s, const found *f)
{
	uint32_t at = f->first;
	slice text = atom_text(s, f->q.num.first);
	size_t dot = slice_find_byte(text, '.');
	if (at < 2 || !atom_is_char(s, at - 1, '(') || atom_glued(s, at - 1) || !atom_is_char(s, f->q.num.end, ')') ||
	    atom_is_char(s, f->q.num.end + 1, ':') || s->at[at - 2].kind != ATOM_WORD || atom_is_content(s, at - 2) ||
	    text.ptr[0] == '.' || text.ptr[0] == '0')
		return false;
	return dot == SIZE_MAX ? f->q.num.bare_digits && text.len <= INDEX_DIGITS
	                       : dot <= INDEX_DIGITS && text.len - dot - 1 <= INDEX_DIGITS;
}

label_reason label_pointed(const atoms *s, const found_list *before, const found *f)
{
	const numeral *n = &f->q.num;
	if (f->first == 0 || n->words || n->magnitude || n->fraction || n->negative || f->q.has_unit || s->in_table ||
	    n->base != BASE_NUMBER || n->end != n->first + 1)
		return LABEL_NONE;
	if (n->bare_digits && is_index(s, before, f))
		return LABEL_NAME;
	return is_pointer(s, f) ? LABEL_REFERENCE : LABEL_NONE;
}

/* The joint of "Figures 2 and 3", "Eqs. (3)–(5)". */
static bool is_joint(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->and) || atom_is_char(s, i, ',') || atom_is_char(s, i, '&') ||
	       atom_in(s, i, s->sets->dash) || atom_in(s, i, s->sets->range_to) || atom_in(s, i, s->sets->range_or) ||
	       atom_is_char(s, i, '(') || atom_is_char(s, i, ')');
}

/* "Lamp 11 Max and 11 Max Pro": the number and word that ended a name, again. */
static bool names_again(const atoms *s, const found_list *before, const found *f)
{
	for (size_t i = before->n; i-- > 0 && before->n - i <= NAMES_BACK;) {
		const found *last = &before->at[i];
		if (last->fig.kind == FIGURE_LABEL && last->fig.why == LABEL_NAME && last->end == last->first + 1 &&
		    slice_equal(atom_text(s, last->first), atom_text(s, f->first)) && atom_is_capital(s, last->end) &&
		    slice_equal(atom_text(s, last->end), atom_text(s, f->end)))
			return true;
	}
	return false;
}

label_reason label_joined(const atoms *s, const found_list *before, const found *f)
{
	if (f->q.num.bare_digits && !f->q.has_unit && names_again(s, before, f))
		return LABEL_NAME;
	bool lettered = label_letter_suffix(s, f); /* "Figures 1A and 1B" */
	bool amount = !lettered && (f->q.has_unit || f->q.num.magnitude);
	if (before->n == 0 || amount || f->q.num.words || is_grouped(s, &f->q.num))
		return LABEL_NONE;
	const found *last = &before->at[before->n - 1];
	label_reason why = last->fig.why;
	bool brackets = atom_is_char(s, f->first - (f->first > 0), '(') && atom_is_char(s, last->end, ')');
	if (last->fig.kind != FIGURE_LABEL || last->end >= f->first || f->first - last->end > (brackets ? 4U : 2U))
		return LABEL_NONE;
	bool part = why == LABEL_SECTION || why == LABEL_REFERENCE || why == LABEL_LAW;
	bool may = why == LABEL_IDENTIFIER || why == LABEL_NAME || why == LABEL_VERSION;
	if (!part && (!may || lettered))
		return LABEL_NONE;
	bool several = last->first > 0 && atom_is_plural(s, last->first - 1);
	bool either = atom_in(s, last->end, s->sets->range_or); /* "haplotype 2 or 3" */
	if (!part && !several && !either && !(atom_in(s, last->end, s->sets->dash) && atom_glued(s, f->first)))
		return LABEL_NONE;
	for (uint32_t i = last->end; i < f->first; i++) {
		if (!is_joint(s, i))
			return LABEL_NONE;
	}
	return atom_is_plural(s, f->q.num.end) ? LABEL_NONE : why;
}
