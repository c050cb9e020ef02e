/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/expr.h"

#include "base/ascii.h"
#include "base/limits.h"

typedef struct parser {
	arena *arena;
	slice source;
	size_t at; /* of the next token */
	const expr_scope *scope;
	expr_errors *errors;
	unsigned depth;
	bool broken; /* the syntax is: nothing more can be said */
} parser;

static const expr *parse_or(parser *p);

/* Messages. */

__attribute__((format(printf, 4, 5))) static void complain(parser *p, size_t at, size_t width, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	slice message = arena_vprintf(p->arena, format, args);
	va_end(args);
	VEC_PUSH(p->arena, *p->errors, (expr_error){(uint32_t)at, width ? (uint32_t)width : 1, message});
}

static void suggest(parser *p, const char *what, const expr *e, const slice *known, size_t n)
{
	slice near = diag_did_you_mean(e->name, known, n);
	if (near.len)
		complain(p, e->at, e->width, "unknown %s \"" SLICE_FMT "\"; did you mean \"" SLICE_FMT "\"?", what,
		         SLICE_ARG(e->name), SLICE_ARG(near));
	else
		complain(p, e->at, e->width, "unknown %s \"" SLICE_FMT "\"", what, SLICE_ARG(e->name));
}

/* Characters. */

static bool is_letter(char c)
{
	return ascii_is_letter(c) || c == '_';
}

static char peek(const parser *p, size_t ahead)
{
	return p->at + ahead < p->source.len ? p->source.ptr[p->at + ahead] : '\0';
}

static void skip_space(parser *p)
{
	while (ascii_is_white(peek(p, 0)))
		p->at++;
}

/* The length of the mark if it stands here, else 0. */
static size_t stands(const parser *p, const char *mark)
{
	size_t n = 0;
	while (mark[n] && peek(p, n) == mark[n])
		n++;
	return mark[n] ? 0 : n;
}

static bool accept(parser *p, const char *mark)
{
	skip_space(p);
	size_t n = stands(p, mark);
	p->at += n;
	return n > 0;
}

static bool accept_word(parser *p, const char *name)
{
	skip_space(p);
	size_t n = stands(p, name);
	if (!n || is_letter(peek(p, n)) || ascii_is_digit(peek(p, n)))
		return false;
	p->at += n;
	return true;
}

static bool expect(parser *p, const char *mark)
{
	if (accept(p, mark))
		return true;
	if (!p->broken) {
		if (p->at < p->source.len)
			complain(p, p->at, 1, "expected \"%s\"", mark);
		else
			complain(p, p->at, 1, "expected \"%s\" at the end", mark);
	}
	p->broken = true;
	return false;
}

/* Nodes. */

static expr *new_node(parser *p, expr_op op, func_type type, size_t at)
{
	expr *e = ARENA_NEW(p->arena, expr);
	e->op = op;
	e->type = type;
	e->at = (uint32_t)at;
	e->depth = 1;
	return e;
}

static void finish_node(parser *p, expr *e)
{
	e->width = (uint32_t)(p->at - e->at);
}

static void add_operand(parser *p, expr *e, const expr *operand)
{
	if (!operand)
		return;
	e->args[e->n++] = operand;
	if (operand->depth >= e->depth)
		e->depth = (uint8_t)(operand->depth + 1);
	if (e->depth > LIMIT_EXPRESSION_DEPTH && !p->broken) {
		complain(p, e->at, 1, "the expression has more than %d levels (LIMIT_EXPRESSION_DEPTH)", LIMIT_EXPRESSION_DEPTH);
		p->broken = true;
	}
}

static const char *type_name(func_type type)
{
	static const char *const names[] = {
		[FUNC_NUMBER] = "a number", [FUNC_TRUTH] = "a truth", [FUNC_TEXT] = "a text", [FUNC_WORD] = "a word",
		[FUNC_KIND] = "a kind",     [FUNC_MODE] = "a mode",   [FUNC_SET] = "a <set>",
	};
	return names[type];
}

static void want(parser *p, const expr *e, func_type type)
{
	if (e && e->type != type && !p->broken)
		complain(p, e->at, e->width, "expected %s here, this is %s", type_name(type), type_name(e->type));
}

