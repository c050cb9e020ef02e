/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown (CommonMark with GitHub's tables, struck text, task lists and bare links), divided by md4c. Its texts are pointers
 * into what it was given, so that every text knows its place in the source. */
#include "read/markdown.h"

#include "base/utf8.h"
#include "read/read.h"

#include <md4c.h>
#include <string.h>

/* Where a text of md4c's stands in the source; false if it is none of it (a line's end, white space made of a tab). */
static bool place_of(const markdown *m, slice text, uint32_t *at)
{
	uintptr_t base = (uintptr_t)m->read, here = (uintptr_t)text.ptr;
	if (here < base || here > base + m->source.len || text.len > base + m->source.len - here)
		return false;
	*at = (uint32_t)(here - base);
	return true;
}

/* Text as it stands in the source. */
static void put_verbatim(markdown *m, slice text, uint32_t at)
{
	builder_text(m->out, text, at);
	m->last = at + (uint32_t)text.len;
}

/* Length of a footnote's mark ("[^1]", "[^note]") that begins the text; 0: it is none. */
static size_t note_length(slice text)
{
	size_t len = 2;
	while (len < text.len && (unsigned char)text.ptr[len] > ' ' && text.ptr[len] != ']' && text.ptr[len] != '[')
		len++;
	return len > 2 && len < text.len && text.ptr[len] == ']' ? len + 1 : 0;
}

/* A footnote's mark is shown as [1]. */
static void put_note(markdown *m, slice mark, uint32_t at)
{
	builder_mark(m->out, INLINE_NOTE);
	put_verbatim(m, slice_sub(mark, 0, 1), at);
	put_verbatim(m, slice_sub(mark, 2, mark.len), at + 2);
	builder_unmark(m->out, INLINE_NOTE);
}

static void tell_prose(markdown *m, slice text, uint32_t at)
{
	for (;;) {
		size_t found = slice_find(text, SLICE("[^"));
		size_t len = found == SIZE_MAX ? 0 : note_length(slice_sub(text, found, text.len));
		size_t until = found == SIZE_MAX ? text.len : len ? found : found + 2;
		if (until)
			put_verbatim(m, slice_sub(text, 0, until), at);
		if (len)
			put_note(m, slice_sub(text, found, found + len), at + (uint32_t)found);
		if (found == SIZE_MAX)
			return;
		text = slice_sub(text, until + len, text.len);
		at += (uint32_t)(until + len);
	}
}

/* In a cell's code "\\|" is a bar. */
static void tell_code(markdown *m, slice text, uint32_t at)
{
	for (size_t i = 0; m->cell && i + 1 < text.len; i++) {
		if (text.ptr[i] != '\\' || text.ptr[i + 1] != '|')
			continue;
		if (i)
			put_verbatim(m, slice_sub(text, 0, i), at);
		text = slice_sub(text, i + 1, text.len);
		at += (uint32_t)i + 1;
		i = 0;
	}
	put_verbatim(m, text, at);
}

static void tell_entity(markdown *m, slice text, uint32_t at)
{
	char bytes[4];
	uint32_t c = markdown_entity(text);
	if (!c) {
		put_verbatim(m, text, at);
		return;
	}
	builder_put(m->out, (slice){bytes, utf8_encode(c, bytes)}, at, at + (uint32_t)text.len);
	m->last = at + (uint32_t)text.len;
}

/* The end of a line. What stands before it (blanks, a backslash) is no text. */
static void tell_line_end(markdown *m)
{
	uint32_t at = m->last;
	while (at < m->source.len &&
	       (m->source.ptr[at] == ' ' || m->source.ptr[at] == '\t' || m->source.ptr[at] == '\\' || m->source.ptr[at] == '\r'))
		at++;
	if (at < m->source.len && m->source.ptr[at] == '\n')
		put_verbatim(m, slice_sub(m->source, at, at + 1), at);
	else
		builder_put(m->out, SLICE("\n"), m->last, m->last);
}

static void tell_null(markdown *m)
{
	bool there = m->last < m->source.len && m->source.ptr[m->last] == '\0';
	builder_put(m->out, SLICE("\xEF\xBF\xBD"), m->last, m->last + there);
	m->last += there;
}

/* Code's line ends and indents are not the source's own bytes. An indent waits for the text behind it, which tells its place. */
static void tell_made(markdown *m, slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\n' && !m->code_span) {
			m->blanks = 0;
			tell_line_end(m);
		} else {
			m->blanks++;
		}
	}
}

