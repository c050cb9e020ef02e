/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the command line names to documents. Nothing is lost: what cannot be read becomes a document with
 * status unreadable and its reason. */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/diag.h"
#include "document/document.h"

typedef struct read_source { /* one document still to be read */
	slice path;              /* what to open; empty: bytes are given */
	slice name;              /* the document's `path` */
	slice collection;
	slice bytes; /* for stdin and JSONL records: its text */
	slice title; /* from a JSONL record */
	slice lang;  /* likewise */
	date dated;
	bool no_digest;   /* nobody will ask for its sha256 */
	bool decoded;     /* bytes are valid UTF-8 already (a JSONL record) */
	bool structured;  /* of decoded bytes: the name's ending tells their format; else they are plain text */
	const caps *caps; /* NULL: the defaults */
	uint32_t readers; /* processes that may read it together, if it is long; 0 is 1 */
	slice broken;     /* not empty: why this source cannot be read (a bad JSONL line, a missing file) */
} read_source;

typedef VEC(read_source) read_list;

typedef struct walk_options {
	slice stdin_name;     /* of standard input */
	const caps *caps;     /* on folders and archives; NULL: the defaults */
	const slice *exclude; /* patterns as in .gitignore, from each named folder down */
	size_t exclude_count;
	bool no_ignore; /* what .gitignore and .numerateignore leave out is read */
} walk_options;

/* read/walk: every document below the named paths, in byte order of name inside a folder. The single files of one call are
 * one collection, "files"; each folder is one, named by its path. A file that is named is always read; in a folder those whose
 * ending is one of a format (format/formats.def), or that have none and no binary data, are; not hidden ones, folders of version
 * control, links to folders, and what is excluded or ignored. A path that does not exist becomes a document that cannot be read;
 * a folder without documents adds an error. What is named twice is read once. "-" is standard input, read here. */
void walk_paths(arena *a, const slice *paths, size_t n, const walk_options *options, read_list *out, diag_list *diags);

/* read/jsonl: the records of a JSONL file, one source each; a line that is no record is a broken source "file:line". */
void jsonl_sources(arena *a, slice path, slice bytes, read_list *out);

/* Reads one source whole and divides it into blocks; the document's memory is the arena's. */
document read_document(arena *a, const read_source *source);

/* read/named: the one year that the document's path, title and date tell; 0 if none is told, or different ones. */
int32_t document_named_year(const document *d);

/* read/charset: bytes of any encoding as UTF-8. A BOM decides, then strict UTF-8, then a guess (uchardet); what is binary,
 * or cannot be converted, is refused with *why. UTF-8 comes back as the same bytes (a BOM stays, and counts in offsets). */
bool charset_decode(arena *a, slice bytes, slice *text, slice *why);

#endif
