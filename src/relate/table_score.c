/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What speaks for a line's being a sum, and what against it. */
#include "base/limits.h"
#include "relate/table_pass.h"

#include <math.h>

enum {
	STRICT = 10, /* places that hold as written for each that holds only if rounded: then it does not */
	WHOLE_SMALL = 1000,
	SEVERAL = 2,
	NEAR_MIRROR = 1000, /* of a number's parts it may be off the other one of its sign */
	ALONE_HITS = 6      /* places that hold where the one that is left is none to be excused */
};

static const double FAR_DIGITS = 6, CLEAR_DIGITS = 4, ALONE_DIGITS = 12.5;

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

/* How many digits had to be right: of the sum, or of two numbers that leave little of each other. */
static double digits_of(const tally *y, const grid_cell *total)
{
	int128 size = size_of(total->value), most = size_of(y->most), least = size_of(y->least);
	most = most > least ? most : least;
	if (y->nonzero == 2 && most > size)
		size = most;
	int64_t step = grid_step(total) > y->coarsest ? grid_step(total) : y->coarsest;
	return log10(1 + (double)size * 2 / (double)(y->slack + grid_unit(total) + step));
}

/* Whether a total that is among its parts is of whole numbers as those that hold are, and not far from its sum: a code's parts are. */
static bool is_like_others(const tally *y, const grid_cell *total, const score *s)
{
	enum { TIMES = 3 };
	int128 size = size_of(total->value), sum = size_of(y->sum);
	return !s->fine && total->place == 0 && !y->fine && !total->mark && sum <= TIMES * size && size <= TIMES * sum;
}

/* What held last: the same once more proves nothing, but 100 of other parts does. */
typedef struct seen {
	int128 total, most, least;
} seen;

/* Of line t at one place: adds to the score. */
static void score_place(const pass *p, const tally *y, uint32_t t, uint32_t place, seen *last, score *s)
{
	const grid_cell *total = axis_at(p->x, t, place);
	if (total->kind != CELL_NUMBER || y->bad || !y->numbers || (y->mark != total->mark && y->nonzero))
		return;
	if (total->value == 0 && !y->nonzero)
		return;
	int128 sum = y->sum - (s->less ? y->less : 0), off = size_of(sum - total->value);
	bool exact = tally_holds(y, total, s->less);
	if (exact || tally_may_be_rounded(p->x->grid, y, total, s->less)) {
		*(exact ? &s->exact : &s->loose) += 1;
		bool again = total->value == last->total && y->most == last->most && y->least == last->least;
		if (y->nonzero < 2 || again)
			return;
		*last = (seen){total->value, y->most, y->least};
		s->hits++;
		s->fine = s->fine || y->fine;
		s->digits += digits_of(y, total);
		return;
	}
	s->mirrored += total->value && size_of(sum + total->value) <= size_of(total->value) / NEAR_MIRROR;
	if (tally_need_not(p->x, place, y))
		return;
	if (tally_is_excused(y, total, s->less)) {
		s->excused += is_like_others(y, total, s) ? 1 : SEVERAL;
		return;
	}
	int128 one = p->x->grid->one;
	s->misses++;
	bool whole = y->slack == 0 && grid_unit(total) == 0 && total->place == 0;
	if (whole && off <= one && size_of(total->value) < WHOLE_SMALL * one && y->numbers >= 3)
		s->whole++;
	s->slips += tally_is_slip(y, total, s->less);
	s->clear += tally_is_clear_slip(y, total, s->less);
	s->far += tally_is_far(p->x->grid, y, total, s->less);
}

score pass_score(const pass *p, const tally *at, uint32_t t, bool all)
{
	score best = {0};
	bool less = false;
	uint32_t n = all ? p->x->places : p->samples;
	for (int way = 0; way < 2; way++) {
		score s = {.less = way == 1};
		seen last = {0};
		for (uint32_t i = 0; i < n; i++) {
			uint32_t place = pass_place(p, i, all);
			less = less || at[i].less;
			score_place(p, &at[i], t, place, &last, &s);
		}
		if (s.loose && s.exact >= STRICT * s.loose) {
			s.misses += s.loose;
			s.strict = true;
		}
		if (s.excused == 1 && !s.misses && !s.fine && s.hits >= ALONE_HITS && s.digits >= ALONE_DIGITS) {
			s.misses = s.far = 1; /* among so many sums it is one too */
			s.unexcused = true;
		}
		if (way == 0 || s.hits > best.hits)
			best = s;
		if (!less || (best.hits && !best.misses))
			break;
	}
	return best;
}

int pass_rank(const pass *p, const score *s, bool told, bool edge, size_t parts)
{
	const uint32_t h = s->hits, m = s->misses;
	if (parts < 2)
		return 0;
	if (m == 0) {
		if (!h)
			return told && edge && s->exact ? RANK_CLEAN : 0; /* one of its parts is something at most */
		if (told && edge && (s->digits >= 1 || h >= 2))
			return 100;
		if (told && s->digits >= (edge ? 1 : 4))
			return 90;
		if (h >= 2 && s->digits >= (edge ? 5.5 : 7))
			return 70;
		return !p->x->across && s->digits >= 8 ? RANK_CLEAN : 0;
	}
	if (p->clean || m > LIMIT_TABLE_MISSES || (s->mirrored && !told))
		return 0;
	if (h >= 2 && (m == 1 || h >= 4 * m) && (s->far == 0 || (h >= 3 * m && s->digits >= FAR_DIGITS))) {
		if (told && edge)
			return 50;
		if (told && s->digits >= 8)
			return 45;
		if (h >= 3 && h >= 3 * m && s->digits >= 11 + m)
			return 40;
		if (m == 1 && !s->far && s->digits >= 9)
			return 35;
	}
	if (h >= 1 && m == 1 && s->clear == 1 && edge && s->digits >= CLEAR_DIGITS)
		return RANK_SLIP;
	if (!told || !edge || p->x->across)
		return 0;
	if (h == 1 && m == 1 && !s->far && s->digits >= 1)
		return 30;
	if (h == 0 && s->whole == m && parts >= 3)
		return 20;
	return h == 0 && m == 1 && s->slips == 1 && parts >= 3 ? 15 : 0;
}