static void tell_blanks(markdown *m, uint32_t at)
{
	static const char spaces[] = "                                ";
	uint32_t n = m->blanks;
	m->blanks = 0;
	if (n <= at && at - n >= m->last) {
		uint32_t from = at;
		while (from > at - n && m->source.ptr[from - 1] == ' ')
			from--;
		if (from == at - n) {
			put_verbatim(m, slice_sub(m->source, from, at), from);
			return;
		}
	}
	while (n > 0) {
		uint32_t some = n < sizeof spaces ? n : (uint32_t)sizeof spaces - 1;
		builder_put(m->out, (slice){spaces, some}, at, at);
		n -= some;
	}
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *data)
{
	markdown *m = data;
	slice text = {chars, size};
	uint32_t at = 0;
	if (m->mute)
		return 0;
	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
		tell_line_end(m);
	} else if (type == MD_TEXT_NULLCHAR) {
		tell_null(m);
	} else if (!place_of(m, text, &at)) {
		tell_made(m, text);
	} else {
		if (m->blanks)
			tell_blanks(m, at);
		if (type == MD_TEXT_ENTITY)
			tell_entity(m, text, at);
		else if (type == MD_TEXT_HTML)
			m->last = at + size;
		else if (type == MD_TEXT_NORMAL)
			tell_prose(m, text, at);
		else
			tell_code(m, text, at);
	}
	return 0;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	markdown *m = data;
	builder *b = m->out;
	switch (type) {
	case MD_BLOCK_QUOTE:
		builder_begin(b, BLOCK_QUOTE, 0);
		break;
	case MD_BLOCK_UL:
		builder_list(b, false, 0);
		break;
	case MD_BLOCK_OL:
		builder_list(b, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
		break;
	case MD_BLOCK_LI:
		builder_item(b, 0);
		break;
	case MD_BLOCK_H:
		builder_begin(b, BLOCK_HEADING, (uint16_t)((const MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		builder_begin(b, BLOCK_CODE, 0);
		break;
	case MD_BLOCK_P:
		builder_begin(b, BLOCK_PARAGRAPH, 0);
		break;
	case MD_BLOCK_TABLE:
		builder_table(b);
		break;
	case MD_BLOCK_TR:
		builder_row(b);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		m->cell = true;
		builder_cell(b, type == MD_BLOCK_TH, 1, 1);
		break;
	default:
		break;
	}
	return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	(void)detail;
	markdown *m = data;
	m->cell = false;
	switch (type) {
	case MD_BLOCK_CODE:
		m->blanks = 0;
		/* fallthrough */
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
	case MD_BLOCK_H:
	case MD_BLOCK_P:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		builder_end(m->out);
		break;
	default:
		break;
	}
	return 0;
}

static bool is_marked(MD_SPANTYPE type, inline_kind *kind)
{
	switch (type) {
	case MD_SPAN_STRONG:
		*kind = INLINE_STRONG;
		return true;
	case MD_SPAN_A:
		*kind = INLINE_LINK;
		return true;
	case MD_SPAN_CODE:
		*kind = INLINE_CODE;
		return true;
	case MD_SPAN_DEL:
		*kind = INLINE_STRUCK;
		return true;
	default:
		return false;
	}
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	(void)detail;
	markdown *m = data;
	inline_kind kind;
	if (is_marked(type, &kind))
		builder_mark(m->out, kind);
	m->code_span = m->code_span || type == MD_SPAN_CODE;
	return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	(void)detail;
	markdown *m = data;
	inline_kind kind;
	if (is_marked(type, &kind))
		builder_unmark(m->out, kind);
	m->code_span = m->code_span && type != MD_SPAN_CODE;
	return 0;
}

bool markdown_read(arena *a, slice bytes, document *d, slice *why)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	markdown m = {.arena = a, .out = builder_new(a, bytes), .source = bytes, .read = bytes.ptr};
	size_t start = slice_starts_with(bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
	if (md_parse(bytes.ptr + start, (MD_SIZE)(bytes.len - start), &parser, &m) != 0) {
		*why = SLICE("memory ended while its Markdown was read");
		return false;
	}
	builder_finish(m.out, d);
	return true;
}
