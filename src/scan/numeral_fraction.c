/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fractions of words: two-thirds, a quarter, three twenty-fifths, two and a half. */
#include "scan/numeral.h"

typedef struct denominator { /* what a fraction is over */
	rational value;
	bool plural;  /* only after a number: thirds */
	bool ordinal; /* the word tells an order as well: third */
	bool alone;   /* needs neither a number nor an article before it: half */
	bool either;  /* the form of one and of several */
	bool joined;  /* needs its unit or magnitude directly after it */
	bool words;   /* goes with a number in words only: "3 quarters" are a time */
	uint32_t end;
} denominator;

static const lex_entry *entry_at(const atoms *s, uint32_t i, lex_set which)
{
	return atom_in(s, i, which) ? lexicon_entry(s->lex, s->at[i].word, which) : NULL;
}

static bool glued_dash(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->dash) && atom_glued(s, i) && atom_glued(s, i + 1);
}

static bool under(rational r, int64_t most)
{
	return rational_compare(r, rational_int(most)) < 0;
}

/* "twenty-fifth", "twenty fifths", "ten-thousandth": the tens or the number that the last word goes on from. */
static bool compound_at(const atoms *s, uint32_t i, denominator *out)
{
	rational head, tail;
	bool dash = glued_dash(s, i + 1);
	const lex_entry *ten = entry_at(s, i, s->sets->ten), *e = entry_at(s, i + 1 + dash, s->sets->fraction);
	const lex_entry *times = ten ? NULL : entry_at(s, i, s->sets->hundred);
	if (!ten && !times)
		times = entry_at(s, i, s->sets->teen);
	if (!e || !entry_number(ten ? ten : times, "value", &head) || !entry_number(e, "value", &tail) ||
	    (!dash && (times || entry_flag(e, "joined"))))
		return false;
	if (ten && !under(tail, 10))
		return false;
	if (times && under(tail, 1000))
		return false;
	*out = (denominator){.value = ten ? rational_add(head, tail, ROUND_DOWN) : rational_multiply(head, tail, ROUND_DOWN),
	                     .plural = entry_flag(e, "plural"),
	                     .ordinal = true,
	                     .end = i + 2 + dash};
	return true;
}

/* The denominator at atom i, with or without a hyphen before it. */
static bool denominator_at(const atoms *s, uint32_t i, denominator *out)
{
	uint32_t k = i;
	if (i > 0 && atom_in(s, k, s->sets->dash) && atom_glued(s, k) == atom_glued(s, k + 1))
		k++;
	const lex_entry *e = entry_at(s, k, s->sets->fraction);
	if (!e || entry_flag(e, "compound"))
		return k == i && compound_at(s, k, out);
	*out = (denominator){.plural = entry_flag(e, "plural"),
	                     .ordinal = entry_flag(e, "ordinal"),
	                     .alone = entry_flag(e, "alone"),
	                     .words = entry_flag(e, "words"),
	                     .either = entry_flag(e, "either"),
	                     .joined = entry_flag(e, "before-unit"),
	                     .end = k + 1};
	return entry_number(e, "value", &out->value);
}

bool numeral_denominator(const atoms *s, uint32_t i, rational *value, bool *plural, uint32_t *end)
{
	denominator d;
	if (!denominator_at(s, i, &d))
		return false;
	*value = d.value;
	*plural = d.plural;
	*end = d.end;
	return true;
}

/* "a third person", "the fourth quarter": the word counts in order there. After a fraction comes no noun. */
static bool noun_follows(const atoms *s, uint32_t i)
{
	if (!atom_is_content(s, i))
		return false;
	const word *w = s->at[i].word;
	return vocabulary_verb(s->vocab, w) == w || word_in(w, s->sets->no_gerund); /* "a third reading" */
}

static bool is_fraction(const atoms *s, const denominator *d, const numeral *counted)
{
	if (d->plural || (d->either && counted))
		return counted && rational_is_integer(counted->value) && rational_sign(counted->value) > 0 &&
		       (counted->words || !d->words);
	if (counted)
		return counted->words && rational_compare(counted->value, rational_int(1)) == 0;
	return !d->ordinal || !noun_follows(s, d->end);
}

static bool scale_follows(const atoms *s, uint32_t i)
{
	if (atom_in(s, i, s->sets->dash))
		i++;
	if (atom_in(s, i, s->sets->of) && atom_in(s, i + 1, s->sets->article))
		return true;
	return atom_in(s, i, s->sets->scale) || (atom_in(s, i - 1, s->sets->dash) && atom_in(s, i, s->sets->unit));
}

