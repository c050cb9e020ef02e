/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/section.h"

#include "base/ascii.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2099 };

static bool is_letter(char c)
{
	return ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* A run of digits and points from `at`; counts the points between digits. */
static size_t number_end(slice text, size_t at, size_t *points)
{
	for (*points = 0; at < text.len; at++) {
		bool point = text.ptr[at] == '.' && at + 1 < text.len && ascii_is_digit(text.ptr[at + 1]);
		*points += point;
		if (!point && !ascii_is_digit(text.ptr[at]))
			break;
	}
	return at;
}

static bool is_year(slice digits)
{
	int value = 0;
	if (digits.len != 4)
		return false;
	for (size_t i = 0; i < digits.len; i++)
		value = value * 10 + (ascii_is_digit(digits.ptr[i]) ? digits.ptr[i] - '0' : 0);
	return value >= FIRST_YEAR && value <= LAST_YEAR;
}

bool section_names_edition(slice text)
{
	size_t points, first = 0, last = text.len;
	while (first < last && (text.ptr[first] == '[' || text.ptr[first] == ' '))
		first++;
	while (last > first && (text.ptr[last - 1] == ']' || text.ptr[last - 1] == ' '))
		last--;
	if (first < last && ascii_is_digit(text.ptr[first]) && number_end(text, first, &points) == last && points)
		return true;
	for (size_t i = 0; i < text.len;) {
		bool inside = i > 0 && (is_letter(text.ptr[i - 1]) || ascii_is_digit(text.ptr[i - 1]));
		if (!inside && (text.ptr[i] | 0x20) == 'v' && i + 1 < text.len && ascii_is_digit(text.ptr[i + 1]))
			return true;
		if (!ascii_is_digit(text.ptr[i])) {
			i++;
			continue;
		}
		size_t end = number_end(text, i, &points);
		if (points >= 2 || (!inside && !points && is_year(slice_sub(text, i, end))))
			return true;
		i = end;
	}
	return false;
}

static slice heading_text(const document *d, int32_t i)
{
	return document_text(d, d->blocks[i].start, d->blocks[i].end);
}

static bool holds_log_word(slice text, bool (*is_log)(void *ctx, slice word), void *ctx)
{
	for (size_t i = 0, end; i < text.len; i = end + !(end > i)) {
		for (end = i; end < text.len && is_letter(text.ptr[end]);)
			end++;
		if (end > i && is_log(ctx, slice_sub(text, i, end)))
			return true;
	}
	return false;
}

bool section_is_edition(const document *d, uint32_t i, bool (*is_log)(void *ctx, slice word), void *ctx)
{
	int32_t at = d->blocks[i].kind == BLOCK_HEADING ? (int32_t)i : d->blocks[i].section;
	for (; at >= 0; at = d->blocks[at].section)
		if (section_names_edition(heading_text(d, at)) || holds_log_word(heading_text(d, at), is_log, ctx))
			return true;
	return holds_log_word(d->title, is_log, ctx);
}

bool section_alike(slice a, slice b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.len && (ascii_is_digit(a.ptr[i]) || a.ptr[i] == '.'))
			i++;
		while (k < b.len && (ascii_is_digit(b.ptr[k]) || b.ptr[k] == '.'))
			k++;
		if (i == a.len || k == b.len)
			return i == a.len && k == b.len;
		if (a.ptr[i++] != b.ptr[k++])
			return false;
	}
}

bool section_parallel(const document *d, uint32_t a, uint32_t b)
{
	for (int32_t x = d->blocks[a].section; x >= 0; x = d->blocks[x].section)
		for (int32_t y = d->blocks[b].section; y >= 0; y = d->blocks[y].section)
			if (x != y && d->blocks[x].level == d->blocks[y].level && section_alike(heading_text(d, x), heading_text(d, y)))
				return true;
	return false;
}
