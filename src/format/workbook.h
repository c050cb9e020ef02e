/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a workbook, whose formulas may refer to each other. */
#ifndef FORMAT_WORKBOOK_H
#define FORMAT_WORKBOOK_H

#include "format/sheet.h"

typedef struct workbook {
	arena *arena;
	VEC(sheet *) sheets;
	bool from_1904; /* days count from 1904 */
	bool inexact;   /* it computes with numbers as they are shown, or approaches them in rounds: nothing is recomputed */
	bool renews;    /* it asks to be computed when it is opened: stored values may be no more than placeholders */
} workbook;

/* A new sheet at the workbook's end. */
sheet *workbook_add(workbook *w, slice name);
/* Once all sheets are read. Formulas are computed: cells without a stored value are shown with what theirs gives, and where a
 * stored value is another, it stays, and a note tells it. */
void workbook_settle(workbook *w, builder *b);
/* Puts a sheet out, under its name if it is not the only one. */
void workbook_put(workbook *w, builder *b, size_t i);

/* format/workbook_compute: computes what can be. Cells are sorted, and know their formulas. */
void workbook_compute(workbook *w);
/* format/workbook_stale: gives the cells without a value theirs, and tells of stale ones. */
void workbook_renew(workbook *w, builder *b);

#endif
