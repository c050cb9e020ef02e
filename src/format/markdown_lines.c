/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are no Markdown of md4c's: they are written as such in a copy, which knows where each byte of it stands. Definitions
 * of footnotes stand behind the copy's end. Texts with no such lines are not copied. */
#include "base/ascii.h"
#include "base/limits.h"
#include "format/markdown_copy.h"

#include <string.h>

enum { NOTE_INDENT = 3 };

/* Whether what stands behind a fence's signs lets it be one. md4c wants no ` there, some tools do not mind ("```note of `x`"). */
static bool may_open_fence(markdown_copy *w, const text_line *l, uint32_t info, size_t n)
{
	const char *tick = memchr(w->source.ptr + info, '`', l->end - info);
	if (w->source.ptr[l->inner] == '~' || !tick)
		return true;
	char c = w->source.ptr[info] | 0x20;
	if (!ascii_is_small(c))
		return false;
	for (uint32_t at = (uint32_t)(tick - w->source.ptr); at < l->end; at++) {
		size_t run = copy_run(w, at, l->end, '`');
		if (run >= n)
			return false;
		at += (uint32_t)run;
	}
	copy_edit(w, info, l->end, SLICE(""));
	return true;
}

/* Whether the line opens or closes code, or stands in it. */
static bool take_fence(markdown_copy *w, const text_line *l)
{
	char c = copy_byte(w, l->inner, l->end);
	size_t n = c == '`' || c == '~' ? copy_run(w, l->inner, l->end, c) : 0;
	if (w->fence) {
		if (c == w->fence && n >= w->fence_length && l->inner + n == l->end)
			w->fence = 0;
		return true;
	}
	uint32_t info = l->inner + (uint32_t)n;
	if (n < 3 || !may_open_fence(w, l, info, n))
		return false;
	w->fence = c;
	w->fence_length = n;
	return true;
}

/* --------------------------------------------------------------------------------------------------------------- footnotes */

/* Where the text of a footnote's definition begins on this line; 0: it begins none. */
static uint32_t definition(const markdown_copy *w, const text_line *l)
{
	if (l->indent > NOTE_INDENT || !copy_starts_with(w, l->body, l->end, "[^"))
		return 0;
	uint32_t at = l->body + 2;
	while (at < l->end && w->source.ptr[at] > ' ' && w->source.ptr[at] != ']')
		at++;
	return at > l->body + 2 && copy_byte(w, at, l->end) == ']' && copy_byte(w, at + 1, l->end) == ':' ? at + 2 : 0;
}

static bool begins_block(const markdown_copy *w, const text_line *l)
{
	return slice_find_byte(SLICE("#>-*+|`~<"), copy_byte(w, l->body, l->end)) != SIZE_MAX;
}

/* A definition goes on over indented lines, and over others until a blank one. */
static bool take_definition(markdown_copy *w, const text_line *l, uint32_t next)
{
	uint32_t text = w->fence ? 0 : definition(w, l);
	bool blank = l->body == l->end;
	if (text) {
		VEC_PUSH(w->m->arena, w->notes, (source_range){text, next});
		w->note = true;
	} else if (w->note && (blank || l->indent >= 2 || (!w->blank && !begins_block(w, l)))) {
		VEC_LAST(w->notes).end = blank ? VEC_LAST(w->notes).end : next;
	} else {
		w->note = false;
	}
	if (w->note && !blank)
		copy_edit(w, l->start, next, text ? SLICE("\n") : SLICE(""));
	w->blank = blank;
	return w->note;
}

static void write_definition(markdown_copy *w, source_range r)
{
	uint32_t start = (uint32_t)w->text.n;
	for (uint32_t at = r.start; at < r.end;) {
		const char *newline = memchr(w->source.ptr + at, '\n', r.end - at);
		uint32_t next = newline ? (uint32_t)(newline - w->source.ptr) + 1 : r.end, from = at;
		while (from < next && from - at < MARKDOWN_CODE_INDENT && copy_is_blank(w->source.ptr[from]))
			from += w->source.ptr[from] == '\t' ? MARKDOWN_CODE_INDENT : 1;
		from = at == r.start ? copy_skip_blank(w, at, next) : from > next ? next : from;
		while (from > at && w->source.ptr[from - 1] == '\n')
			from--;
		copy_keep(w, from, next);
		at = next;
	}
	VEC_PUSH(w->m->arena, w->m->notes, (source_range){start, (uint32_t)w->text.n});
}

