/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making sets, and putting them together. */
#include "base/set.h"

set set_empty(void)
{
	return (set){0};
}

const set *set_zero(void)
{
	static const set zero = {.at = {{.lo = {0, 1}, .hi = {0, 1}}}, .n = 1};
	return &zero;
}

set set_all(void)
{
	return set_of((interval){.lo = RATIONAL_MINUS_INFINITY, .hi = RATIONAL_INFINITY});
}

set set_point(rational r)
{
	return set_of((interval){.lo = r, .hi = r});
}

set set_closed(rational lo, rational hi)
{
	return set_of((interval){.lo = lo, .hi = hi});
}

set set_of(interval i)
{
	set s;
	s.n = 0; /* what lies behind its pieces is never looked at */
	s.integer = false;
	i.lo_open |= !rational_is_finite(i.lo);
	i.hi_open |= !rational_is_finite(i.hi);
	int order = rational_compare(i.lo, i.hi);
	if (order < 0 || (order == 0 && !i.lo_open && !i.hi_open)) {
		s.n = 1;
		s.at[0] = i;
	}
	return s;
}

set set_integers(set s)
{
	s.integer = true;
	return s;
}

/* Whether a begins before b. */
static bool begins_before(const interval *a, const interval *b)
{
	int order = rational_compare(a->lo, b->lo);
	return order < 0 || (order == 0 && !a->lo_open && b->lo_open);
}

static void sort(interval *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		interval moved = at[i];
		size_t j = i;
		for (; j > 0 && begins_before(&moved, &at[j - 1]); j--)
			at[j] = at[j - 1];
		at[j] = moved;
	}
}

/* Makes a reach as far as b, which does not begin before it. */
static void extend(interval *a, const interval *b)
{
	int order = rational_compare(b->hi, a->hi);
	if (order > 0) {
		a->hi = b->hi;
		a->hi_open = b->hi_open;
	} else if (order == 0) {
		a->hi_open &= b->hi_open;
	}
}

/* Of sorted pieces, joins those that overlap or touch; returns how many are left. */
static size_t join_touching(interval *at, size_t n)
{
	size_t last = 0;
	for (size_t i = 1; i < n; i++) {
		int order = rational_compare(at[i].lo, at[last].hi);
		if (order < 0 || (order == 0 && !(at[i].lo_open && at[last].hi_open)))
			extend(&at[last], &at[i]);
		else
			at[++last] = at[i];
	}
	return n ? last + 1 : 0;
}

/* Joins the two neighbours with the smallest gap between them. */
static size_t join_nearest(interval *at, size_t n)
{
	size_t nearest = 0;
	rational least = RATIONAL_INFINITY;
	for (size_t i = 0; i + 1 < n; i++) {
		rational gap = rational_subtract(at[i + 1].lo, at[i].hi, ROUND_UP);
		if (rational_compare(gap, least) < 0) {
			least = gap;
			nearest = i;
		}
	}
	extend(&at[nearest], &at[nearest + 1]);
	for (size_t i = nearest + 1; i + 1 < n; i++)
		at[i] = at[i + 1];
	return n - 1;
}

/* Moves the ends of sorted pieces to the whole numbers within; drops pieces without any and joins neighbours like [1, 2] and
 * [3, 5], between which there is no whole number. Returns how many are left. */
static size_t tighten(interval *at, size_t n)
{
	const rational one = {1, 1};
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		interval t = at[i];
		if (rational_is_finite(t.lo)) {
			t.lo = t.lo_open ? rational_add(rational_floor(t.lo), one, ROUND_DOWN) : rational_ceil(t.lo);
			t.lo_open = false;
		}
		if (rational_is_finite(t.hi)) {
			t.hi = t.hi_open ? rational_subtract(rational_ceil(t.hi), one, ROUND_UP) : rational_floor(t.hi);
			t.hi_open = false;
		}
		if (rational_compare(t.lo, t.hi) > 0)
			continue;
		if (kept && rational_compare(t.lo, rational_add(at[kept - 1].hi, one, ROUND_DOWN)) <= 0)
			extend(&at[kept - 1], &t);
		else
			at[kept++] = t;
	}
	return kept;
}

set set_gather(interval *pieces, size_t n, bool integer)
{
	set s;
	if (n > 1) {
		sort(pieces, n);
		n = join_touching(pieces, n);
	}
	if (n > SET_PIECES && integer)
		n = tighten(pieces, n);
	while (n > SET_PIECES)
		n = join_nearest(pieces, n);
	for (size_t i = 0; i < n; i++)
		s.at[i] = pieces[i];
	s.n = (uint8_t)n;
	s.integer = integer;
	return s;
}

set set_tighten(const set *s)
{
	set result = *s;
	if (s->integer)
		result.n = (uint8_t)tighten(result.at, s->n);
	return result;
}

set set_union(const set *a, const set *b)
{
	if (a->n == 0)
		return *b;
	if (b->n == 0)
		return *a;
	interval both[2 * SET_PIECES];
	size_t n = 0;
	bool integer = a->integer && b->integer;
	for (int side = 0; side < 2; side++) {
		set s = side ? *b : *a;
		if (s.integer && !integer) /* without the mark, its ends must say which numbers there are */
			s = set_tighten(&s);
		for (size_t i = 0; i < s.n; i++)
			both[n++] = s.at[i];
	}
	return set_gather(both, n, integer);
}

/* What two pieces have in common; false if nothing. */
static bool overlap(const interval *a, const interval *b, interval *out)
{
	int lo = rational_compare(a->lo, b->lo), hi = rational_compare(a->hi, b->hi);
	*out = (interval){
		.lo = lo >= 0 ? a->lo : b->lo,
		.hi = hi <= 0 ? a->hi : b->hi,
		.lo_open = (lo >= 0 && a->lo_open) || (lo <= 0 && b->lo_open),
		.hi_open = (hi <= 0 && a->hi_open) || (hi >= 0 && b->hi_open),
	};
	int order = rational_compare(out->lo, out->hi);
	return order < 0 || (order == 0 && !out->lo_open && !out->hi_open);
}

set set_intersect(const set *a, const set *b)
{
	interval common[SET_PIECES * SET_PIECES];
	size_t n = 0;
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			n += overlap(&a->at[i], &b->at[j], &common[n]);
	return set_gather(common, n, a->integer || b->integer);
}

bool set_meets(const set *a, const set *b)
{
	bool integer = a->integer || b->integer;
	interval common;
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			if (overlap(&a->at[i], &b->at[j], &common) && (!integer || tighten(&common, 1)))
				return true;
	return false;
}
