/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#define LEAD(words)                                                                                                         \
	{                                                                                                                       \
		{                                                                                                                   \
			ONE, "more than two dozen cells", words                                                                         \
		}                                                                                                                   \
	}
#define BOTH_22(n)                                                                                                          \
	{                                                                                                                       \
		{ONE, "22 terrorist cells", n " terrorist cells"},                                                                  \
		{                                                                                                                   \
			ONE, "22 cells of", n " cells of"                                                                               \
		}                                                                                                                   \
	}
#define PARTS(whole, expelled, convicted)                                                                                   \
	{                                                                                                                       \
		{ONE, "more than 160 active", whole " active"}, {ONE, "more than 110", expelled},                                   \
		{                                                                                                                   \
			ONE, "and more than 40 ", "and " convicted " "                                                                  \
		}                                                                                                                   \
	}

/* clang-format off */
const variation variations[] = {
	/* Another number in headline and quotation, against (24, inf); "more than" allows its number itself only generously. */
	{"22 becomes 25", BOTH, CELLS, BOTH_22("25"), {0}, "N501", "holds", 0},
	{"22 becomes 26", BOTH, CELLS, BOTH_22("26"), {0}, 0, 0, 0},
	{"22 becomes 30", BOTH, CELLS, BOTH_22("30"), {0}, 0, 0, 0},
	{"22 becomes 1,022", BOTH, CELLS, BOTH_22("1,022"), {0}, 0, 0, 0},
	{"22 becomes 24: only the generous reading", BOTH, CELLS, BOTH_22("24"), {"N501 warning two dozen"}, 0, 0, 0},
	{"22 becomes 23", BOTH, CELLS, BOTH_22("23"), {DOZEN}, 0, 0, 0},
	{"22 becomes 12", BOTH, CELLS, BOTH_22("12"), {DOZEN}, 0, 0, 0},
	{"22 in words", BOTH, CELLS, BOTH_22("twenty-two"), {DOZEN}, 0, 0, 0},
	{"25 in words", BOTH, CELLS, BOTH_22("twenty-five"), {0}, 0, 0, 0},

	/* One of the three figures alone. */
	{"the headline says 25: the quotation stands alone", BOTH, CELLS, {{ONE, "22 terrorist cells", "25 terrorist cells"}},
		{"N501 error 22"}, 0, 0, 0},
	{"the quotation says 26: the headline stands alone", BOTH, CELLS, {{ONE, "22 cells of", "26 cells of"}},
		{"N501 error 22"}, 0, 0, 0},
	{"25 and 30 both hold with the lead, not with each other", BOTH, CELLS,
		{{ONE, "22 terrorist cells", "25 terrorist cells"}, {ONE, "22 cells of", "30 cells of"}}, {"N501 error -"}, 0, 0, 0},
	{"the headline goes: two are left, none the suspect", BOTH, CELLS, {{DROP, "In 2020, 22", 0}}, {"N501 error -"}, 0, 0, 0},
	{"the quotation goes", ORIGINALS, CELLS, {{DROP, "\"Through joint", 0}}, {"N501 error -"}, 0, 0, 0},
	{"the quotation goes", DIGESTS, CELLS, {{DROP, "Patrushev credited", 0}}, {"N501 error -"}, 0, 0, 0},
	{"the lead goes: 22 is 22", ORIGINALS, CELLS, {{DROP, "The activity of", 0}}, {0}, "N501", "holds", 0},
	{"the lead goes: 22 is 22", DIGESTS, CELLS, {{DROP, "This year the work", 0}}, {0}, "N501", "holds", 0},

	/* The hedge of the lead turned round: below 24, from 24 up, around 24. */
	{"fewer than two dozen: [0, 24)", BOTH, CELLS, LEAD("fewer than two dozen cells"), {0}, "N501", "holds", 0},
	{"less than two dozen", BOTH, CELLS, LEAD("less than two dozen cells"), {0}, 0, 0, 0},
	{"up to two dozen: [0, 24]", BOTH, CELLS, LEAD("up to two dozen cells"), {0}, 0, 0, 0},
	{"nearly two dozen: [21.6, 24)", BOTH, CELLS, LEAD("nearly two dozen cells"), {0}, 0, 0, 0},
	{"almost two dozen", BOTH, CELLS, LEAD("almost two dozen cells"), {0}, 0, 0, 0},
	{"about two dozen: [21.6, 26.4]", BOTH, CELLS, LEAD("about two dozen cells"), {0}, 0, 0, 0},
	{"roughly two dozen", BOTH, CELLS, LEAD("roughly two dozen cells"), {0}, 0, 0, 0},
	{"some two dozen", BOTH, CELLS, LEAD("some two dozen cells"), {0}, 0, 0, 0},
	{"at least two dozen: [24, inf)", BOTH, CELLS, LEAD("at least two dozen cells"), {DOZEN}, 0, 0, 0},
	{"no fewer than two dozen", BOTH, CELLS, LEAD("no fewer than two dozen cells"), {DOZEN}, 0, 0, 0},
	{"over two dozen", BOTH, CELLS, LEAD("over two dozen cells"), {DOZEN}, 0, 0, 0},
	{"just over two dozen: (24, 26.4]", BOTH, CELLS, LEAD("just over two dozen cells"), {DOZEN}, 0, 0, 0},
	{"two dozen: 23 to 25", BOTH, CELLS, LEAD("two dozen cells"), {DOZEN}, 0, 0, 0},

	/* Another number in the lead. */
	{"more than a dozen", BOTH, CELLS, LEAD("more than a dozen cells"), {0}, 0, 0, 0},
	{"more than three dozen", BOTH, CELLS, LEAD("more than three dozen cells"), {"N501 error three dozen"}, 0, 0, 0},
	{"more than 20", BOTH, CELLS, LEAD("more than 20 cells"), {0}, 0, 0, 0},
	{"more than 30", BOTH, CELLS, LEAD("more than 30 cells"), {"N501 error 30"}, 0, 0, 0},
	{"24 without a hedge", BOTH, CELLS, LEAD("24 cells"), {"N501 error 24"}, 0, 0, 0},
	{"22 without a hedge", BOTH, CELLS, LEAD("22 cells"), {0}, 0, 0, 0},
	{"twenty-two", BOTH, CELLS, LEAD("twenty-two cells"), {0}, 0, 0, 0},
	{"between 20 and 25", BOTH, CELLS, LEAD("between 20 and 25 cells"), {0}, 0, 0, 0},
	{"between 25 and 30", BOTH, CELLS, LEAD("between 25 and 30 cells"), {"N501 error *"}, 0, 0, 0},
	{"dozens: a vague figure is never more than a note", BOTH, CELLS, LEAD("dozens of cells"), {"?N501 note *"}, 0, 0, 0},

	/* Another predicate, another year, a negation, a forecast: then the figures are not of one thing. */
	{"another predicate in the lead", ORIGINALS, CELLS, {{ONE, "has been suppressed in", "has been photographed in"}}, {0}, 0, 0, 0},
	{"another predicate in the lead", DIGESTS, CELLS, {{ONE, "has been suppressed in", "has been photographed in"}}, {0}, 0, 0, 0},
	{"the same predicate in all three", BOTH, CELLS, {{ONE, "has been suppressed in", "has been neutralized in"}}, {DOZEN}, 0, 0, 0},
	{"the lead tells of last year", ORIGINALS, CELLS, {{ONE, "States this year", "States last year"}}, {0}, 0, 0, 0},
	{"the lead tells of last year", DIGESTS, CELLS, {{ONE, "This year the", "Last year the"}}, {0}, 0, 0, 0},
	{"the headline tells of 2019", BOTH, CELLS, {{ONE, "In 2020, 22", "In 2019, 22"}}, {"N501 error -"}, 0, 0, 0},
	{"the quotation tells of 2019", BOTH, CELLS, {{ONE, "neutralized in 2020", "neutralized in 2019"}}, {"N501 error -"}, 0, 0, 0},
	{"the quotation denies it", BOTH, CELLS, {{ONE, "were neutralized in 2020", "were not neutralized in 2020"}},
		{"N501 error -"}, 0, 0, 0},
	{"the headline forecasts it", ORIGINALS, CELLS, {{ONE, "cells were neutralized in the CIS", "cells will be neutralized in the CIS"}},
		{"N501 error -"}, 0, 0, 0},

	/* Dates. 28 September 2016, 21 September 2016, 28 September 2022, 15 February 2017 are Wednesdays; 29 September 2016,
	 * 28 September 2017 and 15 February 2018 are Thursdays; 18 November 2020 is a Wednesday. */
	{"Thursday beside a Wednesday's date", BOTH, BAKU, {{ONE, "(Wednesday)", "(Thursday)"}}, {DOZEN, "N601 error *"}, 0, 0, 0},
	{"the date moves a day", BOTH, BAKU, {{ONE, "September 28", "September 29"}}, {DOZEN, "N601 error *"}, 0, 0, 0},
	{"the date moves a year", BOTH, BAKU, {{ONE, "2016 September", "2017 September"}}, {DOZEN, "N601 error *"}, 0, 0, 0},
	{"the date moves a week", BOTH, BAKU, {{ONE, "September 28", "September 21"}}, {DOZEN}, "N601", "holds", 0},
	{"the date moves six years", BOTH, BAKU, {{ONE, "2016 September", "2022 September"}}, {DOZEN}, "N601", "holds", 0},
	{"no such day", BOTH, BAKU, {{ONE, "September 28", "September 31"}}, {DOZEN, "N602 error *"}, 0, 0, 0},
	{"its right weekday beside the date", BOTH, CELLS, {{ONE, "18 November 2020", "Wednesday, 18 November 2020"}},
		{DOZEN}, "N601", "holds", 0},
	{"a wrong weekday beside the date", BOTH, CELLS, {{ONE, "18 November 2020", "Thursday, 18 November 2020"}},
		{DOZEN, "N601 error *"}, 0, 0, 0},
	{"a year-less date on another weekday stays open", BOTH, MILITANTS, {{ONE, "on Wednesday", "on Thursday"}}, {DOZEN}, 0, 0, 0},
	{"a dateline with the year that fits", BOTH, MILITANTS, {{ONE, "February 15", "February 15, 2017"}}, {DOZEN}, 0, 0, 0},
	{"a dateline a day after the weekday told", BOTH, MILITANTS, {{ONE, "February 15", "February 15, 2018"}}, {DOZEN}, 0, 0, 0},
	{"no such day in any year", BOTH, MILITANTS, {{ONE, "February 15", "February 30"}}, {DOZEN, "N602 error *"}, 0, 0, 0},
	{"a meeting a day earlier", BOTH, PRIORITIES, {{ONE, "18 February", "17 February"}}, {DOZEN}, 0, 0, 0},
	{"no such day in February", BOTH, PRIORITIES, {{ONE, "19 February", "31 February"}}, {DOZEN, "N602 error *"}, 0, 0, 0},
	{"another year in a name", BOTH, PRIORITIES, {{ONE, "Antiterror 2020", "Antiterror 2021"}}, {DOZEN}, 0, 0, 0},

	/* Parts and wholes: "of which" binds them; a bound on the open side refutes nothing. */
	{"more than 210 of more than 160 is open", BOTH, CELLS, {{ONE, "more than 110", "more than 210"}}, {DOZEN}, "N301", "open", "250 <= 160"},
	{"210 of 160", BOTH, CELLS, PARTS("160", "210", "more than 40"), {DOZEN, "N301 error *"}, 0, 0, 0},
	{"more than 210 of 160", BOTH, CELLS, PARTS("160", "more than 210", "more than 40"), {DOZEN, "N301 error *"}, 0, 0, 0},
	{"more than 210 of fewer than 160", BOTH, CELLS, PARTS("fewer than 160", "more than 210", "more than 40"),
		{DOZEN, "N301 error *"}, 0, 0, 0},
	{"more than 110 of up to 100", BOTH, CELLS, PARTS("up to 100", "more than 110", "more than 40"), {DOZEN, "N301 error *"}, 0, 0, 0},
	{"more than 110 and 40 of 160 fit", BOTH, CELLS, PARTS("160", "more than 110", "more than 40"), {DOZEN}, 0, 0, 0},
	{"at least 110 and 40 of fewer than 160 fit", BOTH, CELLS, PARTS("fewer than 160", "at least 110", "at least 40"), {DOZEN}, 0, 0, 0},
	{"135 and 41 of 160: each fits, and nobody says they are disjoint", BOTH, CELLS, PARTS("160", "135", "41"),
		{DOZEN, "?N301 warning *", "?N301 note *"}, 0, 0, 0},

	/* Figures nothing else in the documents tells of. */
	{"another number of crimes", BOTH, CELLS, {{ONE, "442", "542"}}, {DOZEN}, 0, 0, 0},
	{"a number of crimes that looks like another year", BOTH, CELLS, {{ONE, "1183", "1283"}}, {DOZEN}, 0, 0, 0},
	{"another fraction", BOTH, CELLS, {{ONE, "more than half of", "more than two-thirds of"}}, {DOZEN}, 0, 0, 0},
	{"another number arrested", BOTH, CELLS, {{ONE, "more than 40 members", "more than 400 members"}}, {DOZEN}, 0, 0, 0},
	{"fewer foreigners than functionaries", BOTH, CELLS, {{ONE, "more than 950", "more than 90"}}, {DOZEN}, 0, 0, 0},
	{"fewer pages than resources", BOTH, CELLS, {{ONE, "31 thousand", "1 thousand"}}, {DOZEN}, 0, 0, 0},
	{"another number killed", BOTH, THREATS, {{ONE, "more than 140", "more than 14"}}, {DOZEN}, 0, 0, 0},
	{"as many deaths at the bank", BOTH, THREATS, {{ONE, "21 deaths", "140 deaths"}}, {DOZEN}, 0, 0, 0},
	{"another meeting of the series", BOTH, BAKU, {{ONE, "41st", "40th"}}, {DOZEN}, 0, 0, 0},
	{"two conferences of one series", BOTH, MILITANTS, {{ONE, "10th conference", "9th conference"}}, {DOZEN}, 0, 0, 0},
	{"more years", BOTH, MILITANTS, {{ONE, "more than 16 years", "more than 26 years"}}, {DOZEN}, 0, 0, 0},

	/* Lists: dropping a name matters only where their number is announced. */
	{"a state dropped", BOTH, CELLS, {{ONE, "Armenia, ", ""}}, {DOZEN}, 0, 0, 0},
	{"a state dropped", BOTH, PRIORITIES, {{ONE, "Armenia, ", ""}}, {DOZEN}, 0, 0, 0},
	{"a state dropped", BOTH, MILITANTS, {{ONE, "Armenia, ", ""}}, {DOZEN}, 0, 0, 0},
	{"ten states announced", BOTH, MILITANTS, {{ONE, "the CIS states - ", "the ten CIS states - "}}, {DOZEN}, "N401", "holds", 0},
	{"nine states announced", BOTH, MILITANTS, {{ONE, "the CIS states - ", "the nine CIS states - "}}, {DOZEN, "N401 error *"}, 0, 0, 0},
	{"ten states announced, one dropped", BOTH, MILITANTS, {{ONE, "the CIS states - ", "the ten CIS states - "}, {ONE, "Armenia, ", ""}},
		{DOZEN, "N401 error *"}, 0, 0, 0},

	/* Other names and nouns, and another order: the same finding. */
	{"another speaker", BOTH, CELLS, {{ALL, "Patrushev", "Ivanov"}}, {DOZEN}, 0, 0, 0},
	{"rings for cells", BOTH, CELLS, {{ALL, "cells", "rings"}}, {DOZEN}, 0, 0, 0},
	{"units for cells", BOTH, CELLS, {{ALL, "cells", "units"}}, {DOZEN}, 0, 0, 0},
	{"another union of states", BOTH, CELLS,
		{{ALL, "CIS", "UNL"}, {ALL, "Commonwealth of Independent States", "Union of Northern Lands"}}, {DOZEN}, 0, 0, 0},
	{"the quotation after the functionaries", ORIGINALS, CELLS, {{SWAP, "\"Through joint", "He added that"}}, {DOZEN}, 0, 0, 0},
	{"the quotation after the functionaries", DIGESTS, CELLS, {{SWAP, "Patrushev credited", "The activities of"}}, {DOZEN}, 0, 0, 0},
	{"the states before the Internet", ORIGINALS, CELLS, {{SWAP, "The Secretary of the Security Service", "The event is"}},
		{DOZEN}, 0, 0, 0},
	{"the states before the Internet", DIGESTS, CELLS, {{SWAP, "He pointed", "Those attending"}}, {DOZEN}, 0, 0, 0},
	{"without the functionaries", ORIGINALS, CELLS, {{DROP, "He added that", 0}}, {DOZEN}, 0, 0, 0},
	{"without the functionaries", DIGESTS, CELLS, {{DROP, "The activities of", 0}}, {DOZEN}, 0, 0, 0},
};
/* clang-format on */

const size_t variation_count = sizeof variations / sizeof *variations;
