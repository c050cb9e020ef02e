/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time a claim speaks of: dates of its clause, read against the document's own date. */
#include "claim/reader.h"
#include "scan/atoms.h"

enum {
	DATES = 24,
	OPENING = 5 /* tokens in which a date opens a sentence */,
	SPEECH = 6,
	ASIDE = 10 /* tokens between two commas */
};

typedef struct told_date {
	uint32_t token;
	period when;
	bool opening; /* at the sentence's beginning: it holds for all clauses */
} told_date;

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
	bool year = f->kind == FIGURE_YEAR || f->relative == DATE_LAST_YEAR || f->relative == DATE_PREVIOUS_YEAR;
	bool on = before_in(s, i, r->sets->pay_for) && !before_in(s, i, r->sets->for_price);
	if (year && on && i > 1 && token_in(&s->tokens[i - 2], r->sets->up_down)) /* "3% up on 2001" */
		return false;
	if (f->relative)
		return !before_in(s, i, r->sets->when_since);
	bool month = f->kind == FIGURE_DATE && f->when.month && !f->when.day && f->when.year; /* "at March 2014" */
	if (before_in(s, i, r->sets->when_in) || (month && before_in(s, i, r->sets->place_at)))
		return true;
	bool spans = figure_until(f).month || figure_until(f).year;
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
	bool open = !part->when.year && figure_until(part).month;
	if (!open || next >= s->token_count || !token_in(&s->tokens[*i + 1], r->sets->of) || s->tokens[next].figure < 0)
		return when_resolve(r, part);
	period year = when_resolve(r, &r->scan->figures[s->tokens[next].figure]);
	if (!year.from.year || year.from.year != year.to.year)
		return when_resolve(r, part);
	*i = next;
	figure dated = *part;
	figure_more more = {.until = figure_until(part)};
	dated.more = &more;
	dated.when.year = more.until.year = year.from.year;
	return when_resolve(r, &dated);
}

static bool is_moment(const figure *f)
{
	return f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
}

/* What the clause tells up to a date has yet to happen. */
static bool is_to_come(const claim_reader *r, const sentence *s, uint32_t at)
{
	for (uint32_t i = at; i-- > 0 && at - i <= CLAIM_REACH && s->tokens[i].clause == s->tokens[at].clause;) {
		if (token_in(&s->tokens[i], r->sets->forecast))
			return true;
		if (r->tags[i] & TAG_VERB && r->tags[i] & TAG_PAST && !(i > 0 && r->tags[i - 1] & TAG_AUXILIARY))
			return false;
	}
	return false;
}

/* "will open in July", told in March: a month without a year lies ahead. */
static bool lies_ahead(const claim_reader *r, const sentence *s, uint32_t at, const figure *f, const period *p)
{
	if (f->relative || f->when.year || !f->when.month || !date_is_full(r->dated) || p->from.year >= r->dated.year)
		return false;
	return is_to_come(r, s, at);
}

/* The latest such day is meant, but for "next Tuesday" and "will open on Friday", and "last Tuesday" told on one. */
static period weekday_meant(const claim_reader *r, const sentence *s, uint32_t at, period p)
{
	enum { WEEK = 7 };
	bool today = date_compare(p.from, r->dated) == 0;
	int days = 0;
	if (before_in(s, at, r->sets->weekday_next) || (!today && is_to_come(r, s, at)))
		days = -WEEK;
	else if (today && before_in(s, at, r->sets->weekday_last))
		days = WEEK;
	return days ? when_before(p, 0, days) : p;
}