/* Primaries. */

static const expr *parse_number(parser *p)
{
	size_t from = p->at;
	while (ascii_is_digit(peek(p, 0)) || (peek(p, 0) == '.' && ascii_is_digit(peek(p, 1))))
		p->at++;
	expr *e = new_node(p, EXPR_NUMBER, FUNC_NUMBER, from);
	decimal d;
	slice digits = slice_sub(p->source, from, p->at);
	if (!decimal_parse(digits.ptr[0] == '.' ? arena_printf(p->arena, "0" SLICE_FMT, SLICE_ARG(digits)) : digits, &d)) {
		complain(p, from, p->at - from, "this is no number");
		p->broken = true;
		return e;
	}
	bool percent = peek(p, 0) == '%';
	if (percent) {
		p->at++;
		d.exponent -= 2;
	}
	finish_node(p, e);
	e->name = slice_sub(p->source, from, p->at);
	e->number = rational_from_decimal(d, ROUND_DOWN);
	return e;
}

/* <name> */
static const expr *parse_set(parser *p)
{
	size_t from = p->at++;
	size_t begin = p->at;
	while (p->at < p->source.len && peek(p, 0) != '>')
		p->at++;
	expr *e = new_node(p, EXPR_WORDS, FUNC_SET, from);
	e->name = slice_sub(p->source, begin, p->at);
	if (!expect(p, ">"))
		return e;
	finish_node(p, e);
	e->words = lexicon_set(p->scope->lex, e->name);
	if (!e->words)
		complain(p, from, e->width, "the lexicon has no set <" SLICE_FMT ">", SLICE_ARG(e->name));
	return e;
}

static slice parse_name(parser *p)
{
	size_t from = p->at;
	while (is_letter(peek(p, 0)) || ascii_is_digit(peek(p, 0)))
		p->at++;
	return slice_sub(p->source, from, p->at);
}

static void check_argument(parser *p, const expr *call, const expr *arg, size_t i)
{
	switch (func_param(call->function, i)) {
	case 'v':
		if (arg->op != EXPR_VARIABLE && !p->broken)
			complain(p, arg->at, arg->width, "" SLICE_FMT " takes the name of a variable here", SLICE_ARG(call->name));
		break;
	case 'w':
		want(p, arg, FUNC_SET);
		break;
	case 't':
		want(p, arg, FUNC_TRUTH);
		break;
	default:
		if (call->function->call || arg->type != FUNC_TRUTH) /* the branches of `if` may be truths */
			want(p, arg, FUNC_NUMBER);
	}
}

static void check_call(parser *p, expr *e)
{
	size_t least, most;
	func_arity(e->function, &least, &most);
	if ((e->n < least || e->n > most) && !p->broken) {
		if (least == most)
			complain(p, e->at, e->width, SLICE_FMT " takes %zu argument%s, not %u", SLICE_ARG(e->name), most,
			         most == 1 ? "" : "s", e->n);
		else
			complain(p, e->at, e->width, SLICE_FMT " takes %zu to %zu arguments, not %u", SLICE_ARG(e->name), least, most,
			         e->n);
	}
	for (size_t i = 0; i < e->n && i < most; i++)
		check_argument(p, e, e->args[i], i);
	e->type = e->function->type;
	if (!e->function->call && e->n == 3) { /* if */
		e->type = e->args[1]->type;
		want(p, e->args[2], e->type);
	}
}

static const expr *parse_call(parser *p, size_t from, slice name)
{
	expr *e = new_node(p, EXPR_CALL, FUNC_NUMBER, from);
	e->name = name;
	e->width = (uint32_t)name.len;
	e->function = func_find(name);
	if (!e->function) {
		slice known[64];
		size_t n = 0;
		for (; n < func_count() && n < sizeof known / sizeof *known; n++)
			known[n] = func_at(n)->name;
		suggest(p, "function", e, known, n);
	}
	if (!accept(p, ")")) {
		do {
			const expr *arg = parse_or(p);
			if (e->n == EXPR_ARGS && !p->broken) {
				complain(p, p->at, 1, "no function takes more than %d arguments", EXPR_ARGS);
				p->broken = true;
			}
			if (p->broken)
				return e;
			add_operand(p, e, arg);
		} while (accept(p, ","));
		if (!expect(p, ")"))
			return e;
	}
	finish_node(p, e);
	if (e->function)
		check_call(p, e);
	return e;
}

