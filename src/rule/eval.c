/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/eval.h"

#include "base/limits.h"
#include "rule/expr.h"
#include "rule/value.h"

typedef struct quantity { /* a number with its unit */
	set values;
	unit_tag unit;
} quantity;

static const unit_tag BARE = {{"", 0}, true};

/* False if an operand is missing. A set is large: it is written where it is wanted, and not handed back. */
static bool evaluate(const expr *e, evaluation *ev, quantity *out);

static bool nothing(evaluation *ev, slice why)
{
	if (!ev->missing.len)
		ev->missing = why;
	return false;
}

/* Variables. */

static bool claim_quantity(evaluation *ev, const claim *c, quantity *out)
{
	value_of_claim(ev, c, &out->values, &out->unit);
	if (!set_is_empty(&out->values))
		return true;
	slice told = document_text(ev->binding->doc, c->figure->full_start, c->figure->full_end);
	return nothing(ev, arena_printf(ev->arena, "\"" SLICE_FMT "\" tells no number", SLICE_ARG(told)));
}

static bool variable_quantity(evaluation *ev, slice name, quantity *out)
{
	const binding_var *v = binding_find(ev->binding, name);
	if (v && v->values) { /* read by the binder, of a claim or none */
		out->values = v->n == 1 && ev->instead == binding_claims(ev->binding, v)[0] ? set_point(ev->number) : *v->values;
		return true;
	}
	if (!v || v->n == 0)
		return nothing(ev, arena_printf(ev->arena, "no figure for " SLICE_FMT, SLICE_ARG(name)));
	return claim_quantity(ev, binding_claims(ev->binding, v)[0], out);
}

/* Calls. */

/* The figures of a variable one by one; the first one's unit must be every one's. */
static bool spread_variable(evaluation *ev, const binding_var *v, func_operand *out, unit_tag *unit)
{
	set *sets = ARENA_ARRAY(ev->arena, set, v->n);
	for (size_t i = 0; i < v->n; i++) {
		quantity q;
		if (!claim_quantity(ev, binding_claims(ev->binding, v)[i], &q))
			return false;
		sets[i] = q.values;
		if (!unit_common(i ? *unit : q.unit, q.unit, unit))
			return nothing(ev, SLICE("the units differ"));
	}
	out->sets = sets;
	out->n = v->n;
	return true;
}

static bool number_operand(const expr *arg, evaluation *ev, func_operand *out, unit_tag *unit)
{
	quantity *q = ARENA_NEW(ev->arena, quantity);
	if (!evaluate(arg, ev, q))
		return false;
	*unit = q->unit;
	out->sets = &q->values;
	out->n = 1;
	return true;
}

static bool operand_of(const expr *call, size_t i, evaluation *ev, func_operand *out, unit_tag *unit)
{
	const expr *arg = call->args[i];
	char param = func_param(call->function, i);
	*out = (func_operand){.words = arg->words};
	*unit = BARE;
	const binding_var *v = arg->op == EXPR_VARIABLE ? binding_find(ev->binding, arg->name) : NULL;
	if (v && v->n) {
		out->claims = binding_claims(ev->binding, v);
		out->claim_count = v->n;
	}
	if (param == 'w')
		return true;
	if (param == 'v') {
		if (!out->claim_count)
			nothing(ev, arena_printf(ev->arena, "no figure for " SLICE_FMT, SLICE_ARG(arg->name)));
		return out->claim_count > 0;
	}
	if (param == 'm' && v && v->n)
		return spread_variable(ev, v, out, unit);
	return number_operand(arg, ev, out, unit);
}

/* Runs the function of a call; false if an operand is missing. */
static bool run_call(const expr *e, evaluation *ev, func_call *call, unit_tag *unit)
{
	*call = (func_call){.ev = ev, .n = e->n, .truth = TRUTH_MISSING, .name = -1};
	*unit = BARE;
	for (size_t i = 0; i < e->n; i++) {
		unit_tag one;
		if (!operand_of(e, i, ev, &call->args[i], &one))
			return false;
		bool counts = i == 0 || func_param(e->function, i) == 'm';
		if (e->function->keeps_unit && counts && !unit_common(i ? *unit : one, one, unit))
			return nothing(ev, SLICE("the units differ"));
	}
	e->function->call(call);
	return true;
}

/* The branch that an `if` takes; NULL if its condition is missing. */
static const expr *branch(const expr *e, evaluation *ev)
{
	truth t = eval_truth(e->args[0], ev);
	return t == TRUTH_MISSING ? NULL : e->args[t == TRUTH_TRUE ? 1 : 2];
}

