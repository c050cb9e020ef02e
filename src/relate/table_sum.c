/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table's lines again and again: first takes only what nothing speaks against, then what one cell speaks against. */
#include "base/limits.h"
#include "relate/table_pass.h"

#include <string.h>

enum { GROUP_HITS = 3 };

/* What was found at the sampled places must be so at all. */
static bool stands_everywhere(const pass *p, candidate *c, uint32_t t)
{
	if (p->samples == p->x->places)
		return true;
	arena_mark before = arena_here(p->x->arena);
	tally *at = ARENA_ARRAY(p->x->arena, tally, p->x->places);
	for (size_t k = 0; k < c->n; k++)
		for (uint32_t i = 0; i < p->x->places; i++)
			tally_add(&at[i], axis_at(p->x, c->parts[k], p->x->place[i]),
			          c->minus && c->minus[k] ? PART_MINUS : pass_sign(p, c->parts[k]));
	c->score = pass_score(p, at, t, true);
	arena_rewind(p->x->arena, before);
	pass any = *p;
	any.clean = false;
	c->rank =
		c->minus ? (c->score.misses > LIMIT_TABLE_MISSES ? 0 : RANK_CLEAN) : pass_rank(&any, &c->score, c->told, true, c->n);
	return c->rank > 0;
}

static void accept(pass *p, const candidate *c, uint32_t t)
{
	const score *s = &c->score;
	table_sum sum = {
		.result = t, .parts = c->parts, .n = c->n, .minus = c->minus, .less = s->less, .told = c->told, .misses = s->misses};
	sum.strict = s->strict;
	sum.unexcused = s->unexcused;
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

/* Whether the same numbers stand at the head of the parts, in a line that is theirs or no sum so far: of two lines of 100 the parts
 * between them are as well the first's, and reading backwards tells. */
static bool repeats_head(const pass *p, const candidate *c, uint32_t t)
{
	uint32_t head = t;
	for (size_t i = 0; i < c->n; i++)
		head = c->parts[i] < head ? c->parts[i] : head;
	while (head-- > 0 && !p->x->line[head].adds)
		;
	bool theirs = p->inner[c->parts[0]] && p->owner[c->parts[0]] == head;
	if (head == UINT32_MAX || (p->done[head] && !theirs))
		return false;
	for (uint32_t i = 0; i < p->samples; i++) {
		const grid_cell *a = axis_at(p->x, head, p->sample[i]), *b = axis_at(p->x, t, p->sample[i]);
		if (a->kind != b->kind || (a->kind == CELL_NUMBER && a->value != b->value))
			return false;
	}
	return true;
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
	bool slips = silent && !p->clean && !p->backwards; /* but whether it is a sum that a slip of the pen has spoilt */
	if (may && best.rank < RANK_CLEAN && (!silent || slips)) {
		candidate other = line->total ? find_told(p, t) : find_silent(p, t);
		bool takes = !slips || (other.score.misses == 1 && other.score.clear == 1);
		best = takes && other.rank > best.rank ? other : best;
	}
	bool left = line->net || (!p->backwards && (line->total || p->signs));
	if (may && best.rank < RANK_CLEAN && !silent && left) {
		candidate other = find_left(p, t);
		best = other.rank > best.rank ? other : best;
	}
	bool again = !p->backwards && !p->clean && !x->across && line->total;
	if (again && may && !best.rank)
		best = find_group(p, t);
	else if (again && p->done[t])
		add_group(p, t);
	if (best.rank && ((!p->backwards && repeats_head(p, &best, t)) || !stands_everywhere(p, &best, t)))
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
	enum { AGAIN = 2 }; /* the first pass once more */
	pass p = {.x = x, .out = out};
	p.inner = ARENA_ARRAY(x->arena, bool, x->lines);
	p.under = ARENA_ARRAY(x->arena, bool, x->lines);
	p.done = ARENA_ARRAY(x->arena, bool, x->lines);
	p.owner = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	p.samples = x->places < TABLE_SAMPLE ? x->places : TABLE_SAMPLE;
	p.sample = ARENA_ARRAY(x->arena, uint32_t, p.samples ? p.samples : 1);
	for (uint32_t i = 0; i < p.samples; i++)
		p.sample[i] = x->place[(uint64_t)i * x->places / p.samples];
	for (size_t i = 0; i < sizeof passes / sizeof *passes && x->places; i++) {
		if (i == AGAIN && !out->n)
			continue; /* nothing has changed since */
		p.backwards = passes[i].backwards;
		p.clean = passes[i].clean;
		p.signs = passes[i].signs;
		run_pass(&p);
	}
}
