/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which relations of a document hang together: those that share a claim. */
#ifndef REASON_WEB_H
#define REASON_WEB_H

#include "relate/relation.h"

typedef struct web_use { /* a claim in a relation */
	claim_ref claim;
	uint32_t relation;
} web_use;

typedef struct web {
	const relation *relations;
	size_t n;
	web_use *uses; /* by claim, then relation */
	size_t use_count;
	uint32_t *visited; /* by use, that of a claim's first: the gathering that saw the claim last */
	uint32_t gathering;
} web;

typedef VEC(uint32_t) relation_ids;

/* Over the n relations, which it borrows. */
web web_new(arena *a, const relation *relations, size_t n);
/* Adds to *out every relation that hangs together with those in it through relations for which `joins` is true, the nearest
 * first, until there are `most`. `seen`, by relation, marks what was added already and takes no part. */
void web_gather(arena *a, web *w, bool (*joins)(const relation *), bool *seen, size_t most, relation_ids *out);
/* The first of the uses of c, which stand together; and how many there are. */
size_t web_first_use(const web *w, claim_ref c);
size_t web_uses(const web *w, claim_ref c);
bool claim_ref_equal(claim_ref a, claim_ref b);

#endif
