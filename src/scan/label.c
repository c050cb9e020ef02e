/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerals that are no claim: names, citations, section numbers, scores, idioms. */
#include "scan/label.h"

#include "base/ascii.h"

enum { HASH_LEAST = 7 }; /* letters and digits of a hash */

void label_mark(found *out, uint32_t first, uint32_t end, label_reason why)
{
	out->first = first;
	out->end = end;
	out->fig.why = why;
}

label_reason label_why(const lex_entry *e)
{
	static const struct {
		slice name;
		label_reason why;
	} known[] = {
		{{"section", 7}, LABEL_SECTION},        {{"reference", 9}, LABEL_REFERENCE}, {{"law", 3}, LABEL_LAW},
		{{"version", 7}, LABEL_VERSION},        {{"phone", 5}, LABEL_PHONE},         {{"address", 7}, LABEL_ADDRESS},
		{{"identifier", 10}, LABEL_IDENTIFIER}, {{"rank", 4}, LABEL_RANK},           {{"idiom", 5}, LABEL_IDIOM},
		{{"citation", 8}, LABEL_CITATION},
	};
	slice why = entry_text(e, "why");
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (slice_equal(known[i].name, why))
			return known[i].why;
	}
	return LABEL_NAME;
}

static bool any_digit(slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_digit(text.ptr[i]))
			return true;
	}
	return false;
}

/* Digits and letters up to f in any order, as a hash has them, or 0x and such digits. */
static bool is_code(slice text)
{
	size_t letters = 0, digits = 0;
	bool hexadecimal = text.len > 2 && text.ptr[0] == '0' && (text.ptr[1] | 0x20) == 'x';
	for (size_t i = hexadecimal ? 2 : 0; i < text.len; i++) {
		int value = ascii_hex(text.ptr[i]);
		if (value < 0)
			return false;
		letters += value > 9;
		digits += value <= 9;
	}
	return hexadecimal || (letters > 0 && digits > 1 && text.len >= HASH_LEAST);
}

static label_reason why_identifier(slice text)
{
	bool chain = slice_find_byte(text, '-') != SIZE_MAX && ascii_is_digit(text.ptr[0]);
	return chain || is_code(text) ? LABEL_IDENTIFIER : LABEL_NAME;
}

/* "(c)" or "(1)" glued to a label that has such parts. */
static bool bracketed_part(const atoms *s, uint32_t i)
{
	return atom_is_char(s, i, '(') && atom_glued(s, i) && atom_is_char(s, i + 2, ')') && atom_text(s, i + 1).len <= 3 &&
	       (atom_is(s, i + 1, ATOM_NUMBER) || atom_is(s, i + 1, ATOM_WORD));
}

/* The last word or number of what is glued together from atom i on: "10.1371/journal.pone.0012345". */
static uint32_t glued_end(const atoms *s, uint32_t i)
{
	uint32_t end = i;
	for (; i < s->n && atom_glued(s, i); i++) {
		if (s->at[i].kind != ATOM_PUNCT)
			end = i + 1;
	}
	return end;
}

/* Where a label that ends before atom `end` goes on with parts glued to it: 747-400, 230(c)(1), 4.1–4.3. */
static uint32_t glued_tail(const atoms *s, uint32_t end, label_reason why)
{
	bool part = why == LABEL_SECTION || why == LABEL_REFERENCE || why == LABEL_LAW;
	bool named = part || why == LABEL_NAME || why == LABEL_IDENTIFIER || why == LABEL_VERSION || why == LABEL_PHONE ||
	             why == LABEL_ADDRESS;
	if (!named)
		return end;
	for (;;) {
		if (why == LABEL_IDENTIFIER && atom_is_char(s, end, '/') && atom_glued(s, end) && atom_glued(s, end + 1) &&
		    atom_is(s, end + 1, ATOM_WORD)) {
			end = glued_end(s, end + 2);
		} else if (named && atom_is(s, end, ATOM_NUMBER) && atom_glued(s, end) && atom_text(s, end).ptr[0] == '-') {
			end++;
		} else if (part && bracketed_part(s, end)) {
			end += 3;
		} else if (part && atom_glued(s, end) && atom_is(s, end, ATOM_WORD) && atom_text(s, end).len == 1) {
			end++;
		} else if (atom_glued(s, end) && atom_glued(s, end + 1) &&
		           (atom_is(s, end + 1, ATOM_NUMBER) || atom_is(s, end + 1, ATOM_IDENTIFIER) ||
		            (why == LABEL_LAW && (s->at[end + 1].flags & TOKEN_ALL_CAPS))) &&
		           (atom_in(s, end, s->sets->dash) || (why != LABEL_NAME && atom_is_char(s, end, '/')))) {
			end += 2;
		} else {
			return end;
		}
	}
}

/* An atom that is a label by its own shape. */
static label_reason why_of_atom(const atoms *s, uint32_t i)
{
	moment m;
	switch (s->at[i].kind) {
	case ATOM_WEB:
		return any_digit(atom_text(s, i)) ? LABEL_URL : LABEL_NONE;
	case ATOM_FILE:
		return any_digit(atom_text(s, i)) ? LABEL_FILE : LABEL_NONE;
	case ATOM_PHONE:
		return LABEL_PHONE;
	case ATOM_VERSION:
		return LABEL_VERSION;
	case ATOM_CODE:
		return LABEL_IDENTIFIER;
	case ATOM_POST:
		return LABEL_ADDRESS;
	case ATOM_IDENTIFIER:
		return period_read(s, i, &m) ? LABEL_NONE : why_identifier(atom_text(s, i));
	default:
		return LABEL_NONE;
	}
}

