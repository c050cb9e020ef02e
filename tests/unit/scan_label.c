/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_label, numbered_parts_and_references)
{
	static const scan_case cases[] = {
		{"See section 4.2 for it.", "4.2: label section or part number"},
		{"See Figure 3 and Table 2.", "3: label figure, table or page number | 2: label figure, table or page number"},
		{"See Figures 2 and 3.", "2: label figure, table or page number | 3: label figure, table or page number"},
		{"It is on page 12.", "12: label figure, table or page number"},
		{"Article 5 applies.", "5: label law or article number"},
		{"It is phase 3.", "3: label part of a name"},
		{"It is version 2.", "2: label version"},
		{"Flight 370 left.", "370: label part of a name"},
		{"It is No. 7.", "7: label identifier"},
		{"Register 2854 holds it.", "2854: label identifier"},
		{"They register 30 boats a day.", "30: count {30}"},
		{"Claim 1 stands.", "1: label part of a name"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, names_with_numbers)
{
	static const scan_case cases[] = {
		{"The iPhone 11 is out.", "11: label part of a name"},
		{"They held Caspian Antiterror 2020.", "2020: label part of a name"},
		{"The COVID-19 tests came.", "19: label part of a name"},
		{"The B&Q 500 fell.", "500: label part of a name"},
		{"The RAV4 sold.", "RAV4: label part of a name"},
		{"The Boeing 787 flew.", "787: label part of a name"},
		{"They watched BBC Two tonight.", "Two: label part of a name | tonight: date ~1"},
		{"The Six Nations begin.", "Six: label part of a name"},
		{"A 5G net is built.", "5G: label part of a name"},
		{"In Los Angeles 12 people left.", "12: count {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, citations_and_notes)
{
	static const scan_case cases[] = {
		{"It was shown [12].", "[12]: label citation"},
		{"It was shown [3, 4].", "[3, 4]: label citation"},
		{"It was shown (Smith et al. 2010).", "2010: label citation"},
		{"It spread widely (22), as told.", "22: label citation"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, identifiers_addresses_and_phones)
{
	static const scan_case cases[] = {
		{"See http://example.org/a1 now.", "http://example.org/a1: label web address"},
		{"Mail a1@example.org now.", "a1@example.org: label web address"},
		{"Call +44 20 7946 0958 now.", "+44 20 7946 0958: label phone number"},
		{"It is 12 Baker Street.", "12: label address"},
		{"It runs 1.2.3 now.", "1.2.3: label version"},
		{"The key is 7fa20b1 now.", "7fa20b1: label identifier"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, idioms_and_scores)
{
	static const scan_case cases[] = {
		{"It was after 9/11.", "9/11: label idiom"},
		{"It runs 24/7.", "24/7: label idiom"},
		{"One of the ships sank.", "One of the: label idiom"},
		{"They won 3-1.", "3-1: label score"},
		{"It was a 9-2 lead.", "9-2: label score"},
		{"For the first time it rained.", "For the first time: label idiom"},
		{"He is number one.", "number one: label idiom"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, sign_offs)
{
	static const scan_case cases[] = {
		{"He said so. -02D-", "-02D-: label agency sign-off"},
		{"It ended.—0--", "—0--: label agency sign-off"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, fiscal_years)
{
	static const scan_case cases[] = {
		{"Since 2002/03 it fell.", "2002/03: label fiscal year"},
		{"In fiscal 2020 it fell.", "fiscal 2020: label fiscal year"},
		{"In 2019/20 it fell.", "2019/20: label fiscal year"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, enumerators)
{
	static const scan_case cases[] = {
		{"1. Open it.", "1.: label list number"},
		{"2) Close it.", "2): label list number"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, test_statistics_are_numbers_of_their_own)
{
	static const scan_case cases[] = {
		{"t(28) = 2.20, p < .05", "28: statistic {28} | 2.20: statistic [2.195, 2.205] | < .05: statistic (-∞, 0.05)"},
		{"n = 28", "28: count {28}"},
		{"F(2, 45) = 3.10", "2: statistic {2} | 45: statistic {45} | 3.10: statistic [3.095, 3.105]"},
		{"F(2,45) = 3.10", "2: statistic {2} | 45: statistic {45} | 3.10: statistic [3.095, 3.105]"},
		{"F(4,126) = 3.10", "4: statistic {4} | 126: statistic {126} | 3.10: statistic [3.095, 3.105]"},
		{"M = 5.2, SD = 1.1", "5.2: statistic [5.15, 5.25] | 1.1: statistic [1.05, 1.15]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, sources_in_brackets_and_by_note_numbers)
{
	static const scan_case cases[] = {
		{"It was shown before (Smith 2004).", "2004: label citation"},
		{"It was shown (Smith, 2004; Jones and Lee, 2011a).", "2004: label citation | 2011a: label citation"},
		{"It was shown before (Smith & Lee, 1999, p. 12).", "1999: label citation | 12: label figure, table or page number"},
		{"Smith et al. (1999) found so.", "1999: label citation"},
		{"Smith and Lee (2004) found so.", "2004: label citation"},
		{"This holds in mice,12,13 and rats.", "12: label citation | 13: label citation"},
		{"The rate of growth is lower in cells.14", ".14: label citation"},
		{"The rate was steady (1, 2, 7).", "(1, 2, 7): label citation"},
		{"The rate was steady (3–5).", "(3–5): label citation"},
		{"It lies in [0, 1] for all.", "0: count {0} | 1: count {1}"},
		{"The rise was 5 (3, 7) points.", "5: count {5} | 3: count {3} | 7: count {7}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, parts_of_parts_are_one_label)
{
	static const scan_case cases[] = {
		{"See Sections 4.1-4.3 and 5.", "4.1-4.3: label section or part number | 5: label section or part number"},
		{"See pp. 12-15 and p. 7.", "12-15: label figure, table or page number | 7: label figure, table or page number"},
		{"See Fig. 2A and Figs. 3–5.", "2A: label figure, table or page number | 3–5: label figure, table or page number"},
		{"Equation (3) gives it.", "3: label figure, table or page number"},
		{"Equations (3) and (4) give it.", "3: label figure, table or page number | (4): label list number"},
		{"Equations (6)", "6: count {6}"},
		{"By Eqs. (3)–(5) it follows.", "3: label figure, table or page number | 5: label figure, table or page number"},
		{"It is in Section 230(c)(1).", "230(c)(1): label section or part number"},
		{"Paragraph 3(b) of Clause 7 applies.", "3(b): label section or part number | 7: label section or part number"},
		{"Regulation 2016/679 stands.", "2016/679: label law or article number"},
		{"Directive 95/46/EC applies.", "95/46/EC: label law or article number"},
		{"The Companies Act 2006 applies.", "2006: label law or article number"},
		{"Journal of Hills, Vol. 3, No. 2, pp. 5–9.",
	     "3: label section or part number | 2: label identifier | 5–9: label figure, table or page number"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, versions_of_programs)
{
	static const scan_case cases[] = {
		{"It needs Python 3.11 and GCC 9.", "3.11: label version | 9: label version"},
		{"It uses Windows 10, Android 12 and iOS 14.5.", "10: label version | 12: label version | 14.5: label version"},
		{"Versions 3.1 and 3.2 fail.", "3.1: label version | 3.2: label version"},
		{"The python 3 metres long slept.", "3 metres: measure [2.5, 3.5] m"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, codes_and_addresses_of_computers)
{
	static const scan_case cases[] = {
		{"The id is 550e8400-e29b-41d4-a716-446655440000 now.", "550e8400-e29b-41d4-a716-446655440000: label identifier"},
		{"The host 192.168.0.1 and 10.0.0.0/8 are down.", "192.168.0.1: label identifier | 10.0.0.0/8: label identifier"},
		{"The address 00:1A:2B:3C:4D:5E is a card.", "00:1A:2B:3C:4D:5E: label identifier"},
		{"The address fe80::1ff:fe23:4567:890a is here.", "fe80::1ff:fe23:4567:890a: label identifier"},
		{"See arXiv:1706.03762 and doi:10.1000/182 now.", "1706.03762: label identifier | 10.1000/182: label identifier"},
		{"The value 0x1F is used.", "0x1F: label identifier"},
		{"The file is report2020.pdf now.", "report2020.pdf: label file name or path"},
		{"Open /usr/lib/x86_64/libfoo.so.6 and C:\\dir2\\file3.txt.",
	     "/usr/lib/x86_64/libfoo.so.6: label file name or path | C:\\dir2\\file3.txt: label file name or path"},
		{"It is 12 km/h and 3 m/s.", "12 km/h: measure [11.5, 12.5] km/h | 3 m/s: measure [2.5, 3.5] m/s"},
		{"Open ~/a2/b.txt or ./c3/d or and/or/12 men.",
	     "~/a2/b.txt: label file name or path | ./c3/d: label file name or path | 12: count {12}"},
		{"It is foo_bar_baz and img_2034.jpg now.", "img_2034.jpg: label file name or path"},
		{"Agent 007 came.", "007: label identifier"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, phones_and_postal_codes)
{
	static const scan_case cases[] = {
		{"Call 020 7946 0958 or 0845 604 1838.", "020 7946 0958: label phone number | 0845 604 1838: label phone number"},
		{"Call 07700 900123 now.", "07700 900123: label phone number"},
		{"Tel: 0131 244 2368.", "0131 244 2368: label phone number"},
		{"Phone 555-0143 now.", "555-0143: label phone number"},
		{"He lives at 12 Baker Street, London NW1 6XE.", "12: label address | NW1 6XE: label address"},
		{"It lies at 221B Baker Street.", "221B: label address"},
		{"The shop on 5th Avenue shut.", "5th: label address"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, names_by_their_shape)
{
	static const scan_case cases[] = {
		{"The Boeing 747-400 flew.", "747-400: label part of a name"},
		{"The drug 2,4-D was given.", "2,4-D: label part of a name"},
		{"They take omega-3 now.", "3: label part of a name"},
		{"The XC.4 sold.", ".4: label part of a name"},
		{"CVE-2021-44228 is bad.", "2021-44228: label part of a name"},
		{"It fell in mid-1990 again.", "1990: year 1990"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, scores_of_sets)
{
	static const scan_case cases[] = {
		{"They won 6-4, 3-6, 7-6 (7-3).", "6-4: label score | 3-6: label score | 7-6: label score | 7-3: label score"},
		{"She beat Smith 6-2 6-1.", "6-2: label score | 6-1: label score"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, the_ages_of_a_group_are_none)
{
	static const scan_case cases[] = {
		{"The age group 16-24 grew.", "16-24: age [16, 24]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, list_numbers_go_on)
{
	static const scan_case cases[] = {
		{"It has parts: (1) a wheel and (2) an axle.", "(1): label list number | (2): label list number"},
		{"It sold wheels (2) and axles.", "2: count {2}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, quantities_behind_a_capital_or_a_numbered_thing_stay_claims)
{
	static const scan_case cases[] = {
		{"AMBUSH KILLS 18 SOLDIERS NOW", "18: count {18}"},
		{"ACME 100 FALLS AGAIN", "100: label part of a name"},
		{"It grew in the years 2008 and 2009.", "2008: year 2008 | 2009: year 2009"},
		{"See Lee L. 2003 for it.", "2003: year 2003"},
		{"They took Lipex 25–100 mg daily.", "25–100 mg: measure [25, 100] mg"},
		{"They may issue 1,200 or 5,000 coins.", "1,200: count {1200} | 5,000: count {5000}"},
		{"The Acme 50 -1.3% fell.", "50: label part of a name | -1.3%: percent [-1.35, -1.25] %"},
		{"The 10th District Court sat.", "10th: ordinal {10}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_verb_behind_a_numbered_thing_is_no_noun_it_counts)
{
	static const scan_case cases[] = {
		{"Fig. 1 helps to see it.", "1: label figure, table or page number"},
		{"In section 3 talks are told.", "3: label section or part number"},
		{"See Figs. 1,2 for it.", "1,2: label figure, table or page number"},
		{"The star HD 188753 A shone.", "188753: label part of a name"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_word_number_behind_what_bears_it_names_it_unless_it_counts_what_follows)
{
	static const scan_case cases[] = {
		{"Ore from zone two was rich.", "two: label part of a name"},
		{"Haplotype 3 bears it at position 35.", "3: label part of a name | 35: label part of a name"},
		{"One copy of either haplotype 2 or 3 is common.",
	     "One: count {1} | 2: label part of a name | 3: label part of a name"},
		{"Maple 5's album sold.", "5: label part of a name"},
		{"In that zone two of them fell.", "two: count {2}"},
		{"Ore from zone two 0x10 was rich.", "two: count {2} | 0x10: label identifier"},
		{"The board gave zone two shops.", "two: count {2}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, decades_that_go_on_are_no_seconds)
{
	static const scan_case cases[] = {
		{"Men in their 30s, 40s and 50s came.", "30s: label idiom | 40s: label idiom | 50s: label idiom"},
		{"The 1980s and 90s were loud.", "1980s: date 1980..1989 | 90s: label idiom"},
		{"It took 40s and 50s then.", "40s: duration [39.5, 40.5] s | 50s: duration [49.5, 50.5] s"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_number_that_ended_a_name_is_one_again)
{
	static const scan_case cases[] = {
		{"The Lamp 11 Max and 11 Max Pro sold.", "11: label part of a name | 11: label part of a name"},
		{"The Lamp 11 Max sold 11 boats.", "11: label part of a name | 11: count {11}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, an_index_behind_a_lone_letter_and_a_pointer_in_brackets)
{
	static const scan_case cases[] = {
		{"The slope v 3 was low.", "3: label part of a name"},
		{"By (12) it holds.", "12: label figure, table or page number"},
		{"The relation (4.2) holds.", "4.2: label figure, table or page number"},
		{"The firm has a relation 4 years old.", "4 years old: age {4} year"},
		{"Boats (12) sank.", "12: count {12}"},
		{"A tray 3 x 4 cm wide.", "3: measure [2.5, 3.5] cm | 4 cm: measure [3.5, 4.5] cm"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, what_a_name_owns_is_counted)
{
	static const scan_case cases[] = {
		{"Later Korvan's 12 senior judges sat.", "12: count {12}"},
		{"Later OFX's 48 current judges sat.", "48: count {48}"},
		{"Last week 12 were hurt.", "Last week: date ~10 | 12: count {12}"},
		{"It ran in week 12.", "12: label part of a name"},
		{"Two new 640 Max ferries left.", "Two: count {2} | 640: label part of a name"},
		{"It holds 7-HT in water.", "7-HT: label part of a name"},
		{"I want 12lamps.", "12: count {12}"},
		{"In this case one arrives at a sum.", ""},
		{"It doubles as a boat.", "doubles as: label idiom"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_day_in_a_name_is_part_of_it)
{
	static const scan_case cases[] = {
		{"She writes for the Sunday Gazette.", "Sunday: label part of a name"},
		{"Shops open early on Black Friday.", "Friday: label part of a name"},
		{"The gazette comes on Sunday.", "Sunday: date ~11"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_magnitude_alone_within_capitals_is_part_of_a_name)
{
	static const scan_case cases[] = {
		{"They drove the Million Mile Road.", "Million Mile: label part of a name"},
		{"Prices Several ports told of gains.", "Several: vague [3, 10]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_number_that_names_people_is_part_of_it)
{
	static const scan_case cases[] = {
		{"The Harbour 38ers won.", "38ers: label part of a name"},
		{"It needs 12cups of flour.", "12cups: measure [11.5, 12.5] cup"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, the_number_of_a_heading_that_no_format_tells)
{
	static const scan_case cases[] = {
		{"3.2 Harbour dues", "3.2: label section or part number"},
		{"3.2 Million boats", "3.2 Million: count [3150000, 3250000]"},
		{"3.2 Harbour dues were paid.", "3.2: count [3.15, 3.25]"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, an_identifier_goes_on_as_long_as_it_is_glued)
{
	static const scan_case cases[] = {
		{"See doi:10.5555/ferry.news.0040077: it tells.", "10.5555/ferry.news.0040077: label identifier"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, several_that_bear_numbers_are_joined)
{
	static const scan_case cases[] = {
		{"The ferry seats 430.", "430: count {430}"},
		{"They took seats 12 and 14.", "12: label part of a name | 14: label part of a name"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_name_ends_in_its_number_before_a_verb)
{
	static const scan_case cases[] = {
		{"The Lamp 11 costs $70.", "11: label part of a name | $70: money [69.5, 70.5] usd"},
		{"First Arden said so.", "First: label part of a name"},
		{"It saw that the Arden 12 ships were late.", "12: count {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_person_is_told_with_an_age)
{
	static const scan_case cases[] = {
		{"The striker, 27, left.", "27: age {27}"},
		{"The index, 27, fell.", "27: count {27}"},
		{"It cost C $9 then.", "C $9: money [8.5, 9.5] cad"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_name_in_the_genitive_and_a_fiscal_year_in_two_parts)
{
	static const scan_case cases[] = {
		{"It beat the Orlov & Moor's 500 Index.", "500: label part of a name"},
		{"Arden's 12 Judges left.", "12: count {12}"},
		{"In fiscal 2019/20 it fell.", "fiscal 2019/20: label fiscal year"},
	};
	SCAN_TABLE(cases);
}

Test(scan_label, a_letter_behind_the_number_of_a_second_figure)
{
	static const scan_case cases[] = {
		{"See Fig 4A and 4B.", "4A: label figure, table or page number | 4B: label figure, table or page number"},
	};
	SCAN_TABLE(cases);
}
