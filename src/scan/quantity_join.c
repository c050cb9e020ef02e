/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quantity told in several parts: 7 ft 10 in, $20 and 43c, an hour and a half, 12.3 ± 4.5 kg. */
#include "scan/quantity.h"

static bool is_power_of_ten(rational r)
{
	while (rational_compare(r, rational_int(10)) >= 0)
		r = rational_divide(r, rational_int(10), ROUND_DOWN);
	return rational_compare(r, rational_int(1)) == 0;
}

/* A smaller unit of the same sort goes on: 7 ft 10 in, $20 and 43c, two years and three months. */
static bool joins(const quantity *big, const quantity *small, bool apart)
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
	bool listed = apart && big->kind == FIGURE_MEASURE && is_power_of_ten(ratio); /* 5 MW and 3 kW */
	return !listed && rational_compare(small->num.value, ratio) < 0;
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
	q->num.parts = true;
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

/* "5 ft 2 in": after feet the word that is else a preposition. */
static void inches_after_feet(const atoms *s, const quantity *big, quantity *small)
{
	uint32_t end = small->num.end + 1;
	const lex_entry *e =
		atom_in(s, end - 1, s->sets->unit_symbol) ? lexicon_entry(s->lex, s->at[end - 1].word, s->sets->unit_symbol) : NULL;
	if (!entry_flag(e, "glued") || !slice_equal(entry_text(e, "dimension"), big->unit.dimension) || !big->unit.symbol ||
	    small->num.ordinal || small->num.base != BASE_NUMBER)
		return;
	numeral glued = small->num;
	if (!unit_part_read(s, end - 1, &glued, false, &small->unit))
		return;
	small->has_unit = true;
	small->kind = FIGURE_MEASURE;
	small->end = end;
}

/* "49°55′7″", "1h20m": behind degrees the marks of feet and inches are minutes and seconds, and behind hours m is no metre. */
static void smaller_part(const atoms *s, const quantity *big, quantity *small)
{
	unit part;
	bool arc = slice_equal(big->unit.dimension, SLICE("angle"));
	bool clock = big->unit.symbol && slice_equal(big->unit.dimension, SLICE("time"));
	if (!(arc || clock) || small->num.ordinal || small->num.base != BASE_NUMBER ||
	    !unit_part_of(s, small->num.end, arc ? s->sets->unit_arc : s->sets->unit_clock, &part))
		return;
	small->unit = part;
	small->has_unit = true;
	small->kind = arc ? FIGURE_MEASURE : FIGURE_DURATION;
	small->end = part.end;
}

/* "15 pounds and 20 pence": what may be a weight too is money beside its hundredths. */
static void money_beside_hundredths(const atoms *s, quantity *big, const quantity *small)
{
	unit money;
	bool same = big->kind == FIGURE_MEASURE && small->kind == FIGURE_MONEY && small->has_unit && !small->money_before &&
	            currency_read(s, big->num.end, &money) && money.end == big->end;
	if (!same || !slice_equal(money.base, small->unit.base))
		return;
	big->kind = FIGURE_MONEY;
	big->unit = money;
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
		if (!starts || !quantity_number_read(s, i, &small))
			return;
		if (!small.has_unit)
			inches_after_feet(s, q, &small);
		smaller_part(s, q, &small);
		money_beside_hundredths(s, q, &small);
		if (!joins(q, &small, i > q->end) && !(i <= q->end + told_and && bare_hundredths(s, q, i, told_and, &small)))
			return;
		join(q, &small);
	}
}

/* "two years and a half", "a mile and a quarter": part of one more; nothing that is counted goes on after it. */
static void join_fraction(const atoms *s, quantity *q)
{
	numeral part;
	uint32_t i = q->end;
	if (!q->has_unit || q->num.base != BASE_NUMBER || q->num.decimal || !rational_is_integer(q->num.value) ||
	    q->num.magnitude)
		return;
	if (!atom_in(s, i, s->sets->and) || !numeral_read(s, i + 1, false, &part) || part.base != BASE_FRACTION || !part.words ||
	    part.magnitude || rational_compare(part.value, rational_int(1)) >= 0)
		return;
	unit u;
	if (atom_is_content(s, part.end) && !(atom_in(s, part.end, s->sets->unit_moment)) &&
	    !atom_in(s, part.end, s->sets->unit_size))
		return;
	if (atom_in(s, part.end, s->sets->of) || atom_in(s, part.end, s->sets->article) || atom_in(s, part.end, s->sets->dash) ||
	    unit_read(s, part.end, &part, &u))
		return;
	q->num.value = rational_add(q->num.value, part.value, ROUND_DOWN);
	q->num.ulp = part.value;
	q->num.fraction = q->num.decimal = true;
	q->num.lone_one = q->num.bare_digits = false;
	q->num.end = q->end = part.end;
}

void quantity_join(const atoms *s, quantity *q)
{
	join_fraction(s, q);
	join_smaller(s, q);
}

