/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact rationals of 128-bit parts, with both infinities. Every operation is exact wherever the exact result
 * has 127-bit parts; where it has not, the result is rounded in the direction asked for, never to nearest. */
#ifndef BASE_RATIONAL_H
#define BASE_RATIONAL_H

#include "base/decimal.h"

/* In lowest terms, den > 0; den == 0 is ±infinity by the sign of num (±1). {0, 0} does not occur. */
typedef struct rational {
	int128 num, den;
} rational;

typedef enum { ROUND_DOWN, ROUND_UP } rounding; /* towards -infinity, towards +infinity */

#define RATIONAL_INFINITY ((rational){1, 0})
#define RATIONAL_MINUS_INFINITY ((rational){-1, 0})

rational rational_of(int64_t num, int64_t den); /* den != 0 */
rational rational_from_decimal(decimal d, rounding dir);
rational rational_from_double(double x, rounding dir); /* exact where it fits; x must not be NaN */
double rational_to_double(rational r);                 /* nearest, or ±HUGE_VAL */

int rational_compare_unlike(rational a, rational b); /* for rational_compare */

static inline rational rational_int(int64_t n)
{
	return (rational){n, 1};
}

static inline int rational_sign(rational r)
{
	return (r.num > 0) - (r.num < 0);
}

static inline bool rational_is_finite(rational r)
{
	return r.den != 0;
}

static inline bool rational_is_integer(rational r)
{
	return r.den == 1;
}

/* Whether both parts are of 64 bits: the product of two such is exact. */
static inline bool rational_is_short(rational r)
{
	return r.num == (int64_t)r.num && r.den == (int64_t)r.den && r.num != INT64_MIN;
}

/* -1, 0, 1; always exact. Most are whole numbers or of one last place, and then there is nothing to work out. */
static inline int rational_compare(rational x, rational y)
{
	return x.den == y.den ? (x.num > y.num) - (x.num < y.num) : rational_compare_unlike(x, y);
}

static inline rational rational_negate(rational r)
{
	return (rational){-r.num, r.den};
}

static inline rational rational_abs(rational r)
{
	return r.num < 0 ? rational_negate(r) : r;
}

/* inf - inf, 0 × inf, x / 0 and inf / inf give the infinity of the direction: outwards, never nonsense. */
rational rational_add(rational a, rational b, rounding dir);
rational rational_subtract(rational a, rational b, rounding dir);
rational rational_multiply(rational a, rational b, rounding dir);
rational rational_divide(rational a, rational b, rounding dir);
/* The place of the last digit of a whole number that is no zero: 100 of 1,200; 1 of 0 and of what is not whole. */
rational rational_zeros(rational r);
rational rational_floor(rational r);
rational rational_ceil(rational r);

/* Finite r with at most `digits` (2..36) significant digits, rounded in dir; without trailing zeros. */
decimal rational_significant(rational r, unsigned digits, rounding dir);
/* True if r is a finite decimal of at most 36 digits, put into *out. */
bool rational_to_decimal(rational r, decimal *out);

enum { RATIONAL_TEXT = 512 };
/* As an exact decimal ("0.25") if it is one whose digits make a number under 2^127, as those of every whole number do;
 * else 17 significant digits rounded in dir; "∞" and "-∞". Never an exponent. Returns the length. */
size_t rational_format(rational r, rounding dir, char out[RATIONAL_TEXT]);
/* As "1/3", or the exact decimal. */
size_t rational_format_exact(rational r, char out[RATIONAL_TEXT]);

#endif
