/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document's structure as lines that a test can compare. */
#ifndef OUTLINE_FIXTURE_H
#define OUTLINE_FIXTURE_H

#include "read/read.h"

/* The document of these bytes under this name. */
document outline_read(arena *a, slice name, slice bytes);
/* One line a block: its kind with a heading's level, "in N" for the block that holds it, a cell's row,column (with "+rows x cols"
 * where it spans, and "!" for a header), an item's list:number, "= digits" for a stored number, then its text, with line
 * ends as "/". */
const char *outline_of(arena *a, const document *d);
/* The document named `name` with this text has this outline. */
void outline_expect(arena *a, const char *name, const char *text, const char *outline);
/* What the document says, `said`, which stands in its text once, stands for these bytes of its source. */
void outline_expect_source(arena *a, const char *name, const char *text, const char *said, const char *source);

#endif
