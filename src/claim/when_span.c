/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times told by their length and one end: "the year ending March 2014", "the first nine months of 2014". */
#include "claim/reader.h"
#include "scan/atoms.h"

enum {
	MONTHS = 12,
	DAY = 86400 /* seconds */,
	MONTH = 2629746,
	REACH = 6 /* words between a length and its end */,
	LONGEST = 1200 /* months or days */
};

typedef struct length {
	int32_t months, days;
} length;

static bool is_small(rational n)
{
	return rational_is_integer(n) && n.num > 0 && n.num <= LONGEST;
}

/* Of "year" and "quarter" the lexicon's, of "nine months" the figure's own. */
static length length_at(const claim_reader *r, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	rational n;
	if (t->figure < 0) {
		const lex_entry *e = token_in(t, r->sets->when_length) ? lexicon_entry(r->lex, t->word, r->sets->when_length) : NULL;
		bool months = entry_number(e, "months", &n), days = !months && entry_number(e, "days", &n);
		return (length){months ? (int32_t)n.num : 0, days ? (int32_t)n.num : 0};
	}
	const figure *f = &r->scan->figures[t->figure];
	if (f->kind != FIGURE_DURATION || !f->unit || !f->has_value || f->base != BASE_NUMBER)
		return (length){0};
	rational seconds = rational_multiply(figure_value(f), f->unit->to_base, ROUND_DOWN);
	rational months = rational_divide(seconds, rational_int(MONTH), ROUND_DOWN);
	rational days = rational_divide(seconds, rational_int(DAY), ROUND_DOWN);
	if (is_small(months))
		return (length){.months = (int32_t)months.num};
	return (length){.days = is_small(days) ? (int32_t)days.num : 0};
}

period when_ending(const claim_reader *r, const sentence *s, uint32_t at, period end)
{
	length l = {0};
	for (uint32_t i = at; i-- > 0 && at - i <= REACH && !l.months && !l.days;) {
		if (i + 1 < at && tag_phrase(r, s, i + 1, r->sets->when_ending) == at)
			l = length_at(r, s, i);
	}
	if ((!l.months && !l.days) || !date_is_full(end.to) || !date_is_valid(end.to))
		return (period){0};
	if (l.days)
		return (period){date_add_days(end.to, 1 - l.days), end.to};
	period before = when_before((period){end.to, end.to}, l.months, 0);
	return before.to.year ? (period){date_add_days(before.to, 1), end.to} : before;
}

period when_part(const claim_reader *r, const sentence *s, uint32_t at, period year)
{
	bool whole = year.from.year == year.to.year && year.from.month == 1 && year.to.month == MONTHS && year.to.day == 31;
	if (!whole || at < 3 || !token_in(&s->tokens[at - 1], r->sets->of) || s->tokens[at - 2].figure < 0)
		return year;
	length l = length_at(r, s, at - 2);
	const token *which = &s->tokens[at - 3];
	const figure *first = which->figure >= 0 ? &r->scan->figures[which->figure] : NULL;
	if (l.months < 1 || l.months >= MONTHS)
		return year;
	bool last = token_in(which, r->sets->weekday_last);
	if (!last && !(first && first->kind == FIGURE_ORDINAL && rational_compare(figure_value(first), rational_int(1)) == 0))
		return year;
	if (last)
		year.from.month = (uint8_t)(MONTHS + 1 - l.months);
	else
		year.to = when_before((period){year.to, year.to}, MONTHS - l.months, 0).to;
	return year;
}
