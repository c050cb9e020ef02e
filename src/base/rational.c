/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/rational.h"

#include "base/wide.h"

#include <math.h>

#define MOST ((int128)((uint128)-1 >> 1)) /* of a part: 2^127 - 1 */

static uint128 magnitude(int128 x)
{
	return x < 0 ? -(uint128)x : (uint128)x;
}

static int128 with_sign(uint128 x, bool negative)
{
	return negative ? -(int128)x : (int128)x;
}

/* Whether a part is small enough for products of two, and their sums, to stay within 128 bits. */
static bool is_small(int128 x)
{
	const int128 bound = (int128)1 << 62;
	return x < bound && x > -bound;
}

static rational infinity(rounding dir)
{
	return dir == ROUND_UP ? RATIONAL_INFINITY : RATIONAL_MINUS_INFINITY;
}

/* 2^exponent × q, q of 127 bits, as a rational; at least 1, so that the exponent is -126 or more. Beyond MOST it is
 * rounded. */
static rational of_scaled(uint128 q, int exponent, bool up)
{
	while (q % 2 == 0 && exponent < 0) {
		q /= 2;
		exponent++;
	}
	if (exponent > 0)
		return up ? RATIONAL_INFINITY : (rational){MOST, 1};
	return (rational){(int128)q, (int128)1 << -exponent};
}

/* The positive n / d rounded up or down to 127 bits: relative error at most 2^-126, unless it is over 2^127 or
 * under its inverse. */
static rational round_positive(wide n, wide d, bool up)
{
	bool inverse = wide_compare(n, d) < 0, exact;
	bool up_here = inverse ? !up : up;
	int exponent;
	uint128 q = inverse ? wide_ratio(d, n, &exponent, &exact) : wide_ratio(n, d, &exponent, &exact);
	if (!exact && up_here && ++q >> 127) {
		q >>= 1;
		exponent++;
	}
	rational r = of_scaled(q, exponent, up_here);
	return inverse ? (rational){r.den, r.num} : r;
}

/* ±n / d, in lowest terms already, d > 0. */
static rational make(bool negative, wide n, wide d, rounding dir)
{
	if (wide_bits(n) == 0)
		return (rational){0, 1};
	bool fits = wide_bits(n) <= 127 && wide_bits(d) <= 127;
	rational r = fits ? (rational){(int128)n.lo, (int128)d.lo} : round_positive(n, d, (dir == ROUND_UP) != negative);
	return negative ? rational_negate(r) : r;
}

rational rational_of(int64_t num, int64_t den)
{
	uint64_t n = (uint64_t)magnitude(num), d = (uint64_t)magnitude(den), common = (uint64_t)wide_gcd(n, d);
	return (rational){with_sign(n / common, (num < 0) != (den < 0)), (int128)(d / common)};
}

/* Of two whose denominators differ. */
int rational_compare_unlike(rational a, rational b)
{
	int sign_a = rational_sign(a), sign_b = rational_sign(b);
	if (sign_a != sign_b || sign_a == 0)
		return (sign_a > sign_b) - (sign_a < sign_b);
	if (is_small(a.num) && is_small(a.den) && is_small(b.num) && is_small(b.den)) {
		int128 left = a.num * b.den, right = b.num * a.den; /* right for infinities too: one side is 0 */
		return (left > right) - (left < right);
	}
	return sign_a * wide_compare(wide_multiply(magnitude(a.num), magnitude(b.den)),
	                             wide_multiply(magnitude(b.num), magnitude(a.den)));
}

static rational add_small(rational a, rational b)
{
	int128 common = a.den == 1 || b.den == 1 ? 1 : (int128)wide_gcd(magnitude(a.den), magnitude(b.den));
	int128 sum = a.num * (b.den / common) + b.num * (a.den / common);
	if (sum == 0)
		return (rational){0, 1};
	if (common == 1)
		return (rational){sum, a.den * b.den};
	/* Only what divides both denominators can still divide the sum (Knuth, The Art of Computer Programming 2, 4.5.1). */
	int128 again = (int128)wide_gcd(magnitude(sum), magnitude(common));
	return (rational){sum / again, a.den / common * (b.den / again)};
}

static rational add_large(rational a, rational b, rounding dir)
{
	uint128 den_a = magnitude(a.den), den_b = magnitude(b.den), common = wide_gcd(den_a, den_b), rest;
	wide left = wide_multiply(magnitude(a.num), den_b / common), right = wide_multiply(magnitude(b.num), den_a / common),
		 sum;
	bool negative = a.num < 0;
	if (negative == (b.num < 0)) {
		sum = wide_add(left, right); /* under 2^255 */
	} else if (wide_compare(left, right) >= 0) {
		sum = wide_subtract(left, right);
	} else {
		sum = wide_subtract(right, left);
		negative = !negative;
	}
	wide_divide(sum, common, &rest);
	uint128 again = wide_gcd(rest, common);
	return make(negative, wide_divide(sum, again, NULL), wide_multiply(den_a / common, den_b / again), dir);
}

rational rational_add(rational a, rational b, rounding dir)
{
	if (a.den == 0 || b.den == 0) {
		if (a.den == 0 && b.den == 0)
			return a.num == b.num ? a : infinity(dir);
		return a.den == 0 ? a : b;
	}
	if (is_small(a.num) && is_small(a.den) && is_small(b.num) && is_small(b.den))
		return add_small(a, b);
	return add_large(a, b, dir);
}

rational rational_subtract(rational a, rational b, rounding dir)
{
	return rational_add(a, rational_negate(b), dir);
}

