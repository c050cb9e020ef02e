/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two claims measure the same thing. Joining needs positive evidence, never mere absence of conflict: equal head
 * nouns alone join wrongly in every tenth article. */
#ifndef RELATE_MEASURE_H
#define RELATE_MEASURE_H

#include "claim/claim.h"

typedef enum { SCOPE_DIFFERS, SCOPE_ABSENT /* told by neither */, SCOPE_ONE /* told by one */, SCOPE_EQUAL } scope_match;

typedef struct likeness { /* of two claims that share head noun, kind, dimension and predicate class */
	size_t shared;        /* words that both say of the noun, in modifiers or complement */
	bool contrary;        /* each says a word of the noun that the other does not */
	bool same_words;      /* exactly the same words, at least one */
	scope_match when, where;
} likeness;

/* Can stand for a quantity that is told elsewhere too: asserted, with a noun and a known predicate, whole in itself. */
bool measure_can_repeat(const claim *c);
/* The same noun, kind, dimension and predicate class (ordinals: whatever the predicate); claims may be of different documents. */
bool measure_alike(const claim *a, const claim *b);
likeness measure_compare(const claim *a, const claim *b);
bool measure_same_word(const word *a, const word *b); /* by lemma, also across vocabularies */

#endif
