/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_predicate, a_passive_after_the_noun_tells_what_happened_to_it)
{
	static const claim_case cases[] = {
		{"Last week 22 cells were neutralized in the north.", "22", "class=neutralise; quote=22 cells were neutralized"},
		{"More than 30 cells of smugglers engaged in theft have been suppressed.", "30", "class=neutralise"},
		{"Some 40 mines were shut down in May.", "40", "class=close"},
		{"Nine smugglers arrested in Torvia", "Nine", "class=arrest"},
		{"Some 22 men and 41 women were arrested in raids.", "22", "class=arrest"},
		{"Some 22 men and 41 women were arrested in raids.", "41", "class=arrest"},
		{"About 350 pages, recognised by courts as libel and banned, were removed.", "350", "class=remove"},
		{"Some 350 clubs, including groups of choirs, were closed.", "350", "class=close"},
		{"More than 950 travellers are denied entry.", "950", "class=deny"},
		{"At least 14 people were dead by noon.", "14", "class=die"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, an_active_verb_right_before_the_figure_tells_it_too)
{
	static const claim_case cases[] = {
		{"Flood kills 14 villagers in Korvan", "14", "class=die; predicate=kill"},
		{"A bomb went off in a hall, killing more than 140 people.", "140", "class=die"},
		{"Police have arrested 14 smugglers.", "14", "class=arrest"},
		{"The firm laid off 500 workers.", "500", "class=job-cut"},
		{"Police arrested 14 smugglers, including three foreigners.", "three", "class=arrest"},
		{"Gunmen killed 12 soldiers and four officers.", "four", "class=die"},
		{"The fire left 12 people dead.", "12", "class=die"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, empty_nouns_hand_their_verb_on)
{
	static const claim_case cases[] = {
		{"The activity of more than two dozen gangs of car thieves has been suppressed this year.", "two dozen",
	     "class=neutralise"},
		{"The work of 14 gangs was stopped.", "14", "predicate=stop"},
		{"The chief of 14 gangs was arrested.", "14", "class=-; predicate=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, who_acts_does_not_undergo)
{
	static const claim_case cases[] = {
		{"Some 40 rebels killed the mayor.", "40", "predicate=kill; class=-"},
		{"The attack on 22 villages was foiled.", "22", "class=-"},
		{"Some 14 guards were hurt.", "14", "class=hurt"},
		{"Some 14 guards hurt the thief.", "14", "class=-"},
		{"They swapped 22 cars for one that was destroyed.", "22", "class=-"},
		{"It offers a combined 435 homes.", "435", "predicate=offer; class=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, of_some_verbs_the_subject_is_what_counts)
{
	static const claim_case cases[] = {
		{"More than 300 people attended the meeting.", "300", "class=attend"},
		{"The meeting was attended by 12 ministers.", "12", "class=attend"},
		{"Some 40 miners died in the fire.", "40", "class=die"},
		{"Some 40 shops closed.", "40", "class=close"},
		{"Of the 75 members 33 voted.", "33", "class=vote"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, a_noun_may_say_what_happened)
{
	static const claim_case cases[] = {
		{"The fire resulted in 21 deaths.", "21", "head=death; class=die"},
		{"The death toll rose to 48.", "48", "head=toll; class=die"},
		{"It won $28m in damages.", "28m", "class=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, a_quote_ends_with_noun_or_predicate)
{
	static const claim_case cases[] = {
		{"Police held 160 dealers, more than 110 of whom have been expelled from the port.", "110",
	     "quote=more than 110 of whom have been expelled; class=expel"},
		{"The flood killed 19 old villagers of Arden on Monday.", "19", "quote=19 old villagers of Arden"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, a_comparison_is_no_verb)
{
	static const claim_case cases[] = {
		{"The staff is 12 lower than in May.", "12", "predicate=-"},
		{"The staff is 12% lower than in May.", "12", "predicate=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, a_bare_figure_with_its_verb_counts_persons_not_the_verb)
{
	static const claim_case cases[] = {
		{"Barge sinks in storm, 17 die", "17", "class=die; head=person"},
		{"Eight dead in quarry fall", "Eight", "class=die; head=person"},
		{"Seventeen drown as barge sinks", "Seventeen", "class=die; head=person"},
		{"The foundry sells 17 die moulds.", "17", "class=-; head=mould"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_predicate, the_verb_that_leads_to_a_figure_is_told_and_undergone_by_nothing)
{
	static const claim_case cases[] = {
		{"Tolls grew by 1.9% in May.", "1.9", "predicate=grow; class=-"},
		{"The crew rose to 395.", "395", "predicate=rise; class=-"},
		{"The firm sold the mill for $5m.", "5m", "predicate=sell; class=-"},
		{"Net profit came in at $14m.", "14m", "predicate=come; class=-"},
		{"They went to 14 huts.", "14", "predicate=-"},
	};
	CLAIM_TABLE(cases);
}
