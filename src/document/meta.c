/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/meta.h"

#include "base/ascii.h"

#include <string.h>

/* The month that a word names, 1..12, or 0. */
static uint8_t month_of(slice name)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	for (uint8_t m = 0; m < 12 && name.len >= 3; m++)
		if (slice_equal_nocase(slice_sub(name, 0, 3), (slice){names + 3 * (size_t)m, 3}))
			return (uint8_t)(m + 1);
	return 0;
}

/* The next run of digits or of letters; empty at the end. */
static slice next_part(slice value, size_t *at)
{
	size_t from = *at;
	while (from < value.len && !ascii_is_alnum(value.ptr[from]))
		from++;
	size_t to = from;
	while (to < value.len &&
	       (ascii_is_digit(value.ptr[from]) ? ascii_is_digit(value.ptr[to]) : ascii_is_letter(value.ptr[to])))
		to++;
	*at = to;
	return slice_sub(value, from, to);
}

static int32_t number_of(slice digits)
{
	int32_t n = 0;
	for (size_t i = 0; i < digits.len && i < 8; i++)
		n = n * 10 + (digits.ptr[i] - '0');
	return n;
}

/* The date that a field's value begins with: 2020-11-18, 2020-11-18T…, 18-Nov-2020, 18 Nov 2020, 18 November 2020,
 * November 18, 2020, perhaps behind a weekday and a comma. Months as RFC 5322 names them, by their first three letters. */
static bool field_date(slice value, date *out)
{
	value = slice_trim(value);
	if (value.len >= 10 && (value.len == 10 || !ascii_is_digit(value.ptr[10])) &&
	    date_parse_iso(slice_sub(value, 0, 10), out))
		return true;
	date found = {0};
	size_t at = 0;
	for (int i = 0; i < 4; i++) {
		slice part = next_part(value, &at);
		if (!part.len)
			break;
		if (ascii_is_letter(*part.ptr))
			found.month = found.month ? found.month : month_of(part);
		else if (part.len == 4 && !found.year)
			found.year = number_of(part);
		else if (part.len <= 2 && !found.day)
			found.day = (uint8_t)number_of(part);
		else
			return false;
	}
	if (!date_is_full(found) || !date_is_valid(found))
		return false;
	*out = found;
	return true;
}

void meta_tell(document *d, slice name, slice value)
{
	static const char *const titles[] = {"title", "og:title", "dc.title", "dcterms.title", NULL};
	static const char *const dates[] = {"date",          "created",      "published",    "article:published_time",
	                                    "datepublished", "dc.date",      "dcterms.date", "dcterms.created",
	                                    "pubdate",       "publish-date", "revdate",      NULL};
	static const char *const publishers[] = {"og:site_name", "publisher", "dc.publisher", NULL};
	static const char *const places[] = {"place", "location", "geo.placename", NULL};
	static const char *const languages[] = {"lang", "language", "content-language", "dc.language", NULL};
	value = slice_trim(value);
	if (!value.len)
		return;
	if (slice_among_nocase(name, titles) && !d->title.len) {
		d->title = value;
		d->title_told = true;
	} else if (slice_among_nocase(name, dates) && !d->dated.year) {
		(void)field_date(value, &d->dated);
	} else if (slice_among_nocase(name, publishers) && !d->publisher.len) {
		d->publisher = value;
	} else if (slice_among_nocase(name, places) && !d->place.len) {
		d->place = value;
	} else if (slice_among_nocase(name, languages) && !d->lang.len) {
		d->lang = value;
	}
}
