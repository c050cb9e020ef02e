/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the search for sums that reading the lines in order does not see: the lines that are asked, their running sums, and the
 * places where they are looked up by their numbers. */
#ifndef RELATE_TABLE_SEARCH_H
#define RELATE_TABLE_SEARCH_H

#include "relate/table_sum.h"

enum { TABLE_PROBES = 2 };
#define NO_LINE UINT32_MAX

typedef struct column_sum { /* at one place: of all the lines up to one */
	int128 sum, slack;
	uint32_t numbers, nonzero, bad;
} column_sum;

typedef struct ordered { /* a line, by its number at the probe */
	int128 value;
	uint32_t line;
} ordered;

typedef struct search {
	const axis *x;
	sum_list *out;
	uint32_t *line; /* in the order that they stand in */
	bool *hidden, *result, *chosen,
		*nothing;   /* by line: part of a sum; itself one; of those looked at; without a number but 0 */
	uint32_t *ways; /* by line: sums found of it here */
	size_t n;
	uint32_t *place;
	uint32_t *mark; /* by sampled place: what stands behind most of its numbers */
	size_t places, probes;
	size_t probe[TABLE_PROBES]; /* the places whose numbers have most digits: two, since a wrong number may stand at one */
	ordered *by_value[TABLE_PROBES];
	size_t ordered_n[TABLE_PROBES];
	column_sum *up_to; /* (n + 1) × places */
	double need, near; /* digits; of a line next to its parts */
	uint32_t only;     /* the line whose namesakes are tried now; NO_LINE: all */
	double few;        /* digits that those want */
} search;

/* Makes ready: `line`, `n`, `x` and `out` are set. */
void search_begin(search *s);
/* Running sums of the lines that `line` holds now. */
void search_add_up(search *s);

/* Takes the lines from `from` up to `to` (not included) away, or adds them. */
static inline column_sum search_between(const search *s, size_t from, size_t to, size_t place)
{
	const column_sum *a = &s->up_to[from * s->places + place], *b = &s->up_to[to * s->places + place];
	return (column_sum){b->sum - a->sum, b->slack - a->slack, b->numbers - a->numbers, b->nonzero - a->nonzero,
	                    b->bad - a->bad};
}

#endif
