/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number counts that stands alone in a cell of a table, and what its row and column are called. */
#ifndef RELATE_TELLING_CELL_H
#define RELATE_TELLING_CELL_H

#include "relate/telling.h"

/* Reads the noun: of "(12)" behind it in a heading; of a total, what its column is headed by ("Rules" over the last of its numbers); of another number under "Number"
 * or the like, what its row begins with. False, and *t as it was, if the cell tells no such thing. */
bool telling_of_cell(const telling_list *k, const scan *sc, const claim *c, telling *t);
/* The text of the first cell of block `index`'s row; empty if there is none near before it. */
slice telling_row_name(const document *d, uint32_t index);
/* What the column of a cell is headed by, right above its numbers; empty if by nothing. */
slice telling_column_name(const document *d, const block *cell);

#endif
