/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranges: 5-7%, from 5 to 7 km, between $3m and $4m. After a verb of change two numbers are a change, no range. */
#include "scan/read_figure.h"

enum { /* atoms before the first number in which a word of change is looked for */
	   CHANGE_REACH = 7,
	   CHANGE_FAR = 30, /* a verb, where the numbers are told with "from" */
	   ORDINAL_GAP = 2, /* "the first and the second" are two things, no range */
};

typedef enum { JOIN_NONE, JOIN_DASH, JOIN_TO, JOIN_AND, JOIN_OR } joint;

static bool word_before(const atoms *s, uint32_t from, uint32_t first, lex_set which)
{
	uint32_t at = hedge_start(s, from, first);
	return at > 0 && atom_in(s, at - 1, which);
}

/* Where what stands before a range of ages begins: at the "of" of "between the ages of 30 and 45"; `at` where no age is told. */
static uint32_t age_start(const atoms *s, uint32_t from, uint32_t at)
{
	uint32_t start;
	at = hedge_start(s, from, at);
	return at > 0 && phrase_before(s, at, from, s->sets->age_before, &start) ? start : at;
}

/* The word that announces two ends, and where it stands. */
static bool between_before(const atoms *s, uint32_t from, uint32_t first, uint32_t *at)
{
	const uint32_t starts[] = {hedge_start(s, from, first), age_start(s, from, first)};
	for (size_t k = 0; k < sizeof starts / sizeof *starts; k++) {
		*at = starts[k] - 1;
		if (starts[k] > 0 && atom_in(s, *at, s->sets->range_between))
			return true;
	}
	return false;
}

static bool change_before(const atoms *s, uint32_t first, bool from)
{
	for (uint32_t k = 1; k <= (from ? CHANGE_FAR : CHANGE_REACH) && k <= first; k++) {
		if (atom_is_char(s, first - k, ';') || atom_is_char(s, first - k, ':'))
			return false;
		if (atom_in(s, first - k, s->sets->change) || (k <= CHANGE_REACH && atom_in(s, first - k, s->sets->change_near)))
			return true;
	}
	return false;
}

static joint joint_at(const atoms *s, uint32_t from, const found *f, uint32_t *next)
{
	uint32_t i = f->end;
	*next = i + 1;
	if (atom_in(s, i, s->sets->dash)) {
		if (atom_in(s, i + 1, s->sets->dash))
			return JOIN_NONE;
		bool even = atom_glued(s, i) == atom_glued(s, i + 1);
		return even || atom_is(s, i + 1, ATOM_NUMBER) ? JOIN_DASH : JOIN_NONE;
	}
	if (atom_in(s, i, s->sets->range_to)) {
		if (atom_in(s, i + 1, s->sets->dash) && atom_glued(s, i + 1) && !atom_is(s, i, ATOM_PUNCT))
			++*next;
		return JOIN_TO;
	}
	uint32_t at;
	bool shared = !f->q.has_unit && word_before(s, from, f->first, s->sets->range_from); /* "from 1.5 and 2.5 euros" */
	if (atom_in(s, i, s->sets->range_and) && (shared || between_before(s, from, f->first, &at)))
		return JOIN_AND;
	return atom_in(s, i, s->sets->range_or) ? JOIN_OR : JOIN_NONE;
}

static bool plain_number(const quantity *q)
{
	return q->num.base == BASE_NUMBER && !q->num.ordinal && q->num.has_value && rational_sign(q->num.of) == 0 &&
	       rational_sign(q->spread) == 0;
}

/* What b's last word multiplies it by: a magnitude, or a hundred in words. */
static rational last_scale(const atoms *s, const numeral *b)
{
	rational hundred;
	if (b->magnitude)
		return b->scale;
	const lex_entry *e =
		atom_in(s, b->end - 1, s->sets->hundred) ? lexicon_entry(s->lex, s->at[b->end - 1].word, s->sets->hundred) : NULL;
	return entry_number(e, "value", &hundred) ? hundred : rational_int(1);
}

