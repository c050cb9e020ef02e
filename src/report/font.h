/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding font files. */
#ifndef REPORT_FONT_H
#define REPORT_FONT_H

#include "base/arena.h"

/* The path of a TrueType file of this name: in the folder that NUMERATE_FONTS names, else in the usual ones. Files that are
 * not whole are passed over. NULL if there is none; *out_of_memory tells whether that may be for want of memory alone. */
const char *font_find(arena *a, const char *file, bool *out_of_memory);

#endif
