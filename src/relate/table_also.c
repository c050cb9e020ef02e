/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that reading the lines in order does not see: a total told in two ways, parts with a line between them that is none of
 * them, a line that is two others far off. They need more digits right than chance gets among all that is tried. Where one does not
 * hold nothing is said, unless it misses at one place of several, by a slip of the pen that no rounding explains. */
#include "relate/table_sum.h"

#include "base/bisect.h"
#include "base/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	SAMPLE = 64,   /* places that a candidate is tried at */
	RUN = 64,      /* lines one behind another that are added */
	GAPPED = 16,   /* the same, with some between them left out */
	GAP = 8,       /* so many at most */
	MOST_WAYS = 4, /* of one total */
	LEAST_HITS = 2,
	HITS_FOR_SLIP = 3, /* that a slip at one more place is told for */
	PROBES = 2
};
static const double SPARE_DIGITS = 4;     /* right beyond those that chance would get */
static const double SPARE_IF_NOT_ALL = 3; /* and so many more where some places, of codes perhaps, do not add up */
static const double SPARE_FOR_SLIP = 6;   /* and so many where a slip is told */

typedef struct column_sum { /* at one place: of all the lines up to one */
	int128 sum, slack;
	uint32_t numbers, nonzero, bad;
} column_sum;

typedef struct ordered { /* a line, by its number at the probe */
	int128 value;
	uint32_t line;
} ordered;

typedef struct search {
	const axis *x;
	sum_list *out;
	uint32_t *line;                  /* in the order that they stand in */
	bool *hidden, *chosen, *nothing; /* by line: part of a sum; one of those looked at; without any number but 0 */
	uint32_t *ways;                  /* by line: sums found of it here */
	size_t n;
	uint32_t *place;
	uint32_t *mark; /* by sampled place: what stands behind most of its numbers */
	size_t places, probes;
	size_t probe[PROBES]; /* the places whose numbers have most digits: two, since a wrong number may stand at one */
	ordered *by_value[PROBES];
	size_t ordered_n[PROBES];
	column_sum *up_to; /* (n + 1) × places */
	double need;       /* digits */
} search;

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
}

static void add_cell(column_sum *s, const grid_cell *c, uint32_t mark)
{
	if (c->kind == CELL_EMPTY || c->kind == CELL_NIL)
		return;
	if (c->kind != CELL_NUMBER || c->mark != mark) {
		s->bad++;
		return;
	}
	s->sum += c->value;
	s->slack += c->unit;
	s->numbers++;
	s->nonzero += c->value != 0;
}

/* Takes the lines from `from` up to `to` (not included) away, or adds them. */
static column_sum between(const search *s, size_t from, size_t to, size_t place)
{
	const column_sum *a = &s->up_to[from * s->places + place], *b = &s->up_to[to * s->places + place];
	return (column_sum){b->sum - a->sum, b->slack - a->slack, b->numbers - a->numbers, b->nonzero - a->nonzero,
	                    b->bad - a->bad};
}

static column_sum together(column_sum a, column_sum b, int sign)
{
	return sign > 0
	           ? (column_sum){a.sum + b.sum, a.slack + b.slack, a.numbers + b.numbers, a.nonzero + b.nonzero, a.bad + b.bad}
	           : (column_sum){a.sum - b.sum, a.slack - b.slack, a.numbers - b.numbers, a.nonzero - b.nonzero, a.bad - b.bad};
}

typedef struct choice { /* lines number from..to without gap_from..gap_to, ends not included */
	size_t from, gap_from, gap_to, to;
} choice;

static column_sum sum_of(const search *s, const choice *c, size_t place)
{
	return together(between(s, c->from, c->gap_from, place), between(s, c->gap_to, c->to, place), 1);
}

/* Whether line t is the sum at most of the sampled places that can be asked, with enough digits; *slips: at how many it is not
 * though it should be. */
static bool is_sum(const search *s, const choice *c, uint32_t t, uint32_t *slips)
{
	const axis *x = s->x;
	double digits = 0;
	uint32_t hits = 0, misses = 0;
	int128 last = 0;
	*slips = 0;
	for (size_t i = 0; i < s->places; i++) {
		const grid_cell *total = axis_at(x, t, s->place[i]);
		if (x->at_place[s->place[i]].plain || total->kind != CELL_NUMBER || total->mark != s->mark[i])
			continue;
		column_sum sum = sum_of(s, c, i);
		if (sum.bad || !sum.numbers || (!total->value && !sum.nonzero))
			continue;
		if (2 * size_of(sum.sum - total->value) > sum.slack + total->unit) {
			misses++;
			*slips += tally_is_clear_slip(&(tally){.sum = sum.sum, .numbers = sum.numbers}, total, false);
			continue;
		}
		if (sum.nonzero < 2 || total->value == last)
			continue;
		last = total->value;
		hits++;
		digits += log10(1 + (double)size_of(total->value) * 2 / (double)(sum.slack + total->unit + x->grid->one));
	}
	if (misses != 1 || hits < HITS_FOR_SLIP || digits < s->need + SPARE_FOR_SLIP)
		*slips = 0;
	return hits >= LEAST_HITS && hits > misses && digits >= s->need + (misses ? SPARE_IF_NOT_ALL : 0);
}

