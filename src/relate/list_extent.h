/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below an announcement: the list, table or sections that it may announce. */
#ifndef RELATE_LIST_EXTENT_H
#define RELATE_LIST_EXTENT_H

#include "document/document.h"

typedef enum { LISTED_NOTHING, LISTED_ITEMS, LISTED_ROWS, LISTED_SECTIONS, LISTED_PARAGRAPHS } listed_kind;

typedef struct listed { /* things in a row */
	listed_kind kind;
	uint32_t group; /* of items and rows: groups[group] */
	uint32_t first,
		end;        /* blocks [first, end); of sections from the first heading to the end of the last section; of paragraphs
	                        that each begin in bold print up to the next heading */
	uint16_t level; /* of sections: their headings' level */
} listed;

/* What follows block b at once: the list or table that is its next sibling, or the first thing it holds; of a paragraph that
 * ends a section's own text, the sections below; or two paragraphs or more that begin in bold print. */
listed listed_after(const document *d, uint32_t b);
/* Whether block b is a paragraph that begins in bold print. */
bool listed_is_bold(const document *d, uint32_t b);
/* What stands below heading b: its sections, or else the only list or table among its text. */
listed listed_below(const document *d, uint32_t b);
/* The only list or table of the section behind block b, at most two paragraphs away. */
listed listed_near(const document *d, uint32_t b);

#endif
