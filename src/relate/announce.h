/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `announce`: a number and the items named right after it ("seven countries: A, B, ..."). */
#ifndef RELATE_ANNOUNCE_H
#define RELATE_ANNOUNCE_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: announce`, a binding of n (the announced count) and items (the set of lengths that the
 * list can be read to have) for every count of the sentence that a list follows. */
void bind_announce(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                   binding_list *out);

#endif
