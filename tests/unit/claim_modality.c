/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_modality, cues_of_the_clause_tell_the_mode)
{
	static const claim_case cases[] = {
		{"The firm cut 500 jobs.", "500", "mode=asserted"},
		{"The firm will cut 500 jobs.", "500", "mode=forecast"},
		{"The firm is expected to cut 500 jobs.", "500", "mode=forecast"},
		{"The firm plans to cut 500 jobs.", "500", "mode=target"},
		{"The firm aims for 500 sales a day.", "500", "mode=target"},
		{"If the deal fails, 500 jobs go.", "500", "mode=hypothetical"},
		{"The deal would cost 500 jobs.", "500", "mode=hypothetical"},
		{"The 500 workers were not paid.", "500", "mode=negated"},
		{"The firm not only sold 500 cars, it also built them.", "500", "mode=asserted"},
		{"The firm denied reports that 500 workers were sacked.", "500", "mode=denied"},
		{"He denied stealing 500 cars.", "500", "mode=denied"},
		{"Some 500 visitors are denied entry.", "500", "mode=asserted"},
		{"The firm sold 500 cars, more than expected.", "500", "mode=asserted"},
		{"Some 500 men (80%) agreed and 60 did not.", "500", "mode=asserted"},
		{"Some 500 men (80%) agreed and 60 did not.", "80", "mode=asserted"},
		{"Some 500 men (80%) agreed and 60 did not.", "60", "mode=negated"},
		{"The firm sold 500 cars, although it will close.", "500", "mode=asserted"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, a_forecast_told_beside_a_fact_makes_it_no_forecast)
{
	static const claim_case cases[] = {
		{"Profits rose 15% to $46m, ahead of forecasts of $43m.", "46m", "mode=asserted"},
		{"Profits rose 15% to $46m, ahead of forecasts of $43m.", "43m", "mode=forecast"},
		{"The target is 5%.", "5", "mode=target"},
		{"It posted larger-than-expected profits of $5m.", "5m", "mode=asserted"},
		{"It is forecast to sell 500 cars.", "500", "mode=forecast"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, a_cue_that_looks_ahead_leaves_what_stands_before)
{
	static const claim_case cases[] = {
		{"They won by 12 goals, founding a game that would become a craze.", "12", "mode=asserted"},
		{"It sold 500 cars, not 600 vans.", "500", "mode=asserted"},
		{"It sold 500 cars, not 600 vans.", "600", "mode=negated"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, a_name_that_looks_like_a_cue_is_none)
{
	static const claim_case cases[] = {
		{"The singer Ana May sold 500 records there.", "500", "mode=asserted"},
		{"They sold 500 records with Will Orlov in Arden.", "500", "mode=asserted"},
		{"May sold 500 records there.", "500", "mode=asserted"},
		{"LAKE FIRM MAY CUT 500 JOBS", "500", "mode=hypothetical"},
		{"Lake Firm Could Cut 500 Jobs", "500", "mode=hypothetical"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, a_form_of_be_before_to_needs_a_verb_to_foretell)
{
	static const claim_case cases[] = {
		{"Some 500 births were to mothers from Arden.", "500", "mode=asserted"},
		{"Some 500 sales were to the navy.", "500", "mode=asserted"},
		{"Some 500 jobs are to go.", "500", "mode=forecast"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, a_negation_does_not_reach_the_phrase_that_opens_its_clause)
{
	static const claim_case cases[] = {
		{"Despite 12 nominations, the film failed to win.", "12", "mode=asserted"},
		{"It paid a $500 fine for fishing without a permit.", "500", "mode=asserted"},
		{"It left without 500 workers.", "500", "mode=negated"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_modality, parts_named_after_their_whole_are_told_as_it_is)
{
	static const claim_case cases[] = {
		{"It is to take over the 80 clerks who work in Arden, including 30 guards and 50 cooks.", "80", "mode=forecast"},
		{"It is to take over the 80 clerks who work in Arden, including 30 guards and 50 cooks.", "30", "mode=forecast"},
		{"It is to take over the 80 clerks who work in Arden, including 30 guards and 50 cooks.", "50", "mode=forecast"},
		{"It took over 80 clerks, including 30 guards.", "30", "mode=asserted"},
	};
	CLAIM_TABLE(cases);
}
