/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: UTF-8 text divided into blocks, each place mapped back to the source. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/caps.h"
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
	uint32_t start,
		end; /* bytes of the document's text, without surrounding white space; empty for an empty cell, or an item
	                        that begins with another block. In plain text an item begins at its number ("2. ", "(b) "), but
	                        behind a bullet; a heading behind its # marks. In other formats marks are no text */
	uint16_t
		level; /* of a heading (1..6); the depth of a list item (1..); how far in a cell's text stands, in steps, where that is
	                   set and not typed */
	uint16_t row_span, col_span; /* of a cell, 1 or more; 0 in what is no cell */
	bool header;                 /* a header cell */
	bool struck;                 /* an item, or cell, struck out as a whole */
	uint32_t row, col;           /* of a cell, 0-based, spans counted */
	uint32_t number;             /* of an item: as it is numbered ("2."), 0: it is not */
	uint32_t group;              /* of an item or cell: its list or table, 1-based, so groups[group - 1]; 0: none */
	int32_t parent;              /* index of the item, cell, quote, footnote or caption block that holds it, -1: none */
	int32_t section; /* index of the heading block it stands under, -1: none, or the document's own title, to which
	                                headings right below it go too, unless more of their level come later */
} block;

typedef enum { GROUP_LIST, GROUP_TABLE } group_kind;

typedef struct block_group { /* a list or a table */
	group_kind kind;
	uint32_t first, end;           /* its blocks, what they hold included: blocks[first .. end) */
	int32_t parent;                /* as a block's */
	uint32_t items;                /* of a list: its own, without those of lists in it */
	bool ordered;                  /* of a list: numbered or lettered */
	uint32_t rows, cols;           /* of a table */
	uint32_t header_rows;          /* of a table: how many at its top are headers as a whole */
	int32_t caption;               /* of a table: its caption's block, -1: none */
	uint32_t sheet;                /* of a table that is a sheet: sheets[sheet - 1]; 0: of no workbook */
	uint32_t first_row, first_col; /* of a sheet's table: where in the sheet its cell 0, 0 stands, 0-based */
} block_group;

#define INLINE_KINDS(X)                                                                                                     \
	X(CODE, code)                                                                                                           \
	X(STRONG, strong)                                                                                                       \
	X(STRUCK, struck)                                                                                                       \
	X(LINK, link)                                                                                                           \
	X(NOTE, note) /* the mark of a footnote */
typedef enum {
#define X(NAME, name) INLINE_##NAME,
	INLINE_KINDS(X)
#undef X
} inline_kind;

typedef struct inline_span { /* a stretch of text that is set apart */
	uint32_t start, end;
	inline_kind kind;
} inline_span;

typedef struct source_part { /* the text from `text` to the next part's stands for the source bytes [source, source_end) */
	uint32_t text, source,
		source_end; /* as many bytes on both sides: byte by byte, white space for whatever parts two texts. Else ("&amp;") the
	                   whole for the whole */
} source_part;

typedef struct text_box { /* where on a page a word of the text is drawn: PDF. In points, from the page's top left corner */
	uint32_t start, end;  /* of the text */
	uint32_t page;        /* 1-based */
	float left, top, right, bottom;
} text_box;

typedef struct stored_value { /* of a sheet's cell: the number that is stored, of which the text shows a rounded one */
	uint32_t block;
	uint32_t start, len; /* in `stored_digits` */
} stored_value;

typedef enum { DOCUMENT_OK, DOCUMENT_EMPTY, DOCUMENT_UNREADABLE } document_status;

/* A new field that a reader fills needs a place in read/wire.c too, which brings it home from the reader's child. */
typedef struct document {
	slice path;       /* as the person named it: the claims' "doc" */
	slice collection; /* documents of one collection are compared; empty: it stands alone */
	slice text;       /* valid UTF-8, as a person reads it. Of plain text files these are the file's own bytes */
	slice source;     /* what positions are told in: the file as UTF-8 for text, Markdown, HTML and CSV; else text itself */
	block *blocks;    /* in reading order; what holds others stands before them */
	size_t block_count;
	block_group *groups;
	size_t group_count;
	inline_span *inlines; /* in order of start; they may nest */
	size_t inline_count;
	source_part *parts; /* in order; none: text and source are the same bytes */
	size_t part_count;
	text_box *boxes; /* in order of start; none: it has no pages */
	size_t box_count;
	stored_value *stored; /* in order of block */
	size_t stored_count;
	slice stored_digits;
	slice *sheets; /* names of a workbook's sheets */
	size_t sheet_count;
	slice *notes; /* plain sentences, without a full stop, on what the text does not show: "sheet Ports: row 4 is hidden" */
	size_t note_count;
	uint32_t *line_starts; /* offset in source of each line's first byte */
	size_t line_count;
	uint32_t *points; /* code points before each 4096th byte of source, so that a column in a long line is found at once */
	slice title, place, publisher; /* empty: not told */
	slice lang;                    /* as a record tells it, empty if not told */
	date dated;                    /* year 0: not told. From metadata only; dates in the text are claims */
	int32_t year;                  /* the one year that path, title and `dated` tell; 0: none, or several. Evidence for days
	                                  that are told without a year */
	slice sha256;                  /* of the source bytes, hex; empty: nobody asked */
	document_status status;
	slice why;        /* unreadable or empty: the reason, a plain sentence */
	bool title_told;  /* the title came as metadata, not from the text */
	const caps *caps; /* what its reader keeps to: cap_of(d->caps, CAP_DEPTH); NULL: the defaults */
} document;

typedef VEC(document) document_list;

/* The offset in the source of an offset in the text; of the end of a stretch, where its last byte ends in the source. */
uint32_t document_source(const document *d, uint32_t offset);
uint32_t document_source_end(const document *d, uint32_t end);
/* 1-based line, and column in code points (a byte order mark is one), in the source, of an offset in the text. Lines end at \n. */
void document_place(const document *d, uint32_t offset, uint32_t *line, uint32_t *col);
slice document_text(const document *d, uint32_t start, uint32_t end);
/* The source bytes that the text [start, end) stands for. */
slice document_source_text(const document *d, uint32_t start, uint32_t end);
/* The page of an offset, and the box around the text [start, end) on it (left, top, right, bottom); page 0: none. */
uint32_t document_box(const document *d, uint32_t start, uint32_t end, float box[4]);
/* The sheet's cell ("B7") that holds block number i; empty if none does. *sheet is its sheet's name. */
slice document_cell(arena *a, const document *d, size_t i, slice *sheet);
/* The number of the first inline span that begins at this offset of the text or behind it. */
size_t document_inlines_from(const document *d, uint32_t offset);
/* The spans of kind k that hold an offset: whether there is one. */
bool document_within(const document *d, uint32_t offset, inline_kind k);
/* The stored number of block i, exact decimal digits; empty: none. */
slice document_stored(const document *d, size_t i);
/* Sets source to text where no source was told, and fills line_starts, line_count and points: document_place needs them. */
void document_index_lines(arena *a, document *d);

#endif