/* "5 to 7 million", "two or three hundred": the first takes the second's magnitude, if it is the smaller one then. */
static void spread_scale(const atoms *s, numeral *a, const numeral *b)
{
	rational scale = last_scale(s, b), own = rational_divide(b->value, scale, ROUND_DOWN);
	if (a->magnitude || rational_compare(scale, rational_int(1)) == 0 || rational_compare(a->value, own) >= 0)
		return;
	a->value = rational_multiply(a->value, scale, ROUND_DOWN);
	a->ulp = b->magnitude ? rational_multiply(a->ulp, scale, ROUND_DOWN) : a->ulp;
	a->scale = scale;
	a->magnitude = b->magnitude;
}

/* One unit for both ends, told at one or at both. */
static bool spread_unit(quantity *a, quantity *b, joint j)
{
	if (a->has_unit && b->has_unit)
		return slice_equal(a->unit.name, b->unit.name) && a->kind == b->kind;
	if (a->has_unit && !a->money_before && j != JOIN_DASH && j != JOIN_AND)
		return false;
	if (a->has_unit) {
		b->unit = a->unit;
		b->has_unit = true;
		b->kind = a->kind;
	} else if (b->has_unit) {
		if (b->money_before)
			return false;
		a->unit = b->unit;
		a->has_unit = true;
		a->kind = b->kind;
	}
	return true;
}

/* "two or three", "15 or 20", "two or three hundred": the next one, five or ten, before what multiplies both. */
static bool next_one(const atoms *s, const numeral *a, const numeral *b)
{
	rational scale = a->magnitude ? rational_int(1) : last_scale(s, b);
	rational step = rational_subtract(rational_divide(b->value, scale, ROUND_DOWN), a->value, ROUND_DOWN);
	if (rational_compare(step, rational_int(1)) == 0)
		return true;
	bool even = rational_compare(step, rational_int(10)) == 0 || rational_compare(step, rational_int(5)) == 0;
	return even && rational_is_integer(rational_divide(a->value, step, ROUND_DOWN));
}

/* "from 3,870 thefts in 2012 to 4,610 in 2013": the year belongs to what stands before it. */
static bool is_year_of_level(const atoms *s, uint32_t at, const numeral *a, const numeral *b)
{
	const rational first = rational_int(1900), last = rational_int(2100);
	bool year = a->bare_digits && rational_compare(a->value, first) >= 0 && rational_compare(a->value, last) < 0;
	bool level = !b->bare_digits || rational_compare(b->value, last) >= 0;
	return year && level && at > 0 && atom_in(s, at - 1, s->sets->year_of_level);
}

static bool is_range(const atoms *s, uint32_t from, const found *f, const quantity *b, joint j)
{
	const quantity *a = &f->q;
	bool rising = rational_compare(a->num.value, b->num.value) < 0;
	bool from_before = word_before(s, from, f->first, s->sets->range_from);
	switch (j) {
	case JOIN_DASH:
		return rising || (a->has_unit && b->has_unit && !a->money_before) || rational_sign(a->num.value) < 0;
	case JOIN_TO: {
		uint32_t at;
		if (between_before(s, from, f->first, &at))
			return rising;
		at = hedge_start(s, from, f->first);
		if (is_year_of_level(s, at, &a->num, &b->num))
			return false;
		bool changed = change_before(s, at, from_before), by = at > 0 && atom_in(s, at - 1, s->sets->unit_per);
		bool one_thing = at > 0 && atom_in(s, at - 1, s->sets->hedge_determiner); /* "fell from the 5 to 7% it had" */
		if (changed && !one_thing && (from_before || !by) &&
		    (from_before || a->has_unit || !b->has_unit || a->num.magnitude))
			return false;
		return rising || rational_sign(a->num.value) < 0;
	}
	case JOIN_AND: {
		uint32_t at;
		return rising && (between_before(s, from, f->first, &at) || (b->has_unit && !b->money_before));
	}
	case JOIN_OR: /* "three, five or ten" is a list */
		if (f->first > 1 && atom_is_char(s, f->first - 1, ',') && f->first == from + 1)
			return false;
		return !a->has_unit && next_one(s, &a->num, &b->num) && !b->money_before;
	default:
		return false;
	}
}

