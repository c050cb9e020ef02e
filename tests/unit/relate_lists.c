/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lists, tables and sections a number announces, and how many things they can be read to hold. A case is a Markdown
 * document and what is bound in it: the number announced, the lengths, and "only" where it could not have failed. */
#include "relate/lists.h"
#include "document/builder.h"
#include "relate_fixture.h"

#include <criterion/criterion.h>

TestSuite(lists, .init = relate_fixture_set_up, .fini = relate_fixture_tear_down);

static slice tell(const binding *b)
{
	const claim *n = b->claims[b->vars[1].first];
	set value = set_point(figure_value(n->figure));
	slice number = set_format(relate_with.a, &value);
	number = slice_sub(number, 1, number.len - 1);
	return arena_printf(relate_with.a, SLICE_FMT " " SLICE_FMT "%s", SLICE_ARG(number),
	                    SLICE_ARG(set_format(relate_with.a, b->vars[0].values)), b->agreed ? " only" : "");
}

static slice bound_in(const reading_of *doc)
{
	binding_list bindings = {0};
	const list_words words = list_words_of(relate_with.rules->lex);
	for (size_t i = 0; i < doc->scan.sentence_count; i++)
		if (doc->scan.sentences[i].tokens && doc->scan.sentences[i].figure_count)
			bind_list(relate_with.a, relate_with.rules, &words, doc, &doc->scan.sentences[i], &bindings);
	slice all = {"", 0};
	for (size_t i = 0; i < bindings.n; i++)
		all = relate_fixture_join(all, tell(&bindings.at[i]));
	return all;
}

static void expect(const char *text, const char *want)
{
	reading_of doc = relate_fixture_read(text);
	relate_fixture_expect(text, bound_in(&doc), want);
}

#define TWO "\n\n- oak\n- elm\n"
#define THREE "\n\n- oak\n- elm\n- ash\n"
#define FIVE "\n\n1. Lift it.\n2. Turn it.\n3. Read the dial.\n4. Put it down.\n5. Write.\n"

Test(lists, a_lead_in_announces_what_stands_right_below_it)
{
	expect("The mill turns for two reasons:" THREE, "2 {3}");
	expect("There are two reasons why it turns:" THREE, "2 {3}");
	expect("There are two reasons why it turns." THREE, "2 {3}");
	expect("Two reasons make it turn:" THREE, "2 {3}");
	expect("Oil it in the following two places of the wheel:" THREE, "2 {3}");
	expect("Two signs of wear are:" THREE, "2 {3}");
	expect("The miller gives you four tools:" THREE, "4 {3}");
	expect("Currently, there are 4 kinds of 'slow' wheels:" THREE, "4 {3}");
	expect("The mill has three rules:" THREE, "3 {3}");
}

Test(lists, what_is_counted_behind_one_other_thing_announces_nothing)
{
	expect("Each crate is sold with a lid and two locks:" THREE, "");
	expect("Each crate is sold with two locks:" THREE, "2 {3}");
}

Test(lists, a_line_between_the_items_of_a_list_announces_nothing)
{
	expect("- oar\n- sail\n\nIt takes three arguments.\n\n- rudder\n- mast\n", "");
	expect("It takes three arguments.\n\n- rudder\n- mast\n", "3 {2}");
}

Test(lists, an_item_may_begin_with_several_names_in_code)
{
	expect("It takes three words:\n\n- `low` to shut it\n- `mid` and `high` are both for a full dam, of whatever height it "
	       "may have been built\n",
	       "3 {2} ∪ {3}");
	expect("It takes three words:\n\n- ``low``, which shuts it\n- ``mid``, ``high``: a full dam\n", "3 {2} ∪ {3}");
	expect("It takes three words:\n\n- `low` to shut it\n- `mid` for a full dam, and a key\n", "3 {2}");
}

Test(lists, an_item_that_tells_of_both_others_or_of_more_may_be_none)
{
	expect("It has two gates:\n\n- the upper one\n- the lower one\n- both gates are of oak\n", "2 {2} ∪ {3}");
	expect("It has two gates:\n\n- the upper one\n- the lower one\n- ... and whatever is built there\n", "");
}

