/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of code: set in letters of one width, with nothing else beside them. */
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>

typedef struct placed {
	float centre;
	uint32_t line;
} placed;

static int by_centre(const void *x, const void *y)
{
	const placed *p = x, *q = y;
	return p->centre != q->centre ? (p->centre < q->centre ? -1 : 1) : (p->line > q->line) - (p->line < q->line);
}

static bool is_fixed(const pdf_page *page, const pdf_line *l)
{
	for (uint32_t i = l->first; i < l->end; i++)
		if (!page->words.at[i].fixed)
			return false;
	return l->end > l->first;
}

/* Whether a line of other type stands in the same row: then it is a table's. */
static bool has_other(const pdf_page *page, const placed *all, size_t n, size_t at)
{
	enum { REACH = 24 };
	const pdf_line *l = &page->lines.at[all[at].line];
	float near = 0.4F * (l->box.bottom - l->box.top);
	for (size_t i = at; i-- > 0 && at - i < REACH && all[at].centre - all[i].centre < near;)
		if (!is_fixed(page, &page->lines.at[all[i].line]))
			return true;
	for (size_t i = at + 1; i < n && i - at < REACH && all[i].centre - all[at].centre < near; i++)
		if (!is_fixed(page, &page->lines.at[all[i].line]))
			return true;
	return false;
}

static void find_on_page(arena *a, pdf_page *page)
{
	placed *all = ARENA_ARRAY(a, placed, page->lines.n + 1);
	size_t n = 0;
	for (uint32_t i = 0; i < page->lines.n; i++) {
		const pdf_line *l = &page->lines.at[i];
		if (l->use == PDF_FREE && l->end > l->first)
			all[n++] = (placed){(l->box.top + l->box.bottom) / 2, i};
	}
	qsort(all, n, sizeof *all, by_centre);
	for (size_t i = 0; i < n; i++) {
		pdf_line *l = &page->lines.at[all[i].line];
		if (!l->fixed || l->turned || !is_fixed(page, l) || has_other(page, all, n, i))
			continue;
		l->use = PDF_CODE;
		for (uint32_t w = l->first; w < l->end; w++)
			page->words.at[w].use = PDF_CODE;
	}
}

void pdf_find_code(arena *a, pdf_pages *pages)
{
	size_t fixed = 0, all = 0;
	for (size_t p = 0; p < pages->n; p++) {
		for (size_t i = 0; i < pages->at[p].words.n; i++) {
			const pdf_word *w = &pages->at[p].words.at[i];
			all += w->text.len;
			fixed += w->fixed ? w->text.len : 0;
		}
	}
	for (size_t p = 0; p < pages->n && fixed * 2 < all; p++)
		find_on_page(a, &pages->at[p]);
}
