/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerals that are no claim: names, citations, section numbers, scores, idioms. */
#include "scan/read_figure.h"

enum { STREET_REACH = 5 };

static bool any_digit(slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	}
	return false;
}

static void mark(found *out, uint32_t first, uint32_t end, label_reason why)
{
	out->first = first;
	out->end = end;
	out->fig.why = why;
}

static label_reason why_of(const lex_entry *e)
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

/* "-02D-", "—0--": a number between dashes, and nothing else. */
static bool signoff_at(const atoms *s, uint32_t i, found *out)
{
	uint32_t k = i;
	while (atom_in(s, k, s->sets->dash) && (k == i || atom_glued(s, k)))
		k++;
	if (k == i || !atom_is(s, k, ATOM_NUMBER) || !atom_glued(s, k))
		return false;
	uint32_t n = k + 1;
	if (atom_is(s, n, ATOM_WORD) && atom_glued(s, n))
		n++;
	uint32_t end = n;
	while (atom_in(s, end, s->sets->dash) && atom_glued(s, end))
		end++;
	if (end == n || end < s->n)
		return false;
	mark(out, i, end, LABEL_SIGNOFF);
	return true;
}

/* "[12]", "[3, 4-6]" after a word: a citation. "CI [1.2, 3.4]" is none. */
static bool citation_at(const atoms *s, uint32_t i, found *out)
{
	if (!atom_is_char(s, i, '[') || (i > 0 && atom_in(s, i - 1, s->sets->statistic)))
		return false;
	uint32_t k = i + 1;
	while (k < s->n && (s->at[k].kind == ATOM_NUMBER || atom_is_char(s, k, ',') || atom_is_char(s, k, ';') ||
	                    atom_in(s, k, s->sets->dash))) {
		if (s->at[k].kind == ATOM_NUMBER && (atom_text(s, k).len > 4 || slice_find_byte(atom_text(s, k), '.') != SIZE_MAX))
			return false;
		k++;
	}
	if (k == i + 1 || !atom_is_char(s, k, ']'))
		return false;
	mark(out, i, k + 1, LABEL_CITATION);
	return true;
}

/* "1." or "2)" where a sentence begins, "1 )" within it. */
static bool enumerator_at(const atoms *s, uint32_t i, found *out)
{
	bool open = atom_is_char(s, i, '(') && i + 2 < s->n;
	uint32_t k = open ? i + 1 : i;
	if (!atom_is(s, k, ATOM_NUMBER) || atom_text(s, k).len > 2)
		return false;
	bool close = atom_is_char(s, k + 1, ')'), dot = atom_is_char(s, k + 1, '.') && atom_glued(s, k + 1);
	bool begins = i == 0 || atom_is_char(s, i - 1, ';') || atom_is_char(s, i - 1, ':') || atom_is_char(s, i - 1, ',');
	if (open && !(begins && close))
		return false;
	if (!open && !((close && s->at[k].depth == 0 && !atom_in(s, k - (k > 0), s->sets->unit_per)) ||
	               (dot && i == 0 && s->opens_block && k + 2 < s->n)))
		return false;
	mark(out, i, k + 2, LABEL_ENUMERATOR);
	return true;
}

/* A house number: "12 Baker Street". */
static bool street_follows(const atoms *s, uint32_t i)
{
	for (uint32_t k = i; k < i + STREET_REACH && atom_is_capital(s, k); k++) {
		if (k > i && atom_in(s, k, s->sets->street))
			return true;
	}
	return false;
}

