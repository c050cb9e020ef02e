/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `list`: a number that announces things, and the list, table or sections that then hold them ("three reasons:" over
 * four bullets, "Tools (12)" over a table, "9 changes" as a summary). */
#ifndef RELATE_LISTS_H
#define RELATE_LISTS_H

#include "relate/list_words.h"

/* Adds, for every rule of `bind: list`, a binding of n (the announced count) and items (the set of lengths that what follows can
 * be read to have) for the figure of the sentence that announces them. The sentence must be the last of its block. */
void bind_list(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
               binding_list *out);

#endif
