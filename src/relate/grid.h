/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a matrix of numbers: what each cell holds, which rows and columns are added up, and what their labels say. */
#ifndef RELATE_GRID_H
#define RELATE_GRID_H

#include "base/wide.h"
#include "relate/relation.h"

typedef enum {
	CELL_EMPTY,
	CELL_NIL,     /* a dash, "nil": nothing, or too little to show */
	CELL_NUMBER,  /* one number, with a unit at most */
	CELL_MISSING, /* withheld, not known, or told only about: "(D)", "n/a", "< 5" */
	CELL_TEXT
} cell_kind;

enum { GRID_PERCENT = 2, GRID_TIMES = 4 }; /* the marks of "%" and "x"; others are odd */

typedef struct grid_cell {
	int128 value;       /* × 10^grid.exponent, brackets as the minus of accounts */
	int32_t block;      /* -1: none; a cell over several rows or columns stands in its first */
	uint32_t at;        /* where in the text its digits begin */
	uint32_t mark;      /* of what stands behind the number ("%", "x", "km"); 0: nothing */
	int16_t place;      /* the last digit written stands for 10^place */
	uint8_t step;       /* that as a multiple of 10^grid.exponent: 0, or 1 + its power of ten; grid_step() */
	uint8_t kind : 4;   /* cell_kind */
	bool rounded : 1;   /* the number may have been rounded to its last digit; grid_unit() */
	bool dated : 1;     /* may be a year: four digits, 1800 to 2100 */
	bool big : 1;       /* told in thousands or more: "3.2M" */
	bool bracketed : 1; /* "(57)" */
} grid_cell;

_Static_assert(sizeof(grid_cell) == 32, "a table may have a million of them");

enum { GRID_STEPS = 19 };

/* What a step comes to: nothing, then the powers of ten from 1. */
static inline int64_t grid_power(uint8_t step)
{
	return step ? (int64_t)wide_power_of_ten(step - 1U) : 0;
}

/* The place of the last digit written, × 10^grid.exponent; 0 of what is no number. */
static inline int64_t grid_step(const grid_cell *c)
{
	return grid_power(c->step);
}

/* The same where the number may have been rounded to it, else 0. */
static inline int64_t grid_unit(const grid_cell *c)
{
	return c->rounded ? grid_power(c->step) : 0;
}

typedef struct grid_line { /* a row or column */
	slice label;           /* of a row its heading cell, of a column the nearest heading above */
	uint16_t indent;
	bool adds;    /* holds numbers that may take part in sums */
	bool heading; /* of a row: a label without numbers, or nothing at all */
	bool total, net, mean, less,
		part;      /* as its label says; net: what is left over; part: "of which", told beside what it is of */
	bool nameless; /* of a row: numbers without a label */
	bool plain;    /* its label says that it does not add up: average, rate, rank */
	bool rounded;  /* its label says that it is told in thousands or more, or rounded */
} grid_line;

typedef struct grid {
	const document *doc;
	uint32_t rows, cols, first_row; /* rows before first_row are headings */
	grid_cell *cells;               /* rows × cols */
	grid_line *row, *col;
	int exponent;
	int128 one;    /* the number 1, so 10^-exponent */
	bool rounded;  /* what stands about the table says so, or its numbers do */
	bool adjusted; /* what stands about it says that its numbers were each adjusted: none need be the sum of others */
	bool large;    /* many of its numbers are of four digits and more: they may have been rounded though nothing says so */
} grid;

/* Words of labels: sets of the lexicon. */
typedef struct grid_words {
	const lexicon *lex;
	vocabulary *vocab;
	lex_set total, alike, net, mean, less, part, plain, scale, rounding, adjusted, unadjusted, missing, nil;
} grid_words;

/* Without a vocabulary. */
grid_words grid_words_of(const lexicon *lex);
/* Reads group i of the document, a table; everything in the arena. False: it holds too few numbers to be asked anything, or is
 * larger than what stands in it allows for, and doc->met says so. */
bool grid_read(arena *a, reading_of *doc, const grid_words *w, size_t i, grid *out);

/* Takes all its numbers for rounded, or only those that look so. */
void grid_round(grid *g, bool rounded);

static inline const grid_cell *grid_at(const grid *g, uint32_t row, uint32_t col)
{
	return &g->cells[(size_t)row * g->cols + col];
}

/* grid_cell.c: what the text of block i says; `value` and `unit` are left at 10^place (so that `value` is what is written). */
grid_cell grid_cell_read(const reading_of *doc, const grid_words *w, size_t i);
/* Whether a phrase of the set stands in the text; at its beginning, or behind a comma. */
bool grid_says(const grid_words *w, slice text, lex_set which);
bool grid_begins(const grid_words *w, slice text, lex_set which);
/* The claim whose numeral holds the text at offset `at`; -1: none. */
int32_t grid_claim(const reading_of *doc, uint32_t at);

#endif
