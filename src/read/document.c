/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/document.h"

#include "base/utf8.h"

#include <string.h>

enum { POINTS_STRIDE = 4096 };

static void index_points(arena *a, document *d)
{
	size_t marks = d->text.len / POINTS_STRIDE + 1;
	uint32_t points = 0;
	d->points = ARENA_ARRAY(a, uint32_t, marks);
	for (size_t i = 1; i < marks; i++) {
		points += (uint32_t)utf8_count(slice_sub(d->text, (i - 1) * POINTS_STRIDE, i * POINTS_STRIDE));
		d->points[i] = points;
	}
}

void document_index_lines(arena *a, document *d)
{
	VEC(uint32_t) starts = {0};
	VEC_PUSH(a, starts, 0);
	const char *text = d->text.ptr, *end = text + d->text.len;
	for (const char *at = text; at < end;) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		if (!newline)
			break;
		at = newline + 1;
		if (at < end)
			VEC_PUSH(a, starts, (uint32_t)(at - text));
	}
	d->line_starts = starts.at;
	d->line_count = starts.n;
	index_points(a, d);
}

/* Code points before an offset. A sequence cut by a stride is counted where its first byte stands. */
static uint32_t points_before(const document *d, size_t offset)
{
	size_t mark = offset / POINTS_STRIDE;
	uint32_t points = d->points ? d->points[mark] : 0;
	return points + (uint32_t)utf8_count(slice_sub(d->text, d->points ? mark * POINTS_STRIDE : 0, offset));
}

void document_place(const document *d, uint32_t offset, uint32_t *line, uint32_t *col)
{
	size_t low = 0, high = d->line_count, at = offset < d->text.len ? offset : d->text.len;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (d->line_starts[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	size_t start = d->line_count ? d->line_starts[low] : 0;
	*line = (uint32_t)low + 1;
	if (at - start < POINTS_STRIDE)
		*col = (uint32_t)utf8_count(slice_sub(d->text, start, at)) + 1;
	else
		*col = points_before(d, at) - points_before(d, start) + 1;
}

slice document_text(const document *d, uint32_t start, uint32_t end)
{
	return slice_sub(d->text, start, end);
}
