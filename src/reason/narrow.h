/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cutting from the sets of a network's unknowns what no solution can have. */
#ifndef REASON_NARROW_H
#define REASON_NARROW_H

#include "reason/network.h"

typedef struct narrower { /* the work space of trials */
	const network *network;
	const bool *without; /* by condition: left out; NULL: none is */
	unsigned left;       /* steps; 0: the last narrowing may have stopped short, which only makes sets too wide */
	set *at;             /* by term */
	bool *changed;       /* by term */
	uint32_t *queue;
	bool *waiting; /* by condition */
	size_t from, n;
} narrower;

/* In the network's arena. Before each use, `without` and `left` are to be set. */
narrower narrower_new(const network *n);
/* Narrows values, one set an unknown, to a fixed point or until the steps are used up; false if one became empty, which
 * proves that there is no solution within them. */
bool narrow(narrower *w, set *values);

#endif
