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
/* The first atom of a hedge that ends just before atom `at`; `at` itself if there is none. */
uint32_t hedge_start(const atoms *s, uint32_t from, uint32_t at);
/* What the data of a hedge's entry says of it; HEDGE_NONE for words that only look like one. */
hedge_shape hedge_shape_of(const lex_entry *e);
/* The figure has a further hedge, of atoms [start, end): a bound outranks an approximation, the first bound all others. */
void hedge_take(const atoms *s, found *f, hedge_shape shape, uint32_t start, uint32_t end);
/* hedge_after.c: "or more", "-plus", "or so", after the figure or after the noun it counts. */
void hedge_after(const atoms *s, found *f);
/* hedge_share.c: figures that stand under the hedge of the one before: "about 5 and 7 km", "more than 100 km (60 miles)". */
void hedge_share(const atoms *s, found_list *list);
/* ratio.c: whether f goes on as a ratio ("22 out of 30", "one in five", "3:1"), which is then taken in. */
bool ratio_read(const atoms *s, found *f);
/* "one over three": taken in if it goes on so. */
void ratio_over(const atoms *s, found *f);
/* position.c: "the last but one", "next" before what it is of; only the atoms are filled in. */
bool position_read(const atoms *s, uint32_t i, found *out);
/* range.c: whether a range goes on from f, whose second end is then taken in. */
bool range_read(const atoms *s, uint32_t from, found *f);
/* Units and magnitudes that only the later of two figures tells: "from 5 to 7 percent", "10 and 20 km". */
void range_spread(const atoms *s, found_list *list);
/* In unit_carry.c: gives an amount told in millions the currency of the one it is set beside. */
void unit_carry(const atoms *s, found_list *list);
/* One range of two bounds that are joined: "more than 10 and less than 40". */
void range_join_bounds(const atoms *s, found_list *list);
/* rate.c: whether the number at atom i is what a rate is told for ("per 100,000 people"), its end in *end; the figure before it
 * that is the rate takes that as its unit. */
bool rate_base_read(const atoms *s, uint32_t i, found_list *before, uint32_t *end);
/* statistic.c: figures that are statistics by a name before them, or a deviation in brackets. */
void statistics_mark(const atoms *s, found_list *list);
/* label.c: atoms and phrases that are labels whatever stands around; then a number whose neighbours make it one. */
bool label_read(const atoms *s, uint32_t i, found *out);
label_reason label_of(const atoms *s, const found_list *before, const found *f, uint32_t *end);
/* kind.c: what a number without a unit is: year, age, statistic, count; false if it is no figure at all ("one"). */
bool kind_settle(const atoms *s, const found_list *before, found *f);

#endif
