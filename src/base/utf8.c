/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/utf8.h"

#include <string.h>

static unsigned char byte_at(slice s, size_t at)
{
	return (unsigned char)s.ptr[at];
}

/* Length of the valid sequence at s[at] (at < s.len), 0 if there is none: Unicode's table 3-7, by which the second byte
 * alone tells overlong forms, surrogates and what lies beyond U+10FFFF. */
static size_t sequence_length(slice s, size_t at)
{
	unsigned char lead = byte_at(s, at), low = 0x80, high = 0xBF;
	if (lead < 0x80)
		return 1;
	size_t len = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
	if (len == 0 || len > s.len - at)
		return 0;
	if (lead == 0xE0)
		low = 0xA0;
	else if (lead == 0xED)
		high = 0x9F;
	else if (lead == 0xF0)
		low = 0x90;
	else if (lead == 0xF4)
		high = 0x8F;
	if (byte_at(s, at + 1) < low || byte_at(s, at + 1) > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if ((byte_at(s, at + i) & 0xC0) != 0x80)
			return 0;
	return len;
}

size_t utf8_valid_until(slice s)
{
	size_t at = 0;
	while (at < s.len) {
		uint64_t eight;
		while (s.len - at >= sizeof eight) { /* runs of ASCII, which most text is */
			memcpy(&eight, s.ptr + at, sizeof eight);
			if (eight & 0x8080808080808080U)
				break;
			at += sizeof eight;
		}
		if (at == s.len)
			break;
		size_t len = sequence_length(s, at);
		if (len == 0)
			return at;
		at += len;
	}
	return s.len;
}

uint32_t utf8_decode_longer(slice s, size_t at, size_t *len)
{
	*len = sequence_length(s, at);
	uint32_t c = byte_at(s, at);
	switch (*len) {
	case 0:
		*len = 1;
		return 0xFFFD;
	case 1:
		return c;
	case 2:
		c &= 0x1F;
		break;
	case 3:
		c &= 0x0F;
		break;
	default:
		c &= 0x07;
		break;
	}
	for (size_t i = 1; i < *len; i++)
		c = c << 6 | (byte_at(s, at + i) & 0x3F);
	return c;
}

size_t utf8_encode(uint32_t c, char out[4])
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (c & 0x3F));
		c >>= 6;
	}
	out[0] = (char)((0xF00U >> len & 0xFF) | c);
	return len;
}

size_t utf8_count(slice s)
{
	size_t n = s.len, i = 0;
	for (; i + 8 <= s.len; i += 8) { /* eight bytes at once: less one for each that only continues a character */
		uint64_t eight;
		memcpy(&eight, s.ptr + i, 8);
		uint64_t on = (eight >> 7) & ~(eight >> 6) & UINT64_C(0x0101010101010101);
		n -= (size_t)((on * UINT64_C(0x0101010101010101)) >> 56);
	}
	for (; i < s.len; i++)
		n -= (byte_at(s, i) & 0xC0) == 0x80;
	return n;
}
