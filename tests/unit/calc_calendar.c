/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calc/calendar.h"

#include "base_random.h"

#include <string.h>

static bool same(date a, date b)
{
	return date_compare(a, b) == 0;
}

Test(calendar, agrees_with_a_walk_over_every_day)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	date d = {.year = 1, .month = 1, .day = 1};
	int weekday = 1; /* 0001-01-01 was a Monday */
	for (int64_t days = date_to_days(d);; days++) {
		date back = date_from_days(days);
		MUST(date_is_valid(d) && date_to_days(d) == days, "%d-%d-%d", d.year, d.month, d.day);
		MUST(same(back, d) && back.weekday == 0, "%d-%d-%d", d.year, d.month, d.day);
		MUST(date_weekday(d) == weekday, "%d-%d-%d", d.year, d.month, d.day);
		bool leap = d.year % 400 == 0 || (d.year % 4 == 0 && d.year % 100 != 0);
		int length = lengths[d.month - 1] + (d.month == 2 && leap);
		MUST(date_month_length(d.year, d.month) == length, "%d-%d", d.year, d.month);
		weekday = weekday % 7 + 1;
		d.day++;
		if (d.day > length) {
			MUST(!date_is_valid(d), "%d-%d-%d", d.year, d.month, d.day);
			d.day = 1;
			d.month++;
		}
		if (d.month > 12) {
			d.month = 1;
			d.year++;
		}
		if (d.year > 9999)
			break;
	}
}

Test(calendar, knows_days_that_are_on_record)
{
	static const struct {
		date d;
		int64_t days;
	} cases[] = {
		{{1970, 1, 1, 4}, 0},      {{1969, 7, 20, 7}, -165},     {{2000, 2, 29, 2}, 11016},
		{{1900, 1, 1, 1}, -25567}, {{1582, 10, 15, 5}, -141427}, {{2001, 9, 11, 2}, 11576},
		{{2038, 1, 19, 2}, 24855}, {{1, 1, 1, 1}, -719162},      {{9999, 12, 31, 5}, 2932896},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		cr_expect_eq(date_to_days(cases[i].d), cases[i].days, "case %zu", i);
		cr_expect_eq(date_weekday(cases[i].d), cases[i].d.weekday, "case %zu", i);
	}
}

Test(calendar, adding_days_and_taking_them_away_comes_back)
{
	uint64_t state = 1;
	for (int i = 0; i < 100000; i++) {
		date d = date_from_days(random_between(&state, -719162, 2932896));
		int64_t by = random_between(&state, -3000000, 3000000);
		date there = date_add_days(d, by);
		if (there.year == 0) {
			int64_t sum = date_to_days(d) + by;
			MUST(sum < -719162 || sum > 2932896, "%d-%d-%d %+ld", d.year, d.month, d.day, (long)by);
		} else {
			MUST(same(date_add_days(there, -by), d), "%d-%d-%d %+ld", d.year, d.month, d.day, (long)by);
			MUST(date_compare(d, there) == (by < 0) - (by > 0), "%d-%d-%d %+ld", d.year, d.month, d.day, (long)by);
		}
	}
	date today = {2020, 11, 18, 3};
	cr_expect_eq(date_add_days(today, INT64_MAX).year, 0);
	cr_expect_eq(date_add_days(today, INT64_MIN).year, 0);
	cr_expect_eq(date_add_days(today, 1).weekday, 0, "a weekday that nobody told is not made up");
}

Test(calendar, a_day_that_does_not_exist_is_not_valid)
{
	static const date good[] = {{2020, 2, 29, 0}, {2000, 2, 29, 0}, {0, 2, 29, 0}, {2019, 0, 0, 0},
	                            {2019, 2, 0, 0},  {0, 12, 31, 7},   {0, 0, 31, 0}};
	static const date bad[] = {{2019, 2, 29, 0}, {1900, 2, 29, 0}, {0, 2, 30, 0}, {2020, 4, 31, 0}, {0, 13, 1, 0},
	                           {2020, 1, 32, 0}, {10000, 1, 1, 0}, {-1, 1, 1, 0}, {2020, 1, 1, 8},  {0, 0, 32, 0}};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		cr_expect(date_is_valid(good[i]), "good %zu", i);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_expect_not(date_is_valid(bad[i]), "bad %zu", i);
	cr_expect(date_is_full((date){2020, 1, 1, 0}));
	cr_expect_not(date_is_full((date){2020, 1, 0, 0}) || date_is_full((date){0, 1, 1, 0}));
	cr_expect_eq(date_month_length(2020, 13), 0);
}

Test(calendar, a_partial_date_spans_the_days_it_covers)
{
	period p;
	cr_assert(date_span((date){2020, 0, 0, 0}, &p));
	cr_expect(same(p.from, (date){2020, 1, 1, 0}) && same(p.to, (date){2020, 12, 31, 0}));
	cr_assert(date_span((date){2020, 2, 0, 0}, &p));
	cr_expect(same(p.from, (date){2020, 2, 1, 0}) && same(p.to, (date){2020, 2, 29, 0}));
	cr_assert(date_span((date){2019, 2, 7, 4}, &p));
	cr_expect(same(p.from, p.to) && same(p.from, (date){2019, 2, 7, 0}));
	cr_expect_not(date_span((date){0, 2, 7, 0}, &p));
	cr_expect_not(date_span((date){2019, 2, 29, 0}, &p));
}

