/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to look for the lines that a line is the sum of. */
#include "base/limits.h"
#include "relate/table_pass.h"

enum { SIGNED = 6 /* waiting lines of which some may be taken off */ };

static const double NET_DIGITS = 3, NAMELESS_DIGITS = 1.8, NAMELESS_SLIP_DIGITS = 3.5, LEFT_CLEAR_DIGITS = 4.5;

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

static void consider(candidate *best, const score *s, int value, uint32_t base)
{
	if (value > best->rank || (value == best->rank && value && s->digits > best->score.digits + 0.5)) {
		best->rank = value;
		best->score = *s;
		best->base = base;
	}
}

enum { ALL, WITHOUT_TOTALS, TOTALS, WITHOUT_TOLD, KINDS }; /* which of the waiting lines are added */

static bool takes(int kind, const waiting *w)
{
	return kind == ALL || (kind == WITHOUT_TOLD ? !w->told : (kind == TOTALS) == w->total);
}

static uint16_t indent(const pass *p, uint32_t line)
{
	return p->x->line[line].indent;
}

/* Whether a group may begin at number b of the stack. */
static bool is_edge(const pass *p, uint32_t b)
{
	const waiting *w = p->stack.at;
	return b == 0 || w[b].opens || (!p->x->across && indent(p, w[b - 1].line) != indent(p, w[b].line));
}

static void take_parts(const pass *p, candidate *c, int kind)
{
	uint32_t *parts = ARENA_ARRAY(p->x->arena, uint32_t, p->stack.n - c->base);
	c->n = 0;
	for (size_t i = c->base; i < p->stack.n; i++)
		if (takes(kind, &p->stack.at[i]))
			parts[c->n++] = p->stack.at[i].line;
	c->parts = parts;
}

candidate find_told(const pass *p, uint32_t t)
{
	tally at[KINDS][TABLE_SAMPLE] = {0};
	candidate best = {.told = true};
	size_t parts[KINDS] = {0};
	int kind_of_best = ALL;
	uint32_t beyond = 0;
	for (uint32_t b = (uint32_t)p->stack.n; b-- > 0 && beyond < LIMIT_TABLE_OPEN;) {
		const waiting *w = &p->stack.at[b];
		bool edge = is_edge(p, b);
		part_sign sign = pass_sign(p, w->line);
		beyond += beyond || edge;
		for (int k = 0; k < KINDS; k++) {
			if (!takes(k, w))
				continue;
			parts[k]++;
			for (uint32_t i = 0; i < p->samples; i++)
				tally_add(&at[k][i], axis_at(p->x, w->line, p->sample[i]), sign);
		}
		for (int k = 0; k < (parts[TOTALS] ? KINDS : 1); k++) {
			score s = pass_score(p, at[k], t, false);
			int before = best.rank;
			double digits = best.score.digits;
			consider(&best, &s, pass_rank(p, &s, true, edge, parts[k]), b);
			if (best.rank != before || best.score.digits > digits)
				kind_of_best = k;
		}
		if (best.rank == 100)
			break;
	}
	if (best.rank)
		take_parts(p, &best, kind_of_best);
	return best;
}

/* Whether the lines from b on come to line t at the i-th sampled place. */
static bool fits(const pass *p, const tally *y, uint32_t t, uint32_t i)
{
	const grid_cell *total = axis_at(p->x, t, p->sample[i]);
	return !y->bad && y->nonzero > 1 && tally_holds(y, total, false);
}

/* Two places of line t to try first, with its greatest numbers; false: there are none. */
static bool choose_probes(const pass *p, uint32_t t, uint32_t probe[2])
{
	int128 most[2] = {0};
	for (uint32_t i = 0; i < p->samples; i++) {
		const grid_cell *c = axis_at(p->x, t, p->sample[i]);
		int128 size = c->kind == CELL_NUMBER ? size_of(c->value) : 0;
		if (size < 10 * p->x->grid->one || size <= most[1])
			continue;
		size_t at = size <= most[0];
		if (!at) {
			most[1] = most[0];
			probe[1] = probe[0];
		}
		most[at] = size;
		probe[at] = i;
	}
	if (most[0] && !most[1])
		probe[1] = probe[0];
	return most[0] > 0;
}

/* Some cells at one of two places, to see at little cost whether their sum is far from a total's number: whether it is near
 * enough only a tally tells. */
typedef struct glance {
	int128 sum, slack;
} glance;

static void glance_add(glance *g, const grid_cell *c, bool minus)
{
	if (c->kind != CELL_NUMBER)
		return;
	g->sum += minus ? -c->value : c->value;
	g->slack += grid_unit(c);
}

static bool is_near(const glance *g, const grid_cell *total)
{
	int64_t room = grid_step(total) > grid_unit(total) ? grid_step(total) : grid_unit(total);
	return 2 * size_of(g->sum - total->value) <= g->slack + room;
}

