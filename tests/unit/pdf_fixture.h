/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small PDFs for tests, drawn by libharu. Places are in points from the page's top left corner, as the reader tells them. */
#ifndef PDF_FIXTURE_H
#define PDF_FIXTURE_H

#include "read/read.h"

#include <hpdf.h>

typedef struct sheet {
	HPDF_Doc doc;
	HPDF_Page page;
	HPDF_Font plain, bold, fixed;
} sheet;

sheet sheet_new(void);
void sheet_page(sheet *s);
/* One line whose foot stands at y; where it ends. */
float sheet_line(sheet *s, HPDF_Font font, float size, float x, float y, const char *text);
float sheet_width(sheet *s, HPDF_Font font, float size, const char *text);
/* One line that ends at `right`. */
void sheet_line_to(sheet *s, HPDF_Font font, float size, float right, float y, const char *text);
/* The file's bytes; frees the sheet. */
slice sheet_bytes(arena *a, sheet *s);

#endif
