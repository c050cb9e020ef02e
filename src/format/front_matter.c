/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/front_matter.h"

#include "base/limits.h"
#include "document/meta.h"

typedef struct header {
	slice text;  /* what is left */
	slice line;  /* the one at hand, without its end and blanks before that */
	slice equal; /* between key and value: ":" or "=" */
	slice close, close_too;
	bool any; /* a key was met */
} header;

static bool next_line(header *h)
{
	if (!h->text.len)
		return false;
	size_t end = slice_find_byte(h->text, '\n');
	end = end == SIZE_MAX ? h->text.len : end;
	h->line = slice_sub(h->text, 0, end);
	h->text = slice_sub(h->text, end + 1, h->text.len);
	while (h->line.len && (h->line.ptr[h->line.len - 1] == ' ' || h->line.ptr[h->line.len - 1] == '\t' ||
	                       h->line.ptr[h->line.len - 1] == '\r'))
		h->line.len--;
	return true;
}

static bool is_closing(const header *h)
{
	return slice_equal(h->line, h->close) || slice_equal(h->line, h->close_too);
}

/* Whether a line belongs to such a header without being a key: blank, a comment, or part of a value above. */
static bool goes_on(const header *h)
{
	if (!h->line.len)
		return true;
	char c = *h->line.ptr;
	return c == '#' || c == ' ' || c == '\t' || c == ']' || c == '}' || (h->any && c == '-') ||
	       (*h->equal.ptr == '=' && c == '[');
}

/* Divides "key: value"; false if the line is not of that form. */
static bool divide(const header *h, slice *key, slice *value)
{
	enum { LONGEST_KEY = 80 };
	size_t at = slice_find_byte(slice_sub(h->line, 0, LONGEST_KEY), *h->equal.ptr);
	if (at == SIZE_MAX || at == 0)
		return false;
	*key = slice_trim(slice_sub(h->line, 0, at));
	*value = slice_sub(h->line, at + 1, h->line.len);
	return value->len == 0 || *h->equal.ptr == '=' || *value->ptr == ' ' || *value->ptr == '\t';
}

/* A value without its quotes, and without a comment behind it; empty if it goes on over lines. */
static slice plain_value(slice value)
{
	value = slice_trim(value);
	if (!value.len)
		return value;
	char c = *value.ptr;
	if (c == '"' || c == '\'') {
		size_t end = slice_find_byte(slice_sub(value, 1, value.len), c);
		return end == SIZE_MAX ? (slice){"", 0} : slice_sub(value, 1, end + 1);
	}
	size_t comment = slice_find(value, SLICE(" #"));
	bool open = c == '|' || c == '>' || c == '[' || c == '{' || c == '&' || c == '*' || c == '!' || c == '`';
	return open ? (slice){"", 0} : slice_trim(slice_sub(value, 0, comment));
}

static bool walk(header h, document *d, size_t *left)
{
	slice key, value;
	while (next_line(&h)) {
		if (is_closing(&h)) {
			*left = h.text.len;
			return h.any;
		}
		if (goes_on(&h))
			continue;
		if (!divide(&h, &key, &value))
			return false;
		h.any = true;
		if (d)
			meta_tell(d, plain_value(key), plain_value(value));
	}
	return false;
}

uint32_t front_matter_read(slice source, uint32_t start, document *d)
{
	slice all = slice_sub(source, start, source.len);
	header h = {.text = slice_sub(all, 0, LIMIT_METADATA_BYTES)};
	size_t beyond = all.len - h.text.len, left = 0;
	if (!next_line(&h))
		return start;
	if (slice_equal(h.line, SLICE("---")))
		h.equal = SLICE(":"), h.close = SLICE("---"), h.close_too = SLICE("...");
	else if (slice_equal(h.line, SLICE("+++")))
		h.equal = SLICE("="), h.close = h.close_too = SLICE("+++");
	else
		return start;
	if (!walk(h, NULL, &left))
		return start;
	walk(h, d, &left);
	return (uint32_t)(source.len - beyond - left);
}
