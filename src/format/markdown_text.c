/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown's texts. What md4c tells is a pointer into what it was given, so that every text knows its place in the source; only line
 * ends, and white space made of a tab, are its own. */
#include "base/bisect.h"
#include "base/ascii.h"
#include "format/markdown.h"

#include "base/utf8.h"

#include <md4c.h>

/* Where a text of md4c's stands in what it was given; false if it is none of it (a line's end, white space made of a tab). */
static bool place_of(const markdown *m, slice text, uint32_t *at)
{
	uintptr_t base = (uintptr_t)m->read.ptr, here = (uintptr_t)text.ptr;
	if (here < base || here > base + m->read.len || text.len > base + m->read.len - here)
		return false;
	*at = (uint32_t)(here - base);
	return true;
}

void markdown_put(markdown *m, slice text, uint32_t at)
{
	if (!text.len)
		return;
	builder_text(m->out, text, at);
	m->last = at + (uint32_t)text.len;
	m->before = text.ptr[text.len - 1];
}

/* Length of a footnote's mark ("[^1]", "[^note]") that begins the text; 0: it is none. */
static size_t note_length(slice text)
{
	enum { LONGEST = 100 };
	size_t len = 2;
	while (len < text.len && len < LONGEST && (unsigned char)text.ptr[len] > ' ' && text.ptr[len] != ']' &&
	       text.ptr[len] != '[')
		len++;
	return len > 2 && len < text.len && text.ptr[len] == ']' ? len + 1 : 0;
}

/* A footnote's mark is shown as [1]. */
static void put_note(markdown *m, slice mark, uint32_t at)
{
	builder_mark(m->out, INLINE_NOTE);
	markdown_put(m, slice_sub(mark, 0, 1), at);
	markdown_put(m, slice_sub(mark, 2, mark.len), at + 2);
	builder_unmark(m->out, INLINE_NOTE);
}

/* What is raised behind a letter is a power of a unit, and behind a 10 its power; else a mark of a footnote. */
static void put_raised(markdown *m, slice text, uint32_t at)
{
	static const char *const digits[] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
	                                     "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
	bool number = text.len > 0, digit = ascii_is_digit(m->before);
	for (size_t i = 0; i < text.len; i++)
		number = number && (ascii_is_digit(text.ptr[i]) || (i == 0 && text.ptr[i] == '-' && text.len > 1));
	bool power = number && (ascii_is_letter(m->before) || (digit && m->ten));
	bool note = !power && (number || text.len == 1 || (text.len > 1 && *text.ptr == '['));
	if (note)
		builder_mark(m->out, INLINE_NOTE);
	for (size_t i = 0; power && i < text.len; i++) {
		const char *sign = text.ptr[i] == '-' ? "\xE2\x81\xBB" : digits[text.ptr[i] - '0'];
		builder_put(m->out, slice_of(sign), at + (uint32_t)i, at + (uint32_t)i + 1);
		m->last = at + (uint32_t)i + 1;
	}
	if (!power)
		markdown_put(m, text, at);
	if (note)
		builder_unmark(m->out, INLINE_NOTE);
}

void markdown_tell(markdown *m, slice text, uint32_t at)
{
	if (m->raised) {
		put_raised(m, text, at);
		return;
	}
	for (;;) {
		size_t found = slice_find(text, SLICE("[^"));
		size_t len = found == SIZE_MAX ? 0 : note_length(slice_sub(text, found, text.len));
		size_t until = found == SIZE_MAX ? text.len : len ? found : found + 2;
		markdown_put(m, slice_sub(text, 0, until), at);
		if (len)
			put_note(m, slice_sub(text, found, found + len), at + (uint32_t)found);
		if (found == SIZE_MAX)
			break;
		text = slice_sub(text, until + len, text.len);
		at += (uint32_t)(until + len);
	}
	m->ten = slice_ends_with(text, SLICE("10")) && (text.len == 2 || !ascii_is_digit(text.ptr[text.len - 3]));
}

/* In a cell's code "\\|" is a bar. */
static void tell_code(markdown *m, slice text, uint32_t at)
{
	for (size_t i = 0; m->cell && i + 1 < text.len;) {
		if (text.ptr[i] != '\\' || text.ptr[i + 1] != '|') {
			i++;
			continue;
		}
		markdown_put(m, slice_sub(text, 0, i), at);
		text = slice_sub(text, i + 1, text.len);
		at += (uint32_t)i + 1;
		i = 1;
	}
	markdown_put(m, text, at);
}

