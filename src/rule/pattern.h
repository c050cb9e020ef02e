/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns over the tokens of a sentence, as rules write them:
 *
 *   of [the|its] , (      words and marks, by lemma or as written, case folded; | alternatives, [ ] may be left out
 *   [, {a:count}]*        may be left out or stand again and again; what repeats holds a figure outside further brackets
 *   <set>  <set>*         a phrase of the lexicon's set; up to six of them, or none
 *   {a:count|percent}     a figure of one of these kinds, as variable a; {count} one without a name; {a} of any kind
 *   {a:count!}            the same, with nothing passed over after it; a variable that is named again has several figures
 *   ...                   a gap of at most LIMIT_PATTERN_GAP tokens without a figure, inside the clause
 *   ...!<set>             the same, passing over no phrase of the set
 *   ...#  ...&            the same, passing over figures too; leading into other clauses too. Both go together, and with !<set>
 *   ^                     at the start of a link: where a sentence or clause begins, or after a mark; of a frame's slot: directly
 *                         after the anchor, or after what opens another instance
 *   $                     no further quantity up to the end of the clause or bracket
 *   @  @<set>             in a frame's slot: the anchor itself; an anchor of the set
 *   \[  \|  \{            these marks themselves
 *
 * After a figure the noun phrase that it counts is passed over of itself. Kinds are figure_kind's names and: amount (count,
 * money, measure), number (anything told without a unit), weekday (a weekday alone), dated (a date that tells its weekday),
 * attributive (a duration before its noun: a three-day trip),
 * late (a date from the 29th on), multiple (a factor in words: doubled). */
#ifndef RULE_PATTERN_H
#define RULE_PATTERN_H

#include "rule/expr.h"

typedef enum { OP_WORDS, OP_REPEAT, OP_FIGURE, OP_GAP, OP_SPLIT, OP_AGAIN, OP_ANCHOR, OP_LAST } pattern_op_kind;

typedef struct pattern_atom { /* one alternative: a word, or a set */
	slice word;               /* folded; empty for a set */
	const word *known;        /* the lexicon's, NULL if it has none */
	lex_set words;
} pattern_atom;

typedef struct pattern_op {
	pattern_op_kind kind;
	const pattern_atom *atoms; /* of words, repeat and anchor */
	size_t n;
	uint32_t kinds;  /* of a figure: bits of pattern_figure_bits */
	int8_t var;      /* of a figure: in the pattern's vars, -1 without a name */
	bool alone;      /* of a figure: its noun phrase is not passed over */
	bool figures;    /* of a gap: figures may stand in it */
	bool clauses;    /* of a gap: it may lead into another clause */
	lex_set without; /* of a gap */
	uint8_t to;      /* of a split: the op to go on with when what follows it is left out; of an again: its split */
	bool optional;   /* stands in brackets */
} pattern_op;

struct pattern {
	slice source;
	const pattern_op *ops;
	size_t n;
	slice vars[RULE_VARS];
	int8_t index[RULE_VARS]; /* of its variables in the link type or frame */
	bool several[RULE_VARS]; /* which of them may have more than one figure */
	size_t var_count;
	size_t anchor;    /* the op that candidates are found by */
	bool adjacent;    /* begins with ^ */
	bool at_anchor;   /* holds @ */
	bool repeats;     /* holds what may stand again and again */
	link_grade grade; /* of the links it makes */
};

enum { /* bits beside 1 << figure_kind */
	   KIND_LATE = 1 << 19,
	   KIND_NUMBER = 1 << 20,
	   KIND_WEEKDAY = 1 << 21,
	   KIND_DATED = 1 << 22,
	   KIND_MULTIPLE = 1 << 23,
	   KIND_ATTRIBUTIVE = 1 << 24,
	   KIND_BITS = 25 /* bits of a figure's kinds in all */
};

/* Compiles source; every mistake is added to *errors, and then NULL is returned. */
pattern *pattern_compile(arena *a, const lexicon *lex, slice source, expr_errors *errors);
/* The kinds that a figure counts as; 0 for a label. */
uint32_t pattern_figure_bits(const figure *f);

#endif
