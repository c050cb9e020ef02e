/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evaluating a rule's expressions over the value sets of bound claims. */
#ifndef RULE_EVAL_H
#define RULE_EVAL_H

#include "rule/binding.h"

typedef enum { TRUTH_FALSE, TRUTH_TRUE, TRUTH_MISSING /* an operand has no value */ } truth;

typedef struct evaluation {
	arena *arena;
	const lexicon *lex;
	const binding *binding;
	reading reading;
	struct value_memory *memory; /* of the binding's values, see rule/value.h; NULL: none */
	const claim *instead; /* this claim's number is taken to be `number` (its hedge and last place kept); NULL: none. */
	rational number;      /* For a date claim it is the weekday told, 1..7. */
	bool impossible;      /* out: a function met a value that cannot exist (p = 1.2, r = 3) */
	slice missing;        /* out: why TRUTH_MISSING */
} evaluation;

truth eval_truth(const expr *e, evaluation *ev);
/* The value of an expression; the empty set where an operand is missing (ev->missing says which). */
set eval_set(const expr *e, evaluation *ev);
/* The text of a call whose function gives one; empty otherwise. */
slice eval_text(const expr *e, evaluation *ev);
/* e, or the branch of it that is taken where it is an `if`; NULL if its condition is missing. */
const expr *eval_branch(const expr *e, evaluation *ev);
/* The two sides of a comparison at the top of e, false if there is none. */
bool eval_sides(const expr *e, evaluation *ev, set *left, set *right, slice *operator_text);
/* The expression as written, normalised ("sum(parts) <= whole"). */
slice expr_text(arena *a, const expr *e);
/* The same without what adds nothing because nothing is bound to it. */
slice expr_text_of(arena *a, const expr *e, const binding *b);
/* That with values in place of names: sets in ev->reading ("(150, ∞) <= (160, ∞)"), or the told numbers as plain
 * arithmetic when the reading is READING_EXACT ("150 <= 160", "0.25 ~ 45 / 180"). */
slice eval_show(const expr *e, evaluation *ev);
/* A message template: {name} is the figure as written with its hedge and unit, {expression} its value, {percent(e)},
 * {number(e)} as such; {name.noun} the thing counted. */
slice eval_message(slice message, const rule *r, evaluation *ev);

#endif
