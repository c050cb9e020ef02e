/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figure is the likely mistake: relations that share claims form components, and the suspect of a component is the one
 * claim whose removal leaves nothing failing in it. Two failing figures alone accuse each other, and nobody is named. */
#ifndef REASON_SUSPECT_H
#define REASON_SUSPECT_H

#include "relate/relation.h"

typedef struct component {      /* failing relations of one rule that hang together */
	const relation **relations; /* in input order */
	size_t n;
	bool has_suspect;
	claim_ref suspect;
} component;

typedef VEC(component) component_list;

/* Divides the failing relations (fails, impossible) among the n given into components. `same_voice(ctx, a, b)` tells whether b
 * merely repeats a (one speaker, one kind of place, the same value): repeats fall together and are not votes. */
void suspect_components(arena *a, const relation *relations, size_t n,
                        bool (*same_voice)(const void *ctx, claim_ref, claim_ref), const void *ctx, component_list *out);

bool claim_ref_equal(claim_ref a, claim_ref b);

#endif
