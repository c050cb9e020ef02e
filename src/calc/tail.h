/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The regularized incomplete beta function, from which the tails of t, r and F are read. */
#ifndef CALC_TAIL_H
#define CALC_TAIL_H

/* I_x(a, b), with y = 1 - x told apart so that neither loses digits near 0; a, b >= 0, finite. Relative error at most 1e-11
 * up to a, b = 5e4 and 1e-8 beyond. NaN where the continued fraction does not come to an end. */
double tail_beta(double x, double y, double a, double b);

#endif
