/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calc/stats.h"

#include "base_random.h"
#include "calc/tail.h"

#include <gsl/gsl_errno.h>
#include <math.h>

static void without_abort(void)
{
	gsl_set_error_handler_off();
}

TestSuite(stats, .init = without_abort);

static set of(double x)
{
	return set_point(rational_from_double(x, ROUND_DOWN));
}

static set between(double lo, double hi)
{
	return set_closed(rational_from_double(lo, ROUND_DOWN), rational_from_double(hi, ROUND_UP));
}

static double least(const set *s)
{
	return rational_to_double(set_hull(s).lo);
}

static double most(const set *s)
{
	return rational_to_double(set_hull(s).hi);
}

static bool holds(const set *s, double x)
{
	return set_contains(s, rational_from_double(x, ROUND_DOWN));
}

typedef enum { T, F, CHI2, Z, R, TESTS } test;

static set p_of(test which, const set *statistic, const set *df1, const set *df2)
{
	switch (which) {
	case T:
		return stats_p_of_t(statistic, df2);
	case F:
		return stats_p_of_f(statistic, df1, df2);
	case CHI2:
		return stats_p_of_chi2(statistic, df1);
	case Z:
		return stats_p_of_z(statistic);
	default:
		return stats_p_of_r(statistic, df2);
	}
}

/* Critical values as printed in the tables of any textbook (for example Fisher and Yates): the value, rounded as printed,
 * must allow its level of significance, and the next larger printed value must not. */
Test(stats, agrees_with_the_printed_tables)
{
	static const struct {
		test which;
		double critical;
		int decimals;
		double df1, df2, level;
	} table[] = {
		{T, 12.706, 3, 0, 1, .05},     {T, 2.228, 3, 0, 10, .05},       {T, 2.042, 3, 0, 30, .05},
		{T, 2.750, 3, 0, 30, .01},     {T, 1.980, 3, 0, 120, .05},      {T, 3.373, 3, 0, 120, .001},
		{T, 636.619, 3, 0, 1, .001},   {F, 161.45, 2, 1, 1, .05},       {F, 4.96, 2, 1, 10, .05},
		{F, 2.71, 2, 5, 20, .05},      {F, 5.95, 2, 3, 12, .01},        {F, 3.15, 2, 2, 60, .05},
		{F, 4.79, 2, 2, 120, .01},     {CHI2, 3.841, 3, 1, 0, .05},     {CHI2, 18.307, 3, 10, 0, .05},
		{CHI2, 50.892, 3, 30, 0, .01}, {CHI2, 124.342, 3, 100, 0, .05}, {Z, 1.960, 3, 0, 0, .05},
		{Z, 2.576, 3, 0, 0, .01},      {Z, 3.291, 3, 0, 0, .001},       {R, .576, 3, 0, 10, .05},
		{R, .361, 3, 0, 28, .05},      {R, .195, 3, 0, 100, .05},       {R, .708, 3, 0, 10, .01},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		double unit = pow(10, -table[i].decimals), x = table[i].critical;
		set df1 = of(table[i].df1), df2 = of(table[i].df2), printed = between(x - unit / 2, x + unit / 2);
		set p = p_of(table[i].which, &printed, &df1, &df2);
		cr_expect(holds(&p, table[i].level), "row %zu: [%g, %g]", i, least(&p), most(&p));
		set larger = between(x + 0.6 * unit, x + 1.5 * unit), smaller = between(x - 1.5 * unit, x - 0.6 * unit);
		p = p_of(table[i].which, &larger, &df1, &df2);
		cr_expect_not(holds(&p, table[i].level), "row %zu: one step larger still has it", i);
		p = p_of(table[i].which, &smaller, &df1, &df2);
		cr_expect_not(holds(&p, table[i].level), "row %zu: one step smaller has it already", i);
	}
}

/* Whether p is in the set, which is hardly wider than that: by 1e-6 of p with thousands of degrees of freedom, else 1e-8. */
static bool is_narrow_around(const set *s, double p, double df)
{
	double width = df > 1e4 ? 1e-6 : 1e-8;
	return s->n == 1 && holds(s, p) && (least(s) > p * (1 - width) || p < 1e-37) && most(s) < p * (1 + width) + 1e-37;
}

