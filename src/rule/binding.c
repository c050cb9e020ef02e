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
