/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/quantity.h"

static bool same_name(const unit *a, const unit *b)
{
	return a->name.len && slice_equal(a->name, b->name);
}

/* "$10 dollars", "$500 US": a currency told twice. */
static uint32_t currency_again(const atoms *s, const unit *before, uint32_t end)
{
	unit after;
	if (!atom_is(s, end, ATOM_WORD) || !currency_read(s, end, &after))
		return end;
	return same_name(before, &after) || entry_flag(after.entry, "country") ? after.end : end;
}

/* "$(4.2) million", "$(0.15)": in brackets behind its symbol a sum is a loss. */
static bool loss_read(const atoms *s, uint32_t at, numeral *out)
{
	if (!atom_is_char(s, at, '(') || !atom_glued(s, at) || !atom_glued(s, at + 1) || !numeral_digits(s, at + 1, out) ||
	    !atom_is_char(s, out->end, ')') || !atom_glued(s, out->end))
		return false;
	out->first = at;
	out->end++;
	out->bare_digits = false;
	bool places = out->decimal;
	numeral_scale(s, true, out);
	out->value = rational_negate(out->value);
	out->negative = true;
	return places || out->magnitude;
}

static bool money_before(const atoms *s, uint32_t i, quantity *out)
{
	unit money;
	if (!currency_read(s, i, &money) || entry_flag(money.entry, "after"))
		return false;
	uint32_t at = money.end;
	bool symbol = false;
	for (uint32_t k = i; k < money.end; k++)
		symbol = symbol || (s->at[k].kind == ATOM_PUNCT && !atom_is_char(s, k, '.'));
	if (symbol) /* "$ about 5" */
		phrase_at(s, at, s->sets->hedge, &at);
	bool loss = symbol && loss_read(s, at, &out->num);
	if (!(loss || numeral_read(s, at, true, &out->num)) || out->num.ordinal || out->num.base == BASE_MULTIPLE)
		return false;
	if (!symbol && !entry_flag(money.entry, "code") && !entry_flag(money.entry, "leads"))
		return false;
	bool year_like = out->num.bare_digits && rational_compare(out->num.value, rational_int(1000)) >= 0;
	if ((out->num.words && !out->num.magnitude) || (!symbol && entry_flag(money.entry, "leads") && year_like))
		return false;
	*out = (quantity){.num = out->num,
	                  .first = i,
	                  .end = out->num.end,
	                  .kind = FIGURE_MONEY,
	                  .unit = money,
	                  .has_unit = true,
	                  .money_before = true};
	out->end = currency_again(s, &money, out->end);
	return true;
}

/* "half an hour", "a quarter of a mile", "hundreds of millions of dollars". */
static uint32_t skip_article(const atoms *s, const numeral *num)
{
	uint32_t i = num->end;
	if (num->base == BASE_VAGUE)
		return atom_in(s, i, s->sets->of) ? i + 1 : i;
	if (num->base != BASE_FRACTION)
		return i;
	if (atom_in(s, i, s->sets->of) && atom_in(s, i + 1, s->sets->article))
		i++;
	return atom_in(s, i, s->sets->article) ? i + 1 : i;
}

/* A unit that stands apart from its number. "Hundreds of pounds" may be weight or money. */
static bool named_apart(const atoms *s, uint32_t at, const numeral *num, const unit *u)
{
	unit money;
	if (num->base != BASE_VAGUE)
		return u->kind == FIGURE_DURATION || u->kind == FIGURE_MEASURE ||
		       (u->kind == FIGURE_PERCENT && num->base == BASE_FRACTION); /* "two thirds of a percent" */
	return !u->symbol && (u->kind == FIGURE_MONEY || !currency_read(s, at, &money));
}

static void multiply(quantity *q, rational by)
{
	q->num.value = rational_multiply(q->num.value, by, ROUND_DOWN);
	q->num.ulp = rational_multiply(q->num.ulp, by, ROUND_DOWN);
	q->num.magnitude = true;
	q->num.bare_digits = q->num.lone_one = false;
}

