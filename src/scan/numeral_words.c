/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number words. Hundreds are gathered in a group, which a magnitude word closes: two hundred and four | thousand | and five. */
#include "scan/numeral.h"

typedef struct wordy { /* a number as its words come */
	const atoms *s;
	uint32_t at;    /* the next atom */
	int64_t group;  /* under a magnitude word; -1: nothing yet */
	rational total; /* of the groups closed */
	rational scale; /* of the last magnitude word, 0: none */
	bool any, ordinal, after_scale, dozen, year;
	uint32_t scale_at;
} wordy;

static int64_t whole_value(const lex_entry *e)
{
	rational r;
	return entry_number(e, "value", &r) && rational_is_integer(r) ? (int64_t)r.num : 0;
}

static const lex_entry *entry_at(const wordy *w, uint32_t i, lex_set which)
{
	return atom_in(w->s, i, which) ? lexicon_entry(w->s->lex, w->s->at[i].word, which) : NULL;
}

static bool is_low(const wordy *w, uint32_t i) /* one to ninety */
{
	const scan_sets *sets = w->s->sets;
	return atom_in(w->s, i, sets->digit) || atom_in(w->s, i, sets->teen) || atom_in(w->s, i, sets->ten);
}

static bool is_number_word(const wordy *w, uint32_t i)
{
	const scan_sets *sets = w->s->sets;
	return is_low(w, i) || atom_in(w->s, i, sets->hundred) || atom_in(w->s, i, sets->scale) ||
	       atom_in(w->s, i, sets->dozen) || atom_in(w->s, i, sets->ordinal);
}

static bool group_open(const wordy *w) /* ready for a number under a hundred */
{
	return w->group < 0 || (w->group >= 100 && w->group % 100 == 0);
}

static void group_add(wordy *w, int64_t n)
{
	w->group = (w->group < 0 ? 0 : w->group) + n;
	w->after_scale = false;
	w->any = true;
	w->at++;
}

/* One word of one to ninety-nine; false if it does not go on from what came. */
static bool take_low(wordy *w)
{
	const lex_entry *digit = entry_at(w, w->at, w->s->sets->digit), *ten = entry_at(w, w->at, w->s->sets->ten);
	int64_t n = whole_value(digit ? digit : ten ? ten : entry_at(w, w->at, w->s->sets->teen));
	bool after_ten = w->group % 100 >= 20 && w->group % 10 == 0;
	if (digit && n > 0 && w->group > 0 && after_ten) {
		group_add(w, n);
		return true;
	}
	/* 1999 and 2018 as they are said */
	if (!digit && w->group >= 11 && w->group <= 20 && !w->year && rational_sign(w->total) == 0) {
		w->year = true;
		w->group *= 100;
		group_add(w, n);
		return true;
	}
	if (!group_open(w) || (n == 0 && w->any))
		return false;
	group_add(w, n);
	return true;
}

static bool take_hundred(wordy *w)
{
	if (w->group == 0 || w->group > 99 || (w->group < 0 && w->any))
		return false;
	w->group = (w->group < 0 ? 1 : w->group) * 100;
	w->any = true;
	w->at++;
	return true;
}

static bool take_scale(wordy *w, const lex_entry *e)
{
	rational scale;
	if (!entry_number(e, "value", &scale) || (!w->any && entry_flag(e, "plural")) || w->group == 0)
		return false;
	bool smaller = rational_sign(w->scale) == 0 || rational_compare(scale, w->scale) < 0;
	if (w->group < 0 && w->any) { /* a thousand million */
		if (!w->after_scale)
			return false;
		w->total = rational_multiply(w->total, scale, ROUND_DOWN);
	} else {
		if (!smaller)
			return false;
		rational more = rational_multiply(rational_int(w->group < 0 ? 1 : w->group), scale, ROUND_DOWN);
		w->total = rational_add(w->total, more, ROUND_DOWN);
	}
	w->scale = scale;
	w->group = -1;
	w->any = w->after_scale = true;
	w->scale_at = w->at++;
	return true;
}

/* After "and": a smaller number, no second one as great as the first: "two hundred and three hundred" are two. */
static bool take_and(wordy *w)
{
	bool after = (w->group >= 100 && w->group % 100 == 0) || (w->group < 0 && w->after_scale);
	uint32_t next = w->at + 1;
	if (!after || !is_low(w, next))
		return false;
	uint32_t i = next;
	while (is_low(w, i) || (atom_in(w->s, i, w->s->sets->dash) && is_low(w, i + 1)))
		i++;
	const lex_entry *scale = entry_at(w, i, w->s->sets->scale);
	rational size;
	if (w->group >= 100 && atom_in(w->s, i, w->s->sets->hundred))
		return false;
	if (scale && w->group < 0 && (!entry_number(scale, "value", &size) || rational_compare(size, w->scale) >= 0))
		return false;
	if (atom_in(w->s, i, w->s->sets->fraction) && !atom_in(w->s, i, w->s->sets->ordinal))
		return false; /* a hundred and three quarters */
	w->at = next;
	return true;
}

