/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that are drawn with signs: simple ones, whose columns stand under runs of "=", and grids of "+", "-" and "|". */
#include "base/utf8.h"
#include "format/rst.h"

#include <string.h>

typedef struct drawn_line { /* a table's line by columns, counted from the table's own left edge */
	uint32_t
		*offset; /* source offset of each column's character, and of the end; a wide one stands in the last of its columns */
	uint32_t width;
} drawn_line;

typedef struct drawn_table {
	rst *r;
	drawn_line *lines;
	size_t n;
} drawn_table;

/* Characters that take two columns where all others take one. */
static bool is_wide(uint32_t c)
{
	return (c >= 0x1100 && c < 0x1160) || (c >= 0x2E80 && c < 0xA4D0 && c != 0x303F) || (c >= 0xAC00 && c < 0xD7A4) ||
	       (c >= 0xF900 && c < 0xFB00) || (c >= 0xFE30 && c < 0xFE70) || (c >= 0xFF01 && c < 0xFF61) ||
	       (c >= 0xFFE0 && c < 0xFFE7) || (c >= 0x20000 && c < 0x40000);
}

/* How many columns a character takes that stands at one. */
static uint32_t width_of(uint32_t c, uint32_t column)
{
	return c == '\t' ? 8 - column % 8 : is_wide(c) ? 2 : 1;
}

static drawn_line draw_line(rst *r, const source_line *l, uint32_t base)
{
	enum { WIDEST = 8 };
	uint32_t lead = l->indent > base ? l->indent - base : 0, left = l->indent - lead, c = lead;
	size_t len, room = lead + 1;
	for (uint32_t at = l->start; at < l->end; at++)
		room += r->source.ptr[at] == '\t' ? WIDEST : 1;
	drawn_line out = {.offset = ARENA_ARRAY(r->arena, uint32_t, room)};
	for (uint32_t i = 0; i < lead; i++)
		out.offset[i] = l->start;
	for (uint32_t at = l->start; at < l->end; at += (uint32_t)len)
		for (uint32_t width = width_of(utf8_decode(r->source, at, &len), left + c); width > 0; width--)
			out.offset[c++] = at;
	out.offset[c] = l->end;
	out.width = rst_is_blank(l) ? 0 : c;
	return out;
}

static drawn_table draw(rst *r, rst_view v, uint32_t base)
{
	drawn_table t = {.r = r, .lines = ARENA_ARRAY(r->arena, drawn_line, v.n), .n = v.n};
	for (size_t i = 0; i < v.n; i++)
		t.lines[i] = draw_line(r, &v.at[i], base);
	return t;
}

/* The byte that stands in a column; 0 behind the line's end, a blank before its text. */
static char sign_at(const drawn_table *t, size_t line, uint32_t c)
{
	const drawn_line *l = &t->lines[line];
	if (c >= l->width)
		return 0;
	return l->offset[c] == l->offset[c + 1] ? ' ' : t->r->source.ptr[l->offset[c]];
}

static bool is_blank_sign(char c)
{
	return c == 0 || c == ' ' || c == '\t';
}

/* What stands in columns [left, right) of one line. */
static source_line cut(const drawn_table *t, size_t line, uint32_t left, uint32_t right)
{
	const drawn_line *l = &t->lines[line];
	if (right > l->width)
		right = l->width;
	while (left < right && is_blank_sign(sign_at(t, line, left)))
		left++;
	while (right > left && is_blank_sign(sign_at(t, line, right - 1)))
		right--;
	if (left >= right)
		return (source_line){l->offset[l->width], l->offset[l->width], 0};
	return (source_line){l->offset[left], l->offset[right], left};
}

void rst_put_cell(rst *r, rst_view v, bool header, uint32_t rows, uint32_t cols)
{
	size_t told = 0, only = 0;
	for (size_t i = 0; i < v.n; i++) {
		if (rst_is_blank(&v.at[i]))
			continue;
		told++;
		only = i;
	}
	builder_cell(r->out, header, rows, cols);
	bool empty = told == 1 && slice_equal(rst_text_of(r, &v.at[only]), SLICE("\\"));
	if (told == 1 && !empty && !rst_is_explicit(r, &v.at[only]))
		rst_inline(r, &v.at[only], 1); /* "-" or "5." alone is no list */
	else if (told && !empty)
		rst_blocks(r, v);
	builder_end(r->out);
}

