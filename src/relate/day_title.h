/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `day-title`: the day that a document's title tells, and the one that stands behind "Date:" below it. */
#ifndef RELATE_DAY_TITLE_H
#define RELATE_DAY_TITLE_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: day-title`, a binding of d, the day of the first heading, and e, that of its field, both with month
 * and day. A field that tells several days, and a title that does, tell of something else. */
void bind_day_title(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out);

#endif