static bool read_date(const claim_reader *r, const sentence *s, uint32_t *i, const told_date *last, told_date *out)
{
	uint32_t at = *i;
	const figure *f = &r->scan->figures[s->tokens[at].figure];
	bool moment = is_moment(f) && at >= dateline_end(r, s);
	if (!moment)
		return false;
	period p = when_ending(r, s, at, when_resolve(r, f));
	if (p.from.year) {
		*out = (told_date){.token = at, .when = p, .opening = at < OPENING};
		return true;
	}
	if (!says_when(r, s, at, f) || is_of_speech(r, s, at))
		return false;
	p = last ? when_previous(f, last->when) : p;
	if (!p.from.year)
		p = when_part(r, s, at, part_of_year(r, s, i, f));
	if (!p.from.year)
		return false;
	if (lies_ahead(r, s, at, f, &p)) {
		p.from.year++;
		p.to.year++;
	}
	if (f->relative == DATE_WEEKDAY)
		p = weekday_meant(r, s, at, p);
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

/* The figure at token i is what another is compared with: "up from 35", "against a loss of $3m". */
static bool is_compared(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint32_t first = i;
	while (i > 0 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	if (i > 1 && token_in(&s->tokens[i - 1], r->sets->of)) {
		i--;
		while (i > 0 && first - i < CLAIM_REACH && s->tokens[i - 1].kind == TOKEN_WORD && !(r->tags[i - 1] & TAG_STOP))
			i--;
		while (i > 0 && r->tags[i - 1] & TAG_DETERMINER)
			i--;
	}
	return i > 0 && token_in(&s->tokens[i - 1], r->sets->when_comparison);
}

/* A length of time too, if another is compared with it: "30 years, compared with 29 in 2012". */
static bool is_told(const claim_reader *r, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	if (t->figure < 0 || r->scan->figures[t->figure].kind != FIGURE_DURATION)
		return is_quantity(r, t);
	return is_compared(r, s, i);
}

/* Whether a quantity, or a word of the set, stands between two tokens. */
static bool between(const claim_reader *r, const sentence *s, uint32_t from, uint32_t to, lex_set which)
{
	for (uint32_t i = from + 1; i < to; i++) {
		if (is_told(r, s, i) || token_in(&s->tokens[i], which))
			return true;
	}
	return false;
}

/* "up from 35 in 2018": the date belongs to what is compared. */
static bool of_comparison(const claim_reader *r, const sentence *s, uint32_t at)
{
	for (uint32_t i = at; i-- > 0 && at - i <= CLAIM_REACH && s->tokens[i].clause == s->tokens[at].clause;) {
		if (is_told(r, s, i))
			return is_compared(r, s, i);
	}
	return false;
}

/* "the firm, founded in 1950, has 300 workers": the date stands aside, in a participle's phrase between two commas. */
static bool stands_aside(const claim_reader *r, const sentence *s, uint32_t told, uint32_t at)
{
	uint32_t open = told, close = told;
	while (open > 0 && told - open <= ASIDE && !token_in(&s->tokens[open], r->sets->comma))
		open--;
	while (close < at && close - told <= ASIDE && !token_in(&s->tokens[close], r->sets->comma))
		close++;
	return open > 0 && token_in(&s->tokens[open], r->sets->comma) && close < at &&
	       token_in(&s->tokens[close], r->sets->comma) && r->tags[open + 1] & (TAG_PAST | TAG_GERUND);
}

/* "3.3% last winter", "3.3% next year" in a text without a date: the time is told, and not known. */
static bool is_told_unknown(const claim_reader *r, const sentence *s, uint32_t at)
{
	enum { NEAR = 4 };
	for (uint32_t i = at + 1; i < s->token_count && i - at <= NEAR && s->tokens[i].clause == s->tokens[at].clause; i++) {
		if (is_quantity(r, &s->tokens[i]) || s->tokens[i].kind == TOKEN_PUNCT)
			return false;
		if (s->tokens[i].figure >= 0) {
			relative_date when = r->scan->figures[s->tokens[i].figure].relative;
			return when == DATE_TOLD || (when && !r->dated.year);
		}
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
		else if (d->token < c->token && !stands_aside(r, s, d->token, c->token) && !of_comparison(r, s, d->token) &&
		         !between(r, s, d->token, c->token, d->opening ? 0 : r->sets->joiner))
			before = d;
		if (d->token > c->token && !of_comparison(r, s, d->token))
			trailing = d;
	}
	if (after)
		return after;
	if (is_told_unknown(r, s, c->token))
		return NULL;
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
			setting_of(r, c)->when = setting_of(r, from)->when;
			c->when_told = true;
		}
	}
}

