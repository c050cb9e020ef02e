/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a table that come of two others: most of their cells must agree, with enough digits that it is no chance. */
#include "relate/tables.h"

#include "base/limits.h"

#include <math.h>

static const double DIGITS_IF_TOLD = 2;

typedef enum { DIFFERENCE, RATIO, PERCENT, GROWTH, FORMS } form;

enum {
	LEAST_HITS = 4,
	MOST_MISSES = 2,
	CODE = 100, /* numbers below it are codes where all the others are so many times as large */
	CODE_TIMES = 100,
	SAME = 3 /* different results that must be among the hits */
};

static const rule_binder BINDERS[FORMS] = {[DIFFERENCE] = BIND_TABLE_DIFFERENCE,
                                           [RATIO] = BIND_TABLE_RATIO,
                                           [PERCENT] = BIND_TABLE_PERCENT,
                                           [GROWTH] = BIND_TABLE_GROWTH};

typedef struct triple {
	form form;
	uint32_t a, b, c;
	int64_t base;   /* of a percentage of one place's number: that place; -1: b stands at each place */
	double largest; /* of the numbers of a where it holds */
} triple;

typedef struct agreement {
	uint32_t hits, misses, different;
	double digits, values[SAME];
} agreement;

static double worth(const grid *g, const grid_cell *c)
{
	return (double)c->value / (double)g->one;
}

static double last_place(const grid_cell *c)
{
	return pow(10, c->place);
}

/* How far c may be from what a and b give: rounded or cut itself, and so may they be. */
static double computed(const grid *g, form f, const grid_cell *a, const grid_cell *b, double *by)
{
	double x = worth(g, a), y = worth(g, b), dx = (double)grid_unit(a) / (double)g->one / 2,
		   dy = (double)grid_unit(b) / (double)g->one / 2;
	if (f == DIFFERENCE) {
		*by = dx + dy;
		return x - y;
	}
	double times = f == RATIO ? 1 : 100;
	if (fabs(y) <= dy || y == 0) {
		*by = INFINITY;
		return 0;
	}
	*by = times * (dx + fabs(x / y) * dy) / (fabs(y) - dy);
	return times * x / y - (f == GROWTH ? 100 : 0);
}

/* At one place: 1 agrees, 0 does not, -1 says nothing. Below 0 digits if the numbers are so small that, rounded, nearly
 * any would agree: to do so is then no evidence. */
static int agrees(const grid *g, form f, const grid_cell *a, const grid_cell *b, const grid_cell *c, double *digits)
{
	double by, unit = f == DIFFERENCE ? (double)grid_unit(c) / (double)g->one / 2 : last_place(c);
	if (a->kind != CELL_NUMBER || b->kind != CELL_NUMBER || c->kind != CELL_NUMBER || a->mark != b->mark ||
	    (f == DIFFERENCE && a->mark != c->mark))
		return -1;
	bool copied = (f == PERCENT && b->value == 100 * g->one) || (f == RATIO && b->value == g->one);
	if (copied) /* what is of a hundred is only told once more */
		return -1;
	double should = computed(g, f, a, b, &by), is = worth(g, c);
	if (!isfinite(by) || (b->value == 0 || a->value == 0))
		return -1;
	*digits = log10(1 + fabs(is) / (unit + by + 1e-12));
	if (f == DIFFERENCE)
		*digits = log10(1 + 2 * fabs(is) / (2 * (unit + by) + fmin(1, last_place(c))));
	else if (f == GROWTH ? by >= fabs(should + 100) : unit + by >= fabs(is))
		*digits = -1;
	return fabs(should - is) <= (unit + by) * (1 + 1e-9) + 1e-9 * fabs(should);
}

static void count(agreement *g, int agreed, double digits, double value)
{
	if (agreed < 0 || (agreed == 1 && digits < 0))
		return;
	g->hits += agreed == 1;
	g->misses += agreed == 0;
	if (agreed != 1)
		return;
	bool known = false;
	for (uint32_t i = 0; i < g->different; i++)
		known = known || g->values[i] == value;
	if (!known && g->different < SAME)
		g->values[g->different++] = value;
	g->digits += known ? digits / 2 : digits;
}

/* `told`: the line says that it is a rate or a change. */
static bool enough(const agreement *g, bool told)
{
	if (told && !g->misses && g->hits >= LEAST_HITS && g->different == SAME && g->digits >= DIGITS_IF_TOLD)
		return true;
	return g->hits >= LEAST_HITS && g->hits >= 4 * g->misses && g->different == SAME && g->digits >= 7;
}

