/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AsciiDoc: a header, then blocks between blank lines and delimiters. */
#include "format/asciidoc.h"

#include "base/limits.h"
#include "document/meta.h"
#include "format/format.h"

slice adoc_text_of(const adoc *r, size_t i)
{
	return slice_sub(r->source, r->lines[i].start, r->lines[i].end);
}

bool adoc_is_blank(const adoc *r, size_t i)
{
	return r->lines[i].start == r->lines[i].end;
}

void adoc_tell_notes(adoc *r)
{
	for (size_t i = 0; i < r->notes.n; i++) {
		source_line l = {r->notes.at[i].start, r->notes.at[i].end, 0};
		builder_begin(r->out, BLOCK_FOOTNOTE, 0);
		adoc_inline(r, &l, 1);
		builder_end(r->out);
	}
	r->notes.n = 0;
}

void adoc_paragraph(adoc *r, const source_line *lines, size_t n)
{
	builder_begin(r->out, BLOCK_PARAGRAPH, 0);
	adoc_inline(r, lines, n);
	builder_end(r->out);
	adoc_tell_notes(r);
}

void adoc_blocks(adoc *r, size_t from, size_t to)
{
	if (r->depth == LIMIT_MARKUP_DEPTH) {
		builder_begin(r->out, BLOCK_CODE, 0);
		source_lines_put(r->out, r->source, r->lines + from, to - from, 0);
		builder_end(r->out);
		return;
	}
	r->depth++;
	for (size_t i = from; i < to;) {
		if (adoc_is_blank(r, i)) {
			i++;
			continue;
		}
		size_t after = adoc_list(r, i, to);
		i = after > i ? after : adoc_block(r, i, to);
	}
	r->depth--;
}

/* ":name: value", ":name!:". Returns whether line i is one, and remembers what it says. */
static bool take_attribute(adoc *r, size_t i, bool header)
{
	enum { MOST = 256 };
	slice text = adoc_text_of(r, i);
	if (text.len < 3 || *text.ptr != ':' || text.ptr[1] == ':' || text.ptr[1] == ' ')
		return false;
	size_t colon = slice_find_byte(slice_sub(text, 1, text.len), ':');
	if (colon == SIZE_MAX || colon == 0 || (colon + 2 < text.len && text.ptr[colon + 2] != ' '))
		return false;
	slice name = slice_sub(text, 1, colon + 1), value = slice_trim(slice_sub(text, colon + 2, text.len));
	if (slice_find_byte(name, ' ') != SIZE_MAX)
		return false;
	if (r->attributes.n < MOST)
		VEC_PUSH(r->arena, r->attributes, (adoc_attribute){name, value});
	if (header)
		meta_tell(r->doc, name, value);
	return true;
}

/* "v1.2, 2020-05-06: a remark" */
static void take_revision(adoc *r, slice text)
{
	size_t comma = slice_find_byte(text, ',');
	meta_tell(r->doc, SLICE("revdate"), comma == SIZE_MAX ? text : slice_sub(text, comma + 1, text.len));
}

/* A title, under it the author's line and the revision's, attributes among them; a blank line ends it. Returns the line behind. */
static size_t take_header(adoc *r, size_t n)
{
	size_t i = 0, said = 0;
	while (i < n &&
	       (adoc_is_blank(r, i) || slice_starts_with(adoc_text_of(r, i), SLICE("//")) || take_attribute(r, i, true)))
		i++;
	if (i == n || !slice_starts_with(adoc_text_of(r, i), SLICE("= ")))
		return i;
	source_line title = r->lines[i++];
	title.start += 2;
	builder_begin(r->out, BLOCK_HEADING, 1);
	adoc_inline(r, &title, 1);
	builder_end(r->out);
	for (; i < n && !adoc_is_blank(r, i); i++) {
		slice text = adoc_text_of(r, i);
		if (take_attribute(r, i, true) || slice_starts_with(text, SLICE("//")))
			continue;
		if (said == 2 || adoc_is_boundary(r, i))
			break;
		if (++said == 2)
			take_revision(r, text);
	}
	return i;
}

bool asciidoc_read(arena *a, slice bytes, document *d, slice *why)
{
	(void)why;
	source_lines lines = source_lines_of(a, bytes);
	adoc r = {.arena = a, .out = builder_new(a, bytes), .doc = d, .source = bytes, .lines = lines.at};
	size_t body = take_header(&r, lines.n);
	for (size_t i = body; i < lines.n; i++) /* those of the body hold for all of it */
		(void)take_attribute(&r, i, false);
	adoc_blocks(&r, body, lines.n);
	builder_finish(r.out, d);
	return true;
}
