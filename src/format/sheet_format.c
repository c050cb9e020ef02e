/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number formats of sheets (ECMA-376 part 1, 18.8.31): how a stored number is shown. */
#include "base/ascii.h"
#include "format/sheet.h"

#include "base/decimal.h"
#include "format/gather.h"
#include "format/sheet_section.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 400, GENERAL_PLACES = 10, SIGNIFICANT = 15, MOST_FRACTION = 1000000000 };

typedef struct shown { /* a growing line */
	char at[1024];
	size_t n;
} shown;

static void put(shown *out, const char *text, size_t n)
{
	if (out->n + n < sizeof out->at) {
		memcpy(out->at + out->n, text, n);
		out->n += n;
	}
}

slice sheet_number(arena *a, slice value)
{
	char text[64], out[DECIMAL_TEXT] = "";
	decimal d;
	if (!value.len || value.len >= sizeof text)
		return (slice){"", 0};
	memcpy(text, value.ptr, value.len);
	text[value.len] = '\0';
	char *end;
	double number = strtod(text, &end);
	if (*end || !isfinite(number))
		return (slice){"", 0};
	if (slice_find_byte(value, '.') != SIZE_MAX || value.len > SIGNIFICANT)
		snprintf(text, sizeof text, "%.*g", SIGNIFICANT, number);
	if (!decimal_parse(slice_of(text), &d))
		return (slice){"", 0};
	d = decimal_normal(d);
	size_t length = decimal_format(d, out);
	return arena_copy(a, (slice){out, length});
}

/* Decimal digits without a point: 0.DIGITS times ten to the power of `point`. */
typedef struct digits {
	char at[MOST_DIGITS + 2];
	int n, point;
	bool negative;
} digits;

static digits digits_of(slice number)
{
	digits d = {.n = 0};
	bool after = false;
	for (size_t i = 0; i < number.len && d.n < MOST_DIGITS; i++) {
		char c = number.ptr[i];
		if (c == '-')
			d.negative = true;
		else if (c == '.')
			after = true;
		if (!ascii_is_digit(c))
			continue;
		if (d.n || c != '0')
			d.at[d.n++] = c;
		d.point += !after && d.n ? 1 : after && !d.n ? -1 : 0;
	}
	return d;
}

/* Rounds half away from zero to so many places behind the point. */
static void round_to(digits *d, int places)
{
	int keep = d->point + places;
	if (keep >= d->n)
		return;
	bool up = keep >= 0 && d->at[keep] >= '5';
	d->n = keep < 0 ? 0 : keep;
	for (int i = d->n; up && i-- > 0;) {
		up = d->at[i] == '9';
		d->at[i] = up ? '0' : (char)(d->at[i] + 1);
	}
	if (up) {
		memmove(d->at + 1, d->at, (size_t)d->n);
		d->at[0] = '1';
		d->n++;
		d->point++;
	}
	bool zero = true;
	for (int i = 0; i < d->n; i++)
		zero &= d->at[i] == '0';
	if (zero)
		*d = (digits){.negative = d->negative};
}

static char digit_at(const digits *d, int place) /* 0 is the first behind the point, -1 the ones */
{
	int i = d->point + place;
	return i >= 0 && i < d->n ? d->at[i] : '0';
}

static void put_whole(shown *out, const digits *d, int least, bool grouped)
{
	int n = d->point > least ? d->point : least;
	for (int i = n; i > 0; i--) {
		char c = digit_at(d, -i);
		put(out, &c, 1);
		if (grouped && i > 1 && i % 3 == 1)
			put(out, ",", 1);
	}
}

/* At least `least` places, at most `most`, without zeros at the end between. */
static void put_places(shown *out, const digits *d, int least, int most)
{
	int n = most;
	while (n > least && digit_at(d, n - 1) == '0')
		n--;
	if (n > 0)
		put(out, ".", 1);
	for (int i = 0; i < n; i++) {
		char c = digit_at(d, i);
		put(out, &c, 1);
	}
}

static slice show_general(arena *a, slice number)
{
	digits d = digits_of(number);
	shown out = {.n = 0};
	int places = GENERAL_PLACES - d.point;
	if (places < 0)
		places = 0;
	round_to(&d, places);
	if (d.negative && d.n)
		put(&out, "-", 1);
	put_whole(&out, &d, 1, false);
	put_places(&out, &d, 0, places);
	return arena_copy(a, (slice){out.at, out.n});
}

typedef struct number_layout { /* of a section's number */
	int whole, least_places, places, percent, thousands;
	int digits;       /* before the point, shown or not: an exponent goes in such steps */
	int power;        /* least digits of the exponent */
	int parts;        /* digits of a fraction's denominator, where it is not told: */
	long denominator; /* 0: not told */
	bool grouped, exponent, fraction;
	bool mixed; /* a whole number goes before the fraction */
	bool plus;  /* the exponent's sign is always shown */
} number_layout;

