/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about sets. */
#include "base/set.h"

bool set_is_empty(const set *s)
{
	if (s->n == 0 || !s->integer)
		return s->n == 0;
	bool whole = rational_is_integer(s->at[0].lo) && !s->at[0].lo_open; /* as most begin */
	return !whole && set_tighten(s).n == 0;
}

bool set_contains(const set *s, rational r)
{
	if (!rational_is_finite(r) || (s->integer && !rational_is_integer(r)))
		return false;
	for (size_t i = 0; i < s->n; i++) {
		int lo = rational_compare(s->at[i].lo, r), hi = rational_compare(r, s->at[i].hi);
		if ((lo < 0 || (lo == 0 && !s->at[i].lo_open)) && (hi < 0 || (hi == 0 && !s->at[i].hi_open)))
			return true;
	}
	return false;
}

static bool is_point(const interval *i)
{
	return rational_compare(i->lo, i->hi) == 0;
}

/* Whether the members of s, which has not the mark, are all whole: then it is as good as marked. */
static bool is_whole_points(const set *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (!is_point(&s->at[i]) || !rational_is_integer(s->at[i].lo))
			return false;
	return true;
}

/* The one way to write the members of s: marked and tight if all are whole. */
static set canonical(const set *s)
{
	set marked = *s;
	marked.integer |= is_whole_points(s);
	return set_tighten(&marked);
}

bool set_equal(const set *a, const set *b)
{
	set x = canonical(a), y = canonical(b);
	if (x.n != y.n || x.integer != y.integer)
		return false;
	for (size_t i = 0; i < x.n; i++)
		if (rational_compare(x.at[i].lo, y.at[i].lo) != 0 || rational_compare(x.at[i].hi, y.at[i].hi) != 0 ||
		    x.at[i].lo_open != y.at[i].lo_open || x.at[i].hi_open != y.at[i].hi_open)
			return false;
	return true;
}

/* Whether a lies within b. */
static bool within(const interval *a, const interval *b)
{
	int lo = rational_compare(b->lo, a->lo), hi = rational_compare(a->hi, b->hi);
	return (lo < 0 || (lo == 0 && (!b->lo_open || a->lo_open))) && (hi < 0 || (hi == 0 && (!b->hi_open || a->hi_open)));
}

bool set_subset(const set *a, const set *b)
{
	set inner = canonical(a), outer = *b;
	if (inner.n && outer.integer && !inner.integer)
		return false;
	if (inner.integer) {
		outer.integer = true;
		outer = set_tighten(&outer);
	}
	for (size_t i = 0, j = 0; i < inner.n; i++) { /* a piece without holes lies in one piece of b or not within b */
		while (j < outer.n && !within(&inner.at[i], &outer.at[j]))
			j++;
		if (j == outer.n)
			return false;
	}
	return true;
}

interval set_hull(const set *s)
{
	const interval *first = &s->at[0], *last = &s->at[s->n ? s->n - 1 : 0];
	return (interval){.lo = first->lo, .hi = last->hi, .lo_open = first->lo_open, .hi_open = last->hi_open};
}

bool set_single(const set *s, rational *out)
{
	set tight = set_tighten(s);
	if (tight.n != 1 || !is_point(&tight.at[0]))
		return false;
	*out = tight.at[0].lo;
	return true;
}

rational set_gap(const set *a, const set *b)
{
	if (set_is_empty(a) || set_is_empty(b))
		return RATIONAL_INFINITY;
	interval x = set_hull(a), y = set_hull(b);
	if (rational_compare(x.hi, y.lo) < 0)
		return rational_subtract(y.lo, x.hi, ROUND_UP);
	if (rational_compare(y.hi, x.lo) < 0)
		return rational_subtract(x.lo, y.hi, ROUND_UP);
	return (rational){0, 1};
}

/* Compares the least that a may be with the most that b may be; false if either is empty. */
static bool extremes(const set *a, const set *b, int *order, bool *both_reached)
{
	set x = set_tighten(a), y = set_tighten(b);
	if (x.n == 0 || y.n == 0)
		return false;
	interval least = set_hull(&x), most = set_hull(&y);
	*order = rational_compare(least.lo, most.hi);
	*both_reached = !least.lo_open && !most.hi_open;
	return true;
}

bool set_may_be_less(const set *a, const set *b)
{
	int order;
	bool both_reached;
	return extremes(a, b, &order, &both_reached) && order < 0;
}

bool set_may_be_less_equal(const set *a, const set *b)
{
	int order;
	bool both_reached;
	return extremes(a, b, &order, &both_reached) && (order < 0 || (order == 0 && both_reached));
}
