/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A headline and the lead below it tell one event, though the headline leaves out a noun, and the lead may put it another way. */
#ifndef RELATE_HEADLINE_H
#define RELATE_HEADLINE_H

#include "relate/same_pair.h"

/* Whether x of the headline leaves its noun out, and may be another of the lead's quantities than y. */
bool headline_keeps_apart(const reading_of *doc, const claim *x, const claim *y);
/* Adds the pairs of headline and lead that equal nouns and predicate classes do not make. */
void headline_pairs(same_pairing *p);

#endif
