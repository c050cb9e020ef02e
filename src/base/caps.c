/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/caps.h"

#include "base/ascii.h"

#include <string.h>

typedef enum { BYTES, SECONDS, COUNT } cap_unit;

static const struct {
	slice name, meaning;
	cap_unit unit;
} CAPS[] = {
#define X(ID, name, unit, value, meaning) {SLICE(#name), SLICE(meaning), unit},
	LIMIT_CAPS(X)
#undef X
};

const caps CAPS_DEFAULT = {{
#define X(ID, name, unit, value, meaning) value,
	LIMIT_CAPS(X)
#undef X
}};

static const struct {
	slice word;
	cap_unit unit;
	unsigned shift;
} SUFFIXES[] = {
	{SLICE("GiB"), BYTES, 30}, {SLICE("MiB"), BYTES, 20}, {SLICE("KiB"), BYTES, 10}, {SLICE("G"), BYTES, 30},
	{SLICE("M"), BYTES, 20},   {SLICE("K"), BYTES, 10},   {SLICE("s"), SECONDS, 0},
};

uint64_t cap_of(const caps *c, cap_id id)
{
	return (c ? c : &CAPS_DEFAULT)->of[id];
}

slice cap_name(cap_id id)
{
	return CAPS[id].name;
}

slice cap_meaning(cap_id id)
{
	return CAPS[id].meaning;
}

slice cap_text(arena *a, const caps *c, cap_id id)
{
	unsigned long long value = cap_of(c, id);
	if (CAPS[id].unit == SECONDS)
		return arena_printf(a, "%llu s", value);
	for (size_t i = 0; CAPS[id].unit == BYTES && i < 3; i++) {
		uint64_t one = (uint64_t)1 << SUFFIXES[i].shift;
		if (value && value % one == 0)
			return arena_printf(a, "%llu " SLICE_FMT, value >> SUFFIXES[i].shift, SLICE_ARG(SUFFIXES[i].word));
	}
	return arena_printf(a, "%llu%s", value, CAPS[id].unit == BYTES ? " bytes" : "");
}

slice cap_message(arena *a, const caps *c, cap_id id, const char *message)
{
	slice value = cap_text(a, c, id), name = cap_name(id);
	return arena_printf(a, "%s " SLICE_FMT " (--limit " SLICE_FMT "=...)", message, SLICE_ARG(value), SLICE_ARG(name));
}

/* The number a value tells, in bytes, seconds or by itself; false if it is none. */
static bool read_value(slice text, cap_unit unit, uint64_t *out)
{
	uint64_t value = 0;
	size_t at = 0;
	for (; at < text.len && ascii_is_digit(text.ptr[at]); at++)
		if (__builtin_mul_overflow(value, 10, &value) ||
		    __builtin_add_overflow(value, (uint64_t)(text.ptr[at] - '0'), &value))
			return false;
	slice suffix = slice_trim(slice_sub(text, at, text.len));
	*out = value;
	if (!at || !suffix.len)
		return at > 0;
	for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++) {
		if (SUFFIXES[i].unit != unit || !slice_equal_nocase(SUFFIXES[i].word, suffix))
			continue;
		*out = value << SUFFIXES[i].shift;
		return *out >> SUFFIXES[i].shift == value;
	}
	return false;
}

static bool complain_name(arena *a, slice name, slice *why)
{
	slice all = SLICE("");
	for (int i = 0; i < CAP_COUNT; i++)
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? ", " : "", SLICE_ARG(CAPS[i].name));
	*why =
		arena_printf(a, "there is no limit called '" SLICE_FMT "'; there are " SLICE_FMT, SLICE_ARG(name), SLICE_ARG(all));
	return false;
}

bool cap_set(arena *a, caps *c, slice name, slice value, slice *why)
{
	static const char *const kinds[] = {"a size such as 512MiB", "a number of seconds such as 30s", "a number"};
	int id = 0;
	while (id < CAP_COUNT && !slice_equal(CAPS[id].name, name))
		id++;
	if (id == CAP_COUNT)
		return complain_name(a, name, why);
	uint64_t told;
	if (!read_value(slice_trim(value), CAPS[id].unit, &told) || !told) {
		*why = arena_printf(a, "the limit '" SLICE_FMT "' is %s, not '" SLICE_FMT "'", SLICE_ARG(name), kinds[CAPS[id].unit],
		                    SLICE_ARG(value));
		return false;
	}
	if (id == CAP_SIZE && told > LIMIT_DOCUMENT_BYTES) {
		*why = SLICE("the limit 'size' is 2 GiB at most");
		return false;
	}
	c->of[id] = told;
	return true;
}
