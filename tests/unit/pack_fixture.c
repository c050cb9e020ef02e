/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack_fixture.h"

#include "pack/yaml.h"

#include <criterion/criterion.h>
#include <glob.h>

pack_words pack_fixture_words(arena *a)
{
	glob_t found;
	cr_assert_eq(glob("rules/lexicon/*/*.yaml", 0, NULL, &found), 0, "the lexicon's files are found");
	diag_list diags = diag_list_new(a);
	pack_words words = {ARENA_ARRAY(a, const node_file *, found.gl_pathc), 0};
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const node_file *file = yaml_read(a, arena_copy(a, slice_of(found.gl_pathv[i])), &diags);
		cr_assert(file, "%s is read", found.gl_pathv[i]);
		words.at[words.n++] = file;
	}
	globfree(&found);
	return words;
}
