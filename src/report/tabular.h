/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: a head repeated on every page, rows that are never split, hair lines between them, no boxes. */
#ifndef REPORT_TABULAR_H
#define REPORT_TABULAR_H

#include "report/layout.h"

enum { TABULAR_COLUMNS = 12 };

typedef struct tabular_column {
	const char *head;
	double share; /* of the width that is left after the gaps */
	align side;
	size_t max_lines; /* of a cell, 0: all */
} tabular_column;

typedef struct tabular {
	layout *l;
	const tabular_column *columns;
	size_t n;
	double x[TABULAR_COLUMNS], width[TABULAR_COLUMNS];
	para cell[TABULAR_COLUMNS]; /* of the row being made */
	uint64_t anchor;            /* set where the row being made is drawn; 0: none */
	slice group;                /* the last one begun */
	bool begun;
} tabular;

/* A table over the full width of the page. Its head is drawn with the first row. */
tabular tabular_new(layout *l, const tabular_column *columns, size_t n);
/* Text or a shape into a cell of the row being made. */
void tabular_text(tabular *t, size_t column, slice text, look how);
void tabular_mark(tabular *t, size_t column, mark m, look how);
/* Draws the row, on a new page if it does not fit, and begins the next one empty. */
void tabular_row(tabular *t);
/* A line of its own across the table, kept with the row that follows and told again on every new page. */
void tabular_group(tabular *t, slice title);
void tabular_end(tabular *t);

#endif
