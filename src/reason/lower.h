/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From relations to conditions of a network: each claim becomes one unknown, and a rule's check becomes conditions between
 * them, as far as it is plain arithmetic. What is not (dates, tests, choices between conditions) is left out, which can only
 * hide a contradiction, never make one. */
#ifndef REASON_LOWER_H
#define REASON_LOWER_H

#include "reason/network.h"
#include "relate/relation.h"

typedef struct lowering {
	network *network;
	reading reading;               /* of the claims' values: plain or generous */
	VEC(claim_ref) claims;         /* by unknown */
	VEC(const relation *) sources; /* by condition */
} lowering;

/* Adds the conditions of r's check, and the unknowns that it is the first to use; an unknown that several relations read in
 * several ways may have the values of each. False if there was nothing to add. */
bool lower_relation(lowering *l, const relation *r);

#endif