/* The second end, perhaps with a hedge of its own: "2 - ~7 litres". */
static bool second_end(const atoms *s, uint32_t i, joint j, quantity *out)
{
	uint32_t end;
	if (phrase_at(s, i, s->sets->hedge, &end) && j != JOIN_OR)
		i = end;
	if (atom_in(s, i, s->sets->article) && j == JOIN_AND && atom_is(s, i + 1, ATOM_NUMBER))
		i++;
	return i < s->n && quantity_read(s, i, out) && plain_number(out);
}

/* "between the tenth and the fifteenth"; nothing is counted after them. */
static bool ordinal_range(const atoms *s, uint32_t from, found *f)
{
	numeral b;
	uint32_t at = f->first, k = f->end + 1;
	if (!f->q.num.ordinal || f->q.has_unit || !atom_in(s, f->end, s->sets->range_and))
		return false;
	at -= at > from && atom_in(s, at - 1, s->sets->year_noun) ? 1 : 0;
	if (at <= from || !atom_in(s, at - 1, s->sets->range_between))
		return false;
	k += atom_in(s, k, s->sets->year_noun) ? 1 : 0;
	if (k >= s->n || !numeral_read(s, k, false, &b) || !b.ordinal || atom_is_content(s, b.end) ||
	    rational_compare(rational_subtract(b.value, f->q.num.value, ROUND_DOWN), rational_int(ORDINAL_GAP)) < 0)
		return false;
	f->first = at - 1;
	f->q.num.end = f->q.end = f->end = b.end;
	f->fig.base = BASE_RANGE;
	f->fig.has_high = true;
	figure_set_high(s->arena, &f->fig, b.value);
	return true;
}

bool range_read(const atoms *s, uint32_t from, found *f)
{
	if (ordinal_range(s, from, f))
		return true;
	uint32_t next;
	quantity b;
	joint j = plain_number(&f->q) ? joint_at(s, from, f, &next) : JOIN_NONE;
	if (j == JOIN_NONE || !second_end(s, next, j, &b))
		return false;
	quantity a = f->q;
	if (!is_range(s, from, f, &b, j))
		return false;
	spread_scale(s, &a.num, &b.num);
	if (!spread_unit(&a, &b, j))
		return false;
	if (a.money_before && !a.num.magnitude && !b.money_before && !b.num.magnitude &&
	    rational_compare(a.num.value, b.num.value) >= 0)
		return false;
	bool rising = rational_compare(a.num.value, b.num.value) <= 0;
	if (!rising && rational_sign(a.num.value) > 0)
		return false;
	uint32_t at;
	bool age = age_start(s, from, f->first) < hedge_start(s, from, f->first);
	if (between_before(s, from, f->first, &at)) { /* "between" belongs to the expression, as a hedge does */
		f->first = at;
		f->fig.full_start = s->at[f->first].start;
	}
	f->q = a;
	f->q.num.end = b.num.end;
	f->q.end = f->end = b.end;
	f->q.num.lone_one = f->q.num.bare_digits = false;
	f->fig.kind = a.kind;
	if (b.kind == FIGURE_AGE)
		f->fig.kind = FIGURE_AGE;
	f->fig.base = BASE_RANGE;
	f->fig.has_high = f->fig.has_value = true;
	f->fig.number = told_keep(s->arena, rising ? a.num.value : b.num.value,
	                          rational_compare(a.num.ulp, b.num.ulp) < 0 ? a.num.ulp : b.num.ulp);
	figure_set_high(s->arena, &f->fig, rising ? b.num.value : a.num.value);
	f->fig.magnitude = a.num.magnitude || b.num.magnitude;
	f->fig.words = a.num.words && b.num.words;
	f->fig.whole = f->fig.kind == FIGURE_COUNT && rational_is_integer(figure_value(&f->fig)) &&
	               rational_is_integer(figure_high(&f->fig)) && !(a.num.decimal && !a.num.magnitude) &&
	               !(b.num.decimal && !b.num.magnitude);
	if (a.has_unit) {
		unit_give(s, &a.unit, &f->fig);
	}
	bool years = a.has_unit && entry_flag(a.unit.entry, "ages");
	if ((age || word_before(s, from, f->first, s->sets->age_before)) && (f->fig.kind == FIGURE_COUNT || years))
		f->fig.kind = FIGURE_AGE;
	return true;
}

