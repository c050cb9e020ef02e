/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are read in order, those not yet summed up wait on a stack; a total is the sum of what stands on its top, which it then
 * takes the place of, so that nothing is counted twice. Read forwards totals stand behind their parts, backwards before them. */
#include "relate/table_sum.h"

#include "base/limits.h"

#include <math.h>
#include <string.h>

enum {
	SAMPLE = 64, /* places that a candidate is tried at before it is tried at all */
	REACH = 40,  /* waiting lines that one without a telling label may sum up */
	SIGNED = 6,  /* waiting lines of which some may be taken off */
	STRICT = 10, /* places that hold as written for each that holds only if rounded: then it does not */
	WHOLE_SMALL = 1000,
	RANK_CLEAN = 60, /* of a candidate that nothing speaks against */
	RANK_GROUP = 50, /* of a group that one cell speaks against */
	GROUP_HITS = 3
};

static const double NET_DIGITS = 4.5;

typedef struct waiting {
	uint32_t line;
	bool opens; /* a heading or a total stands before it */
	bool total; /* it says that it is a total, but is not found to be one */
	bool told;  /* such a total stands behind it, at the end of its group: not all its parts may be listed */
} waiting;

typedef struct score {
	uint32_t hits, misses, far, whole; /* far: misses by more than a slip; whole: by one, of small whole numbers */
	uint32_t slips;                    /* misses by one digit of many */
	uint32_t exact, loose;             /* places that hold as written, and only if large numbers were rounded */
	bool strict;                       /* so few are loose that they are misses */
	double digits;                     /* how many digits the hits had to get right */
	bool less;
} score;

typedef struct candidate {
	int rank;
	score score;
	const uint32_t *parts;
	const bool *minus; /* by part; NULL: all are added */
	size_t n;
	uint32_t base; /* of the stack: what it takes the place of stands from here on */
	bool told;
} candidate;

typedef struct pass {
	const axis *x;
	bool backwards, clean;      /* clean: only what nothing speaks against */
	bool signs;                 /* any line may be what is left over, not only one that says so */
	bool *inner, *under, *done; /* by line: a part of a sum; below one by indentation; a sum itself */
	uint32_t *owner;            /* by line that is a part: the sum it was last found a part of */
	uint32_t *sample;
	uint32_t samples;
	VEC(waiting) stack;
	sum_list *out;
} pass;

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

/* At one place: adds to the score. */
static void score_place(const pass *p, const tally *y, const grid_cell *total, bool plain, int128 *last, score *s)
{
	if (total->kind != CELL_NUMBER || y->bad || !y->numbers || (y->mark != total->mark && y->nonzero))
		return;
	if (total->value == 0 && !y->nonzero)
		return;
	int128 sum = y->sum - (s->less ? y->less : 0), off = size_of(sum - total->value);
	bool exact = tally_holds(y, total, s->less);
	if (exact || tally_may_be_rounded(p->x->grid, y, total, s->less)) {
		*(exact ? &s->exact : &s->loose) += 1;
		if (y->nonzero < 2 || total->value == *last)
			return;
		*last = total->value;
		s->hits++;
		s->digits += log10(1 + (double)size_of(total->value) * 2 / (double)(y->slack + total->unit + p->x->grid->one));
		return;
	}
	if (plain || tally_is_excused(y, total, s->less))
		return;
	int128 one = p->x->grid->one;
	s->misses++;
	bool whole = y->slack == 0 && total->unit == 0 && total->place == 0;
	if (whole && off <= one && size_of(total->value) < WHOLE_SMALL * one && y->numbers >= 3)
		s->whole++;
	s->slips += tally_is_slip(y, total, s->less);
	s->far += tally_is_far(p->x->grid, y, total, s->less);
}

static part_sign sign_of(const pass *p, uint32_t line)
{
	return !p->x->across && p->x->line[line].less ? PART_LESS : PART_ADDED;
}

static uint32_t place_at(const pass *p, uint32_t i, bool all)
{
	return all ? p->x->place[i] : p->sample[i];
}

/* Of line t as the sum of what the tallies hold; at the sampled places, or at all. */
static score score_line(const pass *p, const tally *at, uint32_t t, bool all)
{
	score best = {0};
	bool less = false;
	uint32_t n = all ? p->x->places : p->samples;
	for (int way = 0; way < 2; way++) {
		score s = {.less = way == 1};
		int128 last = 0;
		for (uint32_t i = 0; i < n; i++) {
			uint32_t place = place_at(p, i, all);
			less = less || at[i].less;
			score_place(p, &at[i], axis_at(p->x, t, place), p->x->at_place[place].plain, &last, &s);
		}
		if (s.loose && s.exact >= STRICT * s.loose) {
			s.misses += s.loose;
			s.strict = true;
		}
		if (way == 0 || s.hits > best.hits)
			best = s;
		if (!less || (best.hits && !best.misses))
			break;
	}
	return best;
}

