/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of a table: columns from where its numerals stand under one another, rows from lines of print, headers above. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>

static const float WIDEST_NUMERAL = 90;

typedef struct grid {
	arena *arena;
	const pdf_page *page;
	const pdf_rows *rows;
	uint32_t start, first, end;
	VEC(pdf_box) columns; /* left and right count alone */
	uint32_t *row_of;     /* of rows [start, end): the table's row it is a part of */
	VEC(pdf_chunk) heads; /* of rows [start, first), parted where they stand over several columns */
	uint32_t *head_end;   /* of each of these rows: where its own end in heads */
	uint32_t header_rows, row_count;
	float pitch; /* from one numeral row to the next, where nothing stands between */
} grid;

static int by_left(const void *x, const void *y)
{
	const pdf_box *p = x, *q = y;
	return (p->left > q->left) - (p->left < q->left);
}

typedef VEC(pdf_box) ranges;

/* Boxes that overlap sideways become one. */
static void merge_ranges(ranges *r)
{
	if (!r->n)
		return;
	qsort(r->at, r->n, sizeof *r->at, by_left);
	size_t n = 1;
	for (size_t i = 1; i < r->n; i++) {
		if (r->at[i].left < r->at[n - 1].right - 0.5F)
			r->at[n - 1].right = fmaxf(r->at[n - 1].right, r->at[i].right);
		else
			r->at[n++] = r->at[i];
	}
	r->n = n;
}

/* The column of most overlap; with none, the nearest by its middle. */
static uint32_t column_of(const grid *g, const pdf_box *box)
{
	uint32_t best = 0;
	float most = -INFINITY;
	for (uint32_t i = 0; i < g->columns.n; i++) {
		const pdf_box *c = &g->columns.at[i];
		float shared = fminf(box->right, c->right) - fmaxf(box->left, c->left);
		if (shared > most)
			most = shared, best = i;
	}
	return best;
}

/* Whether the chunk is nothing but dots that lead to a number. */
static bool is_leader(const grid *g, const pdf_chunk *c)
{
	slice first = g->page->words.at[c->words[0]].text;
	return c->leader && pdf_dots(first) >= utf8_count(first);
}

/* Whether the chunk is a sign of money alone, set off from the number behind it. */
static bool is_sign(const grid *g, const pdf_chunk *c)
{
	return c->count == 1 && pdf_is_money(g->page->words.at[c->words[0]].text);
}

static void find_columns(grid *g)
{
	ranges numerals = {0}, texts = {0};
	for (uint32_t r = g->first; r < g->end; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		for (uint32_t i = row->first; row->seed && i < row->end; i++) {
			const pdf_chunk *c = &g->rows->chunks.at[i];
			if (c->numeral && !c->dash && c->box.right - c->box.left <= WIDEST_NUMERAL)
				VEC_PUSH(g->arena, numerals, c->box);
		}
	}
	merge_ranges(&numerals);
	for (uint32_t r = g->first; r < g->end; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		for (uint32_t i = row->first; row->seed && i < row->end; i++) {
			const pdf_chunk *c = &g->rows->chunks.at[i];
			float under = 0;
			bool among =
				i == row->first && numerals.n && fabsf(c->box.left - numerals.at[0].left) < 1; /* years, and other names */
			size_t over = 0; /* columns of numerals that it stands over: a line over more than one is no column's own */
			for (size_t k = 0; k < numerals.n && !c->numeral; k++) {
				under = fmaxf(under, fminf(c->box.right, numerals.at[k].right) - fmaxf(c->box.left, numerals.at[k].left));
				over += pdf_overlap(&c->box, &numerals.at[k]) > 0.5F;
			}
			bool aside = is_leader(g, c) || (is_sign(g, c) && i + 1 < row->end);
			if (!c->numeral && !among && over < 2 && !aside && under < 0.3F * (c->box.right - c->box.left))
				VEC_PUSH(g->arena, texts, c->box);
		}
	}
	merge_ranges(&texts);
	for (size_t i = 0; i < numerals.n; i++)
		VEC_PUSH(g->arena, g->columns, numerals.at[i]);
	for (size_t i = 0; i < texts.n; i++)
		VEC_PUSH(g->arena, g->columns, texts.at[i]);
	if (g->columns.n)
		qsort(g->columns.at, g->columns.n, sizeof *g->columns.at, by_left);
}

