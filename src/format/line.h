/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of plain text, and what its shape tells. */
#ifndef FORMAT_LINE_H
#define FORMAT_LINE_H

#include "base/slice.h"

typedef enum { MARK_NONE, MARK_BULLET, MARK_NUMBER, MARK_LETTER, MARK_HASH } mark_kind;

typedef struct line {
	uint32_t start, end; /* bytes of the document's text, without white space at either end */
	uint32_t body;       /* where the text begins behind a bullet or # marks; start otherwise */
	uint32_t indent;     /* columns of white space before it, a tab going on to the next multiple of four */
	uint32_t number;     /* of a numbered item */
	mark_kind mark;
	char
		sign; /* of an item: the last byte of its bullet, or what closes its number or letter; '(' where that is in brackets */
	uint8_t hashes; /* of MARK_HASH: how many */
	bool empty;     /* no letter and no digit: blank, or a rule such as "* * *" */
	bool sentence;  /* ends as a sentence does */
	bool stopped;   /* ends in any stop, the comma, colon and semicolon included */
	bool dash;      /* ends in a dash */
	bool cells;     /* parts are set off by tabs, bars or wide gaps: a row of a table */
	bool fence;     /* opens or closes a block of code */
	char underline; /* the one sign an underline is made of: = - ~ ^ " ; 0 otherwise */
} line;

/* Reads the line text[start, end), end being past its last byte without \n. */
line line_read(slice text, uint32_t start, uint32_t end);
/* Bytes of its first word. */
uint32_t line_first_word(slice text, const line *l);
/* Whether its first letter or digit is no small letter. */
bool line_begins_anew(slice text, const line *l);
/* Whether it could be a heading: at most `max` code points, more words than numbers, and no stop at its end
 * (unless all its letters are capitals). */
bool line_like_heading(slice text, const line *l, size_t max);
/* Whether it is a name with its number, one of several as a rule: "width: 40 cm". */
bool line_tells_value(slice text, const line *l);

#endif
