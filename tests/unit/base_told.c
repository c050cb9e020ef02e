/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number as told comes back as it was, whether it fits the 16 bytes or stands beside them. */
#include "base/told.h"

#include <criterion/criterion.h>

static void same_back(arena *a, rational value, rational ulp, bool fits)
{
	told_wide room;
	told_number packed;
	cr_expect_eq(told_pack(value, ulp, &room, &packed), !fits);
	cr_expect(rational_compare(told_value(packed), value) == 0 && rational_compare(told_ulp(packed), ulp) == 0);
	told_number kept = told_keep(a, value, ulp);
	cr_expect(rational_compare(told_value(kept), value) == 0 && rational_compare(told_ulp(kept), ulp) == 0);
}

Test(told, what_is_written_with_digits_fits)
{
	arena *a = arena_new(NULL);
	same_back(a, rational_int(0), rational_int(1), true);
	same_back(a, rational_of(-7, 2), rational_of(1, 10), true);
	same_back(a, rational_int(41000000), rational_int(1000000), true);
	same_back(a, rational_int(INT64_MAX), rational_int(1), true);
	same_back(a, rational_int(INT64_MIN), rational_int(0), true);
	same_back(a, rational_of(1, UINT32_MAX), rational_int(0), true);
	arena_free(a);
}

Test(told, what_does_not_fit_stands_beside)
{
	arena *a = arena_new(NULL);
	const int128 large = (int128)INT64_MAX + 1;
	same_back(a, (rational){large, 1}, rational_int(1), false);
	same_back(a, (rational){-large - 1, 1}, rational_int(1), false);
	same_back(a, (rational){1, (int128)UINT32_MAX + 1}, rational_int(0), false);
	same_back(a, rational_of(2, 3), rational_of(1, 3), false);
	same_back(a, rational_int(60), rational_int(12), false);
	same_back(a, RATIONAL_INFINITY, rational_int(1), false);
	same_back(a, RATIONAL_MINUS_INFINITY, rational_int(0), false);
	arena_free(a);
}

Test(told, every_power_of_ten_is_a_place)
{
	arena *a = arena_new(NULL);
	int128 power = 1;
	for (int k = 0; k <= 38; k++) {
		same_back(a, rational_int(5), (rational){power, 1}, true);
		same_back(a, rational_int(5), (rational){1, power}, true);
		power = k < 38 ? power * 10 : power;
	}
	arena_free(a);
}

Test(told, nothing_is_zero_told_to_no_place)
{
	told_number none = {0};
	cr_expect(rational_compare(told_value(none), rational_int(0)) == 0 &&
	          rational_compare(told_ulp(none), rational_int(0)) == 0);
	told_wide room;
	told_number packed;
	cr_expect_not(told_pack((rational){0, 0}, (rational){0, 0}, &room, &packed));
	cr_expect(rational_compare(told_value(packed), rational_int(0)) == 0);
	cr_expect(rational_compare(told_ulp(packed), rational_int(0)) == 0);
}
