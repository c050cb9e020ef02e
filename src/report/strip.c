/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/strip.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_TICKS = 9, GROUPED_DIGITS = 15, SMALL_PLACES = 6, GAP_DIGITS = 6 };

typedef struct range {
	double lo, hi;
	bool any, below, above; /* some finite end; some set goes on without end below, above */
} range;

/* ---- the axis ---- */

static void range_take(range *r, rational v)
{
	double x = rational_to_double(v);
	if (!r->any || x < r->lo)
		r->lo = x;
	if (!r->any || x > r->hi)
		r->hi = x;
	r->any = true;
}

static range range_of(const strip_row *rows, size_t n)
{
	range r = {0};
	for (size_t i = 0; i < n; i++) {
		for (unsigned k = 0; k < rows[i].values.n; k++) {
			const interval *piece = &rows[i].values.at[k];
			if (rational_is_finite(piece->lo))
				range_take(&r, piece->lo);
			else
				r.below = true;
			if (rational_is_finite(piece->hi))
				range_take(&r, piece->hi);
			else
				r.above = true;
		}
		if (rows[i].has_told && rational_is_finite(rows[i].told))
			range_take(&r, rows[i].told);
	}
	return r;
}

/* Room on both sides, more where an arrow goes; never below zero for values that are not. */
static void set_range(strip *s, range r)
{
	double size = fmax(fabs(r.lo), fabs(r.hi)), span = r.hi - r.lo;
	if (span < size * 1e-9)
		span = size > 0 ? size * 0.2 : 1;
	s->from = r.lo - span * (r.below ? 0.35 : 0.12);
	s->to = r.hi + span * (r.above ? 0.35 : 0.12);
	if (r.lo >= 0 && !r.below && s->from < 0)
		s->from = 0;
}

static double place(const strip *s, const strip_axis *axis, rational v)
{
	double at = (rational_to_double(v) - s->from) / (s->to - s->from) * axis->width;
	return fmin(fmax(at, 0), axis->width);
}

/* ---- ticks ---- */

static size_t group_thousands(const char *digits, size_t n, char *out)
{
	size_t at = 0;
	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			out[at++] = ',';
		out[at++] = digits[i];
	}
	return at;
}

