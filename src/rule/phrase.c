/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/phrase.h"

enum { LABEL_PARTS = 8 };

const lex_entry *phrase_of_label(const scan *sc, const token *k)
{
	if (k->figure < 0 || sc->figures[k->figure].kind != FIGURE_LABEL)
		return NULL;
	slice parts[LABEL_PARTS];
	size_t n = lexicon_split(document_text(sc->doc, k->start, k->end), parts, LABEL_PARTS);
	const lex_step *at = n <= LABEL_PARTS ? lexicon_root(sc->lex) : NULL;
	for (size_t i = 0; at && i < n; i++)
		at = lexicon_step(sc->lex, at, vocabulary_word(sc->vocab, parts[i]));
	return at && n ? lexicon_entries(at) : NULL;
}

static bool among(const lex_entry *e, lex_set which)
{
	for (; e; e = lexicon_next(e)) {
		if (e->set == which)
			return true;
	}
	return false;
}

uint32_t phrase_length(const scan *sc, const sentence *s, uint32_t i, lex_set which)
{
	if (i >= s->token_count)
		return 0;
	if (which && s->tokens[i].kind == TOKEN_FIGURE)
		return among(phrase_of_label(sc, &s->tokens[i]), which);
	const word *first = s->tokens[i].word;
	uint32_t longest = word_in(first, which) ? 1 : 0;
	if (!which || !first || !first->opens)
		return longest;
	const lex_step *at = lexicon_step(sc->lex, lexicon_root(sc->lex), first);
	for (uint32_t k = i + 1; at && k < s->token_count && s->tokens[k].word && s->tokens[k].word->known; k++) {
		at = lexicon_step(sc->lex, at, s->tokens[k].word);
		if (at && among(lexicon_entries(at), which))
			longest = k - i + 1;
	}
	return longest;
}

bool phrase_stands(const scan *sc, const sentence *s, uint32_t from, uint32_t to, lex_set which)
{
	for (uint32_t i = from; which && i < to && i < s->token_count; i++) {
		if (phrase_length(sc, s, i, which))
			return true;
	}
	return false;
}
