/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of plain text: numbers in columns of fixed width, their labels before them, perhaps led over by dots. */
#ifndef FORMAT_TEXT_TABLE_H
#define FORMAT_TEXT_TABLE_H

#include "document/document.h"

typedef VEC(block) block_list;
typedef VEC(block_group) group_list;

typedef struct text_column { /* characters of a line */
	uint32_t left, right;    /* that its numbers take; right: where they end */
	uint32_t from, to;       /* that they and the headings of it alone take */
	size_t beside;           /* the last column, counted from 1, that has a number before one of its own; 0: none */
} text_column;

typedef struct text_table {
	size_t first, rows_from, end; /* lines: its headings', its first row's, the one behind it */
	VEC(text_column) columns;
} text_table;

/* Whether line i of the document begins a table; if not, none begins before the line out->end either. */
bool text_table_find(arena *a, const document *d, size_t i, text_table *out);
/* Adds its cells and their group. */
void text_table_read(arena *a, const document *d, const text_table *t, block_list *blocks, group_list *groups);

#endif