static slice power_of_ten(arena *a, decimal d, const char *suffix)
{
	static const char *const RAISED[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	char digits[DECIMAL_TEXT], power[16], raised[64];
	bool negative = d.coefficient < 0;
	size_t n = decimal_format((decimal){negative ? -d.coefficient : d.coefficient, 0}, digits);
	int exponent = d.exponent + (int)n - 1;
	snprintf(power, sizeof power, "%d", exponent < 0 ? -exponent : exponent);
	size_t at = 0;
	for (const char *c = power; *c; c++) {
		size_t len = strlen(RAISED[*c - '0']);
		memcpy(raised + at, RAISED[*c - '0'], len);
		at += len;
	}
	return arena_printf(a, "%s%c%s%.*s×10%s%.*s%s", negative ? "−" : "", digits[0], n > 1 ? "." : "", (int)n - 1, digits + 1,
	                    exponent < 0 ? "⁻" : "", (int)at, raised, suffix);
}

/* Zeros right after the point of a number below 1. */
static size_t leading_zeros(const char *text, size_t n)
{
	size_t zeros = 0;
	while (text[0] == '0' && 2 + zeros < n && text[2 + zeros] == '0')
		zeros++;
	return zeros;
}

slice strip_number(arena *a, decimal d, bool percent)
{
	const char *suffix = percent ? "%" : "";
	d = decimal_normal(d);
	if (percent && d.coefficient)
		d.exponent += 2;
	char text[DECIMAL_TEXT], out[2 * DECIMAL_TEXT];
	size_t n = decimal_format((decimal){d.coefficient < 0 ? -d.coefficient : d.coefficient, d.exponent}, text);
	const char *point = memchr(text, '.', n);
	size_t whole = point ? (size_t)(point - text) : n;
	if (whole > GROUPED_DIGITS || leading_zeros(text, n) >= SMALL_PLACES)
		return power_of_ten(a, d, suffix);
	size_t at = whole > 4 || !point ? group_thousands(text, whole, out) : (memcpy(out, text, whole), whole);
	memcpy(out + at, text + whole, n - whole);
	return arena_printf(a, "%s%.*s%s", d.coefficient < 0 ? "−" : "", (int)(at + n - whole), out, suffix);
}

typedef struct ticking { /* ticks at first × unit × 10^power, and every `unit` on */
	int128 first;
	size_t n;
	int unit, power;
} ticking;

static double tick_value(const ticking *t, size_t i)
{
	return (double)(t->first + (int128)i) * t->unit * pow(10, t->power);
}

static ticking ticks_at(const strip *s, int unit, int power)
{
	double step = unit * pow(10, power), first = ceil(s->from / step - 1e-9), last = floor(s->to / step + 1e-9);
	ticking t = {.unit = unit, .power = power};
	if (fabs(first) < 1e30 && last >= first && last - first < 100) {
		t.first = (int128)first;
		t.n = (size_t)(last - first) + 1;
	}
	return t;
}

static slice tick_label(arena *a, const ticking *t, size_t i, bool percent)
{
	return strip_number(a, (decimal){(t->first + (int128)i) * t->unit, t->power}, percent);
}

static double tick_place(const strip *s, const strip_axis *axis, double value)
{
	return fmin(fmax((value - s->from) / (s->to - s->from), 0), 1) * axis->width;
}

static bool ticks_fit(arena *a, const strip *s, const ticking *t, const strip_axis *axis)
{
	double free_from = -HUGE_VAL;
	for (size_t i = 0; i < t->n; i++) {
		double at = tick_place(s, axis, tick_value(t, i));
		double half = axis->measure(axis->ctx, tick_label(a, t, i, axis->percent)) / 2;
		if (at - half < free_from)
			return false;
		free_from = at + half + axis->label_space;
	}
	return t->n > 0;
}

static void add_ticks(arena *a, strip *s, const strip_axis *axis, bool whole)
{
	static const int UNITS[] = {1, 2, 5};
	int power = (int)floor(log10((s->to - s->from) / MOST_TICKS));
	if (whole && power < 0)
		power = 0;
	for (unsigned k = 0; k < 30; k++) {
		ticking t = ticks_at(s, UNITS[k % 3], power + (int)(k / 3));
		if (t.n > MOST_TICKS || !ticks_fit(a, s, &t, axis))
			continue;
		for (size_t i = 0; i < t.n; i++) {
			double at = tick_place(s, axis, tick_value(&t, i));
			slice label = tick_label(a, &t, i, axis->percent);
			double half = axis->measure(axis->ctx, label) / 2;
			bool inside = at - half >= -axis->overhang && at + half <= axis->width + axis->overhang;
			VEC_PUSH(a, s->shapes,
			         (strip_shape){.kind = STRIP_TICK, .x0 = at, .x1 = at, .label = inside ? label : (slice){0}});
		}
		return;
	}
}

/* ---- the sets ---- */

static void add_end(arena *a, strip *s, uint32_t row, double x, bool infinite, bool open, strip_kind arrow)
{
	strip_kind kind = infinite ? arrow : open ? STRIP_OPEN : STRIP_CLOSED;
	VEC_PUSH(a, s->shapes, (strip_shape){.kind = kind, .row = row, .to_row = row, .x0 = x, .x1 = x});
}

static void add_row(arena *a, strip *s, const strip_axis *axis, const strip_row *r, uint32_t row)
{
	for (unsigned k = 0; k < r->values.n; k++) {
		const interval *piece = &r->values.at[k];
		bool below = !rational_is_finite(piece->lo), above = !rational_is_finite(piece->hi);
		double x0 = below ? 0 : place(s, axis, piece->lo), x1 = above ? axis->width : place(s, axis, piece->hi);
		bool point = !below && !above && rational_compare(piece->lo, piece->hi) == 0;
		if (!point)
			VEC_PUSH(a, s->shapes, (strip_shape){.kind = STRIP_BAR, .row = row, .to_row = row, .x0 = x0, .x1 = x1});
		add_end(a, s, row, x0, below, piece->lo_open, STRIP_ARROW_LEFT);
		if (!point)
			add_end(a, s, row, x1, above, piece->hi_open, STRIP_ARROW_RIGHT);
	}
	rational single;
	if (r->has_told && rational_is_finite(r->told) && !set_single(&r->values, &single)) {
		double x = place(s, axis, r->told);
		VEC_PUSH(a, s->shapes, (strip_shape){.kind = STRIP_TOLD, .row = row, .to_row = row, .x0 = x, .x1 = x});
	}
}

/* ---- the gap ---- */

typedef struct gap {
	bool found;
	rational lo, hi;
	uint32_t row, to_row;
} gap;

/* Convex sets have a common value exactly if the greatest lower end is not above the least upper end. */
static gap gap_of_hulls(const strip_row *rows, size_t n)
{
	gap g = {0};
	bool any = false;
	for (uint32_t i = 0; i < n; i++) {
		if (!rows[i].core)
			continue;
		interval hull = set_hull(&rows[i].values);
		if (!any || rational_compare(hull.hi, g.lo) < 0)
			g.lo = hull.hi, g.row = i;
		if (!any || rational_compare(hull.lo, g.hi) > 0)
			g.hi = hull.lo, g.to_row = i;
		any = true;
	}
	g.found = any && rational_compare(g.lo, g.hi) < 0;
	return g;
}

/* The least distance between pieces of two sets that do not meet, though their hulls do. */
static gap gap_of_pieces(const strip_row *rows, uint32_t i, uint32_t j)
{
	gap best = {.row = i, .to_row = j};
	const set *pair[2] = {&rows[i].values, &rows[j].values};
	for (unsigned side = 0; side < 2; side++)
		for (unsigned k = 0; k < pair[side]->n; k++)
			for (unsigned m = 0; m < pair[!side]->n; m++) {
				rational lo = pair[side]->at[k].hi, hi = pair[!side]->at[m].lo;
				if (!rational_is_finite(lo) || !rational_is_finite(hi) || rational_compare(lo, hi) > 0)
					continue;
				rational size = rational_subtract(hi, lo, ROUND_UP);
				if (!best.found || rational_compare(size, rational_subtract(best.hi, best.lo, ROUND_UP)) < 0)
					best.found = true, best.lo = lo, best.hi = hi;
			}
	return best;
}

static gap find_gap(const strip_row *rows, size_t n)
{
	gap g = gap_of_hulls(rows, n);
	for (uint32_t i = 0; i < n && !g.found; i++)
		for (uint32_t j = i + 1; j < n && !g.found; j++)
			if (rows[i].core && rows[j].core && !set_meets(&rows[i].values, &rows[j].values))
				g = gap_of_pieces(rows, i, j);
	return g;
}

static slice gap_label(arena *a, rational size, bool percent)
{
	decimal d;
	bool exact = rational_to_decimal(size, &d);
	decimal whole = exact ? decimal_normal(d) : (decimal){0};
	if (!exact || whole.coefficient >= 1000000 || whole.coefficient <= -1000000)
		d = rational_is_integer(size) && exact ? d : rational_significant(size, GAP_DIGITS, ROUND_DOWN);
	if (percent && d.coefficient)
		d.exponent += 2;
	return arena_printf(a, percent ? "gap " SLICE_FMT " points" : "gap " SLICE_FMT, SLICE_ARG(strip_number(a, d, false)));
}

static void add_gap(arena *a, strip *s, const strip_axis *axis, const strip_row *rows, size_t n)
{
	gap g = find_gap(rows, n);
	if (!g.found)
		return;
	s->has_gap = true;
	s->gap = rational_subtract(g.hi, g.lo, ROUND_UP);
	VEC_PUSH(a, s->shapes,
	         (strip_shape){.kind = STRIP_GAP,
	                       .row = g.row < g.to_row ? g.row : g.to_row,
	                       .to_row = g.row < g.to_row ? g.to_row : g.row,
	                       .x0 = place(s, axis, g.lo),
	                       .x1 = place(s, axis, g.hi),
	                       .label = gap_label(a, s->gap, axis->percent)});
}

strip strip_build(arena *a, const strip_row *rows, size_t n, const strip_axis *axis)
{
	strip s = {0};
	range r = range_of(rows, n);
	set_range(&s, r);
	bool whole = true;
	for (size_t i = 0; i < n; i++)
		whole = whole && rows[i].values.integer;
	add_ticks(a, &s, axis, whole);
	add_gap(a, &s, axis, rows, n);
	for (size_t i = 0; i < n; i++)
		add_row(a, &s, axis, &rows[i], (uint32_t)i);
	return s;
}
