/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/builder_inside.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "document/section.h"

#include <string.h>

builder *builder_new(arena *a, slice source)
{
	builder *b = ARENA_NEW(a, builder);
	b->arena = a;
	b->source = source;
	b->sourced = source.len > 0;
	return b;
}

level *builder_top(builder *b)
{
	return b->open.at && b->open.n ? &VEC_LAST(b->open) : NULL;
}

static bool may_hold(block_kind kind)
{
	return kind == BLOCK_ITEM || kind == BLOCK_CELL || kind == BLOCK_QUOTE || kind == BLOCK_FOOTNOTE ||
	       kind == BLOCK_CAPTION;
}

int32_t builder_holder(const builder *b)
{
	for (size_t i = b->open.at ? b->open.n : 0; i-- > 0;)
		if (b->open.at[i].kind == OPEN_BLOCK && may_hold(b->blocks.at[b->open.at[i].at].kind))
			return (int32_t)b->open.at[i].at;
	return NONE;
}

static void tell_children(builder *b)
{
	for (size_t i = b->open.at ? b->open.n : 0; i-- > 0;) {
		if (b->open.at[i].kind == OPEN_BLOCK) {
			b->open.at[i].has_children = true;
			return;
		}
	}
}

static void append(builder *b, slice text)
{
	if (b->text.n + text.len > b->text.cap) {
		size_t cap = b->text.cap ? b->text.cap : 4096;
		while (cap < b->text.n + text.len)
			cap *= 2;
		b->text.at = arena_grow(b->arena, b->text.at, b->text.cap, cap);
		b->text.cap = cap;
	}
	if (text.len)
		memcpy(b->text.at + b->text.n, text.ptr, text.len);
	b->text.n += text.len;
}

/* White space that parts two texts, put there for no bytes of the source, stands for those between them where there are as many: so
 * a table of plain fields is one part. `at`: where the text that is told now begins. */
static void join_gap(builder *b, uint32_t at)
{
	size_t n = b->parts.n;
	while (n > 1 && b->parts.at[n - 1].source == b->parts.at[n - 1].source_end)
		n--;
	if (n == b->parts.n || n == 0)
		return;
	source_part *before = &b->parts.at[n - 1];
	uint32_t gap = before[1].text, here = (uint32_t)b->text.n;
	bool exact = gap - before->text == before->source_end - before->source;
	if (!exact || at < before->source_end || here - gap != at - before->source_end)
		return;
	for (uint32_t i = gap; i < here; i++)
		if (!ascii_is_white(b->text.at[i]))
			return;
	before->source_end = at;
	b->parts.n = n;
}

static void append_from(builder *b, slice text, uint32_t at, uint32_t end)
{
	if (b->sourced && text.len) {
		if (end > at)
			join_gap(b, at);
		uint32_t here = (uint32_t)b->text.n;
		source_part *last = b->parts.n ? &VEC_LAST(b->parts) : NULL;
		bool exact = last && here - last->text == last->source_end - last->source;
		bool gap = last && end == at && last->source == at && last->source_end == at; /* goes on */
		if (exact && last->source_end == at && end - at == text.len)
			last->source_end = end;
		else if (!gap)
			VEC_PUSH(b->arena, b->parts, (source_part){here, at, end});
	}
	append(b, text);
}

void builder_separate(builder *b, slice between)
{
	if (!b->text.n)
		return;
	uint32_t at = b->parts.n ? VEC_LAST(b->parts).source_end : 0;
	append_from(b, between, at, at);
}

size_t builder_put_block(builder *b, block_kind kind, uint16_t depth)
{
	slice between = SLICE("\n\n");
	if (kind == BLOCK_CELL)
		between = b->blocks.n && VEC_LAST(b->blocks).kind == BLOCK_CELL ? SLICE("\t") : SLICE("\n\n");
	builder_separate(b, between);
	block made = {.kind = kind, .level = depth, .parent = builder_holder(b), .section = NONE};
	made.start = made.end = (uint32_t)b->text.n;
	tell_children(b);
	VEC_PUSH(b->arena, b->blocks, made);
	return b->blocks.n - 1;
}

/* Bytes of the no-break space that ends the text; 0 if none does. */
static uint32_t hard_space(const builder *b, uint32_t start, uint32_t end)
{
	return end - start > 1 && (unsigned char)b->text.at[end - 2] == 0xC2 && (unsigned char)b->text.at[end - 1] == 0xA0 ? 2
	                                                                                                                   : 0;
}

static void end_text(builder *b, block *k)
{
	uint32_t end = (uint32_t)b->text.n, space = 0;
	while (end > k->start && (ascii_is_white(b->text.at[end - 1]) || (space = hard_space(b, k->start, end)))) {
		end -= space ? space : 1;
		space = 0;
	}
	k->end = end;
}

