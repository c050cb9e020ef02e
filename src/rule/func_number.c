/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of sets, and tail probabilities. */
#include "rule/func_table.h"

#include "calc/stats.h"

void func_sum(func_call *c)
{
	c->number = c->args[0].sets[0];
	for (size_t i = 1; i < c->args[0].n; i++)
		c->number = set_add(&c->number, &c->args[0].sets[i]);
}

void func_count_of(func_call *c)
{
	c->number = set_point(rational_int((int64_t)c->args[0].n));
}

void func_mean(func_call *c)
{
	func_sum(c);
	set n = set_point(rational_int((int64_t)c->args[0].n));
	c->number = set_divide(&c->number, &n);
}

static void fold_all(func_call *c, set (*two)(const set *, const set *))
{
	c->number = c->args[0].sets[0];
	for (size_t k = 0; k < c->n; k++) {
		for (size_t i = 0; i < c->args[k].n; i++)
			c->number = two(&c->number, &c->args[k].sets[i]);
	}
}

void func_min(func_call *c)
{
	fold_all(c, set_min);
}

void func_max(func_call *c)
{
	fold_all(c, set_max);
}

void func_abs(func_call *c)
{
	c->number = set_abs(&c->args[0].sets[0]);
}

void func_same(func_call *c)
{
	c->number = c->args[0].sets[0];
}

/* Half away from zero, at `scale` steps to one. */
static rational round_at(rational r, rational scale)
{
	if (!rational_is_finite(r))
		return r;
	rational half = rational_of(1, 2);
	rational x = rational_add(rational_multiply(rational_abs(r), scale, ROUND_DOWN), half, ROUND_UP);
	x = rational_divide(rational_floor(x), scale, ROUND_DOWN);
	return rational_sign(r) < 0 ? rational_negate(x) : x;
}

void func_round(func_call *c)
{
	rational places = rational_int(0), scale = rational_int(1);
	if (c->n > 1 &&
	    (!set_single(&c->args[1].sets[0], &places) || rational_compare(rational_abs(places), rational_int(12)) > 0))
		return;
	for (rational i = rational_int(0); rational_compare(i, places) < 0; i = rational_add(i, rational_int(1), ROUND_UP))
		scale = rational_multiply(scale, rational_int(10), ROUND_UP);
	set out = set_empty();
	const set *x = &c->args[0].sets[0];
	for (size_t i = 0; i < x->n; i++) {
		set piece = set_closed(round_at(x->at[i].lo, scale), round_at(x->at[i].hi, scale));
		out = set_union(&out, &piece);
	}
	c->number = out;
}

/* Statistics. */

/* The part of x that can exist; what lies wholly outside [lo, hi] cannot. */
static set existing(func_call *c, const set *x, rational lo, rational hi)
{
	set domain = set_closed(lo, hi);
	set within = set_intersect(x, &domain);
	if (set_is_empty(&within) && !set_is_empty(x))
		c->ev->impossible = true;
	return within;
}

void func_probability(func_call *c)
{
	c->number = existing(c, &c->args[0].sets[0], rational_int(0), rational_int(1));
}

void func_half(func_call *c)
{
	c->number = stats_half(&c->args[0].sets[0]);
}

/* "t < 1" speaks of the size: what is below a positive number is not below zero. */
static set size_bound(const set *x)
{
	interval hull = set_hull(x);
	if (rational_is_finite(hull.lo) || rational_sign(hull.hi) <= 0)
		return *x;
	set positive = set_closed(rational_int(0), RATIONAL_INFINITY);
	return set_intersect(x, &positive);
}

/* Degrees of freedom told without decimals are counted, not rounded. */
static set degrees(const func_call *c, size_t arg)
{
	const set *told = &c->args[arg].sets[0];
	if (!c->args[arg].claim_count || c->ev->instead == c->args[arg].claims[0])
		return *told;
	const figure *f = c->args[arg].claims[0]->figure;
	bool counted = f->has_value && !f->has_high && f->hedge == HEDGE_NONE && rational_is_integer(figure_value(f)) &&
	               rational_compare(figure_ulp(f), rational_int(1)) >= 0;
	return counted ? set_point(figure_value(f)) : *told;
}

void func_p_t(func_call *c)
{
	set t = size_bound(&c->args[0].sets[0]), df = degrees(c, 1);
	c->number = stats_p_of_t(&t, &df);
}

void func_p_f(func_call *c)
{
	set f = existing(c, &c->args[0].sets[0], rational_int(0), RATIONAL_INFINITY);
	set df1 = degrees(c, 1), df2 = degrees(c, 2);
	c->number = stats_p_of_f(&f, &df1, &df2);
}

void func_p_chi2(func_call *c)
{
	set x = existing(c, &c->args[0].sets[0], rational_int(0), RATIONAL_INFINITY);
	set df = degrees(c, 1);
	c->number = stats_p_of_chi2(&x, &df);
}

void func_p_z(func_call *c)
{
	set z = size_bound(&c->args[0].sets[0]);
	c->number = stats_p_of_z(&z);
}

void func_p_r(func_call *c)
{
	set size = size_bound(&c->args[0].sets[0]);
	set r = existing(c, &size, rational_int(-1), rational_int(1));
	set df = degrees(c, 1);
	c->number = stats_p_of_r(&r, &df);
}