Test(lists, a_number_that_a_heading_begins_with_is_its_own_beside_others_of_its_level)
{
	expect("## 3 Gate Keys\n\n### key_low\n\n### key_mid\n\n## 4 Oars\n", "");
}

Test(lists, a_clause_before_it_or_a_long_one_behind_hides_no_announcement)
{
	expect("To grind finer, three steps must be taken:" TWO, "3 {2}");
	expect("There are really two reasons why a mill that stands by a brook which dries up in the hottest weeks stops:" THREE,
	       "2 {3}");
	expect("Once it is built there are two ways out:" THREE, "2 {3}");
	expect("It has two (rarely seen) parts:" THREE, "2 {3}");
	expect("It has two light-weight, plain-looking parts:" THREE, "2 {3}");
	expect("The mill allows two further settings:" THREE, "2 {3}");
	expect("It is driven in two steps as follows." THREE, "2 {3}");
	expect("The miller distinguishes between two sorts:" THREE, "2 {3}");
	expect("There are differences between the two sorts:" THREE, "");
	expect("If there are two reasons:" THREE, "");
	expect("There are two ways for going in and one for going out:" THREE, "");
}

Test(lists, a_line_that_takes_them_up_again_may_stand_between)
{
	expect("The mill has two tools in its shed. These are:" THREE, "2 {3}");
	expect("The mill adds two wheels to any brook. The added wheels are:" THREE, "2 {3}");
	expect("There are two ways out of it. They are:" TWO, "2 {2} only");
	expect("The mill has two tools in its shed. These are:" FIVE, "");
	expect("The mill has two tools in its shed. The hours are:" THREE, "");
	expect("The mill ground two sacks on a day. These are:" THREE, "");
}

Test(lists, a_list_below_a_full_stop_is_of_what_a_verb_gave_if_it_nearly_fits)
{
	expect("The mill has two settings." THREE, "2 {3}");
	expect("The mill has two settings." TWO, "2 {2}");
	expect("The mill has two settings." FIVE, "");
	expect("The mill has two wheels." THREE, "");
	expect("The mill rests on two parts, as all do." THREE, "");
	expect("The mill drives two wheels which turn:" THREE, "");
	expect("The mill has two wheels which turn:" THREE, "2 {3}");
}

Test(lists, a_noun_right_before_the_colon_may_be_any)
{
	expect("The mill has two wheels:" THREE, "2 {3}");
	expect("Weigh two sacks:" THREE, "");
}

Test(lists, what_is_no_announcement_binds_nothing)
{
	expect("Weighing two sacks on it is simple:" FIVE, "");
	expect("The first two reasons:" THREE, "");
	expect("At least two reasons:" THREE, "");
	expect("If you give two reasons:" THREE, "");
	expect("It turns for two reasons, and then stops because of this:" THREE, "");
	expect("It names two reasons and four places:" THREE, "");
	expect("Mill 2 features:" THREE, "");
	expect("Add several new tier 2 rules:" THREE, "");
	expect("It has two (in fact three) rules:" THREE, "");
	expect("It has four rules for grain and one for water:" THREE, "");
	expect("Needed for the two rules:" THREE, "");
	expect("The mill turns for two reasons.\n\nIt is old." THREE, "");
}

Test(lists, one_of_several_kinds_may_hold_and_never_fails)
{
	expect("The wheel turns in one of two modes:" TWO, "2 {2} only");
	expect("The wheel turns in one of two modes:" THREE, "");
}

Test(lists, a_number_in_brackets_counts_what_stands_below)
{
	expect("Wheels not mended yet (2):" THREE, "2 {3}");
	expect("Wheels of oak (2):" THREE, "2 {3}");
	expect("# Mills\n\n## Rules (2)\n\nAll are old." THREE, "2 {3}");
	expect("# Mills\n\n## miller(7)\n\n### a\n\nx\n\n### b\n\ny\n\n### c\n\nz\n\n### d\n\nv\n\n### e\n\nw\n", "");
	expect("Made of oak (2):" THREE, "");
}

