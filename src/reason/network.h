/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network: unknown numbers, each with the set of values it may have, and conditions between expressions of them. It knows
 * nothing of texts or rules. Narrowing cuts from each set what no solution can have (hull and arc consistency over unions of
 * intervals: Mackworth 1977; forward and backward over each expression, HC4: Benhamou et al. 1999); solving adds a search. */
#ifndef REASON_NETWORK_H
#define REASON_NETWORK_H

#include "base/set.h"
#include "base/vec.h"

typedef enum {
	TERM_UNKNOWN,
	TERM_CONSTANT,
	TERM_NEGATE,
	TERM_ADD,
	TERM_SUBTRACT,
	TERM_MULTIPLY,
	TERM_DIVIDE,
	TERM_MIN,
	TERM_MAX
} term_op;

typedef struct term {
	term_op op;
	uint32_t left, right; /* terms made before it; of TERM_UNKNOWN, left is the unknown */
	set constant;
} term;

typedef enum { CONDITION_EQUAL, CONDITION_LESS, CONDITION_LESS_EQUAL } condition_order;

typedef struct condition { /* left = right, left < right, left <= right */
	condition_order order;
	uint32_t left, right;
	uint32_t first, end; /* its terms, operands before what uses them */
} condition;

typedef struct unknown {
	set values;
	rational told; /* where the search for a witness begins; infinite: nowhere in particular */
	VEC(uint32_t) conditions;
} unknown;

typedef struct network {
	arena *arena;
	VEC(unknown) unknowns;
	VEC(term) terms;
	VEC(condition) conditions;
	uint32_t open;         /* the first term of the condition that is being made */
	struct solver *solver; /* the work space of trials, made when the first one runs */
} network;

network network_new(arena *a);
uint32_t network_unknown(network *n, set values, rational told);
/* Terms of the condition that network_require ends; none of them may serve in another one. */
uint32_t network_use(network *n, uint32_t id); /* of an unknown */
uint32_t network_constant(network *n, set values);
uint32_t network_term(network *n, term_op op, uint32_t left, uint32_t right); /* of TERM_NEGATE right is not used */
/* Forgets the terms made since the last condition. */
void network_forget(network *n);
/* Adds the condition over the terms made since the last one, and returns its number. None may be added after a trial. */
uint32_t network_require(network *n, condition_order order, uint32_t left, uint32_t right);

/* What is tried: some conditions left out, some unknowns freed. */
typedef struct trial {
	const bool *without; /* by condition: left out; NULL: none is */
	const bool *free;    /* by unknown: may be any number; NULL: none is */
	unsigned steps;      /* how many times a condition may be narrowed by; ANSWER_UNDECIDED beyond */
	rational *witness;   /* out, by unknown, of what is satisfiable: values that meet every condition; NULL: not wanted */
} trial;

typedef enum { ANSWER_UNSATISFIABLE, ANSWER_SATISFIABLE, ANSWER_UNDECIDED } answer;

/* Whether values can be chosen that meet every condition. Unsatisfiable is a proof, satisfiable has a witness. */
answer network_solve(network *n, const trial *t);

typedef struct core {
	const uint32_t *conditions; /* in rising order */
	size_t n;
	bool minimal; /* each condition left out lets the rest be satisfied, by a witness */
} core;

/* Of a network without solution: conditions that have none together. `steps` bounds each trial. */
core network_core(network *n, unsigned steps);

#endif