static bool call_quantity(const expr *e, evaluation *ev, quantity *out)
{
	if (expr_is_if(e)) {
		const expr *taken = branch(e, ev);
		return taken ? evaluate(taken, ev, out) : nothing(ev, SLICE("a condition cannot be decided"));
	}
	func_call call;
	unit_tag unit;
	if (!run_call(e, ev, &call, &unit))
		return nothing(ev, SLICE("an operand is missing"));
	if (set_is_empty(&call.number))
		return nothing(ev, arena_printf(ev->arena, SLICE_FMT " has no value here", SLICE_ARG(e->name)));
	out->values = call.number;
	if (e->function->keeps_unit)
		out->unit = unit;
	return true;
}

/* Arithmetic. */

static bool both_operands(const expr *e, evaluation *ev, quantity *a, quantity *b)
{
	/* Both are asked for, so that what is missing first is told first. */
	bool told = evaluate(e->args[0], ev, a);
	return evaluate(e->args[1], ev, b) && told;
}

static bool interval_quantity(const expr *e, evaluation *ev, quantity *out)
{
	quantity lo, hi;
	if (!both_operands(e, ev, &lo, &hi))
		return nothing(ev, SLICE("an operand is missing"));
	out->values = set_closed(set_hull(&lo.values).lo, set_hull(&hi.values).hi);
	return true;
}

static const slice COMPOUND = {"compound", 8}; /* a unit of no figure: it meets nothing */

static bool product_unit(expr_op op, unit_tag a, unit_tag b, unit_tag *out)
{
	bool both = a.name.len && b.name.len;
	if (op == EXPR_MULTIPLY) {
		*out = (unit_tag){both ? COMPOUND : a.name.len ? a.name : b.name, a.bare && b.bare};
		return true;
	}
	unit_tag common;
	*out = (unit_tag){{"", 0}, false}; /* a ratio */
	if (unit_common(a, b, &common))
		return true;
	*out = (unit_tag){b.name.len ? COMPOUND : a.name, false};
	return true;
}

static bool binary_quantity(const expr *e, evaluation *ev, quantity *out)
{
	quantity a, b;
	if (!both_operands(e, ev, &a, &b))
		return nothing(ev, SLICE("an operand is missing"));
	bool product = e->op == EXPR_MULTIPLY || e->op == EXPR_DIVIDE;
	if (!(product ? product_unit(e->op, a.unit, b.unit, &out->unit) : unit_common(a.unit, b.unit, &out->unit)))
		return nothing(ev, SLICE("the units differ"));
	if (e->op == EXPR_DIVIDE && e->args[1]->op == EXPR_NUMBER)
		out->unit = a.unit; /* half of 40 km is in km */
	switch (e->op) {
	case EXPR_ADD:
		out->values = set_add(&a.values, &b.values);
		break;
	case EXPR_SUBTRACT:
		out->values = set_subtract(&a.values, &b.values);
		break;
	case EXPR_MULTIPLY:
		out->values = set_multiply(&a.values, &b.values);
		break;
	default:
		out->values = set_divide(&a.values, &b.values);
	}
	return !set_is_empty(&out->values) || nothing(ev, SLICE("division by zero"));
}

static bool evaluate(const expr *e, evaluation *ev, quantity *out)
{
	out->unit = BARE;
	switch (e->op) {
	case EXPR_NUMBER:
		out->values = set_point(e->number);
		return true;
	case EXPR_VARIABLE:
		return variable_quantity(ev, e->name, out);
	case EXPR_INTERVAL:
		return interval_quantity(e, ev, out);
	case EXPR_CALL:
		return call_quantity(e, ev, out);
	case EXPR_NEGATE:
		if (!evaluate(e->args[0], ev, out))
			return false;
		out->values = set_negate(&out->values);
		return true;
	case EXPR_ADD:
	case EXPR_SUBTRACT:
	case EXPR_MULTIPLY:
	case EXPR_DIVIDE:
		return binary_quantity(e, ev, out);
	default:
		return nothing(ev, SLICE("this is no number"));
	}
}

/* Truths. */

static truth truth_of(bool b)
{
	return b ? TRUTH_TRUE : TRUTH_FALSE;
}

