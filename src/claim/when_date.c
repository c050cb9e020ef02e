/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as written made a period, read against the document's own date. */
#include "claim/reader.h"

enum { SOON = 100 /* days */, MONTHS = 12 };

static bool reaches_past(period p, date dated)
{
	return date_compare(p.from, dated) > 0;
}

/* "payable on 2 April", told in February: a day soon to come, when the last one such is long past. */
static bool comes_soon(date d, date dated)
{
	date next = {.year = dated.year, .month = d.month, .day = d.day};
	if (!d.day || !date_is_full(dated) || !date_is_valid(dated) || !date_is_valid(next))
		return false;
	if (date_compare(next, dated) < 0)
		next.year++;
	return date_is_valid(next) && date_compare(next, date_add_days(dated, SOON)) <= 0;
}

/* A date without a year: in the document's year, or the year before if that is still to come. */
static bool resolve_yearless(date d, date until, date dated, period *out)
{
	if (!dated.year)
		return false;
	if (comes_soon(d, dated)) {
		d.year = dated.year + (d.month < dated.month);
		d.weekday = 0;
		until.year = d.year + (until.month < d.month);
		period last;
		bool known = date_span(d, out);
		if (known && until.month && date_span(until, &last) && date_compare(last.to, out->to) > 0)
			out->to = last.to;
		return known;
	}
	for (int back = 0; back < 2; back++) {
		period last;
		d.year = dated.year - back;
		until.year = d.year;
		d.weekday = 0;
		if (!date_span(d, out))
			return false;
		if (until.month && date_span(until, &last) && date_compare(last.to, out->to) > 0)
			out->to = last.to;
		if (!date_is_full(dated) || !reaches_past(*out, dated))
			return true;
	}
	return true;
}

static period one_day(date d)
{
	d.weekday = 0;
	return (period){d, d};
}

static bool resolve_relative(const figure *f, date dated, period *out)
{
	date year = {.year = dated.year, .month = f->when.month, .day = f->when.day}; /* "January last year" */
	date month = {.year = dated.year, .month = dated.month};
	if (!dated.year)
		return false;
	switch (f->relative) {
	case DATE_THIS_YEAR:
		return date_span(year, out);
	case DATE_LAST_YEAR:
	case DATE_PREVIOUS_YEAR:
		year.year--;
		return date_span(year, out);
	case DATE_NEXT_YEAR:
		year.year++;
		return date_span(year, out);
	default:
		break;
	}
	if (!dated.month)
		return false;
	if (f->relative == DATE_THIS_MONTH)
		return date_span(month, out);
	if (f->relative == DATE_LAST_MONTH || f->relative == DATE_PREVIOUS_MONTH) {
		month.month = (uint8_t)(month.month == 1 ? 12 : month.month - 1);
		month.year -= month.month == 12;
		return date_span(month, out);
	}
	if (f->relative == DATE_NEXT_MONTH) {
		month.month = (uint8_t)(month.month == 12 ? 1 : month.month + 1);
		month.year += month.month == 1;
		return date_span(month, out);
	}
	if (!date_is_full(dated) || !date_is_valid(dated))
		return false;
	int weekday = date_weekday(dated);
	switch (f->relative) {
	case DATE_TODAY:
		*out = one_day(dated);
		return true;
	case DATE_YESTERDAY:
		*out = one_day(date_add_days(dated, -1));
		return true;
	case DATE_TOMORROW:
		*out = one_day(date_add_days(dated, 1));
		return true;
	case DATE_THIS_WEEK:
	case DATE_LAST_WEEK:
	case DATE_PREVIOUS_WEEK:
	case DATE_NEXT_WEEK: {
		int64_t back = weekday - 1 +
		               (f->relative == DATE_LAST_WEEK || f->relative == DATE_PREVIOUS_WEEK ? 7
		                : f->relative == DATE_NEXT_WEEK                                    ? -7
		                                                                                   : 0);
		*out = (period){date_add_days(dated, -back), date_add_days(dated, 6 - back)};
		return true;
	}
	case DATE_WEEKDAY: {
		if (!f->when.weekday)
			return false;
		int64_t back = (weekday - f->when.weekday + 7) % 7; /* the latest such day, the document's own included */
		*out = one_day(date_add_days(dated, -back));
		return true;
	}
	default:
		return false;
	}
}

/* "from 5 May to 9 June this year": the later end, in the year that was found for the first. */
static bool end_in_same_year(const figure *f, period *p)
{
	date until = {.year = p->from.year, .month = figure_until(f).month, .day = figure_until(f).day};
	period last;
	if (f->when.month && figure_until(f).month && date_span(until, &last) && date_compare(last.to, p->to) > 0)
		p->to = last.to;
	return true;
}

period when_resolve(const claim_reader *r, const figure *f)
{
	period p = {0}, last = {0};
	bool known;
	if (f->relative)
		known = resolve_relative(f, r->dated, &p) && end_in_same_year(f, &p);
	else if (f->when.year)
		known = date_span(f->when, &p);
	else
		known = f->when.month && resolve_yearless(f->when, figure_until(f), r->dated, &p);
	if (!known)
		return (period){0};
	if (figure_until(f).year && date_span(figure_until(f), &last) && date_compare(last.to, p.to) > 0)
		p.to = last.to;
	return p;
}

/* The same day so many months before; the last of a month stays its last. */
static date months_before(date d, int32_t months)
{
	bool last = date_add_days(d, 1).day == 1;
	int32_t month = d.year * MONTHS + d.month - 1 - months;
	date moved = {.year = month / MONTHS, .month = (uint8_t)(month % MONTHS + 1), .day = last ? 31 : d.day};
	while (moved.day > 28 && !date_is_valid(moved))
		moved.day--;
	return moved;
}

period when_before(period p, int32_t months, int32_t days)
{
	if (!p.from.year || p.from.year * MONTHS <= months || !date_is_valid(p.from) || !date_is_valid(p.to))
		return (period){0};
	if (days)
		return (period){date_add_days(p.from, -days), date_add_days(p.to, -days)};
	return (period){months_before(p.from, months), months_before(p.to, months)};
}

period when_previous(const figure *f, period told)
{
	date first = {.year = told.from.year, .month = told.from.month};
	period p = {0};
	switch (f->relative) {
	case DATE_PREVIOUS_YEAR:
		first.month = 0;
		return date_span(first, &p) ? when_before(p, MONTHS, 0) : p;
	case DATE_PREVIOUS_MONTH:
		return date_span(first, &p) ? when_before(p, 1, 0) : p;
	case DATE_PREVIOUS_WEEK:
		return date_compare(date_add_days(told.from, 6), told.to) < 0 ? p : when_before(told, 0, 7);
	default:
		return p;
	}
}
