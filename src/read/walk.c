/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/read.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/table.h"
#include "base/utf8.h"
#include "read/detect.h"

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
	size_t found;
} walker;

typedef VEC(slice) name_list;

/* A path as it may be shown: what is no UTF-8 in it becomes U+FFFD. */
static slice shown_name(arena *a, slice path)
{
	if (utf8_valid_until(path) == path.len)
		return path;
	char *out = arena_calloc(a, path.len + 1, 3);
	size_t len = 0;
	for (size_t at = 0; at < path.len;) {
		size_t valid = utf8_valid_until(slice_sub(path, at, path.len));
		memcpy(out + len, path.ptr + at, valid);
		len += valid;
		at += valid;
		if (at < path.len) {
			len += utf8_encode(0xFFFD, out + len);
			at++;
		}
	}
	return (slice){out, len};
}

static void add_source(walker *w, slice path, slice broken)
{
	void **seen = table_at(&w->seen, path);
	if (*seen)
		return;
	*seen = w;
	read_source source = {.path = path, .name = shown_name(w->arena, path), .collection = w->collection, .broken = broken};
	VEC_PUSH(w->arena, *w->out, source);
	w->found++;
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

static void walk_folder(walker *w, slice path, size_t depth)
{
	name_list names = {0};
	if (depth > cap_of(NULL, CAP_FOLDERS)) {
		add_source(w, path, cap_message(w->arena, NULL, CAP_FOLDERS, "folders within each other deeper than"));
		return;
	}
	if (!list_folder(w->arena, path.ptr, &names)) {
		add_source(w, path, slice_of(errno == EACCES ? "permission denied" : "this folder cannot be opened"));
		return;
	}
	for (size_t i = 0; i < names.n; i++) {
		bool slash = path.len > 0 && path.ptr[path.len - 1] == '/';
		slice below =
			arena_printf(w->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(path), slash ? "" : "/", SLICE_ARG(names.at[i]));
		struct stat link, target;
		if (lstat(below.ptr, &link) != 0)
			continue; /* gone since it was listed */
		if (S_ISDIR(link.st_mode)) {
			if (!is_version_folder(names.at[i]))
				walk_folder(w, below, depth + 1);
			continue;
		}
		detect_name kind = detect_by_name(names.at[i]);
		bool file = stat(below.ptr, &target) == 0 && S_ISREG(target.st_mode);
		bool dangling = S_ISLNK(link.st_mode) && stat(below.ptr, &target) != 0;
		if (kind == DETECT_KNOWN && dangling)
			add_source(w, below, SLICE("a link to nothing"));
		else if (file && (kind == DETECT_KNOWN || (kind == DETECT_UNNAMED && begins_as_text(below.ptr))))
			add_source(w, below, (slice){"", 0});
	}
}

/* The path without slashes at its end. */
static slice without_slashes(slice path)
{
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	return path;
}

void walk_paths(arena *a, const slice *paths, size_t n, slice stdin_name, read_list *out, diag_list *diags)
{
	walker w = {.arena = a, .out = out, .seen = table_new(a, n)};
	for (size_t i = 0; i < n; i++) {
		slice path = arena_copy(a, paths[i]);
		struct stat facts;
		w.collection = SLICE("files");
		w.found = 0;
		if (slice_equal(path, SLICE("-"))) {
			add_stdin(&w, stdin_name.len ? stdin_name : path);
			continue;
		}
		if (stat(path.ptr, &facts) != 0 || !S_ISDIR(facts.st_mode)) {
			add_source(&w, path, (slice){"", 0}); /* reading it tells what is wrong */
			continue;
		}
		path = arena_copy(a, without_slashes(path));
		w.collection = shown_name(a, path);
		walk_folder(&w, path, 1);
		if (w.found == 0)
			diag_add(diags, DIAG_ERROR, w.collection, "no documents in this folder (.txt, .md, .rst, .adoc and the like)");
	}
}