Test(lists, a_heading_that_is_a_count_announces_its_sections)
{
	expect("# Mills\n\n## The three rules\n\n### Oil\n\nOften.\n\n### Water\n\nSome.\n", "3 {2}");
	expect("# Mills\n\n## The three rules\n\n### Oil\n\nOften.\n\n### Water\n\nSome.\n\n## More\n\n### Rest\n\nx\n",
	       "3 {2}");
	expect("# Mills\n\n## 1 Oil\n\nx\n\n## 2 Rules" THREE, "");
	expect("# Mills\n\n## Rules\n\nThere are three rules.\n\n### Oil\n\nOften.\n\n### Water\n\nSome.\n", "3 {2}");
	expect("# Mills\n\n## Use\n\nThere are three rules.\n\n### Oil\n\nOften.\n\n### Water\n\nSome.\n", "");
}

Test(lists, items_that_carry_a_number_count_by_it)
{
	expect("Four notes are posted:\n\n- the new lock\n- three torn sheets\n", "4 {2} ∪ {4}");
	expect("It has nine rules:\n\n- Oil (4)\n- Water (5)\n", "9 {2} ∪ {9}");
	expect("**3 Phases**:\n\n- Phase 2: oil\n- Phase 3: water\n", "3 {2} ∪ {3}");
}

Test(lists, items_that_name_two_or_head_a_list_count_each)
{
	expect("The wheel has 4 functions:\n\n- `Lift()`, `LiftAll()`: up\n- `Drop()`, `DropAll()`: down\n", "4 {2} ∪ {4}");
	expect("The wheel has 4 functions:\n\n- lift and carry\n- drop and stop\n- turn\n", "4 {3}");
	expect("Four kinds are sold:\n\n- small ones:\n  - half\n  - quarter\n- large\n- huge\n", "4 {3} ∪ {4}");
	expect("It writes 4 files:\n\n- /mill/in\n  /mill/out\n- /mill/log\n  /mill/err\n", "4 {2} ∪ {4}");
}

Test(lists, a_looser_way_to_count_clears_and_never_accuses)
{
	expect("It has six kinds:\n\n- small ones:\n  - half\n  - third\n  - quarter\n- large\n- huge\n", "");
	expect("It has two kinds:\n\n- small ones:\n  - half\n  - third\n  - quarter\n- large\n- huge\n", "2 {3} ∪ {5}");
}

Test(lists, notes_and_struck_items_may_count_or_not)
{
	expect("It has two rules:\n\n- oil\n- water\n- Note: ask first\n", "2 {2} ∪ {3}");
	expect("It has two rules:\n\n- oil\n- water\n- ~~grain~~\n", "2 {2} ∪ {3}");
}

Test(lists, an_open_list_proves_nothing)
{
	expect("It has four rules:\n\n- oil\n- water\n- and more\n", "");
	expect("It has four rules:" THREE "\nFinally, ask.\n", "");
	expect("It has two rules:" THREE "\nFinally, ask.\n", "2 {3}");
	expect("It has five rules:\n\n1. oil\n2. water\n3. ask\n\nThen rest.\n\n4. grain\n5. bread\n", "5 {3} ∪ {5} only");
	expect("It has four rules:\n\n- oil:\n- water\n- ask\n", "");
}

#define TABLE                                                                                                               \
	"\n\n| Shed | Use | Age |\n|---|---|---|\n| North | hay | 4 |\n| South | oats | 9 |\n| East | tools | 2 |\n| West | none | 1 |\n"

Test(lists, a_table_is_a_list_of_its_rows)
{
	expect("The 5 sheds cover the whole farm:" TABLE, "5 {4}");
	expect("The 5 sheds cover the whole farm." TABLE, "5 {4}");
	expect("All 5 sheds, built to last, are old." TABLE, "5 {4}");
	expect("It has five parts:" TABLE, "5 {4}");
	expect("It has three parts:" TABLE, "");
	expect("It has five sheds:" TABLE "| Total | | 16 |\n", "5 {4} ∪ {5}");
	expect("The 5 cows like it." TABLE, "");
}

Test(lists, text_between_is_passed_over_where_the_noun_is_the_same)
{
	expect("# Farm\n\n## Night watches\n\nWe planned three night watches for May. Bring a lamp.\n\n- May 3\n- May 9\n",
	       "3 {2}");
	expect("# Farm\n\n## Lamps\n\nWe planned three night watches for May. Bring a lamp.\n\n- May 3\n- May 9\n", "");
	expect("# Farm\n\n## Rules\n\nSee the three rules above. Bring a lamp.\n\n- May 3\n- May 9\n", "");
	expect("# Farm\n\nWe keep five sheds. They are dry." TABLE, "5 {4}");
}

