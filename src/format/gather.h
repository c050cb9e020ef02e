/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is gathered piece by piece. */
#ifndef FORMAT_GATHER_H
#define FORMAT_GATHER_H

#include "base/vec.h"

typedef VEC(char) gathered;

void gather_add(arena *a, gathered *g, slice text);
/* Between lines: a line end, unless nothing stands before it. */
void gather_line(arena *a, gathered *g);
slice gather_text(const gathered *g); /* without white space around it */

#endif
