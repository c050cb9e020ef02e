/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic and the functions of formulas, on numbers that carry their error. */
#ifndef FORMAT_FORMULA_FUNCTION_H
#define FORMAT_FORMULA_FUNCTION_H

#include "format/formula.h"

enum { FORMULA_NUMBERS = 2 }; /* that a function takes at most, those it gathers aside */

typedef struct formula_function {
	slice name;
	unsigned numbers; /* that it takes first */
	bool gathers;     /* areas and numbers follow */
	int which;
} formula_function;

typedef struct formula_tally { /* of what a function gathers */
	int which;                 /* what is gathered for: a function, or the one that SUBTOTAL names */
	bool counts_all;           /* whatever is no number counts, too */
	bool subtotal, hidden;     /* subtotals, rows that are hidden are passed over */
	bool unknown;
	uint64_t count; /* numbers, or cells */
	formula_number sum, product;
	double size; /* the sum of what was added, signs aside */
	formula_number least, most;
} formula_tally;

/* NULL: none that is computed. */
const formula_function *formula_function_named(slice name);
/* Between these, what is gathered is taken into the tally `to`. The second is false if the value is unknown. */
void formula_begin(const formula_function *function, const formula_number *numbers, formula_tally *tally);
void formula_take(void *to, const formula_cell *cell);
bool formula_end(const formula_function *function, const formula_number *numbers, const formula_tally *tally,
                 formula_number *out);

formula_number formula_add(formula_number a, formula_number b);
formula_number formula_multiply(formula_number a, formula_number b);
/* Not finite where nothing can be known: a divisor that may be zero, a root of less. */
formula_number formula_divide(formula_number a, formula_number b);
formula_number formula_raise(formula_number a, formula_number b);

#endif
