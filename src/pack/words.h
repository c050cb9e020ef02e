/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the lexicon: its words, its phrases and how forms go back to lemmas. For src/pack/ alone. */
#ifndef PACK_WORDS_H
#define PACK_WORDS_H

#include "pack/inflect.h"
#include "pack/lexicon.h"

enum { PHRASE_WORDS = 12 }; /* words and symbols of one phrase */

typedef struct lex_word { /* every `word` handed out is the first member of one */
	word word;
	lex_step *step;                      /* of the phrases that begin with it, NULL if none */
	struct lex_word *reading[POS_COUNT]; /* its lemma as that part of speech, NULL: not known, or not yet looked up */
	const node *irregular[POS_COUNT];    /* of an irregular lemma all its other forms */
	bool is_lemma[POS_COUNT];            /* given as one: inflected in a set, irregular, or listed under `lemmas` */
	bool irregular_form;                 /* its reading was written under `irregular` */
	bool member;                         /* a phrase of one word in some set */
	bool whole;                          /* no ending is taken from it */
} lex_word;

struct lex_step {
	lex_entry *entries;
	uint32_t id;
};

struct branch { /* from one step by one word to the next */
	uint32_t from, word;
	lex_step *to;
};

typedef struct word_fold { /* letters that are written for others */
	slice from, to;
} word_fold;

struct lexicon {
	arena *arena;
	slice language;
	table words; /* text to lex_word */
	VEC(lex_word *) all;
	inflector inflector;
	VEC(word_fold) folds;
	table sets; /* name to a pointer into set_names */
	slice set_names[LEX_SETS];
	lex_set set_count; /* with the unused 0 */
	bool set_used[LEX_SETS];
	lex_step root;
	struct branch *branches; /* open addressing; steps from the root stand in the words */
	size_t branch_count, branch_cap;
	uint32_t step_count;
};

typedef struct loader { /* one file at a time is read into the lexicon */
	lexicon *lex;
	const node_file *file;
	diag_list *diags;
} loader;

static const slice POS_NAMES[POS_COUNT] = {[POS_NOUN] = {"noun", 4}, [POS_VERB] = {"verb", 4}};

/* Reads the map `sets` of the loader's file; endings and irregular words must have been read. */
void sets_load(loader *l, const node *sets);

/* The sets that a file of another language names, as empty ones: rules may ask for them. */
void sets_declare(lexicon *lex, const node_file *file);

/* The text folded: lower case, ’ as ', and the language's own folds. Text that is so already is borrowed. */
slice words_fold(const lexicon *lex, arena *a, slice written);
/* The lexicon's word of that folded text, made if absent (text is then borrowed). */
lex_word *words_intern(lexicon *lex, slice folded);
/* The same of a text as written, which is folded first. */
lex_word *words_intern_written(lexicon *lex, slice written);
/* The step after `from` by w, made if absent. */
lex_step *words_branch(lexicon *lex, lex_step *from, lex_word *w);
/* The form read as that part of speech by the endings: its lemma, NULL if it has none. *sure: a lemma the lexicon knows. */
size_t words_read(const lexicon *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure);

#endif