/* "1/0": no number at all. */
static bool is_over_zero(const atoms *s, uint32_t i)
{
	return atom_is(s, i, ATOM_NUMBER) && atom_is_char(s, i + 1, '/') && atom_glued(s, i + 1) && atom_glued(s, i + 2) &&
	       atom_is(s, i + 2, ATOM_NUMBER) && slice_equal(atom_text(s, i + 2), SLICE("0")) && !atom_is_char(s, i + 3, '/');
}

bool label_read(const atoms *s, uint32_t i, found *out)
{
	if (is_over_zero(s, i)) {
		label_mark(out, i, i + 3, LABEL_IDENTIFIER);
		return true;
	}
	uint32_t end;
	label_reason why = why_of_atom(s, i);
	if (why != LABEL_NONE) {
		label_mark(out, i, why == LABEL_URL || why == LABEL_FILE ? i + 1 : glued_tail(s, i + 1, why), why);
		return true;
	}
	const lex_entry *idiom = phrase_at(s, i, s->sets->idiom, &end);
	if (idiom) {
		label_mark(out, i, end, entry_text(idiom, "why").len ? label_why(idiom) : LABEL_IDIOM);
		return true;
	}
	return label_signoff_at(s, i, out) || label_citation_at(s, i, out) || label_enumerator_at(s, i, out) ||
	       label_locant_at(s, i, out);
}

/* "30s, 40s and 50s", "the 1980s and 90s": whatever goes on from a decade is one. */
static bool follows_decade(const atoms *s, const found_list *before, const found *f)
{
	const found *last = before->n > 0 ? &before->at[before->n - 1] : NULL;
	bool decade = last &&
	              (last->fig.kind == FIGURE_DATE || (last->fig.kind == FIGURE_LABEL && last->fig.why == LABEL_IDIOM)) &&
	              last->end > 1 && atom_in(s, last->end - 1, s->sets->decade_ending) && atom_glued(s, last->end - 1);
	if (!decade || last->end >= f->first || f->first - last->end > 2 ||
	    rational_compare(f->q.num.value, rational_int(90)) > 0)
		return false;
	for (uint32_t i = last->end; i < f->first; i++) {
		if (!atom_in(s, i, s->sets->and) && !atom_in(s, i, s->sets->range_or) && !atom_in(s, i, s->sets->range_to) &&
		    !atom_is_char(s, i, ','))
			return false;
	}
	return true;
}

/* "100s", "the 10s of": as many as that, no seconds. */
static bool is_plural_digits(const atoms *s, const found_list *before, const found *f)
{
	slice text = atom_text(s, f->q.num.end);
	if (text.len != 1 || text.ptr[0] != 's' || !atom_glued(s, f->q.num.end) || f->q.num.decimal || f->q.num.words)
		return false;
	bool hundreds = rational_is_integer(rational_divide(f->q.num.value, rational_int(100), ROUND_DOWN));
	bool ten = rational_is_integer(rational_divide(f->q.num.value, rational_int(10), ROUND_DOWN));
	bool determined =
		f->first > 0 && (atom_in(s, f->first - 1, s->sets->year_noun) || atom_in(s, f->first - 1, s->sets->year_before));
	return hundreds || (ten && (atom_in(s, f->q.num.end + 1, s->sets->of) || determined || follows_decade(s, before, f)));
}

/* "007" in a text: nobody counts with a nought in front. */
static bool is_padded(const atoms *s, const found *f)
{
	slice text = atom_text(s, f->q.num.first);
	return s->n > 1 && f->q.num.bare_digits && !f->q.has_unit && text.len > 2 && text.ptr[0] == '0';
}

label_reason label_of(const atoms *s, const found_list *before, const found *f, uint32_t *end)
{
	const numeral *n = &f->q.num;
	label_reason why;
	*end = f->end;
	if (label_is_named_word(s, f))
		return LABEL_NAME;
	if (n->base == BASE_VAGUE || n->base == BASE_MULTIPLE || f->q.money_before)
		return LABEL_NONE;
	if (n->ordinal)
		return label_opens_name(s, f) ? LABEL_NAME : label_address(s, f);
	if (label_score(s, before, f, end))
		return LABEL_SCORE;
	*end = n->end;
	if (label_cites(s, before, f, end))
		return LABEL_CITATION;
	why = label_numbered(s, f);
	if (why == LABEL_NONE)
		why = label_joined(s, before, f);
	if (why == LABEL_NONE && label_heads_section(s, f))
		why = LABEL_SECTION;
	if (why == LABEL_NONE && is_plural_digits(s, before, f)) {
		*end = n->end + 1;
		return LABEL_IDIOM;
	}
	if (why == LABEL_NONE)
		why = label_address(s, f);
	if (why == LABEL_NONE && label_begins_name(s, f)) {
		*end = n->end + 1;
		return LABEL_NAME;
	}
	if (why == LABEL_NONE && label_joins_capitals(s, f)) {
		*end = n->end + 2;
		return LABEL_NAME;
	}
	if (why == LABEL_NONE && (label_ends_name(s, f) || label_within_count(s, before, f)))
		why = LABEL_NAME;
	if (why == LABEL_NONE)
		why = label_pointed(s, before, f);
	if (why == LABEL_NONE && is_padded(s, f))
		why = LABEL_IDENTIFIER;
	if (f->q.has_unit || n->magnitude)
		*end = label_letter_suffix(s, f) ? f->end : n->end;
	*end = glued_tail(s, *end, why);
	return why;
}
