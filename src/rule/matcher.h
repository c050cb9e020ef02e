/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pattern against the tokens of one sentence, with bounded backtracking. */
#ifndef RULE_MATCHER_H
#define RULE_MATCHER_H

#include "base/limits.h"
#include "rule/automaton.h"
#include "rule/match.h"
#include "rule/pattern.h"

typedef struct token_run {
	uint32_t from, n;
} token_run;

enum { MATCHER_FAILED = 256 }; /* places that are remembered, of a pattern that repeats */

typedef struct matcher {
	arena *arena;
	const rule_set *rules;
	const scan *sc;
	const claim_list *claims;
	const sentence *s;
	const uint32_t *bits;      /* what each of its figures is: pattern_figure_bits */
	const term_places *places; /* which words and sets it has, and where */
	const pattern *pattern;    /* the one being matched */
	size_t steps;              /* taken by it in this sentence */
	bool limited;              /* out: it took more than LIMIT_MATCH_STEPS */
	token_run anchor;          /* of a frame, for patterns with @ */
	link_figure *taken;        /* out: the figures with a name, by the pattern's variables; room for all */
	size_t taken_count;
	int32_t last_figure; /* out: the last figure matched, named or not; -1 */
	uint64_t *failed;    /* of this run, where nothing matches from: see matcher.c */
	uint32_t runs;
	uint32_t end;                              /* out: the token after the match */
	token_run words[LIMIT_PATTERN_TOKENS * 2]; /* out: the literal words matched, in order */
	size_t word_count;
} matcher;

/* Matches m->pattern with its first item at token `start`. */
bool matcher_run(matcher *m, uint32_t start);
/* The words matched, as written, a gap between them shown as "…"; in the arena. */
slice matcher_reason(const matcher *m);
/* The token after the noun phrase of claim c, at least c's own next token. */
uint32_t matcher_phrase_end(const matcher *m, const claim *c);

/* Whether figure bits may stand inside a gap: dates, durations, ordinals and labels between two figures are no obstacle. */
static inline bool matcher_may_pass(uint32_t bits)
{
	return !(bits & ~(UINT32_C(1) << FIGURE_DATE | UINT32_C(1) << FIGURE_TIME | UINT32_C(1) << FIGURE_YEAR |
	                  UINT32_C(1) << FIGURE_ORDINAL | UINT32_C(1) << FIGURE_DURATION | KIND_WEEKDAY | KIND_DATED |
	                  KIND_LATE | KIND_NUMBER | KIND_ATTRIBUTIVE));
}

/* frame.c: matches a frame around its anchor. */
void frame_match_at(matcher *m, const anchored *which, token_run anchor, frame_list *out);

#endif
