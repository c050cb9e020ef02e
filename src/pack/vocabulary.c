/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/table.h"
#include "pack/words.h"

enum { SHORT = 16 /* bytes of a word that its slot holds */, FIRST_LOG = 6 };

typedef struct written_slot { /* a short word as written, by its first and last bytes: eight, or four of fewer */
	uint64_t head, tail;
	size_t len;
	const lex_word *word; /* NULL: a free slot */
} written_slot;

struct vocabulary {
	arena *arena;
	const lexicon *lex;
	written_slot *slots; /* the usual way, without folding; open addressing, at most three quarters are full */
	unsigned shift;      /* 64 less the power of two of their number */
	size_t n;            /* of them that are full */
	table longer;        /* longer words as written, to lex_word */
	table folded;        /* of words that the lexicon has not */
};

static void make_slots(vocabulary *v, unsigned log)
{
	v->slots = ARENA_ARRAY(v->arena, written_slot, (size_t)1 << log);
	v->shift = 64 - log;
}

vocabulary *vocabulary_new(arena *a, const lexicon *lex)
{
	vocabulary *v = ARENA_NEW(a, vocabulary);
	v->arena = a;
	v->lex = lex;
	v->folded = table_new(a, 24);
	v->longer = table_new(a, 0);
	make_slots(v, FIRST_LOG);
	return v;
}

static const lex_word *find_or_make(vocabulary *v, slice folded, bool lasts);

/* Lemmas grow shorter with each ending taken off (inflect_load sees to it), so this ends. */
static const lex_word *read_as(vocabulary *v, const lex_word *w, pos p, bool *plural, bool *sure)
{
	char lemma[INFLECT_WORD];
	size_t len = words_read(v->lex, p, word_text(&w->word), lemma, plural, sure);
	return len ? find_or_make(v, (slice){lemma, len}, false) : NULL;
}

/* A word the lexicon has not: a noun's or a verb's form, the noun first unless only the verb is known. */
static void read_unknown(vocabulary *v, lex_word *w)
{
	const lex_word *as[POS_COUNT];
	bool sure[POS_COUNT];
	for (int p = 0; p < POS_COUNT; p++) {
		bool plural;
		as[p] = read_as(v, w, (pos)p, &plural, &sure[p]);
		w->word.plural = w->word.plural || (as[p] && plural);
		relative_set(&w->reading[p], as[p] ? as[p] : w);
	}
	bool noun = as[POS_NOUN] && (sure[POS_NOUN] || !as[POS_VERB] || !sure[POS_VERB]);
	const lex_word *best = noun ? as[POS_NOUN] : as[POS_VERB];
	relative_set(&w->word.lemma, best ? &best->word : NULL);
}

/* `lasts`: the text will stay as long as the vocabulary; else a word that is made gets a copy. */
static const lex_word *find_or_make(vocabulary *v, slice folded, bool lasts)
{
	const lex_word *known = words_find(v->lex, folded);
	if (!known)
		known = table_get(&v->folded, folded);
	if (known)
		return known;
	slice own = lasts ? folded : arena_copy(v->arena, folded);
	lex_word *made = ARENA_NEW(v->arena, lex_word);
	made->word.len = (uint32_t)own.len;
	relative_set(&made->word.text, own.len ? own.ptr : NULL);
	*table_at(&v->folded, own) = made;
	read_unknown(v, made);
	return made;
}

static const lex_word *read_written(vocabulary *v, slice written)
{
	slice folded = words_fold(v->lex->folds, v->lex->fold_count, v->arena, written);
	return find_or_make(v, folded, folded.ptr != written.ptr);
}

/* The slot of a short word, or the free one where it goes. */
static written_slot *slot_of(const vocabulary *v, const written_slot *key)
{
	size_t mask = ((size_t)1 << (64 - v->shift)) - 1;
	size_t i = (size_t)((key->head ^ (key->tail * 31 + key->len)) * UINT64_C(0x9E3779B97F4A7C15) >> v->shift);
	while (v->slots[i].word &&
	       (v->slots[i].head != key->head || v->slots[i].tail != key->tail || v->slots[i].len != key->len))
		i = (i + 1) & mask;
	return &v->slots[i];
}

static void grow(vocabulary *v)
{
	const written_slot *old = v->slots;
	size_t cap = (size_t)1 << (64 - v->shift);
	make_slots(v, 64 - v->shift + 1);
	for (size_t i = 0; i < cap; i++)
		if (old[i].word)
			*slot_of(v, &old[i]) = old[i];
}

static const word *longer_word(vocabulary *v, slice written)
{
	const lex_word *w = table_get(&v->longer, written);
	if (!w) {
		w = read_written(v, written);
		*table_at(&v->longer, arena_copy(v->arena, written)) = (void *)(uintptr_t)w;
	}
	return &w->word;
}

const word *vocabulary_word(vocabulary *v, slice written)
{
	written_slot key = {.len = written.len};
	if (written.len > SHORT)
		return longer_word(v, written);
	if (written.len >= 8) {
		memcpy(&key.head, written.ptr, 8);
		memcpy(&key.tail, written.ptr + written.len - 8, 8);
	} else if (written.len >= 4) {
		memcpy(&key.head, written.ptr, 4);
		memcpy(&key.tail, written.ptr + written.len - 4, 4);
	} else {
		for (size_t i = 0; i < written.len; i++)
			key.head = key.head << 8 | (unsigned char)written.ptr[i];
	}
	written_slot *slot = slot_of(v, &key);
	if (!slot->word) {
		key.word = read_written(v, written);
		*slot = key;
		if (++v->n > (size_t)3 << (62 - v->shift))
			grow(v);
		return &key.word->word;
	}
	return &slot->word->word;
}

static const word *lemma_as(vocabulary *v, const word *w, pos p)
{
	const lex_word *own = (const lex_word *)w, *known = relative_get(&own->reading[p]);
	if (known)
		return &known->word;
	if (own->is_lemma[p] || own->whole)
		return w;
	/* The lexicon's words are shared between threads: what is found for them is not kept. A word that stands in a set as it
	 * is written is taken apart only to a lemma that is known; but one given as the other part of speech freely: "rules", of
	 * the verb "rule", is a plural, and the noun "rating" a form of "rate". */
	pos other = p == POS_NOUN ? POS_VERB : POS_NOUN;
	bool plural, sure;
	const lex_word *found = read_as(v, own, p, &plural, &sure);
	if (found && (sure || !own->member || own->is_lemma[other] || found == relative_get(&own->reading[other])))
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
