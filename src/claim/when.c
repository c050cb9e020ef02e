/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time a claim speaks of: dates of its clause, read against the document's own date. */
#include "claim/reader.h"

enum { DATES = 24, OPENING = 5 /* tokens in which a date opens a sentence */, SPEECH = 6, SOON = 100 /* days */ };

typedef struct told_date {
	uint32_t token;
	period when;
	bool opening; /* at the sentence's beginning: it holds for all clauses */
} told_date;

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
	if (f->relative == DATE_LAST_MONTH) {
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
	case DATE_NEXT_WEEK: {
		int64_t back = weekday - 1 + (f->relative == DATE_LAST_WEEK ? 7 : f->relative == DATE_NEXT_WEEK ? -7 : 0);
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
	date until = {.year = p->from.year, .month = f->until.month, .day = f->until.day};
	period last;
	if (f->when.month && f->until.month && date_span(until, &last) && date_compare(last.to, p->to) > 0)
		p->to = last.to;
	return true;
}

static period resolve(const claim_reader *r, const figure *f)
{
	period p = {0}, last = {0};
	bool known;
	if (f->relative)
		known = resolve_relative(f, r->dated, &p) && end_in_same_year(f, &p);
	else if (f->when.year)
		known = date_span(f->when, &p);
	else
		known = f->when.month && resolve_yearless(f->when, f->until, r->dated, &p);
	if (!known)
		return (period){0};
	if (f->until.year && date_span(f->until, &last) && date_compare(last.to, p.to) > 0)
		p.to = last.to;
	return p;
}

static bool before_in(const sentence *s, uint32_t i, lex_set which)
{
	return i > 0 && token_in(&s->tokens[i - 1], which);
}

/* "said on Wednesday": the day of the saying, not of what is said. */
static bool is_of_speech(const claim_reader *r, const sentence *s, uint32_t at)
{
	for (uint32_t i = at; i-- > 0 && at - i <= SPEECH && s->tokens[i].clause == s->tokens[at].clause;) {
		if (verb_in(&s->tokens[i], r->sets->speech_verb))
			return true;
		if (r->tags[i] & (TAG_VERB | TAG_PAST) || s->tokens[i].figure >= 0)
			return false;
	}
	if (at > OPENING)
		return false;
	/* "On Wednesday Novikov said" */
	for (uint32_t i = at + 1; i < s->token_count && i <= at + SPEECH; i++) {
		if (s->tokens[i].clause != s->tokens[at].clause || s->tokens[i].figure >= 0)
			return false;
		if (verb_in(&s->tokens[i], r->sets->speech_strong))
			return true;
		if (r->tags[i] & (TAG_VERB | TAG_PAST | TAG_FINITE))
			return false;
	}
	return false;
}

/* Whether the date at a token says when, rather than which: "in 2019", but not "the 2019 budget", "by 2019". */
static bool says_when(const claim_reader *r, const sentence *s, uint32_t i, const figure *f)
{
	bool year = f->kind == FIGURE_YEAR || f->relative == DATE_LAST_YEAR;
	bool on = before_in(s, i, r->sets->pay_for) && !before_in(s, i, r->sets->for_price);
	if (year && on && i > 1 && token_in(&s->tokens[i - 2], r->sets->up_down)) /* "3% up on 2001" */
		return false;
	if (f->relative)
		return !before_in(s, i, r->sets->when_since);
	if (before_in(s, i, r->sets->when_in))
		return true;
	bool spans = f->until.month || f->until.year;
	if (spans && before_in(s, i, r->sets->definite)) /* "in the third quarter", "in the 1990s" */
		return before_in(s, i - 1, r->sets->when_in);
	if (f->kind == FIGURE_YEAR)
		return i == 0;
	return i == 0 || !(r->tags[i - 1] & (TAG_PREPOSITION | TAG_DETERMINER)) || s->tokens[i - 1].kind == TOKEN_PUNCT;
}

/* "the third quarter of last year": the part's months in the year of the date that follows; *i is moved past it. */
static period part_of_year(const claim_reader *r, const sentence *s, uint32_t *i, const figure *part)
{
	uint32_t next = *i + 2;
	bool open = !part->when.year && part->until.month;
	if (!open || next >= s->token_count || !token_in(&s->tokens[*i + 1], r->sets->of) || s->tokens[next].figure < 0)
		return resolve(r, part);
	period year = resolve(r, &r->scan->figures[s->tokens[next].figure]);
	if (!year.from.year || year.from.year != year.to.year)
		return resolve(r, part);
	*i = next;
	figure dated = *part;
	dated.when.year = dated.until.year = year.from.year;
	return resolve(r, &dated);
}

static bool is_moment(const figure *f)
{
	return f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
}

/* "will open in July", told in March: a month without a year lies ahead. */
static bool lies_ahead(const claim_reader *r, const sentence *s, uint32_t at, const figure *f, const period *p)
{
	if (f->relative || f->when.year || !f->when.month || !date_is_full(r->dated) || p->from.year >= r->dated.year)
		return false;
	for (uint32_t i = at; i-- > 0 && at - i <= CLAIM_REACH && s->tokens[i].clause == s->tokens[at].clause;) {
		if (token_in(&s->tokens[i], r->sets->forecast))
			return true;
		if (r->tags[i] & TAG_VERB && r->tags[i] & TAG_PAST && !(i > 0 && r->tags[i - 1] & TAG_AUXILIARY))
			return false;
	}
	return false;
}

static bool read_date(const claim_reader *r, const sentence *s, uint32_t *i, told_date *out)
{
	uint32_t at = *i;
	const figure *f = &r->scan->figures[s->tokens[at].figure];
	bool moment = is_moment(f) && at >= dateline_end(r, s);
	if (!moment || !says_when(r, s, at, f) || is_of_speech(r, s, at))
		return false;
	period p = part_of_year(r, s, i, f);
	if (!p.from.year)
		return false;
	if (lies_ahead(r, s, at, f, &p)) {
		p.from.year++;
		p.to.year++;
	}
	*out = (told_date){.token = at, .when = p, .opening = at < OPENING};
	return true;
}

static bool is_quantity(const claim_reader *r, const token *t)
{
	if (t->figure < 0)
		return false;
	figure_kind k = r->scan->figures[t->figure].kind;
	return k != FIGURE_DATE && k != FIGURE_YEAR && k != FIGURE_TIME && k != FIGURE_LABEL && k != FIGURE_DURATION;
}

/* Whether a quantity, or a word of the set, stands between two tokens. */
static bool between(const claim_reader *r, const sentence *s, uint32_t from, uint32_t to, lex_set which)
{
	for (uint32_t i = from + 1; i < to; i++) {
		if (is_quantity(r, &s->tokens[i]) || token_in(&s->tokens[i], which))
			return true;
	}
	return false;
}

/* "up from 35 in 2018": the date belongs to what is compared. */
static bool of_comparison(const claim_reader *r, const sentence *s, uint32_t at)
{
	for (uint32_t i = at; i-- > 0 && at - i <= CLAIM_REACH;) {
		if (!is_quantity(r, &s->tokens[i]))
			continue;
		while (i > 0 && r->tags[i - 1] & TAG_DETERMINER)
			i--;
		return i > 0 && token_in(&s->tokens[i - 1], r->sets->when_comparison);
	}
	return false;
}

/* The nearest date of the clause after the figure, then before it, each without another quantity between; then the one
 * that opens the sentence; then a trailing one, which holds for all quantities of its clause. */
static const told_date *choose(const claim_reader *r, const sentence *s, const claim *c, const told_date *dates, size_t n)
{
	const told_date *after = NULL, *before = NULL, *opening = NULL, *trailing = NULL;
	for (size_t i = 0; i < n; i++) {
		const told_date *d = &dates[i];
		bool same = s->tokens[d->token].clause == c->clause;
		if (d->opening && !opening)
			opening = d;
		if (!same || (d->token > c->token ? d->token - c->token : c->token - d->token) > CLAIM_REACH)
			continue;
		if (d->token > c->token && !after && !between(r, s, c->token, d->token, 0))
			after = d;
		else if (d->token < c->token && !between(r, s, d->token, c->token, d->opening ? 0 : r->sets->joiner))
			before = d;
		if (d->token > c->token && !of_comparison(r, s, d->token))
			trailing = d;
	}
	if (after)
		return after;
	if (before)
		return before;
	return opening ? opening : trailing;
}

/* A date is told of no other: its own time, if it says when. */
static const told_date *own(const claim *c, const told_date *dates, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (dates[i].token == c->token)
			return &dates[i];
	}
	return NULL;
}

