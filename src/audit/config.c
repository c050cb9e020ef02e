/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/config.h"

#include "pack/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Finding it. */

static const char NAME[] = "numerate.yaml";

/* The folder a path stands for: itself, or that of a file; absolute, without ".." ("" is the topmost). False if it is not
 * there. */
static bool folder_of(arena *a, slice path, slice *out)
{
	char *whole = realpath(slice_equal(path, SLICE("-")) ? "." : arena_copy(a, path).ptr, NULL);
	struct stat st;
	bool there = whole && stat(whole, &st) == 0;
	if (there) {
		const char *end = S_ISDIR(st.st_mode) && whole[1] ? whole + strlen(whole) : strrchr(whole, '/');
		*out = arena_copy(a, (slice){whole, (size_t)(end - whole)});
	}
	free(whole);
	return there;
}

/* How much of two absolute paths is the same, in whole names. */
static size_t common(slice a, slice b)
{
	size_t n = 0, whole = 0;
	for (; n < a.len && n < b.len && a.ptr[n] == b.ptr[n]; n++)
		if (a.ptr[n] == '/')
			whole = n;
	bool a_ends = n == a.len || a.ptr[n] == '/', b_ends = n == b.len || b.ptr[n] == '/';
	return a_ends && b_ends ? n : whole;
}

/* The path without the folder that the program runs in. */
static slice from_here(arena *a, slice path)
{
	slice here;
	if (!folder_of(a, SLICE("."), &here) || !slice_starts_with(path, here) || path.ptr[here.len] != '/')
		return path;
	return slice_sub(path, here.len + 1, path.len);
}

slice config_find(arena *a, const slice *paths, size_t n)
{
	slice top = {"", 0};
	bool any = false;
	for (size_t i = 0; i < n; i++) {
		slice folder;
		if (!folder_of(a, paths[i], &folder))
			continue; /* reading it will say so */
		top = any ? slice_sub(top, 0, common(top, folder)) : folder;
		any = true;
	}
	if (!any)
		return top;
	for (;;) {
		slice path = arena_printf(a, SLICE_FMT "/%s", SLICE_ARG(top), NAME);
		struct stat st;
		if (stat(path.ptr, &st) == 0 && S_ISREG(st.st_mode))
			return from_here(a, path);
		if (!top.len)
			return (slice){"", 0};
		while (top.len && top.ptr[top.len - 1] != '/')
			top.len--;
		top.len -= top.len > 0;
	}
}

/* Reading it. */

typedef struct config_reader {
	arena *arena;
	diag_list *diags;
	const node_file *file;
	const node *map;
	config *out;
} config_reader;

static const node *get(const config_reader *r, const char *key, node_kind kind, const char *expected)
{
	const node *at = node_get(r->map, slice_of(key));
	if (at && at->kind != kind) {
		node_complain(r->diags, r->file, at, "expected %s", expected);
		return NULL;
	}
	return at;
}

static slice get_text(const config_reader *r, const char *key)
{
	const node *at = get(r, key, NODE_SCALAR, "one word or text");
	return at ? node_text(at) : (slice){"", 0};
}

static const slice LEVELS[] = {{"note", 4}, {"warning", 7}, {"error", 5}}; /* from SEVERITY_NOTE on */

/* The severity that a word tells; `none` is the word for none of them. */
static bool take_level(const config_reader *r, const node *at, slice none, severity *out)
{
	for (size_t i = 0; at->kind == NODE_SCALAR && i < 3; i++) {
		if (slice_equal(node_text(at), LEVELS[i])) {
			*out = (severity)(SEVERITY_NOTE + i);
			return true;
		}
	}
	*out = SEVERITY_NONE;
	if (at->kind == NODE_SCALAR && none.len && slice_equal(node_text(at), none))
		return true;
	node_complain(r->diags, r->file, at, "expected error, warning%s" SLICE_FMT, none.len ? ", note or " : " or note",
	              SLICE_ARG(none));
	return false;
}

static void read_levels(const config_reader *r)
{
	const node *at = get(r, "levels", NODE_MAP, "a map from rules to off, note, warning or error");
	size_t n = at ? at->n : 0;
	rule_level *levels = ARENA_ARRAY(r->arena, rule_level, n);
	for (size_t i = 0; i < n; i++) {
		const node *key = node_key(at, i);
		levels[r->out->level_count] = (rule_level){.rule = node_text(key), .file = r->file, .at = key};
		r->out->level_count += take_level(r, node_value(at, i), SLICE("off"), &levels[r->out->level_count].severity);
	}
	r->out->levels = levels;
}

static void read_severities(const config_reader *r)
{
	const node *fail_on = node_get(r->map, SLICE("fail-on")), *level = node_get(r->map, SLICE("level"));
	r->out->fail_on_told = fail_on && take_level(r, fail_on, SLICE("never"), &r->out->fail_on);
	r->out->level_told = level && take_level(r, level, (slice){"", 0}, &r->out->level);
}

