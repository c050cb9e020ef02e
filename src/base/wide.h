/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsigned whole numbers of 256 bits, as many operations as exact products and sums of 128-bit parts need. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include "base/decimal.h"

typedef struct wide {
	uint128 hi, lo;
} wide;

wide wide_of(uint128 x);
wide wide_multiply(uint128 a, uint128 b);
wide wide_add(wide a, wide b);            /* modulo 2^256 */
wide wide_subtract(wide a, wide b);       /* a >= b */
wide wide_shift_left(wide a, unsigned n); /* n < 256; bits shifted out are lost */
int wide_compare(wide a, wide b);
unsigned wide_bits(wide a); /* the position of the highest bit set, from 1; 0 for 0 */
/* a / d rounded down, d > 0; the remainder in *rest unless it is NULL. */
wide wide_divide(wide a, uint128 d, uint128 *rest);
uint128 wide_power_of_ten(unsigned n);      /* n <= 38 */
wide wide_scale_by_ten(wide a, unsigned n); /* a × 10^n, modulo 2^256 */
/* n / d, both > 0 and under 2^255, as q × 2^*exponent with 2^126 <= q < 2^127, rounded down; *exact tells if nothing was
 * lost. */
uint128 wide_ratio(wide n, wide d, int *exponent, bool *exact);
uint128 wide_gcd(uint128 a, uint128 b); /* gcd(0, b) is b */

#endif