/* How good a candidate is; 0: it is none. `edge`: it begins where a heading or total ends, or is one by indentation. */
static int rank(const pass *p, const score *s, bool told, bool edge, size_t parts)
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
	if (p->clean || m > LIMIT_TABLE_MISSES)
		return 0;
	if (h >= 2 && (m == 1 || h >= 4 * m) && (s->far == 0 || (h >= 2 * m && s->digits >= 6))) {
		if (told && edge)
			return 50;
		if (told && s->digits >= 8)
			return 45;
		if (h >= 3 && h >= 3 * m && s->digits >= 11 + m)
			return 40;
		if (m == 1 && !s->far && s->digits >= 9)
			return 35;
	}
	if (!told || !edge || p->x->across)
		return 0;
	if (h == 1 && m == 1 && !s->far && s->digits >= 1)
		return 30;
	if (h == 0 && s->whole == m && parts >= 3)
		return 20;
	return h == 0 && m == 1 && s->slips == 1 && parts >= 3 ? 15 : 0;
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

/* A line that says it is a total: of the lines on the stack's top, as many as will do. */
static candidate find_told(const pass *p, uint32_t t)
{
	tally at[KINDS][SAMPLE] = {0};
	candidate best = {.told = true};
	size_t parts[KINDS] = {0};
	int kind_of_best = ALL;
	uint32_t beyond = 0;
	for (uint32_t b = (uint32_t)p->stack.n; b-- > 0 && beyond < LIMIT_TABLE_OPEN;) {
		const waiting *w = &p->stack.at[b];
		bool edge = is_edge(p, b);
		part_sign sign = sign_of(p, w->line);
		beyond += beyond || edge;
		for (int k = 0; k < KINDS; k++) {
			if (!takes(k, w))
				continue;
			parts[k]++;
			for (uint32_t i = 0; i < p->samples; i++)
				tally_add(&at[k][i], axis_at(p->x, w->line, p->sample[i]), sign);
		}
		for (int k = 0; k < (parts[TOTALS] ? KINDS : 1); k++) {
			score s = score_line(p, at[k], t, false);
			int before = best.rank;
			double digits = best.score.digits;
			consider(&best, &s, rank(p, &s, true, edge, parts[k]), b);
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

static void tally_stack(const pass *p, tally *at, uint32_t b)
{
	for (uint32_t k = b; k < p->stack.n; k++)
		for (uint32_t i = 0; i < p->samples; i++)
			tally_add(&at[i], axis_at(p->x, p->stack.at[k].line, p->sample[i]), PART_ADDED);
}

/* A line without such a label: numbers alone must speak for it, fewer if it says that it is what is left over. */
static candidate find_silent(const pass *p, uint32_t t)
{
	candidate best = {0};
	uint32_t probe[2];
	tally first[2] = {0};
	if (p->stack.n < 2 || !choose_probes(p, t, probe))
		return best;
	uint32_t end = p->stack.n > REACH ? (uint32_t)p->stack.n - REACH : 0;
	for (uint32_t b = (uint32_t)p->stack.n; b-- > end;) {
		bool may = false;
		for (int k = 0; k < 2; k++) {
			tally_add(&first[k], axis_at(p->x, p->stack.at[b].line, p->sample[probe[k]]), PART_ADDED);
			may = may || fits(p, &first[k], t, probe[k]);
		}
		bool net_of_two = p->backwards && b + 2 == p->stack.n && p->x->line[p->stack.at[b].line].net;
		if (!may || b + 2 > p->stack.n || net_of_two) /* the first, less the second, leaves the third */
			continue;
		tally at[SAMPLE] = {0};
		tally_stack(p, at, b);
		score s = score_line(p, at, t, false);
		bool left_over = p->x->line[t].net && is_edge(p, b) && s.hits >= 2 && !s.misses && s.digits >= NET_DIGITS;
		int value = rank(p, &s, false, is_edge(p, b), p->stack.n - b);
		consider(&best, &s, value || !left_over ? value : RANK_CLEAN, b);
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
		tally y = {0};
		for (uint32_t i = b; i < p->stack.n; i++)
			tally_add(&y, axis_at(p->x, p->stack.at[i].line, p->sample[probe[k]]),
			          minus >> (i - b) & 1 ? PART_MINUS : PART_ADDED);
		if (fits(p, &y, t, probe[k]))
			return true;
	}
	return false;
}

/* What is left when some of the last few waiting lines are taken off the first of them. */
static candidate find_left(const pass *p, uint32_t t)
{
	candidate best = {0};
	uint32_t probe[2], signs = 0;
	if (p->stack.n < 2 || !choose_probes(p, t, probe))
		return best;
	for (uint32_t n = 2; n <= SIGNED && n <= p->stack.n; n++) {
		uint32_t b = (uint32_t)p->stack.n - n;
		for (uint32_t minus = 2; minus < 1U << n; minus += 2) {
			if (!fits_signed(p, t, b, minus, probe))
				continue;
			tally at[SAMPLE] = {0};
			tally_signed(p, at, b, minus);
			score s = score_line(p, at, t, false);
			bool two_of_net = n == 2 && p->x->line[t].net;
			bool once = s.misses == 1 && s.hits >= 2 && !s.far && !p->clean;
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

/* Of rows: those next to t that stand deeper, the least deep of them its parts. */
static candidate find_indented(const pass *p, uint32_t t)
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
	tally at[SAMPLE] = {0};
	for (int64_t k = (int64_t)t + step; k != i; k += step) {
		bool adds = line[k].adds && !line[k].part && !line[k].mean && !p->inner[k];
		if (!adds || line[k].indent != least || (line[k].total && !line[t].total))
			continue;
		VEC_PUSH(p->x->arena, parts, (uint32_t)k);
		for (uint32_t s = 0; s < p->samples; s++)
			tally_add(&at[s], axis_at(p->x, (uint32_t)k, p->sample[s]), sign_of(p, (uint32_t)k));
	}
	c.parts = parts.at;
	c.n = parts.n;
	c.score = score_line(p, at, t, false);
	c.rank = rank(p, &c.score, true, true, c.n);
	bool only_indent = !line[t].total && (c.score.misses ? c.score.hits < 3 : c.score.digits < 2.5);
	if (only_indent)
		c.rank = 0;
	while (c.base > 0 &&
	       (p->backwards ? p->stack.at[c.base - 1].line < (uint64_t)i : (int64_t)p->stack.at[c.base - 1].line > i))
		c.base--;
	return c;
}

/* Of a row that says it is a total and is not found to be one: those before it up to a heading or another total, even if a sum
 * farther on has taken them up instead of it. */
static candidate find_group(const pass *p, uint32_t t)
{
	candidate best = {.told = true, .base = (uint32_t)p->stack.n};
	const grid_line *line = p->x->line;
	VEC(uint32_t) parts = {0};
	tally at[SAMPLE] = {0};
	for (uint32_t i = t; i-- > 0 && t - i < REACH && !line[i].total;) {
		bool within = p->inner[i] && p->owner[i] > i && p->owner[i] < t; /* of a sum that is among them */
		if (line[i].adds && !line[i].part && !line[i].mean && !within) {
			VEC_PUSH(p->x->arena, parts, i);
			for (uint32_t s = 0; s < p->samples; s++)
				tally_add(&at[s], axis_at(p->x, i, p->sample[s]), sign_of(p, i));
		}
		if (i > 0 && !line[i].heading && !line[i - 1].total)
			continue;
		score s = score_line(p, at, t, false);
		int before = best.rank;
		double digits = best.score.digits;
		consider(&best, &s, rank(p, &s, true, true, parts.n), best.base);
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

/* What was found at the sampled places must be so at all. */
static bool stands_everywhere(const pass *p, candidate *c, uint32_t t)
{
	if (p->samples == p->x->places)
		return true;
	tally *at = ARENA_ARRAY(p->x->arena, tally, p->x->places);
	for (size_t k = 0; k < c->n; k++)
		for (uint32_t i = 0; i < p->x->places; i++)
			tally_add(&at[i], axis_at(p->x, c->parts[k], p->x->place[i]),
			          c->minus && c->minus[k] ? PART_MINUS : sign_of(p, c->parts[k]));
	c->score = score_line(p, at, t, true);
	pass any = *p;
	any.clean = false;
	c->rank =
		c->minus ? (c->score.misses > LIMIT_TABLE_MISSES ? 0 : RANK_CLEAN) : rank(&any, &c->score, c->told, true, c->n);
	return c->rank > 0;
}

static void accept(pass *p, const candidate *c, uint32_t t)
{
	const score *s = &c->score;
	table_sum sum = {
		.result = t, .parts = c->parts, .n = c->n, .minus = c->minus, .less = s->less, .told = c->told, .misses = s->misses};
	sum.strict = s->strict;
	sum.sure = c->told && s->hits > 0;
	VEC_PUSH(p->x->arena, *p->out, sum);
	for (size_t i = 0; i < c->n; i++)
		p->inner[c->parts[i]] = true, p->owner[c->parts[i]] = t;
	for (size_t i = c->base; i < p->stack.n; i++)
		p->under[p->stack.at[i].line] = true;
	p->done[t] = true;
}

/* A total that is told in another way already, and is that of the group before it but for a cell. */
static void add_group(pass *p, uint32_t t)
{
	candidate c = find_group(p, t);
	if (!c.score.misses || c.score.hits < GROUP_HITS || c.score.hits < GROUP_HITS * c.score.misses || c.rank < RANK_GROUP ||
	    !stands_everywhere(p, &c, t))
		return;
	for (size_t i = 0; i < p->out->n; i++)
		if (p->out->at[i].result == t && p->out->at[i].n == c.n &&
		    memcmp(p->out->at[i].parts, c.parts, c.n * sizeof *c.parts) == 0)
			return;
	c.base = (uint32_t)p->stack.n;
	accept(p, &c, t);
}

/* Takes one line in; whether the next begins a group. */
static bool read_line(pass *p, uint32_t t, bool opens)
{
	const axis *x = p->x;
	const grid_line *line = &x->line[t];
	candidate best = {0};
	bool may = !p->done[t] && (!line->mean || line->total) && !(x->across && line->plain && !line->total);
	if (may && !x->across)
		best = find_indented(p, t);
	bool taken = p->inner[t] || p->under[t], silent = !line->total && !line->net && taken; /* of a part no more is asked */
	if (may && best.rank < RANK_CLEAN && !silent) {
		candidate other = line->total ? find_told(p, t) : find_silent(p, t);
		best = other.rank > best.rank ? other : best;
	}
	if (may && best.rank < RANK_CLEAN && !p->backwards && !silent && (line->net || line->total || p->signs)) {
		candidate other = find_left(p, t);
		best = other.rank > best.rank ? other : best;
	}
	bool again = !p->backwards && !p->clean && !x->across && line->total;
	if (again && may && !best.rank)
		best = find_group(p, t);
	else if (again && p->done[t])
		add_group(p, t);
	if (best.rank && !stands_everywhere(p, &best, t))
		best.rank = 0;
	if (best.rank) {
		accept(p, &best, t);
		if (best.base < p->stack.n) {
			opens = p->stack.at[best.base].opens;
			p->stack.n = best.base;
		}
	}
	if (line->total && !p->done[t] && !p->backwards)
		for (size_t k = p->stack.n; !opens && k-- > 0 && !p->stack.at[k].total;) {
			p->stack.at[k].told = true;
			if (p->stack.at[k].opens)
				break;
		}
	bool aside = line->part || (line->mean && !line->total) || (x->across && line->plain && !line->total);
	bool waits = !aside && !taken;
	if (waits)
		VEC_PUSH(x->arena, p->stack, (waiting){.line = t, .opens = opens, .total = line->total && !p->done[t]});
	return line->total || p->done[t] || (opens && !waits);
}

static void run_pass(pass *p)
{
	bool opens = true;
	p->stack.n = 0;
	for (uint32_t k = 0; k < p->x->lines; k++) {
		uint32_t t = p->backwards ? p->x->lines - 1 - k : k;
		const grid_line *line = &p->x->line[t];
		if (!line->adds)
			opens = opens || (line->heading && !p->x->across);
		else if (!(p->inner[t] || p->under[t]) || !p->done[t] || line->total)
			opens = read_line(p, t, opens);
	}
}

void table_sums(const axis *x, sum_list *out)
{
	static const struct {
		bool backwards, clean, signs;
	} passes[] = {
		{false, true, false}, {true, true, false},   {false, true, false},
		{false, true, true},  {false, false, false}, {true, false, false},
	};
	pass p = {.x = x, .out = out};
	p.inner = ARENA_ARRAY(x->arena, bool, x->lines);
	p.under = ARENA_ARRAY(x->arena, bool, x->lines);
	p.done = ARENA_ARRAY(x->arena, bool, x->lines);
	p.owner = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	p.samples = x->places < SAMPLE ? x->places : SAMPLE;
	p.sample = ARENA_ARRAY(x->arena, uint32_t, p.samples ? p.samples : 1);
	for (uint32_t i = 0; i < p.samples; i++)
		p.sample[i] = x->place[(uint64_t)i * x->places / p.samples];
	for (size_t i = 0; i < sizeof passes / sizeof *passes && x->places; i++) {
		p.backwards = passes[i].backwards;
		p.clean = passes[i].clean;
		p.signs = passes[i].signs;
		run_pass(&p);
	}
}
