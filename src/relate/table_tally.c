/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/table_sum.h"

enum { LARGE = 10000 };

axis axis_of(arena *a, const grid *g, bool across)
{
	axis x = {.arena = a, .grid = g, .across = across};
	x.line = across ? g->col : g->row;
	x.at_place = across ? g->row : g->col;
	x.lines = across ? g->cols : g->rows;
	uint32_t all = across ? g->rows : g->cols;
	uint32_t *place = ARENA_ARRAY(a, uint32_t, all);
	for (uint32_t i = 0; i < all; i++)
		if (x.at_place[i].adds)
			place[x.places++] = i;
	x.place = place;
	return x;
}

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

void tally_add(tally *y, const grid_cell *c, bool less)
{
	if (c->kind == CELL_EMPTY || c->kind == CELL_NIL)
		return;
	if (c->kind != CELL_NUMBER) {
		y->bad++;
		return;
	}
	y->bad += y->numbers && y->mark != c->mark;
	y->mark = c->mark;
	y->sum += c->value;
	y->less += less ? c->value + size_of(c->value) : 0;
	y->slack += c->unit;
	y->numbers++;
	y->nonzero += c->value != 0;
}

static int128 residual(const tally *y, const grid_cell *total, bool less)
{
	return size_of(y->sum - (less ? y->less : 0) - total->value);
}

bool tally_holds(const tally *y, const grid_cell *total, bool less)
{
	return 2 * residual(y, total, less) <= y->slack + total->unit;
}

bool tally_may_be_rounded(const grid *g, const tally *y, const grid_cell *total, bool less)
{
	return total->place == 0 && !total->unit && size_of(total->value) >= LARGE * g->one &&
	       2 * residual(y, total, less) <= ((int128)y->numbers + 1) * g->one;
}