bool label_read(const atoms *s, uint32_t i, found *out)
{
	uint32_t end;
	switch (s->at[i].kind) {
	case ATOM_WEB:
		if (!any_digit(atom_text(s, i)))
			return false;
		mark(out, i, i + 1, LABEL_URL);
		return true;
	case ATOM_PHONE:
		mark(out, i, i + 1, LABEL_PHONE);
		return true;
	case ATOM_VERSION:
		mark(out, i, i + 1, LABEL_VERSION);
		return true;
	case ATOM_IDENTIFIER: {
		moment m;
		if (period_read(s, i, &m))
			return false;
		mark(out, i, i + 1, slice_find_byte(atom_text(s, i), '-') == SIZE_MAX ? LABEL_NAME : LABEL_IDENTIFIER);
		return true;
	}
	default:
		break;
	}
	const lex_entry *idiom = phrase_at(s, i, s->sets->idiom, &end);
	if (idiom) {
		mark(out, i, end, entry_text(idiom, "why").len ? why_of(idiom) : LABEL_IDIOM);
		return true;
	}
	return signoff_at(s, i, out) || citation_at(s, i, out) || enumerator_at(s, i, out);
}

/* "2-2", "a 9-2 lead", "beat them 3-1". */
static bool is_score(const atoms *s, const found *f, uint32_t *end)
{
	const numeral *n = &f->q.num;
	numeral other;
	uint32_t k = n->end + 1;
	if (!n->bare_digits || !atom_in(s, n->end, s->sets->dash) || atom_glued(s, n->end) != atom_glued(s, k) ||
	    !atom_is(s, k, ATOM_NUMBER))
		return false;
	if (!numeral_digits(s, k, &other) || !other.bare_digits || rational_compare(n->value, rational_int(200)) >= 0 ||
	    rational_compare(other.value, rational_int(200)) >= 0)
		return false;
	unit u;
	if (unit_read(s, k + 1, &other, &u))
		return false;
	*end = k + 1;
	bool told = atom_in(s, k + 1, s->sets->score_after) || (f->first > 0 && atom_in(s, f->first - 1, s->sets->score_before));
	return told || (rational_compare(n->value, other.value) >= 0 && !atom_is_plural(s, k + 1));
}

/* "Type 7s": a letter that is no unit there. */
static bool plural_s(const atoms *s, const found *f)
{
	slice text = atom_text(s, f->q.num.end);
	return f->q.has_unit && f->end == f->q.num.end + 1 && text.len == 1 && (text.ptr[0] == 's' || text.ptr[0] == 't') &&
	       f->q.num.bare_digits;
}

/* "100s", "the 10s of": as many as that, no seconds. */
static bool is_plural_digits(const atoms *s, const found *f)
{
	slice text = atom_text(s, f->q.num.end);
	if (text.len != 1 || text.ptr[0] != 's' || !atom_glued(s, f->q.num.end) || f->q.num.decimal || f->q.num.words)
		return false;
	bool hundreds = rational_is_integer(rational_divide(f->q.num.value, rational_int(100), ROUND_DOWN));
	bool ten = rational_is_integer(rational_divide(f->q.num.value, rational_int(10), ROUND_DOWN));
	bool determined =
		f->first > 0 && (atom_in(s, f->first - 1, s->sets->year_noun) || atom_in(s, f->first - 1, s->sets->year_before));
	return hundreds || (ten && (atom_in(s, f->q.num.end + 1, s->sets->of) || determined));
}

/* A numbered thing before it: "Section 427", "phase 3", "No. 7". */
static label_reason numbered(const atoms *s, const found *f)
{
	uint32_t start;
	const numeral *n = &f->q.num;
	if (f->first == 0 || (f->q.has_unit && !plural_s(s, f)) || n->magnitude || n->base != BASE_NUMBER || n->fraction)
		return LABEL_NONE;
	uint32_t at = f->first;
	if (at > 1 && atom_is_char(s, at - 1, '#') && !atom_glued(s, at - 1))
		return LABEL_IDENTIFIER;
	const lex_entry *sign = phrase_before(s, at, 0, s->sets->number_sign, &start);
	if (sign)
		return entry_text(sign, "why").len ? why_of(sign) : LABEL_IDENTIFIER;
	const lex_entry *e = phrase_before(s, at, 0, s->sets->numbered, &start);
	if (!e || (n->words && !n->lone_one && rational_compare(n->value, rational_int(20)) > 0))
		return LABEL_NONE;
	bool capital = atom_is_capital(s, at - 1);
	if (entry_flag(e, "capital") && !capital)
		return LABEL_NONE;
	if (n->words && !capital && entry_flag(e, "digits"))
		return LABEL_NONE;
	if (entry_flag(e, "always"))
		return why_of(e);
	if (atom_is_plural(s, n->end) && !capital)
		return LABEL_NONE;
	return why_of(e);
}

