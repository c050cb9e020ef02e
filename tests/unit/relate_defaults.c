/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which numbers are held against each other as the default of one option. A case is a Markdown document and the pairs bound in
 * it, as written. */
#include "relate/defaults.h"
#include "relate_fixture.h"

#include <criterion/criterion.h>

TestSuite(defaults, .init = relate_fixture_set_up, .fini = relate_fixture_tear_down);

static slice literal(const document *d, const claim *c)
{
	const figure *f = c->figure;
	return document_text(d, f->unit_start, f->unit_end);
}

static void expect(const char *text, const char *want)
{
	reading_of doc = relate_fixture_read(text);
	binding_list bindings = {0};
	bind_defaults(relate_with.a, relate_with.rules, &doc, &bindings);
	slice got = {"", 0};
	for (size_t i = 0; i < bindings.n; i++) {
		const claim *const *pair = (const claim *const *)bindings.at[i].claims;
		got = relate_fixture_join(got,
		                          arena_printf(relate_with.a, SLICE_FMT " " SLICE_FMT, SLICE_ARG(literal(doc.doc, pair[0])),
		                                       SLICE_ARG(literal(doc.doc, pair[1]))));
	}
	relate_fixture_expect(text, got, want);
}

#define TABLE "| Name | Default |\n|---|---|\n| `wheel_turns` | 40 |\n| `wheel-stop` | 3 s |\n\n"

Test(defaults, of_a_row_and_a_sentence_that_name_one_option)
{
	expect(TABLE "It turns as `wheel_turns` says (default 50).\n", "40 50");
	expect(TABLE "It turns as `wheel_turns` says, by default `50`.\n", "40 50");
	expect(TABLE "It turns as `wheel_turns` says, by default `77777777777777777777`.\n", "");
	expect(TABLE "`--wheel-stop` defaults to 5 seconds.\n", "3 s 5 seconds");
	expect(TABLE "By default, `--wheel-stop` is 5 seconds, which suits small mills.\n", "3 s 5 seconds");
	expect(TABLE "`wheel-stop` defaults to 5.\n", "");
}

Test(defaults, of_an_item_or_section_and_a_comment)
{
	expect("- `wheel_turns`\n  - Default: `40`\n\n```\nwheel_turns: 60 # default: 50\n```\n", "40 50");
	expect("# Mill\n\n## `wheel_turns`\n\nDefault: 40\n\n## Use\n\nSet `wheel_turns` (default: 50).\n", "40 50");
}

Test(defaults, two_rows_or_other_names_are_of_two_options)
{
	expect(TABLE "# More\n\n" TABLE, "");
	expect(TABLE "The `wheel_width` (default: 50) is another.\n", "");
	expect(TABLE "Either `wheel_turns` or `wheel_width` (default: 50).\n", "");
	expect("`turns` (default: 40)\n\n- `turns`\n  - Default: 50\n", "");
}

Test(defaults, what_holds_only_at_times_or_once_did_is_none)
{
	expect(TABLE "`wheel_turns` (default 50 on hills) is set.\n", "");
	expect(TABLE "`wheel_turns` was by default 50.\n", "");
	expect(TABLE "`wheel_turns` is a default of the mill with 50 sacks.\n", "");
	expect(TABLE "The `wheel_turns` default is about 50.\n", "");
}
