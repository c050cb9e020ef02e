/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From text to glyphs, each of a face that has it. */
#include "report/pdf_haru.h"

#include "report/font.h"
#include "report/shown.h"

enum { CODES = 65536 };
enum { ADVANCE_UNKNOWN = -1, ADVANCE_NONE = -2 };

const char *const PDF_FACE_FILES[PDF_FACES] = {
	[PDF_REGULAR] = "LiberationSans-Regular.ttf",
	[PDF_BOLD] = "LiberationSans-Bold.ttf",
	[PDF_REGULAR + PDF_FALLBACK] = "DejaVuSans.ttf",
	[PDF_BOLD + PDF_FALLBACK] = "DejaVuSans-Bold.ttf",
};

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

pdf_type *pdf_face(pdf *p, unsigned which)
{
	pdf_type *f = &p->faces[which];
	if (f->tried)
		return f;
	f->tried = true;
	bool out_of_memory;
	const char *path = font_find(p->arena, PDF_FACE_FILES[which], &out_of_memory);
	if (!path && out_of_memory)
		pdf_fail(p, FAILED_MEMORY);
	if (!path)
		return f;
	const char *name = HPDF_LoadTTFontFromFile(p->doc, path, HPDF_TRUE);
	f->font = pdf_made(p, HPDF_GetFont(p->doc, pdf_made(p, (void *)(uintptr_t)name), "UTF-8"));
	mend_unicode_map(f->font);
	f->advance = ARENA_ARRAY(p->arena, int16_t, CODES);
	for (size_t i = 0; i < CODES; i++)
		f->advance[i] = ADVANCE_UNKNOWN;
	f->def = pdf_made(p, HPDF_GetFontDef(p->doc, name));
	return f;
}

static int advance_of(pdf *p, unsigned which, uint16_t code)
{
	pdf_type *f = pdf_face(p, which);
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
			first = weight + PDF_FALLBACK;
	for (size_t i = 0; i < n; i++) {
		pdf_glyph *g = &glyphs[i];
		unsigned second = first == (unsigned)weight ? weight + PDF_FALLBACK : weight;
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
