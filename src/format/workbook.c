/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/workbook.h"

sheet *workbook_add(workbook *w, slice name)
{
	sheet *s = ARENA_NEW(w->arena, sheet);
	s->name = name;
	VEC_PUSH(w->arena, w->sheets, s);
	return s;
}

void workbook_settle(workbook *w, builder *b)
{
	bool any = false;
	for (size_t i = 0; i < w->sheets.n; i++) {
		sheet_sort(w->sheets.at[i]);
		any |= w->sheets.at[i]->formulas.n > 0;
	}
	if (any && !w->inexact)
		workbook_compute(w);
	if (any)
		workbook_renew(w, b);
}

void workbook_put(workbook *w, builder *b, size_t i)
{
	sheet_put(w->arena, b, w->sheets.at[i], w->sheets.n > 1);
}
