/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calc/tail.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* Past it GSL's incomplete beta function takes an approximation that loses the tails altogether. */
#define GSL_LARGEST 5e4

/* What the denominators of Lentz's method must not become. */
static double not_zero(double x)
{
	return fabs(x) < 1e-290 ? 1e-290 : x;
}

/* The continued fraction of the incomplete beta function (Abramowitz and Stegun, 1964, 26.5.8) by the modified Lentz method
 * (Thompson and Barnett, 1986). It takes about √max(a, b) steps. */
static double fraction(double x, double a, double b)
{
	const int most_steps = 1000000;
	double c = 1, d = 1 / not_zero(1 - (a + b) * x / (a + 1)), value = d;
	for (int m = 1; m < most_steps; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / not_zero(1 + even * d);
		c = not_zero(1 + even / c);
		value *= c * d;
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / not_zero(1 + odd * d);
		c = not_zero(1 + odd / c);
		value *= c * d;
		if (fabs(c * d - 1) < 1e-15)
			return value;
	}
	return NAN;
}

double tail_beta(double x, double y, double a, double b)
{
	if (x <= 0 || b <= 0)
		return 0;
	if (y <= 0 || a <= 0)
		return 1;
	if (a <= GSL_LARGEST && b <= GSL_LARGEST)
		return y < x ? gsl_cdf_beta_Q(y, b, a) : gsl_cdf_beta_P(x, a, b);
	gsl_sf_result ln_beta;
	if (gsl_sf_lnbeta_e(a, b, &ln_beta) != GSL_SUCCESS)
		return NAN;
	double ln_x = y < x ? log1p(-y) : log(x), ln_y = x < y ? log1p(-x) : log(y);
	double front = exp(a * ln_x + b * ln_y - ln_beta.val);
	return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(y, b, a) / b;
}
