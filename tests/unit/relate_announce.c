/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names a number announces in its own sentence, and how many they can be read to be. A case is a Markdown document and what
 * is bound in it: the number announced, and the lengths. */
#include "relate/announce.h"
#include "relate_fixture.h"

#include <criterion/criterion.h>

TestSuite(announce, .init = relate_fixture_set_up, .fini = relate_fixture_tear_down);

static slice tell(const binding *b)
{
	set value = set_point(figure_value(b->claims[b->vars[1].first]->figure));
	slice number = set_format(relate_with.a, &value);
	return arena_printf(relate_with.a, SLICE_FMT " " SLICE_FMT "%s", SLICE_ARG(slice_sub(number, 1, number.len - 1)),
	                    SLICE_ARG(set_format(relate_with.a, b->vars[0].values)),
	                    b->grade == GRADE_CERTAIN ? "" : " probable");
}

static void expect(const char *text, const char *want)
{
	reading_of doc = relate_fixture_read(text);
	binding_list bindings = {0};
	const list_words words = list_words_of(relate_with.rules->lex);
	for (size_t i = 0; i < doc.scan.sentence_count; i++)
		if (doc.scan.sentences[i].tokens && doc.scan.sentences[i].figure_count)
			bind_announce(relate_with.a, relate_with.rules, &words, &doc, &doc.scan.sentences[i], &bindings);
	slice all = {"", 0};
	for (size_t i = 0; i < bindings.n; i++)
		all = relate_fixture_join(all, tell(&bindings.at[i]));
	relate_fixture_expect(text, all, want);
}

Test(announce, names_in_commas_belong_to_the_number_before_them)
{
	expect("Three mills, Aldane, Corvin and Orso, closed.", "3 {3} probable");
	expect("The three mills, Aldane, Corvin and Orso, closed.", "3 {3}");
	expect("It sold three mills, Aldane, the Corvin-Reed and Bank of Arden.", "3 {3} probable");
	expect("Two divers, Ann Berg, 34, and Tom Ruiz, 21, were lost.", "2 {2} probable");
	expect("It sold two firms, Reed and Sons and Orso.", "2 [2, 3] probable");
}

Test(announce, names_that_may_be_of_something_else_bind_nothing)
{
	expect("In three rounds, Berg, Ruiz and Vale, all of Arden, led.", "");
	expect("Three mills, Aldane, Corvin and Orso among them, closed.", "");
	expect("Three mills, Aldane, Corvin and Orso, and a bakery burned.", "");
	expect("Three mills, all old, closed.", "");
	expect("Three mills, Aldane and others, closed.", "");
}

Test(announce, names_stand_behind_are_of_what_is_known)
{
	expect("Its three rivals are Aldane, Corvin and Orso.", "3 {3}");
	expect("Its three rivals are Aldane and Corvin.", "3 {2}");
	expect("Three rivals are Aldane, Corvin and Orso.", "");
	expect("Its three rivals are Aldane, Corvin and Orso in the north.", "");
}

Test(announce, what_a_noun_announces_stands_behind_its_colon)
{
	expect("There are three reasons for this delay: fog, ice and snow.", "3 {3}");
	expect("There are three barges for this delay: fog, ice and snow.", "");
}

Test(announce, a_comma_at_the_end_of_code_is_the_sentences)
{
	expect("It reads three files: `alpha,` `beta` and `gamma`.", "3 {3}");
	expect("It makes two calls: `f(a, b)` and `g(c, d)`.", "2 {2}");
}

Test(announce, names_in_code_are_of_whatever_is_counted)
{
	expect("The gauge knows four verbs (`fill`, `hold`, `tilt`, `drain`, `rinse`).", "4 {5}");
	expect("The gauge knows four verbs (fill, hold, tilt, drain and rinse).", "");
}

Test(announce, sentences_that_tell_their_place_are_counted)
{
	expect("It turns for four reasons. First, it rained. The weir held. Second, the wheel is new. Third, it is fed.",
	       "4 {3}");
	expect("It turns for three reasons. First, it rained, second, it is new and, third, it is fed.", "");
	expect("It turns for three reasons. The first is rain. The second is the wheel and the third is the chute.", "3 [2, 3]");
	expect("It turns for three reasons of old: the first is rain. The second is the wheel.", "3 {2}");
	expect("It turns for two reasons. Firstly, it rained.\n\nSecondly, it is new.\n\nIt was built by Orme.", "2 {2}");
	expect("It turns for three reasons. First, it rained. Second, it is new. Finally, it is fed.", "3 [2, 3]");
	expect("It turns for three reasons. First, it rained. Second, it is new. Also, it is fed.", "");
	expect("It turns for three reasons. First, it rained. Finally, it is fed.", "");
	expect("It turns for two reasons. It rained. First, it was mended. Second, it was fed.", "");
	expect("It has two 8 bit modes. First, it rained. Second, it is new. Third, it is fed.", "");
	expect("It has four wheels. First, it rained. Second, it is new. Third, it is fed.", "");
}

Test(announce, places_in_brackets_are_counted)
{
	expect("It turns for three reasons: (1) the rain, and (2) the new wheel.", "3 {2}");
	expect("It turns for two reasons: a) rain of March; b) the wheel; c) a new sluice.", "2 {3}");
	expect("It is made of three parts, including (i) the wheel, (ii) the stone, and (iii) the chute.", "3 {3}");
	expect("It is made of three parts, including (i) the wheel and (ii) the stone.", "");
	expect("It rests on two laws: (1), (2).", "");
	expect("It has two doors and a hatch. It is mended: (1) by day, (2) by night, (3) never.", "");
}

Test(announce, commas_divide_beside_semicolons_and_before_the_first_one)
{
	expect("It keeps four books: dues, fines, loans; and the roll.", "4 [1, 2] \u222A [3, 4]");
	expect("It keeps a yard, which has four rooms: Oak, Ash, Elm and Fir; and a quay.", "4 [1, 5]");
}

Test(announce, what_tells_of_the_name_before_it_is_no_name)
{
	expect("It buys from two mills -- Aldane, maker of oars, and Corvin, maker of sails.", "2 [2, 4]");
	expect("It has two parts: the race, the upper ditch, and the wheel, the lower one.", "2 [2, 4]");
	expect("It ships 4 reels: `ropea, ropeb, ropec,` and `roped`.", "4 [2, 4]");
	expect("She won three times: in May and in June.", "");
}

Test(announce, places_end_behind_a_paragraph_of_something_else)
{
	expect("It is shut for two reasons. First, the ice holds. Second, the gates are old.\n\nIt will open soon.\n\n"
	       "Third, a boat is missed.",
	       "2 {2}");
}
