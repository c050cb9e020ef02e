/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and sets as people read them: no more digits than tell something, ends rounded outwards. */
#ifndef RULE_SHOW_H
#define RULE_SHOW_H

#include "rule/eval.h"

/* "{22}", "[0.03548, 0.03703]". */
slice show_set(arena *a, const set *s);
/* "22", "3 to 4", "more than 150". */
slice show_number(arena *a, const set *s);
/* "25%", "24.7% to 25.3%", of a set of ratios. */
slice show_percent(arena *a, const set *s);

#endif
