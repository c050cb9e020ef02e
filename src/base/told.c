/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/told.h"

#include "base/wide.h"

enum { NO_PLACE = INT8_MIN }; /* places reach to 10^±38, as far as 128 bits do */

/* k of a power of ten 10^k; false: it is none. */
static bool place_of(rational ulp, int8_t *k)
{
	int128 rest = ulp.den == 1 ? ulp.num : ulp.den;
	if ((ulp.den != 1 && ulp.num != 1) || rest < 1)
		return false;
	int8_t n = 0;
	for (; rest > 1 && rest % 10 == 0; rest /= 10)
		n++;
	*k = ulp.den == 1 ? n : (int8_t)-n;
	return rest == 1;
}

bool told_pack(rational value, rational ulp, told_wide *room, told_number *out)
{
	if (!value.den && !value.num)
		value.den = 1;
	if (!ulp.den && !ulp.num)
		ulp.den = 1;
	int8_t place = NO_PLACE;
	bool narrow = value.num == (int64_t)value.num && value.den == (uint32_t)value.den && value.den > 0;
	if (narrow && (rational_sign(ulp) == 0 || place_of(ulp, &place))) {
		*out = (told_number){.num = (int64_t)value.num, .den = (uint32_t)value.den, .place = place};
		return false;
	}
	*room = (told_wide){value, ulp};
	*out = (told_number){.wide = room};
	return true;
}

told_number told_keep(arena *a, rational value, rational ulp)
{
	told_number out;
	told_wide room;
	if (told_pack(value, ulp, &room, &out)) {
		told_wide *kept = ARENA_NEW(a, told_wide);
		*kept = room;
		out.wide = kept;
	}
	return out;
}

rational told_ulp(told_number n)
{
	if (!n.den)
		return n.wide ? n.wide->ulp : (rational){0, 1};
	if (n.place == NO_PLACE)
		return (rational){0, 1};
	unsigned far = (unsigned)(n.place < 0 ? -n.place : n.place);
	int128 power = (int128)wide_power_of_ten(far);
	return n.place < 0 ? (rational){1, power} : (rational){power, 1};
}