Test(lists, one_of_them_is_chosen_among_things_with_names)
{
	expect("Turn it by one of two methods:\n\n- **Wind**: dry\n- **Water**: wet\n- **Steam**: hot\n", "2 {3}");
	expect("Turn it by one of two methods:\n\n- fetch a rope\n- tie it\n- pull\n", "");
}

Test(lists, following_things_follow_whatever_else_is_told_of_them)
{
	expect("The following two rules, each told at length, hold in a mill." THREE, "2 {3}");
	expect("The following two rules hold as `{oil: \"no\", ask}` says:" THREE, "2 {3}");
	expect("The following two rules of 40 mills hold." THREE, "");
	expect("It comes down to two rules:" THREE, "2 {3}");
	expect("Keep up to two rules:" THREE, "");
}

Test(lists, a_heading_may_say_more_than_the_number_and_its_noun)
{
	expect("# Mills\n\n## Use - 2 rules" THREE, "2 {3}");
	expect("# Mills\n\n## 4. Two rules of the house" THREE, "2 {3}");
	expect("# Mills\n\n## Why oil wins (two reasons, each tried)" THREE, "2 {3}");
	expect("# Mills\n\n## Two-wheel rules" THREE, "");
	expect("# Mills\n\n## Rules for two mills" THREE, "");
}

Test(lists, numbers_in_brackets_count_what_stands_below_if_the_others_do)
{
	expect("# Mills\n\n## Oiling (2)" TWO "\n## Milling (3)" THREE "\n## Baking (4)" THREE, "2 {2} | 3 {3} | 4 {3}");
	expect("# Mills\n\n## Oiling (5)" TWO "\n## Milling (3)" THREE "\n## Baking (4)" THREE, "3 {3}");
	expect("# Mills\n\n## Old rules (7)" TWO "\n## New rules (9)" THREE "\n## More rules (4)" THREE, "");
	expect("# Mills\n\nTests of oil (2 tests):\n\n- Shortest: 3 s\n- Longest: 4 s\n- Mean: 3.5 s\n", "");
}

Test(lists, sections_that_carry_the_noun_or_a_place_in_a_series_are_the_things)
{
	expect(
		"# Mill\n\n## Work\n\nAll of it is done in three steps.\n\n### Step 1: Dig\n\nx\n\n### Step 2: Sow\n\ny\n\n### Tools\n\nz\n",
		"3 {2} ∪ {3}");
	expect(
		"# Mill\n\n## Work\n\nAll of it is done in four steps.\n\n### Step 1: Dig\n\nx\n\n### Step 2: Sow\n\ny\n\n### Step 3: Mow\n\nz\n",
		"4 {3}");
	expect("# Mill\n\n## Work\n\nIt knows two modes:\n\n### 1. Dry\n\nx\n\n### 2. Wet\n\ny\n\n### 3. Hot\n\nz\n", "2 {3}");
	expect("# Mill\n\n## Work\n\nIt knows two modes:\n\n### Dry\n\nx\n\n### Wet\n\ny\n\n### Repairs\n\nz\n", "");
	expect("# Mill\n\n## Work\n\nIt knows three modes:\n\n### Dry\n\nx\n\n### Wet\n\ny\n", "3 {2}");
	expect("# Mill\n\n## Work\n\nIt knows three modes:\n\n### Dry and hot\n\nx\n\n### Wet\n\ny\n", "");
}

Test(lists, a_heading_with_the_article_counts_anything_right_below)
{
	expect("# Mills\n\n## The four acorns" THREE, "4 {3}");
	expect("# Mills\n\n## Four acorns" THREE, "");
	expect("# Mills\n\n## The four acorns\n\nThey grow." THREE, "");
}

Test(lists, a_line_in_bold_print_is_a_heading)
{
	expect("**4 Acorn Bowls**:" THREE, "4 {3}");
	expect("**4 Acorn Bowls** hang there:" THREE, "");
}

Test(lists, an_item_may_stand_for_more_of_them)
{
	expect("# Mill\n\n## Rules (7)\n\n- oil\n- ask\n- And 4 more...\n", "7 {3} ∪ {6}");
	expect("It has six rules:\n\n- oil\n- ask\n- and 4 more\n", "6 {3} ∪ {6}");
}

