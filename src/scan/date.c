/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "scan/moment.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 2199 };

static int64_t entry_whole(const atoms *s, uint32_t i, lex_set which)
{
	rational r;
	const lex_entry *e = atom_in(s, i, which) ? lexicon_entry(s->lex, s->at[i].word, which) : NULL;
	return e && entry_number(e, "value", &r) ? (int64_t)r.num : 0;
}

static bool is_two_digits(const atoms *s, uint32_t i)
{
	numeral n;
	return atom_is(s, i, ATOM_NUMBER) && atom_text(s, i).len <= 2 && numeral_digits(s, i, &n) && n.bare_digits;
}

static bool read_day(const atoms *s, uint32_t i, uint8_t *day, uint32_t *end)
{
	numeral n;
	if (is_two_digits(s, i)) {
		numeral_digits(s, i, &n);
		*end = numeral_ordinal_end(s, i + 1);
	} else if (numeral_words(s, i, &n) && !n.fraction && !n.magnitude && n.base == BASE_NUMBER) {
		*end = n.end;
	} else {
		return false;
	}
	if (!rational_is_integer(n.value) || rational_sign(n.value) <= 0 || rational_compare(n.value, rational_int(31)) > 0)
		return false;
	*day = (uint8_t)n.value.num;
	return true;
}

static bool read_month(const atoms *s, uint32_t i, uint8_t *month, uint32_t *end)
{
	const lex_entry *e = atom_in(s, i, s->sets->month) ? lexicon_entry(s->lex, s->at[i].word, s->sets->month) : NULL;
	if (!e || (entry_flag(e, "capital") && !atom_is_capital(s, i)))
		return false;
	*month = (uint8_t)entry_whole(s, i, s->sets->month);
	*end = i + 1;
	if (entry_flag(e, "short") && atom_is_char(s, *end, '.') && atom_glued(s, *end))
		++*end;
	return *month >= 1 && *month <= 12;
}

bool moment_year(const atoms *s, uint32_t i, int32_t *year, uint32_t *end)
{
	numeral n;
	if (atom_is(s, i, ATOM_NUMBER)) {
		if (atom_text(s, i).len != 4 || !numeral_digits(s, i, &n) || !n.bare_digits)
			return false;
	} else if (!numeral_words(s, i, &n) || n.ordinal || n.fraction || n.base != BASE_NUMBER || n.end < i + 2) {
		return false;
	}
	if (!rational_is_integer(n.value) || rational_compare(n.value, rational_int(FIRST_YEAR)) < 0 ||
	    rational_compare(n.value, rational_int(LAST_YEAR)) > 0)
		return false;
	*year = (int32_t)n.value.num;
	*end = n.end;
	return true;
}

static uint32_t skip_comma(const atoms *s, uint32_t i)
{
	return atom_is_char(s, i, ',') ? i + 1 : i;
}

/* "January last year", "of this year". */
static void add_relative_year(const atoms *s, moment *out)
{
	uint32_t end, i = out->end + (atom_in(s, out->end, s->sets->of) ? 1 : 0);
	relative_date year = moment_relative(s, i, &end);
	if (out->until.month || out->until.day || (year != DATE_THIS_YEAR && year != DATE_LAST_YEAR && year != DATE_NEXT_YEAR))
		return;
	out->relative = year;
	out->end = end;
}

/* The year after a day or month: "2020", ", 2020", "of 2020", "last year". No unit or plural noun may claim the number. */
static void add_year(const atoms *s, moment *out)
{
	uint32_t i = out->end, end;
	int32_t year;
	add_relative_year(s, out);
	if (out->relative)
		return;
	if (atom_in(s, i, s->sets->of))
		i++;
	else
		i = skip_comma(s, i);
	if (!moment_year(s, i, &year, &end) || (i > out->end && atom_is_plural(s, end) && !atom_in(s, i - 1, s->sets->of)))
		return;
	out->when.year = year;
	if (out->until.month || out->until.day)
		out->until.year = year;
	if (phrase_at(s, end, s->sets->year_after, &i))
		end = i;
	out->end = end;
}