/* A path in the file is meant from the file's own folder. */
static slice beside(const config_reader *r, slice path)
{
	size_t end = r->file->path.len;
	while (end && r->file->path.ptr[end - 1] != '/')
		end--;
	if (slice_starts_with(path, SLICE("/")) || !end)
		return arena_copy(r->arena, path);
	return arena_printf(r->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(slice_sub(r->file->path, 0, end)), SLICE_ARG(path));
}

/* The scalars of a list, each called `item` in what is said of one that is none; *n is how many. */
static slice *read_list_of(const config_reader *r, const char *key, const char *list, const char *item, size_t *n)
{
	const node *at = get(r, key, NODE_SEQUENCE, list);
	slice *all = ARENA_ARRAY(r->arena, slice, at ? at->n : 0);
	for (size_t i = 0; at && i < at->n; i++) {
		if (node_item(at, i)->kind == NODE_SCALAR)
			all[(*n)++] = node_text(node_item(at, i));
		else
			node_complain(r->diags, r->file, node_item(at, i), "expected %s", item);
	}
	return all;
}

static void read_rules(const config_reader *r)
{
	slice *paths = read_list_of(r, "rules", "a list of rule files and folders", "a path", &r->out->rule_count);
	for (size_t i = 0; i < r->out->rule_count; i++)
		paths[i] = beside(r, paths[i]);
	r->out->rules = paths;
}

static bool is_pair(const node *at)
{
	return at->kind == NODE_SEQUENCE && at->n == 2 && node_item(at, 0)->len && node_item(at, 1)->len;
}

static size_t read_decisions(const config_reader *r, const char *key, bool same, decision *out)
{
	const node *at = get(r, key, NODE_SEQUENCE, "a list of pairs: [[pupils enrolled, children on the roll]]");
	size_t n = 0;
	for (size_t i = 0; at && i < at->n; i++) {
		const node *pair = node_item(at, i);
		if (is_pair(pair))
			out[n++] = (decision){node_text(node_item(pair, 0)), node_text(node_item(pair, 1)), same};
		else
			node_complain(r->diags, r->file, pair, "expected two phrases: [pupils enrolled, children on the roll]");
	}
	return n;
}

static void read_decided(const config_reader *r)
{
	const node *same = node_get(r->map, SLICE("same")), *different = node_get(r->map, SLICE("different"));
	decision *all = ARENA_ARRAY(r->arena, decision, (same ? same->n : 0) + (different ? different->n : 0));
	size_t n = read_decisions(r, "same", true, all);
	r->out->decided_count = n + read_decisions(r, "different", false, all + n);
	r->out->decided = all;
}

static void read_exclude(const config_reader *r)
{
	r->out->exclude = read_list_of(r, "exclude", "a list of patterns as in .gitignore", "a pattern", &r->out->exclude_count);
}

static void read_limits(const config_reader *r)
{
	const node *at = get(r, "limits", NODE_MAP, "a map from limits to values: {memory: 2GiB, time: 30s}");
	for (size_t i = 0; at && i < at->n; i++) {
		const node *key = node_key(at, i), *value = node_value(at, i);
		slice why;
		if (value->kind != NODE_SCALAR)
			node_complain(r->diags, r->file, value, "expected a value such as 2GiB or 30s");
		else if (!cap_set(r->arena, &r->out->caps, node_text(key), node_text(value), &why))
			node_complain(r->diags, r->file, key, SLICE_FMT, SLICE_ARG(why));
	}
}

static void read_all(config_reader *r)
{
	static const slice keys[] = {{"profile", 7}, {"rules", 5}, {"levels", 6},    {"fail-on", 7}, {"level", 5}, {"lang", 4},
	                             {"title", 5},   {"same", 4},  {"different", 9}, {"exclude", 7}, {"limits", 6}};
	node_only_keys(r->diags, r->file, r->map, keys, sizeof keys / sizeof *keys);
	r->out->profile = get_text(r, "profile");
	r->out->lang = get_text(r, "lang");
	r->out->title = get_text(r, "title");
	read_levels(r);
	read_severities(r);
	read_rules(r);
	read_decided(r);
	read_exclude(r);
	read_limits(r);
}

const config *config_load(arena *a, slice path, diag_list *diags)
{
	size_t errors = diags->errors;
	const node_file *file = yaml_read(a, path, diags);
	config *c = ARENA_NEW(a, config);
	c->path = path;
	c->caps = CAPS_DEFAULT;
	config_reader r = {.arena = a, .diags = diags, .file = file, .out = c};
	if (file && file->n) {
		r.map = &file->roots[0];
		if (r.map->kind == NODE_MAP && file->n == 1)
			read_all(&r);
		else
			node_complain(diags, file, r.map, "expected one map of settings: profile, rules, levels, fail-on, ...");
	}
	return diags->errors > errors ? NULL : c;
}
