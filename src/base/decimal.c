/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/decimal.h"

#include "base/ascii.h"
#include "base/wide.h"

#include <assert.h>
#include <string.h>

enum { MOST_DIGITS = 36, MOST_PLACE = 300 };

static uint128 magnitude(int128 x)
{
	return x < 0 ? -(uint128)x : (uint128)x;
}

/* Reads the digits at *at into *coefficient; false if there are none or they become too many. */
static bool read_digits(slice s, size_t *at, int128 *coefficient, int *digits)
{
	size_t from = *at;
	for (; *at < s.len && ascii_is_digit(s.ptr[*at]); ++*at) {
		if (*digits > 0 || s.ptr[*at] != '0')
			++*digits;
		if (*digits > MOST_DIGITS)
			return false;
		*coefficient = *coefficient * 10 + (s.ptr[*at] - '0');
	}
	return *at > from;
}

/* Reads [e [+-] digits] up to the end of s and adds it to *exponent. */
static bool read_exponent(slice s, size_t at, int64_t *exponent)
{
	if (at == s.len)
		return true;
	if (s.ptr[at] != 'e' && s.ptr[at] != 'E')
		return false;
	at++;
	bool negative = at < s.len && s.ptr[at] == '-';
	if (at < s.len && (s.ptr[at] == '-' || s.ptr[at] == '+'))
		at++;
	int64_t value = 0;
	size_t from = at;
	for (; at < s.len && ascii_is_digit(s.ptr[at]); at++)
		if (value < 1 << 20) /* more is out of range anyway */
			value = value * 10 + (s.ptr[at] - '0');
	*exponent += negative ? -value : value;
	return at == s.len && at > from;
}

bool decimal_parse(slice s, decimal *out)
{
	size_t at = 0;
	int digits = 0;
	int128 coefficient = 0;
	int64_t exponent = 0;
	bool negative = s.len && s.ptr[0] == '-';
	if (s.len && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		at++;
	if (!read_digits(s, &at, &coefficient, &digits))
		return false;
	if (at < s.len && s.ptr[at] == '.') {
		size_t point = ++at;
		if (!read_digits(s, &at, &coefficient, &digits))
			return false;
		exponent = -(int64_t)(at - point);
	}
	if (!read_exponent(s, at, &exponent) || exponent < -MOST_PLACE || exponent > MOST_PLACE)
		return false;
	*out = (decimal){.coefficient = negative ? -coefficient : coefficient, .exponent = (int32_t)exponent};
	return true;
}

size_t decimal_format(decimal d, char out[DECIMAL_TEXT])
{
	assert(d.exponent >= -DECIMAL_EXPONENT && d.exponent <= DECIMAL_EXPONENT);
	char reversed[DECIMAL_TEXT];
	size_t n = 0, places = d.exponent < 0 ? (size_t)-d.exponent : 0;
	uint128 rest = magnitude(d.coefficient);
	for (int32_t i = 0; i < d.exponent && rest; i++)
		reversed[n++] = '0';
	for (; rest >> 64; rest /= 10)
		reversed[n++] = (char)('0' + (int)(rest % 10));
	uint64_t word = (uint64_t)rest;
	do {
		reversed[n++] = (char)('0' + (int)(word % 10));
		word /= 10;
	} while (word || n <= places);
	size_t length = 0;
	if (d.coefficient < 0)
		out[length++] = '-';
	while (n > 0) {
		out[length++] = reversed[--n];
		if (n == places && places)
			out[length++] = '.';
	}
	out[length] = '\0';
	return length;
}

size_t decimal_format_whole(uint64_t n, char out[DECIMAL_WHOLE])
{
	size_t length = 1, at;
	for (uint64_t rest = n / 10; rest; rest /= 10)
		length++;
	for (at = length; at > 0; n /= 10)
		out[--at] = (char)('0' + (int)(n % 10));
	return length;
}

decimal decimal_normal(decimal d)
{
	if (d.coefficient == 0)
		return (decimal){0};
	while (d.coefficient % 10 == 0 && d.exponent < DECIMAL_EXPONENT) {
		d.coefficient /= 10;
		d.exponent++;
	}
	return d;
}

bool decimal_shift(decimal d, int32_t power, decimal *out)
{
	int64_t exponent = (int64_t)d.exponent + power;
	if (exponent < -DECIMAL_EXPONENT || exponent > DECIMAL_EXPONENT)
		return false;
	*out = (decimal){.coefficient = d.coefficient, .exponent = (int32_t)exponent};
	return true;
}

bool decimal_multiply(decimal a, decimal b, decimal *out)
{
	wide product = wide_multiply(magnitude(a.coefficient), magnitude(b.coefficient));
	int32_t exponent = a.exponent + b.exponent;
	while (wide_bits(product) > 127) { /* zeros at the end can go */
		uint128 digit;
		product = wide_divide(product, 10, &digit);
		if (digit)
			return false;
		exponent++;
	}
	if (exponent < -DECIMAL_EXPONENT || exponent > DECIMAL_EXPONENT)
		return false;
	int128 coefficient = (int128)product.lo;
	*out = (decimal){.coefficient = (a.coefficient < 0) != (b.coefficient < 0) ? -coefficient : coefficient,
	                 .exponent = exponent};
	return true;
}

static int sign(int128 x)
{
	return (x > 0) - (x < 0);
}

static int32_t digits_of(uint128 x)
{
	int32_t n = 0;
	for (; x; x /= 10)
		n++;
	return n;
}

int decimal_compare(decimal a, decimal b)
{
	int sign_a = sign(a.coefficient), sign_b = sign(b.coefficient);
	if (sign_a != sign_b || sign_a == 0)
		return (sign_a > sign_b) - (sign_a < sign_b);
	uint128 x = magnitude(a.coefficient), y = magnitude(b.coefficient);
	int32_t place_a = digits_of(x) + a.exponent, place_b = digits_of(y) + b.exponent;
	if (place_a != place_b)
		return place_a > place_b ? sign_a : -sign_a;
	int32_t shift = a.exponent - b.exponent; /* as far apart as their lengths at most: under 39 */
	wide left = wide_multiply(x, shift > 0 ? wide_power_of_ten((unsigned)shift) : 1);
	wide right = wide_multiply(y, shift < 0 ? wide_power_of_ten((unsigned)-shift) : 1);
	return sign_a * wide_compare(left, right);
}
