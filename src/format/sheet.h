/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet of a workbook: its cells as they are shown, before they become tables and paragraphs. */
#ifndef FORMAT_SHEET_H
#define FORMAT_SHEET_H

#include "document/builder.h"
#include "format/formula.h"

typedef enum {
	SHEET_TEXT,
	SHEET_NUMBER,
	SHEET_DAY,   /* a day or a time; its number may be stored, too */
	SHEET_OTHER, /* a truth value, an error */
	SHEET_EMPTY  /* a formula without a value */
} sheet_kind;

typedef struct sheet_cell {
	uint32_t row, col; /* 0-based */
	slice text;        /* as it is shown; empty: nothing is to be seen, but formulas may read it */
	slice stored;      /* the number in it, exact decimal digits; empty: it holds none */
	uint32_t row_span, col_span;
	uint32_t formula; /* the sheet's formulas[formula - 1]; 0: none */
	sheet_kind kind;
} sheet_cell;

typedef enum {
	SHEET_FORMULA_NEW,
	SHEET_FORMULA_OPEN, /* being computed */
	SHEET_FORMULA_KNOWN,
	SHEET_FORMULA_UNKNOWN,
	SHEET_FORMULA_BEYOND /* all together read more than they may */
} sheet_formula_state;

typedef struct sheet_formula {
	formula formula; /* without text: one that is not computed */
	slice format;    /* of the number that it gives */
	formula_number value;
	sheet_formula_state state;
	bool cycle;    /* it refers to itself in the end, or to one that does */
	bool subtotal; /* formula_is_subtotal */
} sheet_formula;

typedef struct sheet_note { /* a comment on a cell */
	uint32_t row, col;
	slice text;
} sheet_note;

typedef struct sheet_stretch { /* rows or columns, 0-based */
	uint32_t first, end;
} sheet_stretch;

typedef VEC(sheet_stretch) sheet_stretches;

typedef struct sheet {
	slice name;
	VEC(sheet_cell) cells;
	VEC(sheet_formula) formulas;
	VEC(sheet_note) notes;
	VEC(slice) shapes; /* texts of boxes over the cells */
	bool hidden, filtered;
	sheet_stretches hidden_rows, hidden_cols; /* in order; those that hold nothing may be among the columns */
} sheet;

/* A cell's formula, to be computed; the cell's own fields aside. */
void sheet_set_formula(arena *a, sheet *s, sheet_cell *cell, formula f, slice format);
/* Sorts the cells by row and column, each place once. */
void sheet_sort(sheet *s);
/* Puts the sheet's cells out, which are sorted: tables, and paragraphs where text stands by itself (titles above, notes below);
 * then its comments as footnotes. `titled`: its name goes before, as a heading. What is hidden of it becomes notes. */
void sheet_put(arena *a, builder *b, sheet *s, bool titled);

/* Rows, or columns, [first, end) are hidden; told in order. */
void sheet_hide(arena *a, sheet_stretches *hidden, uint32_t first, uint32_t end);
/* format/sheet_hidden: a note for all that is hidden of the sheet; none of one without cells. */
void sheet_tell_hidden(arena *a, builder *b, const sheet *s);

/* The letters of a column, 0-based. */
slice sheet_column_name(arena *a, uint32_t col);
/* "B7" as row and column, 0-based; false if it is none. */
bool sheet_place(slice name, uint32_t *row, uint32_t *col);

/* The number that `value` tells, as exact decimal digits of at most 15 significant places: what a sheet computes with, without
 * the noise of binary fractions. Empty if it is no number. */
slice sheet_number(arena *a, slice value);
/* How a number is shown in a format ("#,##0.00;[Red](#,##0.00)"), empty being the general one. Days count from 1900 or 1904.
 * *is_date: it is shown as a day or a time. Days told in numbers only are shown as 2019-03-31, since 3/4 is read both ways. */
slice sheet_show(arena *a, slice format, slice number, bool from_1904, bool *is_date);
/* How a text is shown in a format, which may hide it or add to it. */
slice sheet_show_text(arena *a, slice format, slice text);
/* format/sheet_day: the same in one section of a format that shows a day or a time. Empty if there is no such day. */
slice sheet_show_day(arena *a, slice section, double value, bool from_1904);

#endif
