/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods: quarters, halves, decades, ranges of years, fiscal years. */
#include "scan/moment.h"
#include "scan/unit.h"

static const lex_entry *word_entry(const atoms *s, uint32_t i, lex_set which)
{
	return atom_in(s, i, which) ? lexicon_entry(s->lex, s->at[i].word, which) : NULL;
}

static int64_t number_of(const lex_entry *e, const char *key)
{
	rational r;
	return entry_number(e, key, &r) ? (int64_t)r.num : 0;
}

/* Past words that only say that a year stands before them. */
static uint32_t skip_year_word(const atoms *s, uint32_t i)
{
	uint32_t end;
	return phrase_at(s, i, s->sets->year_after, &end) ? end : i;
}

/* A year that no plural behind it can make a count: "in the second quarter of 2016 sales rose". */
static bool year_is_near(const atoms *s, uint32_t i)
{
	int32_t year;
	uint32_t end;
	return moment_year(s, i, &year, &end) && year >= 1950 && year < 2050;
}

/* The year a part belongs to: "of 2016", "in 2016", "2016", ", 2016", "of fiscal 2016". */
static void add_year(const atoms *s, moment *out)
{
	uint32_t i = out->end, end;
	int32_t year;
	if (atom_in(s, i, s->sets->of) || atom_in(s, i, s->sets->in) || atom_is_char(s, i, ','))
		i++;
	bool fiscal = phrase_at(s, i, s->sets->fiscal, &end) != NULL;
	if (fiscal)
		i = end;
	bool of = i > out->end && !atom_is_char(s, i - (fiscal ? 0 : 1), ',') && year_is_near(s, i);
	if (!moment_year(s, i, &year, &end) || (!of && atom_is_plural(s, end) && skip_year_word(s, end) == end))
		return;
	out->end = skip_year_word(s, end);
	out->when.year = out->until.year = year;
	if (fiscal) /* whose months are not the calendar's */
		out->when.month = out->until.month = 0;
}

/* A part of the year, `part` of those of so many months. */
static void fill_part(const atoms *s, int64_t part, int64_t months, moment *out)
{
	out->kind = FIGURE_DATE;
	out->when = (date){.month = (uint8_t)(months * (part - 1) + 1)};
	out->until = (date){.month = (uint8_t)(months * part)};
	add_year(s, out);
}

/* "Q3", "H1". */
static bool lettered_part(const atoms *s, uint32_t i, moment *out)
{
	slice text = atom_text(s, i);
	if (!atom_is(s, i, ATOM_IDENTIFIER) || text.len != 2 || text.ptr[1] < '1' || text.ptr[1] > '4')
		return false;
	const word *w = vocabulary_word(s->vocab, slice_sub(text, 0, 1));
	const lex_entry *e = lexicon_entry(s->lex, w, s->sets->part_letter);
	int64_t months = number_of(e, "months"), part = text.ptr[1] - '0';
	if (!e || months == 0 || part * months > 12)
		return false;
	*out = (moment){.first = i, .end = i + 1};
	fill_part(s, part, months, out);
	return true;
}

/* "third quarter of 2016"; "first half" of a year, else no figure but a way to speak. */
static bool told_part(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end;
	const lex_entry *quarter = phrase_at(s, i, s->sets->quarter, &end),
					*half = quarter ? NULL : phrase_at(s, i, s->sets->half, &end);
	const lex_entry *e = quarter ? quarter : half;
	if (!e)
		return false;
	*out = (moment){.first = i, .end = end};
	if (number_of(e, "value") == 0) { /* the final quarter; but "in half the cases" */
		bool of_things = entry_flag(e, "of") && atom_in(s, end, s->sets->of); /* "in half of the cases" */
		if (of_things || (atom_in(s, end, s->sets->hedge_determiner) && !atom_glued(s, end)))
			return false;
		out->kind = FIGURE_LABEL;
		out->why = LABEL_IDIOM;
		return true;
	}
	fill_part(s, number_of(e, "value"), quarter ? 3 : 6, out);
	uint32_t of_year = out->end;
	bool in_year = out->when.year || (atom_in(s, of_year, s->sets->of) && phrase_at(s, of_year + 1, s->sets->period, &end));
	if (!in_year && phrase_at(s, of_year + 1, s->sets->relative, &end))
		in_year = true;
	if (half && !in_year)
		*out = (moment){.first = i, .end = out->end, .kind = FIGURE_LABEL, .why = LABEL_IDIOM};
	return true;
}

