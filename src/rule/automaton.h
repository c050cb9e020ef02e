/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The anchors of all patterns in one structure that a sentence is walked through once: words by their text, sets by the bits of
 * a word, phrases by the lexicon's trie, figures by their kinds. A pattern whose anchor does not occur costs nothing. */
#ifndef RULE_AUTOMATON_H
#define RULE_AUTOMATON_H

#include "rule/pattern.h"

typedef struct need {      /* an item of a pattern that must be there */
	const uint16_t *terms; /* any of these words and sets */
	size_t n;              /* 0: a figure */
	uint32_t kinds;        /* of a figure: bits of pattern_figure_bits; 0: something that is not watched for */
} need;

typedef struct anchored { /* a pattern and what it is of: exactly one of the two */
	const pattern *pattern;
	const link_type *link;
	const frame *frame;
	size_t op;         /* the item of the pattern that it is found by */
	const need *needs; /* of a link, in their order */
	size_t need_count;
} anchored;

enum {
	AUTOMATON_PATTERNS = 16384, /* patterns of links and frames that are in use */
	AUTOMATON_TERMS = 8192 /* words and sets that are watched for; of patterns with more, any sentence may have the rest */
};

/* Which of the patterns' words and sets a sentence has, and where the first and the last of each begins. */
typedef struct term_places {
	uint64_t present[AUTOMATON_TERMS / 64]; /* only as far as there are terms */
	uint16_t first[AUTOMATON_TERMS], last[AUTOMATON_TERMS];
} term_places;

/* Called for every anchor found; n is the number of tokens it takes. */
typedef void (*anchor_found)(void *ctx, const anchored *which, uint32_t token, uint32_t n);

/* Over the links and frames that enabled rules use. */
const automaton *automaton_build(arena *a, const rule_set *rules);
size_t automaton_size(const automaton *au);
const anchored *automaton_at(const automaton *au, size_t i);
/* Walks the sentence once, and fills *places. `figures` is how many of its figures are no labels: where they are too few for any
 * pattern that begins with a word, only figures are looked at. */
void automaton_walk(const automaton *au, const scan *sc, const sentence *s, size_t figures, term_places *places,
                    anchor_found found, void *ctx);
/* The first token from `from` on where the need may be met, UINT32_MAX if it is nowhere; what the sentence has first and last is
 * known, not all that lies between. bits[i]: what the sentence's i-th figure is. */
uint32_t need_from(const need *want, const scan *sc, const sentence *s, const term_places *places, const uint32_t *bits,
                   uint32_t from);

#endif
