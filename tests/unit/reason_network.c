/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks against an exhaustive search over small whole numbers: no proof is wrong, no contradiction is missed, every witness
 * is one, and nothing can be left out of a core that is called minimal. */
#include "base_random.h"
#include "reason/network.h"

enum { UNKNOWNS = 5, STEPS = 20000, NETWORKS = 100000, ALL = 0xFF };

static set random_values(uint64_t *r)
{
	int64_t lo = random_between(r, -2, 12), length = random_between(r, 0, 3);
	set s = set_closed(rational_int(lo), rational_int(lo + length));
	if (random_between(r, 0, 2) == 0) {
		set other = set_point(rational_int(lo + length + random_between(r, 2, 5)));
		s = set_union(&s, &other);
	}
	return set_integers(s);
}

/* A condition over the unknowns of `use`, each of them once: ((u0 op u1) op u2) order u3, or with a number on the right. */
static void random_condition(network *n, uint64_t *r, const uint32_t *use, size_t count)
{
	static const term_op ops[] = {TERM_ADD, TERM_ADD, TERM_SUBTRACT, TERM_MULTIPLY, TERM_DIVIDE, TERM_MIN, TERM_MAX};
	static const condition_order orders[] = {CONDITION_EQUAL, CONDITION_EQUAL, CONDITION_LESS, CONDITION_LESS_EQUAL};
	bool against_number = count == 1 || random_between(r, 0, 4) == 0;
	size_t on_left = against_number ? count : count - 1;
	uint32_t left = network_use(n, use[0]);
	for (size_t i = 1; i < on_left; i++)
		left = network_term(n, ops[random_between(r, 0, 6)], left, network_use(n, use[i]));
	if (random_between(r, 0, 9) == 0)
		left = network_term(n, TERM_NEGATE, left, 0);
	uint32_t right = against_number ? network_constant(n, set_point(rational_int(random_between(r, -3, 25))))
	                                : network_use(n, use[count - 1]);
	(void)network_require(n, orders[random_between(r, 0, 3)], left, right);
}

/* A tree: each condition takes at most one unknown that another one before it has. */
static network random_tree(arena *a, uint64_t *r)
{
	network n = network_new(a);
	for (int i = 0; i < UNKNOWNS; i++)
		(void)network_unknown(&n, random_values(r), RATIONAL_INFINITY);
	for (uint32_t next = 0; next < UNKNOWNS;) {
		uint32_t use[UNKNOWNS];
		size_t count = 0;
		if (next)
			use[count++] = (uint32_t)random_between(r, 0, next - 1);
		for (int64_t fresh = random_between(r, 1, 2); fresh && next < UNKNOWNS; fresh--)
			use[count++] = next++;
		random_condition(&n, r, use, count);
	}
	return n;
}

/* Anything: unknowns shared and repeated as they come. */
static network random_tangle(arena *a, uint64_t *r)
{
	network n = network_new(a);
	for (int i = 0; i < UNKNOWNS; i++)
		(void)network_unknown(&n, random_values(r), RATIONAL_INFINITY);
	for (int64_t i = random_between(r, 2, 6); i; i--) {
		uint32_t use[4];
		size_t count = (size_t)random_between(r, 1, 4);
		for (size_t k = 0; k < count; k++)
			use[k] = (uint32_t)random_between(r, 0, UNKNOWNS - 1);
		random_condition(&n, r, use, count);
	}
	return n;
}

/* The exhaustive search. It shares nothing with the solver but the arithmetic of single rationals. */

