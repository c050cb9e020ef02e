/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of all formats: from the bytes of a file to a document. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "document/document.h"

/* A reader of one format (formats.def): fills d's text, source, blocks, groups, inlines, parts, boxes, and what the file
 * itself tells of title, date, place and publisher. `bytes` outlive the document. False with *why if they cannot be read so. */
typedef bool read_function(arena *a, slice bytes, document *d, slice *why);

/* Loads what a reader needs (base/library.h, data it looks up) before the first of its children begins; may be called again, by
 * any thread, but never by two at once. False with *why if something is not there. */
typedef bool prepare_function(slice *why);
prepare_function prepare_nothing;

/* A format whose long documents several processes may read together. Each of `parts` reads a part of the document; the first, which
 * puts the whole together, then takes what the others have read. */
typedef struct read_rest {
	uint32_t parts;
	/* Waits for what the process of that part (1 ...) gave; false: it failed. */
	bool (*take)(arena *a, uint32_t part, slice *bytes);
} read_rest;
typedef struct read_parts {
	bool (*part)(arena *a, slice bytes, uint32_t part, uint32_t parts, slice *out, slice *why);
	bool (*whole)(arena *a, slice bytes, const read_rest *rest, document *d, slice *why);
} read_parts;
extern const read_parts pdf_parts;

#define FORMAT(NAME, called, endings, form, reader, prepare)                                                                \
	read_function reader;                                                                                                   \
	prepare_function prepare;
#include "format/formats.def"
#undef FORMAT

#endif
