/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expressions of rules: `sum(parts) <= whole`, `p ~ a / b and not hedged(a)`.
 *
 *   or, and, not            truths
 *   ~ == < <= > >= in is    one comparison: ~ the two sets meet, == they are the same, `in` the left is within the right;
 *                           < and the like hold if some pair of values does; `is` and `is not` compare a word with a <set>, a kind
 *                           or a mode with a name
 *   + - then * / (× ÷)      over sets of values
 *   12, 0.5, 5%, [0, 1]     numbers; a percentage is a ratio; an interval with both ends
 *   name, anchor, <set>     a variable, the word that opened a frame, a set of the lexicon
 *   f(x, ...)               a function of rule/func.def
 *
 * Names may hold dots inside (`list.open` only within < >). */
#ifndef RULE_EXPR_H
#define RULE_EXPR_H

#include "base/vec.h"
#include "rule/func.h"
#include "rule/rule.h"

enum { EXPR_ARGS = 3 };

typedef enum {
	EXPR_NUMBER,
	EXPR_INTERVAL,
	EXPR_VARIABLE,
	EXPR_ANCHOR,
	EXPR_WORDS,
	EXPR_NAME,
	EXPR_CALL,
	EXPR_NEGATE,
	EXPR_ADD,
	EXPR_SUBTRACT,
	EXPR_MULTIPLY,
	EXPR_DIVIDE,
	EXPR_MEETS,
	EXPR_EQUAL,
	EXPR_LESS,
	EXPR_LESS_EQUAL,
	EXPR_GREATER,
	EXPR_GREATER_EQUAL,
	EXPR_IN,
	EXPR_IS,
	EXPR_IS_NOT,
	EXPR_NOT,
	EXPR_AND,
	EXPR_OR
} expr_op;

struct expr {
	expr_op op;
	func_type type;
	uint32_t at, width; /* bytes of the source that a message about it points at */
	slice name;         /* of a variable, a set, a number as written, the name after `is` */
	rational number;    /* of a number */
	lex_set words;      /* of a set */
	const function *function;
	const expr *args[EXPR_ARGS]; /* operands, or arguments */
	uint8_t n;
	uint8_t depth; /* levels below it, itself included */
};

typedef struct expr_error {
	uint32_t at, width; /* bytes of the source */
	slice message;
} expr_error;
typedef VEC(expr_error) expr_errors;

typedef struct expr_scope { /* what names may stand for */
	const lexicon *lex;
	const slice *vars;
	size_t var_count;
	bool any; /* any name may be a variable */
} expr_scope;

/* Parses all of source, whose bytes the result borrows; every mistake found is added to *errors, and then NULL is returned. */
const expr *expr_parse(arena *a, slice source, const expr_scope *scope, expr_errors *errors);
/* How often the value of variable `name` is used on the way through e that uses it most (only one branch of an `if` is taken). */
size_t expr_uses(const expr *e, slice name);
/* Whether e needs a value of `name`: anything but has(name). */
bool expr_needs(const expr *e, slice name);
/* Whether it asks for words that stand around a figure (NULL: no). */
bool expr_asks_words(const expr *e);
bool expr_is_comparison(const expr *e);
/* `if(condition, one, other)`, whether of numbers or truths. */
bool expr_is_if(const expr *e);
/* "<=", "+", "and"; empty for what is no operator. */
slice expr_operator(expr_op op);

#endif
