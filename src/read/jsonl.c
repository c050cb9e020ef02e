/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/utf8.h"

#include <cjson/cJSON.h>
#include <string.h>

/* JSON text is cut at \u0000 by the parser's C strings, so a record with one is refused. */
static bool has_escaped_nul(slice line)
{
	static const slice escape = {"\\u0000", 6};
	for (size_t at = 0;;) {
		size_t found = slice_find(slice_sub(line, at, line.len), escape);
		if (found == SIZE_MAX)
			return false;
		at += found;
		size_t slashes = 0;
		while (slashes < at && line.ptr[at - slashes - 1] == '\\')
			slashes++;
		if (slashes % 2 == 0)
			return true;
		at += escape.len;
	}
}

/* The string under key, copied; `required` and of the wrong type are told in *why. */
static slice read_text(arena *a, const cJSON *record, const char *key, bool required, slice *why)
{
	const cJSON *value = NULL, *item;
	cJSON_ArrayForEach(item, record) {
		if (strcmp(item->string, key) != 0)
			continue;
		if (value)
			*why = arena_printf(a, "\"%s\" stands in it twice", key);
		value = item;
	}
	if (value && cJSON_IsString(value))
		return arena_copy(a, slice_of(value->valuestring));
	if (value && !cJSON_IsNull(value))
		*why = arena_printf(a, "\"%s\" is no string", key);
	else if (required)
		*why = arena_printf(a, "it has no \"%s\"", key);
	return (slice){"", 0};
}

/* A calendar date, perhaps with a time behind it, which is left out. */
static bool read_date(slice text, date *out)
{
	if (text.len > 10 && (text.ptr[10] == 'T' || text.ptr[10] == ' '))
		text = slice_sub(text, 0, 10);
	return date_parse_iso(text, out);
}

static void read_record(arena *a, const cJSON *record, read_source *out)
{
	if (!cJSON_IsObject(record)) {
		out->broken = SLICE("no record: a line must be one JSON object with \"id\" and \"text\"");
		return;
	}
	slice why = {"", 0};
	out->name = read_text(a, record, "id", true, &why);
	out->bytes = read_text(a, record, "text", true, &why);
	out->collection = read_text(a, record, "collection", false, &why);
	out->title = read_text(a, record, "title", false, &why);
	out->lang = read_text(a, record, "lang", false, &why);
	slice dated = read_text(a, record, "date", false, &why);
	if (dated.len > 0 && !read_date(dated, &out->dated))
		why = SLICE("\"date\" is no date such as 2020-11-18");
	if (why.len == 0 && out->name.len == 0)
		why = SLICE("\"id\" is empty");
	out->broken = why;
	out->decoded = true;
}

static bool refuse_line(arena *a, slice line, slice *why)
{
	size_t valid = utf8_valid_until(line);
	if (valid < line.len)
		*why = arena_printf(a, "not valid UTF-8 (byte %zu of the line)", valid);
	else if (slice_find_byte(line, '\0') != SIZE_MAX || has_escaped_nul(line))
		*why = SLICE("a NUL character in it");
	else
		return false;
	return true;
}

static read_source read_line(arena *a, slice line)
{
	read_source out = {0};
	if (refuse_line(a, line, &out.broken))
		return out;
	const char *end = line.ptr;
	cJSON *record = cJSON_ParseWithLengthOpts(line.ptr, line.len, &end, false);
	size_t read = end ? (size_t)(end - line.ptr) : 0;
	if (!record)
		out.broken = arena_printf(a, "not valid JSON (byte %zu of the line)", read);
	else if (slice_trim(slice_sub(line, read, line.len)).len > 0)
		out.broken = arena_printf(a, "something stands behind the JSON object (byte %zu of the line)", read);
	else
		read_record(a, record, &out);
	cJSON_Delete(record);
	return out;
}

void jsonl_sources(arena *a, slice path, slice bytes, read_list *out)
{
	if (slice_starts_with(bytes, SLICE("\xEF\xBB\xBF")))
		bytes = slice_sub(bytes, 3, bytes.len);
	size_t number = 0;
	for (size_t at = 0; at < bytes.len;) {
		size_t length = slice_find_byte(slice_sub(bytes, at, bytes.len), '\n');
		size_t end = length == SIZE_MAX ? bytes.len : at + length;
		slice line = slice_trim(slice_sub(bytes, at, end));
		at = end + 1;
		number++;
		if (line.len == 0)
			continue;
		read_source source = read_line(a, line);
		if (source.broken.len > 0) {
			source = (read_source){.broken = source.broken};
			source.name = arena_printf(a, SLICE_FMT ":%zu", SLICE_ARG(path), number);
		}
		VEC_PUSH(a, *out, source);
	}
}
