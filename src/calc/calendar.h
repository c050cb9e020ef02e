/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proleptic Gregorian calendar. A date may be partial: a part that is not told is 0. */
#ifndef CALC_CALENDAR_H
#define CALC_CALENDAR_H

#include "base/arena.h"

typedef struct date {
	int32_t year;    /* 1..9999, 0: not told */
	uint8_t month;   /* 1..12, 0: not told */
	uint8_t day;     /* 1..31, 0: not told */
	uint8_t weekday; /* 1 Monday .. 7 Sunday (ISO 8601), 0: not told */
} date;

typedef struct period { /* both days included; from.year == 0: not known */
	date from, to;
} period;

/* The same in all that is told of it, the weekday with it. */
static inline bool date_equal(date x, date y)
{
	return x.year == y.year && x.month == y.month && x.day == y.day && x.weekday == y.weekday;
}

bool date_is_full(date d);  /* year, month and day told */
bool date_is_valid(date d); /* the day exists; a year-less 29 February does */
/* Day number, 0 = 1970-01-01, of a full valid date (Howard Hinnant, "chrono-compatible low-level date algorithms", 2013);
 * and back, without the weekday. A day outside the years 1..9999 gives a date that tells nothing, here and in date_add_days. */
int64_t date_to_days(date d);
date date_from_days(int64_t days);
uint8_t date_weekday(date d);     /* 1..7 of a full valid date */
int date_compare(date a, date b); /* year, month, day in turn; a part not told comes first, the weekday does not count */
date date_add_days(date d, int64_t days);
uint8_t date_month_length(int32_t year, uint8_t month); /* year 0: 29 for February */
/* The days a partial date covers: a year its whole year, a month its month. False if the year is not told. */
bool date_span(date d, period *out);
bool period_within(period inner, period outer);
bool period_overlap(period a, period b);
/* How many days lie from one day to another, both with month and day: negative if `to` is earlier. A year that is not told is the
 * other's, or any; then `to` is of the next year if its month comes before that of `from`, and there are two numbers where
 * 29 February may lie between. Writes at most two to out, smaller first, and returns how many; 0 if a day or month is missing. */
size_t date_days_apart(date from, date to, int64_t out[2]);
/* Years in [from, to] in which the day and month of d exist and fall on its weekday (on any, if none is told); at most max
 * are written, the number found is returned. */
size_t date_years_that_fit(date d, int32_t from, int32_t to, int32_t *out, size_t max);
/* "2020-11-18", "2020-11", "2020", "--11-18", "--11", "---18"; in the arena. */
slice date_format(arena *a, date d);
/* A complete ISO 8601 calendar date such as 2020-11-18, the whole slice; the weekday is not filled in. */
bool date_parse_iso(slice s, date *out);

#endif
