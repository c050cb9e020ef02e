/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/lead_phrase.h"

enum {
	ASIDE = 5, /* tokens of a bracket between the number and its noun: "two (hidden) fields" */
	PHRASE_WORDS = 5
};

bool lead_is_char(const lead *l, uint32_t i, char c)
{
	if (i >= l->s->token_count)
		return false;
	const token *t = lead_at(l, i);
	return t->end - t->start == 1 && l->doc->doc->text.ptr[t->start] == c;
}

bool lead_is_code(const lead *l, uint32_t i)
{
	return i < l->s->token_count && document_within(l->doc->doc, lead_at(l, i)->start, INLINE_CODE);
}

bool lead_counts_else(const lead *l, uint32_t i)
{
	if (lead_at(l, i)->kind != TOKEN_FIGURE)
		return false;
	const figure *f = &l->doc->scan.figures[lead_at(l, i)->figure];
	bool again = f->has_value && rational_compare(figure_value(f), figure_value(l->c->figure)) == 0;
	bool single = f->has_value && rational_compare(figure_value(f), rational_int(1)) == 0; /* "each in one place" */
	return f->kind == FIGURE_COUNT && !again && !single;
}

bool lead_is_plural(const lead *l, uint32_t i)
{
	const word *k = lead_at(l, i)->word;
	return lead_at(l, i)->kind == TOKEN_WORD && (k->plural || k != vocabulary_noun(l->doc->scan.vocab, k));
}

/* The noun's phrase as the claim has it, where that stands behind the number. */
static bool take_measure(lead *l)
{
	slice phrase = l->c->measure->phrase, text = l->doc->doc->text;
	if (!l->c->measure->head || l->c->elided_from >= 0 || phrase.ptr < text.ptr || phrase.ptr >= text.ptr + text.len)
		return false;
	uint32_t start = (uint32_t)(phrase.ptr - text.ptr), end = start + (uint32_t)phrase.len;
	bool plural = false;
	for (l->after = l->c->token + 1; l->after < l->s->token_count && lead_at(l, l->after)->start < end; l->after++)
		plural |= lead_is_plural(l, l->after);
	l->head = vocabulary_noun(l->doc->scan.vocab, l->c->measure->head);
	return plural && start > lead_at(l, l->c->token)->start;
}

uint32_t lead_past_aside(const lead *l, uint32_t i)
{
	if (!lead_is_char(l, i, '('))
		return i;
	for (uint32_t k = i + 1; k < l->end && k <= i + ASIDE && lead_at(l, k)->kind != TOKEN_FIGURE; k++)
		if (lead_is_char(l, k, ')'))
			return k + 1;
	return i;
}

/* Marks that stand within a phrase: "two light-weight, plain parts", "two \"parts\"". */
static bool is_within_phrase(const lead *l, uint32_t i, uint32_t from)
{
	const token *t = lead_at(l, i);
	if (t->kind != TOKEN_PUNCT)
		return false;
	return lead_in_set(l, i, l->w->quote) ||
	       (i > from && ((!(t->flags & TOKEN_SPACE) && lead_in_set(l, i, l->w->dash)) || lead_in_set(l, i, l->w->comma)));
}

/* Else the first plural behind the number and a few words that are none of grammar. */
static bool take_plural(lead *l)
{
	uint32_t from = lead_past_aside(l, l->c->token + 1), words = 0;
	for (uint32_t i = from; i < l->end && words < PHRASE_WORDS; i++) {
		const token *t = lead_at(l, i);
		if (is_within_phrase(l, i, from) || (i == from && word_in(t->word, l->w->following)))
			continue;
		if (t->kind != TOKEN_WORD || word_in(t->word, l->w->determiner) || word_in(t->word, l->w->preposition) ||
		    word_in(t->word, l->w->finite) || word_in(t->word, l->w->joiner))
			return false;
		words++;
		if (!lead_is_plural(l, i))
			continue;
		l->head = vocabulary_noun(l->doc->scan.vocab, t->word);
		l->after = i + 1;
		return true;
	}
	return false;
}

void lead_find_phrase(lead *l)
{
	if (take_measure(l) || take_plural(l))
		return;
	l->head = NULL;
	l->after = l->c->token + 1;
}

bool lead_find_stages(lead *l)
{
	uint32_t i = l->c->token + 2, words = 0;
	if (!lead_in_set(l, i, l->w->stage))
		return false;
	l->head = vocabulary_noun(l->doc->scan.vocab, lead_at(l, i)->word);
	for (i++; i < l->end && words < PHRASE_WORDS && lead_at(l, i)->kind == TOKEN_WORD; i++, words++) {
		const word *k = lead_at(l, i)->word;
		if (word_in(k, l->w->preposition) || word_in(k, l->w->finite) || word_in(k, l->w->joiner))
			break;
	}
	l->after = i;
	return words > 0 && words < PHRASE_WORDS;
}
