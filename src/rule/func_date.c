/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of dates. */
#include "rule/func_table.h"

static date date_of(const func_call *c, size_t arg)
{
	return c->args[arg].claims[0]->figure->when;
}

static set all_weekdays(void)
{
	return set_integers(set_closed(rational_int(1), rational_int(7)));
}

/* Of 10/11/2012 both orders of day and month; false where there are none. */
static bool in_both_orders(const func_call *c, date out[2])
{
	const figure *f = c->args[0].claims[0]->figure;
	if (!f->more)
		return false;
	const uint8_t *either = f->more->either;
	out[0] = (date){.year = f->when.year, .month = either[0], .day = either[1]};
	out[1] = (date){.year = f->when.year, .month = either[1], .day = either[0]};
	return date_is_full(out[0]) && date_is_valid(out[0]) && date_is_valid(out[1]);
}

void func_weekday_of(func_call *c)
{
	date d = date_of(c, 0), both[2];
	if (in_both_orders(c, both)) {
		set a = set_point(rational_int(date_weekday(both[0]))), b = set_point(rational_int(date_weekday(both[1])));
		c->number = set_union(&a, &b);
	} else if (date_is_valid(d) && d.month && d.day) {
		c->number = d.year ? set_point(rational_int(date_weekday(d))) : all_weekdays();
	}
}

void func_weekday_told(func_call *c)
{
	if (c->ev->instead == c->args[0].claims[0])
		c->number = set_point(c->ev->number);
	else if (date_of(c, 0).weekday)
		c->number = set_point(rational_int(date_of(c, 0).weekday));
}

void func_day_of(func_call *c)
{
	if (date_of(c, 0).day)
		c->number = set_point(rational_int(date_of(c, 0).day));
}

void func_month_length(func_call *c)
{
	date d = date_of(c, 0);
	if (d.month >= 1 && d.month <= 12)
		c->number = set_point(rational_int(date_month_length(d.year, d.month)));
}

void func_is_valid_date(func_call *c)
{
	bool valid = date_is_valid(date_of(c, 0));
	c->truth = valid ? TRUTH_TRUE : TRUTH_FALSE;
	if (!valid)
		c->ev->impossible = true;
}

static uint8_t any_weekday(const binding *b)
{
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			if (binding_claims(b, &b->vars[i])[k]->figure->when.weekday)
				return binding_claims(b, &b->vars[i])[k]->figure->when.weekday;
		}
	}
	return 0;
}

/* Some years of a short span, as examples of a pattern that has no end on either side: none is chosen. */
void func_years_that_fit(func_call *c)
{
	enum { SHOWN = 5, FROM = 2004, TO = 2026 };
	date d = date_of(c, 0);
	if (c->n > 1)
		d.weekday = date_of(c, 1).weekday;
	if (!d.weekday)
		d.weekday = any_weekday(c->ev->binding);
	int32_t years[SHOWN];
	d.year = 0;
	size_t n = d.weekday && d.month && d.day ? date_years_that_fit(d, FROM, TO, years, SHOWN) : 0;
	slice text = SLICE("…");
	for (size_t i = 0; i < n && i < SHOWN; i++)
		text = arena_printf(c->ev->arena, SLICE_FMT ", %d", SLICE_ARG(text), years[i]);
	c->text = n ? arena_printf(c->ev->arena, SLICE_FMT ", …", SLICE_ARG(text)) : SLICE("none");
}

/* Whether the date's sentence tells a year of its own: "Tue May 20 10:27:30 2003". */
static bool year_in_sentence(const func_call *c)
{
	enum { DIGITS = 4 };
	const scan *sc = c->ev->binding->scan;
	const claim *x = c->args[0].claims[0];
	if (!sc)
		return true;
	while (claim_follows(x))
		x--;
	for (size_t i = 0, n = claim_together(x, sc->figure_count); i < n; i++) {
		const figure *f = x[i].figure;
		slice text = document_text(sc->doc, f->start, f->end);
		bool digits = text.len == DIGITS && (text.ptr[0] == '1' || text.ptr[0] == '2') &&
		              slice_find_byte(text, '.') == SIZE_MAX && slice_find_byte(text, ':') == SIZE_MAX;
		if (f->when.year || figure_until(f).year || digits)
			return true;
	}
	return false;
}

