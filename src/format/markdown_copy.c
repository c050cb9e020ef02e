/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown_copy.h"

#include "base/ascii.h"

#include <string.h>

static void append(markdown_copy *w, slice text)
{
	arena *a = w->m->arena;
	if (w->text.n + text.len > w->text.cap) {
		size_t cap = w->text.cap ? w->text.cap : w->source.len + w->source.len / 8 + 256;
		while (cap < w->text.n + text.len)
			cap *= 2;
		w->text.at = arena_grow(a, w->text.at, w->text.cap, cap);
		w->text.cap = cap;
	}
	if (text.len)
		memcpy(w->text.at + w->text.n, text.ptr, text.len);
	w->text.n += text.len;
}

void copy_keep(markdown_copy *w, uint32_t from, uint32_t to)
{
	if (from >= to)
		return;
	VEC_PUSH(w->m->arena, w->m->parts, (source_part){(uint32_t)w->text.n, from, to});
	append(w, slice_sub(w->source, from, to));
}

/* Other text; of as many bytes as it stands for it would be taken for the source's own. */
static void put(markdown_copy *w, slice text, uint32_t from, uint32_t to)
{
	if (!text.len)
		return;
	VEC_PUSH(w->m->arena, w->m->parts, (source_part){(uint32_t)w->text.n, from, to - from == text.len ? from : to});
	append(w, text);
}

/* The source [from, to) is read as `text`. Edits come in order; one that reaches behind another's end is passed over. */
void copy_edit(markdown_copy *w, uint32_t from, uint32_t to, slice text)
{
	if (from < w->upto)
		return;
	copy_keep(w, w->upto, from);
	put(w, text, from, to);
	w->upto = to;
}

bool copy_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

char copy_byte(const markdown_copy *w, uint32_t at, uint32_t end)
{
	return at < end ? w->source.ptr[at] : '\0';
}

uint32_t copy_skip_blank(const markdown_copy *w, uint32_t at, uint32_t end)
{
	while (at < end && copy_is_blank(w->source.ptr[at]))
		at++;
	return at;
}

/* Past one mark of a quote or an item, and the white space behind it. */
static uint32_t skip_mark(const markdown_copy *w, uint32_t at, uint32_t end)
{
	char c = copy_byte(w, at, end);
	uint32_t behind = at;
	if (c == '>')
		return copy_skip_blank(w, at + 1, end);
	while (behind < end && ascii_is_digit(w->source.ptr[behind]) && behind - at < 9)
		behind++;
	bool number = behind > at && (copy_byte(w, behind, end) == '.' || copy_byte(w, behind, end) == ')');
	bool bullet = c == '-' || c == '*' || c == '+';
	behind += number || bullet;
	return (number || bullet) && copy_byte(w, behind, end) == ' ' ? copy_skip_blank(w, behind, end) : at;
}

/* The columns of the white space at `at`, and where it ends. */
uint32_t copy_indent(const markdown_copy *w, uint32_t at, uint32_t end, uint32_t *behind)
{
	uint32_t columns = 0;
	for (; at < end && copy_is_blank(w->source.ptr[at]); at++)
		columns += w->source.ptr[at] == '\t' ? 4 - columns % 4 : 1;
	*behind = at;
	return columns;
}

text_line copy_line(const markdown_copy *w, uint32_t start, uint32_t end)
{
	text_line l = {.start = start, .end = end};
	while (l.end > start && copy_is_blank(w->source.ptr[l.end - 1]))
		l.end--;
	l.indent = copy_indent(w, start, l.end, &l.body);
	l.inner = l.body;
	for (uint32_t next; (next = skip_mark(w, l.inner, l.end)) != l.inner;)
		l.inner = next;
	return l;
}

size_t copy_run(const markdown_copy *w, uint32_t at, uint32_t end, char c)
{
	uint32_t from = at;
	while (at < end && w->source.ptr[at] == c)
		at++;
	return at - from;
}

bool copy_starts_with(const markdown_copy *w, uint32_t at, uint32_t end, const char *with)
{
	return slice_starts_with(slice_sub(w->source, at, end), slice_of(with));
}
