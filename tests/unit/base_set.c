/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets against brute force. Ends are halves from -3 to 3 or infinite, so the quarters from -5 to 5 tell any two such sets
 * apart, and whether z = x op y can be met is decided without interval arithmetic: between two neighbouring critical x (ends of the
 * first set, and what an end of the second asks for) nothing changes, so one x in each gap and the critical ones are
 * enough. */
#include "base/set.h"

#include "base_random.h"

static rational quarters(int64_t n)
{
	return rational_of(n, 4);
}

static bool same(rational a, rational b)
{
	return rational_compare(a, b) == 0;
}

static set random_piece(uint64_t *state)
{
	for (;;) {
		int64_t lo = random_between(state, -6, 6), hi = random_between(state, 0, 3) ? random_between(state, lo, 6) : lo;
		uint64_t shape = random_bits(state);
		interval piece = {
			.lo = rational_of(lo, 2), .hi = rational_of(hi, 2), .lo_open = shape % 2, .hi_open = shape / 2 % 2};
		if (shape / 4 % 8 == 0)
			piece.lo = RATIONAL_MINUS_INFINITY;
		if (shape / 32 % 8 == 0)
			piece.hi = RATIONAL_INFINITY;
		set s = set_of(piece);
		if (s.n)
			return s;
	}
}

static set random_set(uint64_t *state, int64_t most_pieces)
{
	set s = set_empty();
	for (int64_t n = random_between(state, 0, most_pieces); n > 0; n--) {
		set piece = random_piece(state);
		s = set_union(&s, &piece);
	}
	return s;
}

static bool is_well_formed(const set *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const interval *p = &s->at[i];
		int order = rational_compare(p->lo, p->hi);
		if (order > 0 || (order == 0 && (p->lo_open || p->hi_open)))
			return false;
		if ((!rational_is_finite(p->lo) && !p->lo_open) || (!rational_is_finite(p->hi) && !p->hi_open))
			return false;
		if (i > 0) {
			order = rational_compare(s->at[i - 1].hi, p->lo);
			if (order > 0 || (order == 0 && !(s->at[i - 1].hi_open && p->lo_open)))
				return false;
		}
	}
	return s->n <= SET_PIECES;
}

static const char *text(const set *s)
{
	static arena *a;
	if (!a)
		a = arena_new(NULL);
	return set_format(a, s).ptr;
}

typedef enum { ADD, SUBTRACT, MULTIPLY, DIVIDE, MIN, MAX, OPERATIONS } operation;

static set (*const operations[])(const set *, const set *) = {set_add,    set_subtract, set_multiply,
                                                              set_divide, set_min,      set_max};

/* The y with x op y = z, which there is one of for x of no special kind. */
static bool other_operand(operation op, rational x, rational z, rational *y)
{
	switch (op) {
	case ADD:
		*y = rational_subtract(z, x, ROUND_DOWN);
		return true;
	case SUBTRACT:
		*y = rational_subtract(x, z, ROUND_DOWN);
		return true;
	case MULTIPLY:
		*y = rational_divide(z, x, ROUND_DOWN);
		return rational_sign(x) != 0;
	default:
		*y = rational_divide(x, z, ROUND_DOWN);
		return rational_sign(z) != 0 && rational_sign(*y) != 0;
	}
}

/* The x with x op y = z for an end y of the second set; where there is none, 0. */
static rational critical_from(operation op, rational y, rational z)
{
	const rational nil = {0, 1};
	if (!rational_is_finite(y))
		return nil;
	switch (op) {
	case ADD:
		return rational_subtract(z, y, ROUND_DOWN);
	case SUBTRACT:
		return rational_add(z, y, ROUND_DOWN);
	case MULTIPLY:
		return rational_sign(y) ? rational_divide(z, y, ROUND_DOWN) : nil;
	default:
		return rational_multiply(z, y, ROUND_DOWN);
	}
}