static bool value_of(const network *n, uint32_t id, const rational *at, rational *out)
{
	const term *t = &n->terms.at[id];
	rational x, y;
	if (t->op == TERM_UNKNOWN || t->op == TERM_CONSTANT) {
		*out = t->op == TERM_UNKNOWN ? at[t->left] : t->constant.at[0].lo;
		return true;
	}
	if (!value_of(n, t->left, at, &x) || (t->op != TERM_NEGATE && !value_of(n, t->right, at, &y)))
		return false;
	switch (t->op) {
	case TERM_NEGATE:
		*out = rational_negate(x);
		return true;
	case TERM_ADD:
		*out = rational_add(x, y, ROUND_UP);
		return true;
	case TERM_SUBTRACT:
		*out = rational_subtract(x, y, ROUND_UP);
		return true;
	case TERM_MULTIPLY:
		*out = rational_multiply(x, y, ROUND_UP);
		return true;
	case TERM_DIVIDE:
		*out = rational_divide(x, y, ROUND_UP);
		return rational_sign(y) != 0;
	default:
		*out = (rational_compare(x, y) < 0) == (t->op == TERM_MIN) ? x : y;
		return true;
	}
}

static bool meets(const network *n, const condition *c, const rational *at)
{
	rational x, y;
	if (!value_of(n, c->left, at, &x) || !value_of(n, c->right, at, &y))
		return false;
	int order = rational_compare(x, y);
	return c->order == CONDITION_EQUAL ? order == 0 : c->order == CONDITION_LESS ? order < 0 : order <= 0;
}

static bool meets_all(const network *n, unsigned which, const rational *at)
{
	for (size_t i = 0; i < n->conditions.n; i++)
		if (which >> i & 1 && !meets(n, &n->conditions.at[i], at))
			return false;
	return true;
}

/* Whether conditions `which` have a solution; unknowns from `next` on are still to be chosen. */
static bool possible(const network *n, unsigned which, rational *at, size_t next)
{
	if (next == n->unknowns.n)
		return meets_all(n, which, at);
	for (int64_t v = -2; v <= 20; v++) {
		at[next] = rational_int(v);
		if (set_contains(&n->unknowns.at[next].values, at[next]) && possible(n, which, at, next + 1))
			return true;
	}
	return false;
}

static void check_witness(const network *n, unsigned which, const rational *witness)
{
	for (size_t k = 0; k < n->unknowns.n; k++)
		MUST(set_contains(&n->unknowns.at[k].values, witness[k]), "a witness outside the values");
	MUST(meets_all(n, which, witness), "a witness that is none");
}

static unsigned mask_of(const core *c)
{
	unsigned mask = 0;
	for (size_t i = 0; i < c->n; i++)
		mask |= 1U << c->conditions[i];
	return mask;
}

static void check_core(network *n)
{
	core c = network_core(n, STEPS);
	unsigned mask = mask_of(&c);
	rational at[UNKNOWNS];
	MUST(!possible(n, mask, at, 0), "a core that has a solution");
	for (size_t i = 0; i < c.n && c.minimal; i++)
		MUST(possible(n, mask & ~(1U << c.conditions[i]), at, 0), "a core said to be minimal that is not");
}

typedef struct tally {
	size_t impossible, found, undecided;
} tally;

static void check_one(network *n, tally *t)
{
	rational at[UNKNOWNS], witness[UNKNOWNS];
	bool can = possible(n, ALL, at, 0);
	answer a = network_solve(n, &(trial){.steps = STEPS, .witness = witness});
	t->impossible += !can;
	t->undecided += a == ANSWER_UNDECIDED;
	if (a == ANSWER_SATISFIABLE)
		check_witness(n, ALL, witness);
	if (a != ANSWER_UNSATISFIABLE)
		return;
	MUST(!can, "a contradiction where there is a solution");
	t->found++;
	if (t->found % 8 == 0)
		check_core(n);
}

static tally check_many(network (*make)(arena *, uint64_t *), size_t count)
{
	uint64_t random = 7;
	tally t = {0};
	for (size_t i = 0; i < count; i++) {
		arena *a = arena_new(NULL);
		network n = make(a, &random);
		check_one(&n, &t);
		arena_free(a);
	}
	return t;
}

Test(network, finds_every_contradiction_of_a_tree)
{
	tally t = check_many(random_tree, NETWORKS / 2);
	cr_expect_gt(t.impossible, NETWORKS / 20);
	cr_expect_eq(t.found, t.impossible, "%zu of %zu found", t.found, t.impossible);
}

