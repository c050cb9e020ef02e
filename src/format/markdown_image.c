/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Badges: pictures of a label and a message that stand in their address, ".../badge/coverage-93%25-green.svg". */
#include "base/ascii.h"
#include "format/markdown.h"

/* Where the part of an address up to the next single mark ends: "--" is a hyphen within. */
static size_t part_end(slice text, size_t from, char mark)
{
	size_t at = from;
	while (at < text.len && (text.ptr[at] != mark || (mark == '-' && at + 1 < text.len && text.ptr[at + 1] == mark)))
		at += text.ptr[at] == mark ? 2 : 1;
	return at < text.len ? at : text.len;
}

/* The address without its query and its file's ending. */
static slice without_end(slice address)
{
	size_t query = slice_find_byte(address, '?');
	address = slice_sub(address, 0, query);
	static const slice endings[] = {{".svg", 4}, {".png", 4}};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (slice_ends_with(address, endings[i]))
			return slice_sub(address, 0, address.len - endings[i].len);
	return address;
}

/* A part of a badge's address as it is shown: "%20" and "_" are spaces, "__" and "--" one of them. */
static void show_part(markdown *m, slice part, uint32_t at)
{
	for (size_t i = 0; i < part.len;) {
		size_t end = i;
		while (end < part.len && part.ptr[end] != '%' && part.ptr[end] != '_' && part.ptr[end] != '-')
			end++;
		if (end > i)
			markdown_put(m, slice_sub(part, i, end), at + (uint32_t)i);
		if (end == part.len)
			return;
		char c = part.ptr[end], shown = c;
		size_t n = 1;
		if (c == '%' && end + 2 < part.len && ascii_hex(part.ptr[end + 1]) >= 0 && ascii_hex(part.ptr[end + 2]) >= 0) {
			int code = ascii_hex(part.ptr[end + 1]) * 16 + ascii_hex(part.ptr[end + 2]);
			shown = code >= ' ' && code < 0x7F ? (char)code : ' ';
			n = 3;
		} else if (end + 1 < part.len && part.ptr[end + 1] == c) {
			n = 2;
		} else if (c == '_') {
			shown = ' ';
		}
		if (n == 1 && shown == c)
			markdown_put(m, slice_sub(part, end, end + 1), at + (uint32_t)end);
		else
			builder_put(m->out, (slice){&shown, 1}, at + (uint32_t)end, at + (uint32_t)(n == 1 ? end : end + n));
		i = end + n;
	}
}

bool markdown_badge(markdown *m, slice address, uint32_t at)
{
	static const slice path = {"/badge/", 7};
	size_t found = slice_find(address, path);
	if (found == SIZE_MAX)
		return false;
	slice shown = without_end(address);
	size_t label = found + path.len;
	char mark = slice_find_byte(slice_sub(shown, label, shown.len), '/') == SIZE_MAX ? '-' : '/';
	size_t message = part_end(shown, label, mark), color = part_end(shown, message + 1, mark);
	if (message <= label || color <= message + 1 || color >= shown.len || part_end(shown, color + 1, mark) < shown.len)
		return false;
	builder_space(m->out, at);
	show_part(m, slice_sub(shown, label, message), at + (uint32_t)label);
	builder_put(m->out, SLICE(" "), at + (uint32_t)message, at + (uint32_t)message);
	show_part(m, slice_sub(shown, message + 1, color), at + (uint32_t)message + 1);
	return true;
}
