/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What headings, captions and notes about a table say of all its numbers. */
#include "relate/grid_heading.h"

enum {
	BEFORE = 3,        /* blocks before a table, and behind it, that may tell of rounding and scale */
	AROUND_BYTES = 400 /* of each of them */
};

static slice block_text(const document *d, size_t i)
{
	return document_text(d, d->blocks[i].start, d->blocks[i].end);
}

/* Takes in what a text about the table says: that its numbers are rounded, or told in thousands, or were adjusted. */
static void hear(const grid_words *w, slice text, bool *rounded, bool *adjusted)
{
	text = slice_sub(text, 0, text.len < AROUND_BYTES ? text.len : AROUND_BYTES);
	*rounded = *rounded || grid_says(w, text, w->scale) || grid_says(w, text, w->rounding);
	*adjusted = *adjusted || (grid_says(w, text, w->adjusted) && !grid_says(w, text, w->unadjusted));
}

/* Notes, and what stands over all columns, inside the table; of adjusting any heading may tell. */
static void hear_inside(const grid *g, const grid_words *w, bool *rounded, bool *adjusted)
{
	for (uint32_t r = 0; r < g->rows; r++) {
		if (r > g->first_row && r + BEFORE < g->rows)
			r = g->rows - BEFORE;
		for (uint32_t c = 0; c < g->cols; c++) {
			const grid_cell *k = grid_at(g, r, c);
			bool head = r < g->first_row,
				 over = head && (c == 0 || (k->block >= 0 && g->doc->blocks[k->block].col_span > 1));
			bool ignored = !over && !(!head && g->row[r].heading);
			if (k->kind == CELL_TEXT && (head || !ignored))
				hear(w, grid_text(g, k), ignored ? &(bool){false} : rounded, adjusted);
		}
	}
}

void grid_hear(const grid *g, const grid_words *w, const block_group *group, bool *rounded, bool *adjusted)
{
	const document *d = g->doc;
	if (group->caption >= 0)
		hear(w, block_text(d, (size_t)group->caption), rounded, adjusted);
	for (uint32_t i = group->first, n = 0; i > 0 && n < BEFORE; n++) {
		const block *b = &d->blocks[--i];
		if (b->kind == BLOCK_CELL)
			break;
		hear(w, block_text(d, i), rounded, adjusted);
		if (b->kind == BLOCK_HEADING)
			break;
	}
	for (uint32_t i = group->end, n = 0; i < d->block_count && n < BEFORE; n++, i++) {
		const block *b = &d->blocks[i];
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CELL)
			break;
		hear(w, block_text(d, i), rounded, adjusted);
	}
	hear_inside(g, w, rounded, adjusted);
}
