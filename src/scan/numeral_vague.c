/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numerals that only bound a number, and factors told in words. */
#include "scan/numeral.h"

static const lex_entry *scale_at(const atoms *s, uint32_t i)
{
	const lex_set sets[] = {s->sets->scale, s->sets->hundred, s->sets->dozen};
	for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
		if (atom_in(s, i, sets[k]))
			return lexicon_entry(s->lex, s->at[i].word, sets[k]);
	}
	return NULL;
}

/* Takes in the magnitude words that follow: "tens of thousands", "several hundred million", "hundreds of millions". */
static void multiply(const atoms *s, numeral *out)
{
	rational size;
	for (;;) {
		uint32_t k = out->end + atom_in(s, out->end, s->sets->of);
		const lex_entry *e = scale_at(s, k);
		if (!entry_number(e, "value", &size) || (out->magnitude && rational_compare(size, rational_int(1000)) < 0))
			return;
		out->value = rational_multiply(out->value, size, ROUND_DOWN);
		out->high = rational_multiply(out->high, size, ROUND_DOWN);
		out->ulp = rational_multiply(out->ulp, size, ROUND_DOWN);
		out->scale_at = k;
		out->end = k + 1;
		out->magnitude = true;
	}
}

bool numeral_vague(const atoms *s, uint32_t i, numeral *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->vague, &end);
	rational low, high, value;
	if (!e || !entry_number(e, "low", &low) || !entry_number(e, "high", &high))
		return false;
	bool after_noun =
		i > 0 && atom_is_content(s, i - 1) && vocabulary_verb(s->vocab, s->at[i - 1].word) == s->at[i - 1].word;
	if (entry_flag(e, "of") && (!atom_in(s, end, s->sets->of) || after_noun))
		return false;
	*out = (numeral){.first = i,
	                 .end = end,
	                 .base = rational_compare(low, high) == 0 ? BASE_NUMBER : BASE_VAGUE, /* a baker's dozen */
	                 .value = low,
	                 .high = high,
	                 .ulp = rational_int(1),
	                 .of = rational_int(0),
	                 .words = true,
	                 .has_value = entry_number(e, "value", &value),
	                 .scale = rational_int(1),
	                 .scale_at = UINT32_MAX};
	multiply(s, out);
	return out->magnitude || !entry_flag(e, "scaled");
}

/* "doubled", "twice as many". */
bool numeral_multiple(const atoms *s, uint32_t i, numeral *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->multiple, &end);
	rational value;
	if (!e || !entry_number(e, "value", &value) || (entry_flag(e, "compared") && !atom_in(s, end, s->sets->comparison)))
		return false;
	*out = (numeral){.first = i,
	                 .end = end,
	                 .base = BASE_MULTIPLE,
	                 .value = value,
	                 .ulp = rational_int(1),
	                 .has_value = true,
	                 .high = rational_int(0),
	                 .of = rational_int(0),
	                 .words = true,
	                 .scale = rational_int(1),
	                 .scale_at = UINT32_MAX};
	return true;
}

void numeral_times(const atoms *s, numeral *out)
{
	uint32_t k = out->end;
	bool part = out->fraction && rational_compare(out->value, rational_int(1)) < 0;
	if (k >= s->n || part || out->ordinal || (out->base != BASE_NUMBER && out->base != BASE_DOZEN))
		return;
	if (atom_in(s, k, s->sets->dash) && atom_glued(s, k) && atom_text(s, k + 1).len > 2) /* not 1-x */
		k++;
	bool fold = atom_in(s, k, s->sets->fold) && atom_glued(s, k);
	bool factor = out->first > 0 && atom_in(s, out->first - 1, s->sets->times_before);
	bool times = k == out->end && atom_in(s, k, s->sets->times) && (factor || atom_in(s, k + 1, s->sets->comparison));
	if (!fold && !times)
		return;
	out->end = k + 1;
	out->base = BASE_MULTIPLE;
	out->lone_one = out->bare_digits = false;
}
