/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/show.h"

#include "rule/expr.h"

#include <math.h>

enum { SHORT_DIGITS = 12, KEPT_DIGITS = 5, MOST_PLACES = 9 };

/* Numbers. */

static rational power_of_ten(int n)
{
	rational r = rational_int(1), ten = rational_int(10);
	for (int i = 0; i < n; i++)
		r = rational_multiply(r, ten, ROUND_UP);
	return r;
}

static bool is_short(rational r)
{
	decimal d;
	if (!rational_is_finite(r))
		return true;
	if (!rational_to_decimal(r, &d) || d.exponent < -MOST_PLACES)
		return false;
	int128 size = d.coefficient < 0 ? -d.coefficient : d.coefficient, most = 1;
	for (int i = 0; i < SHORT_DIGITS; i++)
		most *= 10;
	return d.exponent >= 0 || size < most;
}

/* The places that leave KEPT_DIGITS digits, never more than MOST_PLACES nor fewer than none. */
static int places_of(rational r)
{
	double size = fabs(rational_to_double(r));
	if (!(size > 0))
		return 0;
	int places = KEPT_DIGITS - 1 - (int)floor(log10(size));
	return places < 0 ? 0 : places > MOST_PLACES ? MOST_PLACES : places;
}

static rational round_to(rational r, int places, rounding dir)
{
	rational scale = power_of_ten(places);
	rational x = rational_multiply(r, scale, dir);
	return rational_divide(dir == ROUND_DOWN ? rational_floor(x) : rational_ceil(x), scale, dir);
}

static rational round_nearest(rational r, int places)
{
	rational scale = power_of_ten(places);
	rational x = rational_add(rational_multiply(rational_abs(r), scale, ROUND_DOWN), rational_of(1, 2), ROUND_DOWN);
	x = rational_divide(rational_floor(x), scale, ROUND_DOWN);
	return rational_sign(r) < 0 ? rational_negate(x) : x;
}

static slice number_text(arena *a, rational r)
{
	char text[RATIONAL_TEXT];
	if (!is_short(r))
		r = round_nearest(r, places_of(r));
	size_t n = rational_format(r, ROUND_DOWN, text);
	return arena_copy(a, (slice){text, n});
}

slice show_set(arena *a, const set *s)
{
	set tidy = *s;
	rational point;
	if (set_single(s, &point))
		return arena_printf(a, "{" SLICE_FMT "}", SLICE_ARG(number_text(a, point)));
	for (size_t i = 0; i < tidy.n; i++) {
		interval *piece = &tidy.at[i];
		if (!is_short(piece->lo))
			piece->lo = round_to(piece->lo, places_of(piece->lo), ROUND_DOWN);
		if (!is_short(piece->hi))
			piece->hi = round_to(piece->hi, places_of(piece->hi), ROUND_UP);
	}
	return set_format(a, &tidy);
}

static slice range_text(arena *a, const interval *hull, slice lo, slice hi)
{
	bool from = rational_is_finite(hull->lo), to = rational_is_finite(hull->hi);
	if (from && to)
		return slice_equal(lo, hi) ? lo : arena_printf(a, SLICE_FMT " to " SLICE_FMT, SLICE_ARG(lo), SLICE_ARG(hi));
	if (from)
		return arena_printf(a, "%s " SLICE_FMT, hull->lo_open ? "more than" : "at least", SLICE_ARG(lo));
	if (to)
		return arena_printf(a, "%s " SLICE_FMT, hull->hi_open ? "less than" : "at most", SLICE_ARG(hi));
	return SLICE("any number");
}

slice show_number(arena *a, const set *s)
{
	if (set_is_empty(s))
		return SLICE("no number");
	interval hull = set_hull(s);
	return range_text(a, &hull, number_text(a, hull.lo), number_text(a, hull.hi));
}

static slice percent_text(arena *a, rational r)
{
	rational hundred = rational_multiply(r, rational_int(100), ROUND_DOWN);
	char text[RATIONAL_TEXT];
	double size = fabs(rational_to_double(hundred));
	int places = size >= 0.1 || !(size > 0) ? 1 : places_of(hundred) - KEPT_DIGITS + 2;
	size_t n = rational_format(rational_is_finite(hundred) ? round_nearest(hundred, places < 0 ? 0 : places) : hundred,
	                           ROUND_DOWN, text);
	return arena_printf(a, "%.*s%%", (int)n, text);
}

slice show_percent(arena *a, const set *s)
{
	if (set_is_empty(s))
		return SLICE("no percentage");
	interval hull = set_hull(s);
	return range_text(a, &hull, percent_text(a, hull.lo), percent_text(a, hull.hi));
}

/* Expressions. */

typedef struct shower {
	arena *arena;
	evaluation *ev;         /* NULL: names, not values */
	const binding *binding; /* what it binds nothing to is left out; NULL: nothing is */
} shower;

