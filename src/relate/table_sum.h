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
	bool less; /* parts whose label says so are taken off */
	bool told; /* a label or the indentation says that it is one; else the numbers alone do */
	bool sure; /* beyond the label numbers speak for it */
	uint32_t misses;
} table_sum;

typedef VEC(table_sum) sum_list;

typedef struct tally {       /* what some cells come to */
	int128 sum, less, slack; /* less: to be taken off once more where parts are taken off; slack: of all their last places */
	uint32_t numbers, nonzero, bad, mark;
} tally;

void tally_add(tally *y, const grid_cell *c, bool less);
/* Of a total cell and its addends: whether it holds as it is written, or as far as rounding tells. */
bool tally_holds(const tally *y, const grid_cell *total, bool less);
/* The same where numbers so large, told without a scale, may have been rounded all the same. */
bool tally_may_be_rounded(const grid *g, const tally *y, const grid_cell *total, bool less);

void table_sums(const axis *x, sum_list *out);

#endif
