/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number as it is told, with the place of its last digit: 1.50 is 3/2, told to 1/100. What almost all are made of fits
 * 16 bytes; the others are kept in full beside. {0} is 0, told to no place. */
#ifndef BASE_TOLD_H
#define BASE_TOLD_H

#include "base/arena.h"
#include "base/rational.h"

typedef struct told_wide {
	rational value, ulp; /* ulp: the place of the last digit, 0 for none */
} told_wide;

typedef struct told_number {
	union {
		int64_t num;
		const told_wide *wide;
	};
	uint32_t den; /* 0: `wide` tells it, NULL for 0 */
	int8_t place; /* the last digit stands for 10^place; see told.c for none */
} told_number;

_Static_assert(sizeof(told_number) == 16, "figures are as many as numbers in the text");

/* What does not fit is put into *room, which must outlive it; true if it was. A value of {0, 0} is 0, as an ulp is. */
bool told_pack(rational value, rational ulp, told_wide *room, told_number *out);
/* The same with room in the arena. */
told_number told_keep(arena *a, rational value, rational ulp);
rational told_ulp(told_number n);

static inline rational told_value(told_number n)
{
	return n.den ? (rational){n.num, n.den} : n.wide ? n.wide->value : (rational){0, 1};
}

#endif
