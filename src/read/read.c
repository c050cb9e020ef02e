/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/detect.h"

#include <string.h>

/* The source's bytes, in the arena: a mapped file could change, or be cut short, under the reader. */
static bool read_bytes(arena *a, const read_source *source, slice *bytes, slice *why)
{
	if (source->path.len == 0) {
		*bytes = source->bytes;
		return true;
	}
	file_map map;
	slice path = arena_copy(a, source->path);
	if (!file_read(a, path.ptr, LIMIT_DOCUMENT_BYTES, &map, why))
		return false;
	*bytes = map.base ? arena_copy(a, map.bytes) : map.bytes;
	file_unmap(&map);
	return true;
}

static bool is_blank(slice text)
{
	size_t len;
	for (size_t at = 0; at < text.len; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		if (!utf8_is_space(c) && c != 0xFEFF)
			return false;
	}
	return true;
}

/* The title is the longest of the headings that open the text: before it may stand a rubric, after it a second line. */
static slice title_of(const document *d)
{
	slice title = {"", 0};
	for (size_t i = 0; i < d->block_count && d->blocks[i].kind == BLOCK_HEADING; i++) {
		slice text = document_text(d, d->blocks[i].start, d->blocks[i].end);
		if (text.len > title.len)
			title = text;
	}
	return title;
}

static document unreadable(document d, slice why)
{
	d.status = DOCUMENT_UNREADABLE;
	d.why = why;
	d.text = (slice){"", 0};
	return d;
}

static const struct {
	bool text; /* it is given the text as UTF-8, not the bytes */
	read_function *read;
} READERS[] = {
#define TEXT true
#define BYTES false
#define FORMAT(NAME, called, endings, form, reader) {form, reader},
#include "read/formats.def"
#undef FORMAT
};

document read_document(arena *a, const read_source *source)
{
	document d = {.path = source->name,
	              .collection = source->collection,
	              .dated = source->dated,
	              .title = source->title,
	              .lang = source->lang};
	d.title_told = source->title.len > 0;
	slice bytes, why = {"", 0};
	if (source->broken.len > 0)
		return unreadable(d, source->broken);
	if (!read_bytes(a, source, &bytes, &why))
		return unreadable(d, why);
	digest sum = digest_of(bytes);
	d.sha256 = digest_hex(a, &sum, 64);
	if (bytes.len > LIMIT_DOCUMENT_BYTES)
		return unreadable(d, arena_printf(a, "larger than the limit of %zu GiB", LIMIT_DOCUMENT_BYTES >> 30));
	read_format format = source->decoded && !source->structured ? FORMAT_TEXT : detect_ending(source->name);
	if (!READERS[format].text)
		d.source = bytes;
	else if (source->decoded)
		d.source = bytes;
	else if (!charset_decode(a, bytes, &d.source, &why))
		return unreadable(d, why);
	if (d.source.len > LIMIT_DOCUMENT_BYTES)
		return unreadable(d, arena_printf(a, "as UTF-8 larger than the limit of %zu GiB", LIMIT_DOCUMENT_BYTES >> 30));
	if (!READERS[format].read(a, d.source, &d, &why))
		return unreadable(d, why);
	if (!d.line_starts)
		document_index_lines(a, &d);
	if (is_blank(d.text)) {
		d.status = DOCUMENT_EMPTY;
		d.why = d.why.len ? d.why : SLICE("no text");
		return d;
	}
	if (!d.title_told && d.title.len == 0)
		d.title = title_of(&d);
	d.year = document_named_year(&d);
	return d;
}
