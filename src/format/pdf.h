/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF between the library that draws it and the document: pages of words with boxes, which become lines, tables and blocks.
 * Lengths are in points, from the page's top left corner. Everything lives in the document's arena. */
#ifndef FORMAT_PDF_H
#define FORMAT_PDF_H

#include "base/vec.h"

typedef struct pdf_box {
	float left, top, right, bottom;
} pdf_box;

static inline void pdf_box_join(pdf_box *to, const pdf_box *box)
{
	to->left = box->left < to->left ? box->left : to->left;
	to->top = box->top < to->top ? box->top : to->top;
	to->right = box->right > to->right ? box->right : to->right;
	to->bottom = box->bottom > to->bottom ? box->bottom : to->bottom;
}
/* How much of the narrower of the two stands over or under the other: 0 to 1. */
float pdf_overlap(const pdf_box *x, const pdf_box *y);

typedef enum {
	PDF_FREE,    /* not yet given to any block */
	PDF_RUNNING, /* of a running head or foot: left out */
	PDF_TABLE,   /* of a table's cell */
	PDF_CODE,    /* of a line of code */
} pdf_use;

typedef struct pdf_word { /* characters without white space between them, of one size, on one line */
	slice text;
	pdf_box box;
	float size;    /* of its type */
	uint32_t line; /* in page.lines */
	bool bold;
	bool fixed;     /* its letters are all of one width, as code's */
	bool turned;    /* it does not run from left to right */
	bool glued;     /* no white space stands before it: the word before goes on in another size */
	uint8_t use;    /* pdf_use */
	uint32_t table; /* of a table's word: in page.tables */
} pdf_word;

typedef struct pdf_line { /* words that the library found on one line of one column, in its reading order */
	uint32_t first, end;  /* of page.words */
	pdf_box box;
	float size; /* of most of its characters */
	bool bold;  /* nearly all of its characters are */
	bool fixed; /* most of its characters are */
	bool turned;
	uint8_t use;
} pdf_line;

typedef struct pdf_cell {
	VEC(uint32_t) words; /* in reading order */
	pdf_box box;
	uint32_t row, col, col_span;
	bool header;
} pdf_cell;

typedef struct pdf_table {
	VEC(pdf_cell) cells; /* row by row, from left to right, empty ones too */
	uint32_t rows, cols, header_rows;
	pdf_box box;
	VEC(pdf_box) columns; /* how far each column's words reach */
} pdf_table;

typedef VEC(pdf_word) pdf_words;
typedef VEC(pdf_line) pdf_lines;

typedef struct pdf_page {
	uint32_t number; /* 1-based */
	float width, height;
	bool picture; /* it holds no text, but a picture that takes most of it */
	pdf_words words;
	pdf_lines lines;
	VEC(pdf_table) tables;
} pdf_page;

typedef VEC(pdf_page) pdf_pages;

/* format/pdf_page: the words and lines of what the library tells of a page: its text with one box a character, and runs of type. */
typedef struct pdf_type_run {
	uint32_t start, end; /* code points of the text; end is behind the last */
	float size;
	bool bold, fixed;
} pdf_type_run;
typedef struct pdf_told { /* its arrays are used again from page to page */
	slice text;
	VEC(pdf_box) boxes;
	VEC(pdf_type_run) runs;
	pdf_words words;
	pdf_lines lines;
} pdf_told;
/* False: more words than LIMIT_PDF_PAGE_WORDS. */
bool pdf_page_fill(arena *a, pdf_page *page, pdf_told *told);

/* format/pdf_parts: pages that another process read, before anything was found on them. */
slice pdf_pages_pack(arena *a, const pdf_pages *pages);
/* Puts them behind those that are there; false: they are not whole. */
bool pdf_pages_unpack(arena *a, slice bytes, pdf_pages *pages);

/* format/pdf_row: the rows of a page across its columns, each of chunks: words that stand as close as those of one cell do. */
typedef struct pdf_chunk {
	const uint32_t *words;  /* from left to right, in the rows' order */
	uint32_t count, spoken; /* spoken: without dots that lead the eye */
	pdf_box box;
	bool numeral; /* a number and its marks alone, or a dash */
	bool dash;    /* a dash, or two dots, alone: no figure */
	bool leader;  /* dots that lead the eye to a number stand in it */
} pdf_chunk;
typedef struct pdf_row {
	uint32_t first, end; /* of rows.chunks */
	pdf_box box;
	float height; /* of its first word */
	bool seed;    /* it may be of a table: a numeral stands beside something else */
	bool nil;     /* a name, and a dash in each column */
} pdf_row;
typedef VEC(pdf_chunk) pdf_chunks;
typedef struct pdf_rows {
	pdf_chunks chunks;
	VEC(pdf_row) rows;
	bool small; /* most rows that may be of a table begin with a small letter, which then tells nothing */
} pdf_rows;
/* Whether two numerals or more stand apart from text: where none do, no table is. */
bool pdf_may_hold_table(const pdf_page *page);
/* Whether a word is digits and the marks of a number. */
bool pdf_is_numeral(slice text);
/* Whether a word is nothing but the sign of money before a number. */
bool pdf_is_money(slice text);
/* Of the given words of a page. */
pdf_rows pdf_rows_of(arena *a, const pdf_page *page, const uint32_t *words, size_t n);

