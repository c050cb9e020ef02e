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
	if (!numeral_read(s, at, true, &out->num) || out->num.ordinal || out->num.base == BASE_MULTIPLE)
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

/* "half an hour", "a quarter of a mile". */
static uint32_t skip_article(const atoms *s, const numeral *num)
{
	uint32_t i = num->end;
	if (num->base != BASE_FRACTION)
		return i;
	if (atom_in(s, i, s->sets->of) && atom_in(s, i + 1, s->sets->article))
		i++;
	return atom_in(s, i, s->sets->article) ? i + 1 : i;
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

static bool number_first(const atoms *s, uint32_t i, quantity *out)
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
	uint32_t at = skip_article(s, &num);
	if (unit_read(s, at, &num, &u) && (at == num.end || u.kind == FIGURE_DURATION || u.kind == FIGURE_MEASURE)) {
		out->unit = u;
		out->has_unit = true;
		out->kind = u.kind;
		out->end = u.end;
		after_unit(s, out);
	}
	return true;
}

/* A smaller unit of the same sort goes on: 7 ft 10 in, $20 and 43c, two years and three months. */
static bool joins(const quantity *big, const quantity *small, bool told_and)
{
	const unit *a = &big->unit, *b = &small->unit;
	if (!small->has_unit || small->money_before || !rational_is_integer(big->num.value) || small->num.base != BASE_NUMBER)
		return false;
	bool cents = big->kind == FIGURE_MONEY && small->kind == FIGURE_MONEY && entry_flag(b->entry, "any");
	if (!cents && (!slice_equal(a->base, b->base) || !slice_equal(a->dimension, b->dimension) || !a->base.len))
		return false;
	if (rational_sign(a->offset) != 0 || rational_sign(b->offset) != 0 || rational_compare(b->factor, a->factor) >= 0)
		return false;
	rational ratio = rational_divide(a->factor, b->factor, ROUND_DOWN);
	if (!rational_is_integer(ratio) || big->num.magnitude)
		return false;
	return !told_and || rational_compare(small->num.value, ratio) < 0;
}

/* The two as one: sums of money in their currency, all else in the smaller unit. */
static void join(quantity *q, const quantity *small)
{
	rational ratio = rational_divide(q->unit.factor, small->unit.factor, ROUND_DOWN);
	if (q->kind == FIGURE_MONEY) {
		q->num.value = rational_add(q->num.value, rational_divide(small->num.value, ratio, ROUND_DOWN), ROUND_DOWN);
		q->num.ulp = rational_divide(small->num.ulp, ratio, ROUND_DOWN);
		q->num.decimal = true;
	} else {
		q->num.value = rational_add(rational_multiply(q->num.value, ratio, ROUND_DOWN), small->num.value, ROUND_DOWN);
		q->num.ulp = small->num.ulp;
		q->num.decimal = q->num.decimal || small->num.decimal;
		q->unit = small->unit;
	}
	q->num.words = q->num.words && small->num.words;
	q->num.end = small->num.end;
	q->num.lone_one = q->num.bare_digits = false;
	q->end = small->end;
}

/* "fifteen dollars fifty", "$3 and fourteen": hundredths whose unit is left out; nothing goes on after them. */
static bool bare_hundredths(const atoms *s, const quantity *q, uint32_t i, bool told_and, quantity *small)
{
	if (q->kind != FIGURE_MONEY || q->num.magnitude || q->num.decimal || small->has_unit || small->num.base != BASE_NUMBER ||
	    (q->money_before && !told_and))
		return false;
	bool whole = rational_is_integer(small->num.value) && rational_sign(small->num.value) > 0 &&
	             rational_compare(small->num.value, rational_int(100)) < 0 && !small->num.ordinal;
	uint32_t end = small->num.end;
	bool ends =
		end >= s->n || (s->at[end].kind == ATOM_PUNCT && !atom_in(s, end, s->sets->dash) && !atom_is_char(s, end, '/'));
	if (!whole || !ends || small->first != i)
		return false;
	small->unit = q->unit;
	small->unit.factor = rational_divide(q->unit.factor, rational_int(100), ROUND_DOWN);
	return true;
}

static void join_smaller(const atoms *s, quantity *q)
{
	while (q->has_unit && q->num.base == BASE_NUMBER && q->end < s->n && !q->num.fraction) {
		uint32_t i = q->end;
		bool told_and = false;
		if (atom_is_char(s, i, ',') && !atom_glued(s, i + 1) && q->kind != FIGURE_DURATION)
			i++;
		if (atom_in(s, i, s->sets->and)) {
			told_and = true;
			i++;
		}
		quantity small;
		bool starts = atom_is(s, i, ATOM_NUMBER) || (i < s->n && s->at[i].word && s->at[i].word->known);
		if (!starts || !number_first(s, i, &small))
			return;
		if (!joins(q, &small, told_and) && !(i <= q->end + told_and && bare_hundredths(s, q, i, told_and, &small)))
			return;
		join(q, &small);
	}
}

bool quantity_read(const atoms *s, uint32_t i, quantity *out)
{
	if (!money_before(s, i, out) && !number_first(s, i, out))
		return false;
	join_smaller(s, out);
	uint32_t end;
	if (out->kind == FIGURE_DURATION && phrase_at(s, out->end, s->sets->age_after, &end)) {
		out->kind = FIGURE_AGE;
		out->end = end;
	}
	return true;
}
