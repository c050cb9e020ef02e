/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user has settled: which claims tell one quantity, and which never do. */
#ifndef RELATE_DECIDED_H
#define RELATE_DECIDED_H

#include "relate/relation.h"

typedef enum { DECIDED_NOT, DECIDED_SAME, DECIDED_DIFFERENT } decided;

/* A phrase is said by a claim if each of its words stands in the claim's sentence or the heading above it, letter case aside, and
 * one at least in what is counted itself: the quote, the noun, the verb, these also in their basic form. */
decided decided_on(const rule_set *rules, const reading_of *rx, const claim *x, const reading_of *ry, const claim *y);
/* Whether some decision says that c tells the same as another claim: it is compared beyond its own noun then. */
bool decided_concerns(const rule_set *rules, const reading_of *r, const claim *c);

#endif
