/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far in the names of a table's rows stand: a row under another, and further in, is a part of it. */
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>

static const float NEAR = 0.25F; /* of the type's size: not further in */

static int by_value(const void *x, const void *y)
{
	float p = *(const float *)x, q = *(const float *)y;
	return (p > q) - (p < q);
}

/* How many of the values, which become sorted, stand at the place of most of them. */
static size_t most_alike(float *values, size_t n, float near)
{
	size_t most = 0, first = 0;
	qsort(values, n, sizeof *values, by_value);
	for (size_t i = 0; i < n; i++) {
		while (values[i] - values[first] > near)
			first++;
		most = i + 1 - first > most ? i + 1 - first : most;
	}
	return most;
}

static const pdf_cell *next_label(const pdf_table *t, size_t *at)
{
	while (*at < t->cells.n) {
		const pdf_cell *c = &t->cells.at[(*at)++];
		if (c->col == 0 && !c->header && c->words.n)
			return c;
	}
	return NULL;
}

pdf_indents pdf_indents_of(arena *a, const pdf_page *const *pages, const pdf_table *const *parts, size_t n)
{
	pdf_indents out = {0};
	size_t most = 0, labels = 0;
	for (size_t i = 0; i < n; i++)
		most += parts[i]->rows;
	float *left = ARENA_ARRAY(a, float, most), *middle = ARENA_ARRAY(a, float, most), *right = ARENA_ARRAY(a, float, most);
	float size = 0;
	for (size_t i = 0; i < n; i++) {
		size_t at = 0;
		for (const pdf_cell *c; (c = next_label(parts[i], &at)) != NULL; labels++) {
			const pdf_word *w = &pages[i]->words.at[c->words.at[0]];
			left[labels] = w->box.left;
			right[labels] = w->box.right;
			for (size_t k = 1; k < c->words.n; k++)
				right[labels] = fmaxf(right[labels], pages[i]->words.at[c->words.at[k]].box.right);
			middle[labels] = (left[labels] + right[labels]) / 2;
			size = fmaxf(size, w->size);
		}
	}
	out.near = NEAR * size;
	size_t alike = most_alike(left, labels, out.near);
	if (most_alike(middle, labels, out.near) > alike || most_alike(right, labels, out.near) > alike)
		return out; /* not set from the left */
	for (size_t i = 0; i < labels; i++)
		if (i == 0 || left[i] - left[i - 1] > out.near)
			VEC_PUSH(a, out.steps, left[i]);
	return out;
}

uint16_t pdf_indent_of(const pdf_indents *all, const pdf_page *page, const pdf_cell *c)
{
	enum { DEEPEST = 12 };
	if (c->col || c->header || !c->words.n || all->steps.n > DEEPEST)
		return 0;
	uint16_t depth = 0;
	while (depth + 1U < all->steps.n && page->words.at[c->words.at[0]].box.left >= all->steps.at[depth + 1])
		depth++;
	return depth;
}
