/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables between lines of "|===". Cells begin at bars, before which their spans may stand ("2+|", ".3+|", "4*|"); rows are as
 * long as the columns tell, or the first line's cells. */
#include "base/ascii.h"
#include "format/asciidoc.h"

#include <string.h>

typedef struct cell_mark {
	uint32_t rows, cols, times;
	char style;            /* 'a' holds blocks, 'h' is a header, 'l' code */
	uint32_t begins, text; /* source offsets of the mark, and behind its bar */
	size_t line;
} cell_mark;

typedef VEC(cell_mark) cell_marks;

static uint32_t read_number(slice text, size_t *at)
{
	uint32_t n = 0;
	while (*at < text.len && n < 1000 && ascii_is_digit(text.ptr[*at]))
		n = n * 10 + (uint32_t)(text.ptr[(*at)++] - '0');
	return n;
}

/* What stands directly before a bar: "2.3+^.>s". False if it is the text of the cell before. */
static bool read_spec(slice spec, cell_mark *m)
{
	size_t at = 0;
	m->rows = m->cols = m->times = 1;
	m->style = 0;
	uint32_t first = read_number(spec, &at), second = 0;
	if (at < spec.len && spec.ptr[at] == '.') {
		at++;
		second = read_number(spec, &at);
	}
	if (at < spec.len && spec.ptr[at] == '+') {
		m->cols = first ? first : 1;
		m->rows = second ? second : 1;
		at++;
	} else if (at < spec.len && spec.ptr[at] == '*' && first) {
		m->times = first < 100 ? first : 100;
		at++;
	} else if (at) {
		return false;
	}
	while (at < spec.len && strchr("<^>.", spec.ptr[at]))
		at++;
	if (at < spec.len && strchr("adehlmsv", spec.ptr[at]))
		m->style = spec.ptr[at++];
	return at == spec.len;
}

/* The bars of one line. */
static void find_bars(adoc *r, size_t i, cell_marks *out)
{
	const source_line *l = &r->lines[i];
	for (uint32_t at = l->start; at < l->end; at++) {
		if (r->source.ptr[at] != '|' || (at > l->start && r->source.ptr[at - 1] == '\\'))
			continue;
		uint32_t from = at;
		while (from > l->start && at - from < 12 && r->source.ptr[from - 1] != ' ' && r->source.ptr[from - 1] != '|')
			from--;
		cell_mark m = {.text = at + 1, .line = i, .begins = from};
		bool apart = from == l->start || r->source.ptr[from - 1] == ' ' || from == at;
		if (!apart || !read_spec(slice_sub(r->source, from, at), &m)) {
			(void)read_spec((slice){"", 0}, &m);
			m.begins = at;
		}
		VEC_PUSH(r->arena, *out, m);
	}
}

/* The value of name=value or name="value" in a style. */
static slice option_of(slice style, slice name)
{
	size_t at = slice_find(style, name);
	if (at == SIZE_MAX)
		return (slice){"", 0};
	slice value = slice_sub(style, at + name.len, style.len);
	bool quoted = value.len && (*value.ptr == '"' || *value.ptr == '\'');
	size_t end = quoted ? slice_find_byte(slice_sub(value, 1, value.len), *value.ptr) : slice_find_byte(value, ',');
	end = end == SIZE_MAX ? value.len : end;
	return quoted ? slice_sub(value, 1, end + 1) : slice_sub(value, 0, end);
}

/* Columns that cols="1,2*,3" tells; 0: none. */
static uint32_t told_columns(slice cols)
{
	uint32_t n = 0;
	for (size_t at = 0; at < cols.len;) {
		size_t end = at;
		while (end < cols.len && cols.ptr[end] != ',' && cols.ptr[end] != ';')
			end++;
		size_t digits = at;
		while (digits < end && cols.ptr[digits] == ' ')
			digits++;
		uint32_t times = read_number(cols, &digits);
		n += digits < end && cols.ptr[digits] == '*' && times ? times : 1;
		at = end + 1;
	}
	return n < 1000 ? n : 1000;
}

