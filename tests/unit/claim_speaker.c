/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_speaker, a_name_beside_a_verb_of_saying_is_the_speaker)
{
	static const claim_case cases[] = {
		{"Ruiz said 31 boats sank.", "31", "who=Ruiz"},
		{"Some 31 boats sank, said Ruiz.", "31", "who=Ruiz"},
		{"Some 31 boats sank, Ruiz said.", "31", "who=Ruiz"},
		{"\"We lost 31 boats,\" Ruiz said.", "31", "who=Ruiz"},
		{"Ana Ruiz, head of the harbour, said 31 boats sank.", "31", "who=Ana Ruiz"},
		{"President Ana Ruiz said 31 boats sank.", "31", "who=Ana Ruiz"},
		{"Mr Berg said that 31 boats sank.", "31", "who=Berg"},
		{"According to LAKES, 31 boats sank.", "31", "who=LAKES"},
		{"Some 31 boats sank, the harbour office said.", "31", "who=harbour office"},
		{"Some 31 boats sank in the storm.", "31", "who=-"},
		{"The wardens of the eastern states counted 31 boats.", "31", "who=-"},
		{"In the United States 31 boats sank.", "31", "who=-"},
		{"The yard added 31 boats.", "31", "who=-"},
		{"Others said 31 boats sank.", "31", "who=-"},
		{"The yard in Arden said 31 boats sank.", "31", "who=yard in Arden"},
		{"Chairman of the Harbour Board Ana Ruiz said 31 boats sank.", "31", "who=Ana Ruiz"},
		{"Chairman of the Harbour Board said 31 boats sank.", "31", "who=Chairman of the Harbour Board"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_full_name_and_its_surname_are_one)
{
	static const char text[] = "Ana Ruiz said 31 boats sank.\n\nRuiz said 44 nets were lost.";
	static const claim_case cases[] = {
		{text, "31", "who=Ruiz"},
		{text, "44", "who=Ruiz"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_pronoun_stands_for_the_last_one_named)
{
	static const char text[] = "Ana Ruiz said 31 boats sank. She added that 44 nets were lost.";
	static const claim_case cases[] = {{text, "44", "who=Ana Ruiz"}};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, quotations_of_a_paragraph_share_their_speaker)
{
	static const char text[] = "\"The storm was bad. We lost 31 boats,\" Ruiz said. \"We also lost 44 nets.\"";
	static const claim_case cases[] = {
		{text, "31", "who=Ruiz"},
		{text, "44", "who=Ruiz"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, said_this_gives_the_sentence_before)
{
	static const char text[] = "Some 31 boats sank. Harbour chief Ana Ruiz said this on Monday.";
	static const claim_case cases[] = {{text, "31", "who=Ana Ruiz"}};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, what_stands_between_a_speaker_and_the_verb_is_passed_over)
{
	static const claim_case cases[] = {
		{"Director Ivan Orlov on Friday told the board that it had 12 offers.", "12", "who=Ivan Orlov"},
		{"The port grew in Arden, Korvan and Elm by 9%, said the report.", "9", "who=report"},
		{"A quarter of the web users said 5 sites were slow.", "5", "who=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, no_person_is_it)
{
	static const claim_case cases[] = {
		{"Mr Orlov said the mill closed 3 gates. It said it would cut 12 jobs.", "12", "who=-"},
		{"Mr Orlov said the mill closed 3 gates. He said it would cut 12 jobs.", "12", "who=Orlov"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, an_office_in_small_letters_may_stand_before_the_name)
{
	static const claim_case cases[] = {
		{"\"We sold 12 boats,\" said mill chairman Ivan Orlov of Alder.", "12", "who=Ivan Orlov"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_speaker_is_read_whole_or_not_at_all)
{
	static const claim_case cases[] = {
		{"The mill, Alder, said that it hoped to sell 31 boats.", "31", "who=Alder"},
		{"And Berg, who plays for the lake side at the games in Arden this week, said the 31 boats sank.", "31", "who=Berg"},
		{"Jobs fell by 31 - the fall largely explained by the storm.", "31", "who=-"},
		{"A survey of 75 boats revealed 31 leaks.", "31", "who=-"},
		{"The Alder All-Mills Fund said it sold 31 boats.", "31", "who=Alder All-Mills Fund"},
		{"South Lake Minister Ana Ruiz said 31 boats sank.", "31", "who=South Lake Minister Ana Ruiz"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_quotation_that_opens_again_stays_open)
{
	static const claim_case cases[] = {
		{"Berg said: \"It is sad. \"We lost 31 boats.\" All the guards left.", "31", "who=Berg"},
		{"Ruiz spoke. \"It is sad. \"We lost nets.\" Some 31 boats sank. \"We left,\" said Berg.", "31", "who=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_relative_clause_is_no_speaker)
{
	static const claim_case cases[] = {
		{"Some 15 per cent of smiths who work in Arden said they were ill.", "15", "who=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_speaker, a_name_with_a_number_word_in_it)
{
	static const claim_case cases[] = {
		{"Lamps rose 15 percent, Alder Brook First Delmont said.", "15", "who=Alder Brook First Delmont"},
	};
	CLAIM_TABLE(cases);
}
