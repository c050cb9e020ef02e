/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running text of an office document. What a paragraph is stands in its properties, and whether it has text only its end tells; so its text is
 * gathered, and becomes a block when it is complete. Items carry a list's identity and depth, and nothing tells where a list
 * ends: here the lists are opened and closed. */
#ifndef FORMAT_FLOW_H
#define FORMAT_FLOW_H

#include "document/builder.h"

typedef struct flow flow;

typedef enum { FLOW_PARAGRAPH, FLOW_HEADING, FLOW_ITEM, FLOW_CAPTION, FLOW_QUOTE } flow_kind;

typedef struct flow_shape {
	flow_kind kind;
	uint16_t level;  /* of a heading 1.., of an item its depth 0.. */
	uint32_t list;   /* of an item: items of one list have the same number */
	uint32_t number; /* of an item of an ordered list */
	bool ordered;
	bool inside; /* a paragraph that belongs to the item before it, if it follows one */
} flow_shape;

enum { FLOW_STRONG = 1, FLOW_STRUCK = 2, FLOW_LINK = 4, FLOW_NOTE = 8, FLOW_RAISED = 16 };

flow *flow_new(arena *a, builder *b);
/* A paragraph begins: one may stand within another (a text box), and is put out before it. */
void flow_open(flow *f);
/* Its text, set apart as the FLOW_ bits say; digits of raised text become superscripts. */
void flow_text(flow *f, slice text, unsigned marks);
/* What number a note's mark has, as superscript digits. */
void flow_note(flow *f, uint32_t number);
bool flow_is_empty(const flow *f); /* whether the paragraph has no text so far */
/* Takes back the paragraph's text so far. */
void flow_clear(flow *f);
/* The paragraph ends and is put out, unless it has no text. */
void flow_close(flow *f, const flow_shape *shape);
/* Closes the lists that are open: a table stands next, say. */
void flow_end_lists(flow *f);
/* Between these (a cell, a footnote) lists are those of the place alone. */
void flow_enter(flow *f);
void flow_leave(flow *f);

#endif