Test(lists, a_bracket_may_tell_of_more_than_the_number_of_things)
{
	expect("# Mill\n\n## Old rules (4 rules - 900 words)" THREE, "4 {3}");
}

Test(lists, things_named_in_brackets_may_be_counted_with_their_items)
{
	expect("It knows five signs:\n\n- rust (brown, red, black)\n- dust\n- noise\n", "5 {3} ∪ {5}");
}

Test(lists, what_is_counted_with_something_else_does_not_bind_alone)
{
	expect("The mill knows two wheels and three belts:\n\n| Wheel | Belt |\n|---|---|\n| a | b |\n| a | c |\n| d | e |\n",
	       "");
	expect("Three wheels, plus a spare one that turns both:\n\n| Wheel |\n|---|\n| a |\n| b |\n| c |\n| d |\n", "");
}

Test(lists, a_stroke_between_two_names_is_none_itself)
{
	expect("It has four rules:\n\n- `turn_on` / `turn_off`\n- `lift_up` / `lift_down`\n", "4 {2} ∪ {4}");
}

Test(lists, a_caption_over_a_list_counts_it)
{
	builder *b = builder_new(relate_with.a, (slice){"", 0});
	builder_begin(b, BLOCK_CAPTION, 0);
	builder_text(b, SLICE("2 changes"), 0);
	builder_end(b);
	builder_list(b, false, 0);
	for (int i = 0; i < 3; i++) {
		builder_item(b, 0);
		builder_text(b, SLICE("Mend the gate"), 0);
		builder_end(b);
	}
	builder_end(b);
	document d = {.path = SLICE("t.html")};
	builder_finish(b, &d);
	document_index_lines(relate_with.a, &d);
	reading_of doc = relate_fixture_of(&d);
	slice got = bound_in(&doc);
	cr_expect(slice_equal(got, SLICE("2 {3}")), "binds \"" SLICE_FMT "\"", SLICE_ARG(got));
}

Test(lists, a_table_with_a_caption_is_still_the_next_thing)
{
	expect("Three mills still turn:\n\n<table><caption>Mills</caption><tr><th>Mill</th></tr><tr><td>Upper</td></tr>"
	       "<tr><td>Lower</td></tr></table>\n",
	       "3 {2}");
}

Test(lists, where_they_stand_is_told)
{
	reading_of doc = relate_fixture_read("It has two rules:\n\n- oil\n- water\n- ask\n");
	binding_list bindings = {0};
	const list_words words = list_words_of(relate_with.rules->lex);
	bind_list(relate_with.a, relate_with.rules, &words, &doc, &doc.scan.sentences[0], &bindings);
	cr_assert_eq(bindings.n, 1);
	slice told = *bindings.at[0].vars[0].told;
	cr_expect(slice_equal(told, SLICE("the list below has 3 items (lines 3-5)")), SLICE_FMT, SLICE_ARG(told));
}

Test(lists, paragraphs_that_begin_with_their_number_in_bold_print_are_counted)
{
	expect("There are three ways to go:\n\n**1. By rail.** Slow.\n\nAnd dear.\n\n**2. By boat.** Wet.\n", "3 {2}");
	expect("There are two ways to go:\n\n**1. By rail.** Slow.\n\n**Note:** dear.\n\n**2. By boat.** Wet.\n", "2 {2}");
	expect("It has three phases:\n\n**Phase 1 - Dig**\nDry.\n\n**Phase 2 - Fill**\nWet.\n", "3 {2}");
	expect("There are three ways to go:\n\n**By rail.** Slow.\n\n**By boat.** Wet.\n", "");
	expect("There are two ways to go:\n\n**By rail.** Slow.\n\n**By boat.** Wet.\n", "2 {2} only");
}

Test(lists, numbered_sections_are_announced_with_a_full_stop_too)
{
	expect("# Ways\n\nSee it.\n\n## Old\n\nThere are three routes.\n\n### 1. Rail\n\na\n\n### 2 - Boat\n\nb\n", "3 {2}");
	expect("# Ways\n\nSee it.\n\n## Old\n\nThere are three routes.\n\n### Rail\n\na\n\n### Boat\n\nb\n", "");
}

