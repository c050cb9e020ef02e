/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/lower.h"

#include "rule/expr.h"
#include "rule/func_table.h"
#include "rule/value.h"

typedef struct source { /* the relation being lowered */
	lowering *to;
	const relation *relation;
	evaluation ev;
} source;

static bool lower_number(source *s, const expr *e, uint32_t *out);

/* The unknown of a claim; UINT32_MAX if it has none. */
static uint32_t find_unknown(const lowering *l, claim_ref c)
{
	for (size_t i = 0; i < l->claims.n; i++)
		if (l->claims.at[i].doc == c.doc && l->claims.at[i].claim == c.claim)
			return (uint32_t)i;
	return UINT32_MAX;
}

/* Which of the audit's claims the k-th one of variable v is. */
static claim_ref ref_of(const source *s, const binding_var *v, size_t k)
{
	return s->relation->claims[v->first + k];
}

static rational number_within(const claim *c, const set *values)
{
	if (c->figure->has_value && set_contains(values, figure_value(c->figure)))
		return figure_value(c->figure);
	interval hull = set_hull(values);
	return rational_is_finite(hull.lo) ? hull.lo : hull.hi;
}

static uint32_t unknown_of(source *s, claim_ref ref, const claim *c, const set *values)
{
	network *n = s->to->network;
	uint32_t id = find_unknown(s->to, ref);
	if (id != UINT32_MAX) {
		n->unknowns.at[id].values = set_union(&n->unknowns.at[id].values, values);
		return id;
	}
	VEC_PUSH(n->arena, s->to->claims, ref);
	return network_unknown(n, *values, number_within(c, values));
}

static uint32_t constant(source *s, rational r)
{
	return network_constant(s->to->network, set_point(r));
}

static bool lower_claim(source *s, const binding_var *v, size_t k, uint32_t *out)
{
	network *n = s->to->network;
	claim_value value;
	const claim *c = s->relation->binding.claims[v->first + k];
	value_read(&s->ev, c, &value);
	if (set_is_empty(&value.values))
		return false;
	*out = network_use(n, unknown_of(s, ref_of(s, v, k), c, &value.values));
	if (rational_compare(value.scale, rational_int(1)) != 0)
		*out = network_term(n, TERM_MULTIPLY, *out, constant(s, value.scale));
	if (rational_sign(value.move) != 0)
		*out = network_term(n, TERM_ADD, *out, constant(s, value.move));
	return true;
}

static bool lower_variable(source *s, slice name, uint32_t *out)
{
	const binding_var *v = binding_find(s->ev.binding, name);
	if (v && v->values) {
		*out = network_constant(s->to->network, *v->values);
		return true;
	}
	return v && v->n && lower_claim(s, v, 0, out);
}

/* Whether e says the same whatever the numbers are: it asks for words, kinds and units alone. */
static bool is_settled(const expr *e)
{
	if (expr_is_comparison(e) && e->op != EXPR_IS && e->op != EXPR_IS_NOT)
		return false;
	if (e->op == EXPR_CALL && e->function->call)
		for (size_t i = 0; i < e->n; i++)
			if (func_param(e->function, i) != 'v' && func_param(e->function, i) != 'w')
				return false;
	for (size_t i = 0; i < e->n && e->op != EXPR_CALL; i++)
		if (!is_settled(e->args[i]))
			return false;
	return true;
}

/* The branch that an `if` takes, where that does not hang on a number. */
static const expr *settled_branch(source *s, const expr *e)
{
	while (e && expr_is_if(e)) {
		truth t = is_settled(e->args[0]) ? eval_truth(e->args[0], &s->ev) : TRUTH_MISSING;
		e = t == TRUTH_MISSING ? NULL : e->args[t == TRUTH_TRUE ? 1 : 2];
	}
	return e;
}

/* sum, mean, min and max over a variable's figures. */
static bool lower_fold(source *s, const expr *e, term_op op, uint32_t *out)
{
	const binding_var *v = e->args[0]->op == EXPR_VARIABLE ? binding_find(s->ev.binding, e->args[0]->name) : NULL;
	if (e->n == 1 && v && v->values)
		return lower_variable(s, e->args[0]->name, out);
	if (e->n != 1 || !v || !v->n || !lower_claim(s, v, 0, out))
		return false;
	for (size_t k = 1; k < v->n; k++) {
		uint32_t next;
		if (!lower_claim(s, v, k, &next))
			return false;
		*out = network_term(s->to->network, op, *out, next);
	}
	return true;
}

