/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets as people read them. */
#include "base/set.h"

#include <string.h>

enum {
	FULL_DIGITS = 12, /* a decimal of at most so many is written in full */
	SHORT_DIGITS = 6, /* of one that is not */
	PIECE_TEXT = 2 * RATIONAL_TEXT + 16,
};

static bool is_written_in_full(rational r)
{
	decimal d;
	if (!rational_is_finite(r) || rational_is_integer(r))
		return true;
	if (!rational_to_decimal(r, &d))
		return false;
	int digits = 0;
	for (int128 rest = decimal_normal(d).coefficient; rest; rest /= 10)
		digits++;
	return digits <= FULL_DIGITS;
}

static size_t format_end(rational r, rounding dir, char out[RATIONAL_TEXT])
{
	return is_written_in_full(r) ? rational_format(r, dir, out)
	                             : decimal_format(rational_significant(r, SHORT_DIGITS, dir), out);
}

/* The nearer of the two roundings; the lower one if both are as near. */
static size_t format_point(rational r, char out[RATIONAL_TEXT])
{
	if (is_written_in_full(r))
		return rational_format(r, ROUND_DOWN, out);
	decimal down = rational_significant(r, SHORT_DIGITS, ROUND_DOWN), up = rational_significant(r, SHORT_DIGITS, ROUND_UP);
	rational below = rational_subtract(r, rational_from_decimal(down, ROUND_DOWN), ROUND_DOWN);
	rational above = rational_subtract(rational_from_decimal(up, ROUND_UP), r, ROUND_DOWN);
	return decimal_format(rational_compare(below, above) <= 0 ? down : up, out);
}

static slice format_piece(arena *a, const interval *i)
{
	char lo[RATIONAL_TEXT], hi[RATIONAL_TEXT];
	if (rational_compare(i->lo, i->hi) == 0) {
		format_point(i->lo, lo);
		return arena_printf(a, "{%s}", lo);
	}
	format_end(i->lo, ROUND_DOWN, lo);
	format_end(i->hi, ROUND_UP, hi);
	return arena_printf(a, "%c%s, %s%c", i->lo_open ? '(' : '[', lo, hi, i->hi_open ? ')' : ']');
}

slice set_format(arena *a, const set *s)
{
	slice text = s->n ? format_piece(a, &s->at[0]) : SLICE("∅");
	for (size_t i = 1; i < s->n; i++) {
		slice piece = format_piece(a, &s->at[i]);
		text = arena_printf(a, SLICE_FMT " ∪ " SLICE_FMT, SLICE_ARG(text), SLICE_ARG(piece));
	}
	return text;
}
