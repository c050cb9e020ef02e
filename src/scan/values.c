/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values a figure allows. Every width is data: the rows of the lexicon's set "values" (rules/lexicon/en/hedges.yaml),
 * each with what the plain reading takes and, under keys of its own, what the generous one does. */
#include "scan/atoms.h"

typedef struct row { /* one row of the table, in one reading */
	const lex_entry *entry;
	bool generous;
} row;

typedef struct base {   /* what stands before any hedge, in the set's own unit: percents are ratios */
	rational low, high; /* the ends as told; equal but for ranges and vague numbers */
	rational u;
	bool whole; /* has the integer mark */
	bool bare;  /* a whole number told without rounding */
	bool part;  /* a percent or a fraction */
	bool floor; /* nothing of it is under 0 */
	bool fine;
} base;

static rational add(rational a, rational b)
{
	return rational_add(a, b, ROUND_UP);
}

static rational minus(rational a, rational b)
{
	return rational_subtract(a, b, ROUND_DOWN);
}

static rational times(rational a, rational b)
{
	return rational_multiply(a, b, ROUND_UP);
}

static rational least(rational a, rational b)
{
	return rational_compare(a, b) < 0 ? a : b;
}

static rational most(rational a, rational b)
{
	return rational_compare(a, b) > 0 ? a : b;
}

static row row_of(const lexicon *lex, const char *name, bool generous)
{
	const lex_entry *e = lexicon_entry(lex, lexicon_word(lex, slice_of(name)), lexicon_set(lex, SLICE("values")));
	return (row){e, generous};
}

/* The row's number of that name in its reading; `absent` if the row has none. */
static rational take(row r, const char *plain, const char *generous, rational absent)
{
	const node *n = r.entry ? node_get(lexicon_data(r.entry), slice_of(r.generous ? generous : plain)) : NULL;
	rational out;
	return n && n->kind == NODE_SCALAR && number_parse(node_text(n), &out) ? out : absent;
}

#define TAKE(r, key) take((r), "plain-" key, "generous-" key, rational_int(0))
#define TAKE_OR(r, key, absent) take((r), "plain-" key, "generous-" key, (absent))

static set span(rational low, bool low_open, rational high, bool high_open)
{
	if (rational_compare(low, high) > 0)
		return set_empty();
	if (rational_compare(low, high) == 0)
		return set_point(low);
	return set_of((interval){low, high, low_open, high_open});
}

static bool directional(hedge_shape h)
{
	return h != HEDGE_NONE && h != HEDGE_ABOUT;
}

static bool has_floor(const figure *f)
{
	static const slice signed_dimension = {"temperature", 11};
	switch (f->kind) {
	case FIGURE_COUNT:
	case FIGURE_AGE:
	case FIGURE_DURATION:
	case FIGURE_MONEY:
	case FIGURE_PERCENT:
	case FIGURE_FRACTION:
	case FIGURE_RATIO:
	case FIGURE_VAGUE:
		break;
	case FIGURE_MEASURE:
		if (slice_equal(figure_unit(f)->dimension, signed_dimension))
			return false;
		break;
	default:
		return false;
	}
	return f->base == BASE_NONE || rational_sign(figure_value(f)) >= 0;
}

static base base_of(const figure *f, bool fine)
{
	bool degrees = f->kind == FIGURE_STATISTIC && f->whole; /* of freedom */
	bool counted = f->kind == FIGURE_COUNT || f->kind == FIGURE_ORDINAL || f->kind == FIGURE_AGE || degrees;
	rational value = figure_value(f);
	base b = {.low = value, .high = value, .u = figure_ulp(f), .fine = fine};
	if (f->base == BASE_RANGE || f->base == BASE_VAGUE)
		b.high = figure_high(f);
	if (f->kind == FIGURE_PERCENT) {
		rational hundred = rational_int(100);
		b.low = rational_divide(b.low, hundred, ROUND_DOWN);
		b.high = rational_divide(b.high, hundred, ROUND_UP);
		b.u = rational_divide(b.u, hundred, ROUND_UP);
	}
	b.whole = f->whole;
	b.bare = counted && !f->magnitude && rational_is_integer(value) && f->base == BASE_NUMBER;
	b.part = f->kind == FIGURE_PERCENT || f->kind == FIGURE_FRACTION || f->base == BASE_FRACTION;
	b.floor = has_floor(f);
	return b;
}

