/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a document block by block: what the readers of marked-up formats tell, in reading order. Calls nest as the format's own
 * elements do; nothing here fails, and a call that fits nowhere (a cell without a table) is taken for a paragraph. */
#ifndef DOCUMENT_BUILDER_H
#define DOCUMENT_BUILDER_H

#include "document/document.h"

typedef struct builder builder;

/* `source`: what positions are told in, the file as UTF-8, which must outlive the document; empty where text is all there is
 * (PDF, office files), then `at` of the functions below is passed over. */
builder *builder_new(arena *a, slice source);

/* Opens a block; what is told until builder_end stands in it. An item, cell, quote, footnote or caption may hold blocks: its first
 * paragraph becomes its own text, the others are blocks whose `parent` it is. `level` is a heading's. */
void builder_begin(builder *b, block_kind kind, uint16_t level);
void builder_end(builder *b);

/* A list, and its items, each with builder_end. `number`: of the first item of an ordered list, and of an item that tells its own. */
void builder_list(builder *b, bool ordered, uint32_t number);
void builder_item(builder *b, uint32_t number);
/* A table and its cells, each with builder_end. Rows end where the next begins. Spans of 0 count as 1. A caption right before the
 * table, or first in it, is the table's and stands before it. */
void builder_table(builder *b);
void builder_row(builder *b);
void builder_cell(builder *b, bool header, uint32_t row_span, uint32_t col_span);
/* The text of the cell at hand is set so many steps in: a row's name under that of a whole. */
void builder_indent(builder *b, uint16_t steps);
/* The next cell of the row at hand stands in this column, 0-based, or behind it: those before it have no cell. */
void builder_place(builder *b, uint32_t col);
/* The cell above reaches down to the row at hand, where it stands in the next free column. */
void builder_cell_above(builder *b, uint32_t col_span);
/* The table at hand is one of a workbook's sheet, whose cell (first_row, first_col) is its first. */
void builder_sheet(builder *b, slice name, uint32_t first_row, uint32_t first_col);
/* The number stored in the cell at hand, exact decimal digits. */
void builder_stored(builder *b, slice digits);

/* Text of the block at hand: valid UTF-8. Verbatim from the source at offset `at`; */
void builder_text(builder *b, slice text, uint32_t at);
/* or other text for the source bytes [at, end), as "&" for "&amp;". */
void builder_put(builder *b, slice text, uint32_t at, uint32_t end);
/* White space between words, unless some stands there or the block has no text yet. */
void builder_space(builder *b, uint32_t at);
/* Whether nothing, or white space, stands before what comes next in this block. */
bool builder_is_apart(const builder *b);
/* The text so far, in bytes: where the next stands. */
uint32_t builder_at(const builder *b);

/* A stretch of the text that is set apart; may nest. */
void builder_mark(builder *b, inline_kind kind);
void builder_unmark(builder *b, inline_kind kind);
/* The text from offset `start` (of builder_at) to here is drawn in this box: PDF. */
void builder_box(builder *b, uint32_t start, uint32_t page, const float box[4]);

/* A plain sentence, without a full stop, on what the document holds that its text does not show; valid UTF-8. A long one is cut;
 * past LIMIT_NOTES they are counted. */
void builder_note(builder *b, slice sentence);

/* Closes what is open, and moves everything into d. */
void builder_finish(builder *b, document *d);

#endif
