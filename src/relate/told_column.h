/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A count of all there are, and the one table of the document with a column that is headed by what is counted. */
#ifndef RELATE_TOLD_COLUMN_H
#define RELATE_TOLD_COLUMN_H

#include "relate/lists.h"

/* Adds, for every rule of `bind: list`, a binding of n (the count) and items (what the column adds up to), if the two are the same
 * or lie within a fiftieth of each other. A table right below the count, or one with a row for its total, is left to others. */
void bind_told_columns(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, binding_list *out);

#endif
