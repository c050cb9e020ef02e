/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the reader of reStructuredText: what its parts share. */
#ifndef FORMAT_RST_H
#define FORMAT_RST_H

#include "format/wrapped.h"

typedef struct rst_substitution { /* "|name|" stands for source bytes [start, end) */
	slice name;
	uint32_t start, end;
} rst_substitution;

typedef struct rst {
	arena *arena;
	builder *out;
	document *doc;
	slice source;
	wrapped wrapped;
	VEC(uint16_t) styles;                /* of headings, by level: the sign, and 256 where a line stands over it too */
	VEC(rst_substitution) substitutions; /* in order of name */
	uint32_t depth;                      /* blocks within blocks */
} rst;

typedef struct rst_view { /* lines that are read as a body of their own */
	source_line *at;
	size_t n;
} rst_view;

typedef enum { RST_NO_ITEM, RST_BULLET, RST_NUMBER, RST_LETTER, RST_ROMAN, RST_AUTO } rst_item_kind;

typedef struct rst_item { /* the mark of a list's item */
	rst_item_kind kind;
	char shape;      /* the bullet's first byte, or what closes an enumerator: '.', ')' or '(' for both brackets */
	uint32_t number; /* of an enumerator */
	uint32_t text;   /* source offset of the text behind it */
	uint32_t column; /* and that text's column */
} rst_item;

/* rst: reads the lines as blocks. */
void rst_blocks(rst *r, rst_view v);
rst_view rst_view_of(rst_view v, size_t from, size_t to);
/* The first line from `i` on that is not blank and no deeper than `indent`, or v.n. */
size_t rst_extent(rst_view v, size_t i, uint32_t indent);
void rst_code(rst *r, rst_view v);

/* rst_line: what a line's shape tells. */
bool rst_is_blank(const source_line *l);
slice rst_text_of(const rst *r, const source_line *l);
/* The sign that a line is made of (an underline), or 0. */
char rst_rule(const rst *r, const source_line *l);
rst_item rst_item_of(const rst *r, const source_line *l);
/* Bytes of ":name:" at the line's beginning, or 0. */
size_t rst_field(const rst *r, const source_line *l);
size_t rst_option(const rst *r, const source_line *l);
/* A directive's or role's name without the language that may stand before it: of "py:function" the function. */
slice rst_own_name(slice name);
bool rst_is_explicit(const rst *r, const source_line *l); /* ".." and white space or nothing */
/* The same line from source offset `at` on, which is its first text. */
source_line rst_behind(const source_line *l, uint32_t at, uint32_t end_column);

/* rst_inline: tells the text of lines with what is set apart in it; or the first `end` bytes of the lines joined last. */
void rst_inline(rst *r, const source_line *lines, size_t n);
void rst_inline_joined(rst *r, size_t end);

/* rst_explicit: the construct that ".." opens at line i; returns the line behind it. */
size_t rst_explicit(rst *r, rst_view v, size_t i);
/* Finds what is said to stand for what. */
void rst_read_substitutions(rst *r, rst_view v);

/* rst_table: the table that begins at line i, if one does; returns the line behind it, or i. */
size_t rst_table(rst *r, rst_view v, size_t i);
/* A cell of these lines: one alone is a line of text whatever it looks like, several are blocks. */
void rst_put_cell(rst *r, rst_view v, bool header, uint32_t rows, uint32_t cols);
/* rst_values: the body of a list-table or csv-table. */
void rst_list_table(rst *r, rst_view v, uint32_t header_rows, uint32_t header_cols);
void rst_csv_table(rst *r, rst_view header, rst_view v, char between, uint32_t header_rows, uint32_t header_cols);

#endif
