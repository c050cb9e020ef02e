/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/wrapped.h"

static source_line line_of(slice source, size_t from, size_t to)
{
	source_line l = {0};
	for (; from < to; from++) {
		if (source.ptr[from] == ' ')
			l.indent++;
		else if (source.ptr[from] == '\t')
			l.indent = (l.indent / 8 + 1) * 8;
		else if (source.ptr[from] != '\r' && source.ptr[from] != '\f' && source.ptr[from] != '\v')
			break;
	}
	while (to > from && (source.ptr[to - 1] == ' ' || source.ptr[to - 1] == '\t' || source.ptr[to - 1] == '\r' ||
	                     source.ptr[to - 1] == '\f' || source.ptr[to - 1] == '\v'))
		to--;
	l.start = (uint32_t)from;
	l.end = (uint32_t)to;
	return l;
}

source_lines source_lines_of(arena *a, slice source)
{
	source_lines lines = {0};
	size_t at = slice_starts_with(source, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
	while (at < source.len) {
		size_t length = slice_find_byte(slice_sub(source, at, source.len), '\n');
		size_t end = length == SIZE_MAX ? source.len : at + length;
		VEC_PUSH(a, lines, line_of(source, at, end));
		at = end + 1;
	}
	return lines;
}

void wrapped_join(arena *a, wrapped *w, slice source, const source_line *lines, size_t n)
{
	w->text.n = w->parts.n = w->cursor = 0;
	for (size_t i = 0; i < n; i++) {
		if (lines[i].start == lines[i].end)
			continue;
		if (w->parts.n)
			VEC_PUSH(a, w->text, ' ');
		VEC_PUSH(a, w->parts, (wrapped_part){(uint32_t)w->text.n, lines[i].start});
		for (uint32_t at = lines[i].start; at < lines[i].end; at++)
			VEC_PUSH(a, w->text, source.ptr[at]);
	}
}

slice wrapped_text(const wrapped *w)
{
	return (slice){w->text.at, w->text.n};
}

/* The part that holds a byte of the text. */
static size_t part_at(wrapped *w, size_t at)
{
	while (w->cursor > 0 && w->parts.at[w->cursor].at > at)
		w->cursor--;
	while (w->cursor + 1 < w->parts.n && w->parts.at[w->cursor + 1].at <= at)
		w->cursor++;
	return w->cursor;
}

uint32_t wrapped_source(wrapped *w, size_t at)
{
	if (!w->parts.n)
		return 0;
	const wrapped_part *p = &w->parts.at[part_at(w, at)];
	return p->source + (uint32_t)at - p->at;
}

void wrapped_put(wrapped *w, builder *b, size_t from, size_t to)
{
	while (from < to) {
		size_t i = part_at(w, from);
		const wrapped_part *p = &w->parts.at[i];
		size_t last = i + 1 < w->parts.n ? p[1].at - 1u : w->text.n; /* where the line ends */
		size_t end = to < last ? to : last;
		uint32_t at = p->source + (uint32_t)from - p->at;
		if (end > from)
			builder_text(b, (slice){w->text.at + from, end - from}, at);
		from = end;
		if (from == last && from < to) {
			builder_put(b, SLICE(" "), p->source + (uint32_t)last - p->at, p[1].source);
			from++;
		}
	}
}

void source_lines_put(builder *b, slice source, const source_line *lines, size_t n, uint32_t indent)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t from = lines[i].start, deeper = lines[i].indent > indent ? lines[i].indent - indent : 0;
		while (deeper-- && from > 0 && source.ptr[from - 1] == ' ')
			from--;
		if (i)
			builder_put(b, SLICE("\n"), lines[i - 1].end, from > lines[i - 1].end ? from : lines[i - 1].end);
		if (lines[i].end > lines[i].start)
			builder_text(b, slice_sub(source, from, lines[i].end), from);
	}
}
