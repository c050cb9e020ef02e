/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number without a unit is, by its neighbours. */
#include "scan/read_figure.h"

enum { CHANGE_REACH = 5 };

static bool between(rational r, int64_t low, int64_t high)
{
	return rational_compare(r, rational_int(low)) >= 0 && rational_compare(r, rational_int(high)) <= 0;
}

static bool change_before(const atoms *s, uint32_t at)
{
	for (uint32_t k = 1; k <= CHANGE_REACH && k <= at; k++) {
		if (atom_in(s, at - k, s->sets->change) || atom_in(s, at - k, s->sets->change_near))
			return true;
	}
	return false;
}

/* The possessive after a number: "1985's". */
static bool owns(const atoms *s, uint32_t i)
{
	return atom_glued(s, i) && (atom_is_char(s, i, '\'') || atom_in(s, i, s->sets->quote));
}

/* "above 1985's level", "lower than the estimated 1986 output": bounds of counts are round, and their nouns are plural. */
static bool compares_year(const atoms *s, const found *f, int32_t year, uint32_t end)
{
	if (year < 1950 || year >= 2050 || atom_in(s, end, s->sets->scale))
		return false;
	if (owns(s, end) || atom_in(s, end, s->sets->year_plural))
		return true;
	return year % 10 != 0 && !atom_is_plural(s, end) && !f->q.has_unit;
}

/* "a 1985 arms sale", "this famous 1979 series": no plural can be counted there. */
static bool after_article(const atoms *s, uint32_t at)
{
	bool adjective = at > 1 && atom_is_content(s, at - 1) && !atom_is_plural(s, at - 1);
	return (at > 0 && atom_in(s, at - 1, s->sets->article)) || (adjective && atom_in(s, at - 2, s->sets->article));
}

/* Where a count would be written in words: at the beginning of a sentence, a quotation, a note. */
static bool begins(const atoms *s, uint32_t at)
{
	return at == 0 || atom_is_char(s, at - 1, ':') || (atom_in(s, at - 1, s->sets->quote) && !atom_glued(s, at - 1));
}

/* "rose to 1950", "rose 12 % to 1950", "a total of 1950", "closed at 1950": how many, not when. */
static bool is_level(const atoms *s, uint32_t at, uint32_t end)
{
	if (at > 1 && atom_in(s, at - 1, s->sets->range_to)) {
		uint32_t k = at - 2;
		while (k > 0 && at - k <= CHANGE_REACH &&
		       (s->at[k].kind == ATOM_NUMBER || atom_in(s, k, s->sets->percent) || atom_in(s, k, s->sets->unit) ||
		        atom_in(s, k, s->sets->unit_per)))
			k--;
		return atom_in(s, k, s->sets->level_verb);
	}
	if (at > 1 && atom_in(s, at - 1, s->sets->of))
		return atom_in(s, at - 2, s->sets->collective);
	bool ends = end >= s->n || !atom_glued(s, end) || atom_is_char(s, end, '.') || atom_is_char(s, end, ',') ||
	            atom_is_char(s, end, ';') || atom_is_char(s, end, ')');
	return at > 0 && atom_in(s, at - 1, s->sets->level_before) && !atom_is_content(s, end) && ends;
}

/* Four digits that say when, not how many. */
static bool is_year(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = f->first, start;
	int32_t year;
	uint32_t end;
	if (!n->bare_digits || !moment_year(s, n->first, &year, &end) || end != n->end)
		return false;
	bool introduced = at > 0 && atom_in(s, at - 1, s->sets->year_before);
	bool plural = atom_is_plural(s, end);
	if (at > 0 && phrase_before(s, at, 0, s->sets->hedge, &start) && !introduced)
		return compares_year(s, f, year, end);
	if (atom_in(s, end, s->sets->scale) || (at > 0 && atom_in(s, at - 1, s->sets->equals)))
		return false;
	if (lexicon_set_used(s->lex, s->sets->year_after)) /* which else says so */
		return (introduced || (at > 0 && atom_is_char(s, at - 1, '('))) && between(n->value, 1900, 2099) &&
		       (!atom_is_content(s, end) || atom_is_capital(s, end));
	bool near_ours = year >= 1950 && year < 2050;
	if (is_level(s, at, end))
		return false;
	if (plural) {
		if (near_ours && year % 100 != 0 && (atom_in(s, end, s->sets->year_plural) || after_article(s, at)))
			return true;
		if (near_ours && year % 10 != 0 && begins(s, at))
			return true;
		if (introduced && atom_in(s, at - 1, s->sets->year_counts))
			return false;
		bool modified = at > 0 && (atom_is_capital(s, at - 1) || atom_in(s, at - 1, s->sets->year_noun));
		return year >= 1950 && year < 2050 && year % 100 != 0 && (introduced || modified);
	}
	if (introduced)
		return year >= 1000 && !(change_before(s, at) && !between(n->value, 1900, 2100));
	if (at > 0 && (atom_in(s, at - 1, s->sets->range_to) || atom_in(s, at - 1, s->sets->range_from)) && change_before(s, at))
		return false;
	return between(n->value, 1900, 2099) || (between(n->value, 1400, 1899) && (at == 0 || atom_is_char(s, at - 1, '(')));
}

