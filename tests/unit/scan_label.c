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
		{"The key is 7fa20b1 now.", "7fa20b1: label part of a name"},
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
		{"M = 5.2, SD = 1.1", "5.2: statistic [5.15, 5.25] | 1.1: statistic [1.05, 1.15]"},
	};
	SCAN_TABLE(cases);
}