/* format/pdf_part: parts chunks of which other rows show that they are several cells. Chunks are not judged yet. */
void pdf_part_columns(arena *a, const pdf_page *page, pdf_rows *rows);

bool pdf_begins_small(const pdf_page *page, const pdf_rows *rows, uint32_t r); /* the row, with a small letter */
/* Whether a row opens with a further line of the name that stands alone in the row above. */
bool pdf_goes_on(const pdf_page *page, const pdf_rows *rows, uint32_t r);
/* How many dots a text ends with. */
size_t pdf_dots(slice text);

/* Whether words open as what is told of a table or figure: a word and its number, "Table 3.", "Exhibit A-2:". */
bool pdf_is_label(const pdf_page *page, const uint32_t *words, size_t n);

/* format/pdf_table: finds the page's tables, and marks their words and lines. */
void pdf_find_tables(arena *a, pdf_page *page, uint32_t pages); /* pages: of the whole document */
/* Whether the page's text runs in two columns: many long lines in each half, few across. */
bool pdf_in_columns(const pdf_page *page);
/* format/pdf_grid: the cells of the rows [start, end), of which those before `first` head the columns; false: they make no table. */
bool pdf_grid_of(arena *a, const pdf_page *page, const pdf_rows *rows, uint32_t start, uint32_t first, uint32_t end,
                 pdf_table *table);

/* format/pdf_text_table: whether a table of words begins with a row; *end: behind its last, or behind the row. */
bool pdf_text_table(arena *a, const pdf_page *page, const pdf_rows *rows, uint32_t first, uint32_t *end, pdf_table *table);

/* format/pdf_running: marks heads, feet and page numbers that return on page after page. */
void pdf_find_running(arena *a, pdf_pages *pages);
/* format/pdf_code: marks lines of code: all their letters are of one width, in a document that is not so itself. */
void pdf_find_code(arena *a, pdf_pages *pages);

/* format/pdf_print: the lines of print that are no table's, in reading order, with the tables between them. */
typedef struct pdf_print {
	uint32_t page; /* in pages */
	VEC(uint32_t) words;
	pdf_box box;
	float size, edge; /* edge: how far the lines about it reach to the right */
	bool bold, code, turned;
	bool leader;     /* dots lead the eye to a page's number */
	bool parted;     /* wide gaps stand between its words, as in a table */
	uint32_t marks;  /* how many of its first words are an item's mark */
	bool ordered;    /* the mark is a number, or a letter */
	uint32_t number; /* of an ordered mark; 0: none */
	int32_t table;   /* it stands for this table of its page; -1: for none */
} pdf_print;
typedef VEC(pdf_print) pdf_prints;
void pdf_print_page(arena *a, const pdf_pages *pages, uint32_t number, pdf_prints *out);

/* format/pdf_flow: lines become paragraphs, headings, items, notes, captions. */
typedef enum { PIECE_TEXT, PIECE_HEADING, PIECE_ITEM, PIECE_CAPTION, PIECE_NOTE, PIECE_CODE, PIECE_TABLE } pdf_piece_kind;
typedef struct pdf_piece {
	pdf_piece_kind kind;
	uint32_t first, end; /* of prints */
	uint16_t level;      /* of a heading */
	float size;
	bool bold;
	bool joined; /* of a table: it goes on from the one before and is told there */
} pdf_piece;
typedef VEC(pdf_piece) pdf_pieces;
pdf_pieces pdf_flow(arena *a, const pdf_pages *pages, const pdf_prints *prints);
/* The size in which most of the text is set. */
float pdf_body_size(arena *a, const pdf_pages *pages);

/* format/pdf_note: what a word that is glued to another, or stands apart from it, in smaller type tells. */
typedef enum { RAISED_NOT, RAISED_EXPONENT, RAISED_NOTE } pdf_raised;
pdf_raised pdf_raised_of(const pdf_page *page, const uint32_t *words, size_t n, size_t at);

/* format/pdf_indent: how far in the first cells of rows stand, of a table that goes on over pages, in steps: 0 at the edge. */
typedef struct pdf_indents {
	VEC(float) steps; /* where each begins */
	float near;
} pdf_indents;
pdf_indents pdf_indents_of(arena *a, const pdf_page *const *pages, const pdf_table *const *parts, size_t n);
uint16_t pdf_indent_of(const pdf_indents *all, const pdf_page *page, const pdf_cell *c);

/* format/pdf_write: tells the pieces to a builder. */
struct builder;
void pdf_write(arena *a, struct builder *b, const pdf_pages *pages, const pdf_prints *prints, const pdf_pieces *pieces);

#endif
