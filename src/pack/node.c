/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/node.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <string.h>

void node_reword(node *to, const node *from, slice text)
{
	*to = (node){.kind = NODE_SCALAR, .plain = from->plain, .line = from->line, .col = from->col, .len = (uint32_t)text.len};
	relative_set(&to->text, text.ptr);
}

const node *node_get(const node *map, slice key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (size_t i = 0; i < map->n; i++) {
		if (slice_equal(node_text(node_item(map, 2 * i)), key))
			return node_item(map, 2 * i + 1);
	}
	return NULL;
}

const node *node_key(const node *map, size_t i)
{
	return map && map->kind == NODE_MAP && i < map->n ? node_item(map, 2 * i) : NULL;
}

const node *node_value(const node *map, size_t i)
{
	return map && map->kind == NODE_MAP && i < map->n ? node_item(map, 2 * i + 1) : NULL;
}

void node_complain(diag_list *diags, const node_file *file, const node *at, const char *format, ...)
{
	char stack[512];
	va_list args;
	va_start(args, format);
	int length = vsnprintf(stack, sizeof stack, format, args);
	va_end(args);
	if (length < 0)
		return;
	char *text = stack;
	if ((size_t)length >= sizeof stack) {
		text = arena_alloc(diags->arena, (size_t)length + 1);
		va_start(args, format);
		vsnprintf(text, (size_t)length + 1, format, args);
		va_end(args);
	}
	uint32_t width = 1;
	if (at && at->kind == NODE_SCALAR && at->len > 0 && slice_find_byte(node_text(at), '\n') == SIZE_MAX)
		width = (uint32_t)utf8_count(node_text(at)) + (at->plain ? 0 : 2);
	diag_at(diags, DIAG_ERROR, file->path, file->source, at ? at->line : 0, at ? at->col : 0, width, "%s", text);
}

bool node_bool(diag_list *diags, const node_file *file, const node *at, bool *out)
{
	if (at && at->kind == NODE_SCALAR && at->plain) {
		if (slice_equal(node_text(at), SLICE("true"))) {
			*out = true;
			return true;
		}
		if (slice_equal(node_text(at), SLICE("false"))) {
			*out = false;
			return true;
		}
	}
	node_complain(diags, file, at, "expected true or false");
	return false;
}

static bool parse_int(slice s, int64_t *out)
{
	size_t i = 0;
	bool negative = s.len > 0 && s.ptr[0] == '-';
	if (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		i = 1;
	if (i == s.len)
		return false;
	int64_t value = 0;
	for (; i < s.len; i++) {
		char c = s.ptr[i];
		if (!ascii_is_digit(c))
			return false;
		/* Accumulated below zero, where one number more fits. */
		if (__builtin_mul_overflow(value, 10, &value) || __builtin_sub_overflow(value, c - '0', &value))
			return false;
	}
	if (!negative && value == INT64_MIN)
		return false;
	*out = negative ? value : -value;
	return true;
}

bool node_int(diag_list *diags, const node_file *file, const node *at, int64_t *out)
{
	if (at && at->kind == NODE_SCALAR && at->plain && parse_int(node_text(at), out))
		return true;
	node_complain(diags, file, at, "expected a whole number");
	return false;
}

void node_only_keys(diag_list *diags, const node_file *file, const node *map, const slice *allowed, size_t n)
{
	if (!map || map->kind != NODE_MAP)
		return;
	for (size_t i = 0; i < map->n; i++) {
		const node *key = node_key(map, i);
		bool known = false;
		for (size_t k = 0; k < n && !known; k++)
			known = slice_equal(node_text(key), allowed[k]);
		if (known)
			continue;
		slice near = diag_did_you_mean(node_text(key), allowed, n);
		if (near.len > 0)
			node_complain(diags, file, key, "unknown key \"" SLICE_FMT "\"; did you mean \"" SLICE_FMT "\"?",
			              SLICE_ARG(node_text(key)), SLICE_ARG(near));
		else
			node_complain(diags, file, key, "unknown key \"" SLICE_FMT "\"", SLICE_ARG(node_text(key)));
	}
}