/* Whether the lines from b on come to line t at one of two sampled places. */
static bool fits_at_probe(const pass *p, uint32_t t, uint32_t b, const uint32_t probe[2])
{
	for (int k = 0; k < 2; k++) {
		tally y = {0};
		for (uint32_t i = b; i < p->stack.n; i++)
			tally_add(&y, axis_at(p->x, p->stack.at[i].line, p->sample[probe[k]]), PART_ADDED);
		if (fits(p, &y, t, probe[k]))
			return true;
	}
	return false;
}

static void tally_stack(const pass *p, tally *at, uint32_t b)
{
	for (uint32_t k = b; k < p->stack.n; k++)
		for (uint32_t i = 0; i < p->samples; i++)
			tally_add(&at[i], axis_at(p->x, p->stack.at[k].line, p->sample[i]), PART_ADDED);
}

candidate find_silent(const pass *p, uint32_t t)
{
	candidate best = {0};
	uint32_t probe[2] = {0};
	glance first[2] = {0};
	if (p->stack.n < 2 || !choose_probes(p, t, probe))
		return best;
	const grid_cell *const total[] = {axis_at(p->x, t, p->sample[probe[0]]), axis_at(p->x, t, p->sample[probe[1]])};
	uint32_t end = p->stack.n > TABLE_REACH ? (uint32_t)p->stack.n - TABLE_REACH : 0;
	for (uint32_t b = (uint32_t)p->stack.n; b-- > end;) {
		bool may = false;
		for (int k = 0; k < 2; k++) {
			glance_add(&first[k], axis_at(p->x, p->stack.at[b].line, p->sample[probe[k]]), false);
			may = may || is_near(&first[k], total[k]);
		}
		bool net_of_two = p->backwards && b + 2 == p->stack.n && p->x->line[p->stack.at[b].line].net;
		if (!may || b + 2 > p->stack.n || net_of_two ||
		    !fits_at_probe(p, t, b, probe)) /* the first, less the second, leaves the third */
			continue;
		tally at[TABLE_SAMPLE] = {0};
		tally_stack(p, at, b);
		score s = pass_score(p, at, t, false);
		double enough = p->x->line[t].nameless ? NAMELESS_DIGITS : NET_DIGITS;
		bool left_over = p->x->line[t].net && is_edge(p, b) && s.hits >= 2 && !s.misses && s.digits >= enough;
		int value = pass_rank(p, &s, false, is_edge(p, b), p->stack.n - b);
		bool slip = p->x->line[t].nameless && !p->clean && is_edge(p, b) && s.hits >= 1 && s.misses == 1 && s.clear == 1 &&
		            s.digits >= NAMELESS_SLIP_DIGITS;
		int otherwise = left_over ? RANK_CLEAN : slip ? RANK_SLIP : 0;
		consider(&best, &s, value ? value : otherwise, b);
	}
	if (best.rank)
		take_parts(p, &best, ALL);
	return best;
}

/* The same, where some of the waiting lines are taken off: bit k of `minus` says so of the k-th from number b on. */
static void tally_signed(const pass *p, tally *at, uint32_t b, uint32_t minus)
{
	for (uint32_t k = b; k < p->stack.n; k++)
		for (uint32_t i = 0; i < p->samples; i++)
			tally_add(&at[i], axis_at(p->x, p->stack.at[k].line, p->sample[i]),
			          minus >> (k - b) & 1 ? PART_MINUS : PART_ADDED);
}

static bool fits_signed(const pass *p, uint32_t t, uint32_t b, uint32_t minus, const uint32_t probe[2])
{
	for (int k = 0; k < 2; k++) {
		glance g = {0};
		for (uint32_t i = b; i < p->stack.n; i++)
			glance_add(&g, axis_at(p->x, p->stack.at[i].line, p->sample[probe[k]]), minus >> (i - b) & 1);
		if (!is_near(&g, axis_at(p->x, t, p->sample[probe[k]])))
			continue;
		tally y = {0};
		for (uint32_t i = b; i < p->stack.n; i++)
			tally_add(&y, axis_at(p->x, p->stack.at[i].line, p->sample[probe[k]]),
			          minus >> (i - b) & 1 ? PART_MINUS : PART_ADDED);
		if (fits(p, &y, t, probe[k]))
			return true;
	}
	return false;
}

