/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/limits.h"
#include "base/utf8.h"
#include "read/wire.h"

#include <math.h>
#include <string.h>

/* Whether an offset stands between two characters of valid UTF-8. */
static bool is_between(slice text, uint64_t at)
{
	return at <= text.len && (at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80);
}

static bool is_stretch(slice text, uint64_t start, uint64_t end)
{
	return start <= end && is_between(text, start) && is_between(text, end);
}

/* A bool that came as a byte must be looked at as one before it is one. */
static bool is_bool(const bool *b)
{
	unsigned char byte;
	memcpy(&byte, b, sizeof byte);
	return byte <= 1;
}

/* An enumerated value likewise. */
static bool is_enum(const void *value, size_t size, unsigned count)
{
	unsigned told = 0;
	memcpy(&told, value, size < sizeof told ? size : sizeof told);
	return told < count;
}

#define X(NAME, name) +1
enum { BLOCK_KIND_COUNT = 0 BLOCK_KINDS(X), INLINE_KIND_COUNT = 0 INLINE_KINDS(X) };
#undef X

static bool holds(block_kind kind)
{
	return kind == BLOCK_ITEM || kind == BLOCK_CELL || kind == BLOCK_QUOTE || kind == BLOCK_FOOTNOTE ||
	       kind == BLOCK_CAPTION;
}

/* A parent stands before what it holds, and may hold something. */
static bool is_parent(const document *d, int32_t parent, size_t before)
{
	return parent == -1 || (parent >= 0 && (size_t)parent < before && holds(d->blocks[parent].kind));
}

static bool is_placed(const document *d, const block *b, size_t i)
{
	if (b->group > d->group_count || (b->group && b->kind != BLOCK_ITEM && b->kind != BLOCK_CELL))
		return false;
	if (!b->group)
		return b->kind != BLOCK_CELL;
	const block_group *g = &d->groups[b->group - 1];
	if (i < g->first || i >= g->end || (g->kind == GROUP_TABLE) != (b->kind == BLOCK_CELL))
		return false;
	return b->kind == BLOCK_ITEM ||
	       (b->row < g->rows && b->col < g->cols && b->row_span && b->col_span && b->col_span <= g->cols - b->col);
}

static const char *block_fault(const document *d)
{
	uint32_t last = 0;
	for (size_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		if (!is_enum(&b->kind, sizeof b->kind, BLOCK_KIND_COUNT) || !is_bool(&b->header) || !is_bool(&b->struck))
			return "a block's kind";
		if (b->start < last || !is_stretch(d->text, b->start, b->end))
			return "a block's text";
		last = b->end;
		if (!is_parent(d, b->parent, i))
			return "a block's holder";
		if (b->section < -1 || (b->section >= 0 && ((size_t)b->section >= i || d->blocks[b->section].kind != BLOCK_HEADING)))
			return "a block's section";
		if (!is_placed(d, b, i))
			return "a block's place in its list or table";
	}
	return NULL;
}

/* Before the blocks, which refer to groups. */
static const char *group_fault(const document *d)
{
	for (size_t i = 0; i < d->group_count; i++) {
		const block_group *g = &d->groups[i];
		if (!is_enum(&g->kind, sizeof g->kind, GROUP_TABLE + 1) || !is_bool(&g->ordered))
			return "a group's kind";
		if (g->first > g->end || g->end > d->block_count || g->items > g->end - g->first || g->sheet > d->sheet_count)
			return "a group's blocks";
		if (g->rows > LIMIT_TABLE_ROWS || g->cols > LIMIT_TABLE_COLUMNS || g->header_rows > g->rows)
			return "a table's size";
		if (g->caption < -1 || (g->caption >= 0 && (size_t)g->caption >= d->block_count))
			return "a table's caption";
		if (i && g->first < d->groups[i - 1].first)
			return "the order of groups";
	}
	return NULL;
}

/* What of the groups needs the blocks to be looked through first. */
static const char *holder_fault(const document *d)
{
	for (size_t i = 0; i < d->group_count; i++) {
		const block_group *g = &d->groups[i];
		if (!is_parent(d, g->parent, g->first))
			return "a group's holder";
		if (g->caption >= 0 && d->blocks[g->caption].kind != BLOCK_CAPTION)
			return "a table's caption";
	}
	return NULL;
}

static const char *span_fault(const document *d)
{
	for (size_t i = 0; i < d->inline_count; i++) {
		const inline_span *s = &d->inlines[i];
		if (!is_enum(&s->kind, sizeof s->kind, INLINE_KIND_COUNT) || !is_stretch(d->text, s->start, s->end) ||
		    (i && s->start < s[-1].start))
			return "an inline span";
	}
	return NULL;
}

static bool is_blank(slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '\n' && text.ptr[i] != ' ')
			return false;
	return true;
}

static const char *part_fault(const document *d)
{
	if (!d->part_count)
		return d->source.len && !is_blank(d->text) ? "its source" : NULL;
	for (size_t i = 0; i < d->part_count; i++) {
		const source_part *p = &d->parts[i];
		if (!is_between(d->text, p->text) || (i && p->text < p[-1].text) || !is_stretch(d->source, p->source, p->source_end))
			return "its source";
	}
	return NULL;
}

static const char *box_fault(const document *d)
{
	for (size_t i = 0; i < d->box_count; i++) {
		const text_box *b = &d->boxes[i];
		bool finite = isfinite(b->left) && isfinite(b->top) && isfinite(b->right) && isfinite(b->bottom);
		if (!is_stretch(d->text, b->start, b->end) || !finite || !b->page || (i && b->start < b[-1].start))
			return "a box";
	}
	return NULL;
}

static bool is_number(slice digits)
{
	for (size_t i = 0; i < digits.len; i++)
		if (!memchr("0123456789.+-eE", digits.ptr[i], sizeof "0123456789.+-eE" - 1))
			return false;
	return true;
}

static const char *stored_fault(const document *d)
{
	if (!is_number(d->stored_digits))
		return "a stored number";
	for (size_t i = 0; i < d->stored_count; i++) {
		const stored_value *s = &d->stored[i];
		if (s->block >= d->block_count || (i && s->block < s[-1].block) || s->start > d->stored_digits.len ||
		    s->len > d->stored_digits.len - s->start)
			return "a stored number";
	}
	return NULL;
}

static const char *text_fault(const document *d)
{
	const slice told[] = {d->title, d->place, d->publisher, d->lang, d->why};
	if (d->text.len > LIMIT_DOCUMENT_BYTES || utf8_valid_until(d->text) != d->text.len)
		return "its text";
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (told[i].len > LIMIT_METADATA_BYTES || utf8_valid_until(told[i]) != told[i].len)
			return "its title, place or publisher";
	for (size_t i = 0; i < d->sheet_count; i++)
		if (d->sheets[i].len > LIMIT_METADATA_BYTES || utf8_valid_until(d->sheets[i]) != d->sheets[i].len)
			return "a sheet's name";
	if (d->note_count > LIMIT_NOTES + 1)
		return "its notes";
	for (size_t i = 0; i < d->note_count; i++)
		if (d->notes[i].len > LIMIT_NOTE_BYTES || utf8_valid_until(d->notes[i]) != d->notes[i].len)
			return "its notes";
	return NULL;
}

const char *wire_fault(const document *d)
{
	static const char *(*const checks[])(const document *) = {text_fault, group_fault, block_fault, holder_fault,
	                                                          span_fault, part_fault,  box_fault,   stored_fault};
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
		const char *fault = checks[i](d);
		if (fault)
			return fault;
	}
	return NULL;
}