static void end_group(builder *b, const level *l)
{
	block_group *g = &b->groups.at[l->at];
	g->end = (uint32_t)b->blocks.n;
	if (g->kind != GROUP_TABLE)
		return;
	g->rows = l->next;
	for (uint32_t i = g->first, row = 0; i < g->end; i++) {
		const block *c = &b->blocks.at[i];
		if (c->kind != BLOCK_CELL || c->group != l->at + 1)
			continue;
		if (c->row > row && row == g->header_rows)
			g->header_rows = c->row;
		row = c->row;
		if (!c->header)
			break;
		if (i + 1 == g->end)
			g->header_rows = c->row + 1;
	}
}

static void close_level(builder *b)
{
	level l = VEC_LAST(b->open);
	b->open.n--;
	if (l.kind != OPEN_BLOCK)
		end_group(b, &l);
	else if (!l.has_children)
		end_text(b, &b->blocks.at[l.at]);
	if (l.alias && b->open.n)
		VEC_LAST(b->open).has_children = true;
}

void builder_make_way(builder *b)
{
	level *above = builder_top(b);
	for (; above && above->implicit; above = builder_top(b))
		close_level(b);
	if (above && above->kind == OPEN_BLOCK && !above->has_children && above->at < b->blocks.n)
		end_text(b, &b->blocks.at[above->at]);
}

void builder_begin(builder *b, block_kind kind, uint16_t heading_level)
{
	const level *above = builder_top(b);
	bool own = above && above->kind == OPEN_BLOCK && !above->has_children && !above->alias &&
	           may_hold(b->blocks.at[above->at].kind) && b->blocks.at[above->at].start == b->text.n;
	if (own && kind == BLOCK_PARAGRAPH) {
		VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_BLOCK, .at = above->at, .alias = true});
		return;
	}
	builder_make_way(b);
	level *table = builder_top(b);
	size_t at = builder_put_block(b, kind, heading_level);
	if (kind == BLOCK_CAPTION && table && table->kind == OPEN_TABLE && b->groups.at[table->at].first == at) {
		b->groups.at[table->at].caption = (int32_t)at;
		b->groups.at[table->at].first++;
	}
	VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_BLOCK, .at = at});
}

void builder_end(builder *b)
{
	while (b->open.n && VEC_LAST(b->open).implicit)
		close_level(b);
	if (b->open.n)
		close_level(b);
}

size_t builder_put_group(builder *b, group_kind kind)
{
	builder_make_way(b);
	tell_children(b);
	block_group g = {.kind = kind, .first = (uint32_t)b->blocks.n, .parent = builder_holder(b), .caption = NONE};
	VEC_PUSH(b->arena, b->groups, g);
	return b->groups.n - 1;
}

void builder_list(builder *b, bool ordered, uint32_t number)
{
	uint16_t depth = 1;
	for (size_t i = 0; i < b->open.n; i++)
		depth = (uint16_t)(depth + (b->open.at[i].kind == OPEN_LIST && depth < UINT16_MAX));
	size_t at = builder_put_group(b, GROUP_LIST);
	b->groups.at[at].ordered = ordered;
	VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_LIST, .at = at, .next = number, .depth = depth});
}

void builder_item(builder *b, uint32_t number)
{
	builder_make_way(b);
	level *list = builder_top(b);
	if (!list || list->kind != OPEN_LIST) {
		builder_begin(b, BLOCK_PARAGRAPH, 0);
		return;
	}
	size_t group = list->at;
	if (b->groups.at[group].ordered) {
		number = number ? number : list->next;
		list->next = number + 1;
	}
	size_t at = builder_put_block(b, BLOCK_ITEM, list->depth);
	b->blocks.at[at].group = (uint32_t)group + 1;
	b->blocks.at[at].number = number;
	b->groups.at[group].items++;
	VEC_PUSH(b->arena, b->open, (level){.kind = OPEN_BLOCK, .at = at});
}

/* Whether text told now would begin a block, or stand at the beginning of one. */
static bool is_fresh(const builder *b)
{
	const level *l = b->open.n ? &VEC_LAST(b->open) : NULL;
	return !l || l->kind != OPEN_BLOCK || l->has_children || b->blocks.at[l->at].start == b->text.n;
}

/* A paragraph is opened where text is told outside of any, or behind the blocks that its block holds. */
static void open_target(builder *b)
{
	const level *l = builder_top(b);
	if (l && l->kind == OPEN_BLOCK && !l->has_children)
		return;
	if (l && l->kind == OPEN_LIST)
		builder_item(b, 0);
	else
		builder_begin(b, BLOCK_PARAGRAPH, 0);
	VEC_LAST(b->open).implicit = true;
}

