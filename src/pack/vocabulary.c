/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/words.h"

struct vocabulary {
	arena *arena;
	const lexicon *lex;
	table written; /* as written to lex_word: the usual way, without folding */
	table folded;  /* of words that the lexicon has not */
};

vocabulary *vocabulary_new(arena *a, const lexicon *lex)
{
	vocabulary *v = ARENA_NEW(a, vocabulary);
	v->arena = a;
	v->lex = lex;
	v->written = table_new(a, 1024);
	v->folded = table_new(a, 512);
	return v;
}

static lex_word *find_or_make(vocabulary *v, slice folded);

/* Lemmas grow shorter with each ending taken off (inflect_load sees to it), so this ends. */
static lex_word *read_as(vocabulary *v, lex_word *w, pos p, bool *sure)
{
	char lemma[INFLECT_WORD];
	bool plural;
	size_t len = words_read(v->lex, p, w->word.text, lemma, &plural, sure);
	if (len == 0)
		return NULL;
	lex_word *found = table_get(&v->lex->words, (slice){lemma, len});
	if (!found)
		found = find_or_make(v, arena_copy(v->arena, (slice){lemma, len}));
	if (!w->word.known) {
		w->reading[p] = found;
		w->word.plural = w->word.plural || plural;
	}
	return found;
}

/* A word the lexicon has not: a noun's or a verb's form, the noun first unless only the verb is known. */
static void read_unknown(vocabulary *v, lex_word *w)
{
	bool sure[POS_COUNT];
	lex_word *as_noun = read_as(v, w, POS_NOUN, &sure[POS_NOUN]), *as_verb = read_as(v, w, POS_VERB, &sure[POS_VERB]);
	const lex_word *best = as_noun && (sure[POS_NOUN] || !as_verb || !sure[POS_VERB]) ? as_noun : as_verb;
	w->word.lemma = best ? &best->word : &w->word;
	for (int p = 0; p < POS_COUNT; p++) {
		if (!w->reading[p])
			w->reading[p] = w;
	}
}

/* `folded` must live as long as the vocabulary. */
static lex_word *find_or_make(vocabulary *v, slice folded)
{
	lex_word *known = table_get(&v->lex->words, folded);
	if (known)
		return known;
	lex_word *made = table_get(&v->folded, folded);
	if (made)
		return made;
	made = ARENA_NEW(v->arena, lex_word);
	made->word.text = folded;
	made->word.lemma = &made->word;
	*table_at(&v->folded, folded) = made;
	read_unknown(v, made);
	return made;
}

const word *vocabulary_word(vocabulary *v, slice written)
{
	lex_word *w = table_get(&v->written, written);
	if (!w) {
		slice own = arena_copy(v->arena, written);
		w = find_or_make(v, words_fold(v->lex, v->arena, own));
		*table_at(&v->written, own) = w;
	}
	return &w->word;
}

static const word *lemma_as(vocabulary *v, const word *w, pos p)
{
	lex_word *own = (lex_word *)(uintptr_t)w;
	if (own->reading[p])
		return &own->reading[p]->word;
	if (own->is_lemma[p] || own->whole)
		return w;
	/* The lexicon's words are shared between threads: what is found for them is not kept. A word that stands in a set as it
	 * is written is taken apart only to a lemma that is known; but one given as the other part of speech freely: "rules", of
	 * the verb "rule", is a plural, and the noun "rating" a form of "rate". */
	pos other = p == POS_NOUN ? POS_VERB : POS_NOUN;
	bool sure;
	const lex_word *found = read_as(v, own, p, &sure);
	if (found && (sure || !own->member || own->is_lemma[other] || found == own->reading[other]))
		return &found->word;
	return w;
}

const word *vocabulary_noun(vocabulary *v, const word *w)
{
	return w ? lemma_as(v, w, POS_NOUN) : NULL;
}

const word *vocabulary_verb(vocabulary *v, const word *w)
{
	return w ? lemma_as(v, w, POS_VERB) : NULL;
}