static bool take_ordinal(wordy *w)
{
	const lex_entry *e = entry_at(w, w->at, w->s->sets->ordinal);
	int64_t n = whole_value(e);
	bool after_ten = w->group % 100 >= 20 && w->group % 10 == 0 && n < 10;
	if (n >= 100) { /* two hundredth, three thousandth */
		if (w->group == 0 || (!w->any && entry_flag(e, "plural")))
			return false;
		w->group = (w->group < 0 ? 1 : w->group) * n;
		w->at++;
	} else {
		if (!group_open(w) && !after_ten)
			return false;
		group_add(w, n);
	}
	return w->ordinal = w->any = true;
}

static bool take_word(wordy *w)
{
	const scan_sets *sets = w->s->sets;
	const lex_entry *e;
	if (is_low(w, w->at))
		return take_low(w);
	if (atom_in(w->s, w->at, sets->hundred))
		return take_hundred(w);
	if ((e = entry_at(w, w->at, sets->scale)))
		return take_scale(w, e);
	if (atom_in(w->s, w->at, sets->ordinal))
		return take_ordinal(w);
	if ((e = entry_at(w, w->at, sets->dozen))) {
		if (w->group == 0 || (!w->any && entry_flag(e, "plural")))
			return false;
		int64_t low = w->group < 0 ? 1 : w->group % 100 ? w->group % 100 : w->group;
		w->group = low * whole_value(e) + (w->group < 0 ? 0 : w->group - low);
		w->at++;
		return w->dozen = w->any = true;
	}
	return false;
}

static void take_words(wordy *w)
{
	while (w->at < w->s->n && !w->ordinal && !w->dozen) {
		uint32_t before = w->at;
		bool dash = w->any && atom_in(w->s, w->at, w->s->sets->dash) && is_number_word(w, w->at + 1);
		if (dash && (atom_glued(w->s, w->at) != atom_glued(w->s, w->at + 1)))
			return;
		if (dash)
			w->at++;
		else if (w->any && atom_in(w->s, w->at, w->s->sets->and) && take_and(w))
			continue;
		if (!take_word(w)) {
			w->at = before;
			return;
		}
	}
}

/* "one point three", "nought point five": digits one by one. */
static bool take_point(const wordy *w, rational *value, rational *ulp, uint32_t *end)
{
	uint32_t i = w->at + 1;
	rational ten = rational_int(10), place = rational_int(1);
	numeral digits;
	if (!atom_in(w->s, w->at, w->s->sets->point))
		return false;
	if (atom_is(w->s, i, ATOM_NUMBER) && numeral_digits(w->s, i, &digits) && !digits.decimal) {
		uint32_t places = w->s->at[i].end - w->s->at[i].start;
		for (uint32_t k = 0; k < places; k++)
			place = rational_divide(place, ten, ROUND_DOWN);
		*value = rational_add(*value, rational_multiply(digits.value, place, ROUND_DOWN), ROUND_DOWN);
		i++;
	} else {
		for (; atom_in(w->s, i, w->s->sets->digit); i++) {
			place = rational_divide(place, ten, ROUND_DOWN);
			rational digit = rational_int(whole_value(entry_at(w, i, w->s->sets->digit)));
			*value = rational_add(*value, rational_multiply(digit, place, ROUND_DOWN), ROUND_DOWN);
		}
	}
	*ulp = place;
	*end = i;
	return i > w->at + 1;
}

static bool plain_words(const atoms *s, uint32_t i, numeral *out)
{
	wordy w = {.s = s, .at = i, .group = -1, .total = rational_int(0), .scale = rational_int(0), .scale_at = UINT32_MAX};
	bool article = atom_in(s, i, s->sets->article);
	if (article) {
		w.at++;
		if (!atom_in(s, w.at, s->sets->hundred) && !atom_in(s, w.at, s->sets->scale) && !atom_in(s, w.at, s->sets->dozen))
			return false;
	}
	take_words(&w);
	if (!w.any && !atom_in(s, w.at, s->sets->point))
		return false;
	rational value = rational_add(w.total, rational_int(w.group < 0 ? 0 : w.group), ROUND_DOWN), ulp = rational_int(1);
	uint32_t end = w.at;
	bool pointed = !w.ordinal && !w.dozen && (w.any || i == 0) && take_point(&w, &value, &ulp, &end);
	if (!w.any && !pointed)
		return false;
	bool scaled = w.group < 0 && w.after_scale && rational_sign(w.scale) > 0;
	*out = (numeral){.first = i,
	                 .end = end,
	                 .base = w.dozen ? BASE_DOZEN : BASE_NUMBER,
	                 .value = value,
	                 .ulp = scaled ? w.scale : ulp,
	                 .high = rational_int(0),
	                 .of = rational_int(0),
	                 .has_value = true,
	                 .words = true,
	                 .decimal = pointed,
	                 .ordinal = w.ordinal,
	                 .magnitude = scaled,
	                 .bare_digits = w.year,
	                 .scale = scaled ? w.scale : rational_int(1),
	                 .scale_at = scaled ? w.scale_at : UINT32_MAX};
	out->lone_one = !article && end == i + 1 && rational_compare(value, rational_int(1)) == 0 && !w.ordinal;
	return true;
}

