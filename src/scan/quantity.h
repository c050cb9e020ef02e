/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A numeral with its unit: percent, money, SI and imperial units and their compounds. */
#ifndef SCAN_QUANTITY_H
#define SCAN_QUANTITY_H

#include "scan/numeral.h"

typedef struct unit { /* what stands after (or before) a numeral */
	uint32_t end;     /* atom after it */
	figure_kind kind; /* PERCENT, MONEY, MEASURE or DURATION */
	const lex_entry *entry;
	slice name, dimension, base; /* canonical; compounds are in the arena */
	rational factor, offset;     /* base value = value × factor + offset */
} unit;

typedef struct quantity {
	numeral num;
	uint32_t first, end; /* atoms, with the unit */
	figure_kind kind;
	unit unit; /* entry NULL: none */
	bool has_unit;
	bool money_before; /* its currency stands before the number */
} quantity;

/* The unit that begins at atom i, after a numeral (or after "a", "per"). */
bool unit_read(const atoms *s, uint32_t i, const numeral *num, unit *out);
/* A currency phrase at atom i that a number may follow. */
bool currency_read(const atoms *s, uint32_t i, unit *out);
/* The quantity that begins at atom i, be it with its number or its currency. */
bool quantity_read(const atoms *s, uint32_t i, quantity *out);

#endif
