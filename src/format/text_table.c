/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/text_table.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
	PARTS = 40, /* of a line */
	HEADS = 12, /* lines of headings */
	LEAST_ROWS = 3,
	ASIDE = 8,   /* lines without numbers that may stand between rows */
	NUMBER = 24, /* bytes of a number with its signs */
	MARGIN = 12, /* characters */
	LABEL = 160, /* bytes of a line that is a label alone */
	MARK = 12,   /* bytes of what may stand before a label: "11(a)" */
	LINES = 4,   /* of one label */
	LEADERS = 3, /* dots at least that lead up to a number, or stand for one */
	BROKEN = 20, /* characters of a label's line that is too long for the next to stand behind it */
	DRIFT = 2    /* characters that the ends of a column's numbers may differ by */
};

typedef struct part {     /* of a line, set off by two blanks, a tab or leading dots */
	uint32_t start, end;  /* bytes of the text */
	uint32_t left, right; /* characters from the line's beginning */
	bool number;          /* a number, or what stands in its place */
	bool digits;
	bool sign; /* neither digits nor letters: "-", "(*)", "....." */
} part;

typedef struct row {
	part parts[PARTS];
	size_t n;
	bool full; /* more parts than fit */
	bool bare; /* numbers alone, away from the margin: a row without a label, or headings */
} row;

static uint32_t line_end(const document *d, size_t i)
{
	uint32_t end = i + 1 < d->line_count ? d->line_starts[i + 1] - 1 : (uint32_t)d->text.len;
	while (end > d->line_starts[i] && (d->text.ptr[end - 1] == '\r' || d->text.ptr[end - 1] == '\n'))
		end--;
	return end;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* "1,234", "$ (56.7)", "-", "n.a.", "(D)". */
static void classify(const char *text, part *p)
{
	size_t letters = 0, digits = 0, words = 0;
	bool odd = false;
	for (uint32_t i = p->start; i < p->end; i++) {
		char c = text[i];
		bool letter = is_small((char)(c | 0x20));
		digits += ascii_is_digit(c);
		letters += letter;
		words += letter && (i == p->start || !is_small((char)(text[i - 1] | 0x20)));
		odd = odd || c == ':' || c == ';' || c == '?' || c == '=' || c == '|';
	}
	p->digits = digits > 0;
	p->sign = !digits && !letters && !odd;
	p->number = !odd && p->end - p->start <= NUMBER && (digits ? letters <= 3 : letters <= 4 && words <= 2);
	if (!digits && letters && is_small(text[p->start]) && text[p->end - 1] != '.' && letters > 2)
		p->number = false;
}

static bool may_be_gap(char c)
{
	return c == ' ' || c == '\t' || c == '.';
}

/* Blanks of one kind or dots, two or more, at byte i: how many bytes. */
static uint32_t gap_at(const char *text, uint32_t i, uint32_t end)
{
	uint32_t n = i, dots = 0, blanks = 0;
	while (n < end && may_be_gap(text[n])) {
		if (text[n] == '.' && dots == 0 && n + 1 < end && ascii_is_digit(text[n + 1]))
			break; /* .5 */
		dots += text[n] == '.';
		blanks += text[n] == '\t' ? 2 : text[n] == ' ';
		n++;
	}
	if (dots && n < end && ascii_is_digit(text[n]) && text[n - 1] == '.' && n >= 2 && text[n - 2] == ' ')
		n--; /* "..  .5" */
	return (dots >= 3 || (dots == 0 && blanks >= 2)) ? n - i : 0;
}

/* Dots in a gap that stand for a number, set off by blanks, behind a number or the dots that lead up to one (`led`): their first
 * byte; `end` if there are none. */
static uint32_t find_dots(const char *text, uint32_t i, uint32_t end, bool led)
{
	uint32_t blanks = 0;
	for (uint32_t k = i; k < end; k++) {
		if (text[k] != '.') {
			blanks++;
			continue;
		}
		uint32_t n = k;
		while (n < end && text[n] == '.')
			n++;
		bool many = n - k >= LEADERS;
		if (led && many && blanks >= 2)
			return k;
		led = led || many;
		blanks = 0;
		k = n - 1;
	}
	return end;
}

/* How many bytes of dots stand for a number at byte i, behind two blanks. */
static uint32_t dots_at(const char *text, uint32_t from, uint32_t i, uint32_t end)
{
	uint32_t n = i;
	while (n < end && text[n] == '.')
		n++;
	return n - i >= LEADERS && i >= from + 2 && text[i - 1] == ' ' && text[i - 2] == ' ' ? n - i : 0;
}

static void read_row(const document *d, size_t line, row *out)
{
	const char *text = d->text.ptr;
	const uint32_t from = d->line_starts[line];
	uint32_t i = from, end = line_end(d, line), col = 0;
	out->n = 0;
	out->full = false;
	while (i < end) {
		uint32_t dots = out->n ? dots_at(text, from, i, end) : 0, gap = dots ? 0 : gap_at(text, i, end);
		size_t len;
		if (gap)
			gap = find_dots(text, i, i + gap, out->n > 1) - i;
		if (!gap && !dots && utf8_is_space(utf8_decode(d->text, i, &len)))
			gap = (uint32_t)len;
		if (gap) {
			for (uint32_t k = i; k < i + gap; k++)
				col += text[k] == '\t' ? 8 - col % 8 : ((unsigned char)text[k] & 0xC0) != 0x80;
			i += gap;
			continue;
		}
		if (out->n == PARTS) {
			out->full = true;
			return;
		}
		part p = {.start = i, .left = col};
		i += dots;
		col += dots;
		while (!dots && i < end && !(may_be_gap(text[i]) && gap_at(text, i, end))) {
			col += ((unsigned char)text[i] & 0xC0) != 0x80;
			i++;
		}
		p.end = i;
		while (p.end > p.start && (text[p.end - 1] == ' ' || text[p.end - 1] == '\t'))
			p.end--, col--;
		if (p.end > p.start + 2 && text[p.end - 1] == '$' && text[p.end - 2] == ' ') { /* that of the next number */
			for (p.end--, col--; text[p.end - 1] == ' '; p.end--)
				col--;
		}
		p.right = col;
		i = p.end;
		classify(text, &p);
		out->parts[out->n++] = p;
	}
}

/* "$" before a number, set off from it, is part of it. */
static void join_money(const document *d, row *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++) {
		part *p = &r->parts[i];
		bool sign = p->end - p->start == 1 && d->text.ptr[p->start] == '$';
		if (sign && i + 1 < r->n && r->parts[i + 1].digits)
			continue;
		r->parts[n++] = *p;
	}
	r->n = n;
}