static bool solves_at(operation op, const set *a, const set *b, rational x, rational z)
{
	rational y;
	if (!set_contains(a, x))
		return false;
	if (other_operand(op, x, z, &y))
		return set_contains(b, y);
	set nothing_but_zero = set_point((rational){0, 1});
	if (rational_sign(x) != 0 || rational_sign(z) != 0)
		return false;
	return op == MULTIPLY ? b->n > 0 : !set_subset(b, &nothing_but_zero); /* 0 × anything, 0 / anything else */
}

static bool any_at_least(const set *s, rational z)
{
	for (size_t i = 0; i < s->n; i++) {
		int order = rational_compare(s->at[i].hi, z);
		if (order > 0 || (order == 0 && !s->at[i].hi_open))
			return true;
	}
	return false;
}

static bool any_at_most(const set *s, rational z)
{
	set minus = set_negate(s);
	return any_at_least(&minus, rational_negate(z));
}

static bool is_met(operation op, const set *a, const set *b, rational z)
{
	if (op == MIN)
		return (set_contains(a, z) && any_at_least(b, z)) || (set_contains(b, z) && any_at_least(a, z));
	if (op == MAX)
		return (set_contains(a, z) && any_at_most(b, z)) || (set_contains(b, z) && any_at_most(a, z));
	rational critical[64] = {{0, 1}};
	size_t n = 1;
	for (size_t i = 0; i < a->n; i++) {
		rational ends[2] = {a->at[i].lo, a->at[i].hi};
		for (int k = 0; k < 2; k++)
			if (rational_is_finite(ends[k]))
				critical[n++] = ends[k];
	}
	for (size_t i = 0; i < b->n; i++) {
		critical[n++] = critical_from(op, b->at[i].lo, z);
		critical[n++] = critical_from(op, b->at[i].hi, z);
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = i + 1; j < n; j++)
			if (rational_compare(critical[j], critical[i]) < 0) {
				rational moved = critical[i];
				critical[i] = critical[j];
				critical[j] = moved;
			}
	const rational one = {1, 1}, half = {1, 2};
	if (solves_at(op, a, b, rational_subtract(critical[0], one, ROUND_DOWN), z) ||
	    solves_at(op, a, b, rational_add(critical[n - 1], one, ROUND_DOWN), z))
		return true;
	for (size_t i = 0; i < n; i++) {
		rational sum = rational_add(critical[i], critical[i + 1 < n ? i + 1 : i], ROUND_DOWN);
		if (solves_at(op, a, b, critical[i], z) || solves_at(op, a, b, rational_multiply(sum, half, ROUND_DOWN), z))
			return true;
	}
	return false;
}

Test(set, arithmetic_has_exactly_the_members_it_should)
{
	uint64_t state = 1;
	size_t members = 0, others = 0;
	for (int i = 0; i < 2500; i++) {
		set a = random_set(&state, 2), b = random_set(&state, 2);
		for (operation op = ADD; op < OPERATIONS; op++) {
			set c = operations[op](&a, &b);
			MUST(is_well_formed(&c), "%s", text(&c));
			for (int k = 0; k < 6; k++) {
				rational z = rational_of(random_between(&state, -24, 24), k % 2 ? 4 : random_between(&state, 1, 6));
				bool met = is_met(op, &a, &b, z);
				MUST(set_contains(&c, z) == met, "%s %c %s = %s %s %g", text(&a), "+-*/nx"[op], text(&b), text(&c),
				     met ? "lacks" : "has", rational_to_double(z));
				*(met ? &members : &others) += 1;
			}
		}
	}
	cr_expect(members > 20000 && others > 20000, "%zu members, %zu others", members, others);
}

