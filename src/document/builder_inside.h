/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the builder share. For src/document/builder*.c alone. */
#ifndef DOCUMENT_BUILDER_INSIDE_H
#define DOCUMENT_BUILDER_INSIDE_H

#include "document/builder.h"

enum { NONE = -1 };

typedef struct level { /* something open */
	enum { OPEN_BLOCK, OPEN_LIST, OPEN_TABLE } kind;
	size_t at;           /* of the block, or the group */
	bool alias;          /* a paragraph that is the text of the block which holds it */
	bool implicit;       /* opened by text alone: the next block, or its holder's end, closes it */
	bool has_children;   /* of a block */
	uint32_t next;       /* of an ordered list: the next item's number; of a table: the row at hand, counted from 1 */
	uint32_t col;        /* of a table: the first column behind the row's cells so far */
	uint16_t depth;      /* of a list */
	VEC(uint32_t) taken; /* of a table: rows that a cell above still takes, by column; short where none does */
	VEC(uint32_t) above; /* of a table: the latest cell's block, by column */
} level;

struct builder {
	arena *arena;
	slice source;
	bool sourced;
	VEC(char) text;
	VEC(block) blocks;
	VEC(block_group) groups;
	VEC(inline_span) inlines;
	VEC(source_part) parts;
	VEC(text_box) boxes;
	VEC(stored_value) stored;
	VEC(char) digits;
	VEC(slice) sheets;
	VEC(slice) notes;
	size_t notes_left_out;
	VEC(level) open;
};

/* The innermost thing open; NULL if nothing is. */
level *builder_top(builder *b);
/* The innermost open block that may hold others; NONE if there is none. */
int32_t builder_holder(const builder *b);
/* What begins now ends a paragraph that only text opened, and the text of the block it stands in. */
void builder_make_way(builder *b);
/* Tells what stands between the text so far and a new block's. */
void builder_separate(builder *b, slice between);
/* Adds a block that begins here, or a group, and returns its index; it is not opened. */
size_t builder_put_block(builder *b, block_kind kind, uint16_t depth);
size_t builder_put_group(builder *b, group_kind kind);

#endif
