/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at the head and foot of pages of an office document: each text once, behind the document's notes. What is filled
 * in anew on every page or every opening (numbers of pages, dates, names of chapters) is no part of it. */
#ifndef FORMAT_PAGE_HEADS_H
#define FORMAT_PAGE_HEADS_H

#include "document/builder.h"

typedef struct page_heads {
	VEC(slice) texts;
	bool more; /* than LIMIT_PAGE_HEADS */
} page_heads;

void page_heads_add(arena *a, page_heads *heads, slice text);
void page_heads_put(builder *b, const page_heads *heads);

#endif
