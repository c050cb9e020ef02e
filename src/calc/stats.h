/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tail probabilities of test statistics, by GSL, over value sets: the p of a rounded statistic is a range, whose ends are
 * rounded outwards by more than GSL's error. Every function takes sets and gives a set; an argument outside its domain
 * (df <= 0, |r| > 1, F < 0) gives the empty set. Two-tailed unless the name says otherwise. */
#ifndef CALC_STATS_H
#define CALC_STATS_H

#include "base/set.h"

set stats_p_of_t(const set *t, const set *df);
set stats_p_of_f(const set *f, const set *df1, const set *df2);
set stats_p_of_chi2(const set *x, const set *df);
set stats_p_of_z(const set *z);
set stats_p_of_r(const set *r, const set *df);
set stats_half(const set *p); /* the one-tailed p of a two-tailed one */

#endif
