/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML in Markdown, piece by piece: text, tags, comments. */
#include "format/markdown.h"

#include "base/ascii.h"

void markdown_tell_decoded(markdown *m, slice text, uint32_t at)
{
	enum { LONGEST = 12 };
	while (text.len) {
		size_t amp = slice_find_byte(text, '&');
		size_t end = amp == SIZE_MAX ? SIZE_MAX : slice_find_byte(slice_sub(text, amp, amp + LONGEST), ';');
		size_t until = amp == SIZE_MAX ? text.len : end == SIZE_MAX ? amp + 1 : amp;
		if (until)
			markdown_tell(m, slice_sub(text, 0, until), at);
		if (end != SIZE_MAX)
			markdown_tell_entity(m, slice_sub(text, amp, amp + end + 1), at + (uint32_t)amp);
		until += end == SIZE_MAX ? 0 : end + 1;
		text = slice_sub(text, until, text.len);
		at += (uint32_t)until;
	}
}

static void tell_text(markdown *m, slice text, uint32_t at)
{
	if (m->broken && slice_trim(text).len)
		markdown_mend_break(m, text);
	if (m->html && !markdown_takes_text(m)) {
		if (!slice_trim(text).len)
			return;
		builder_begin(m->out, BLOCK_PARAGRAPH, 0);
		m->paragraph = true;
	}
	markdown_tell_decoded(m, text, at);
}

static void take_tag(markdown *m, uint32_t end)
{
	slice tag = slice_sub(m->source, m->tag_start, end);
	bool closes = tag.len > 1 && tag.ptr[1] == '/';
	size_t from = closes ? 2 : 1, to = from;
	while (to < tag.len && !ascii_is_white(tag.ptr[to]) && tag.ptr[to] != '>' && tag.ptr[to] != '/')
		to++;
	const element *e = markdown_element(slice_sub(tag, from, to));
	if (e && closes)
		markdown_close_tag(m, e, m->tag_start);
	else if (e)
		markdown_open_tag(m, e, tag, m->tag_start);
}

/* Text up to the next tag. Returns how much was taken. */
static size_t take_text(markdown *m, slice text, uint32_t at)
{
	size_t less = slice_find_byte(text, '<');
	if (less == SIZE_MAX)
		less = text.len;
	if (less) {
		tell_text(m, slice_sub(text, 0, less), at);
		return less;
	}
	m->tag_start = at;
	char next = text.len > 1 ? text.ptr[1] : ' ';
	if (slice_starts_with(text, SLICE("<!--"))) {
		m->state = TAGS_COMMENT;
		return 4;
	}
	if (ascii_is_letter(next) || (next == '/' && text.len > 2 && ascii_is_letter(text.ptr[2]))) {
		m->state = TAGS_TAG;
		m->quote = 0;
		return 1;
	}
	if (next == '!' || next == '?') {
		m->state = TAGS_DECLARED;
		return 2;
	}
	tell_text(m, slice_sub(text, 0, 1), at);
	return 1;
}

static size_t take_in_tag(markdown *m, slice text, uint32_t at)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (m->quote) {
			m->quote = c == m->quote ? 0 : m->quote;
		} else if (c == '"' || c == '\'') {
			m->quote = i > 0 && text.ptr[i - 1] == '=' ? c : 0;
		} else if (c == '>') {
			m->state = TAGS_TEXT;
			take_tag(m, at + (uint32_t)i + 1);
			return i + 1;
		}
	}
	return text.len;
}

static size_t take_until(markdown *m, slice text, slice end)
{
	size_t found = slice_find(text, end);
	if (found == SIZE_MAX)
		return text.len;
	m->state = TAGS_TEXT;
	return found + end.len;
}

static size_t take_comment(markdown *m, slice text, uint32_t at)
{
	size_t n = take_until(m, text, SLICE("-->"));
	if (m->state == TAGS_TEXT)
		VEC_PUSH(m->arena, m->comments, (source_range){m->tag_start + 4, at + (uint32_t)n - 3});
	return n;
}

static size_t take_raw(markdown *m, slice text)
{
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.ptr[i] != '<' || text.ptr[i + 1] != '/')
			continue;
		if (slice_equal_nocase(slice_sub(text, i + 2, i + 2 + m->raw.len), m->raw)) {
			size_t end = slice_find_byte(slice_sub(text, i, text.len), '>');
			m->state = TAGS_TEXT;
			return end == SIZE_MAX ? text.len : i + end + 1;
		}
	}
	return text.len;
}

bool markdown_html_shows(const markdown *m)
{
	return m->state == TAGS_TEXT && markdown_takes_text(m);
}

void markdown_html(markdown *m, slice text, uint32_t at)
{
	while (text.len) {
		size_t n = 0;
		switch (m->state) {
		case TAGS_TEXT:
			n = take_text(m, text, at);
			break;
		case TAGS_TAG:
			n = take_in_tag(m, text, at);
			break;
		case TAGS_COMMENT:
			n = take_comment(m, text, at);
			break;
		case TAGS_RAW:
			n = take_raw(m, text);
			break;
		case TAGS_DECLARED:
			n = take_until(m, text, SLICE(">"));
			break;
		}
		text = slice_sub(text, n, text.len);
		at += (uint32_t)n;
	}
	m->last = at;
}