candidate find_left(const pass *p, uint32_t t)
{
	candidate best = {0};
	uint32_t probe[2] = {0}, signs = 0;
	if (p->stack.n < 2 || !choose_probes(p, t, probe))
		return best;
	uint32_t most = p->backwards ? 2 : SIGNED,
			 odd = p->backwards; /* "Net", and the two lines that it is left of, first to last */
	for (uint32_t n = 2; n <= most && n <= p->stack.n; n++) {
		uint32_t b = (uint32_t)p->stack.n - n;
		for (uint32_t minus = 2 - odd; minus < (1U << n) - odd; minus += 2) {
			if (!fits_signed(p, t, b, minus, probe))
				continue;
			tally at[TABLE_SAMPLE] = {0};
			tally_signed(p, at, b, minus);
			score s = pass_score(p, at, t, false);
			bool two_of_net = n == 2 && p->x->line[t].net;
			bool once = s.misses == 1 && !p->clean && (s.hits >= 2 ? !s.far : s.clear == 1 && s.digits >= LEFT_CLEAR_DIGITS);
			if ((s.misses && !once) || s.digits < (s.hits < 2 ? (n == 2 ? 6.5 : 10) : two_of_net ? 6 : 8))
				continue;
			int before = best.rank;
			consider(&best, &s, RANK_CLEAN, b);
			signs = best.rank > before || best.base == b ? minus : signs;
		}
		if (best.rank)
			break;
	}
	if (!best.rank)
		return best;
	take_parts(p, &best, ALL);
	bool *minus = ARENA_ARRAY(p->x->arena, bool, best.n);
	for (size_t i = 0; i < best.n; i++)
		minus[i] = signs >> i & 1;
	best.minus = minus;
	return best;
}

candidate find_indented(const pass *p, uint32_t t)
{
	candidate c = {.told = true, .base = (uint32_t)p->stack.n};
	const grid_line *line = p->x->line;
	uint16_t least = UINT16_MAX;
	int64_t step = p->backwards ? 1 : -1, i = (int64_t)t + step, n = 0;
	for (; i >= 0 && i < p->x->lines && n < LIMIT_TABLE_OPEN; i += step, n++) {
		if (!line[i].adds)
			continue;
		if (line[i].indent <= line[t].indent)
			break;
		if (p->inner[i])
			continue;
		least = line[i].indent < least ? line[i].indent : least;
	}
	if (least == UINT16_MAX)
		return c;
	VEC(uint32_t) parts = {0};
	tally at[TABLE_SAMPLE] = {0};
	for (int64_t k = (int64_t)t + step; k != i; k += step) {
		bool adds = line[k].adds && !line[k].part && !line[k].mean && !p->inner[k];
		if (!adds || line[k].indent != least || (line[k].total && !line[t].total))
			continue;
		VEC_PUSH(p->x->arena, parts, (uint32_t)k);
		for (uint32_t s = 0; s < p->samples; s++)
			tally_add(&at[s], axis_at(p->x, (uint32_t)k, p->sample[s]), pass_sign(p, (uint32_t)k));
	}
	c.parts = parts.at;
	c.n = parts.n;
	c.score = pass_score(p, at, t, false);
	c.rank = pass_rank(p, &c.score, true, true, c.n);
	bool only_indent = !line[t].total && (c.score.misses ? c.score.hits < 3 : c.score.digits < 2.5);
	if (only_indent)
		c.rank = 0;
	while (c.base > 0 &&
	       (p->backwards ? p->stack.at[c.base - 1].line < (uint64_t)i : (int64_t)p->stack.at[c.base - 1].line > i))
		c.base--;
	return c;
}

candidate find_group(const pass *p, uint32_t t)
{
	candidate best = {.told = true, .base = (uint32_t)p->stack.n};
	const grid_line *line = p->x->line;
	VEC(uint32_t) parts = {0};
	tally at[TABLE_SAMPLE] = {0};
	for (uint32_t i = t; i-- > 0 && t - i < TABLE_REACH && !line[i].total;) {
		bool within = p->inner[i] && p->owner[i] > i && p->owner[i] < t; /* of a sum that is among them */
		if (line[i].adds && !line[i].part && !line[i].mean && !within) {
			VEC_PUSH(p->x->arena, parts, i);
			for (uint32_t s = 0; s < p->samples; s++)
				tally_add(&at[s], axis_at(p->x, i, p->sample[s]), pass_sign(p, i));
		}
		if (i > 0 && !line[i].heading && !line[i - 1].total)
			continue;
		score s = pass_score(p, at, t, false);
		int before = best.rank;
		double digits = best.score.digits;
		consider(&best, &s, pass_rank(p, &s, true, true, parts.n), best.base);
		best.n = best.rank > before || best.score.digits > digits ? parts.n : best.n;
	}
	for (size_t i = 0; i < best.n / 2; i++) { /* in the order they stand in */
		uint32_t last = parts.at[best.n - 1 - i];
		parts.at[best.n - 1 - i] = parts.at[i];
		parts.at[i] = last;
	}
	best.parts = parts.at;
	return best;
}
