/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of dates. */
#include "rule/func_table.h"

enum { YEAR_SECONDS = 31556952 }; /* the mean year, as the lexicon has it */

static date date_of(const func_call *c, size_t arg)
{
	return c->args[arg].claims[0]->figure->when;
}

static set all_weekdays(void)
{
	return set_integers(set_closed(rational_int(1), rational_int(7)));
}

void func_weekday_of(func_call *c)
{
	date d = date_of(c, 0);
	if (!date_is_valid(d) || !d.month || !d.day)
		return;
	c->number = d.year ? set_point(rational_int(date_weekday(d))) : all_weekdays();
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

void func_year_of(func_call *c)
{
	if (date_of(c, 0).year)
		c->number = set_point(rational_int(date_of(c, 0).year));
}

/* Of a range that is told by years alone; a day or month would make its length a fraction. */
void func_years_spanned(func_call *c)
{
	date from = date_of(c, 0), to = c->args[0].claims[0]->figure->until;
	if (from.year && to.year && !from.month && !to.month)
		c->number = set_point(rational_int(to.year - from.year));
}

void func_years(func_call *c)
{
	const rational year = rational_int(YEAR_SECONDS);
	if (!c->args[0].claim_count)
		return;
	const figure *f = c->args[0].claims[0]->figure;
	if (f->kind != FIGURE_DURATION || rational_compare(f->to_base, year) < 0)
		return;
	set each = set_point(rational_divide(f->to_base, year, ROUND_DOWN));
	c->number = set_multiply(&c->args[0].sets[0], &each);
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
			if (b->vars[i].claims[k]->figure->when.weekday)
				return b->vars[i].claims[k]->figure->when.weekday;
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

void func_weekday_name(func_call *c)
{
	static const char *const names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	date d = date_of(c, 0);
	if (date_is_full(d) && date_is_valid(d))
		c->text = slice_of(names[date_weekday(d) - 1]);
}
