/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/table.h"
#include "read/archive.h"
#include "read/detect.h"
#include "read/ignore.h"
#include "read/name.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct walker {
	arena *arena;
	read_list *out;
	table seen; /* names taken already: one named twice is read once */
	slice collection;
	const walk_options *options;
	slice top, absolute;      /* the folder that is named, as it is named and from the root */
	const ignore_scope *told; /* patterns of the options */
	size_t found, left_out;
} walker;

typedef VEC(slice) name_list;

static void add_source(walker *w, slice path, slice broken)
{
	void **seen = table_at(&w->seen, path);
	if (*seen)
		return;
	*seen = w;
	read_source source = {.path = path, .name = name_shown(w->arena, path), .collection = w->collection, .broken = broken};
	size_t before = w->out->n;
	if (!broken.len && archive_by_name(path))
		archive_sources(w->arena, &source, w->options->caps, w->out);
	else
		VEC_PUSH(w->arena, *w->out, source);
	w->found += w->out->n - before;
}

/* Standard input is read here and now: it can be read only once. */
static void add_stdin(walker *w, slice name)
{
	slice bytes = {"", 0}, why = {"", 0};
	if (*table_at(&w->seen, SLICE("-")))
		return;
	*table_at(&w->seen, SLICE("-")) = w;
	file_read_stream(w->arena, stdin, LIMIT_DOCUMENT_BYTES, &bytes, &why);
	read_source source = {.name = name, .collection = w->collection, .bytes = bytes, .broken = why};
	if (!why.len && archive_by_name(name))
		archive_sources(w->arena, &source, w->options->caps, w->out);
	else
		VEC_PUSH(w->arena, *w->out, source);
}

/* A file without an ending is read from a folder only if its first bytes could be text. */
static bool begins_as_text(const char *path)
{
	char first[4096];
	FILE *in = fopen(path, "rb");
	if (!in)
		return true; /* then it is told that it cannot be read */
	size_t n = fread(first, 1, sizeof first, in);
	fclose(in);
	slice bytes = {first, n};
	return slice_find_byte(bytes, '\0') == SIZE_MAX && detect_format(bytes).len == 0;
}

static int by_bytes(const void *a, const void *b)
{
	return slice_compare(*(const slice *)a, *(const slice *)b);
}

static bool is_version_folder(slice name)
{
	return slice_equal(name, SLICE("CVS")) || slice_equal(name, SLICE("_darcs"));
}

/* The names in a folder in byte order, hidden ones left out; false with errno if it cannot be opened. */
static bool list_folder(arena *a, const char *path, name_list *names)
{
	DIR *folder = opendir(path);
	if (!folder)
		return false;
	const struct dirent *entry;
	while ((entry = readdir(folder))) {
		if (entry->d_name[0] != '.')
			VEC_PUSH(a, *names, arena_copy(a, slice_of(entry->d_name)));
	}
	closedir(folder);
	if (names->n > 1)
		qsort(names->at, names->n, sizeof *names->at, by_bytes);
	return true;
}

/* A path below the named folder, from the root. */
static slice absolute_path(const walker *w, slice path)
{
	slice below = slice_sub(path, w->top.len, path.len);
	bool slash = below.len && below.ptr[0] == '/';
	return arena_printf(w->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(w->absolute), slash || !below.len ? "" : "/",
	                    SLICE_ARG(below));
}

static void walk_file(walker *w, slice path, slice name, bool is_link)
{
	struct stat target;
	bool there = stat(path.ptr, &target) == 0;
	detect_name kind = detect_by_name(name);
	if (kind == DETECT_KNOWN && is_link && !there)
		add_source(w, path, SLICE("a link to nothing"));
	else if (there && S_ISREG(target.st_mode) &&
	         (archive_by_name(name) ? archive_wants(name)
	                                : kind == DETECT_KNOWN || (kind == DETECT_UNNAMED && begins_as_text(path.ptr))))
		add_source(w, path, (slice){"", 0});
}

