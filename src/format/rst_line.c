/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "format/rst.h"

#include <string.h>

bool rst_is_blank(const source_line *l)
{
	return l->start == l->end;
}

slice rst_text_of(const rst *r, const source_line *l)
{
	return slice_sub(r->source, l->start, l->end);
}

static bool is_sign(char c)
{
	return c > ' ' && c < 0x7F && !ascii_is_alnum(c);
}

char rst_rule(const rst *r, const source_line *l)
{
	slice text = rst_text_of(r, l);
	if (!text.len || !is_sign(*text.ptr))
		return 0;
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] != *text.ptr)
			return 0;
	return *text.ptr;
}

slice rst_own_name(slice name)
{
	size_t own = name.len;
	while (own > 0 && name.ptr[own - 1] != ':')
		own--;
	return slice_sub(name, own, name.len);
}

static uint32_t past_blanks(slice text, size_t at)
{
	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
		at++;
	return (uint32_t)at;
}

/* What stands behind a mark of `mark` bytes: white space and text, or nothing at all. */
static bool close_mark(const source_line *l, slice text, size_t mark, rst_item *item)
{
	if (mark < text.len && text.ptr[mark] != ' ' && text.ptr[mark] != '\t')
		return false;
	uint32_t at = past_blanks(text, mark);
	item->text = l->start + at;
	item->column = l->indent + (at > mark ? at : at + 1);
	return true;
}

static size_t bullet_length(slice text)
{
	static const char *const wide[] = {"\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x81\x83"};
	if (strchr("*+-", *text.ptr))
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (slice_starts_with(text, slice_of(wide[i])))
			return 3;
	return 0;
}

static uint32_t roman_value(char c)
{
	switch (c | 0x20) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	case 'l':
		return 50;
	case 'c':
		return 100;
	default:
		return 0;
	}
}

/* "iv" is 4; 0 if it is no such number. */
static uint32_t read_roman(slice text)
{
	uint32_t sum = 0;
	for (size_t i = 0; i < text.len; i++) {
		uint32_t own = roman_value(text.ptr[i]), next = i + 1 < text.len ? roman_value(text.ptr[i + 1]) : 0;
		if (!own || (text.ptr[i] & 0x20) != (text.ptr[0] & 0x20))
			return 0;
		sum = own < next ? sum - own : sum + own;
	}
	return sum < 200 ? sum : 0;
}

/* The enumerator itself: "3", "b", "iv", "#". Returns its bytes. */
static size_t read_enumerator(slice text, rst_item *item)
{
	size_t n = 0;
	if (text.len && *text.ptr == '#') {
		item->kind = RST_AUTO;
		return 1;
	}
	while (n < text.len && n < 5 && ascii_is_digit(text.ptr[n]))
		item->number = item->number * 10 + (uint32_t)(text.ptr[n++] - '0');
	if (n) {
		item->kind = RST_NUMBER;
		return n;
	}
	while (n < text.len && n < 7 && ascii_is_letter(text.ptr[n]))
		n++;
	slice word = slice_sub(text, 0, n);
	uint32_t roman = read_roman(word);
	if (n == 1 && (*word.ptr | 0x20) != 'i') {
		item->kind = RST_LETTER;
		item->number = (uint32_t)((*word.ptr | 0x20) - 'a' + 1);
	} else if (roman) {
		item->kind = RST_ROMAN;
		item->number = roman;
	}
	return item->kind == RST_NO_ITEM ? 0 : n;
}

rst_item rst_item_of(const rst *r, const source_line *l)
{
	rst_item item = {0}, none = {0};
	slice text = rst_text_of(r, l);
	if (!text.len)
		return none;
	size_t n = bullet_length(text);
	if (n) {
		item.kind = RST_BULLET;
		item.shape = n == 1 ? *text.ptr : text.ptr[2];
		return close_mark(l, text, n, &item) ? item : none;
	}
	bool bracket = *text.ptr == '(';
	n = read_enumerator(slice_sub(text, bracket, text.len), &item);
	if (!n || n + bracket >= text.len)
		return none;
	item.shape = text.ptr[n + bracket];
	if (item.shape != ')' && (bracket || item.shape != '.'))
		return none;
	if (bracket)
		item.shape = '(';
	return close_mark(l, text, n + bracket + 1, &item) ? item : none;
}

size_t rst_field(const rst *r, const source_line *l)
{
	slice text = rst_text_of(r, l);
	if (text.len < 3 || *text.ptr != ':' || text.ptr[1] == ':' || text.ptr[1] == ' ')
		return 0;
	for (size_t i = 2; i < text.len; i++) {
		if (text.ptr[i] == '`')
			return 0;
		if (text.ptr[i] == ':' && text.ptr[i - 1] != '\\' && (i + 1 == text.len || text.ptr[i + 1] == ' '))
			return i + 1;
	}
	return 0;
}

/* "-o FILE, --output=FILE", behind which two spaces or nothing stand: its bytes, or 0. */
size_t rst_option(const rst *r, const source_line *l)
{
	slice text = rst_text_of(r, l);
	if (text.len < 2 || *text.ptr != '-' || text.ptr[1] == ' ')
		return 0;
	size_t dashes = 1 + (text.ptr[1] == '-');
	if (text.len <= dashes || text.ptr[dashes] == '-' || is_sign(text.ptr[dashes]))
		return 0;
	size_t wide = slice_find(text, SLICE("  "));
	return wide == SIZE_MAX ? 0 : wide;
}

bool rst_is_explicit(const rst *r, const source_line *l)
{
	slice text = rst_text_of(r, l);
	return slice_starts_with(text, SLICE("..")) && (text.len == 2 || text.ptr[2] == ' ' || text.ptr[2] == '\t');
}

source_line rst_behind(const source_line *l, uint32_t at, uint32_t column)
{
	return (source_line){at < l->end ? at : l->end, l->end, column};
}
