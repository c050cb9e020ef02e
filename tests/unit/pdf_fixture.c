/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf_fixture.h"

#include <criterion/criterion.h>

enum { WIDTH = 595, HEIGHT = 842 };

static void fail(HPDF_STATUS error, HPDF_STATUS detail, void *with)
{
	(void)with;
	cr_assert_fail("libharu: %lx %lx", (unsigned long)error, (unsigned long)detail);
}

sheet sheet_new(void)
{
	sheet s = {.doc = HPDF_New(fail, NULL)};
	s.plain = HPDF_GetFont(s.doc, "Helvetica", "WinAnsiEncoding");
	s.bold = HPDF_GetFont(s.doc, "Helvetica-Bold", "WinAnsiEncoding");
	s.fixed = HPDF_GetFont(s.doc, "Courier", "WinAnsiEncoding");
	sheet_page(&s);
	return s;
}

void sheet_page(sheet *s)
{
	s->page = HPDF_AddPage(s->doc);
	HPDF_Page_SetWidth(s->page, WIDTH);
	HPDF_Page_SetHeight(s->page, HEIGHT);
}

float sheet_line(sheet *s, HPDF_Font font, float size, float x, float y, const char *text)
{
	HPDF_Page_BeginText(s->page);
	HPDF_Page_SetFontAndSize(s->page, font, size);
	HPDF_Page_TextOut(s->page, x, HEIGHT - y, text);
	float width = HPDF_Page_TextWidth(s->page, text);
	HPDF_Page_EndText(s->page);
	return x + width;
}

float sheet_width(sheet *s, HPDF_Font font, float size, const char *text)
{
	HPDF_Page_SetFontAndSize(s->page, font, size);
	return HPDF_Page_TextWidth(s->page, text);
}

void sheet_line_to(sheet *s, HPDF_Font font, float size, float right, float y, const char *text)
{
	sheet_line(s, font, size, right - sheet_width(s, font, size, text), y, text);
}

slice sheet_bytes(arena *a, sheet *s)
{
	HPDF_SaveToStream(s->doc);
	HPDF_UINT32 n = HPDF_GetStreamSize(s->doc);
	HPDF_BYTE *bytes = arena_alloc(a, n);
	HPDF_ReadFromStream(s->doc, bytes, &n);
	HPDF_Free(s->doc);
	return (slice){(const char *)bytes, n};
}