/* What stands before the label and is set off from it ("11(a)") is part of it. */
static void join_label(row *r)
{
	bool mark = r->n > 2 && !r->parts[1].number && r->parts[0].end - r->parts[0].start <= MARK;
	if (!mark)
		return;
	r->parts[0].end = r->parts[1].end;
	r->parts[0].right = r->parts[1].right;
	r->parts[0].number = r->parts[0].digits = false;
	memmove(&r->parts[1], &r->parts[2], (r->n - 2) * sizeof *r->parts);
	r->n--;
}

/* A label and numbers behind it, one with digits at least; or numbers alone. */
static bool is_row(const row *r)
{
	bool any = r->bare;
	if (r->n + r->bare < 2 || r->full)
		return false;
	for (size_t i = 1; i < r->n; i++) {
		if (!r->parts[i].number)
			return false;
		any = any || r->parts[i].digits;
	}
	return any;
}

/* Numbers alone, or years, that stand away from the margin. */
static bool is_bare(const row *r)
{
	return r->n > 0 && r->parts[0].number && r->parts[0].digits && r->parts[0].left > MARGIN;
}

/* Whether all its parts are years, so that it heads columns. */
static bool has_years(const document *d, const row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const part *p = &r->parts[i];
		const char *c = d->text.ptr + p->start;
		if (p->end - p->start != 4 || (memcmp(c, "19", 2) != 0 && memcmp(c, "20", 2) != 0))
			return false;
	}
	return true;
}

