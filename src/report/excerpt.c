/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/excerpt.h"

#include "base/utf8.h"
#include "report/place.h"

enum {
	LEAST_ROOM = 20,
	ELLIPSIS_COLUMNS = 2 /* "… " and " …" */,
	WORD_COLUMNS = 12 /* a cut moves at most this far to a space */
};

typedef struct span { /* of the source */
	uint32_t start, end;
} span;

static span figure_span(const document *doc, const excerpt_mark *m)
{
	return (span){document_source(doc, m->figure->full_start), document_source_end(doc, m->figure->full_end)};
}

unsigned excerpt_room(const term *t, unsigned gutter)
{
	unsigned taken = gutter + 4; /* " 7 | " */
	return t->width > taken + LEAST_ROOM ? t->width - taken : LEAST_ROOM;
}

static span marks_span(const document *doc, const excerpt_mark *marks, size_t n)
{
	span s = {UINT32_MAX, 0};
	for (size_t i = 0; i < n; i++) {
		span own = figure_span(doc, &marks[i]);
		s.start = own.start < s.start ? own.start : s.start;
		s.end = own.end > s.end ? own.end : s.end;
	}
	return s;
}

unsigned excerpt_span(const document *doc, const excerpt_mark *marks, size_t n)
{
	span s = marks_span(doc, marks, n);
	if (s.start > s.end)
		return 0;
	/* Code points never take less than a quarter of their bytes, so a long span need not be walked. */
	if (s.end - s.start > 4096)
		return UINT32_MAX;
	return term_columns(slice_sub(doc->source, s.start, s.end));
}

static unsigned columns_at(slice text, size_t at, size_t *len)
{
	return term_columns_of(term_shown(utf8_decode(text, at, len)));
}

static size_t step_back(slice text, size_t at, size_t floor)
{
	do
		at--;
	while (at > floor && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
	return at;
}

/* Moves *start back by up to `columns` columns within the line; returns the columns not used. */
static unsigned grow_left(slice text, span line, uint32_t *start, unsigned columns)
{
	while (*start > line.start) {
		size_t n, at = step_back(text, *start, line.start);
		unsigned c = columns_at(text, at, &n);
		if (c > columns)
			break;
		columns -= c;
		*start = (uint32_t)at;
	}
	return columns;
}

static unsigned grow_right(slice text, span line, uint32_t *end, unsigned columns)
{
	while (*end < line.end) {
		size_t n;
		unsigned c = columns_at(text, *end, &n);
		if (c > columns)
			break;
		columns -= c;
		*end += (uint32_t)n;
	}
	return columns;
}

/* A cut in the middle of a word moves inwards to the next space, if that is near. */
static void cut_at_words(slice text, span line, span marks, span *window)
{
	if (window->start > line.start && text.ptr[window->start - 1] != ' ') {
		for (uint32_t i = window->start; i < marks.start && i < window->start + WORD_COLUMNS; i++) {
			if (text.ptr[i] == ' ') {
				window->start = i;
				break;
			}
		}
	}
	if (window->end < line.end && text.ptr[window->end] != ' ') {
		for (uint32_t i = window->end; i > marks.end && i + WORD_COLUMNS > window->end; i--) {
			if (text.ptr[i - 1] == ' ') {
				window->end = i;
				break;
			}
		}
	}
	while (window->start < marks.start && text.ptr[window->start] == ' ')
		window->start++;
	while (window->end > marks.end && text.ptr[window->end - 1] == ' ')
		window->end--;
}

/* The part of the line to show: all of it if it fits, else as much on both sides of the marks as there is room for. */
static span choose_window(slice text, span line, span marks, unsigned room)
{
	span w = {marks.start, marks.start};
	uint32_t whole = line.start;
	grow_right(text, line, &whole, room);
	if (whole == line.end)
		return line;
	room -= 2 * ELLIPSIS_COLUMNS;
	unsigned left = grow_right(text, (span){marks.start, marks.end}, &w.end, room);
	unsigned half = left / 2;
	left = left - half + grow_left(text, line, &w.start, half);
	left = grow_right(text, line, &w.end, left);
	left = grow_left(text, line, &w.start, left);
	if (w.start == line.start) /* no ellipsis on that side after all */
		grow_right(text, line, &w.end, left + ELLIPSIS_COLUMNS);
	else if (w.end == line.end)
		grow_left(text, line, &w.start, left + ELLIPSIS_COLUMNS);
	cut_at_words(text, line, marks, &w);
	return w;
}

static span line_span(const document *doc, uint32_t line)
{
	span s = {0, (uint32_t)doc->source.len};
	if (line >= 1 && line <= doc->line_count)
		s.start = doc->line_starts[line - 1];
	if (line < doc->line_count)
		s.end = doc->line_starts[line];
	while (s.end > s.start && (doc->source.ptr[s.end - 1] == '\n' || doc->source.ptr[s.end - 1] == '\r'))
		s.end--;
	return s;
}

static char mark_at(const document *doc, const excerpt_mark *marks, size_t n, uint32_t at)
{
	char best = ' ';
	for (size_t i = 0; i < n; i++) {
		span own = figure_span(doc, &marks[i]);
		if (at < own.start || at >= own.end)
			continue;
		const figure *f = marks[i].figure;
		if (marks[i].core)
			return at >= document_source(doc, f->start) && at < document_source_end(doc, f->end) ? '^' : '~';
		best = '-';
	}
	return best;
}

static void put_gutter(const term *t, unsigned gutter, uint32_t line)
{
	term_set(t, STYLE_DIM);
	if (line)
		fprintf(t->out, " %*u |", (int)gutter, line);
	else
		fprintf(t->out, " %*s |", (int)gutter, "");
	term_set(t, STYLE_PLAIN);
}

static void put_marks(const term *t, const document *doc, span window, unsigned indent, const excerpt_mark *marks, size_t n)
{
	unsigned spaces = indent;
	for (size_t i = window.start, len; i < window.end; i += len) {
		unsigned columns = columns_at(doc->source, i, &len);
		char c = mark_at(doc, marks, n, (uint32_t)i);
		if (c == ' ') {
			spaces += columns;
			continue;
		}
		term_pad(t, spaces);
		spaces = 0;
		for (unsigned k = 0; k < columns; k++)
			fputc(c, t->out);
	}
}

void excerpt_put(const term *t, const document *doc, uint32_t line, unsigned gutter, const excerpt_mark *marks, size_t n,
                 term_style style)
{
	span whole = line_span(doc, line), m = marks_span(doc, marks, n);
	m.start = m.start < whole.start ? whole.start : m.start > whole.end ? whole.end : m.start;
	m.end = m.end > whole.end ? whole.end : m.end < m.start ? m.start : m.end;
	span w = choose_window(doc->source, whole, m, excerpt_room(t, gutter));
	bool cut_left = w.start > whole.start, cut_right = w.end < whole.end;

	put_gutter(t, gutter, 0);
	fputc('\n', t->out);
	put_gutter(t, gutter, place_has_lines(doc) ? line : 0);
	fputs(cut_left ? " … " : " ", t->out);
	term_put(t, slice_sub(doc->source, w.start, w.end));
	fputs(cut_right ? " …\n" : "\n", t->out);
	put_gutter(t, gutter, 0);
	fputc(' ', t->out);
	term_set(t, style);
	put_marks(t, doc, w, cut_left ? ELLIPSIS_COLUMNS : 0, marks, n);
	term_set(t, STYLE_PLAIN);
	fputc('\n', t->out);
}
