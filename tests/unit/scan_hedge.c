/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_hedge, bounds_are_strict_or_not)
{
	static const scan_case cases[] = {
		{"More than 24 men left.", "More than 24: count (24, ∞)"},
		{"Over 24 men left.", "Over 24: count (24, ∞)"},
		{"At least 24 men left.", "At least 24: count [24, ∞)"},
		{"No fewer than 24 men left.", "No fewer than 24: count [24, ∞)"},
		{"24 or more men left.", "24 or more: count [24, ∞)"},
		{"Fewer than 24 men left.", "Fewer than 24: count [0, 24)"},
		{"Under 24 men left.", "Under 24: count [0, 24)"},
		{"Up to 24 men left.", "Up to 24: count [0, 24]"},
		{"No more than 24 men left.", "No more than 24: count [0, 24]"},
		{"As many as 24 men left.", "As many as 24: count [0, 24]"},
		{"Not more than 24 men left.", "Not more than 24: count [0, 24]"},
		{"In excess of 24 men left.", "In excess of 24: count (24, ∞)"},
		{"Exports exceeded 24 tonnes.", "24 tonnes: measure (24, ∞) t"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, a_mark_that_quotes_a_line_bounds_nothing)
{
	static const scan_case cases[] = {
		{"> three men left", "three: count {3}"},
		{"Crews of > three men left.", "> three: count (3, ∞)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, nearly_lies_below_and_just_over_above)
{
	static const scan_case cases[] = {
		{"Nearly 40 men left.", "Nearly 40: count [36, 40)"},
		{"Almost 40% left.", "Almost 40%: percent [35, 40) %"},
		{"Just under 40 men left.", "Just under 40: count [36, 40)"},
		{"Just over 40 men left.", "Just over 40: count (40, 44]"},
		{"Slightly more than 40% left.", "Slightly more than 40%: percent (40, 44] %"},
		{"Close to 400 men left.", "Close to 400: count [360, 400)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, about_lies_around)
{
	static const scan_case cases[] = {
		{"About 40 men left.", "About 40: count [36, 44]"},
		{"Around 400 men left.", "Around 400: count [360, 440]"},
		{"Some 300 men left.", "Some 300: count [270, 330]"},
		{"An estimated 300 men left.", "An estimated 300: count [270, 330]"},
		{"Roughly 40% left.", "Roughly 40%: percent [36, 44] %"},
		{"Approximately 3 thousand left.", "Approximately 3 thousand: count [2500, 3500]"},
		{"40 or so men left.", "40 or so: count [36, 44]"},
		{"~40 men left.", "~40: count [36, 44]"},
		{"300-odd men left.", "300-odd: count [270, 330]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, signs_hedge)
{
	static const scan_case cases[] = {
		{"Use >24 cells.", ">24: count (24, ∞)"},
		{"Use < 24 cells.", "< 24: count [0, 24)"},
		{"Use ≥24 cells.", "≥24: count [24, ∞)"},
		{"Use ≤ 24 cells.", "≤ 24: count [0, 24]"},
		{"It has 10,000+ users.", "10,000+: count [10000, ∞)"},
		{"It has 160-plus users.", "160-plus: count [160, ∞)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, over_before_a_duration_is_a_bound_only_after_its_verbs)
{
	static const scan_case cases[] = {
		{"It took over 3 years.", "over 3 years: duration (3, ∞) year"},
		{"He lived there for over 3 years.", "over 3 years: duration (3, ∞) year"},
		{"They pay $2,000 over 3 years.", "$2,000: money [1999.5, 2000.5] usd | 3 years: duration [2.5, 3.5] year"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, a_hedge_for_the_next_number_is_not_this_ones)
{
	static const scan_case cases[] = {
		{"It is 5 or more than 8 tonnes.", "5: measure [4.5, 5.5] t | more than 8 tonnes: measure (8, ∞) t"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, two_bounds_joined_are_one_range)
{
	static const scan_case cases[] = {
		{"It takes more than 10 and less than 40 kg.", "more than 10 and less than 40 kg: measure [10, 40] kg"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, words_before_a_bound_sharpen_it)
{
	static const scan_case cases[] = {
		{"Well over 40 men left.", "Well over 40: count (40, ∞)"},
		{"Far fewer than 40 men left.", "Far fewer than 40: count [0, 40)"},
		{"Much more than 40% left.", "Much more than 40%: percent (40, ∞) %"},
		{"Just over 40 men left.", "Just over 40: count (40, 44]"},
		{"A little less than 40 men left.", "A little less than 40: count [36, 40)"},
		{"Not much more than 40 men left.", "Not much more than 40: count (40, 44]"},
		{"Just shy of 40 men left.", "Just shy of 40: count [36, 40)"},
		{"Well short of 40 men left.", "Well short of 40: count [0, 40)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, a_negation_turns_a_bound_round)
{
	static const scan_case cases[] = {
		{"Not over 40 men left.", "Not over 40: count [0, 40]"},
		{"Never less than 40 men left.", "Never less than 40: count [40, ∞)"},
		{"Not heavier than 40 kg.", "Not heavier than 40 kg: measure [0, 40] kg"},
		{"It must not be more than 40 kg.", "more than 40 kg: measure [0, 40] kg"},
		{"It must not exceed 40 kg.", "40 kg: measure [0, 40] kg"},
		{"It has never exceeded 40 kg.", "40 kg: measure [0, 40] kg"},
		{"Nothing like 40 men left.", "Nothing like 40: count [0, 40)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, as_few_as_is_the_mirror_of_as_many_as)
{
	static const scan_case cases[] = {
		{"As few as 40 men left.", "As few as 40: count [40, ∞)"},
		{"It fell to as little as 4%.", "as little as 4%: percent [4, ∞) %"},
		{"As much as 4% was lost.", "As much as 4%: percent [0, 4] %"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, words_that_bound_nothing_may_stand_between)
{
	static const scan_case cases[] = {
		{"Only 40 men left.", "40: count {40}"},
		{"A total of 40 men left.", "40: count {40}"},
		{"More than just 40 men left.", "More than just 40: count (40, ∞)"},
		{"At least another 40 men left.", "At least another 40: count [40, ∞)"},
		{"Up to a record 40 men left.", "Up to a record 40: count [0, 40]"},
		{"About \"40\" men left.", "About \"40: count [36, 44]"},
		{"It is about a 40% share.", "about a 40%: percent [36, 44] %"},
		{"It is under a 5-year deal.", "5-year: duration [4.5, 5.5] year"},
		{"It costs $ about 50.", "$ about 50: money [45, 55] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, hedges_stand_after_the_noun_too)
{
	static const scan_case cases[] = {
		{"It runs 5 km or more.", "5 km or more: measure [5, ∞) km"},
		{"He waited 10 years plus.", "10 years plus: duration [10, ∞) year"},
		{"The notes cost 108 dollars plus interest.", "108 dollars: money [107.5, 108.5] usd"},
		{"About 40 people or so left.", "About 40: count [36, 44]"},
		{"We need 40 people or more.", "40: count [40, ∞)"},
		{"We need 40 people at most.", "40: count [0, 40]"},
		{"For 40 years, at least, he was king.", "40 years: duration [40, ∞) year"},
		{"In 40 years, at least 5 men died.", "40 years: duration [39.5, 40.5] year | at least 5: count [5, ∞)"},
		{"Here are 300 odd people and three odd socks.", "300 odd: count [270, 330] | three: count {3}"},
		{"In 40 cases at least one died.", "40: count {40} | at least one: count [1, ∞)"},
		{"They ask 20 dollars and up to four pears.", "20 dollars: money [19.5, 20.5] usd | up to four: count [0, 4]"},
		{"They ask for a £6 minimum wage.", "£6: money [5.5, 6.5] gbp"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, prepositions_of_place_and_topic_bound_nothing)
{
	static const scan_case cases[] = {
		{"They live under one roof.", "one: count {1}"},
		{"He jumped over two walls.", "two: count {2}"},
		{"It is spread over 10 countries.", "10: count {10}"},
		{"It is sold in over 10 countries.", "over 10: count (10, ∞)"},
		{"A film about two brothers.", "two: count {2}"},
		{"About two brothers in three left.", "About two: count [1.5, 2.5] | three: count {3}"},
		{"Prices went up to 5% from 4%.", "5%: percent [4.5, 5.5] % | 4%: percent [3.5, 4.5] %"},
		{"She won gold over 200 metres.", "200 metres: measure [199.5, 200.5] m"},
		{"That is 7% above one year ago.", "7%: percent [6.5, 7.5] % | one year: duration [0.5, 1.5] year"},
		{"He left over two years ago.", "over two years: duration (2, ∞) year"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, what_is_told_again_shares_the_hedge)
{
	static const scan_case cases[] = {
		{"It flew more than 100 km (60 miles).", "more than 100 km: measure (100, ∞) km | 60 miles: measure (60, ∞) mi"},
		{"More than 100 km, or 9 miles.", "More than 100 km: measure (100, ∞) km | 9 miles: measure [8.5, 9.5] mi"},
		{"He paid over €70 ($90).", "over €70: money (70, ∞) eur | $90: money (90, ∞) usd"},
		{"More than forty (40) men left.", "More than forty: count (40, ∞) | 40: count (40, ∞)"},
		{"About 50, 70 and 120 km of pipe.",
	     "About 50: measure [45, 55] km | 70: measure [63, 77] km | 120 km: measure [108, 132] km"},
		{"More than half (221 of 442) left.", "More than half: fraction (0.5, 1] | 221: count {221} | 442: count {442}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, a_bound_after_people_is_of_their_age)
{
	static const scan_case cases[] = {
		{"Children under five came.", "under five: age [0, 5)"}, {"People over 65 voted.", "over 65: age (65, ∞)"},
		{"The over-65s voted.", "over-65s: age (65, ∞)"},        {"Under 16s stayed away.", "Under 16s: age [0, 16)"},
		{"Fees over 65 were waived.", "over 65: count (65, ∞)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, a_year_that_is_compared_with_is_no_count)
{
	static const scan_case cases[] = {
		{"It was 6% above 1985's level.", "6%: percent [5.5, 6.5] % | 1985: year 1985"},
		{"They were well above 1986 results.", "1986: year 1986"},
		{"It rose in both 1986 periods.", "1986: year 1986"},
		{"He signed a 1985 arms pact.", "1985: year 1985"},
		{"1986 excludes gains.", "1986: year 1986"},
		{"He sold 1986 cows.", "1986: count {1986}"},
		{"In the first three quarters of 1986.",
	     "first: ordinal {1} | three quarters: fraction [0.7, 0.8] | 1986: year 1986"},
		{"More than 1985 men left.", "More than 1985: count (1985, ∞)"},
		{"More than 2000 men left.", "More than 2000: count (2000, ∞)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_hedge, up_to_before_a_start_tells_a_rise)
{
	static const scan_case cases[] = {
		{"Miles were up to 164 from 160.", "164: count {164} | 160: count {160}"},
		{"It takes up to 164 from the hall.", "up to 164: count [0, 164]"},
	};
	SCAN_TABLE(cases);
}
