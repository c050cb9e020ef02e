/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of reading an office file: what was built, and what the file tells of itself, its title and date. */
#ifndef FORMAT_OFFICE_META_H
#define FORMAT_OFFICE_META_H

#include "document/builder.h"
#include "format/zip_parts.h"

/* Moves what was built into d. Sets d's title, unless one is told already, and its date if the file was begun and last changed within
 * a month: a date that is older, or that of a template, would lend a wrong year to the days of the text. */
void office_finish(arena *a, const zip_parts *parts, builder *b, document *d);

#endif
