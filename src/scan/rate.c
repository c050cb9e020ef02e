/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates told for so many heads: "45 deaths per 100,000 people". What is counted is the 45; the 100,000 counts nothing. */
#include "scan/read_figure.h"

enum { NOUN_REACH = 5 }; /* atoms between the number and "per" */

static bool round_base(const numeral *n)
{
	rational r = n->value;
	if (n->base != BASE_NUMBER || n->ordinal || n->decimal || rational_compare(r, rational_int(100)) < 0)
		return false;
	while (rational_compare(r, rational_int(10)) >= 0)
		r = rational_divide(r, rational_int(10), ROUND_DOWN);
	return rational_compare(r, rational_int(1)) == 0;
}

/* What the rate is told of: the number right before "per", or one with a noun in between. */
static void mark_rate(const atoms *s, found_list *before, uint32_t per, const numeral *base, uint32_t end)
{
	if (before->n == 0)
		return;
	found *rate = &before->at[before->n - 1];
	figure *fig = &rate->fig;
	if (rate->end > per || per - rate->end > NOUN_REACH || fig->kind != FIGURE_COUNT || figure_unit(fig)->name.len)
		return;
	for (uint32_t i = rate->end; i < per; i++) {
		if (!atom_is(s, i, ATOM_WORD))
			return;
	}
	slice heads = slice_sub(s->text, s->at[base->end].start, s->at[end - 1].end);
	slice of = slice_sub(s->text, s->at[base->first].start, s->at[base->end - 1].end);
	told_unit rated = *figure_unit(fig);
	rated.name = arena_printf(s->arena, "1/" SLICE_FMT " " SLICE_FMT, SLICE_ARG(of), SLICE_ARG(heads));
	rated.dimension = SLICE("rate");
	rated.base_unit = rated.name;
	unit_set(s, &rated, fig);
	fig->whole = false;
}

bool rate_base_read(const atoms *s, uint32_t i, found_list *before, uint32_t *end)
{
	numeral base;
	uint32_t per, stop;
	const lex_entry *e = i > 0 ? phrase_before(s, i, 0, s->sets->unit_per, &per) : NULL;
	if (!e || entry_flag(e, "article") || !numeral_read(s, i, false, &base) || !round_base(&base))
		return false;
	if (!phrase_at(s, base.end, s->sets->unit_heads, &stop))
		return false;
	mark_rate(s, before, per, &base, stop);
	*end = base.end;
	return true;
}
