/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of a formula. */
#ifndef FORMAT_FORMULA_TOKEN_H
#define FORMAT_FORMULA_TOKEN_H

#include "format/formula.h"

typedef enum {
	FORMULA_END,
	FORMULA_LITERAL, /* a number */
	FORMULA_AREA,
	FORMULA_CALL, /* a function's name with the bracket behind it */
	FORMULA_NEXT, /* what parts arguments */
	FORMULA_MARK, /* + - * / ^ % ( ) */
	FORMULA_ODD   /* anything else */
} formula_token_kind;

typedef struct formula_token {
	formula_token_kind kind;
	char mark;
	double literal;
	slice name;        /* of a function */
	formula_area area; /* its references moved as the formula is */
	bool pair;         /* the area is told by two corners */
	size_t start, end; /* in the formula's text */
} formula_token;

/* The token at *at, which moves behind it. */
formula_token formula_next(const formula *f, size_t *at);

#endif
