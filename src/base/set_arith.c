/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic of sets: piece by piece, and then gathered. Ends are rounded outwards where they cannot be exact. */
#include "base/set.h"

#define MOST_PAIRS (SET_PIECES * (SET_PIECES + 1)) /* a divisor may be split at 0 */

static const rational zero = {0, 1};

typedef interval piece_function(const interval *a, const interval *b);

/* The images of all pairs of pieces. */
static set combine(const set *a, const set *b, bool integer, piece_function *image)
{
	interval pieces[SET_PIECES * SET_PIECES];
	size_t n = 0;
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			pieces[n++] = image(&a->at[i], &b->at[j]);
	return set_gather(pieces, n, integer);
}

/* An end that was rounded to infinity is open. */
static interval open_infinite(interval i)
{
	i.lo_open |= !rational_is_finite(i.lo);
	i.hi_open |= !rational_is_finite(i.hi);
	return i;
}

static interval add(const interval *a, const interval *b)
{
	return open_infinite((interval){
		.lo = rational_add(a->lo, b->lo, ROUND_DOWN),
		.hi = rational_add(a->hi, b->hi, ROUND_UP),
		.lo_open = a->lo_open || b->lo_open,
		.hi_open = a->hi_open || b->hi_open,
	});
}

set set_add(const set *a, const set *b)
{
	return combine(a, b, a->integer && b->integer, add);
}

set set_subtract(const set *a, const set *b)
{
	set minus = set_negate(b);
	return set_add(a, &minus);
}

typedef struct end {
	rational lo, hi; /* the value, rounded down and up */
	bool open;
} end;

/* The product of an end of one piece and an end of another. At the corner 0 × infinity the product comes near to 0 and to
 * everything up to what the other corners say: 0 stands for it. A 0 that is reached makes 0, whatever the other end is. */
static end corner(rational x, bool x_open, rational y, bool y_open)
{
	bool x_zero = rational_sign(x) == 0, y_zero = rational_sign(y) == 0;
	if (x_zero || y_zero)
		return (end){.lo = zero, .hi = zero, .open = !((x_zero && !x_open) || (y_zero && !y_open))};
	rational lo = rational_multiply(x, y, ROUND_DOWN);
	bool exact = rational_is_short(x) && rational_is_short(y);
	return (end){.lo = lo, .hi = exact ? lo : rational_multiply(x, y, ROUND_UP), .open = x_open || y_open};
}

static interval multiply(const interval *a, const interval *b)
{
	bool a_point = rational_compare(a->lo, a->hi) == 0, b_point = rational_compare(b->lo, b->hi) == 0;
	end corners[4] = {corner(a->lo, a->lo_open, b->lo, b->lo_open)};
	int n = 1;
	if (!b_point)
		corners[n++] = corner(a->lo, a->lo_open, b->hi, b->hi_open);
	if (!a_point)
		corners[n++] = corner(a->hi, a->hi_open, b->lo, b->lo_open);
	if (!a_point && !b_point)
		corners[n++] = corner(a->hi, a->hi_open, b->hi, b->hi_open);
	interval product = {.lo = corners[0].lo, .hi = corners[0].hi, .lo_open = corners[0].open, .hi_open = corners[0].open};
	for (int i = 1; i < n; i++) {
		int lo = rational_compare(corners[i].lo, product.lo), hi = rational_compare(corners[i].hi, product.hi);
		if (lo < 0)
			product.lo = corners[i].lo;
		if (lo <= 0)
			product.lo_open = corners[i].open && (lo < 0 || product.lo_open);
		if (hi > 0)
			product.hi = corners[i].hi;
		if (hi >= 0)
			product.hi_open = corners[i].open && (hi > 0 || product.hi_open);
	}
	return open_infinite(product);
}

set set_multiply(const set *a, const set *b)
{
	return combine(a, b, a->integer && b->integer, multiply);
}

