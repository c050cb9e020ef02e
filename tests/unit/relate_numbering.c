/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers of headings and steps are held against each other: "2 4" where 4 comes after 2. A case is a Markdown document. */
#include "read/read.h"
#include "relate/numbering.h"
#include "rule_fixture.h"

#include <criterion/criterion.h>

static arena *a;
static const rule_set *rules;

static void set_up(void)
{
	a = arena_new(NULL);
	rules = rule_fixture_built_in(a, rule_fixture_lexicon(a));
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(numbering, .init = set_up, .fini = tear_down);

static slice number(const binding_var *v)
{
	slice text = set_format(a, v->values);
	return slice_sub(text, 1, text.len - 1);
}

static void expect(const char *text, const char *want)
{
	read_source source = {.name = SLICE("t.md"), .bytes = slice_of(text)};
	document *d = ARENA_NEW(a, document);
	*d = read_document(a, &source);
	reading_of doc = {.doc = d};
	doc.scan = scan_document(a, rules->lex, d);
	doc.claims = claim_document(a, &doc.scan);
	binding_list bindings = {0};
	bind_numbering(a, rules, &doc, &bindings);
	slice got = {"", 0};
	for (size_t i = 0; i < bindings.n; i++) {
		const binding *b = &bindings.at[i];
		got = arena_printf(a, SLICE_FMT "%s" SLICE_FMT " " SLICE_FMT, SLICE_ARG(got), i ? " | " : "",
		                   SLICE_ARG(number(&b->vars[0])), SLICE_ARG(number(&b->vars[1])));
	}
	cr_expect(slice_equal(got, slice_of(want)), "%s\nbinds \"" SLICE_FMT "\", not \"%s\"", text, SLICE_ARG(got), want);
}

Test(numbering, of_a_whole_series_the_last_two_are_held_against_each_other)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Step 3: Mow\n", "2 3");
	expect("**Step 1.** Dig.\n\n**Step 2.** Sow.\n\n**Step 3.** Mow.\n", "2 3");
	expect("# 4. Hay\n\n## 4.1 Dig\n\n## 4.2 Sow\n\n## 4.3 Mow\n\n## 4.4 Dry\n", "3 4");
}

Test(numbering, one_number_left_out_or_told_twice_breaks_it)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Step 4: Mow\n", "2 4");
	expect("## 1. Dig\n\n## 2. Sow\n\n## 2. Mow\n\n## 3. Dry\n", "2 2");
	expect("## Part 1 - Dig\n\n## Part 3 - Sow\n\n## Part 4 - Mow\n", "1 3");
}

Test(numbering, another_order_is_none)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Step 7: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 3: Sow\n\n## Step 5: Mow\n", "");
	expect("## Step 3: Dig\n\n## Step 4: Sow\n\n## Step 6: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 2: Sow\n", "");
	expect("## Rake 1: Dig\n\n## Rake 2: Sow\n\n## Rake 4: Mow\n", "");
	expect("## 1. Dig\n\n## 2. Sow\n\n## 4. Mow\n", "");
}

Test(numbering, a_section_right_below_the_title_is_one_all_the_same)
{
	expect("# Hay\n\n## Mowing\n\n**Step 1.** Dig.\n\n**Step 2.** Sow.\n\n## Drying\n\n**Step 3.** Rake.\n", "");
}

Test(numbering, it_begins_anew_in_another_section_or_at_one)
{
	expect("# A\n\n## Step 1: Dig\n\n## Step 2: Sow\n\n# B\n\n## Step 1: Mow\n\n## Step 2: Dry\n", "");
	expect("**Step 1.** Dig.\n\n**Step 2.** Sow.\n\n**Step 1.** Mow.\n\n**Step 2.** Dry.\n", "");
}

Test(numbering, what_stands_elsewhere_or_may_be_counted_is_not_missing)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n### Step 3: Rake\n\n## Step 4: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Raking\n\n## Step 4: Mow\n", "");
	expect("## 1. Dig\n\n## 2. Sow\n\n3. Rake\n\n## 4. Mow\n\n## 5. Dry\n", "");
}