static const expr *parse_variable(parser *p, size_t from, slice name)
{
	expr *e = new_node(p, EXPR_VARIABLE, FUNC_NUMBER, from);
	e->name = name;
	finish_node(p, e);
	if (p->scope->any)
		return e;
	for (size_t i = 0; i < p->scope->var_count; i++) {
		if (slice_equal(p->scope->vars[i], name))
			return e;
	}
	suggest(p, "variable", e, p->scope->vars, p->scope->var_count);
	return e;
}

static const expr *parse_interval(parser *p)
{
	expr *e = new_node(p, EXPR_INTERVAL, FUNC_NUMBER, p->at++);
	for (int i = 0; i < 2; i++) {
		const expr *end = parse_or(p);
		if (p->broken || !expect(p, i ? "]" : ","))
			return e;
		want(p, end, FUNC_NUMBER);
		add_operand(p, e, end);
	}
	finish_node(p, e);
	return e;
}

static const expr *parse_name_or_call(parser *p)
{
	size_t from = p->at;
	slice name = parse_name(p);
	if (accept(p, "("))
		return parse_call(p, from, name);
	if (slice_equal(name, SLICE("anchor"))) {
		expr *e = new_node(p, EXPR_ANCHOR, FUNC_WORD, from);
		e->name = name;
		finish_node(p, e);
		return e;
	}
	return parse_variable(p, from, name);
}

static const expr *parse_primary(parser *p)
{
	skip_space(p);
	char c = peek(p, 0);
	if (ascii_is_digit(c) || (c == '.' && ascii_is_digit(peek(p, 1))))
		return parse_number(p);
	if (is_letter(c))
		return parse_name_or_call(p);
	if (c == '<')
		return parse_set(p);
	if (c == '[')
		return parse_interval(p);
	if (c == '(') {
		p->at++;
		const expr *inner = parse_or(p);
		if (!p->broken)
			expect(p, ")");
		return inner;
	}
	if (!p->broken)
		complain(p, p->at, 1,
		         p->at < p->source.len ? "expected a number, a name or a bracket" : "something is missing at the end");
	p->broken = true;
	return NULL;
}

static const expr *parse_unary(parser *p)
{
	skip_space(p);
	size_t from = p->at;
	if (!accept(p, "-") && !accept(p, "−"))
		return parse_primary(p);
	if (++p->depth > LIMIT_EXPRESSION_DEPTH) {
		complain(p, from, 1, "the expression has more than %d levels (LIMIT_EXPRESSION_DEPTH)", LIMIT_EXPRESSION_DEPTH);
		p->broken = true;
		return NULL;
	}
	expr *e = new_node(p, EXPR_NEGATE, FUNC_NUMBER, from);
	const expr *operand = parse_unary(p);
	p->depth--;
	want(p, operand, FUNC_NUMBER);
	add_operand(p, e, operand);
	finish_node(p, e);
	return e;
}

/* Operators, from those that bind most to those that bind least. */

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

static bool accept_operator(parser *p, const op_mark *marks, expr_op *out)
{
	skip_space(p);
	const char next = peek(p, 0);
	for (; marks->mark; marks++) {
		if (*marks->mark == next && (is_letter(next) ? accept_word(p, marks->mark) : accept(p, marks->mark))) {
			*out = marks->op;
			return true;
		}
	}
	return false;
}

/* Left-associative operators of one rank over operands of one type. */
static const expr *parse_chain(parser *p, const op_mark *marks, func_type type, const expr *(*operand)(parser *))
{
	const expr *left = operand(p);
	expr_op op;
	while (!p->broken && accept_operator(p, marks, &op)) {
		expr *e = new_node(p, op, type, left->at);
		const expr *right = operand(p);
		want(p, left, type);
		want(p, right, type);
		add_operand(p, e, left);
		add_operand(p, e, right);
		finish_node(p, e);
		left = e;
	}
	return left;
}

