/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, years, periods and times of day, as written. */
#ifndef SCAN_MOMENT_H
#define SCAN_MOMENT_H

#include "scan/numeral.h"

typedef struct moment {
	uint32_t first, end; /* atoms */
	figure_kind kind;    /* DATE, YEAR, TIME or LABEL */
	label_reason why;
	date when, until;
	relative_date relative;
	uint8_t either[2]; /* as figure.either */
	uint16_t clock;    /* of a time: 1 + its minute of the day, 0 if it is not known */
} moment;

/* The date, period or time that begins at atom i. A year alone is left to figure_year, for its neighbours decide. */
bool moment_read(const atoms *s, uint32_t i, moment *out);
/* In time.c: a time of day. */
bool time_read(const atoms *s, uint32_t i, moment *out);
/* In period.c: "third quarter of 2016", "H1 2020", "the 1970s", "2012-13", fiscal years. */
bool period_read(const atoms *s, uint32_t i, moment *out);
/* period.c: a year told by its last two digits, "since '99". */
bool short_year_read(const atoms *s, uint32_t i, moment *out);

/* In date_relative.c: a day of the week; a time counted from the document's own, or told so that it cannot be; which of these
 * begins at atom i, DATE_ABSOLUTE if none does. */
bool moment_weekday(const atoms *s, uint32_t i, moment *out);
bool moment_told(const atoms *s, uint32_t i, moment *out);
relative_date moment_relative(const atoms *s, uint32_t i, uint32_t *end);

/* The year of a date at atom i; its end in *end. */
bool moment_year(const atoms *s, uint32_t i, int32_t *year, uint32_t *end);

#endif
