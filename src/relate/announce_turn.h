/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that the running text tells in turn. */
#ifndef RELATE_ANNOUNCE_TURN_H
#define RELATE_ANNOUNCE_TURN_H

#include "relate/announce.h"

/* How many there are of "for three reasons. First, ... Second, ...", up to a heading, and of "three parts: (1) ..., (2) ...", within the
 * block, that the count c of sentence s announces; `open` is the token behind its noun phrase. Empty where no such series stands, or
 * where what stands there leaves open how many there are and c agrees with none of it. */
set announce_turns(const list_words *w, const reading_of *doc, const sentence *s, const claim *c, uint32_t open);

#endif
