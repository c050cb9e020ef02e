/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units of measure: one by its name or symbol, and the products and quotients they make. */
#ifndef SCAN_UNIT_H
#define SCAN_UNIT_H

#include "scan/numeral.h"

typedef struct unit { /* what stands after (or before) a numeral */
	uint32_t end;     /* atom after it */
	figure_kind kind; /* PERCENT, MONEY, MEASURE or DURATION */
	const lex_entry *entry;
	slice name, dimension, base; /* canonical; compounds are in the arena */
	slice per;                   /* of money: for each what ("1/h" of "$15 an hour"); else empty */
	rational factor, offset;     /* base value = value × factor + offset */
	bool symbol;                 /* told by a symbol, not by a name */
	bool powers;                 /* may take a power as symbols do */
} unit;

/* The unit as its entry has it, told up to atom `end`; without a size or an offset of its own. */
unit unit_of_entry(const lex_entry *e, uint32_t end, figure_kind kind);
/* Gives a figure u's name, dimension and base; what it is for each of is not told on. */
void unit_give(const atoms *s, const unit *u, figure *to);
/* Gives it a unit that may stand on the stack. */
void unit_set(const atoms *s, const told_unit *u, figure *to);

/* At atom i, right behind its number: a unit of a set of those that have another meaning elsewhere (unit_arc, unit_clock). */
bool unit_part_of(const atoms *s, uint32_t i, lex_set which, unit *out);
/* One unit at atom i: "km", "square feet", "kilowatt-hours". num: the number it stands right after, NULL if it stands
 * elsewhere; spaced: white space stands between the two. */
bool unit_part_read(const atoms *s, uint32_t i, const numeral *num, bool spaced, unit *out);
/* The power that atoms from i on raise a unit to (², ^-2, -1, squared); 1 and *end = i if there is none. */
int unit_power_read(const atoms *s, uint32_t i, const unit *of, bool first, uint32_t *end);
/* Whether the digit at atom i is the power of a unit that no number stands before: the 3 of "in g cm−3". */
bool unit_power_alone(const atoms *s, uint32_t i);
void unit_raise(const atoms *s, unit *u, int power);
/* Takes in the factors that go on after out->end: km/h, kg·m⁻², mg per kg. */
void unit_product_read(const atoms *s, unit *out);
/* "/h", "per barrel", "a week" at atom i: what a sum of money is for each of. */
bool unit_rate_read(const atoms *s, uint32_t i, unit *out);
/* Whether letters alone are a symbol, perhaps with a prefix: km, µg. */
bool unit_is_symbol(const atoms *s, slice letters);

/* The unit that begins at atom i, after a numeral (or after "a", "per"). */
bool unit_read(const atoms *s, uint32_t i, const numeral *num, unit *out);

/* In money.c. A currency phrase at atom i that a number may follow. */
bool currency_read(const atoms *s, uint32_t i, unit *out);
/* A currency or its hundredth after a number. */
bool money_read(const atoms *s, uint32_t i, bool spaced, const numeral *num, unit *out);

#endif