/* Text without the white space that would open a block; false if nothing is left. */
static bool skip_blank(const builder *b, slice *text, uint32_t *at)
{
	while (is_fresh(b) && text->len && ascii_is_white(*text->ptr)) {
		*text = slice_sub(*text, 1, text->len);
		++*at;
	}
	return text->len > 0;
}

void builder_text(builder *b, slice text, uint32_t at)
{
	if (!skip_blank(b, &text, &at))
		return;
	open_target(b);
	append_from(b, text, at, at + (uint32_t)text.len);
}

void builder_put(builder *b, slice text, uint32_t at, uint32_t end)
{
	uint32_t begins = at;
	if (!skip_blank(b, &text, &begins))
		return;
	open_target(b);
	append_from(b, text, at, end);
}

bool builder_is_apart(const builder *b)
{
	return is_fresh(b) || ascii_is_white(b->text.at[b->text.n - 1]);
}

void builder_space(builder *b, uint32_t at)
{
	if (!builder_is_apart(b))
		append_from(b, SLICE(" "), at, at);
}

uint32_t builder_at(const builder *b)
{
	return (uint32_t)b->text.n;
}

void builder_mark(builder *b, inline_kind kind)
{
	uint32_t here = (uint32_t)b->text.n;
	VEC_PUSH(b->arena, b->inlines, (inline_span){here, UINT32_MAX, kind});
}

void builder_unmark(builder *b, inline_kind kind)
{
	enum { REACH = 64 };
	for (size_t back = 0, i = b->inlines.n; back < REACH && i-- > 0; back++) {
		if (b->inlines.at[i].kind == kind && b->inlines.at[i].end == UINT32_MAX) {
			b->inlines.at[i].end = (uint32_t)b->text.n;
			return;
		}
	}
}

void builder_box(builder *b, uint32_t start, uint32_t page, const float box[4])
{
	uint32_t end = (uint32_t)b->text.n;
	if (end > start)
		VEC_PUSH(b->arena, b->boxes, (text_box){start, end, page, box[0], box[1], box[2], box[3]});
}

void builder_note(builder *b, slice sentence)
{
	if (b->notes.n == LIMIT_NOTES) {
		b->notes_left_out++;
		return;
	}
	slice head = slice_sub(sentence, 0, sentence.len < LIMIT_NOTE_BYTES ? sentence.len : LIMIT_NOTE_BYTES);
	VEC_PUSH(b->arena, b->notes, arena_copy(b->arena, slice_sub(head, 0, utf8_valid_until(head))));
}

/* A block without a child is struck out if one span of it is so from end to end. */
static void set_struck(builder *b)
{
	size_t next = 0;
	for (size_t i = 0; i < b->inlines.n; i++) {
		const inline_span *s = &b->inlines.at[i];
		if (s->kind != INLINE_STRUCK)
			continue;
		while (next < b->blocks.n &&
		       (b->blocks.at[next].start < s->start || b->blocks.at[next].start == b->blocks.at[next].end))
			next++;
		if (next < b->blocks.n && b->blocks.at[next].start == s->start && b->blocks.at[next].end <= s->end)
			b->blocks.at[next].struck = true;
	}
}

void builder_finish(builder *b, document *d)
{
	while (b->open.n)
		builder_end(b);
	for (size_t i = 0; i < b->inlines.n; i++)
		if (b->inlines.at[i].end == UINT32_MAX)
			b->inlines.at[i].end = (uint32_t)b->text.n;
	set_struck(b);
	uint32_t behind = b->parts.n ? VEC_LAST(b->parts).source_end : 0;
	append_from(b, SLICE("\n"), behind, behind);
	d->text = (slice){b->text.at, b->text.n};
	d->source = b->sourced ? b->source : d->text;
	d->blocks = b->blocks.at, d->block_count = b->blocks.n;
	d->groups = b->groups.at, d->group_count = b->groups.n;
	d->inlines = b->inlines.at, d->inline_count = b->inlines.n;
	d->parts = b->parts.at, d->part_count = b->parts.n;
	d->boxes = b->boxes.at, d->box_count = b->boxes.n;
	d->stored = b->stored.at, d->stored_count = b->stored.n;
	d->stored_digits = (slice){b->digits.at, b->digits.n};
	if (b->notes_left_out)
		VEC_PUSH(b->arena, b->notes, arena_printf(b->arena, "%zu more notes like these are left out", b->notes_left_out));
	d->notes = b->notes.at, d->note_count = b->notes.n;
	d->sheets = b->sheets.at, d->sheet_count = b->sheets.n;
	document_set_sections(d, true);
}