static void put_drawn_cell(const drawn_table *t, size_t from, size_t to, uint32_t left, uint32_t right, bool header,
                           uint32_t rows, uint32_t cols)
{
	source_lines lines = {0};
	for (size_t i = from; i < to; i++)
		VEC_PUSH(t->r->arena, lines, cut(t, i, left, right));
	rst_put_cell(t->r, (rst_view){lines.at, lines.n}, header, rows, cols);
}

/* ------------------------------------------------------------------------------------------------------------ simple tables */

typedef struct column {
	uint32_t left, right;
} column;

typedef VEC(column) columns;

/* Whether a line is made of runs of `sign`, two or more where `several`. */
static bool is_border(const rst *r, const source_line *l, char sign, bool several)
{
	slice text = rst_text_of(r, l);
	bool gap = false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] != sign && text.ptr[i] != ' ')
			return false;
		gap |= text.ptr[i] == ' ';
	}
	return text.len > 2 && (gap || !several);
}

static columns columns_of(const drawn_table *t, size_t line)
{
	columns out = {0};
	for (uint32_t c = 0; c < t->lines[line].width; c++) {
		if (is_blank_sign(sign_at(t, line, c)))
			continue;
		if (!out.n || is_blank_sign(sign_at(t, line, c - 1)))
			VEC_PUSH(t->r->arena, out, (column){c, c});
		VEC_LAST(out).right = c + 1;
	}
	return out;
}

/* One row, whose columns may be joined by the runs of a line under it. */
static void put_simple_row(const drawn_table *t, const columns *all, const columns *own, size_t from, size_t to, bool header)
{
	builder_row(t->r->out);
	size_t first = 0;
	for (size_t i = 0; i < own->n; i++) {
		uint32_t span = 0;
		while (first < all->n && all->at[first].left < own->at[i].right) {
			first++;
			span++;
		}
		bool last = i + 1 == own->n; /* its text may be wider than its rule */
		uint32_t right = last ? UINT32_MAX : own->at[i + 1].left;
		put_drawn_cell(t, from, to, own->at[i].left, right, header, 1, span);
	}
}

/* The table's last line and that of its header's border (or 0); false if there is no end. */
static bool find_simple_end(const rst *r, rst_view v, size_t i, size_t *end, size_t *header)
{
	size_t found = 0;
	*header = 0;
	for (size_t at = i + 1; at < v.n; at++) {
		if (rst_is_blank(&v.at[at]))
			continue;
		if (v.at[at].indent < v.at[i].indent)
			return false;
		if (!is_border(r, &v.at[at], '=', false))
			continue;
		found++;
		*end = at;
		if (found == 2 || at + 1 == v.n || rst_is_blank(&v.at[at + 1]))
			return at > i + 1;
		*header = at;
	}
	return false;
}

static size_t take_simple(rst *r, rst_view v, size_t i)
{
	size_t end, header;
	if (!find_simple_end(r, v, i, &end, &header))
		return i;
	uint32_t base = v.at[i].indent;
	drawn_table t = draw(r, rst_view_of(v, i, end + 1), base);
	columns all = columns_of(&t, 0);
	size_t last = end - i, head = header ? header - i : 0, start = 1;
	builder_table(r->out);
	for (size_t at = 1; at <= last; at++) {
		const source_line *l = &v.at[i + at];
		bool border = at == last || (head && at == head), rule = !border && is_border(r, l, '-', false);
		bool fresh = !border && !rule && !is_blank_sign(sign_at(&t, at, 0));
		for (uint32_t c = 1; !fresh && !border && !rule && all.n && c < all.at[0].right; c++)
			fresh = !is_blank_sign(sign_at(&t, at, c));
		if (at > start && (border || rule || fresh)) {
			columns own = rule ? columns_of(&t, at) : all;
			put_simple_row(&t, &all, &own, start, at, start < head);
			start = at;
		}
		if (border || rule || (start == at && rst_is_blank(l)))
			start = at + 1;
	}
	builder_end(r->out);
	return end + 1;
}

/* -------------------------------------------------------------------------------------------------------------------- grids */

typedef struct grid {
	drawn_table drawn;
	VEC(uint32_t) rules; /* lines that part rows, first and last included */
	VEC(uint32_t) edges; /* columns that part cells, likewise */
	uint32_t header;     /* rules.at[header] is drawn with "="; 0: none */
	bool *taken;         /* places that a cell reaches, row by row */
} grid;

static bool is_grid_rule(slice text)
{
	if (text.len < 3 || *text.ptr != '+' || text.ptr[text.len - 1] != '+')
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("+-=", text.ptr[i]))
			return false;
	return true;
}

