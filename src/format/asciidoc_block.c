/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "format/asciidoc.h"

#include "base/utf8.h"

#include <string.h>

/* What a delimiter's line opens: its sign, or 0. */
static char delimiter_of(slice text)
{
	if (text.len == 2)
		return slice_equal(text, SLICE("--")) ? 'o' : 0;
	if (slice_starts_with(text, SLICE("```")))
		return '`';
	if (text.len >= 4 && strchr("|,:!", *text.ptr) && text.ptr[1] == '=')
		return slice_equal(slice_sub(text, 1, 4), SLICE("===")) && text.len == 4 ? '|' : 0;
	if (text.len < 4 || !strchr("-.=*_+/", *text.ptr))
		return 0;
	for (size_t i = 1; i < text.len; i++)
		if (text.ptr[i] != *text.ptr)
			return 0;
	return *text.ptr;
}

static bool is_style(slice text)
{
	return text.len > 2 && *text.ptr == '[' && text.ptr[text.len - 1] == ']' && text.ptr[1] != ' ';
}

static bool is_title(slice text)
{
	return text.len > 1 && *text.ptr == '.' && text.ptr[1] != '.' && text.ptr[1] != ' ';
}

/* "name::target[...]" alone on its line: an image, an included file, a condition. */
static bool is_macro(slice text)
{
	static const char *const names[] = {
		"image::", "include::", "ifdef::", "ifndef::", "ifeval::", "endif::", "toc::", "video::", "audio::", "menu::"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_starts_with(text, slice_of(names[i])))
			return text.ptr[text.len - 1] == ']';
	return false;
}

static bool is_attribute(slice text)
{
	if (text.len < 3 || *text.ptr != ':' || !ascii_is_letter(text.ptr[1]))
		return false;
	size_t colon = slice_find_byte(slice_sub(text, 1, text.len), ':');
	return colon != SIZE_MAX && (colon + 2 == text.len || text.ptr[colon + 2] == ' ') &&
	       slice_find_byte(slice_sub(text, 1, colon + 1), ' ') == SIZE_MAX;
}

bool adoc_is_boundary(const adoc *r, size_t i)
{
	slice text = adoc_text_of(r, i);
	return !text.len || delimiter_of(text) || is_style(text) || is_macro(text) || slice_starts_with(text, SLICE("//")) ||
	       slice_equal(text, SLICE("+"));
}

/* Signs of "== " that begin a section's title, 0: none do. */
static size_t section_level(slice text)
{
	size_t n = 0;
	while (n < text.len && n < 7 && text.ptr[n] == *text.ptr)
		n++;
	return (*text.ptr == '=' || *text.ptr == '#') && n <= 6 && n < text.len && text.ptr[n] == ' ' ? n : 0;
}

/* A title over a line as long as it: its level, or 0. */
static uint16_t underlined_level(const adoc *r, size_t i, size_t to)
{
	static const char signs[] = "=-~^+";
	if (i + 1 >= to)
		return 0;
	slice text = adoc_text_of(r, i), line = adoc_text_of(r, i + 1);
	const char *sign = line.len > 1 ? strchr(signs, *line.ptr) : NULL;
	if (!sign || r->lines[i].indent || (line.len == 2 && *line.ptr == '-'))
		return 0;
	for (size_t k = 1; k < line.len; k++)
		if (line.ptr[k] != *line.ptr)
			return 0;
	size_t points = utf8_count(text);
	return points > line.len + 2 || line.len > points + 2 ? 0 : (uint16_t)(sign - signs + 1);
}

static void put_heading(adoc *r, size_t i, size_t behind, uint16_t level)
{
	source_line l = r->lines[i];
	l.start += (uint32_t)behind;
	while (l.start < l.end && r->source.ptr[l.start] == ' ')
		l.start++;
	builder_begin(r->out, BLOCK_HEADING, level);
	adoc_inline(r, &l, 1);
	builder_end(r->out);
	adoc_tell_notes(r);
}

static void put_code(adoc *r, size_t from, size_t to)
{
	uint32_t indent = UINT32_MAX;
	while (to > from && adoc_is_blank(r, to - 1))
		to--;
	for (size_t i = from; i < to; i++)
		if (!adoc_is_blank(r, i) && r->lines[i].indent < indent)
			indent = r->lines[i].indent;
	if (from == to)
		return;
	builder_begin(r->out, BLOCK_CODE, 0);
	source_lines_put(r->out, r->source, r->lines + from, to - from, indent);
	builder_end(r->out);
}