static int by_value(const void *x, const void *y)
{
	float p = *(const float *)x, q = *(const float *)y;
	return (p > q) - (p < q);
}

static float middle_of(const pdf_row *row)
{
	return (row->box.top + row->box.bottom) / 2;
}

static float pitch_of(const grid *g)
{
	float *steps = ARENA_ARRAY(g->arena, float, g->end - g->first + 1);
	size_t n = 0;
	const pdf_row *last = NULL;
	for (uint32_t r = g->first; r < g->end; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		if (!row->seed && !row->nil)
			continue;
		if (last)
			steps[n++] = middle_of(row) - middle_of(last);
		last = row;
	}
	qsort(steps, n, sizeof *steps, by_value);
	return n ? steps[n / 4] : 0; /* names of several lines, and lines over groups, take more */
}

typedef enum { JOIN_NONE, JOIN_ABOVE, JOIN_BELOW } joining;

/* Whether a row without numerals is a part of the row above or below: a label, or a cell, of several lines. */
static joining joining_of(const grid *g, uint32_t r)
{
	const pdf_row *row = &g->rows->rows.at[r];
	float above = r > g->first ? middle_of(row) - middle_of(&g->rows->rows.at[r - 1]) : INFINITY;
	float below = r + 1 < g->end ? middle_of(&g->rows->rows.at[r + 1]) - middle_of(row) : INFINITY;
	if (fminf(above, below) < 0.75F * g->pitch && (r + 1 == g->end || fabsf(above - below) > 0.1F * g->pitch))
		return above <= below ? JOIN_ABOVE : JOIN_BELOW;
	float near = 1.4F * row->height; /* as far as the next line of one cell */
	if (!g->rows->small && pdf_begins_small(g->page, g->rows, r) && r > g->first && above < near)
		return JOIN_ABOVE;
	if (r + 1 < g->end && row->end - row->first == 1 && below < near && pdf_goes_on(g->page, g->rows, r + 1))
		return JOIN_BELOW;
	return fminf(above, below) < 0.75F * g->pitch ? JOIN_BELOW : JOIN_NONE;
}

/* Whether the row is one label alone, in the first column. */
static bool is_label(const grid *g, uint32_t r)
{
	const pdf_row *row = &g->rows->rows.at[r];
	return row->end - row->first == 1 && !row->seed && column_of(g, &row->box) == 0;
}

/* Labels alone between the headers and the first row of numerals are the body's: they head a group of rows. */
static void take_labels(grid *g)
{
	while (g->first > g->start && g->rows->rows.at[g->first - 1].nil)
		g->first--;
	while (g->first > g->start && pdf_goes_on(g->page, g->rows, g->first))
		g->first--;
	uint32_t first = g->first;
	while (first > g->start && is_label(g, first - 1) &&
	       (first == g->first ||
	        middle_of(&g->rows->rows.at[first]) - middle_of(&g->rows->rows.at[first - 1]) > 0.75F * g->pitch))
		first--;
	bool headed = false; /* something stands over the other columns */
	for (uint32_t r = g->start; r < first && !headed; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		headed = row->end - row->first > 1 || column_of(g, &row->box) > 0;
	}
	float above = headed ? middle_of(&g->rows->rows.at[first]) - middle_of(&g->rows->rows.at[first - 1]) : 0;
	if (headed && above > 0.75F * g->pitch)
		g->first = first;
}