/* Without a hedge. */
static set bare_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	rational n = b->low;
	row r;
	switch (f->base) {
	case BASE_RANGE: {
		r = row_of(lex, "range", generous);
		rational out = times(TAKE(r, "ulp"), b->u);
		return span(minus(b->low, out), false, add(b->high, out), false);
	}
	case BASE_VAGUE:
		r = row_of(lex, "vague", generous);
		return span(rational_multiply(b->low, TAKE_OR(r, "low", rational_int(1)), ROUND_DOWN), false,
		            times(b->high, TAKE_OR(r, "high", rational_int(1))), rational_compare(b->high, rational_int(12)) > 0);
	case BASE_FRACTION: {
		r = row_of(lex, "fraction", generous);
		rational by = least(TAKE(r, "most"), times(n, TAKE(r, "share")));
		return span(minus(n, by), false, add(n, by), false);
	}
	case BASE_MULTIPLE: {
		r = row_of(lex, rational_compare(n, rational_int(1)) < 0 ? "halved" : "doubled", generous);
		bool open = generous && rational_compare(n, rational_int(1)) > 0;
		return span(minus(n, times(n, TAKE(r, "below"))), false, add(n, times(n, TAKE(r, "above"))), open);
	}
	case BASE_DOZEN: {
		r = row_of(lex, "dozen", generous);
		rational by = directional(f->hedge) ? rational_int(0) : TAKE(r, "by");
		return span(minus(n, by), false, add(n, by), false);
	}
	default:
		break;
	}
	if (b->bare) {
		r = row_of(lex, "whole", generous);
		rational size = rational_abs(n);
		if (!generous || b->fine || rational_compare(size, TAKE(r, "exact-under")) < 0)
			return set_point(n);
		rational by = least(times(rational_zeros(n), TAKE(r, "zeros")), times(size, TAKE(r, "share")));
		return span(minus(n, by), false, add(n, by), false);
	}
	r = row_of(lex, "number", generous);
	rational by = times(b->u, TAKE(r, "ulp"));
	return span(minus(n, by), false, add(n, by), false);
}

static rational floor_of(const base *b)
{
	return b->floor ? rational_int(0) : RATIONAL_MINUS_INFINITY;
}

/* How far a bound may be off in the generous reading: half the last place, of whole counts nothing. */
static rational slack(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	row r = row_of(lex, "bound", generous);
	return b->bare || b->whole || (f->base != BASE_NUMBER && f->base != BASE_RANGE) ? rational_int(0)
	                                                                                : times(b->u, TAKE(r, "ulp"));
}

/* More than, at least. A fraction in words has 1 above it. */
static set upper_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	bool fraction = f->base == BASE_FRACTION && rational_compare(b->low, rational_int(1)) < 0;
	rational low = b->low, top = fraction ? rational_int(1) : RATIONAL_INFINITY;
	bool open = f->hedge == HEDGE_ABOVE && !generous;
	if (fraction)
		low = minus(low, TAKE(row_of(lex, "majority", generous), "below"));
	else
		low = minus(low, slack(lex, f, b, generous));
	return span(low, open, top, !fraction);
}

static set lower_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	rational high = add(b->high, slack(lex, f, b, generous));
	if (f->base == BASE_MULTIPLE && generous)
		high = add(high, times(b->high, TAKE(row_of(lex, "halved", generous), "bound")));
	return span(floor_of(b), !b->floor, high, f->hedge == HEDGE_BELOW && !generous);
}

static set nearly_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	rational n = b->high, size = rational_abs(n), low;
	bool multiple = f->base == BASE_MULTIPLE;
	row r = row_of(lex, b->part ? "part" : multiple ? "doubled" : "nearly", generous);
	rational above = times(size, TAKE(r, "above"));
	if (multiple) {
		above = times(size, TAKE(r, "nearly-above"));
		low = minus(n, times(size, TAKE(r, "nearly-below")));
	} else if (b->part) {
		low = most(times(size, TAKE(r, "ratio")), minus(n, TAKE(r, "less")));
		above = TAKE(r, "above");
	} else {
		rational by = most(times(size, TAKE(r, "below")), times(b->u, TAKE(r, "ulp")));
		if (b->whole)
			by = most(by, rational_int(1));
		low = minus(n, by);
	}
	if (f->base == BASE_RANGE)
		low = least(low, b->low);
	return span(low, false, add(n, above), !generous);
}