/* A label, and signs alone where the others have numbers; or dots that lead up to none. */
static bool is_nothing(const document *d, const row *r, uint32_t end)
{
	const char *text = d->text.ptr;
	bool led = r->n == 1 && end > r->parts[0].end + LEADERS && text[end - 1] == '.' && !r->parts[0].number;
	for (size_t i = 1; i < r->n; i++)
		if (!r->parts[i].sign)
			return false;
	return led || (r->n > 1 && !r->parts[0].number && !r->full);
}

typedef enum {
	LINE_BLANK,
	LINE_RULE,
	LINE_LABEL,
	LINE_ROW,
	LINE_NUMBERS,
	LINE_NOTHING, /* a row without a number */
	LINE_OTHER
} line_shape;

/* "<S>   <C>   <C>", "<CAPTION>": marks that old filings set their tables with. */
static bool has_marks_only(const document *d, uint32_t start, uint32_t end)
{
	bool open = false, any = false;
	for (uint32_t i = start; i < end; i++) {
		char c = d->text.ptr[i];
		bool capital = c >= 'A' && c <= 'Z';
		if (c == (open ? '>' : '<'))
			open = !open;
		else if (open ? !(capital || c == '/') : !(c == ' ' || c == '\t'))
			return false;
		any = any || capital;
	}
	return any && !open;
}

static line_shape shape_of(const document *d, size_t line, row *r)
{
	uint32_t start = d->line_starts[line], end = line_end(d, line);
	bool any = false, other = false;
	r->n = 0;
	for (uint32_t i = start; i < end && !other; i++) {
		char c = d->text.ptr[i];
		any = any || !(c == ' ' || c == '\t');
		other = !may_be_gap(c) && c != '-' && c != '=' && c != '_' && c != '+';
	}
	if (!other || has_marks_only(d, start, end))
		return any ? LINE_RULE : LINE_BLANK;
	read_row(d, line, r);
	join_money(d, r);
	join_label(r);
	r->bare = is_bare(r);
	if (is_row(r))
		return r->bare ? LINE_NUMBERS : LINE_ROW;
	if (is_nothing(d, r, end))
		return LINE_NOTHING;
	return r->n == 1 && end - start < LABEL && d->text.ptr[end - 1] != '.' ? LINE_LABEL : LINE_OTHER;
}

static bool is_body(line_shape shape)
{
	return shape == LINE_ROW || shape == LINE_NUMBERS;
}

