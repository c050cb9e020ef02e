/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions told from where one stands: the last page, the next one, the last but one. Ordinals without a number. */
#include "scan/label.h"
#include "scan/read_figure.h"

static bool opens_quote(const atoms *s, uint32_t i)
{
	return i > 0 && atom_in(s, i - 1, s->sets->quote) && atom_glued(s, i);
}

/* What stands after it is a single thing of a series: no time, no verb, no number. */
static bool thing_follows(const atoms *s, uint32_t i)
{
	const scan_sets *sets = s->sets;
	uint32_t end;
	if (phrase_at(s, i, sets->vague, &end) || atom_in(s, i, sets->year_before) || atom_in(s, i, sets->no_position))
		return false;
	if (!atom_is_content(s, i) || atom_is_capital(s, i) || atom_in(s, i, sets->unit) || atom_in(s, i, sets->month) ||
	    atom_in(s, i, sets->weekday) || atom_in(s, i, sets->scale) || atom_in(s, i, sets->digit) ||
	    atom_in(s, i, sets->teen) || atom_in(s, i, sets->ten) || atom_in(s, i, sets->hundred) ||
	    atom_in(s, i, sets->dozen) || atom_in(s, i, sets->fraction))
		return false;
	return vocabulary_verb(s->vocab, s->at[i].word) == s->at[i].word;
}

/* A page, a chapter: a part of a work, but no law. */
static bool is_part(const atoms *s, uint32_t i)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->numbered, &end);
	label_reason why = e ? label_why(e) : LABEL_NONE;
	return why == LABEL_SECTION || why == LABEL_REFERENCE;
}

/* After "one": nothing that makes it a number, as in "the last one month", "the last one or two". */
static bool stands_alone(const atoms *s, uint32_t i)
{
	const scan_sets *sets = s->sets;
	if (atom_in(s, i, sets->range_to) || atom_in(s, i, sets->range_or) || atom_in(s, i, sets->dash))
		return false;
	return i >= s->n || s->at[i].kind == ATOM_PUNCT || (atom_in(s, i, sets->function_word) && !atom_in(s, i, sets->unit));
}

bool position_read(const atoms *s, uint32_t i, found *out)
{
	uint32_t end;
	const lex_entry *e = phrase_at(s, i, s->sets->position, &end);
	if (!e)
		return false;
	const lex_entry *one = atom_in(s, end, s->sets->digit) ? lexicon_entry(s->lex, s->at[end].word, s->sets->digit) : NULL;
	rational value;
	bool pronoun =
		entry_number(one, "value", &value) && rational_compare(value, rational_int(1)) == 0 && stands_alone(s, end + 1);
	bool quoted = opens_quote(s, i) && atom_in(s, end, s->sets->quote) && atom_glued(s, end);
	bool numbered = !entry_flag(e, "numbered") || is_part(s, end);
	if (!entry_flag(e, "alone") && !pronoun && !quoted && !(thing_follows(s, end) && numbered))
		return false;
	*out = (found){.first = i, .body = i, .end = pronoun ? end + 1 : end};
	return true;
}
