/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file that knows libharu (2.3). Its errors come as calls of on_error, which jumps out to pdf_make: after an error
 * no more calls are made on the document but HPDF_Free. */
#include "report/pdf.h"

#include "base/vec.h"
#include "report/font.h"
#include "report/shown.h"

#include <hpdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	FACES = 4,
	FALLBACK = 2 /* added to a weight: its fallback face */,
	CODES = 65536,
	RUN_BYTES = 1536,
	PAGES_IN_NODE = 256
};
enum { ADVANCE_UNKNOWN = -1, ADVANCE_NONE = -2 };

typedef struct face {
	bool tried;
	HPDF_FontDef def; /* NULL: not there */
	HPDF_Font font;
	int16_t *advance; /* by code, in thousandths; or ADVANCE_* */
} face;

typedef enum { FAILED_LIBRARY, FAILED_MEMORY, FAILED_FONT, FAILED_NUMBER } failure;

struct pdf {
	jmp_buf jump;
	HPDF_Doc doc;
	HPDF_Encoder utf8;
	arena *arena;
	HPDF_STATUS code; /* of FAILED_LIBRARY */
	failure failed;
	face faces[FACES];
	VEC(HPDF_Page) pages;
	HPDF_Page page;
	double width, height;
};

static const char *const FACE_FILES[FACES] = {
	[PDF_REGULAR] = "LiberationSans-Regular.ttf",
	[PDF_BOLD] = "LiberationSans-Bold.ttf",
	[PDF_REGULAR + FALLBACK] = "DejaVuSans.ttf",
	[PDF_BOLD + FALLBACK] = "DejaVuSans-Bold.ttf",
};

/* ---- failing ---- */

_Noreturn static void fail(pdf *p, failure why)
{
	p->failed = why;
	longjmp(p->jump, 1);
}

static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
	(void)detail;
	pdf *p = user;
	p->code = code;
	fail(p, code == HPDF_FAILD_TO_ALLOC_MEM ? FAILED_MEMORY : FAILED_LIBRARY);
}

static slice failure_text(const pdf *p, arena *a)
{
	switch (p->failed) {
	case FAILED_MEMORY:
		return SLICE("out of memory while making the PDF");
	case FAILED_FONT:
		return arena_printf(
			a,
			"the fonts %s and %s were not found: install them (fonts-liberation), or name the folder that holds "
			"them in NUMERATE_FONTS",
			FACE_FILES[PDF_REGULAR], FACE_FILES[PDF_BOLD]);
	case FAILED_NUMBER:
		return SLICE("a coordinate of the PDF is not a finite number");
	case FAILED_LIBRARY:
		break;
	}
	return arena_printf(a, "the PDF could not be made: libharu error 0x%04lX, lack of memory or a damaged font file",
	                    (unsigned long)p->code);
}

static HPDF_REAL real(pdf *p, double x)
{
	if (!isfinite(x))
		fail(p, FAILED_NUMBER);
	return (HPDF_REAL)x;
}

/* Calls that give an object set an error before they give NULL; this is for the few that do not. */
static void *made(pdf *p, void *object)
{
	if (!object)
		fail(p, FAILED_MEMORY);
	return object;
}

/* ---- fonts ---- */

/* libharu's ToUnicode table names its ranges wrongly, so that readers cannot copy text; codes are UTF-16, the right table is
 * the identity. */