static void number_body(grid *g)
{
	uint32_t row = g->header_rows;
	bool joined = true; /* the row at hand goes on */
	joining last = JOIN_NONE;
	for (uint32_t r = g->first; r < g->end; r++) {
		joining how = g->rows->rows.at[r].seed || g->rows->rows.at[r].nil ? JOIN_NONE : joining_of(g, r);
		const pdf_row *above = r > g->first ? &g->rows->rows.at[r - 1] : NULL;
		if (r > g->first && g->rows->rows.at[r].seed && is_label(g, r - 1) && pdf_goes_on(g->page, g->rows, r))
			joined = true;
		bool bare = g->rows->rows.at[r].seed && column_of(g, &g->rows->chunks.at[g->rows->rows.at[r].first].box) > 0;
		if (bare && above && last != JOIN_ABOVE && is_label(g, r - 1) &&
		    middle_of(&g->rows->rows.at[r]) - middle_of(above) < 0.75F * g->pitch)
			joined = true; /* its label stands a little higher */
		if (r > g->first && !joined && how != JOIN_ABOVE)
			row++;
		g->row_of[r - g->start] = row;
		joined = how == JOIN_BELOW;
		last = how;
	}
	g->row_count = row + 1;
}

/* How many columns a chunk stands over, from *col on. */
static uint32_t span_of(const grid *g, const pdf_box *box, uint32_t *col)
{
	uint32_t span = 0;
	for (uint32_t i = 0; i < g->columns.n; i++) {
		if (pdf_overlap(box, &g->columns.at[i]) < 0.5F ||
		    box->right - box->left < g->columns.at[i].right - g->columns.at[i].left)
			continue;
		if (!span)
			*col = i;
		span = i - *col + 1;
	}
	if (span)
		return span;
	*col = column_of(g, box);
	return 1;
}

/* What stands in a row, *n of it. */
static const pdf_chunk *chunks_of(const grid *g, uint32_t r, uint32_t *n)
{
	const pdf_row *row = &g->rows->rows.at[r];
	if (r >= g->first) {
		*n = row->end - row->first;
		return &g->rows->chunks.at[row->first];
	}
	uint32_t from = r > g->start ? g->head_end[r - g->start - 1] : 0;
	*n = g->head_end[r - g->start] - from;
	return g->heads.at + from;
}

/* Whether a head stands as the cells of its column do: both begin, end, or have their middle at one place. */
static bool stands_over(const grid *g, const pdf_box *box)
{
	const pdf_box *c = &g->columns.at[column_of(g, box)];
	float near = 0.5F * (box->bottom - box->top);
	return fabsf(box->left - c->left) < near || fabsf(box->right - c->right) < near ||
	       fabsf(box->left + box->right - c->left - c->right) < 2 * near;
}

/* Heads stand closer to each other than the cells below: a gap wider than between words parts them, if their columns differ and
 * most of them stand over one; else it is one line over many columns. */
static void part_head(grid *g, const pdf_chunk *c)
{
	const pdf_word *words = g->page->words.at;
	pdf_chunk part = {.words = c->words, .box = words[c->words[0]].box};
	size_t before = g->heads.n, over = 0;
	for (uint32_t i = 0; i < c->count; i++) {
		const pdf_word *w = &words[c->words[i]];
		float gap = w->box.left - part.box.right, height = fminf(part.box.bottom - part.box.top, w->box.bottom - w->box.top);
		if (i && gap > 0.33F * height && column_of(g, &part.box) != column_of(g, &w->box)) {
			over += stands_over(g, &part.box);
			VEC_PUSH(g->arena, g->heads, part);
			part = (pdf_chunk){.words = c->words + i, .box = w->box};
		}
		part.count++;
		pdf_box_join(&part.box, &w->box);
	}
	over += stands_over(g, &part.box);
	VEC_PUSH(g->arena, g->heads, part);
	if (over * 2 < g->heads.n - before) {
		g->heads.n = before;
		VEC_PUSH(g->arena, g->heads, *c);
	}
}

