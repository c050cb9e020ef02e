/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of amounts that are told in two units. */
#include "rule/func_table.h"
#include "rule/value.h"

static const claim *first_claim(const func_call *c, size_t arg)
{
	return c->args[arg].claims[0];
}

void func_zeros(func_call *c)
{
	const figure *f = first_claim(c, 0)->figure;
	if (f->has_value && rational_sign(f->value) != 0)
		c->number = set_point(rational_zeros(f->value));
}

void func_width(func_call *c)
{
	const claim *x = first_claim(c, 0);
	const figure *f = x->figure;
	c->number = set_point(rational_int(0));
	if (!f->has_value || !f->has_high)
		return;
	claim_value v = value_read(c->ev, x);
	bool ratio = f->kind == FIGURE_PERCENT;
	set ends = set_point(rational_subtract(f->high, f->value, ROUND_DOWN));
	set scale = set_point(ratio ? rational_divide(v.scale, rational_int(100), ROUND_DOWN) : v.scale);
	ends = set_widen(&ends, f->ulp);
	c->number = set_multiply(&ends, &scale);
}

/* A number of two digits or more that ends in 5 was rounded to fives, as likely as not. */
static rational place_of_rounding(rational number)
{
	const rational five = rational_int(5);
	bool fives = rational_compare(rational_abs(number), rational_int(10)) > 0 &&
	             rational_is_integer(rational_divide(number, five, ROUND_DOWN));
	rational zeros = rational_zeros(number);
	return fives && rational_compare(zeros, five) < 0 ? five : zeros;
}

void func_rounded(func_call *c)
{
	const claim *x = first_claim(c, 0);
	const figure *f = x->figure;
	if (!f->has_value)
		return;
	bool instead = c->ev->instead == x;
	rational number = instead ? c->ev->number : f->value, by = f->ulp;
	claim_value v = value_read(c->ev, x);
	if (rational_is_integer(number) && rational_sign(number) != 0) {
		rational half = rational_divide(place_of_rounding(number), rational_int(2), ROUND_UP);
		by = rational_compare(half, by) > 0 ? half : by;
	}
	set told = set_closed(number, f->has_high && !instead ? f->high : number);
	set scale = set_point(v.scale), move = set_point(v.move);
	told = set_widen(&told, by);
	told = set_multiply(&told, &scale);
	c->number = set_add(&told, &move);
}

void func_unit_pair(func_call *c)
{
	const figure *a = first_claim(c, 0)->figure, *b = first_claim(c, 1)->figure;
	bool pair = a->unit_name.len && b->unit_name.len && !slice_equal(a->unit_name, b->unit_name) &&
	            slice_equal(a->dimension, b->dimension);
	c->truth = pair ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_rate_of(func_call *c)
{
	slice per = first_claim(c, 0)->figure->per;
	const claim *n = first_claim(c, 1);
	slice what = slice_sub(per, 2, per.len); /* behind "1/" */
	bool counted = n->measure.head && slice_equal(word_text(word_lemma(n->measure.head)), what);
	c->truth = per.len > 2 && (slice_equal(n->figure->unit_name, what) || counted) ? TRUTH_TRUE : TRUTH_FALSE;
}

/* The value of a figure as told, in its dimension's base unit, and back. */
static rational to_base(const figure *f, rational v)
{
	return rational_add(rational_multiply(v, f->to_base, ROUND_UP), f->to_base_offset, ROUND_UP);
}

static rational from_base(const figure *f, rational v)
{
	return rational_divide(rational_subtract(v, f->to_base_offset, ROUND_UP), f->to_base, ROUND_UP);
}

void func_converted(func_call *c)
{
	enum { SHOWN_DIGITS = 4 };
	const figure *a = first_claim(c, 0)->figure, *b = first_claim(c, 1)->figure;
	const document *d = c->ev->binding->doc;
	if (!a->has_value || !b->base_unit.len || rational_sign(b->to_base) == 0 || !d)
		return;
	rational exact = from_base(b, to_base(a, a->value));
	rational down = rational_from_decimal(rational_significant(exact, SHOWN_DIGITS, ROUND_DOWN), ROUND_DOWN);
	rational up = rational_from_decimal(rational_significant(exact, SHOWN_DIGITS, ROUND_UP), ROUND_UP);
	bool nearer_up = rational_compare(rational_subtract(up, exact, ROUND_UP), rational_subtract(exact, down, ROUND_UP)) <= 0;
	rational v = nearer_up ? up : down;
	char text[RATIONAL_TEXT];
	size_t n = rational_format(v, ROUND_DOWN, text);
	c->text = arena_printf(c->ev->arena, "%.*s" SLICE_FMT, (int)n, text, SLICE_ARG(document_text(d, b->end, b->unit_end)));
}

/* The figure as told, ± half its last digit. */
static set told_values(const func_call *c, const claim *x)
{
	evaluation told = *c->ev;
	told.reading = READING_TOLD;
	return value_read(&told, x).values;
}

/* The hull of what one of the second stands for of the first; hedges are taken to stand with both. */
void func_rates(func_call *c)
{
	interval pieces[SET_PIECES];
	size_t n = 0;
	for (size_t i = 0; i < c->args[0].claim_count && i < c->args[1].claim_count && n < SET_PIECES; i++) {
		set first = told_values(c, c->args[0].claims[i]), second = told_values(c, c->args[1].claims[i]);
		set rate = set_divide(&first, &second);
		if (!set_is_empty(&rate))
			pieces[n++] = set_hull(&rate);
	}
	if (!n)
		return;
	c->number = set_gather(pieces, n, false);
	c->number = set_of(set_hull(&c->number));
}