static bool is_decade_ending(const atoms *s, uint32_t i)
{
	return atom_in(s, i, s->sets->decade_ending) && atom_glued(s, i);
}

static bool is_apostrophe(const atoms *s, uint32_t i)
{
	return atom_is_char(s, i, '\'') || slice_equal(atom_text(s, i), SLICE("\xE2\x80\x99")) ||
	       slice_equal(atom_text(s, i), SLICE("\xE2\x80\x98"));
}

/* No quotation of a count: "the tale of '12 lanterns'". */
bool short_year_read(const atoms *s, uint32_t i, moment *out)
{
	enum { LAST_OF_THIS_CENTURY = 29 };
	numeral n;
	if (i < 2 || !atom_glued(s, i) || !is_apostrophe(s, i - 1) || atom_glued(s, i - 1) || atom_text(s, i).len != 2 ||
	    !numeral_digits(s, i, &n) || !n.bare_digits)
		return false;
	bool introduced = atom_in(s, i - 2, s->sets->year_before) || atom_in(s, i - 2, s->sets->month);
	if (!introduced || atom_is_plural(s, i + 1) || (atom_is_content(s, i + 1) && atom_glued(s, i + 1)))
		return false;
	int32_t year = (int32_t)n.value.num;
	*out = (moment){
		.first = i, .end = i + 1, .kind = FIGURE_YEAR, .when = {.year = year + (year > LAST_OF_THIS_CENTURY ? 1900 : 2000)}};
	return true;
}

/* "1970s", "the '40s", "1990's", "the seventies". */
static bool decade_read(const atoms *s, uint32_t i, moment *out)
{
	const lex_entry *e = word_entry(s, i, s->sets->decade);
	int64_t year = number_of(e, "value");
	uint32_t end = i + 1;
	numeral n;
	if (!e) {
		bool apostrophe = i > 0 && atom_glued(s, i) && is_apostrophe(s, i - 1);
		if (!atom_is(s, i, ATOM_NUMBER) || !numeral_digits(s, i, &n) || !n.bare_digits || n.value.num % 10 != 0)
			return false;
		size_t digits = atom_text(s, i).len;
		bool mark = atom_glued(s, end) && is_apostrophe(s, end);
		bool dash = atom_in(s, end, s->sets->dash) && atom_glued(s, end) && is_decade_ending(s, end + 1) &&
		            entry_flag(word_entry(s, end + 1, s->sets->decade_ending), "dash");
		bool years = dash && skip_year_word(s, end + 2) > end + 2;
		end += mark || dash;
		if (!is_decade_ending(s, end) || !(digits == 4 || (digits == 2 && (apostrophe || mark || years))))
			return false;
		year = digits == 4 ? (int64_t)n.value.num : (int64_t)n.value.num + 1900;
		end++;
	}
	if (year < 1000 || year > 2200)
		return false;
	end = skip_year_word(s, end);
	*out = (moment){
		.first = i, .end = end, .kind = FIGURE_DATE, .when = {.year = (int32_t)year}, .until = {.year = (int32_t)year + 9}};
	return true;
}

