/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bound figure is worth in an expression: its values in the unit that the whole binding shares. */
#ifndef RULE_VALUE_H
#define RULE_VALUE_H

#include "rule/eval.h"

typedef struct unit_tag { /* the unit of a value */
	slice name;           /* empty: a number without a unit */
	bool bare;            /* a number that may take on the unit of another: "to 92 mln francs from 61 mln" */
} unit_tag;

/* The figure's values in ev's reading. Figures of one binding in several units of one dimension come in its base unit. */
set value_of_claim(const evaluation *ev, const claim *c, unit_tag *unit);
/* The unit that both can be told in; false if there is none. */
bool unit_common(unit_tag a, unit_tag b, unit_tag *out);

#endif
