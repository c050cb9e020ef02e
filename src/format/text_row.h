/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of plain text as the row of a table: its label and the numbers set off behind it. */
#ifndef FORMAT_TEXT_ROW_H
#define FORMAT_TEXT_ROW_H

#include "document/document.h"

enum { TEXT_ROW_PARTS = 40, TEXT_MARGIN = 12 /* characters */ };

typedef struct text_part { /* of a line, set off by two blanks, a tab or leading dots */
	uint32_t start, end;   /* bytes of the text */
	uint32_t left, right;  /* characters from the line's beginning */
	bool number;           /* a number, or what stands in its place */
	bool digits;
	bool sign; /* neither digits nor letters: "-", "(*)", "....." */
} text_part;

typedef struct text_row {
	text_part parts[TEXT_ROW_PARTS];
	size_t n;
	bool full; /* more parts than fit */
	bool bare; /* numbers alone, away from the margin: a row without a label, or headings */
} text_row;

typedef enum {
	TEXT_BLANK,
	TEXT_RULE,
	TEXT_LABEL,
	TEXT_ROW,
	TEXT_NUMBERS,
	TEXT_NOTHING, /* a row without a number */
	TEXT_OTHER
} text_shape;

/* What line `line` is; its parts. */
text_shape text_row_read(const document *d, size_t line, text_row *r);
bool text_part_is_year(const document *d, const text_part *p);
/* Whether all its parts are years, so that it heads columns. */
bool text_row_has_years(const document *d, const text_row *r);
/* The end of line i, without its break. */
uint32_t text_line_end(const document *d, size_t i);

static inline bool text_row_is_body(text_shape shape)
{
	return shape == TEXT_ROW || shape == TEXT_NUMBERS;
}

#endif