Test(lists, behind_a_comma_more_may_be_told_of_what_is_announced)
{
	expect("It has two reasons to turn, each told by the miller of old:" THREE, "2 {3}");
	expect("It has two modes, each holding:" THREE, "");
	expect("It has two modes to turn in, each holding:" THREE, "");
}

Test(lists, an_item_may_tell_of_a_choice_or_of_one_of_them)
{
	expect("There are three options:\n\n- wait\n- either mend it or sell it\n", "3 {2} ∪ {3}");
	expect("Ask two questions:\n\n- title: short\n- question: long\n- answer: none\n", "");
}

Test(lists, sections_beside_those_that_are_announced_are_not_counted_against_them)
{
	expect("# Pans\n\nSee.\n\n## Pan types\n\nIt knows two types:\n\n### Salt\n\na\n\n### Fresh\n\nb\n\n### A whole "
	       "example\n\nc\n",
	       "2 {2} ∪ {3}");
	expect("# Pans (2 types)\n\n## Salt pan 1: north\n\na\n\n## Salt pan 2: south\n\nb\n\n## Both of them\n\nc\n",
	       "2 {2} ∪ {3}");
	expect("# Pans\n\nSee.\n\n## Yard\n\nIt has three types with a dyke that grows:\n\n### Salt\n\na\n\n### Fresh\n\nb\n",
	       "");
}

#define THREE_NAMED "\n\n- **oak**: hard\n- **elm**: tough\n- **ash**: supple\n"

Test(lists, items_that_begin_with_names_are_what_a_sentence_without_a_lead_counts)
{
	expect("It is built in two modes, after what the miller has." THREE_NAMED, "2 {3}");
	expect("It is built in two modes, after what the miller has." THREE, "");
	expect("It is built in the two modes, after what the miller has." THREE_NAMED, "");
	expect("It is built in six modes, after what the miller has." THREE_NAMED, "");
	expect("It has two modes, `oak` and `elm`, of which one is chosen." THREE_NAMED, "");
}

Test(lists, one_of_several_ways_is_followed_by_them_all)
{
	expect("Turn it in one of two ways:" THREE, "2 {3}");
	expect("Turn it in one of five ways:" THREE, "");
}

Test(lists, text_may_follow_in_the_paragraph_that_tells_what_there_are)
{
	expect("There are two ways to turn it. Both are slow." THREE, "2 {3}");
	expect("There are two ways to turn it. Both are slow.\n\nIt is heavy." THREE, "");
	expect(
		"There are two ways to turn it. For the slow one, which is heavy, this is all that anybody will ever need to have:" THREE,
		"");
	expect("There are two ways to turn it. Each can be set by the following words." THREE, "");
}

Test(lists, a_plan_of_steps_announces_them)
{
	expect("Follow this 4-step plan:" FIVE, "4 {5}");
	expect("Follow this 4-step plan:" THREE, "");
	expect("Follow this 4-step plan." FIVE, "");
	expect("It has a 4-wheel drive:" FIVE, "");
}

Test(lists, a_column_adds_up_to_what_heads_it)
{
	expect("Three mills, 30 wheels:\n\n| Mill | Wheels |\n|--|--|\n| a | 12 |\n| b | 9 |\n| c | 8 |\n", "30 {29} | 3 {3}");
	expect("Three mills, 30 wheels:\n\n| Mill | Wheels |\n|--|--|\n| a | 12 |\n| b | 9.5 |\n| c | 8 |\n", "3 {3}");
	expect("Three mills, 60 wheels:\n\n| Mill | Wheels |\n|--|--|\n| a | 12 |\n| b | 9 |\n| c | 8 |\n", "3 {3}");
}

Test(lists, an_item_may_be_a_number_alone)
{
	expect("Of oak there are:\n\n- 3\n- 5\n", "");
}

Test(lists, a_path_in_code_is_one_thing)
{
	expect("The mill has two tools:\n\n- `/etc/oak`\n- `/srv/elm`\n- `/var/ash`\n", "2 {3}");
	expect("The mill has six tools:\n\n- `lift`, `hoist`\n- `turn`, `wind`\n- `drop`, `sink`\n", "6 {3} ∪ {6}");
}
