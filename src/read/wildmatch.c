/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both matchers go back to their last star only, so that no pattern takes long: what an earlier star could take instead, the
 * later one can take as well. */
#include "base/ascii.h"
#include "read/ignore.h"

static bool is_in(unsigned char c, unsigned char low, unsigned char high)
{
	return c >= low && c <= high;
}

/* A class by name, in ASCII; false for one that there is not. */
static bool in_class(slice name, unsigned char c)
{
	const struct {
		slice name;
		bool has;
	} classes[] = {
		{SLICE("alnum"), ascii_is_alnum(c)},
		{SLICE("alpha"), ascii_is_letter(c)},
		{SLICE("blank"), ascii_is_blank(c)},
		{SLICE("cntrl"), c < ' ' || c == 0x7F},
		{SLICE("digit"), ascii_is_digit(c)},
		{SLICE("graph"), is_in(c, '!', '~')},
		{SLICE("lower"), ascii_is_small(c)},
		{SLICE("print"), is_in(c, ' ', '~')},
		{SLICE("punct"), is_in(c, '!', '~') && !ascii_is_alnum(c)},
		{SLICE("space"), c == ' ' || is_in(c, '\t', '\r')},
		{SLICE("upper"), ascii_is_capital(c)},
		{SLICE("xdigit"), ascii_hex((char)c) >= 0},
	};
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (slice_equal(classes[i].name, name))
			return classes[i].has;
	return false;
}

/* Where "[:name:]" that begins at `at` ends; 0 if it is none. */
static size_t class_end(slice p, size_t at)
{
	if (at + 1 >= p.len || p.ptr[at] != '[' || p.ptr[at + 1] != ':')
		return 0;
	for (size_t i = at + 2; i + 1 < p.len; i++)
		if (p.ptr[i] == ':' && p.ptr[i + 1] == ']')
			return i + 2;
	return 0;
}

/* Reads the set whose '[' is at p[at - 1]: whether c is in it, and where it ends. 0: it is never closed. */
static size_t read_set(slice p, size_t at, unsigned char c, bool *has)
{
	bool turned = at < p.len && (p.ptr[at] == '!' || p.ptr[at] == '^'), found = false;
	at += turned;
	for (size_t first = at; at < p.len && (p.ptr[at] != ']' || at == first);) {
		size_t end = class_end(p, at);
		if (end) {
			found |= in_class(slice_sub(p, at + 2, end - 2), c);
			at = end;
			continue;
		}
		at += p.ptr[at] == '\\' && at + 1 < p.len;
		unsigned char low = (unsigned char)p.ptr[at++], high = low;
		if (at + 1 < p.len && p.ptr[at] == '-' && p.ptr[at + 1] != ']') {
			at++;
			at += p.ptr[at] == '\\' && at + 1 < p.len;
			high = (unsigned char)p.ptr[at++];
		}
		found |= is_in(c, low, high);
	}
	*has = found != turned;
	return at < p.len ? at + 1 : 0;
}

/* Whether one item of the pattern, which is no star, fits c; *at is set behind it. */
static bool fits(slice p, size_t *at, char c)
{
	char item = p.ptr[(*at)++];
	if (item == '?')
		return true;
	if (item == '[') {
		bool has;
		*at = read_set(p, *at, (unsigned char)c, &has);
		return *at && has;
	}
	if (item == '\\') {
		if (*at >= p.len)
			return false;
		item = p.ptr[(*at)++];
	}
	return item == c;
}

bool wildmatch_name(slice pattern, slice name)
{
	size_t p = 0, n = 0, star = SIZE_MAX, taken = 0; /* the last star, and the name's bytes up to where it ends */
	while (n < name.len || p < pattern.len) {
		size_t next = p;
		if (p < pattern.len && pattern.ptr[p] == '*') {
			star = ++p;
			taken = n;
		} else if (p < pattern.len && n < name.len && fits(pattern, &next, name.ptr[n])) {
			p = next;
			n++;
		} else if (star != SIZE_MAX && taken < name.len) {
			p = star;
			n = ++taken;
		} else {
			return false;
		}
	}
	return true;
}

/* Where the part that begins at `at` ends: at a slash outside of a set, or at the end. */
static size_t part_end(slice p, size_t at, bool pattern)
{
	while (at < p.len && p.ptr[at] != '/') {
		bool has;
		size_t end = pattern && p.ptr[at] == '[' ? read_set(p, at + 1, 0, &has) : 0;
		at = end ? end : at + 1 + (pattern && p.ptr[at] == '\\' && at + 1 < p.len && p.ptr[at + 1] != '/');
	}
	return at;
}

bool wildmatch_path(slice pattern, slice path)
{
	size_t p = 0, n = 0, star = SIZE_MAX, taken = 0;
	while (n < path.len || p < pattern.len) {
		size_t p_end = part_end(pattern, p, true), n_end = part_end(path, n, false);
		slice part = slice_sub(pattern, p, p_end);
		bool left = p < pattern.len && n < path.len;
		if (p < pattern.len && slice_equal(part, SLICE("**"))) {
			if (p_end >= pattern.len)
				return n < path.len;
			star = p = p_end + 1;
			taken = n;
		} else if (left && wildmatch_name(part, slice_sub(path, n, n_end)) && (p_end < pattern.len) == (n_end < path.len)) {
			p = p_end + 1;
			n = n_end + 1;
		} else if (star != SIZE_MAX && taken < path.len) {
			p = star;
			n = taken = part_end(path, taken, false) + 1;
		} else {
			return false;
		}
	}
	return true;
}