/* Fractions of words. */

/* The denominator word at atom i, with or without a hyphen before it. */
static const lex_entry *denominator_at(const atoms *s, uint32_t i, uint32_t *end)
{
	uint32_t k = i;
	if (i > 0 && atom_in(s, k, s->sets->dash) && atom_glued(s, k) == atom_glued(s, k + 1))
		k++;
	const lex_entry *e = atom_in(s, k, s->sets->fraction) ? lexicon_entry(s->lex, s->at[k].word, s->sets->fraction) : NULL;
	*end = k + 1;
	return e;
}

/* "a third person", "the fourth quarter": the word counts in order there. After a fraction comes no noun. */
static bool noun_follows(const atoms *s, uint32_t i)
{
	if (!atom_is_content(s, i))
		return false;
	const word *w = s->at[i].word;
	return vocabulary_verb(s->vocab, w) == w;
}

static bool is_fraction(const atoms *s, const lex_entry *e, bool counted, rational top, uint32_t end)
{
	if (entry_flag(e, "plural"))
		return counted && rational_is_integer(top) && rational_sign(top) > 0;
	if (counted)
		return rational_compare(top, rational_int(1)) == 0;
	return !entry_flag(e, "ordinal") || !noun_follows(s, end);
}

static bool scale_follows(const atoms *s, uint32_t i)
{
	if (atom_in(s, i, s->sets->dash))
		i++;
	if (atom_in(s, i, s->sets->of) && atom_in(s, i + 1, s->sets->article))
		return true;
	return atom_in(s, i, s->sets->scale) || (atom_in(s, i - 1, s->sets->dash) && atom_in(s, i, s->sets->unit));
}

/* Top / denominator: "two-thirds", "a quarter", "half". `counted`: a numeral stands before; else an article or nothing. */
static bool fraction_words(const atoms *s, uint32_t first, uint32_t i, const numeral *counted, numeral *out)
{
	rational den, top = counted ? counted->value : rational_int(1);
	uint32_t end;
	const lex_entry *e = denominator_at(s, i, &end);
	if (!e || !entry_number(e, "value", &den) || !is_fraction(s, e, counted != NULL, top, end))
		return false;
	bool alone = !counted && first == i;
	if (alone && !entry_flag(e, "alone") && !scale_follows(s, end))
		return false;
	*out = (numeral){.first = first,
	                 .end = end,
	                 .base = BASE_FRACTION,
	                 .value = rational_divide(top, den, ROUND_DOWN),
	                 .ulp = rational_divide(rational_int(1), den, ROUND_DOWN),
	                 .high = rational_int(0),
	                 .of = rational_int(0),
	                 .has_value = true,
	                 .words = !counted || counted->words,
	                 .fraction = true,
	                 .decimal = true,
	                 .scale = rational_int(1),
	                 .scale_at = UINT32_MAX};
	return true;
}

static bool lone_fraction(const atoms *s, uint32_t i, numeral *out)
{
	numeral top;
	if (atom_in(s, i, s->sets->article) && fraction_words(s, i, i + 1, NULL, out))
		return true;
	if (plain_words(s, i, &top) && !top.ordinal && !top.decimal && fraction_words(s, i, top.end, &top, out))
		return true;
	return fraction_words(s, i, i, NULL, out);
}

/* "two and a half", "5 and three quarters": what comes after the whole number. */
static bool and_fraction(const atoms *s, uint32_t i, numeral *part)
{
	if (!atom_in(s, i, s->sets->and))
		return false;
	uint32_t k = i + 1, end;
	if (lone_fraction(s, k, part))
		return rational_compare(part->value, rational_int(1)) < 0;
	const lex_entry *e = denominator_at(s, k, &end);
	return e && !entry_flag(e, "ordinal") && !entry_flag(e, "plural") && fraction_words(s, k - 1, k, NULL, part);
}