static interval mirror(const interval *i)
{
	return (interval){
		.lo = rational_negate(i->hi), .hi = rational_negate(i->lo), .lo_open = i->hi_open, .hi_open = i->lo_open};
}

/* Cuts off what is below `least`, and with `open` that too; false if nothing is left. */
static bool cut_below(interval *i, rational least, bool open)
{
	int order = rational_compare(i->lo, least);
	if (order <= 0) {
		i->lo_open = open || (order == 0 && i->lo_open);
		i->lo = least;
	}
	order = rational_compare(i->lo, i->hi);
	return order < 0 || (order == 0 && !i->lo_open && !i->hi_open);
}

/* 1 / piece, for a piece above 0: its ends upside down, by which 0 and infinity, both open, become each other. */
static interval reciprocal(const interval *piece)
{
	return (interval){
		.lo = {piece->hi.den, piece->hi.num},
		.hi = {piece->lo.den, piece->lo.num},
		.lo_open = piece->hi_open,
		.hi_open = piece->lo_open,
	};
}

/* The pieces of b without 0 (with the mark: without what is nearer to it than 1), upside down. */
static size_t reciprocals(const set *b, interval out[SET_PIECES + 1])
{
	const rational from_zero = {b->integer ? 1 : 0, 1};
	size_t n = 0;
	for (size_t i = 0; i < b->n; i++) {
		interval above = b->at[i], below = mirror(&b->at[i]);
		if (cut_below(&above, from_zero, !b->integer))
			out[n++] = reciprocal(&above);
		if (cut_below(&below, from_zero, !b->integer)) {
			below = reciprocal(&below);
			out[n++] = mirror(&below);
		}
	}
	return n;
}

set set_divide(const set *a, const set *b)
{
	interval inverse[SET_PIECES + 1], pieces[MOST_PAIRS];
	size_t n = 0, parts = reciprocals(b, inverse);
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < parts; j++)
			pieces[n++] = multiply(&a->at[i], &inverse[j]);
	return set_gather(pieces, n, false);
}

set set_negate(const set *s)
{
	set result;
	result.n = s->n;
	result.integer = s->integer;
	for (size_t i = 0; i < s->n; i++)
		result.at[s->n - 1 - i] = mirror(&s->at[i]);
	return result;
}

static interval larger(const interval *a, const interval *b)
{
	int lo = rational_compare(a->lo, b->lo), hi = rational_compare(a->hi, b->hi);
	return (interval){
		.lo = lo >= 0 ? a->lo : b->lo,
		.hi = hi >= 0 ? a->hi : b->hi,
		.lo_open = lo > 0   ? a->lo_open
	               : lo < 0 ? b->lo_open
	                        : a->lo_open || b->lo_open, /* both must be there for it */
		.hi_open = hi > 0   ? a->hi_open
	               : hi < 0 ? b->hi_open
	                        : a->hi_open && b->hi_open, /* one is enough */
	};
}

set set_max(const set *a, const set *b)
{
	return combine(a, b, a->integer && b->integer, larger);
}

set set_min(const set *a, const set *b)
{
	set x = set_negate(a), y = set_negate(b), most = set_max(&x, &y);
	return set_negate(&most);
}

set set_abs(const set *s)
{
	interval pieces[2 * SET_PIECES];
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++) {
		interval above = s->at[i], below = mirror(&s->at[i]);
		if (cut_below(&above, zero, false))
			pieces[n++] = above;
		if (cut_below(&below, zero, false))
			pieces[n++] = below;
	}
	return set_gather(pieces, n, s->integer);
}

set set_widen(const set *s, rational by)
{
	interval pieces[SET_PIECES];
	for (size_t i = 0; i < s->n; i++) {
		pieces[i] = s->at[i];
		pieces[i].lo = rational_subtract(s->at[i].lo, by, ROUND_DOWN);
		pieces[i].hi = rational_add(s->at[i].hi, by, ROUND_UP);
		pieces[i] = open_infinite(pieces[i]);
	}
	return set_gather(pieces, s->n, s->integer);
}
