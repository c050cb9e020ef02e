/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number of phases, steps or parts, and the series behind it whose headings or items are called so: "It has four phases", "a
 * four-phase plan", and "Phase 1" to "Phase 4". */
#ifndef RELATE_LIST_SERIES_H
#define RELATE_LIST_SERIES_H

#include "relate/lists.h"

/* Adds a binding for every rule of `bind: list` where sentence s tells how many there are, and the series is that long, or longer or
 * shorter by one. Returns whether it did. */
bool list_series_bind(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                      binding_list *out);

#endif
