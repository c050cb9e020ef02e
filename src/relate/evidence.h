/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for two counts being of the same things, when the noun alone would not do. */
#ifndef RELATE_EVIDENCE_H
#define RELATE_EVIDENCE_H

#include "relate/relation.h"

typedef struct site { /* a telling, and where */
	const telling *t;
	const reading_of *doc;
	const claim *c;
	const telling *before; /* that which it is told of: the charts of "40 charts of 12 ferries"; NULL: none */
} site;

bool evidence_equal(const site *x, const site *y); /* the numbers are */
/* The same noun; what one says of it before it the other says too, or says nothing. Or: both say the same. */
bool evidence_same_things(const telling *x, const telling *y);
bool evidence_same_phrase(const telling *x, const telling *y);
/* Both tell of or in what, and not of or in the same. */
bool evidence_elsewhere(const telling *x, const telling *y);
/* The numbers are not so far apart that they must be of different things: less than twice the other. */
bool evidence_comparable(const site *x, const site *y);
/* So large a number, no round one, is seldom met twice by chance; and one that is seldom enough if its phrase is long. */
bool evidence_large(const site *x);
/* Enough of them to be no small number that many things have. */
bool evidence_many(const site *x);
bool evidence_middle(const site *x);
/* Whether the numbers lie within one part in `parts` of the first, with as many digits. */
bool evidence_near(const site *x, const site *y, int parts);
/* "412" and "421": two digits that stand side by side are the other way round. */
bool evidence_turned(const site *x, const site *y);
/* What tells of all that there are, or is taken so: by a word, as its block opens, or as what something has. */
bool evidence_of_all(const telling *t);
/* Whether things are counted, and the number is no name of what stands behind it: "3270 console support". */
bool evidence_counts(const telling *t);
/* The same phrase, or the same noun where one tells of all there are, and numbers that lie so near as those of a thing that grew a
 * little: the reason in words, or the empty slice. Where a document tells a third number of them too, it proves nothing. */
slice evidence_of_nearness(const site *x, const site *y);
/* "the three modes of the winch" */
bool evidence_of_owner(const site *x);
/* Whether two blocks of a document speak apart from each other: not as rows of one table, items of one list, or in sections made
 * alike; and two sites, whose sentences are not made alike either. */
bool evidence_parted(const document *d, uint32_t a, uint32_t b);
bool evidence_apart(const site *x, const site *y);

/* What else they share, in words for people; the empty slice: nothing. */
slice evidence_of_pair(arena *a, const site *x, const site *y);
/* x beside a name, y under a heading that is this name. */
slice evidence_of_section(arena *a, const site *x, const site *y);
/* The same for a comment in code, or of a tree of files, and a count in the text. */
slice evidence_of_name(arena *a, const site *x, const site *y);

#endif
