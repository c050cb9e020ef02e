/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/section.h"

enum { NONE = -1, LEVELS = 6 };

size_t document_first_heading(const document *d)
{
	size_t i = 0;
	while (i < d->block_count && d->blocks[i].kind == BLOCK_CODE)
		i++;
	return i < d->block_count && d->blocks[i].kind == BLOCK_HEADING ? i : d->block_count;
}

static size_t level_of(const block *heading)
{
	return heading->level < 1 ? 1 : heading->level > LEVELS ? LEVELS : heading->level;
}

/* The block behind the title and the headings right below it that go with it. One of a deeper level, of which there are more
 * later, heads a section. */
static size_t behind_title(const document *d, size_t title, bool levels_told)
{
	size_t end = title, of_level[LEVELS + 1] = {0};
	while (end < d->block_count && d->blocks[end].kind == BLOCK_HEADING)
		end++;
	for (size_t i = end; i < d->block_count; i++)
		if (d->blocks[i].kind == BLOCK_HEADING)
			of_level[level_of(&d->blocks[i])]++;
	for (size_t i = title + 1; i < end && levels_told; i++) {
		size_t own = level_of(&d->blocks[i]);
		if (own > level_of(&d->blocks[title]) && of_level[own])
			return i;
	}
	return end;
}

/* The headings that open the text are its title and what stands about it; sections begin after them. */
void document_set_sections(document *d, bool levels_told)
{
	size_t i = document_first_heading(d);
	i = behind_title(d, i == d->block_count ? 0 : i, levels_told);
	int32_t under[LEVELS + 1] = {NONE, NONE, NONE, NONE, NONE, NONE, NONE}, section = NONE;
	for (; i < d->block_count; i++) {
		block *b = &d->blocks[i];
		b->section = section;
		if (b->kind != BLOCK_HEADING)
			continue;
		size_t own = level_of(b);
		b->section = under[own - 1];
		for (size_t l = own; l < sizeof under / sizeof *under; l++)
			under[l] = (int32_t)i;
		section = (int32_t)i;
	}
}
