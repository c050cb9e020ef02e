/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/line.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <endian.h>
#include <string.h>

static uint32_t code_at(slice text, size_t at, size_t end, size_t *len)
{
	uint32_t c = utf8_decode(slice_sub(text, 0, end), at, len);
	return c;
}

/* The last code point before `end`, and where it begins. */
static uint32_t code_before(slice text, size_t start, size_t end, size_t *at)
{
	size_t back = end, len;
	if (end <= start) {
		*at = start;
		return 0;
	}
	do
		back--;
	while (back > start && end - back < 4 && ((unsigned char)text.ptr[back] & 0xC0) == 0x80);
	*at = back;
	return code_at(text, back, end, &len);
}

static void trim(slice text, uint32_t from, uint32_t to, line *l)
{
	size_t at = from, end = to, len, back;
	for (; at < end; at += len) {
		uint32_t c = code_at(text, at, end, &len);
		if (c == '\t')
			l->indent = (l->indent / 4 + 1) * 4;
		else if (c == 0xFEFF)
			continue;
		else if (utf8_is_space(c))
			l->indent++;
		else
			break;
	}
	for (; end > at; end = back) {
		if (!utf8_is_space(code_before(text, at, end, &back)))
			break;
	}
	l->start = l->body = (uint32_t)at;
	l->end = (uint32_t)end;
}

/* Ends: looked at behind closing quotation marks and brackets. */
static void read_end(slice text, line *l)
{
	size_t end = l->end, at;
	uint32_t c;
	while ((c = code_before(text, l->start, end, &at)) == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D ||
	       c == 0x2019 || c == 0xBB)
		end = at;
	l->sentence = c == '.' || c == '!' || c == '?' || c == 0x2026;
	l->stopped = l->sentence || c == ',' || c == ';' || c == ':';
	l->dash = c == '-' || c == 0x2013 || c == 0x2014;
}

static bool space_at(slice text, size_t at, size_t end, size_t *len)
{
	return at < end && utf8_is_space(code_at(text, at, end, len));
}

/* The text behind the mark, or 0 if no white space and text follow it. */
static uint32_t behind(slice text, const line *l, size_t at)
{
	size_t len;
	if (!space_at(text, at, l->end, &len))
		return 0;
	while (space_at(text, at, l->end, &len))
		at += len;
	return at < l->end ? (uint32_t)at : 0;
}

/* "2." "2)" "(2)" "b)" "(b)" "(iv)", before white space. */
static void read_enumerator(slice text, line *l)
{
	size_t at = l->start, digits = 0, letters = 0, end = l->end;
	bool bracket = text.ptr[at] == '(';
	uint32_t number = 0;
	at += bracket;
	for (; at < end && ascii_is_digit(text.ptr[at]) && digits < 4; at++, digits++)
		number = number * 10 + (uint32_t)(text.ptr[at] - '0');
	for (; at < end && digits == 0 && letters < 5 && ascii_is_letter(text.ptr[at]); at++)
		letters++;
	size_t most = bracket ? 4 : 1;
	if (at >= end || digits > 3 || digits + letters == 0 || letters > most)
		return;
	bool closed = text.ptr[at] == ')' || (text.ptr[at] == '.' && digits > 0 && !bracket);
	if (!closed || !behind(text, l, at + 1))
		return;
	l->mark = digits ? MARK_NUMBER : MARK_LETTER;
	l->number = number;
	l->sign = bracket ? '(' : text.ptr[at];
}

static void read_hashes(slice text, line *l)
{
	size_t at = l->start;
	while (at < l->end && text.ptr[at] == '#')
		at++;
	uint32_t body = behind(text, l, at);
	if (at - l->start > 6 || !body)
		return;
	l->mark = MARK_HASH;
	l->hashes = (uint8_t)(at - l->start);
	l->body = body;
}

static void read_mark(slice text, line *l)
{
	static const uint32_t bullets[] = {'-', '*', 0x2022, 0x2013, 0x2023, 0x25E6, 0xB7, 0x25AA, 0x25CF};
	size_t len;
	uint32_t first = code_at(text, l->start, l->end, &len);
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		uint32_t body = first == bullets[i] ? behind(text, l, l->start + len) : 0;
		if (body) {
			l->mark = MARK_BULLET;
			l->sign = text.ptr[l->start + len - 1];
			l->body = body;
			return;
		}
	}
	if (first == '#')
		read_hashes(text, l);
	else
		read_enumerator(text, l);
}

