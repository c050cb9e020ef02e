/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two claims of one quantity, bound for every rule that compares them. */
#ifndef RELATE_SAME_PAIR_H
#define RELATE_SAME_PAIR_H

#include "relate/bind.h"
#include "relate/measure.h"

typedef struct same_pairing {
	arena *arena;
	const rule_set *rules;
	const reading_of *doc, *other; /* of the pair's first and second claim */
	binding_list *out;
	size_t pairs; /* compared so far in this group */
} same_pairing;

bool same_two_speakers(const claim *x, const claim *y);
/* Adds a binding (a, b) for every rule of that binder, with the reasons that the likeness gives; without one the user has settled
 * that both are one quantity. */
void same_add_pair(same_pairing *p, rule_binder binder, const claim *x, const claim *y, link_grade grade, const likeness *l);

#endif
