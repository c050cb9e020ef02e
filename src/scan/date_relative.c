/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the week, and times told from the document's own: "last year", "on Sunday", "over the weekend". */
#include "scan/moment.h"

relative_date moment_relative(const atoms *s, uint32_t i, uint32_t *end)
{
	static const struct {
		slice name;
		relative_date relative;
	} known[] = {
		{{"today", 5}, DATE_TODAY},
		{{"yesterday", 9}, DATE_YESTERDAY},
		{{"tomorrow", 8}, DATE_TOMORROW},
		{{"this-year", 9}, DATE_THIS_YEAR},
		{{"last-year", 9}, DATE_LAST_YEAR},
		{{"next-year", 9}, DATE_NEXT_YEAR},
		{{"this-month", 10}, DATE_THIS_MONTH},
		{{"last-month", 10}, DATE_LAST_MONTH},
		{{"this-week", 9}, DATE_THIS_WEEK},
		{{"last-week", 9}, DATE_LAST_WEEK},
		{{"next-week", 9}, DATE_NEXT_WEEK},
		{{"next-month", 10}, DATE_NEXT_MONTH},
		{{"previous-year", 13}, DATE_PREVIOUS_YEAR},
		{{"previous-month", 14}, DATE_PREVIOUS_MONTH},
		{{"previous-week", 13}, DATE_PREVIOUS_WEEK},
		{{"told", 4}, DATE_TOLD},
	};
	slice which = entry_text(phrase_at(s, i, s->sets->relative, end), "when");
	for (size_t k = 0; which.len && k < sizeof known / sizeof *known; k++) {
		if (slice_equal(known[k].name, which))
			return known[k].relative;
	}
	return DATE_ABSOLUTE;
}

/* Where "Sun" can only be a day: behind another, a number, a bracket or a word that wants a day. */
static bool follows_day(const atoms *s, uint32_t i)
{
	if (i == 0 || atom_in(s, i - 1, s->sets->weekday_before) || atom_is_char(s, i - 1, '('))
		return true;
	uint32_t last = i - (i > 1 && s->at[i - 1].kind == ATOM_PUNCT ? 2 : 1);
	return atom_in(s, last, s->sets->weekday) || atom_is(s, last, ATOM_NUMBER) || atom_is(s, last, ATOM_DATE);
}

/* "Sun, 25 Dec", "Sun. 4/16/1801" */
static bool date_behind_mark(const atoms *s, uint32_t i)
{
	bool mark = i + 2 < s->n && (atom_is_char(s, i + 1, ',') || atom_is_char(s, i + 1, '.'));
	return mark && (atom_is(s, i + 2, ATOM_DATE) || atom_in(s, i + 2, s->sets->month) ||
	                (atom_is(s, i + 2, ATOM_NUMBER) && atom_in(s, i + 3, s->sets->month)));
}

/* "Sun" is a day of the week before a date or a mark, else a star or a name. */
static bool short_weekday(const atoms *s, uint32_t i, bool name)
{
	if (!atom_is_capital(s, i) || (name && !follows_day(s, i) && !atom_is(s, i + 1, ATOM_NUMBER) &&
	                               !atom_in(s, i + 1, s->sets->month) && !date_behind_mark(s, i)))
		return false;
	bool mark = i + 1 >= s->n ||
	            (s->at[i + 1].kind == ATOM_PUNCT && !atom_in(s, i + 1, s->sets->dash) && !atom_is_char(s, i + 1, '\''));
	return mark || atom_is(s, i + 1, ATOM_NUMBER) || atom_is(s, i + 1, ATOM_DATE) || atom_in(s, i + 1, s->sets->month);
}

/* "the Sunday Express", "Black Monday": a name that the day only takes part in. */
static bool weekday_named(const atoms *s, uint32_t i)
{
	bool before = i > 0 && atom_is_capital(s, i - 1) && atom_in(s, i - 1, s->sets->weekday_of);
	return atom_is_capital(s, i) && (before || (atom_is_capital(s, i + 1) && atom_in(s, i + 1, s->sets->weekday_paper)));
}

bool moment_weekday(const atoms *s, uint32_t i, moment *out)
{
	const lex_entry *e = atom_in(s, i, s->sets->weekday) ? lexicon_entry(s->lex, s->at[i].word, s->sets->weekday) : NULL;
	if (!e || (entry_flag(e, "capital") && !short_weekday(s, i, entry_flag(e, "name"))))
		return false;
	if (weekday_named(s, i)) {
		*out = (moment){.first = i, .end = i + 1, .kind = FIGURE_LABEL, .why = LABEL_NAME};
		return true;
	}
	rational day = rational_int(0);
	entry_number(e, "value", &day);
	*out = (moment){
		.first = i, .end = i + 1, .kind = FIGURE_DATE, .relative = DATE_WEEKDAY, .when = {.weekday = (uint8_t)day.num}};
	return out->when.weekday >= 1 && out->when.weekday <= 7;
}

bool moment_told(const atoms *s, uint32_t i, moment *out)
{
	uint32_t end;
	relative_date which = moment_relative(s, i, &end);
	if (which == DATE_TOLD && end == i + 1 && atom_is_content(s, end)) /* "the weekend papers" */
		return false;
	/* "the Today programme", "USA Today": a capital within a sentence makes a name of it */
	bool opens = i == 0 || s->at[i].flags & TOKEN_FIRST || s->at[i - 1].kind == ATOM_PUNCT;
	bool name = which && entry_flag(phrase_at(s, i, s->sets->relative, &end), "name"); /* "on Mondays" */
	if (!which || (atom_is_capital(s, i) && !opens && !name && !s->title && !(s->at[i].flags & TOKEN_ALL_CAPS)))
		return false;
	*out = (moment){.first = i, .end = end, .kind = FIGURE_DATE, .relative = which};
	return true;
}
