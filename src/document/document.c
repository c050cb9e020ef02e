/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/document.h"

#include "base/bisect.h"
#include "base/utf8.h"

#include <string.h>

enum { POINTS_STRIDE = 4096 };

static void index_points(arena *a, document *d)
{
	size_t marks = d->source.len / POINTS_STRIDE + 1;
	uint32_t points = 0;
	d->points = ARENA_ARRAY(a, uint32_t, marks);
	for (size_t i = 1; i < marks; i++) {
		points += (uint32_t)utf8_count(slice_sub(d->source, (i - 1) * POINTS_STRIDE, i * POINTS_STRIDE));
		d->points[i] = points;
	}
}

void document_index_lines(arena *a, document *d)
{
	VEC(uint32_t) starts = {0};
	if (!d->source.ptr)
		d->source = d->text;
	VEC_PUSH(a, starts, 0);
	const char *text = d->source.ptr, *end = text + d->source.len;
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

/* The part that an offset of the text stands in: the last that begins at or before it. */
static const source_part *part_at(const document *d, uint32_t offset)
{
	size_t n;
	BISECT(n, d->part_count, d->parts[n].text <= offset);
	return &d->parts[n ? n - 1 : 0];
}

static bool byte_by_byte(const document *d, const source_part *p)
{
	uint32_t next = p + 1 < d->parts + d->part_count ? p[1].text : (uint32_t)d->text.len;
	return next - p->text == p->source_end - p->source;
}

uint32_t document_source(const document *d, uint32_t offset)
{
	if (!d->part_count)
		return offset;
	const source_part *p = part_at(d, offset);
	if (offset < p->text || !byte_by_byte(d, p))
		return p->source;
	return offset - p->text < p->source_end - p->source ? p->source + (offset - p->text) : p->source_end;
}

uint32_t document_source_end(const document *d, uint32_t end)
{
	if (!d->part_count || !end)
		return end;
	const source_part *p = part_at(d, end - 1);
	return byte_by_byte(d, p) && end > p->text ? p->source + (end - p->text) : p->source_end;
}

/* Code points before an offset of the source. A sequence cut by a stride is counted where its first byte stands. */
static uint32_t points_before(const document *d, size_t offset)
{
	size_t mark = offset / POINTS_STRIDE;
	uint32_t points = d->points ? d->points[mark] : 0;
	return points + (uint32_t)utf8_count(slice_sub(d->source, d->points ? mark * POINTS_STRIDE : 0, offset));
}

void document_place(const document *d, uint32_t offset, uint32_t *line, uint32_t *col)
{
	offset = document_source(d, offset);
	size_t at = offset < d->source.len ? offset : d->source.len;
	size_t lines;
	BISECT(lines, d->line_count, d->line_starts[lines] <= at);
	size_t start = lines ? d->line_starts[lines - 1] : 0;
	*line = lines ? (uint32_t)lines : 1;
	if (at - start < POINTS_STRIDE)
		*col = (uint32_t)utf8_count(slice_sub(d->source, start, at)) + 1;
	else
		*col = points_before(d, at) - points_before(d, start) + 1;
}

slice document_text(const document *d, uint32_t start, uint32_t end)
{
	return slice_sub(d->text, start, end);
}

slice document_source_text(const document *d, uint32_t start, uint32_t end)
{
	return slice_sub(d->source, document_source(d, start), document_source_end(d, end));
}

uint32_t document_box(const document *d, uint32_t start, uint32_t end, float box[4])
{
	size_t before;
	BISECT(before, d->box_count, d->boxes[before].end <= start);
	if (before == d->box_count)
		return 0;
	const text_box *first = &d->boxes[before];
	float left = first->left, top = first->top, right = first->right, bottom = first->bottom;
	for (const text_box *b = first + 1; b < d->boxes + d->box_count && b->start < end && b->page == first->page; b++) {
		left = b->left < left ? b->left : left;
		top = b->top < top ? b->top : top;
		right = b->right > right ? b->right : right;
		bottom = b->bottom > bottom ? b->bottom : bottom;
	}
	box[0] = left, box[1] = top, box[2] = right, box[3] = bottom;
	return first->page;
}

/* The block, or one that holds it, that is a cell. */
static const block *cell_of(const document *d, size_t i)
{
	while (d->blocks[i].kind != BLOCK_CELL && d->blocks[i].parent >= 0 && (size_t)d->blocks[i].parent < i)
		i = (size_t)d->blocks[i].parent;
	return d->blocks[i].kind == BLOCK_CELL ? &d->blocks[i] : NULL;
}

slice document_cell(arena *a, const document *d, size_t i, slice *sheet)
{
	enum { LETTERS = 8 };
	const block *b = i < d->block_count && d->sheet_count ? cell_of(d, i) : NULL;
	const block_group *g = b && b->group ? &d->groups[b->group - 1] : NULL;
	if (!g || !g->sheet)
		return (slice){"", 0};
	char letters[LETTERS];
	size_t at = LETTERS;
	for (uint32_t col = b->col + g->first_col + 1; col && at; col = (col - 1) / 26)
		letters[--at] = (char)('A' + (col - 1) % 26);
	*sheet = d->sheets[g->sheet - 1];
	return arena_printf(a, "%.*s%u", (int)(LETTERS - at), letters + at, b->row + g->first_row + 1);
}

size_t document_inlines_from(const document *d, uint32_t offset)
{
	size_t i;
	BISECT(i, d->inline_count, d->inlines[i].start < offset);
	return i;
}

bool document_within(const document *d, uint32_t offset, inline_kind k)
{
	enum { REACH = 16 }; /* spans nest a few deep at most */
	size_t i;
	BISECT(i, d->inline_count, d->inlines[i].start <= offset);
	for (size_t back = 0; back < REACH && i-- > 0; back++)
		if (d->inlines[i].kind == k && d->inlines[i].end > offset)
			return true;
	return false;
}

slice document_stored(const document *d, size_t i)
{
	size_t n;
	BISECT(n, d->stored_count, d->stored[n].block <= i);
	if (!n || d->stored[n - 1].block != i)
		return (slice){"", 0};
	const stored_value *found = &d->stored[n - 1];
	return slice_sub(d->stored_digits, found->start, found->start + found->len);
}