/* A second day after a dash, "to" or "and": 15-19 July. */
static bool second_day(const atoms *s, uint32_t i, bool between, uint8_t first, uint8_t *day, uint32_t *end)
{
	bool join =
		atom_in(s, i, s->sets->dash) || atom_in(s, i, s->sets->range_to) || (between && atom_in(s, i, s->sets->range_and));
	bool next = !join && atom_in(s, i, s->sets->range_and); /* "on 7 and 8 March": one day and the next */
	if (!join && !next)
		return false;
	uint32_t k = i + 1;
	if (atom_in(s, k, s->sets->article) || (atom_in(s, k, s->sets->function_word) && is_two_digits(s, k + 1)))
		k++;
	if (!read_day(s, k, day, end))
		return false;
	/* "OSLO, March 3 - Nine boats", "March 3 - 27 boats": behind a date line the text begins */
	bool spaced = atom_in(s, i, s->sets->dash) && !atom_glued(s, i) && !atom_glued(s, i + 1);
	if (spaced && (atom_is(s, k, ATOM_WORD) || atom_is_plural(s, *end)))
		return false;
	return *day > first && (!next || *day == first + 1);
}

static bool between_before(const atoms *s, uint32_t i)
{
	return i > 0 && atom_in(s, i - 1, s->sets->range_between);
}

/* "Ann May": the word before has a capital of its own. */
static bool ends_name(const atoms *s, uint32_t i)
{
	return i > 0 && !s->title && atom_is_capital(s, i - 1) && !(s->at[i - 1].flags & TOKEN_ALL_CAPS) &&
	       atom_is_content(s, i - 1) && !atom_in(s, i - 1, s->sets->month_before) && !atom_in(s, i - 1, s->sets->month) &&
	       !atom_in(s, i - 1, s->sets->weekday);
}

/* "OUTPUT MAY RISE", "May the best man win": where every word has a capital, a month that is a word of its own too needs
 * a word before it, or after it a mark or what no such word is followed by. */
static bool month_doubtful(const atoms *s, uint32_t i, uint32_t end)
{
	const lex_entry *e = lexicon_entry(s->lex, s->at[i].word, s->sets->month);
	bool shouted = s->at[i].flags & TOKEN_ALL_CAPS, first = s->at[i].flags & TOKEN_FIRST;
	if (entry_flag(e, "capital") && !shouted &&
	    (atom_in(s, end, s->sets->month_not_before) || (ends_name(s, i) && !atom_is_content(s, end))))
		return true;
	bool led = i > 0 && atom_in(s, i - 1, s->sets->month_before);
	if (entry_flag(e, "capital") && !shouted && !first && !led && atom_is_capital(s, end) &&
	    atom_in(s, end, s->sets->month_not_after)) /* "The Date May Be Moved" */
		return true;
	if (!entry_flag(e, "capital") || !(shouted || first) || (i > 0 && atom_in(s, i - 1, s->sets->month_before)))
		return false;
	bool closed = i > 0 && (atom_is_char(s, i - 1, '>') || atom_is_char(s, i - 1, ')')); /* "ALDER <ALD> MAY SELL" */
	bool stopped = i > 0 && atom_is_char(s, i - 1, '.');                                 /* "U.S. MAY SELL" */
	bool joined = i > 0 && s->at[i - 1].kind != ATOM_WORD && !first && !closed && !stopped;
	if (joined || !atom_is(s, end, ATOM_WORD) || atom_is_plural(s, end) || atom_in(s, end, s->sets->month))
		return false;
	return shouted || atom_in(s, end, s->sets->month_not_after) || atom_is_capital(s, end);
}

/* "Nov 18 17:20:05 CET 2020", as programs write it: the year stands behind the time. The date ends before both. */
static void add_year_behind_time(const atoms *s, moment *out)
{
	uint32_t i = out->end, end;
	int32_t year;
	if (!atom_is(s, i, ATOM_CLOCK) || atom_text(s, i).len < 7)
		return;
	i++;
	i += atom_is(s, i, ATOM_WORD) && s->at[i].flags & TOKEN_ALL_CAPS && atom_text(s, i).len <= 5;
	if (atom_is(s, i, ATOM_NUMBER) && moment_year(s, i, &year, &end))
		out->when.year = year;
}

