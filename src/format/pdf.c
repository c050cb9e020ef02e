/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF through poppler-glib, loaded when the first PDF is read. It is given bytes, starts no thread, and opens no file. */
#include "format/pdf.h"

#include "base/library.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "document/builder.h"
#include "format/format.h"

#include <math.h>
#include <poppler.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define USED(X)                                                                                                             \
	X(g_bytes_new_static)                                                                                                   \
	X(g_bytes_unref)                                                                                                        \
	X(g_convert)                                                                                                            \
	X(g_error_free)                                                                                                         \
	X(g_free)                                                                                                               \
	X(g_object_unref)                                                                                                       \
	X(poppler_document_new_from_bytes)                                                                                      \
	X(poppler_document_get_n_pages)                                                                                         \
	X(poppler_document_get_page)                                                                                            \
	X(poppler_document_get_title)                                                                                           \
	X(poppler_document_get_creation_date)                                                                                   \
	X(poppler_error_quark)                                                                                                  \
	X(poppler_page_free_text_attributes)                                                                                    \
	X(poppler_page_free_image_mapping)                                                                                      \
	X(poppler_page_get_image_mapping)                                                                                       \
	X(poppler_page_get_size)                                                                                                \
	X(poppler_page_get_text_for_area)                                                                                       \
	X(poppler_page_get_text_attributes_for_area)                                                                            \
	X(poppler_page_get_text_layout_for_area)

static struct {
	USED(LIBRARY_FUNCTION)
} lib;

static bool library_ready(slice *why)
{
	static const char *const NAMES[] = {USED(LIBRARY_NAME)};
	return library_load("libpoppler-glib.so.8", NAMES, sizeof NAMES / sizeof *NAMES, &lib, why);
}

/* Whether a typeface's name holds one of the marks that its maker gives a bold, or a fixed, one. */
static bool is_called(const char *font, const char *const *marks)
{
	for (; font && *marks; marks++)
		if (strcasestr(font, *marks))
			return true;
	return false;
}

static const char *const BOLD[] = {"bold", "black", "heavy", "demi", "cmbx", "sfbx", "9l-medi", NULL};
static const char *const FIXED[] = {"mono",   "courier", "consol", "typewriter", "cmtt",  "cmsltt",      "cmitt", "sftt",
                                    "sfsltt", "lmtt",    "txtt",   "fixed",      "menlo", "inconsolata", NULL};

/* A length as told, if it is one that a page may have. */
static float length_of(double told)
{
	const double most = 1e6;
	return (float)(told > most ? most : told > -most ? told : -most);
}

static void tell_runs(arena *a, PopplerPage *from, PopplerRectangle area, pdf_told *told)
{
	told->runs.n = 0;
	GList *all = lib.poppler_page_get_text_attributes_for_area(from, &area);
	for (const GList *l = all; l; l = l->next) {
		const PopplerTextAttributes *t = l->data;
		if (t->end_index < t->start_index || t->start_index < 0)
			continue;
		pdf_type_run run = {(uint32_t)t->start_index, (uint32_t)t->end_index + 1, length_of(t->font_size),
		                    is_called(t->font_name, BOLD), is_called(t->font_name, FIXED)};
		VEC_PUSH(a, told->runs, run);
	}
	lib.poppler_page_free_text_attributes(all);
}

static void tell_boxes(arena *a, const PopplerRectangle *rectangles, size_t n, pdf_told *told)
{
	if (n > told->boxes.cap) {
		told->boxes.cap = n + n / 4;
		told->boxes.at = ARENA_ARRAY(a, pdf_box, told->boxes.cap);
	}
	told->boxes.n = n;
	for (size_t i = 0; i < n; i++) {
		const PopplerRectangle *r = &rectangles[i];
		told->boxes.at[i] = (pdf_box){length_of(r->x1), length_of(r->y1), length_of(r->x2), length_of(r->y2)};
	}
}

/* The library takes an area for a selection, from the text nearest to one corner up to that nearest to the other: of the page's own
 * corners that need not be its first and last text. Corners beyond all that is drawn select all; text that runs from right to
 * left begins at the other side. */
