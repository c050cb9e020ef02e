/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/formula_function.h"

#include <float.h>
#include <math.h>

enum { HIDDEN_TOO = 100, MOST_PLACES = 15 };

static const double STORED = 5e-15; /* what 15 digits, as sheets keep them, may leave out of a number */

typedef enum {
	OF_NOTHING,
#define GATHER(NAME, number) OF_##NAME,
#define FUNCTION(NAME) OF_##NAME,
#include "format/formula_functions.def"
#undef GATHER
#undef FUNCTION
} function_id;

static const formula_function FUNCTIONS[] = {
#define GATHER(NAME, number) {SLICE(#NAME), 0, true, OF_##NAME},
#define FUNCTION(NAME) {SLICE(#NAME), OF_##NAME == OF_ROUND ? 2 : 1, OF_##NAME == OF_SUBTOTAL, OF_##NAME},
#include "format/formula_functions.def"
#undef GATHER
#undef FUNCTION
};

const formula_function *formula_function_named(slice name)
{
	for (size_t i = 0; i < sizeof FUNCTIONS / sizeof *FUNCTIONS; i++)
		if (slice_equal_nocase(FUNCTIONS[i].name, name))
			return &FUNCTIONS[i];
	return NULL;
}

formula_number formula_stored(double value)
{
	return (formula_number){value, STORED * fabs(value)};
}

static formula_number with_error(double value, double error)
{
	return (formula_number){value, error + DBL_EPSILON * fabs(value)};
}

formula_number formula_add(formula_number a, formula_number b)
{
	return with_error(a.value + b.value, a.error + b.error);
}

formula_number formula_multiply(formula_number a, formula_number b)
{
	return with_error(a.value * b.value, fabs(a.value) * b.error + fabs(b.value) * a.error);
}

formula_number formula_divide(formula_number a, formula_number b)
{
	if (fabs(b.value) <= b.error)
		return (formula_number){NAN, NAN};
	double value = a.value / b.value;
	return with_error(value, (a.error + fabs(value) * b.error) / fabs(b.value));
}

formula_number formula_raise(formula_number a, formula_number b)
{
	if (a.value == 0)
		return (formula_number){b.value > 0 ? 0 : NAN, 0};
	double value = pow(a.value, b.value);
	return with_error(value, fabs(value) * (fabs(b.value) * a.error / fabs(a.value) + fabs(log(fabs(a.value))) * b.error));
}

/* Half away from zero. Where a number lies so near a half that its error decides, either neighbour will do. */
static formula_number round_number(formula_number x, formula_number places)
{
	if (places.value != floor(places.value) || fabs(places.value) > MOST_PLACES)
		return (formula_number){NAN, NAN};
	double unit = pow(10, places.value), scaled = fabs(x.value) * unit, whole = floor(scaled);
	double value = copysign((scaled - whole >= 0.5 ? whole + 1 : whole) / unit, x.value);
	bool either = fabs(scaled - whole - 0.5) <= x.error * unit + 4 * DBL_EPSILON * scaled;
	return with_error(value, either ? 1 / unit : 0);
}

static function_id gathered_by(int number)
{
	switch (number) {
#define GATHER(NAME, number)                                                                                                \
	case number:                                                                                                            \
		return OF_##NAME;
#define FUNCTION(NAME)
#include "format/formula_functions.def"
#undef GATHER
#undef FUNCTION
	default:
		return OF_NOTHING;
	}
}

void formula_begin(const formula_function *function, const formula_number *numbers, formula_tally *tally)
{
	*tally = (formula_tally){.which = function->which, .product = {1, 0}};
	if (function->which == OF_SUBTOTAL) {
		int number = fabs(numbers->value) < 2 * HIDDEN_TOO ? (int)numbers->value : 0;
		tally->subtotal = true;
		tally->hidden = number > HIDDEN_TOO;
		tally->which = (int)gathered_by(number - (tally->hidden ? HIDDEN_TOO : 0));
	}
	tally->counts_all = tally->which == OF_COUNTA;
}

void formula_take(void *to, const formula_cell *cell)
{
	formula_tally *t = to;
	const formula_number *n = &cell->number;
	if (t->subtotal && cell->subtotal)
		return;
	if (t->subtotal && cell->hidden) {
		t->unknown |= !t->hidden; /* hidden by a filter or by hand: a file need not tell which */
		return;
	}
	t->unknown |= cell->kind == FORMULA_OTHER && !t->counts_all;
	if (cell->kind != FORMULA_NUMBER) {
		t->count += t->counts_all;
		return;
	}
	t->least = t->count == 0 || n->value < t->least.value ? *n : t->least;
	t->most = t->count == 0 || n->value > t->most.value ? *n : t->most;
	t->count++;
	t->sum.value += n->value;
	t->sum.error += n->error;
	t->size += fabs(n->value);
	t->product = formula_multiply(t->product, *n);
}

/* Errors of adding grow as chance has it, with the root of how many are added. */
static formula_number sum_of(const formula_tally *t)
{
	return with_error(t->sum.value, t->sum.error + DBL_EPSILON * t->size * (4 + sqrt((double)t->count)));
}

bool formula_end(const formula_function *function, const formula_number *numbers, const formula_tally *t,
                 formula_number *out)
{
	const formula_number nothing = {0};
	switch ((function_id)(function->gathers ? t->which : function->which)) {
	case OF_ABS:
		*out = (formula_number){fabs(numbers->value), numbers->error};
		break;
	case OF_ROUND:
		*out = round_number(numbers[0], numbers[1]);
		break;
	case OF_AVERAGE:
		*out = formula_divide(sum_of(t), (formula_number){(double)t->count, 0});
		break;
	case OF_COUNT:
	case OF_COUNTA:
		*out = (formula_number){(double)t->count, 0};
		break;
	case OF_MAX:
		*out = t->count ? t->most : nothing;
		break;
	case OF_MIN:
		*out = t->count ? t->least : nothing;
		break;
	case OF_PRODUCT:
		*out = t->count ? t->product : nothing;
		break;
	case OF_SUM:
		*out = sum_of(t);
		break;
	case OF_SUBTOTAL:
	case OF_NOTHING:
		return false;
	}
	return !t->unknown;
}
