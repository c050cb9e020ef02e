/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/sheet.h"

#include "base/ascii.h"
#include "base/limits.h"

#include <stdlib.h>

enum { MOST_HEADERS = 3, SAMPLE_ROWS = 40, MOST_COLUMNS = 256, NOTE_WORDS = 4, FAR_ROWS = 100 };

typedef struct row_run { /* cells of one row: cells[first .. end) */
	size_t first, end;
	uint32_t row;
	bool lone; /* one cell, of text */
} row_run;

typedef VEC(row_run) row_runs;

typedef struct sheet_job {
	arena *arena;
	builder *b;
	const sheet *s;
	row_runs rows;
} sheet_job;

static int compare_cells(const void *x, const void *y)
{
	const sheet_cell *a = x, *b = y;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return a->col < b->col ? -1 : a->col > b->col;
}

void sheet_sort(sheet *s)
{
	bool sorted = true;
	for (size_t i = 1; i < s->cells.n && sorted; i++)
		sorted = compare_cells(&s->cells.at[i - 1], &s->cells.at[i]) < 0;
	if (sorted)
		return;
	qsort(s->cells.at, s->cells.n, sizeof *s->cells.at, compare_cells);
	size_t kept = 1;
	for (size_t i = 1; i < s->cells.n; i++) /* a place told twice: what was told first */
		if (compare_cells(&s->cells.at[kept - 1], &s->cells.at[i]) != 0)
			s->cells.at[kept++] = s->cells.at[i];
	s->cells.n = kept;
}

void sheet_set_formula(arena *a, sheet *s, sheet_cell *cell, formula f, slice format)
{
	sheet_formula own = {.formula = f, .format = format, .subtotal = formula_is_subtotal(&f)};
	if (!formula_is_plain(&f))
		own.formula.text = (slice){"", 0};
	VEC_PUSH(a, s->formulas, own);
	cell->formula = (uint32_t)s->formulas.n;
}

static void drop_unseen(sheet *s)
{
	size_t kept = 0;
	for (size_t i = 0; i < s->cells.n; i++)
		if (s->cells.at[i].text.len)
			s->cells.at[kept++] = s->cells.at[i];
	s->cells.n = kept;
}

static void find_rows(sheet_job *j)
{
	for (size_t i = 0; i < j->s->cells.n;) {
		const sheet_cell *c = &j->s->cells.at[i];
		row_run r = {.first = i, .row = c->row};
		while (i < j->s->cells.n && j->s->cells.at[i].row == r.row)
			i++;
		r.end = i;
		r.lone = r.end == r.first + 1 && c->kind != SHEET_NUMBER;
		VEC_PUSH(j->arena, j->rows, r);
	}
}

static bool is_year(const sheet_cell *c)
{
	bool four = c->kind == SHEET_NUMBER && c->stored.len == 4 && c->text.len == 4;
	for (size_t i = 0; i < 4 && four; i++)
		four = ascii_is_digit(c->text.ptr[i]);
	return four && (*c->text.ptr == '1' || *c->text.ptr == '2');
}

/* Whether row i stands as text, or as years, over columns of numbers. */
static bool is_header(const sheet_job *j, size_t i, size_t end)
{
	uint8_t numbers[MOST_COLUMNS] = {0}, years[MOST_COLUMNS] = {0};
	const row_run *r = &j->rows.at[i];
	for (size_t k = i + 1; k < end && k < i + SAMPLE_ROWS; k++) {
		for (size_t c = j->rows.at[k].first; c < j->rows.at[k].end; c++) {
			const sheet_cell *cell = &j->s->cells.at[c];
			if (cell->col < MOST_COLUMNS && cell->kind == SHEET_NUMBER) {
				numbers[cell->col]++;
				years[cell->col] += is_year(cell);
			}
		}
	}
	bool over = false;
	for (size_t c = r->first; c < r->end; c++) {
		const sheet_cell *cell = &j->s->cells.at[c];
		uint32_t col = cell->col < MOST_COLUMNS ? cell->col : MOST_COLUMNS - 1;
		if (cell->kind == SHEET_NUMBER && !(is_year(cell) && numbers[col] > 2 * years[col]))
			return false;
		for (uint32_t k = col; k < MOST_COLUMNS && k < col + cell->col_span; k++)
			over |= numbers[k] > 0;
	}
	return over;
}

static bool is_apart(const sheet_job *j, size_t i)
{
	const row_run *r = &j->rows.at[i];
	return i == 0 || r->row > j->rows.at[i - 1].row + 1;
}

/* The end of the table that begins at row i: rows far below, or a header row under an empty one, begin another. */
static size_t table_end(const sheet_job *j, size_t i)
{
	size_t end = i + 1;
	for (; end < j->rows.n; end++) {
		const row_run *r = &j->rows.at[end];
		if (r->row > j->rows.at[end - 1].row + FAR_ROWS)
			break;
		if (!is_apart(j, end))
			continue;
		size_t head = end; /* past the titles of what may be another table */
		while (head < j->rows.n && j->rows.at[head].lone && head < end + MOST_HEADERS)
			head++;
		if (head < j->rows.n && !j->rows.at[head].lone && j->rows.at[head].end - j->rows.at[head].first > 1 &&
		    is_header(j, head, j->rows.n))
			break;
	}
	return end;
}

