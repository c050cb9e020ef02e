/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/ignore.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "read/name.h"

#include <string.h>
#include <sys/stat.h>

typedef struct ignore_rule {
	slice pattern;
	bool back;        /* "!": what it fits is kept */
	bool folder_only; /* it ended in a slash */
	bool by_name;     /* no slash in it: it fits a name at any depth */
} ignore_rule;

struct ignore_scope {
	const ignore_scope *above;
	slice folder; /* absolute, without a slash at its end */
	VEC(ignore_rule) rules;
};

/* Spaces at the end of a line count only behind a backslash. */
static slice trim_end(slice line)
{
	size_t end = 0;
	for (size_t at = 0; at < line.len; at++) {
		if (line.ptr[at] == '\\' && at + 1 < line.len)
			end = ++at + 1;
		else if (line.ptr[at] != ' ')
			end = at + 1;
	}
	return slice_sub(line, 0, end);
}

static void add_rule(arena *a, ignore_scope *s, slice line)
{
	line = trim_end(line);
	if (!line.len || line.ptr[0] == '#')
		return;
	ignore_rule rule = {.back = line.ptr[0] == '!'};
	line = slice_sub(line, rule.back, line.len);
	rule.folder_only = line.len > 1 && line.ptr[line.len - 1] == '/';
	line.len -= rule.folder_only;
	rule.by_name = slice_find_byte(line, '/') == SIZE_MAX;
	rule.pattern = slice_starts_with(line, SLICE("/")) ? slice_sub(line, 1, line.len) : line;
	if (rule.pattern.len)
		VEC_PUSH(a, s->rules, rule);
}

static void add_lines(arena *a, ignore_scope *s, slice text)
{
	if (slice_starts_with(text, SLICE("\xEF\xBB\xBF")))
		text = slice_sub(text, 3, text.len);
	while (text.len) {
		size_t length = slice_find_byte(text, '\n');
		slice line = slice_sub(text, 0, length);
		text = length == SIZE_MAX ? (slice){"", 0} : slice_sub(text, length + 1, text.len);
		if (line.len && line.ptr[line.len - 1] == '\r')
			line.len--;
		add_rule(a, s, line);
	}
}

/* A file that is not there, or cannot be read, has no patterns; git takes it so too. */
static void add_file(arena *a, ignore_scope *s, const char *name)
{
	slice path = arena_printf(a, SLICE_FMT "/%s", SLICE_ARG(s->folder), name), why;
	struct stat facts;
	file_map map = {0};
	if (lstat(path.ptr, &facts) != 0 || !S_ISREG(facts.st_mode) ||
	    !file_read(a, path.ptr, LIMIT_RULE_FILE_BYTES, &map, &why))
		return;
	slice text = map.base ? arena_copy(a, map.bytes) : map.bytes;
	file_unmap(&map);
	add_lines(a, s, text);
}

const ignore_scope *ignore_enter(arena *a, const ignore_scope *above, slice folder)
{
	ignore_scope *s = ARENA_NEW(a, ignore_scope);
	*s = (ignore_scope){.above = above, .folder = folder};
	add_file(a, s, ".gitignore");
	add_file(a, s, ".numerateignore");
	return s->rules.n ? s : above;
}

const ignore_scope *ignore_told(arena *a, const ignore_scope *above, slice folder, const slice *patterns, size_t n)
{
	ignore_scope *s = ARENA_NEW(a, ignore_scope);
	*s = (ignore_scope){.above = above, .folder = folder};
	for (size_t i = 0; i < n; i++)
		add_rule(a, s, patterns[i]);
	return s->rules.n ? s : above;
}

/* The folder that holds it; empty for the topmost. */
static slice parent_of(slice folder)
{
	while (folder.len && folder.ptr[folder.len - 1] != '/')
		folder.len--;
	folder.len -= folder.len > 0;
	return folder;
}

static bool is_root(arena *a, slice folder)
{
	struct stat facts;
	return stat(arena_printf(a, SLICE_FMT "/.git", SLICE_ARG(folder)).ptr, &facts) == 0;
}

const ignore_scope *ignore_above(arena *a, slice folder)
{
	slice root = folder;
	while (root.len && !is_root(a, root))
		root = parent_of(root);
	if (root.len == folder.len || !root.len)
		return NULL;
	const ignore_scope *s = NULL;
	for (size_t end = root.len; end < folder.len;) {
		s = ignore_enter(a, s, slice_sub(folder, 0, end));
		const char *next = memchr(folder.ptr + end + 1, '/', folder.len - end - 1);
		end = next ? (size_t)(next - folder.ptr) : folder.len;
	}
	return s;
}

bool ignore_has(const ignore_scope *s, slice path, bool is_folder)
{
	slice name = name_last(path);
	for (; s; s = s->above) {
		slice below = slice_sub(path, s->folder.len + 1, path.len);
		for (size_t i = s->rules.n; i-- > 0;) {
			const ignore_rule *r = &s->rules.at[i];
			if (r->folder_only && !is_folder)
				continue;
			if (r->by_name ? wildmatch_name(r->pattern, name) : wildmatch_path(r->pattern, below))
				return !r->back;
		}
	}
	return false;
}