static set just_over_set(const lexicon *lex, const base *b, bool generous)
{
	row r = row_of(lex, "slightly", generous);
	rational by = most(times(rational_abs(b->low), TAKE(r, "above")), times(b->u, TAKE(r, "ulp")));
	if (b->whole)
		by = most(by, rational_int(1));
	return span(b->low, !generous, add(most(b->low, b->high), by), false);
}

static set about_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	row r = row_of(lex, "about", generous);
	rational low = times(rational_abs(b->low), TAKE(r, "by")), high = times(rational_abs(b->high), TAKE(r, "by"));
	rational u = times(b->u, TAKE(r, "ulp"));
	low = most(low, u);
	high = most(high, u);
	if (!generous && (f->base == BASE_RANGE || f->base == BASE_VAGUE)) /* which are rough as they are */
		return set_closed(b->low, b->high);
	if (f->kind == FIGURE_PERCENT) {
		rational points = TAKE(r, "points");
		low = least(low, points);
		high = least(high, points);
	}
	return span(minus(b->low, low), false, add(b->high, high), false);
}

static set hedged_set(const lexicon *lex, const figure *f, const base *b, bool generous)
{
	set bare = bare_set(lex, f, b, generous), out;
	switch (f->hedge) {
	case HEDGE_ABOVE:
	case HEDGE_AT_LEAST:
		out = upper_set(lex, f, b, generous);
		break;
	case HEDGE_BELOW:
	case HEDGE_AT_MOST:
		out = lower_set(lex, f, b, generous);
		break;
	case HEDGE_NEARLY:
		out = nearly_set(lex, f, b, generous);
		break;
	case HEDGE_JUST_OVER:
		out = just_over_set(lex, b, generous);
		break;
	case HEDGE_ABOUT:
		out = about_set(lex, f, b, generous);
		return set_union(&out, &bare);
	default:
		return bare;
	}
	return out;
}

/* Nothing under 0 where there is nothing under 0. */
static void cut(set *s, const base *b)
{
	if (!b->floor || s->n == 0 || rational_sign(s->at[0].lo) >= 0)
		return;
	set above = set_of((interval){rational_int(0), RATIONAL_INFINITY, false, true});
	*s = set_intersect(s, &above);
}

static set told_set(const lexicon *lex, const figure *f, const base *b)
{
	switch (f->base) {
	case BASE_DOZEN:
		return set_point(b->low);
	case BASE_RANGE:
		return set_closed(b->low, b->high);
	default: {
		figure bare = *f;
		bare.hedge = HEDGE_NONE;
		return bare_set(lex, &bare, b, false);
	}
	}
}

set figure_values(const lexicon *lex, const figure *f, reading r, bool fine)
{
	bool numbers = f->kind != FIGURE_LABEL && f->kind != FIGURE_DATE && f->kind != FIGURE_TIME && f->base != BASE_NONE;
	if (!numbers)
		return set_empty();
	base b = base_of(f, fine);
	set out;
	switch (r) {
	case READING_EXACT:
		return f->base == BASE_VAGUE ? bare_set(lex, f, &b, false) : set_closed(b.low, b.high);
	case READING_TOLD:
		out = told_set(lex, f, &b);
		break;
	case READING_PLAIN:
		out = hedged_set(lex, f, &b, false);
		break;
	default: {
		set plain = hedged_set(lex, f, &b, false);
		out = hedged_set(lex, f, &b, true);
		out = set_union(&out, &plain);
	}
	}
	if (figure_spread(f).num > 0 && (r == READING_PLAIN || r == READING_GENEROUS)) {
		rational by =
			f->kind == FIGURE_PERCENT ? rational_divide(figure_spread(f), rational_int(100), ROUND_UP) : figure_spread(f);
		set wide = span(minus(b.low, by), false, add(b.high, by), false);
		out = set_union(&out, &wide);
	}
	cut(&out, &b);
	out.integer = out.integer || (b.whole && f->base != BASE_VAGUE);
	return out;
}

set figure_values_at(const lexicon *lex, const figure *f, rational number, reading r, bool fine)
{
	figure other = *f;
	told_wide room;
	told_pack(number, figure_ulp(f), &room, &other.number);
	if (f->base == BASE_RANGE || f->base == BASE_VAGUE) {
		other.base = BASE_NUMBER;
		other.has_high = false;
	}
	return figure_values(lex, &other, r, fine);
}
