/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_measure, head_is_the_last_noun_after_the_figure)
{
	static const claim_case cases[] = {
		{"The port has 22 cranes.", "22", "head=crane; phrase=cranes; modifiers=-; complement=-"},
		{"The port has 22 rusty harbour cranes.", "22", "head=crane; phrase=rusty harbour cranes; modifiers=rusty harbour"},
		{"Some 14 women sang.", "14", "head=woman; phrase=women"},
		{"It keeps 31 sheep in a barn.", "31", "head=sheep"},
		{"The club has 22 registered voters on its list.", "22", "head=voter; modifiers=registered"},
		{"They found 17 newly built houses there.", "17", "head=house"},
		{"It runs 12 sports clubs across the county.", "12", "head=club; modifiers=sports"},
		{"The firm cut 23 flights.", "23", "head=flight"},
		{"The council named 19 anti-fraud officers.", "19", "head=officer; modifiers=anti-fraud"},
		{"It met 14 envoys yesterday.", "14", "head=envoy; phrase=envoys"},
		{"It opened 41 more bakeries.", "41", "head=bakery; phrase=bakeries"},
		{"The police questioned 26 workers living near the mill.", "26", "head=worker; phrase=workers"},
		{"He sold 37 ‘ghost ships’ to them.", "37", "head=ship"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, what_of_joins_to_the_noun_is_its_complement)
{
	static const claim_case cases[] = {
		{"The board closed 22 cells of rural smuggling networks on Monday.", "22",
	     "head=cell; phrase=cells of rural smuggling networks; complement=rural smuggling network"},
		{"They met 40 members and friends of local choirs.", "40",
	     "head=member; phrase=members and friends of local choirs; complement=local choir"},
		{"The fund holds 300 crates of bottles of red wine.", "300", "head=crate; complement=bottle red wine"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, of_after_a_figure_names_the_whole)
{
	static const claim_case cases[] = {
		{"Some 40 of the workers left.", "40", "head=worker; partitive=yes; elided=-"},
		{"Some 12 of the 47 members stayed.", "12", "head=member; partitive=yes; elided=47"},
		{"About 12% of drivers pay.", "12", "head=driver; partitive=no"},
		{"Dozens of villagers left the valley.", "Dozens", "head=villager; partitive=no"},
		{"It used 300 tonnes of grain.", "300", "head=grain"},
		{"The bank holds $5m of bad debt.", "5m", "head=debt; modifiers=bad"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_count_without_a_noun_borrows_the_nearest)
{
	static const claim_case cases[] = {
		{"Police held 160 active dealers of forged stamps, more than 110 of whom have been jailed.", "110",
	     "head=dealer; phrase=active dealers of forged stamps; modifiers=active; elided=160; partitive=yes"},
		{"Police held 160 dealers, 110 of whom were jailed and 40 were freed.", "40",
	     "head=dealer; elided=160; partitive=yes"},
		{"The blast killed 12 miners and wounded 44.", "44", "head=miner; elided=12; partitive=no"},
		{"It sold 31 boats, up from 27 in May.", "27", "head=boat; elided=31"},
		{"The firm built 14 ships. Another 52 were ordered.", "52", "head=ship; elided=14"},
		{"Of the 75 members 33 voted.", "33", "head=member; elided=75; partitive=yes"},
		{"The board has 28 members, of whom 13 are women.", "13", "head=member; elided=28; partitive=yes"},
		{"The choir has 28 members.\n\nA train was late, and 14 were lost.", "14", "head=-; elided=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, an_amount_measures_the_subject_of_its_clause)
{
	static const claim_case cases[] = {
		{"Profits rose 12% to $5m.", "12", "head=profit"},
		{"Profits rose 12% to $5m.", "5m", "head=profit"},
		{"Net profit jumped to $6m from $5m.", "5m", "head=profit; modifiers=net"},
		{"Unemployment fell to 4.3% last year.", "4.3", "head=unemployment"},
		{"The company said its underlying profit before tax rose 8%.", "8", "head=profit"},
		{"Sales were flat while costs climbed 7%.", "7", "head=cost"},
		{"Sales, which had been weak, fell 3%.", "3", "head=sale"},
		{"In 2019 turnover was $9m.", "9m", "head=turnover"},
		{"The number of thefts rose by 14 to 60.", "14", "head=theft"},
		{"The price of copper rose to $40.", "40", "head=price; complement=copper"},
		{"Rents rose 12% to $56 and fell 3% in June.", "3", "head=rent"},
		{"The board expects profits to rise 14%.", "14", "head=profit"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, an_amount_beside_a_noun_measures_that_noun)
{
	static const claim_case cases[] = {
		{"It also owns a 55 percent interest in Aldane.", "55", "head=interest"},
		{"They agreed on a $12m loan.", "12m", "head=loan"},
		{"They agreed on a $12m (£8m) bridge loan.", "12m", "head=loan; modifiers=bridge"},
		{"They agreed on a loan of $12m (£8m).", "8m", "head=loan; elided=12m"},
		{"It reported a loss of $7m.", "7m", "head=loss"},
		{"A 12% rise in rents was announced.", "12", "head=rent"},
		{"A 12% rent rise was announced.", "12", "head=rent"},
		{"It promised earnings growth of 5%.", "5", "head=earnings"},
		{"It must pay $28m in damages.", "28m", "head=damage"},
		{"It made a profit of $36m, up 27% on the year.", "27", "head=profit; elided=36m"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, an_ordinal_has_its_series)
{
	static const claim_case cases[] = {
		{"Envoys attended the 41st meeting in Arden.", "41st", "head=meeting; definite=yes"},
		{"They met at the 10th jubilee anti-fraud conference.", "10th", "head=conference; modifiers=jubilee anti-fraud"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_definite_word_before_the_figure_is_told)
{
	static const claim_case cases[] = {
		{"The 22 ships sank.", "22", "definite=yes"},
		{"Its last 22 ships sank.", "22", "definite=yes"},
		{"Some 22 ships sank.", "22", "definite=no"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_bare_count_is_of_what_its_verb_counts)
{
	static const claim_case cases[] = {
		{"Storm kills 19 in Korvan", "19", "head=person; phrase=-; class=die"},
		{"Four killed, 90 injured in Korvan riots", "90", "head=person; class=hurt"},
		{"Blast kills five, wounds 36 in Korvan", "36", "head=person; class=hurt"},
		{"The firm sold 19 in May.", "19", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_hyphen_joins_a_count_to_its_noun)
{
	static const claim_case cases[] = {
		{"It has a quiet four-cylinder motor.", "four", "phrase=cylinder motor"},
		{"It comes in four-, five- and six-wheel versions.", "four", "phrase=wheel versions; elided=six"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_bare_number_is_of_what_its_clause_tells_of)
{
	static const claim_case cases[] = {
		{"The index fell to 55 in May, from an adjusted 56 in April.", "56", "head=index"},
		{"The peso strengthened again to trade at 132 against the crown.", "132", "head=peso"},
		{"We had 22 burglaries this week, compared with an average of 20.", "20", "head=burglary; elided=22"},
		{"A third of those seen were at 35 or badly obese.", "35", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, many_things_are_told_in_the_plural)
{
	static const claim_case cases[] = {
		{"Of the 20 trades asked by the board, 13 reported growth.", "13", "head=trade; predicate=report; elided=20"},
		{"It runs 12 music and dance schools.", "12", "head=school; phrase=music and dance schools"},
		{"Some 14 South African ships sailed.", "14", "head=ship"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, who_has_the_things_counted_is_told_beside_them)
{
	static const claim_case cases[] = {
		{"Arden Ferries runs 12 boats.", "12", "head=boat; subject=Arden Ferries"},
		{"Alder, which has 40 workers, will move.", "40", "head=worker; subject=Alder"},
		{"The 12 boats sank.", "12", "head=boat; subject=-"},
		{"Profits rose 12%.", "12", "head=profit; subject=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_noun_that_is_not_told_again)
{
	static const claim_case cases[] = {
		{"It has 300 workers in Arden, 250 in Korvan.", "250", "head=worker"},
		{"She has 12 cats, four more than her sister.", "four", "head=cat"},
		{"Of the 450 men 312 came, in May - 90.", "90", "head=man"},
		{"Of the shares on offer, 750 were sold.", "750", "head=share"},
		{"The team won 12 of their last 20 games.", "12", "head=game"},
		{"The price index was put at a preliminary 125.", "125", "head=index"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_country_in_capitals_is_no_pronoun)
{
	static const claim_case cases[] = {
		{"The port let 40 US sailors ashore.", "40", "head=sailor; phrase=US sailors; modifiers=us"},
		{"The firm sold 14 IT systems.", "14", "head=system; phrase=IT systems"},
		{"They owe 14 to us.", "14", "head=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, after_one_thing_a_plural_is_its_verb)
{
	static const claim_case cases[] = {
		{"A 9-foot wall encloses it.", "9", "head=wall; phrase=wall"},
		{"One tram departs every hour.", "One", "head=tram; phrase=tram"},
		{"It built 12 sports halls.", "12", "head=hall; phrase=sports halls"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, some_plurals_stand_alone)
{
	static const claim_case cases[] = {
		{"There are 50 boats people want.", "50", "head=boat; phrase=boats"},
		{"Some 14 children sings there.", "14", "head=child; phrase=children"},
		{"The mill has 31 business people.", "31", "head=person; phrase=business people"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_plural_with_an_apostrophe_goes_on_to_its_noun)
{
	static const claim_case cases[] = {
		{"It was sued by two nurses' unions.", "two", "head=union; phrase=nurses' unions"},
		{"They saw 12 'night owls' there.", "12", "head=owl"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_fraction_right_before_its_noun)
{
	static const claim_case cases[] = {
		{"Half the harbours froze.", "Half", "head=harbour; phrase=harbours"},
		{"Trade fell in half the ports.", "half", "head=port"},
		{"One-half of mill and mine foremen agreed.", "One-half", "head=foreman; phrase=mill and mine foremen"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, what_a_verb_moves_is_counted_at_both_ends)
{
	static const claim_case cases[] = {
		{"The line cut its crew from 50 to 30.", "50", "head=crew"},
		{"The line cut its crew from 50 to 30.", "30", "head=crew"},
		{"They reduced the number of night trams from four to one per hour.", "one", "head=tram; phrase=night trams"},
		{"The yard kept going by raising rents 8 percent.", "8", "head=rent; phrase=rents"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, the_noun_of_a_clause_without_its_verb)
{
	static const claim_case cases[] = {
		{"The mill earns $15 million, the quarry $9 million.", "9 million", "head=quarry"},
		{"The 70% survival rate that it claims is high.", "70", "head=rate; phrase=survival rate"},
		{"Scots men 30 to 49 years of age reported pain.", "30 to 49", "head=man; phrase=Scots men"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, the_others_have_the_noun_of_those_told_before)
{
	static const claim_case cases[] = {
		{"The guild passed 15 of the 22 laws and turned down the other nine.", "nine", "head=law"},
		{"The yard sold 15 boats and gave up the remaining nine.", "nine", "head=boat"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_verb_whose_past_is_its_base_moves_what_follows)
{
	static const claim_case cases[] = {
		{"The mayor cut staff from 80 to 65.", "80", "head=staff"},
		{"Volunteers aged 25 to 60 years took part.", "25 to 60", "head=volunteer"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_part_is_of_the_nearest_whole_though_that_borrowed_its_noun)
{
	static const claim_case cases[] = {
		{"The slide killed nine people, including four monks, and hurt 40, eight of them badly.", "eight", "elided=40"},
		{"The firm has 12 mills in Arden and 40 in Bexley, 30 of them new.", "30", "elided=40"},
		{"It built 50 boats in 2010 and 70 in 2011, of which 60 were sold.", "60", "elided=70"},
		{"The guild has 160 members, of whom 110 voted and 60 stayed away.", "60", "elided=160"},
		{"The guild has 160 members, of whom 110 voted, 90 of them by post.", "90", "elided=110"},
		{"The guild has 160 members, 90 of whom voted and 60 of whom did not.", "60", "elided=160"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_count_is_of_what_its_verb_tells_of)
{
	static const claim_case cases[] = {
		{"The price of oats is currently 18.", "18", "head=price"},
		{"The crowd averaged 3,700.", "3,700", "head=crowd"},
		{"It added 40 berths, taking capacity to 900.", "900", "head=capacity"},
		{"It added 40 berths, taking the total to 900.", "900", "head=berth"},
		{"A third of those polled had not heard.", "A third", "head=polled; phrase=those polled"},
		{"With a slope of 5% in May and 4 last year, it stayed.", "4", "head=slope"},
		{"It had nine judges rather than the usual five.", "five", "head=judge"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_share_opens_of_what_was_counted_before)
{
	static const claim_case cases[] = {
		{"There were 26 mills. Of these, 29% were sold.", "29", "head=mill; partitive=yes"},
		{"Thousands join strike in Arden.", "Thousands", "head=-"},
		{"Some 104 berths would go, with 60 of those expected in Arden.", "60", "head=-"},
		{"Three of the accused left.", "Three", "head=accused"},
		{"Lamp makers - including Orlov - have grown by 5%.", "5", "head=maker"},
		{"It is three times more likely to fail.", "three times", "mode=asserted"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_time_behind_a_count_is_not_counted)
{
	static const claim_case cases[] = {
		{"Crowds averaged 4,200 last season.", "4,200", "head=crowd"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_measure, a_count_compared_has_the_noun_that_was_told)
{
	static const claim_case cases[] = {
		{"There were 2,150 floods in Arden in 2016, compared with 2,410 in 2009.", "2,410", "head=flood; elided=2,150"},
		{"There were 2,150 floods in 2016, compared with 2,410 in 2009 (a drop of 11%).", "11", "head=flood"},
		{"Among the 310 smiths, 45 (15%) were ill.", "45", "head=smith"},
		{"The number of smiths was 645, of which 31 were ill.", "645", "head=smith; partitive=no"},
		{"Replies, at 4,150, were late.", "4,150", "head=reply"},
		{"Attendance averaged 4,150 a game.", "4,150", "head=attendance"},
	};
	CLAIM_TABLE(cases);
}