static void part_heads(grid *g)
{
	g->head_end = ARENA_ARRAY(g->arena, uint32_t, g->first - g->start + 1);
	for (uint32_t r = g->start; r < g->first; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		for (uint32_t i = row->first; i < row->end; i++)
			part_head(g, &g->rows->chunks.at[i]);
		g->head_end[r - g->start] = (uint32_t)g->heads.n;
	}
}

/* Lines of print above the body: each with a chunk over several columns is a row, the others together are one. */
static void number_headers(grid *g)
{
	uint32_t row = 0;
	bool open = false;
	for (uint32_t r = g->start; r < g->first; r++) {
		uint32_t n, col;
		const pdf_chunk *heads = chunks_of(g, r, &n);
		bool wide = false;
		for (uint32_t i = 0; i < n; i++)
			wide = wide || span_of(g, &heads[i].box, &col) > 1;
		row += wide && open;
		g->row_of[r - g->start] = row;
		row += wide;
		open = !wide;
	}
	g->header_rows = row + open;
}

static bool is_year(slice text)
{
	return text.len == 4 && (text.ptr[0] == '1' || text.ptr[0] == '2') &&
	       (text.ptr[1] == '9' || text.ptr[1] == '0' || text.ptr[1] == '8') && ascii_is_digit(text.ptr[2]) &&
	       ascii_is_digit(text.ptr[3]);
}

/* "18-34", "55+": of ages and the like. */
static bool is_class(slice text)
{
	for (size_t i = 1; i < text.len; i++) {
		bool last = i + 1 == text.len;
		if (!last && text.ptr[i] == '.')
			return false;
		if (ascii_is_digit(text.ptr[i - 1]) && (last ? text.ptr[i] == '+' : !ascii_is_digit(text.ptr[i])))
			return last || (text.ptr[i] != ',' && text.ptr[i] != '\'');
	}
	return false;
}

/* A first row of nothing but years behind its label heads the columns, and one of classes and names. */
static bool heads_numerals(const grid *g)
{
	const pdf_row *row = &g->rows->rows.at[g->first];
	size_t years = 0, classes = 0, names = 0;
	for (uint32_t i = row->first; i < row->end; i++) {
		const pdf_chunk *c = &g->rows->chunks.at[i];
		slice text = g->page->words.at[c->words[0]].text;
		bool year = c->numeral && c->count == 1 && is_year(text), class = c->numeral && c->count == 1 && is_class(text);
		if (c->numeral && !year && !class)
			return false;
		years += year;
		classes += class;
		names += !c->numeral && column_of(g, &c->box) > 0;
	}
	return years > 1 || (classes && classes + names > 1 && years + names > 0);
}

/* The column of the i-th of a row's n chunks; a numeral whose column another numeral has taken stands in the next. */
static uint32_t column_beside(const grid *g, const pdf_cell *cells, const pdf_chunk *chunks, uint32_t i, uint32_t n)
{
	uint32_t col = column_of(g, &chunks[i].box), after = col + 1, cols = (uint32_t)g->columns.n;
	bool taken = i > 0 && chunks[i].numeral && chunks[i - 1].numeral && cells[col].words.n && after < cols;
	bool left = taken && !cells[after].words.n && (i + 1 == n || column_of(g, &chunks[i + 1].box) > after);
	return left ? after : col;
}

