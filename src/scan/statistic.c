/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics whose name stands before them without a sign of equality: "OR 1.4", "95% CI 1.2–3.4", "a mean of 12.3 (SD 4.5)";
 * and the deviation in brackets after its mean, with the unit that both share: "12.3 (4.5) years". */
#include "scan/read_figure.h"

enum { HEADING_REACH = 24 }; /* atoms before a mean in which "(SD)" may stand */

static bool is_bare(const found *f)
{
	bool number = f->fig.base == BASE_NUMBER || f->fig.base == BASE_RANGE;
	return f->fig.kind == FIGURE_COUNT && number && !figure_unit(&f->fig)->name.len && !f->fig.magnitude;
}

static bool is_open(const atoms *s, uint32_t i)
{
	return atom_is_char(s, i, '(') || atom_is_char(s, i, '[');
}

/* The name of a statistic that ends just before atom `end`; abbreviations in capitals only. */
static const lex_entry *name_before(const atoms *s, uint32_t end)
{
	uint32_t start;
	const lex_entry *e = end > 0 ? phrase_before(s, end, 0, s->sets->statistic_told, &start) : NULL;
	bool capitals = e && entry_flag(e, "capitals");
	return capitals && !(s->at[end - 1].flags & TOKEN_ALL_CAPS) ? NULL : e;
}

static bool told_before(const atoms *s, const found *f)
{
	uint32_t at = f->first;
	while (at > 0 &&
	       (is_open(s, at - 1) || atom_is_char(s, at - 1, ':') || atom_is_char(s, at - 1, ',') ||
	        atom_in(s, at - 1, s->sets->statistic_link)) &&
	       f->first - at < 3)
		at--;
	const lex_entry *e = name_before(s, at);
	return e && (f->q.num.decimal || f->fig.base == BASE_RANGE || entry_flag(e, "capitals"));
}

/* The upper end of an interval whose lower end is a statistic: "CI 1.2, 1.9". */
static bool ends_interval(const atoms *s, const found *last, const found *f)
{
	return last->fig.kind == FIGURE_STATISTIC && last->end + 1 == f->first &&
	       (atom_is_char(s, last->end, ',') || atom_is_char(s, last->end, ';')) && s->at[f->first].depth > 0 &&
	       s->at[f->first].depth == s->at[last->first].depth && f->q.num.decimal && told_before(s, last);
}

static void as_statistic(found *f)
{
	f->fig.kind = FIGURE_STATISTIC;
	f->fig.whole = false;
}

static void share_unit(const atoms *s, found *f, const unit *u)
{
	unit_give(s, u, &f->fig);
	f->fig.whole = false;
}

/* "mean (SD)" stands before. */
static bool headed(const atoms *s, uint32_t at)
{
	uint32_t limit = at > HEADING_REACH ? at - HEADING_REACH : 0;
	for (uint32_t i = at; i > limit + 1; i--) {
		if (atom_is_char(s, i - 1, ')') && name_before(s, i - 1) && atom_is_char(s, i - 3 + (i < 3), '('))
			return true;
		if (atom_in(s, i - 1, s->sets->plus_minus) && name_before(s, i + 1))
			return true;
	}
	return false;
}

/* "12.3 (4.5) years", "12.3 (SD 4.5) years", "54 (46–61) years". */
static void read_deviation(const atoms *s, found *mean, found *by)
{
	uint32_t open = mean->end, k = open + 1;
	unit u;
	if (!is_bare(mean) || !is_open(s, open) || by->first <= open || by->first - open > 4 ||
	    figure_unit(&by->fig)->name.len || !(atom_is_char(s, by->end, ')') || atom_is_char(s, by->end, ']')))
		return;
	bool named = by->fig.kind == FIGURE_STATISTIC;
	if (!named && !(by->first == k && is_bare(by)))
		return;
	numeral none = mean->q.num;
	bool unit_after = !atom_is_char(s, by->end + 1, '(') && unit_read(s, by->end + 1, &none, &u) &&
	                  (u.kind == FIGURE_MEASURE || u.kind == FIGURE_DURATION);
	bool same_places = mean->q.num.decimal && (by->q.num.decimal || by->fig.base == BASE_RANGE);
	if (unit_after && (named || same_places || by->fig.base == BASE_RANGE)) {
		mean->fig.kind = u.kind;
		share_unit(s, mean, &u);
		share_unit(s, by, &u);
		as_statistic(by);
	} else if (same_places && headed(s, mean->first)) {
		as_statistic(by);
	}
}

void statistics_mark(const atoms *s, found_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		found *f = &list->at[i];
		if (is_bare(f) && (told_before(s, f) || (i > 0 && ends_interval(s, f - 1, f))))
			as_statistic(f);
		if (i > 0)
			read_deviation(s, f - 1, f);
	}
}
