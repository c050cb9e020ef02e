/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns under one heading that reaches over them: what adds up there need not do so under the next, as the numbers of months do
 * not that each have been adjusted for their season. */
#include "relate/grid_heading.h"
#include "relate/table_sum.h"

enum { MOST_BANDS = 12 };

/* The column where the heading of row r over column c begins, or the first of its neighbours that is named likewise. */
static uint32_t band_of(const grid *g, uint32_t r, uint32_t c)
{
	const grid_cell *over = grid_over(g, r, c);
	uint32_t from = c;
	while (over && from > 0) {
		const grid_cell *left = grid_over(g, r, from - 1);
		if (!left || (left != over && !slice_equal(grid_text(g, left), grid_text(g, over))))
			break;
		from--;
	}
	return from;
}

/* The places under the heading of row r that place number i stands under; *n: how many follow it there, itself included. */
static void take_band(const axis *x, uint32_t r, uint32_t i, uint32_t *n)
{
	uint32_t band = band_of(x->grid, r, x->place[i]);
	for (*n = 1; i + *n < x->places && band_of(x->grid, r, x->place[i + *n]) == band;)
		++*n;
}

void table_sums_bands(const axis *x, sum_list *sums)
{
	uint32_t tried = 0;
	for (uint32_t r = 0; r + 1 < x->grid->first_row && !x->across; r++)
		for (uint32_t i = 0, n; i < x->places && tried < MOST_BANDS; i += n) {
			take_band(x, r, i, &n);
			if (n < 2 || n == x->places)
				continue;
			axis band = *x;
			band.place = x->place + i;
			band.places = n;
			table_sums_also(&band, sums);
			tried++;
		}
}
