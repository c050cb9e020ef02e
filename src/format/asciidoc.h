/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the reader of AsciiDoc: what its parts share. */
#ifndef FORMAT_ASCIIDOC_H
#define FORMAT_ASCIIDOC_H

#include "format/wrapped.h"

typedef struct adoc_attribute { /* ":name: value": "{name}" stands for the value */
	slice name, value;
} adoc_attribute;

typedef struct adoc_note { /* "footnote:[text]", told behind its block */
	uint32_t start, end;
} adoc_note;

typedef struct adoc {
	arena *arena;
	builder *out;
	document *doc;
	slice source;
	const source_line *lines;
	wrapped wrapped;
	VEC(adoc_attribute) attributes;
	VEC(adoc_note) notes; /* not yet told */
	uint32_t note_count;  /* so far */
	uint32_t depth;       /* blocks within blocks */
	slice style;          /* "[...]" over the next block, without its brackets */
} adoc;

/* asciidoc: lines [from, to) as blocks. */
void adoc_blocks(adoc *r, size_t from, size_t to);
/* Lines [from, to) as one paragraph, its notes behind it. */
void adoc_paragraph(adoc *r, const source_line *lines, size_t n);
slice adoc_text_of(const adoc *r, size_t i);
bool adoc_is_blank(const adoc *r, size_t i);
void adoc_tell_notes(adoc *r);

/* asciidoc_block: one block that is no list, from line i on; returns the line behind it. */
size_t adoc_block(adoc *r, size_t i, size_t to);
/* Whether line i begins or ends a block of its own, so that a paragraph ends before it. */
bool adoc_is_boundary(const adoc *r, size_t i);

/* asciidoc_list: the list that begins at line i, if one does; returns the line behind it, or i. */
size_t adoc_list(adoc *r, size_t i, size_t to);

/* asciidoc_inline: text of lines with what is set apart in it. */
void adoc_inline(adoc *r, const source_line *lines, size_t n);

/* asciidoc_table: the table whose delimiters stand on lines `from` and `to`. */
void adoc_table(adoc *r, size_t from, size_t to, slice style);

#endif
