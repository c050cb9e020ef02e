/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as they are told: rows, cells with their spans, and what a workbook knows of both. */
#include "base/limits.h"
#include "document/builder_inside.h"

enum { MOST_SPAN = 1000 };

void builder_table(builder *b)
{
	size_t at = builder_put_group(b, GROUP_TABLE);
	if (b->blocks.n && VEC_LAST(b->blocks).kind == BLOCK_CAPTION && VEC_LAST(b->blocks).parent == b->groups.at[at].parent)
		b->groups.at[at].caption = (int32_t)b->blocks.n - 1;
	VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_TABLE, .at = at});
}

void builder_row(builder *b)
{
	builder_make_way(b);
	level *table = builder_top(b);
	if (!table || table->kind != OPEN_TABLE)
		return;
	if (table->next) /* a cell reaching down takes one row less */
		for (size_t i = 0; i < table->taken.n; i++)
			table->taken.at[i] -= table->taken.at[i] > 0;
	table->next++;
	table->col = 0;
	if (table->next > 1 && b->text.n)
		builder_separate(b, SLICE("\n"));
}

/* The first free column of the row at hand behind the cells it has. */
static uint32_t free_column(const level *table)
{
	uint32_t col = table->col;
	while (col < table->taken.n && table->taken.at[col])
		col++;
	return col;
}

/* Notes that the cell of this block takes columns of so many rows. */
static void take_columns(builder *b, level *table, uint32_t at, uint32_t col, uint32_t rows, uint32_t cols)
{
	while (rows > 1 && table->taken.n < col + cols)
		VEC_PUSH(b->arena, table->taken, 0);
	for (uint32_t i = col; i < col + cols; i++) {
		while (table->above.n <= i)
			VEC_PUSH(b->arena, table->above, UINT32_MAX);
		table->above.at[i] = at;
		if (i < table->taken.n)
			table->taken.at[i] = rows;
	}
	table->col = col + cols;
}

static uint16_t span_of(uint32_t span)
{
	return (uint16_t)(span == 0 ? 1 : span > MOST_SPAN ? MOST_SPAN : span);
}

void builder_cell(builder *b, bool header, uint32_t row_span, uint32_t col_span)
{
	builder_make_way(b);
	level *table = builder_top(b);
	if (!table || table->kind != OPEN_TABLE) {
		builder_begin(b, BLOCK_PARAGRAPH, 0);
		return;
	}
	if (!table->next)
		builder_row(b);
	uint32_t col = free_column(table), row = table->next - 1;
	size_t group = table->at;
	size_t at = builder_put_block(b, BLOCK_CELL, 0);
	block *c = &b->blocks.at[at];
	c->group = (uint32_t)group + 1;
	c->row = row;
	c->col = col;
	c->row_span = span_of(row_span);
	c->col_span = col + span_of(col_span) > LIMIT_TABLE_COLUMNS ? 1 : span_of(col_span);
	c->header = header;
	block_group *g = &b->groups.at[group];
	g->cols = col + c->col_span > g->cols ? col + c->col_span : g->cols;
	take_columns(b, table, (uint32_t)at, col, c->row_span, c->col_span);
	VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_BLOCK, .at = at});
}

void builder_indent(builder *b, uint16_t steps)
{
	const level *l = builder_top(b);
	if (l && l->kind == OPEN_BLOCK && b->blocks.at[l->at].kind == BLOCK_CELL)
		b->blocks.at[l->at].level = steps;
}

void builder_place(builder *b, uint32_t col)
{
	builder_make_way(b);
	level *table = builder_top(b);
	if (table && table->kind == OPEN_TABLE && col > table->col && col < LIMIT_TABLE_COLUMNS)
		table->col = col;
}

void builder_cell_above(builder *b, uint32_t col_span)
{
	builder_make_way(b);
	level *table = builder_top(b);
	if (!table || table->kind != OPEN_TABLE || !table->next)
		return;
	uint32_t col = free_column(table), row = table->next - 1;
	block *c = col < table->above.n && table->above.at[col] != UINT32_MAX ? &b->blocks.at[table->above.at[col]] : NULL;
	if (c && c->col == col && c->row + c->row_span == row && c->row_span < MOST_SPAN)
		c->row_span++;
	table->col = col + (c && c->col == col ? c->col_span : span_of(col_span));
}

void builder_sheet(builder *b, slice name, uint32_t first_row, uint32_t first_col)
{
	for (size_t i = b->open.n; i-- > 0;) {
		if (b->open.at[i].kind != OPEN_TABLE)
			continue;
		block_group *g = &b->groups.at[b->open.at[i].at];
		if (!b->sheets.n || !slice_equal(VEC_LAST(b->sheets), name))
			VEC_PUSH(b->arena, b->sheets, arena_copy(b->arena, name));
		g->sheet = (uint32_t)b->sheets.n;
		g->first_row = first_row;
		g->first_col = first_col;
		return;
	}
}

void builder_stored(builder *b, slice digits)
{
	int32_t at = builder_holder(b);
	if (at == NONE)
		return;
	VEC_PUSH(b->arena, b->stored, (stored_value){(uint32_t)at, (uint32_t)b->digits.n, (uint32_t)digits.len});
	for (size_t i = 0; i < digits.len; i++)
		VEC_PUSH(b->arena, b->digits, digits.ptr[i]);
}
