/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules with the words of each document's language. Those of a language other than the first are made when the first
 * document in it is met: a run in one language pays for no other. Threads may ask at once. */
#ifndef AUDIT_TONGUE_H
#define AUDIT_TONGUE_H

#include "audit/rulebook.h"
#include "document/document.h"

typedef struct tongues tongues;

/* `book` is borrowed. All memory but that of the languages made later is the arena's. */
tongues *tongues_new(arena *a, const rulebook *book);
/* The rules for this document; NULL if memory ran out. */
const rule_set *tongue_of(tongues *t, const document *d);
/* The arena takes over what was made. To be called when no thread asks any more, whether or not memory ran out. */
void tongues_adopt(arena *a, tongues *t);

#endif
