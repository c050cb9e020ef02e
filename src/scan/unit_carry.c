/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A currency or unit told once: "10 million yen from 20 million", "$5bn against 4bn a year earlier and 3bn before". */
#include "scan/read_figure.h"

enum { REACH = 8 }; /* atoms between the two amounts */

/* Whether only words that set one amount beside another stand between two figures, one at least, and dates; `again` if the
 * first was set beside another itself, so that a third may be joined. */
static bool set_beside(const atoms *s, const found *a, const found *b, bool again)
{
	bool any = false;
	if (b->first - a->end > REACH)
		return false;
	const found *dated = a + 1;
	for (uint32_t i = a->end; i < b->first; i++) {
		if (dated < b && i == dated->first) {
			i = dated++->end - 1;
			continue;
		}
		bool joins = again && atom_in(s, i, s->sets->and);
		if (!joins && !atom_is_char(s, i, ',') && !atom_in(s, i, s->sets->carry) && !atom_in(s, i, s->sets->carry_between))
			return false;
		any = any || joins || atom_in(s, i, s->sets->carry);
	}
	return any;
}

/* A number with a magnitude, of which nothing says what it counts. */
static bool is_open(const atoms *s, const found *f)
{
	return f->fig.kind == FIGURE_COUNT && f->fig.base == BASE_NUMBER && f->fig.magnitude && !figure_unit(&f->fig)->entry &&
	       !f->q.has_unit && !atom_is_content(s, f->end) && !atom_in(s, f->end, s->sets->of) &&
	       !atom_in(s, f->end, s->sets->dash);
}

void unit_carry(const atoms *s, found_list *list)
{
	const found *amount = NULL;
	bool again = false;
	for (size_t i = 0; i < list->n; i++) {
		found *f = &list->at[i];
		if (f->fig.kind == FIGURE_DATE || f->fig.kind == FIGURE_YEAR)
			continue;
		bool carried = amount && is_open(s, f) && set_beside(s, amount, f, again);
		if (carried) {
			f->q.unit = amount->q.unit;
			f->q.has_unit = true;
			f->fig.kind = amount->fig.kind;
			f->fig.whole = false;
			unit_give(s, &f->q.unit, &f->fig);
		}
		bool measured = f->fig.kind == FIGURE_MONEY || f->fig.kind == FIGURE_MEASURE;
		again = carried || (again && amount && measured);
		amount = measured && f->fig.magnitude && f->q.has_unit && !figure_unit(&f->fig)->per.len ? f : NULL;
		again = again && amount;
	}
}
