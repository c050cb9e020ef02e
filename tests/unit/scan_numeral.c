/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_numeral, digits_are_read_in_every_grouping)
{
	static const scan_case cases[] = {
		{"The town lost 1,183 houses.", "1,183: count {1183}"},
		{"The town lost 1 183 houses.", "1 183: count {1183}"},
		{"The town lost 1 183 houses.", "1 183: count {1183}"},
		{"The town lost 1 183 houses.", "1 183: count {1183}"},
		{"The town lost 1'183 houses.", "1'183: count {1183}"},
		{"The town lost 1’183’000 houses.", "1’183’000: count {1183000}"},
		{"It spans 23,45,678 bricks.", "23,45,678: count {2345678}"},
		{"They sold 1.250.000 tickets.", "1.250.000: count {1250000}"},
		{"It holds 1_250_000 books.", "1_250_000: count {1250000}"},
		{"It holds 10, 000 books.", "10, 000: count {10000}"},
		{"The index closed at 1.183,5 today.", "1.183,5: count [1183.45, 1183.55] | today: date ~1"},
		{"A ratio of 0,75 was found.", "0,75: count [0.745, 0.755]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, decimals_signs_and_powers_are_read)
{
	static const scan_case cases[] = {
		{"The score was 3.25 today.", "3.25: count [3.245, 3.255] | today: date ~1"},
		{"It moved by -5.5 units.", "-5.5: count [-5.55, -5.45]"},
		{"It moved by −12 units.", "−12: count {-12}"},
		{"It moved by minus 12 units.", "minus 12: count {-12}"},
		{"It shifted by negative five units.", "negative five: count {-5}"},
		{"A rate of .25 was seen.", ".25: count [0.245, 0.255]"},
		{"A count of 1.5e6 was kept.", "1.5e6: count {1500000}"},
		{"A count of 2.5×10^3 was kept.", "2.5×10^3: count {2500}"},
		{"A mass of 4.2x10-3 kg was kept.", "4.2x10-3 kg: measure [0.00415, 0.00425] kg"},
		{"There were 10^6 cells.", "10^6: count {1000000}"},
		{"There were 10⁶ cells.", "10⁶: count {1000000}"},
		{"There were 10 ^ 5 cells.", "10 ^ 5: count {100000}"},
		{"A ratio of 1.5^+2 was kept.", "1.5^+2: count {2.25}"},
		{"A ratio of 4^-1 was kept.", "4^-1: count {0.25}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, fractions_of_digits_are_exact)
{
	static const scan_case cases[] = {
		{"Add 1/2 of it.", "1/2: fraction {0.5}"},
		{"Add ½ of it.", "½: fraction {0.5}"},
		{"It is 5 1/2 miles.", "5 1/2 miles: measure [5.25, 5.75] mi"},
		{"It is 5½ miles.", "5½ miles: measure [5.25, 5.75] mi"},
		{"It is 7-1/2 miles.", "7-1/2 miles: measure [7.25, 7.75] mi"},
		{"It took ⅓ of the day.", "⅓: fraction {0.333333}"},
		{"About 3/4 of the staff left.", "About 3/4: fraction [0.675, 0.825]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, number_words_of_any_length_are_read)
{
	static const scan_case cases[] = {
		{"Seven boats sank.", "Seven: count {7}"},
		{"Twenty-one boats sank.", "Twenty-one: count {21}"},
		{"One hundred boats sank.", "One hundred: count {100}"},
		{"Two hundred and four boats sank.", "Two hundred and four: count {204}"},
		{"A hundred and twenty boats sank.", "A hundred and twenty: count {120}"},
		{"Thirty-four thousand five hundred sixty-one boats sank.",
	     "Thirty-four thousand five hundred sixty-one: count {34561}"},
		{"Two million three hundred thousand boats sank.", "Two million three hundred thousand: count [2299500, 2300500]"},
		{"Nineteen boats sank.", "Nineteen: count {19}"},
		{"Three hundred and two dozen boats sank.", "Three hundred and two dozen: count [323, 325]"},
		{"They counted one point three boats.", "one point three: count [1.25, 1.35]"},
		{"Twelve hundred boats sank.", "Twelve hundred: count {1200}"},
		{"A hundred and one thousand and one boats sank.", "A hundred and one thousand and one: count {101001}"},
		{"Some two-hundred-fifty boats sank.", "Some two-hundred-fifty: count [225, 275]"},
		{"Twentyfive boats sank.", "Twentyfive: count {25}"},
		{"The hall seats five hundreds.", "five hundreds: count {500}"},
		{"Of one thousand and two hundred thousand, the second is more.",
	     "one thousand: count [500, 1500] | two hundred thousand: count [199500, 200500] | second: ordinal {2}"},
		{"They sank twelve forty-foot boats.", "twelve: count {12} | forty-foot: measure [39.5, 40.5] ft"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, decimals_in_words_are_said_digit_by_digit_or_in_tens)
{
	static const scan_case cases[] = {
		{"It fell to two hundred point seventy-one.", "two hundred point seventy-one: count [200.705, 200.715]"},
		{"It grew by one point oh five times ten.", "one point oh five: count [1.045, 1.055] | ten: count {10}"},
		{"Nought point five is enough.", "Nought point five: count [0.45, 0.55]"},
		{"It reads minus point five.", "minus point five: count [-0.55, -0.45]"},
		{"The index shed one point to close lower.", "one point: measure [0.5, 1.5] point"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, years_are_said_in_pairs)
{
	static const scan_case cases[] = {
		{"He left in nineteen eighty-four.", "nineteen eighty-four: year 1984"},
		{"He left in nineteen oh five.", "nineteen oh five: year 1905"},
		{"He left in twenty ten.", "twenty ten: year 2010"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, ordinals_of_any_length_are_read)
{
	static const scan_case cases[] = {
		{"The two hundred and first try won.", "two hundred and first: ordinal {201}"},
		{"The one hundred twenty-fifth try won.", "one hundred twenty-fifth: ordinal {125}"},
		{"The ten thousandth try won.", "ten thousandth: ordinal {10000}"},
		{"The twentyfifth try won.", "twentyfifth: ordinal {25}"},
		{"The 41st try won.", "41st: ordinal {41}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_place_in_a_series_is_an_ordinal_without_a_number)
{
	static const scan_case cases[] = {
		{"Show the last but one.", "last but one: ordinal ∅"},
		{"It was the penultimate stage.", "penultimate: ordinal ∅"},
		{"Delete the previous sentence.", "previous: ordinal ∅"},
		{"Take the next one.", "next one: ordinal ∅"},
		{"Turn the current page.", "current: ordinal ∅"},
		{"Its current state is poor.", ""},
		{"At last he came.", ""},
		{"He last came here.", ""},
		{"The last one month was wet.", "one month: duration [0.5, 1.5] month"},
		{"The last two boats sank.", "two: count {2}"},
		{"It grew last year.", "last year: date ~5"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_denominator_takes_its_tens)
{
	static const scan_case cases[] = {
		{"It takes three twenty-fifths.", "three twenty-fifths: fraction [0.105, 0.135]"},
		{"It takes one twenty-fifth.", "one twenty-fifth: fraction [0.035, 0.045]"},
		{"It takes twenty twenty fifths.", "twenty twenty fifths: fraction [0.75, 0.85]"},
		/* 100/35, 130/5, 132/5: half a last place is 1/70 or 1/10 */
		{"It takes one hundred thirty-fifths.", "one hundred thirty-fifths: count [2.80714, 2.90715]"},
		{"It takes one hundred thirty two fifths.", "one hundred thirty two fifths: count [26.35, 26.45]"},
		{"It takes a hundred and thirty-two fifths.", "a hundred and thirty-two fifths: count [26.35, 26.45]"},
		/* 54 of 100 is less than one: a mixed number */
		{"It takes two hundred and fifty-four hundredths.",
	     "two hundred and fifty-four hundredths: count [200.535, 200.545]"},
		{"It takes a hundred and three quarters.", "a hundred and three quarters: count [100.625, 100.875]"},
		{"It takes one ten-thousandth of it.", "one ten-thousandth: fraction [0.0000875, 0.0001125]"},
		{"It takes 5 hundredths of it.", "5 hundredths: fraction [0.04375, 0.05625]"},
		{"It takes 2 thirds of it.", "2 thirds: fraction [0.616666, 0.716667]"},
		{"It takes a hundred trillionths.", "a hundred trillionths: fraction [0.0000000000875, 0.0000000001125]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, magnitudes_join_digits_and_words)
{
	static const scan_case cases[] = {
		{"It has 2.5 million users.", "2.5 million: count [2450000, 2550000]"},
		{"It has 31 thousand pages.", "31 thousand: count [30500, 31500]"},
		{"It has half a million users.", "half a million: count [450000, 550000]"},
		{"It has a quarter of a million users.", "a quarter of a million: count [200000, 300000]"},
		{"It has two and a half million users.", "two and a half million: count [2450000, 2550000]"},
		{"It has 3 hundred thousand users.", "3 hundred thousand: count [299500, 300500]"},
		{"It has 5k users.", "5k: count [4500, 5500]"},
		{"It has 2 million 300 thousand users.", "2 million 300 thousand: count [2299500, 2300500]"},
		{"It has 17 lakh users.", "17 lakh: count [1650000, 1750000]"},
		{"It has 2 crore users.", "2 crore: count [15000000, 25000000]"},
		{"It has 140 mln users.", "140 mln: count [139500000, 140500000]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, fractions_of_words_are_fractions)
{
	static const scan_case cases[] = {
		{"Half of them left.", "Half: fraction [0.45, 0.55]"},
		{"A third of them left.", "A third: fraction [0.291666, 0.375]"},
		{"Two-thirds of them left.", "Two-thirds: fraction [0.616666, 0.716667]"},
		{"Three quarters of them left.", "Three quarters: fraction [0.7, 0.8]"},
		{"One-fifth of them left.", "One-fifth: fraction [0.175, 0.225]"},
		{"A quarter of the crew left.", "A quarter: fraction [0.21875, 0.28125]"},
		{"More than half of them left.", "More than half: fraction (0.5, 1]"},
		{"Almost one-fifth of them left.", "Almost one-fifth: fraction [0.15, 0.2)"},
		{"A third agreed.", "A third: fraction [0.291666, 0.375]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, dozens_and_vague_numbers_bound_a_number)
{
	static const scan_case cases[] = {
		{"A dozen boats sank.", "A dozen: count [11, 13]"},
		{"Two dozen boats sank.", "Two dozen: count [23, 25]"},
		{"More than two dozen boats sank.", "More than two dozen: count (24, ∞)"},
		{"Dozens of boats sank.", "Dozens: vague [24, 120)"},
		{"Hundreds of boats sank.", "Hundreds: vague [100, 1000)"},
		{"Hundreds of thousands of birds came.", "Hundreds of thousands: vague [100000, 1000000)"},
		{"Tens of millions of birds came.", "Tens of millions: vague [10000000, 100000000)"},
		{"A couple of hundred birds came.", "A couple of hundred: vague [200, 300)"},
		{"Several birds came.", "Several: vague [3, 10]"},
		{"A few birds came.", "A few: vague [3, 6]"},
		{"Scores of people came.", "Scores: vague [40, 200)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, multiples_are_factors)
{
	static const scan_case cases[] = {
		{"Exports doubled.", "doubled: ratio [1.8, 2.2]"},
		{"Exports more than doubled.", "more than doubled: ratio (2, ∞)"},
		{"Exports nearly doubled.", "nearly doubled: ratio [1.8, 2)"},
		{"Exports halved.", "halved: ratio [0.45, 0.55]"},
		{"There was a threefold rise.", "threefold: ratio [2.7, 3.3]"},
		{"There was a 3-fold rise.", "3-fold: ratio [2.7, 3.3]"},
		{"It is twice as large.", "twice: ratio [1.8, 2.2]"},
		{"It is three times as large.", "three times: ratio [2.7, 3.3]"},
		{"It grew 5x.", "5x: ratio [4.5, 5.5]"},
		{"He called three times.", "three: count {3}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, ratios_are_told_of_their_whole)
{
	static const scan_case cases[] = {
		{"It hit 22 out of 30 targets.", "22 out of 30: ratio {0.733333}"},
		{"One in five voted.", "One in five: ratio [0.175, 0.225]"},
		{"1 in 5 voted.", "1 in 5: ratio [0.175, 0.225]"},
		{"Nine in ten voted.", "Nine in ten: ratio [0.85, 0.95]"},
		{"One in 17 failed.", "One in 17: ratio {0.0588235}"},
		{"The odds are 3:1.", "3:1: ratio {3}"},
		{"Of these, 12/45 failed.", "12/45: ratio {0.266667}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, one_is_a_figure_only_where_it_counts)
{
	static const scan_case cases[] = {
		{"One man was hurt and two left.", "One: count {1} | two: count {2}"},
		{"This one is good.", ""},
		{"One of the men left.", "One of the: label idiom"},
		{"No one left.", ""},
		{"One can hope.", ""},
		{"He waited one hour.", "one hour: duration [0.5, 1.5] h"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, m_is_a_magnitude_where_a_plural_is_counted)
{
	static const scan_case cases[] = {
		{"Some 12m pensioners got it.", "Some 12m: count [10800000, 13200000]"},
		{"It sold 35m of its phones.", "35m: count [34500000, 35500000]"},
		{"It has 12m paying users.", "12m: count [11500000, 12500000]"},
		{"It came to 2,184,300.5 M", "2,184,300.5 M: count [2184300450000, 2184300550000]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, m_is_metres_of_races_sizes_and_distances)
{
	static const scan_case cases[] = {
		{"She won the 60m hurdles.", "60m: measure [59.5, 60.5] m"},
		{"She won the 200m final.", "200m: measure [199.5, 200.5] m"},
		{"A 35m tower fell.", "35m: measure [34.5, 35.5] m"},
		{"Waves rose: 12m waves came.", "12m: measure [11.5, 12.5] m"},
		{"It is 35m away.", "35m: measure [34.5, 35.5] m"},
		{"Lay 20m of cable there.", "20m: measure [19.5, 20.5] m"},
		{"It fell within 90m of their houses.", "90m: measure [89.5, 90.5] m"},
		{"The last 90m of the tracks hurt.", "90m: measure [89.5, 90.5] m"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, k_is_kilometres_of_a_race)
{
	static const scan_case cases[] = {
		{"He ran a 10k race.", "10k: measure [9.5, 10.5] km"},
		{"He ran a 5K run.", "5K: measure [4.5, 5.5] km"},
		{"It has 10k readers.", "10k: count [9500, 10500]"},
		{"It was held at 300 K there.", "300 K: measure [299.5, 300.5] K"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_fraction_may_be_joined_by_hyphens)
{
	static const scan_case cases[] = {
		{"It took five-and-a-half years.", "five-and-a-half years: duration [5.25, 5.75] year"},
		{"It took three-and-a-quarter hours.", "three-and-a-quarter hours: duration [3.125, 3.375] h"},
		{"We saw a two-and-a-half-hour film.", "two-and-a-half-hour: duration [2.25, 2.75] h"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, what_went_before_or_holds_now_is_no_position_but_of_a_work)
{
	static const scan_case cases[] = {
		{"Current law is clear.", ""},
		{"The previous record fell.", ""},
		{"See the previous page.", "previous: ordinal ∅"},
		{"One believes it.", ""},
		{"One council met.", "One: count {1}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_bakers_dozen_is_thirteen)
{
	static const scan_case cases[] = {
		{"They sold a baker's dozen.", "a baker's dozen: count {13}"},
		{"They sold a dozen.", "a dozen: count [11, 13]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, an_article_after_a_unit_hides_no_number_with_a_unit_of_its_own)
{
	static const scan_case cases[] = {
		{"After two hours a 61-year-old man left.", "two hours: duration [1.5, 2.5] h | 61-year-old: age {61} year"},
		{"It costs 90 cents a dozen.", "90 cents: money [89.5, 90.5] us cent"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, words_go_on_behind_a_comma_with_a_lower_magnitude)
{
	static const scan_case cases[] = {
		{"Two million, three hundred thousand tiles broke.",
	     "Two million, three hundred thousand: count [2299500, 2300500]"},
		{"Of two million, three hundred came.", "two million: count [1500000, 2500000] | three hundred: count {300}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_scale_is_a_ratio_and_no_time)
{
	static const scan_case cases[] = {
		{"The map is 1:50,000 in size.", "1:50,000: ratio {0.00002}"},
		{"It is 1:2500 in size.", "1:2500: ratio {0.0004}"},
		{"Add 6 and 2/3 cups.", "6 and 2/3 cups: measure [6.5, 6.83334] cup"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_glued_m_is_a_million_where_millions_are_told)
{
	static const scan_case cases[] = {
		{"The yard was worth 1.4m.", "1.4m: count [1350000, 1450000]"},
		{"It drew 1.4m readers, against 1.2m in all.", "1.4m: count [1350000, 1450000] | 1.2m: count [1150000, 1250000]"},
		{"Profits rose; the wall is 1.4m high.", "1.4m: measure [1.35, 1.45] m"},
		{"The wall is 1.4m.", "1.4m: measure [1.35, 1.45] m"},
	};
	SCAN_TABLE(cases);
}

Test(scan_numeral, a_loss_in_brackets_a_sign_apart_and_a_division_by_nought)
{
	static const scan_case cases[] = {
		{"The loss came to ($450,000).", "($450,000): money [-450000.5, -449999.5] usd"},
		{"The sum ($450,000) is lost.", "$450,000: money [449999.5, 450000.5] usd"},
		{"It was - 7 degrees there.", "- 7 degrees: measure [-7.5, -6.5] °"},
		{"It was bad - 7 boats sank.", "7: count {7}"},
		{"It is 4/0 there.", "4/0: label identifier"},
		{"It went to a third reading.", "third: ordinal {3}"},
		{"The 8ish guests.", "8ish: count [7.2, 8.8]"},
	};
	SCAN_TABLE(cases);
}
