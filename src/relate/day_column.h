/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `day-column`: cells that tell a day of the month and a weekday, "14 Tue", without month and year. */
#ifndef RELATE_DAY_COLUMN_H
#define RELATE_DAY_COLUMN_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: day-column`, a binding of a and b, the days of two cells of which one comes after the other in a
 * column, or in columns of tables made alike, and is up to three days later; v and w are their weekdays. */
void bind_day_columns(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out);

#endif
