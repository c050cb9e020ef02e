/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the expression parser share. For src/rule/expr*.c alone. */
#ifndef RULE_EXPR_PARSER_H
#define RULE_EXPR_PARSER_H

#include "rule/expr.h"

typedef struct expr_parser {
	arena *arena;
	slice source;
	size_t at; /* of the next token */
	const expr_scope *scope;
	expr_errors *errors;
	unsigned depth;
	bool broken; /* the syntax is: nothing more can be said */
} expr_parser;

/* Adds an error about `width` bytes (0: one) from `at` on. */
__attribute__((format(printf, 4, 5))) void expr_complain(expr_parser *p, size_t at, size_t width, const char *format, ...);
/* Says that the `what` which e names is unknown, and which of the n known ones may be meant. */
void expr_suggest(expr_parser *p, const char *what, const expr *e, const slice *known, size_t n);

/* The byte so far ahead of the next token; 0 behind the end. */
char expr_peek(const expr_parser *p, size_t ahead);
/* What a name may begin with. */
bool expr_is_letter(char c);
void expr_skip_space(expr_parser *p);
/* Go past white space, and past the mark, or the whole word, if it stands there; whether it does. */
bool expr_accept(expr_parser *p, const char *mark);
bool expr_accept_word(expr_parser *p, const char *name);
/* The same of a mark that must stand there: without it the syntax is broken. */
bool expr_expect(expr_parser *p, const char *mark);

expr *expr_node(expr_parser *p, expr_op op, func_type type, size_t at);
/* Its text ends here. */
void expr_finish(expr_parser *p, expr *e);
void expr_add_operand(expr_parser *p, expr *e, const expr *operand);
/* One level down in the recursion, left by p->depth--; false, and the syntax is broken, if that is too deep. */
bool expr_deeper(expr_parser *p, size_t at);
/* Complains if e is of another type; NULL is of any. */
void expr_want(expr_parser *p, const expr *e, func_type type);
/* As messages have it: "a number". */
const char *expr_type_name(func_type type);

/* The next name; empty if none stands here. */
slice expr_name(expr_parser *p);
/* What operators join: a number, a name, a call, a set, an interval, or anything in brackets; NULL if the syntax is broken. */
const expr *expr_primary(expr_parser *p);
/* A whole expression, whatever its operators; NULL if the syntax is broken. */
const expr *expr_any(expr_parser *p);

#endif
