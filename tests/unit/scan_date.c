/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan_fixture.h"

#include <criterion/criterion.h>

Test(scan_date, dates_in_every_common_form)
{
	static const scan_case cases[] = {
		{"On 18 November 2020 it rained.", "18 November 2020: date 2020-11-18"},
		{"On November 18, 2020 it rained.", "November 18, 2020: date 2020-11-18"},
		{"On Nov. 18, 2020 it rained.", "Nov. 18, 2020: date 2020-11-18"},
		{"On November 18 it rained.", "November 18: date --11-18"},
		{"On 22nd of June it rained.", "22nd of June: date --06-22"},
		{"On 2020-11-18 it rained.", "2020-11-18: date 2020-11-18"},
		{"On 21/04/2014 it rained.", "21/04/2014: date 2014-04-21"},
		{"On 04/21/2014 it rained.", "04/21/2014: date 2014-04-21"},
		{"On 03/04/2014 it rained.", "03/04/2014: date 2014"},
		{"On 7-JUN-1991 it rained.", "7-JUN-1991: date 1991-06-07"},
		{"On 13.5.2015 it rained.", "13.5.2015: date 2015-05-13"},
		{"2016 September 28 it rained.", "2016 September 28: date 2016-09-28"},
		{"In November 2020 it rained.", "November 2020: date 2020-11"},
		{"In May it rained.", "May: date --05"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_weekday_is_a_figure_of_its_own)
{
	static const scan_case cases[] = {
		{"Wednesday, 18 November 2020", "Wednesday: date ~11 | 18 November 2020: date 2020-11-18"},
		{"It rained on Wednesday.", "Wednesday: date ~11"},
		{"Wed, 22 January 2020", "Wed: date ~11 | 22 January 2020: date 2020-01-22"},
		{"Sat 2016-10-01", "Sat: date ~11 | 2016-10-01: date 2016-10-01"},
		{"Sun Interbrew grew.", ""},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, relative_dates)
{
	static const scan_case cases[] = {
		{"It rained this year.", "this year: date ~4"},
		{"It rained last year.", "last year: date ~5"},
		{"It will rain next year.", "next year: date ~6"},
		{"It rained today.", "today: date ~1"},
		{"It rained yesterday.", "yesterday: date ~2"},
		{"It rained last month.", "last month: date ~8"},
		{"It rained last week.", "last week: date ~10"},
		{"It will rain next month.", "next month: date ~13"},
		{"It rained in May last year.", "May last year: date ~5"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, years_are_told_from_counts)
{
	static const scan_case cases[] = {
		{"In 2020, 22 cells were closed.", "2020: year 2020 | 22: count {22}"},
		{"Since 1998 it has grown.", "1998: year 1998"},
		{"It saw 1183 crimes.", "1183: count {1183}"},
		{"More than 2000 people came.", "More than 2000: count (2000, ∞)"},
		{"The 2019 elections came.", "2019: year 2019"},
		{"It ran 3000 metres.", "3000 metres: measure [2999.5, 3000.5] m"},
		{"From 1990 to 1995 it grew.", "1990 to 1995: date 1990..1995"},
		{"The index rose to 1950 today.", "1950: count {1950} | today: date ~1"},
		{"The index rose 12% to 1950.", "12%: percent [11.5, 12.5] % | 1950: count {1950}"},
		{"The index closed at 1950.", "1950: count {1950}"},
		{"Growth at 1985's pace was kept.", "1985: year 1985"},
		{"The lease was extended to 2005.", "2005: year 2005"},
		{"A total of 1985 boats sank.", "1985: count {1985}"},
		{"Of 2016 boats, 12 sank.", "2016: count {2016} | 12: count {12}"},
		{"He won by 2010 votes.", "2010: count {2010}"},
		{"The fall of 2016 prices went on.", "2016: year 2016"},
		{"They sold 2015 boats in 2014.", "2015: count {2015} | 2014: year 2014"},
		{"In 2010 and 2015 it grew.", "2010: year 2010 | 2015: year 2015"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, spans_of_dates)
{
	static const scan_case cases[] = {
		{"15–19 July 2010", "15–19 July 2010: date 2010-07-15..2010-07-19"},
		{"From 4 to 22 January 2017 it rained.", "4 to 22 January 2017: date 2017-01-04..2017-01-22"},
		{"In 2012–13 it rained.", "2012–13: date 2012..2013"},
		{"Between 2014 and 2017 it rained.", "2014 and 2017: date 2014..2017"},
		{"January 1996–October 2010", "January 1996–October 2010: date 1996-01..2010-10"},
		{"In the 1970s it rained.", "1970s: date 1970..1979"},
		{"In the ’40s it rained.", "40s: date 1940..1949"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, years_told_by_their_last_two_digits)
{
	static const scan_case cases[] = {
		{"In ’99 the mill closed.", "99: year 1999"},
		{"It has rained since '87.", "87: year 1987"},
		{"The class of '05 had 30 pupils.", "05: year 2005 | 30: count {30}"},
		{"In May '98 it rained.", "May: date --05 | 98: year 1998"},
		{"She told the tale of '12 lanterns'.", "12: count {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, quarters_and_halves)
{
	static const scan_case cases[] = {
		{"In the third quarter of 2016 it grew.", "third quarter of 2016: date 2016-07..2016-09"},
		{"In Q3 2016 it grew.", "Q3 2016: date 2016-07..2016-09"},
		{"In the first half of the year it grew.", "first half: date --01..--06"},
		{"In the second half they scored.", "second half: label idiom"},
		{"In the first half of 2020 it grew.", "first half of 2020: date 2020-01..2020-06"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, times_of_day)
{
	static const scan_case cases[] = {
		{"It began at 10:34.", "10:34: time"},
		{"It began at 10:34 am.", "10:34 am: time"},
		{"It began at 7 pm.", "7 pm: time"},
		{"It began at 8.30pm.", "8.30pm: time"},
		{"It began at seven o'clock.", "seven o'clock: time"},
		{"It began at noon.", "noon: time"},
		{"It began at half past nine.", "half past nine: time"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_clock_time_of_a_dateline_is_a_label)
{
	static const scan_case cases[] = {
		{"2016 September 28 (Wednesday) 10:34:24",
	     "2016 September 28: date 2016-09-28 | Wednesday: date ~11 | 10:34:24: label clock time of a dateline"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_month_that_is_a_word_too_needs_its_place)
{
	static const scan_case cases[] = {
		{"OUTPUT MAY RISE", ""},
		{"OUTPUT RISES IN MAY", "MAY: date --05"},
		{"MAY SALES RISE", "MAY: date --05"},
		{"U.S. MAY SELL BOATS", ""},
		{"May the best man win.", ""},
		{"May was wet.", "May: date --05"},
		{"Ann May, who sings, left.", ""},
		{"May said so.", ""},
		{"New York May futures rose.", "May: date --05"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_capital_within_a_sentence_makes_a_name_of_today)
{
	static const scan_case cases[] = {
		{"He hosts the Today show every morning.", ""},
		{"She said: \"Today we win.\"", "Today: date ~1"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, years_go_on_before_any_preposition)
{
	static const scan_case cases[] = {
		{"From 1981 to 1985 at low prices it grew.", "1981 to 1985: date 1981..1985"},
		{"From 1981 to 1985 in Torvia it grew.", "1981 to 1985: date 1981..1985"},
		{"It grew from 1500 to 1600 m there.", "1500: measure [1499.5, 1500.5] m | 1600 m: measure [1599.5, 1600.5] m"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, months_between_and_from_to_are_one_span)
{
	static const scan_case cases[] = {
		{"It grew between July 2012 and June 2013.", "July 2012 and June 2013: date 2012-07..2013-06"},
		{"It was shut from 13 October 2008 to 25 March 2014.",
	     "13 October 2008 to 25 March 2014: date 2008-10-13..2014-03-25"},
		{"It grew in July 2012 and June 2013.", "July 2012: date 2012-07 | June 2013: date 2013-06"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_person_named_as_a_month_is_no_date)
{
	static const scan_case cases[] = {
		{"May wrote on her site.", ""},
		{"May performed in Arden.", ""},
		{"ALDER MILLS <ALD> MAY SELL BOATS", ""},
		{"May sales were weak.", "May: date --05"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_span_of_days_is_one_figure_unless_something_moved)
{
	static const scan_case cases[] = {
		{"It ran from 3 May to 12 June 2019.", "3 May to 12 June 2019: date 2019-05-03..2019-06-12"},
		{"The day was moved from 3 May to 12 June 2019.", "3 May: date --05-03 | 12 June 2019: date 2019-06-12"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, two_months_or_days_joined_by_a_word_are_one_span)
{
	static const scan_case cases[] = {
		{"The quay was shut July to October 2015.", "July to October 2015: date 2015-07..2015-10"},
		{"In the period May 2009 to April 2010 it rained.", "May 2009 to April 2010: date 2009-05..2010-04"},
		{"The fair is open from May to September.", "May to September: date --05..--09"},
		{"Rain came November to February 2014.", "November to February 2014: date 2013-11..2014-02"},
		{"Compare June 2012 to June 2013.", "June 2012: date 2012-06 | June 2013: date 2013-06"},
		{"It was postponed from June 3 to July 9.", "June 3: date --06-03 | July 9: date --07-09"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_century_is_its_hundred_years)
{
	static const scan_case cases[] = {
		{"The mill dates from the 18th century.", "18th century: date 1701..1800"},
		{"A seventeenth-century mill burnt.", "seventeenth-century: date 1601..1700"},
		{"He made his 12th century.", "12th: ordinal {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, the_last_two_digits_of_a_year_after_its_month)
{
	static const scan_case cases[] = {
		{"It sank on 14 Oct 09.", "14 Oct 09: date 2009-10-14"},
		{"On 14 Oct 12 boats sank.", "14 Oct: date --10-14 | 12: count {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_month_that_is_a_verb_in_a_title_is_none)
{
	static const scan_case cases[] = {
		{"Ferry Dates May Be Moved Again", ""},
		{"In May We Sail", "May: date --05"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_number_with_a_symbol_of_time_is_no_year)
{
	static const scan_case cases[] = {
		{"It waits 2000 ms.", "2000 ms: duration [1999.5, 2000.5] ms"},
		{"The limit is 1950 s.", "1950 s: duration [1949.5, 1950.5] s"},
		{"2016s best firm grew.", "2016: year 2016"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_day_and_the_next_are_one_span)
{
	static const scan_case cases[] = {
		{"It froze on 11 and 12 March 2017.", "11 and 12 March 2017: date 2017-03-11..2017-03-12"},
		{"It froze on 11 and 19 March 2017.", "11: count {11} | 19 March 2017: date 2017-03-19"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, the_year_of_a_quarter_counts_nothing)
{
	static const scan_case cases[] = {
		{"In the second quarter of 2016 tolls rose.", "second quarter of 2016: date 2016-04..2016-06"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_time_of_day_whose_parts_stand_apart)
{
	static const scan_case cases[] = {
		{"The bell rang at 5: 40 p. m. there.", "5: 40 p. m.: time"},
		{"It came 3: 10 boats.", "3: count {3} | 10: count {10}"},
		{"At 1979/80 prices it rose.", "1979/80: label fiscal year"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, days_with_names_and_times_that_cannot_be_counted)
{
	static const scan_case cases[] = {
		{"It rained on Christmas Eve 2011.", "Christmas Eve 2011: date 2011-12-24"},
		{"It rained on Boxing Day.", "Boxing Day: date --12-26"},
		{"It will rain on Easter Monday.", "Easter Monday: date ~17"},
		{"It rained on Easter Sunday, 8 April 2012.", "Sunday: date ~11 | 8 April 2012: date 2012-04-08"},
		{"It rained before Christmas.", "Christmas: date --12-25"},
		{"The Christmas sales fell.", ""},
		{"It rained over the weekend.", "weekend: date ~17"},
		{"The weekend papers were wet.", ""},
		{"It rained last summer.", "last summer: date ~17"},
		{"It rains on Mondays.", "Mondays: date ~17"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, two_hours_of_one_half_of_the_day_and_hours_in_words)
{
	static const scan_case cases[] = {
		{"It rained from 3 to 5 pm.", "3 to 5 pm: time"},
		{"It rained between 3 and 5 p.m. there.", "3 and 5 p.m.: time"},
		{"It rained at seven thirty.", "seven thirty: time"},
		{"Look at seven thirty times.", "seven: count {7} | thirty: count {30}"},
		{"It rained at 12 noon.", "12 noon: time"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, behind_a_date_line_the_text_begins)
{
	static const scan_case cases[] = {
		{"ARDEN, March 3 - Nine boats sank.", "March 3: date --03-03 | Nine: count {9}"},
		{"ARDEN, March 3 - 27 boats sank.", "March 3: date --03-03 | 27: count {27}"},
		{"It is shut March 3 - 27 each year.", "March 3 - 27: date --03-03..--03-27"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_short_day_that_is_a_name_too)
{
	static const scan_case cases[] = {
		{"The grid is run by Sun.", ""},
		{"We ask IBM, Sun, and others.", ""},
		{"It opens on Sun, and shuts on Mon.", "Sun: date ~11 | Mon: date ~11"},
		{"It is due Sun, 14 March 1904.", "Sun: date ~11 | 14 March 1904: date 1904-03-14"},
		{"Sat, Sun: 12 boats.", "Sat: date ~11 | Sun: date ~11 | 12: count {12}"},
	};
	SCAN_TABLE(cases);
}

Test(scan_date, a_quarter_by_its_number)
{
	static const scan_case cases[] = {
		{"It rose in Quarter 3 2016.", "Quarter 3 2016: date 2016-07..2016-09"},
		{"It rose in quarter two of 2016.", "quarter two of 2016: date 2016-04..2016-06"},
	};
	SCAN_TABLE(cases);
}
