/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/text_table.h"

#include "base/ascii.h"
#include "format/text_row.h"

#include <stdlib.h>

enum {
	HEADS = 12, /* lines of headings */
	LEAST_ROWS = 3,
	ASIDE = 8,   /* lines without numbers that may stand between rows */
	LINES = 4,   /* of one label */
	BROKEN = 20, /* characters of a label's line that is too long for the next to stand behind it */
	DRIFT = 2    /* characters that the ends of a column's numbers may differ by */
};

/* The line behind the last row of the table that begins at line i; *rows counts its rows. */
static size_t find_end(const document *d, size_t i, size_t *rows)
{
	size_t end = i, aside = 0;
	text_row r;
	*rows = 0;
	for (size_t k = i; k < d->line_count && aside <= ASIDE; k++) {
		text_shape shape = text_row_read(d, k, &r);
		if (shape == TEXT_OTHER || (shape == TEXT_NUMBERS && (*rows < 2 || text_row_has_years(d, &r))))
			break;
		aside = text_row_is_body(shape) ? 0 : aside + (shape != TEXT_NOTHING);
		if (text_row_is_body(shape)) {
			end = k + 1;
			++*rows;
		}
	}
	return end;
}

static int end_compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* Where a number's last digit stands: brackets and marks hang over. */
static uint32_t right_of(const document *d, const text_part *p)
{
	uint32_t right = p->right;
	for (uint32_t i = p->end; i > p->start + 1 && p->digits && !ascii_is_digit(d->text.ptr[i - 1]); i--)
		right -= ((unsigned char)d->text.ptr[i - 1] & 0xC0) != 0x80;
	return right;
}

/* The column whose numbers end nearest. */
static size_t column_of(const text_table *t, uint32_t right)
{
	size_t best = 0, least = SIZE_MAX;
	for (size_t i = 0; i < t->columns.n; i++) {
		uint32_t end = t->columns.at[i].right;
		size_t off = right > end ? right - end : end - right;
		if (off < least) {
			least = off;
			best = i;
		}
	}
	return best;
}

/* Where the numbers of each column begin, and which stand in one row with others. */
static void measure_columns(const document *d, text_table *t)
{
	text_row r;
	for (size_t k = t->rows_from; k < t->end; k++) {
		if (!text_row_is_body(text_row_read(d, k, &r)))
			continue;
		for (size_t p = !r.bare, before = 0; p < r.n; p++) {
			size_t at = column_of(t, right_of(d, &r.parts[p]));
			text_column *c = &t->columns.at[at];
			c->left = r.parts[p].left < c->left ? r.parts[p].left : c->left;
			c->beside = before > c->beside ? before : c->beside;
			before = at + 1;
		}
	}
}

/* "31,207 (2)" ends behind the others of its column, and begins before they end: both are one column, if no row has two. */
static void join_columns(text_table *t)
{
	size_t n = 0, first = 0; /* of those that have become the last one */
	for (size_t i = 1; i < t->columns.n; i++) {
		const text_column *c = &t->columns.at[i];
		text_column *last = &t->columns.at[n];
		if (c->left >= last->right || c->beside > first) {
			t->columns.at[++n] = *c;
			first = i;
			continue;
		}
		last->right = c->right;
		last->left = c->left < last->left ? c->left : last->left;
	}
	t->columns.n = t->columns.n ? n + 1 : 0;
}

/* Columns by the right ends of their numbers; false if these stand anywhere. */
static bool find_columns(arena *a, const document *d, text_table *t)
{
	size_t from = t->rows_from, to = t->end;
	VEC(uint32_t) ends = {0};
	size_t most = 0;
	text_row r;
	for (size_t k = from; k < to; k++) {
		if (!text_row_is_body(text_row_read(d, k, &r)))
			continue;
		most = r.n - !r.bare > most ? r.n - !r.bare : most;
		for (size_t i = !r.bare; i < r.n; i++)
			VEC_PUSH(a, ends, right_of(d, &r.parts[i]));
	}
	if (ends.n > 1)
		qsort(ends.at, ends.n, sizeof *ends.at, end_compare);
	for (size_t i = 0; i < ends.n; i++) {
		bool goes_on = t->columns.n && ends.at[i] - VEC_LAST(t->columns).right <= DRIFT;
		if (goes_on)
			VEC_LAST(t->columns).right = ends.at[i];
		else
			VEC_PUSH(a, t->columns, (text_column){.left = UINT32_MAX, .right = ends.at[i]});
	}
	if (!t->columns.n || t->columns.n > most + most / 2)
		return false;
	measure_columns(d, t);
	join_columns(t);
	return true;
}