Test(set, union_intersection_and_the_rest_have_exactly_the_members_they_should)
{
	uint64_t state = 2;
	for (int i = 0; i < 3000; i++) {
		set a = random_set(&state, 3), b = random_set(&state, 3);
		rational by = rational_of(random_between(&state, 0, 4), 2);
		set both = set_intersect(&a, &b), either = set_union(&a, &b), minus = set_negate(&a), size = set_abs(&a),
			wide = set_widen(&a, by);
		MUST(is_well_formed(&both) && is_well_formed(&either) && is_well_formed(&minus) && is_well_formed(&size) &&
		         is_well_formed(&wide),
		     "case %d", i);
		interval around = {.lo = rational_negate(by), .hi = by};
		set ball = set_of(around), sum = set_add(&a, &ball);
		MUST(set_equal(&sum, &wide), "%s widened: %s, not %s", text(&a), text(&wide), text(&sum));
		bool meets = false, within = true, equal = true;
		for (int64_t q = -20; q <= 20; q++) {
			rational x = quarters(q), minus_x = rational_negate(x);
			bool in_a = set_contains(&a, x), in_b = set_contains(&b, x);
			meets |= in_a && in_b;
			within &= !in_a || in_b;
			equal &= in_a == in_b;
			MUST(set_contains(&both, x) == (in_a && in_b), "%s and %s", text(&a), text(&b));
			MUST(set_contains(&either, x) == (in_a || in_b), "%s or %s", text(&a), text(&b));
			MUST(set_contains(&minus, minus_x) == in_a, "minus %s", text(&a));
			MUST(set_contains(&size, x) == (q >= 0 && (in_a || set_contains(&a, minus_x))), "size of %s", text(&a));
		}
		MUST(set_meets(&a, &b) == meets, "%s meets %s", text(&a), text(&b));
		MUST(set_subset(&a, &b) == within, "%s within %s", text(&a), text(&b));
		MUST(set_equal(&a, &b) == equal, "%s is %s", text(&a), text(&b));
	}
}

/* The members of a marked set, which is within -4..4 or goes on for ever, as bits for -9..9. */
static uint32_t whole_members(const set *s)
{
	uint32_t bits = 0;
	for (int64_t n = -9; n <= 9; n++)
		if (set_contains(s, rational_int(n)))
			bits |= 1U << (n + 9);
	return bits;
}

Test(set, marked_sets_are_judged_by_their_whole_numbers)
{
	uint64_t state = 3;
	for (int i = 0; i < 20000; i++) {
		set a = set_integers(random_set(&state, 2)), b = random_set(&state, 2);
		b.integer = i % 2;
		uint32_t in_a = whole_members(&a), in_b = whole_members(&b);
		set tight = set_tighten(&a), common = set_intersect(&a, &b);
		rational one;
		MUST(is_well_formed(&tight) && whole_members(&tight) == in_a, "%s tightened is %s", text(&a), text(&tight));
		MUST(set_equal(&a, &tight), "%s is not %s", text(&a), text(&tight));
		MUST(set_is_empty(&a) == (in_a == 0), "%s", text(&a));
		MUST(set_meets(&a, &b) == ((in_a & in_b) != 0), "%s meets %s", text(&a), text(&b));
		MUST(set_subset(&a, &b) == ((in_a & ~in_b) == 0), "%s within %s", text(&a), text(&b));
		MUST(whole_members(&common) == (in_a & in_b) && common.integer, "%s and %s", text(&a), text(&b));
		MUST(set_single(&a, &one) == (__builtin_popcount(in_a) == 1), "%s", text(&a));
		if (b.integer)
			MUST(set_equal(&a, &b) == (in_a == in_b), "%s is %s", text(&a), text(&b));
	}
}

Test(set, arithmetic_of_marked_sets_never_loses_a_member)
{
	uint64_t state = 4;
	for (int i = 0; i < 1500; i++) {
		set a = set_integers(random_set(&state, 2)), b = set_integers(random_set(&state, 2));
		for (operation op = ADD; op < OPERATIONS; op++) {
			set c = operations[op](&a, &b);
			MUST(c.integer == (op != DIVIDE), "the mark of operation %d", (int)op);
			for (int64_t x = -5; x <= 5; x++)
				for (int64_t y = -5; y <= 5; y++) {
					if (!set_contains(&a, rational_int(x)) || !set_contains(&b, rational_int(y)) || (op == DIVIDE && y == 0))
						continue;
					rational z = op == ADD        ? rational_int(x + y)
					             : op == SUBTRACT ? rational_int(x - y)
					             : op == MULTIPLY ? rational_int(x * y)
					             : op == DIVIDE   ? rational_of(x, y)
					             : op == MIN      ? rational_int(x < y ? x : y)
					                              : rational_int(x > y ? x : y);
					MUST(set_contains(&c, z), "%s %c %s = %s", text(&a), "+-*/nx"[op], text(&b), text(&c));
				}
		}
	}
}

