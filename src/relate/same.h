/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binders `same`, `dispute` and `across`: one quantity told twice, in one document, by two speakers of it, or in two documents
 * of a collection. */
#ifndef RELATE_SAME_H
#define RELATE_SAME_H

#include "relate/bind.h"

/* Adds a binding (a, b) for every rule of `bind: same` and every two claims of the document that tell one quantity; where two
 * speakers tell it, of `bind: dispute`. */
void bind_same(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out, match_limits *met);
/* Whether bind_across would compare any of the document's claims with those of another. */
bool same_may_cross(const rule_set *rules, const reading_of *doc);
/* The same for `bind: across` over two documents or more of one collection. */
void bind_across(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out,
                 match_limits *met);

#endif
