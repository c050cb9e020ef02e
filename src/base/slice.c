/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/slice.h"

#include "base/ascii.h"

#include <endian.h>
#include <string.h>

static bool is_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

slice slice_trim(slice s)
{
	size_t from = 0, to = s.len;
	while (from < to && is_ascii_space(s.ptr[from]))
		from++;
	while (to > from && is_ascii_space(s.ptr[to - 1]))
		to--;
	return slice_sub(s, from, to);
}

static unsigned char ascii_lower(char c)
{
	return (unsigned char)(ascii_is_capital(c) ? c + ('a' - 'A') : c);
}

bool slice_equal_nocase(slice a, slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
			return false;
	return true;
}

bool slice_among_nocase(slice s, const char *const *strings)
{
	for (; *strings; strings++)
		if (slice_equal_nocase(s, slice_of(*strings)))
			return true;
	return false;
}

int slice_compare(slice a, slice b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
	if (order == 0)
		order = (a.len > b.len) - (a.len < b.len);
	return (order > 0) - (order < 0);
}

size_t slice_find(slice s, slice needle)
{
	if (needle.len == 0)
		return 0;
	const char *hit = s.len ? memmem(s.ptr, s.len, needle.ptr, needle.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

size_t slice_find_byte(slice s, char byte)
{
	const char *hit = s.len ? memchr(s.ptr, byte, s.len) : NULL;
	return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

static uint64_t load_eight(const char *p)
{
	uint64_t word;
	memcpy(&word, p, sizeof word);
	return le64toh(word);
}

static uint64_t load_four(const char *p)
{
	uint32_t word;
	memcpy(&word, p, sizeof word);
	return le32toh(word);
}

/* Fewer than eight bytes as a little-endian number, whatever the machine's own order; where loads overlap, they agree. */
static uint64_t load_few(const char *p, size_t n)
{
	if (n >= 4)
		return load_four(p) | load_four(p + n - 4) << (8 * (n - 4));
	uint64_t word = 0;
	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)p[i] << (8 * i);
	return word;
}

__extension__ typedef unsigned __int128 wide;

/* Both halves of the 128-bit product: every bit of x reaches every bit of the result. */
static uint64_t fold_product(uint64_t x, uint64_t by)
{
	wide product = (wide)x * by;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

uint64_t slice_hash(slice s)
{
	const uint64_t golden = 0x9e3779b97f4a7c15U,
				   odd = 0xd1342543de82ef95U; /* 2^64 over the golden ratio; an LCG multiplier */
	uint64_t h = golden ^ (uint64_t)s.len;
	size_t at = 0;
	for (; s.len - at >= 8; at += 8)
		h = fold_product(h ^ load_eight(s.ptr + at), odd) + golden;
	h = fold_product(h ^ load_few(s.ptr + at, s.len - at), odd) + golden;
	return fold_product(h, golden);
}
