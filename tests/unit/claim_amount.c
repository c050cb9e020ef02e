/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_amount, the_subject_is_read_back_from_the_verb)
{
	static const claim_case cases[] = {
		{"However excluding volatile rents core inflation rose 3%.", "3", "head=inflation"},
		{"The speed of the rent increases should climb only to 9% next year.", "9", "head=speed"},
		{"Rents of flats in Arden fell 7%.", "7", "head=rent; complement=flat"},
		{"Rents in Arden and Korvan fell 7%.", "7", "head=rent"},
		{"The number of people online in Arden rose by 12%.", "12", "head=person"},
		{"The tariff charged last year was $40.", "40", "head=tariff"},
		{"The Dorn Shipping Average lost 19 points yesterday.", "19", "head=average"},
		{"Because it used a thin pipe, the working height was 12 mm.", "12", "head=height"},
		{"Its weight came to 2 kg and its voltage came to 7 volts.", "7", "head=voltage"},
		{"Rents in bank buildings, which were up 8%, led the list.", "8", "head=building"},
		{"The firm's revenue amounted to $50m in that year.", "50m", "head=revenue"},
		{"Sampling in May came back at 4 kg.", "4", "head=sampling"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_conjunct_and_a_pronoun_share_the_subject_before)
{
	static const claim_case cases[] = {
		{"The index gained 5% to close at 80 points.", "80", "head=index"},
		{"Net profit rose 15% from a year ago to reach $46m.", "46m", "head=profit"},
		{"Turnover fell in May, and for the year it came in at $9m.", "9m", "head=turnover"},
		{"The kiln is liked since it can hit 500 degrees celsius.", "500", "head=kiln"},
		{"He said so because he lost $9m.", "9m", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, an_object_is_what_its_verb_brings_to_an_amount)
{
	static const claim_case cases[] = {
		{"The firm cut its rent by 5%.", "5", "head=rent"},
		{"Alder lowered its sales outlook for the first quarter ended May to $84m.", "84m", "head=outlook; modifiers=sales"},
		{"The shop is selling the plain version of the lamp for $79.", "79", "head=version"},
		{"It took a 51% stake in a school for $92m.", "92m", "head=stake"},
		{"The firm needs to cut 600 jobs and reduce costs by $5m.", "5m", "head=cost"},
		{"It was blamed for hiking subscription fees by $24.", "24", "head=fee"},
		{"She had a shot at the mark from 30 metres.", "30", "head=shot"},
		{"Shares ended the day at $4.", "4", "head=share"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, money_is_for_what_it_pays_and_off_what_it_is_taken)
{
	static const claim_case cases[] = {
		{"The club paid $21m for the flights.", "21m", "head=flight"},
		{"It spent $6m on advertising.", "6m", "head=advertising"},
		{"The sale wiped $34m off the value of Alder.", "34m", "head=alder"},
		{"The deal added $7m to its debts.", "7m", "head=debt"},
		{"It must pay $28m in cash.", "28m", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_noun_beside_an_amount_has_it)
{
	static const claim_case cases[] = {
		{"The mill will get a grant worth up to $8m.", "8m", "head=grant"},
		{"They sell dried fruit products priced at $10.", "10", "head=product"},
		{"In Arden: Dorn +3% Elm -2%.", "+3", "head=dorn"},
		{"The port fee (down 5%) is due.", "5", "head=fee"},
		{"Milk prices rose 4% and egg prices 6%.", "6", "head=price; modifiers=egg"},
		{"The fine was $52,000 for Arden and $75,000 for Korvan.", "75,000", "head=fine; elided=52,000"},
		{"He sailed in calm water, 47 feet deep.", "47", "head=water"},
		{"The margin was $31m, down 9% year on year.", "9", "head=margin"},
		{"The club keeps 17 players older than 21.", "21", "head=player"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, the_noun_after_an_amount_may_stand_past_its_mates)
{
	static const claim_case cases[] = {
		{"They have a $350 a month rent.", "350", "head=rent"},
		{"The depot serves 8 miles (13 km) of new tunnels.", "8", "head=tunnel"},
		{"The depot serves 8 miles (13 km) of new tunnels.", "13", "head=tunnel"},
		{"Some 89% of all shares that the bank has issued were sold.", "89", "head=share"},
		{"It hosts a 52,000 barrel-a-day plant.", "52,000", "head=plant"},
		{"She signed a two-year, $5m contract.", "two", "head=contract"},
		{"Add 50 ml of 30% acid.", "50", "head=acid"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_time_or_distance_that_says_when_or_where_measures_nothing)
{
	static const claim_case cases[] = {
		{"The nations promised $7m over the next six months.", "six", "head=-"},
		{"The fund gave its money to Korvan nine years ago.", "nine", "head=-"},
		{"The firm found a vein 90 feet west of the mill.", "90", "head=-"},
		{"The vein is 90 feet long.", "90", "head=vein"},
		{"Before the games, the 25-year-old trained in Arden.", "25", "head=-"},
		{"Net includes credits of $165,000 in quarter and $189,000 in year.", "165,000", "head=credit"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_line_of_a_table_names_its_numbers_before_them)
{
	static const char lines[] = "Net profit 474,270 vs loss 369,848\nSales 202,500 vs 111,210";
	static const claim_case cases[] = {
		{lines, "474,270", "head=profit; modifiers=net"},
		{lines, "369,848", "head=loss"},
		{lines, "202,500", "head=sale"},
		{lines, "111,210", "head=sale"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_clause_without_a_subject_takes_that_of_the_one_before)
{
	static const claim_case cases[] = {
		{"Lamp sales rose 2.5% in May after falling a final 1.5% in April.", "1.5", "head=sale"},
		{"Output fell 3% in March while rising 4% from a year ago.", "4", "head=output"},
		{"The level of rents was little changed but was 6% higher than in May.", "6", "head=rent"},
		{"Rents among men stood at 7%.", "7", "head=rent"},
		{"The Arden mill, an old one, makes 40 kW.", "40", "head=mill"},
		{"Guards in Arden say Korvan's share should shrink from 65% to 45%.", "45", "head=share"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, what_stands_before_the_amount_in_its_phrase_is_told)
{
	static const claim_case cases[] = {
		{"The plan would cut farm rents an additional $24.", "24", "head=rent"},
		{"The lorries, valued at about $7, will go.", "7", "head=lorry"},
		{"The lorry, costing $90, is small.", "90", "head=lorry"},
		{"Sales of lamps totalling 40 kg fell.", "40", "head=sale"},
		{"The relief goes to people earning $40.", "40", "head=person"},
		{"The lamp for just $79 sold well.", "79", "head=lamp"},
		{"He moved to Arden for $79.", "79", "head=-"},
		{"The new lorry with 90 kW beat all others.", "90", "head=lorry"},
		{"The bridge, 300 m long, is old.", "300", "head=bridge"},
		{"Arden's rent, at 4.7%, is low.", "4.7", "head=rent"},
		{"At 4.7%, the low rent is news.", "4.7", "head=rent"},
		{"Sales to Korvan, worth $5 last year, fell.", "5", "head=sale"},
		{"The index ended 12 points lower.", "12", "head=index"},
		{"Some 40% of the town's 120 homes are old.", "40", "head=home"},
		{"It sold $5 of bonds and about $4 had been lost.", "4", "head=bond"},
		{"The firm wants a guideline of 15 kg requiring care.", "15", "head=guideline"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, the_noun_stands_behind_a_year_or_worth_of)
{
	static const claim_case cases[] = {
		{"It told of a $9m 1986 loss.", "9m", "head=loss"},
		{"It has a $5bn 1986-1990 road plan.", "5bn", "head=plan"},
		{"It sold $5m worth of green bonds.", "5m", "head=bond"},
		{"The tower is 50 m taller than the mill.", "50", "head=tower"},
		{"Arden's 70% controlling stake is high.", "70", "head=stake"},
		{"About 20% of the 12-page report was blank.", "20", "head=report"},
		{"He had a $25m offer last week.", "25m", "head=offer"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_name_with_a_number_is_a_noun)
{
	static const claim_case cases[] = {
		{"The K9 is about $40 cheaper.", "40", "head=k9"},
		{"The Lamp 11 costs $70.", "70", "head=lamp; phrase=Lamp 11"},
		{"It would make the K9 around $25 cheaper than others.", "25", "head=k9"},
		{"The new K9 with 90 kW beat all others.", "90", "head=k9; phrase=K9"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, the_noun_stands_apart_from_its_amount)
{
	static const claim_case cases[] = {
		{"It has a book value of $3m.", "3m", "head=value"},
		{"The farm, on the market for $650, is old.", "650", "head=farm"},
		{"It sold a radio and the old lamp for just $79.", "79", "head=lamp"},
		{"The lamp costs $90, the shade another $25.", "25", "head=shade"},
		{"He sells a pair of oars in the upper yard for $6 each.", "6", "head=oar"},
		{"They bought 40 oars at $12 apiece.", "12", "head=oar"},
		{"It added tens of thousands of dollars to the price of a typical home.", "tens of thousands",
	     "head=price; complement=typical home"},
		{"Rents have crept upward, from 20 kg in May for mid-sized lots, and from about 14 kg to 24 kg for big ones.", "14",
	     "head=rent"},
		{"Oat sales in 2003 up 25% led the list.", "25", "head=sale"},
		{"That pushed down the jobless rate to 5.2%.", "5.2", "head=rate"},
		{"The mill will be 190 m high and cost $85m.", "190", "head=mill"},
		{"Orlov (18.2 ppg, 6.1 rpg) led.", "6.1", "head=orlov; kind=measure"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, a_multiple_is_of_what_it_moves)
{
	static const claim_case cases[] = {
		{"Sales of lamps have more than doubled since May.", "doubled", "head=sale; complement=lamp"},
		{"The mill doubled its rents.", "doubled", "head=rent"},
		{"Twice as many lamps were sold.", "Twice", "head=lamp"},
		{"The town spent $2m on 14 new lorries.", "2m", "head=lorry"},
		{"Prices for the K9 start at $40.", "40", "head=price"},
		{"The lake is 12 m deep and covers 40 hectares.", "40", "head=lake"},
		{"The lamp, launched at $40, now sells for just $30.", "40", "head=lamp"},
		{"The lamp, launched at $40, now sells for just $30.", "30", "head=lamp"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, the_second_of_two_that_moved_has_its_own_noun)
{
	static const claim_case cases[] = {
		{"Rents rose by 3% and rates by 9%.", "9", "head=rate"},
		{"Rents rose by 3% in Arden and Bexley by 9%.", "9", "head=rent"},
		{"The firm was valued at $4m.", "4m", "head=firm"},
		{"They pulled $6m from the fund.", "6m", "head=fund"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, an_extent_and_a_share_put_otherwise)
{
	static const claim_case cases[] = {
		{"It has a range of 200 miles.", "200", "head=range"},
		{"Some 4.3 million smiths, or 1.3 percent, own one.", "1.3", "head=smith"},
		{"The hall which seats 900 cost $18m.", "900", "head=-"},
		{"A tower 210 metres tall and old.", "210", "head=tower"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, who_is_fined_and_what_starts_at_a_price)
{
	static const claim_case cases[] = {
		{"The court fined the mill $14m.", "14m", "head=mill"},
		{"The Lamp 4 with 20 kW starts at $40.", "40", "head=lamp"},
		{"The Lamp 4 with 20 kW starts at $40.", "20", "head=lamp"},
		{"A three-bedroom flat costs $210.", "210", "head=flat"},
		{"Oat prices ended flat at $5.", "5", "head=price"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, what_changed_is_what_stands_behind_the_change_or_shows_it)
{
	static const claim_case cases[] = {
		{"The gap was due to a rise of 15 percent in the cost of coal.", "15", "head=cost"},
		{"Thefts of nets showed a 15% increase on the year.", "15", "head=theft"},
		{"The mayor announced a 15% increase.", "15", "head=increase"},
		{"The capital account recorded net inward transfers of $45m.", "45m", "phrase=net inward transfers"},
		{"Most fevers were light (81.5%).", "81.5", "head=fever"},
		{"The mill will pay 15% more for coal.", "15", "head=coal"},
		{"Shares of the mill fell 1.5% on Monday.", "1.5", "head=share"},
		{"The cure is 81% effective.", "81", "head=cure"},
		{"A real decline of 15% came.", "15", "head=decline"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, growth_that_is_expected_and_a_span_that_is_past)
{
	static const claim_case cases[] = {
		{"The mill expects growth of 15% this year.", "15", "head=growth"},
		{"The town grew over the past two years.", "two", "head=-"},
		{"It runs at 15/hour.", "15", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_amount, marks_that_are_hit_prices_side_by_side_and_levels)
{
	static const claim_case cases[] = {
		{"Sales of mugs hit the $45m mark.", "45m", "head=sale"},
		{"The coupon was set at 15 percent and the sale price at 45 dollars.", "45", "phrase=sale price"},
		{"It is above the closing level of 31.5 there.", "31.5", "head=level"},
		{"It paid for a recent 45 million dollar refinancing of debts.", "45 million", "head=refinancing"},
		{"The median time to arrival for the other 31 pilots was 15 months.", "15", "head=time"},
		{"The rate, now 4.5%, may rise.", "4.5", "head=rate"},
		{"It will shut 15 mills and mend 45 more.", "45", "head=mill"},
	};
	CLAIM_TABLE(cases);
}
