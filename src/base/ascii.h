/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a byte is, as ASCII has it; no byte of a longer UTF-8 sequence is any of these. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A space or a tab. */
static inline bool ascii_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The same, or a line's end. */
static inline bool ascii_is_white(char c)
{
	return ascii_is_blank(c) || c == '\n' || c == '\r';
}

#endif
