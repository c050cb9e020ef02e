/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "scan/label.h"

enum {
	LONG_NUMBER = 5, /* digits: fewer may count */
	NAMES_APART = 2  /* adjectives between a count and the number of a name */
};

bool label_inner_capital(slice text)
{
	for (size_t i = 1; i < text.len; i++) {
		if (ascii_is_capital(text.ptr[i]))
			return true;
	}
	return false;
}

/* "Arden's 12 judges": whose they are, no name that a number could end. */
static bool is_genitive(slice text)
{
	return text.len > 2 && text.ptr[text.len - 1] == 's' &&
	       (text.ptr[text.len - 2] == '\'' || slice_ends_with(slice_sub(text, 0, text.len - 1), SLICE("\xE2\x80\x99")));
}

static bool names_nothing(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->no_name) || atom_in(s, i, s->sets->function_word) || is_genitive(atom_text(s, i));
}

/* "F-16", "Covid-19", "omega-3": the number is glued to a word with a dash. */
static bool ends_dashed(const atoms *s, const found *f)
{
	uint32_t dashed = f->first - 2;
	const numeral *n = &f->q.num;
	bool letter = atom_text(s, dashed).len == 1 && atom_is_capital(s, dashed);
	if (s->at[dashed].kind != ATOM_WORD || atom_in(s, dashed, s->sets->glued_prefix) ||
	    (atom_in(s, dashed, s->sets->function_word) && !letter))
		return false;
	if (s->at[dashed].flags & TOKEN_CAPITAL)
		return true;
	return n->bare_digits && !f->q.has_unit && atom_text(s, dashed).len > 2 && atom_text(s, n->first).len <= 3 &&
	       !(s->at[dashed].word && s->at[dashed].word->known);
}

/* "Viagra 25–100 mg": a second number has a unit, so both measure. */
static bool measures_on(const atoms *s, uint32_t i)
{
	numeral second;
	unit u;
	bool joint = atom_in(s, i, s->sets->dash) || atom_in(s, i, s->sets->range_to) || atom_in(s, i, s->sets->range_or) ||
	             atom_in(s, i, s->sets->and);
	return joint && atom_glued(s, i) == atom_glued(s, i + 1) && numeral_digits(s, i + 1, &second) &&
	       unit_read(s, i + 2, &second, &u);
}

/* "HD 188753", "HD 188753 A": capitals and a long number without groups. */
static bool in_catalogue(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	slice text = atom_text(s, n->first);
	if (f->first == 0 || !(s->at[f->first - 1].flags & TOKEN_ALL_CAPS) || n->end != n->first + 1 || text.len < LONG_NUMBER)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!ascii_is_digit(text.ptr[i]))
			return false;
	}
	return !f->q.has_unit || (f->end == n->end + 1 && atom_text(s, n->end).len == 1 && atom_is_capital(s, n->end));
}

/* "Maroon 5's songs": what a number owns is a name's. */
static bool has_genitive(const atoms *s, const numeral *n)
{
	slice mark = atom_text(s, n->end), ending = atom_text(s, n->end + 1);
	return n->bare_digits && atom_glued(s, n->end) && atom_glued(s, n->end + 1) && ending.len == 1 &&
	       (slice_equal(mark, SLICE("'")) || slice_equal(mark, SLICE("\xE2\x80\x99")));
}

/* "the Lamp 11 costs $20", "weighs about", "has": a verb in the third person, told by what it brings. */
static bool verb_follows(const atoms *s, uint32_t i)
{
	uint32_t end;
	unit money;
	if (!atom_is(s, i, ATOM_WORD) || atom_is_capital(s, i) || vocabulary_verb(s->vocab, s->at[i].word) == s->at[i].word)
		return false;
	return atom_is(s, i + 1, ATOM_NUMBER) || atom_in(s, i + 1, s->sets->article) || currency_read(s, i + 1, &money) ||
	       phrase_at(s, i + 1, s->sets->hedge, &end);
}

/* "First Arden said": opening a sentence, an ordinal before a capital is a part of a name. */
bool label_opens_name(const atoms *s, const found *f)
{
	uint32_t at = f->first, k = f->q.num.end;
	bool opens = at == 0 || s->at[at].flags & TOKEN_FIRST;
	return opens && f->q.num.words && !s->title && !s->in_heading && atom_is_capital(s, at) && atom_is_capital(s, k) &&
	       atom_is(s, k, ATOM_WORD) && !(s->at[k].flags & TOKEN_ALL_CAPS) && !atom_in(s, k, s->sets->month) &&
	       !atom_in(s, k, s->sets->weekday);
}