/* The first word of a style: "source" of "[source,c]". */
static bool has_style(slice style, const char *name)
{
	size_t end = 0;
	while (end < style.len && style.ptr[end] != ',' && style.ptr[end] != '%' && style.ptr[end] != '#' &&
	       style.ptr[end] != '.')
		end++;
	return slice_equal_nocase(slice_trim(slice_sub(style, 0, end)), slice_of(name));
}

static bool is_code_style(slice style)
{
	static const char *const names[] = {"source",    "listing", "literal", "stem",    "latexmath",
	                                    "asciimath", "pass",    "mermaid", "plantuml"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (has_style(style, names[i]))
			return true;
	return false;
}

static void put_quote(adoc *r, size_t from, size_t to)
{
	builder_begin(r->out, BLOCK_QUOTE, 0);
	adoc_blocks(r, from, to);
	builder_end(r->out);
}

/* What stands between line i and the next like it. */
static size_t take_delimited(adoc *r, size_t i, size_t to, char sign)
{
	slice line = sign == '`' ? SLICE("```") : adoc_text_of(r, i), style = r->style;
	size_t end = i + 1;
	while (end < to && !slice_equal(adoc_text_of(r, end), line))
		end++;
	r->style = (slice){"", 0};
	bool code = sign == '-' || sign == '.' || sign == '+' || sign == '/' || sign == '`' || is_code_style(style);
	if (code)
		put_code(r, i + 1, end);
	else if (sign == '|')
		adoc_table(r, i, end, style);
	else if (sign == '_')
		put_quote(r, i + 1, end);
	else
		adoc_blocks(r, i + 1, end);
	return end < to ? end + 1 : end;
}

/* Comment lines, as code. */
static size_t take_comment(adoc *r, size_t i, size_t to)
{
	builder_begin(r->out, BLOCK_CODE, 0);
	for (; i < to && slice_starts_with(adoc_text_of(r, i), SLICE("//")) && !delimiter_of(adoc_text_of(r, i)); i++) {
		source_line l = r->lines[i];
		l.start += 2;
		while (l.start < l.end && r->source.ptr[l.start] == ' ')
			l.start++;
		source_lines_put(r->out, r->source, &l, 1, l.indent);
		builder_put(r->out, SLICE("\n"), l.end, l.end);
	}
	builder_end(r->out);
	return i;
}

static size_t take_text(adoc *r, size_t i, size_t to)
{
	size_t end = i + 1;
	slice style = r->style;
	bool indented = r->lines[i].indent > 0;
	while (end < to && !adoc_is_boundary(r, end) && (!indented || r->lines[end].indent > 0))
		end++;
	r->style = (slice){"", 0};
	if (indented || is_code_style(style)) {
		put_code(r, i, end);
	} else if (has_style(style, "quote") || has_style(style, "verse")) {
		builder_begin(r->out, BLOCK_QUOTE, 0);
		adoc_paragraph(r, r->lines + i, end - i);
		builder_end(r->out);
	} else {
		adoc_paragraph(r, r->lines + i, end - i);
	}
	return end;
}

static void put_title(adoc *r, size_t i)
{
	source_line l = r->lines[i];
	l.start++;
	builder_begin(r->out, BLOCK_CAPTION, 0);
	adoc_inline(r, &l, 1);
	builder_end(r->out);
	adoc_tell_notes(r);
}

/* Lines that tell of the next block, or of nothing that is read. */
static bool take_mark(adoc *r, size_t i)
{
	slice text = adoc_text_of(r, i);
	if (is_style(text)) {
		if (text.ptr[1] != '[')
			r->style = slice_sub(text, 1, text.len - 1);
		return true;
	}
	if (is_title(text)) {
		put_title(r, i);
		return true;
	}
	return is_macro(text) || is_attribute(text) || slice_equal(text, SLICE("'''")) || slice_equal(text, SLICE("<<<")) ||
	       slice_equal(text, SLICE("---")) || slice_equal(text, SLICE("***")) || slice_equal(text, SLICE("+"));
}

size_t adoc_block(adoc *r, size_t i, size_t to)
{
	slice text = adoc_text_of(r, i);
	char sign = r->lines[i].indent ? 0 : delimiter_of(text);
	if (sign)
		return take_delimited(r, i, to, sign);
	if (r->lines[i].indent)
		return take_text(r, i, to);
	if (take_mark(r, i))
		return i + 1;
	if (slice_starts_with(text, SLICE("//")) && !slice_starts_with(text, SLICE("///")))
		return take_comment(r, i, to);
	size_t level = section_level(text), under = level ? 0 : underlined_level(r, i, to);
	if (level || under) {
		put_heading(r, i, level, (uint16_t)(level ? level : under));
		r->style = (slice){"", 0};
		return i + 1 + (under > 0);
	}
	return take_text(r, i, to);
}