static const grid_cell *base_of(const axis *x, const triple *t, uint32_t place)
{
	return t->base >= 0 ? axis_at(x, t->a, (uint32_t)t->base) : axis_at(x, t->b, place);
}

/* Shares and changes of what other rows of that name tell: "North" of boats, of boats lost, and of boats lost in a hundred. */
static bool of_one_name(const axis *x, const triple *t)
{
	slice name = x->line[t->c].label;
	return name.len && t->a != t->b && slice_equal(name, x->line[t->a].label) && slice_equal(name, x->line[t->b].label);
}

/* Whether line c comes of the others often enough to say so. */
static bool holds_mostly(const axis *x, triple *t, uint32_t *misses)
{
	agreement g = {0};
	double first = NAN, by;
	bool varied = false; /* a line that is one number throughout comes of nothing: others are only near to it */
	for (uint32_t i = 0; i < x->places; i++) {
		uint32_t place = x->place[i];
		const grid_cell *c = axis_at(x, t->c, place);
		double digits = 0;
		if (t->base == (int64_t)place)
			continue;
		int agreed = agrees(x->grid, t->form, axis_at(x, t->a, place), base_of(x, t, place), c, &digits);
		count(&g, agreed, digits, agreed < 0 ? 0 : worth(x->grid, c));
		if (agreed == 1) {
			double should = computed(x->grid, t->form, axis_at(x, t->a, place), base_of(x, t, place), &by);
			varied = varied || (!isnan(first) && should != first);
			first = isnan(first) ? should : first;
		}
		if (agreed == 1)
			t->largest = fmax(t->largest, fabs(worth(x->grid, axis_at(x, t->a, place))));
		if (g.misses > MOST_MISSES && g.misses * 50 > g.hits + g.misses)
			return false;
	}
	*misses = g.misses;
	return varied && enough(&g, t->form != DIFFERENCE && (x->line[t->c].plain || of_one_name(x, t)));
}

/* Whole numbers so small beside those of the other places that they count nothing, but name. */
static bool are_codes(const grid *g, const grid_cell *const cells[3], double largest)
{
	double most = 0;
	bool whole = true;
	for (int i = 0; i < 3; i++) {
		most = fmax(most, fabs(worth(g, cells[i])));
		whole = whole && cells[i]->place == 0;
	}
	return whole && most < CODE && largest >= CODE_TIMES * most;
}

/* "2" among 2.2, 3.8 and 1.6 is 2.0 whose nought was left out: nobody knows what was rounded to it. */
static bool lacks_nought(const axis *x, uint32_t line, const grid_cell *c)
{
	uint32_t numbers = 0, fine = 0;
	for (uint32_t i = 0; i < x->places && c->place == 0; i++) {
		const grid_cell *k = axis_at(x, line, x->place[i]);
		numbers += k->kind == CELL_NUMBER;
		fine += k->kind == CELL_NUMBER && k->place < 0;
	}
	return 2 * fine > numbers;
}

/* Whether what does not agree at a place says nothing against it. */
static bool is_excused(const axis *x, const triple *of, const grid_cell *const cells[3])
{
	if (of->form == DIFFERENCE)
		return are_codes(x->grid, cells, of->largest) || (x->grid->adjusted && !x->across); /* each part for itself */
	return lacks_nought(x, of->a, cells[0]) || lacks_nought(x, of->base >= 0 ? of->a : of->b, cells[1]);
}

static void bind_place(const table_binder *t, const rule *r, const axis *x, const triple *of, uint32_t place)
{
	const grid_cell *cells[3] = {axis_at(x, of->a, place), base_of(x, of, place), axis_at(x, of->c, place)};
	static const slice names[] = {{"a", 1}, {"b", 1}, {"c", 1}};
	double digits;
	int32_t index[3];
	int agreed = of->base == (int64_t)place ? -1 : agrees(x->grid, of->form, cells[0], cells[1], cells[2], &digits);
	if (agreed < 0 || (!agreed && is_excused(x, of, cells)))
		return;
	grid_cell rounded = *cells[2]; /* a ratio is, though no other digit stands behind its point */
	if (of->form != DIFFERENCE)
		rounded.rounded = true;
	cells[2] = &rounded;
	for (int i = 0; i < 3; i++) {
		index[i] = table_claim(t, cells[i]);
		if (index[i] < 0)
			return;
	}
	if (index[0] == index[1])
		return;
	table_name(t, index[2], x->across ? place : of->c, x->across ? of->c : place);
	binding b = bind_start(r, t->doc, GRADE_PROBABLE);
	for (int i = 0; i < 3; i++)
		bind_variable(t->arena, &b, t->doc, names[i], &index[i], 1);
	bind_reason(t->arena, &b, SLICE("most other numbers of the table come about so"));
	t->take(t->ctx, &b);
}