static void mend_unicode_map(HPDF_Font font)
{
	HPDF_Dict map = HPDF_Dict_GetItem(font, "ToUnicode", HPDF_OCLASS_DICT);
	if (!map || !map->stream)
		return;
	HPDF_MemStream_FreeData(map->stream);
	HPDF_Stream_WriteStr(map->stream, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	                                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
	                                  "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	                                  "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (unsigned block = 0; block < 4; block++) {
		HPDF_Stream_WriteStr(map->stream, "64 beginbfrange\n");
		for (unsigned row = block * 64; row < block * 64 + 64; row++) {
			char line[40];
			snprintf(line, sizeof line, "<%02X00> <%02XFF> <%02X00>\n", row, row, row);
			HPDF_Stream_WriteStr(map->stream, line);
		}
		HPDF_Stream_WriteStr(map->stream, "endbfrange\n");
	}
	HPDF_Stream_WriteStr(map->stream, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

/* The face, loaded at its first use: a fallback that no text needs is not embedded. */
static face *face_get(pdf *p, unsigned which)
{
	face *f = &p->faces[which];
	if (f->tried)
		return f;
	f->tried = true;
	bool out_of_memory;
	const char *path = font_find(p->arena, FACE_FILES[which], &out_of_memory);
	if (!path && out_of_memory)
		fail(p, FAILED_MEMORY);
	if (!path)
		return f;
	const char *name = HPDF_LoadTTFontFromFile(p->doc, path, HPDF_TRUE);
	f->font = made(p, HPDF_GetFont(p->doc, made(p, (void *)(uintptr_t)name), "UTF-8"));
	mend_unicode_map(f->font);
	f->advance = ARENA_ARRAY(p->arena, int16_t, CODES);
	for (size_t i = 0; i < CODES; i++)
		f->advance[i] = ADVANCE_UNKNOWN;
	f->def = made(p, HPDF_GetFontDef(p->doc, name));
	return f;
}

static int advance_of(pdf *p, unsigned which, uint16_t code)
{
	face *f = face_get(p, which);
	if (!f->def)
		return ADVANCE_NONE;
	if (f->advance[code] == ADVANCE_UNKNOWN) /* asking for the width marks the glyph for embedding */
		f->advance[code] =
			HPDF_TTFontDef_GetGlyphid(f->def, code) ? HPDF_TTFontDef_GetCharWidth(f->def, code) : ADVANCE_NONE;
	return f->advance[code];
}

/* Sets glyphs[0..n), one word, in one face where one has them all, else each in the first face that has it. */
static void shape_word(pdf *p, pdf_weight weight, pdf_glyph *glyphs, size_t n)
{
	unsigned first = weight;
	for (size_t i = 0; i < n && first == (unsigned)weight; i++)
		if (advance_of(p, weight, glyphs[i].code) < 0)
			first = weight + FALLBACK;
	for (size_t i = 0; i < n; i++) {
		pdf_glyph *g = &glyphs[i];
		unsigned second = first == (unsigned)weight ? weight + FALLBACK : weight;
		g->font = (uint8_t)first;
		if (advance_of(p, first, g->code) < 0)
			g->font = (uint8_t)second;
		if (advance_of(p, g->font, g->code) <
		    0) { /* in no font: the replacement character, or where even that is missing, "?" */
			g->code = g->code != SHOWN_REPLACEMENT ? SHOWN_REPLACEMENT : '?';
			i--;
			continue;
		}
		g->advance = (float)advance_of(p, g->font, g->code) / 1000;
	}
}

size_t pdf_shape(pdf *p, slice text, pdf_weight weight, pdf_glyph *out)
{
	size_t n = 0, word = 0;
	for (size_t at = 0, len; at < text.len; at += len) {
		uint16_t code = shown_decode(text, at, &len);
		if (code == SHOWN_NOTHING)
			continue;
		out[n++] = (pdf_glyph){.code = code};
		if (code == ' ') {
			shape_word(p, weight, out + word, n - 1 - word);
			shape_word(p, weight, out + n - 1, 1);
			word = n;
		}
	}
	shape_word(p, weight, out + word, n - word);
	return n;
}

/* ---- pages and marks ---- */

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
	HPDF_Page page = made(p, HPDF_AddPage(p->doc));
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

static HPDF_REAL up(pdf *p, double y)
{
	return real(p, p->height - y);
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
	HPDF_Page_SetLineWidth(p->page, real(p, width));
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
	HPDF_Page_MoveTextPos(p->page, real(p, x), up(p, baseline));
	double shift = 0; /* of the line's start, from the run before */
	for (size_t i = 0; i < n;) {
		double advance;
		unsigned font = glyphs[i].font;
		if (shift > 0)
			HPDF_Page_MoveTextPos(p->page, real(p, shift), 0);
		i += take_run(glyphs + i, n - i, text, &advance);
		HPDF_Page_SetFontAndSize(p->page, p->faces[font].font, real(p, size));
		HPDF_Page_ShowText(p->page, text);
		shift = advance * size;
	}
	HPDF_Page_EndText(p->page);
}

void pdf_line(pdf *p, double x0, double y0, double x1, double y1, double width, uint32_t rgb)
{
	stroke_with(p, rgb, width);
	HPDF_Page_MoveTo(p->page, real(p, x0), up(p, y0));
	HPDF_Page_LineTo(p->page, real(p, x1), up(p, y1));
	HPDF_Page_Stroke(p->page);
}

void pdf_rect(pdf *p, double x, double y, double width, double height, uint32_t rgb)
{
	fill_with(p, rgb);
	HPDF_Page_Rectangle(p->page, real(p, x), up(p, y + height), real(p, width), real(p, height));
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
	HPDF_Page_MoveTo(p->page, real(p, corners[0][0]), up(p, corners[0][1]));
	for (size_t i = 1; i < n; i++)
		HPDF_Page_LineTo(p->page, real(p, corners[i][0]), up(p, corners[i][1]));
	paint(p, stroke, rgb, false);
}

void pdf_circle(pdf *p, double x, double y, double radius, double stroke, uint32_t rgb)
{
	paint(p, stroke, rgb, true);
	HPDF_Page_Circle(p->page, real(p, x), up(p, y), real(p, radius));
	paint(p, stroke, rgb, false);
}

/* ---- links and bookmarks ---- */

/* Text as the file's own strings hold it: shown characters only, NUL-terminated. */
static const char *clean(pdf *p, slice text)
{
	char *out = arena_alloc(p->arena, text.len * 3 + 1);
	size_t n = 0;
	for (size_t at = 0, len; at < text.len; at += len) {
		uint16_t code = shown_decode(text, at, &len);
		if (code != SHOWN_NOTHING)
			n += utf8_encode(code, out + n);
	}
	out[n] = '\0';
	return out;
}

pdf_dest *pdf_place(pdf *p, size_t page, double y)
{
	HPDF_Destination to = made(p, HPDF_Page_CreateDestination(p->pages.at[page]));
	HPDF_Destination_SetXYZ(to, 0, up(p, y > 0 ? y : 0), 1);
	/* A zoom of 0 keeps the reader's own; the setter refuses it. */
	HPDF_Real zoom = HPDF_Array_GetItem(to, 4, HPDF_OCLASS_REAL);
	if (zoom)
		zoom->value = 0;
	return (pdf_dest *)to;
}

void pdf_link(pdf *p, size_t page, double x0, double y0, double x1, double y1, pdf_dest *to)
{
	HPDF_Rect at = {.left = real(p, x0), .bottom = up(p, y1), .right = real(p, x1), .top = up(p, y0)};
	HPDF_Annotation link = made(p, HPDF_Page_CreateLinkAnnot(p->pages.at[page], at, (HPDF_Destination)to));
	HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
}

pdf_bookmark *pdf_bookmark_add(pdf *p, pdf_bookmark *parent, slice title, bool open, pdf_dest *to)
{
	HPDF_Outline item = made(p, HPDF_CreateOutline(p->doc, (HPDF_Outline)parent, clean(p, title), p->utf8));
	HPDF_Outline_SetOpened(item, open ? HPDF_TRUE : HPDF_FALSE);
	HPDF_Outline_SetDestination(item, (HPDF_Destination)to);
	return (pdf_bookmark *)item;
}

/* ---- the file ---- */

static void *text_object(pdf *p, slice text)
{
	return made(p, HPDF_String_New(p->doc->mmgr, clean(p, text), p->utf8));
}

/* The names tree of embedded files, by hand: the library attaches only files on disk. */
static void attach(pdf *p, const pdf_setup *s)
{
	HPDF_MMgr mm = p->doc->mmgr;
	HPDF_Dict file = made(p, HPDF_DictStream_New(mm, p->doc->xref));
	file->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	HPDF_Dict_AddName(file, "Type", "EmbeddedFile");
	HPDF_Dict_AddName(file, "Subtype", clean(p, s->attached.kind));
	HPDF_Stream_Write(file->stream, (const HPDF_BYTE *)s->attached.bytes.ptr, (HPDF_UINT)s->attached.bytes.len);

	HPDF_Dict spec = made(p, HPDF_Dict_New(mm));
	HPDF_Xref_Add(p->doc->xref, spec);
	HPDF_Dict_AddName(spec, "Type", "Filespec");
	HPDF_Dict_AddName(spec, "AFRelationship", "Data");
	HPDF_Dict_Add(spec, "F", made(p, HPDF_String_New(mm, clean(p, s->attached.name), NULL)));
	HPDF_Dict_Add(spec, "UF", text_object(p, s->attached.name));
	HPDF_Dict_Add(spec, "Desc", text_object(p, s->attached.about));
	HPDF_Dict held = made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(spec, "EF", held);
	HPDF_Dict_Add(held, "F", file);

	HPDF_Dict names = made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(p->doc->catalog, "Names", names);
	HPDF_Dict tree = made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(names, "EmbeddedFiles", tree);
	HPDF_Array pairs = made(p, HPDF_Array_New(mm));
	HPDF_Dict_Add(tree, "Names", pairs);
	HPDF_Array_Add(pairs, made(p, HPDF_String_New(mm, clean(p, s->attached.name), NULL)));
	HPDF_Array_Add(pairs, spec);
}

static void set_date(pdf *p, int64_t epoch)
{
	struct tm t;
	time_t when = (time_t)epoch;
	if (!gmtime_r(&when, &t) || t.tm_year < -1899 || t.tm_year > 8099)
		return;
	HPDF_Date date = {.year = t.tm_year + 1900,
	                  .month = t.tm_mon + 1,
	                  .day = t.tm_mday,
	                  .hour = t.tm_hour,
	                  .minutes = t.tm_min,
	                  .seconds = t.tm_sec,
	                  .ind = 'Z'};
	HPDF_SetInfoDateAttr(p->doc, HPDF_INFO_CREATION_DATE, date);
	HPDF_SetInfoDateAttr(p->doc, HPDF_INFO_MOD_DATE, date);
}

static void set_up(pdf *p, const pdf_setup *s)
{
	HPDF_UseUTFEncodings(p->doc);
	HPDF_SetCurrentEncoder(p->doc, "UTF-8");
	p->utf8 = made(p, HPDF_GetEncoder(p->doc, "UTF-8"));
	HPDF_SetCompressionMode(p->doc, HPDF_COMP_ALL);
	HPDF_SetPagesConfiguration(p->doc, PAGES_IN_NODE);
	HPDF_SetPageMode(p->doc, HPDF_PAGE_MODE_USE_OUTLINE);
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_TITLE, clean(p, s->title));
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_SUBJECT, clean(p, s->subject));
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_CREATOR, clean(p, s->creator));
	if (s->dated)
		set_date(p, s->epoch);

	HPDF_MMgr mm = p->doc->mmgr;
	HPDF_Dict_Add(p->doc->catalog, "Lang", made(p, HPDF_String_New(mm, clean(p, s->language), NULL)));
	HPDF_Dict preferences = made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(p->doc->catalog, "ViewerPreferences", preferences);
	HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Array ids = made(p, HPDF_Array_New(mm));
	HPDF_Dict_Add(p->doc->trailer, "ID", ids);
	for (int i = 0; i < 2; i++) {
		HPDF_BYTE id[sizeof s->id];
		memcpy(id, s->id, sizeof id);
		HPDF_Array_Add(ids, made(p, HPDF_Binary_New(mm, id, sizeof id)));
	}

	p->width = s->letter ? 612 : 595.276;
	p->height = s->letter ? 792 : 841.89;
	for (unsigned w = PDF_REGULAR; w <= PDF_BOLD; w++)
		if (!face_get(p, w)->def)
			fail(p, FAILED_FONT);
}

