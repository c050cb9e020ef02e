/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calc/calendar.h"

#include "base/ascii.h"

#include <string.h>

enum {
	LAST_YEAR = 9999,
	DAYS_400_YEARS = 146097,
	MARCH_1_YEAR_0 = -719468, /* as a day number */
};

static bool is_leap(int32_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

uint8_t date_month_length(int32_t year, uint8_t month)
{
	static const uint8_t lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return month == 2 && (year == 0 || is_leap(year)) ? 29 : lengths[month];
}

bool date_is_full(date d)
{
	return d.year && d.month && d.day;
}

bool date_is_valid(date d)
{
	if (d.year < 0 || d.year > LAST_YEAR || d.month > 12 || d.weekday > 7)
		return false;
	return d.day <= (d.month ? date_month_length(d.year, d.month) : 31);
}

/* Years here begin on 1 March, so that the leap day is the last of its year and months before it never move. */
int64_t date_to_days(date d)
{
	int64_t year = d.month > 2 ? d.year : d.year - 1; /* from 0 on: no division of a negative number */
	int64_t month = d.month > 2 ? d.month - 3 : d.month + 9;
	int64_t day = (153 * month + 2) / 5 + d.day - 1; /* 153 days in every five months from March on */
	return year * 365 + year / 4 - year / 100 + year / 400 + day + MARCH_1_YEAR_0;
}

date date_from_days(int64_t days)
{
	const int64_t first = -719162, last = 2932896; /* 0001-01-01 and 9999-12-31 */
	if (days < first || days > last)
		return (date){0};
	int64_t from_march = days - MARCH_1_YEAR_0;
	int64_t era = from_march / DAYS_400_YEARS, day = from_march % DAYS_400_YEARS;
	/* Taking out the leap days passed (one in 1,461 days, but none in 36,524) leaves years of 365 days. */
	int64_t year = (day - day / 1460 + day / 36524 - day / (DAYS_400_YEARS - 1)) / 365;
	int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * day_of_year + 2) / 153;
	return (date){
		.year = (int32_t)(era * 400 + year + (month >= 10)),
		.month = (uint8_t)(month < 10 ? month + 3 : month - 9),
		.day = (uint8_t)(day_of_year - (153 * month + 2) / 5 + 1),
	};
}

uint8_t date_weekday(date d)
{
	int64_t since_monday = (date_to_days(d) + 3) % 7; /* 1970-01-01 was a Thursday */
	return (uint8_t)((since_monday + 7) % 7 + 1);
}

static int compare(int32_t a, int32_t b)
{
	return (a > b) - (a < b);
}

int date_compare(date a, date b)
{
	int order = compare(a.year, b.year);
	if (order == 0)
		order = compare(a.month, b.month);
	return order ? order : compare(a.day, b.day);
}

date date_add_days(date d, int64_t days)
{
	int64_t sum;
	if (__builtin_add_overflow(date_to_days(d), days, &sum))
		return (date){0};
	return date_from_days(sum);
}

bool date_span(date d, period *out)
{
	if (d.year == 0 || !date_is_valid(d))
		return false;
	d.weekday = 0;
	if (!d.month)
		d.day = 0; /* "the 5th of 2020" tells the year alone */
	*out = (period){.from = d, .to = d};
	if (!d.month) {
		out->from.month = 1;
		out->to.month = 12;
	}
	if (!d.day) {
		out->from.day = 1;
		out->to.day = date_month_length(d.year, out->to.month);
	}
	return true;
}

static bool is_known(period p)
{
	return p.from.year != 0;
}

bool period_within(period inner, period outer)
{
	return is_known(inner) && is_known(outer) && date_compare(outer.from, inner.from) <= 0 &&
	       date_compare(inner.to, outer.to) <= 0;
}

bool period_overlap(period a, period b)
{
	return is_known(a) && is_known(b) && date_compare(a.from, b.to) <= 0 && date_compare(b.from, a.to) <= 0;
}

static bool is_day(date d)
{
	return d.month && d.day && date_is_valid(d);
}

size_t date_days_apart(date from, date to, int64_t out[2])
{
	enum { LEAP = 2004 }; /* it and the years beside it show every place of the leap day */
	bool crosses = to.month < from.month;
	size_t n = 0;
	if (!is_day(from) || !is_day(to))
		return 0;
	if (from.year || to.year) {
		from.year = from.year ? from.year : to.year - crosses;
		to.year = to.year ? to.year : from.year + crosses;
		if (!is_day(from) || !is_day(to))
			return 0;
		out[0] = date_to_days(to) - date_to_days(from);
		return 1;
	}
	for (int32_t year = LEAP - 1; year <= LEAP + 1; year++) {
		from.year = year;
		to.year = year + crosses;
		if (!is_day(from) || !is_day(to))
			continue;
		int64_t days = date_to_days(to) - date_to_days(from);
		if (n == 1 && days < out[0]) {
			out[1] = out[0];
			out[0] = days;
			n = 2;
		} else if (n == 0 || (n == 1 && days != out[0])) {
			out[n++] = days;
		}
	}
	return n;
}

size_t date_years_that_fit(date d, int32_t from, int32_t to, int32_t *out, size_t max)
{
	size_t found = 0;
	if (!d.month || !d.day)
		return 0;
	for (d.year = from < 1 ? 1 : from; d.year <= to && d.year <= LAST_YEAR; d.year++) {
		if (!date_is_valid(d) || (d.weekday && date_weekday(d) != d.weekday))
			continue;
		if (found < max)
			out[found] = d.year;
		found++;
	}
	return found;
}

slice date_format(arena *a, date d)
{
	if (date_is_full(d))
		return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
	if (d.year)
		return d.month ? arena_printf(a, "%04d-%02d", d.year, d.month) : arena_printf(a, "%04d", d.year);
	if (d.month)
		return d.day ? arena_printf(a, "--%02d-%02d", d.month, d.day) : arena_printf(a, "--%02d", d.month);
	return d.day ? arena_printf(a, "---%02d", d.day) : (slice){"", 0};
}

/* The number that the digits of s make, or -1 if there is something else in it. */
static int32_t digits_value(slice s)
{
	int32_t value = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!ascii_is_digit(s.ptr[i]))
			return -1;
		value = value * 10 + (s.ptr[i] - '0');
	}
	return value;
}

bool date_parse_iso(slice s, date *out)
{
	if (s.len != strlen("2020-11-18") || s.ptr[4] != '-' || s.ptr[7] != '-')
		return false;
	int32_t year = digits_value(slice_sub(s, 0, 4)), month = digits_value(slice_sub(s, 5, 7)),
			day = digits_value(slice_sub(s, 8, 10));
	if (year < 1 || month < 1 || day < 1)
		return false;
	date d = {.year = year, .month = (uint8_t)month, .day = (uint8_t)day};
	if (!date_is_valid(d))
		return false;
	*out = d;
	return true;
}
