/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rule_text.h"

static slice join_text(arena *a, const join *j)
{
	slice text = arena_printf(a, SLICE_FMT "(", SLICE_ARG(j->type->name));
	for (size_t i = 0; i < j->type->var_count; i++)
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT "%s", SLICE_ARG(text), i ? ", " : "", SLICE_ARG(j->args[i]),
		                    j->many[i] ? "*" : "");
	return arena_printf(a, SLICE_FMT ")", SLICE_ARG(text));
}

slice rule_binds_text(arena *a, const rule *r)
{
	static const char *const names[] = {
#define X(NAME, name) name,
		RULE_BINDERS(X)
#undef X
	};
	slice text = arena_copy(a, slice_of(names[r->bind]));
	if (r->frame)
		text = arena_printf(a, SLICE_FMT " " SLICE_FMT " (", SLICE_ARG(text), SLICE_ARG(r->frame->name));
	for (size_t i = 0; r->frame && i < r->frame->slot_count; i++)
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? ", " : "", SLICE_ARG(r->frame->slots[i].name));
	if (r->frame)
		text = arena_printf(a, SLICE_FMT ")", SLICE_ARG(text));
	for (size_t i = 0; i < r->join_count; i++)
		text = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(text), i ? ", " : ": ",
		                    SLICE_ARG(join_text(a, &r->joins[i])));
	return text;
}

slice rule_reading_text(const rule *r)
{
	if (r->exact)
		return SLICE("exact: no blur by trailing zeros");
	return r->told ? SLICE("told: hedges ignored") : (slice){"", 0};
}
