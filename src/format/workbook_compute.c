/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Computes a workbook's formulas, each after those it refers to. Those that refer to themselves in the end stay unknown. */
#include "base/bisect.h"
#include "base/limits.h"
#include "format/workbook.h"

#include <stdlib.h>

typedef struct formula_ref {
	uint32_t sheet, formula;
} formula_ref;

typedef struct compute {
	const workbook *w;
	uint32_t sheet;        /* of the formula at hand */
	uint64_t reads, bound; /* cells that formulas have read, and may read */
	VEC(formula_ref) open; /* those to be computed; behind each what it waits for */
	bool cycle;            /* the one at hand waits for itself, or for one that does */
} compute;

static sheet_formula *formula_at(const compute *k, formula_ref ref)
{
	return &k->w->sheets.at[ref.sheet]->formulas.at[ref.formula];
}

static bool find_sheet(compute *k, const formula_area *area, uint32_t *found)
{
	*found = k->sheet;
	if (!area->sheet.len)
		return true;
	for (uint32_t i = 0; i < k->w->sheets.n; i++) {
		k->reads++;
		*found = i;
		if (formula_names(area, k->w->sheets.at[i]->name))
			return true;
	}
	return false;
}

static bool is_before(const sheet_cell *c, uint32_t row, uint32_t col)
{
	return c->row < row || (c->row == row && c->col < col);
}

/* The first cell from `at` on that is not before this place; searched in steps that double, since it is mostly near. */
static size_t seek(const sheet *s, size_t at, uint32_t row, uint32_t col)
{
	size_t step = 1, i;
	while (at + step <= s->cells.n && is_before(&s->cells.at[at + step - 1], row, col)) {
		at += step;
		step *= 2;
	}
	size_t n = at + step <= s->cells.n ? step - 1 : s->cells.n - at;
	BISECT(i, n, is_before(&s->cells.at[at + i], row, col));
	return at + i;
}

/* The next cell of the area, at `at` or behind; the sheet's count of cells: none. */
static size_t next_cell(const sheet *s, const formula_area *area, size_t at)
{
	while (at < s->cells.n) {
		const sheet_cell *c = &s->cells.at[at];
		if (c->row > area->last_row)
			return s->cells.n;
		if (c->col >= area->first_col && c->col <= area->last_col)
			return at;
		at = c->col < area->first_col ? seek(s, at, c->row, area->first_col) : seek(s, at, c->row + 1, area->first_col);
	}
	return at;
}

typedef void cell_function(compute *k, uint32_t in, const sheet_cell *cell, void *data);

/* Calls `visit` for each cell of the area; false if there is no such sheet, or too much was read. */
static bool each_cell(compute *k, const formula_area *area, cell_function *visit, void *data)
{
	uint32_t at;
	if (!find_sheet(k, area, &at))
		return false;
	const sheet *s = k->w->sheets.at[at];
	size_t i = next_cell(s, area, seek(s, 0, area->first_row, area->first_col));
	for (; i < s->cells.n && k->reads <= k->bound; i = next_cell(s, area, i + 1)) {
		k->reads++;
		visit(k, at, &s->cells.at[i], data);
	}
	return k->reads <= k->bound;
}

static void wait_for_cell(compute *k, uint32_t in, const sheet_cell *cell, void *data)
{
	(void)data;
	if (!cell->formula)
		return;
	formula_ref ref = {in, cell->formula - 1};
	sheet_formula_state state = formula_at(k, ref)->state;
	if (state == SHEET_FORMULA_NEW)
		VEC_PUSH(k->w->arena, k->open, ref);
	k->cycle |= state == SHEET_FORMULA_OPEN;
}

static void wait_for_area(void *to, const formula_area *area)
{
	each_cell(to, area, wait_for_cell, NULL);
}

static bool is_hidden(const sheet *s, uint32_t row)
{
	size_t i;
	BISECT(i, s->hidden_rows.n, s->hidden_rows.at[i].end <= row);
	return i < s->hidden_rows.n && s->hidden_rows.at[i].first <= row;
}

typedef struct taker {
	void (*take)(void *to, const formula_cell *cell);
	void *to;
} taker;

/* What the cell holds for a formula: what its own gives, if that is known, else what is stored. */
static void give_cell(compute *k, uint32_t in, const sheet_cell *cell, void *data)
{
	const taker *t = data;
	const sheet *s = k->w->sheets.at[in];
	const sheet_formula *own = cell->formula ? &s->formulas.at[cell->formula - 1] : NULL;
	formula_cell out = {.kind = FORMULA_OTHER, .subtotal = own && own->subtotal, .hidden = is_hidden(s, cell->row)};
	k->cycle |= own && own->cycle;
	if (own && own->state == SHEET_FORMULA_KNOWN) {
		out.kind = FORMULA_NUMBER;
		out.number = own->value;
	} else if (cell->stored.len && !(own && k->w->renews)) {
		out.kind = FORMULA_NUMBER;
		out.number = formula_stored(strtod(cell->stored.ptr, NULL));
	} else if (cell->kind == SHEET_TEXT) {
		out.kind = FORMULA_TEXT;
	}
	t->take(t->to, &out);
}

static bool give_cells(void *book, const formula_area *area, void (*take)(void *to, const formula_cell *cell), void *to)
{
	taker t = {take, to};
	return each_cell(book, area, give_cell, &t);
}

/* The topmost formula: either it waits for others first, or it is computed. */
static void step(compute *k)
{
	formula_ref ref = VEC_LAST(k->open);
	sheet_formula *f = formula_at(k, ref);
	k->sheet = ref.sheet;
	if (f->state == SHEET_FORMULA_NEW && f->formula.text.len) {
		f->state = SHEET_FORMULA_OPEN;
		k->cycle = false;
		formula_areas(&f->formula, wait_for_area, k);
		f->cycle = k->cycle;
		return;
	}
	k->open.n--;
	if (f->state > SHEET_FORMULA_OPEN)
		return;
	formula_cells cells = {.book = k, .each = give_cells};
	k->cycle = f->cycle;
	bool known = f->formula.text.len && formula_compute(&f->formula, &cells, &f->value) && !k->cycle;
	f->cycle = k->cycle;
	f->state = known ? SHEET_FORMULA_KNOWN : k->reads > k->bound ? SHEET_FORMULA_BEYOND : SHEET_FORMULA_UNKNOWN;
}

void workbook_compute(workbook *w)
{
	compute k = {.w = w, .bound = LIMIT_FORMULA_READS};
	for (size_t i = 0; i < w->sheets.n; i++)
		k.bound += w->sheets.at[i]->cells.n * LIMIT_FORMULA_READS_A_CELL;
	for (uint32_t s = 0; s < w->sheets.n; s++) {
		for (uint32_t f = 0; f < w->sheets.at[s]->formulas.n; f++) {
			VEC_PUSH(w->arena, k.open, (formula_ref){s, f});
			while (k.open.n)
				step(&k);
		}
	}
}
