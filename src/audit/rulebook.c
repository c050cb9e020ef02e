/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/rulebook.h"

#include "base/file.h"
#include "base/limits.h"
#include "pack/blob.h"
#include "pack/yaml.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef VEC(const node_file *) file_list;
typedef VEC(slice) slice_list;

typedef struct loading {
	arena *arena;
	diag_list *diags;
	file_list own;
} loading;

static void load_file(loading *l, slice path)
{
	const node_file *file = yaml_read(l->arena, path, l->diags);
	if (file)
		VEC_PUSH(l->arena, l->own, file);
}

static bool is_rule_file(const char *name)
{
	slice s = slice_of(name);
	return name[0] != '.' &&
	       (slice_ends_with(s, SLICE(".yaml")) || slice_ends_with(s, SLICE(".yml")) || slice_ends_with(s, SLICE(".json")));
}

static int by_bytes(const void *a, const void *b)
{
	return slice_compare(*(const slice *)a, *(const slice *)b);
}

/* Takes what stands in one folder apart into rule files and folders, each in order of bytes. */
static bool list_folder(loading *l, slice folder, slice_list *files, slice_list *folders)
{
	DIR *dir = opendir(folder.ptr);
	if (!dir) {
		diag_add(l->diags, DIAG_ERROR, folder, "%s", strerror(errno));
		return false;
	}
	for (const struct dirent *e; (e = readdir(dir));) {
		struct stat st;
		if (e->d_name[0] == '.')
			continue;
		slice path = arena_printf(l->arena, SLICE_FMT "/%s", SLICE_ARG(folder), e->d_name);
		if (stat(path.ptr, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode))
			VEC_PUSH(l->arena, *folders, path);
		else if (is_rule_file(e->d_name))
			VEC_PUSH(l->arena, *files, path);
	}
	closedir(dir);
	if (files->n)
		qsort(files->at, files->n, sizeof *files->at, by_bytes);
	if (folders->n)
		qsort(folders->at, folders->n, sizeof *folders->at, by_bytes);
	return true;
}

static size_t load_folder(loading *l, slice folder, size_t depth)
{
	slice_list files = {0}, folders = {0};
	if (depth > LIMIT_RULE_FOLDER_DEPTH || !list_folder(l, folder, &files, &folders))
		return 0;
	size_t n = files.n;
	for (size_t i = 0; i < files.n; i++)
		load_file(l, files.at[i]);
	for (size_t i = 0; i < folders.n; i++)
		n += load_folder(l, folders.at[i], depth + 1);
	return n;
}

static void load_path(loading *l, slice given)
{
	struct stat st;
	slice path = arena_copy(l->arena, given);
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path = arena_copy(l->arena, slice_sub(path, 0, path.len - 1));
	if (stat(path.ptr, &st) == 0 && S_ISDIR(st.st_mode)) {
		size_t errors = l->diags->errors;
		if (!load_folder(l, path, 0) && l->diags->errors == errors)
			diag_add(l->diags, DIAG_ERROR, path, "no rule file (*.yaml, *.yml, *.json) in this folder");
	} else {
		load_file(l, path);
	}
}

static const slice FIRST_LANGUAGE = {"en", 2}; /* where no letters tell another */

/* The built-in rules, then the user's. */
static rule_set *load_all(loading *l, rulebook *b)
{
	file_list checks = {0};
	for (size_t i = 0; i < pack_file_count; i++)
		VEC_PUSH(l->arena, checks, &pack_files[i]);
	for (size_t i = 0; i < l->own.n; i++)
		VEC_PUSH(l->arena, checks, l->own.at[i]);
	b->checks = checks.at;
	b->check_count = checks.n;
	return rule_load(l->arena, pack_lexicon(FIRST_LANGUAGE), checks.at, checks.n, l->diags);
}

const rule_set *rulebook_in(arena *a, const rulebook *b, slice lang)
{
	diag_list diags = diag_list_new(a);
	const lexicon *lex = pack_lexicon(lang);
	rule_set *rules = lex ? rule_load(a, lex, b->checks, b->check_count, &diags) : NULL;
	if (!rules || rules->rule_count != b->rules->rule_count)
		return b->rules;
	for (size_t i = 0; i < rules->rule_count; i++) { /* both are in order of id */
		rules->rules[i].enabled = b->rules->rules[i].enabled;
		rules->rules[i].overridden = b->rules->rules[i].overridden;
		rules->rules[i].severity = b->rules->rules[i].severity;
	}
	rules->decided = b->rules->decided;
	rules->decided_count = b->rules->decided_count;
	rule_prepare(a, rules);
	return rules;
}

static void check_language(arena *a, const rulebook *b, diag_list *diags)
{
	if (!b->lang.len || language_find(&pack_languages, b->lang))
		return;
	slice all = SLICE("");
	for (size_t i = 0; i < pack_languages.n; i++)
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? ", " : "", SLICE_ARG(pack_languages.at[i].name));
	diag_add(diags, DIAG_ERROR, (slice){0}, "there is no language '" SLICE_FMT "'; there are " SLICE_FMT, SLICE_ARG(b->lang),
	         SLICE_ARG(all));
}

static bool among(slice s, const slice *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_equal(s, list[i]))
			return true;
	return false;
}

