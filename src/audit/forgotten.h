/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of which nothing more will be asked than that they were read: where a run is asked for findings alone, those that
 * have none and tell nothing that another document could contradict. Only their names and states stay. */
#ifndef AUDIT_FORGOTTEN_H
#define AUDIT_FORGOTTEN_H

#include "audit/audit.h"

typedef struct forgotten forgotten;

/* NULL if memory ran out. */
forgotten *forgotten_new(void);
/* Whether the document, all of whose relations these are, may be forgotten. */
bool forgotten_may_be(const rule_set *rules, const reading_of *doc, const relation_list *relations);
/* A copy of what stays of the document: path, collection, title, date, state and its reason, and notes. NULL if memory ran
 * out. Threads may ask at once. */
const document *forgotten_take(forgotten *f, const document *d);
/* The arena takes over what was copied, and f, which may be NULL, is gone. To be called when no thread asks any more. */
void forgotten_adopt(arena *a, forgotten *f);

#endif
