/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections of a number format ("#,##0;(#,##0);-;@"): one each for numbers above, below and at nothing, and for texts, unless they
 * tell conditions of their own. */
#ifndef FORMAT_SHEET_SECTION_H
#define FORMAT_SHEET_SECTION_H

#include "base/slice.h"

/* The end of what position i of a format is: a quoted text, an escaped character, a bracket, or one character. */
size_t section_item_end(slice f, size_t i);
/* The section that shows this number; *bare: it shows the sign itself, or has none to show. */
slice section_of_number(slice format, double number, bool *bare);
/* The one that shows texts; false: they are shown as they are. */
bool section_of_text(slice format, slice *section);
/* Whether a section shows a day or a time. */
bool section_is_date(slice section);

#endif
