/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/diag.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <stdarg.h>

enum {
	EXCERPT_COLUMNS = 100, /* a longer source line is cut around the caret */
	BEFORE_CARET = 60,     /* columns kept to the left of the caret when it is cut */
	TAB_COLUMNS = 8,
	WORD_BYTES = 64, /* no spelling is suggested for a longer word */
	ELLIPSIS = 0x2026,
};

diag_list diag_list_new(arena *a)
{
	return (diag_list){.arena = a};
}

static void add(diag_list *list, diag d, const char *format, va_list args) __attribute__((format(printf, 3, 0)));

static void add(diag_list *list, diag d, const char *format, va_list args)
{
	d.message = arena_vprintf(list->arena, format, args);
	d.file = arena_copy(list->arena, d.file);
	VEC_PUSH(list->arena, list->items, d);
	list->errors += d.severity == DIAG_ERROR;
}

void diag_add(diag_list *list, diag_severity severity, slice file, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(list, (diag){.severity = severity, .file = file}, format, args);
	va_end(args);
}

/* Line number `line` of a text, without its end; empty if there is none. */
static slice nth_line(slice source, uint32_t line)
{
	size_t from = 0;
	for (uint32_t i = 1; i < line; i++) {
		size_t newline = slice_find_byte(slice_sub(source, from, source.len), '\n');
		if (newline == SIZE_MAX)
			return (slice){"", 0};
		from += newline + 1;
	}
	slice rest = slice_sub(source, from, source.len);
	rest = slice_sub(rest, 0, slice_find_byte(rest, '\n'));
	return slice_ends_with(rest, SLICE("\r")) ? slice_sub(rest, 0, rest.len - 1) : rest;
}

void diag_at(diag_list *list, diag_severity severity, slice file, slice source, uint32_t line, uint32_t col, uint32_t width,
             const char *format, ...)
{
	diag d = {.severity = severity, .file = file, .line = line, .col = col};
	if (line && col) {
		d.excerpt = arena_copy(list->arena, nth_line(source, line));
		d.width = width ? width : 1;
	}
	va_list args;
	va_start(args, format);
	add(list, d, format, args);
	va_end(args);
}

/* A character of the excerpt as it is shown: nothing that would steer a terminal, nothing invalid. */
static uint32_t shown(uint32_t c)
{
	return c == '\t' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) ? c : 0xFFFD;
}

static void put(FILE *out, uint32_t c)
{
	char bytes[4];
	size_t n = utf8_encode(c, bytes);
	fwrite(bytes, 1, n, out);
}

/* Columns that c takes at most. A tab takes what the terminal gives it; it counts as much as it can be. */
static size_t columns_of(uint32_t c)
{
	return c == '\t' ? TAB_COLUMNS : 1;
}

/* Where the code point number `index` of text begins, or text.len; *columns is what stands before it. */
static size_t offset_of(slice text, size_t index, size_t *columns)
{
	size_t at = 0, len;
	*columns = 0;
	for (size_t i = 0; i < index && at < text.len; i++, at += len)
		*columns += columns_of(utf8_decode(text, at, &len));
	return at;
}

/* The part of an over-long line that is shown, which begins BEFORE_CARET columns before the caret or at the line's start. */
static size_t cut_before(slice text, size_t caret)
{
	size_t from = caret, columns = 0;
	while (from > 0) {
		size_t previous = from - 1;
		while (previous > 0 && from - previous < 4 && ((unsigned char)text.ptr[previous] & 0xC0) == 0x80)
			previous--;
		columns += columns_of((unsigned char)text.ptr[previous]);
		if (columns > BEFORE_CARET)
			break;
		from = previous;
	}
	return from;
}

/* The source line and, below it, the caret; the tabs before it are kept, so that the two line up however wide they are. */
static void print_excerpt(const diag *d, FILE *out, const char *on, const char *off)
{
	slice text = d->excerpt;
	size_t columns, shown_columns = 0, after_caret = 0, len;
	size_t caret = offset_of(text, d->col - 1, &columns), from = 0, at;
	offset_of(text, SIZE_MAX, &columns);
	bool cut = columns > EXCERPT_COLUMNS;
	if (cut)
		from = cut_before(text, caret);
	if (from > 0)
		put(out, ELLIPSIS);
	for (at = from; at < text.len; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		shown_columns += columns_of(c);
		if (cut && shown_columns > EXCERPT_COLUMNS - 2) /* one for each ellipsis */
			break;
		put(out, shown(c));
		after_caret += at >= caret;
	}
	if (at < text.len)
		put(out, ELLIPSIS);
	fputs(from > 0 ? "\n " : "\n", out);
	for (at = from; at < caret; at += len)
		fputc(utf8_decode(text, at, &len) == '\t' ? '\t' : ' ', out);
	fprintf(out, "%s^", on);
	for (size_t i = 1; i < d->width && i < after_caret; i++)
		fputc('~', out);
	fprintf(out, "%s\n", off);
}

static void print_one(const diag *d, FILE *out, bool color)
{
	static const char *const names[] = {[DIAG_ERROR] = "error", [DIAG_WARNING] = "warning", [DIAG_NOTE] = "note"};
	static const char *const colors[] = {
		[DIAG_ERROR] = "\33[1;31m", [DIAG_WARNING] = "\33[1;35m", [DIAG_NOTE] = "\33[1;36m"};
	const char *on = color ? colors[d->severity] : "", *off = color ? "\33[0m" : "";
	if (d->file.len) {
		fwrite(d->file.ptr, 1, d->file.len, out);
		if (d->line && d->col)
			fprintf(out, ":%" PRIu32 ":%" PRIu32, d->line, d->col);
		else if (d->line)
			fprintf(out, ":%" PRIu32, d->line);
		fputs(": ", out);
	}
	fprintf(out, "%s%s:%s ", on, names[d->severity], off);
	fwrite(d->message.ptr, 1, d->message.len, out);
	fputc('\n', out);
	if (d->excerpt.len)
		print_excerpt(d, out, on, off);
}

void diag_print(const diag_list *list, FILE *out, bool color)
{
	for (size_t i = 0; i < list->items.n; i++)
		print_one(&list->items.at[i], out, color);
}

/* Edit distance by bytes, a swap of two neighbours counting once (optimal string alignment). Both within WORD_BYTES. */
static size_t edit_distance(slice a, slice b)
{
	size_t rows[3][WORD_BYTES + 1] = {{0}};
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= b.len; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool same = a.ptr[i - 1] == b.ptr[j - 1];
			size_t best = last[j - 1] + !same;
			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] && before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
		size_t *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[b.len];
}

slice diag_did_you_mean(slice word, const slice *candidates, size_t n)
{
	slice best = {"", 0};
	size_t least = 3; /* a distance of at most 2 */
	if (word.len > WORD_BYTES)
		return best;
	for (size_t i = 0; i < n; i++) {
		if (candidates[i].len > WORD_BYTES)
			continue;
		size_t distance = edit_distance(word, candidates[i]);
		if (distance < least && 2 * distance < word.len) {
			least = distance;
			best = candidates[i];
		}
	}
	return best;
}
