/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The anchors of all patterns in one structure that a sentence is walked through once: words by their text, sets by the bits of
 * a word, phrases by the lexicon's trie, figures by their kinds. A pattern whose anchor does not occur costs nothing. */
#ifndef RULE_AUTOMATON_H
#define RULE_AUTOMATON_H

#include "rule/pattern.h"

typedef struct anchored { /* a pattern and what it is of: exactly one of the two */
	const pattern *pattern;
	const link_type *link;
	const frame *frame;
	size_t op; /* the item of the pattern that it is found by */
} anchored;

enum { AUTOMATON_PATTERNS = 16384 }; /* patterns of links and frames that are in use */

/* Called for every anchor found; n is the number of tokens it takes. */
typedef void (*anchor_found)(void *ctx, const anchored *which, uint32_t token, uint32_t n);

/* Over the links and frames that enabled rules use. */
const automaton *automaton_build(arena *a, const rule_set *rules);
size_t automaton_size(const automaton *au);
const anchored *automaton_at(const automaton *au, size_t i);
/* Walks the sentence once. `figures` is how many of its figures are no labels: where they are too few for any pattern that begins
 * with a word, only figures are looked at. */
void automaton_walk(const automaton *au, const scan *sc, const sentence *s, size_t figures, anchor_found found, void *ctx);

#endif
