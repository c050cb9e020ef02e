/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/gather.h"

void gather_add(arena *a, gathered *g, slice text)
{
	for (size_t i = 0; i < text.len; i++)
		VEC_PUSH(a, *g, text.ptr[i]);
}

void gather_line(arena *a, gathered *g)
{
	if (g->n)
		VEC_PUSH(a, *g, '\n');
}

slice gather_text(const gathered *g)
{
	return slice_trim((slice){g->n ? g->at : "", g->n});
}