static bool write_out(pdf *p, FILE *out)
{
	HPDF_Stream bytes = p->doc->stream;
	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(bytes); i++) {
		HPDF_UINT len = 0;
		const HPDF_BYTE *at = HPDF_MemStream_GetBufPtr(bytes, i, &len);
		if (fwrite(at, 1, len, out) != len)
			return false;
	}
	return fflush(out) == 0;
}

/* *p is the caller's, so that it is whole after a jump. */
static bool make(pdf *p, const pdf_setup *setup, void (*draw)(pdf *, void *), void *ctx, FILE *out, bool *written)
{
	if (setjmp(p->jump))
		return false;
	p->failed = FAILED_MEMORY; /* what the arena's own jump means */
	p->arena = made(p, arena_new(&p->jump));
	p->doc = made(p, HPDF_New(on_error, p));
	set_up(p, setup);
	draw(p, ctx);
	if (setup->attached.name.len)
		attach(p, setup);
	HPDF_SaveToStream(p->doc);
	*written = write_out(p, out);
	return true;
}

bool pdf_make(arena *a, const pdf_setup *setup, void (*draw)(pdf *p, void *ctx), void *ctx, FILE *out, slice *why)
{
	pdf *p = calloc(1, sizeof *p);
	if (!p) {
		*why = SLICE("out of memory while making the PDF");
		return false;
	}
	bool written = false;
	bool whole = make(p, setup, draw, ctx, out, &written);
	if (!whole)
		*why = failure_text(p, a);
	else if (!written)
		*why = SLICE("the PDF could not be written: the disk is full or the stream was closed");
	if (p->doc)
		HPDF_Free(p->doc);
	arena_free(p->arena);
	free(p);
	return whole && written;
}
