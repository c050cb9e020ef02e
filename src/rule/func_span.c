/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of how long it is from one moment to another: durations, ages, what was before what. */
#include "rule/func_table.h"

enum { MINUTE = 60, HOUR = 3600, DAY = 86400, WEEK = 7 * DAY, MONTH = 2629746, YEAR = 31556952, NOON = 720 /* minutes */ };

typedef struct span { /* from one moment to another, in some unit: as the two are told, and as far as they leave it open */
	rational told, least, most;
	bool known;
} span;

static span span_of(int64_t told, int64_t below, int64_t above, rational each)
{
	return (span){.told = rational_divide(rational_int(told), each, ROUND_UP),
	              .least = rational_divide(rational_int(told - below), each, ROUND_DOWN),
	              .most = rational_divide(rational_int(told + above), each, ROUND_UP),
	              .known = true};
}

static date document_date(const func_call *c)
{
	const scan *sc = c->ev->binding->scan;
	date none = {0};
	return sc ? claim_document_date(sc, NULL) : none;
}

/* A date as told; "this year" as the document's date has it. Where another number is tried in its place, that is its year. */
static date date_of(const func_call *c, const claim *x)
{
	date d = x->figure->when;
	const rational last = rational_int(9999), first = rational_int(1);
	if (c->ev->instead == x && d.year) {
		rational number = rational_compare(c->ev->number, last) > 0 ? last : rational_floor(c->ev->number);
		d.year = rational_compare(number, first) < 0 ? 1 : (int32_t)number.num;
		return d;
	}
	bool year = x->figure->relative == DATE_THIS_YEAR || x->figure->relative == DATE_LAST_YEAR ||
	            x->figure->relative == DATE_NEXT_YEAR || x->figure->relative == DATE_PREVIOUS_YEAR;
	if (!d.year && year)
		d.year = claim_when(x).from.year;
	return d;
}

static bool yearless_pair(date *from, date *to)
{
	if (!from->month || !to->month)
		return false;
	int32_t on = to->month < from->month;
	if (!from->year && !to->year)
		from->year = 2001; /* any: no leap year */
	if (!from->year)
		from->year = to->year - on;
	else if (!to->year)
		to->year = from->year + on;
	return true;
}

static span span_of_years(date from, date to, rational years)
{
	if (!from.year || !to.year)
		return (span){0};
	int64_t apart = to.year - from.year, months = apart * 12 + to.month - from.month;
	if (from.month && to.month)
		return span_of(months, 1, 1, rational_multiply(years, rational_int(12), ROUND_UP));
	return span_of(apart, 1, 1, years);
}

static span span_of_months(date from, date to)
{
	bool years = from.year && to.year && !(from.month && to.month);
	if (!years && !yearless_pair(&from, &to))
		return (span){0};
	int64_t apart = to.year - from.year;
	return years ? span_of(apart * 12, 12, 12, rational_int(1))
	             : span_of(apart * 12 + to.month - from.month, 1, 1, rational_int(1));
}

/* Of weeks the working days of the last may be left out, or the first day counted again. */
static span span_of_days(date from, date to, int64_t each)
{
	int64_t days[2];
	size_t n = date_days_apart(from, to, days);
	if (!n)
		return (span){0};
	return span_of(days[0], 1, days[n - 1] - days[0] + (each > 1 ? 4 : 1), rational_int(each));
}

static span span_of_minutes(const figure *from, const figure *to, int64_t each)
{
	if (!from->clock || !to->clock)
		return (span){0};
	int64_t minutes = to->clock - from->clock;
	if (minutes < 0) /* over midnight from an hour after noon; else it may be the other half of the day */
		minutes = from->clock > NOON ? minutes + 2 * NOON : minutes;
	return minutes < 0 ? (span){0} : span_of(minutes, 0, 0, rational_int(each));
}

