/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document's numbers in brackets count: "Oars (6)" may count what stands below, or something that is told nowhere. */
#ifndef RELATE_LIST_HABIT_H
#define RELATE_LIST_HABIT_H

#include "relate/list_length.h"

typedef struct list_habit {
	uint32_t hold,
		fail; /* of the other blocks of its kind and level: the numbers in brackets that what stands below bears out, or not */
	bool series; /* one of them says the same with another number, "Example (3)" beside "Example (4)": it tells which */
} list_habit;

/* Looks at the headings, paragraphs or items beside block number b that end in a number in brackets, and at what stands below each. */
list_habit list_habit_of(const list_words *w, const reading_of *doc, uint32_t b);

#endif
