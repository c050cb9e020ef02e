/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Magnitude words after any numeral: 2.5 million, half a million, $3bn. */
#include "scan/numeral.h"
#include "scan/unit.h"

/* Whether what a magnitude counts follows atom i: "11m voters", "11m registered users", "35m of its devices". What is told
 * by its length does not, "60m hurdles". */
static bool counted_after(const atoms *s, uint32_t first, uint32_t i)
{
	enum { REACH = 4 };
	uint32_t k = i;
	if (atom_in(s, i, s->sets->of)) {
		bool length = first > 0 && atom_in(s, first - 1, s->sets->length_before); /* within 200m of their homes */
		if (length || !atom_in(s, i + 1, s->sets->hedge_determiner))
			return false;
		for (k = i + 2; k < i + 2 + REACH && atom_is_content(s, k); k++) {
			if (atom_is_plural(s, k))
				return true;
		}
		return false;
	}
	bool qualified = atom_in(s, i, s->sets->counted_adjective) || (atom_is_capital(s, i) && !s->title);
	if (qualified && atom_is_plural(s, i + 1)) /* "11m new voters", "2m Arden lamps" */
		return !atom_in(s, i + 1, s->sets->no_magnitude);
	if (atom_is_plural(s, i))
		return !atom_in(s, i, s->sets->no_magnitude);
	for (; k < i + REACH && atom_is_content(s, k) && !atom_in(s, k, s->sets->unit_size); k++) {
		if (atom_in(s, k, s->sets->unit_heads) && atom_is_plural(s, k))
			return true;
	}
	return false;
}

/* "a 10k race": so many kilometres. A count would be told with a plural. */
static bool is_distance(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->no_magnitude) && !atom_is_plural(s, i) &&
	       entry_flag(lexicon_entry(s->lex, s->at[i].word, s->sets->no_magnitude), "race");
}

/* "1,674,200.5 M" where the text ends. */
static bool ends_in_letter(const atoms *s, uint32_t i, const numeral *n)
{
	return i + 1 >= s->n && !n->bare_digits && !n->words && !s->in_table &&
	       rational_compare(n->value, rational_int(1000)) >= 0;
}

/* "worth 1.43m", "drew 1.4m visitors, against 1.2m in May": what is told in millions before, money or many things. */
static bool told_before(const atoms *s, uint32_t first)
{
	enum { NEAR = 5, FAR = 24 };
	unit money;
	bool letter = false;
	for (uint32_t k = first, n = 0; k-- > 0 && n < FAR; n++) {
		if ((n < NEAR || letter) && atom_in(s, k, s->sets->told_in_millions))
			return true;
		bool here = atom_is(s, k, ATOM_NUMBER) && atom_in(s, k + 1, s->sets->scale_letter) && atom_glued(s, k + 1);
		letter = letter || here;
		if (here && ((k > 0 && currency_read(s, k - 1, &money)) || counted_after(s, k, k + 2)))
			return true;
	}
	return false;
}

/* "1.2m deep", "2m x 3m", "4m²": a length all the same. */
static bool tells_length(const atoms *s, uint32_t i)
{
	return atom_is_content(s, i) || (i < s->n && atom_glued(s, i) && s->at[i].kind != ATOM_PUNCT) ||
	       atom_is(s, i, ATOM_NUMBER);
}

static const lex_entry *scale_letter(const atoms *s, uint32_t i, bool money, const numeral *n)
{
	const lex_entry *e =
		atom_in(s, i, s->sets->scale_letter) ? lexicon_entry(s->lex, s->at[i].word, s->sets->scale_letter) : NULL;
	if (!e || atom_is_char(s, i + 1, '/'))
		return NULL;
	slice text = atom_text(s, i);
	bool mixed = text.len > 1 && text.ptr[0] >= 'a' && text.ptr[text.len - 1] <= 'Z'; /* "1mM" */
	bool glued = atom_glued(s, i), capital = atom_is_capital(s, i);
	if (mixed)
		return NULL;
	if (entry_flag(e, "ends"))
		return capital || atom_is_content(s, i + 1) || rational_compare(n->value, rational_int(1000)) >= 0 ? NULL : e;
	if (money)
		return glued || !entry_flag(e, "glued") ? e : NULL;
	if (is_distance(s, i + 1))
		return NULL;
	bool million = glued && entry_flag(e, "capital") && !tells_length(s, i + 1) && told_before(s, n->first);
	if (entry_flag(e, "money") && !(capital && entry_flag(e, "capital")) && !million &&
	    !(glued && counted_after(s, n->first, i + 1)))
		return NULL;
	return glued || (capital && (atom_is_plural(s, i + 1) || (entry_flag(e, "capital") && ends_in_letter(s, i, n)))) ? e
	                                                                                                                 : NULL;
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

uint32_t numeral_scale_end(const atoms *s, const lex_entry *e, uint32_t i)
{
	bool stop = entry_flag(e, "stop") && atom_is_char(s, i, '.') && atom_glued(s, i) && i + 1 < s->n;
	return stop ? i + 1 : i;
}

void numeral_scale(const atoms *s, bool money, numeral *out)
{
	rational scale;
	if (out->ordinal)
		return;
	numeral part;
	if (!out->words && !out->fraction && !out->decimal && numeral_and_fraction(s, out->end, &part) &&
	    !atom_in(s, part.end, s->sets->of))
		numeral_add_fraction(s, out);
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
			e = scale_letter(s, i, money, out);
		if (!e || !entry_number(e, "value", &scale) || (dozen && k > 0))
			return;
		multiply_by(out, scale, numeral_scale_end(s, e, i + 1));
		if (dozen) {
			out->base = BASE_DOZEN;
			out->ulp = rational_int(1);
			return;
		}
		out->magnitude = out->magnitude || rational_compare(scale, rational_int(1000)) >= 0;
		out->fraction = out->decimal = false;
		if (!out->magnitude)
			out->ulp = rational_int(1);
		else if (!out->words && numeral_and_fraction(s, out->end, &part))
			numeral_add_fraction(s, out);
	}
}
