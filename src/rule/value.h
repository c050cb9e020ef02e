/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bound figure is worth in an expression: its values in the unit that the whole binding shares. */
#ifndef RULE_VALUE_H
#define RULE_VALUE_H

#include "rule/eval.h"

typedef struct unit_tag { /* the unit of a value */
	slice name;           /* empty: a number without a unit */
	bool bare;            /* a number that may take on the unit of another: "to 92 mln francs from 61 mln" */
} unit_tag;

typedef struct claim_value {
	set values;           /* in ev's reading, in the figure's own unit and magnitude; a percent is a ratio */
	rational scale, move; /* values × scale + move are in the unit that the binding shares */
	unit_tag unit;        /* that unit */
} claim_value;

enum { VALUES_KEPT = 4 };

/* What figures of a binding are worth, for evaluations of it that follow each other. Begins with `n` 0; the rest needs no value. */
typedef struct value_memory {
	size_t n;
	struct value_kept {
		const claim *claim;
		reading reading;
		unit_tag unit;
		set values;
	} kept[VALUES_KEPT];
} value_memory;

/* What c is worth in ev's binding. Figures of one binding in several units of one dimension share its base unit. */
void value_read(const evaluation *ev, const claim *c, claim_value *out);
/* The values themselves, in the shared unit. */
void value_of_claim(const evaluation *ev, const claim *c, set *out, unit_tag *unit);
/* The unit that both can be told in; false if there is none. */
bool unit_common(unit_tag a, unit_tag b, unit_tag *out);

#endif
