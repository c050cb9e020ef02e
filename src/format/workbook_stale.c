/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a workbook's formulas give, beside what is stored for them. */
#include "base/limits.h"
#include "format/workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMULA_BYTES = 160, SURE = 4 };

static const double NEAR = 1e-9; /* of a number: nearer values are the same to anyone who reads them */

typedef struct told { /* formulas of one fate: how many, and the first of them */
	size_t count;
	slice first;
} told;

typedef struct renewal {
	const workbook *w;
	builder *b;
	told filled, renewed, missing, unsure, beyond;
	size_t stale;
} renewal;

static slice place_of(const renewal *r, const sheet *s, const sheet_cell *c)
{
	slice col = sheet_column_name(r->w->arena, c->col);
	return arena_printf(r->w->arena, SLICE_FMT "!" SLICE_FMT "%u", SLICE_ARG(s->name), SLICE_ARG(col), c->row + 1);
}

static void count(const renewal *r, told *t, const sheet *s, const sheet_cell *c)
{
	if (!t->count++)
		t->first = place_of(r, s, c);
}

/* As a sheet would store it. */
static slice digits_of(const renewal *r, const sheet_formula *f)
{
	char text[64];
	double value = fabs(f->value.value) <= SURE * f->value.error ? 0 : f->value.value;
	snprintf(text, sizeof text, "%.15g", value);
	return sheet_number(r->w->arena, slice_of(text));
}

static slice show(const renewal *r, const sheet_formula *f, slice digits, bool *is_date)
{
	return sheet_show(r->w->arena, f->format, digits, r->w->from_1904, is_date);
}

/* Whether the formula gives what is stored; where fewer decimals are stored, rounded to these. */
static bool is_same(slice stored, const formula_number *n)
{
	double number = strtod(stored.ptr, NULL), apart = fabs(number - n->value);
	size_t point = slice_find_byte(stored, '.');
	double last = point == SIZE_MAX ? 0 : pow(10, -(double)(stored.len - point - 1)) / 2;
	return apart <= SURE * n->error || apart <= NEAR * fmax(fabs(number), fabs(n->value)) || apart <= last * (1 + NEAR);
}

static slice shown_formula(const renewal *r, const sheet_formula *f)
{
	slice text = formula_show(r->w->arena, &f->formula), head = slice_sub(text, 0, FORMULA_BYTES);
	if (head.len == text.len)
		return text;
	while (head.len && ((unsigned char)text.ptr[head.len] & 0xC0) == 0x80)
		head.len--;
	return arena_printf(r->w->arena, SLICE_FMT "…", SLICE_ARG(head));
}

static void tell_stale(renewal *r, const sheet *s, const sheet_cell *c, const sheet_formula *f)
{
	bool is_date = c->kind == SHEET_DAY;
	if (r->stale++ >= LIMIT_STALE_FORMULAS)
		return;
	slice gives = digits_of(r, f), text = shown_formula(r, f), place = place_of(r, s, c);
	slice shown = is_date ? show(r, f, gives, &is_date) : gives;
	builder_note(r->b, arena_printf(r->w->arena,
	                                "the value of " SLICE_FMT " is stale: " SLICE_FMT " is stored, and " SLICE_FMT
	                                " gives " SLICE_FMT,
	                                SLICE_ARG(place), SLICE_ARG(c->kind == SHEET_DAY ? c->text : c->stored), SLICE_ARG(text),
	                                SLICE_ARG(shown)));
}

static void fill(const renewal *r, sheet_cell *c, const sheet_formula *f)
{
	bool is_date;
	c->stored = digits_of(r, f);
	c->text = show(r, f, c->stored, &is_date);
	c->kind = is_date ? SHEET_DAY : SHEET_NUMBER;
}

static void renew_cell(renewal *r, const sheet *s, sheet_cell *c, const sheet_formula *f)
{
	bool known = f->state == SHEET_FORMULA_KNOWN;
	if (f->state == SHEET_FORMULA_BEYOND)
		count(r, &r->beyond, s, c);
	if (c->kind == SHEET_EMPTY && known) {
		count(r, &r->filled, s, c);
		fill(r, c, f);
	} else if (c->kind == SHEET_EMPTY) {
		if (f->formula.dialect != FORMULA_OPEN) /* where a text without letters is stored so */
			count(r, &r->missing, s, c);
	} else if (!known && r->w->renews) {
		count(r, &r->unsure, s, c);
	} else if (known && c->stored.len && !is_same(c->stored, &f->value)) {
		if (r->w->renews) {
			count(r, &r->renewed, s, c);
			fill(r, c, f);
		} else {
			tell_stale(r, s, c, f);
		}
	}
}

/* "4 formulas" or "1 formula", then one of two ends, and where the first of them stands. */
static void tell(const renewal *r, const told *t, const char *one, const char *many)
{
	if (!t->count)
		return;
	builder_note(r->b, arena_printf(r->w->arena, "%zu %s, %s " SLICE_FMT, t->count, t->count == 1 ? one : many,
	                                t->count == 1 ? "at" : "the first at", SLICE_ARG(t->first)));
}

void workbook_renew(workbook *w, builder *b)
{
	renewal r = {.w = w, .b = b};
	for (size_t i = 0; i < w->sheets.n; i++) {
		sheet *s = w->sheets.at[i];
		for (size_t k = 0; k < s->cells.n; k++)
			if (s->cells.at[k].formula)
				renew_cell(&r, s, &s->cells.at[k], &s->formulas.at[s->cells.at[k].formula - 1]);
	}
	if (r.stale > LIMIT_STALE_FORMULAS)
		builder_note(b, arena_printf(w->arena, "%zu more values of formulas are stale", r.stale - LIMIT_STALE_FORMULAS));
	tell(&r, &r.filled, "formula has no stored value and was computed", "formulas have no stored values and were computed");
	tell(&r, &r.missing, "formula has no stored value and could not be computed",
	     "formulas have no stored values and could not be computed");
	tell(&r, &r.renewed, "value was computed anew, as the workbook asks for",
	     "values were computed anew, as the workbook asks for");
	tell(&r, &r.unsure, "value could not be computed anew, as the workbook asks for",
	     "values could not be computed anew, as the workbook asks for");
	tell(&r, &r.beyond, "formula was not recomputed: together they read too many cells",
	     "formulas were not recomputed: together they read too many cells");
}
