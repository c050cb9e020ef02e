/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF file being made: fonts, text, lines, links, bookmarks, an attachment. All of libharu stands behind this header.
 *
 * Coordinates are points from the page's upper left corner, y growing downwards. Nothing here returns an error: whatever
 * fails ends pdf_make, which says why. */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include "base/arena.h"

#include <stdio.h>

typedef struct pdf pdf;
typedef struct pdf_dest pdf_dest;         /* a place that links and bookmarks lead to */
typedef struct pdf_bookmark pdf_bookmark; /* an entry of the outline */

typedef enum { PDF_REGULAR, PDF_BOLD } pdf_weight;

typedef struct pdf_setup {
	slice title, subject, creator;
	slice language; /* of the text, as in BCP 47: "en" */
	bool letter;    /* US Letter, else A4 */
	bool dated;     /* `epoch` is the time of creation; without it the file has none */
	int64_t epoch;  /* seconds since 1970 */
	uint8_t id[16]; /* the file's identity: the same audit, the same id */
	struct {
		slice name, kind, about, bytes; /* file name, media type, description; name empty: no attachment */
	} attached;
} pdf_setup;

/* One code point as it will be drawn. */
typedef struct pdf_glyph {
	uint16_t code;
	uint8_t font;
	float advance; /* for a size of 1 point */
} pdf_glyph;

/* Makes a file: calls draw(p, ctx), then writes it whole to `out`. Memory for the drawing is taken from an arena of its own
 * (pdf_arena) that is gone afterwards. False, with nothing written or with a stream in error, and *why in `a`. */
bool pdf_make(arena *a, const pdf_setup *setup, void (*draw)(pdf *p, void *ctx), void *ctx, FILE *out, slice *why);
arena *pdf_arena(pdf *p);

double pdf_width(const pdf *p);
double pdf_height(const pdf *p);
/* Adds a page after the others and draws on it from now on; returns its index from 0. */
size_t pdf_page_add(pdf *p);
/* Draws on a page again; every page stays open until the end. */
void pdf_page_use(pdf *p, size_t page);
size_t pdf_page_count(const pdf *p);

/* The glyphs of any bytes, at most text.len of them, written to out; returns their number. What a PDF of this kind cannot
 * show (a code point above U+FFFF, an invalid byte, a control, a character in none of the fonts) becomes U+FFFD, white space
 * of any sort a space; invisible format characters are left out. A word that one font cannot set whole is set in another. */
size_t pdf_shape(pdf *p, slice text, pdf_weight weight, pdf_glyph *out);
void pdf_draw(pdf *p, double x, double baseline, const pdf_glyph *glyphs, size_t n, double size, uint32_t rgb);

void pdf_line(pdf *p, double x0, double y0, double x1, double y1, double width, uint32_t rgb);
void pdf_rect(pdf *p, double x, double y, double width, double height, uint32_t rgb); /* filled */
/* A closed figure of n corners, filled; or its outline when stroke > 0. */
void pdf_polygon(pdf *p, const double (*corners)[2], size_t n, double stroke, uint32_t rgb);
void pdf_circle(pdf *p, double x, double y, double radius, double stroke, uint32_t rgb); /* filled, or outlined */

pdf_dest *pdf_place(pdf *p, size_t page, double y);
void pdf_link(pdf *p, size_t page, double x0, double y0, double x1, double y1, pdf_dest *to);
pdf_bookmark *pdf_bookmark_add(pdf *p, pdf_bookmark *parent, slice title, bool open, pdf_dest *to);

#endif