Test(set, obeys_the_laws_of_algebra)
{
	uint64_t state = 5;
	for (int i = 0; i < 3000; i++) {
		set a = random_set(&state, 2), b = random_set(&state, 2), c = random_set(&state, 2);
		if (i % 2) {
			a.integer = b.integer = c.integer = true;
		}
		for (operation op = ADD; op < OPERATIONS; op++) {
			set ab = operations[op](&a, &b), ba = operations[op](&b, &a), wider = set_widen(&b, (rational){1, 3}),
				more = operations[op](&a, &wider);
			MUST(op == SUBTRACT || op == DIVIDE || set_equal(&ab, &ba), "%s and %s do not commute", text(&a), text(&b));
			MUST(set_subset(&ab, &more), "operation %d shrinks when %s is widened", (int)op, text(&b));
		}
		set ab = set_union(&a, &b), bc = set_union(&b, &c), left = set_union(&ab, &c), right = set_union(&a, &bc);
		MUST(set_equal(&left, &right), "the union of %s, %s, %s depends on their order", text(&a), text(&b), text(&c));
		set a_bc = set_intersect(&a, &bc), a_b = set_intersect(&a, &b), a_c = set_intersect(&a, &c),
			parts = set_union(&a_b, &a_c);
		MUST(set_equal(&a_bc, &parts), "%s cut with %s or %s", text(&a), text(&b), text(&c));
		MUST(set_subset(&a_b, &a) && set_subset(&a, &ab), "%s, %s", text(&a), text(&b));
		rational gap = set_gap(&a, &b);
		MUST(same(gap, set_gap(&b, &a)), "the gap of %s and %s", text(&a), text(&b));
		MUST(!set_meets(&a, &b) || rational_sign(gap) == 0, "a gap between %s and %s, which meet", text(&a), text(&b));
	}
}

Test(set, order_of_two_sets_is_that_of_some_members)
{
	uint64_t state = 6;
	for (int i = 0; i < 3000; i++) {
		set a = random_set(&state, 2), b = random_set(&state, 2);
		a.integer = i % 3 == 0;
		b.integer = i % 5 == 0;
		bool less = false, less_equal = false;
		for (int64_t x = -40; x <= 40; x++) /* eighths, so that two can lie between neighbouring ends */
			for (int64_t y = -40; set_contains(&a, rational_of(x, 8)) && y <= 40; y++)
				if (set_contains(&b, rational_of(y, 8))) {
					less |= x < y;
					less_equal |= x <= y;
				}
		MUST(set_may_be_less(&a, &b) == less, "%s < %s", text(&a), text(&b));
		MUST(set_may_be_less_equal(&a, &b) == less_equal, "%s <= %s", text(&a), text(&b));
	}
}

Test(set, too_many_pieces_join_where_they_are_nearest)
{
	set s = set_empty();
	for (int64_t i = 0; i < 9; i++) { /* 0, 10, 20, …, but 41 beside 40 */
		set point = set_point(rational_int(i < 5 ? 10 * i : i == 5 ? 41 : 10 * i));
		s = set_union(&s, &point);
	}
	cr_expect_str_eq(text(&s), "{0} ∪ {10} ∪ {20} ∪ {30} ∪ [40, 41] ∪ {60} ∪ {70} ∪ {80}");
	set marked = set_integers(set_empty());
	for (int64_t i = 0; i < 10; i++) {
		set point = set_integers(set_point(rational_int(i < 8 ? 2 * i : i + 7)));
		marked = set_union(&marked, &point);
	}
	cr_expect_str_eq(text(&marked), "{0} ∪ {2} ∪ {4} ∪ {6} ∪ {8} ∪ {10} ∪ {12} ∪ [14, 16]",
	                 "whole neighbours join without a loss");
	uint64_t state = 7;
	for (int i = 0; i < 2000; i++) {
		set a = random_set(&state, 8), b = random_set(&state, 8), sum = set_add(&a, &b), product = set_multiply(&a, &b);
		MUST(is_well_formed(&sum) && is_well_formed(&product), "case %d", i);
		for (int k = 0; k < 30; k++) {
			rational x = quarters(random_between(&state, -14, 14)), y = quarters(random_between(&state, -14, 14));
			if (set_contains(&a, x) && set_contains(&b, y))
				MUST(set_contains(&sum, rational_add(x, y, ROUND_DOWN)) &&
				         set_contains(&product, rational_multiply(x, y, ROUND_DOWN)),
				     "a member of %s or %s was lost", text(&sum), text(&product));
		}
	}
}

