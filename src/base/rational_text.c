/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rationals as decimals and as text. */
#include "base/rational.h"

#include "base/wide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	DECIMAL_DIGITS = 36, /* of a decimal that is given out as exact */
	SHORT_DIGITS = 17,   /* of text where there is no exact decimal */
};

static uint128 magnitude(int128 x)
{
	return x < 0 ? -(uint128)x : (uint128)x;
}

/* How often `factor` divides *x, which is divided by it as often. */
static int32_t take_out(uint128 *x, unsigned factor)
{
	int32_t n = 0;
	for (; *x >> 64 && *x % factor == 0; *x /= factor)
		n++;
	if (*x >> 64)
		return n;
	uint64_t word = (uint64_t)*x;
	for (; word % factor == 0; word /= factor)
		n++;
	*x = word;
	return n;
}

/* Finite r as a decimal whose coefficient is at most `most`; false if there is none. */
static bool exact_decimal(rational r, uint128 most, decimal *out)
{
	uint128 c = magnitude(r.num), den = magnitude(r.den);
	if (c == 0) {
		*out = (decimal){0};
		return true;
	}
	int32_t twos = take_out(&den, 2), fives = take_out(&den, 5), places = twos > fives ? twos : fives, zeros = 0;
	if (den != 1)
		return false;
	if (places == 0)
		zeros = take_out(&c, 10);
	for (unsigned factor = twos < fives ? 2 : 5, i = 0; i < (unsigned)abs(twos - fives); i++) {
		if (c > most / factor)
			return false;
		c *= factor;
	}
	if (c > most)
		return false;
	*out = (decimal){.coefficient = r.num < 0 ? -(int128)c : (int128)c, .exponent = zeros - places};
	return true;
}

bool rational_to_decimal(rational r, decimal *out)
{
	return rational_is_finite(r) && exact_decimal(r, wide_power_of_ten(DECIMAL_DIGITS) - 1, out);
}

/* |r| / 10^exponent rounded down, under 2^128 by the caller's choice of the exponent. */
static uint128 scaled(rational r, int exponent, bool *exact)
{
	uint128 rest;
	wide num = wide_of(magnitude(r.num)), den = wide_of(magnitude(r.den));
	if (exponent < 0)
		num = wide_scale_by_ten(num, (unsigned)-exponent);
	else
		den = wide_scale_by_ten(den, (unsigned)exponent);
	uint128 q = wide_divide(num, den.lo, &rest).lo;
	*exact = rest == 0;
	return q;
}

decimal rational_significant(rational r, unsigned digits, rounding dir)
{
	if (r.num == 0)
		return (decimal){0};
	/* The logarithm may be one off at a power of ten; the digits tell. */
	int exponent = (int)floor(log10(fabs(rational_to_double(r)))) - (int)digits + 1;
	bool exact;
	uint128 c = scaled(r, exponent, &exact);
	if (c >= wide_power_of_ten(digits))
		c = scaled(r, ++exponent, &exact);
	else if (c < wide_power_of_ten(digits - 1))
		c = scaled(r, --exponent, &exact);
	if (!exact && (r.num < 0) == (dir == ROUND_DOWN))
		c++;
	return decimal_normal((decimal){.coefficient = r.num < 0 ? -(int128)c : (int128)c, .exponent = exponent});
}

static size_t put(const char *text, char out[RATIONAL_TEXT])
{
	size_t len = strlen(text);
	memcpy(out, text, len + 1);
	return len;
}

/* Text of r where it needs no rounding; 0 where it does. */
static size_t format_without_rounding(rational r, char out[RATIONAL_TEXT])
{
	decimal d;
	if (!rational_is_finite(r))
		return put(r.num > 0 ? "∞" : "-∞", out);
	return exact_decimal(r, ((uint128)1 << 127) - 1, &d) ? decimal_format(d, out) : 0;
}

size_t rational_format(rational r, rounding dir, char out[RATIONAL_TEXT])
{
	size_t len = format_without_rounding(r, out);
	return len ? len : decimal_format(rational_significant(r, SHORT_DIGITS, dir), out);
}

size_t rational_format_exact(rational r, char out[RATIONAL_TEXT])
{
	size_t len = format_without_rounding(r, out);
	if (len)
		return len;
	len = decimal_format((decimal){.coefficient = r.num}, out);
	out[len++] = '/';
	return len + decimal_format((decimal){.coefficient = r.den}, out + len);
}
