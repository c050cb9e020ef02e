/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/place.h"

bool place_has_lines(const document *d)
{
	return !d->box_count && !d->sheet_count;
}

static slice place_told(arena *a, const document *d, const claim *c, const char *cell_format)
{
	float box[4];
	slice sheet, cell = document_cell(a, d, c->block, &sheet);
	if (cell.len)
		return arena_printf(a, cell_format, SLICE_ARG(sheet), SLICE_ARG(cell));
	uint32_t page = document_box(d, c->figure->full_start, c->figure->full_end, box);
	return page ? arena_printf(a, "page %u", page) : (slice){"", 0};
}

slice place_short(arena *a, const document *d, const claim *c, uint32_t line, uint32_t col)
{
	slice told = place_told(a, d, c, SLICE_FMT "!" SLICE_FMT);
	return told.len ? told : arena_printf(a, "%u:%u", line, col);
}

slice place_long(arena *a, const document *d, const claim *c, uint32_t line, uint32_t col)
{
	slice told = place_told(a, d, c, "sheet " SLICE_FMT ", cell " SLICE_FMT);
	return told.len ? told : arena_printf(a, "line %u, column %u", line, col);
}
