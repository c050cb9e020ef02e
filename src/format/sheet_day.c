/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times in sheets: days since a beginning, their fraction the time. */
#include "format/gather.h"
#include "format/sheet.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DAY_SECONDS = 86400, LEAP_MISTAKE = 60, DAYS_1904 = 1462, PLACES = 3 };

typedef struct moment {
	date day;
	int64_t days, seconds; /* of the day; days since the beginning */
	int thousandths;
} moment;

static bool moment_of(double value, bool from_1904, bool parts, moment *m)
{
	static const date beginning = {1899, 12, 30, 0};
	if (value < 0 || value > 2958466)
		return false;
	int64_t ms = llround(value * DAY_SECONDS * 1000);
	if (!parts) /* what is not shown in parts of a second is rounded to whole ones */
		ms = (ms + 500) / 1000 * 1000;
	m->days = ms / 1000 / DAY_SECONDS;
	m->seconds = ms / 1000 % DAY_SECONDS;
	m->thousandths = (int)(ms % 1000);
	int64_t days = m->days + (from_1904 ? DAYS_1904 : 0);
	if (!from_1904 && days < LEAP_MISTAKE) /* such sheets have a 29 February 1900 */
		days++;
	m->day = date_from_days(date_to_days(beginning) + days);
	return true;
}

/* Letters of one kind in a row. */
static size_t run_length(slice f, size_t i)
{
	size_t n = 1;
	while (i + n < f.len && (f.ptr[i + n] | 0x20) == (f.ptr[i] | 0x20))
		n++;
	return n;
}

typedef struct day_parts { /* what a format shows */
	size_t year, month, day, weekday, hour;
	bool elapsed, half_days, fraction;
} day_parts;

static size_t skip_item(slice f, size_t i)
{
	char c = f.ptr[i], close = c == '"' ? '"' : c == '[' ? ']' : 0;
	if (close) {
		size_t found = slice_find_byte(slice_sub(f, i + 1, f.len), close);
		return found == SIZE_MAX ? f.len : i + found + 2;
	}
	return i + 1 + ((c == '\\' || c == '_' || c == '*') && i + 1 < f.len);
}

static bool is_letter(char c)
{
	return c && strchr("yYmMdDhHsS", c);
}

/* Whether the m at i are minutes: behind hours, or before seconds. */
static bool is_minutes(slice f, size_t i, char before)
{
	size_t next = i + run_length(f, i);
	while (next < f.len && !is_letter(f.ptr[next]))
		next = skip_item(f, next);
	return before == 'h' || (next < f.len && (f.ptr[next] | 0x20) == 's');
}

static bool is_half_days(slice f, size_t i)
{
	return slice_equal_nocase(slice_sub(f, i, i + 5), SLICE("am/pm")) ||
	       slice_equal_nocase(slice_sub(f, i, i + 3), SLICE("a/p"));
}

static day_parts read_parts(slice f)
{
	day_parts p = {0};
	char before = 0;
	for (size_t i = 0; i < f.len;) {
		char c = (char)(f.ptr[i] | 0x20);
		p.elapsed |= f.ptr[i] == '[' && i + 1 < f.len && strchr("hHmMsS", f.ptr[i + 1]);
		p.half_days |= is_half_days(f, i);
		p.fraction |= before == 's' && f.ptr[i] == '.';
		if (f.ptr[i] == '[' || !is_letter(f.ptr[i])) {
			i = is_half_days(f, i) ? i + (c == 'a' && f.ptr[i + 1] == '/' ? 3 : 5) : skip_item(f, i);
			continue;
		}
		size_t n = run_length(f, i);
		if (c == 'y')
			p.year = n;
		else if (c == 'd' && n > 2)
			p.weekday = n;
		else if (c == 'd')
			p.day = n;
		else if (c == 'm' && !is_minutes(f, i, before))
			p.month = n;
		else if (c == 'h')
			p.hour = n;
		before = c;
		i += n;
	}
	return p;
}

