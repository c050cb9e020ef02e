/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that stand beside their number without a colon, bracket or dash. */
#ifndef RELATE_ANNOUNCE_NAMES_H
#define RELATE_ANNOUNCE_NAMES_H

#include "relate/announce.h"

/* How many there may be of "the five provinces of Arden, Bexley and Corran", "three ministers, Orme, Vale and Berg, resigned" and
 * "its two rivals are Aldane and Corvin"; `open` is the token behind the noun phrase of the number c. Empty where no such list
 * stands. *grade is lowered to how sure it is that they are what the number counts. */
set announce_names(const list_words *w, const sentence *s, const claim *c, uint32_t open, link_grade *grade);
/* Whether every item of tokens [from, to) begins with a capital, or as code. */
bool announce_names_alone(const list_words *w, const document *d, const sentence *s, uint32_t from, uint32_t to);

#endif
