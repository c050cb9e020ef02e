/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year that a document's name and title tell: "minutes/2018/05-march.md", "2020-06-10-harbour.md", "Report of 2019". */
#include "read/read.h"

#include "base/ascii.h"

enum { FIRST_YEAR = 1950, LAST_YEAR = 2099, YEAR_DIGITS = 4, DAY_DIGITS = 8 /* 20200610 */ };

/* The year of a run of digits; 0 if it tells none. */
static int32_t year_of_digits(slice digits)
{
	int32_t number[2] = {0, 0}; /* the first four, the rest */
	for (size_t i = 0; i < digits.len && i < DAY_DIGITS; i++)
		number[i >= YEAR_DIGITS] = number[i >= YEAR_DIGITS] * 10 + (digits.ptr[i] - '0');
	date day = {.year = number[0], .month = (uint8_t)(number[1] / 100), .day = (uint8_t)(number[1] % 100)};
	bool whole = digits.len == DAY_DIGITS && day.month && day.day && date_is_valid(day);
	if ((digits.len != YEAR_DIGITS && !whole) || number[0] < FIRST_YEAR || number[0] > LAST_YEAR)
		return 0;
	return number[0];
}

/* Adds the years that stand in a text to *year, which becomes -1 if they differ. */
static void add_years(slice text, int32_t *year)
{
	for (size_t i = 0, end; i < text.len; i = end + !(end > i)) {
		for (end = i; end < text.len && ascii_is_digit(text.ptr[end]);)
			end++;
		bool word = (i > 0 && ascii_is_letter(text.ptr[i - 1])) || (end < text.len && ascii_is_letter(text.ptr[end]));
		int32_t found = end > i && !word ? year_of_digits(slice_sub(text, i, end)) : 0;
		if (found)
			*year = *year == 0 || *year == found ? found : -1;
	}
}

int32_t document_named_year(const document *d)
{
	int32_t year = d->dated.year;
	add_years(d->path, &year);
	add_years(d->title, &year);
	return year > 0 ? year : 0;
}
