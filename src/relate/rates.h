/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `rates`: pairs of one link type all over a document, each held against the others of the same two units ("$20
 * (£12.40)" ... "$30 (£28.30)"): what one is worth in the other should not change much within one text. */
#ifndef RELATE_RATES_H
#define RELATE_RATES_H

#include "relate/bind.h"

/* Keeps those of a sentence's links that a rule of `bind: rates` joins. */
void rates_keep(arena *a, const rule_set *rules, const link_list *links, rate_pairs *pairs);
/* Adds, for every such rule and every pair that is not the only one of its units, a binding of the join's two variables and of
 * `firsts` and `seconds`, the other pairs' figures in the same order. Of two pairs alone only the later one is held against the
 * other. */
void bind_rates(arena *a, const rule_set *rules, const reading_of *doc, const rate_pairs *pairs, binding_list *out);

#endif