static slice put_part(arena *a, const moment *m, const day_parts *p, char c, size_t n, bool minutes)
{
	static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
	                                     "July",    "August",   "September", "October", "November", "December"};
	static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	int64_t hour = m->seconds / 3600;
	const char *month = months[m->day.month ? m->day.month - 1 : 0];
	int width = n > 1 ? 2 : 1;
	if (c == 'y')
		return n > 2 ? arena_printf(a, "%04d", m->day.year) : arena_printf(a, "%02d", m->day.year % 100);
	if (c == 'm' && minutes)
		return arena_printf(a, "%0*d", width, (int)(m->seconds / 60 % 60));
	if (c == 'm')
		return n > 3    ? slice_of(month)
		       : n == 3 ? slice_sub(slice_of(month), 0, 3)
		                : arena_printf(a, "%0*d", width, m->day.month);
	if (c == 'd' && n > 2)
		return n > 3 ? slice_of(weekdays[date_weekday(m->day) - 1])
		             : slice_sub(slice_of(weekdays[date_weekday(m->day) - 1]), 0, 3);
	if (c == 'd')
		return arena_printf(a, "%0*d", width, m->day.day);
	if (c == 'h')
		return arena_printf(a, "%0*d", width, (int)(p->half_days ? (hour + 11) % 12 + 1 : hour));
	return arena_printf(a, "%0*d", width, (int)(m->seconds % 60));
}

/* "[h]:mm": hours, minutes or seconds in all. */
static slice put_elapsed(arena *a, const moment *m, char c)
{
	int64_t all = m->days * DAY_SECONDS + m->seconds;
	return arena_printf(a, "%lld", (long long)(c == 'h' ? all / 3600 : c == 'm' ? all / 60 : all));
}

static slice follow_format(arena *a, slice f, const moment *m, const day_parts *p)
{
	gathered out = {0};
	char before = 0;
	for (size_t i = 0; i < f.len;) {
		char c = (char)(f.ptr[i] | 0x20);
		size_t end = skip_item(f, i);
		if (is_half_days(f, i)) {
			gather_add(a, &out, m->seconds < DAY_SECONDS / 2 ? SLICE("AM") : SLICE("PM"));
			end = i + (f.ptr[i + 1] == '/' ? 3 : 5);
		} else if (f.ptr[i] == '[' && end > i + 2 && strchr("hHmMsS", f.ptr[i + 1])) {
			before = (char)(f.ptr[i + 1] | 0x20);
			gather_add(a, &out, put_elapsed(a, m, before));
		} else if (is_letter(f.ptr[i])) {
			end = i + run_length(f, i);
			gather_add(a, &out, put_part(a, m, p, c, end - i, c == 'm' && is_minutes(f, i, before)));
			before = c;
		} else if (f.ptr[i] == '.' && before == 's') {
			gather_add(a, &out, arena_printf(a, ".%03d", m->thousandths));
			while (end < f.len && f.ptr[end] == '0' && end - i <= PLACES)
				end++;
			out.n -= PLACES - (end - i - 1 < PLACES ? end - i - 1 : PLACES);
		} else if (f.ptr[i] == '"' || f.ptr[i] == '\\') {
			gather_add(a, &out, slice_sub(f, i + 1, f.ptr[i] == '"' ? end - 1 : end));
		} else if (f.ptr[i] != '[' && f.ptr[i] != '_' && f.ptr[i] != '*' && f.ptr[i] != '@') {
			gather_add(a, &out, slice_sub(f, i, end));
		}
		i = end;
	}
	return gather_text(&out);
}

slice sheet_show_day(arena *a, slice section, double value, bool from_1904)
{
	day_parts p = read_parts(section);
	moment m;
	if (!moment_of(value, from_1904, p.fraction, &m) || !m.day.year)
		return (slice){"", 0};
	bool in_numbers = p.month && p.month < 3 && !p.weekday && !p.elapsed;
	if (!in_numbers || (!p.day && !p.year))
		return follow_format(a, section, &m, &p);
	slice day = !p.year  ? arena_printf(a, "%02d-%02d", m.day.month, m.day.day)
	            : !p.day ? arena_printf(a, "%04d-%02d", m.day.year, m.day.month)
	                     : arena_printf(a, "%04d-%02d-%02d", m.day.year, m.day.month, m.day.day);
	if (!p.hour)
		return day;
	return arena_printf(a, SLICE_FMT " %02d:%02d", SLICE_ARG(day), (int)(m.seconds / 3600), (int)(m.seconds / 60 % 60));
}
