/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of digits with their marks: 1,183.5 · 1.183,5 · 1 183 · 2e-5 · 1.3×10^6. */
#include "base/ascii.h"
#include "scan/atoms.h"

#include "base/utf8.h"

enum { MANTISSA = 48, MOST_POWER = 30, SHORT_DIGITS = 15 };

/* The decimal mark of digits written with marks of one or two sorts; 0 if they only group. */
static char decimal_mark(slice text, bool decimal_comma)
{
	size_t dots = 0, commas = 0, last = SIZE_MAX;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '.' || text.ptr[i] == ',') {
			dots += text.ptr[i] == '.';
			commas += text.ptr[i] == ',';
			last = i;
		}
	}
	if (last == SIZE_MAX)
		return 0;
	size_t after = 0;
	for (size_t i = last + 1; i < text.len; i++)
		after += ascii_is_digit(text.ptr[i]);
	if (dots && commas)
		return text.ptr[last];
	if (dots > 1 || commas > 1)
		return 0;
	if (commas)
		return after != 3 || decimal_comma ? ',' : 0;
	return decimal_comma && after == 3 && last <= 3 && text.ptr[0] != '0' ? 0 : '.';
}

/* The digits' value and last place; marks that group are left out. */
static bool mantissa_parse(slice text, bool decimal_comma, decimal *out)
{
	char written[MANTISSA], mark = decimal_mark(text, decimal_comma);
	size_t n = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == mark && mark)
			c = '.';
		else if (!ascii_is_digit(c))
			continue;
		if (n == MANTISSA)
			return false;
		if (c == '.' && n == 0)
			written[n++] = '0';
		written[n++] = c;
	}
	return decimal_parse((slice){written, n}, out);
}

/* A power of ten as written after the 10: ^-5, −5, ⁻⁵. */
static int power_parse(slice text)
{
	int power = 0, sign = 1;
	size_t len;
	for (size_t i = 0; i < text.len; i += len) {
		uint32_t c = utf8_decode(text, i, &len);
		if (c == '-' || c == 0x2212 || c == 0x207B || c == 0x2010 || c == 0x2011 || c == 0x2013)
			sign = -1;
		int digit = ascii_is_digit(c)            ? (int)(c - '0')
		            : c == 0xB9                  ? 1
		            : c == 0xB2                  ? 2
		            : c == 0xB3                  ? 3
		            : c == 0x2070                ? 0
		            : c >= 0x2074 && c <= 0x2079 ? (int)(c - 0x2070)
		                                         : -1;
		if (digit >= 0 && power < 1000)
			power = power * 10 + digit;
	}
	return sign * power;
}

/* Where the mantissa ends and the power of ten begins; both at text.len if there is none. */
static void split_power(slice text, size_t *mantissa, size_t *power)
{
	*mantissa = *power = text.len;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == 'e' || c == 'E') {
			*mantissa = i;
			*power = i + 1;
			return;
		}
		bool times = c == 'x' || c == 'X' || c == '*' || c == '\xC3' || (c == '\xC2' && text.ptr[i + 1] == '\xB7') ||
		             (c == '\xE2' && text.ptr[i + 1] == '\x8B');
		if (times || c == '^' || (c == '\xE2' && text.ptr[i + 1] == '\x81') || (c == '\xC2' && text.ptr[i + 1] != '\xA0')) {
			size_t ten = times ? slice_find(slice_sub(text, i, text.len), SLICE("10")) : 0;
			*mantissa = times ? i : 0;
			*power = times ? i + ten + 2 : i;
			return;
		}
		bool minus = c == '\xE2' && i > 0 && text.ptr[i - 1] == ' ' && text.ptr[i + 1] == '\x88';
		if (minus) {
			*mantissa = 0;
			*power = i;
			return;
		}
	}
}

/* The usual case: few digits, commas that group by three, one point. */
static bool short_parse(slice text, digit_value *out)
{
	int64_t value = 0, place = 1;
	size_t since = 0;
	bool point = false, comma = false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (ascii_is_digit(c)) {
			value = value * 10 + (c - '0');
			place *= point ? 10 : 1;
			since++;
		} else if (c == ',' && !point && (comma ? since == 3 : since >= 1 && since <= 3)) {
			comma = true;
			since = 0;
		} else if (c == '.' && !point && (!comma || since == 3)) {
			point = true;
		} else {
			return false;
		}
	}
	if (comma && !point && since != 3)
		return false;
	*out = (digit_value){.value = rational_of(value, place),
	                     .ulp = rational_of(1, place),
	                     .valid = true,
	                     .decimal = point,
	                     .bare = !point && !comma && text.len <= 4};
	return true;
}

digit_value digits_parse(slice text, bool decimal_comma)
{
	digit_value out = {.value = rational_int(0), .ulp = rational_int(1)};
	size_t mantissa, power;
	decimal d = {1, 0};
	if (!decimal_comma && text.len <= SHORT_DIGITS && short_parse(text, &out))
		return out;
	split_power(text, &mantissa, &power);
	if (mantissa > 0 && !mantissa_parse(slice_sub(text, 0, mantissa), decimal_comma, &d))
		return out;
	out.decimal = d.exponent < 0 || power < text.len;
	if (power < text.len) {
		int p = power_parse(slice_sub(text, power, text.len));
		if (p > MOST_POWER || p < -MOST_POWER || !decimal_shift(d, p, &d))
			return out;
	}
	out.bare = power == text.len && text.len <= 4;
	for (size_t k = 0; k < text.len && out.bare; k++)
		out.bare = ascii_is_digit(text.ptr[k]);
	out.value = rational_from_decimal(d, ROUND_DOWN);
	out.ulp = rational_from_decimal((decimal){1, d.exponent}, ROUND_DOWN);
	out.valid = rational_is_finite(out.value) && rational_is_finite(out.ulp);
	return out;
}
