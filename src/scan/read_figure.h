/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a sentence's atoms to its figures. */
#ifndef SCAN_READ_FIGURE_H
#define SCAN_READ_FIGURE_H

#include "scan/moment.h"
#include "scan/quantity.h"

typedef struct found { /* a figure and the atoms it takes, from hedge to unit */
	figure fig;
	quantity q;          /* of a number */
	uint32_t first, end; /* atoms [first, end) */
	uint32_t body;       /* its first atom without the hedge */
} found;

typedef VEC(found) found_list;

/* The figures of the sentence, labels included, in order; what the list held before is gone. */
void figures_read(const atoms *s, found_list *out);

/* hedge.c: looks for hedges before and after; no further back than atom `from`. */
void hedge_apply(const atoms *s, uint32_t from, found *f);
/* range.c: whether a range goes on from f, whose second end is then taken in. */
bool range_read(const atoms *s, uint32_t from, found *f);
/* Units and magnitudes that only the later of two figures tells: "from 5 to 7 percent", "10 and 20 km". */
void range_spread(const atoms *s, found_list *list);
/* One range of two bounds that are joined: "more than 10 and less than 40". */
void range_join_bounds(const atoms *s, found_list *list);
/* label.c: atoms and phrases that are labels whatever stands around; then a number whose neighbours make it one. */
bool label_read(const atoms *s, uint32_t i, found *out);
label_reason label_of(const atoms *s, const found_list *before, const found *f, uint32_t *end);
/* kind.c: what a number without a unit is: year, age, statistic, count; false if it is no figure at all ("one"). */
bool kind_settle(const atoms *s, const found_list *before, found *f);

#endif