Test(calendar, periods_hold_and_overlap_by_whole_days)
{
	period year, february, day, unknown = {0}, next;
	date_span((date){2020, 0, 0, 0}, &year);
	date_span((date){2020, 2, 0, 0}, &february);
	date_span((date){2020, 2, 29, 0}, &day);
	date_span((date){2020, 3, 1, 0}, &next);
	cr_expect(period_within(february, year) && period_within(day, february) && period_within(day, day));
	cr_expect_not(period_within(year, february) || period_within(unknown, year) || period_within(day, unknown));
	period across = {{2020, 2, 10, 0}, {2020, 3, 5, 0}}, before = {{2020, 1, 10, 0}, {2020, 2, 5, 0}};
	cr_expect_not(period_within(across, february) || period_within(before, february));
	cr_expect(period_overlap(across, february) && period_overlap(before, february) && period_overlap(february, before));
	cr_expect_not(period_overlap(before, across));
	cr_expect(period_overlap(day, february) && period_overlap(year, february));
	cr_expect_not(period_overlap(february, next) || period_overlap(unknown, year));
}

Test(calendar, finds_the_years_in_which_a_day_has_its_weekday)
{
	int32_t years[8];
	cr_assert_eq(date_years_that_fit((date){0, 11, 18, 3}, 2010, 2024, years, 8), 2);
	cr_expect(years[0] == 2015 && years[1] == 2020);
	cr_expect_eq(date_years_that_fit((date){0, 2, 29, 6}, 1901, 2099, years, 8), 7, "once in 28 years, from 1908 on");
	cr_expect_eq(years[0], 1908);
	cr_expect_eq(date_years_that_fit((date){0, 2, 29, 0}, 1890, 1910, years, 1), 4, "1892, 1896, 1904, 1908: 1900 has none");
	cr_expect_eq(date_years_that_fit((date){0, 2, 0, 1}, 2000, 2020, years, 8), 0);
	cr_expect_eq(date_years_that_fit((date){0, 1, 1, 0}, INT32_MIN, INT32_MAX, NULL, 0), 9999);
}

Test(calendar, text_tells_what_is_told_and_full_dates_come_back)
{
	arena *a = arena_new(NULL);
	static const struct {
		date d;
		const char *text;
	} cases[] = {
		{{2020, 11, 18, 3}, "2020-11-18"},
		{{2020, 11, 0, 0}, "2020-11"},
		{{2020, 0, 0, 0}, "2020"},
		{{0, 11, 18, 0}, "--11-18"},
		{{0, 11, 0, 0}, "--11"},
		{{0, 0, 18, 0}, "---18"},
		{{0, 0, 0, 3}, ""},
		{{33, 4, 3, 0}, "0033-04-03"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		date back;
		slice text = date_format(a, cases[i].d);
		cr_expect(slice_equal(text, slice_of(cases[i].text)), "%s, not " SLICE_FMT, cases[i].text, SLICE_ARG(text));
		cr_expect_eq(date_parse_iso(text, &back), date_is_full(cases[i].d));
		if (date_is_full(cases[i].d))
			cr_expect(same(back, cases[i].d) && back.weekday == 0);
	}
	static const char *const bad[] = {"",           "2020-11-1",  "2020-11-188", "2020/11/18", "20201118",
	                                  "2020-13-01", "2020-02-30", "0000-01-01",  "2020-00-10", "2020-01-00",
	                                  "2O20-01-01", " 020-01-01", "+020-01-01",  "2020-11-18T"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		date d = {1, 2, 3, 4};
		cr_expect_not(date_parse_iso(slice_of(bad[i]), &d), "%s", bad[i]);
		cr_expect_eq(d.year, 1, "%s changed the result", bad[i]);
	}
	arena_free(a);
}

Test(calendar, days_apart_need_no_year_where_all_years_agree)
{
	static const struct {
		date from, to;
		size_t n;
		int64_t days[2];
	} rows[] = {
		{{.month = 6, .day = 4}, {.month = 6, .day = 9}, 1, {5, 0}},
		{{.month = 6, .day = 9}, {.month = 6, .day = 4}, 1, {-5, 0}},
		{{.month = 12, .day = 30}, {.month = 1, .day = 2}, 1, {3, 0}},
		{{.month = 2, .day = 27}, {.month = 3, .day = 2}, 2, {3, 4}},
		{{.month = 2, .day = 28}, {.month = 2, .day = 29}, 1, {1, 0}},
		{{.year = 2016, .month = 2, .day = 27}, {.month = 3, .day = 2}, 1, {4, 0}},
		{{.month = 12, .day = 31}, {.year = 2020, .month = 1, .day = 1}, 1, {1, 0}},
		{{.year = 2019, .month = 1, .day = 1}, {.year = 2020, .month = 1, .day = 1}, 1, {365, 0}},
		{{.year = 2019, .month = 2, .day = 1}, {.month = 2, .day = 29}, 0, {0, 0}},
		{{.month = 2}, {.month = 3, .day = 1}, 0, {0, 0}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t days[2] = {0, 0};
		size_t n = date_days_apart(rows[i].from, rows[i].to, days);
		cr_expect(n == rows[i].n, "row %zu: %zu", i, n);
		for (size_t k = 0; k < n && k < rows[i].n; k++)
			cr_expect(days[k] == rows[i].days[k], "row %zu: %d", i, (int)days[k]);
	}
}