static void bind_triple(const table_binder *t, const axis *x, const triple *of)
{
	const rule_refs *rules = &t->rules->by_binder[BINDERS[of->form]];
	for (size_t i = 0; i < rules->n; i++)
		for (uint32_t p = 0; p < x->places; p++)
			bind_place(t, rules->at[i], x, of, x->place[p]);
}

/* Whether a sum of two says the same as a difference. */
static bool is_summed(const sum_list *sums, const triple *t)
{
	for (size_t i = 0; i < sums->n; i++) {
		const table_sum *s = &sums->at[i];
		unsigned met = 0;
		for (size_t k = 0; k < s->n; k++)
			met += s->parts[k] == t->a || s->parts[k] == t->b || s->parts[k] == t->c;
		if (s->result == t->a || s->result == t->b || s->result == t->c)
			met++;
		if (met == 3)
			return true;
	}
	return false;
}

typedef struct finding {
	triple of;
	uint32_t misses; /* UINT32_MAX: there is none */
} finding;

static void consider(const axis *x, triple of, finding *best)
{
	uint32_t misses;
	if (best->misses && holds_mostly(x, &of, &misses) && misses < best->misses)
		*best = (finding){of, misses};
}

/* A share of the number at the place where 100 stands, or of a total that none stands at. */
static void find_share(const axis *x, uint32_t a, uint32_t c, finding *best)
{
	for (uint32_t i = 0; i < x->places; i++) {
		uint32_t place = x->place[i];
		const grid_cell *whole = axis_at(x, c, place), *base = axis_at(x, a, place);
		bool is_whole = whole->kind == CELL_NUMBER ? whole->value == 100 * x->grid->one
		                                           : whole->kind != CELL_TEXT && x->at_place[place].total;
		if (!is_whole || base->kind != CELL_NUMBER || !base->value)
			continue;
		consider(x, (triple){PERCENT, a, a, c, place, 0}, best);
		if (i > 0 && i + 1 < x->places)
			break;
	}
}

/* The lines that c comes of; where several do, those with fewest misses, the first of them. */
static bool find_triple(const axis *x, const sum_list *sums, const uint32_t *lines, size_t n, uint32_t c, triple *out)
{
	finding best = {.misses = UINT32_MAX};
	for (size_t i = 0; i < n && best.misses; i++) {
		uint32_t a = lines[i];
		for (size_t k = 0; k < n && a != c; k++) {
			uint32_t b = lines[k];
			if (b == a || b == c)
				continue;
			for (int f = 0; f < FORMS; f++) {
				triple of = {(form)f, a, b, c, -1, 0};
				if (f != DIFFERENCE || !is_summed(sums, &of))
					consider(x, of, &best);
			}
		}
		if (a != c)
			find_share(x, a, c, &best);
	}
	*out = best.of;
	return best.misses != UINT32_MAX;
}

static bool is_known(const triple *list, size_t n, const triple *t)
{
	for (size_t i = 0; i < n; i++) {
		const triple *o = &list[i];
		const uint32_t ours[] = {t->a, t->b, t->c};
		unsigned met = 0;
		for (size_t k = 0; k < 3; k++)
			met += ours[k] == o->a || ours[k] == o->b || ours[k] == o->c;
		if (met == 3)
			return true;
	}
	return false;
}

/* Averages. */

static bool mean_at(const axis *x, const uint32_t *parts, size_t n, uint32_t line, uint32_t place, int *agreed,
                    double *digits)
{
	const grid_cell *mean = axis_at(x, line, place);
	tally y = {0};
	for (size_t i = 0; i < n; i++)
		tally_add(&y, axis_at(x, parts[i], place), PART_ADDED);
	if (mean->kind != CELL_NUMBER || y.bad || y.numbers < 2 || !y.nonzero || y.mark != mean->mark)
		return false;
	double should = (double)y.sum / (double)x->grid->one / y.numbers, is = worth(x->grid, mean);
	double by = last_place(mean) + (double)y.slack / (double)x->grid->one / 2 / y.numbers;
	*agreed = fabs(should - is) <= by * (1 + 1e-9);
	*digits = log10(1 + fabs(is) / by);
	return true;
}

