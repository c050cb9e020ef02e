/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number words. Hundreds are gathered in a group, which a magnitude word closes: two hundred and four | thousand | and five. */
#include "scan/numeral.h"

enum { FIRST_CENTURY = 11, LAST_CENTURY = 20 }; /* of the years that are said in pairs */

typedef struct wordy { /* a number as its words come */
	const atoms *s;
	uint32_t first, at, stop; /* its first atom, the next one, and one that is not looked at any more */
	int64_t group;            /* under a magnitude word; -1: nothing yet */
	rational total;           /* of the groups closed */
	rational scale;           /* of the last magnitude word, 0: none */
	bool any, ordinal, after_scale, dozen;
	bool pairs;  /* nineteen eighty-four, one twenty-two */
	bool dashed; /* two-hundred-fifty */
	uint32_t scale_at;
} wordy;

static bool is(const wordy *w, uint32_t i, lex_set which)
{
	return i < w->stop && atom_in(w->s, i, which);
}

static const lex_entry *entry_at(const wordy *w, uint32_t i, lex_set which)
{
	return is(w, i, which) ? lexicon_entry(w->s->lex, w->s->at[i].word, which) : NULL;
}

static int64_t whole_value(const lex_entry *e)
{
	rational r;
	return entry_number(e, "value", &r) && rational_is_integer(r) ? (int64_t)r.num : 0;
}

static bool is_low(const wordy *w, uint32_t i) /* one to ninety */
{
	const scan_sets *sets = w->s->sets;
	return is(w, i, sets->digit) || is(w, i, sets->teen) || is(w, i, sets->ten);
}

static int64_t low_value(const wordy *w, uint32_t i)
{
	const scan_sets *sets = w->s->sets;
	const lex_entry *digit = entry_at(w, i, sets->digit), *ten = entry_at(w, i, sets->ten);
	return whole_value(digit ? digit : ten ? ten : entry_at(w, i, sets->teen));
}

static bool glued_dash(const wordy *w, uint32_t i)
{
	return is(w, i, w->s->sets->dash) && atom_glued(w->s, i) && atom_glued(w->s, i + 1);
}

/* The atom after a number of one to ninety-nine that begins at atom i, and its value: "forty", "forty-two", "forty two". */
static uint32_t low_end(const wordy *w, uint32_t i, int64_t *value)
{
	*value = low_value(w, i);
	if (!is(w, i, w->s->sets->ten))
		return i + 1;
	uint32_t k = i + 1;
	if (is(w, k, w->s->sets->dash) && atom_glued(w->s, k) == atom_glued(w->s, k + 1))
		k++;
	if (!is(w, k, w->s->sets->digit) || low_value(w, k) == 0)
		return i + 1;
	*value += low_value(w, k);
	return k + 1;
}

static bool is_number_word(const wordy *w, uint32_t i)
{
	const scan_sets *sets = w->s->sets;
	return is_low(w, i) || is(w, i, sets->hundred) || is(w, i, sets->hundreds) || is(w, i, sets->scale) ||
	       is(w, i, sets->dozen) || is(w, i, sets->ordinal);
}

static bool group_open(const wordy *w) /* ready for a number under a hundred */
{
	return w->group < 0 || (w->group >= 100 && w->group % 100 == 0);
}

static bool after_ten(const wordy *w) /* ready for one to nine */
{
	return w->group > 0 && w->group % 100 >= 20 && w->group % 10 == 0;
}

static void group_add(wordy *w, int64_t n)
{
	w->group = (w->group < 0 ? 0 : w->group) + n;
	w->after_scale = false;
	w->any = true;
	w->at++;
}

/* "nineteen eighty-four", "twenty oh five"; "one twenty-two" where nothing goes on. "Twelve forty-foot poles" are no pair. */
static bool take_pair(wordy *w)
{
	const scan_sets *sets = w->s->sets;
	bool oh = is(w, w->at, sets->oh);
	int64_t low = 0;
	uint32_t end = oh ? w->at + 2 : low_end(w, w->at, &low);
	if (w->pairs || rational_sign(w->total) != 0 || w->group <= 0 || (oh && !is(w, w->at + 1, sets->digit)))
		return false;
	low = oh ? low_value(w, w->at + 1) : low;
	bool names = glued_dash(w, end) && atom_is(w->s, end + 1, ATOM_WORD);
	bool century = w->group >= FIRST_CENTURY && w->group <= LAST_CENTURY && (oh || low >= 10) && !names;
	bool ends = end >= w->s->n || (atom_is(w->s, end, ATOM_PUNCT) && !is(w, end, sets->dash));
	bool at_time = w->first > 0 && atom_in(w->s, w->first - 1, sets->time_before);
	bool digits = w->group < 10 && ends && !at_time && (oh || low > 20) && low % 10 != 0;
	if (low == 0 || !(century || digits))
		return false;
	w->group = w->group * 100 + low;
	w->at = end;
	return w->pairs = true;
}

