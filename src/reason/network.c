/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/network.h"

network network_new(arena *a)
{
	return (network){.arena = a};
}

uint32_t network_unknown(network *n, set values, rational told)
{
	VEC_PUSH(n->arena, n->unknowns, (unknown){.values = values, .told = told});
	return (uint32_t)n->unknowns.n - 1;
}

static uint32_t add_term(network *n, term t)
{
	VEC_PUSH(n->arena, n->terms, t);
	return (uint32_t)n->terms.n - 1;
}

uint32_t network_use(network *n, uint32_t id)
{
	return add_term(n, (term){.op = TERM_UNKNOWN, .left = id});
}

uint32_t network_constant(network *n, set values)
{
	return add_term(n, (term){.op = TERM_CONSTANT, .constant = values});
}

uint32_t network_term(network *n, term_op op, uint32_t left, uint32_t right)
{
	return add_term(n, (term){.op = op, .left = left, .right = right});
}

void network_forget(network *n)
{
	n->terms.n = n->open;
}

uint32_t network_require(network *n, condition_order order, uint32_t left, uint32_t right)
{
	condition c = {.order = order, .left = left, .right = right, .first = n->open, .end = (uint32_t)n->terms.n};
	uint32_t id = (uint32_t)n->conditions.n;
	VEC_PUSH(n->arena, n->conditions, c);
	for (uint32_t i = c.first; i < c.end; i++) {
		if (n->terms.at[i].op != TERM_UNKNOWN)
			continue;
		unknown *u = &n->unknowns.at[n->terms.at[i].left];
		if (!u->conditions.n || VEC_LAST(u->conditions) != id)
			VEC_PUSH(n->arena, u->conditions, id);
	}
	n->open = c.end;
	return id;
}
