/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/day_rows.h"

enum {
	BETWEEN = 3, /* bytes between a day and its weekday in one text: " ", ", " */
	HELD = 3,    /* days that must have their weekdays in one year before another is held to it, */
	PARTS = 4,   /* and at most one in so many may miss */
	FROM = 1990, /* years that a table without one may be of */
	TO = 2049,
	YEARS = TO - FROM + 1,
	DAYS = 400 /* of one table or list that are looked at */
};

typedef struct told_day {
	const claim *day, *weekday; /* the same where one figure tells both */
	bool alone;                 /* they stand in two cells, where no other rule joins them */
} told_day;

typedef VEC(told_day) day_list;

static bool is_day(const claim *c)
{
	return figure_is_day(c->figure) && !figure_until(c->figure).month;
}

/* Whether one block holds both, side by side, or two cells of a row do. */
static bool belong_together(const document *d, const claim *x, const claim *y, bool *alone)
{
	const block *b = &d->blocks[x->block], *c = &d->blocks[y->block];
	*alone = x->block != y->block;
	if (!*alone)
		return y->figure->start - x->figure->end <= BETWEEN;
	bool cells = b->kind == BLOCK_CELL && c->kind == BLOCK_CELL && b->group == c->group && b->row == c->row;
	return cells && c->col == b->col + 1 && x->figure->start == b->start && x->figure->end == b->end &&
	       y->figure->start == c->start && y->figure->end == c->end;
}

/* The group of a claim's block, or of the item that holds it; 0: none. */
static uint32_t group_of(const document *d, const claim *c)
{
	int32_t at = (int32_t)c->block;
	while (at >= 0 && !d->blocks[at].group)
		at = d->blocks[at].parent;
	return at < 0 ? 0 : d->blocks[at].group;
}

static uint8_t weekday_told(const told_day *t)
{
	return t->weekday->figure->when.weekday;
}

/* The weekday in a year; of a month before the first day's, as plans over a winter have it, in the next. 0: the day does not exist. */
static uint8_t weekday_in(const told_day *t, const told_day *first, int32_t year)
{
	date d = t->day->figure->when;
	if (!d.year)
		d.year = year + (d.month < first->day->figure->when.month ? 1 : 0);
	return date_is_valid(d) ? date_weekday(d) : 0;
}

static size_t held_in(const day_list *days, int32_t year)
{
	size_t n = 0;
	for (size_t i = 0; i < days->n; i++)
		n += weekday_in(&days->at[i], &days->at[0], year) == weekday_told(&days->at[i]);
	return n;
}

/* The weekday that the years in which the most days hold give this one: the one told if any does; 0 if they differ. `held`: how
 * many do in each year. */
static uint8_t weekday_there(const day_list *days, const told_day *t, const size_t held[YEARS], size_t most)
{
	uint8_t on = 0;
	bool differ = false;
	for (int32_t i = 0; i < YEARS; i++) {
		if (held[i] < most)
			continue;
		uint8_t there = weekday_in(t, &days->at[0], FROM + i);
		if (there == weekday_told(t))
			return there;
		differ |= !there || (on && on != there);
		on = there;
	}
	return differ ? 0 : on;
}

/* Whether a rule that looks at the day alone tells of it: its year is told beside it, or fits the document's. */
static bool is_told_elsewhere(const reading_of *doc, const told_day *t)
{
	date d = t->day->figure->when;
	if (t->alone)
		return false;
	for (int32_t off = -1; doc->doc->year && !d.year && off <= 1; off++) {
		date in = d;
		in.year = doc->doc->year + off;
		if (off && date_is_valid(in) && date_weekday(in) == weekday_told(t))
			return false;
	}
	return d.year || doc->doc->year;
}

static void add_day(arena *a, const rule_set *rules, const reading_of *doc, const told_day *t, uint8_t on, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_DAY_ROWS];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		const int32_t day = (int32_t)t->day->index, weekday = (int32_t)t->weekday->index;
		set *there = ARENA_NEW(a, set);
		*there = set_point(rational_int(on));
		bind_variable(a, &b, doc, SLICE("d"), &day, 1);
		if (weekday != day)
			bind_variable(a, &b, doc, SLICE("w"), &weekday, 1);
		binding_add(a, &b, (binding_var){.name = SLICE("on"), .values = there});
		bind_reason(a, &b, SLICE("days beside it have their weekdays in one year"));
		VEC_PUSH(a, *out, b);
	}
}

static void try_days(arena *a, const rule_set *rules, const reading_of *doc, const day_list *days, binding_list *out)
{
	size_t most = 0, held[YEARS];
	for (int32_t i = 0; i < YEARS && days->n > HELD; i++) {
		held[i] = held_in(days, FROM + i);
		most = held[i] > most ? held[i] : most;
	}
	if (most < HELD || (days->n - most) * PARTS > days->n)
		return;
	for (size_t i = 0; i < days->n; i++) {
		uint8_t on = is_told_elsewhere(doc, &days->at[i]) ? 0 : weekday_there(days, &days->at[i], held, most);
		if (on)
			add_day(a, rules, doc, &days->at[i], on, out);
	}
}

void bind_day_rows(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	const document *d = doc->doc;
	day_list days = {0};
	uint32_t group = 0;
	if (!rules->by_binder[BIND_DAY_ROWS].n || !d->group_count)
		return;
	for (size_t i = 0; i < doc->claims.n; i++) {
		const claim *c = &doc->claims.at[i];
		if (c->figure->kind != FIGURE_DATE)
			continue;
		const claim *next = i + 1 < doc->claims.n ? c + 1 : c;
		told_day t = {.day = c, .weekday = c};
		bool both = is_day(c) && c->figure->when.weekday;
		if (!both && ((figure_is_weekday(c->figure) && is_day(next)) || (is_day(c) && figure_is_weekday(next->figure))) &&
		    belong_together(d, c, next, &t.alone)) {
			t.day = is_day(c) ? c : next;
			t.weekday = is_day(c) ? next : c;
			i++;
		} else if (!both)
			continue;
		uint32_t own = group_of(d, c);
		if (own != group) {
			try_days(a, rules, doc, &days, out);
			days.n = 0;
			group = own;
		}
		if (own && days.n < DAYS)
			VEC_PUSH(a, days, t);
	}
	try_days(a, rules, doc, &days, out);
}
