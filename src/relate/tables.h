/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binders `table-...`: cells of a table that others can be computed from. */
#ifndef RELATE_TABLES_H
#define RELATE_TABLES_H

#include "relate/bind.h"
#include "relate/table_sum.h"

/* Makes, for every table of the document and the rules
 *   of `bind: table-total`, a binding for every cell of a row that is the sum of others, of `bind: table-across` for every cell of
 *     such a column: `total`, its `parts` and those to be taken off (`less`), each with a claim of its own up to
 *     LIMIT_TABLE_ADDENDS of them, and the `rest`: what the others come to, and how far large numbers may have been rounded;
 *   of `bind: table-mean` one for every cell of a row of averages: `mean`, `parts`, `rest`, and how many they are, `n`;
 *   of `bind: table-difference`, `table-ratio`, `table-percent`, `table-growth` one for every c of a row or column that comes of
 *     two others, a and b.
 * Each is handed over before the next is made, so that a table of many rows needs no list of them. What cells are worth
 * (claim.cell) and how they are called (measure.phrase) goes to the claims, in the arena `kept`. */
void bind_tables(arena *a, arena *kept, const rule_set *rules, reading_of *doc, binding_taker take, void *ctx);

typedef struct table_binder {
	arena *arena, *kept;
	const rule_set *rules;
	reading_of *doc;
	const grid *grid;
	const cell_figure **worth; /* what a cell was last found to be worth; others of the table are alike */
	const bool *odd[2];        /* by row, and by column: its own sum does not hold, so it is named first among the addends */
	binding_taker take;
	void *ctx;
} table_binder;

/* The claim of a cell, told what it is worth; -1 if none was read there. */
int32_t table_claim(const table_binder *t, const grid_cell *c);
/* Names it after its row and column. */
void table_name(const table_binder *t, int32_t index, uint32_t row, uint32_t col);

/* table_derived.c: finds and binds differences, ratios, percentages, growth and averages. `sums`: what was found along the axis. */
void table_derived(const table_binder *t, const axis *x, const sum_list *sums);

#endif
