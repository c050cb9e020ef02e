/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variations: what is changed in one of the five stories, and what must be found afterwards.
 *
 * The verdicts are worked out here by hand, from the sets the words allow. Told untouched, one finding stands: the lead's
 * "more than two dozen" is {25, 26, ...}, headline and quotation say 22; it is an error, and the lead is the suspect, because
 * taking it away mends both. DOZEN is that finding. Each line's remark says why it expects what it expects. */
#ifndef TESTS_CORPUS_TABLE_H
#define TESTS_CORPUS_TABLE_H

#include "corpus.h"

enum { DIGESTS = 1, ORIGINALS = 2, BOTH = 3 };
enum { CELLS, PRIORITIES, BAKU, MILITANTS, THREATS }; /* the stories, in the order of every collection */

#define DOZEN "N501 error two dozen"

typedef struct variation {
	const char *name;
	unsigned in;
	int doc;
	edit edits[EDITS];
	/* Every finding there must be, at any level; one that begins with ? may be there or not. */
	const char *expect[EXPECTED];
	/* A relation that must be there: rule, verdict and, if not NULL, what it told. */
	const char *rule, *verdict, *told;
} variation;

extern const variation variations[];
extern const size_t variation_count;

#endif