/* November 18, 2020; Nov. 18; November 2020; November 15-19; jan/1. */
static bool month_first(const atoms *s, uint32_t i, moment *out)
{
	uint8_t month, day, later;
	uint32_t end, stop;
	if (!read_month(s, i, &month, &end))
		return false;
	*out = (moment){.first = i, .end = end, .kind = FIGURE_DATE, .when = {.month = month}};
	uint32_t k = end;
	if ((atom_is_char(s, k, '/') || atom_in(s, k, s->sets->dash)) && atom_glued(s, k) && atom_glued(s, k + 1))
		k++;
	else if (atom_is_char(s, k, ',') && is_two_digits(s, k + 1) && atom_in(s, k + 2, s->sets->ordinal_ending))
		k++;
	bool day_told = read_day(s, k, &day, &stop) && !atom_in(s, stop, s->sets->percent) && !atom_is_char(s, stop, ':');
	bool words = day_told && atom_is(s, k, ATOM_WORD);
	bool counted = day_told && stop == k + 1 &&
	               (atom_is_plural(s, stop) || atom_in(s, stop, s->sets->scale) || atom_in(s, stop, s->sets->unit));
	if (words && stop == k + 1 && (atom_is_plural(s, stop) || atom_is_content(s, stop)))
		day_told = false;
	if (day_told && !counted) {
		out->when.day = day;
		out->end = stop;
		if (second_day(s, stop, between_before(s, k) || between_before(s, i), day, &later, &stop)) {
			out->until = (date){.month = month, .day = later};
			out->end = stop;
		}
	}
	add_year(s, out);
	if (out->when.day && !out->when.year && !out->until.day && !out->relative)
		add_year_behind_time(s, out);
	return out->end > i + 1 || !month_doubtful(s, i, out->end);
}

/* "10 Nov 11": a year's last two digits, where nothing that they could count goes on. */
static void add_short_year(const atoms *s, moment *out)
{
	enum { CENTURY_AT = 70 };
	numeral n;
	uint32_t i = out->end, k = i + 1;
	if (!atom_is(s, i, ATOM_NUMBER) || atom_text(s, i).len != 2 || !numeral_digits(s, i, &n) || !n.bare_digits ||
	    (k < s->n && !atom_is_char(s, k, '.') && !atom_is_char(s, k, ',') && !atom_is_char(s, k, ';') &&
	     !atom_is_char(s, k, ')')))
		return;
	out->when.year = (int32_t)n.value.num + (n.value.num < CENTURY_AT ? 2000 : 1900);
	if (out->until.month || out->until.day)
		out->until.year = out->when.year;
	out->end = k;
}

/* 18 November 2020; 22nd of June; 15-19 July; 1-jan. */
static bool day_first(const atoms *s, uint32_t i, moment *out)
{
	uint8_t day, later = 0, month;
	uint32_t end, stop;
	if (!(s->marks & ATOM_MAY_MONTH) || !read_day(s, i, &day, &end))
		return false;
	if (second_day(s, end, between_before(s, i), day, &later, &stop))
		end = stop;
	uint32_t k = end;
	if (atom_in(s, k, s->sets->of))
		k++;
	else if (atom_in(s, k, s->sets->dash) && atom_glued(s, k) && atom_glued(s, k + 1))
		k++;
	if (!read_month(s, k, &month, &end))
		return false;
	if (atom_is(s, i, ATOM_WORD) && k == i + 1 && !atom_in(s, i, s->sets->ordinal))
		return false; /* "one May" */
	*out = (moment){.first = i, .end = end, .kind = FIGURE_DATE, .when = {.month = month, .day = day}};
	if (later)
		out->until = (date){.month = month, .day = later};
	if (atom_in(s, out->end, s->sets->dash) && atom_glued(s, out->end)) {
		int32_t year;
		if (moment_year(s, out->end + 1, &year, &stop)) {
			out->when.year = year;
			out->end = stop;
			return true;
		}
	}
	add_year(s, out);
	if (!out->when.year && !out->relative)
		add_short_year(s, out);
	return true;
}