/* The second of "Figures 2 and 3": joined to a label of that sort. */
static label_reason joined(const atoms *s, const found_list *before, const found *f)
{
	if (before->n == 0 || f->q.has_unit || f->q.num.words || f->q.num.magnitude)
		return LABEL_NONE;
	const found *last = &before->at[before->n - 1];
	label_reason why = last->fig.why;
	if (last->fig.kind != FIGURE_LABEL || last->end >= f->first || f->first - last->end > 2 ||
	    !(why == LABEL_SECTION || why == LABEL_REFERENCE || why == LABEL_LAW || why == LABEL_IDENTIFIER ||
	      why == LABEL_NAME))
		return LABEL_NONE;
	bool several = last->first > 0 && atom_is_plural(s, last->first - 1);
	if ((why == LABEL_IDENTIFIER || why == LABEL_NAME) && !several &&
	    !(atom_in(s, last->end, s->sets->dash) && atom_glued(s, f->first)))
		return LABEL_NONE;
	for (uint32_t i = last->end; i < f->first; i++) {
		if (!atom_in(s, i, s->sets->and) && !atom_is_char(s, i, ',') && !atom_in(s, i, s->sets->dash) &&
		    !atom_in(s, i, s->sets->range_to))
			return LABEL_NONE;
	}
	return atom_is_plural(s, f->q.num.end) ? LABEL_NONE : why;
}