/* ------------------------------------------------------------------------------------------------------------------ tables */

/* The row of dashes below a table's head: md4c wants three in each column, GitHub one. */
static void take_dashes(markdown_copy *w, const text_line *l)
{
	uint32_t columns = 0, at = l->inner, run = 0, dashes = 0;
	bool bar = false, wanting = false;
	for (; at <= l->end; at++) {
		char c = at < l->end ? w->source.ptr[at] : '|';
		run += c == '-' || c == ':';
		dashes += c == '-';
		bar = bar || (c == '|' && at < l->end);
		if ((c == '|' && run && !dashes) || (c != '|' && c != '-' && c != ':' && !copy_is_blank(c)))
			return;
		if (c == '|' && run) {
			columns++;
			wanting = wanting || run < 3;
			run = dashes = 0;
		}
	}
	if (!bar || !columns)
		return;
	if (columns > LIMIT_MARKDOWN_COLUMNS) {
		copy_edit(w, l->inner, l->end, SLICE(""));
		return;
	}
	for (at = l->inner; wanting && at < l->end; at++) {
		uint32_t from = at;
		while (at < l->end && (w->source.ptr[at] == '-' || w->source.ptr[at] == ':'))
			at++;
		if (at > from && at - from < 3)
			copy_edit(w, at, at, SLICE("---"));
	}
}

static void take_line(markdown_copy *w, uint32_t start, uint32_t end, uint32_t next)
{
	text_line l = copy_line(w, start, end);
	if (w->upto > l.body && w->upto >= next)
		return; /* in a component's tag */
	if (beyond_take_formula(w, &l) || take_definition(w, &l, next))
		return;
	w->admonition = w->admonition && beyond_continue_admonition(w, &l);
	if (take_fence(w, &l) || beyond_take_element(w, &l, next))
		return;
	bool begins = !w->admonition && beyond_begin_admonition(w, &l);
	if (!begins && !beyond_take_mark(w, &l) && w->bar)
		take_dashes(w, &l);
	w->admonition = w->admonition || begins;
	if (w->brace < l.end)
		beyond_take_braces(w, &l);
	w->bar = memchr(w->source.ptr + l.start, '|', l.end - l.start) != NULL;
}

static bool is_jsx(slice path)
{
	return path.len > 4 && slice_equal_nocase(slice_sub(path, path.len - 4, path.len), SLICE(".mdx"));
}

void markdown_prepare(markdown *m, uint32_t start, slice path)
{
	markdown_copy w = {.m = m, .source = m->source, .upto = start, .jsx = is_jsx(path)};
	w.curly = slice_find_byte(w.source, '{');
	w.percent = slice_find(w.source, SLICE("<%"));
	for (uint32_t at = start; at < w.source.len;) {
		const char *newline = memchr(w.source.ptr + at, '\n', w.source.len - at);
		uint32_t end = newline ? (uint32_t)(newline - w.source.ptr) : (uint32_t)w.source.len;
		uint32_t next = end + (newline != NULL);
		beyond_seek_brace(&w, at);
		take_line(&w, at, end, next);
		at = next;
	}
	m->read = m->source;
	m->body = (source_range){start, (uint32_t)m->source.len};
	if (!w.text.n && w.upto == start)
		return;
	copy_keep(&w, w.upto, (uint32_t)w.source.len);
	m->body = (source_range){0, (uint32_t)w.text.n};
	for (size_t i = 0; i < w.notes.n; i++)
		write_definition(&w, w.notes.at[i]);
	m->read = w.text.n ? (slice){w.text.at, w.text.n} : SLICE("");
}
