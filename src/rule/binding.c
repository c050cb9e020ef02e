/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/binding.h"

#include <string.h>

const binding_var *binding_find(const binding *b, slice name)
{
	for (size_t i = 0; i < b->var_count; i++) {
		if (slice_equal(b->vars[i].name, name))
			return &b->vars[i];
	}
	return NULL;
}

enum { FEW_VARS = RULE_VARS / 2, FEW_CLAIMS = 4 }; /* room for so many first: hardly any rule has more */

void binding_add(arena *a, binding *b, binding_var v)
{
	uint32_t before = binding_claim_count(b);
	if (b->var_count == RULE_VARS)
		return;
	if (!b->var_count)
		b->vars = ARENA_ARRAY(a, binding_var, FEW_VARS);
	else if (b->var_count == FEW_VARS)
		b->vars = arena_grow(a, b->vars, FEW_VARS * sizeof v, RULE_VARS * sizeof v);
	v.first = before;
	b->vars[b->var_count++] = v;
}

/* Room for n claims behind the others. */
static void make_room(arena *a, binding *b, uint32_t n)
{
	uint32_t before = binding_claim_count(b), all = before + n;
	if (before && all <= FEW_CLAIMS)
		return;
	const claim **claims = ARENA_ARRAY(a, const claim *, all < FEW_CLAIMS ? FEW_CLAIMS : all);
	if (before)
		memcpy(claims, b->claims, before * sizeof *claims);
	b->claims = claims;
}

void binding_add_claims(arena *a, binding *b, binding_var v, const claim *const *claims, size_t n)
{
	if (b->var_count == RULE_VARS)
		return;
	if (n) {
		make_room(a, b, (uint32_t)n);
		memcpy(b->claims + binding_claim_count(b), claims, n * sizeof *claims);
	}
	v.n = (uint32_t)n;
	binding_add(a, b, v);
}
