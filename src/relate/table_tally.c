/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/table_sum.h"

enum { LARGE = 10000 };

axis axis_of(arena *a, const grid *g, bool across)
{
	axis x = {.arena = a, .grid = g, .across = across};
	x.line = across ? g->col : g->row;
	x.at_place = across ? g->row : g->col;
	x.lines = across ? g->cols : g->rows;
	uint32_t all = across ? g->rows : g->cols;
	uint32_t *place = ARENA_ARRAY(a, uint32_t, all);
	for (uint32_t i = 0; i < all; i++)
		if (x.at_place[i].adds)
			place[x.places++] = i;
	x.place = place;
	return x;
}

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

part_sign table_sign(const axis *x, const table_sum *s, size_t k)
{
	if (s->minus && s->minus[k])
		return PART_MINUS;
	return s->less && !x->across && x->line[s->parts[k]].less ? PART_LESS : PART_ADDED;
}

bool tally_need_not(const axis *x, uint32_t place, const tally *y)
{
	return x->at_place[place].plain || (x->at_place[place].total && y->empty);
}

void tally_add(tally *y, const grid_cell *c, part_sign sign)
{
	y->empty += c->kind == CELL_EMPTY;
	if (c->kind == CELL_EMPTY || c->kind == CELL_NIL)
		return;
	if (c->kind != CELL_NUMBER) {
		y->bad++;
		return;
	}
	y->bad += y->numbers && y->mark != c->mark;
	y->mark = c->mark;
	y->least = !y->numbers || c->value < y->least ? c->value : y->least;
	y->most = !y->numbers || c->value > y->most ? c->value : y->most;
	y->sum += sign == PART_MINUS ? -c->value : c->value;
	y->less += sign == PART_LESS ? c->value + size_of(c->value) : 0;
	y->slack += grid_unit(c);
	y->off = y->off || sign != PART_ADDED;
	y->finest = !y->numbers || grid_step(c) < y->finest ? grid_step(c) : y->finest;
	y->coarsest = grid_step(c) > y->coarsest ? grid_step(c) : y->coarsest;
	y->numbers++;
	y->fine += c->place != 0;
	y->nonzero += c->value != 0;
}

static int128 residual(const tally *y, const grid_cell *total, bool less)
{
	return size_of(y->sum - (less ? y->less : 0) - total->value);
}

int64_t tally_unit(const tally *y, const grid_cell *total)
{
	return grid_step(total) > y->finest ? grid_step(total) : grid_unit(total);
}

bool tally_holds(const tally *y, const grid_cell *total, bool less)
{
	return 2 * residual(y, total, less) <= y->slack + tally_unit(y, total);
}

bool tally_may_be_rounded(const grid *g, const tally *y, const grid_cell *total, bool less)
{
	bool large = g->large || size_of(total->value) >= LARGE * g->one;
	return large && total->place == 0 && !grid_unit(total) &&
	       2 * residual(y, total, less) <= ((int128)y->numbers + 1) * g->one;
}

/* One digit differs, or two neighbours have changed places; of four digits at least. */
static bool is_slip(int128 a, int128 b)
{
	unsigned digits = 0, differ = 0, last = 0, sum = 0;
	a = size_of(a), b = size_of(b);
	while (a % 10 == 0 && b % 10 == 0 && a > 0 && b > 0)
		a /= 10, b /= 10;
	for (; a > 0 || b > 0; a /= 10, b /= 10, digits++) {
		if (a % 10 == b % 10)
			continue;
		sum += (unsigned)(a % 10) + 100 - (unsigned)(b % 10);
		differ++;
		last = differ == 1 ? digits : last;
		if (differ == 2 && (digits != last + 1 || sum != 200))
			return false;
	}
	return digits >= 4 && differ <= 2;
}

/* The same where what was rounded hides it: 159.6 and 199.7 differ by about 40, and far less than 10 may be due to rounding. */
static bool is_about_one_digit(const tally *y, const grid_cell *total, bool less)
{
	enum { MARGIN = 20, LEAST = 1000, MOST = 9 };
	int128 off = residual(y, total, less), by = (y->slack + grid_unit(total) + 1) / 2, unit = 1;
	int64_t step = grid_step(total) ? grid_step(total) : 1;
	if (by * 2 <= 1 || size_of(total->value) < LEAST * (int128)step)
		return false;
	while (unit < MARGIN * by)
		unit *= 10;
	while (unit * MOST + by < off)
		unit *= 10;
	int128 digit = (off + unit / 2) / unit;
	return digit > 0 && size_of(off - digit * unit) <= by;
}

bool tally_is_slip(const tally *y, const grid_cell *total, bool less)
{
	return is_slip(y->sum - (less ? y->less : 0), total->value) || is_about_one_digit(y, total, less);
}

/* Whether one digit of some number makes the difference, or two neighbours in each other's place: 700, or 540. */
static bool is_of_one_digit(int128 off, int128 total)
{
	enum {
		LEAST = 1000
	}; /* of a total without the noughts behind it, so that not all differences of round numbers are such */
	int128 size = size_of(total);
	while (size && size % 10 == 0)
		size /= 10;
	while (off && off % 10 == 0)
		off /= 10;
	return size >= LEAST && (off < 10 || (off < 100 && off % 9 == 0));
}

bool tally_is_clear_slip(const tally *y, const grid_cell *total, bool less)
{
	int128 off = residual(y, total, less);
	int64_t step = grid_step(total) > y->coarsest ? grid_step(total) : y->coarsest;
	bool by_more = 2 * off > ((int128)y->numbers + 1) * step;
	return by_more && (tally_is_slip(y, total, less) || is_of_one_digit(off, total->value));
}

bool tally_is_far(const grid *g, const tally *y, const grid_cell *total, bool less)
{
	int128 off = residual(y, total, less);
	return off * 100 > size_of(total->value) * 3 && off > g->one && !tally_is_slip(y, total, less);
}

bool tally_is_excused(const tally *y, const grid_cell *total, bool less)
{
	if (total->mark == GRID_TIMES || total->mark == GRID_PERCENT)
		return true;
	bool under = total->value >= y->least || (y->least >= 0 && total->value >= 0);
	bool mixed = y->least < 0 && y->most > 0; /* what is left of gains and losses is less than they are */
	bool slip = mixed ? tally_is_clear_slip(y, total, less) : tally_is_slip(y, total, less);
	return !y->off && under && total->value <= y->most && !slip;
}
