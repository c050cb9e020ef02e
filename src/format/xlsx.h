/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Office: what the readers of their parts share. */
#ifndef FORMAT_XLSX_H
#define FORMAT_XLSX_H

#include "format/workbook.h"
#include "format/xml.h"
#include "format/zip_parts.h"

enum { XLSX_MOST_FORMAT = 100000 };

typedef struct xlsx_format {
	uint32_t id;
	slice code;
} xlsx_format;

typedef struct xlsx_book {
	arena *arena;
	const zip_parts *parts;
	builder *b;
	slice main; /* the main part's name */
	workbook book;
	VEC(slice) shared;        /* texts that cells share */
	VEC(xlsx_format) formats; /* of its own */
	VEC(uint32_t) styles;     /* the number format of each cell style */
} xlsx_book;

/* format/xlsx_style: the number formats of a workbook, and that of a cell's style. */
void xlsx_styles_read(xlsx_book *j, slice part);
slice xlsx_format_of(const xlsx_book *j, uint32_t style);
/* format/xlsx_cells: the cells of a sheet; *why is set if its part is broken. */
void xlsx_cells_read(xlsx_book *book, slice part, sheet *s, slice *why);
/* Whether an attribute of the element at hand says yes. */
bool xlsx_is_on(xml_reader *x, const char *name);
/* Text of runs up to the end of the element that just opened, without how it is spoken; raised digits as superscripts. */
slice xlsx_rich_text(arena *a, xml_reader *x);

#endif
