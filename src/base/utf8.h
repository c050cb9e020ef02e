/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8: strict validation, decoding, counting. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

/* Offset of the first byte that is not valid UTF-8 (RFC 3629: no overlongs, surrogates or > U+10FFFF), or s.len. */
size_t utf8_valid_until(slice s);
uint32_t utf8_decode_longer(slice s, size_t at, size_t *len); /* of two bytes and more */
/* The code point at s[at] of valid UTF-8, and its length in bytes (1..4) in *len; 0xFFFD and 1 where it is not valid. */
static inline uint32_t utf8_decode(slice s, size_t at, size_t *len)
{
	unsigned char first = (unsigned char)s.ptr[at];
	*len = 1;
	return first < 0x80 ? first : utf8_decode_longer(s, at, len);
}

/* Writes code point c; returns the bytes written (1..4). */
size_t utf8_encode(uint32_t c, char out[4]);
size_t utf8_count(slice s); /* code points in s */
/* Lower case by simple folding of Latin, Greek and Cyrillic letters; other bytes as they are. */
slice utf8_fold(arena *a, slice s);
bool utf8_is_letter(uint32_t c);
bool utf8_is_upper(uint32_t c);
bool utf8_is_dash(uint32_t c);  /* hyphens, dashes and the minus sign */
bool utf8_is_space(uint32_t c); /* every Unicode space, no-break and thin ones included */

#endif
