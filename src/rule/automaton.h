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

typedef struct need_list { /* what a pattern cannot do without, in its order */
	const need *at;
	size_t n;
	bool begins; /* the first of them is the pattern's first item */
} need_list;

typedef struct anchored { /* a pattern and what it is of: exactly one of the two */
	const pattern *pattern;
	const link_type *link;
	const frame *frame;
	size_t op;         /* the item of the pattern that it is found by */
	size_t figures;    /* that it needs at least */
	uint32_t kinds[2]; /* that a sentence must have figures of both of, by pattern_figure_bits */
	need_list needs;   /* of the pattern */
	const need_list
		*others; /* of a frame: of the patterns of its slots, one after another, and of what opens another instance */
} anchored;

enum {
	AUTOMATON_PATTERNS = 16384, /* patterns of links and frames that are in use */
	AUTOMATON_TERMS = 8192 /* words and sets that are watched for; of patterns with more, any sentence may have the rest */
};

/* Which of the patterns' words and sets a sentence has, and where the first and the last of each begins. */
typedef struct term_places {
	uint64_t present[AUTOMATON_TERMS / 64]; /* only as far as there are terms */
	uint16_t first[AUTOMATON_TERMS], last[AUTOMATON_TERMS];
	const scan *sc;
	const sentence *s;
	const uint32_t *bits; /* what each of the sentence's figures is */
} term_places;

/* Called for every anchor found; n is the number of tokens it takes. */
typedef void (*anchor_found)(void *ctx, const anchored *which, uint32_t token, uint32_t n);

/* Over the links and frames that enabled rules use. */
const automaton *automaton_build(arena *a, const rule_set *rules);
size_t automaton_size(const automaton *au);
const anchored *automaton_at(const automaton *au, size_t i);
/* Walks the sentence of *places once, and fills it. `figures` is how many of its figures are no labels, `kinds` what they are: patterns
 * that need more or others are not found, and where they are too few for any that begins with a word, only figures are looked at. */
void automaton_walk(const automaton *au, size_t figures, uint32_t kinds, term_places *places, anchor_found found, void *ctx);
/* The first token from `from` on where the need may be met, UINT32_MAX if it is nowhere; what the sentence has first and last is
 * known, not all that lies between. */
uint32_t need_from(const need *want, const term_places *places, uint32_t from);
/* Whether all that a pattern needs may stand from token `from` on, in its order. */
bool needs_met(const need_list *needs, const term_places *places, uint32_t from);
/* Whether the pattern may begin at token `at`. */
bool needs_begin(const need_list *needs, const term_places *places, uint32_t at);

#endif
