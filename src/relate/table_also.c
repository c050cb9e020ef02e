/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that reading the lines in order does not see: a total told in two ways, parts with a line between them that is none of
 * them, a line that is two others far off. They need more digits right than chance gets among all that is tried. Where one does not
 * hold nothing is said, unless it misses at one place of several, by a slip of the pen that no rounding explains. */
#include "relate/table_search.h"

#include "base/bisect.h"
#include "base/limits.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	RUN = 64,      /* lines one behind another that are added */
	GAPPED = 16,   /* the same, with some between them left out */
	GAP = 8,       /* so many at most */
	MOST_WAYS = 4, /* of one total */
	LEAST_HITS = 2,
	HITS_FOR_SLIP = 3, /* that a slip at one more place is told for */
	NAMESAKES = 8,
	REFRAINS = 40, /* lines of one name */
	NAME_LEAST = 4 /* bytes */
};
static const double SPARE_DIGITS = 4;      /* right beyond those that chance would get */
static const double SPARE_IF_NOT_ALL = 3;  /* and so many more where some places, of codes perhaps, do not add up */
static const double SPARE_FOR_SLIP = 6;    /* and so many where a slip is told */
static const double SPARE_NEAR = 3.5;      /* if nothing stands between a sum and its parts, fewer are tried */
static const double SPARE_NAMESAKES = 2.5; /* if they have one name, fewer still */

static int128 size_of(int128 v)
{
	return v < 0 ? -v : v;
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
	return together(search_between(s, c->from, c->gap_from, place), search_between(s, c->gap_to, c->to, place), 1);
}

/* How many noughts the number of a cell ends with as it is written: a round one is sooner met by chance. */
static double noughts_of(const grid_cell *c)
{
	int128 v = grid_step(c) ? c->value / grid_step(c) : 0;
	double n = 0;
	for (; v && v % 10 == 0; n++)
		v /= 10;
	return n;
}

/* Whether no line that is asked stands between line t and these, none of which is left out. */
static bool is_near(const search *s, const choice *c, uint32_t t)
{
	uint32_t first = s->line[c->from], last = s->line[c->to - 1];
	bool behind = t > last && (c->to == s->n || s->line[c->to] >= t);
	bool before = t < first && (c->from == 0 || s->line[c->from - 1] <= t);
	return c->gap_from == c->to && (behind || before);
}

/* Whether so much agrees that it is no chance. One place is enough only next to the parts, and only if nothing disagrees. */
static bool is_evidence(const search *s, bool near, uint32_t hits, uint32_t misses, double digits)
{
	if (misses)
		return hits >= LEAST_HITS && hits > misses && digits >= s->need + SPARE_IF_NOT_ALL;
	bool enough = digits >= (s->only != NO_LINE ? s->few : near ? s->near : s->need);
	return enough && hits >= (near ? 1 : LEAST_HITS);
}

/* Whether line t is the sum at most of the sampled places that can be asked, with enough digits; *slips: at how many it is not
 * though it should be. */
static bool is_sum(const search *s, const choice *c, uint32_t t, uint32_t *slips)
{
	const axis *x = s->x;
	double digits = 0, round = 0;
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
		if (2 * size_of(sum.sum - total->value) > sum.slack + grid_unit(total)) {
			misses++;
			*slips += tally_is_clear_slip(&(tally){.sum = sum.sum, .numbers = sum.numbers}, total, false);
			continue;
		}
		if (sum.nonzero < 2 || total->value == last)
			continue;
		last = total->value;
		hits++;
		int64_t step = grid_step(total) < (int64_t)x->grid->one ? grid_step(total) : (int64_t)x->grid->one;
		digits += log10(1 + (double)size_of(total->value) * 2 / (double)(sum.slack + grid_unit(total) + step));
		round = hits == 1 ? noughts_of(total) : 0;
	}
	if (misses != 1 || hits < HITS_FOR_SLIP || digits < s->need + SPARE_FOR_SLIP)
		*slips = 0;
	return is_evidence(s, is_near(s, c, t), hits, misses, digits - round);
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
		if (!within && (s->only == NO_LINE || s->only == t) && s->ways[t] < MOST_WAYS && is_sum(s, c, t, &slips))
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
	for (size_t a = 0; a + GAP + 2 < s->n; a++)
		for (size_t b = a + GAP + 2; b < s->n; b++)
			try_choice(s, &(choice){a, a + 1, b, b + 1});
}

