/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/formula_token.h"

#include "base/ascii.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_LETTERS = 3, ROW_DIGITS = 7, LITERAL_DIGITS = 40 };

typedef struct cursor {
	const formula *f;
	size_t at;
} cursor;

static char char_at(const cursor *c, size_t ahead)
{
	return c->at + ahead < c->f->text.len ? c->f->text.ptr[c->at + ahead] : '\0';
}

static bool take(cursor *c, char wanted)
{
	bool here = char_at(c, 0) == wanted;
	c->at += here;
	return here;
}

typedef struct corner {
	uint32_t row, col;
	bool whole; /* a whole column */
} corner;

static bool is_word(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

/* Moves a place; false if that leads out of the sheet. */
static bool move(uint32_t *at, int32_t by, uint32_t bound)
{
	int64_t to = (int64_t)*at + by;
	*at = (uint32_t)to;
	return to >= 0 && to < bound;
}

/* "$B$7", or "B" for a column. Leaves the cursor where it was if there is none. */
static bool read_corner(cursor *c, corner *out)
{
	cursor from = *c;
	uint32_t letters = 0, digits = 0;
	*out = (corner){0};
	bool fixed_col = take(&from, '$');
	for (; ascii_is_letter(char_at(&from, 0)) && letters <= COLUMN_LETTERS; letters++, from.at++)
		out->col = out->col * 26 + (uint32_t)((char_at(&from, 0) | 0x20) - 'a') + 1;
	bool fixed_row = take(&from, '$');
	for (; ascii_is_digit(char_at(&from, 0)) && digits <= ROW_DIGITS; digits++, from.at++)
		out->row = out->row * 10 + (uint32_t)(char_at(&from, 0) - '0');
	out->whole = digits == 0;
	if (!letters || letters > COLUMN_LETTERS || digits > ROW_DIGITS || is_word(char_at(&from, 0)) ||
	    (out->whole ? fixed_row : !out->row) || out->row > LIMIT_TABLE_ROWS)
		return false;
	out->col--;
	out->row -= !out->whole;
	if ((!fixed_col && !move(&out->col, c->f->right, LIMIT_TABLE_COLUMNS)) ||
	    (!fixed_row && !out->whole && !move(&out->row, c->f->down, LIMIT_TABLE_ROWS)))
		return false;
	*c = from;
	return true;
}

static bool set_area(formula_area *area, const corner *a, const corner *b)
{
	if (a->whole != b->whole)
		return false;
	area->first_row = a->row < b->row ? a->row : b->row;
	area->last_row = a->whole ? LIMIT_TABLE_ROWS - 1 : a->row > b->row ? a->row : b->row;
	area->first_col = a->col < b->col ? a->col : b->col;
	area->last_col = a->col > b->col ? a->col : b->col;
	return true;
}

/* "'Two Ports'", without its quotes. */
static bool read_quoted(cursor *c, slice *name)
{
	size_t start = c->at + 1, i = start;
	slice text = c->f->text;
	for (; i < text.len; i++) {
		if (text.ptr[i] != '\'')
			continue;
		if (i + 1 == text.len || text.ptr[i + 1] != '\'')
			break;
		i++;
	}
	*name = slice_sub(text, start, i);
	c->at = i < text.len ? i + 1 : i;
	return i < text.len;
}

/* The name of a sheet and the mark behind it; a name that is no plain word stands in quotes. Empty if there is none. */
static slice read_sheet(cursor *c, char mark)
{
	cursor from = *c;
	slice name = {"", 0};
	if (mark == '.')
		take(&from, '$');
	if (char_at(&from, 0) == '\'') {
		if (!read_quoted(&from, &name))
			return (slice){"", 0};
	} else {
		size_t start = from.at;
		while (is_word(char_at(&from, 0)) && (mark != '.' || char_at(&from, 0) != '.'))
			from.at++;
		name = slice_sub(from.f->text, start, from.at);
	}
	if (!name.len || !take(&from, mark))
		return (slice){"", 0};
	*c = from;
	return name;
}

/* B2:B5, Ports!$B$2, 'Two Ports'!B:B. */
static bool read_excel_area(cursor *c, formula_token *t)
{
	corner a, b;
	t->area.sheet = read_sheet(c, '!');
	if (!read_corner(c, &a))
		return false;
	b = a;
	t->pair = take(c, ':');
	if (t->pair && !read_corner(c, &b))
		return false;
	return (t->pair || !a.whole) && char_at(c, 0) != '!' && char_at(c, 0) != '(' && set_area(&t->area, &a, &b);
}

/* [.B2:.B5], [$Ports.$B$2], ['Two Ports'.B2:'Two Ports'.B5]. */
static bool read_open_area(cursor *c, formula_token *t)
{
	corner a, b;
	if (!take(c, '['))
		return false;
	if (!take(c, '.')) {
		t->area.sheet = read_sheet(c, '.');
		if (!t->area.sheet.len)
			return false;
	}
	if (!read_corner(c, &a))
		return false;
	b = a;
	t->pair = take(c, ':');
	if (t->pair) {
		if (!take(c, '.') && !slice_equal(read_sheet(c, '.'), t->area.sheet))
			return false;
		if (!read_corner(c, &b))
			return false;
	}
	return (t->pair || !a.whole) && take(c, ']') && set_area(&t->area, &a, &b);
}

static bool read_literal(cursor *c, formula_token *t)
{
	char text[LITERAL_DIGITS + 1];
	size_t n = 0;
	bool exponent = false;
	for (;; n++) {
		char k = char_at(c, n);
		bool sign = n && (k == '+' || k == '-') && (char_at(c, n - 1) | 0x20) == 'e';
		bool power = (k | 0x20) == 'e' && !exponent;
		if (n == LITERAL_DIGITS)
			return false;
		if (!ascii_is_digit(k) && k != '.' && !sign && !power)
			break;
		exponent |= power;
		text[n] = k;
	}
	text[n] = '\0';
	char *end;
	t->literal = strtod(text, &end);
	c->at += n;
	return n && !*end && !is_word(char_at(c, 0)) && char_at(c, 0) != ':' && char_at(c, 0) != '!';
}

static bool read_call(cursor *c, formula_token *t)
{
	size_t n = 0;
	while (is_word(char_at(c, n)))
		n++;
	if (!n || char_at(c, n) != '(')
		return false;
	t->name = slice_sub(c->f->text, c->at, c->at + n);
	c->at += n + 1;
	return true;
}

formula_token formula_next(const formula *f, size_t *at)
{
	cursor c = {.f = f, .at = *at};
	while (ascii_is_white(char_at(&c, 0)))
		c.at++;
	formula_token t = {.kind = FORMULA_ODD, .start = c.at, .mark = char_at(&c, 0)};
	if (c.at >= f->text.len) {
		t.kind = FORMULA_END;
	} else if (t.mark && strchr("+-*/^%()", t.mark)) {
		t.kind = FORMULA_MARK;
		c.at++;
	} else if (t.mark == (f->dialect == FORMULA_EXCEL ? ',' : ';')) {
		t.kind = FORMULA_NEXT;
		c.at++;
	} else if (ascii_is_digit(t.mark) || t.mark == '.') {
		t.kind = read_literal(&c, &t) ? FORMULA_LITERAL : FORMULA_ODD;
	} else if (read_call(&c, &t)) {
		t.kind = FORMULA_CALL;
	} else if (f->dialect == FORMULA_EXCEL ? read_excel_area(&c, &t) : read_open_area(&c, &t)) {
		t.kind = FORMULA_AREA;
	}
	if (t.kind == FORMULA_ODD && c.at == t.start)
		c.at++;
	*at = t.end = c.at;
	return t;
}