static bool has_letter_or_digit(slice text, const line *l)
{
	size_t len;
	for (size_t at = l->start; at < l->end; at += len) {
		uint32_t c = code_at(text, at, l->end, &len);
		if (ascii_is_digit(c) || utf8_is_letter(c))
			return true;
	}
	return false;
}

/* Three of one sign or more, and nothing else. */
static char underline_of(slice text, const line *l)
{
	char sign = text.ptr[l->start];
	if (l->end - l->start < 3 || !strchr("=-~^\"", sign))
		return 0;
	for (size_t at = l->start; at < l->end; at++) {
		if (text.ptr[at] != sign)
			return 0;
	}
	return sign;
}

/* The high bit of each of eight bytes that is a space. */
static uint64_t spaces_of(const char *eight)
{
	const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F), spaces = UINT64_C(0x2020202020202020);
	uint64_t bytes;
	memcpy(&bytes, eight, sizeof bytes);
	bytes = le64toh(bytes) ^ spaces; /* now those are zero */
	return ~(((bytes & low) + low) | bytes | low);
}

/* Three spaces in a row, which begin among the first six of eight bytes that are looked at together. */
static bool has_gap(const char *from, size_t len)
{
	size_t i = 0;
	for (; i + 8 <= len; i += 6) {
		uint64_t at = spaces_of(from + i);
		if (at & at >> 8 & at >> 16)
			return true;
	}
	for (; i + 3 <= len; i++) {
		if (from[i] == ' ' && from[i + 1] == ' ' && from[i + 2] == ' ')
			return true;
	}
	return false;
}

static bool has_cells(slice text, const line *l)
{
	const char *from = text.ptr + l->body, *end = text.ptr + l->end;
	size_t len = (size_t)(end - from);
	if (memchr(from, '\t', len) || has_gap(from, len))
		return true;
	const char *bar = memchr(from, '|', len);
	return bar && memchr(bar + 1, '|', (size_t)(end - bar - 1));
}

line line_read(slice text, uint32_t start, uint32_t end)
{
	line l = {0};
	trim(text, start, end, &l);
	l.empty = l.start == l.end;
	if (l.empty)
		return l;
	l.fence = slice_starts_with(slice_sub(text, l.start, l.end), SLICE("```")) ||
	          slice_starts_with(slice_sub(text, l.start, l.end), SLICE("~~~"));
	l.empty = !has_letter_or_digit(text, &l);
	if (l.empty) {
		l.underline = underline_of(text, &l);
		return l;
	}
	read_mark(text, &l);
	read_end(text, &l);
	l.cells = has_cells(text, &l);
	return l;
}

uint32_t line_first_word(slice text, const line *l)
{
	size_t at = l->start, len;
	while (at < l->end && !space_at(text, at, l->end, &len))
		at += len;
	return (uint32_t)at - l->start;
}

bool line_begins_anew(slice text, const line *l)
{
	size_t len;
	for (size_t at = l->body; at < l->end; at += len) {
		uint32_t c = code_at(text, at, l->end, &len);
		if (ascii_is_digit(c))
			return true;
		if (utf8_is_letter(c))
			return utf8_is_upper(c);
	}
	return true;
}

bool line_like_heading(slice text, const line *l, size_t max)
{
	size_t len, points = 0, words = l->mark == MARK_NUMBER, numbers = 0; /* the number of "2. Methods" does not count */
	bool in_word = false, in_number = false, capitals = true;
	if (l->cells || l->end - l->body > max * 4)
		return false;
	for (size_t at = l->body; at < l->end; at += len) {
		uint32_t c = code_at(text, at, l->end, &len);
		bool letter = utf8_is_letter(c), digit = ascii_is_digit(c);
		words += letter && !in_word && !in_number;
		numbers += digit && !in_number;
		in_word = letter || (in_word && (c == '\'' || c == 0x2019));
		in_number = digit || (in_number && letter);
		capitals = capitals && (!letter || utf8_is_upper(c));
		if (++points > max)
			return false;
	}
	return words > numbers && (!l->stopped || (capitals && l->sentence));
}

bool line_tells_value(slice text, const line *l)
{
	size_t colon = l->body;
	while (colon < l->end && text.ptr[colon] != ':' && !ascii_is_digit(text.ptr[colon]))
		colon++;
	size_t at = colon + 1;
	while (at < l->end && text.ptr[at] == ' ')
		at++;
	return colon > l->body && at > colon + 1 && at < l->end && text.ptr[colon] == ':' && ascii_is_digit(text.ptr[at]);
}
