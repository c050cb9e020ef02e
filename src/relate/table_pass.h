/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the search for sums among a table's lines: what waits to be summed up, what a candidate scores, how it is looked for. Lines
 * are read in order, those not yet summed up wait on a stack; a total is the sum of what stands on its top, which it then takes the
 * place of, so that nothing is counted twice. Read forwards totals stand behind their parts, backwards before them. */
#ifndef RELATE_TABLE_PASS_H
#define RELATE_TABLE_PASS_H

#include "relate/table_sum.h"

enum {
	TABLE_SAMPLE = 64, /* places that a candidate is tried at before it is tried at all */
	TABLE_REACH = 40   /* waiting lines that one without a telling label may sum up */
};

/* Ranks of candidates. */
enum {
	RANK_CLEAN = 60, /* nothing speaks against it */
	RANK_GROUP = 50, /* of a group that one cell speaks against */
	RANK_SLIP = 32   /* one place holds, one misses by a slip of the pen */
};

typedef struct waiting {
	uint32_t line;
	bool opens; /* a heading or a total stands before it */
	bool total; /* it says that it is a total, but is not found to be one */
	bool told;  /* such a total stands behind it, at the end of its group: not all its parts may be listed */
} waiting;

typedef struct score {
	uint32_t hits, misses, far, whole; /* far: misses by more than a slip; whole: by one, of small whole numbers */
	uint32_t slips;                    /* misses by one digit of many */
	uint32_t clear;                    /* misses by one digit of some number, and by more than rounding comes to */
	uint32_t excused;                  /* do not hold, but may be no sums: 1 for one of whole numbers, more for others */
	bool fine;                         /* places that hold have decimals */
	uint32_t mirrored;                 /* misses by the sign alone: so lie the points on either side of a zero */
	bool unexcused;                    /* the one that may be no sum is taken for a miss */
	uint32_t exact, loose;             /* places that hold as written, and only if large numbers were rounded */
	bool strict;                       /* so few are loose that they are misses */
	double digits;                     /* how many digits the hits had to get right */
	bool less;
} score;

typedef struct candidate {
	int rank;
	score score;
	const uint32_t *parts;
	const bool *minus; /* by part; NULL: all are added */
	size_t n;
	uint32_t base; /* of the stack: what it takes the place of stands from here on */
	bool told;
} candidate;

typedef struct pass {
	const axis *x;
	bool backwards, clean;      /* clean: only what nothing speaks against */
	bool signs;                 /* any line may be what is left over, not only one that says so */
	bool *inner, *under, *done; /* by line: a part of a sum; below one by indentation; a sum itself */
	uint32_t *owner;            /* by line that is a part: the sum it was last found a part of */
	uint32_t *sample;
	uint32_t samples;
	VEC(waiting) stack;
	sum_list *out;
} pass;

static inline uint32_t pass_place(const pass *p, uint32_t i, bool all)
{
	return all ? p->x->place[i] : p->sample[i];
}

/* Whether the label of a line says that it is taken off. */
static inline part_sign pass_sign(const pass *p, uint32_t line)
{
	return !p->x->across && p->x->line[line].less ? PART_LESS : PART_ADDED;
}

/* table_score.c: of line t as the sum of what the tallies hold, one a place; at the sampled places, or at all. */
score pass_score(const pass *p, const tally *at, uint32_t t, bool all);
/* How good a candidate is; 0: it is none. `edge`: it begins where a heading or total ends, or is one by indentation. */
int pass_rank(const pass *p, const score *s, bool told, bool edge, size_t parts);

/* table_find.c: line t as the sum of others. One that says it is a total: of the lines on the stack's top, as many as will do. */
candidate find_told(const pass *p, uint32_t t);
/* One without such a label: numbers alone must speak for it, fewer if it says that it is what is left over. */
candidate find_silent(const pass *p, uint32_t t);
/* What is left when some of the last few waiting lines are taken off the first of them. */
candidate find_left(const pass *p, uint32_t t);
/* Of rows: those next to t that stand deeper, the least deep of them its parts. */
candidate find_indented(const pass *p, uint32_t t);
/* Of a row that says it is a total and is not found to be one: those before it up to a heading or another total, even if a sum
 * farther on has taken them up instead of it. */
candidate find_group(const pass *p, uint32_t t);

#endif
