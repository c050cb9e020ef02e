/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_unit, percents_and_points)
{
	static const scan_case cases[] = {
		{"It rose 12%.", "12%: percent [11.5, 12.5] %"},
		{"It rose 12 percent.", "12 percent: percent [11.5, 12.5] %"},
		{"It rose 12 per cent.", "12 per cent: percent [11.5, 12.5] %"},
		{"It rose 12 pct.", "12 pct: percent [11.5, 12.5] %"},
		{"It rose 12pc.", "12pc: percent [11.5, 12.5] %"},
		{"It rose 12.5%.", "12.5%: percent [12.45, 12.55] %"},
		{"It rose 2 percentage points.", "2 percentage points: measure [1.5, 2.5] percentage point"},
		{"It rose 25 basis points.", "25 basis points: measure [24.5, 25.5] basis point"},
		{"It rose 12 %.", "12 %: percent [11.5, 12.5] %"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, money_has_its_symbol_code_or_name)
{
	static const scan_case cases[] = {
		{"It cost $5.", "$5: money [4.5, 5.5] usd"},
		{"It cost US$5.", "US$5: money [4.5, 5.5] usd"},
		{"It cost $5m.", "$5m: money [4500000, 5500000] usd"},
		{"It cost $3bn.", "$3bn: money [2500000000, 3500000000] usd"},
		{"It cost £1.5m.", "£1.5m: money [1450000, 1550000] gbp"},
		{"It cost €20.", "€20: money [19.5, 20.5] eur"},
		{"It cost 20 euros.", "20 euros: money [19.5, 20.5] eur"},
		{"It cost 20€.", "20€: money [19.5, 20.5] eur"},
		{"It cost USD 220.4.", "USD 220.4: money [220.35, 220.45] usd"},
		{"It cost USD220.4.", "USD220.4: money [220.35, 220.45] usd"},
		{"It cost 220 USD.", "220 USD: money [219.5, 220.5] usd"},
		{"It cost 45bn baht.", "45bn baht: money [44500000000, 45500000000] thb"},
		{"It got a $550,000 fine.", "$550,000: money [549999.5, 550000.5] usd"},
		{"It cost A$10.5 million.", "A$10.5 million: money [10450000, 10550000] aud"},
		{"It cost $US230 million.", "$US230 million: money [229500000, 230500000] usd"},
		{"It cost 50 cents.", "50 cents: money [49.5, 50.5] us cent"},
		{"It cost 90p.", "90p: money [89.5, 90.5] penny"},
		{"It cost 20 USD million.", "20 USD million: money [19500000, 20500000] usd"},
		{"It cost 400 million Swiss francs.", "400 million Swiss francs: money [399500000, 400500000] chf"},
		{"It cost 20 million pounds.", "20 million pounds: money [19500000, 20500000] gbp"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, money_in_two_parts_is_one_sum)
{
	static const scan_case cases[] = {
		{"It cost $20 and 43c.", "$20 and 43c: money [20.425, 20.435] usd"},
		{"It cost twelve dollars and thirty cents.", "twelve dollars and thirty cents: money [12.295, 12.305] usd"},
		{"It cost fifteen dollars fifty.", "fifteen dollars fifty: money [15.495, 15.505] usd"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, si_and_imperial_units)
{
	static const scan_case cases[] = {
		{"It is 5 km long.", "5 km: measure [4.5, 5.5] km"},
		{"It is 5km long.", "5km: measure [4.5, 5.5] km"},
		{"It is 3.5 metres long.", "3.5 metres: measure [3.45, 3.55] m"},
		{"It weighs 2 kg.", "2 kg: measure [1.5, 2.5] kg"},
		{"It weighs two pounds.", "two pounds: measure [1.5, 2.5] lb"},
		{"It weighs 300 mg.", "300 mg: measure [299.5, 300.5] mg"},
		{"It holds 60ml.", "60ml: measure [59.5, 60.5] ml"},
		{"It holds 3 gallons.", "3 gallons: measure [2.5, 3.5] gal"},
		{"It is 220 µm wide.", "220 µm: measure [219.5, 220.5] µm"},
		{"It is 60 GHz.", "60 GHz: measure [59.5, 60.5] GHz"},
		{"It uses 12 kW.", "12 kW: measure [11.5, 12.5] kW"},
		{"It uses 10 mW.", "10 mW: measure [9.5, 10.5] mW"},
		{"It uses 28 GWh.", "28 GWh: measure [27.5, 28.5] GWh"},
		{"It has 64GB.", "64GB: measure [63.5, 64.5] GB"},
		{"It is 2,300 sq m.", "2,300 sq m: measure [2299.5, 2300.5] m²"},
		{"It is 47 m2.", "47 m2: measure [46.5, 47.5] m²"},
		{"It is 24 km².", "24 km²: measure [23.5, 24.5] km²"},
		{"It is 140 square miles.", "140 square miles: measure [139.5, 140.5] mi²"},
		{"The tank holds 900 cubic feet.", "900 cubic feet: measure [899.5, 900.5] ft³"},
		{"It is 8\" wide.", "8\": measure [7.5, 8.5] in"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, compounds_are_read_whole)
{
	static const scan_case cases[] = {
		{"It runs at 90 km/h.", "90 km/h: measure [89.5, 90.5] km/h"},
		{"It runs at 60 mph.", "60 mph: measure [59.5, 60.5] mph"},
		{"It runs at 60 miles per hour.", "60 miles per hour: measure [59.5, 60.5] mi/h"},
		{"It runs at 60 miles an hour.", "60 miles an hour: measure [59.5, 60.5] mi/h"},
		{"It has 5 kg m⁻².", "5 kg m⁻²: measure [4.5, 5.5] kg/m²"},
		{"It has 5 kg·m⁻².", "5 kg·m⁻²: measure [4.5, 5.5] kg/m²"},
		{"It has 3 m/s².", "3 m/s²: measure [2.5, 3.5] m/s²"},
		{"It has 0.6 A/cm2.", "0.6 A/cm2: measure [0.55, 0.65] A/cm²"},
		{"It has 2.4 mg/kg/day.", "2.4 mg/kg/day: measure [2.35, 2.45] mg/kg/d"},
		{"It gives 180 pound-feet.", "180 pound-feet: measure [179.5, 180.5] lbf·ft"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, temperatures)
{
	static const scan_case cases[] = {
		{"It was 37°C.", "37°C: measure [36.5, 37.5] °C"},
		{"It was 70 °F.", "70 °F: measure [69.5, 70.5] °F"},
		{"It was 20 degrees Celsius.", "20 degrees Celsius: measure [19.5, 20.5] °C"},
		{"It was 85 degrees.", "85 degrees: measure [84.5, 85.5] °"},
		{"It was -5 °C.", "-5 °C: measure [-5.5, -4.5] °C"},
		{"It was 4 degrees below zero.", "4 degrees below zero: measure [-4.5, -3.5] °"},
		{"It was 20 K.", "20 K: measure [19.5, 20.5] K"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, durations_and_ages)
{
	static const scan_case cases[] = {
		{"It took 10 minutes.", "10 minutes: duration [9.5, 10.5] min"},
		{"It was a 10-year plan.", "10-year: duration [9.5, 10.5] year"},
		{"It took half an hour.", "half an hour: duration [0.45, 0.55] h"},
		{"He is ten years old.", "ten years old: age {10} year"},
		{"She is 3 years of age.", "3 years of age: age {3} year"},
		{"A 52-year-old man left.", "52-year-old: age {52} year"},
		{"A man aged 25 left.", "25: age {25}"},
		{"Men aged 18 to 34 left.", "18 to 34: age [18, 34]"},
		{"Smith, 47, left.", "47: age {47}"},
		{"Ann Smith (47) left.", "47: age {47}"},
		{"It took two years and three months.", "two years and three months: duration [26.5, 27.5] month"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, parts_of_one_length_are_one_measure)
{
	static const scan_case cases[] = {
		{"It is 7 ft 10 in tall.", "7 ft 10 in: measure [93.5, 94.5] in"},
		{"It is 5 feet, 10 inches tall.", "5 feet, 10 inches: measure [69.5, 70.5] in"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, an_unknown_word_is_no_unit)
{
	static const scan_case cases[] = {
		{"There were 22 cells.", "22: count {22}"},
		{"There were 21 deaths.", "21: count {21}"},
		{"There were 5 recent cases.", "5: count {5}"},
		{"There were 3 RF calls.", "3: count {3}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, a_country_is_money_only_where_nothing_else_is_counted)
{
	static const scan_case cases[] = {
		{"The four U.S. banks.", "four: count {4}"},
		{"It cost 49 U.S. cents.", "49 U.S. cents: money [48.5, 49.5] us cent"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, a_short_name_in_capitals_is_a_unit_only_where_all_is_in_capitals)
{
	static const scan_case cases[] = {
		{"The three SEC lawyers left.", "three: count {3}"},
		{"They won 40 PTS there.", "40: count {40}"},
		{"THE RUN TOOK 9 SEC TODAY", "9 SEC: duration [8.5, 9.5] s | TODAY: date ~1"},
		{"A 30 MPH wind blew.", "30 MPH: measure [29.5, 30.5] mph"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, a_prefix_that_a_symbol_is_never_told_with_makes_none)
{
	static const scan_case cases[] = {
		{"It owns 30 TV masts.", "30: count {30}"},
		{"The 27 EU ministers met.", "27: count {27}"},
		{"It hired 8 PA nurses.", "8: count {8}"},
		{"It hired 8 MA graduates.", "8: count {8}"},
		{"She lost the 200 fly.", "200: count {200}"},
		{"It is 2 ply paper.", "2: count {2}"},
		{"It gives 6 TW at 400 kV.", "6 TW: measure [5.5, 6.5] TW | 400 kV: measure [399.5, 400.5] kV"},
		{"It is 4 Gly away.", "4 Gly: measure [3.5, 4.5] Gly"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, one_letter_behind_a_hyphen_before_its_noun)
{
	static const scan_case cases[] = {
		{"It has a 5-m wall.", "5-m: measure [4.5, 5.5] m"},
		{"It took a 24-h count.", "24-h: duration [23.5, 24.5] h"},
		{"It is a 2-L jar.", "2-L: measure [1.5, 2.5] l"},
		{"It costs 50 eur or Rs. 250 now.", "50 eur: money [49.5, 50.5] eur | Rs. 250: money [249.5, 250.5] inr"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, minutes_and_seconds_of_arc_behind_degrees)
{
	static const scan_case cases[] = {
		{"It lies at 3°15′6″ North.", "3°15′6″: measure [11705.5, 11706.5] arcsec"},
		{"It lies at 3° 15' N.", "3° 15': measure [194.5, 195.5] arcmin"},
		{"He is 6'3\" tall.", "6'3\": measure [74.5, 75.5] in"},
		{"Add 1mM HEPES to it.", "1mM: measure [0.5, 1.5] mmol/l"},
	};
	SCAN_TABLE(cases);
}

Test(scan_unit, parts_of_a_time_told_together)
{
	static const scan_case cases[] = {
		{"It takes 1h20m.", "1h20m: duration [79.5, 80.5] min"},
		{"It takes 1h 20m 5s.", "1h 20m 5s: duration [4804.5, 4805.5] s"},
		{"The lamp A4h20 is old.", "A4h20: label part of a name"},
	};
	SCAN_TABLE(cases);
}