/* One word of one to ninety-nine; false if it does not go on from what came. */
static bool take_low(wordy *w)
{
	int64_t n = low_value(w, w->at);
	if (is(w, w->at, w->s->sets->digit) && n > 0 && after_ten(w)) {
		group_add(w, n);
		return true;
	}
	if (!group_open(w) || (n == 0 && w->any))
		return take_pair(w);
	group_add(w, n);
	return true;
}

static bool take_hundred(wordy *w, const lex_entry *e)
{
	if (w->group == 0 || w->group > 99 || (w->group < 0 && (w->any || entry_flag(e, "plural"))))
		return false;
	w->group = (w->group < 0 ? 1 : w->group) * whole_value(e);
	w->any = true;
	w->at++;
	return true;
}

/* A hundred, two hundred, ... as one word. */
static bool take_hundreds(wordy *w, const lex_entry *e)
{
	if (w->group >= 0)
		return false;
	group_add(w, whole_value(e));
	return true;
}

/* Without a number before it a plural is vague; after a hedge that governs its case, the same form may be the singular. */
static bool is_lone_plural(const wordy *w, const lex_entry *e)
{
	uint32_t start;
	if (w->any || !entry_flag(e, "plural"))
		return false;
	return !entry_flag(e, "singular-after-hedge") || !phrase_before(w->s, w->first, 0, w->s->sets->hedge, &start);
}

static bool take_scale(wordy *w, const lex_entry *e)
{
	rational scale;
	if (!entry_number(e, "value", &scale) || is_lone_plural(w, e) || w->group == 0)
		return false;
	bool smaller = rational_sign(w->scale) == 0 || rational_compare(scale, w->scale) < 0;
	if (w->group < 0 && w->any) { /* a thousand million */
		if (!w->after_scale)
			return false;
		w->total = rational_multiply(w->total, scale, ROUND_DOWN);
	} else {
		if (!smaller)
			return false;
		rational more = rational_multiply(rational_int(w->group < 0 ? 1 : w->group), scale, ROUND_DOWN);
		w->total = rational_add(w->total, more, ROUND_DOWN);
	}
	w->scale = scale;
	w->group = -1;
	w->any = w->after_scale = true;
	w->at = numeral_scale_end(w->s, e, w->at + 1);
	w->scale_at = w->at - 1;
	return true;
}

/* The magnitude word of the number that begins at atom i, if it has one: "two hundred and six thousand". */
static const lex_entry *scale_ahead(const wordy *w, uint32_t i, bool *hundred)
{
	int64_t low;
	uint32_t k = is_low(w, i) ? low_end(w, i, &low) : i;
	*hundred = is(w, k, w->s->sets->hundred);
	if (*hundred) {
		k++;
		if (is(w, k, w->s->sets->and) && is_low(w, k + 1))
			k++;
		k = is_low(w, k) ? low_end(w, k, &low) : k;
	}
	return entry_at(w, k, w->s->sets->scale);
}

/* "a hundred and three quarters", "two hundred and fifty-four hundredths": what comes after the whole, not what is divided. */
static bool is_proper_part(const wordy *w, uint32_t i)
{
	int64_t low;
	uint32_t k = low_end(w, i, &low), end;
	rational den;
	bool plural;
	if (!numeral_denominator(w->s, k, &den, &plural, &end) || end > w->stop)
		return false;
	return plural ? rational_compare(rational_int(low), den) < 0 : low == 1;
}

