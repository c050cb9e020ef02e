/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, and what stands on them: text, shapes, links. */
#include "report/pdf_haru.h"

#include "base/utf8.h"

enum { RUN_BYTES = 1536 };

arena *pdf_arena(pdf *p)
{
	return p->arena;
}

double pdf_width(const pdf *p)
{
	return p->width;
}

double pdf_height(const pdf *p)
{
	return p->height;
}

size_t pdf_page_add(pdf *p)
{
	HPDF_Page page = pdf_made(p, HPDF_AddPage(p->doc));
	HPDF_Page_SetWidth(page, (HPDF_REAL)p->width);
	HPDF_Page_SetHeight(page, (HPDF_REAL)p->height);
	VEC_PUSH(p->arena, p->pages, page);
	p->page = page;
	return p->pages.n - 1;
}

void pdf_page_use(pdf *p, size_t page)
{
	p->page = p->pages.at[page];
}

size_t pdf_page_count(const pdf *p)
{
	return p->pages.n;
}

HPDF_REAL pdf_up(pdf *p, double y)
{
	return pdf_real(p, p->height - y);
}

static float part(uint32_t rgb, unsigned shift)
{
	return (float)(rgb >> shift & 0xFF) / 255;
}

static void fill_with(pdf *p, uint32_t rgb)
{
	HPDF_Page_SetRGBFill(p->page, part(rgb, 16), part(rgb, 8), part(rgb, 0));
}

static void stroke_with(pdf *p, uint32_t rgb, double width)
{
	HPDF_Page_SetRGBStroke(p->page, part(rgb, 16), part(rgb, 8), part(rgb, 0));
	HPDF_Page_SetLineWidth(p->page, pdf_real(p, width));
}

/* Puts glyphs of one font from the front into text (NUL-terminated UTF-8); returns how many, and their advance. */
static size_t take_run(const pdf_glyph *glyphs, size_t n, char text[RUN_BYTES], double *advance)
{
	size_t used = 0, bytes = 0;
	*advance = 0;
	while (used < n && glyphs[used].font == glyphs[0].font && bytes + 5 < RUN_BYTES) {
		bytes += utf8_encode(glyphs[used].code, text + bytes);
		*advance += (double)glyphs[used++].advance;
	}
	text[bytes] = '\0';
	return used;
}

void pdf_draw(pdf *p, double x, double baseline, const pdf_glyph *glyphs, size_t n, double size, uint32_t rgb)
{
	if (!n)
		return;
	char text[RUN_BYTES];
	fill_with(p, rgb);
	HPDF_Page_BeginText(p->page);
	HPDF_Page_MoveTextPos(p->page, pdf_real(p, x), pdf_up(p, baseline));
	double shift = 0; /* of the line's start, from the run before */
	for (size_t i = 0; i < n;) {
		double advance;
		unsigned font = glyphs[i].font;
		if (shift > 0)
			HPDF_Page_MoveTextPos(p->page, pdf_real(p, shift), 0);
		i += take_run(glyphs + i, n - i, text, &advance);
		HPDF_Page_SetFontAndSize(p->page, p->faces[font].font, pdf_real(p, size));
		HPDF_Page_ShowText(p->page, text);
		shift = advance * size;
	}
	HPDF_Page_EndText(p->page);
}

void pdf_line(pdf *p, double x0, double y0, double x1, double y1, double width, uint32_t rgb)
{
	stroke_with(p, rgb, width);
	HPDF_Page_MoveTo(p->page, pdf_real(p, x0), pdf_up(p, y0));
	HPDF_Page_LineTo(p->page, pdf_real(p, x1), pdf_up(p, y1));
	HPDF_Page_Stroke(p->page);
}

void pdf_rect(pdf *p, double x, double y, double width, double height, uint32_t rgb)
{
	fill_with(p, rgb);
	HPDF_Page_Rectangle(p->page, pdf_real(p, x), pdf_up(p, y + height), pdf_real(p, width), pdf_real(p, height));
	HPDF_Page_Fill(p->page);
}

static void paint(pdf *p, double stroke, uint32_t rgb, bool begin)
{
	if (begin && stroke > 0)
		stroke_with(p, rgb, stroke);
	else if (begin)
		fill_with(p, rgb);
	else if (stroke > 0)
		HPDF_Page_ClosePathStroke(p->page);
	else
		HPDF_Page_Fill(p->page);
}

void pdf_polygon(pdf *p, const double (*corners)[2], size_t n, double stroke, uint32_t rgb)
{
	paint(p, stroke, rgb, true);
	HPDF_Page_MoveTo(p->page, pdf_real(p, corners[0][0]), pdf_up(p, corners[0][1]));
	for (size_t i = 1; i < n; i++)
		HPDF_Page_LineTo(p->page, pdf_real(p, corners[i][0]), pdf_up(p, corners[i][1]));
	paint(p, stroke, rgb, false);
}

void pdf_circle(pdf *p, double x, double y, double radius, double stroke, uint32_t rgb)
{
	paint(p, stroke, rgb, true);
	HPDF_Page_Circle(p->page, pdf_real(p, x), pdf_up(p, y), pdf_real(p, radius));
	paint(p, stroke, rgb, false);
}

pdf_dest *pdf_place(pdf *p, size_t page, double y)
{
	HPDF_Destination to = pdf_made(p, HPDF_Page_CreateDestination(p->pages.at[page]));
	HPDF_Destination_SetXYZ(to, 0, pdf_up(p, y > 0 ? y : 0), 1);
	/* A zoom of 0 keeps the reader's own; the setter refuses it. */
	HPDF_Real zoom = HPDF_Array_GetItem(to, 4, HPDF_OCLASS_REAL);
	if (zoom)
		zoom->value = 0;
	return (pdf_dest *)to;
}

void pdf_link(pdf *p, size_t page, double x0, double y0, double x1, double y1, pdf_dest *to)
{
	HPDF_Rect at = {.left = pdf_real(p, x0), .bottom = pdf_up(p, y1), .right = pdf_real(p, x1), .top = pdf_up(p, y0)};
	HPDF_Annotation link = pdf_made(p, HPDF_Page_CreateLinkAnnot(p->pages.at[page], at, (HPDF_Destination)to));
	HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
}

pdf_bookmark *pdf_bookmark_add(pdf *p, pdf_bookmark *parent, slice title, bool open, pdf_dest *to)
{
	HPDF_Outline item = pdf_made(p, HPDF_CreateOutline(p->doc, (HPDF_Outline)parent, pdf_clean(p, title), p->utf8));
	HPDF_Outline_SetOpened(item, open ? HPDF_TRUE : HPDF_FALSE);
	HPDF_Outline_SetDestination(item, (HPDF_Destination)to);
	return (pdf_bookmark *)item;
}
