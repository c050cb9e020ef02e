/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A weekday told in the text ("said on Wednesday") and the date of the document's date line. */
#ifndef RELATE_DATELINE_H
#define RELATE_DATELINE_H

#include "relate/bind.h"

/* Adds an on-weekday(d, w) link for every bare weekday of the sentence that the document's own date falls on, or, if its year
 * is not told, may fall on. Another weekday means another day, and is no link: such a link never fails. */
void dateline_links(arena *a, const rule_set *rules, const reading_of *doc, const sentence *s, link_list *out);

#endif
