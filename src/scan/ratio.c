/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios of two numerals: 22 out of 30, one in five, 3:1, one over three. */
#include "scan/read_figure.h"

static rational half_place(const numeral *n)
{
	return (n->magnitude || n->decimal) && n->ulp.den ? rational_divide(n->ulp, rational_int(2), ROUND_UP) : rational_int(0);
}

/* The last place of a ratio whose ends are rounded, "18 million out of 51 million": twice as far as their last places can
 * move it. Of whole counts 0. */
static rational width_of(const numeral *part, const numeral *whole)
{
	rational a = half_place(part), b = half_place(whole), exact = rational_divide(part->value, whole->value, ROUND_DOWN);
	if (rational_sign(a) == 0 && rational_sign(b) == 0)
		return rational_int(0);
	rational most =
		rational_divide(rational_add(part->value, a, ROUND_UP), rational_subtract(whole->value, b, ROUND_DOWN), ROUND_UP);
	return rational_multiply(rational_subtract(most, exact, ROUND_UP), rational_int(2), ROUND_UP);
}

/* "22 out of 30", "one in five", "3:1". */
bool ratio_read(const atoms *s, found *f)
{
	static const int64_t usual[] = {2,  3,  4,  5,  6,   7,   8,   9,   10,   12,    15,    20,
	                                25, 30, 40, 50, 100, 200, 250, 500, 1000, 10000, 100000};
	numeral *n = &f->q.num, whole;
	uint32_t k;
	if (f->q.has_unit || n->ordinal || n->base != BASE_NUMBER || !n->has_value)
		return false;
	bool out_of = phrase_at(s, n->end, s->sets->out_of, &k) != NULL, colon = false;
	if (n->decimal && (!out_of || n->fraction || n->magnitude)) /* "7.4 out of 10" */
		return false;
	if (!out_of) {
		if (atom_is_char(s, n->end, ':') && atom_glued(s, n->end) && atom_glued(s, n->end + 1) &&
		    atom_is(s, n->end + 1, ATOM_NUMBER))
			colon = true;
		else if (!atom_in(s, n->end, s->sets->in))
			return false;
		k = n->end + 1;
		if (atom_in(s, k, s->sets->every))
			k++;
	}
	if (!numeral_read(s, k, false, &whole) || whole.ordinal || whole.fraction || whole.base != BASE_NUMBER ||
	    whole.decimal || rational_sign(whole.value) <= 0)
		return false;
	unit u;
	bool in_five = !out_of && !colon, fits = false;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		fits = fits || rational_compare(whole.value, rational_int(usual[i])) == 0;
	bool every = k > n->end + 1, one = rational_compare(n->value, rational_int(1)) == 0;
	if (in_five && ((!fits && !one) || (one && whole.bare_digits && atom_text(s, whole.first).len == 4) ||
	                rational_compare(n->value, whole.value) >= 0 || unit_read(s, whole.end, &whole, &u) ||
	                !(every || one || (n->words && whole.words))))
		return false;
	if (out_of && rational_compare(n->value, whole.value) > 0)
		return false;
	bool rough = (!n->decimal && rational_compare(whole.value, rational_int(10)) <= 0) || (in_five && fits);
	n->ulp = width_of(n, &whole);
	n->value = rational_divide(n->value, whole.value, ROUND_DOWN);
	n->of = colon ? rational_int(0) : whole.value;
	n->base = rough && !colon ? BASE_FRACTION : BASE_NUMBER;
	n->magnitude = false;
	n->words = n->words && whole.words;
	n->decimal = true;
	n->lone_one = n->bare_digits = false;
	n->end = f->q.end = f->end = whole.end;
	f->q.kind = FIGURE_RATIO;
	return true;
}

/* "one over three". */
void ratio_over(const atoms *s, found *f)
{
	numeral *n = &f->q.num, lower;
	bool one = rational_compare(rational_abs(n->value), rational_int(1)) == 0;
	if (f->q.has_unit || n->base != BASE_NUMBER || n->ordinal || n->fraction || !(one || n->words))
		return;
	if (!atom_in(s, n->end, s->sets->over) || !numeral_read(s, n->end + 1, false, &lower) || lower.ordinal ||
	    lower.base != BASE_NUMBER || lower.decimal || rational_sign(lower.value) <= 0 || atom_is_content(s, lower.end))
		return;
	unit u;
	if (!one && (!lower.words || lower.end < s->n || unit_read(s, lower.end, &lower, &u))) /* "thirteen over sixteen" */
		return;
	n->value = rational_divide(n->value, lower.value, ROUND_DOWN);
	n->ulp = rational_int(0);
	n->decimal = n->fraction = true;
	n->lone_one = n->bare_digits = false;
	n->end = f->q.end = f->end = lower.end;
}