static truth compare(expr_op op, const set *a, const set *b)
{
	switch (op) {
	case EXPR_MEETS:
		return truth_of(set_meets(a, b));
	case EXPR_EQUAL:
		return truth_of(set_equal(a, b));
	case EXPR_LESS:
		return truth_of(set_may_be_less(a, b));
	case EXPR_LESS_EQUAL:
		return truth_of(set_may_be_less_equal(a, b));
	case EXPR_GREATER:
		return truth_of(set_may_be_less(b, a));
	case EXPR_GREATER_EQUAL:
		return truth_of(set_may_be_less_equal(b, a));
	default: /* in */
		return truth_of(set_subset(a, b));
	}
}

static bool sides(const expr *e, evaluation *ev, quantity *a, quantity *b)
{
	unit_tag unit;
	if (!both_operands(e, ev, a, b))
		return false;
	return unit_common(a->unit, b->unit, &unit) || nothing(ev, SLICE("the units differ"));
}

static const word *word_of(const expr *e, evaluation *ev, int *name)
{
	*name = -1;
	if (e->op == EXPR_ANCHOR)
		return ev->binding->anchor;
	func_call call;
	unit_tag unit;
	if (e->op != EXPR_CALL || !run_call(e, ev, &call, &unit))
		return NULL;
	*name = call.name;
	return call.word;
}

static truth eval_is(const expr *e, evaluation *ev)
{
	int name;
	const expr *left = e->args[0], *right = e->args[1];
	const word *w = word_of(left, ev, &name);
	bool equal;
	if (left->type == FUNC_WORD) {
		equal = w && (word_in(w, right->words) || word_in(word_lemma(w), right->words));
	} else {
		if (name < 0)
			return TRUTH_MISSING;
		const char *told = left->type == FUNC_KIND ? figure_kind_name((figure_kind)name) : claim_mode_name((claim_mode)name);
		equal = slice_equal(slice_of(told), right->name);
	}
	return truth_of(equal == (e->op == EXPR_IS));
}

static truth eval_has(const expr *e, const evaluation *ev)
{
	const binding_var *v = binding_find(ev->binding, e->args[0]->name);
	return truth_of(v && (v->values || v->n));
}

static truth call_truth(const expr *e, evaluation *ev)
{
	if (expr_is_if(e)) {
		const expr *taken = branch(e, ev);
		return taken ? eval_truth(taken, ev) : TRUTH_MISSING;
	}
	if (!e->function->call)
		return eval_has(e, ev);
	func_call call;
	unit_tag unit;
	return run_call(e, ev, &call, &unit) ? call.truth : TRUTH_MISSING;
}

static truth eval_not(truth t)
{
	return t == TRUTH_MISSING ? t : truth_of(t == TRUTH_FALSE);
}

/* `and`, `or` with three values: what decides alone decides, even beside what is missing. */
static truth eval_both(const expr *e, evaluation *ev)
{
	truth deciding = e->op == EXPR_AND ? TRUTH_FALSE : TRUTH_TRUE;
	truth a = eval_truth(e->args[0], ev);
	if (a == deciding)
		return a;
	truth b = eval_truth(e->args[1], ev);
	return b == deciding || a != TRUTH_MISSING ? b : a;
}

truth eval_truth(const expr *e, evaluation *ev)
{
	switch (e->op) {
	case EXPR_AND:
	case EXPR_OR:
		return eval_both(e, ev);
	case EXPR_NOT:
		return eval_not(eval_truth(e->args[0], ev));
	case EXPR_IS:
	case EXPR_IS_NOT:
		return eval_is(e, ev);
	case EXPR_CALL:
		return call_truth(e, ev);
	default:
		break;
	}
	quantity a, b;
	return expr_is_comparison(e) && sides(e, ev, &a, &b) ? compare(e->op, &a.values, &b.values) : TRUTH_MISSING;
}

set eval_set(const expr *e, evaluation *ev)
{
	quantity q;
	return evaluate(e, ev, &q) ? q.values : set_empty();
}

slice eval_text(const expr *e, evaluation *ev)
{
	func_call call;
	unit_tag unit;
	if (e->op != EXPR_CALL || !e->function->call || !run_call(e, ev, &call, &unit))
		return (slice){"", 0};
	return call.text;
}

const expr *eval_branch(const expr *e, evaluation *ev)
{
	while (e && expr_is_if(e))
		e = branch(e, ev);
	return e;
}

bool eval_sides(const expr *e, evaluation *ev, set *left, set *right, slice *operator_text)
{
	e = eval_branch(e, ev);
	quantity a, b;
	if (!e || !expr_is_comparison(e) || !sides(e, ev, &a, &b))
		return false;
	*left = a.values;
	*right = b.values;
	*operator_text = expr_operator(e->op);
	return true;
}