static const expr *parse_product(parser *p)
{
	return parse_chain(p, PRODUCTS, FUNC_NUMBER, parse_unary);
}

static const expr *parse_sum(parser *p)
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

static const expr *parse_named(parser *p, func_type type)
{
	skip_space(p);
	expr *e = new_node(p, EXPR_NAME, type, p->at);
	e->name = parse_name(p);
	finish_node(p, e);
	slice known[FIGURE_KIND_COUNT + MODE_DENIED + 1];
	size_t n;
	if (!find_name(type, e->name, known, &n))
		suggest(p, type == FUNC_KIND ? "kind" : "mode", e, known, n);
	return e;
}

static const expr *parse_is(parser *p, const expr *left)
{
	bool negated = accept_word(p, "not");
	expr *e = new_node(p, negated ? EXPR_IS_NOT : EXPR_IS, FUNC_TRUTH, left->at);
	add_operand(p, e, left);
	if (left->type == FUNC_WORD) {
		const expr *words = parse_primary(p);
		want(p, words, FUNC_SET);
		add_operand(p, e, words);
	} else if (left->type == FUNC_KIND || left->type == FUNC_MODE) {
		add_operand(p, e, parse_named(p, left->type));
	} else if (!p->broken) {
		complain(p, left->at, left->width, "`is` follows a word, a kind or a mode; this is %s", type_name(left->type));
		p->broken = true;
	}
	finish_node(p, e);
	return e;
}

static const expr *parse_comparison(parser *p)
{
	const expr *left = parse_sum(p);
	expr_op op;
	if (p->broken)
		return left;
	if (accept_word(p, "is"))
		return parse_is(p, left);
	if (!accept_operator(p, COMPARISONS, &op))
		return left;
	expr *e = new_node(p, op, FUNC_TRUTH, left->at);
	const expr *right = parse_sum(p);
	want(p, left, FUNC_NUMBER);
	want(p, right, FUNC_NUMBER);
	add_operand(p, e, left);
	add_operand(p, e, right);
	finish_node(p, e);
	expr_op second;
	if (!p->broken && accept_operator(p, COMPARISONS, &second)) {
		complain(p, p->at, 1, "one comparison at a time; join two with `and`");
		p->broken = true;
	}
	return e;
}

static const expr *parse_not(parser *p)
{
	skip_space(p);
	size_t from = p->at;
	if (!accept_word(p, "not"))
		return parse_comparison(p);
	expr *e = new_node(p, EXPR_NOT, FUNC_TRUTH, from);
	if (++p->depth > LIMIT_EXPRESSION_DEPTH) {
		complain(p, from, 1, "the expression has more than %d levels (LIMIT_EXPRESSION_DEPTH)", LIMIT_EXPRESSION_DEPTH);
		p->broken = true;
		return e;
	}
	const expr *operand = parse_not(p);
	p->depth--;
	want(p, operand, FUNC_TRUTH);
	add_operand(p, e, operand);
	finish_node(p, e);
	return e;
}

static const expr *parse_and(parser *p)
{
	return parse_chain(p, ANDS, FUNC_TRUTH, parse_not);
}

/* Every bracket passes here, so the depth of recursion is counted here. */
static const expr *parse_or(parser *p)
{
	if (++p->depth > LIMIT_EXPRESSION_DEPTH) {
		if (!p->broken)
			complain(p, p->at, 1, "the expression has more than %d levels (LIMIT_EXPRESSION_DEPTH)", LIMIT_EXPRESSION_DEPTH);
		p->broken = true;
		return NULL;
	}
	const expr *e = parse_chain(p, ORS, FUNC_TRUTH, parse_and);
	p->depth--;
	return e;
}

const expr *expr_parse(arena *a, slice source, const expr_scope *scope, expr_errors *errors)
{
	parser p = {.arena = a, .source = source, .scope = scope, .errors = errors};
	size_t before = errors->n;
	const expr *e = parse_or(&p);
	skip_space(&p);
	if (!p.broken && p.at < source.len)
		complain(&p, p.at, source.len - p.at, "this is not understood");
	return errors->n == before ? e : NULL;
}