static const lex_entry *apart_at(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint32_t end;
	const token *t = &s->tokens[i];
	bool may = token_in(t, r->sets->article) || token_in(t, r->sets->noun_time);
	return may ? tag_phrase_entry(r, s, i, r->sets->when_apart, &end) : NULL;
}

/* "a fall of 3% a year earlier, making 5%": what stands at token i is told of the amount before it. */
static bool of_amount_before(const claim_reader *r, const sentence *s, uint32_t i)
{
	for (uint32_t k = i; k-- > 0 && i - k <= CLAIM_REACH && s->tokens[k].clause == s->tokens[i].clause;) {
		if (is_quantity(r, &s->tokens[k]))
			return true;
	}
	return false;
}

/* "1.9% a year earlier", "a year ago, debt was": how far before what is told of else, if the claim's clause says so. */
static void read_apart(claim_reader *r, const sentence *s, claim *c)
{
	struct figure_note *note = note_of(r, c);
	const lex_entry *e = apart_at(r, s, 0);
	for (uint32_t i = c->token + 1; !e && i < s->token_count && i - c->token <= CLAIM_REACH; i++) {
		if (s->tokens[i].clause != s->tokens[c->token].clause || is_quantity(r, &s->tokens[i]))
			break;
		e = apart_at(r, s, i);
	}
	for (uint32_t i = c->token; !e && i-- > 0 && c->token - i <= CLAIM_REACH;) {
		if (s->tokens[i].clause != s->tokens[c->token].clause || is_quantity(r, &s->tokens[i]))
			break;
		e = apart_at(r, s, i);
		if (e && of_amount_before(r, s, i))
			return;
	}
	rational months, days;
	note->months_before = entry_number(e, "months", &months) ? (int32_t)months.num : 0;
	note->days_before = entry_number(e, "days", &days) ? (int32_t)days.num : 0;
}

static period moved_back(const claim_reader *r, const claim *c, period p)
{
	const struct figure_note *note = note_of(r, c);
	return note->months_before || note->days_before ? when_before(p, note->months_before, note->days_before) : p;
}

void when_read(claim_reader *r, const sentence *s)
{
	told_date dates[DATES];
	size_t n = 0;
	for (uint32_t i = 0; i < s->token_count && n < DATES; i++) {
		if (s->tokens[i].figure >= 0)
			n += read_date(r, s, &i, n ? &dates[n - 1] : NULL, &dates[n]);
	}
	for (uint32_t i = 0; i < s->figure_count; i++) {
		claim *c = &r->claims[s->first_figure + i];
		if (is_quantity(r, &s->tokens[c->token]))
			read_apart(r, s, c);
		if (n == 0)
			continue;
		const told_date *d = c->figure->kind == FIGURE_LABEL ? NULL
		                     : is_moment(c->figure)          ? own(c, dates, n)
		                                                     : choose(r, s, c, dates, n);
		c->when_told = !d && is_quantity(r, &s->tokens[c->token]) && is_told_unknown(r, s, c->token);
		if (d) {
			setting_of(r, c)->when = moved_back(r, c, d->when);
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
			const sentence *s = scan_sentence(r->scan, c->sentence);
			bool apart = note_of(r, c)->months_before || note_of(r, c)->days_before || is_compared(r, s, c->token);
			if (s->tokens[c->token].depth == 0 && !apart)
				paragraph = setting_of(r, c)->when;
			if (c->role == ROLE_HEADLINE && !r->headline.from.year)
				r->headline = setting_of(r, c)->when;
		} else if (c->figure->kind != FIGURE_LABEL && !is_moment(c->figure)) {
			setting_of(r, c)->when = moved_back(r, c, paragraph.from.year ? paragraph : r->headline);
		}
	}
}
