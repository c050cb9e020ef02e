/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every p here falls as its statistic grows, so the ends of a piece give the ends of p. In the degrees of freedom the p of t
 * and r falls and that of chi-squared rises (B. K. Ghosh, "Some monotonicity theorems for chi-squared, F and t distributions
 * with applications", 1973); that of F does neither, see p_of_f. */
#include "calc/stats.h"

#include "calc/tail.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

enum { GRID_BITS = 33 };

static const rational zero = {0, 1};

/* p, moved outwards by far more than the error of the tails (measured, relative to p: under 1e-11, under 1e-8 with thousands
 * of degrees of freedom), and on a grid coarse enough for the last bits of a machine's exp and log not to show in a report. */
static rational outwards(double p, double df, rounding dir)
{
	const double margin = df > 1e4 ? 1e-7 : 1e-9, least = 1e-300;
	int exponent;
	p = dir == ROUND_DOWN ? p * (1 - margin) - least : p * (1 + margin) + least;
	if (p <= 0 || p >= 1)
		return (rational){p >= 1, 1};
	double bits = ldexp(frexp(p, &exponent), GRID_BITS);
	return rational_from_double(ldexp(dir == ROUND_DOWN ? floor(bits) : ceil(bits), exponent - GRID_BITS), dir);
}

/* [lo, hi]; with a NaN, which says that no way to a value was found, all that p can be. */
static interval p_interval(double lo, double hi, double df)
{
	if (isnan(lo) || isnan(hi))
		return (interval){.lo = zero, .hi = {1, 1}};
	return (interval){.lo = outwards(lo, df, ROUND_DOWN), .hi = outwards(hi, df, ROUND_UP)};
}

static set only(const set *s, interval domain)
{
	set inside = set_of(domain), plain = *s;
	plain.integer = false; /* a statistic may be told as a whole number without being one */
	return set_intersect(&plain, &inside);
}

static set only_positive(const set *df)
{
	set tight = set_tighten(df);
	return only(&tight, (interval){.lo = zero, .hi = RATIONAL_INFINITY, .lo_open = true});
}

static set only_not_negative(const set *s)
{
	return only(s, (interval){.lo = zero, .hi = RATIONAL_INFINITY});
}

/* The p of a statistic and its degrees of freedom, over all pieces of both. */
static set p_over(const set *statistic, const set *df, double (*p)(double statistic, double df), bool falls_with_df)
{
	interval pieces[SET_PIECES * SET_PIECES];
	size_t n = 0;
	for (size_t i = 0; i < statistic->n; i++)
		for (size_t j = 0; j < df->n; j++) {
			double least = rational_to_double(statistic->at[i].lo), most = rational_to_double(statistic->at[i].hi);
			double few = rational_to_double(df->at[j].lo), many = rational_to_double(df->at[j].hi);
			double lo = p(most, falls_with_df ? many : few), hi = p(least, falls_with_df ? few : many);
			pieces[n++] = p_interval(lo, hi, many);
		}
	return set_gather(pieces, n, false);
}

static double p_of_t(double t, double df)
{
	if (df <= 0) /* what p comes near to as df does to 0 */
		return 1;
	if (isinf(t) || isinf(df))
		return isinf(t) ? 0 : 2 * gsl_cdf_ugaussian_Q(t);
	double square = t * t;
	return tail_beta(df / (df + square), square / (df + square), df / 2, 0.5);
}

set stats_p_of_t(const set *t, const set *df)
{
	set size = set_abs(t), positive = only_positive(df);
	size.integer = false;
	return p_over(&size, &positive, p_of_t, true);
}

/* As of the t = r √(df / (1 - r²)) that r makes. */
static double p_of_r(double r, double df)
{
	if (isinf(df))
		return r > 0 ? 0 : 1;
	return tail_beta((1 - r) * (1 + r), r * r, df / 2, 0.5);
}

set stats_p_of_r(const set *r, const set *df)
{
	set size = set_abs(r), positive = only_positive(df);
	size = only(&size, (interval){.lo = zero, .hi = {1, 1}});
	return p_over(&size, &positive, p_of_r, true);
}

static double p_of_chi2(double x, double df)
{
	if (isinf(x) || isinf(df))
		return isinf(df) ? 1 : 0;
	return df > 0 ? gsl_cdf_chisq_Q(x, df) : 0;
}

set stats_p_of_chi2(const set *x, const set *df)
{
	set square = only_not_negative(x), positive = only_positive(df);
	return p_over(&square, &positive, p_of_chi2, false);
}

static double p_of_z(double z, double df)
{
	(void)df;
	return 2 * gsl_cdf_ugaussian_Q(z);
}

set stats_p_of_z(const set *z)
{
	set size = set_abs(z), one = set_point((rational){1, 1});
	size.integer = false;
	return p_over(&size, &one, p_of_z, true);
}

/* A range of degrees of freedom, cut into parts of equal ratio. */
typedef struct cut {
	double lo, hi;
	int parts;
} cut;

static cut cut_of(const interval *df)
{
	cut c = {.lo = rational_to_double(df->lo), .hi = rational_to_double(df->hi), .parts = 1};
	if (c.lo > 0 && c.lo < c.hi)
		c.parts = 8;
	return c;
}

static double cut_at(const cut *c, int i)
{
	return i == 0 ? c->lo : i == c->parts ? c->hi : c->lo * pow(c->hi / c->lo, (double)i / c->parts);
}

/* I_x(df2 / 2, df1 / 2) at x = d2 / (d2 + d1 f). */
static double beta_of_f(double f, double d1, double d2, double df1, double df2)
{
	double part = d1 * f;
	return isinf(f) ? 0 : tail_beta(d2 / (d2 + part), part / (d2 + part), df2 / 2, df1 / 2);
}

/* p is I_x(df2 / 2, df1 / 2) at x = df2 / (df2 + df1 f), which falls with its first parameter and rises with its second and
 * with x. So over a range of both df it lies between the value with each of the three at its least and that with each at its
 * most: safe, and near the truth once the range has been cut into small parts. */
static interval p_of_f(double least, double most, const cut *one, const cut *two)
{
	double lo = 1, hi = 0;
	if (one->lo <= 0 || two->lo <= 0 || isinf(one->hi) ||
	    isinf(two->hi)) /* no figure says that; the corners do not bound it */
		return (interval){.lo = zero, .hi = {1, 1}};
	for (int i = 0; i < one->parts; i++)
		for (int j = 0; j < two->parts; j++) {
			double few1 = cut_at(one, i), many1 = cut_at(one, i + 1), few2 = cut_at(two, j), many2 = cut_at(two, j + 1);
			double low = beta_of_f(most, many1, few2, few1, many2), high = beta_of_f(least, few1, many2, many1, few2);
			lo = low < lo || isnan(low) ? low : lo;
			hi = high > hi || isnan(high) ? high : hi;
		}
	return p_interval(lo, hi, one->hi > two->hi ? one->hi : two->hi);
}

set stats_p_of_f(const set *f, const set *df1, const set *df2)
{
	interval pieces[SET_PIECES * SET_PIECES * SET_PIECES];
	size_t n = 0;
	set ratio = only_not_negative(f), one = only_positive(df1), two = only_positive(df2);
	for (size_t i = 0; i < ratio.n; i++)
		for (size_t j = 0; j < one.n; j++)
			for (size_t k = 0; k < two.n; k++) {
				cut first = cut_of(&one.at[j]), second = cut_of(&two.at[k]);
				double least = rational_to_double(ratio.at[i].lo), most = rational_to_double(ratio.at[i].hi);
				pieces[n++] = p_of_f(least, most, &first, &second);
			}
	return set_gather(pieces, n, false);
}

set stats_half(const set *p)
{
	set half = set_point((rational){1, 2});
	return set_multiply(p, &half);
}