/* The weekday that the document's year gives; 0 if a year beside it would give the one told, but that does not: then
 * the document's year may not be the date's. */
static uint8_t weekday_by_document(const func_call *c)
{
	date d = date_of(c, 0);
	const document *doc = c->ev->binding->doc;
	uint8_t told = any_weekday(c->ev->binding);
	if (!doc || !doc->year || !told || d.year || !d.month || !d.day || year_in_sentence(c))
		return 0;
	uint8_t by_year = 0;
	bool near = false;
	for (int32_t off = -1; off <= 1; off++) {
		d.year = doc->year + off;
		uint8_t weekday = date_is_valid(d) ? date_weekday(d) : 0;
		if (off == 0)
			by_year = weekday;
		else if (weekday == told)
			near = true;
	}
	if (near && by_year != told)
		return 0;
	return by_year;
}

void func_weekday_by_document(func_call *c)
{
	uint8_t weekday = weekday_by_document(c);
	if (weekday)
		c->number = set_point(rational_int(weekday));
}

void func_dated_by_document(func_call *c)
{
	c->truth = weekday_by_document(c) ? TRUTH_TRUE : TRUTH_FALSE;
}

static bool point_of(const func_call *c, size_t arg, int64_t *out)
{
	rational point;
	if (!set_single(&c->args[arg].sets[0], &point) || !rational_is_integer(point))
		return false;
	*out = (int64_t)point.num;
	return true;
}

static set weekdays(int64_t days)
{
	return set_point(rational_int((days % 7 + 7) % 7));
}

void func_weekdays_on(func_call *c)
{
	int64_t from, to;
	if (point_of(c, 0, &from) && point_of(c, 1, &to))
		c->number = weekdays(to - from);
}

/* Sets of days that lie from one date to another, each made a set by `make`. */
static set each_distance(date from, date to, set (*make)(int64_t))
{
	int64_t days[2];
	size_t n = date_days_apart(from, to, days);
	set all = set_empty();
	for (size_t i = 0; i < n; i++) {
		set one = make(days[i]);
		all = i ? set_union(&all, &one) : one;
	}
	return all;
}

static set weekdays_back(int64_t days)
{
	return weekdays(-days);
}

/* Of two dates without years the second, if it lies before the first, may be of the next year, or was told last first. */
void func_weekdays_between(func_call *c)
{
	date from = date_of(c, 0), to = date_of(c, 1);
	c->number = each_distance(from, to, weekdays);
	if (to.month < from.month && !from.year && !to.year) {
		set back = each_distance(to, from, weekdays_back);
		c->number = set_union(&c->number, &back);
	}
}

static set size_of_days(int64_t days)
{
	return set_point(rational_int(days < 0 ? -days : days));
}

/* New Year may lie between them either way round. */
void func_days_between(func_call *c)
{
	set on = each_distance(date_of(c, 0), date_of(c, 1), size_of_days);
	set back = each_distance(date_of(c, 1), date_of(c, 0), size_of_days);
	c->number = set_is_empty(&on) || set_is_empty(&back) ? on : set_union(&on, &back);
}

void func_one_year(func_call *c)
{
	const claim *x = c->args[0].claims[0], *y = c->args[1].claims[0];
	date d = date_of(c, 0), e = date_of(c, 1);
	bool days = d.month && d.day && e.month && e.day;
	/* "on Mon Sep 2 she wrote of Thu 29 Aug 2002": told later, and of the same year */
	bool backwards = d.month > e.month || (d.month == e.month && d.day > e.day);
	days = days && !(backwards && (d.year || e.year));
	c->truth = days && x->index < y->index && !(d.year && e.year) ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_weekday_name(func_call *c)
{
	static const char *const names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	date d = date_of(c, 0), both[2];
	if (in_both_orders(c, both))
		c->text =
			arena_printf(c->ev->arena, "%s or a %s", names[date_weekday(both[0]) - 1], names[date_weekday(both[1]) - 1]);
	else if (date_is_full(d) && date_is_valid(d))
		c->text = slice_of(names[date_weekday(d) - 1]);
}
