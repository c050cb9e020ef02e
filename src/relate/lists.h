/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `list`: a number that announces things, and the list, table or sections that then hold them ("three reasons:" over
 * four bullets, "Tools (12)" over a table, "9 changes" as a summary). */
#ifndef RELATE_LISTS_H
#define RELATE_LISTS_H

#include "relate/list_length.h"

/* Adds, for every rule of `bind: list`, a binding of n (the announced count) and items (the set of lengths that what follows can
 * be read to have) for the figure of the sentence that announces them. The sentence must be the last of its block. */
void bind_list(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
               binding_list *out);

typedef struct list_binding { /* a count, and the things that it is of */
	const claim *count;
	const listed *things;
	const list_lengths *lengths;
	link_grade grade;
	bool agreed; /* they were joined because they agree */
	slice why;
} list_binding;

/* Adds it for every rule of `bind: list`. */
void list_bind(arena *a, const rule_set *rules, const reading_of *doc, const list_binding *x, binding_list *out);
/* Whether n is one of the lengths. */
bool list_lengths_hold(const list_lengths *l, int64_t n);

#endif