/* Only joining words and marks stand between two figures. */
static bool only_joined(const atoms *s, const found *a, const found *b, bool *joined)
{
	*joined = false;
	if (b->first == a->end)
		return false;
	for (uint32_t i = a->end; i < b->first; i++) {
		bool joint_word = atom_in(s, i, s->sets->and) || atom_in(s, i, s->sets->range_or) ||
		                  atom_in(s, i, s->sets->range_to) ||
		                  (atom_in(s, i, s->sets->unit_by) &&
		                   slice_equal(figure_unit(&b->fig)->dimension, SLICE("length"))); /* 2 by 4 inches */
		if (!joint_word && !atom_is_char(s, i, ','))
			return false;
		*joined = *joined || joint_word;
	}
	return true;
}

static bool takes_unit(const found *a, const found *b)
{
	bool bare =
		a->fig.kind == FIGURE_COUNT && a->fig.base == BASE_NUMBER && !figure_unit(&a->fig)->entry && !a->q.num.bare_digits;
	bool digits = a->fig.kind == FIGURE_COUNT && a->fig.base == BASE_NUMBER && !figure_unit(&a->fig)->entry && !a->fig.words;
	bool unit_after = figure_unit(&b->fig)->entry && !b->q.money_before && b->fig.base == BASE_NUMBER &&
	                  (b->fig.kind == FIGURE_PERCENT || b->fig.kind == FIGURE_MEASURE || b->fig.kind == FIGURE_MONEY ||
	                   b->fig.kind == FIGURE_DURATION);
	/* "from 3,192,700 and 34.3 pct": such a number is no percentage */
	bool large = a->fig.magnitude || rational_compare(figure_value(&a->fig), rational_int(1000)) >= 0;
	/* "by 50,000 to 1.43m": so far apart, they are no two of one unit */
	bool apart = !b->q.num.magnitude &&
	             rational_compare(figure_value(&a->fig),
	                              rational_multiply(figure_value(&b->fig), rational_int(1000), ROUND_DOWN)) > 0;
	return (bare || digits) && unit_after && !apart && !(large && b->fig.kind == FIGURE_PERCENT);
}

static bool bounds_below(hedge_shape h)
{
	return h == HEDGE_ABOVE || h == HEDGE_AT_LEAST;
}

static bool bounds_above(hedge_shape h)
{
	return h == HEDGE_BELOW || h == HEDGE_AT_MOST;
}

/* "more than 10 and less than 40": two bounds of one number. */
static bool bound_pair(const atoms *s, const found *a, const found *b)
{
	uint32_t i = a->end;
	if (atom_is_char(s, i, ','))
		i++;
	if (atom_in(s, i, s->sets->and))
		i++;
	if (i == a->end || i != b->first || a->fig.base != BASE_NUMBER || b->fig.base != BASE_NUMBER)
		return false;
	bool same = a->fig.kind == b->fig.kind && slice_equal(figure_unit(&a->fig)->name, figure_unit(&b->fig)->name);
	if (!same && figure_unit(&a->fig)->entry)
		return false;
	int order = rational_compare(figure_value(&a->fig), figure_value(&b->fig));
	return (order < 0 && bounds_below(a->fig.hedge) && bounds_above(b->fig.hedge)) ||
	       (order > 0 && bounds_above(a->fig.hedge) && bounds_below(b->fig.hedge));
}

