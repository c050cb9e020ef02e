/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of OpenDocument files: paragraphs, lists, tables, notes. Word processing and slides share it. */
#ifndef FORMAT_ODF_TEXT_H
#define FORMAT_ODF_TEXT_H

#include "format/flow.h"
#include "format/odf_styles.h"

typedef struct odf_item { /* the list item that blocks stand in */
	uint32_t list, number;
	uint16_t depth;
	bool ordered;
	bool fresh;     /* it has no text yet */
	bool counted;   /* its number is that of its first paragraph, empty or not; one that only holds lists has none */
	uint32_t start; /* the number of its list's first item */
	size_t count;   /* in counts */
} odf_item;

typedef struct odf_count { /* how far the items of a list were counted; another may go on from there */
	slice id, style;
	uint32_t list;
	uint32_t next[ODF_DEPTHS]; /* 0: at the start */
} odf_count;

typedef struct odf_job {
	arena *arena;
	const zip_parts *parts;
	VEC(slice) objects; /* charts among lines of text, for the caller to put out */
	xml_reader *x;
	builder *b;
	flow *f;
	odf_styles styles;
	uint32_t lists; /* begun so far: they are told apart by number */
	VEC(odf_count) counts;
	uint32_t marks;   /* of notes, so far */
	odf_item *item;   /* NULL: blocks stand in none */
	uint16_t heading; /* the level of what stands in a slide's title; 0 elsewhere */
	bool paged;       /* a text, whose pages have heads and feet */
	uint32_t slides;  /* begun so far */
	bool hides;       /* the paragraph at hand is hidden by a field in it */
	VEC(slice) notes; /* for the end of the document */
} odf_job;

/* The block at the event at hand, with what it holds; what is no block is looked through. */
void odf_event_read(odf_job *j);
/* The text of the paragraph that just opened, frames and comments within it aside. */
slice odf_line(odf_job *j);
/* The paragraphs within the element that just opened, a line each. */
slice odf_paragraphs(odf_job *j);
/* format/odf_chart: what a chart shows in words and numbers; `object`: how the document names it. Nothing if it is none. */
void odf_chart_put(arena *a, const zip_parts *parts, builder *b, slice object);
/* format/odf_heads: puts out what stands at the edges of a text's pages. */
void odf_heads_put(odf_job *j);
/* Puts out the notes that were gathered. */
void odf_notes_put(odf_job *j);

#endif
