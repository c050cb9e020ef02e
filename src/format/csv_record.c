/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/csv_record.h"

#include "base/ascii.h"

#include <string.h>

enum { SAMPLE_BYTES = 1 << 16, SAMPLE_RECORDS = 200, MOST_FIELDS = 64 };

/* The end of a field in quotes: behind its closing quote; the text's length if none closes it. */
static size_t skip_quoted(slice text, size_t at)
{
	at++;
	while (at < text.len) {
		const char *quote = memchr(text.ptr + at, '"', text.len - at);
		if (!quote)
			return text.len;
		at = (size_t)(quote - text.ptr);
		if (at + 1 == text.len || text.ptr[at + 1] != '"')
			return at + 1;
		at += 2;
	}
	return text.len;
}

static size_t skip_plain(slice text, size_t at, char delimiter)
{
	while (at < text.len && text.ptr[at] != delimiter && text.ptr[at] != '\n' && text.ptr[at] != '\r')
		at++;
	return at;
}

static void put_field(arena *a, csv_record *out, slice text, csv_field f)
{
	while (!f.quoted && f.start < f.end && ascii_is_blank(text.ptr[f.start]))
		f.start++;
	while (!f.quoted && f.end > f.start && ascii_is_blank(text.ptr[f.end - 1]))
		f.end--;
	out->filled += f.end > f.start;
	VEC_PUSH(a, out->fields, f);
}

void csv_record_read(arena *a, slice text, uint32_t at, char delimiter, csv_record *out)
{
	out->fields.n = 0;
	out->start = at;
	out->filled = 0;
	out->broken = false;
	size_t i = at;
	for (;;) {
		size_t first = i;
		while (first < text.len && ascii_is_blank(text.ptr[first]) && text.ptr[first] != delimiter)
			first++;
		if (first < text.len && text.ptr[first] == '"') {
			size_t close = skip_quoted(text, first);
			bool closed = close > first + 1 && text.ptr[close - 1] == '"';
			i = skip_plain(text, close, delimiter);
			out->broken |= !closed || slice_trim(slice_sub(text, close, i)).len > 0;
			put_field(a, out, text, (csv_field){(uint32_t)first + 1, (uint32_t)(closed ? close - 1 : close), true});
		} else {
			size_t end = skip_plain(text, first, delimiter);
			put_field(a, out, text, (csv_field){(uint32_t)i, (uint32_t)end, false});
			i = end;
		}
		if (i >= text.len || text.ptr[i] != delimiter)
			break;
		i++;
	}
	if (i < text.len && text.ptr[i] == '\r')
		i++;
	if (i < text.len && text.ptr[i] == '\n')
		i++;
	out->next = (uint32_t)i;
}

/* How well a delimiter makes a table of the sample: in thousandths, how many of the records that have fields at all have as
 * many as most have; 0 if most have one. *columns: how many most have. */
static uint32_t rate_delimiter(arena *a, slice sample, uint32_t at, char delimiter, uint32_t *columns)
{
	uint32_t with[MOST_FIELDS + 1] = {0}, records = 0, broken = 0, best = 1;
	csv_record r = {0};
	while (at < sample.len && records < SAMPLE_RECORDS) {
		csv_record_read(a, sample, at, delimiter, &r);
		at = r.next;
		if (!r.filled || (at >= sample.len && sample.len >= SAMPLE_BYTES)) /* the sample's end cuts the last one */
			continue;
		records++;
		broken += r.broken;
		with[r.fields.n < MOST_FIELDS ? r.fields.n : MOST_FIELDS]++;
	}
	for (uint32_t i = 2; i <= MOST_FIELDS; i++)
		if (with[i] && (best == 1 || with[i] > with[best]))
			best = i;
	*columns = best;
	return best == 1 || !records || broken * 10 > records ? 0 : with[best] * 1000 / records;
}

char csv_delimiter_find(arena *a, slice text, uint32_t at, char usual)
{
	/* A tab, semicolon or bar that makes a table is meant to; commas stand within numbers and sentences, too. */
	static const char CANDIDATES[] = {'\t', ';', '|', ','};
	enum { SURE = 900 };
	slice sample = slice_sub(text, 0, (size_t)at + SAMPLE_BYTES);
	char best = usual;
	uint32_t best_rate, columns, usual_columns;
	best_rate = rate_delimiter(a, sample, at, usual, &usual_columns);
	if (best_rate == 1000 && usual == '\t')
		return usual;
	for (size_t i = 0; i < sizeof CANDIDATES; i++) {
		if (CANDIDATES[i] == usual)
			continue;
		uint32_t rate = rate_delimiter(a, sample, at, CANDIDATES[i], &columns);
		bool better = rate > best_rate + 100 || (rate >= SURE && rate >= best_rate && columns >= usual_columns);
		/* "1,5;2,5": where both make a table, the commas are decimal ones */
		bool decimal =
			usual == ',' && rate >= SURE && columns + 1 >= usual_columns && CANDIDATES[i] == ';' && rate >= best_rate;
		if (better || decimal) {
			best = CANDIDATES[i];
			best_rate = rate;
			usual_columns = columns;
		}
	}
	return best;
}

bool csv_is_number(slice field)
{
	bool digit = false;
	for (size_t i = 0; i < field.len; i++) {
		unsigned char c = (unsigned char)field.ptr[i];
		if (ascii_is_digit(c))
			digit = true;
		else if (ascii_is_letter(c))
			return false;
		else if (c >= 0xC3 && c != 0xE2) /* letters of other scripts; £ is C2 A3, € and − begin with E2 */
			return false;
	}
	return digit;
}