void range_join_bounds(const atoms *s, found_list *list)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		if (n < i)
			list->at[n] = list->at[i];
		found *f = &list->at[n++];
		if (i + 1 < list->n && bound_pair(s, f, &list->at[i + 1])) {
			const found *b = &list->at[++i];
			rational first = figure_value(&f->fig), second = figure_value(&b->fig);
			bool rising = rational_compare(first, second) < 0;
			figure joined = b->fig;
			joined.start = f->fig.start;
			joined.unit_start = f->fig.unit_start;
			joined.full_start = f->fig.full_start;
			joined.number = told_keep(s->arena, rising ? first : second, figure_ulp(&b->fig));
			figure_set_high(s->arena, &joined, rising ? second : first);
			joined.base = BASE_RANGE;
			joined.has_high = true;
			joined.hedge = HEDGE_NONE;
			figure_own_more(s->arena, &joined)->hedge_text = (slice){0};
			f->fig = joined;
			f->end = b->end;
		}
	}
	list->n = n;
}

/* "from $89 to $93 billion": two levels of one size, whose magnitude is told once. */
static void share_magnitude(const atoms *s, found *a, const found *b)
{
	const rational ten = rational_int(10), scale = b->q.num.scale;
	bool levels = a->fig.kind == FIGURE_MONEY && b->fig.kind == FIGURE_MONEY && a->q.money_before && b->q.money_before &&
	              slice_equal(figure_unit(&a->fig)->name, figure_unit(&b->fig)->name) && a->fig.base == BASE_NUMBER &&
	              b->fig.base == BASE_NUMBER && a->end + 1 == b->first && atom_in(s, a->end, s->sets->range_to);
	if (!levels || a->fig.magnitude || !b->fig.magnitude || rational_compare(scale, rational_int(1000)) < 0 ||
	    rational_sign(figure_value(&a->fig)) <= 0)
		return;
	rational value = figure_value(&a->fig), own = rational_divide(figure_value(&b->fig), scale, ROUND_DOWN);
	if (rational_compare(value, rational_multiply(own, ten, ROUND_UP)) > 0 ||
	    rational_compare(own, rational_multiply(value, ten, ROUND_UP)) > 0)
		return;
	a->fig.number = told_keep(s->arena, rational_multiply(value, scale, ROUND_DOWN),
	                          rational_multiply(figure_ulp(&a->fig), scale, ROUND_DOWN));
	a->fig.magnitude = true;
}

void range_spread(const atoms *s, found_list *list)
{
	bool chain = false;
	for (size_t i = list->n; i-- > 1;) {
		found *a = &list->at[i - 1];
		const found *b = &list->at[i];
		share_magnitude(s, a, b);
		bool joined, listed;
		bool opens = i < 2 || !only_joined(s, &list->at[i - 2], a, &listed); /* nothing is listed before a */
		bool aside = opens && atom_is_char(s, a->end, ',');                  /* "by 63, or 12.6%" tells the same twice */
		if (!only_joined(s, a, b, &joined) || !(joined || chain) || (aside && !chain) || !takes_unit(a, b)) {
			chain = false;
			continue;
		}
		chain = true;
		figure *fig = &a->fig;
		fig->kind = b->fig.kind;
		told_unit shared = *figure_unit(&b->fig);
		shared.per = figure_unit(fig)->per;
		unit_set(s, &shared, fig);
		fig->whole = false;
		if (b->q.num.magnitude && !a->q.num.magnitude && joined && atom_in(s, a->end, s->sets->range_to)) {
			spread_scale(s, &a->q.num, &b->q.num);
			fig->number = told_keep(s->arena, a->q.num.value, a->q.num.ulp);
			fig->magnitude = a->q.num.magnitude;
		}
	}
}
