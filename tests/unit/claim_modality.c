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
