/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/grid.h"

#include "base/limits.h"

enum {
	HEAD_ROWS = 8,      /* rows at the top that may be headings though none is marked so */
	BEFORE = 3,         /* blocks before a table, and behind it, that may tell of rounding and scale */
	AROUND_BYTES = 400, /* of each of them */
	EVEN = 4,           /* whole numbers that count on by one step and are still numbers of something */
	IDLE = 6,           /* whole numbers of a table that end in ".0": a program wrote them so */
	FINEST = -12,
	COARSEST = 15
};

grid_words grid_words_of(const reading_of *doc)
{
	const lexicon *lex = doc->scan.lex;
	return (grid_words){
		.lex = lex,
		.vocab = doc->scan.vocab,
		.total = lexicon_set(lex, SLICE("table.total")),
		.alike = lexicon_set(lex, SLICE("table.alike")),
		.net = lexicon_set(lex, SLICE("table.net")),
		.mean = lexicon_set(lex, SLICE("table.mean")),
		.less = lexicon_set(lex, SLICE("table.less")),
		.part = lexicon_set(lex, SLICE("table.part")),
		.plain = lexicon_set(lex, SLICE("table.plain")),
		.scale = lexicon_set(lex, SLICE("table.scale")),
		.rounding = lexicon_set(lex, SLICE("table.rounding")),
		.missing = lexicon_set(lex, SLICE("table.missing")),
		.nil = lexicon_set(lex, SLICE("table.nil")),
	};
}

static slice text_of(const grid *g, const grid_cell *c)
{
	if (c->block < 0)
		return SLICE("");
	const block *b = &g->doc->blocks[c->block];
	return document_text(g->doc, b->start, b->end);
}

/* How far in the label is set, or typed: white space before it in the source, no-break spaces and dots at its beginning. */
static uint16_t indent_of(const grid *g, const grid_cell *c)
{
	const document *d = g->doc;
	slice text = text_of(g, c);
	size_t n = d->blocks[c->block].level, at = document_source(d, d->blocks[c->block].start);
	while (at > 0 && (d->source.ptr[at - 1] == '*' || d->source.ptr[at - 1] == '_'))
		at--; /* marks of bold text */
	while (at > 0 && n < 200 && (d->source.ptr[at - 1] == ' ' || d->source.ptr[at - 1] == '\t')) {
		n += d->source.ptr[at - 1] == '\t' ? 4 : 1;
		at--;
	}
	for (size_t i = 0; i + 1 < text.len && n < 200;) {
		if ((unsigned char)text.ptr[i] == 0xC2 && (unsigned char)text.ptr[i + 1] == 0xA0)
			i += 2;
		else if (text.ptr[i] == ' ' || text.ptr[i] == '.' || text.ptr[i] == '-')
			i++;
		else
			break;
		n++;
	}
	return (uint16_t)n;
}

static void read_cells(const reading_of *doc, const grid_words *w, const block_group *group, uint32_t number, grid *g)
{
	for (uint32_t i = group->first; i < group->end; i++) {
		const block *b = &g->doc->blocks[i];
		if (b->kind != BLOCK_CELL || b->group != number || b->row >= g->rows || b->col >= g->cols)
			continue;
		grid_cell *c = &g->cells[(size_t)b->row * g->cols + b->col];
		*c = grid_cell_read(doc, w, i);
	}
}

static bool is_data(const grid_cell *c)
{
	return c->kind == CELL_NUMBER && !c->dated;
}

/* Rows of headings: those that are marked so, and those before the first number that is no year. */
static uint32_t heading_rows(const grid *g, const block_group *group)
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
		if (r >= 1 && grid_at(g, r, 0)->kind == CELL_TEXT && group->header_rows) /* a label over rows of numbers */
			return r;
	}
	return r;
}

static void read_label(const grid_words *w, slice label, grid_line *line)
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

