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
