/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a marked-up source, and the text of several wrapped ones as one, each place of which is known in the source. */
#ifndef FORMAT_WRAPPED_H
#define FORMAT_WRAPPED_H

#include "document/builder.h"

typedef struct source_line {
	uint32_t start, end; /* bytes of the source without white space at either end; equal for a blank line */
	uint32_t indent;     /* columns of white space before it, a tab going on to the next multiple of eight */
} source_line;

typedef VEC(source_line) source_lines;

typedef struct wrapped_part { /* text from `at` stands for the source from `source`; the byte before it is the line's end */
	uint32_t at, source;
} wrapped_part;

typedef struct wrapped { /* used again for each paragraph */
	VEC(char) text;
	VEC(wrapped_part) parts;
	size_t cursor; /* the part that was told last */
} wrapped;

/* The lines of a source; without its byte order mark. */
source_lines source_lines_of(arena *a, slice source);
/* The text of n lines, a space between two. */
void wrapped_join(arena *a, wrapped *w, slice source, const source_line *lines, size_t n);
slice wrapped_text(const wrapped *w);
/* Where in the source the byte `at` of the text stands; going forwards is cheap. */
uint32_t wrapped_source(wrapped *w, size_t at);
/* Tells a builder bytes [from, to) of the text. */
void wrapped_put(wrapped *w, builder *b, size_t from, size_t to);
/* Tells a builder n lines as they stand, without the first `indent` columns: code. */
void source_lines_put(builder *b, slice source, const source_line *lines, size_t n, uint32_t indent);

#endif
