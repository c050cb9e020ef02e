/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout.h"

#include "base/bisect.h"

#include <stdlib.h>

layout layout_new(pdf *p)
{
	return (layout){
		.pdf = p,
		.arena = pdf_arena(p),
		.left = STYLE.margin,
		.right = pdf_width(p) - STYLE.margin,
		.top = STYLE.margin + STYLE.baseline / 2,
		.bottom = pdf_height(p) - STYLE.margin,
	};
}

void layout_page(layout *l)
{
	l->page = pdf_page_add(l->pdf);
	l->y = l->top;
}

double layout_left_over(const layout *l)
{
	return l->bottom - l->y;
}

void layout_room(layout *l, double height)
{
	if (!l->dry && layout_left_over(l) < height && l->y > l->top)
		layout_page(l);
}

uint64_t layout_key(unsigned kind, uint32_t a, uint32_t b)
{
	return (uint64_t)kind << 56 | (uint64_t)(a & 0xFFFFFFF) << 28 | (b & 0xFFFFFFF);
}

void layout_anchor_here(layout *l, uint64_t key)
{
	if (!l->dry)
		VEC_PUSH(l->arena, l->anchors, (layout_anchor){.key = key, .page = l->page, .y = l->y});
}

void layout_link(layout *l, uint64_t key, double x0, double y0, double x1, double y1)
{
	if (!l->dry && key)
		VEC_PUSH(l->arena, l->refs, (layout_ref){.key = key, .page = l->page, .x0 = x0, .y0 = y0, .x1 = x1, .y1 = y1});
}

const layout_anchor *layout_find(const layout *l, uint64_t key)
{
	for (size_t i = 0; i < l->anchors.n; i++)
		if (l->anchors.at[i].key == key)
			return &l->anchors.at[i];
	return NULL;
}

pdf_bookmark *layout_bookmark(layout *l, pdf_bookmark *parent, slice title, bool open)
{
	if (l->dry)
		return NULL;
	return pdf_bookmark_add(l->pdf, parent, title, open, pdf_place(l->pdf, l->page, l->y - STYLE.baseline));
}

static int anchor_order(const void *a, const void *b)
{
	const layout_anchor *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	return (x->y > y->y) - (x->y < y->y);
}

static layout_anchor *anchor_lookup(const layout *l, uint64_t key)
{
	size_t i;
	BISECT(i, l->anchors.n, l->anchors.at[i].key < key);
	return i < l->anchors.n && l->anchors.at[i].key == key ? &l->anchors.at[i] : NULL;
}

void layout_finish(layout *l)
{
	if (l->anchors.n)
		qsort(l->anchors.at, l->anchors.n, sizeof *l->anchors.at, anchor_order);
	for (size_t i = 0; i < l->refs.n; i++) {
		const layout_ref *r = &l->refs.at[i];
		layout_anchor *to = anchor_lookup(l, r->key);
		if (!to)
			continue;
		if (!to->dest)
			to->dest = pdf_place(l->pdf, to->page, to->y - STYLE.baseline);
		pdf_link(l->pdf, r->page, r->x0, r->y0, r->x1, r->y1, to->dest);
	}
}

/* ---- lines and shapes ---- */

void layout_rule(layout *l, double x0, double x1)
{
	if (!l->dry)
		pdf_line(l->pdf, x0, l->y, x1, l->y, STYLE.hair, STYLE.ink[INK_HAIR]);
}

void layout_mark(layout *l, mark m, double x, double baseline, double size, ink colour)
{
	if (l->dry)
		return;
	uint32_t rgb = STYLE.ink[colour];
	double s = size * 0.68, top = baseline - s - size * 0.02, mid = top + s / 2, stroke = size * 0.11;
	switch (m) {
	case MARK_NONE:
		break;
	case MARK_SQUARE:
		pdf_rect(l->pdf, x, top, s, s, rgb);
		break;
	case MARK_TRIANGLE:
		pdf_polygon(l->pdf, (double[][2]){{x, top + s}, {x + s, top + s}, {x + s / 2, top}}, 3, 0, rgb);
		break;
	case MARK_DISC:
		pdf_circle(l->pdf, x + s / 2, mid, s / 2, 0, rgb);
		break;
	case MARK_RING:
		pdf_circle(l->pdf, x + s / 2, mid, s / 2 - stroke / 2, stroke, rgb);
		break;
	case MARK_CHECK:
		pdf_line(l->pdf, x, mid + s * 0.08, x + s * 0.36, top + s * 0.95, stroke * 1.2, rgb);
		pdf_line(l->pdf, x + s * 0.30, top + s * 0.95, x + s, top + s * 0.08, stroke * 1.2, rgb);
		break;
	case MARK_DASH:
		pdf_line(l->pdf, x, mid, x + s, mid, stroke, rgb);
		break;
	case MARK_CROSS:
		pdf_line(l->pdf, x, top, x + s, top + s, stroke, rgb);
		pdf_line(l->pdf, x, top + s, x + s, top, stroke, rgb);
		break;
	}
}