typedef struct maker {
	arena *arena;
	const document *doc;
	const text_table *table;
	uint32_t group, rows;
	block_list *blocks;
} maker;

static void put_cell(maker *m, const text_part *p, uint32_t col, uint16_t span, bool header)
{
	block made = {.kind = BLOCK_CELL, .start = p->start, .end = p->end, .parent = -1, .section = -1};
	made.group = m->group;
	made.row = m->rows;
	made.col = col;
	made.row_span = 1;
	made.col_span = span;
	made.header = header;
	VEC_PUSH(m->arena, *m->blocks, made);
}

/* The columns that a heading stands over: [*first, *last]; false if it stands over none. */
static bool find_covered(const text_table *t, const text_part *p, size_t *first, size_t *last)
{
	*first = SIZE_MAX;
	*last = 0;
	for (size_t i = 0; i < t->columns.n; i++) {
		const text_column *c = &t->columns.at[i];
		if (p->left < c->to && p->right > c->from) {
			*first = *first == SIZE_MAX ? i : *first;
			*last = i;
		}
	}
	return *first != SIZE_MAX;
}

/* The headings right over the numbers are as wide as their columns. */
static void widen_columns(const document *d, text_table *t)
{
	text_row r;
	size_t first, last;
	for (size_t k = t->rows_from; k-- > t->first;) {
		text_shape shape = text_row_read(d, k, &r);
		for (size_t i = 0; i < r.n && shape != TEXT_BLANK && shape != TEXT_RULE; i++) {
			const text_part *p = &r.parts[i];
			if (!find_covered(t, p, &first, &last) || first != last)
				continue;
			text_column *c = &t->columns.at[first];
			c->from = p->left < c->from ? p->left : c->from;
			c->to = p->right > c->to ? p->right : c->to;
		}
	}
}

/* A heading stands over every column that it reaches over. */
static void put_heading(maker *m, const text_part *p, uint32_t *next)
{
	size_t first, last;
	(void)find_covered(m->table, p, &first, &last);
	bool label = first == SIZE_MAX && p->right <= m->table->columns.at[0].from;
	if (first == SIZE_MAX && !label)
		first = last = column_of(m->table, p->right);
	uint32_t col = label ? 0 : (uint32_t)first + 1;
	if (col < *next)
		col = *next;
	if (col > m->table->columns.n)
		return;
	uint32_t end = label || last + 1 < col ? col : (uint32_t)last + 1;
	put_cell(m, p, col, (uint16_t)(end - col + 1), true);
	*next = end + 1;
}

/* `label`: where the row's label begins, on a line before perhaps. */
static void put_row(maker *m, const text_row *r, uint32_t label)
{
	uint32_t next = 1;
	if (!r->bare) {
		text_part whole = r->parts[0];
		whole.start = label;
		put_cell(m, &whole, 0, 1, false);
	}
	for (size_t i = !r->bare; i < r->n; i++) {
		uint32_t col = (uint32_t)column_of(m->table, right_of(m->doc, &r->parts[i])) + 1;
		col = col < next ? next : col;
		if (col > m->table->columns.n)
			return;
		put_cell(m, &r->parts[i], col, 1, false);
		next = col + 1;
	}
}

/* How many lines from line k on are a label that goes on in the row behind them; 0: they are a heading. It goes on with a small
 * letter or a bracket, or it is long, and the rows behind stand as far out as it does. */
static size_t broken_label(const document *d, size_t k, size_t end)
{
	text_row first, r;
	size_t n = 1;
	if (text_row_read(d, k, &first) != TEXT_LABEL || d->text.ptr[text_line_end(d, k) - 1] == ':')
		return 0;
	text_shape shape = TEXT_OTHER;
	for (; n < LINES && k + n < end; n++) {
		shape = text_row_read(d, k + n, &r);
		if (shape != TEXT_LABEL || r.parts[0].left < first.parts[0].left || d->text.ptr[text_line_end(d, k + n) - 1] == ':')
			break;
	}
	if (shape != TEXT_ROW || r.parts[0].left < first.parts[0].left)
		return 0;
	char c = d->text.ptr[r.parts[0].start];
	if (ascii_is_small(c) || c == '(')
		return n;
	uint32_t left = r.parts[0].left;
	if (first.parts[0].right - first.parts[0].left < BROKEN || left == first.parts[0].left)
		return 0;
	for (size_t i = k + n + 1; i < end; i++) {
		shape = text_row_read(d, i, &r);
		if (shape == TEXT_ROW || shape == TEXT_LABEL)
			return r.parts[0].left < left ? n : 0;
	}
	return n;
}