static const PopplerRectangle ALL = {-1e6, -1e6, 1e6, 1e6}, ALL_LEFTWARDS = {1e6, -1e6, -1e6, 1e6};

static bool runs_leftwards(slice text)
{
	size_t len;
	for (size_t at = 0; at < text.len; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		if ((c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF))
			return true;
	}
	return false;
}

/* All text of a page, in reading order, and the area to ask for the same again. NULL: there is none. */
static char *tell_text(PopplerPage *from, PopplerRectangle *area)
{
	*area = ALL;
	char *text = lib.poppler_page_get_text_for_area(from, area);
	if (text && runs_leftwards(slice_of(text))) {
		PopplerRectangle leftwards = ALL_LEFTWARDS;
		char *other = lib.poppler_page_get_text_for_area(from, &leftwards);
		if (other && strlen(other) > strlen(text)) {
			char *shorter = text;
			text = other, other = shorter;
			*area = leftwards;
		}
		lib.g_free(other);
	}
	return text;
}

/* Whether one picture takes most of the page. */
static bool is_picture(PopplerPage *from, const pdf_page *page)
{
	bool found = false;
	GList *all = lib.poppler_page_get_image_mapping(from);
	for (const GList *l = all; l; l = l->next) {
		const PopplerRectangle *r = &((const PopplerImageMapping *)l->data)->area;
		float area = fabsf(length_of(r->x2 - r->x1)) * fabsf(length_of(r->y2 - r->y1));
		found = found || area > 0.5F * page->width * page->height;
	}
	lib.poppler_page_free_image_mapping(all);
	return found;
}

static bool read_page(arena *a, PopplerPage *from, pdf_told *told, pdf_page *page)
{
	double width = 0, height = 0;
	lib.poppler_page_get_size(from, &width, &height);
	page->width = length_of(width);
	page->height = length_of(height);
	PopplerRectangle area, *rectangles = NULL;
	char *text = tell_text(from, &area);
	guint n = 0;
	bool good = true;
	slice all = text ? slice_of(text) : (slice){"", 0};
	if (all.len && utf8_valid_until(all) == all.len &&
	    lib.poppler_page_get_text_layout_for_area(from, &area, &rectangles, &n)) {
		told->text = all;
		tell_boxes(a, rectangles, n, told);
		tell_runs(a, from, area, told);
		good = pdf_page_fill(a, page, told);
	}
	page->picture = !page->words.n && is_picture(from, page);
	lib.g_free(rectangles);
	lib.g_free(text);
	return good;
}

/* The name of the program that made it, or of its file, is no title: it has an ending, or no space. */
static bool is_title(slice title)
{
	size_t dot = title.len;
	while (dot > 0 && title.len - dot < 6 && title.ptr[dot - 1] != '.')
		dot--;
	bool ended = dot > 0 && title.ptr[dot - 1] == '.' && title.len - dot >= 2 && title.len - dot <= 5 &&
	             slice_find_byte(slice_sub(title, dot, title.len), ' ') == SIZE_MAX;
	return title.len > 3 && title.len < 300 && !ended && slice_find_byte(title, ' ') != SIZE_MAX &&
	       utf8_valid_until(title) == title.len;
}

/* Where the document tells none: what is set in the largest type on its first page. */
static slice largest_heading(const document *d, const pdf_prints *prints, const pdf_pieces *pieces)
{
	const pdf_piece *best = NULL;
	size_t nth = 0, at = 0;
	for (size_t i = 0; prints->at && i < pieces->n && prints->at[pieces->at[i].first].page == 0; i++) {
		if (pieces->at[i].kind != PIECE_HEADING)
			continue;
		nth++;
		if (!best || pieces->at[i].size > best->size + 0.4F)
			best = &pieces->at[i], at = nth;
	}
	for (size_t i = 0, headings = 0; best && i < d->block_count; i++) {
		headings += d->blocks[i].kind == BLOCK_HEADING;
		if (headings == at)
			return document_text(d, d->blocks[i].start, d->blocks[i].end);
	}
	return (slice){"", 0};
}

