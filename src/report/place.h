/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a figure stands, in the words of its document: a line, a page, a sheet's cell. */
#ifndef REPORT_PLACE_H
#define REPORT_PLACE_H

#include "claim/claim.h"

/* "7:30", "page 3", "Piers!B5"; line and col are those of document_place. */
slice place_short(arena *a, const document *d, const claim *c, uint32_t line, uint32_t col);
/* "line 7, column 30", "page 3", "sheet Piers, cell B5". */
slice place_long(arena *a, const document *d, const claim *c, uint32_t line, uint32_t col);
/* Whether the document's lines are its reader's: those of a file, not of text that was taken from pages or sheets. */
bool place_has_lines(const document *d);

#endif
