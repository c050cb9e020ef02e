/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/term.h"

#include "base/utf8.h"

#include <string.h>

typedef struct code_range {
	uint32_t from, to;
} code_range;

/* Marks that take no column of their own (Unicode general categories Mn and Me, the common blocks). */
static const code_range zero_width[] = {
	{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
	{0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
	{0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

/* East Asian wide and full-width characters, and emoji (Unicode Standard Annex 11). */
static const code_range double_width[] = {
	{0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
	{0xA000, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
	{0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

/* Invisible characters that change how the line is laid out: joiners, direction marks, overrides, the BOM. */
static const code_range invisible[] = {
	{0x00AD, 0x00AD}, {0x061C, 0x061C}, {0x200B, 0x200F},   {0x202A, 0x202E},
	{0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF},
};

static bool in_ranges(const code_range *ranges, size_t n, uint32_t c)
{
	for (size_t i = 0; i < n && c >= ranges[i].from; i++)
		if (c <= ranges[i].to)
			return true;
	return false;
}

#define IN(ranges, c) in_ranges((ranges), sizeof(ranges) / sizeof *(ranges), (c))

term_style term_severity_style(severity s)
{
	return s == SEVERITY_ERROR ? STYLE_ERROR : s == SEVERITY_WARNING ? STYLE_WARNING : STYLE_NOTE;
}

void term_set(const term *t, term_style s)
{
	static const char *const codes[] = {
		[STYLE_PLAIN] = "\033[0m",    [STYLE_BOLD] = "\033[1m",       [STYLE_DIM] = "\033[2m",
		[STYLE_ERROR] = "\033[1;31m", [STYLE_WARNING] = "\033[1;33m", [STYLE_NOTE] = "\033[1;36m",
	};
	if (t->color)
		fputs(codes[s], t->out);
}

uint32_t term_shown(uint32_t c)
{
	if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || utf8_is_space(c))
		return ' ';
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return 0xFFFD;
	return IN(invisible, c) ? 0 : c;
}

unsigned term_columns_of(uint32_t c)
{
	if (c < 0x300)
		return c ? 1 : 0;
	if (IN(zero_width, c))
		return 0;
	return IN(double_width, c) ? 2 : 1;
}

unsigned term_columns(slice s)
{
	unsigned columns = 0;
	for (size_t i = 0, n; i < s.len; i += n)
		columns += term_columns_of(term_shown(utf8_decode(s, i, &n)));
	return columns;
}

static void put_code(FILE *out, uint32_t c)
{
	char bytes[4];
	if (c)
		fwrite(bytes, 1, utf8_encode(c, bytes), out);
}

unsigned term_put(const term *t, slice s)
{
	unsigned columns = 0;
	for (size_t i = 0, n; i < s.len; i += n) {
		uint32_t c = term_shown(utf8_decode(s, i, &n));
		put_code(t->out, c);
		columns += term_columns_of(c);
	}
	return columns;
}

void term_pad(const term *t, unsigned columns)
{
	while (columns--)
		fputc(' ', t->out);
}

void term_put_cell(const term *t, slice s, unsigned columns)
{
	unsigned whole = term_columns(s), at = 0;
	unsigned room = whole > columns && columns ? columns - 1 : columns;
	for (size_t i = 0, n; i < s.len; i += n) {
		uint32_t c = term_shown(utf8_decode(s, i, &n));
		if (at + term_columns_of(c) > room)
			break;
		put_code(t->out, c);
		at += term_columns_of(c);
	}
	if (whole > columns && columns) {
		fputs("…", t->out);
		at++;
	}
	term_pad(t, columns - at);
}

/* The length of the next word of s, which starts with none of the breaking spaces. */
static size_t word_length(slice s)
{
	size_t n = 0;
	while (n < s.len && !strchr(" \t\r\n", s.ptr[n]))
		n++;
	return n;
}

void term_put_wrapped(const term *t, slice s, unsigned at, unsigned indent)
{
	bool first = true;
	for (;;) {
		size_t space = 0;
		while (space < s.len && strchr(" \t\r\n", s.ptr[space]))
			space++;
		s = slice_sub(s, space, s.len);
		if (!s.len)
			return;
		slice next = slice_sub(s, 0, word_length(s));
		unsigned columns = term_columns(next);
		if (!first && at + 1 + columns > t->width) {
			fputc('\n', t->out);
			term_pad(t, indent);
			at = indent;
		} else if (!first) {
			fputc(' ', t->out);
			at++;
		}
		at += term_put(t, next);
		s = slice_sub(s, next.len, s.len);
		first = false;
	}
}
