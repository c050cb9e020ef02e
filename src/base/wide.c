/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"

wide wide_of(uint128 x)
{
	return (wide){.lo = x};
}

wide wide_multiply(uint128 a, uint128 b)
{
	uint64_t a0 = (uint64_t)a, a1 = (uint64_t)(a >> 64), b0 = (uint64_t)b, b1 = (uint64_t)(b >> 64);
	uint128 low = (uint128)a0 * b0, high = (uint128)a1 * b1;
	uint128 cross = (uint128)a1 * b0 + (low >> 64); /* at most (2^64 - 1)^2 + 2^64 - 1: no carry */
	uint128 middle = (uint128)a0 * b1 + (uint64_t)cross;
	return (wide){.hi = high + (cross >> 64) + (middle >> 64), .lo = middle << 64 | (uint64_t)low};
}

/* Modulo 2^256. */
static wide scaled(wide a, uint64_t by)
{
	wide product = wide_multiply(a.lo, by);
	product.hi += a.hi * by;
	return product;
}

wide wide_add(wide a, wide b)
{
	wide sum = {.hi = a.hi + b.hi, .lo = a.lo + b.lo};
	sum.hi += sum.lo < a.lo;
	return sum;
}

wide wide_subtract(wide a, wide b)
{
	return (wide){.hi = a.hi - b.hi - (a.lo < b.lo), .lo = a.lo - b.lo};
}

wide wide_shift_left(wide a, unsigned n)
{
	if (n == 0)
		return a;
	if (n >= 128)
		return (wide){.hi = a.lo << (n - 128)};
	return (wide){.hi = a.hi << n | a.lo >> (128 - n), .lo = a.lo << n};
}

int wide_compare(wide a, wide b)
{
	if (a.hi != b.hi)
		return a.hi < b.hi ? -1 : 1;
	return (a.lo > b.lo) - (a.lo < b.lo);
}

static unsigned bits(uint128 x)
{
	uint64_t high = (uint64_t)(x >> 64), low = (uint64_t)x;
	if (high)
		return 128 - (unsigned)__builtin_clzll(high);
	return low ? 64 - (unsigned)__builtin_clzll(low) : 0;
}

unsigned wide_bits(wide a)
{
	return a.hi ? 128 + bits(a.hi) : bits(a.lo);
}

/* By digits of 64 bits, for a divisor of one such digit. */
static wide divide_by_digit(wide a, uint64_t d, uint128 *rest)
{
	uint64_t digits[4] = {(uint64_t)(a.hi >> 64), (uint64_t)a.hi, (uint64_t)(a.lo >> 64), (uint64_t)a.lo};
	uint128 remainder = 0;
	for (int i = 0; i < 4; i++) {
		uint128 part = remainder << 64 | digits[i];
		digits[i] = (uint64_t)(part / d);
		remainder = part % d;
	}
	*rest = remainder;
	return (wide){.hi = (uint128)digits[0] << 64 | digits[1], .lo = (uint128)digits[2] << 64 | digits[3]};
}

wide wide_divide(wide a, uint128 d, uint128 *rest)
{
	uint128 unused;
	if (!rest)
		rest = &unused;
	if (a.hi == 0) {
		*rest = a.lo % d;
		return wide_of(a.lo / d);
	}
	if (d == (uint64_t)d)
		return divide_by_digit(a, (uint64_t)d, rest);
	wide quotient = {.hi = a.hi / d};
	uint128 remainder = a.hi % d;
	for (unsigned i = 128; i-- > 0;) { /* bit by bit; remainder < d throughout */
		bool carry = remainder >> 127;
		remainder = remainder << 1 | (a.lo >> i & 1);
		if (carry || remainder >= d) {
			remainder -= d;
			quotient.lo |= (uint128)1 << i;
		}
	}
	*rest = remainder;
	return quotient;
}

uint128 wide_power_of_ten(unsigned n)
{
	static const uint64_t small[] = {
		1,
		10,
		100,
		1000,
		10000,
		100000,
		1000000,
		10000000,
		100000000,
		1000000000,
		10000000000,
		100000000000,
		1000000000000,
		10000000000000,
		100000000000000,
		1000000000000000,
		10000000000000000,
		100000000000000000,
		1000000000000000000,
		10000000000000000000U,
	};
	return n < 20 ? small[n] : (uint128)small[19] * small[n - 19];
}

wide wide_scale_by_ten(wide a, unsigned n)
{
	for (; n > 19; n -= 19)
		a = scaled(a, (uint64_t)wide_power_of_ten(19));
	return scaled(a, (uint64_t)wide_power_of_ten(n));
}

uint128 wide_ratio(wide n, wide d, int *exponent, bool *exact)
{
	unsigned n_bits = wide_bits(n), d_bits = wide_bits(d);
	*exponent = (int)n_bits - (int)d_bits;
	if (n_bits > d_bits)
		d = wide_shift_left(d, n_bits - d_bits);
	else
		n = wide_shift_left(n, d_bits - n_bits);
	if (wide_compare(n, d) < 0) {
		n = wide_shift_left(n, 1);
		*exponent -= 1;
	}
	*exponent -= 126;
	uint128 quotient = 0;
	for (int i = 0; i < 127; i++) { /* d <= n < 2d at first: the first bit is set */
		quotient <<= 1;
		if (wide_compare(n, d) >= 0) {
			n = wide_subtract(n, d);
			quotient |= 1;
		}
		n = wide_shift_left(n, 1);
	}
	*exact = n.hi == 0 && n.lo == 0;
	return quotient;
}

static uint64_t gcd_of_digits(uint64_t a, uint64_t b)
{
	if (a == 0 || b == 0)
		return a | b;
	int twos = __builtin_ctzll(a | b);
	a >>= __builtin_ctzll(a);
	while (b) { /* Stein's: a stays odd */
		b >>= __builtin_ctzll(b);
		uint64_t less = a < b ? a : b;
		b = a < b ? b - a : a - b;
		a = less;
	}
	return a << twos;
}

uint128 wide_gcd(uint128 a, uint128 b)
{
	while (b >> 64) {
		uint128 rest = a % b;
		a = b;
		b = rest;
	}
	if (b == 0)
		return a;
	if (a == (uint64_t)a)
		return gcd_of_digits((uint64_t)a % (uint64_t)b, (uint64_t)b);
	return gcd_of_digits((uint64_t)(a % b), (uint64_t)b);
}
