/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json_write.h"

#include "base/decimal.h"
#include "base/utf8.h"

#include <string.h>

static void put(json_writer *w, const char *bytes, size_t n)
{
	fwrite_unlocked(bytes, 1, n, w->out);
}

static void before_value(json_writer *w)
{
	if (w->comma)
		putc_unlocked(',', w->out);
	w->comma = true;
}

json_writer json_writer_on(FILE *out)
{
	return (json_writer){.out = out};
}

void json_begin(json_writer *w, char bracket)
{
	before_value(w);
	putc_unlocked(bracket, w->out);
	w->comma = false;
}

void json_end(json_writer *w, char bracket)
{
	putc_unlocked(bracket, w->out);
	w->comma = true;
}

void json_key(json_writer *w, const char *key)
{
	before_value(w);
	putc_unlocked('"', w->out);
	put(w, key, strlen(key));
	put(w, "\":", 2);
	w->comma = false;
}

static void escape(json_writer *w, unsigned char c)
{
	static const char shorts[] = "b\bf\fn\nr\rt\t\"\"\\\\";
	for (const char *s = shorts; *s; s += 2) {
		if ((unsigned char)s[1] == c) {
			char pair[2] = {'\\', s[0]};
			put(w, pair, 2);
			return;
		}
	}
	char text[8];
	int n = snprintf(text, sizeof text, "\\u%04x", c);
	put(w, text, (size_t)n);
}

/* The part of s that is valid UTF-8, with escapes. */
static void put_valid(json_writer *w, slice s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		put(w, s.ptr + from, i - from);
		escape(w, c);
		from = i + 1;
	}
	if (s.len > from)
		put(w, s.ptr + from, s.len - from);
}

static void put_text(json_writer *w, slice s)
{
	while (s.len) {
		size_t valid = utf8_valid_until(s);
		put_valid(w, slice_sub(s, 0, valid));
		s = slice_sub(s, valid, s.len);
		if (s.len) {
			put(w, "\xEF\xBF\xBD", 3);
			s = slice_sub(s, 1, s.len);
		}
	}
}

void json_string_pair(json_writer *w, slice a, slice b)
{
	before_value(w);
	putc_unlocked('"', w->out);
	put_text(w, a);
	put_text(w, b);
	putc_unlocked('"', w->out);
}

void json_string(json_writer *w, slice s)
{
	json_string_pair(w, s, (slice){0});
}

void json_string_or_null(json_writer *w, slice s)
{
	if (s.len)
		json_string(w, s);
	else
		json_null(w);
}

void json_integer(json_writer *w, uint64_t n)
{
	char text[DECIMAL_WHOLE];
	before_value(w);
	put(w, text, decimal_format_whole(n, text));
}

void json_bool(json_writer *w, bool b)
{
	before_value(w);
	put(w, b ? "true" : "false", b ? 4 : 5);
}

void json_null(json_writer *w)
{
	before_value(w);
	put(w, "null", 4);
}
