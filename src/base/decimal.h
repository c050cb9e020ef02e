/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exact decimal as written: 1.50 is 150 × 10^-2, and keeps its two places. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/slice.h"

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

typedef struct decimal {
	int128 coefficient; /* within ±(2^127 - 1) */
	int32_t exponent;   /* the value is coefficient × 10^exponent; within ±DECIMAL_EXPONENT */
} decimal;

enum {
	DECIMAL_EXPONENT = 400,
	DECIMAL_TEXT = 512, /* a buffer that any decimal fits */
	DECIMAL_WHOLE = 20, /* one that any 64-bit number fits */
};

/* Reads [+-] digits [. digits] [e [+-] digits], all of s; false if s is anything else, has more than 36 digits from the
 * first that is not zero, or its last digit's place is outside 10^±300. */
bool decimal_parse(slice s, decimal *out);
/* Plain notation without an exponent, the written places kept ("1.50", "3000000000"); returns its length. */
size_t decimal_format(decimal d, char out[DECIMAL_TEXT]);
/* The digits of a whole number, without a NUL; returns how many there are. */
size_t decimal_format_whole(uint64_t n, char out[DECIMAL_WHOLE]);
/* The same value without trailing zeros (zero is 0 × 10^0). */
decimal decimal_normal(decimal d);
/* d × 10^power, and a × b; false (out untouched) if the result does not fit. */
bool decimal_shift(decimal d, int32_t power, decimal *out);
bool decimal_multiply(decimal a, decimal b, decimal *out);
int decimal_compare(decimal a, decimal b); /* by value: 1.5 equals 1.50 */

#endif