void markdown_tell_entity(markdown *m, slice text, uint32_t at)
{
	char bytes[4];
	uint32_t c = markdown_entity(text);
	if (!c) {
		markdown_put(m, text, at);
		return;
	}
	builder_put(m->out, (slice){bytes, utf8_encode(c, bytes)}, at, at + (uint32_t)text.len);
	m->last = at + (uint32_t)text.len;
	m->before = ' ';
}

/* The end of a line. What stands before it (blanks, a backslash) is no text. */
static void tell_line_end(markdown *m)
{
	uint32_t at = m->last;
	while (at < m->source.len &&
	       (m->source.ptr[at] == ' ' || m->source.ptr[at] == '\t' || m->source.ptr[at] == '\\' || m->source.ptr[at] == '\r'))
		at++;
	if (at < m->source.len && m->source.ptr[at] == '\n')
		markdown_put(m, slice_sub(m->source, at, at + 1), at);
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
			markdown_put(m, slice_sub(m->source, from, at), from);
			return;
		}
	}
	while (n > 0) {
		uint32_t some = n < sizeof spaces ? n : (uint32_t)sizeof spaces - 1;
		builder_put(m->out, (slice){spaces, some}, at, at);
		n -= some;
	}
}

static void tell_kind(markdown *m, int type, slice text, uint32_t at)
{
	if (m->blanks)
		tell_blanks(m, at);
	if (type == MD_TEXT_ENTITY)
		markdown_tell_entity(m, text, at);
	else if (type == MD_TEXT_HTML)
		markdown_html(m, text, at);
	else if (type == MD_TEXT_NORMAL)
		markdown_tell(m, text, at);
	else
		tell_code(m, text, at);
}

/* The part of the copy that an offset of it stands in. Texts come nearly in order. */
static size_t part_of(markdown *m, uint32_t at)
{
	size_t i = m->part, n = m->parts.n;
	if (i < n && m->parts.at[i].text <= at && (i + 1 == n || m->parts.at[i + 1].text > at))
		return i;
	BISECT(i, n, m->parts.at[i].text <= at);
	return m->part = i ? i - 1 : 0;
}

/* A text of md4c's, which may reach over places where the source reads otherwise. */
static void tell_parts(markdown *m, int type, slice text, uint32_t at)
{
	if (!m->parts.n) {
		tell_kind(m, type, text, at);
		return;
	}
	while (text.len) {
		size_t i = part_of(m, at);
		const source_part *p = &m->parts.at[i];
		uint32_t end = i + 1 < m->parts.n ? p[1].text : (uint32_t)m->read.len;
		uint32_t n = end - at < text.len ? end - at : (uint32_t)text.len;
		if (end - p->text == p->source_end - p->source)
			tell_kind(m, type, slice_sub(text, 0, n), p->source + (at - p->text));
		else if (type == MD_TEXT_NORMAL)
			builder_space(m->out, p->source);
		text = slice_sub(text, n, text.len);
		at += n;
	}
}

void markdown_mend_break(markdown *m, slice text)
{
	size_t len;
	m->broken = false;
	text = slice_trim(text);
	uint32_t c = text.len ? utf8_decode(text, 0, &len) : 0;
	bool goes_on = utf8_is_letter(c) && !utf8_is_upper(c);
	if (goes_on || !markdown_begin_line(m))
		tell_line_end(m);
}

void markdown_text(markdown *m, int type, slice text)
{
	uint32_t at = 0;
	bool line_end = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;
	if (m->mute)
		return;
	if (m->broken && !line_end && type != MD_TEXT_HTML)
		markdown_mend_break(m, text);
	if (type == MD_TEXT_BR)
		m->broken = true;
	else if (line_end && !m->broken)
		tell_line_end(m);
	else if (line_end)
		return;
	else if (type == MD_TEXT_NULLCHAR)
		tell_null(m);
	else if (place_of(m, text, &at))
		tell_parts(m, type, text, at);
	else if (type != MD_TEXT_HTML || markdown_html_shows(m))
		tell_made(m, text);
}

slice markdown_verbatim(markdown *m, slice text, uint32_t *at)
{
	if (!text.len || !place_of(m, text, at))
		return (slice){"", 0};
	if (m->parts.n) {
		const source_part *p = &m->parts.at[part_of(m, *at)];
		*at = p->source + (*at - p->text);
	}
	slice same = slice_sub(m->source, *at, *at + text.len);
	return slice_equal(same, text) ? same : (slice){"", 0};
}
