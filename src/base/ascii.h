/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a character is, as ASCII has it. `c` may be a char, a byte or a code point: all of them fit, and no byte of a longer UTF-8
 * sequence is any of these. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

static inline bool ascii_is_digit(int64_t c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_capital(int64_t c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_small(int64_t c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(int64_t c)
{
	return ascii_is_small(c | 0x20);
}

static inline bool ascii_is_alnum(int64_t c)
{
	return ascii_is_digit(c) || ascii_is_letter(c);
}

/* A space or a tab. */
static inline bool ascii_is_blank(int64_t c)
{
	return c == ' ' || c == '\t';
}

/* The same, or a line's end. */
static inline bool ascii_is_white(int64_t c)
{
	return ascii_is_blank(c) || c == '\n' || c == '\r';
}

/* The value of a hexadecimal digit; -1 if it is none. */
static inline int ascii_hex(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* Digits and nothing else, at least one. */
static inline bool ascii_all_digits(slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]))
			return false;
	return s.len > 0;
}

#endif