static void bind_mean(const table_binder *t, const rule *r, const axis *x, const uint32_t *parts, size_t n, uint32_t line,
                      uint32_t place)
{
	int agreed;
	double digits;
	int32_t claims[LIMIT_TABLE_ADDENDS], index = table_claim(t, axis_at(x, line, place));
	size_t bound = 0, numbers = 0;
	int128 rest = 0;
	if (index < 0 || !mean_at(x, parts, n, line, place, &agreed, &digits))
		return;
	for (size_t i = 0; i < n; i++) {
		const grid_cell *c = axis_at(x, parts[i], place);
		if (c->kind != CELL_NUMBER)
			continue;
		numbers++;
		int32_t part = bound < LIMIT_TABLE_ADDENDS ? table_claim(t, c) : -1;
		if (part >= 0)
			claims[bound++] = part;
		else
			rest += c->value;
	}
	if (!bound)
		return;
	table_name(t, index, x->across ? place : line, x->across ? line : place);
	binding b = bind_start(r, t->doc, GRADE_PROBABLE);
	set *sets = ARENA_ARRAY(t->arena, set, 2);
	sets[0] = set_point(rational_divide((rational){rest, 1}, (rational){x->grid->one, 1}, ROUND_UP));
	sets[1] = set_point(rational_int((int64_t)numbers));
	bind_variable(t->arena, &b, t->doc, SLICE("mean"), &index, 1);
	bind_variable(t->arena, &b, t->doc, SLICE("parts"), claims, bound);
	binding_add(t->arena, &b, (binding_var){.name = SLICE("rest"), .values = &sets[0]});
	binding_add(t->arena, &b, (binding_var){.name = SLICE("n"), .values = &sets[1]});
	bind_reason(t->arena, &b, SLICE("the table says that it is an average"));
	t->take(t->ctx, &b);
}

/* A line of averages, of all the lines of numbers before it. */
static void find_mean(const table_binder *t, const axis *x, uint32_t line)
{
	uint32_t *parts = ARENA_ARRAY(x->arena, uint32_t, x->lines), hits = 0, misses = 0;
	size_t n = 0;
	double all = 0;
	for (uint32_t i = 0; i < line; i++)
		if (x->line[i].adds && !x->line[i].total && !x->line[i].mean && !x->line[i].part)
			parts[n++] = i;
	for (uint32_t p = 0; p < x->places; p++) {
		int agreed;
		double digits;
		if (!mean_at(x, parts, n, line, x->place[p], &agreed, &digits))
			continue;
		hits += agreed == 1;
		misses += agreed == 0;
		all += agreed == 1 ? digits : 0;
	}
	if (hits < 2 || all < 4 || misses > LIMIT_TABLE_MISSES || hits < 2 * misses)
		return;
	const rule_refs *rules = &t->rules->by_binder[BIND_TABLE_MEAN];
	for (size_t i = 0; i < rules->n; i++)
		for (uint32_t p = 0; p < x->places; p++)
			bind_mean(t, rules->at[i], x, parts, n, line, x->place[p]);
}

void table_derived(const table_binder *t, const axis *x, const sum_list *sums)
{
	uint32_t lines[LIMIT_TABLE_COMPARED];
	triple known[LIMIT_TABLE_COMPARED];
	size_t n = 0, found = 0, means = 0;
	for (uint32_t i = 0; i < x->lines && n <= LIMIT_TABLE_COMPARED; i++) {
		if (x->line[i].mean && x->line[i].adds && means++ < LIMIT_TABLE_COMPARED)
			find_mean(t, x, i);
		if (!x->line[i].adds)
			continue;
		if (n < LIMIT_TABLE_COMPARED)
			lines[n] = i;
		n++;
	}
	if (n > LIMIT_TABLE_COMPARED || x->places < LEAST_HITS)
		return;
	for (size_t i = n; i-- > 0;) { /* what comes of others stands to their right, or below */
		triple of;
		if (!find_triple(x, sums, lines, n, lines[i], &of) || is_known(known, found, &of))
			continue;
		known[found++] = of;
		bind_triple(t, x, &of);
	}
}
