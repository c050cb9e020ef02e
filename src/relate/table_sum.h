/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows or columns of a table are sums of others: by their labels, by indentation, and by arithmetic over many places. */
#ifndef RELATE_TABLE_SUM_H
#define RELATE_TABLE_SUM_H

#include "relate/grid.h"

typedef struct axis { /* a table read by rows, or by columns: lines, and the places along them */
	arena *arena;
	const grid *grid;
	bool across; /* lines are columns */
	const grid_line *line, *at_place;
	uint32_t lines;
	const uint32_t *place; /* the places whose cells are added */
	uint32_t places;
} axis;

axis axis_of(arena *a, const grid *g, bool across);

static inline const grid_cell *axis_at(const axis *x, uint32_t line, uint32_t place)
{
	return x->across ? grid_at(x->grid, place, line) : grid_at(x->grid, line, place);
}

typedef struct table_sum { /* line `result` is the sum of the lines `parts` */
	uint32_t result;
	const uint32_t *parts;
	size_t n;
	const bool *minus; /* by part: taken off; NULL: none is */
	bool less;         /* parts whose label says so are taken off */
	bool told;         /* a label or the indentation says that it is one; else the numbers alone do */
	bool unexcused;    /* it holds at so many places that the one left is no average and the like */
	bool strict;       /* so many places hold as they are written that none is taken to be rounded */
	bool sure;         /* beyond the label numbers speak for it */
	uint32_t misses;
} table_sum;

typedef VEC(table_sum) sum_list;

typedef struct tally {       /* what some cells come to */
	int128 sum, less, slack; /* less: to be taken off once more where parts are taken off; slack: of all their last places */
	int128 least, most;      /* of the parts as they stand */
	uint32_t numbers, nonzero, bad, mark, empty;
	int64_t finest, coarsest; /* of the last places of all */
	bool off;                 /* some are taken off */
	uint32_t fine;            /* with decimal places, or told in tens and more */
} tally;

typedef enum { PART_ADDED, PART_LESS /* its label says that it is taken off */, PART_MINUS } part_sign;

/* Whether a total need not hold at a place: its numbers do not add up, or it is of totals of which some are left out. */
bool tally_need_not(const axis *x, uint32_t place, const tally *y);
void tally_add(tally *y, const grid_cell *c, part_sign sign);
/* How the k-th part of a sum counts. */
part_sign table_sign(const axis *x, const table_sum *s, size_t k);
/* The place that a total was rounded to, 0 if it was not: one whose addends have finer places was. */
int64_t tally_unit(const tally *y, const grid_cell *total);
/* Of a total cell and its addends: whether it holds as it is written, or as far as rounding tells. */
bool tally_holds(const tally *y, const grid_cell *total, bool less);
/* The same where numbers so large, told without a scale, may have been rounded all the same. */
bool tally_may_be_rounded(const grid *g, const tally *y, const grid_cell *total, bool less);

/* Whether a total that does not hold may be no sum at all: an average or a maximum stands among the parts, a percentage and a
 * multiple are no addends. */
bool tally_is_excused(const tally *y, const grid_cell *total, bool less);
/* Whether one digit of four or more differs, or two neighbours have changed places. */
bool tally_is_slip(const tally *y, const grid_cell *total, bool less);
/* Whether it is off by what one digit of it or of a part may come to, and by more than any rounding does. */
bool tally_is_clear_slip(const tally *y, const grid_cell *total, bool less);
/* Whether a total is off by more than a slip of the pen: by three parts in a hundred and several digits. */
bool tally_is_far(const grid *g, const tally *y, const grid_cell *total, bool less);

void table_sums(const axis *x, sum_list *out);
/* table_also.c: adds further sums, told of only where they hold. */
void table_sums_also(const axis *x, sum_list *sums);
/* table_bands.c: the same among the columns under one heading. */
void table_sums_bands(const axis *x, sum_list *sums);
/* table_contract.c: of rows, puts a sum that others hold in full in the place of its parts; of sums that then say the same one stays. */
void table_sums_contract(const axis *x, sum_list *sums);
/* table_rounding.c: whether the sums found while all numbers are taken for rounded miss as chance would have it if they are. */
bool table_was_rounded(const axis *down, const sum_list *of_rows, const axis *across, const sum_list *of_columns);

#endif
