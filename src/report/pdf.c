/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file as a whole, and what may fail in making it. */
#include "report/pdf_haru.h"

#include "report/shown.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PAGES_IN_NODE = 256 };

void pdf_fail(pdf *p, pdf_failure why)
{
	p->failed = why;
	longjmp(p->jump, 1);
}

static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
	(void)detail;
	pdf *p = user;
	p->code = code;
	pdf_fail(p, code == HPDF_FAILD_TO_ALLOC_MEM ? FAILED_MEMORY : FAILED_LIBRARY);
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
			PDF_FACE_FILES[PDF_REGULAR], PDF_FACE_FILES[PDF_BOLD]);
	case FAILED_NUMBER:
		return SLICE("a coordinate of the PDF is not a finite number");
	case FAILED_LIBRARY:
		break;
	}
	return arena_printf(a, "the PDF could not be made: libharu error 0x%04lX, lack of memory or a damaged font file",
	                    (unsigned long)p->code);
}

HPDF_REAL pdf_real(pdf *p, double x)
{
	if (!isfinite(x))
		pdf_fail(p, FAILED_NUMBER);
	return (HPDF_REAL)x;
}

void *pdf_made(pdf *p, void *object)
{
	if (!object)
		pdf_fail(p, FAILED_MEMORY);
	return object;
}

const char *pdf_clean(pdf *p, slice text)
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

static void *text_object(pdf *p, slice text)
{
	return pdf_made(p, HPDF_String_New(p->doc->mmgr, pdf_clean(p, text), p->utf8));
}

/* The names tree of embedded files, by hand: the library attaches only files on disk. */
static void attach(pdf *p, const pdf_setup *s)
{
	HPDF_MMgr mm = p->doc->mmgr;
	HPDF_Dict file = pdf_made(p, HPDF_DictStream_New(mm, p->doc->xref));
	file->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	HPDF_Dict_AddName(file, "Type", "EmbeddedFile");
	HPDF_Dict_AddName(file, "Subtype", pdf_clean(p, s->attached.kind));
	HPDF_Stream_Write(file->stream, (const HPDF_BYTE *)s->attached.bytes.ptr, (HPDF_UINT)s->attached.bytes.len);

	HPDF_Dict spec = pdf_made(p, HPDF_Dict_New(mm));
	HPDF_Xref_Add(p->doc->xref, spec);
	HPDF_Dict_AddName(spec, "Type", "Filespec");
	HPDF_Dict_AddName(spec, "AFRelationship", "Data");
	HPDF_Dict_Add(spec, "F", pdf_made(p, HPDF_String_New(mm, pdf_clean(p, s->attached.name), NULL)));
	HPDF_Dict_Add(spec, "UF", text_object(p, s->attached.name));
	HPDF_Dict_Add(spec, "Desc", text_object(p, s->attached.about));
	HPDF_Dict held = pdf_made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(spec, "EF", held);
	HPDF_Dict_Add(held, "F", file);

	HPDF_Dict names = pdf_made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(p->doc->catalog, "Names", names);
	HPDF_Dict tree = pdf_made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(names, "EmbeddedFiles", tree);
	HPDF_Array pairs = pdf_made(p, HPDF_Array_New(mm));
	HPDF_Dict_Add(tree, "Names", pairs);
	HPDF_Array_Add(pairs, pdf_made(p, HPDF_String_New(mm, pdf_clean(p, s->attached.name), NULL)));
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
	p->utf8 = pdf_made(p, HPDF_GetEncoder(p->doc, "UTF-8"));
	HPDF_SetCompressionMode(p->doc, HPDF_COMP_ALL);
	HPDF_SetPagesConfiguration(p->doc, PAGES_IN_NODE);
	HPDF_SetPageMode(p->doc, HPDF_PAGE_MODE_USE_OUTLINE);
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_TITLE, pdf_clean(p, s->title));
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_SUBJECT, pdf_clean(p, s->subject));
	HPDF_SetInfoAttr(p->doc, HPDF_INFO_CREATOR, pdf_clean(p, s->creator));
	if (s->dated)
		set_date(p, s->epoch);

	HPDF_MMgr mm = p->doc->mmgr;
	HPDF_Dict_Add(p->doc->catalog, "Lang", pdf_made(p, HPDF_String_New(mm, pdf_clean(p, s->language), NULL)));
	HPDF_Dict preferences = pdf_made(p, HPDF_Dict_New(mm));
	HPDF_Dict_Add(p->doc->catalog, "ViewerPreferences", preferences);
	HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
	HPDF_Array ids = pdf_made(p, HPDF_Array_New(mm));
	HPDF_Dict_Add(p->doc->trailer, "ID", ids);
	for (int i = 0; i < 2; i++) {
		HPDF_BYTE id[sizeof s->id];
		memcpy(id, s->id, sizeof id);
		HPDF_Array_Add(ids, pdf_made(p, HPDF_Binary_New(mm, id, sizeof id)));
	}

	p->width = s->letter ? 612 : 595.276;
	p->height = s->letter ? 792 : 841.89;
	for (unsigned w = PDF_REGULAR; w <= PDF_BOLD; w++)
		if (!pdf_face(p, w)->def)
			pdf_fail(p, FAILED_FONT);
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
	p->arena = pdf_made(p, arena_new(&p->jump));
	p->doc = pdf_made(p, HPDF_New(on_error, p));
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
