/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What .gitignore and .numerateignore leave out: by hand, and as git itself has it on a tree of many patterns. */
#include "folder_fixture.h"
#include "read/ignore.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static arena *a;
static char root[] = "/tmp/numerate-ignore-XXXXXX";

static void set_up(void)
{
	a = arena_new(NULL);
	folder_make(root);
	cr_assert_eq(chdir(root), 0);
}

static void tear_down(void)
{
	folder_remove(root);
	arena_free(a);
}

TestSuite(ignore, .init = set_up, .fini = tear_down);

static bool name_fits(const char *pattern, const char *name)
{
	return wildmatch_name(slice_of(pattern), slice_of(name));
}

static bool path_fits(const char *pattern, const char *path)
{
	return wildmatch_path(slice_of(pattern), slice_of(path));
}

Test(ignore, names_fit_stars_sets_and_escapes)
{
	cr_expect(name_fits("*", "x.md"));
	cr_expect(name_fits("*", ""));
	cr_expect(name_fits("n*t*s.m?", "notes.md"));
	cr_expect_not(name_fits("n*t*s.m?", "notes.mdx"));
	cr_expect(name_fits("*ab*ab", "abaabab"));
	cr_expect(name_fits("v[0-9].txt", "v7.txt"));
	cr_expect_not(name_fits("v[!0-9].txt", "v7.txt"));
	cr_expect(name_fits("[]-]x", "]x"));
	cr_expect(name_fits("[a\\]b]x", "]x"));
	cr_expect(name_fits("[[:upper:]_]*", "Ab"));
	cr_expect_not(name_fits("[[:upper:]_]*", "ab"));
	cr_expect_not(name_fits("[ab", "a"));
	cr_expect_not(name_fits("[ab", "[ab"));
	cr_expect(name_fits("\\*x", "*x"));
	cr_expect_not(name_fits("\\*x", "yx"));
	cr_expect_not(name_fits("x\\", "x\\"));
}

Test(ignore, paths_fit_part_by_part)
{
	cr_expect(path_fits("a/*.md", "a/x.md"));
	cr_expect_not(path_fits("a/*.md", "a/b/x.md"));
	cr_expect(path_fits("**/x", "x"));
	cr_expect(path_fits("**/x", "a/b/x"));
	cr_expect(path_fits("a/**/x", "a/x"));
	cr_expect(path_fits("a/**/x", "a/b/c/x"));
	cr_expect_not(path_fits("a/**/x", "b/a/x"));
	cr_expect(path_fits("a/**", "a/b/c"));
	cr_expect_not(path_fits("a/**", "a"));
	cr_expect(path_fits("**/a/**/b", "x/a/y/a/z/b"));
	cr_expect_not(path_fits("a**/b", "ax/y/b"));
	cr_expect(path_fits("[a/b]/x", "b/x"));
}

Test(ignore, a_pattern_of_many_stars_is_soon_refused)
{
	char pattern[400] = "", name[4001];
	for (int i = 0; i < 100; i++)
		strcat(pattern, "*a");
	strcat(pattern, "b");
	memset(name, 'a', 4000);
	name[4000] = '\0';
	cr_expect_not(name_fits(pattern, name));
}

/* The documents of the folder, one a line, without its name. */
static slice found(const char *folder, const walk_options *options)
{
	read_list out = {0};
	diag_list diags = diag_list_new(a);
	slice path = slice_of(folder), all = {"", 0};
	walk_paths(a, &path, 1, options, &out, &diags);
	for (size_t i = 0; i < out.n; i++) {
		slice below = slice_sub(out.at[i].name, path.len + 1, out.at[i].name.len);
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), i ? " " : "", SLICE_ARG(below));
	}
	return all;
}

#define EXPECT_FOUND(folder, options, names)                                                                                \
	do {                                                                                                                    \
		slice got_ = found(folder, options);                                                                                \
		cr_expect(slice_equal(got_, SLICE(names)), "%s", got_.ptr);                                                         \
	} while (0)

Test(ignore, ignored_files_are_left_out_of_a_folder)
{
	walk_options o = {0};
	folder_put("t/.gitignore", "drafts/\n/top.md\n*.log.txt\n!kept.log.txt\n");
	folder_put("t/top.md", "x");
	folder_put("t/a/top.md", "x");
	folder_put("t/drafts/x.md", "x");
	folder_put("t/a/drafts/x.md", "x");
	folder_put("t/a/kept.log.txt", "x");
	folder_put("t/a/old.log.txt", "x");
	folder_put("t/z.md", "x");
	EXPECT_FOUND("t", &o, "a/kept.log.txt a/top.md z.md");
	folder_put("t/a/.gitignore", "!old.log.txt\r\ntop.*\r\n");
	EXPECT_FOUND("t", &o, "a/kept.log.txt a/old.log.txt z.md");
	folder_put("t/.numerateignore", "z.md\n!/top.md\n");
	EXPECT_FOUND("t", &o, "a/kept.log.txt a/old.log.txt top.md");
	o.no_ignore = true;
	EXPECT_FOUND("t", &o, "a/drafts/x.md a/kept.log.txt a/old.log.txt a/top.md drafts/x.md top.md z.md");
}

Test(ignore, the_folders_of_a_repository_above_count_and_none_above_its_root)
{
	walk_options o = {0};
	folder_put(".gitignore", "*.md\n");
	folder_put("repo/.git/HEAD", "");
	folder_put("repo/.gitignore", "/docs/old/\nx.txt\n");
	folder_put("repo/docs/old/a.txt", "x");
	folder_put("repo/docs/x.txt", "x");
	folder_put("repo/docs/y.txt", "x");
	folder_put("repo/docs/z.md", "x");
	EXPECT_FOUND("repo/docs", &o, "y.txt z.md");
}