/* "40 fell ill and 12 died on Monday": a conjunct's last date holds for the one before, if that tells none. */
static void share_back(const claim_reader *r, const sentence *s)
{
	for (uint32_t i = s->figure_count; i-- > 1;) {
		const claim *from = &r->claims[s->first_figure + i];
		claim *c = &r->claims[s->first_figure + i - 1];
		bool quantities = is_quantity(r, &s->tokens[from->token]) && is_quantity(r, &s->tokens[c->token]);
		if (quantities && from->when_told && !c->when_told && clause_joins(r, s, c->token, from->token)) {
			c->when = from->when;
			c->when_told = true;
		}
	}
}

void when_read(claim_reader *r, const sentence *s)
{
	told_date dates[DATES];
	size_t n = 0;
	for (uint32_t i = 0; i < s->token_count && n < DATES; i++) {
		if (s->tokens[i].figure >= 0)
			n += read_date(r, s, &i, &dates[n]);
	}
	for (uint32_t i = 0; n > 0 && i < s->figure_count; i++) {
		claim *c = &r->claims[s->first_figure + i];
		const told_date *d = c->figure->kind == FIGURE_LABEL ? NULL
		                     : is_moment(c->figure)          ? own(c, dates, n)
		                                                     : choose(r, s, c, dates, n);
		if (d) {
			c->when = d->when;
			c->when_told = true;
		}
	}
	if (n > 0)
		share_back(r, s);
}

/* What a sentence does not tell is taken from those before it in its paragraph, else from the headline. */
void when_inherit(claim_reader *r)
{
	period paragraph = {0};
	uint32_t current = UINT32_MAX;
	for (size_t i = r->done; i < r->scan->figure_count; i++) {
		claim *c = &r->claims[i];
		if (c->block != current) {
			current = c->block;
			paragraph = (period){0};
		}
		if (c->when_told && is_moment(c->figure)) /* of its own sentence alone */
			continue;
		if (c->when_told) {
			if (r->scan->sentences[c->sentence].tokens[c->token].depth == 0)
				paragraph = c->when;
			if (c->role == ROLE_HEADLINE && !r->headline.from.year)
				r->headline = c->when;
		} else if (c->figure->kind != FIGURE_LABEL && !is_moment(c->figure)) {
			c->when = paragraph.from.year ? paragraph : r->headline;
		}
	}
}