Test(stats, agrees_with_the_closed_forms)
{
	uint64_t state = 1;
	for (int i = 0; i < 4000; i++) {
		double u = (double)random_between(&state, 1, 1000000) / 1e6, df = floor(exp(u * 18)) + 1; /* 2 .. 6e7 */
		double x = (double)random_between(&state, 1, 2000000) / 1e5;
		set one = of(1), two = of(2), many = of(df), statistic = of(x), p;
		p = stats_p_of_t(&statistic, &one);
		MUST(is_narrow_around(&p, 2 * atan(1 / x) / M_PI, 1), "t(1) = %g: %.17g", x, least(&p));
		p = stats_p_of_t(&statistic, &two);
		double root = sqrt(2 + x * x);
		MUST(is_narrow_around(&p, 2 / (root * (root + x)), 2), "t(2) = %g: %.17g", x, least(&p));
		p = stats_p_of_chi2(&statistic, &two);
		MUST(is_narrow_around(&p, exp(-x / 2), 2), "chi-squared(2) = %g: %.17g", x, least(&p));
		p = stats_p_of_f(&statistic, &two, &many);
		MUST(is_narrow_around(&p, exp(-df / 2 * log1p(2 * x / df)), df), "F(2, %g) = %g: %.17g", df, x, least(&p));
		p = stats_p_of_f(&statistic, &many, &two);
		MUST(is_narrow_around(&p, -expm1(-df / 2 * log1p(2 / (df * x))), df), "F(%g, 2) = %g: %.17g", df, x, least(&p));
		p = stats_p_of_z(&statistic);
		MUST(is_narrow_around(&p, erfc(x / M_SQRT2), 1), "z = %g: %.17g", x, least(&p));
		double r = u * 0.999999;
		set correlation = of(r);
		p = stats_p_of_r(&correlation, &two);
		MUST(is_narrow_around(&p, 1 - r, 2), "r(2) = %g: %.17g", r, least(&p));
	}
}

Test(stats, the_same_test_told_in_two_ways_has_one_p)
{
	uint64_t state = 2;
	for (int i = 0; i < 1000; i++) {
		double df = (double)random_between(&state, 2, 400) / 2, t = (double)random_between(&state, 0, 800) / 100;
		set statistic = of(t), square = of(t * t), correlation = of(t / sqrt(df + t * t)), one = of(1), many = of(df);
		set by_t = stats_p_of_t(&statistic, &many), by_f = stats_p_of_f(&square, &one, &many),
			by_r = stats_p_of_r(&correlation, &many);
		MUST(set_meets(&by_t, &by_f), "t(%g) = %g", df, t);
		MUST(set_meets(&by_t, &by_r), "t(%g) = %g", df, t);
		set minus = set_negate(&statistic), by_minus = stats_p_of_t(&minus, &many);
		MUST(set_equal(&by_t, &by_minus), "the sign of t does not matter");
	}
}

/* A random point of a piece, its ends often. */
static double pick(uint64_t *state, double lo, double hi)
{
	int64_t at = random_between(state, -20, 120);
	return at <= 0 ? lo : at >= 100 ? hi : lo + (hi - lo) * (double)at / 100;
}

Test(stats, no_choice_from_the_sets_leads_outside_the_set_of_p)
{
	uint64_t state = 3;
	for (int i = 0; i < 1500; i++) {
		test which = (test)(i % TESTS);
		double scale = which == R ? 0.01 : which == CHI2 || which == F ? 0.05 : 0.03;
		double lo = scale * (double)random_between(&state, which == CHI2 || which == F ? 0 : -100, 98);
		double hi = lo + scale * (double)random_between(&state, 0, 2);
		double few1 = (double)random_between(&state, 1, 40) / 4,
			   many1 = few1 * (1 + (double)random_between(&state, 0, 3) / 3);
		double few2 = (double)random_between(&state, 1, 400) / 4,
			   many2 = few2 * (1 + (double)random_between(&state, 0, 3) / 3);
		set statistic = between(lo, hi), df1 = between(few1, many1), df2 = between(few2, many2);
		set all = p_of(which, &statistic, &df1, &df2);
		for (int k = 0; k < 10; k++) {
			set x = of(pick(&state, lo, hi)), d1 = of(pick(&state, few1, many1)), d2 = of(pick(&state, few2, many2));
			set p = p_of(which, &x, &d1, &d2);
			MUST(p.n == 1 && set_meets(&p, &all), "test %d, statistic in [%g, %g], df in [%g, %g], [%g, %g]", (int)which, lo,
			     hi, few1, many1, few2, many2);
			MUST(least(&all) <= most(&p) * 1.0000001 && most(&all) >= least(&p) * 0.9999999, "test %d", (int)which);
		}
	}
}

Test(stats, a_rounded_welch_df_widens_p_by_little)
{
	set f = of(3.2), two = of(2), df = between(23.445, 23.455), sharp = of(23.45);
	set p = stats_p_of_f(&f, &two, &df), exact = stats_p_of_f(&f, &two, &sharp);
	cr_expect(set_subset(&exact, &p));
	cr_expect_lt(most(&p) / least(&p), 1.002);
}

