/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Built-in rules, the user's own, and the switches. */
#include "audit/rulebook.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static arena *a;
static diag_list diags;
static char folder[32];

static void set_up(void)
{
	a = arena_new(NULL);
	diags = diag_list_new(a);
	strcpy(folder, "/tmp/numerate-rules-XXXXXX");
	cr_assert(mkdtemp(folder));
}

static void tear_down(void)
{
	arena_free(a);
	cr_assert_eq(system(arena_printf(a = arena_new(NULL), "rm -rf '%s'", folder).ptr), 0);
	arena_free(a);
}

TestSuite(rulebook, .init = set_up, .fini = tear_down);

static const char rule_text[] = "- id: %s\n"
								"  name: %s\n"
								"  summary: A number announced and another number named\n"
								"  bind: announce\n"
								"  check: n ~ items\n"
								"  severity: note\n"
								"  message: \"{n} announced\"\n"
								"  because: A list is counted.\n"
								"  examples:\n"
								"    - flag: \"The line serves five islands: Aro, Brenn, Calder and Dune.\"\n"
								"    - hold: \"The line serves four islands: Aro, Brenn, Calder and Dune.\"\n"
								"    - skip: \"The line serves islands.\"\n";

/* Writes a rule to folder/path and gives the whole path. */
static slice put_rule(const char *path, const char *id, const char *name)
{
	slice full = arena_printf(a, "%s/%s", folder, path);
	FILE *out = fopen(full.ptr, "w");
	cr_assert(out);
	fprintf(out, rule_text, id, name);
	fclose(out);
	return full;
}

static const rulebook *load(rulebook_options o)
{
	return rulebook_load(a, &o, &diags);
}

Test(rulebook, without_options_every_built_in_rule_is_on)
{
	const rulebook *b = load((rulebook_options){0});
	cr_assert(b);
	cr_expect_gt(b->rules->rule_count, 0);
	for (size_t i = 0; i < b->rules->rule_count; i++)
		cr_expect(b->rules->rules[i].enabled && !rulebook_is_own(b, &b->rules->rules[i]));
}

Test(rulebook, reads_a_folder_to_its_depth_and_only_rule_files)
{
	slice top = slice_of(folder);
	put_rule("b.yaml", "X2", "second");
	put_rule("notes.txt", "X3", "third");
	put_rule(".hidden.yaml", "X4", "fourth");
	cr_assert_eq(mkdir(arena_printf(a, "%s/deep", folder).ptr, 0700), 0);
	put_rule("deep/a.yml", "X1", "first");
	const rulebook *b = load((rulebook_options){.paths = &top, .path_count = 1});
	cr_assert(b);
	cr_expect_eq(b->own_count, 2);
	cr_expect(rule_find(b->rules, SLICE("X1")) && rulebook_is_own(b, rule_find(b->rules, SLICE("x1"))));
	cr_expect(rule_find(b->rules, SLICE("second")));
	cr_expect_null(rule_find(b->rules, SLICE("X3")));
	cr_expect_null(rule_find(b->rules, SLICE("X4")));
}

Test(rulebook, own_rule_takes_the_place_of_a_built_in_one)
{
	slice path = put_rule("a.yaml", "N401", "my-own-count");
	size_t before = load((rulebook_options){0})->rules->rule_count;
	const rulebook *b = load((rulebook_options){.paths = &path, .path_count = 1});
	cr_assert(b);
	cr_expect_eq(b->rules->rule_count, before);
	cr_expect(slice_equal(rule_find(b->rules, SLICE("N401"))->name, SLICE("my-own-count")));
}

Test(rulebook, switches_by_id_and_name_and_enable_wins)
{
	slice off[] = {SLICE("n401"), SLICE("same-measure")}, on[] = {SLICE("N401")};
	const rulebook *b = load((rulebook_options){.disable = off, .disable_count = 2, .enable = on, .enable_count = 1});
	cr_assert(b);
	cr_expect(rule_find(b->rules, SLICE("N401"))->enabled);
	cr_expect_not(rule_find(b->rules, SLICE("N501"))->enabled);
	cr_expect(rule_find(b->rules, SLICE("N501"))->overridden);
}

Test(rulebook, unknown_names_are_told_with_the_nearest)
{
	slice off[] = {SLICE("same-mesure"), SLICE("zzzz")};
	cr_expect_null(load((rulebook_options){.disable = off, .disable_count = 2}));
	cr_assert_eq(diags.errors, 2);
	cr_expect_neq(slice_find(diags.items.at[0].message, SLICE("did you mean 'same-measure'?")), SIZE_MAX);
	cr_expect_eq(slice_find(diags.items.at[1].message, SLICE("did you mean")), SIZE_MAX);
}

Test(rulebook, unknown_profile_and_unreadable_paths_are_errors)
{
	cr_expect_null(load((rulebook_options){.profile = SLICE("nwes")}));
	cr_expect_eq(diags.errors, 1);
	slice missing[] = {SLICE("/no/such/rules.yaml"), slice_of(folder)};
	cr_expect_null(load((rulebook_options){.paths = missing, .path_count = 2}));
	cr_expect_eq(diags.errors, 3, "a file that is not there, a folder without rules");
}
