/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text for a terminal: columns counted as they are shown, colour only when asked for, and nothing from a document that
 * could steer the terminal or reorder its line. */
#ifndef REPORT_TERM_H
#define REPORT_TERM_H

#include "audit/audit.h"

#include <stdio.h>

typedef enum { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_ERROR, STYLE_WARNING, STYLE_NOTE } term_style;

typedef struct term {
	FILE *out;
	bool color;
	unsigned width;
} term;

term_style term_severity_style(severity s);
/* From here on in this style; nothing at all without colour. */
void term_set(const term *t, term_style s);

/* What stands for code point c on a terminal: itself, a space for white space, U+FFFD for a control character; 0: nothing. */
uint32_t term_shown(uint32_t c);
/* Columns of a shown code point: 0, 1 or 2. */
unsigned term_columns_of(uint32_t c);
unsigned term_columns(slice s);
/* Writes s as shown; returns its columns. */
unsigned term_put(const term *t, slice s);
/* Writes at most `columns` of s, with "…" where it was cut, and pads with spaces to exactly `columns`. */
void term_put_cell(const term *t, slice s, unsigned columns);
/* Writes s word by word from column `at`, breaking lines before the width and indenting the next ones. No newline after it. */
void term_put_wrapped(const term *t, slice s, unsigned at, unsigned indent);
void term_pad(const term *t, unsigned columns);

#endif