/* What stands behind a fraction's bar: places for digits, or a number. */
static void read_denominator(number_layout *l, char c)
{
	enum { MOST = 100000 };
	if (l->denominator || (c >= '1' && c <= '9'))
		l->denominator = l->denominator < MOST ? l->denominator * 10 + (ascii_is_digit(c) ? c - '0' : 0) : MOST;
	else
		l->parts++;
}

static void read_exponent(number_layout *l, slice f, size_t i)
{
	l->exponent = true;
	l->plus = f.ptr[i + 1] == '+';
	for (size_t k = i + 2; k < f.len && (f.ptr[k] == '0' || f.ptr[k] == '#' || f.ptr[k] == '?'); k++)
		l->power += f.ptr[k] == '0';
}

static number_layout read_layout(slice f)
{
	number_layout l = {0};
	int commas = 0, runs = 0;
	bool after = false, any = false, within = false; /* places for digits */
	for (size_t i = 0; i < f.len; i = section_item_end(f, i)) {
		char c = f.ptr[i];
		bool place = c == '0' || c == '#' || c == '?';
		runs += place && !within;
		within = place;
		if (l.fraction && (place || (c >= '1' && c <= '9'))) {
			read_denominator(&l, c);
		} else if (c == '0' || c == '#' || c == '?') {
			l.grouped |= commas > 0 && any && !after;
			commas = 0;
			any = true;
			l.places += after;
			l.least_places = after && c == '0' ? l.places : l.least_places;
			l.whole += !after && c == '0';
			l.digits += !after;
		} else if (c == ',') {
			commas += any;
		} else if (c == '.') {
			after = true;
			l.thousands += commas;
			commas = 0;
		} else if (c == '%') {
			l.percent++;
		} else if ((c == 'E' || c == 'e') && i + 1 < f.len && (f.ptr[i + 1] == '+' || f.ptr[i + 1] == '-')) {
			read_exponent(&l, f, i);
			break;
		} else if (c == '/' && any) {
			l.fraction = true;
			l.mixed = runs > 1;
		}
	}
	l.thousands += commas;
	return l;
}

/* A literal of a format: quoted, escaped, a currency in brackets, or a character that stands for itself. */
static void put_literal(shown *out, slice f, size_t i, size_t end)
{
	char c = f.ptr[i];
	if (c == '"') {
		put(out, f.ptr + i + 1, end - i > 1 ? end - i - 2 : 0);
	} else if (c == '\\') {
		put(out, f.ptr + i + 1, end - i - 1);
	} else if (c == '[' && i + 1 < end && f.ptr[i + 1] == '$') {
		slice sign = slice_sub(f, i + 2, end - 1);
		put(out, sign.ptr, slice_find_byte(sign, '-') < sign.len ? slice_find_byte(sign, '-') : sign.len);
	} else if (c != '[' && c != '_' && c != '*') {
		put(out, f.ptr + i, end - i);
	}
}

static void put_exponent(shown *out, const number_layout *l, double number)
{
	double value = fabs(number);
	int step = l->digits > 1 ? l->digits : 1, places = l->places > SIGNIFICANT ? SIGNIFICANT : l->places;
	int power = value > 0 ? (int)floor(log10(value)) : 0;
	power -= (power % step + step) % step;
	char text[64];
	int n = snprintf(text, sizeof text, "%.*f", places, value / pow(10, power));
	if (strtod(text, NULL) >= pow(10, step)) {
		power += step;
		n = snprintf(text, sizeof text, "%.*f", places, value / pow(10, power));
	}
	for (int spare = places - l->least_places; spare > 0 && n > 0 && text[n - 1] == '0'; spare--)
		n--;
	n -= n > 0 && text[n - 1] == '.';
	put(out, text, n > 0 && (size_t)n < sizeof text ? (size_t)n : 0);
	n = snprintf(text, sizeof text, "E%s%0*d", power < 0 ? "-" : l->plus ? "+" : "", l->power, abs(power));
	put(out, text, n > 0 ? (size_t)n : 0);
}