Test(set, division_by_a_set_around_zero_leaves_two_pieces)
{
	set one = set_point(rational_int(1)), around = set_closed(rational_int(-2), rational_int(4)),
		zero = set_point(rational_int(0));
	set quotient = set_divide(&one, &around);
	cr_expect_str_eq(text(&quotient), "(-∞, -0.5] ∪ [0.25, ∞)");
	quotient = set_divide(&one, &zero);
	cr_expect(set_is_empty(&quotient));
	quotient = set_divide(&zero, &around);
	cr_expect_str_eq(text(&quotient), "{0}");
	set few = set_integers(set_closed(rational_int(0), rational_int(4)));
	quotient = set_divide(&one, &few);
	cr_expect_str_eq(text(&quotient), "[0.25, 1]", "a whole divisor is at least 1");
}

Test(set, more_than_24_people_are_25_or_more)
{
	set more = set_integers(set_of((interval){.lo = rational_int(24), .hi = RATIONAL_INFINITY, .lo_open = true}));
	set between =
		set_integers(set_of((interval){.lo = rational_int(1), .hi = rational_int(2), .lo_open = true, .hi_open = true}));
	set told = set_point(rational_int(22)), next = set_closed(rational_int(24), rational_of(49, 2));
	cr_expect_str_eq(text(&more), "(24, ∞)");
	set tight = set_tighten(&more);
	cr_expect_str_eq(text(&tight), "[25, ∞)");
	cr_expect(set_is_empty(&between));
	cr_expect_not(set_is_empty(&more));
	cr_expect(same(set_gap(&more, &told), rational_int(2)), "the gap is between the ends as told");
	cr_expect_not(set_meets(&more, &next), "(24, 24.5] holds no whole number");
	cr_expect_not(rational_is_finite(set_gap(&between, &told)));
	set sum = set_add(&more, &more);
	cr_expect_str_eq(text(&sum), "(48, ∞)");
	cr_expect(sum.integer);
}

Test(set, union_with_a_set_without_the_mark_has_none_and_keeps_the_whole_numbers)
{
	set more = set_integers(set_of((interval){.lo = rational_int(24), .hi = RATIONAL_INFINITY, .lo_open = true}));
	set half = set_point(rational_of(1, 2)), none = set_empty();
	set both = set_union(&more, &half), back = set_union(&half, &more);
	cr_expect_str_eq(text(&both), "{0.5} ∪ [25, ∞)");
	cr_expect_not(both.integer);
	cr_expect(set_equal(&both, &back));
	set same_again = set_union(&more, &none);
	cr_expect(same_again.integer && set_equal(&same_again, &more), "what has no members takes no mark away");
}

