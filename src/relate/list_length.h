/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many things a list, table or row of sections can be read to hold. Every way to read it is a number of its own: each that is
 * allowed too lightly hides the very slip that is looked for, so a way counts only where every item has its form. */
#ifndef RELATE_LIST_LENGTH_H
#define RELATE_LIST_LENGTH_H

#include "relate/list_extent.h"
#include "relate/bind.h"

enum { LIST_LENGTHS = SET_PIECES };

typedef struct list_lengths {
	uint32_t at[LIST_LENGTHS]; /* at[0]: as it stands */
	size_t n;
	bool
		open; /* it names only some of its things ("and more"), or its form is unclear: it proves nothing against a number */
	bool goes_on; /* there may be more of them behind it */
	bool apart;   /* each item begins with a name set apart, in bold print or as code; each heading with code */
	bool
		measured; /* of a list: most items give something a number ("Length: 12 m"): they tell of it, and are none of its parts */
	bool labelled;    /* of sections: they are called by the noun and their number, "Phase 1" */
	bool placed;      /* of sections: their headings are numbered one by one, "1. Oars", or lettered */
	bool pairs;       /* of sections: a heading may name two things */
	uint32_t inside;  /* of a list: the items, those that tell a number of things anywhere counted by it */
	uint32_t columns; /* of a table: how many it has */
	bool summed;      /* of a table: at[0] is what a column of it adds up to */
} list_lengths;

/* `noun`: what is counted, NULL if not known. */
list_lengths list_lengths_of(const list_words *w, const reading_of *doc, const listed *l, const word *noun);

/* For the files of list_length: one more way to read it. */
void list_length_add(list_lengths *out, size_t length);
/* Whether text, any leading marks left out, begins with a word or phrase of a set. */
bool list_begins_with(const reading_of *doc, slice text, lex_set which);
/* list_table.c: the lengths of a table. */
void list_table_lengths(const list_words *w, const reading_of *doc, const listed *l, list_lengths *out);
/* Whether its first column is headed by the noun. */
bool list_table_headed(const reading_of *doc, const listed *l, const word *noun);
/* What the column that is headed by the noun adds up to, rows of totals left out; -1 without one of whole numbers alone. */
int64_t list_table_sum(const list_words *w, const reading_of *doc, const listed *l, const word *noun);
/* list_item.c: how many things an item names by itself ("`a` and `b`"), 1 if it is one; the number it begins with ("two drafts"),
 * or tells anywhere, and the one it carries in brackets ("drafts (2)"), 0 if none. */
uint32_t list_item_names(const list_words *w, const reading_of *doc, const block *item);
uint32_t list_item_number(const list_words *w, const reading_of *doc, const block *item, bool anywhere);
/* Of "Phase 4: ..." among phases 4, 0 if it is not named so. */
uint32_t list_item_label(const reading_of *doc, const block *item, const word *noun);
/* How many things an item stands for that names none: "and 4 more"; 0 if it is no such item. */
uint32_t list_item_rest(const list_words *w, const reading_of *doc, const block *item);
/* How many things its first bracket names, "wheels (oak, elm)"; 1 where it has none. */
uint32_t list_item_enumerated(const reading_of *doc, const block *item);
uint32_t list_item_bracket(const reading_of *doc, const block *item);

#endif
