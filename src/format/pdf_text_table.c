/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words: rows of as many short cells, one under another, with three columns or more. Columns of prose are wider, and lists
 * set in columns, as an index, have columns of one width. Whether a first row heads the columns cannot be seen. */
#include "format/pdf.h"

#include <math.h>

enum { LEAST_COLUMNS = 3, MOST_COLUMNS = 12, LEAST_ROWS = 3, MOST_WORDS = 8, SHORT = 3 };

typedef struct region {
	const pdf_rows *rows;
	uint32_t first, end, full; /* full: rows with a cell in each column */
	uint32_t n;                /* columns */
	pdf_box columns[MOST_COLUMNS];
	size_t words[MOST_COLUMNS]; /* in the cells of full rows */
} region;

static uint32_t cells_in(const pdf_row *row)
{
	return row->end - row->first;
}

/* Whether the row may be one of a table: cells of few words, with wide gaps between. */
static bool has_cells(const pdf_rows *rows, const pdf_row *row, uint32_t least)
{
	if (cells_in(row) < least || cells_in(row) > MOST_COLUMNS)
		return false;
	for (uint32_t i = row->first; i < row->end; i++) {
		const pdf_chunk *c = &rows->chunks.at[i];
		if (c->leader || c->spoken > MOST_WORDS || (i > row->first && c->box.left - c[-1].box.right < 0.8F * row->height))
			return false;
	}
	return true;
}

/* The column under whose first cell a cell begins; MOST_COLUMNS: none. */
static uint32_t column_at(const region *g, const pdf_chunk *c, float near)
{
	for (uint32_t i = 0; i < g->n; i++)
		if (fabsf(g->columns[i].left - c->box.left) < near)
			return i;
	return MOST_COLUMNS;
}

/* Whether a row goes on with the region: each of its cells in a column of its own, and clear of the next one's. */
static bool goes_on(const region *g, const pdf_row *row, const pdf_row *above)
{
	float near = 0.35F * row->height;
	if (!has_cells(g->rows, row, 1) || row->box.top - above->box.bottom > 1.2F * fmaxf(row->height, above->height))
		return false;
	uint32_t last = MOST_COLUMNS;
	for (uint32_t i = row->first; i < row->end; i++) {
		const pdf_chunk *c = &g->rows->chunks.at[i];
		uint32_t col = column_at(g, c, near);
		if (col == MOST_COLUMNS || (last != MOST_COLUMNS && col <= last) ||
		    (col + 1 < g->n && c->box.right > g->columns[col + 1].left - near))
			return false;
		last = col;
	}
	return cells_in(row) > 1 || last > 0; /* a name alone may as well begin a text */
}

static void take_row(region *g, const pdf_row *row)
{
	bool full = cells_in(row) == g->n;
	g->full += full;
	for (uint32_t i = 0; i < cells_in(row) && full; i++) {
		const pdf_chunk *c = &g->rows->chunks.at[row->first + i];
		g->columns[i].right = fmaxf(g->columns[i].right, c->box.right);
		g->words[i] += c->spoken;
	}
}

/* Columns of cells, not of prose, and not of one width. */
static bool is_table(const region *g)
{
	uint32_t wide = 0;
	float least = INFINITY, most = 0;
	if (g->full < LEAST_ROWS || g->full * 2 < g->end - g->first)
		return false;
	for (uint32_t i = 0; i < g->n; i++)
		wide += g->words[i] > (size_t)SHORT * g->full;
	for (uint32_t i = 1; i < g->n; i++) {
		float width = g->columns[i].left - g->columns[i - 1].left;
		least = fminf(least, width);
		most = fmaxf(most, width);
	}
	return wide < 2 && most > 1.05F * least;
}

static void put_cells(arena *a, const region *g, pdf_table *table)
{
	pdf_cell *cells = ARENA_ARRAY(a, pdf_cell, (size_t)(g->end - g->first) * g->n);
	uint32_t at = 0;
	for (uint32_t r = g->first; r < g->end; r++) {
		const pdf_row *row = &g->rows->rows.at[r], *above = r > g->first ? row - 1 : NULL;
		bool named = column_at(g, &g->rows->chunks.at[row->first], 0.35F * row->height) == 0;
		bool close = above && row->box.top - above->box.top < 1.35F * row->height;
		at += above && (named || !close); /* else a further line of the cells above */
		for (uint32_t i = row->first; i < row->end; i++) {
			const pdf_chunk *c = &g->rows->chunks.at[i];
			pdf_cell *cell = &cells[(size_t)at * g->n + column_at(g, c, 0.35F * row->height)];
			if (!cell->words.n)
				cell->box = c->box;
			pdf_box_join(&cell->box, &c->box);
			for (uint32_t k = 0; k < c->count; k++)
				VEC_PUSH(a, cell->words, c->words[k]);
		}
		if (!above)
			table->box = row->box;
		pdf_box_join(&table->box, &row->box);
	}
	table->rows = at + 1;
	table->cols = g->n;
	for (uint32_t i = 0; i < table->rows * g->n; i++) {
		cells[i].row = i / g->n;
		cells[i].col = i % g->n;
		cells[i].col_span = 1;
		VEC_PUSH(a, table->cells, cells[i]);
	}
	for (uint32_t i = 0; i < g->n; i++)
		VEC_PUSH(a, table->columns, g->columns[i]);
}

bool pdf_text_table(arena *a, const pdf_page *page, const pdf_rows *rows, uint32_t first, uint32_t *end, pdf_table *table)
{
	const pdf_row *row = &rows->rows.at[first];
	region g = {.rows = rows, .first = first, .end = first + 1, .n = cells_in(row)};
	*end = g.end;
	if (!has_cells(rows, row, LEAST_COLUMNS) || row->box.right - row->box.left < page->width / 8)
		return false;
	for (uint32_t i = 0; i < g.n; i++)
		g.columns[i] = rows->chunks.at[row->first + i].box;
	take_row(&g, row);
	for (; g.end < rows->rows.n && goes_on(&g, &rows->rows.at[g.end], &rows->rows.at[g.end - 1]); g.end++)
		take_row(&g, &rows->rows.at[g.end]);
	if (!is_table(&g))
		return false;
	put_cells(a, &g, table);
	*end = g.end;
	return true;
}