/* The day it was made, if its year stands on the first page: a copy made later tells another. */
static void find_date(document *d, time_t made)
{
	struct tm t;
	if (d->dated.year || made <= 0 || !gmtime_r(&made, &t))
		return;
	char year[16];
	snprintf(year, sizeof year, "%d", t.tm_year + 1900);
	uint32_t end = (uint32_t)d->text.len;
	for (size_t i = 0; i < d->box_count; i++) {
		if (d->boxes[i].page > 1) {
			end = d->boxes[i].start;
			break;
		}
	}
	if (slice_find(document_text(d, 0, end), slice_of(year)) != SIZE_MAX)
		d->dated = (date){.year = t.tm_year + 1900, .month = (uint8_t)(t.tm_mon + 1), .day = (uint8_t)t.tm_mday};
}

/* The pages [first, end). */
static bool read_pages(arena *a, PopplerDocument *from, int first, int end, pdf_pages *pages, slice *why)
{
	pdf_told told = {0};
	for (int i = first; i < end; i++) {
		pdf_page page = {.number = (uint32_t)i + 1};
		PopplerPage *one = lib.poppler_document_get_page(from, i);
		if (!one) {
			*why = arena_printf(a, "page %d of %d cannot be read: the file is damaged", i + 1,
			                    lib.poppler_document_get_n_pages(from));
			return false;
		}
		bool good = read_page(a, one, &told, &page);
		lib.g_object_unref(one);
		if (!good) {
			*why = arena_printf(a, "page %d has more than the limit of %d words", i + 1, LIMIT_PDF_PAGE_WORDS);
			return false;
		}
		VEC_PUSH(a, *pages, page);
	}
	return true;
}

static bool count_pages(arena *a, PopplerDocument *from, int *n, slice *why)
{
	*n = lib.poppler_document_get_n_pages(from);
	if (*n < 1)
		*why = SLICE("it has no page that can be read");
	else if (*n > LIMIT_PDF_PAGES)
		*why = arena_printf(a, "more than the limit of %d pages", LIMIT_PDF_PAGES);
	return *n >= 1 && *n <= LIMIT_PDF_PAGES;
}

/* Where the nth part of the pages begins; a document too short to be shared is the first part whole. */
static int part_start(int pages, uint32_t nth, uint32_t parts)
{
	if ((uint32_t)pages < parts * LIMIT_READERS_PAGES)
		return nth ? pages : 0;
	return (int)((uint64_t)pages * nth / parts);
}

/* All pages, those of the first part by itself. */
static bool gather_pages(arena *a, PopplerDocument *from, const read_rest *rest, pdf_pages *pages, slice *why)
{
	int n;
	uint32_t parts = rest ? rest->parts : 1;
	if (!count_pages(a, from, &n, why) || !read_pages(a, from, 0, part_start(n, 1, parts), pages, why))
		return false;
	for (uint32_t i = 1; i < parts && pages->n < (size_t)n; i++) {
		slice bytes;
		if (!rest->take(a, i, &bytes) || !pdf_pages_unpack(a, bytes, pages))
			return false;
	}
	return true;
}

/* Pages of nothing but a picture, among others with text. */
static void tell_pictures(arena *a, builder *b, const pdf_pages *pages)
{
	enum { MOST_TOLD = 8 };
	slice list = {"", 0};
	size_t n = 0, words = 0;
	for (size_t i = 0; i < pages->n; i++) {
		const pdf_page *page = &pages->at[i];
		words += page->words.n;
		if (page->picture && n++ < MOST_TOLD)
			list = arena_printf(a, SLICE_FMT "%s%u", SLICE_ARG(list), n > 1 ? ", " : "", page->number);
	}
	if (!words || !n)
		return;
	if (n > MOST_TOLD)
		list = arena_printf(a, SLICE_FMT " and %zu more", SLICE_ARG(list), n - MOST_TOLD);
	builder_note(
		b, n == 1
			   ? arena_printf(a, "page " SLICE_FMT " holds a picture and no text: it is likely a scan", SLICE_ARG(list))
			   : arena_printf(a, "pages " SLICE_FMT " hold pictures and no text: they are likely scans", SLICE_ARG(list)));
}