/* "in 2010 and 2015", "between A.D. 900 and 1100": joined to a year. */
static bool goes_on_year(const atoms *s, const found_list *before, const found *f)
{
	int32_t year;
	uint32_t end, at = f->first;
	if (before->n == 0 || at == 0 || !f->q.num.bare_digits || !moment_year(s, f->q.num.first, &year, &end) ||
	    atom_is_plural(s, end))
		return false;
	const found *last = &before->at[before->n - 1];
	bool joint = atom_in(s, at - 1, s->sets->and) || atom_in(s, at - 1, s->sets->range_to) || atom_is_char(s, at - 1, ',');
	return last->fig.kind == FIGURE_YEAR && last->end + 1 == at && joint;
}

/* "a fifth of 1183": the number that a fraction is taken of. */
static bool is_whole_of_fraction(const atoms *s, const found_list *before, const found *f)
{
	if (before->n == 0 || f->first == 0 || !atom_in(s, f->first - 1, s->sets->of))
		return false;
	const found *last = &before->at[before->n - 1];
	bool ranked =
		before->n > 1 && last[-1].fig.kind == FIGURE_ORDINAL && last[-1].end == last->first; /* first three quarters */
	return last->fig.kind == FIGURE_FRACTION && last->end + 1 == f->first && !ranked;
}

/* The hedge before an atom whose figure is an age after a word for people, or without one: "children under 5", "over-65". */
static bool bounds_age(const atoms *s, uint32_t at)
{
	uint32_t start;
	const lex_entry *e = at > 0 ? phrase_before(s, at, 0, s->sets->hedge, &start) : NULL;
	if (!e || entry_flag(e, "group"))
		return e != NULL;
	return entry_flag(e, "age") && start > 0 && atom_in(s, start - 1, s->sets->age_person);
}

/* "the over-65s", "under 16s": the plural of an age, not so many seconds. */
static bool is_age_group(const atoms *s, const found *f)
{
	uint32_t at = f->first, end = f->q.num.end, start;
	const lex_entry *e = at > 0 ? phrase_before(s, at, 0, s->sets->hedge, &start) : NULL;
	return (entry_flag(e, "age") || entry_flag(e, "group")) && f->q.num.bare_digits && between(f->q.num.value, 2, 110) &&
	       atom_in(s, end, s->sets->age_plural) && atom_glued(s, end);
}

/* "she was 18 when", "he turned 40.": of a person, with nothing behind that could be counted or measured. */
static bool is_age_told(const atoms *s, const found *f)
{
	uint32_t end = f->q.num.end, start;
	if (f->first == 0 || !between(f->q.num.value, 10, 110) || !rational_is_integer(f->q.num.value) ||
	    !phrase_before(s, f->first, 0, s->sets->age_told, &start))
		return false;
	bool mark = atom_is_char(s, end, '.') || atom_is_char(s, end, ',') || atom_is_char(s, end, ';');
	return end >= s->n || mark || atom_in(s, end, s->sets->age_closed);
}

