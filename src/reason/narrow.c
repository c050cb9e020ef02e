/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Narrowing: a condition is evaluated upwards from the sets of its unknowns, and what it demands is carried down again. */
#include "reason/narrow.h"

static set cut(const set *s, const set *by)
{
	set common = set_intersect(s, by);
	return set_tighten(&common);
}

static bool has_zero(const set *s)
{
	return set_contains(s, rational_int(0));
}

/* Upwards. */

static set evaluate(const term *t, const set *at, const set *values)
{
	const set *left = &at[t->left], *right = &at[t->right];
	switch (t->op) {
	case TERM_UNKNOWN:
		return values[t->left];
	case TERM_CONSTANT:
		return t->constant;
	case TERM_NEGATE:
		return set_negate(left);
	case TERM_ADD:
		return set_add(left, right);
	case TERM_SUBTRACT:
		return set_subtract(left, right);
	case TERM_MULTIPLY:
		return set_multiply(left, right);
	case TERM_DIVIDE:
		return set_divide(left, right);
	case TERM_MIN:
		return set_min(left, right);
	case TERM_MAX:
		return set_max(left, right);
	}
	return set_all();
}

/* Downwards: what each operand can be, given what the whole is and what the other operand is. */

/* x for which x × other can lie in whole: whole / other, and everything where both may be 0. */
static set factor_for(const set *whole, const set *other)
{
	return has_zero(whole) && has_zero(other) ? set_all() : set_divide(whole, other);
}

/* y for which left / y can lie in whole. */
static set divisor_for(const set *whole, const set *left)
{
	return has_zero(whole) && has_zero(left) ? set_all() : set_divide(left, whole);
}

/* x for which min(x, other) can lie in whole: not below its least; whole itself where other cannot be the lesser. */
static set minuend_for(const set *whole, const set *other)
{
	if (!set_meets(whole, other))
		return *whole;
	interval hull = set_hull(whole);
	return set_of((interval){.lo = hull.lo, .hi = RATIONAL_INFINITY, .lo_open = hull.lo_open});
}

static set maximand_for(const set *whole, const set *other)
{
	set low = set_negate(whole), mirrored = set_negate(other), out = minuend_for(&low, &mirrored);
	return set_negate(&out);
}

static void demand(const term *t, const set *whole, set *at)
{
	set *left = &at[t->left], *right = &at[t->right], was = *left, of_left, of_right;
	switch (t->op) {
	case TERM_NEGATE:
		of_left = set_negate(whole);
		*left = cut(left, &of_left);
		return;
	case TERM_ADD:
		of_left = set_subtract(whole, right);
		of_right = set_subtract(whole, left);
		break;
	case TERM_SUBTRACT:
		of_left = set_add(whole, right);
		of_right = set_subtract(left, whole);
		break;
	case TERM_MULTIPLY:
		of_left = factor_for(whole, right);
		of_right = factor_for(whole, left);
		break;
	case TERM_DIVIDE:
		of_left = set_multiply(whole, right);
		of_right = divisor_for(whole, left);
		break;
	case TERM_MIN:
		of_left = minuend_for(whole, right);
		of_right = minuend_for(whole, &was);
		break;
	case TERM_MAX:
		of_left = maximand_for(whole, right);
		of_right = maximand_for(whole, &was);
		break;
	default:
		return;
	}
	*left = cut(left, &of_left);
	*right = cut(right, &of_right);
}

/* Cuts both sides to what the comparison allows. */
static void compare(condition_order order, set *left, set *right)
{
	if (order == CONDITION_EQUAL) {
		*left = cut(left, right);
		*right = *left;
		return;
	}
	if (set_is_empty(left) || set_is_empty(right))
		return;
	interval least = set_hull(left), most = set_hull(right);
	bool strict = order == CONDITION_LESS;
	set below = set_of((interval){.lo = RATIONAL_MINUS_INFINITY, .hi = most.hi, .hi_open = strict || most.hi_open});
	set above = set_of((interval){.lo = least.lo, .hi = RATIONAL_INFINITY, .lo_open = strict || least.lo_open});
	*left = cut(left, &below);
	*right = cut(right, &above);
}

/* Narrows by one condition. False if nothing is left; changed[i] tells whether the unknown at term first + i lost values. */
static bool revise(narrower *w, const condition *c, set *values)
{
	const term *terms = w->network->terms.at;
	for (uint32_t i = c->first; i < c->end; i++) {
		set s = evaluate(&terms[i], w->at, values);
		w->at[i] = set_tighten(&s);
		if (set_is_empty(&w->at[i]))
			return false;
	}
	compare(c->order, &w->at[c->left], &w->at[c->right]);
	for (uint32_t i = c->end; i-- > c->first;) {
		w->changed[i] = false;
		if (set_is_empty(&w->at[i]))
			return false;
		if (terms[i].op != TERM_UNKNOWN) {
			set whole = w->at[i];
			demand(&terms[i], &whole, w->at);
			continue;
		}
		set *s = &values[terms[i].left], narrower_set = cut(s, &w->at[i]);
		if (set_is_empty(&narrower_set))
			return false;
		w->changed[i] = !set_equal(s, &narrower_set);
		*s = narrower_set;
	}
	return true;
}

narrower narrower_new(const network *n)
{
	size_t all = n->conditions.n;
	return (narrower){
		.network = n,
		.at = ARENA_ARRAY(n->arena, set, n->terms.n),
		.changed = ARENA_ARRAY(n->arena, bool, n->terms.n),
		.queue = ARENA_ARRAY(n->arena, uint32_t, all + 1),
		.waiting = ARENA_ARRAY(n->arena, bool, all),
	};
}

static void push(narrower *w, uint32_t id)
{
	if (w->waiting[id] || (w->without && w->without[id]))
		return;
	w->waiting[id] = true;
	w->queue[(w->from + w->n++) % w->network->conditions.n] = id;
}

static uint32_t pop(narrower *w)
{
	uint32_t id = w->queue[w->from];
	w->from = (w->from + 1) % w->network->conditions.n;
	w->n--;
	w->waiting[id] = false;
	return id;
}

static void push_changed(narrower *w, const condition *c)
{
	for (uint32_t i = c->first; i < c->end; i++) {
		if (!w->changed[i])
			continue;
		const unknown *u = &w->network->unknowns.at[w->network->terms.at[i].left];
		for (size_t k = 0; k < u->conditions.n; k++)
			push(w, u->conditions.at[k]);
	}
}

bool narrow(narrower *w, set *values)
{
	for (size_t i = 0; i < w->network->unknowns.n; i++)
		if (set_is_empty(&values[i]))
			return false;
	if (!w->network->conditions.n)
		return true;
	for (uint32_t i = 0; i < w->network->conditions.n; i++)
		push(w, i);
	bool possible = true;
	while (w->n) {
		const condition *c = &w->network->conditions.at[pop(w)];
		if (!possible || !w->left)
			continue; /* only empties the queue */
		w->left--;
		possible = revise(w, c, values);
		if (possible)
			push_changed(w, c);
	}
	return possible;
}