/* How tightly an operator binds; operands that bind less stand in brackets. */
static int rank_of(const expr *e)
{
	switch (e->op) {
	case EXPR_OR:
		return 1;
	case EXPR_AND:
		return 2;
	case EXPR_NOT:
		return 3;
	case EXPR_ADD:
	case EXPR_SUBTRACT:
		return 5;
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
		return 6;
	case EXPR_NEGATE:
		return 7;
	default:
		return e->op >= EXPR_MEETS && e->op <= EXPR_IS_NOT ? 4 : 8;
	}
}

static slice show(shower *s, const expr *e, int rank);

/* What tells no number is shown as it is written. */
static slice written_text(const shower *s, const expr *e)
{
	const binding_var *v = e->op == EXPR_VARIABLE ? binding_find(s->ev->binding, e->name) : NULL;
	const document *d = v && v->doc ? v->doc : s->ev->binding->doc;
	if (!v || !v->n || !d)
		return SLICE("?");
	const figure *f = binding_claims(s->ev->binding, v)[0]->figure;
	return slice_trim(document_text(d, f->full_start, f->full_end));
}

static slice value_text(shower *s, const expr *e)
{
	set values = eval_set(e, s->ev);
	if (set_is_empty(&values))
		return written_text(s, e);
	rational point;
	if (s->ev->reading == READING_EXACT && set_single(&values, &point))
		return number_text(s->arena, point);
	return show_set(s->arena, &values);
}

static slice call_text(shower *s, const expr *e)
{
	slice text = arena_printf(s->arena, SLICE_FMT "(", SLICE_ARG(e->name));
	for (size_t i = 0; i < e->n; i++)
		text = arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? ", " : "",
		                    SLICE_ARG(show(s, e->args[i], 0)));
	return arena_printf(s->arena, SLICE_FMT ")", SLICE_ARG(text));
}

static slice interval_text(shower *s, const expr *e)
{
	return arena_printf(s->arena, "[" SLICE_FMT ", " SLICE_FMT "]", SLICE_ARG(show(s, e->args[0], 0)),
	                    SLICE_ARG(show(s, e->args[1], 0)));
}

static slice operator_text(shower *s, const expr *e)
{
	int rank = rank_of(e);
	slice op = expr_operator(e->op);
	if (e->n == 1)
		return arena_printf(s->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(op), e->op == EXPR_NOT ? " " : "",
		                    SLICE_ARG(show(s, e->args[0], rank)));
	/* the right operand of a left-associative operator needs brackets at equal rank: a - (b - c) */
	return arena_printf(s->arena, SLICE_FMT " " SLICE_FMT " " SLICE_FMT, SLICE_ARG(show(s, e->args[0], rank)), SLICE_ARG(op),
	                    SLICE_ARG(show(s, e->args[1], rank + 1)));
}

/* Whether a name, or what is asked of it alone, stands for no figure at all but for 0: parts that a sum has none of. */
static bool is_nothing(const shower *s, const expr *e)
{
	if (e->op == EXPR_CALL && e->n == 1)
		e = e->args[0];
	const binding_var *v = s->binding && e->op == EXPR_VARIABLE ? binding_find(s->binding, e->name) : NULL;
	rational point;
	return v && !v->n && v->values && set_single(v->values, &point) && rational_sign(point) == 0;
}

static slice show(shower *s, const expr *e, int rank)
{
	if ((e->op == EXPR_ADD || e->op == EXPR_SUBTRACT) && e->n == 2 && is_nothing(s, e->args[1]))
		return show(s, e->args[0], rank);
	if (s->ev && e->op == EXPR_CALL) {
		const expr *taken = eval_branch(e, s->ev);
		if (taken && taken != e)
			return show(s, taken, rank);
		if (e->type == FUNC_NUMBER)
			return value_text(s, e);
	}
	if (s->ev && e->op == EXPR_VARIABLE)
		return value_text(s, e);
	switch (e->op) {
	case EXPR_NUMBER:
	case EXPR_VARIABLE:
	case EXPR_ANCHOR:
	case EXPR_NAME:
		return e->name;
	case EXPR_WORDS:
		return arena_printf(s->arena, "<" SLICE_FMT ">", SLICE_ARG(e->name));
	case EXPR_INTERVAL:
		return interval_text(s, e);
	case EXPR_CALL:
		return call_text(s, e);
	default:
		break;
	}
	slice text = operator_text(s, e);
	return rank_of(e) < rank ? arena_printf(s->arena, "(" SLICE_FMT ")", SLICE_ARG(text)) : text;
}

slice expr_text(arena *a, const expr *e)
{
	shower s = {.arena = a};
	return show(&s, e, 0);
}

slice expr_text_of(arena *a, const expr *e, const binding *b)
{
	shower s = {.arena = a, .binding = b};
	return show(&s, e, 0);
}

slice eval_show(const expr *e, evaluation *ev)
{
	shower s = {.arena = ev->arena, .ev = ev, .binding = ev->binding};
	return show(&s, e, 0);
}