/* 2016 September 28; 2015 May. */
static bool year_first(const atoms *s, uint32_t i, moment *out)
{
	int32_t year;
	uint8_t month, day;
	uint32_t end, stop;
	if (!atom_is(s, i, ATOM_NUMBER) || !moment_year(s, i, &year, &end) || !read_month(s, end, &month, &stop))
		return false;
	*out = (moment){.first = i, .end = stop, .kind = FIGURE_DATE, .when = {.year = year, .month = month}};
	if (read_day(s, stop, &day, &end) && !atom_is_plural(s, end)) {
		uint32_t next;
		int32_t other;
		if (moment_year(s, end, &other, &next)) /* in 2016 May 5 2017: no */
			return false;
		out->when.day = day;
		out->end = end;
		return true;
	}
	return s->at[i].start == 0 || stop >= s->n || !atom_is_content(s, stop);
}

static int32_t part_number(slice text, size_t *at)
{
	int32_t n = 0;
	while (*at < text.len && ascii_is_digit(text.ptr[*at]) && n < 100000)
		n = n * 10 + (text.ptr[(*at)++] - '0');
	return n;
}

/* Digits with marks. Where day and month could be either way round, neither is told. */
static bool digits_date(const atoms *s, uint32_t i, moment *out)
{
	if (!atom_is(s, i, ATOM_DATE))
		return false;
	slice text = atom_text(s, i);
	int32_t part[3];
	size_t at = 0, first_len = 0;
	for (int k = 0; k < 3; k++) {
		part[k] = part_number(text, &at);
		if (k == 0)
			first_len = at;
		at++;
	}
	*out = (moment){.first = i, .end = i + 1, .kind = FIGURE_DATE};
	if (first_len == 4) {
		out->when = (date){.year = part[0], .month = (uint8_t)part[1], .day = (uint8_t)part[2]};
		if (part[1] > 12 || part[2] > 31 || part[1] == 0 || part[2] == 0) {
			out->kind = FIGURE_LABEL;
			out->why = LABEL_IDENTIFIER;
		}
		return true;
	}
	int32_t year = part[2] >= 1000 ? part[2] : part[2] + (part[2] < 70 ? 2000 : 1900);
	bool day_first_fits = part[1] >= 1 && part[1] <= 12 && part[0] >= 1 && part[0] <= 31;
	bool month_first_fits = part[0] >= 1 && part[0] <= 12 && part[1] >= 1 && part[1] <= 31;
	bool dotted = text.ptr[first_len] == '.', chain = text.ptr[first_len] == '-' && part[2] < 1000;
	if ((!day_first_fits && !month_first_fits) || (chain && day_first_fits) || year > LAST_YEAR) {
		out->kind = FIGURE_LABEL;
		out->why = chain ? LABEL_SCORE : LABEL_IDENTIFIER;
		return true;
	}
	out->when.year = year;
	if (day_first_fits && (!month_first_fits || dotted || part[0] == part[1])) {
		out->when.month = (uint8_t)part[1];
		out->when.day = (uint8_t)part[0];
	} else if (!day_first_fits) {
		out->when.month = (uint8_t)part[0];
		out->when.day = (uint8_t)part[1];
	} else if (part[2] >= 1000) {
		out->either[0] = (uint8_t)part[0];
		out->either[1] = (uint8_t)part[1];
	}
	return true;
}

/* "Boxing Day", "Christmas Eve 2011": a day with a name, which may move from year to year. */
static bool holiday_read(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end;
	rational month = rational_int(0), day = rational_int(0);
	const lex_entry *e = phrase_at(s, i, s->sets->holiday, &end);
	if (!e || (entry_flag(e, "alone") && (i == 0 || !atom_in(s, i - 1, s->sets->holiday_before) || atom_is_content(s, end))))
		return false;
	uint32_t next = skip_comma(s, end);
	bool dated = atom_in(s, next, s->sets->month) || (atom_is(s, next, ATOM_NUMBER) && atom_in(s, next + 1, s->sets->month));
	if (dated && atom_in(s, end - 1, s->sets->weekday)) /* "Easter Sunday, April 8": a day of the week beside its date */
		return false;
	bool fixed = entry_number(e, "month", &month) && entry_number(e, "day", &day);
	*out = (moment){
		.first = i, .end = end, .kind = FIGURE_DATE, .when = {.month = (uint8_t)month.num, .day = (uint8_t)day.num}};
	add_year(s, out);
	if (!fixed && !out->when.year)
		out->relative = DATE_TOLD;
	return true;
}

