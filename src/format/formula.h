/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas of sheets, as far as they are plain arithmetic: numbers, references, + - * / ^ %, brackets, and the functions of
 * formula_functions.def. Any other formula is unknown as a whole; nothing of it is guessed. */
#ifndef FORMAT_FORMULA_H
#define FORMAT_FORMULA_H

#include "base/arena.h"

typedef enum {
	FORMULA_EXCEL, /* SUM(B2:B5,Ports!$C$1) */
	FORMULA_OPEN   /* SUM([.B2:.B5];[$Ports.$C$1]), OpenDocument part 4 */
} formula_dialect;

typedef struct formula {
	slice text; /* without the equals sign */
	formula_dialect dialect;
	int32_t down, right; /* how far the cell is from the one that the text was written for: what many cells share */
} formula;

/* Cells of one sheet, 0-based, the last ones included. */
typedef struct formula_area {
	slice sheet; /* as it is written, a quote within it twice; empty: the formula's own */
	uint32_t first_row, first_col, last_row, last_col;
} formula_area;

/* A number, and how far from it the exact one may be: binary fractions, and what is computed with them. */
typedef struct formula_number {
	double value, error;
} formula_number;

typedef enum {
	FORMULA_NUMBER,
	FORMULA_TEXT,
	FORMULA_OTHER /* what nothing is computed with: a truth value, an error, a number nobody knows */
} formula_kind;

/* A number as a sheet stores it, in a binary fraction. */
formula_number formula_stored(double value);

/* What a cell holds; one that holds nothing is not told. */
typedef struct formula_cell {
	formula_kind kind;
	formula_number number;
	bool subtotal; /* it is a subtotal itself */
	bool hidden;   /* its row is */
} formula_cell;

typedef struct formula_cells { /* where a formula's operands are */
	void *book;
	/* Calls `take` for each cell of the area that holds something. False: there is no such sheet, or reading ends here. */
	bool (*each)(void *book, const formula_area *area, void (*take)(void *to, const formula_cell *cell), void *to);
} formula_cells;

/* The formula's value; false if it is unknown. */
bool formula_compute(const formula *f, const formula_cells *cells, formula_number *out);
/* Whether it holds nothing but what is computed; its value may be unknown all the same. */
bool formula_is_plain(const formula *f);
/* Calls `take` for each area that it refers to. */
void formula_areas(const formula *f, void (*take)(void *to, const formula_area *area), void *to);
/* Whether it calls SUBTOTAL, and so is passed over by others that do. */
bool formula_is_subtotal(const formula *f);
/* As a person reads it: "SUM(B2:B5,Ports!C1)", its references moved. */
slice formula_show(arena *a, const formula *f);
/* Whether a name of a sheet is the one that the area tells. */
bool formula_names(const formula_area *area, slice name);

#endif
