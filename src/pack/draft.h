/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lexicon while files are read into it; pack/flatten.c then makes one flat table of it. For src/pack/ alone. */
#ifndef PACK_DRAFT_H
#define PACK_DRAFT_H

#include "base/table.h"
#include "pack/words.h"

typedef struct draft_word {
	slice text; /* folded */
	struct draft_word *lemma;
	uint64_t in[LEX_SETS / 64];
	uint32_t id;
	struct draft_step *step;               /* of the phrases that begin with it, NULL if none */
	struct draft_word *reading[POS_COUNT]; /* its lemma as that part of speech, NULL: not known */
	const node *irregular[POS_COUNT];      /* of an irregular lemma all its other forms */
	bool is_lemma[POS_COUNT];              /* given as one: inflected in a set, irregular, or listed under `lemmas` */
	bool plural;
	bool irregular_form; /* its reading was written under `irregular` */
	bool member;         /* a phrase of one word in some set */
	bool whole;          /* no ending is taken from it */
} draft_word;

typedef struct draft_entry {
	lex_set set;
	const node *data;
	slice phrase;
	struct draft_entry *next;
} draft_entry;

typedef struct draft_step {
	draft_entry *entries;
	uint32_t id;    /* from 1 on, in the order they are made; the root has 0 */
	uint32_t first; /* id of the word that its phrases begin with */
	bool open;      /* longer phrases go on from it */
} draft_step;

typedef struct draft_inclusion { /* of one set in another: written as <name> among its phrases */
	lex_set whole;
	const node *part;
	const node_file *file;
} draft_inclusion;

typedef struct draft {
	arena *arena;
	slice language;
	table words; /* text to draft_word */
	VEC(draft_word *) all;
	inflector inflector;
	VEC(word_fold) folds;
	table sets; /* name to a pointer into set_names */
	slice set_names[LEX_SETS];
	lex_set set_count; /* with the unused 0 */
	bool set_used[LEX_SETS];
	VEC(draft_inclusion) inclusions;
	draft_step root;
	VEC(draft_step *) steps; /* but the root */
	lex_branch *branches;
	size_t branch_count, branch_slots;
} draft;

typedef struct loader { /* one file at a time is read into the draft */
	draft *lex;
	const node_file *file;
	diag_list *diags;
} loader;

/* Reads the map `sets` of the loader's file; endings and irregular words must have been read. */
void sets_load(loader *l, const node *sets);
/* The sets that a file of another language names, as empty ones: rules may ask for them. */
void sets_declare(draft *lex, const node_file *file);

/* When all files are read: gives every set what the sets have that it includes, and they include. */
void sets_unite(draft *lex, diag_list *diags);

/* The draft's word of that folded text, NULL if it has none. */
draft_word *draft_find(const draft *lex, slice folded);
/* The same, made if absent (text is then borrowed). */
draft_word *draft_intern(draft *lex, slice folded);
/* The same of a text as written, which is folded first. */
draft_word *draft_intern_written(draft *lex, slice written);
/* The step after `from` by w, made if absent. */
draft_step *draft_branch(draft *lex, draft_step *from, draft_word *w);
/* As words_read. */
size_t draft_read(const draft *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure);

/* The table of a draft that is whole, in its arena. */
const lexicon *draft_flatten(const draft *from);

#endif