/* "it was moved from 5 May to 9 June", "compare May 2019 to May 2020": two times, no span. */
static bool moves_before(const atoms *s, uint32_t i)
{
	enum { REACH = 8 };
	for (uint32_t k = 1; k <= REACH && k <= i; k++) {
		if (atom_in(s, i - k, s->sets->change) || atom_in(s, i - k, s->sets->date_set_beside))
			return true;
	}
	return false;
}

/* "June to October 2019", "in May 2013 to April 2014": two months or days of which one has a year, or a preposition before. */
static bool spans_by_word(const atoms *s, const moment *first, const moment *later)
{
	if (moves_before(s, first->first))
		return false;
	bool from = first->first > 0 && atom_in(s, first->first - 1, s->sets->range_from);
	return from || later->when.year || later->relative;
}

/* "January 1996-October 2010": one span. */
static void add_later(const atoms *s, moment *out)
{
	moment later;
	uint32_t i = out->end;
	bool dashed = atom_in(s, i, s->sets->dash) && atom_glued(s, i) == atom_glued(s, i + 1);
	bool between = between_before(s, out->first) && atom_in(s, i, s->sets->range_and);
	bool to = atom_in(s, i, s->sets->range_to) && atom_is(s, i, ATOM_WORD);
	bool from = to && out->first > 0 && atom_in(s, out->first - 1, s->sets->range_from);
	if (!(dashed || between || to) || out->kind != FIGURE_DATE || out->until.month || out->until.year || !out->when.month ||
	    i + 1 >= s->n)
		return;
	if (!(month_first(s, i + 1, &later) || day_first(s, i + 1, &later)) || later.until.month ||
	    (later.relative && out->when.year))
		return;
	if (to && !(from && out->when.year) && !spans_by_word(s, out, &later))
		return;
	out->until = later.when;
	out->end = later.end;
	out->relative = later.relative; /* "from 5 May to 9 June this year" */
	if (!out->when.year && later.when.year)
		out->when.year = later.when.year - (later.when.month < out->when.month); /* "November to February 2019" */
}

static bool date_read(const atoms *s, uint32_t i, moment *out)
{
	if (!month_first(s, i, out) && !day_first(s, i, out))
		return false;
	add_later(s, out);
	return true;
}

/* What may follow digits that begin a date or a time: a month, a joining mark or word, letters glued to them. */
static bool goes_on(const atoms *s, uint32_t i)
{
	if (i >= s->n)
		return false;
	const scan_sets *sets = s->sets;
	uint32_t end;
	if (s->at[i].kind == ATOM_PUNCT)
		return atom_in(s, i, sets->dash) || atom_is_char(s, i, '/') || (atom_is_char(s, i, ':') && !atom_glued(s, i + 1)) ||
		       atom_is_char(s, i, '\'') || !atom_is(s, i + 1, ATOM_NUMBER);
	return atom_glued(s, i) || phrase_at(s, i, sets->year_after, &end) || atom_in(s, i, sets->month) ||
	       atom_in(s, i, sets->of) || atom_in(s, i, sets->range_to) || atom_in(s, i, sets->range_and) ||
	       atom_in(s, i, sets->time_past) || atom_in(s, i, sets->unit) || phrase_at(s, i, sets->meridiem, &end) ||
	       phrase_at(s, i, sets->oclock, &end) || phrase_at(s, i, sets->era, &end);
}

bool moment_read(const atoms *s, uint32_t i, moment *out)
{
	switch (s->at[i].kind) {
	case ATOM_DATE:
		return digits_date(s, i, out);
	case ATOM_CLOCK:
		return time_read(s, i, out);
	case ATOM_NUMBER:
		if (!goes_on(s, i + 1))
			return short_year_read(s, i, out);
		return date_read(s, i, out) || year_first(s, i, out) || period_read(s, i, out) || time_read(s, i, out);
	case ATOM_WORD:
		return moment_weekday(s, i, out) || moment_told(s, i, out) || holiday_read(s, i, out) || date_read(s, i, out) ||
		       period_read(s, i, out) || time_read(s, i, out);
	default:
		return period_read(s, i, out);
	}
}
