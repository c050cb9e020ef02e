/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_range, ranges)
{
	static const scan_case cases[] = {
		{"It takes between 5 and 7 percent.", "between 5 and 7 percent: percent [5, 7] %"},
		{"It takes 5-7% of it.", "5-7%: percent [5, 7] %"},
		{"It takes 5–7 km.", "5–7 km: measure [5, 7] km"},
		{"It takes 5 to 7 kg.", "5 to 7 kg: measure [5, 7] kg"},
		{"It ranges from 5 to 7 kg.", "5 to 7 kg: measure [5, 7] kg"},
		{"It takes four to five thousand men.", "four to five thousand: count [4000, 5000]"},
		{"It costs $3 billion to $5 billion.", "$3 billion to $5 billion: money [3000000000, 5000000000] usd"},
		{"It costs $10 to $15 billion.", "$10 to $15 billion: money [10000000000, 15000000000] usd"},
		{"It costs $5-7 million.", "$5-7 million: money [5000000, 7000000] usd"},
		{"It takes three or four years.", "three or four years: duration [3, 4] year"},
		{"It takes two or three hundred men.", "two or three hundred: count [200, 300]"},
		{"It takes two to three hundred men.", "two to three hundred: count [200, 300]"},
		{"It takes one to a hundred men.", "one to a hundred: count [1, 100]"},
		{"It takes five or six thousand men.", "five or six thousand: count [5000, 6000]"},
		{"It takes 15 or 20 men.", "15 or 20: count [15, 20]"},
		{"It takes three, five or ten men.", "three: count {3} | five: count {5} | ten: count {10}"},
		{"It rose by between 7 to 10 percent.", "between 7 to 10 percent: percent [7, 10] %"},
		{"Her place lies between the tenth and the fifteenth.", "between the tenth and the fifteenth: ordinal [10, 15]"},
		{"He ran between the first and the second.", "first: ordinal {1} | second: ordinal {2}"},
		{"It takes 3 - ~9 litres.", "3 - ~9 litres: measure [3, 9] l"},
		{"It was -12 °C to -30 °C.", "-12 °C to -30 °C: measure [-30, -12] °C"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, after_a_verb_of_change_two_numbers_are_no_range)
{
	static const scan_case cases[] = {
		{"It rose from 5 to 7 percent.", "5: percent [4.5, 5.5] % | 7 percent: percent [6.5, 7.5] %"},
		{"It rose by 50,000 to 1.43m, from 1.38m.",
	     "50,000: count {50000} | 1.43m: measure [1.425, 1.435] m | 1.38m: measure [1.375, 1.385] m"},
		{"It fell from $1,900 to $1,750.", "$1,900: money [1899.5, 1900.5] usd | $1,750: money [1749.5, 1750.5] usd"},
		{"It climbed in those months, a time of strikes and of snow, from 5.4 to 8.1 percent.",
	     "5.4: percent [5.35, 5.45] % | 8.1 percent: percent [8.05, 8.15] %"},
		{"It went from 10 to 20 pages.", "10: count {10} | 20: count {20}"},
		{"They trebled from 40 to 120.", "trebled: ratio [2.7, 3.3] | 40: count {40} | 120: count {120}"},
		{"It went, with much ado and with a new roof, from 3,870 in 2012 to 4,610 in 2013.",
	     "3,870: count {3870} | 2012: year 2012 | 4,610: count {4610} | 2013: year 2013"},
		{"Shares rose 2.5% to 90p.", "2.5%: percent [2.45, 2.55] % | 90p: money [89.5, 90.5] penny"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, one_unit_told_late_serves_both)
{
	static const scan_case cases[] = {
		{"It grew from 5 to 7 percent.", "5: percent [4.5, 5.5] % | 7 percent: percent [6.5, 7.5] %"},
		{"It used 10 and 20 km.", "10: measure [9.5, 10.5] km | 20 km: measure [19.5, 20.5] km"},
		{"It used 5, 15 and 90 GHz.",
	     "5: measure [4.5, 5.5] GHz | 15: measure [14.5, 15.5] GHz | 90 GHz: measure [89.5, 90.5] GHz"},
		{"It rose 5, 15, or 25%.", "5: percent [4.5, 5.5] % | 15: percent [14.5, 15.5] % | 25%: percent [24.5, 25.5] %"},
		{"It rose by 63, or 12.6%.", "63: count {63} | 12.6%: percent [12.55, 12.65] %"}, /* one change told twice */
	};
	SCAN_TABLE(cases);
}

Test(scan_range, a_number_and_its_spread_are_one_figure)
{
	static const scan_case cases[] = {
		{"It was 5.2 ± 0.3 mm long.", "5.2 ± 0.3 mm: measure [4.9, 5.5] mm"},
		{"It was 5.2±0.3 mm long.", "5.2±0.3 mm: measure [4.9, 5.5] mm"},
		{"It was 5.2 mm ± 0.3 mm long.", "5.2 mm ± 0.3 mm: measure [4.9, 5.5] mm"},
		{"It was 5.2 +/- 0.3 mm long.", "5.2 +/- 0.3 mm: measure [4.9, 5.5] mm"},
		{"It was 5.2 (±0.3) mm long.", "5.2 (±0.3) mm: measure [4.9, 5.5] mm"},
		{"It gave 5 V ± 10%.", "5 V ± 10%: measure [4.5, 5.5] V"},
		{"It held 45.2 ± 3.1% of them.", "45.2 ± 3.1%: percent [42.1, 48.3] %"},
		{"It was 5.2 ± 0.3 to 6.1 ± 0.4 mm long.", "5.2 ± 0.3: measure [4.9, 5.5] mm | 6.1 ± 0.4 mm: measure [5.7, 6.5] mm"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, two_levels_of_one_size_share_the_magnitude)
{
	static const scan_case cases[] = {
		{"It fell from $89 to $93 billion.",
	     "$89: money [88500000000, 89500000000] usd | $93 billion: money [92500000000, 93500000000] usd"},
		{"Bids rose from $5 to $600 million.", "$5: money [4.5, 5.5] usd | $600 million: money [599500000, 600500000] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, what_something_fell_from_may_be_one_range)
{
	static const scan_case cases[] = {
		{"Fees fell from the $40 to $45 million it saw.", "$40 to $45 million: money [40000000, 45000000] usd"},
		{"Fees fell from $45 to $40 million.",
	     "$45: money [44500000, 45500000] usd | $40 million: money [39500000, 40500000] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, ages_between_two_ends)
{
	static const scan_case cases[] = {
		{"Adults between the ages of 30 and 45 sang.", "between the ages of 30 and 45: age [30, 45]"},
		{"Adults aged 30–45 years sang.", "30–45 years: age [30, 45] year"},
		{"Adults aged 30 years and over sang.", "30 years and over: age [30, ∞) year"},
		{"It lasted between 3 and 5 years.", "between 3 and 5 years: duration [3, 5] year"},
		{"At ages 30 and 45, they sang.", "30: age {30} | 45: age {45}"},
		{"At age 5, 10 boys sang.", "5: age {5} | 10: count {10}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_range, from_one_and_another_that_share_the_unit_behind)
{
	static const scan_case cases[] = {
		{"It costs from 1.5 and 2.5 euros.", "1.5 and 2.5 euros: money [1.5, 2.5] eur"},
		{"It came from 3 and 5 boats.", "3: count {3} | 5: count {5}"},
	};
	SCAN_TABLE(cases);
}
