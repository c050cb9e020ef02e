/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reproducible random numbers for property tests, and a check that costs nothing when it holds. */
#ifndef TESTS_BASE_RANDOM_H
#define TESTS_BASE_RANDOM_H

#include <criterion/criterion.h>
#include <stdint.h>

#define MUST(condition, ...)                                                                                                \
	do {                                                                                                                    \
		if (!(condition))                                                                                                   \
			cr_assert_fail(__VA_ARGS__);                                                                                    \
	} while (0)

/* SplitMix64 (Steele, Lea, Flood, 2014). */
static inline uint64_t random_bits(uint64_t *state)
{
	uint64_t z = (*state += 0x9e3779b97f4a7c15U);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

/* A number from lo to hi, both included. */
static inline int64_t random_between(uint64_t *state, int64_t lo, int64_t hi)
{
	return lo + (int64_t)(random_bits(state) % (uint64_t)(hi - lo + 1));
}

#endif
