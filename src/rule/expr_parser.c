/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every part of the parser needs: messages, characters, nodes. */
#include "rule/expr_parser.h"

#include "base/ascii.h"
#include "base/limits.h"

void expr_complain(expr_parser *p, size_t at, size_t width, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	slice message = arena_vprintf(p->arena, format, args);
	va_end(args);
	VEC_PUSH(p->arena, *p->errors, (expr_error){(uint32_t)at, width ? (uint32_t)width : 1, message});
}

void expr_suggest(expr_parser *p, const char *what, const expr *e, const slice *known, size_t n)
{
	slice near = diag_did_you_mean(e->name, known, n);
	if (near.len)
		expr_complain(p, e->at, e->width, "unknown %s \"" SLICE_FMT "\"; did you mean \"" SLICE_FMT "\"?", what,
		              SLICE_ARG(e->name), SLICE_ARG(near));
	else
		expr_complain(p, e->at, e->width, "unknown %s \"" SLICE_FMT "\"", what, SLICE_ARG(e->name));
}

bool expr_is_letter(char c)
{
	return ascii_is_letter(c) || c == '_';
}

char expr_peek(const expr_parser *p, size_t ahead)
{
	return p->at + ahead < p->source.len ? p->source.ptr[p->at + ahead] : '\0';
}

void expr_skip_space(expr_parser *p)
{
	while (ascii_is_white(expr_peek(p, 0)))
		p->at++;
}

/* The length of the mark if it stands here, else 0. */
static size_t stands(const expr_parser *p, const char *mark)
{
	size_t n = 0;
	while (mark[n] && expr_peek(p, n) == mark[n])
		n++;
	return mark[n] ? 0 : n;
}

bool expr_accept(expr_parser *p, const char *mark)
{
	expr_skip_space(p);
	size_t n = stands(p, mark);
	p->at += n;
	return n > 0;
}

bool expr_accept_word(expr_parser *p, const char *name)
{
	expr_skip_space(p);
	size_t n = stands(p, name);
	if (!n || expr_is_letter(expr_peek(p, n)) || ascii_is_digit(expr_peek(p, n)))
		return false;
	p->at += n;
	return true;
}

bool expr_expect(expr_parser *p, const char *mark)
{
	if (expr_accept(p, mark))
		return true;
	if (!p->broken) {
		if (p->at < p->source.len)
			expr_complain(p, p->at, 1, "expected \"%s\"", mark);
		else
			expr_complain(p, p->at, 1, "expected \"%s\" at the end", mark);
	}
	p->broken = true;
	return false;
}

expr *expr_node(expr_parser *p, expr_op op, func_type type, size_t at)
{
	expr *e = ARENA_NEW(p->arena, expr);
	e->op = op;
	e->type = type;
	e->at = (uint32_t)at;
	e->depth = 1;
	return e;
}

void expr_finish(expr_parser *p, expr *e)
{
	e->width = (uint32_t)(p->at - e->at);
}

static void tell_depth(expr_parser *p, size_t at)
{
	if (!p->broken)
		expr_complain(p, at, 1, "the expression has more than %d levels (LIMIT_EXPRESSION_DEPTH)", LIMIT_EXPRESSION_DEPTH);
	p->broken = true;
}

bool expr_deeper(expr_parser *p, size_t at)
{
	if (++p->depth > LIMIT_EXPRESSION_DEPTH)
		tell_depth(p, at);
	return p->depth <= LIMIT_EXPRESSION_DEPTH;
}

void expr_add_operand(expr_parser *p, expr *e, const expr *operand)
{
	if (!operand)
		return;
	e->args[e->n++] = operand;
	if (operand->depth >= e->depth)
		e->depth = (uint8_t)(operand->depth + 1);
	if (e->depth > LIMIT_EXPRESSION_DEPTH)
		tell_depth(p, e->at);
}

const char *expr_type_name(func_type type)
{
	static const char *const names[] = {
		[FUNC_NUMBER] = "a number", [FUNC_TRUTH] = "a truth", [FUNC_TEXT] = "a text", [FUNC_WORD] = "a word",
		[FUNC_KIND] = "a kind",     [FUNC_MODE] = "a mode",   [FUNC_SET] = "a <set>",
	};
	return names[type];
}

void expr_want(expr_parser *p, const expr *e, func_type type)
{
	if (e && e->type != type && !p->broken)
		expr_complain(p, e->at, e->width, "expected %s here, this is %s", expr_type_name(type), expr_type_name(e->type));
}
