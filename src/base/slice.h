/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slice is a borrowed run of bytes: never owned, never NUL-terminated by promise. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct slice {
	const char *ptr;
	size_t len;
} slice;

#define SLICE(literal) ((slice){(literal), sizeof(literal) - 1})
#define SLICE_FMT "%.*s"
#define SLICE_ARG(s) (int)(s).len, (s).ptr

/* The bytes of a NUL-terminated string, or the empty slice for NULL. */
static inline slice slice_of(const char *cstr)
{
	return cstr ? (slice){cstr, strlen(cstr)} : (slice){"", 0};
}

/* Bytes [from, to) of s, both cut to its length. */
static inline slice slice_sub(slice s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return s.ptr ? (slice){s.ptr + from, to - from} : (slice){"", 0};
}

slice slice_trim(slice s); /* without ASCII white space at both ends */

static inline bool slice_equal(slice a, slice b)
{
	return a.len == b.len && (a.len == 0 || (*a.ptr == *b.ptr && memcmp(a.ptr, b.ptr, a.len) == 0));
}

bool slice_equal_nocase(slice a, slice b); /* ASCII case folded */
/* Whether it is one of several strings, NULL behind the last; ASCII case folded. */
bool slice_among_nocase(slice s, const char *const *strings);
int slice_compare(slice a, slice b); /* by bytes, then by length: a total order */

static inline bool slice_starts_with(slice s, slice prefix)
{
	return s.len >= prefix.len && slice_equal(slice_sub(s, 0, prefix.len), prefix);
}

static inline bool slice_ends_with(slice s, slice suffix)
{
	return s.len >= suffix.len && slice_equal(slice_sub(s, s.len - suffix.len, s.len), suffix);
}

/* Offset of the first occurrence, or SIZE_MAX. */
size_t slice_find(slice s, slice needle);
size_t slice_find_byte(slice s, char byte);
uint64_t slice_hash(slice s); /* the same on every machine and in every run */

#endif
