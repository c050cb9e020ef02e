/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A numeral with its unit: percent, money, SI and imperial units and their compounds. */
#ifndef SCAN_QUANTITY_H
#define SCAN_QUANTITY_H

#include "scan/unit.h"

typedef struct quantity {
	numeral num;
	uint32_t first, end; /* atoms, with the unit */
	figure_kind kind;
	rational spread; /* how far it may be out: 4.5 of "12.3 ± 4.5"; 0 if not told */
	unit unit;       /* entry NULL: none */
	bool has_unit;
	bool money_before; /* its currency stands before the number */
} quantity;

/* The quantity that begins at atom i, be it with its number or its currency. */
bool quantity_read(const atoms *s, uint32_t i, quantity *out);
/* A number and the unit right after it, no more. */
bool quantity_number_read(const atoms *s, uint32_t i, quantity *out);

/* In quantity_join.c: takes in the smaller parts that go on after q, "and a half", "2 in". */
void quantity_join(const atoms *s, quantity *q);
/* "an hour and 20 minutes": a unit with its article, and parts that go on. */
bool quantity_article_read(const atoms *s, uint32_t i, quantity *out);
/* Takes in "± 4.5", and the unit told after it. */
void quantity_spread_read(const atoms *s, quantity *q);

#endif