/* A line that is two others of its name, or whose names begin with it: what is told of two parts, and of both together. */
static void try_namesakes(search *s)
{
	for (size_t i = 0; i < s->n; i++) {
		s->only = s->line[i];
		slice name = s->x->line[s->only].label;
		size_t same[NAMESAKES], n = 0;
		for (size_t k = 0; name.len >= NAME_LEAST && k < s->n && n < NAMESAKES; k++)
			if (k != i && slice_starts_with(s->x->line[s->line[k]].label, name))
				same[n++] = k;
		s->few = SPARE_NAMESAKES + log10((double)(n * n) / 2 + 1);
		for (size_t a = 0; a < n; a++)
			for (size_t b = a + 1; b < n; b++)
				try_choice(s, &(choice){same[a], same[a] + 1, same[b], same[b] + 1});
	}
	s->only = NO_LINE;
}

/* Lines that are named alike, group after group of a table: one of them may be the sum of those before it, or behind it. */
static void try_refrains(search *s)
{
	const axis *x = s->x;
	size_t n = s->n;
	uint32_t *all = ARENA_ARRAY(x->arena, uint32_t, n + 1);
	bool *seen = ARENA_ARRAY(x->arena, bool, n + 1);
	memcpy(all, s->line, n * sizeof *all);
	for (size_t i = 0; i < n; i++) {
		slice name = x->line[all[i]].label;
		s->n = 0;
		for (size_t k = i; name.len >= NAME_LEAST && !seen[i] && k < n && s->n < REFRAINS; k++) {
			if (!slice_equal(x->line[all[k]].label, name))
				continue;
			seen[k] = k > i;
			s->line[s->n++] = all[k];
		}
		if (s->n < 3)
			continue;
		search_add_up(s);
		s->few = SPARE_NAMESAKES + log10(2 * (double)s->n);
		for (size_t from = 0; from < s->n; from++)
			for (size_t to = from + 2; to <= s->n; to++)
				for (int side = 0; side < 2; side++) {
					if (side ? from == 0 : to == s->n)
						continue;
					s->only = s->line[side ? from - 1 : to];
					try_choice(s, &(choice){from, to, to, to});
				}
	}
	s->only = NO_LINE;
	s->n = n;
	memcpy(s->line, all, n * sizeof *all);
}

typedef enum {
	OPEN_LINES /* that no sum has taken up */,
	RESULTS /* of those, sums and what is called so */,
	ALL_LINES
} which_lines;

static bool is_asked(const search *s, uint32_t line, which_lines which)
{
	const grid_line *l = &s->x->line[line];
	if (!l->adds || l->mean)
		return false;
	bool open = !(s->hidden[line] || l->part);
	return which == ALL_LINES || (open && (which == OPEN_LINES || l->total || l->net || s->result[line]));
}

static void run_search(search *s, which_lines which)
{
	const axis *x = s->x;
	bool all = which == ALL_LINES;
	for (size_t i = 0; i < s->out->n; i++) {
		s->result[s->out->at[i].result] = true;
		for (size_t k = 0; k < s->out->at[i].n; k++)
			s->hidden[s->out->at[i].parts[k]] = true;
	}
	s->n = 0;
	for (uint32_t i = 0; i < x->lines; i++)
		if (is_asked(s, i, which))
			s->line[s->n++] = i;
	if (s->n < 3)
		return;
	search_add_up(s);
	double lines = (double)s->n;
	s->need = SPARE_DIGITS + log10(lines * lines * fmin(lines, GAPPED * GAP));
	s->near = SPARE_NEAR + log10(lines);
	try_runs(s);
	try_pairs(s);
	if (all) {
		try_namesakes(s);
		try_refrains(s);
	}
}

void table_sums_also(const axis *x, sum_list *sums)
{
	search s = {.x = x, .out = sums, .only = NO_LINE};
	s.line = ARENA_ARRAY(x->arena, uint32_t, x->lines);
	for (uint32_t i = 0; i < x->lines; i++)
		if (x->line[i].adds && s.n <= LIMIT_TABLE_SEARCHED)
			s.line[s.n++] = i;
	if (s.n > LIMIT_TABLE_SEARCHED || s.n < 3 || !x->places)
		return;
	search_begin(&s);
	for (size_t before = SIZE_MAX; before != sums->n;) {
		before = sums->n;
		run_search(&s, OPEN_LINES);
		run_search(&s, RESULTS);
	}
	run_search(&s, ALL_LINES);
}
