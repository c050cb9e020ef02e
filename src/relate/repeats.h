/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binders `repeat` and `repeat-across`: a count told twice in a structured document, or in two documents of a collection, with
 * evidence that the same things are counted. Equal nouns alone are none. */
#ifndef RELATE_REPEATS_H
#define RELATE_REPEATS_H

#include "relate/bind.h"

/* Adds a binding (a, b) for every rule of `bind: repeat` and every two counts of the document that repeat each other. */
void bind_repeats(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out, match_limits *met);
/* Whether bind_repeats_across would compare anything of the document with another. */
bool repeats_may_cross(const rule_set *rules, const reading_of *doc);
/* The same for `bind: repeat-across` over two documents or more of one collection. */
void bind_repeats_across(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out,
                         match_limits *met);

#endif