/* "aged 25", and ", 47," after a name. */
static bool is_age(const atoms *s, const found *f)
{
	const numeral *n = &f->q.num;
	uint32_t at = f->first, start;
	if (f->q.has_unit || n->magnitude || n->base != BASE_NUMBER || !between(n->value, 0, 130))
		return false;
	if (at > 0 && (phrase_before(s, at, 0, s->sets->age_before, &start) || bounds_age(s, at)))
		return !atom_is_plural(s, n->end);
	if (is_age_told(s, f))
		return true;
	bool commas = at > 1 && atom_is_char(s, at - 1, ',') && atom_glued(s, at - 1) &&
	              (atom_is_char(s, n->end, ',') || atom_is_char(s, n->end, '.') || atom_is_char(s, n->end, ';'));
	bool brackets = at > 1 && atom_is_char(s, at - 1, '(') && atom_is_char(s, n->end, ')');
	if (!(commas || brackets) || !n->bare_digits || !between(n->value, brackets ? 10 : 1, 110))
		return false;
	if (brackets && (s->in_heading || (atom_in(s, at - 2, s->sets->announcing) && atom_is_plural(s, at - 2))))
		return false; /* "New Files (12)", and "Harbour Dues (12)" over them */
	bool both = atom_is_char(s, at - 1, ',') && atom_is_char(s, n->end, ',');
	if (both && atom_in(s, at - 2, s->sets->age_role) && between(n->value, 10, 110)) /* "the striker, 27," */
		return true;
	bool person = atom_is_capital(s, at - 2) && !(s->at[at - 2].flags & TOKEN_ALL_CAPS) &&
	              (both || !(s->at[at - 2].flags & TOKEN_FIRST)) && s->at[at - 2].kind == ATOM_WORD &&
	              !atom_in(s, at - 2, s->sets->function_word) && !atom_in(s, at - 2, s->sets->month);
	return person && (both || (at > 2 && atom_is_capital(s, at - 3)));
}

/* "the ages of 30 and 40", "at age 5, 10 or 15": joined to an age, with nothing counted behind. */
static bool goes_on_age(const atoms *s, const found_list *before, const found *f)
{
	const found *last = before->n > 0 ? &before->at[before->n - 1] : NULL;
	uint32_t at = f->first;
	if (!last || last->fig.kind != FIGURE_AGE || figure_unit(&last->fig)->entry || last->end + 1 != at ||
	    !f->q.num.bare_digits || !between(f->q.num.value, 0, 130) || atom_is_content(s, f->q.num.end) ||
	    atom_in(s, f->q.num.end, s->sets->of))
		return false;
	return atom_in(s, at - 1, s->sets->and) || atom_in(s, at - 1, s->sets->range_or) ||
	       atom_in(s, at - 1, s->sets->range_to);
}

/* A duration told as an age: after words that introduce one, or as an adjective before a person. */
static bool is_age_of_years(const atoms *s, const found *f)
{
	uint32_t start;
	if (f->fig.kind != FIGURE_DURATION || !f->q.has_unit)
		return false;
	if (entry_flag(f->q.unit.entry, "of-age"))
		return atom_in(s, f->end, s->sets->age_person);
	return entry_flag(f->q.unit.entry, "ages") && f->first > 0 && phrase_before(s, f->first, 0, s->sets->age_before, &start);
}

/* The symbol a statistic is told with: "t(28) = 2.20", "p < .05", "SD = 1.2". */
static const lex_entry *statistic_before(const atoms *s, uint32_t at, bool *sample)
{
	uint32_t start, k = at;
	*sample = false;
	if (k > 0 && (atom_in(s, k - 1, s->sets->equals) || atom_in(s, k - 1, s->sets->hedge_sign))) {
		while (k > 0 && (atom_in(s, k - 1, s->sets->equals) || atom_in(s, k - 1, s->sets->hedge_sign)))
			k--;
		if (k > 0 && atom_is_char(s, k - 1, ')')) { /* the degrees of freedom */
			uint32_t limit = k > 8 ? k - 8 : 0;
			while (k > limit && !atom_is_char(s, k - 1, '('))
				k--;
			k -= k > 0;
		}
	} else if (k > 0 && atom_is_char(s, k - 1, '(') && atom_glued(s, k - 1)) {
		k--;
	} else if (k > 1 && atom_is_char(s, k - 1, ',') && s->at[at].depth > 0) {
		uint32_t limit = k > 4 ? k - 4 : 0;
		while (k > limit && !atom_is_char(s, k - 1, '('))
			k--;
		if (k == limit || k < 2 || s->at[k - 1].flags & TOKEN_SPACE)
			return NULL;
		k--;
	} else {
		return NULL;
	}
	const lex_entry *e = k > 0 ? phrase_before(s, k, 0, s->sets->sample, &start) : NULL;
	if (e) {
		*sample = true;
		return e;
	}
	return k > 0 ? phrase_before(s, k, 0, s->sets->statistic, &start) : NULL;
}