static void write_document(arena *a, pdf_pages *pages, document *d)
{
	pdf_find_running(a, pages);
	pdf_find_code(a, pages);
	pdf_prints prints = {0};
	for (uint32_t i = 0; i < pages->n; i++) {
		pdf_find_tables(a, &pages->at[i], (uint32_t)pages->n);
		pdf_print_page(a, pages, i, &prints);
	}
	pdf_pieces pieces = pdf_flow(a, pages, &prints);
	builder *b = builder_new(a, (slice){"", 0});
	pdf_write(a, b, pages, &prints, &pieces);
	tell_pictures(a, b, pages);
	builder_finish(b, d);
	if (!d->title.len)
		d->title = largest_heading(d, &prints, &pieces);
}

static bool read_document_from(arena *a, PopplerDocument *from, const read_rest *rest, document *d, slice *why)
{
	pdf_pages pages = {0};
	if (!gather_pages(a, from, rest, &pages, why))
		return false;
	char *told = lib.poppler_document_get_title(from);
	slice title = slice_trim(slice_of(told));
	if (!d->title.len && is_title(title)) {
		d->title = arena_copy(a, title);
		d->title_told = true;
	}
	lib.g_free(told);
	write_document(a, &pages, d);
	find_date(d, lib.poppler_document_get_creation_date(from));
	if (!d->box_count)
		d->why = pages.n == 1 ? SLICE("its one page holds no text: it is likely a scan")
		                      : arena_printf(a, "its %zu pages hold no text: they are likely scans", pages.n);
	return true;
}

bool pdf_prepare(slice *why)
{
	if (!library_ready(why))
		return false;
	char *text = lib.g_convert("\0A", 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL); /* titles; its tables are a file */
	lib.g_free(text);
	return true;
}

typedef struct opened {
	GBytes *bytes;
	PopplerDocument *from;
} opened;

static bool open_document(slice bytes, opened *o, slice *why)
{
	if (!library_ready(why))
		return false;
	GError *error = NULL;
	o->bytes = lib.g_bytes_new_static(bytes.ptr, bytes.len);
	o->from = lib.poppler_document_new_from_bytes(o->bytes, NULL, &error);
	if (o->from)
		return true;
	bool encrypted = error && error->domain == lib.poppler_error_quark() && error->code == POPPLER_ERROR_ENCRYPTED;
	*why = encrypted ? SLICE("it is encrypted with a password") : SLICE("it is no whole PDF: damaged or cut short");
	if (error)
		lib.g_error_free(error);
	lib.g_bytes_unref(o->bytes);
	return false;
}

static void close_document(opened *o)
{
	lib.g_object_unref(o->from);
	lib.g_bytes_unref(o->bytes);
}

static bool pdf_read_part(arena *a, slice bytes, uint32_t nth, uint32_t parts, slice *out, slice *why)
{
	opened o;
	int n;
	pdf_pages pages = {0};
	if (!open_document(bytes, &o, why))
		return false;
	bool good = count_pages(a, o.from, &n, why) &&
	            read_pages(a, o.from, part_start(n, nth, parts), part_start(n, nth + 1, parts), &pages, why);
	close_document(&o);
	*out = pdf_pages_pack(a, &pages);
	return good;
}

static bool pdf_read_whole(arena *a, slice bytes, const read_rest *rest, document *d, slice *why)
{
	opened o;
	if (!open_document(bytes, &o, why))
		return false;
	bool good = read_document_from(a, o.from, rest, d, why);
	close_document(&o);
	return good;
}

bool pdf_read(arena *a, slice bytes, document *d, slice *why)
{
	return pdf_read_whole(a, bytes, NULL, d, why);
}

const read_parts pdf_parts = {pdf_read_part, pdf_read_whole};