/* The fraction nearest to a number below 1 whose denominator is at most `most` (continued fractions). */
static void approach(double number, long most, long *numerator, long *denominator)
{
	enum { STEPS = 40 };
	long p0 = 0, q0 = 1, p1 = 1, q1 = 0;
	double rest = number;
	for (int i = 0; i < STEPS; i++) {
		double whole = floor(rest);
		if (whole > (double)(most - q0) / (q1 ? (double)q1 : 1) && q1)
			break;
		long p2 = p0 + (long)whole * p1, q2 = q0 + (long)whole * q1;
		p0 = p1, q0 = q1, p1 = p2, q1 = q2;
		if (rest - whole < 1e-9)
			break;
		rest = 1 / (rest - whole);
	}
	long k = (most - q0) / q1;
	double near = fabs((double)p1 / (double)q1 - number);
	bool other = q0 + k * q1 > 0 && fabs((double)(p0 + k * p1) / (double)(q0 + k * q1) - number) < near;
	*numerator = other ? p0 + k * p1 : p1;
	*denominator = other ? q0 + k * q1 : q1;
}

/* "2 3/8": as near as the places of the denominator allow. */
static void put_fraction(shown *out, const number_layout *l, double number)
{
	enum { MOST_PARTS = 4 };
	double value = fabs(number), whole = l->mixed ? floor(value) : 0;
	long numerator, denominator = l->denominator, most = 1;
	for (int i = 0; i < l->parts && i < MOST_PARTS; i++)
		most *= 10;
	if (denominator)
		numerator = lround((value - whole) * (double)denominator);
	else
		approach(value - whole, most > 1 ? most - 1 : 9, &numerator, &denominator);
	if (l->mixed && numerator == denominator) {
		whole++;
		numerator = 0;
	}
	char text[80];
	int n = 0;
	if (l->mixed && (whole > 0 || !numerator))
		n = snprintf(text, sizeof text, "%.0f%s", whole, numerator ? " " : "");
	put(out, text, n > 0 && (size_t)n < sizeof text ? (size_t)n : 0);
	n = snprintf(text, sizeof text, "%ld/%ld", numerator, denominator);
	put(out, text, (numerator || !l->mixed) && n > 0 ? (size_t)n : 0);
}

static slice show_number(arena *a, slice f, slice number, double value, bool bare)
{
	number_layout l = read_layout(f);
	digits d = digits_of(number);
	shown out = {.n = 0};
	bool done = false;
	d.point += d.n ? 2 * l.percent - 3 * l.thousands : 0;
	if (!l.fraction && !l.exponent)
		round_to(&d, l.places);
	if (d.negative && !bare && d.n)
		put(&out, "-", 1);
	for (size_t i = 0; i < f.len; i = section_item_end(f, i)) {
		char c = f.ptr[i];
		bool place = c == '0' || c == '#' || c == '?' || c == '.' || c == ',';
		bool tail = done && ((l.exponent && strchr("eE+-", c)) || (l.fraction && strchr(" /123456789", c)));
		if (c == '@' || ((c | 0x20) == 'g' && slice_equal_nocase(slice_sub(f, i, i + 7), SLICE("general")))) {
			slice general = show_general(a, number);
			size_t sign = general.len && *general.ptr == '-';
			put(&out, general.ptr + sign, general.len - sign);
			if (c != '@')
				i += 6;
		} else if (place && !done) {
			done = true;
			if (l.exponent) {
				put_exponent(&out, &l, value);
			} else if (l.fraction && fabs(value) < MOST_FRACTION) {
				put_fraction(&out, &l, value);
			} else {
				put_whole(&out, &d, l.fraction && !l.whole ? 1 : l.whole, l.grouped);
				put_places(&out, &d, l.least_places, l.fraction ? GENERAL_PLACES : l.places);
			}
		} else if (!place && !tail) {
			put_literal(&out, f, i, section_item_end(f, i));
		}
	}
	return slice_trim(arena_copy(a, (slice){out.at, out.n}));
}

slice sheet_show(arena *a, slice format, slice number, bool from_1904, bool *is_date)
{
	bool bare;
	char text[64];
	*is_date = false;
	if (!format.len || slice_equal_nocase(format, SLICE("general")) || number.len >= sizeof text)
		return show_general(a, number);
	memcpy(text, number.ptr, number.len);
	text[number.len] = '\0';
	double value = strtod(text, NULL);
	slice section = section_of_number(format, value, &bare);
	if (slice_find(section, SLICE("eneral")) == SIZE_MAX && section_is_date(section)) {
		slice day = sheet_show_day(a, section, value, from_1904);
		*is_date = day.len > 0;
		return day.len ? day : show_general(a, number);
	}
	return show_number(a, section, number, value, bare);
}

slice sheet_show_text(arena *a, slice format, slice text)
{
	slice f;
	if (!section_of_text(format, &f))
		return text;
	gathered all = {0};
	for (size_t i = 0; i < f.len; i = section_item_end(f, i)) {
		shown literal = {.n = 0};
		if (f.ptr[i] == '@')
			gather_add(a, &all, text);
		else
			put_literal(&literal, f, i, section_item_end(f, i));
		gather_add(a, &all, (slice){literal.at, literal.n});
	}
	return gather_text(&all);
}