static rational multiply_words(rational a, rational b)
{
	int64_t a_num = (int64_t)a.num, b_num = (int64_t)b.num, a_den = (int64_t)a.den, b_den = (int64_t)b.den;
	int64_t ab = b_den == 1 ? 1 : (int64_t)wide_gcd((uint64_t)(a_num < 0 ? -a_num : a_num), (uint64_t)b_den);
	int64_t ba = a_den == 1 ? 1 : (int64_t)wide_gcd((uint64_t)(b_num < 0 ? -b_num : b_num), (uint64_t)a_den);
	return (rational){(int128)(a_num / ab) * (b_num / ba), (int128)(a_den / ba) * (b_den / ab)};
}

rational rational_multiply(rational a, rational b, rounding dir)
{
	bool negative = (a.num < 0) != (b.num < 0);
	if (a.den == 0 || b.den == 0) {
		if (a.num == 0 || b.num == 0)
			return infinity(dir);
		return negative ? RATIONAL_MINUS_INFINITY : RATIONAL_INFINITY;
	}
	if (a.num == 0 || b.num == 0)
		return (rational){0, 1};
	if (rational_is_short(a) && rational_is_short(b))
		return multiply_words(a, b);
	int128 ab = b.den == 1 ? 1 : (int128)wide_gcd(magnitude(a.num), magnitude(b.den));
	int128 ba = a.den == 1 ? 1 : (int128)wide_gcd(magnitude(b.num), magnitude(a.den));
	int128 a_num = a.num / ab, b_num = b.num / ba, a_den = a.den / ba, b_den = b.den / ab;
	if (is_small(a_num) && is_small(b_num) && is_small(a_den) && is_small(b_den))
		return (rational){a_num * b_num, a_den * b_den};
	return make(negative, wide_multiply(magnitude(a_num), magnitude(b_num)),
	            wide_multiply(magnitude(a_den), magnitude(b_den)), dir);
}

rational rational_divide(rational a, rational b, rounding dir)
{
	if (b.num == 0 || (a.den == 0 && b.den == 0))
		return infinity(dir);
	if (b.den == 0)
		return (rational){0, 1};
	return rational_multiply(a, (rational){with_sign(magnitude(b.den), b.num < 0), (int128)magnitude(b.num)}, dir);
}

rational rational_floor(rational r)
{
	if (r.den <= 1)
		return r;
	int128 towards_zero = r.num / r.den; /* never exact: the terms are lowest */
	return (rational){r.num < 0 ? towards_zero - 1 : towards_zero, 1};
}

rational rational_ceil(rational r)
{
	return rational_negate(rational_floor(rational_negate(r)));
}

/* A positive number so large, or, upside down, so small that no rational is nearer to it than the last one. */
static const wide beyond = {.hi = (uint128)1 << 72};

rational rational_from_decimal(decimal d, rounding dir)
{
	uint128 c = magnitude(d.coefficient), rest;
	bool negative = d.coefficient < 0;
	int32_t exponent = d.exponent;
	if (c == 0)
		return (rational){0, 1};
	if (exponent == 0)
		return (rational){d.coefficient, 1};
	if (exponent < 0 && exponent >= -18 && c == (uint64_t)c) {
		uint64_t den = (uint64_t)wide_power_of_ten((unsigned)-exponent), common = (uint64_t)wide_gcd(c, den);
		return (rational){with_sign((uint64_t)c / common, negative), den / common};
	}
	for (; c % 10 == 0; c /= 10)
		exponent++;
	if (exponent > 38)
		return make(negative, beyond, wide_of(1), dir);
	if (exponent >= 0)
		return make(negative, wide_scale_by_ten(wide_of(c), (unsigned)exponent), wide_of(1), dir);
	if (exponent < -76) /* 2^127 × 10^-77 is under 2^-127 */
		return make(negative, wide_of(1), beyond, dir);
	wide den = wide_scale_by_ten(wide_of(1), (unsigned)-exponent);
	wide_divide(den, c, &rest);
	uint128 common = wide_gcd(rest, c);
	return make(negative, wide_of(c / common), wide_divide(den, common, NULL), dir);
}

rational rational_from_double(double x, rounding dir)
{
	if (isinf(x))
		return x > 0 ? RATIONAL_INFINITY : RATIONAL_MINUS_INFINITY;
	if (x == 0)
		return (rational){0, 1};
	int exponent;
	uint64_t c = (uint64_t)ldexp(frexp(fabs(x), &exponent), 53);
	exponent -= 53;
	for (; c % 2 == 0; c /= 2)
		exponent++;
	if (exponent > 127)
		return make(x < 0, beyond, wide_of(1), dir);
	if (exponent >= 0)
		return make(x < 0, wide_shift_left(wide_of(c), (unsigned)exponent), wide_of(1), dir);
	if (exponent < -200)
		return make(x < 0, wide_of(1), beyond, dir);
	return make(x < 0, wide_of(c), wide_shift_left(wide_of(1), (unsigned)-exponent), dir);
}

double rational_to_double(rational r)
{
	if (r.den == 0)
		return r.num > 0 ? HUGE_VAL : -HUGE_VAL;
	if (r.num == 0)
		return 0;
	int exponent;
	bool exact;
	uint128 q = wide_ratio(wide_of(magnitude(r.num)), wide_of(magnitude(r.den)), &exponent, &exact);
	/* What was lost lies far below the last bit of a double: any bit there breaks a tie the right way. */
	double x = ldexp((double)(exact ? q : q | 1), exponent);
	return r.num < 0 ? -x : x;
}

rational rational_zeros(rational r)
{
	rational place = {1, 1};
	if (!rational_is_integer(r))
		return place;
	for (int128 n = r.num; n != 0 && n % 10 == 0; n /= 10)
		place.num *= 10;
	return place;
}
