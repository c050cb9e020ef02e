/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From paths to documents: what is taken, in which order, into which collection. */
#include "folder_fixture.h"
#include "base/limits.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static arena *a;
static diag_list diags;
static walk_options options;
static char root[] = "/tmp/numerate-walk-XXXXXX";

static void set_up(void)
{
	a = arena_new(NULL);
	diags = diag_list_new(a);
	options = (walk_options){.stdin_name = SLICE("stdin")};
	folder_make(root);
	cr_assert_eq(chdir(root), 0);
}

static void tear_down(void)
{
	folder_remove(root);
	arena_free(a);
}

TestSuite(walk, .init = set_up, .fini = tear_down);

static read_list walk(const char *const *paths, size_t n)
{
	read_list out = {0};
	slice named[8];
	for (size_t i = 0; i < n; i++)
		named[i] = slice_of(paths[i]);
	walk_paths(a, named, n, &options, &out, &diags);
	return out;
}

Test(walk, a_folder_gives_its_texts_in_byte_order)
{
	mkdir("d", 0755);
	mkdir("d/sub", 0755);
	mkdir("d/.git", 0755);
	mkdir("d/CVS", 0755);
	folder_put("d/b.txt", "b");
	folder_put("d/B.MD", "b");
	folder_put("d/a.rst", "a");
	folder_put("d/sub/c.adoc", "c");
	folder_put("d/README", "read me");
	folder_put("d/program", "\x7F"
	                        "ELF\x02");
	folder_put("d/x.png", "x");
	folder_put("d/y.c", "y");
	folder_put("d/.hidden.txt", "h");
	folder_put("d/.git/config.txt", "g");
	folder_put("d/CVS/Root.txt", "g");
	read_list got = walk((const char *[]){"d/"}, 1);
	static const char *const want[] = {"d/B.MD", "d/README", "d/a.rst", "d/b.txt", "d/sub/c.adoc"};
	cr_assert_eq(got.n, 5);
	for (size_t i = 0; i < 5; i++) {
		cr_expect(slice_equal(got.at[i].name, slice_of(want[i])), SLICE_FMT, SLICE_ARG(got.at[i].name));
		cr_expect(slice_equal(got.at[i].collection, SLICE("d")));
	}
	cr_expect_eq(diags.items.n, 0);
}

Test(walk, named_files_are_one_collection_and_always_taken)
{
	folder_put("a.txt", "a");
	folder_put("b.bin", "b");
	read_list got = walk((const char *[]){"b.bin", "a.txt", "a.txt"}, 3);
	cr_assert_eq(got.n, 2, "a file named twice is read once");
	cr_expect(slice_equal(got.at[0].name, SLICE("b.bin")), "in the order they were named");
	cr_expect(slice_equal(got.at[0].collection, SLICE("files")) && slice_equal(got.at[1].collection, SLICE("files")));
	cr_expect_eq(read_document(a, &got.at[0]).status, DOCUMENT_OK);
}

Test(walk, a_missing_path_is_a_document_that_cannot_be_read)
{
	read_list got = walk((const char *[]){"none.txt"}, 1);
	cr_assert_eq(got.n, 1);
	document d = read_document(a, &got.at[0]);
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect(slice_equal(d.why, SLICE("no such file")), SLICE_FMT, SLICE_ARG(d.why));
}

Test(walk, a_folder_without_documents_is_an_error)
{
	mkdir("empty", 0755);
	folder_put("empty/x.png", "x");
	cr_expect_eq(walk((const char *[]){"empty"}, 1).n, 0);
	cr_expect_eq(diags.errors, 1);
}

Test(walk, linked_folders_are_not_followed_and_linked_files_are)
{
	mkdir("d", 0755);
	folder_put("d/a.txt", "a");
	cr_assert_eq(symlink(".", "d/loop"), 0);
	cr_assert_eq(symlink("a.txt", "d/b.txt"), 0);
	cr_assert_eq(symlink("nothing", "d/c.txt"), 0);
	read_list got = walk((const char *[]){"d"}, 1);
	cr_assert_eq(got.n, 3);
	cr_expect(slice_equal(got.at[1].name, SLICE("d/b.txt")) && got.at[1].broken.len == 0);
	cr_expect(slice_equal(got.at[2].name, SLICE("d/c.txt")) && got.at[2].broken.len > 0);
}

Test(walk, too_deep_a_folder_is_told)
{
	cr_assert_eq(mkdir("d", 0755), 0);
	cr_assert_eq(chdir("d"), 0);
	for (int i = 0; i <= (int)cap_of(NULL, CAP_FOLDERS); i++) {
		mkdir("d", 0755);
		cr_assert_eq(chdir("d"), 0);
	}
	folder_put("a.txt", "a");
	cr_assert_eq(chdir(root), 0);
	read_list got = walk((const char *[]){"d"}, 1);
	cr_assert_eq(got.n, 1);
	cr_expect_neq(slice_find(got.at[0].broken, SLICE("deeper than 64 (--limit folders=...)")), SIZE_MAX);
}

Test(walk, a_name_that_is_no_utf8_is_shown_as_utf8_and_still_read)
{
	mkdir("d", 0755);
	folder_put("d/x\xFF.txt", "text");
	read_list got = walk((const char *[]){"d"}, 1);
	cr_assert_eq(got.n, 1);
	cr_expect(slice_equal(got.at[0].name, SLICE("d/x\xEF\xBF\xBD.txt")));
	cr_expect_eq(read_document(a, &got.at[0]).status, DOCUMENT_OK);
}
