/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/shown.h"

static bool is_invisible(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	       (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

static bool is_separator(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

uint16_t shown_decode(slice s, size_t at, size_t *len)
{
	uint32_t c = utf8_decode(s, at, len);
	if (is_invisible(c))
		return SHOWN_NOTHING;
	if (is_separator(c))
		return ' ';
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c >= 0xFFFE || (c >= 0xD800 && c <= 0xF8FF))
		return SHOWN_REPLACEMENT;
	return (uint16_t)c;
}