static void put_cells(grid *g, pdf_table *table)
{
	uint32_t cols = (uint32_t)g->columns.n;
	pdf_cell *cells = ARENA_ARRAY(g->arena, pdf_cell, (size_t)g->row_count * cols);
	bool begun = false;
	for (uint32_t r = g->start; r < g->end; r++) {
		uint32_t n;
		const pdf_chunk *chunks = chunks_of(g, r, &n);
		for (uint32_t i = 0; i < n; i++) {
			const pdf_chunk *c = &chunks[i];
			uint32_t at = g->row_of[r - g->start], span = 1;
			uint32_t col = column_beside(g, cells + (size_t)at * cols, chunks, i, n);
			bool leader = is_leader(g, c);
			if (is_sign(g, c) && i + 1 < n)
				col = column_of(g, &c[1].box);
			else if (leader && i > 0)
				col = column_of(g, &c[-1].box);
			else if (!c->numeral)
				span = span_of(g, &c->box, &col);
			pdf_cell *cell = &cells[(size_t)at * cols + col];
			if (!cell->words.n)
				cell->box = c->box;
			else if (!leader)
				pdf_box_join(&cell->box, &c->box);
			cell->col_span = span > cell->col_span ? span : cell->col_span;
			for (size_t k = 0; k < c->count; k++)
				VEC_PUSH(g->arena, cell->words, c->words[k]);
			if (!begun)
				table->box = c->box;
			begun = true;
			pdf_box_join(&table->box, &c->box);
		}
	}
	for (uint32_t row = 0; row < g->row_count; row++) {
		for (uint32_t col = 0; col < cols;) {
			pdf_cell *cell = &cells[(size_t)row * cols + col];
			cell->row = row;
			cell->col = col;
			cell->header = row < g->header_rows;
			uint32_t span = 1;
			while (span < cell->col_span && col + span < cols && !cell[span].words.n)
				span++;
			cell->col_span = span;
			VEC_PUSH(g->arena, table->cells, *cell);
			col += span;
		}
	}
}

/* Whether the rows are a table's: enough of them, most with a label, or all alike and full. */
static bool is_table(const grid *g)
{
	enum { LONG = 8 };
	size_t seeds = 0, labelled = 0, full = 0, numerals = 0, columns = 0, longs = 0;
	for (uint32_t r = g->first; r < g->end; r++) {
		const pdf_row *row = &g->rows->rows.at[r];
		if (!row->seed)
			continue;
		seeds++;
		bool label = false;
		size_t here = 0;
		for (uint32_t i = row->first; i < row->end; i++) {
			const pdf_chunk *c = &g->rows->chunks.at[i];
			label = label || !c->numeral;
			longs += !c->numeral && c->spoken > LONG;
			here += c->numeral;
		}
		labelled += label;
		numerals += here;
		columns = here > columns ? here : columns;
		full += row->end - row->first == g->columns.n;
	}
	if (g->columns.n < 2 || g->columns.n > 60 || seeds < 2 || numerals < 3)
		return false;
	if (longs * 2 > seeds || (longs && seeds < 4)) /* prose, with figures at places by chance */
		return false;
	if (seeds == 2 && columns < 2)
		return false;
	const pdf_row *head = g->first > g->start ? &g->rows->rows.at[g->first - 1] : NULL;
	if (head && g->columns.n > 2 && head->end - head->first + 1 >= g->columns.n) /* each column has its name */
		return true;
	return labelled * 2 >= seeds || (full * 5 >= seeds * 4 && seeds > 2 && g->columns.n > 2);
}

bool pdf_grid_of(arena *a, const pdf_page *page, const pdf_rows *rows, uint32_t start, uint32_t first, uint32_t end,
                 pdf_table *table)
{
	grid g = {.arena = a, .page = page, .rows = rows, .start = start, .first = first, .end = end};
	find_columns(&g);
	if (!is_table(&g))
		return false;
	g.row_of = ARENA_ARRAY(a, uint32_t, end - start);
	if (heads_numerals(&g) && first + 1 < end)
		g.first++;
	g.pitch = pitch_of(&g);
	take_labels(&g);
	part_heads(&g);
	number_headers(&g);
	number_body(&g);
	put_cells(&g, table);
	table->rows = g.row_count;
	table->cols = (uint32_t)g.columns.n;
	table->header_rows = g.header_rows;
	for (size_t i = 0; i < g.columns.n; i++)
		VEC_PUSH(a, table->columns, g.columns.at[i]);
	return true;
}