static bool lower_mean(source *s, const expr *e, uint32_t *out)
{
	if (!lower_fold(s, e, TERM_ADD, out))
		return false;
	const binding_var *v = binding_find(s->ev.binding, e->args[0]->name);
	*out = network_term(s->to->network, TERM_DIVIDE, *out, constant(s, rational_int((int64_t)v->n)));
	return true;
}

static bool lower_call(source *s, const expr *e, uint32_t *out)
{
	if (expr_is_if(e)) {
		const expr *taken = settled_branch(s, e);
		return taken && lower_number(s, taken, out);
	}
	void (*call)(func_call *) = e->function->call;
	if (call == func_sum || call == func_min || call == func_max)
		return lower_fold(s, e, call == func_sum ? TERM_ADD : call == func_min ? TERM_MIN : TERM_MAX, out);
	if (call == func_mean)
		return lower_mean(s, e, out);
	return call == func_same && lower_number(s, e->args[0], out);
}

static bool lower_pair(source *s, const expr *e, uint32_t *left, uint32_t *right)
{
	return lower_number(s, e->args[0], left) && lower_number(s, e->args[1], right);
}

/* One number of an expression as a term; false if it is not plain arithmetic. */
static bool lower_number(source *s, const expr *e, uint32_t *out)
{
	static const term_op ops[] = {
		[EXPR_ADD] = TERM_ADD,
		[EXPR_SUBTRACT] = TERM_SUBTRACT,
		[EXPR_MULTIPLY] = TERM_MULTIPLY,
		[EXPR_DIVIDE] = TERM_DIVIDE,
	};
	uint32_t left, right;
	switch (e->op) {
	case EXPR_NUMBER:
		*out = network_constant(s->to->network, set_point(e->number));
		return true;
	case EXPR_VARIABLE:
		return lower_variable(s, e->name, out);
	case EXPR_CALL:
		return lower_call(s, e, out);
	case EXPR_NEGATE:
		if (!lower_number(s, e->args[0], &left))
			return false;
		*out = network_term(s->to->network, TERM_NEGATE, left, left);
		return true;
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
		if (!lower_pair(s, e, &left, &right))
			return false;
		*out = network_term(s->to->network, ops[e->op], left, right);
		return true;
	default:
		return false;
	}
}

static bool lower_comparison(source *s, const expr *e)
{
	network *n = s->to->network;
	bool turned = e->op == EXPR_GREATER || e->op == EXPR_GREATER_EQUAL;
	bool strict = e->op == EXPR_LESS || e->op == EXPR_GREATER;
	uint32_t left, right;
	if (!lower_pair(s, e, &left, &right)) {
		network_forget(n);
		return false;
	}
	condition_order order = e->op == EXPR_MEETS ? CONDITION_EQUAL : strict ? CONDITION_LESS : CONDITION_LESS_EQUAL;
	(void)network_require(n, order, turned ? right : left, turned ? left : right);
	VEC_PUSH(n->arena, s->to->sources, s->relation);
	return true;
}

static bool lower_truth(source *s, const expr *e)
{
	e = settled_branch(s, e);
	if (!e)
		return false;
	switch (e->op) {
	case EXPR_AND: {
		bool first = lower_truth(s, e->args[0]), second = lower_truth(s, e->args[1]);
		return first || second;
	}
	case EXPR_MEETS:
	case EXPR_LESS:
	case EXPR_LESS_EQUAL:
	case EXPR_GREATER:
	case EXPR_GREATER_EQUAL:
		return lower_comparison(s, e);
	default:
		return false;
	}
}

/* Whether an assumption may let the relation hold in another way. */
static bool has_way_out(source *s)
{
	const rule *r = s->relation->rule;
	for (size_t i = 0; i < r->otherwise_count; i++) {
		const expr *with = r->otherwise[i].with;
		if (!with || eval_truth(with, &s->ev) != TRUTH_FALSE)
			return true;
	}
	return false;
}

bool lower_relation(lowering *l, const relation *r)
{
	source s = {.to = l, .relation = r};
	s.ev = (evaluation){.arena = l->network->arena,
	                    .lex = r->binding.scan ? r->binding.scan->lex : NULL,
	                    .binding = &r->binding,
	                    .reading = l->reading};
	/* Told sets are not the values themselves. */
	return !r->rule->told && !has_way_out(&s) && lower_truth(&s, r->rule->check);
}
