/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, names, calls and brackets: what operators join. */
#include "rule/expr_parser.h"

#include "base/ascii.h"

static const expr *parse_number(expr_parser *p)
{
	size_t from = p->at;
	while (ascii_is_digit(expr_peek(p, 0)) || (expr_peek(p, 0) == '.' && ascii_is_digit(expr_peek(p, 1))))
		p->at++;
	expr *e = expr_node(p, EXPR_NUMBER, FUNC_NUMBER, from);
	decimal d;
	slice digits = slice_sub(p->source, from, p->at);
	if (!decimal_parse(digits.ptr[0] == '.' ? arena_printf(p->arena, "0" SLICE_FMT, SLICE_ARG(digits)) : digits, &d)) {
		expr_complain(p, from, p->at - from, "this is no number");
		p->broken = true;
		return e;
	}
	bool percent = expr_peek(p, 0) == '%';
	if (percent) {
		p->at++;
		d.exponent -= 2;
	}
	expr_finish(p, e);
	e->name = slice_sub(p->source, from, p->at);
	e->number = rational_from_decimal(d, ROUND_DOWN);
	return e;
}

/* <name> */
static const expr *parse_set(expr_parser *p)
{
	size_t from = p->at++;
	size_t begin = p->at;
	while (p->at < p->source.len && expr_peek(p, 0) != '>')
		p->at++;
	expr *e = expr_node(p, EXPR_WORDS, FUNC_SET, from);
	e->name = slice_sub(p->source, begin, p->at);
	if (!expr_expect(p, ">"))
		return e;
	expr_finish(p, e);
	e->words = lexicon_set(p->scope->lex, e->name);
	if (!e->words)
		expr_complain(p, from, e->width, "the lexicon has no set <" SLICE_FMT ">", SLICE_ARG(e->name));
	return e;
}

slice expr_name(expr_parser *p)
{
	size_t from = p->at;
	while (expr_is_letter(expr_peek(p, 0)) || ascii_is_digit(expr_peek(p, 0)))
		p->at++;
	return slice_sub(p->source, from, p->at);
}

static void check_argument(expr_parser *p, const expr *call, const expr *arg, size_t i)
{
	switch (func_param(call->function, i)) {
	case 'v':
		if (arg->op != EXPR_VARIABLE && !p->broken)
			expr_complain(p, arg->at, arg->width, "" SLICE_FMT " takes the name of a variable here", SLICE_ARG(call->name));
		break;
	case 'w':
		expr_want(p, arg, FUNC_SET);
		break;
	case 't':
		expr_want(p, arg, FUNC_TRUTH);
		break;
	default:
		if (call->function->call || arg->type != FUNC_TRUTH) /* the branches of `if` may be truths */
			expr_want(p, arg, FUNC_NUMBER);
	}
}

static void check_call(expr_parser *p, expr *e)
{
	size_t least, most;
	func_arity(e->function, &least, &most);
	if ((e->n < least || e->n > most) && !p->broken) {
		if (least == most)
			expr_complain(p, e->at, e->width, SLICE_FMT " takes %zu argument%s, not %u", SLICE_ARG(e->name), most,
			              most == 1 ? "" : "s", e->n);
		else
			expr_complain(p, e->at, e->width, SLICE_FMT " takes %zu to %zu arguments, not %u", SLICE_ARG(e->name), least,
			              most, e->n);
	}
	for (size_t i = 0; i < e->n && i < most; i++)
		check_argument(p, e, e->args[i], i);
	e->type = e->function->type;
	if (!e->function->call && e->n == 3) { /* if */
		e->type = e->args[1]->type;
		expr_want(p, e->args[2], e->type);
	}
}

static const expr *parse_call(expr_parser *p, size_t from, slice name)
{
	expr *e = expr_node(p, EXPR_CALL, FUNC_NUMBER, from);
	e->name = name;
	e->width = (uint32_t)name.len;
	e->function = func_find(name);
	if (!e->function) {
		slice known[64];
		size_t n = 0;
		for (; n < func_count() && n < sizeof known / sizeof *known; n++)
			known[n] = func_at(n)->name;
		expr_suggest(p, "function", e, known, n);
	}
	if (!expr_accept(p, ")")) {
		do {
			const expr *arg = expr_any(p);
			if (e->n == EXPR_ARGS && !p->broken) {
				expr_complain(p, p->at, 1, "no function takes more than %d arguments", EXPR_ARGS);
				p->broken = true;
			}
			if (p->broken)
				return e;
			expr_add_operand(p, e, arg);
		} while (expr_accept(p, ","));
		if (!expr_expect(p, ")"))
			return e;
	}
	expr_finish(p, e);
	if (e->function)
		check_call(p, e);
	return e;
}

static const expr *parse_variable(expr_parser *p, size_t from, slice name)
{
	expr *e = expr_node(p, EXPR_VARIABLE, FUNC_NUMBER, from);
	e->name = name;
	expr_finish(p, e);
	if (p->scope->any)
		return e;
	for (size_t i = 0; i < p->scope->var_count; i++) {
		if (slice_equal(p->scope->vars[i], name))
			return e;
	}
	expr_suggest(p, "variable", e, p->scope->vars, p->scope->var_count);
	return e;
}

static const expr *parse_interval(expr_parser *p)
{
	expr *e = expr_node(p, EXPR_INTERVAL, FUNC_NUMBER, p->at++);
	for (int i = 0; i < 2; i++) {
		const expr *end = expr_any(p);
		if (p->broken || !expr_expect(p, i ? "]" : ","))
			return e;
		expr_want(p, end, FUNC_NUMBER);
		expr_add_operand(p, e, end);
	}
	expr_finish(p, e);
	return e;
}

static const expr *parse_name_or_call(expr_parser *p)
{
	size_t from = p->at;
	slice name = expr_name(p);
	if (expr_accept(p, "("))
		return parse_call(p, from, name);
	if (slice_equal(name, SLICE("anchor"))) {
		expr *e = expr_node(p, EXPR_ANCHOR, FUNC_WORD, from);
		e->name = name;
		expr_finish(p, e);
		return e;
	}
	return parse_variable(p, from, name);
}

const expr *expr_primary(expr_parser *p)
{
	expr_skip_space(p);
	char c = expr_peek(p, 0);
	if (ascii_is_digit(c) || (c == '.' && ascii_is_digit(expr_peek(p, 1))))
		return parse_number(p);
	if (expr_is_letter(c))
		return parse_name_or_call(p);
	if (c == '<')
		return parse_set(p);
	if (c == '[')
		return parse_interval(p);
	if (c == '(') {
		p->at++;
		const expr *inner = expr_any(p);
		if (!p->broken)
			expr_expect(p, ")");
		return inner;
	}
	if (!p->broken)
		expr_complain(p, p->at, 1,
		              p->at < p->source.len ? "expected a number, a name or a bracket" : "something is missing at the end");
	p->broken = true;
	return NULL;
}