/* The line behind the last row of the table that begins at line i; *rows counts its rows. */
static size_t find_end(const document *d, size_t i, size_t *rows)
{
	size_t end = i, aside = 0;
	row r;
	*rows = 0;
	for (size_t k = i; k < d->line_count && aside <= ASIDE; k++) {
		line_shape shape = shape_of(d, k, &r);
		if (shape == LINE_OTHER || (shape == LINE_NUMBERS && (*rows < 2 || has_years(d, &r))))
			break;
		aside = is_body(shape) ? 0 : aside + (shape != LINE_NOTHING);
		if (is_body(shape)) {
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
static uint32_t right_of(const document *d, const part *p)
{
	uint32_t right = p->right;
	for (uint32_t i = p->end; i > p->start + 1 && p->digits && !ascii_is_digit(d->text.ptr[i - 1]); i--)
		right -= ((unsigned char)d->text.ptr[i - 1] & 0xC0) != 0x80;
	return right;
}

/* Columns by the right ends of their numbers; false if these stand anywhere. */
static bool find_columns(arena *a, const document *d, text_table *t)
{
	size_t from = t->rows_from, to = t->end;
	VEC(uint32_t) ends = {0};
	size_t most = 0;
	row r;
	for (size_t k = from; k < to; k++) {
		if (!is_body(shape_of(d, k, &r)))
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
	return t->columns.n && t->columns.n <= most + most / 2;
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

typedef struct maker {
	arena *arena;
	const document *doc;
	const text_table *table;
	uint32_t group, rows;
	block_list *blocks;
} maker;

static void put_cell(maker *m, const part *p, uint32_t col, uint16_t span, bool header)
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
static bool find_covered(const text_table *t, const part *p, size_t *first, size_t *last)
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
	row r;
	size_t first, last;
	for (size_t k = t->rows_from; k-- > t->first;) {
		line_shape shape = shape_of(d, k, &r);
		for (size_t i = 0; i < r.n && shape != LINE_BLANK && shape != LINE_RULE; i++) {
			const part *p = &r.parts[i];
			if (!find_covered(t, p, &first, &last) || first != last)
				continue;
			text_column *c = &t->columns.at[first];
			c->from = p->left < c->from ? p->left : c->from;
			c->to = p->right > c->to ? p->right : c->to;
		}
	}
}

/* A heading stands over every column that it reaches over. */
static void put_heading(maker *m, const part *p, uint32_t *next)
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
static void put_row(maker *m, const row *r, uint32_t label)
{
	uint32_t next = 1;
	if (!r->bare) {
		part whole = r->parts[0];
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
	row first, r;
	size_t n = 1;
	if (shape_of(d, k, &first) != LINE_LABEL || d->text.ptr[line_end(d, k) - 1] == ':')
		return 0;
	line_shape shape = LINE_OTHER;
	for (; n < LINES && k + n < end; n++) {
		shape = shape_of(d, k + n, &r);
		if (shape != LINE_LABEL || r.parts[0].left < first.parts[0].left || d->text.ptr[line_end(d, k + n) - 1] == ':')
			break;
	}
	if (shape != LINE_ROW || r.parts[0].left < first.parts[0].left)
		return 0;
	char c = d->text.ptr[r.parts[0].start];
	if (is_small(c) || c == '(')
		return n;
	uint32_t left = r.parts[0].left;
	if (first.parts[0].right - first.parts[0].left < BROKEN || left == first.parts[0].left)
		return 0;
	for (size_t i = k + n + 1; i < end; i++) {
		shape = shape_of(d, i, &r);
		if (shape == LINE_ROW || shape == LINE_LABEL)
			return r.parts[0].left < left ? n : 0;
	}
	return n;
}

/* The first row of numbers behind headings that begin with line i; i if it is one itself; SIZE_MAX: none follows. */
static size_t first_row(const document *d, size_t i)
{
	row r;
	for (size_t k = i, blank = 0; k < d->line_count && k < i + HEADS; k++) {
		line_shape shape = shape_of(d, k, &r);
		if (shape == LINE_ROW)
			return k;
		blank += shape == LINE_BLANK;
		bool set_off = shape == LINE_RULE || r.n > 1 || (r.n == 1 && (r.parts[0].left > MARGIN || k > i));
		if (shape != LINE_BLANK && !set_off)
			return SIZE_MAX;
		if (blank > 1)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

bool text_table_find(arena *a, const document *d, size_t i, text_table *out)
{
	size_t rows;
	*out = (text_table){.first = i, .rows_from = first_row(d, i), .end = i};
	if (out->rows_from == SIZE_MAX)
		return false;
	out->end = find_end(d, out->rows_from, &rows);
	if (rows < LEAST_ROWS || !find_columns(a, d, out))
		return false;
	row r;
	for (size_t k = out->rows_from; k < out->end; k++) {
		if (!is_body(shape_of(d, k, &r)))
			continue;
		for (size_t p = !r.bare; p < r.n; p++) {
			text_column *c = &out->columns.at[column_of(out, right_of(d, &r.parts[p]))];
			c->left = r.parts[p].left < c->left ? r.parts[p].left : c->left;
		}
	}
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
	row r;
	for (size_t k = t->first; k < t->end; k++) {
		size_t broken = k < t->rows_from ? 0 : broken_label(d, k, t->end);
		line_shape shape = shape_of(d, k, &r);
		uint32_t next = 0, label = r.n ? r.parts[0].start : 0;
		if (shape == LINE_BLANK || shape == LINE_RULE)
			continue;
		if (broken) {
			k += broken;
			(void)shape_of(d, k, &r);
			put_row(&m, &r, label);
		} else if (k < t->rows_from) {
			for (size_t p = 0; p < r.n; p++)
				put_heading(&m, &r.parts[p], &next);
		} else if (is_body(shape) || shape == LINE_NOTHING) {
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
