/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a document with its figures underlined, cut to the width of the terminal around them:
 *
 *      |
 *    7 | … this year more than two dozen terrorist cells have been suppressed …
 *      |           ~~~~~~~~~~^^^^^^^^^
 *
 * ^ is the numeral, ~ its hedge and unit; a figure of the evidence has - instead of both. */
#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

#include "report/term.h"

typedef struct excerpt_mark {
	const figure *figure;
	bool core;
} excerpt_mark;

/* The marks stand in line `line` (1-based) of doc. `gutter` is the width of the line number. */
void excerpt_put(const term *t, const document *doc, uint32_t line, unsigned gutter, const excerpt_mark *marks, size_t n,
                 term_style style);
/* Columns that marks and what stands between them take, to see whether they fit one excerpt together. */
unsigned excerpt_span(const document *doc, const excerpt_mark *marks, size_t n);
/* Columns left for text beside a gutter. */
unsigned excerpt_room(const term *t, unsigned gutter);

#endif
