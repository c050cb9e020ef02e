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

#define FORMAT(NAME, called, endings, form, reader, prepare)                                                                \
	read_function reader;                                                                                                   \
	prepare_function prepare;
#include "format/formats.def"
#undef FORMAT

#endif