/* "20 USD million", "5 MUSD", "2 degrees below zero". */
static void after_unit(const atoms *s, quantity *q)
{
	rational by;
	uint32_t end;
	const lex_entry *scale =
		atom_in(s, q->end, s->sets->scale) ? lexicon_entry(s->lex, s->at[q->end].word, s->sets->scale) : NULL;
	if (q->kind == FIGURE_MONEY && entry_number(q->unit.entry, "times", &by))
		multiply(q, by);
	if (q->kind == FIGURE_MONEY && !q->num.magnitude && entry_number(scale, "value", &by)) {
		multiply(q, by);
		q->end++;
	}
	bool degrees = slice_equal(q->unit.dimension, SLICE("temperature")) || slice_equal(q->unit.dimension, SLICE("angle"));
	if (degrees && phrase_at(s, q->end, s->sets->below_zero, &end)) {
		q->num.value = rational_negate(q->num.value);
		q->end = end;
	}
}

bool quantity_number_read(const atoms *s, uint32_t i, quantity *out)
{
	numeral num;
	unit u;
	if (!numeral_read(s, i, false, &num))
		return false;
	if (atom_in(s, num.end, s->sets->scale_letter)) { /* 10k$, 5m euros */
		numeral money;
		bool scaled = numeral_read(s, i, true, &money) && money.scale_at + 1 == money.end && !money.ordinal;
		if (scaled && currency_read(s, money.end, &u) && !entry_flag(u.entry, "before")) {
			*out = (quantity){.num = money, .first = i, .end = u.end, .kind = FIGURE_MONEY, .unit = u, .has_unit = true};
			return true;
		}
	}
	*out = (quantity){.num = num, .first = i, .end = num.end, .kind = FIGURE_COUNT};
	if (num.ordinal || num.base == BASE_MULTIPLE)
		return true;
	uint32_t at = skip_article(s, &num), since;
	if (phrase_at(s, at, s->sets->relative, &since) && since > at + 1 && num.magnitude)
		return true; /* "3 million a year earlier", where one word is both */
	if (unit_read(s, at, &num, &u) && (at == num.end || named_apart(s, at, &num, &u))) {
		out->unit = u;
		out->has_unit = true;
		out->kind = u.kind;
		out->end = u.end;
		after_unit(s, out);
	}
	return true;
}

/* "pH 7.4", "pH of 7.4", "pH = 7.4". */
static void unit_before(const atoms *s, quantity *q)
{
	uint32_t at = q->first, start;
	if (at > 1 && (atom_in(s, at - 1, s->sets->of) || atom_in(s, at - 1, s->sets->equals)))
		at--;
	const lex_entry *e = at > 0 && !q->has_unit ? phrase_before(s, at, 0, s->sets->unit_before, &start) : NULL;
	if (!e || q->num.ordinal || q->num.base != BASE_NUMBER ||
	    !spelled_same(slice_sub(s->text, s->at[start].start, s->at[at - 1].end), lexicon_phrase(e)))
		return;
	q->kind = FIGURE_MEASURE;
	q->has_unit = true;
	q->unit = unit_of_entry(e, q->end, FIGURE_MEASURE);
}

/* "$15 an hour", "$50 a barrel", "20 cents/kWh": the sum is for each of these; "four times a week". */
static void take_rate(const atoms *s, quantity *q)
{
	unit rate;
	bool times = q->kind == FIGURE_COUNT && !q->has_unit && !q->num.ordinal && atom_in(s, q->end, s->sets->times);
	if ((q->kind != FIGURE_MONEY && !times) || !unit_rate_read(s, q->end + times, &rate))
		return;
	q->unit.per = arena_printf(s->arena, "1/" SLICE_FMT, SLICE_ARG(rate.name));
	q->end = rate.end;
}

bool quantity_read(const atoms *s, uint32_t i, quantity *out)
{
	uint32_t end;
	if (!money_before(s, i, out) && !quantity_article_read(s, i, out) && !quantity_number_read(s, i, out))
		return false;
	quantity_join(s, out);
	unit_before(s, out);
	take_rate(s, out);
	quantity_spread_read(s, out);
	if (out->kind == FIGURE_DURATION && phrase_at(s, out->end, s->sets->age_after, &end)) {
		out->kind = FIGURE_AGE;
		out->end = end;
	}
	return true;
}