/* "iPhone 11", "COVID-19", "Caspian Antiterror 2020": a number after a capitalised word that is no sentence's beginning. */
bool label_ends_name(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = f->first;
	bool suffix = f->q.has_unit && label_letter_suffix(s, f) && n->bare_digits && atom_text(s, n->end).ptr[0] == 's';
	if (at == 0 || (f->q.has_unit && !suffix && !in_catalogue(s, f)) || n->words || n->magnitude || n->fraction ||
	    n->base != BASE_NUMBER)
		return false;
	if (n->negative)
		return (s->at[at - 1].flags & TOKEN_ALL_CAPS) && !n->decimal && !atom_in(s, at - 1, s->sets->no_name);
	const atom *last = &s->at[at - 1];
	if (at > 1 && atom_in(s, at - 1, s->sets->dash) && atom_glued(s, at) && atom_glued(s, at - 1))
		return ends_dashed(s, f);
	bool inner = label_inner_capital(atom_text(s, at - 1));
	bool owned = is_genitive(atom_text(s, at - 1)) && atom_is_capital(s, at - 1) && !s->title && !s->in_heading &&
	             n->bare_digits && atom_is_capital(s, n->end) && !atom_is_plural(s, n->end) &&
	             !atom_in(s, n->end, s->sets->month);
	if (owned) /* "Orlov & Moor's 500 Index" */
		return true;
	if (last->kind != ATOM_WORD || !((last->flags & TOKEN_CAPITAL) || inner) || names_nothing(s, at - 1))
		return false;
	if (atom_glued(s, at) && atom_text(s, at).ptr[0] == '.') /* ID.4 */
		return true;
	if ((last->flags & TOKEN_FIRST) && !(last->flags & TOKEN_ALL_CAPS) && !inner)
		return atom_is_capital(s, n->end) || has_genitive(s, n);
	if (!n->bare_digits && !in_catalogue(s, f))
		return false;
	if (verb_follows(s, n->end) && (inner || (at > 1 && atom_in(s, at - 2, s->sets->hedge_determiner))))
		return true;
	if (atom_is_plural(s, n->end))
		return atom_is_capital(s, n->end) && (!s->title || atom_in(s, n->end, s->sets->change));
	return !measures_on(s, n->end);
}

/* "787 Dreamliner", "5G", "3M": a number that letters are glued to. */
bool label_begins_name(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t k = n->end;
	if (f->q.has_unit || n->words || n->magnitude || n->base != BASE_NUMBER || n->fraction || !atom_is(s, k, ATOM_WORD))
		return false;
	uint32_t end;
	if (phrase_at(s, k, s->sets->hedge_after, &end)) /* "8ish" */
		return false;
	bool counts = atom_is_plural(s, k) && !atom_is_capital(s, k) && atom_text(s, k).len > 2 &&
	              !atom_in(s, k, s->sets->number_people); /* "12cups": a space is missing */
	return atom_glued(s, k) && !n->ordinal && !counts && (unsigned char)s->text.ptr[s->at[k].start] < 0x80;
}

/* "5-HT", "6-MP": capitals joined to a small number name a thing. */
bool label_joins_capitals(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t k = n->end + 1;
	return n->bare_digits && !f->q.has_unit && atom_text(s, n->first).len == 1 && !s->capitals &&
	       atom_is_char(s, n->end, '-') && atom_glued(s, n->end) && atom_glued(s, k) && atom_is(s, k, ATOM_WORD) &&
	       (s->at[k].flags & TOKEN_ALL_CAPS) && atom_text(s, k).len > 1 && !atom_in(s, k, s->sets->currency);
}

/* "two new 737 Max jets": of two numbers before one noun the second is its name, where it has capitals or is no adjective. */
bool label_within_count(const atoms *s, const found_list *before, const found *f)
{
	const numeral *n = &f->q.num;
	const found *last = before->n ? &before->at[before->n - 1] : NULL;
	if (!last || last->fig.kind != FIGURE_COUNT || last->fig.base != BASE_NUMBER || figure_unit(&last->fig)->entry ||
	    !n->bare_digits || f->q.has_unit || atom_text(s, n->first).len < 3 || last->end == f->first ||
	    f->first - last->end > NAMES_APART)
		return false;
	for (uint32_t i = last->end; i < f->first; i++) {
		if (!atom_is_content(s, i) || atom_is_plural(s, i) || atom_is_capital(s, i))
			return false;
	}
	return atom_is_plural(s, n->end) || atom_is_capital(s, n->end);
}

/* "BBC Two", "Six Nations", "First Avenue": a number word written with a capital inside a sentence. */
bool label_is_named_word(const atoms *s, const found *f)
{
	uint32_t at = f->first;
	const numeral *n = &f->q.num;
	bool units = f->q.has_unit &&
	             !(n->magnitude && atom_is_capital(s, at + 1) && atom_is_capital(s, f->end)); /* "Million Mile Road" */
	if (!n->words || n->base == BASE_VAGUE || n->end != at + 1 || !atom_is_capital(s, at) ||
	    (s->at[at].flags & TOKEN_FIRST) || units || n->fraction || at == 0)
		return false;
	bool before = atom_is_capital(s, at - 1) && !atom_in(s, at - 1, s->sets->function_word);
	bool after = atom_is_capital(s, at + 1) && !atom_in(s, at + 1, s->sets->function_word);
	bool opened = s->at[at - 1].kind == ATOM_PUNCT && !atom_in(s, at - 1, s->sets->dash) && !atom_is_char(s, at - 1, '/');
	return (before || (after && !opened)) && !s->title;
}

static bool small_number(const atoms *s, uint32_t i)
{
	numeral n;
	return atom_text(s, i).len <= 2 && numeral_digits(s, i, &n) && n.bare_digits;
}

/* "2,4-D", "1,2,4-tri...": the places of a chemical's parts. */
bool label_locant_at(const atoms *s, uint32_t i, found *out)
{
	uint32_t k = i;
	if (!small_number(s, i) || (atom_glued(s, i) && atom_is_char(s, i - 1, ',')))
		return false;
	while (atom_is_char(s, k + 1, ',') && atom_glued(s, k + 1) && atom_glued(s, k + 2) && small_number(s, k + 2))
		k += 2;
	if (k == i || !atom_is_char(s, k + 1, '-') || !atom_glued(s, k + 1) || !atom_glued(s, k + 2) ||
	    !atom_is(s, k + 2, ATOM_WORD))
		return false;
	label_mark(out, i, k + 3, LABEL_NAME);
	return true;
}