Test(set, reads_as_people_write_sets)
{
	static const struct {
		interval piece;
		const char *text;
	} cases[] = {
		{{.lo = {22, 1}, .hi = {22, 1}}, "{22}"},
		{{.lo = {23, 2}, .hi = {25, 2}}, "[11.5, 12.5]"},
		{{.lo = {24, 1}, .hi = {1, 0}, .lo_open = true}, "(24, ∞)"},
		{{.lo = {-1, 0}, .hi = {5, 1}}, "(-∞, 5]"},
		{{.lo = {1, 3}, .hi = {2, 3}}, "[0.333333, 0.666667]"},
		{{.lo = {-2, 3}, .hi = {-1, 3}}, "[-0.666667, -0.333333]"},
		{{.lo = {2, 3}, .hi = {2, 3}}, "{0.666667}"},
		{{.lo = {1, 3}, .hi = {1, 3}}, "{0.333333}"},
		{{.lo = {200000000, 3}, .hi = {1234567890123, 1}}, "[66666600, 1234567890123]"},
		{{.lo = {123456789012, 1000000}, .hi = {1234567890123, 1000000}}, "[123456.789012, 1234570]"},
		{{.lo = {1, 700000}, .hi = {1, 1}}, "[0.00000142857, 1]"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		set s = set_of(cases[i].piece);
		cr_expect_str_eq(text(&s), cases[i].text);
	}
	set one = set_point(rational_int(1)), more = set_closed(rational_int(2), rational_int(3)), both = set_union(&more, &one),
		none = set_empty();
	cr_expect_str_eq(text(&both), "{1} ∪ [2, 3]");
	cr_expect_str_eq(text(&none), "∅");
	set all = set_all();
	cr_expect_str_eq(text(&all), "(-∞, ∞)");
}

Test(set, pieces_that_hold_nothing_make_the_empty_set)
{
	const rational one = {1, 1}, two = {2, 1}, up = RATIONAL_INFINITY, down = RATIONAL_MINUS_INFINITY;
	set cases[] = {set_closed(two, one),
	               set_of((interval){one, one, true, false}),
	               set_of((interval){one, one, false, true}),
	               set_point(up),
	               set_point(down),
	               set_closed(up, down)};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(cases[i].n == 0 && set_is_empty(&cases[i]), "case %zu", i);
	set all = set_all(), none = set_empty(), sum = set_add(&all, &none);
	cr_expect(set_is_empty(&sum));
	cr_expect_not(rational_is_finite(set_gap(&all, &none)));
	cr_expect_not(set_may_be_less_equal(&none, &all) || set_may_be_less_equal(&all, &none) || set_may_be_less(&none, &none));
	cr_expect(set_subset(&none, &none));
	cr_expect_not(set_contains(&all, up));
}

Test(set, ends_that_cannot_be_exact_are_rounded_outwards)
{
	const int128 most = (int128)((uint128)-1 >> 1);
	set large = set_closed((rational){most - 1, 1}, (rational){most, 1}), third = set_point((rational){1, most - 2});
	set sum = set_add(&large, &large);
	cr_expect(sum.n == 1 && sum.at[0].lo.num == most && !rational_is_finite(sum.at[0].hi) && sum.at[0].hi_open);
	set mixed = set_add(&large, &third);
	cr_expect(mixed.n == 1 && rational_compare(mixed.at[0].lo, (rational){most - 1, 1}) >= 0);
	cr_expect_not(rational_is_finite(mixed.at[0].hi));
	uint64_t state = 8;
	for (int i = 0; i < 3000; i++) {
		rational ends[4];
		for (int k = 0; k < 4; k++) {
			int128 den = (int128)random_bits(&state) << 60 | 1;
			ends[k] = rational_subtract((rational){1, den}, rational_of(random_between(&state, -3, 3), 7), ROUND_DOWN);
		}
		bool swap_x = rational_compare(ends[0], ends[1]) > 0, swap_y = rational_compare(ends[2], ends[3]) > 0;
		set x = set_closed(ends[swap_x], ends[!swap_x]), y = set_closed(ends[2 + swap_y], ends[3 - swap_y]),
			product = set_multiply(&x, &y);
		interval hull = set_hull(&product);
		for (int k = 0; k < 4; k++) {
			rational a = ends[k / 2], b = ends[2 + k % 2];
			MUST(rational_compare(hull.lo, rational_multiply(a, b, ROUND_DOWN)) <= 0 && !hull.lo_open, "case %d", i);
			MUST(rational_compare(hull.hi, rational_multiply(a, b, ROUND_UP)) >= 0 && !hull.hi_open, "case %d", i);
		}
	}
	set tiny = set_multiply(&third, &third);
	cr_expect(tiny.n == 1 && rational_sign(tiny.at[0].lo) == 0 && same(tiny.at[0].hi, (rational){1, most}));
}
