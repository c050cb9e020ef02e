/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A minimal core by deletion: each condition in turn is left out for good if the rest has no solution without it. */
#include "reason/network.h"

core network_core(network *n, unsigned steps)
{
	bool *without = ARENA_ARRAY(n->arena, bool, n->conditions.n);
	uint32_t *kept = ARENA_ARRAY(n->arena, uint32_t, n->conditions.n);
	core c = {.conditions = kept, .minimal = true};
	for (uint32_t i = 0; i < n->conditions.n; i++) {
		without[i] = true;
		answer a = network_solve(n, &(trial){.without = without, .steps = steps});
		if (a == ANSWER_UNSATISFIABLE)
			continue;
		without[i] = false;
		kept[c.n++] = i;
		c.minimal &= a == ANSWER_SATISFIABLE;
	}
	return c;
}
