/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the lexicon: one flat table of words, phrases and data, which holds no addresses but those of its arrays. It is made by
 * pack/flatten.c, at build or from a test's files, and is never changed. For src/pack/ and tools/mkpack.c alone. */
#ifndef PACK_WORDS_H
#define PACK_WORDS_H

#include "pack/inflect.h"
#include "pack/lexicon.h"

enum { PHRASE_WORDS = 12 }; /* words and symbols of one phrase */

typedef struct lex_word { /* every `word` handed out is the first member of one */
	word word;
	relative
		reading[POS_COUNT];   /* a lex_word, its lemma as that part of speech; to nothing: not known, or not yet looked up */
	uint32_t step;            /* of the phrases that begin with it, 0 if none */
	bool is_lemma[POS_COUNT]; /* given as one: inflected in a set, irregular, or listed under `lemmas` */
	bool member;              /* a phrase of one word in some set */
	bool whole;               /* no ending is taken from it */
} lex_word;

struct lex_step {     /* a node of the phrase trie, by number; the root is number 0 */
	relative entries; /* the first of those for the phrase that ends here */
	uint32_t first;   /* id of the word that its phrases begin with */
	bool open;        /* longer phrases go on from it */
};

typedef struct
	lex_branch { /* from one step by one word to the next; 0: a free slot. Steps from the root stand in the words */
	uint32_t from, word, to;
} lex_branch;

typedef struct lex_slot { /* of the table that finds a word by its text */
	uint32_t hash;
	uint32_t word; /* its id and one more; 0: free */
} lex_slot;

typedef struct lex_name { /* of a set */
	relative text;
	uint16_t len;
	uint16_t nth; /* the number of the set whose name is the nth in words_name_order */
	bool used;
} lex_name;

typedef struct word_fold { /* letters that are written for others */
	slice from, to;
} word_fold;

struct lexicon {
	slice language;
	const lex_word *words; /* by id */
	const lex_slot *slots; /* open addressing, a power of two */
	const struct lex_step *steps;
	const lex_entry *entries;
	const lex_branch *branches; /* open addressing, a power of two; NULL if there are none */
	const lex_name *sets;       /* by number; number 0 is none */
	const word_fold *folds;
	uint32_t word_count, slot_count, step_count, entry_count, branch_slots, set_count, fold_count;
	inflector inflector;
};

/* The order that names of sets are found by: the shorter first, of equally long ones by bytes. */
static inline int words_name_order(slice one, slice other)
{
	if (one.len != other.len)
		return one.len < other.len ? -1 : 1;
	return memcmp(one.ptr, other.ptr, one.len);
}

static const slice POS_NAMES[POS_COUNT] = {[POS_NOUN] = {"noun", 4}, [POS_VERB] = {"verb", 4}};

/* The text folded: lower case, ’ as ', and the language's own folds. Text that is so already is borrowed. */
slice words_fold(const word_fold *folds, size_t n, arena *a, slice written);
/* The lexicon's word of that folded text, NULL if it has none. */
const lex_word *words_find(const lexicon *lex, slice folded);
/* Where a branch stands, or the free slot where it would; `slots` is a power of two. */
size_t words_branch_slot(const lex_branch *branches, size_t slots, uint32_t from, uint32_t by_word);
/* The form read as that part of speech by the endings: its lemma, 0 if it has none. *sure: a lemma the lexicon knows. */
size_t words_read(const lexicon *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure);

#endif
