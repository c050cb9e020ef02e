/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about a parsed expression. */
#include "rule/expr.h"

bool expr_is_comparison(const expr *e)
{
	return e->op >= EXPR_MEETS && e->op <= EXPR_IN;
}

bool expr_is_if(const expr *e)
{
	return e->op == EXPR_CALL && !e->function->call && e->n == 3;
}

slice expr_operator(expr_op op)
{
	switch (op) {
	case EXPR_ADD:
		return SLICE("+");
	case EXPR_SUBTRACT:
	case EXPR_NEGATE:
		return SLICE("-");
	case EXPR_MULTIPLY:
		return SLICE("*");
	case EXPR_DIVIDE:
		return SLICE("/");
	case EXPR_MEETS:
		return SLICE("~");
	case EXPR_EQUAL:
		return SLICE("==");
	case EXPR_LESS:
		return SLICE("<");
	case EXPR_LESS_EQUAL:
		return SLICE("<=");
	case EXPR_GREATER:
		return SLICE(">");
	case EXPR_GREATER_EQUAL:
		return SLICE(">=");
	case EXPR_IN:
		return SLICE("in");
	case EXPR_IS:
		return SLICE("is");
	case EXPR_IS_NOT:
		return SLICE("is not");
	case EXPR_NOT:
		return SLICE("not");
	case EXPR_AND:
		return SLICE("and");
	case EXPR_OR:
		return SLICE("or");
	default:
		return SLICE("");
	}
}

/* Only the value of a variable widens; its kind, noun or mode does not. */
static bool uses_value(const expr *call, size_t arg)
{
	return call->op != EXPR_CALL || func_param(call->function, arg) != 'v';
}

size_t expr_uses(const expr *e, slice name)
{
	if (e->op == EXPR_VARIABLE)
		return slice_equal(e->name, name);
	size_t uses[EXPR_ARGS] = {0}, sum = 0;
	for (size_t i = 0; i < e->n; i++) {
		if (uses_value(e, i))
			uses[i] = expr_uses(e->args[i], name);
		sum += uses[i];
	}
	if (e->op == EXPR_CALL && e->n == 3 && !e->function->call) /* if: one branch alone is taken */
		sum -= uses[1] < uses[2] ? uses[1] : uses[2];
	return sum;
}

bool expr_needs(const expr *e, slice name)
{
	if (e->op == EXPR_VARIABLE)
		return slice_equal(e->name, name);
	if (e->op == EXPR_CALL && e->n == 1 && !e->function->call) /* has */
		return false;
	for (size_t i = 0; i < e->n; i++) {
		if (expr_needs(e->args[i], name))
			return true;
	}
	return false;
}

bool expr_asks_words(const expr *e)
{
	bool asks = false;
	for (size_t i = 0; e && i < e->n && !asks; i++)
		asks = (e->op == EXPR_CALL && e->args[i]->op == EXPR_WORDS) || expr_asks_words(e->args[i]);
	return asks;
}
