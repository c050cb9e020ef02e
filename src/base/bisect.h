/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches in things that stand in order. */
#ifndef BASE_BISECT_H
#define BASE_BISECT_H

#include <stddef.h>

/* Sets `at`, a size_t, to how many of the first of n things `before` holds for; it asks by `at` and holds for none behind the
 * first that it does not hold for: `BISECT(i, n, starts[i] <= offset)`. */
#define BISECT(at, n, before)                                                                                               \
	do {                                                                                                                    \
		size_t bisect_low = 0, bisect_high = (n);                                                                           \
		while (bisect_low < bisect_high) {                                                                                  \
			(at) = bisect_low + (bisect_high - bisect_low) / 2;                                                             \
			if (before)                                                                                                     \
				bisect_low = (at) + 1;                                                                                      \
			else                                                                                                            \
				bisect_high = (at);                                                                                         \
		}                                                                                                                   \
		(at) = bisect_low;                                                                                                  \
	} while (0)

#endif
