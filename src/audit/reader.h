/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document from its text to judged relations. */
#ifndef AUDIT_READER_H
#define AUDIT_READER_H

#include "relate/relation.h"

/* Fills what `got` holds besides its document, and adds the document's relations (relations NULL: forms none). What is found stays in the arena; what is
 * only needed on the way (tokens, links, bindings, the values of expressions) is in `scratch`, which each window uses again, and
 * what all windows need (where sentences begin and end, who may speak) is in `aside`, emptied before their relations to each other
 * are formed. */
void audit_read(arena *a, arena *aside, arena *scratch, const rule_set *rules, reading_of *got, relation_list *relations);

#endif