/* After "and": a smaller number, no second one as great as the first: "two hundred and three hundred" are two. */
static bool take_and(wordy *w)
{
	bool after = (w->group >= 100 && w->group % 100 == 0) || (w->group < 0 && w->after_scale);
	uint32_t next = w->at + 1 + glued_dash(w, w->at + 1);
	const lex_entry *ordinal = entry_at(w, next, w->s->sets->ordinal);
	if (!after || entry_flag(entry_at(w, w->at, w->s->sets->and), "apart") ||
	    !(is_low(w, next) || (ordinal && whole_value(ordinal) < 100)))
		return false;
	bool hundred;
	rational size;
	const lex_entry *scale = scale_ahead(w, next, &hundred);
	if (w->group >= 100 && hundred)
		return false;
	if (scale && w->group < 0 && (!entry_number(scale, "value", &size) || rational_compare(size, w->scale) >= 0))
		return false;
	if (is_low(w, next) && is_proper_part(w, next))
		return false;
	w->at = next;
	return true;
}

static bool take_ordinal(wordy *w)
{
	const lex_entry *e = entry_at(w, w->at, w->s->sets->ordinal);
	int64_t n = whole_value(e);
	if (n >= 100 && w->group < 0 && w->after_scale) { /* ten thousand millionth */
		w->total = rational_multiply(w->total, rational_int(n), ROUND_DOWN);
		w->at++;
	} else if (n >= 100) { /* two hundredth, three thousandth */
		if (w->group == 0)
			return false;
		rational times = rational_multiply(rational_int(w->group < 0 ? 1 : w->group), rational_int(n), ROUND_DOWN);
		w->total = rational_add(w->total, times, ROUND_DOWN);
		w->group = -1;
		w->at++;
	} else {
		if (!group_open(w) && !(after_ten(w) && n < 10))
			return false;
		group_add(w, n);
	}
	return w->ordinal = w->any = true;
}

static bool take_dozen(wordy *w, const lex_entry *e)
{
	if (w->group == 0 || (!w->any && entry_flag(e, "plural")))
		return false;
	int64_t low = w->group < 0 ? 1 : w->group % 100 ? w->group % 100 : w->group;
	w->group = low * whole_value(e) + (w->group < 0 ? 0 : w->group - low);
	w->at++;
	return w->dozen = w->any = true;
}

static bool take_word(wordy *w)
{
	const scan_sets *sets = w->s->sets;
	const lex_entry *e;
	if (is_low(w, w->at))
		return take_low(w);
	if ((e = entry_at(w, w->at, sets->hundred)))
		return take_hundred(w, e);
	if ((e = entry_at(w, w->at, sets->hundreds)))
		return take_hundreds(w, e);
	if ((e = entry_at(w, w->at, sets->scale)))
		return take_scale(w, e);
	if (is(w, w->at, sets->ordinal))
		return take_ordinal(w);
	if ((e = entry_at(w, w->at, sets->dozen)))
		return take_dozen(w, e);
	return is(w, w->at, sets->oh) && take_pair(w);
}

/* A dash within the number: twenty-one, fifty - two, two-hundred-fifty; "one hundred-two hundred" is a range. */
static bool take_dash(wordy *w)
{
	const scan_sets *sets = w->s->sets;
	if (!w->any || !is(w, w->at, sets->dash) || atom_glued(w->s, w->at) != atom_glued(w->s, w->at + 1))
		return false;
	uint32_t next = w->at + 1;
	bool glued = atom_glued(w->s, w->at), hundred;
	if (glued && w->dashed && is(w, next, sets->and)) {
		w->at = next;
		return true;
	}
	if (!is_number_word(w, next))
		return false;
	bool goes_on = !is_low(w, next) || (after_ten(w) && is(w, next, sets->digit)) ||
	               (glued && w->dashed && !scale_ahead(w, next, &hundred) && !hundred);
	if (!goes_on)
		return false;
	w->dashed = w->dashed || glued;
	w->at = next;
	return true;
}

/* "two million, three hundred thousand": after a comma words for a lower magnitude. */
static bool comma_goes_on(const wordy *w)
{
	enum { REACH = 5 };
	const scan_sets *sets = w->s->sets;
	uint32_t k = w->at + 1;
	rational lower;
	if (w->group >= 0 || !w->after_scale || !atom_is_char(w->s, w->at, ',') || !is_low(w, k))
		return false;
	while (k < w->stop && k - w->at <= REACH && (is_low(w, k) || is(w, k, sets->hundred) || is(w, k, sets->and)))
		k++;
	return k < w->stop && is(w, k, sets->scale) && entry_number(entry_at(w, k, sets->scale), "value", &lower) &&
	       rational_compare(lower, w->scale) < 0;
}