Test(stats, a_statistic_that_may_be_zero_has_a_p_up_to_one)
{
	set around = between(-0.005, 0.005), zero = of(0), df = of(28), one = of(1);
	set cases[] = {stats_p_of_t(&around, &df),       stats_p_of_z(&around),    stats_p_of_r(&around, &df),
	               stats_p_of_f(&around, &one, &df), stats_p_of_t(&zero, &df), stats_p_of_chi2(&around, &df)};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(cases[i].n == 1 && set_contains(&cases[i], rational_int(1)) && most(&cases[i]) <= 1, "case %zu", i);
}

Test(stats, arguments_outside_the_domain_have_no_p)
{
	set good = of(2), df = of(10), none = set_empty(), negative = of(-1), zero = of(0), beyond = between(1.1, 1.2),
		edge = between(0.995, 1.005);
	set cases[] = {stats_p_of_t(&good, &zero),      stats_p_of_t(&good, &negative),
	               stats_p_of_t(&none, &df),        stats_p_of_f(&negative, &df, &df),
	               stats_p_of_f(&good, &zero, &df), stats_p_of_f(&good, &df, &zero),
	               stats_p_of_chi2(&negative, &df), stats_p_of_chi2(&good, &zero),
	               stats_p_of_r(&beyond, &df),      stats_p_of_z(&none)};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(set_is_empty(&cases[i]), "case %zu", i);
	set p = stats_p_of_r(&edge, &df);
	cr_expect(p.n == 1 && set_contains(&p, rational_int(0)), "r = 1.00 may be exactly 1");
}

Test(stats, extremes_give_ranges_and_not_nonsense)
{
	set huge = of(1e8), df = of(1e8), more = set_of((interval){.lo = {100, 1}, .hi = RATIONAL_INFINITY, .lo_open = true}),
		two = of(2), t = of(2);
	set cases[] = {stats_p_of_t(&huge, &df),     stats_p_of_f(&huge, &df, &df),    stats_p_of_chi2(&huge, &df),
	               stats_p_of_z(&huge),          stats_p_of_f(&two, &more, &more), stats_p_of_t(&t, &more),
	               stats_p_of_t(&more, &df),     stats_p_of_chi2(&t, &more),       stats_p_of_f(&more, &two, &two),
	               stats_p_of_f(&two, &df, &df), stats_p_of_r(&t, &more)};
	for (size_t i = 0; i + 1 < sizeof cases / sizeof *cases; i++)
		cr_expect(cases[i].n == 1 && least(&cases[i]) >= 0 && most(&cases[i]) <= 1 && least(&cases[i]) <= most(&cases[i]),
		          "case %zu", i);
	set p = stats_p_of_t(&t, &more); /* between 100 and infinitely many degrees of freedom */
	cr_expect(holds(&p, 0.0455003) && holds(&p, 0.0482) && !holds(&p, 0.0455) && !holds(&p, 0.0483));
}

Test(stats, a_statistic_told_as_a_whole_number_need_not_be_one)
{
	set t = between(1.6, 2.4), whole = set_integers(t), df = of(20), one = of(1), r = between(0.1, 0.2),
		whole_r = set_integers(r);
	set plain[] = {stats_p_of_t(&t, &df), stats_p_of_z(&t), stats_p_of_f(&t, &one, &df), stats_p_of_chi2(&t, &df),
	               stats_p_of_r(&r, &df)};
	set marked[] = {stats_p_of_t(&whole, &df), stats_p_of_z(&whole), stats_p_of_f(&whole, &one, &df),
	                stats_p_of_chi2(&whole, &df), stats_p_of_r(&whole_r, &df)};
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		cr_expect(!marked[i].integer && set_equal(&plain[i], &marked[i]), "case %zu", i);
}

Test(stats, several_pieces_give_several_ranges)
{
	set one = of(1), three = of(3), df = of(10), either = set_union(&one, &three), p = stats_p_of_t(&either, &df);
	cr_expect_eq(p.n, 2);
	set half = stats_half(&p);
	cr_expect_eq(half.n, 2);
	cr_expect(rational_compare(rational_multiply(half.at[1].hi, rational_int(2), ROUND_UP), p.at[1].hi) == 0);
}

Test(stats, one_way_to_the_tail_joins_the_other)
{
	/* Past 5e4 GSL's function is left for a continued fraction of our own: both must agree where they meet. */
	for (int i = 1; i < 200; i++) {
		double b = 0.5 * i / 4, y = b * (0.2 + i % 17 * 0.25) / 5e4, a = 5e4;
		double here = tail_beta(1 - y, y, a, b), there = tail_beta(1 - y, y, nextafter(a, 1e9), b);
		cr_expect(fabs(here / there - 1) < 1e-10, "a = 5e4, b = %g, y = %g: %.17g and %.17g", b, y, here, there);
	}
}