static bool unit_follows(const atoms *s, uint32_t i)
{
	if (glued_dash(s, i))
		i++;
	return atom_in(s, i, s->sets->unit) || atom_in(s, i, s->sets->scale) || atom_in(s, i, s->sets->hundred) ||
	       atom_in(s, i, s->sets->dozen) || atom_in(s, i, s->sets->currency);
}

/* Top / denominator: "two-thirds", "a quarter", "half". `counted`: a numeral stands before; else an article or nothing. */
static bool fraction_words(const atoms *s, uint32_t first, uint32_t i, const numeral *counted, numeral *out)
{
	denominator d;
	if (!denominator_at(s, i, &d) || !is_fraction(s, &d, counted))
		return false;
	if (d.joined && !unit_follows(s, d.end))
		return false;
	bool alone = !counted && first == i;
	if (alone && !d.alone && !scale_follows(s, d.end))
		return false;
	*out = (numeral){.first = first,
	                 .end = d.end,
	                 .base = BASE_FRACTION,
	                 .value = rational_divide(counted ? counted->value : rational_int(1), d.value, ROUND_DOWN),
	                 .ulp = rational_divide(rational_int(1), d.value, ROUND_DOWN),
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

/* A fraction whose upper part is a number in words. "One hundred thirty-fifths" are so many of 35, "twenty twenty fifths"
 * are 20 of 25: the tens belong to what they are divided by. */
static bool counted_fraction(const atoms *s, uint32_t i, numeral *out)
{
	numeral top, upper;
	denominator d;
	if (!numeral_whole(s, i, s->n, &top) || top.ordinal || top.decimal)
		return false;
	uint32_t last = top.end - 1;
	bool joined = glued_dash(s, top.end) && atom_in(s, top.end + 1, s->sets->fraction);
	if (last > i && atom_in(s, last, s->sets->ten) && (joined || top.bare_digits) && compound_at(s, last, &d))
		return numeral_whole(s, i, last, &upper) && upper.end == last && fraction_words(s, i, last, &upper, out);
	return !top.bare_digits && fraction_words(s, i, top.end, &top, out);
}

static bool lone_fraction(const atoms *s, uint32_t i, numeral *out)
{
	if (atom_in(s, i, s->sets->article) && fraction_words(s, i, i + 1, NULL, out))
		return true;
	return counted_fraction(s, i, out) || fraction_words(s, i, i, NULL, out);
}

bool numeral_over_words(const atoms *s, numeral *out)
{
	numeral whole = *out;
	return whole.bare_digits && fraction_words(s, whole.first, whole.end, &whole, out);
}

/* "two and a half", "5 and three quarters": what comes after the whole number. */
bool numeral_and_fraction(const atoms *s, uint32_t i, numeral *part)
{
	bool joined = glued_dash(s, i) && glued_dash(s, i + 2); /* two-and-a-half */
	i += joined;
	if (!atom_in(s, i, s->sets->and))
		return false;
	uint32_t k = i + 1 + joined;
	denominator d;
	if (lone_fraction(s, k, part))
		return rational_compare(part->value, rational_int(1)) < 0;
	return denominator_at(s, k, &d) && !d.ordinal && !d.plural && fraction_words(s, k - 1, k, NULL, part);
}

void numeral_add_fraction(const atoms *s, numeral *out)
{
	numeral part;
	if (out->ordinal || out->decimal || out->fraction || out->base == BASE_DOZEN ||
	    !numeral_and_fraction(s, out->end, &part))
		return;
	bool of_more = atom_in(s, part.end, s->sets->of);
	if (of_more)
		return;
	rational unit = out->magnitude && out->ulp.den ? out->ulp : rational_int(1), own;
	const lex_entry *scale = entry_at(s, part.end, s->sets->scale);
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
	if (i >= s->n || !(word_mark(s->sets->marks, s->at[i].word) & ATOM_MAY_COUNT))
		return false;
	if (s->at[i].kind != ATOM_WORD && s->at[i].kind != ATOM_NUMBER)
		return false;
	numeral fraction, whole;
	bool is_part = lone_fraction(s, i, &fraction), is_whole = numeral_whole(s, i, s->n, &whole);
	if (is_part &&
	    (!is_whole || fraction.end > whole.end || (fraction.end == whole.end && !atom_in(s, i, s->sets->ordinal)))) {
		*out = fraction;
		return true;
	}
	if (!is_whole)
		return false;
	*out = whole;
	numeral_add_fraction(s, out);
	return true;
}