/* A coin or note by its name at atom i, no sign or code: "dollar", "penny". */
static bool money_named(const atoms *s, uint32_t i, unit *out)
{
	if (!atom_is(s, i, ATOM_WORD) || atom_is_plural(s, i) || (s->at[i].flags & TOKEN_ALL_CAPS))
		return false;
	if (currency_read(s, i, out) && !entry_flag(out->entry, "code"))
		return true;
	return atom_text(s, i).len > 2 && money_read(s, i, true, NULL, out);
}

/* "costs a dollar", "sold for a penny": so much. What may be a weight too is money only where it is paid, and "a dollar
 * bill" is none. */
static bool one_paid(const atoms *s, uint32_t i, const unit *u)
{
	uint32_t start, end;
	const lex_entry *paid = phrase_before(s, i, 0, s->sets->paid, &start);
	if (!paid || (entry_flag(u->entry, "mass") && !entry_flag(paid, "sum")) || atom_in(s, u->end, s->sets->of) ||
	    atom_in(s, u->end, s->sets->dash))
		return false;
	return !atom_is_content(s, u->end) || phrase_at(s, u->end, s->sets->paid_after, &end);
}

/* "a minute or two": from one to so many, of which nothing else is counted. */
static bool or_so_many(const atoms *s, const unit *u, numeral *many)
{
	enum { MOST = 3 };
	uint32_t k = u->end + 1;
	return !u->symbol && atom_in(s, u->end, s->sets->range_or) && k < s->n && numeral_read(s, k, false, many) &&
	       many->words && many->base == BASE_NUMBER && !many->ordinal && !many->fraction &&
	       rational_compare(many->value, rational_int(1)) > 0 && rational_compare(many->value, rational_int(MOST)) <= 0 &&
	       !atom_is_content(s, many->end) && !atom_in(s, many->end, s->sets->unit);
}

/* "an hour and 20 minutes", "a dollar and a half": one of that unit, where a further part shows it to be a number, or a sum
 * that is paid. */
bool quantity_article_read(const atoms *s, uint32_t i, quantity *out)
{
	unit u;
	if (!atom_in(s, i, s->sets->article) || atom_is(s, i + 1, ATOM_NUMBER) || (i > 0 && atom_is(s, i - 1, ATOM_NUMBER)))
		return false;
	bool money = money_named(s, i + 1, &u), paid = money && one_paid(s, i, &u);
	if (!money && (!unit_part_read(s, i + 1, NULL, false, &u) || u.symbol))
		return false;
	numeral many;
	bool vague = or_so_many(s, &u, &many);
	if (!paid && !vague && !atom_in(s, u.end, s->sets->and))
		return false;
	*out = (quantity){.num = {.first = i,
	                          .end = i + 1,
	                          .base = BASE_NUMBER,
	                          .value = rational_int(1),
	                          .ulp = rational_int(1),
	                          .high = rational_int(0),
	                          .of = rational_int(0),
	                          .has_value = true,
	                          .words = true,
	                          .scale = rational_int(1),
	                          .scale_at = UINT32_MAX},
	                  .first = i,
	                  .end = u.end,
	                  .kind = money ? FIGURE_MONEY : u.kind,
	                  .unit = u,
	                  .has_unit = true};
	if (vague) {
		out->num.base = BASE_VAGUE;
		out->num.high = many.value;
		out->num.has_value = false;
		out->num.end = out->end = many.end;
		return true;
	}
	quantity_join(s, out);
	return paid || out->end > u.end;
}

static bool spread_fits(const quantity *q, const numeral *by)
{
	return q->num.base == BASE_NUMBER && !q->num.ordinal && q->num.has_value && by->base == BASE_NUMBER && !by->ordinal &&
	       rational_sign(by->value) >= 0 && rational_sign(q->num.of) == 0;
}

void quantity_spread_read(const atoms *s, quantity *q)
{
	uint32_t at;
	numeral by;
	if (rational_sign(q->spread) != 0)
		return;
	bool open = atom_is_char(s, q->end, '(') && phrase_at(s, q->end + 1, s->sets->plus_minus, &at);
	if (!open && !phrase_at(s, q->end, s->sets->plus_minus, &at))
		return;
	if (!numeral_read(s, at, false, &by) || !spread_fits(q, &by))
		return;
	unit u;
	uint32_t end = by.end;
	bool has_unit = unit_read(s, end, &by, &u);
	bool share = has_unit && q->has_unit && u.kind == FIGURE_PERCENT && q->kind != FIGURE_PERCENT; /* 5 V ± 10 % */
	if (has_unit && q->has_unit && !share && !slice_equal(u.name, q->unit.name))
		return;
	if (has_unit)
		end = u.end;
	if (open) {
		if (!atom_is_char(s, end, ')'))
			return;
		end++;
		if (!has_unit && !q->has_unit && unit_read(s, end, &by, &u)) {
			has_unit = true;
			end = u.end;
		}
	}
	if (has_unit && !q->has_unit) {
		q->unit = u;
		q->has_unit = true;
		q->kind = u.kind;
	}
	q->spread = by.value;
	if (share)
		q->spread =
			rational_divide(rational_multiply(rational_abs(q->num.value), by.value, ROUND_UP), rational_int(100), ROUND_UP);
	q->num.bare_digits = false;
	q->end = end;
}