/* In the unit that duration n is told in. */
static span span_in(const figure *n, const figure *clock_from, const figure *clock_to, date from, date to)
{
	if (n->kind != FIGURE_DURATION || !rational_is_integer(figure_unit(n)->to_base))
		return (span){0};
	int64_t unit = (int64_t)figure_unit(n)->to_base.num;
	if (unit % YEAR == 0)
		return span_of_years(from, to, rational_int(unit / YEAR));
	if (unit == MONTH)
		return span_of_months(from, to);
	if (unit % DAY == 0)
		return span_of_days(from, to, unit / DAY);
	return unit == HOUR || unit == MINUTE ? span_of_minutes(clock_from, clock_to, unit / MINUTE) : (span){0};
}

static span span_called(const func_call *c)
{
	const claim *n = c->args[0].claims[0], *from = c->args[1].claims[0];
	if (c->n > 2) {
		const claim *to = c->args[2].claims[0];
		return span_in(n->figure, from->figure, to->figure, date_of(c, from), date_of(c, to));
	}
	date until = figure_until(from->figure);
	if (!until.year && !until.month)
		return (span){0};
	return span_in(n->figure, from->figure, from->figure, date_of(c, from), until);
}

void func_elapsed(func_call *c)
{
	span s = span_called(c);
	if (s.known)
		c->number = set_point(s.told);
}

void func_elapsed_about(func_call *c)
{
	span s = span_called(c);
	if (s.known)
		c->number = set_closed(s.least, s.most);
}

void func_elapsed_by_now(func_call *c)
{
	const claim *n = c->args[0].claims[0], *from = c->args[1].claims[0];
	date now = document_date(c), then = date_of(c, from);
	if (!now.year || !then.year)
		return;
	span s = span_in(n->figure, from->figure, from->figure, then, now);
	if (s.known)
		c->number = set_closed(s.least, s.most);
}

void func_year_of(func_call *c)
{
	date d = date_of(c, c->args[0].claims[0]);
	if (d.year)
		c->number = set_point(rational_int(d.year));
}

/* Whole years from the one to the other: one less where the day of the year was still to come, both where that is not told. */
void func_age_at(func_call *c)
{
	const claim *born = c->args[0].claims[0];
	date from = date_of(c, born), to = c->n > 1 ? date_of(c, c->args[1].claims[0]) : figure_until(born->figure);
	if (!from.year || !to.year)
		return;
	int64_t years = to.year - from.year, least = years - 1, most = years;
	bool months = from.month && to.month, days = months && from.day && to.day;
	bool past = months && (to.month > from.month || (to.month == from.month && days && to.day >= from.day));
	bool before = months && (to.month < from.month || (to.month == from.month && days && to.day < from.day));
	if (past)
		least = years;
	else if (before)
		most = years - 1;
	c->number = set_integers(set_closed(rational_int(least), rational_int(most)));
}

/* The days that a date may be, counted from 1970. */
void func_day_number(func_call *c)
{
	const claim *x = c->args[0].claims[0];
	period p;
	if (date_span(date_of(c, x), &p))
		c->number = set_closed(rational_int(date_to_days(p.from)), rational_int(date_to_days(p.to)));
}

static bool is_moment(const figure *f)
{
	return f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR || f->kind == FIGURE_TIME;
}

/* No other date or time stands between the two, but for a third that is known. */
void func_next_moment(func_call *c)
{
	const claim *a = c->args[0].claims[0], *b = c->args[1].claims[0];
	const scan *sc = c->ev->binding->scan;
	c->truth = sc && a->sentence == b->sentence ? TRUTH_TRUE : TRUTH_FALSE;
	uint32_t from = a->index < b->index ? a->index : b->index, to = a->index < b->index ? b->index : a->index;
	for (uint32_t i = from + 1; c->truth == TRUTH_TRUE && i < to && i < sc->figure_count; i++) {
		bool known = c->n > 2 && c->args[2].claims[0]->index == i;
		if (!known && is_moment(&sc->figures[i]))
			c->truth = TRUTH_FALSE;
	}
}
