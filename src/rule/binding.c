/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/binding.h"

const binding_var *binding_find(const binding *b, slice name)
{
	for (size_t i = 0; i < b->var_count; i++) {
		if (slice_equal(b->vars[i].name, name))
			return &b->vars[i];
	}
	return NULL;
}

enum { FEW_VARS = RULE_VARS / 2 }; /* room for so many first: hardly any rule has more */

void binding_add(arena *a, binding *b, binding_var v)
{
	if (b->var_count == RULE_VARS)
		return;
	if (!b->var_count)
		b->vars = ARENA_ARRAY(a, binding_var, FEW_VARS);
	else if (b->var_count == FEW_VARS)
		b->vars = arena_grow(a, b->vars, FEW_VARS * sizeof v, RULE_VARS * sizeof v);
	b->vars[b->var_count++] = v;
}