static size_t count_words(slice text)
{
	size_t words = 0;
	for (size_t i = 0; i < text.len; i++)
		words += text.ptr[i] > ' ' && (i == 0 || text.ptr[i - 1] <= ' ');
	return words;
}

/* The notes below a table, which are none of its rows. */
static size_t notes_begin(const sheet_job *j, size_t first, size_t end)
{
	while (end > first + 1 && j->rows.at[end - 1].lone) {
		slice text = j->s->cells.at[j->rows.at[end - 1].first].text;
		if (!is_apart(j, end - 1) && count_words(text) < NOTE_WORDS)
			break;
		end--;
	}
	return end;
}

static void put_paragraph(sheet_job *j, size_t i)
{
	builder_begin(j->b, BLOCK_PARAGRAPH, 0);
	builder_text(j->b, j->s->cells.at[j->rows.at[i].first].text, 0);
	builder_end(j->b);
}

static size_t count_headers(const sheet_job *j, size_t first, size_t end)
{
	size_t n = 0;
	while (n < MOST_HEADERS && first + n + 1 < end && !is_apart(j, first + n + 1) && is_header(j, first + n, end) &&
	       !(n && j->rows.at[first + n].lone))
		n++;
	return n;
}

static void put_row(sheet_job *j, const row_run *r, uint32_t first_col, bool header)
{
	uint32_t next = first_col;
	builder_row(j->b);
	for (size_t c = r->first; c < r->end; c++) {
		const sheet_cell *cell = &j->s->cells.at[c];
		if (cell->col < next) /* under a merged cell */
			continue;
		builder_place(j->b, cell->col - first_col);
		builder_cell(j->b, header, cell->row_span, cell->col_span);
		builder_text(j->b, cell->text, 0);
		if (cell->kind == SHEET_NUMBER)
			builder_stored(j->b, cell->stored);
		builder_end(j->b);
		next = cell->col + (cell->col_span ? cell->col_span : 1);
	}
}

static void put_table(sheet_job *j, size_t first, size_t end)
{
	size_t headers = count_headers(j, first, end);
	uint32_t first_row = j->rows.at[first].row, first_col = UINT32_MAX, row = first_row;
	for (size_t i = first; i < end; i++) {
		uint32_t col = j->s->cells.at[j->rows.at[i].first].col;
		first_col = col < first_col ? col : first_col;
	}
	builder_table(j->b);
	builder_sheet(j->b, j->s->name, first_row, first_col);
	for (size_t i = first; i < end; i++) {
		for (; row < j->rows.at[i].row; row++)
			builder_row(j->b);
		put_row(j, &j->rows.at[i], first_col, i < first + headers);
		row++;
	}
	builder_end(j->b);
}

static void put_notes(sheet_job *j)
{
	for (size_t i = 0; i < j->s->shapes.n; i++) {
		builder_begin(j->b, BLOCK_PARAGRAPH, 0);
		builder_text(j->b, j->s->shapes.at[i], 0);
		builder_end(j->b);
	}
	for (size_t i = 0; i < j->s->notes.n; i++) {
		builder_begin(j->b, BLOCK_FOOTNOTE, 0);
		builder_text(j->b, j->s->notes.at[i].text, 0);
		builder_end(j->b);
	}
}

void sheet_put(arena *a, builder *b, sheet *s, bool titled)
{
	sheet_job j = {.arena = a, .b = b, .s = s};
	drop_unseen(s);
	find_rows(&j);
	if (titled && s->cells.n) {
		builder_begin(b, BLOCK_HEADING, 1);
		builder_text(b, s->name, 0);
		builder_end(b);
	}
	for (size_t i = 0; i < j.rows.n;) {
		if (j.rows.at[i].lone) {
			put_paragraph(&j, i++);
			continue;
		}
		size_t next = table_end(&j, i), end = notes_begin(&j, i, next);
		put_table(&j, i, end);
		for (i = end; i < next; i++)
			put_paragraph(&j, i);
	}
	put_notes(&j);
	sheet_tell_hidden(a, b, s);
}

bool sheet_place(slice name, uint32_t *row, uint32_t *col)
{
	uint32_t c = 0, r = 0;
	size_t i = 0;
	for (; i < name.len && ascii_is_capital(name.ptr[i]) && c < LIMIT_TABLE_COLUMNS; i++)
		c = c * 26 + (uint32_t)(name.ptr[i] - 'A') + 1;
	size_t digits = i;
	for (; i < name.len && ascii_is_digit(name.ptr[i]) && r < LIMIT_TABLE_ROWS; i++)
		r = r * 10 + (uint32_t)(name.ptr[i] - '0');
	if (!c || !r || digits == i || i < name.len || c > LIMIT_TABLE_COLUMNS || r > LIMIT_TABLE_ROWS)
		return false;
	*row = r - 1;
	*col = c - 1;
	return true;
}