Test(ignore, what_is_excluded_wins_and_a_named_file_is_read_all_the_same)
{
	const slice patterns[] = {SLICE("*.txt"), SLICE("!b.txt"), SLICE("/a/")};
	walk_options o = {.exclude = patterns, .exclude_count = 3};
	folder_put("t/.gitignore", "!a.txt\n");
	folder_put("t/a.txt", "x");
	folder_put("t/b.txt", "x");
	folder_put("t/c.md", "x");
	folder_put("t/a/d.md", "x");
	folder_put("t/b/a/d.md", "x");
	EXPECT_FOUND("t", &o, "b/a/d.md b.txt c.md");
	read_list out = {0};
	diag_list diags = diag_list_new(a);
	slice path = SLICE("t/a.txt");
	walk_paths(a, &path, 1, &o, &out, &diags);
	cr_expect_eq(out.n, 1);
}

/* The comparison with git. */

static uint64_t state = 20190430;

static unsigned draw(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

/* A pattern of pieces that make, and do not make, something special of each other. */
static void put_pattern(FILE *out)
{
	static const char *const pieces[] = {"a",    "b",     "ab",  "*",  "**", "?",    "[ab]",
	                                     "[!a]", "*.txt", "\\a", "a*", "*b", ".txt", "[[:alpha:]]"};
	unsigned parts = 1 + draw(3);
	fputs(draw(4) ? "" : "!", out);
	fputs(draw(4) ? "" : "/", out);
	for (unsigned i = 0; i < parts; i++) {
		fputs(i ? "/" : "", out);
		for (unsigned n = 1 + (draw(3) == 0); n; n--)
			fputs(pieces[draw(sizeof pieces / sizeof *pieces)], out);
	}
	fputs(draw(4) ? "\n" : draw(3) ? "/\n" : "  \n", out);
}

static void put_patterns(const char *path, unsigned n)
{
	folder_put(path, "# what follows was drawn\n\n");
	FILE *out = fopen(path, "ab");
	cr_assert(out);
	while (n--)
		put_pattern(out);
	fclose(out);
}

/* A tree of folders a, b, ab three deep with files in each. */
static void put_tree(const char *under, int depth)
{
	static const char *const names[] = {"a", "b", "ab"};
	char path[256];
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/%s.txt", under, names[i]);
		folder_put(path, "x");
		snprintf(path, sizeof path, "%s/%s", under, names[i]);
		if (depth)
			put_tree(path, depth - 1);
	}
}

/* What git would leave in, in the walker's order. */
static slice kept_by_git(const char *folder)
{
	FILE *in = popen(arena_printf(a,
	                              "cd %s && git -c core.excludesFile= ls-files -z --others --exclude-standard | "
	                              "grep -z '[.]txt$'",
	                              folder)
	                     .ptr,
	                 "r");
	char name[512];
	int c;
	size_t n = 0, count = 0;
	static slice names[4096];
	while ((c = fgetc(in)) != EOF) {
		name[n++] = (char)c;
		if (c)
			continue;
		names[count++] = arena_copy(a, slice_of(name));
		n = 0;
	}
	pclose(in);
	slice all = {"", 0};
	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, SLICE_FMT "%s\n", SLICE_ARG(all), names[i].ptr);
	return all;
}

static int by_bytes(const void *x, const void *y)
{
	return slice_compare(*(const slice *)x, *(const slice *)y);
}

/* The lines of a text sorted. */
static slice sorted(slice text)
{
	static slice lines[4096];
	size_t n = 0;
	while (text.len) {
		size_t end = slice_find_byte(text, '\n');
		lines[n++] = slice_sub(text, 0, end);
		text = slice_sub(text, end + 1, text.len);
	}
	qsort(lines, n, sizeof *lines, by_bytes);
	slice all = {"", 0};
	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, SLICE_FMT SLICE_FMT "\n", SLICE_ARG(all), SLICE_ARG(lines[i]));
	return all;
}

Test(ignore, it_leaves_in_what_git_leaves_in, .timeout = 120)
{
	if (system("git --version > /dev/null 2>&1") != 0)
		cr_skip_test("git is not there");
	size_t kept = 0, all = 0;
	for (int round = 0; round < 20; round++) {
		char folder[32];
		snprintf(folder, sizeof folder, "g%d", round);
		put_tree(folder, 2);
		put_patterns(arena_printf(a, "%s/.gitignore", folder).ptr, 5);
		put_patterns(arena_printf(a, "%s/a/.gitignore", folder).ptr, 3);
		put_patterns(arena_printf(a, "%s/b/ab/.gitignore", folder).ptr, 2);
		cr_assert_eq(system(arena_printf(a, "git init -q %s 2> /dev/null", folder).ptr), 0);
		walk_options o = {0};
		slice got = found(folder, &o);
		char *spaces = (char *)(uintptr_t)got.ptr;
		for (size_t i = 0; i < got.len; i++)
			if (spaces[i] == ' ')
				spaces[i] = '\n';
		got = sorted(got.len ? arena_printf(a, SLICE_FMT "\n", SLICE_ARG(got)) : got);
		slice wanted = sorted(kept_by_git(folder));
		cr_expect(slice_equal(got, wanted), "%s\ngot:\n%s\ngit:\n%s", folder, got.ptr, wanted.ptr);
		o.no_ignore = true;
		kept += wanted.len;
		all += found(folder, &o).len;
	}
	cr_expect(kept > all / 10 && kept < all * 9 / 10, "%zu of %zu: the patterns leave out too little or too much", kept,
	          all);
}