/* The word for 1 counts only where a noun follows and nothing makes it a pronoun or article. */
static bool one_counts(const atoms *s, const found *f)
{
	uint32_t at = f->first, end, start;
	if (at > 0 && phrase_before(s, at, 0, s->sets->one_not_before, &start) && !f->q.has_unit)
		return false;
	if (!f->q.has_unit && phrase_at(s, f->q.num.end, s->sets->one_not_after, &end))
		return false;
	bool object = at > 0 && vocabulary_verb(s->vocab, s->at[at - 1].word) != s->at[at - 1].word; /* "it counted one" */
	bool verb = !object && atom_is_plural(s, f->q.num.end) && !atom_in(s, f->q.num.end, s->sets->plural_person) &&
	            !atom_in(s, f->q.num.end, s->sets->unit) &&
	            s->at[f->q.num.end].word != vocabulary_verb(s->vocab, s->at[f->q.num.end].word) &&
	            !atom_is_content(s, f->q.num.end + 1); /* "one wonders": no noun, which would be singular */
	return f->q.has_unit || !verb;
}

/* "1985 year net": a year, not so many years; but "2000 ms", whose unit is a symbol. */
static bool names_year(const atoms *s, const found *f)
{
	int32_t year;
	uint32_t end, at = f->q.num.end;
	bool symbol = f->q.unit.symbol && !(atom_glued(s, at) && atom_text(s, at).len == 1); /* "2018s best" */
	return f->fig.kind == FIGURE_DURATION && f->q.num.bare_digits && !symbol && f->end == f->q.num.end + 1 &&
	       !atom_is_plural(s, f->q.num.end) && moment_year(s, f->q.num.first, &year, &end) &&
	       between(f->q.num.value, 1900, 2100);
}

bool kind_settle(const atoms *s, const found_list *before, found *f)
{
	bool sample;
	if (f->q.num.lone_one && !one_counts(s, f))
		return false;
	if (names_year(s, f)) {
		f->fig = (figure){.kind = FIGURE_YEAR, .number = told_keep(s->arena, figure_value(&f->fig), rational_int(0))};
		f->q.has_unit = false;
		f->end = f->q.end = f->q.num.end;
		return true;
	}
	if ((f->fig.kind == FIGURE_DURATION || f->fig.kind == FIGURE_COUNT) && is_age_group(s, f)) {
		f->fig.kind = FIGURE_AGE;
		slice per = figure_unit(&f->fig)->per;
		f->fig.unit = NULL;
		if (per.len)
			unit_set(s, &(told_unit){.per = per, .to_base = rational_int(1), .to_base_offset = rational_int(0)}, &f->fig);
		f->fig.whole = f->q.has_unit = false;
		f->end = f->q.end = f->q.num.end + 1;
		return true;
	}
	if (is_age_of_years(s, f)) {
		f->fig.kind = FIGURE_AGE;
		return true;
	}
	if (f->fig.kind != FIGURE_COUNT)
		return true;
	if (is_age(s, f) || goes_on_age(s, before, f)) {
		f->fig.kind = FIGURE_AGE;
		f->fig.whole = false;
		return true;
	}
	if (!f->q.has_unit && !is_whole_of_fraction(s, before, f) && (is_year(s, f) || goes_on_year(s, before, f))) {
		f->fig.kind = FIGURE_YEAR;
		return true;
	}
	const lex_entry *statistic = f->q.has_unit ? NULL : statistic_before(s, f->first, &sample);
	if (statistic && !sample) {
		f->fig.kind = FIGURE_STATISTIC;
		f->fig.whole = f->fig.whole && f->first > 0 && !atom_in(s, f->first - 1, s->sets->equals) &&
		               !atom_in(s, f->first - 1, s->sets->hedge_sign);
	}
	return true;
}