static void take_words(wordy *w)
{
	while (w->at < w->stop && !w->ordinal && !w->dozen) {
		uint32_t before = w->at;
		w->at += comma_goes_on(w) ? 1 : 0;
		take_dash(w);
		if (w->any && is(w, w->at, w->s->sets->and) && take_and(w))
			continue;
		if (!take_word(w)) {
			w->at = before;
			return;
		}
	}
}

typedef struct places { /* digits after a point */
	rational value, unit;
} places;

static void add_places(places *p, int64_t n, uint32_t digits)
{
	for (uint32_t k = 0; k < digits; k++)
		p->unit = rational_divide(p->unit, rational_int(10), ROUND_DOWN);
	p->value = rational_add(p->value, rational_multiply(rational_int(n), p->unit, ROUND_DOWN), ROUND_DOWN);
}

/* "one point three", "nought point oh five", "two point seventy-one", "two point 5". */
static bool take_point(const wordy *w, rational *value, rational *ulp, uint32_t *end)
{
	enum { MOST_PLACES = 18 };
	const scan_sets *sets = w->s->sets;
	uint32_t i = w->at + 1, count = 0;
	places p = {rational_int(0), rational_int(1)};
	numeral digits;
	if (!is(w, w->at, sets->point))
		return false;
	if (atom_is(w->s, i, ATOM_NUMBER) && numeral_digits(w->s, i, &digits) && digits.bare_digits) {
		count = w->s->at[i].end - w->s->at[i].start;
		add_places(&p, (int64_t)digits.value.num, count);
		i++;
	}
	for (bool words = count == 0; words && count < MOST_PLACES && (is_low(w, i) || is(w, i, sets->oh));) {
		int64_t n = 0;
		uint32_t next = is(w, i, sets->oh) ? i + 1 : low_end(w, i, &n), more = n < 10 ? 1 : 2;
		add_places(&p, n, more);
		count += more;
		i = next;
	}
	if (count == 0)
		return false;
	*value = rational_add(*value, p.value, ROUND_DOWN);
	*ulp = p.unit;
	*end = i;
	return true;
}

/* A point may begin a number where no word before it makes "point" a noun. */
static bool may_begin_with_point(const atoms *s, uint32_t i)
{
	return i == 0 || atom_in(s, i - 1, s->sets->minus);
}

bool numeral_whole(const atoms *s, uint32_t i, uint32_t stop, numeral *out)
{
	const scan_sets *sets = s->sets;
	wordy w = {.s = s,
	           .first = i,
	           .at = i,
	           .stop = stop,
	           .group = -1,
	           .total = rational_int(0),
	           .scale = rational_int(0),
	           .scale_at = UINT32_MAX};
	bool article = atom_in(s, i, sets->article);
	if (article) {
		w.at++;
		if (!is(&w, w.at, sets->hundred) && !is(&w, w.at, sets->scale) && !is(&w, w.at, sets->dozen))
			return false;
	}
	take_words(&w);
	if (!w.any && !is(&w, w.at, sets->point))
		return false;
	rational value = rational_add(w.total, rational_int(w.group < 0 ? 0 : w.group), ROUND_DOWN), ulp = rational_int(1);
	uint32_t end = w.at;
	bool pointed = !w.ordinal && !w.dozen && (w.any || may_begin_with_point(s, i)) && take_point(&w, &value, &ulp, &end);
	if (!w.any && !pointed)
		return false;
	bool scaled = w.group < 0 && w.after_scale && rational_sign(w.scale) > 0 && !w.ordinal;
	*out = (numeral){.first = i,
	                 .end = end,
	                 .base = w.dozen ? BASE_DOZEN : BASE_NUMBER,
	                 .value = value,
	                 .ulp = scaled ? w.scale : ulp,
	                 .high = rational_int(0),
	                 .of = rational_int(0),
	                 .has_value = true,
	                 .words = true,
	                 .decimal = pointed,
	                 .ordinal = w.ordinal,
	                 .magnitude = scaled,
	                 .bare_digits = w.pairs,
	                 .scale = scaled ? w.scale : rational_int(1),
	                 .scale_at = scaled ? w.scale_at : UINT32_MAX};
	out->lone_one = !article && end == i + 1 && rational_compare(value, rational_int(1)) == 0 && !w.ordinal;
	return true;
}
