/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From words to pages: paragraphs of mixed looks broken into lines, a cursor going down the page, links to places that may
 * come later. All of it can first be measured: with `dry` set, the same calls move the cursor and draw nothing. */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include "base/vec.h"
#include "report/pdf.h"
#include "report/style.h"

/* Shapes that stand beside words, so that colour carries nothing alone. */
typedef enum { MARK_NONE, MARK_SQUARE, MARK_TRIANGLE, MARK_DISC, MARK_CHECK, MARK_RING, MARK_DASH, MARK_CROSS } mark;

typedef struct look {
	type_size size;
	ink ink;
	bool bold, underline;
	uint64_t link; /* the key of an anchor, 0: none */
} look;

typedef struct span {
	slice text;
	mark mark; /* drawn instead of text */
	look look;
} span;

typedef VEC(span) para;

typedef enum { ALIGN_LEFT, ALIGN_RIGHT } align;
typedef enum { FIT_END, FIT_MIDDLE } fit;

typedef struct layout_anchor {
	uint64_t key;
	size_t page;
	double y;
	pdf_dest *dest; /* made when first wanted */
} layout_anchor;

typedef struct layout_ref { /* an area that leads to an anchor */
	uint64_t key;
	size_t page;
	double x0, y0, x1, y1;
} layout_ref;

typedef struct text_line {
	size_t from, to; /* of the scratch glyphs */
	double width;
	bool cut; /* "…" follows */
} text_line;

typedef struct layout {
	pdf *pdf;
	arena *arena;
	double left, right, top, bottom; /* the body of a page */
	double y;                        /* where the next thing goes */
	size_t page;
	bool dry;
	VEC(layout_anchor) anchors;
	VEC(layout_ref) refs;
	struct { /* of the paragraph at hand */
		pdf_glyph *glyphs;
		uint32_t *span;
		size_t n, cap;
		VEC(text_line) lines;
		double leading;
	} scratch;
} layout;

/* Lays out on p, with no page yet. */
layout layout_new(pdf *p);
void layout_page(layout *l); /* goes on at the top of a new page */
/* Goes to a new page if less than `height` is left; never when dry. */
void layout_room(layout *l, double height);
double layout_left_over(const layout *l);

void para_add(layout *l, para *p, slice text, look how);
void para_mark(layout *l, para *p, mark m, look how);
para para_of(layout *l, slice text, look how);

/* Sets a paragraph into the column [x, x + width) from the cursor down, at most max_lines (0: all; the last one then ends
 * in "…"), and moves the cursor below it. It is not split: make room first. */
void layout_para(layout *l, const para *p, double x, double width, size_t max_lines, align side);
double layout_para_height(layout *l, const para *p, double width, size_t max_lines);
/* One line of text at a baseline of the current page, at or (ALIGN_RIGHT) ending at x; the cursor stays. */
void layout_at(layout *l, double x, double baseline, slice text, look how, align side);
double layout_width(layout *l, slice text, look how);
/* text, with "…" at its end or in its middle if it is wider than width. */
slice layout_fit(layout *l, slice text, look how, double width, fit where);
void layout_mark(layout *l, mark m, double x, double baseline, double size, ink colour);
void layout_rule(layout *l, double x0, double x1); /* a hair line at the cursor */
/* Where the baseline of a line of this size lies below the line's top. */
double layout_baseline(type_size size);

/* Places by key (never 0). An anchor is where the cursor is; a link may be set before its anchor. */
uint64_t layout_key(unsigned kind, uint32_t a, uint32_t b);
void layout_anchor_here(layout *l, uint64_t key);
void layout_link(layout *l, uint64_t key, double x0, double y0, double x1, double y1);
const layout_anchor *layout_find(const layout *l, uint64_t key); /* NULL if none; slow: for a few look-ups */
pdf_bookmark *layout_bookmark(layout *l, pdf_bookmark *parent, slice title, bool open); /* to the cursor; NULL when dry */
/* Draws every link whose anchor was set; the anchors come sorted by key. */
void layout_finish(layout *l);

#endif
