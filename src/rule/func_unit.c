/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of amounts that are told in two units. */
#include "rule/func_table.h"
#include "rule/value.h"
#include "scan/atoms.h"

static const claim *first_claim(const func_call *c, size_t arg)
{
	return c->args[arg].claims[0];
}

void func_zeros(func_call *c)
{
	const figure *f = first_claim(c, 0)->figure;
	if (f->has_value && rational_sign(figure_value(f)) != 0)
		c->number = set_point(rational_zeros(figure_value(f)));
}

void func_out_of(func_call *c)
{
	c->number = set_point(figure_out_of(first_claim(c, 0)->figure));
}

void func_width(func_call *c)
{
	const claim *x = first_claim(c, 0);
	const figure *f = x->figure;
	c->number = set_point(rational_int(0));
	if (!f->has_value || !f->has_high)
		return;
	claim_value v;
	value_read(c->ev, x, &v);
	bool ratio = f->kind == FIGURE_PERCENT;
	set ends = set_point(rational_subtract(figure_high(f), figure_value(f), ROUND_DOWN));
	set scale = set_point(ratio ? rational_divide(v.scale, rational_int(100), ROUND_DOWN) : v.scale);
	ends = set_widen(&ends, figure_ulp(f));
	c->number = set_multiply(&ends, &scale);
}

/* What a unit may be worth where two are set side by side: gallons are of two sorts, and a ton of three. */
typedef struct worth {
	slice dimension;
	rational sizes[4];
	size_t n;
} worth;

/* "64 KB" may be 64,000 bytes or 65,536: of data, a prefix means powers of 1,000 or of 1,024. */
static void add_binary(worth *w, const figure *f)
{
	const told_unit *u = figure_unit(f);
	rational size = rational_int(1), power = rational_int(1000), binary = rational_int(1024);
	if (!u->entry || !entry_text(u->entry, "binary").len)
		return;
	entry_number(u->entry, "size", &size);
	rational factor = rational_divide(u->to_base, size, ROUND_DOWN);
	for (int n = 0; n < 6 && rational_compare(power, factor) < 0; n++) {
		power = rational_multiply(power, rational_int(1000), ROUND_DOWN);
		binary = rational_multiply(binary, rational_int(1024), ROUND_DOWN);
	}
	if (rational_compare(power, factor) == 0)
		w->sizes[w->n++] = rational_multiply(binary, size, ROUND_DOWN);
}

static worth worth_of(const figure *f)
{
	static const char *const more[] = {"also", "also2", "also3"};
	worth w = {.dimension = figure_unit(f)->dimension};
	slice as = entry_text(figure_unit(f)->entry, "as");
	bool own = figure_unit(f)->entry && slice_equal(entry_text(figure_unit(f)->entry, "name"),
	                                                figure_unit(f)->name); /* no prefix, power or other factor */
	if (!own || !as.len)
		w.sizes[w.n++] = figure_unit(f)->to_base;
	else
		w.dimension = as;
	if (!own)
		add_binary(&w, f);
	for (size_t i = 0; own && i < sizeof more / sizeof *more; i++)
		w.n += entry_number(figure_unit(f)->entry, more[i], &w.sizes[w.n]);
	return w;
}

/* How finely a number is rounded: to its last digit that is no zero, or to fives of it. */
static rational place_of_rounding(rational number)
{
	rational zeros = rational_zeros(number), five = rational_multiply(zeros, rational_int(5), ROUND_UP);
	bool digits = rational_compare(rational_abs(number), five) > 0;
	return digits && rational_is_integer(rational_divide(number, five, ROUND_DOWN)) ? five : zeros;
}

/* How many digits a number has before its zeros, 25 and 250 as if rounded to fives: those with fewer are the rounder. */
static int digits_of(rational number)
{
	rational place = place_of_rounding(number), size = rational_abs(number);
	int n = 0;
	for (rational at = place; n < 20 && rational_compare(at, size) <= 0; n++)
		at = rational_multiply(at, rational_int(10), ROUND_UP);
	return n;
}

/* How far a number may be out that was rounded as a converter rounds: half its zeros, but no more than a tenth of it; of a
 * temperature, which may lie near nought, two degrees and a half. */
static rational rounding_room(const figure *f, rational number)
{
	if (!rational_is_integer(number) || rational_sign(number) == 0)
		return rational_int(0);
	rational half = rational_divide(place_of_rounding(number), rational_int(2), ROUND_UP);
	rational most = rational_divide(rational_abs(number), rational_int(10), ROUND_UP), degrees = rational_of(5, 2);
	bool scale = slice_equal(figure_unit(f)->dimension, SLICE("temperature"));
	if (scale && rational_compare(most, degrees) < 0)
		most = degrees;
	return rational_compare(half, most) < 0 ? half : most;
}

