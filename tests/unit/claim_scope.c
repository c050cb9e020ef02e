/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim_fixture.h"

#include <criterion/criterion.h>

Test(claim_scope, a_date_of_the_clause_says_when)
{
	static const claim_case cases[] = {
		{"In 2020, 22 cells were closed.", "22", "when=2020-01-01..2020-12-31; told=yes"},
		{"Some 22 cells were closed in 2020.", "22", "when=2020-01-01..2020-12-31; told=yes"},
		{"It sold 31 boats in 2019 and 45 in 2018.", "31", "when=2019-01-01..2019-12-31"},
		{"It sold 31 boats in 2019 and 45 in 2018.", "45", "when=2018-01-01..2018-12-31"},
		{"Thefts rose to 31, up from 45 in 2018.", "31", "when=-"},
		{"It sold 31 boats under the 2019 budget.", "31", "when=-"},
		{"It wants 31 boats by 2019.", "31", "when=-"},
		{"It sold 31 boats during the first half of 2019.", "31", "when=2019-01-01..2019-06-30"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, days_weeks_and_months_are_counted_from_the_date_line)
{
	static const claim_case cases[] = {
		{"ARDEN, 12 December 2018 -- Some 31 boats sailed yesterday.", "31", "when=2018-12-11..2018-12-11"},
		{"ARDEN, 12 December 2018 -- Some 31 boats will sail tomorrow.", "31", "when=2018-12-13..2018-12-13"},
		{"ARDEN, 12 December 2018 -- Some 31 boats sailed this week.", "31", "when=2018-12-10..2018-12-16"},
		{"ARDEN, 12 December 2018 -- Some 31 boats sailed last week.", "31", "when=2018-12-03..2018-12-09"},
		{"ARDEN, 12 December 2018 -- Some 31 boats will sail next week.", "31", "when=2018-12-17..2018-12-23"},
		{"ARDEN, 12 December 2018 -- Some 31 boats sailed last month.", "31", "when=2018-11-01..2018-11-30"},
		{"ARDEN, 12 December 2018 -- Some 31 boats will sail next month.", "31", "when=2019-01-01..2019-01-31"},
		{"ARDEN, 12 December 2018 -- Some 31 boats will sail next year.", "31", "when=2019-01-01..2019-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, dates_are_read_against_the_documents_own)
{
	static const claim_case cases[] = {
		{"Fires rage in Arden\n\n18 November 2020\n\nThe wardens of Arden counted some 31 fires this year, they told us.",
	     "31", "when=2020-01-01..2020-12-31"},
		{"Fires rage in Arden\n\n18 November 2020\n\nThe wardens of Arden counted some 31 fires last year, they told us.",
	     "31", "when=2019-01-01..2019-12-31"},
		{"Fires rage in Arden\n\n18 November 2020\n\nThe wardens of Arden counted some 31 fires on Monday, they told us.",
	     "31", "when=2020-11-16..2020-11-16"},
		{"The wardens of Arden counted some 31 fires this year, they told us.", "31", "when=-; told=no"},
		{"Fires rage in Arden\n\n18 November 2020\n\nThe wardens counted 31 fires in May last year, they told us.", "31",
	     "when=2019-05-01..2019-05-31"},
		{"Mills open in Arden\n\n18 November 2020\n\nThe firm will open 31 mills in December, they told us here.", "31",
	     "when=2020-12-01..2020-12-31"},
		{"Mills open in Arden\n\n18 March 2020\n\nThe firm opened 31 mills in December, they told us here.", "31",
	     "when=2019-12-01..2019-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_dateline_is_neither_time_nor_place_of_what_follows)
{
	static const claim_case cases[] = {
		{"ARDEN, Feb 26 - The wardens of the lake counted 31 boats there.", "31", "told=no; where=-"},
		{"ARDEN, Feb 26 - Lake profits rose 31 pct.", "31", "head=profit"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, the_day_of_the_saying_is_not_the_day_of_the_thing)
{
	static const claim_case cases[] = {
		{"Fires rage in Arden\n\n18 November 2020\n\nThe chief warden of Arden said on Monday that 31 fires had been put out there.",
	     "31", "told=no"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, time_is_inherited_within_a_paragraph_and_from_the_headline)
{
	static const claim_case cases[] = {
		{"It sold 31 boats in 2019. It built 44 ships.", "44", "when=2019-01-01..2019-12-31; told=no"},
		{"In 2018, 31 boats sold\n\nThe yard is old and the men who work there like it. It built 44 ships.", "44",
	     "when=2018-01-01..2018-12-31; told=no"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_proper_name_after_in_says_where)
{
	static const claim_case cases[] = {
		{"Some 22 cells were closed in Torvia.", "22", "where=Torvia; key=torvia"},
		{"In Torvia, 22 cells were closed.", "22", "where=Torvia"},
		{"Some 22 cells were closed in the Moss Region.", "22", "where=Moss Region"},
		{"Some 22 cells were closed in the city of Arden.", "22", "where=Arden; key=arden"},
		{"Some 22 cells were closed in neighbouring Ostrand on Monday.", "22", "where=Ostrand"},
		{"Some 22 cells were closed in the US.", "22", "where=US; key=united states"},
		{"Some 22 men were expelled from Torvia.", "22", "where=-"},
		{"Some 22 traders were fined in London trading.", "22", "where=-"},
		{"Some 22 men were held in German prisons.", "22", "where=-"},
		{"Some 22 men were held in prison.", "22", "where=-"},
		{"Some 22 men were held in Arden's old jail.", "22", "where=-"},
		{"Some 22 clerks were hired in Alder Corp.", "22", "where=-"},
		{"A firm based in Arden sold 22 ships in Ostrand.", "22", "where=Ostrand"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_name_and_its_initials_are_one_place)
{
	static const char text[] =
		"In 2020, 22 boats were seized in the NLU\n\n"
		"Some 31 nets were burnt in the territory of the Northern Lakes Union, the wardens of the lakes said.";
	static const claim_case cases[] = {
		{text, "22", "where=NLU; key=nlu"},
		{text, "31", "where=Northern Lakes Union; key=nlu"},
		{"Some 31 nets were burnt in the Northern Lakes Union.", "31", "key=northern lakes union"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, headline_lead_quotation_and_section_are_told)
{
	static const char text[] = "Nine boats sink off Arden\n\n"
							   "A storm sank 31 boats off Arden on Monday, the wardens of the harbour told us.\n\n"
							   "\"We lost 44 nets in the storm,\" one of the wardens said.\n\n"
							   "It was the worst storm in the harbour for 12 years, and 58 houses lost their roofs.";
	static const claim_case cases[] = {
		{text, "Nine", "role=headline; section=-"},
		{text, "31", "role=lead; section=-"},
		{text, "44", "role=quotation"},
		{text, "58", "role=body"},
	};
	CLAIM_TABLE(cases);
}

static date date_of(const char *text)
{
	claim_reading *r = claim_read_text(text);
	date d = claim_document_date(&r->scan, NULL);
	arena_free(r->arena);
	return d;
}

Test(claim_scope, a_date_line_near_the_top_dates_the_document)
{
	static const struct {
		const char *text;
		date want;
	} cases[] = {
		{"Boats sink\n\n18 November 2020\n\nThe boats sank in the night, the wardens said.", {2020, 11, 18, 0}},
		{" date 2020-02-19 ARDEN. LAKENEWS The heads of the lake wardens met today in the old town hall.", {2020, 2, 19, 0}},
		{"Boats sink\n\nThe boats sank in the night, the wardens said.\n\n2016 September 28 (Wednesday) 10:34:24\n\nIt was late.",
	     {2016, 9, 28, 0}},
		{"Boats sink\n\nARDEN (Moss Region), February 15. /LAKES/. The boats sank in the night, the wardens said.",
	     {0, 2, 15, 0}},
		{"Boats sink\n\nThe boats sank on 18 November 2020 in the night, the wardens said.", {0, 0, 0, 0}},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		date got = date_of(cases[i].text);
		cr_expect(got.year == cases[i].want.year && got.month == cases[i].want.month && got.day == cases[i].want.day,
		          "got %d-%d-%d of: %s", got.year, got.month, got.day, cases[i].text);
	}
}

Test(claim_scope, a_firm_or_body_is_no_place)
{
	static const claim_case cases[] = {
		{"The strike at Korvan Mills left 400 workers idle.", "400", "where=-"},
		{"In the Senate 12 members voted against it.", "12", "where=-"},
		{"The firm has 12 shops at Arden Airport.", "12", "where=Arden Airport"},
		{"The firm has 12 shops in Arden.", "12", "where=Arden"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_trailing_place_and_time_hold_for_both_conjuncts)
{
	static const claim_case cases[] = {
		{"Some 40 members died and 12 were hurt in Arden on 3 May 2001.", "40", "where=Arden; when=2001-05-03..2001-05-03"},
		{"Some 40 members died in Korvan and 12 were hurt in Arden.", "40", "where=Korvan"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, two_listed_places_joined_are_one_place)
{
	static const claim_case cases[] = {
		{"There were 31 fires in England and Wales last May.", "31", "where=England and Wales; key=england & wales"},
		{"There were 31 fires in the UK and Holland.", "31", "key=united kingdom & netherlands"},
		{"There were 31 fires in England and 12 in Wales.", "31", "where=England"},
		{"There were 31 fires in England and the wardens left.", "31", "where=England"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_date_has_its_own_time_and_no_others)
{
	static const claim_case cases[] = {
		{"Between 1990 and 2004 fires fell most since 1977.", "1977", "when=-"},
		{"It rose in 2012 and fell in 2013.", "2013", "when=2013-01-01..2013-12-31"},
		{"The mill opened in 2012. It has 31 looms.", "31", "when=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_day_soon_to_come_is_not_the_last_one)
{
	static const claim_case cases[] = {
		{"Lake dividend\n\n18 November 2020\n\nThe lake firm told holders it pays 31 cents a share on 2 December.", "31",
	     "when=2020-12-02..2020-12-02"},
		{"Lake dividend\n\n18 November 2020\n\nThe lake firm told holders it pays 31 cents a share on 2 January.", "31",
	     "when=2021-01-02..2021-01-02"},
		{"Lake dividend\n\n18 November 2020\n\nThe lake firm told holders it paid 31 cents a share on 2 August.", "31",
	     "when=2020-08-02..2020-08-02"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, months_that_lie_ahead_and_spans_without_a_year)
{
	static const claim_case cases[] = {
		{"ARDEN, March 12, 1987 - The wardens said 31 mills are expected to open in May.", "31",
	     "when=1987-05-01..1987-05-31"},
		{"ARDEN, March 12, 1987 - The wardens said 31 mills will be sold from March 23 to April 22.", "31",
	     "when=1987-03-23..1987-04-22"},
		{"ARDEN, March 12, 1987 - The wardens said 31 mills shut from 5 May to 9 June last year.", "31",
	     "when=1986-05-05..1986-06-09"},
		{"Thefts were 31% in 1986, 5% up on 1985.", "5", "when=1986-01-01..1986-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, what_is_compared_keeps_its_time_to_itself)
{
	static const claim_case cases[] = {
		{"The yard made 9m crowns, against a loss of 4m crowns in 2011. Sales rose 3%.", "9m", "when=-"},
		{"The yard made 9m crowns, against a loss of 4m crowns in 2011. Sales rose 3%.", "4m",
	     "when=2011-01-01..2011-12-31"},
		{"The yard made 9m crowns, against a loss of 4m crowns in 2011. Sales rose 3%.", "3", "when=-"},
		{"The toll index grew by 3.0%, up from 2.7% in May 2011.", "3.0", "when=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_year_earlier_is_a_year_before_the_time_told)
{
	static const claim_case cases[] = {
		{"Tolls rose 4% in May 2012, compared with a fall of 7% a year earlier.", "7", "when=2011-05-01..2011-05-31"},
		{"Tolls rose 4% in March 2012. A month earlier they had stood at 90 crowns.", "90", "when=2012-02-01..2012-02-29"},
		{"Tolls rose 4% in March 2012. A month earlier they had stood at 90 crowns.", "4", "when=2012-03-01..2012-03-31"},
		{"Tolls rose 7% a year ago.", "7", "when=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_date_that_stands_aside_is_not_of_the_clause)
{
	static const claim_case cases[] = {
		{"The mill, founded in 1950, has 300 looms.", "300", "when=-"},
		{"The fair, which began in 1985, draws 40 firms.", "40", "when=-"},
		{"The mill, in 1950, had 300 looms.", "300", "when=1950-01-01..1950-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_day_of_the_week_may_lie_ahead)
{
	static const claim_case cases[] = {
		{"Mills open in Arden\n\n18 November 2020\n\nThe firm will open 31 mills on Friday, they told us here.", "31",
	     "when=2020-11-20..2020-11-20"},
		{"Mills open in Arden\n\n18 November 2020\n\nThe firm opened 31 mills on Friday, they told us here.", "31",
	     "when=2020-11-13..2020-11-13"},
		{"Mills open in Arden\n\n18 November 2020\n\nNext Monday 31 mills are to be opened, they told us here.", "31",
	     "when=2020-11-23..2020-11-23"},
		{"Mills open in Arden\n\n18 November 2020\n\nLast Wednesday 31 mills were opened, they told us here.", "31",
	     "when=2020-11-11..2020-11-11"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, spans_of_years_behind_an_article_say_when)
{
	static const claim_case cases[] = {
		{"In the 1970s 31 ships sank.", "31", "when=1970-01-01..1979-12-31"},
		{"In the 18th century 31 ships sank.", "31", "when=1701-01-01..1800-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, the_previous_month_is_before_the_one_told)
{
	static const claim_case cases[] = {
		{"Mills grow in Arden\n\n18 November 2020\n\nThe mills of Arden made 40 tons in May 2019, after 35 tons the previous month.",
	     "35", "when=2019-04-01..2019-04-30"},
		{"Mills grow in Arden\n\n18 November 2020\n\nThe mills of Arden made some 40 tons in the previous month.", "40",
	     "when=2020-10-01..2020-10-31"},
		{"In 2015 the mill made 40 tons, after 35 tons the previous year.", "35", "when=2014-01-01..2014-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_time_that_is_told_and_not_known_takes_no_other)
{
	static const claim_case cases[] = {
		{"Tolls would reach 44 crowns in 2004, but fall to 33 crowns next year.", "33", "when=-"},
		{"Tolls rose 3% in May 2016 after a fall of 2% a year earlier, making annual growth of 7 percent.", "7",
	     "when=2016-05-01..2016-05-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_time_told_by_its_length_and_its_end)
{
	static const claim_case cases[] = {
		{"Wardens put out 31 fires in the year ending May 2016.", "31", "when=2015-06-01..2016-05-31"},
		{"They put out 31 in the year to May 2016 and 17 in the year to May 2015.", "17", "when=2014-06-01..2015-05-31"},
		{"They put out 31 fires in the nine months to the end of June 2016.", "31", "when=2015-10-01..2016-06-30"},
		{"They put out 31 fires in the quarter ended 31 March 2016.", "31", "when=2016-01-01..2016-03-31"},
		{"They put out 31 fires in the two weeks to 14 March 2016.", "31", "when=2016-03-01..2016-03-14"},
		{"They put out 31 fires in the first five months of 2016.", "31", "when=2016-01-01..2016-05-31"},
		{"They put out 31 fires in the last five months of 2016.", "31", "when=2016-08-01..2016-12-31"},
		{"They put out 31 fires in May 2016.", "31", "when=2016-05-01..2016-05-31"},
		{"They put out 31 fires in quarter 3 2016.", "31", "when=2016-07-01..2016-09-30"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, the_time_of_what_is_compared_is_not_that_of_the_other)
{
	static const claim_case cases[] = {
		{"The mean age of pilots in 2016 rose to 41.5 years, compared with 39.5 years in 2009.", "41.5",
	     "when=2016-01-01..2016-12-31"},
		{"The rate fell from 2.75 in 1987 to a low of 2.15 by 2004.", "2.15", "when=-"},
		{"The rate fell from 2.75 in 1987 to a low of 2.15 by 2004.", "2.75", "when=1987-01-01..1987-12-31"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, a_month_or_quarter_that_something_stood_at)
{
	static const claim_case cases[] = {
		{"There were 31 pilots at Q1 2014, 15% fewer than the peak seen in Q3 2009.", "31", "when=2014-01-01..2014-03-31"},
		{"Both cases (in Fig. 2) had 31 nodes.", "31", "where=-"},
	};
	CLAIM_TABLE(cases);
}

Test(claim_scope, the_same_month_is_no_length_of_time)
{
	static const claim_case cases[] = {
		{"Fires rage in Arden\n\n18 November 2020\n\nWardens saw 31 fires in May, and 45 in the same month last year, they said.",
	     "45", "when=2019-01-01..2019-12-31"},
	};
	CLAIM_TABLE(cases);
}