static void add_and_fraction(const atoms *s, numeral *out)
{
	numeral part;
	if (out->ordinal || out->decimal || out->fraction || out->base == BASE_DOZEN || !and_fraction(s, out->end, &part))
		return;
	bool of_more = atom_in(s, part.end, s->sets->of);
	if (of_more)
		return;
	rational unit = out->magnitude && out->ulp.den ? out->ulp : rational_int(1), own;
	const lex_entry *scale =
		atom_in(s, part.end, s->sets->scale) ? lexicon_entry(s->lex, s->at[part.end].word, s->sets->scale) : NULL;
	if (out->magnitude && entry_number(scale, "value", &own) &&
	    rational_compare(own, unit) < 0) { /* two billion and half a million */
		unit = own;
		part.end++;
	}
	out->value = rational_add(out->value, rational_multiply(part.value, unit, ROUND_DOWN), ROUND_DOWN);
	out->ulp = out->magnitude ? rational_divide(unit, rational_int(10), ROUND_UP) : part.ulp;
	out->end = part.end;
	out->decimal = out->fraction = !out->magnitude;
	out->lone_one = out->bare_digits = false;
}

bool numeral_words(const atoms *s, uint32_t i, numeral *out)
{
	if (!atom_is(s, i, ATOM_WORD) && !atom_is(s, i, ATOM_NUMBER))
		return false;
	numeral fraction, whole;
	bool is_part = lone_fraction(s, i, &fraction), is_whole = plain_words(s, i, &whole);
	if (is_part &&
	    (!is_whole || fraction.end > whole.end || (fraction.end == whole.end && !atom_in(s, i, s->sets->ordinal)))) {
		*out = fraction;
		return true;
	}
	if (!is_whole)
		return false;
	*out = whole;
	add_and_fraction(s, out);
	return true;
}

/* Magnitude words after any numeral. */

static const lex_entry *scale_letter(const atoms *s, uint32_t i, bool money)
{
	const lex_entry *e =
		atom_in(s, i, s->sets->scale_letter) ? lexicon_entry(s->lex, s->at[i].word, s->sets->scale_letter) : NULL;
	if (!e || atom_is_char(s, i + 1, '/'))
		return NULL;
	bool glued = atom_glued(s, i);
	if (money)
		return glued || !entry_flag(e, "glued") ? e : NULL;
	if (entry_flag(e, "money") && !(atom_is_capital(s, i) && entry_flag(e, "capital")) &&
	    !(glued && atom_is_plural(s, i + 1)))
		return NULL;
	return glued || (atom_is_capital(s, i) && atom_is_plural(s, i + 1)) ? e : NULL;
}

static void multiply_by(numeral *out, rational scale, uint32_t end)
{
	out->value = rational_multiply(out->value, scale, ROUND_DOWN);
	/* half a million: told to a tenth of it */
	out->ulp = rational_multiply(out->fraction ? rational_of(1, 10) : out->ulp, scale, ROUND_DOWN);
	out->high = rational_multiply(out->high, scale, ROUND_DOWN);
	out->scale = rational_multiply(out->scale, scale, ROUND_DOWN);
	out->scale_at = end - 1;
	out->end = end;
	out->bare_digits = out->lone_one = false;
	if (out->base != BASE_VAGUE)
		out->base = BASE_NUMBER;
}

void numeral_scale(const atoms *s, bool money, numeral *out)
{
	rational scale;
	if (out->ordinal)
		return;
	numeral part;
	if (!out->words && !out->fraction && !out->decimal && and_fraction(s, out->end, &part) &&
	    !atom_in(s, part.end, s->sets->of))
		add_and_fraction(s, out);
	for (int k = 0; k < 3; k++) {
		uint32_t i = out->end;
		if (out->fraction && atom_in(s, i, s->sets->of) && atom_in(s, i + 1, s->sets->article))
			i++;
		if (out->fraction && atom_in(s, i, s->sets->article))
			i++;
		if (atom_in(s, i, s->sets->dash) && atom_glued(s, i) && atom_glued(s, i + 1))
			i++;
		const lex_set sets[] = {s->sets->scale, s->sets->hundred, s->sets->dozen};
		const lex_entry *e = NULL;
		for (size_t n = 0; n < 3 && !e; n++)
			e = atom_in(s, i, sets[n]) ? lexicon_entry(s->lex, s->at[i].word, sets[n]) : NULL;
		bool dozen = e && e->set == s->sets->dozen;
		if (!e && i == out->end)
			e = scale_letter(s, i, money);
		if (!e || !entry_number(e, "value", &scale) || (dozen && k > 0))
			return;
		multiply_by(out, scale, i + 1);
		if (dozen) {
			out->base = BASE_DOZEN;
			out->ulp = rational_int(1);
			return;
		}
		out->magnitude = out->magnitude || rational_compare(scale, rational_int(1000)) >= 0;
		out->fraction = out->decimal = false;
		if (!out->magnitude)
			out->ulp = rational_int(1);
		else if (!out->words && and_fraction(s, out->end, &part))
			add_and_fraction(s, out);
	}
}
