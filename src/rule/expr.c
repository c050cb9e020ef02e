/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operators, from those that bind most to those that bind least. */
#include "rule/expr_parser.h"

static const expr *parse_unary(expr_parser *p)
{
	expr_skip_space(p);
	size_t from = p->at;
	if (!expr_accept(p, "-") && !expr_accept(p, "−"))
		return expr_primary(p);
	if (!expr_deeper(p, from))
		return NULL;
	expr *e = expr_node(p, EXPR_NEGATE, FUNC_NUMBER, from);
	const expr *operand = parse_unary(p);
	p->depth--;
	expr_want(p, operand, FUNC_NUMBER);
	expr_add_operand(p, e, operand);
	expr_finish(p, e);
	return e;
}

typedef struct op_mark {
	const char *mark; /* a word if it begins with a letter */
	expr_op op;
} op_mark;

static const op_mark PRODUCTS[] = {
	{"*", EXPR_MULTIPLY}, {"×", EXPR_MULTIPLY}, {"/", EXPR_DIVIDE}, {"÷", EXPR_DIVIDE}, {NULL, EXPR_NUMBER}};
static const op_mark SUMS[] = {{"+", EXPR_ADD}, {"-", EXPR_SUBTRACT}, {"−", EXPR_SUBTRACT}, {NULL, EXPR_NUMBER}};
static const op_mark COMPARISONS[] = {{"~", EXPR_MEETS},      {"==", EXPR_EQUAL},         {"<=", EXPR_LESS_EQUAL},
                                      {"≤", EXPR_LESS_EQUAL}, {">=", EXPR_GREATER_EQUAL}, {"≥", EXPR_GREATER_EQUAL},
                                      {"<", EXPR_LESS},       {">", EXPR_GREATER},        {"in", EXPR_IN},
                                      {NULL, EXPR_NUMBER}};
static const op_mark ANDS[] = {{"and", EXPR_AND}, {NULL, EXPR_NUMBER}};
static const op_mark ORS[] = {{"or", EXPR_OR}, {NULL, EXPR_NUMBER}};

static bool accept_operator(expr_parser *p, const op_mark *marks, expr_op *out)
{
	expr_skip_space(p);
	const char next = expr_peek(p, 0);
	for (; marks->mark; marks++) {
		if (*marks->mark == next &&
		    (expr_is_letter(next) ? expr_accept_word(p, marks->mark) : expr_accept(p, marks->mark))) {
			*out = marks->op;
			return true;
		}
	}
	return false;
}

/* Left-associative operators of one rank over operands of one type. */
static const expr *parse_chain(expr_parser *p, const op_mark *marks, func_type type, const expr *(*operand)(expr_parser *))
{
	const expr *left = operand(p);
	expr_op op;
	while (!p->broken && accept_operator(p, marks, &op)) {
		expr *e = expr_node(p, op, type, left->at);
		const expr *right = operand(p);
		expr_want(p, left, type);
		expr_want(p, right, type);
		expr_add_operand(p, e, left);
		expr_add_operand(p, e, right);
		expr_finish(p, e);
		left = e;
	}
	return left;
}

static const expr *parse_product(expr_parser *p)
{
	return parse_chain(p, PRODUCTS, FUNC_NUMBER, parse_unary);
}

static const expr *parse_sum(expr_parser *p)
{
	return parse_chain(p, SUMS, FUNC_NUMBER, parse_product);
}

/* What may stand after `kind(x) is`. */
static bool find_name(func_type type, slice name, slice *known, size_t *n)
{
	bool found = false;
	int count = type == FUNC_KIND ? FIGURE_KIND_COUNT : MODE_DENIED + 1;
	for (int i = 0; i < count; i++) {
		known[i] = slice_of(type == FUNC_KIND ? figure_kind_name((figure_kind)i) : claim_mode_name((claim_mode)i));
		found = found || slice_equal(known[i], name);
	}
	*n = (size_t)count;
	return found;
}

static const expr *parse_named(expr_parser *p, func_type type)
{
	expr_skip_space(p);
	expr *e = expr_node(p, EXPR_NAME, type, p->at);
	e->name = expr_name(p);
	expr_finish(p, e);
	slice known[FIGURE_KIND_COUNT + MODE_DENIED + 1];
	size_t n;
	if (!find_name(type, e->name, known, &n))
		expr_suggest(p, type == FUNC_KIND ? "kind" : "mode", e, known, n);
	return e;
}

static const expr *parse_is(expr_parser *p, const expr *left)
{
	bool negated = expr_accept_word(p, "not");
	expr *e = expr_node(p, negated ? EXPR_IS_NOT : EXPR_IS, FUNC_TRUTH, left->at);
	expr_add_operand(p, e, left);
	if (left->type == FUNC_WORD) {
		const expr *words = expr_primary(p);
		expr_want(p, words, FUNC_SET);
		expr_add_operand(p, e, words);
	} else if (left->type == FUNC_KIND || left->type == FUNC_MODE) {
		expr_add_operand(p, e, parse_named(p, left->type));
	} else if (!p->broken) {
		expr_complain(p, left->at, left->width, "`is` follows a word, a kind or a mode; this is %s",
		              expr_type_name(left->type));
		p->broken = true;
	}
	expr_finish(p, e);
	return e;
}

static const expr *parse_comparison(expr_parser *p)
{
	const expr *left = parse_sum(p);
	expr_op op;
	if (p->broken)
		return left;
	if (expr_accept_word(p, "is"))
		return parse_is(p, left);
	if (!accept_operator(p, COMPARISONS, &op))
		return left;
	expr *e = expr_node(p, op, FUNC_TRUTH, left->at);
	const expr *right = parse_sum(p);
	expr_want(p, left, FUNC_NUMBER);
	expr_want(p, right, FUNC_NUMBER);
	expr_add_operand(p, e, left);
	expr_add_operand(p, e, right);
	expr_finish(p, e);
	expr_op second;
	if (!p->broken && accept_operator(p, COMPARISONS, &second)) {
		expr_complain(p, p->at, 1, "one comparison at a time; join two with `and`");
		p->broken = true;
	}
	return e;
}

static const expr *parse_not(expr_parser *p)
{
	expr_skip_space(p);
	size_t from = p->at;
	if (!expr_accept_word(p, "not"))
		return parse_comparison(p);
	expr *e = expr_node(p, EXPR_NOT, FUNC_TRUTH, from);
	if (!expr_deeper(p, from))
		return e;
	const expr *operand = parse_not(p);
	p->depth--;
	expr_want(p, operand, FUNC_TRUTH);
	expr_add_operand(p, e, operand);
	expr_finish(p, e);
	return e;
}

static const expr *parse_and(expr_parser *p)
{
	return parse_chain(p, ANDS, FUNC_TRUTH, parse_not);
}

/* Every bracket passes here, so the depth of recursion is counted here. */
const expr *expr_any(expr_parser *p)
{
	if (!expr_deeper(p, p->at))
		return NULL;
	const expr *e = parse_chain(p, ORS, FUNC_TRUTH, parse_and);
	p->depth--;
	return e;
}

const expr *expr_parse(arena *a, slice source, const expr_scope *scope, expr_errors *errors)
{
	expr_parser p = {.arena = a, .source = source, .scope = scope, .errors = errors};
	size_t before = errors->n;
	const expr *e = expr_any(&p);
	expr_skip_space(&p);
	if (!p.broken && p.at < source.len)
		expr_complain(&p, p.at, source.len - p.at, "this is not understood");
	return errors->n == before ? e : NULL;
}
