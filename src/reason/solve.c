/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search behind the narrowing: first a dive for a witness near the told numbers, then the sets are halved in turn. */
#include "reason/narrow.h"

#include <string.h>

enum { DEPTH = 64 }; /* halvings above each other; enough for any range of 64-bit whole numbers */

typedef struct solver {
	narrower narrower;
	const network *network;
	rational *witness;
	set *levels[DEPTH + 1], *dive; /* sets of all unknowns; NULL: not needed yet */
} solver;

static set *sets_of(solver *s, set **slot)
{
	if (!*slot)
		*slot = ARENA_ARRAY(s->network->arena, set, s->network->unknowns.n);
	return *slot;
}

static bool is_point(const set *s)
{
	rational at;
	return set_single(s, &at);
}

static rational middle(rational lo, rational hi)
{
	return rational_divide(rational_add(lo, hi, ROUND_DOWN), rational_int(2), ROUND_DOWN);
}

/* A member of one piece, the nearest to `to` where its ends are closed. */
static rational member_near(const interval *i, rational to)
{
	bool below = rational_compare(to, i->lo) <= 0;
	if (below && !i->lo_open)
		return i->lo;
	if (!below && !i->hi_open)
		return i->hi;
	bool low = rational_is_finite(i->lo), high = rational_is_finite(i->hi);
	if (low && high)
		return middle(i->lo, i->hi);
	if (low)
		return rational_add(rational_floor(i->lo), rational_int(1), ROUND_UP);
	return high ? rational_subtract(rational_ceil(i->hi), rational_int(1), ROUND_DOWN) : rational_int(0);
}

static rational distance(rational a, rational b)
{
	return rational_abs(rational_subtract(a, b, ROUND_UP));
}

/* A member of a tight set that is not empty: the told number itself, or one near it. */
static rational choose(const set *s, rational told)
{
	rational to = rational_is_finite(told) ? told : rational_int(0);
	if (set_contains(s, to))
		return to;
	rational best = member_near(&s->at[0], to);
	for (size_t i = 1; i < s->n; i++) {
		rational other = member_near(&s->at[i], to);
		if (rational_compare(distance(other, to), distance(best, to)) < 0)
			best = other;
	}
	return best;
}

static rational width(const set *s)
{
	interval hull = set_hull(s);
	return rational_subtract(hull.hi, hull.lo, ROUND_UP);
}

/* The unknown to settle next: whole numbers first, then the narrowest; SIZE_MAX if all are settled. */
static size_t unsettled(const solver *s, const set *values)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < s->network->unknowns.n; i++) {
		if (is_point(&values[i]))
			continue;
		if (best == SIZE_MAX || (values[i].integer && !values[best].integer) ||
		    (values[i].integer == values[best].integer && rational_compare(width(&values[i]), width(&values[best])) < 0))
			best = i;
	}
	return best;
}

/* Settles one unknown after another; true if that ends in a solution. */
static bool dive(solver *s, const set *from)
{
	size_t n = s->network->unknowns.n;
	set *values = sets_of(s, &s->dive);
	memcpy(values, from, n * sizeof *values);
	for (size_t i; (i = unsettled(s, values)) != SIZE_MAX;) {
		values[i] = set_point(choose(&values[i], s->network->unknowns.at[i].told));
		if (!narrow(&s->narrower, values) || !s->narrower.left)
			return false;
	}
	for (size_t i = 0; i < n && s->witness; i++)
		(void)set_single(&values[i], &s->witness[i]);
	return true;
}

/* Where a set is halved: between two pieces, or in the middle of its only one, doubling outwards where that has no end. */
static rational halfway(const set *s, rational told)
{
	interval hull = set_hull(s);
	bool low = rational_is_finite(hull.lo), high = rational_is_finite(hull.hi);
	rational two = rational_int(2), one = rational_int(1);
	if (s->n > 1)
		return s->at[s->n / 2 - 1].hi;
	if (low && high)
		return s->integer ? rational_floor(middle(hull.lo, hull.hi)) : middle(hull.lo, hull.hi);
	if (low)
		return rational_add(rational_abs(rational_multiply(hull.lo, two, ROUND_UP)), one, ROUND_UP);
	if (high)
		return rational_subtract(rational_negate(rational_abs(rational_multiply(hull.hi, two, ROUND_UP))), one, ROUND_DOWN);
	return rational_is_finite(told) ? told : rational_int(0);
}

static answer search(solver *s, set *values, unsigned depth)
{
	if (!narrow(&s->narrower, values))
		return ANSWER_UNSATISFIABLE;
	if (!s->narrower.left)
		return ANSWER_UNDECIDED;
	if (dive(s, values))
		return ANSWER_SATISFIABLE;
	size_t i = unsettled(s, values);
	if (depth == DEPTH || i == SIZE_MAX || !s->narrower.left)
		return ANSWER_UNDECIDED;
	rational at = halfway(&values[i], s->network->unknowns.at[i].told);
	const set halves[2] = {
		set_of((interval){.lo = RATIONAL_MINUS_INFINITY, .hi = at}),
		set_of((interval){.lo = at, .hi = RATIONAL_INFINITY, .lo_open = true}),
	};
	answer all = ANSWER_UNSATISFIABLE;
	for (int half = 0; half < 2 && all != ANSWER_SATISFIABLE; half++) {
		set *part = sets_of(s, &s->levels[depth + 1]);
		memcpy(part, values, s->network->unknowns.n * sizeof *part);
		set piece = set_intersect(&values[i], &halves[half]);
		part[i] = set_tighten(&piece);
		answer one = search(s, part, depth + 1);
		if (one != ANSWER_UNSATISFIABLE)
			all = one;
	}
	return all;
}

answer network_solve(network *n, const trial *t)
{
	if (!n->solver) {
		n->solver = ARENA_NEW(n->arena, solver);
		*n->solver = (solver){.narrower = narrower_new(n), .network = n};
	}
	solver *s = n->solver;
	s->narrower.without = t->without;
	s->narrower.left = t->steps;
	s->witness = t->witness;
	set *values = sets_of(s, &s->levels[0]);
	for (size_t i = 0; i < n->unknowns.n; i++)
		values[i] = t->free && t->free[i] ? set_all() : set_tighten(&n->unknowns.at[i].values);
	return search(s, values, 0);
}