/* The label of a row: the last text before its first number, but rather one that says "total". */
static void read_row(const grid_words *w, grid *g, uint32_t r)
{
	grid_line *line = &g->row[r];
	bool any = false, labelled = false;
	for (uint32_t c = 0; c < g->cols; c++) {
		const grid_cell *k = grid_at(g, r, c);
		if (k->kind == CELL_NUMBER && g->col[c].adds) {
			any = true;
			break;
		}
		if ((k->kind != CELL_TEXT && !(k->kind == CELL_NUMBER && !g->col[c].adds)) || line->total || (labelled && c > 3))
			continue;
		slice label = text_of(g, k);
		if (labelled && !grid_begins(w, label, w->total))
			continue;
		uint16_t indent = labelled ? line->indent : indent_of(g, k);
		*line = (grid_line){.label = label, .indent = indent};
		read_label(w, label, line);
		labelled = true;
	}
	line->nameless = any && !labelled;
	line->net = line->net || line->nameless; /* what has no name is left over, or sums up */
	line->adds = any && r >= g->first_row;
	line->heading = !any;
}

/* The heading nearest above the numbers of a column; a heading over several columns belongs to each. */
static void read_heading(const grid_words *w, grid *g, uint32_t c)
{
	grid_line all = {0};
	for (uint32_t r = 0; r < g->first_row; r++) {
		const grid_cell *k = grid_at(g, r, c);
		for (uint32_t left = c; k->block < 0 && left-- > 0;) {
			const grid_cell *over = grid_at(g, r, left);
			if (over->block < 0)
				continue;
			if (left + g->doc->blocks[over->block].col_span > c)
				k = over;
			break;
		}
		bool sign = k->kind == CELL_EMPTY && k->block >= 0 && grid_says(w, text_of(g, k), w->plain); /* "%" */
		if (k->block < 0 || (k->kind == CELL_EMPTY && !sign))
			continue;
		grid_line one = {.label = text_of(g, k)};
		read_label(w, one.label, &one);
		bool whole = k == grid_at(g, r, c); /* else it is told of all the columns below */
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

/* Years, or whole numbers that count on by one step: they name the rows. By one, where they stand first, but for a slip or two. */
static bool names_rows(const grid *g, uint32_t c, uint32_t numbers)
{
	uint32_t dated = 0, next = 0, even = 0;
	int128 step = 0;
	const grid_cell *last = NULL;
	for (uint32_t r = g->first_row; r < g->rows; r++) {
		const grid_cell *k = grid_at(g, r, c);
		if (k->kind != CELL_NUMBER)
			continue;
		bool whole = last && last->place == 0 && k->place == 0;
		dated += k->dated;
		next += whole && k->value - last->value == 1;
		if (whole && !even)
			step = k->value - last->value;
		even += whole && step && k->value - last->value == step;
		last = k;
	}
	return dated == numbers || (c == 0 && numbers > 2 && next + 2 >= numbers) || (numbers > EVEN && even + 1 == numbers);
}

static void choose_columns(grid *g)
{
	for (uint32_t c = 0; c < g->cols; c++) {
		uint32_t numbers = 0, texts = 0;
		for (uint32_t r = g->first_row; r < g->rows; r++) {
			cell_kind kind = grid_at(g, r, c)->kind;
			numbers += kind == CELL_NUMBER;
			texts += kind == CELL_TEXT;
		}
		g->col[c].adds = numbers >= 2 && numbers >= texts && !names_rows(g, c, numbers);
	}
}

/* "(Of islands)" over "(57)" and "(31)": what is told in brackets as its label is, aside from the others, is not below zero. */
static void take_from_brackets(grid *g, grid_line *line, uint32_t at, bool row)
{
	uint32_t most = row ? g->cols : g->rows;
	bool all = line->label.len > 2 && line->label.ptr[0] == '(' && line->label.ptr[line->label.len - 1] == ')';
	for (uint32_t i = row ? 0 : g->first_row; i < most && all; i++) {
		const grid_cell *c = row ? grid_at(g, at, i) : grid_at(g, i, at);
		all = c->kind != CELL_NUMBER || c->bracketed;
	}
	for (uint32_t i = row ? 0 : g->first_row; i < most && all; i++) {
		grid_cell *c = &g->cells[row ? (size_t)at * g->cols + i : (size_t)i * g->cols + at];
		line->part = line->part || c->bracketed;
		c->value = c->kind == CELL_NUMBER ? -c->value : c->value;
		c->bracketed = false;
	}
}

static int64_t power(int n)
{
	int64_t p = 1;
	for (; n > 0 && p < INT64_C(100000000000000000); n--)
		p *= 10;
	return p;
}

/* Whether the last digit of a cell may have been rounded. */
static bool is_rounded(const grid *g, const grid_cell *c, uint32_t row, uint32_t col)
{
	return c->place < 0 || c->big || c->mark || g->rounded || g->col[col].rounded || g->row[row].rounded ||
	       g->col[col].plain;
}

static grid_cell *cell_of(const grid *g, bool row, uint32_t line, uint32_t i)
{
	return row ? &g->cells[(size_t)line * g->cols + i] : &g->cells[(size_t)i * g->cols + line];
}

/* How many numbers of a row or column are whole but for one zero behind the point; 0 if another has decimal places. */
static uint32_t count_idle(const grid *g, bool row, uint32_t line)
{
	uint32_t idle = 0, n = row ? g->cols : g->rows;
	for (uint32_t i = row ? 0 : g->first_row; i < n; i++) {
		const grid_cell *c = cell_of(g, row, line, i);
		if (c->kind != CELL_NUMBER || c->place >= 0)
			continue;
		if (c->place != -1 || c->value % 10 != 0)
			return 0;
		idle++;
	}
	return idle;
}

static void drop_zeros_of(grid *g, bool row, uint32_t line)
{
	uint32_t n = row ? g->cols : g->rows;
	for (uint32_t i = row ? 0 : g->first_row; i < n; i++) {
		grid_cell *c = cell_of(g, row, line, i);
		if (c->kind != CELL_NUMBER || c->place >= 0)
			continue;
		c->value /= 10;
		c->place = 0;
	}
}

/* "1747922.0": programs write the whole numbers of a column so, if one of its cells is empty; the zero tells of no tenths. Where
 * rows of percentages stand below them the other rows tell so. */
static void drop_idle_zeros(grid *g)
{
	for (int row = 0; row < 2; row++) {
		uint32_t from = row ? g->first_row : 0, to = row ? g->rows : g->cols, idle = 0;
		for (uint32_t i = from; i < to; i++)
			idle += count_idle(g, row, i);
		for (uint32_t i = from; i < to && idle >= IDLE; i++)
			if (count_idle(g, row, i))
				drop_zeros_of(g, row, i);
	}
}

/* All numbers as multiples of one place. */
static void align(grid *g)
{
	size_t n = (size_t)g->rows * g->cols;
	g->exponent = 0;
	for (size_t i = 0; i < n; i++)
		if (g->cells[i].kind == CELL_NUMBER && g->cells[i].place < g->exponent)
			g->exponent = g->cells[i].place;
	g->one = power(-g->exponent);
	const int128 most = 1000000000000000000 * g->one;
	for (size_t i = 0; i < n; i++) {
		grid_cell *c = &g->cells[i];
		if (c->kind != CELL_NUMBER)
			continue;
		for (int p = c->place; p > g->exponent && c->value <= most && c->value >= -most; p--)
			c->value *= 10;
		c->step = power(c->place - g->exponent);
		if (c->value > most || c->value < -most)
			c->kind = CELL_TEXT;
	}
}

void grid_round(grid *g, bool rounded)
{
	g->rounded = rounded;
	for (uint32_t r = 0; r < g->rows; r++)
		for (uint32_t c = 0; c < g->cols; c++) {
			grid_cell *k = &g->cells[(size_t)r * g->cols + c];
			k->unit = k->kind == CELL_NUMBER && is_rounded(g, k, r, c) ? k->step : 0;
		}
}

static bool told_rounded(const grid_words *w, slice text)
{
	text = slice_sub(text, 0, text.len < AROUND_BYTES ? text.len : AROUND_BYTES);
	return grid_says(w, text, w->scale) || grid_says(w, text, w->rounding);
}

static slice block_text(const document *d, size_t i)
{
	return document_text(d, d->blocks[i].start, d->blocks[i].end);
}

/* A heading, caption or note about the table that says that its numbers are rounded, or told in thousands. */
static bool surroundings_round(const grid *g, const grid_words *w, const block_group *group)
{
	const document *d = g->doc;
	bool found = group->caption >= 0 && told_rounded(w, block_text(d, (size_t)group->caption));
	for (uint32_t i = group->first, n = 0; !found && i > 0 && n < BEFORE; n++) {
		const block *b = &d->blocks[--i];
		if (b->kind == BLOCK_CELL)
			break;
		found = told_rounded(w, block_text(d, i));
		if (b->kind == BLOCK_HEADING)
			break;
	}
	for (uint32_t i = group->end, n = 0; !found && i < d->block_count && n < BEFORE; n++, i++) {
		const block *b = &d->blocks[i];
		if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CELL)
			break;
		found = told_rounded(w, block_text(d, i));
	}
	for (uint32_t r = 0; !found && r < g->rows; r++) { /* notes, and what stands over all columns, inside the table */
		if (r > g->first_row && r + BEFORE < g->rows)
			r = g->rows - BEFORE;
		for (uint32_t c = 0; !found && c < g->cols; c++) {
			const grid_cell *k = grid_at(g, r, c);
			bool note =
				k->kind == CELL_TEXT && (r >= g->first_row ? g->row[r].heading : c == 0 || d->blocks[k->block].col_span > 1);
			found = note && told_rounded(w, text_of(g, k));
		}
	}
	return found;
}

bool grid_read(arena *a, const reading_of *doc, const grid_words *w, size_t i, grid *out)
{
	const block_group *group = &doc->doc->groups[i];
	size_t cells = (size_t)group->rows * group->cols, told = group->end - group->first;
	*out = (grid){.doc = doc->doc, .rows = group->rows, .cols = group->cols};
	if (group->kind != GROUP_TABLE || group->rows < 2 || group->cols < 2 || cells > told * LIMIT_TABLE_SPARSE)
		return false;
	out->cells = ARENA_ARRAY(a, grid_cell, cells);
	out->row = ARENA_ARRAY(a, grid_line, out->rows);
	out->col = ARENA_ARRAY(a, grid_line, out->cols);
	for (size_t k = 0; k < cells; k++)
		out->cells[k].block = -1;
	read_cells(doc, w, group, (uint32_t)i + 1, out);
	out->first_row = heading_rows(out, group);
	for (uint32_t c = 0; c < out->cols; c++)
		read_heading(w, out, c);
	choose_columns(out);
	size_t columns = 0, rows = 0;
	for (uint32_t r = 0; r < out->rows; r++)
		read_row(w, out, r);
	for (uint32_t c = 0; c < out->cols; c++)
		columns += out->col[c].adds;
	for (uint32_t r = 0; r < out->rows; r++)
		rows += out->row[r].adds;
	if (!columns || rows < 2)
		return false;
	for (uint32_t c = 0; c < out->cols; c++)
		take_from_brackets(out, &out->col[c], c, false);
	for (uint32_t r = out->first_row; r < out->rows; r++)
		take_from_brackets(out, &out->row[r], r, true);
	drop_idle_zeros(out);
	align(out);
	grid_round(out, surroundings_round(out, w, group));
	return true;
}
