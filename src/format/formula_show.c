/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A formula as a person reads it in its cell. */
#include "base/limits.h"
#include "format/formula_token.h"
#include "format/gather.h"
#include "format/sheet.h"

static void put_corner(arena *a, gathered *out, uint32_t row, uint32_t col, bool whole)
{
	gather_add(a, out, sheet_column_name(a, col));
	if (!whole)
		gather_add(a, out, arena_printf(a, "%u", row + 1));
}

static void put_area(arena *a, gathered *out, const formula_token *t)
{
	const formula_area *area = &t->area;
	bool whole = area->last_row == LIMIT_TABLE_ROWS - 1;
	gather_add(a, out, area->sheet);
	gather_add(a, out, area->sheet.len ? SLICE("!") : SLICE(""));
	put_corner(a, out, area->first_row, area->first_col, whole);
	if (!t->pair)
		return;
	gather_add(a, out, SLICE(":"));
	put_corner(a, out, area->last_row, area->last_col, whole);
}

slice formula_show(arena *a, const formula *f)
{
	gathered out = {0};
	for (size_t at = 0; at < f->text.len;) {
		formula_token t = formula_next(f, &at);
		if (t.kind == FORMULA_AREA)
			put_area(a, &out, &t);
		else
			gather_add(a, &out, t.kind == FORMULA_NEXT ? SLICE(", ") : slice_sub(f->text, t.start, t.end));
	}
	return gather_text(&out);
}

bool formula_names(const formula_area *area, slice name)
{
	size_t k = 0;
	for (size_t i = 0; i < area->sheet.len; i++, k++) {
		char c = area->sheet.ptr[i];
		if (k == name.len || c != name.ptr[k])
			return false;
		i += c == '\'';
	}
	return k == name.len;
}