Test(network, finds_contradictions_of_tangled_conditions)
{
	tally t = check_many(random_tangle, NETWORKS / 2);
	cr_expect_gt(t.impossible, NETWORKS / 20);
	cr_expect_geq(t.found * 100, t.impossible * 95, "%zu of %zu found", t.found, t.impossible);
}

/* By hand. */

static set between(int64_t lo, int64_t hi)
{
	return set_closed(rational_int(lo), rational_int(hi));
}

Test(network, tells_parts_that_fit_one_by_one_but_not_together)
{
	arena *a = arena_new(NULL);
	network n = network_new(a);
	uint32_t part = network_unknown(&n, set_integers(between(30, 30)), rational_int(30));
	uint32_t share = network_unknown(&n, set_closed(rational_of(245, 1000), rational_of(255, 1000)), rational_of(1, 4));
	uint32_t whole = network_unknown(&n, set_integers(between(100, 200)), rational_int(150));
	uint32_t bound = network_unknown(&n, set_integers(between(110, 112)), rational_int(111));
	uint32_t ratio = network_term(&n, TERM_DIVIDE, network_use(&n, part), network_use(&n, whole));
	uint32_t first = network_require(&n, CONDITION_EQUAL, network_use(&n, share), ratio);
	uint32_t second = network_require(&n, CONDITION_LESS_EQUAL, network_use(&n, whole), network_use(&n, bound));
	(void)network_require(&n, CONDITION_LESS, network_constant(&n, set_point(rational_int(0))), network_use(&n, part));
	cr_expect_eq(network_solve(&n, &(trial){.steps = STEPS}), ANSWER_UNSATISFIABLE);
	core c = network_core(&n, STEPS);
	cr_assert_eq(c.n, 2);
	cr_expect(c.minimal && c.conditions[0] == first && c.conditions[1] == second);
	bool free_bound[4] = {[3] = true};
	rational witness[4];
	cr_expect_eq(network_solve(&n, &(trial){.free = free_bound, .steps = STEPS, .witness = witness}), ANSWER_SATISFIABLE);
	cr_expect(rational_compare(witness[2], rational_int(117)) > 0 && rational_compare(witness[2], rational_int(123)) < 0);
	arena_free(a);
}

Test(network, leaves_undecided_what_its_steps_do_not_settle)
{
	arena *a = arena_new(NULL);
	network n = network_new(a);
	set wide = set_integers(set_of((interval){.lo = rational_int(1), .hi = RATIONAL_INFINITY}));
	uint32_t x = network_unknown(&n, wide, rational_int(5)), y = network_unknown(&n, wide, rational_int(5));
	(void)network_require(&n, CONDITION_LESS, network_use(&n, x), network_use(&n, y));
	(void)network_require(&n, CONDITION_LESS, network_use(&n, y), network_use(&n, x));
	cr_expect_eq(network_solve(&n, &(trial){.steps = 500}), ANSWER_UNDECIDED);
	arena_free(a);
}

Test(network, finds_a_witness_among_real_numbers)
{
	arena *a = arena_new(NULL);
	network n = network_new(a);
	set open = set_of((interval){.lo = rational_int(0), .hi = rational_int(1), .lo_open = true, .hi_open = true});
	uint32_t x = network_unknown(&n, open, RATIONAL_INFINITY), y = network_unknown(&n, open, RATIONAL_INFINITY);
	uint32_t product = network_term(&n, TERM_MULTIPLY, network_use(&n, x), network_use(&n, y));
	(void)network_require(&n, CONDITION_LESS, network_constant(&n, set_point(rational_of(9, 10))), product);
	rational witness[2];
	cr_assert_eq(network_solve(&n, &(trial){.steps = STEPS, .witness = witness}), ANSWER_SATISFIABLE);
	rational got = rational_multiply(witness[0], witness[1], ROUND_DOWN);
	cr_expect(rational_compare(got, rational_of(9, 10)) > 0 && rational_compare(witness[0], rational_int(1)) < 0);
	arena_free(a);
}