/* The cell's text: from behind its bar to the next mark, as blocks if it has several paragraphs or says so. */
static void put_cell(adoc *r, const cell_mark *m, uint32_t end, size_t last, bool header)
{
	source_lines lines = {0};
	for (size_t i = m->line; i <= last; i++) {
		source_line l = r->lines[i];
		if (i == m->line)
			l.start = m->text;
		if (l.end > end)
			l.end = end;
		while (l.start < l.end && (r->source.ptr[l.start] == ' ' || r->source.ptr[l.start] == '\t'))
			l.start++;
		while (l.end > l.start && (r->source.ptr[l.end - 1] == ' ' || r->source.ptr[l.end - 1] == '\t'))
			l.end--;
		if (l.end < l.start)
			l.end = l.start;
		VEC_PUSH(r->arena, lines, l);
	}
	builder_cell(r->out, header || m->style == 'h', m->rows, m->cols);
	if (m->style == 'a') {
		const source_line *outer = r->lines;
		r->lines = lines.at;
		adoc_blocks(r, 0, lines.n);
		r->lines = outer;
	} else {
		for (size_t i = 0, from = 0; i <= lines.n; i++) {
			if (i < lines.n && lines.at[i].start < lines.at[i].end)
				continue;
			if (i > from)
				adoc_paragraph(r, lines.at + from, i - from);
			from = i + 1;
		}
	}
	builder_end(r->out);
}

/* Whether the first row is a header though nothing says so: it stands on one line, with a blank line behind it alone. */
static bool has_header(const adoc *r, size_t from, size_t to, slice style)
{
	if (slice_find(style, SLICE("noheader")) != SIZE_MAX)
		return false;
	if (slice_find(style, SLICE("header")) != SIZE_MAX)
		return true;
	return from + 2 < to && !adoc_is_blank(r, from + 1) && adoc_is_blank(r, from + 2);
}

typedef struct row_filler { /* places of the rows at hand that are taken */
	uint32_t *taken;
	uint32_t columns, col, row;
} row_filler;

/* Begins a row where the one at hand is full. */
static void make_room(adoc *r, row_filler *f)
{
	while (f->col < f->columns && f->taken[f->col])
		f->col++;
	if (f->row && f->col < f->columns)
		return;
	builder_row(r->out);
	for (uint32_t i = 0; f->row && i < f->columns; i++)
		f->taken[i] -= f->taken[i] > 0;
	f->row++;
	f->col = 0;
	while (f->col < f->columns && f->taken[f->col])
		f->col++;
}

void adoc_table(adoc *r, size_t from, size_t to, slice style)
{
	cell_marks marks = {0};
	size_t first_line = 0;
	for (size_t i = from + 1; i < to; i++) {
		find_bars(r, i, &marks);
		if (!first_line && marks.n)
			first_line = marks.n;
	}
	row_filler f = {.columns = told_columns(option_of(style, SLICE("cols=")))};
	for (size_t i = 0; !told_columns(option_of(style, SLICE("cols="))) && i < first_line; i++)
		f.columns += marks.at[i].cols * marks.at[i].times;
	f.columns = !f.columns ? 1 : f.columns > 1000 ? 1000 : f.columns;
	f.taken = ARENA_ARRAY(r->arena, uint32_t, f.columns);
	bool header = has_header(r, from, to, style);
	builder_table(r->out);
	for (size_t i = 0; i < marks.n; i++) {
		cell_mark *m = &marks.at[i];
		bool last = i + 1 == marks.n;
		uint32_t end = last ? UINT32_MAX : marks.at[i + 1].begins;
		for (uint32_t k = 0; k < m->times; k++) {
			make_room(r, &f);
			if (m->cols > f.columns - f.col && f.col < f.columns)
				m->cols = f.columns - f.col;
			put_cell(r, m, end, last ? to - 1 : marks.at[i + 1].line, header && f.row == 1);
			for (uint32_t c = 0; c < m->cols && f.col + c < f.columns; c++)
				f.taken[f.col + c] = m->rows;
			f.col += m->cols;
		}
	}
	builder_end(r->out);
}