/* A rule that names no profile belongs to all of them. */
static bool in_profile(const rule *r, slice profile)
{
	if (!r->profile_count)
		return true;
	return among(profile, r->profiles, r->profile_count);
}

/* The profiles there are: the house's own, and every other that some rule names. */
static slice_list known_profiles(arena *a, const rule_set *rules)
{
	static const slice house[] = {{"docs", 4}, {"news", 4}, {"research", 8}};
	table seen = table_new(a, 8);
	slice_list names = {0};
	for (size_t i = 0; i < sizeof house / sizeof *house; i++) {
		*table_at(&seen, house[i]) = rules->rules;
		VEC_PUSH(a, names, house[i]);
	}
	for (size_t i = 0; i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		for (size_t k = 0; k < r->profile_count; k++) {
			void **at = table_at(&seen, r->profiles[k]);
			if (!*at)
				VEC_PUSH(a, names, r->profiles[k]);
			*at = rules->rules;
		}
	}
	qsort(names.at, names.n, sizeof *names.at, by_bytes);
	return names;
}

static void choose_profile(arena *a, rule_set *rules, slice profile, diag_list *diags)
{
	slice_list known = known_profiles(a, rules);
	if (!among(profile, known.at, known.n)) {
		slice all = SLICE("");
		for (size_t i = 0; i < known.n; i++)
			all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? ", " : "", SLICE_ARG(known.at[i]));
		diag_add(diags, DIAG_ERROR, (slice){0}, "there is no profile '" SLICE_FMT "'; there are " SLICE_FMT,
		         SLICE_ARG(profile), SLICE_ARG(all));
		return;
	}
	for (size_t i = 0; i < rules->rule_count; i++)
		rules->rules[i].enabled = in_profile(&rules->rules[i], profile);
}

slice rulebook_nearest(arena *a, const rule_set *rules, slice name)
{
	slice *names = ARENA_ARRAY(a, slice, 2 * rules->rule_count + 1);
	for (size_t i = 0; i < rules->rule_count; i++) {
		names[2 * i] = rules->rules[i].id;
		names[2 * i + 1] = rules->rules[i].name;
	}
	return diag_did_you_mean(name, names, 2 * rules->rule_count);
}

static void no_such_rule(arena *a, const rule_set *rules, slice name, diag_list *diags)
{
	slice near = rulebook_nearest(a, rules, name);
	if (near.len)
		diag_add(diags, DIAG_ERROR, (slice){0}, "there is no rule '" SLICE_FMT "'; did you mean '" SLICE_FMT "'?",
		         SLICE_ARG(name), SLICE_ARG(near));
	else
		diag_add(diags, DIAG_ERROR, (slice){0}, "there is no rule '" SLICE_FMT "'", SLICE_ARG(name));
}

static void set_levels(arena *a, rule_set *rules, const rule_level *levels, size_t n, diag_list *diags)
{
	for (size_t i = 0; i < n; i++) {
		rule *r = rule_find(rules, levels[i].rule);
		if (!r) {
			slice near = rulebook_nearest(a, rules, levels[i].rule);
			node_complain(diags, levels[i].file, levels[i].at, "there is no rule '" SLICE_FMT "'%s" SLICE_FMT "%s",
			              SLICE_ARG(levels[i].rule), near.len ? "; did you mean '" : "", SLICE_ARG(near),
			              near.len ? "'?" : "");
			continue;
		}
		r->enabled = levels[i].severity != SEVERITY_NONE;
		r->severity = r->enabled ? levels[i].severity : r->severity;
		r->overridden = true;
	}
}

static void switch_rules(arena *a, rule_set *rules, const slice *names, size_t n, bool on, diag_list *diags)
{
	for (size_t i = 0; i < n; i++) {
		rule *r = rule_find(rules, names[i]);
		if (!r) {
			no_such_rule(a, rules, names[i], diags);
			continue;
		}
		r->enabled = on;
		r->overridden = true;
	}
}

const rulebook *rulebook_load(arena *a, const rulebook_options *o, diag_list *diags)
{
	size_t errors = diags->errors;
	loading l = {.arena = a, .diags = diags};
	for (size_t i = 0; i < o->path_count; i++)
		load_path(&l, o->paths[i]);
	rulebook *b = ARENA_NEW(a, rulebook);
	rule_set *rules = load_all(&l, b);
	if (!rules)
		return NULL;
	b->lang = arena_copy(a, o->lang);
	check_language(a, b, diags);
	if (o->profile.len)
		choose_profile(a, rules, o->profile, diags);
	set_levels(a, rules, o->levels, o->level_count, diags);
	rules->decided = o->decided;
	rules->decided_count = o->decided_count;
	switch_rules(a, rules, o->disable, o->disable_count, false, diags);
	switch_rules(a, rules, o->enable, o->enable_count, true, diags);
	if (diags->errors > errors)
		return NULL;
	if (o->profile.len || o->disable_count || o->enable_count || o->level_count)
		rule_prepare(a, rules);
	b->rules = rules;
	b->own = l.own.at;
	b->own_count = l.own.n;
	return b;
}

bool rulebook_is_own(const rulebook *b, const rule *r)
{
	for (size_t i = 0; i < b->own_count; i++)
		if (r->file == b->own[i])
			return true;
	return false;
}