/* One end of the first figure as it would be told beside the second: the earlier of the two is the one that was converted, its number
 * ± half its last digit; the later, as loosely as a converter rounds, and in the generous reading the rounder too. In every worth
 * of its unit. */
void func_beside(func_call *c)
{
	const claim *x = first_claim(c, 0), *y = first_claim(c, 1);
	const figure *f = x->figure, *g = y->figure;
	rational end;
	if (!f->has_value || !g->has_value || !set_single(&c->args[2].sets[0], &end))
		return;
	bool generous = c->ev->reading == READING_GENEROUS, instead = c->ev->instead == x,
		 upper = rational_compare(end, rational_int(2)) == 0;
	rational number = instead ? c->ev->number : upper && f->has_high ? figure_high(f) : figure_value(f);
	rational other = upper && g->has_high ? figure_high(g) : figure_value(g), by = figure_ulp(f);
	if (!generous)
		by = rational_divide(by, rational_int(2), ROUND_UP);
	bool loose = x->index > y->index || (generous && (g->parts || digits_of(number) < digits_of(other)));
	if (loose && !f->parts) {
		rational room = rounding_room(f, number);
		by = rational_compare(room, by) > 0 ? room : by;
	}
	set told = set_point(number), move = set_point(figure_unit(f)->to_base_offset), all = set_empty();
	told = set_widen(&told, by);
	worth w = worth_of(f);
	for (size_t i = 0; i < w.n; i++) {
		set scale = set_point(w.sizes[i]), one = set_multiply(&told, &scale);
		set moved = set_add(&one, &move); /* of temperatures, a difference of degrees may be meant as well */
		moved = rational_sign(figure_unit(f)->to_base_offset) ? set_union(&moved, &one) : moved;
		all = i ? set_union(&all, &moved) : moved;
	}
	c->number = all;
}

void func_peers(func_call *c)
{
	const figure *a = first_claim(c, 0)->figure, *b = first_claim(c, 1)->figure;
	c->truth =
		entry_flag(figure_unit(a)->entry, "peer") && entry_flag(figure_unit(b)->entry, "peer") ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_unit_pair(func_call *c)
{
	const figure *a = first_claim(c, 0)->figure, *b = first_claim(c, 1)->figure;
	bool pair = figure_unit(a)->name.len && figure_unit(b)->name.len &&
	            !slice_equal(figure_unit(a)->name, figure_unit(b)->name) &&
	            slice_equal(worth_of(a).dimension, worth_of(b).dimension);
	c->truth = pair ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_rate_of(func_call *c)
{
	slice per = figure_unit(first_claim(c, 0)->figure)->per;
	const claim *n = first_claim(c, 1);
	slice what = slice_sub(per, 2, per.len); /* behind "1/" */
	bool counted = n->measure->head && slice_equal(word_text(word_lemma(n->measure->head)), what);
	c->truth = per.len > 2 && (slice_equal(figure_unit(n->figure)->name, what) || counted) ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_told_each(func_call *c)
{
	slice per = figure_unit(first_claim(c, 0)->figure)->per;
	const word *what = per.len > 2 ? vocabulary_word(c->ev->binding->scan->vocab, slice_sub(per, 2, per.len)) : NULL;
	c->truth = what && word_in(what, c->args[1].words) ? TRUTH_TRUE : TRUTH_FALSE;
}

/* The value of a figure as told, in its dimension's base unit, and back. */
static rational to_base(const figure *f, rational v)
{
	return rational_add(rational_multiply(v, figure_unit(f)->to_base, ROUND_UP), figure_unit(f)->to_base_offset, ROUND_UP);
}

static rational from_base(const figure *f, rational v)
{
	return rational_divide(rational_subtract(v, figure_unit(f)->to_base_offset, ROUND_UP), figure_unit(f)->to_base,
	                       ROUND_UP);
}

void func_told_in_base(func_call *c)
{
	const figure *f = first_claim(c, 0)->figure;
	func_told(c);
	if (!figure_unit(f)->base_unit.len)
		return;
	set size = set_point(figure_unit(f)->to_base), move = set_point(figure_unit(f)->to_base_offset);
	c->number = set_multiply(&c->number, &size);
	c->number = set_add(&c->number, &move);
}

void func_converted(func_call *c)
{
	enum { SHOWN_DIGITS = 4 };
	const figure *a = first_claim(c, 0)->figure, *b = first_claim(c, 1)->figure;
	const document *d = c->ev->binding->doc;
	if (!a->has_value || !figure_unit(b)->base_unit.len || rational_sign(figure_unit(b)->to_base) == 0 || !d)
		return;
	rational exact = from_base(b, to_base(a, figure_value(a)));
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
	claim_value v;
	value_read(&told, x, &v);
	return v.values;
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
