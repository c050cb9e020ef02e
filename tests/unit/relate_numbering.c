/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers of headings and steps are held against each other: "2 4" where 4 comes after 2. A case is a Markdown document. */
#include "relate/numbering.h"
#include "relate_fixture.h"

#include <criterion/criterion.h>

TestSuite(numbering, .init = relate_fixture_set_up, .fini = relate_fixture_tear_down);

static slice number(const binding_var *v)
{
	slice text = set_format(relate_with.a, v->values);
	return slice_sub(text, 1, text.len - 1);
}

static void expect(const char *text, const char *want)
{
	reading_of doc = relate_fixture_read(text);
	binding_list bindings = {0};
	bind_numbering(relate_with.a, relate_with.rules, &doc, &bindings);
	slice got = {"", 0};
	for (size_t i = 0; i < bindings.n; i++) {
		const binding_var *pair = bindings.at[i].vars;
		got = relate_fixture_join(got, arena_printf(relate_with.a, SLICE_FMT " " SLICE_FMT, SLICE_ARG(number(&pair[0])),
		                                            SLICE_ARG(number(&pair[1]))));
	}
	relate_fixture_expect(text, got, want);
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

Test(numbering, one_number_mistyped_breaks_it_once)
{
	expect("## 1. Dig\n\n## 2. Sow\n\n## 4. Mow\n\n## 4. Dry\n\n## 5. Bale\n", "2 4");
	expect("## 1. Dig\n\n## 2. Sow\n\n## 2. Mow\n\n## 4. Dry\n\n## 5. Bale\n", "2 2");
	expect("## 1. Dig\n\n## 2. Sow\n\n## 4. Mow\n\n## 6. Dry\n\n## 7. Bale\n", "");
}

Test(numbering, another_order_is_none)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Step 7: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 3: Sow\n\n## Step 5: Mow\n", "");
	expect("## Step 3: Dig\n\n## Step 4: Sow\n\n## Step 6: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 2: Sow\n", "");
	expect("## Week 1: Dig\n\n## Week 2: Sow\n\n## Week 4: Mow\n", "");
	expect("**Level 1** - Dig.\n\n**Level 2** - Sow.\n\n**Level 3** - Mow.\n\n- Level 3: for farms\n", "2 3");
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
	expect("## 1. Dig\n\n## 1. Sow\n\n## 2. Mow\n\n## 3. Dry\n", "");
}

Test(numbering, what_stands_elsewhere_or_may_be_counted_is_not_missing)
{
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n### Step 3: Rake\n\n## Step 4: Mow\n", "");
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n## Raking\n\n## Step 4: Mow\n", "");
	expect("## 1. Dig\n\n## 2. Sow\n\n3. Rake\n\n## 4. Mow\n\n## 5. Dry\n", "");
	expect("## Step 1: Dig\n\n## Step 2: Sow\n\n```\nrow\n\n## Step 3: Rake\n```\n\n## Step 4: Mow\n", "");
}
