/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/list_extent.h"

/* The list or table whose first block is number i, held by `parent`; group_count if none is. A list may begin with a list in its first item: the outer one counts. */
static uint32_t group_at(const document *d, uint32_t i, int32_t parent)
{
	if (i >= d->block_count || !d->blocks[i].group)
		return (uint32_t)d->group_count;
	uint32_t g = d->blocks[i].group - 1;
	return d->groups[g].first == i && d->groups[g].parent == parent ? g : (uint32_t)d->group_count;
}

static bool is_caption_of_table(const document *d, uint32_t b)
{
	uint32_t g = b + 1 < d->block_count ? d->blocks[b + 1].group : 0;
	return d->blocks[b].kind == BLOCK_CAPTION && g && d->groups[g - 1].caption == (int32_t)b;
}

static listed listed_group(const document *d, uint32_t g)
{
	const block_group *of = &d->groups[g];
	return (listed){
		.kind = of->kind == GROUP_LIST ? LISTED_ITEMS : LISTED_ROWS, .group = g, .first = of->first, .end = of->end};
}

/* The sections whose first heading is block i, up to a heading above their level. */
static listed listed_sections(const document *d, uint32_t i)
{
	listed l = {.kind = LISTED_SECTIONS, .first = i, .level = d->blocks[i].level};
	for (l.end = i; l.end < d->block_count; l.end++) {
		const block *b = &d->blocks[l.end];
		if (b->kind == BLOCK_HEADING && b->level < l.level)
			break;
	}
	return l;
}

bool listed_is_bold(const document *d, uint32_t b)
{
	const block *k = &d->blocks[b];
	if (k->kind != BLOCK_PARAGRAPH)
		return false;
	for (size_t i = document_inlines_from(d, k->start); i < d->inline_count && d->inlines[i].start == k->start; i++)
		if (d->inlines[i].kind == INLINE_STRONG)
			return true;
	return false;
}

/* The paragraphs from block i on, up to a heading or the end of what holds them. */
static listed listed_paragraphs(const document *d, uint32_t i)
{
	int32_t parent = d->blocks[i].parent;
	listed l = {.kind = LISTED_PARAGRAPHS, .first = i, .end = i};
	uint32_t bold = 0;
	while (l.end < d->block_count && d->blocks[l.end].kind != BLOCK_HEADING && d->blocks[l.end].parent >= parent) {
		bold += d->blocks[l.end].parent == parent && listed_is_bold(d, l.end);
		l.end++;
	}
	return bold > 1 ? l : (listed){0};
}

listed listed_after(const document *d, uint32_t b)
{
	const block *own = &d->blocks[b];
	uint32_t next = b + 1;
	if (next >= d->block_count)
		return (listed){0};
	uint32_t inner = group_at(d, next, (int32_t)b);
	if (inner < d->group_count)
		return listed_group(d, inner);
	if (d->blocks[next].kind == BLOCK_CAPTION && is_caption_of_table(d, next))
		next++;
	uint32_t beside = group_at(d, next, own->parent);
	if (beside < d->group_count && own->kind != BLOCK_ITEM && own->kind != BLOCK_CELL)
		return listed_group(d, beside);
	if (own->kind == BLOCK_PARAGRAPH && d->blocks[next].parent == own->parent && listed_is_bold(d, next))
		return listed_paragraphs(d, next);
	bool ends_text = own->kind == BLOCK_PARAGRAPH && own->parent < 0 && d->blocks[next].kind == BLOCK_HEADING;
	uint16_t above = own->section >= 0 ? d->blocks[own->section].level : 0;
	return ends_text && d->blocks[next].level > above ? listed_sections(d, next) : (listed){0};
}

listed listed_below(const document *d, uint32_t b)
{
	uint16_t level = d->blocks[b].level;
	uint32_t only = (uint32_t)d->group_count, groups = 0;
	for (uint32_t i = b + 1; i < d->block_count; i++) {
		const block *k = &d->blocks[i];
		if (k->kind == BLOCK_HEADING && k->parent < 0)
			return k->level > level ? listed_sections(d, i) : groups == 1 ? listed_group(d, only) : (listed){0};
		uint32_t g = group_at(d, i, d->blocks[b].parent);
		if (g == d->group_count)
			continue;
		only = g;
		groups++;
		i = d->groups[g].end - 1;
	}
	return groups == 1 ? listed_group(d, only) : (listed){0};
}

listed listed_near(const document *d, uint32_t b)
{
	enum { BETWEEN = 2 /* paragraphs */, REACH = 64 /* blocks looked at for another list or table */ };
	int32_t parent = d->blocks[b].parent;
	uint32_t g = (uint32_t)d->group_count, i = b + 1;
	for (; i < d->block_count && i <= b + 1 + BETWEEN && g == d->group_count; i++) {
		if (d->blocks[i].kind == BLOCK_HEADING)
			return (listed){0};
		g = group_at(d, i, parent);
	}
	if (g == d->group_count)
		return (listed){0};
	i = d->groups[g].end;
	for (uint32_t end = i + REACH; i < end && i < d->block_count && d->blocks[i].kind != BLOCK_HEADING; i++)
		if (d->blocks[i].group)
			return (listed){0};
	return listed_group(d, g);
}
