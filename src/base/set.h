/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of possible values: up to SET_PIECES disjoint intervals in rising order, with exact rational ends, open or
 * closed, and an integer mark. The mark means that only the whole numbers within the intervals belong to it; ends stay
 * as told, so "more than 24" of people is (24, inf) with the mark, and its least member is 25.
 * Operations never lose a value: where a result has more pieces than fit, or an end cannot be exact, it is widened. */
#ifndef BASE_SET_H
#define BASE_SET_H

#include "base/arena.h"
#include "base/rational.h"

enum { SET_PIECES = 8 };

typedef struct interval {
	rational lo, hi;       /* lo <= hi; infinite ends are open */
	bool lo_open, hi_open; /* lo == hi only when both are closed */
} interval;

typedef struct set {
	interval at[SET_PIECES];
	uint8_t n; /* 0: the empty set */
	bool integer;
} set;

set set_empty(void);
const set *set_zero(void); /* {0}, always the same one */
set set_all(void);         /* (-inf, inf) */
set set_point(rational r);
set set_closed(rational lo, rational hi); /* [lo, hi]; an infinite end is made open; empty if lo > hi */
set set_of(interval i);                   /* empty if the interval holds nothing */
set set_integers(set s);                  /* the same with the integer mark */
/* The union of n pieces, each of which holds something; they may stand in any order, and are changed. */
set set_gather(interval *pieces, size_t n, bool integer);

bool set_is_empty(const set *s); /* has no member: with the mark, no whole number */
bool set_contains(const set *s, rational r);
bool set_equal(const set *a, const set *b);   /* the same members */
bool set_subset(const set *a, const set *b);  /* every member of a is in b */
bool set_meets(const set *a, const set *b);   /* some value is in both */
interval set_hull(const set *s);              /* the smallest interval around it, ends as told; s not empty */
bool set_single(const set *s, rational *out); /* true if it has exactly one member */

/* The distance between two hulls, 0 if they touch or overlap; infinite if either is empty. */
rational set_gap(const set *a, const set *b);
/* Whether some x in a and some y in b have x < y, x <= y. */
bool set_may_be_less(const set *a, const set *b);
bool set_may_be_less_equal(const set *a, const set *b);

set set_union(const set *a, const set *b);     /* the mark stays only if both (that are not empty) have it */
set set_intersect(const set *a, const set *b); /* the mark stays if either has it */
set set_tighten(const set *s);                 /* with the mark: ends moved to the whole numbers within, closed */

/* { x op y : x in a, y in b }, widened where it must be; empty if either is. The mark stays for + - × of marked sets, and
 * ends are combined as told: more than 40 and more than 110 are (150, inf), though the least sum is 152.
 * Division leaves out y = 0, and with the mark whatever lies nearer to 0 than ±1; by a set that is {0} alone it is empty. */
set set_add(const set *a, const set *b);
set set_subtract(const set *a, const set *b);
set set_multiply(const set *a, const set *b);
set set_divide(const set *a, const set *b);
set set_negate(const set *s);
set set_abs(const set *s);
set set_min(const set *a, const set *b); /* { min(x, y) }; of marked sets with the mark */
set set_max(const set *a, const set *b);
/* s ± by (by >= 0): every end moved outwards, kept open or closed. */
set set_widen(const set *s, rational by);

/* "{22}", "[11.5, 12.5]", "(24, ∞)", "[1, 2] ∪ {5}", "∅"; in the arena. For people: what is neither whole nor a decimal of
 * at most 12 digits is cut to 6 significant digits, ends outwards, a lone value to the nearest. */
slice set_format(arena *a, const set *s);

#endif