/* "the 19th century", "twentieth-century": its hundred years; before our era they are told and not known. */
static bool century_read(const atoms *s, uint32_t i, moment *out)
{
	enum { LAST_CENTURY = 22 };
	numeral n;
	uint32_t era;
	if (!(s->marks & ATOM_MAY_CENTURY))
		return false;
	i += atom_in(s, i, s->sets->article) ? 1 : 0; /* no twentieth part of one */
	if (i > 0 && atom_in(s, i - 1, s->sets->no_century))
		return false;
	if (i >= s->n || !numeral_read(s, i, false, &n) || !n.ordinal || !n.has_value || !rational_is_integer(n.value) ||
	    n.value.num < 1 || n.value.num > LAST_CENTURY)
		return false;
	uint32_t k = n.end;
	k += atom_in(s, k, s->sets->dash) && atom_glued(s, k) && atom_glued(s, k + 1) ? 1 : 0;
	if (!atom_in(s, k, s->sets->century))
		return false;
	int32_t last = (int32_t)n.value.num * 100;
	*out = (moment){.first = i, .end = k + 1, .kind = FIGURE_DATE, .when = {.year = last - 99}, .until = {.year = last}};
	const lex_entry *e = phrase_at(s, k + 1, s->sets->era, &era);
	if (e)
		out->end = era;
	if (entry_flag(e, "before"))
		out->when = out->until = (date){0};
	return true;
}

/* The second year of a range: four digits, or the last two. */
static bool later_year(const atoms *s, uint32_t i, int32_t from, int32_t *year, uint32_t *end)
{
	numeral n;
	if (moment_year(s, i, year, end))
		return *year > from;
	if (!atom_is(s, i, ATOM_NUMBER) || atom_text(s, i).len != 2 || !numeral_digits(s, i, &n) || !n.bare_digits)
		return false;
	*year = from - from % 100 + (int32_t)n.value.num;
	*end = i + 1;
	return *year > from;
}

static bool symbol_follows(const atoms *s, uint32_t i)
{
	unit u;
	numeral before;
	return i < s->n && numeral_digits(s, i - 1, &before) && unit_part_read(s, i, &before, !atom_glued(s, i), &u);
}

/* "2012-13", "2014 to 2017", "between 2014 and 2017"; 2019/20 is one fiscal year. */
static bool years_read(const atoms *s, uint32_t i, moment *out)
{
	int32_t from, to;
	uint32_t end, stop;
	if (!moment_year(s, i, &from, &end) || from < 1200)
		return false;
	bool bar = atom_is_char(s, end, '/') && atom_glued(s, end) && atom_glued(s, end + 1);
	bool dash = atom_in(s, end, s->sets->dash) && atom_glued(s, end) == atom_glued(s, end + 1);
	bool between = i > 0 && atom_in(s, i - 1, s->sets->range_between) && atom_in(s, end, s->sets->range_and);
	bool to_word = atom_in(s, end, s->sets->range_to);
	if (!(bar || dash || between || to_word) || !later_year(s, end + 1, from, &to, &stop))
		return false;
	bool named = skip_year_word(s, stop) > stop;
	bool next = bar && to == from + 1; /* "at 1979/80 prices" */
	bool counted =
		!named && !next &&
		((atom_is_plural(s, stop) && !(i > 0 && atom_in(s, i - 1, s->sets->year_before))) ||
	     atom_in(s, stop, s->sets->unit) || atom_in(s, stop, s->sets->percent) || to > 2199 || symbol_follows(s, stop));
	if (counted || (to - from > 400 && !between && !dash))
		return false;
	stop = skip_year_word(s, stop);
	*out = (moment){.first = i, .end = stop, .kind = FIGURE_DATE, .when = {.year = from}, .until = {.year = to}};
	if (bar) {
		if (to != from + 1)
			return false;
		*out = (moment){.first = i, .end = stop, .kind = FIGURE_LABEL, .why = LABEL_FISCAL, .when = {.year = from}};
	}
	return true;
}

/* A year and the word that tells it is one; with an ending of an ordinal too. */
static bool year_named(const atoms *s, uint32_t i, moment *out)
{
	numeral n;
	uint32_t end;
	if (!atom_is(s, i, ATOM_NUMBER) || atom_text(s, i).len != 4 || !numeral_read(s, i, false, &n) || n.decimal ||
	    n.magnitude)
		return false;
	if (n.end > i + 1 && !n.ordinal)
		return false;
	if (!phrase_at(s, n.end, s->sets->year_after, &end) || n.value.num < 1000 || n.value.num > 2199)
		return false;
	*out = (moment){.first = i, .end = end, .kind = FIGURE_YEAR, .when = {.year = (int32_t)n.value.num}};
	return true;
}