/* The first row of numbers behind headings that begin with line i; i if it is one itself; SIZE_MAX: none follows. */
static size_t first_row(const document *d, size_t i)
{
	text_row r;
	for (size_t k = i, blank = 0; k < d->line_count && k < i + HEADS; k++) {
		text_shape shape = text_row_read(d, k, &r);
		if (shape == TEXT_ROW)
			return k;
		blank += shape == TEXT_BLANK;
		bool set_off = shape == TEXT_RULE || r.n > 1 || (r.n == 1 && (r.parts[0].left > TEXT_MARGIN || k > i));
		if (shape != TEXT_BLANK && !set_off)
			return SIZE_MAX;
		if (blank > 1)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* Whether two rows are a table's: a number of each in every column, and over each a heading, which is a name or a year. */
static bool is_headed(const document *d, const text_table *t)
{
	text_row r;
	size_t numbers = 0;
	bool headed = false;
	for (size_t k = t->first; k < t->end; k++) {
		text_shape shape = text_row_read(d, k, &r);
		if (k >= t->rows_from && text_row_is_body(shape) && (r.bare || r.n != t->columns.n + 1))
			return false;
		size_t over = 0;
		for (size_t i = 0; i < r.n && k < t->rows_from; i++) {
			size_t c = column_of(t, r.parts[i].right);
			over += r.parts[i].right > t->columns.at[c].left && r.parts[i].left < t->columns.at[c].right;
			numbers += r.parts[i].digits && !text_part_is_year(d, &r.parts[i]);
		}
		headed = headed || over == t->columns.n;
	}
	return headed && !numbers && t->columns.n > 1;
}

bool text_table_find(arena *a, const document *d, size_t i, text_table *out)
{
	size_t rows;
	*out = (text_table){.first = i, .rows_from = first_row(d, i), .end = i};
	if (out->rows_from == SIZE_MAX)
		return false;
	out->end = find_end(d, out->rows_from, &rows);
	if (rows + 1 < LEAST_ROWS || !find_columns(a, d, out) || (rows < LEAST_ROWS && !is_headed(d, out)))
		return false;
	for (size_t k = 0; k < out->columns.n; k++) {
		out->columns.at[k].from = out->columns.at[k].left;
		out->columns.at[k].to = out->columns.at[k].right;
	}
	widen_columns(d, out);
	return true;
}

void text_table_read(arena *a, const document *d, const text_table *t, block_list *blocks, group_list *groups)
{
	maker m = {.arena = a, .doc = d, .table = t, .blocks = blocks, .group = (uint32_t)groups->n + 1};
	block_group g = {.kind = GROUP_TABLE, .first = (uint32_t)blocks->n, .parent = -1, .caption = -1};
	text_row r;
	for (size_t k = t->first; k < t->end; k++) {
		size_t broken = k < t->rows_from ? 0 : broken_label(d, k, t->end);
		text_shape shape = text_row_read(d, k, &r);
		uint32_t next = 0, label = r.n ? r.parts[0].start : 0;
		if (shape == TEXT_BLANK || shape == TEXT_RULE)
			continue;
		if (broken) {
			k += broken;
			(void)text_row_read(d, k, &r);
			put_row(&m, &r, label);
		} else if (k < t->rows_from) {
			for (size_t p = 0; p < r.n; p++)
				put_heading(&m, &r.parts[p], &next);
		} else if (text_row_is_body(shape) || shape == TEXT_NOTHING) {
			put_row(&m, &r, label);
		} else {
			put_cell(&m, &r.parts[0], 0, 1, false);
		}
		m.rows++;
		g.header_rows += k < t->rows_from;
	}
	g.end = (uint32_t)blocks->n;
	g.rows = m.rows;
	g.cols = (uint32_t)t->columns.n + 1;
	VEC_PUSH(a, *groups, g);
}
