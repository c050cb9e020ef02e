/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding links and frames in a sentence: one automaton over all anchors, then a bounded matcher. */
#ifndef RULE_MATCH_H
#define RULE_MATCH_H

#include "rule/rule.h"

typedef struct link_figure {
	uint8_t var;   /* of the link type */
	int32_t claim; /* its index */
} link_figure;

typedef struct link_match { /* an instance of a link type */
	const link_type *type;
	const link_figure *figures; /* in the order of the text */
	size_t n;
	link_grade grade;
	slice reason; /* the words that link them ("of which", "( … )") */
	bool agreed;  /* made only because the figures agree: see binding.h */
} link_match;

typedef struct frame_match {
	const frame *frame;
	const word *anchor;
	uint32_t sentence, token;  /* of the anchor */
	int32_t claims[RULE_VARS]; /* by slot, -1 where not filled */
	slice reason;              /* the words that hold it together ("rose … to … from") */
} frame_match;

/* A certain link of a type of two variables, of one claim each. */
link_match link_of_two(arena *a, const link_type *type, int32_t first, int32_t second, slice reason);
/* The claim of variable var, the first of several; -1 if the pattern left it out. */
int32_t link_claim(const link_match *m, size_t var);

typedef VEC(link_match) link_list;
typedef VEC(frame_match) frame_list;

/* Bounds of limits.h that may be met while relations are formed, so that some are not. */
#define MATCH_LIMITS(X)                                                                                                     \
	X(SENTENCE_TOKENS)                                                                                                      \
	X(FIGURES_PER_SENTENCE)                                                                                                 \
	X(MATCH_STEPS)                                                                                                          \
	X(GROUP_PAIRS)                                                                                                          \
	X(TABLE_SPARSE)
typedef enum {
#define X(NAME) MET_##NAME,
	MATCH_LIMITS(X)
#undef X
		MET_COUNT
} match_limit;
typedef unsigned match_limits; /* bits 1 << match_limit */

/* "LIMIT_MATCH_STEPS" */
const char *match_limit_name(match_limit l);

/* Adds what sentence s (with its claims) matches; bounds that were met are added to *met. */
void match_sentence(arena *a, const rule_set *rules, const scan *sc, const claim_list *claims, const sentence *s,
                    link_list *links, frame_list *frames, match_limits *met);

#endif
