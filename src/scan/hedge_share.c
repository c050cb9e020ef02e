/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures under the hedge of the one before. */
#include "scan/read_figure.h"

/* The atom where the second of two figures begins that tell one quantity twice, or UINT32_MAX: "100 km (60 miles)",
 * "840 km, or 520 miles", "224 kW / 300 PS". */
static uint32_t told_again_at(const atoms *s, const found *a)
{
	uint32_t i = a->end;
	if (atom_is_char(s, i, '(') || atom_is_char(s, i, '[') || atom_is_char(s, i, '/'))
		return i + 1;
	if (s->at[a->body].depth > 0 && (atom_is_char(s, i, ',') || atom_is_char(s, i, ';')))
		return i + 1;
	i += atom_is_char(s, i, ',');
	return atom_in(s, i, s->sets->range_or) ? i + 1 : UINT32_MAX;
}

static rational in_base(const figure *f)
{
	return rational_add(rational_multiply(figure_value(f), figure_unit(f)->to_base, ROUND_DOWN),
	                    figure_unit(f)->to_base_offset, ROUND_DOWN);
}

/* Of one dimension, and no more than a quarter off each other. */
static bool about_as_much(const figure *a, const figure *b)
{
	if (!figure_unit(a)->base_unit.len || !slice_equal(figure_unit(a)->base_unit, figure_unit(b)->base_unit))
		return false;
	rational x = in_base(a), off = rational_abs(rational_subtract(x, in_base(b), ROUND_DOWN));
	return rational_compare(rational_multiply(off, rational_int(4), ROUND_DOWN), rational_abs(x)) <= 0;
}

static bool tells_again(const atoms *s, const found *a, const found *b)
{
	if (told_again_at(s, a) != b->first || a->fig.kind != b->fig.kind)
		return false;
	bool deeper = s->at[b->body].depth > s->at[a->body].depth || s->at[a->body].depth > 0;
	if (figure_unit(&a->fig)->entry && figure_unit(&b->fig)->entry) {
		bool apart = slice_equal(figure_unit(&a->fig)->dimension, figure_unit(&b->fig)->dimension) &&
		             !slice_equal(figure_unit(&a->fig)->name, figure_unit(&b->fig)->name);
		return apart && (a->fig.kind == FIGURE_MONEY ? deeper : about_as_much(&a->fig, &b->fig));
	}
	return !figure_unit(&a->fig)->entry && !figure_unit(&b->fig)->entry && a->fig.words && !b->fig.words && deeper &&
	       rational_compare(figure_value(&a->fig), figure_value(&b->fig)) == 0; /* "forty (40)" */
}

/* "about 5, 7 and 12 km": joined without a noun or hedge between. */
static bool goes_on(const atoms *s, const found *a, const found *b)
{
	uint32_t i = a->end;
	i += atom_is_char(s, i, ',');
	bool joined = atom_in(s, i, s->sets->and) || atom_in(s, i, s->sets->range_or);
	i += joined;
	bool more = atom_is_char(s, b->end, ',') || atom_in(s, b->end, s->sets->and) || atom_in(s, b->end, s->sets->range_or);
	return i > a->end && i == b->first && (joined || more) && a->fig.kind == b->fig.kind &&
	       slice_equal(figure_unit(&a->fig)->name, figure_unit(&b->fig)->name) && !a->q.has_unit && !a->q.money_before;
}

void hedge_share(const atoms *s, found_list *list)
{
	for (size_t i = 1; i < list->n; i++) {
		const found *a = &list->at[i - 1];
		found *b = &list->at[i];
		bool numbers = a->fig.base != BASE_NONE && b->fig.base != BASE_NONE && a->fig.kind != FIGURE_LABEL;
		if (!numbers || a->fig.hedge == HEDGE_NONE || b->fig.hedge != HEDGE_NONE)
			continue;
		bool near = a->fig.hedge == HEDGE_ABOUT || a->fig.hedge == HEDGE_NEARLY;
		if (tells_again(s, a, b) || (near && goes_on(s, a, b))) {
			b->fig.hedge = a->fig.hedge;
			figure_own_more(s->arena, &b->fig)->hedge_text = figure_hedge_text(&a->fig);
		}
	}
}
