/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that rules may call, one line each in rule/func.def. */
#ifndef RULE_FUNC_H
#define RULE_FUNC_H

#include "rule/eval.h"

typedef enum {
	FUNC_NUMBER, /* a set of values */
	FUNC_TRUTH,
	FUNC_TEXT, /* only for messages and notes */
	FUNC_WORD, /* a word of the text, to be compared with a <set> */
	FUNC_KIND, /* a kind of figure */
	FUNC_MODE, /* a mode of claim */
	FUNC_SET   /* a <set> of the lexicon */
} func_type;

enum { FUNC_PARAMS = 3 };

typedef struct func_operand { /* one argument, evaluated */
	const set *sets;          /* one for each figure of a variable, one for any other number */
	size_t n;
	const claim *const *claims; /* of a variable */
	size_t claim_count;
	lex_set words;
} func_operand;

typedef struct func_call {
	evaluation *ev;
	func_operand args[FUNC_PARAMS];
	size_t n;
	set number; /* out, by the function's type; the empty set: missing */
	truth truth;
	slice text;
	const word *word; /* NULL: there is none */
	int name;         /* a figure_kind or claim_mode; -1: none */
} func_call;

typedef struct function {
	slice name;
	slice
		params; /* a letter each: n number, m a variable's figures one by one, v variable, w set, t truth; then ? if it may be left out */
	func_type type;
	bool keeps_unit; /* its result is in the unit of its arguments; else a bare number */
	slice doc;
	void (*call)(func_call *c); /* NULL: the evaluator's own (if, has) */
} function;

const function *func_find(slice name);
size_t func_count(void);
const function *func_at(size_t i);
/* The least and the greatest number of arguments. */
void func_arity(const function *f, size_t *least, size_t *most);
/* The letter of parameter i. */
char func_param(const function *f, size_t i);

#endif
