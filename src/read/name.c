/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/name.h"

#include "base/utf8.h"

static bool is_control(char c)
{
	return (unsigned char)c < ' ' || c == 0x7F;
}

static bool is_plain(slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (is_control(name.ptr[i]))
			return false;
	return utf8_valid_until(name) == name.len;
}

slice name_shown(arena *a, slice name)
{
	if (is_plain(name))
		return name;
	char *out = arena_calloc(a, name.len + 1, 3);
	size_t len = 0, valid = 0;
	for (size_t at = 0; at < name.len; at++) {
		if (at == valid)
			valid += utf8_valid_until(slice_sub(name, at, name.len));
		if (at < valid && !is_control(name.ptr[at]))
			out[len++] = name.ptr[at];
		else
			len += utf8_encode(0xFFFD, out + len);
		valid = at == valid ? at + 1 : valid;
	}
	return (slice){out, len};
}

slice name_last(slice path)
{
	size_t start = path.len;
	while (start && path.ptr[start - 1] != '/')
		start--;
	return slice_sub(path, start, path.len);
}
