/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities of several words: products, rates, parts, deviations, statistics. Sets worked out by hand: ± half the last place. */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_quantity, products_and_quotients_of_symbols)
{
	static const scan_case cases[] = {
		{"We gave 2.4 mg kg-1 day-1.", "2.4 mg kg-1 day-1: measure [2.35, 2.45] mg/kg/d"},
		{"It was 3 W m-2 here.", "3 W m-2: measure [2.5, 3.5] W/m²"},
		{"It was 6 m s −1 here.", "6 m s −1: measure [5.5, 6.5] m/s"},
		{"It was 6 m s^-1 here.", "6 m s^-1: measure [5.5, 6.5] m/s"},
		{"It was 53 ml · kg −1 · min −1 here.", "53 ml · kg −1 · min −1: measure [52.5, 53.5] ml/kg/min"},
		{"It was 62 mL/min/1.73 m2 here.", "62 mL/min/1.73 m2: measure [61.5, 62.5] ml/min/1.73 m²"},
		{"It needs 7.5 l/100 km here.", "7.5 l/100 km: measure [7.45, 7.55] l/100 km"},
		{"It has 5 g/(m² day) here.", "5 g/(m² day): measure [4.5, 5.5] g/m²·d"},
		{"It has 40 s−1 here.", "40 s−1: measure [39.5, 40.5] 1/s"},
		{"It has 2 µg/mL here.", "2 µg/mL: measure [1.5, 2.5] µg/ml"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, powers_in_words)
{
	static const scan_case cases[] = {
		{"It has 30 sq. ft there.", "30 sq. ft: measure [29.5, 30.5] ft²"},
		{"It is a 40-square-mile park.", "40-square-mile: measure [39.5, 40.5] mi²"},
		{"It holds 5 cubic kilometres.", "5 cubic kilometres: measure [4.5, 5.5] km³"},
		{"It is 4 km squared.", "4 km squared: measure [3.5, 4.5] km²"},
		{"It is 4 metres cubed.", "4 metres cubed: measure [3.5, 4.5] m³"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, case_tells_symbols_apart)
{
	static const scan_case cases[] = {
		{"It gives 5 MW, 5 mW.", "5 MW: measure [4.5, 5.5] MW | 5 mW: measure [4.5, 5.5] mW"},
		{"It holds 500 ML there.", "500 ML: measure [499.5, 500.5] Ml"},
		{"It holds 500 mL there.", "500 mL: measure [499.5, 500.5] ml"},
		{"A field of 21 kG and 3 kg.", "21 kG: measure [20.5, 21.5] kG | 3 kg: measure [2.5, 3.5] kg"},
		{"The buffer had 0.15 M salt.", "0.15 M: measure [0.145, 0.155] mol/l"},
		{"It was 16 GiB or 16 GB.", "16 GiB: measure [15.5, 16.5] GiB | 16 GB: measure [15.5, 16.5] GB"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_letter_of_a_label_is_no_unit)
{
	static const scan_case cases[] = {
		{"It holds 3 tesla magnets, not 5 Teslas.", "3 tesla: measure [2.5, 3.5] T | 5: count {5}"},
		{"The 3' end is free.", "3: count {3}"},
		{"It ranked 7 at home.", "7: count {7}"},
		{"It is told in units of g cm−3 here.", ""},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, money_for_each)
{
	static const scan_case cases[] = {
		{"They pay $15 an hour.", "$15 an hour: money [14.5, 15.5] usd"},
		{"They pay $15.40/hour.", "$15.40/hour: money [15.395, 15.405] usd"},
		{"They pay 5 cents per kWh.", "5 cents per kWh: money [4.5, 5.5] us cent"},
		{"Oil is $50 a barrel.", "$50 a barrel: money [49.5, 50.5] usd"},
		{"It was $48 a year earlier.", "$48: money [47.5, 48.5] usd"},
		{"It is $48 a year from now.", "$48: money [47.5, 48.5] usd"},
		{"It is $48 a month from $40 now.", "$48 a month: money [47.5, 48.5] usd | $40: money [39.5, 40.5] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_unit_with_its_article_is_one_where_more_goes_on)
{
	static const scan_case cases[] = {
		{"It took an hour and a half.", "an hour and a half: duration [1.25, 1.75] h"},
		{"It took an hour and 20 minutes.", "an hour and 20 minutes: duration [79.5, 80.5] min"},
		{"It cost €30 euros.", "€30 euros: money [29.5, 30.5] eur"},
		{"It cost €30 dollars.", "€30: money [29.5, 30.5] eur"},
		{"It cost a dollar and 42 cents.", "a dollar and 42 cents: money [1.415, 1.425] usd"},
		{"It took two years and a half.", "two years and a half: duration [2.25, 2.75] year"},
		{"It was a year and a day ago.", ""},
		{"She is 5 ft 2 in tall.", "5 ft 2 in: measure [61.5, 62.5] in"},
		{"They ran 5 kg and 200 g tests.", "5 kg: measure [4.5, 5.5] kg | 200 g: measure [199.5, 200.5] g"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, plus_minus_is_one_figure)
{
	static const scan_case cases[] = {
		{"It weighs 12.3 ± 4.5 kg.", "12.3 ± 4.5 kg: measure [7.8, 16.8] kg"},
		{"It weighs 12 kg ± 1 kg.", "12 kg ± 1 kg: measure [11, 13] kg"},
		{"It weighs 12 +/- 1 kg.", "12 +/- 1 kg: measure [11, 13] kg"},
		{"It grew 5% ± 3%.", "5% ± 3%: percent [2, 8] %"},
		{"It weighs 12 (±1) kg.", "12 (±1) kg: measure [11, 13] kg"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_deviation_in_brackets_shares_the_unit)
{
	static const scan_case cases[] = {
		{"The mean age was 45.3 (SD 12.1) years.",
	     "45.3: duration [45.25, 45.35] year | 12.1: statistic [12.05, 12.15] year"},
		{"The mean age was 45.3 (12.1) years.", "45.3: duration [45.25, 45.35] year | 12.1: statistic [12.05, 12.15] year"},
		{"The mean (SD) score was 12.3 (4.5) here.", "12.3: count [12.25, 12.35] | 4.5: statistic [4.45, 4.55]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, statistics_by_the_name_before_them)
{
	static const scan_case cases[] = {
		{"The odds ratio was 2.30 (95% CI 1.03–5.13).",
	     "2.30: statistic [2.295, 2.305] | 95%: percent [94.5, 95.5] % | 1.03–5.13: statistic [1.03, 5.13]"},
		{"We found OR 1.4 [95% CI: 1.2, 1.9].",
	     "1.4: statistic [1.35, 1.45] | 95%: percent [94.5, 95.5] % | 1.2: statistic [1.15, 1.25] | 1.9: statistic [1.85, 1.95]"},
		{"It came to 5 or 1.4 of them.", "5: count {5} | 1.4: count [1.35, 1.45]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_rate_for_so_many_heads_counts_none_of_them)
{
	static const scan_case cases[] = {
		{"There were 45 deaths per 100,000 people.", "45: count {45} 1/100,000 people | 100,000: label base of a rate"},
		{"It was 3.4 per 1,000 live births.", "3.4: count [3.35, 3.45] 1/1,000 live births | 1,000: label base of a rate"},
		{"They have 45 rooms per 100 houses.", "45: count {45} | 100: count {100}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, sizes_share_the_last_unit)
{
	static const scan_case cases[] = {
		{"It measures 3 x 4 x 5 cm.", "3: measure [2.5, 3.5] cm | 4: measure [3.5, 4.5] cm | 5 cm: measure [4.5, 5.5] cm"},
		{"It measures 2 by 4 inches.", "2: measure [1.5, 2.5] in | 4 inches: measure [3.5, 4.5] in"},
		{"We gave 5, 10 and 15 mg.",
	     "5: measure [4.5, 5.5] mg | 10: measure [9.5, 10.5] mg | 15 mg: measure [14.5, 15.5] mg"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, acidity_stands_before_its_number)
{
	static const scan_case cases[] = {
		{"The pH 7.4 buffer and a pH of 5.5 were used.", "7.4: measure [7.35, 7.45] pH | 5.5: measure [5.45, 5.55] pH"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, one_coin_or_note_is_a_sum_where_it_is_paid)
{
	static const scan_case cases[] = {
		{"It costs a dollar.", "a dollar: money [0.5, 1.5] usd"},
		{"They sold it for a penny.", "a penny: money [0.5, 1.5] penny"},
		{"It costs a pound.", "a pound: money [0.5, 1.5] gbp"},
		{"It is worth a dollar a share.", "a dollar: money [0.5, 1.5] usd"},
		{"Tea is $2 a pound.", "$2 a pound: money [1.5, 2.5] usd"},
		{"They paid for a pound of tea.", ""},
		{"They paid for a dollar bill.", ""},
		{"She lost a pound.", ""},
		{"A penny lay there.", ""},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, sums_by_the_names_of_coins_and_notes)
{
	static const scan_case cases[] = {
		{"It costs ten quid.", "ten quid: money [9.5, 10.5] gbp"},
		{"It costs two tenners.", "two tenners: money [1.5, 2.5] tenner"},
		{"It costs 40 groszy.", "40 groszy: money [39.5, 40.5] grosz"},
		{"It costs 3 dimes.", "3 dimes: money [2.5, 3.5] dime"},
		{"It costs 3 grand.", "3 grand: count [2500, 3500]"},
		{"It owns 3 grand pianos.", "3: count {3}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, vague_sums_have_magnitudes_and_a_unit)
{
	static const scan_case cases[] = {
		{"It lost several hundred million dollars.", "several hundred million dollars: vague [300000000, 1000000000) usd"},
		{"It lost hundreds of millions of euros.", "hundreds of millions of euros: vague [100000000, 1000000000) eur"},
		{"It has several hundred thousand readers.", "several hundred thousand: vague [300000, 1000000)"},
		{"It ran dozens of miles.", "dozens of miles: vague [24, 120) mi"},
		{"It sent hundreds of pounds.", "hundreds: vague [100, 1000)"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_sum_in_brackets_behind_its_symbol_is_a_loss)
{
	static const scan_case cases[] = {
		{"Income was $(4.2) million.", "$(4.2) million: money [-4250000, -4150000] usd"},
		{"Income was $(0.15) then.", "$(0.15): money [-0.155, -0.145] usd"},
		{"Set it to $(7).", "7: count {7}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_letter_is_a_magnitude_before_many_things)
{
	static const scan_case cases[] = {
		{"It sold 3m new lamps.", "3m: count [2500000, 3500000]"},
		{"It sold almost 4m Arden lamps.", "almost 4m: count [3500000, 4000000)"},
		{"It has a 4m wide pool.", "4m: measure [3.5, 4.5] m"},
		{"She runs four times a week.", "four times a week: count {4}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, an_amount_set_beside_another_has_its_currency)
{
	static const scan_case cases[] = {
		{"It made 12 million euros, up from 9 million.",
	     "12 million euros: money [11500000, 12500000] eur | 9 million: money [8500000, 9500000] eur"},
		{"It made 12 million euros in 2013 against 9 million.",
	     "12 million euros: money [11500000, 12500000] eur | 2013: year 2013 | 9 million: money [8500000, 9500000] eur"},
		{"It made $12 million from 9 million bottles.",
	     "$12 million: money [11500000, 12500000] usd | 9 million: count [8500000, 9500000]"},
		{"It made $12 million, and 9 million came.",
	     "$12 million: money [11500000, 12500000] usd | 9 million: count [8500000, 9500000]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, pounds_beside_pence_are_money)
{
	static const scan_case cases[] = {
		{"The bill was 14 pounds and 30 pence.", "14 pounds and 30 pence: money [14.295, 14.305] gbp"},
		{"It weighs 14 pounds and 3 ounces.", "14 pounds and 3 ounces: measure [226.5, 227.5] oz"},
		{"10 $ 30 cent", "10 $ 30 cent: money [10.295, 10.305] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, one_at_an_end_of_a_change_is_a_number)
{
	static const scan_case cases[] = {
		{"The crew went from four to one.", "four: count {4} | one: count {1}"},
		{"She turned to one of them.", ""},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_unit_told_once_holds_for_what_is_set_beside)
{
	static const scan_case cases[] = {
		{"It made 14 mln lbs, against 12 mln in May and 9 mln.",
	     "14 mln lbs: measure [13500000, 14500000] lb | 12 mln: measure [11500000, 12500000] lb | May: date --05 | 9 mln: measure [8500000, 9500000] lb"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_minute_or_two_is_vague)
{
	static const scan_case cases[] = {
		{"Wait a minute or two.", "a minute or two: vague [1, 2] min"},
		{"A day or two boats came.", "two: count {2}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, an_age_told_of_a_person)
{
	static const scan_case cases[] = {
		{"She was 18 when he left.", "18: age {18}"},
		{"He turned 60.", "60: age {60}"},
		{"She was 18 points behind.", "18 points: measure [17.5, 18.5] point"},
		{"It was 18 when it shut.", "18: count {18}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, gallons_and_tons_of_a_country)
{
	static const scan_case cases[] = {
		{"The tank holds 300 US gallons.", "300 US gallons: measure [299.5, 300.5] gal"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, a_mark_out_of_so_many)
{
	static const scan_case cases[] = {
		{"It scored 6.4 out of 8 there.", "6.4 out of 8: ratio [0.79375, 0.80625]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_quantity, pence_are_no_hours_and_half_of_things_no_idiom)
{
	static const scan_case cases[] = {
		{"It rose to 12p from 10.5p.", "12p: money [11.5, 12.5] penny | 10.5p: money [10.45, 10.55] penny"},
		{"It rained at 5p there.", "5p: time"},
		{"It fell in half of the towns.", "half: fraction [0.45, 0.55]"},
		{"He cut it in half.", "in half: label idiom"},
	};
	SCAN_TABLE(cases);
}