/* Lines of the grid that begins at line i: all of one width, closed by a rule. 0 if it is none. */
static size_t grid_length(const rst *r, rst_view v, size_t i, const drawn_table *t)
{
	size_t last = 0;
	for (size_t at = 0; at < t->n; at++) {
		const source_line *l = &v.at[i + at];
		if (t->lines[at].width != t->lines[0].width)
			break;
		if (is_grid_rule(rst_text_of(r, l)))
			last = at;
	}
	return last ? last + 1 : 0;
}

/* A "+" with a rule beside it parts columns; a line on which rules stand between parts rows. */
static void find_lines(grid *g, arena *a)
{
	uint32_t width = g->drawn.lines[0].width;
	bool *edge = ARENA_ARRAY(a, bool, width);
	for (uint32_t at = 0; at < g->drawn.n; at++) {
		bool rule = false;
		for (uint32_t c = 0; c < width; c++) {
			if (sign_at(&g->drawn, at, c) != '+')
				continue;
			char left = c ? sign_at(&g->drawn, at, c - 1) : 0, right = sign_at(&g->drawn, at, c + 1);
			bool before = left == '-' || left == '=', behind = right == '-' || right == '=';
			if (!before && !behind)
				continue;
			edge[c] = true;
			rule |= behind;
			if (behind && right == '=' && c == 0)
				g->header = (uint32_t)g->rules.n;
		}
		if (rule)
			VEC_PUSH(a, g->rules, at);
	}
	for (uint32_t c = 0; c < width; c++)
		if (edge[c])
			VEC_PUSH(a, g->edges, c);
}

/* Whether a rule stands on line `at` between two columns. */
static bool has_rule(const grid *g, uint32_t at, uint32_t left, uint32_t right)
{
	for (uint32_t c = left + 1; c < right; c++)
		if (!strchr("-=+", sign_at(&g->drawn, at, c)))
			return false;
	return right > left + 1;
}

/* Whether an edge stands in column c beside the lines between two rules. */
static bool has_edge(const grid *g, uint32_t edge, uint32_t from, uint32_t to)
{
	for (uint32_t at = from + 1; at < to; at++)
		if (sign_at(&g->drawn, at, edge) != '|' && sign_at(&g->drawn, at, edge) != '+')
			return false;
	return true;
}

static void put_grid_cell(grid *g, size_t row, size_t col)
{
	size_t rows = g->rules.n - 1, cols = g->edges.n - 1, right = col + 1, down = row + 1;
	while (right < cols && !has_edge(g, g->edges.at[right], g->rules.at[row], g->rules.at[row + 1]))
		right++;
	while (down < rows && !has_rule(g, g->rules.at[down], g->edges.at[col], g->edges.at[col + 1]))
		down++;
	for (size_t i = row; i < down; i++)
		for (size_t k = col; k < right; k++)
			g->taken[i * cols + k] = true;
	bool header = g->header && row < g->header;
	put_drawn_cell(&g->drawn, g->rules.at[row] + 1, g->rules.at[down], g->edges.at[col] + 1, g->edges.at[right], header,
	               (uint32_t)(down - row), (uint32_t)(right - col));
}

static size_t take_grid(rst *r, rst_view v, size_t i)
{
	size_t n = i;
	while (n < v.n && !rst_is_blank(&v.at[n]) && v.at[n].indent == v.at[i].indent &&
	       strchr("+|", r->source.ptr[v.at[n].start]))
		n++;
	grid g = {.drawn = draw(r, rst_view_of(v, i, n), v.at[i].indent)};
	g.drawn.n = grid_length(r, v, i, &g.drawn);
	if (g.drawn.n)
		find_lines(&g, r->arena);
	if (g.rules.n < 2 || g.edges.n < 2) { /* drawn out of line: kept as it stands */
		rst_code(r, rst_view_of(v, i, n));
		return n;
	}
	size_t rows = g.rules.n - 1, cols = g.edges.n - 1;
	g.taken = ARENA_ARRAY(r->arena, bool, rows *cols);
	builder_table(r->out);
	for (size_t row = 0; row < rows; row++) {
		builder_row(r->out);
		for (size_t col = 0; col < cols; col++)
			if (!g.taken[row * cols + col])
				put_grid_cell(&g, row, col);
	}
	builder_end(r->out);
	return i + g.drawn.n;
}

size_t rst_table(rst *r, rst_view v, size_t i)
{
	if (is_border(r, &v.at[i], '=', true))
		return take_simple(r, v, i);
	return is_grid_rule(rst_text_of(r, &v.at[i])) ? take_grid(r, v, i) : i;
}
