/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/func_table.h"

static const function functions[] = {
#define FUNCTION(name, params, type, unit, doc, function)                                                                   \
	{{name, sizeof name - 1}, {params, sizeof params - 1}, FUNC_##type, unit, {doc, sizeof doc - 1}, function},
#define OPERATOR(name, params, type, unit, doc)                                                                             \
	{{name, sizeof name - 1}, {params, sizeof params - 1}, FUNC_##type, unit, {doc, sizeof doc - 1}, NULL},
#include "rule/func.def"
#undef FUNCTION
#undef OPERATOR
};

size_t func_count(void)
{
	return sizeof functions / sizeof *functions;
}

const function *func_at(size_t i)
{
	return i < func_count() ? &functions[i] : NULL;
}

const function *func_find(slice name)
{
	for (size_t i = 0; i < func_count(); i++) {
		if (slice_equal(functions[i].name, name))
			return &functions[i];
	}
	return NULL;
}

void func_arity(const function *f, size_t *least, size_t *most)
{
	*least = 0;
	*most = 0;
	for (size_t i = 0; i < f->params.len; i++) {
		if (f->params.ptr[i] == '?') {
			(*least)--;
		} else {
			(*least)++;
			(*most)++;
		}
	}
}

char func_param(const function *f, size_t i)
{
	size_t at = 0;
	for (size_t k = 0; k < f->params.len; k++) {
		if (f->params.ptr[k] == '?')
			continue;
		if (at++ == i)
			return f->params.ptr[k];
	}
	return '\0';
}
