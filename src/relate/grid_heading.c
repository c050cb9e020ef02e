/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/grid_heading.h"

enum { HEAD_ROWS = 8 /* rows at the top that may be headings though none is marked so */ };

slice grid_text(const grid *g, const grid_cell *c)
{
	if (c->block < 0)
		return SLICE("");
	const block *b = &g->doc->blocks[c->block];
	return document_text(g->doc, b->start, b->end);
}

static bool is_data(const grid_cell *c)
{
	return c->kind == CELL_NUMBER && !c->dated;
}

uint32_t grid_heading_rows(const grid *g, const block_group *group)
{
	uint32_t r = group->header_rows < g->rows ? group->header_rows : 0;
	for (; r + 1 < g->rows && r < group->header_rows + HEAD_ROWS; r++) {
		bool any = false;
		for (uint32_t c = 0; c < g->cols; c++) {
			const grid_cell *k = grid_at(g, r, c);
			if (is_data(k) || (k->kind == CELL_NIL && c > 0))
				return r;
			any = any || (c > 0 && k->kind != CELL_EMPTY);
		}
		if (!any && r >= group->header_rows && r > 0)
			return r;
		if (!any && r >= 1 && grid_at(g, r, 0)->kind == CELL_TEXT && group->header_rows) /* a label over rows of numbers */
			return r;
	}
	return r;
}

void grid_read_label(const grid_words *w, slice label, grid_line *line)
{
	line->part = grid_begins(w, label, w->part);
	line->total = grid_begins(w, label, w->total);
	line->net = grid_says(w, label, w->net);
	line->mean = grid_begins(w, label, w->mean);
	line->less = grid_begins(w, label, w->less);
	line->plain = grid_says(w, label, w->plain);
	line->total = line->total && !line->plain; /* "All (average)" */
	line->rounded = grid_says(w, label, w->scale) || grid_says(w, label, w->rounding);
}

static bool is_told(const grid *g, uint32_t r, uint32_t c)
{
	const grid_cell *k = grid_at(g, r, c);
	return k->block >= 0 && k->kind != CELL_EMPTY;
}

/* Formats without spans leave the cells empty that a heading reaches over; in the row below both have headings of their own. */
static bool reaches_over(const grid *g, uint32_t r, uint32_t left, uint32_t c)
{
	return left > 0 && r + 1 < g->first_row && is_told(g, r + 1, c) && is_told(g, r + 1, left);
}

const grid_cell *grid_over(const grid *g, uint32_t r, uint32_t c)
{
	if (is_told(g, r, c))
		return grid_at(g, r, c);
	for (uint32_t left = c; left-- > 0;) {
		const grid_cell *over = grid_at(g, r, left);
		if (over->block < 0 || (over->kind == CELL_EMPTY && g->doc->blocks[over->block].col_span < 2))
			continue;
		bool spans = left + g->doc->blocks[over->block].col_span > c;
		return spans || reaches_over(g, r, left, c) ? over : NULL;
	}
	return NULL;
}

/* The heading nearest above the numbers of a column; a heading over several columns belongs to each. */
/* Whether a heading is of column c alone: its own, or over columns of which no other holds numbers. */
static bool is_alone(const grid *g, const grid_cell *k, uint32_t c)
{
	const block *b = &g->doc->blocks[k->block];
	if (b->col == c)
		return true;
	for (uint32_t i = b->col; i < b->col + b->col_span && i < g->cols; i++)
		if (i != c && g->col[i].adds)
			return false;
	return g->col[c].adds && b->col + b->col_span > c;
}

void grid_read_heading(const grid_words *w, grid *g, uint32_t c)
{
	grid_line all = {.adds = g->col[c].adds};
	for (uint32_t r = 0; r < g->first_row; r++) {
		const grid_cell *k = grid_at(g, r, c);
		bool sign = k->kind == CELL_EMPTY && k->block >= 0 && grid_says(w, grid_text(g, k), w->plain); /* "%" */
		k = sign ? k : grid_over(g, r, c);
		if (!k)
			continue;
		grid_line one = {.label = grid_text(g, k)};
		grid_read_label(w, one.label, &one);
		bool whole = is_alone(g, k, c); /* else it is told of all the columns below */
		all.label = one.label;
		all.total = whole && one.total;
		all.part = whole && one.part;
		all.net = whole && one.net;
		all.mean = whole && one.mean;
		all.less = false;
		all.plain = all.plain || one.plain;
		all.rounded = all.rounded || one.rounded;
	}
	g->col[c] = all;
}