/* "iPhone 11", "COVID-19", "Caspian Antiterror 2020": a number after a capitalised word that is no sentence's beginning. */
static bool ends_name(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = f->first;
	if (at == 0 || (f->q.has_unit && !plural_s(s, f)) || n->words || n->magnitude || n->fraction || n->base != BASE_NUMBER)
		return false;
	if (n->negative)
		return (s->at[at - 1].flags & TOKEN_ALL_CAPS) && !n->decimal && !atom_in(s, at - 1, s->sets->no_name);
	const atom *last = &s->at[at - 1];
	if (atom_in(s, at - 1, s->sets->dash) && atom_glued(s, at) && atom_glued(s, at - 1) && at > 1)
		return (s->at[at - 2].flags & TOKEN_CAPITAL) && s->at[at - 2].kind == ATOM_WORD &&
		       !atom_in(s, at - 2, s->sets->glued_prefix) && !atom_in(s, at - 2, s->sets->function_word);
	bool inner_capital = false;
	slice text = atom_text(s, at - 1);
	for (size_t i = 1; i < text.len; i++)
		inner_capital = inner_capital || (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z');
	if (last->kind != ATOM_WORD || !((last->flags & TOKEN_CAPITAL) || inner_capital))
		return false;
	if (atom_in(s, at - 1, s->sets->no_name) || atom_in(s, at - 1, s->sets->function_word))
		return false;
	if ((last->flags & TOKEN_FIRST) && !(last->flags & TOKEN_ALL_CAPS) && !inner_capital)
		return atom_is_capital(s, n->end);
	if (!n->bare_digits)
		return false;
	bool counts = atom_is_plural(s, n->end) && !atom_is_capital(s, n->end);
	return !counts;
}

/* "787 Dreamliner", "5G", "3M": a number that a capital follows. */
static bool begins_name(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t k = n->end;
	if (f->q.has_unit || n->words || n->magnitude || n->base != BASE_NUMBER || n->fraction || !atom_is(s, k, ATOM_WORD))
		return false;
	return atom_glued(s, k) && !n->ordinal && (unsigned char)s->text.ptr[s->at[k].start] < 0x80;
}

/* "BBC Two", "Six Nations", "First Avenue": a number word written with a capital inside a sentence. */
static bool is_named_word(const atoms *s, const found *f)
{
	uint32_t at = f->first;
	const numeral *n = &f->q.num;
	if (!n->words || n->end != at + 1 || !atom_is_capital(s, at) || (s->at[at].flags & TOKEN_FIRST) || f->q.has_unit ||
	    n->fraction || at == 0)
		return false;
	bool before = atom_is_capital(s, at - 1) && !atom_in(s, at - 1, s->sets->function_word);
	bool after = atom_is_capital(s, at + 1) && !atom_in(s, at + 1, s->sets->function_word);
	bool opened = s->at[at - 1].kind == ATOM_PUNCT && !atom_in(s, at - 1, s->sets->dash);
	return (before || (after && !opened)) && !s->title;
}

/* "... disease (22).": the number of a reference. */
static bool is_reference(const atoms *s, const found *f)
{
	uint32_t at = f->first, end = f->q.num.end;
	if (!f->q.num.bare_digits || at < 2 || !atom_is_char(s, at - 1, '(') || !atom_is_char(s, end, ')') ||
	    atom_text(s, f->q.num.first).len > 3)
		return false;
	bool ends = atom_is_char(s, end + 1, '.') || atom_is_char(s, end + 1, ',') || atom_is_char(s, end + 1, ';');
	return ends && atom_is_content(s, at - 2) && !atom_is_capital(s, at - 2) && !atom_is_plural(s, at - 2);
}

/* "(Smith 2010)", "et al. 2010", "Smith (2010)". */
static bool cites_year(const atoms *s, const found *f)
{
	uint32_t start, at = f->first;
	if (!f->q.num.bare_digits || atom_text(s, f->q.num.first).len != 4 || at == 0)
		return false;
	uint32_t k = at;
	if (atom_is_char(s, k - 1, '(') || atom_is_char(s, k - 1, ','))
		k--;
	return phrase_before(s, k, 0, s->sets->author, &start) != NULL;
}

static bool is_address(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	if (n->words || n->magnitude || n->fraction)
		return false;
	uint32_t stop;
	if (phrase_at(s, n->end, s->sets->number_named, &stop))
		return true;
	bool five = n->end == n->first + 1 && atom_text(s, n->first).len == 5 && !n->decimal;
	bool state = five && n->first > 0 && (s->at[n->first - 1].flags & TOKEN_ALL_CAPS) && atom_text(s, n->first - 1).len == 2;
	return state || (!f->q.has_unit && street_follows(s, n->end));
}

label_reason label_of(const atoms *s, const found_list *before, const found *f, uint32_t *end)
{
	const numeral *n = &f->q.num;
	*end = f->end;
	if (is_named_word(s, f))
		return LABEL_NAME;
	if (n->ordinal || n->base == BASE_VAGUE || n->base == BASE_MULTIPLE || f->q.money_before)
		return LABEL_NONE;
	if (is_score(s, f, end))
		return LABEL_SCORE;
	*end = f->end;
	label_reason why = numbered(s, f);
	if (why == LABEL_NONE)
		why = joined(s, before, f);
	if (why != LABEL_NONE)
		return why;
	if (cites_year(s, f) || is_reference(s, f))
		return LABEL_CITATION;
	if (is_plural_digits(s, f)) {
		*end = n->end + 1;
		return LABEL_IDIOM;
	}
	if (is_address(s, f))
		return LABEL_ADDRESS;
	if (begins_name(s, f)) {
		*end = f->q.num.end + 1;
		return LABEL_NAME;
	}
	return ends_name(s, f) ? LABEL_NAME : LABEL_NONE;
}
