/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `day-rows`: the days of one table or list, each with its weekday, of which the most tell the year. */
#ifndef RELATE_DAY_ROWS_H
#define RELATE_DAY_ROWS_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: day-rows`, a binding of d, a day, w, its weekday where another figure tells that, and `on`, the
 * weekday that it has in the year in which the most of its table's or list's days have theirs. Three of them at least must. */
void bind_day_rows(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out);

#endif
