/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: UTF-8 text divided into blocks, each place mapped back to the source. */
#ifndef READ_DOCUMENT_H
#define READ_DOCUMENT_H

#include "base/vec.h"
#include "calc/calendar.h"

#define BLOCK_KINDS(X)                                                                                                      \
	X(HEADING, heading)                                                                                                     \
	X(PARAGRAPH, paragraph)                                                                                                 \
	X(ITEM, item)                                                                                                           \
	X(CELL, cell)                                                                                                           \
	X(CAPTION, caption)                                                                                                     \
	X(FOOTNOTE, footnote)                                                                                                   \
	X(QUOTE, quote)                                                                                                         \
	X(CODE, code)
typedef enum {
#define X(NAME, name) BLOCK_##NAME,
	BLOCK_KINDS(X)
#undef X
} block_kind;

typedef struct block {
	block_kind kind;
	uint32_t start, end; /* bytes of the document's text, without surrounding white space. A list item begins at its number
	                        ("2. ", "(b) "), but behind a bullet; a heading behind its # marks */
	uint16_t level;      /* of a heading (1..6) or the depth of a list item (1..) */
	uint32_t group;      /* the list or table it belongs to, 1-based; 0: none */
	uint32_t row, col;   /* of a table cell, 0-based */
	bool header;         /* a header cell */
	int32_t section;     /* index of the heading block it stands under, -1: none, or the document's own title */
} block;

typedef enum { DOCUMENT_OK, DOCUMENT_EMPTY, DOCUMENT_UNREADABLE } document_status;

typedef struct document {
	slice path;       /* as the person named it: the claims' "doc" */
	slice collection; /* documents of one collection are compared; empty: it stands alone */
	slice text;       /* valid UTF-8. For UTF-8 text files these are the file's own bytes */
	block *blocks;
	size_t block_count;
	uint32_t *line_starts; /* offset in text of each line's first byte */
	size_t line_count;
	uint32_t *points; /* code points before each 4096th byte, so that a column in a long line is found at once */
	slice title, place, publisher; /* empty: not told */
	slice lang;                    /* as a record tells it, empty if not told */
	date dated;                    /* year 0: not told. From metadata only; dates in the text are claims */
	slice sha256;                  /* of the source bytes, hex */
	document_status status;
	slice why;       /* unreadable or empty: the reason, a plain sentence */
	bool title_told; /* the title came as metadata, not from the text */
} document;

typedef VEC(document) document_list;

/* 1-based line, and column in code points (a byte order mark is one), of a byte offset. Lines end at \n. */
void document_place(const document *d, uint32_t offset, uint32_t *line, uint32_t *col);
slice document_text(const document *d, uint32_t start, uint32_t end);
/* Fills line_starts, line_count and points from text: document_place needs them. */
void document_index_lines(arena *a, document *d);

#endif