static int compare_lines(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* Whether a sum stands next to its parts: that of the first five years of ten stands behind the last, and apart from its own. */
static bool stands_by_parts(const search *s, const table_sum *o)
{
	uint32_t a = o->parts[0], b = o->parts[o->n - 1], first = a < b ? a : b, last = a < b ? b : a;
	uint32_t from = o->result < first ? o->result : last, to = o->result < first ? first : o->result;
	for (uint32_t i = from + 1; i < to; i++)
		if (s->chosen[i])
			return false;
	return true;
}

/* Where all the parts of a known sum are among the chosen lines, it stands for them. */
static bool put_sums_for_parts(const search *s, uint32_t t)
{
	bool any = false;
	for (size_t i = 0; i < s->out->n; i++) {
		const table_sum *o = &s->out->at[i];
		bool whole = o->result != t && !s->chosen[o->result] && !o->minus && stands_by_parts(s, o);
		for (size_t k = 0; k < o->n && whole; k++)
			whole = s->chosen[o->parts[k]];
		for (size_t k = 0; k < o->n && whole; k++)
			s->chosen[o->parts[k]] = false;
		s->chosen[o->result] = s->chosen[o->result] || whole;
		any = any || whole;
	}
	return any;
}

/* Whether the chosen lines and t, all together, are those of a known sum, whichever of them is called so. */
static bool are_of_sum(const search *s, uint32_t t)
{
	size_t chosen = 0;
	for (size_t i = 0; i < s->n; i++)
		chosen += s->chosen[s->line[i]] && !s->nothing[s->line[i]];
	for (size_t i = 0; i < s->out->n; i++) {
		const table_sum *o = &s->out->at[i];
		size_t met = s->chosen[o->result] || o->result == t, others = 0;
		for (size_t k = 0; k < o->n; k++) {
			bool ours = s->chosen[o->parts[k]] || o->parts[k] == t;
			met += ours && !s->nothing[o->parts[k]];
			others += !ours && !s->nothing[o->parts[k]];
		}
		if (!others && met == chosen + 1)
			return true;
	}
	return false;
}

/* Whether a sum says nothing new: it is known, or is with its parts' parts for its parts. */
static bool is_known(const search *s, const uint32_t *parts, size_t n, uint32_t t)
{
	memset(s->chosen, 0, s->x->lines * sizeof *s->chosen);
	for (size_t i = 0; i < n; i++)
		s->chosen[parts[i]] = true;
	do
		if (are_of_sum(s, t))
			return true;
	while (put_sums_for_parts(s, t));
	return false;
}

static void add_sum(search *s, const choice *c, uint32_t t, uint32_t misses)
{
	uint32_t *parts = ARENA_ARRAY(s->x->arena, uint32_t, c->to - c->from);
	size_t n = 0;
	for (size_t i = c->from; i < c->to; i++)
		if (i < c->gap_from || i >= c->gap_to)
			parts[n++] = s->line[i];
	qsort(parts, n, sizeof *parts, compare_lines);
	if (is_known(s, parts, n, t))
		return;
	s->ways[t]++;
	VEC_PUSH(s->x->arena, *s->out, (table_sum){.result = t, .parts = parts, .n = n, .misses = misses});
}

/* Looks for the lines that these are the parts of, by their number at probe k. */
static void try_at_probe(search *s, const choice *c, size_t k)
{
	column_sum sum = sum_of(s, c, s->probe[k]);
	if (sum.bad || sum.numbers < 2)
		return;
	int128 off = (sum.slack + s->x->grid->one) / 2 + s->x->grid->one, least = sum.sum - off;
	const ordered *all = s->by_value[k];
	size_t n = s->ordered_n[k], i;
	BISECT(i, n, all[i].value < least);
	for (; i < n && all[i].value <= sum.sum + off; i++) {
		uint32_t t = all[i].line, slips;
		bool within = t >= s->line[c->from] && t <= s->line[c->to - 1];
		if (!within && s->ways[t] < MOST_WAYS && is_sum(s, c, t, &slips))
			add_sum(s, c, t, slips);
	}
}

static void try_choice(search *s, const choice *c)
{
	for (size_t k = 0; k < s->probes; k++)
		try_at_probe(s, c, k);
}

static void try_runs(search *s)
{
	for (size_t from = 0; from + 1 < s->n; from++)
		for (size_t to = from + 2; to <= s->n && to <= from + RUN; to++) {
			try_choice(s, &(choice){from, to, to, to});
			for (size_t gap = from + 1; gap + 1 < to && to <= from + GAPPED; gap++)
				for (size_t end = gap + 1; end < to && end <= gap + GAP; end++)
					try_choice(s, &(choice){from, gap, end, to});
		}
}

/* A line that is two others, wherever they stand. */
static void try_pairs(search *s)
{
	for (size_t a = 0; a + GAPPED < s->n; a++)
		for (size_t b = a + GAPPED; b < s->n; b++)
			try_choice(s, &(choice){a, a + 1, b, b + 1});
}

static int compare_values(const void *a, const void *b)
{
	const ordered *x = a, *y = b;
	if (x->value != y->value)
		return x->value > y->value ? 1 : -1;
	return (x->line > y->line) - (x->line < y->line);
}

static void choose_mark(search *s, size_t i)
{
	uint32_t count = 0; /* the mark that most have, if most have one */
	for (size_t k = 0; k < s->n; k++) {
		const grid_cell *c = axis_at(s->x, s->line[k], s->place[i]);
		if (c->kind != CELL_NUMBER)
			continue;
		if (!count)
			s->mark[i] = c->mark;
		count += c->mark == s->mark[i] ? 1 : -1U;
	}
}

static void put_in_order(search *s, size_t k)
{
	size_t place = s->probe[k], n = 0;
	s->by_value[k] = ARENA_ARRAY(s->x->arena, ordered, s->n);
	for (size_t i = 0; i < s->n; i++) {
		const grid_cell *c = axis_at(s->x, s->line[i], s->place[place]);
		if (c->kind == CELL_NUMBER && c->mark == s->mark[place])
			s->by_value[k][n++] = (ordered){c->value, s->line[i]};
	}
	qsort(s->by_value[k], n, sizeof *s->by_value[k], compare_values);
	s->ordered_n[k] = n;
}

/* The places whose numbers have most digits: those of codes and counts of a few have less. */
static void choose_probes(search *s)
{
	double most[PROBES] = {0};
	for (size_t i = 0; i < s->places; i++) {
		double digits = 0;
		for (size_t k = 0; k < s->n; k++) {
			const grid_cell *c = axis_at(s->x, s->line[k], s->place[i]);
			if (c->kind == CELL_NUMBER && c->mark == s->mark[i] && !s->x->at_place[s->place[i]].plain)
				digits += log10(1 + (double)size_of(c->value));
		}
		for (size_t k = 0, at = i; k < PROBES; k++) {
			if (digits <= most[k])
				continue;
			double digits_before = most[k];
			size_t before = s->probe[k];
			most[k] = digits;
			s->probe[k] = at;
			digits = digits_before;
			at = before;
		}
	}
	while (s->probes < PROBES && most[s->probes] > 0)
		put_in_order(s, s->probes++);
}

static void add_up(search *s)
{
	s->up_to = ARENA_ARRAY(s->x->arena, column_sum, (s->n + 1) * s->places);
	for (size_t k = 0; k < s->n; k++)
		for (size_t i = 0; i < s->places; i++) {
			column_sum *to = &s->up_to[(k + 1) * s->places + i];
			*to = s->up_to[k * s->places + i];
			add_cell(to, axis_at(s->x, s->line[k], s->place[i]), s->mark[i]);
			column_sum alone = between(s, k, k + 1, i);
			s->nothing[s->line[k]] = (i == 0 || s->nothing[s->line[k]]) && !alone.nonzero && !alone.bad;
		}
}

/* Among all the lines, or those alone that no sum has taken up. */
static void run_search(search *s, bool all)
{
	const axis *x = s->x;
	for (size_t i = 0; i < s->out->n; i++)
		for (size_t k = 0; k < s->out->at[i].n; k++)
			s->hidden[s->out->at[i].parts[k]] = true;
	s->n = 0;
	for (uint32_t i = 0; i < x->lines; i++)
		if (x->line[i].adds && !x->line[i].mean && (all || !(s->hidden[i] || x->line[i].part)))
			s->line[s->n++] = i;
	if (s->n < 3)
		return;
	add_up(s);
	double lines = (double)s->n;
	s->need = SPARE_DIGITS + log10(lines * lines * fmin(lines, GAPPED * GAP));
	try_runs(s);
	try_pairs(s);
}

void table_sums_also(const axis *x, sum_list *sums)
{
	search s = {.x = x, .out = sums};
	s.line = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	for (uint32_t i = 0; i < x->lines; i++)
		if (x->line[i].adds && s.n <= LIMIT_TABLE_SEARCHED)
			s.line[s.n++] = i;
	if (s.n > LIMIT_TABLE_SEARCHED || s.n < 3 || !x->places)
		return;
	s.hidden = ARENA_ARRAY(x->arena, bool, x->lines);
	s.chosen = ARENA_ARRAY(x->arena, bool, x->lines);
	s.nothing = ARENA_ARRAY(x->arena, bool, x->lines);
	s.ways = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	s.places = x->places < SAMPLE ? x->places : SAMPLE;
	s.place = ARENA_ARRAY(x->arena, uint32_t, s.places);
	s.mark = ARENA_ARRAY(x->arena, uint32_t, s.places);
	for (size_t i = 0; i < s.places; i++) {
		s.place[i] = x->place[i * x->places / s.places];
		choose_mark(&s, i);
	}
	choose_probes(&s);
	for (size_t before = SIZE_MAX; before != sums->n;) {
		before = sums->n;
		run_search(&s, false);
	}
	run_search(&s, true);
}
