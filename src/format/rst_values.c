/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that directives make of a list of lists, and of values between commas. */
#include "format/rst.h"

void rst_list_table(rst *r, rst_view v, uint32_t header_rows, uint32_t header_cols)
{
	builder_table(r->out);
	for (size_t i = 0, row = 0; i < v.n;) {
		rst_item item = rst_item_of(r, &v.at[i]);
		if (rst_is_blank(&v.at[i]) || item.kind == RST_NO_ITEM) {
			i++;
			continue;
		}
		size_t end = rst_extent(v, i + 1, v.at[i].indent);
		v.at[i] = rst_behind(&v.at[i], item.text, item.column);
		builder_row(r->out);
		for (size_t k = i, col = 0; k < end;) {
			rst_item cell = rst_item_of(r, &v.at[k]);
			if (rst_is_blank(&v.at[k]) || cell.kind == RST_NO_ITEM) {
				k++;
				continue;
			}
			size_t behind = rst_extent(rst_view_of(v, 0, end), k + 1, v.at[k].indent);
			v.at[k] = rst_behind(&v.at[k], cell.text, cell.column);
			rst_put_cell(r, rst_view_of(v, k, behind), row < header_rows || col < header_cols, 1, 1);
			col++;
			k = behind;
		}
		row++;
		i = end;
	}
	builder_end(r->out);
}

typedef struct csv { /* where a walk through lines of comma-separated values stands */
	rst *r;
	rst_view v;
	size_t line;
	uint32_t at;
	char between;
} csv;

/* A field in quotation marks, which may go on over lines. */
static void take_quoted(csv *c, source_lines *out)
{
	c->at++;
	for (;; c->at = c->v.at[c->line].start) {
		const source_line *l = &c->v.at[c->line];
		uint32_t from = c->at;
		for (; c->at < l->end; c->at++) {
			if (c->r->source.ptr[c->at] != '"')
				continue;
			if (c->at + 1 == l->end || c->r->source.ptr[c->at + 1] != '"')
				break;
			c->at++;
		}
		uint32_t to = c->at < l->end ? c->at : l->end;
		VEC_PUSH(c->r->arena, *out, (source_line){from, to, l->indent});
		if (c->at < l->end) {
			c->at++;
			return;
		}
		if (c->line + 1 == c->v.n)
			return;
		c->line++;
	}
}

static void take_field(csv *c, source_lines *out)
{
	const source_line *l = &c->v.at[c->line];
	slice source = c->r->source;
	while (c->at < l->end && source.ptr[c->at] == ' ')
		c->at++;
	if (c->at < l->end && source.ptr[c->at] == '"') {
		take_quoted(c, out);
		l = &c->v.at[c->line];
		while (c->at < l->end && source.ptr[c->at] != c->between)
			c->at++;
		return;
	}
	uint32_t from = c->at;
	while (c->at < l->end && source.ptr[c->at] != c->between)
		c->at++;
	uint32_t to = c->at;
	while (to > from && source.ptr[to - 1] == ' ')
		to--;
	VEC_PUSH(c->r->arena, *out, (source_line){from, to, l->indent});
}

static void put_csv_rows(rst *r, rst_view v, char between, uint32_t header_rows, uint32_t header_cols)
{
	csv c = {.r = r, .v = v, .between = between};
	for (uint32_t row = 0; c.line < v.n; c.line++) {
		if (rst_is_blank(&v.at[c.line]))
			continue;
		c.at = v.at[c.line].start;
		builder_row(r->out);
		for (uint32_t col = 0;; col++) {
			source_lines field = {0};
			take_field(&c, &field);
			rst_put_cell(r, (rst_view){field.at, field.n}, row < header_rows || col < header_cols, 1, 1);
			if (c.at >= v.at[c.line].end)
				break;
			c.at++;
		}
		row++;
	}
}

void rst_csv_table(rst *r, rst_view header, rst_view v, char between, uint32_t header_rows, uint32_t header_cols)
{
	builder_table(r->out);
	put_csv_rows(r, header, between, 1, 0);
	put_csv_rows(r, v, between, header_rows, header_cols);
	builder_end(r->out);
}
