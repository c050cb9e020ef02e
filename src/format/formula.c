/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/formula_function.h"
#include "format/formula_token.h"

#include "base/limits.h"

#include <math.h>

typedef struct compute_job {
	const formula *f;
	const formula_cells *cells;
	size_t at;
	formula_token now; /* the token at hand */
	unsigned depth;
	bool unknown;
} compute_job;

static void advance(compute_job *j)
{
	j->now = formula_next(j->f, &j->at);
}

/* From here on the formula is unknown: no further token is looked at. */
static formula_number give_up(compute_job *j)
{
	j->unknown = true;
	j->now = (formula_token){.kind = FORMULA_END};
	return (formula_number){0};
}

static bool is_mark(const compute_job *j, char mark)
{
	return j->now.kind == FORMULA_MARK && j->now.mark == mark;
}

static formula_number checked(compute_job *j, formula_number n)
{
	return isfinite(n.value) && isfinite(n.error) ? n : give_up(j);
}

static formula_number compute_sum(compute_job *j);

typedef struct operand {
	formula_number number;
	bool unknown;
} operand;

static void take_operand(void *to, const formula_cell *cell)
{
	operand *o = to;
	o->number = cell->number;
	o->unknown |= cell->kind != FORMULA_NUMBER;
}

/* One cell as a number; an empty one is zero. */
static formula_number compute_cell(compute_job *j)
{
	operand o = {.unknown = false};
	const formula_area *area = &j->now.area;
	if (area->first_row != area->last_row || area->first_col != area->last_col ||
	    !j->cells->each(j->cells->book, area, take_operand, &o) || o.unknown)
		return give_up(j);
	advance(j);
	return o.number;
}

/* An argument of a function that gathers: an area as it stands, anything else as a number. */
static void compute_gathered(compute_job *j, formula_tally *tally)
{
	size_t behind = j->at;
	formula_token next = formula_next(j->f, &behind);
	bool alone = next.kind == FORMULA_NEXT || (next.kind == FORMULA_MARK && next.mark == ')');
	if (j->now.kind == FORMULA_AREA && alone) {
		if (!j->cells->each(j->cells->book, &j->now.area, formula_take, tally))
			give_up(j);
		else
			advance(j);
		return;
	}
	formula_cell cell = {.kind = FORMULA_NUMBER, .number = compute_sum(j)};
	formula_take(tally, &cell);
}

/* The arguments and the bracket behind them. Those of a function of numbers go to `numbers`, others to the tally. */
static void compute_arguments(compute_job *j, const formula_function *function, formula_number *numbers,
                              formula_tally *tally)
{
	unsigned n = 0;
	for (;;) {
		if (n < function->numbers)
			numbers[n] = compute_sum(j);
		else if (function->gathers)
			compute_gathered(j, tally);
		else
			give_up(j);
		if (++n == function->numbers)
			formula_begin(function, numbers, tally);
		if (j->now.kind != FORMULA_NEXT)
			break;
		advance(j);
	}
	if (!is_mark(j, ')') || n < function->numbers + function->gathers)
		give_up(j);
	else
		advance(j);
}

static formula_number compute_call(compute_job *j)
{
	const formula_function *function = formula_function_named(j->now.name);
	formula_number numbers[FORMULA_NUMBERS] = {{0}}, out = {0};
	formula_tally tally = {0};
	if (!function)
		return give_up(j);
	advance(j);
	formula_begin(function, numbers, &tally);
	compute_arguments(j, function, numbers, &tally);
	if (j->unknown || !formula_end(function, numbers, &tally, &out))
		return give_up(j);
	return checked(j, out);
}

static formula_number compute_bracket(compute_job *j)
{
	advance(j);
	formula_number n = compute_sum(j);
	if (!is_mark(j, ')'))
		return give_up(j);
	advance(j);
	return n;
}

static formula_number compute_one(compute_job *j)
{
	if (j->now.kind == FORMULA_AREA)
		return compute_cell(j);
	if (j->now.kind == FORMULA_CALL)
		return compute_call(j);
	if (is_mark(j, '('))
		return compute_bracket(j);
	if (j->now.kind != FORMULA_LITERAL)
		return give_up(j);
	double literal = j->now.literal;
	advance(j);
	return checked(j, formula_stored(literal));
}

/* Signs bind closer than anything else: -2^2 is 4. */
static formula_number compute_signed(compute_job *j)
{
	bool negative = false;
	for (; is_mark(j, '-') || is_mark(j, '+'); advance(j))
		negative ^= is_mark(j, '-');
	formula_number n = compute_one(j);
	for (; is_mark(j, '%'); advance(j))
		n = formula_divide(n, (formula_number){100, 0});
	n.value = negative ? -n.value : n.value;
	return n;
}

static formula_number compute_power(compute_job *j)
{
	formula_number n = compute_signed(j);
	while (is_mark(j, '^')) {
		advance(j);
		n = checked(j, formula_raise(n, compute_signed(j)));
	}
	return n;
}

static formula_number compute_product(compute_job *j)
{
	formula_number n = compute_power(j);
	while (is_mark(j, '*') || is_mark(j, '/')) {
		bool by = is_mark(j, '/');
		advance(j);
		formula_number other = compute_power(j);
		n = checked(j, by ? formula_divide(n, other) : formula_multiply(n, other));
	}
	return n;
}

static formula_number compute_sum(compute_job *j)
{
	if (++j->depth > LIMIT_FORMULA_DEPTH)
		return give_up(j);
	formula_number n = compute_product(j);
	while (is_mark(j, '+') || is_mark(j, '-')) {
		bool less = is_mark(j, '-');
		advance(j);
		formula_number other = compute_product(j);
		other.value = less ? -other.value : other.value;
		n = checked(j, formula_add(n, other));
	}
	j->depth--;
	return n;
}

bool formula_compute(const formula *f, const formula_cells *cells, formula_number *out)
{
	compute_job j = {.f = f, .cells = cells};
	advance(&j);
	*out = compute_sum(&j);
	return !j.unknown && j.now.kind == FORMULA_END;
}

void formula_areas(const formula *f, void (*take)(void *to, const formula_area *area), void *to)
{
	size_t at = 0;
	formula_token t;
	do {
		t = formula_next(f, &at);
		if (t.kind == FORMULA_AREA)
			take(to, &t.area);
	} while (t.kind != FORMULA_END && t.kind != FORMULA_ODD);
}

bool formula_is_plain(const formula *f)
{
	size_t at = 0;
	formula_token t;
	do {
		t = formula_next(f, &at);
		if (t.kind == FORMULA_ODD || (t.kind == FORMULA_CALL && !formula_function_named(t.name)))
			return false;
	} while (t.kind != FORMULA_END);
	return true;
}

bool formula_is_subtotal(const formula *f)
{
	return slice_find(f->text, SLICE("SUBTOTAL(")) != SIZE_MAX || slice_find(f->text, SLICE("AGGREGATE(")) != SIZE_MAX;
}
