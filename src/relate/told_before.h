/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RELATE_TOLD_BEFORE_H
#define RELATE_TOLD_BEFORE_H

#include "relate/bind.h"

/* Adds to the links of sentence s that its first quantity is of the only one of the sentence before: "They held 30 boats.
 * Nineteen were old, the other 11 new." Link type `told-before(part, whole)`; nothing where no other link is. */
void told_before_link(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                      link_list *out);

#endif