static void walk_folder(walker *w, slice path, const ignore_scope *above, size_t depth)
{
	name_list names = {0};
	if (depth > cap_of(w->options->caps, CAP_FOLDERS)) {
		add_source(w, path, cap_message(w->arena, w->options->caps, CAP_FOLDERS, "folders within each other deeper than"));
		return;
	}
	if (!list_folder(w->arena, path.ptr, &names)) {
		add_source(w, path, slice_of(errno == EACCES ? "permission denied" : "this folder cannot be opened"));
		return;
	}
	const ignore_scope *scope = w->options->no_ignore ? above : ignore_enter(w->arena, above, absolute_path(w, path));
	for (size_t i = 0; i < names.n; i++) {
		bool slash = path.len > 0 && path.ptr[path.len - 1] == '/';
		slice below =
			arena_printf(w->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(path), slash ? "" : "/", SLICE_ARG(names.at[i]));
		struct stat link;
		if (lstat(below.ptr, &link) != 0)
			continue; /* gone since it was listed */
		bool is_folder = S_ISDIR(link.st_mode);
		slice absolute = absolute_path(w, below);
		if (ignore_has(w->told, absolute, is_folder) || ignore_has(scope, absolute, is_folder))
			w->left_out++;
		else if (!is_folder)
			walk_file(w, below, names.at[i], S_ISLNK(link.st_mode));
		else if (!is_version_folder(names.at[i]))
			walk_folder(w, below, scope, depth + 1);
	}
}

/* The path without slashes at its end. */
static slice without_slashes(slice path)
{
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	return path;
}

/* What --exclude names: below the named folder, or as seen from where the program runs ("docs/old/" of `check docs`). */
static const ignore_scope *scope_told(arena *a, const walk_options *o, slice folder)
{
	char *here = realpath(".", NULL);
	slice at = arena_copy(a, slice_of(here ? here : ""));
	free(here);
	bool below = at.len > 1 && folder.len > at.len && slice_starts_with(folder, at) && folder.ptr[at.len] == '/';
	const ignore_scope *seen = below ? ignore_told(a, NULL, at, o->exclude, o->exclude_count) : NULL;
	return ignore_told(a, seen, folder, o->exclude, o->exclude_count);
}

static void walk_top(walker *w, slice path, diag_list *diags)
{
	arena *a = w->arena;
	const walk_options *o = w->options;
	char *absolute = realpath(path.ptr, NULL);
	w->top = arena_copy(a, without_slashes(path));
	w->absolute = without_slashes(arena_copy(a, slice_of(absolute ? absolute : "")));
	w->absolute.len -= slice_equal(w->absolute, SLICE("/"));
	free(absolute);
	w->collection = name_shown(a, w->top);
	w->left_out = 0;
	w->told = scope_told(a, o, w->absolute);
	walk_folder(w, w->top, o->no_ignore ? NULL : ignore_above(a, w->absolute), 1);
	if (w->found)
		return;
	diag_add(diags, DIAG_ERROR, w->collection,
	         "no documents in this folder (text, Markdown, HTML, PDF, office files and the like)%s",
	         w->left_out ? "; --no-ignore reads what .gitignore and .numerateignore leave out" : "");
}

/* A file that is named: reading it tells what is wrong with it. An archive is a collection of its own, like a folder. */
static void walk_named(walker *w, slice path, diag_list *diags)
{
	archive_kind kind = archive_by_name(path);
	bool seen = *table_at(&w->seen, path) != NULL;
	if (kind == ARCHIVE_FILES)
		w->collection = name_shown(w->arena, path);
	add_source(w, path, (slice){"", 0});
	if (kind && !seen && !w->found)
		diag_add(diags, DIAG_ERROR, name_shown(w->arena, path),
		         "no documents in this archive (text, Markdown, HTML, PDF, office files and the like)");
}

void walk_paths(arena *a, const slice *paths, size_t n, const walk_options *options, read_list *out, diag_list *diags)
{
	walker w = {.arena = a, .out = out, .seen = table_new(a, n), .options = options};
	for (size_t i = 0; i < n; i++) {
		slice path = arena_copy(a, paths[i]);
		struct stat facts;
		w.collection = SLICE("files");
		w.found = 0;
		if (slice_equal(path, SLICE("-")))
			add_stdin(&w, options->stdin_name.len ? options->stdin_name : path);
		else if (stat(path.ptr, &facts) != 0 || !S_ISDIR(facts.st_mode))
			walk_named(&w, path, diags);
		else
			walk_top(&w, path, diags);
	}
}