/* "2016/11", "11/2016". */
static bool month_of_year(const atoms *s, uint32_t i, moment *out)
{
	int32_t year;
	uint32_t end;
	numeral n;
	if (!atom_is(s, i, ATOM_NUMBER) || !atom_is_char(s, i + 1, '/') || !atom_glued(s, i + 1) || !atom_glued(s, i + 2))
		return false;
	bool year_comes_first = moment_year(s, i, &year, &end);
	if (!year_comes_first && (!moment_year(s, i + 2, &year, &end) || year < 1900))
		return false;
	uint32_t month = year_comes_first ? i + 2 : i;
	if (atom_text(s, month).len > 2 || !atom_is(s, month, ATOM_NUMBER) || !numeral_digits(s, month, &n) || !n.bare_digits ||
	    n.value.num < 1 || n.value.num > 12)
		return false;
	*out = (moment){.first = i, .end = i + 3, .kind = FIGURE_DATE, .when = {.year = year, .month = (uint8_t)n.value.num}};
	return true;
}

/* "fiscal 2020", "FY20", "FY2020". */
static bool fiscal_read(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end, stop;
	int32_t year;
	if (!phrase_at(s, i, s->sets->fiscal, &end) || !moment_year(s, end, &year, &stop))
		return false;
	int32_t last;
	uint32_t later;
	bool joined =
		(atom_is_char(s, stop, '/') || atom_in(s, stop, s->sets->dash)) && atom_glued(s, stop) && atom_glued(s, stop + 1);
	if (joined && later_year(s, stop + 1, year, &last, &later)) /* "fiscal 2019/20" */
		stop = later;
	*out = (moment){.first = i, .end = stop, .kind = FIGURE_LABEL, .why = LABEL_FISCAL, .when = {.year = year}};
	return true;
}

/* "1000 BC", "A.D. 1260". */
static bool era_read(const atoms *s, uint32_t i, moment *out)
{
	numeral n;
	uint32_t end;
	if (atom_is(s, i, ATOM_NUMBER)) {
		const lex_entry *e = phrase_at(s, i + 1, s->sets->era, &end);
		if (!e || !numeral_digits(s, i, &n) || n.decimal || !(s->at[i + 1].flags & (TOKEN_CAPITAL | TOKEN_ALL_CAPS)))
			return false;
		bool before = entry_flag(e, "before");
		*out = (moment){.first = i, .end = end, .kind = FIGURE_YEAR, .when = {.year = before ? 0 : (int32_t)n.value.num}};
		return n.value.num > 0 && n.value.num < 10000;
	}
	const lex_entry *e = phrase_at(s, i, s->sets->era, &end);
	if (!e || entry_flag(e, "before") || !atom_is_capital(s, i) || !atom_is(s, end, ATOM_NUMBER) ||
	    !numeral_digits(s, end, &n) || n.decimal || n.value.num < 1 || n.value.num > 9999)
		return false;
	*out = (moment){.first = i, .end = end + 1, .kind = FIGURE_YEAR, .when = {.year = (int32_t)n.value.num}};
	return true;
}

bool period_read(const atoms *s, uint32_t i, moment *out)
{
	if (atom_is(s, i, ATOM_NUMBER))
		return years_read(s, i, out) || decade_read(s, i, out) || short_year_read(s, i, out) || century_read(s, i, out) ||
		       year_named(s, i, out) || month_of_year(s, i, out) || era_read(s, i, out) || told_part(s, i, out);
	if (atom_is(s, i, ATOM_IDENTIFIER))
		return lettered_part(s, i, out);
	return told_part(s, i, out) || decade_read(s, i, out) || century_read(s, i, out) || fiscal_read(s, i, out) ||
	       era_read(s, i, out) || (atom_is(s, i, ATOM_WORD) && atom_in(s, i, s->sets->teen) && years_read(s, i, out));
}
