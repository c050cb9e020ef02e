/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as Markdown, plain and MDX: the text is UTF-8, blocks and spans lie in it and in order, and every part of it that has
 * as many bytes in the source has the same bytes there, but for the white space that parts texts. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/format.h"
#include "read/read.h"

#include "must.h"

static void check_blocks(const document *d)
{
	uint32_t last = 0;
	for (size_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		MUST(last <= b->start && b->start <= b->end && b->end <= d->text.len);
		MUST(b->parent < (int32_t)i && b->section < (int32_t)d->block_count && b->group <= d->group_count);
		last = b->start;
	}
	for (size_t i = 0; i < d->group_count; i++)
		MUST(d->groups[i].first <= d->groups[i].end && d->groups[i].end <= d->block_count);
	for (size_t i = 0; i < d->inline_count; i++) {
		MUST(d->inlines[i].start <= d->inlines[i].end && d->inlines[i].end <= d->text.len);
		MUST(i == 0 || d->inlines[i - 1].start <= d->inlines[i].start);
	}
}

/* Byte by byte the source's own, but for white space, which may part what other bytes part there. */
static bool is_copy(const document *d, uint32_t text, uint32_t source, uint32_t len)
{
	for (uint32_t i = 0; i < len; i++) {
		char c = d->text.ptr[text + i];
		if (c != d->source.ptr[source + i] && !ascii_is_white(c))
			return false;
	}
	return true;
}

static void check_parts(const document *d)
{
	for (size_t i = 0; i < d->part_count; i++) {
		const source_part *p = &d->parts[i];
		uint32_t next = i + 1 < d->part_count ? p[1].text : (uint32_t)d->text.len;
		MUST(p->source <= p->source_end && p->source_end <= d->source.len && p->text <= next);
		bool same = next - p->text == p->source_end - p->source;
		MUST(!same || is_copy(d, p->text, p->source, next - p->text));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const slice names[] = {{"a.md", 4}, {"a.mdx", 5}};
	if (utf8_valid_until((slice){(const char *)data, size}) < size)
		return -1; /* of other charsets fuzz_charset takes care */
	arena *a = arena_new(NULL);
	slice bytes = arena_copy(a, (slice){(const char *)data, size});
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		read_source source = {.name = names[i], .bytes = bytes, .decoded = true, .structured = true};
		document d = read_document(a, &source);
		if (d.status != DOCUMENT_OK)
			continue;
		MUST(utf8_valid_until(d.text) == d.text.len);
		check_blocks(&d);
		check_parts(&d);
	}
	arena_free(a);
	return 0;
}
