/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "document/section.h"
#include "format/format.h"
#include "read/detect.h"
#include "read/sandbox.h"
#include "read/wire.h"

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
	if (map.bytes.len > cap_of(source->caps, CAP_SIZE)) {
		file_unmap(&map);
		*why = cap_message(a, source->caps, CAP_SIZE, "larger than");
		return false;
	}
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

/* The title is the longest of the headings that open the text: before it may stand a rubric or a comment, after it a second
 * line. Where marks tell the headings' levels, it is the first of them that no later one outranks. */
static slice title_of(const document *d)
{
	slice title = {"", 0};
	uint16_t level = UINT16_MAX;
	for (size_t i = document_first_heading(d); i < d->block_count && d->blocks[i].kind == BLOCK_HEADING; i++) {
		slice text = document_text(d, d->blocks[i].start, d->blocks[i].end);
		bool higher = level > d->blocks[i].level;
		if (d->part_count ? higher : text.len > title.len)
			title = text;
		if (higher)
			level = d->blocks[i].level;
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

typedef enum { FORM_TEXT, FORM_MARKUP, FORM_BYTES } read_form;

static const struct {
	read_form form;
	read_function *read;
	prepare_function *prepare;
} READERS[] = {
#define FORMAT(NAME, called, endings, form, reader, prepare) {FORM_##form, reader, prepare},
#include "format/formats.def"
#undef FORMAT
};

bool prepare_nothing(slice *why)
{
	(void)why;
	return true;
}

/* Readers that are ready; guarded by sandbox_hold, and the only thing this program remembers from document to document. */
static bool prepared[FORMAT_COUNT];

static bool prepare(arena *a, read_format format, slice *why)
{
	sandbox_hold();
	bool ready = prepared[format] || READERS[format].prepare(why);
	prepared[format] = ready;
	sandbox_release();
	if (!ready)
		*why = arena_copy(a, *why);
	return ready;
}

typedef struct reading_job {
	read_function *read;
	const read_parts *parted; /* NULL: one child reads it */
	uint32_t readers;
	document d;
} reading_job;

static bool read_alone(arena *own, void *with, piece_list *reply, slice *why)
{
	reading_job *job = with;
	if (!job->read(own, job->d.source, &job->d, why))
		return false;
	wire_pack(own, &job->d, reply);
	return true;
}

static bool read_part(arena *own, void *with, uint32_t nth, piece_list *reply, slice *why)
{
	reading_job *job = with;
	slice out;
	if (!job->parted->part(own, job->d.source, nth, job->readers, &out, why))
		return false;
	piece_put(own, reply, out.ptr, out.len);
	return true;
}

static bool read_whole(arena *own, void *with, piece_list *reply, slice *why)
{
	reading_job *job = with;
	read_rest rest = {job->readers, sandbox_hear};
	if (!job->parted->whole(own, job->d.source, &rest, &job->d, why))
		return false;
	wire_pack(own, &job->d, reply);
	return true;
}

/* Formats that several children can read together. */
static const read_parts *const PARTED[FORMAT_COUNT] = {[FORMAT_PDF] = &pdf_parts};

static bool read_sandboxed(arena *a, read_format format, uint32_t readers, document *d, slice *why)
{
	reading_job job = {.read = READERS[format].read, .readers = readers < LIMIT_READERS ? readers : LIMIT_READERS, .d = *d};
	if (readers > 1 && d->source.len >= LIMIT_READERS_BYTES)
		job.parted = PARTED[format];
	sandbox_team team = {job.readers, read_whole, read_part, read_alone};
	slice reply;
	if (!prepare(a, format, why))
		return false;
	if (job.parted ? !sandbox_run_team(a, d->caps, &team, &job, &reply, why)
	               : !sandbox_run(a, d->caps, 0, read_alone, &job, &reply, why))
		return false;
	if (READERS[format].form == FORM_BYTES)
		d->source = (slice){NULL, 0};
	return wire_unpack(a, reply, d, why);
}

document read_document(arena *a, const read_source *source)
{
	document d = {.path = source->name,
	              .collection = source->collection,
	              .dated = source->dated,
	              .title = source->title,
	              .lang = source->lang,
	              .caps = source->caps};
	d.title_told = source->title.len > 0;
	slice bytes, why = {"", 0};
	if (source->broken.len > 0)
		return unreadable(d, source->broken);
	if (!read_bytes(a, source, &bytes, &why))
		return unreadable(d, why);
	if (!source->no_digest) {
		digest sum = digest_of(bytes);
		d.sha256 = digest_hex(a, &sum, 64);
	}
	if (bytes.len > cap_of(d.caps, CAP_SIZE))
		return unreadable(d, cap_message(a, d.caps, CAP_SIZE, "larger than"));
	read_format format = source->decoded && !source->structured ? FORMAT_TEXT : detect_document(source->name, bytes);
	read_form form = READERS[format].form;
	if (form == FORM_BYTES || source->decoded)
		d.source = bytes;
	else if (!charset_decode(a, bytes, &d.source, &why))
		return unreadable(d, why);
	if (d.source.len > cap_of(d.caps, CAP_SIZE))
		return unreadable(d, cap_message(a, d.caps, CAP_SIZE, "as UTF-8 larger than"));
	bool good = form == FORM_TEXT ? READERS[format].read(a, d.source, &d, &why)
	                              : read_sandboxed(a, format, source->readers, &d, &why);
	if (!good)
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
