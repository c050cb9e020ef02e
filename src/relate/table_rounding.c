/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the whole numbers of a table were rounded though nothing says so: then its sums miss by one or two here and there, as
 * often as chance has it, and else hold exactly but for a rare mistake. */
#include "relate/table_sum.h"

#include <math.h>

enum { SMALL = 1000 /* numbers below it are seldom rounded */ };

static const double PRIOR = 6;          /* how much speaks for exact numbers before any sum is looked at */
static const double MISTAKE_LARGE = 13; /* how rarely a mistake is as small as rounding makes it: minus a logarithm */
static const double MISTAKE_SMALL = 4;

static double normal_below(double x)
{
	return 0.5 * erfc(-x / sqrt(2));
}

/* How likely the sum of n rounded numbers misses the rounded sum by `off`. */
static double likelihood(uint32_t n, double off)
{
	double deviation = sqrt((n + 1) / 12.0);
	return normal_below((off + 0.5) / deviation) - normal_below((off - 0.5) / deviation);
}

/* What one total says for rounding: above 0 if it does. Only whole numbers of which all digits stand there are asked. */
static double weigh(const grid *g, const tally *y, const grid_cell *total, bool less)
{
	if (total->place || total->mark || y->fine || y->bad || y->nonzero < 2)
		return 0;
	int128 off = y->sum - (less ? y->less : 0) - total->value;
	off = (off < 0 ? -off : off) / g->one;
	if (2 * off > (int128)y->numbers + 1)
		return 0;
	double chance = likelihood(y->numbers, (double)off);
	if (!off)
		return log(chance);
	bool small = total->value < SMALL * g->one && -total->value < SMALL * g->one;
	return (small ? MISTAKE_SMALL : MISTAKE_LARGE) + log(chance > 1e-9 ? chance : 1e-9);
}

static double weigh_axis(const axis *x, const sum_list *sums)
{
	double all = 0;
	for (size_t i = 0; i < sums->n; i++) {
		const table_sum *s = &sums->at[i];
		for (uint32_t p = 0; p < x->places; p++) {
			const grid_cell *total = axis_at(x, s->result, x->place[p]);
			tally y = {0};
			for (size_t k = 0; k < s->n && total->kind == CELL_NUMBER; k++)
				tally_add(&y, axis_at(x, s->parts[k], x->place[p]), table_sign(x, s, k));
			if (total->kind == CELL_NUMBER)
				all += weigh(x->grid, &y, total, s->less);
		}
	}
	return all;
}

bool table_was_rounded(const axis *down, const sum_list *of_rows, const axis *across, const sum_list *of_columns)
{
	return weigh_axis(down, of_rows) + weigh_axis(across, of_columns) > PRIOR;
}
