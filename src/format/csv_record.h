/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and fields of a text whose fields are parted by one character (RFC 4180: quotes may hold it, and line ends). */
#ifndef FORMAT_CSV_RECORD_H
#define FORMAT_CSV_RECORD_H

#include "base/vec.h"

typedef struct csv_field {
	uint32_t start, end; /* without its quotes, and without the blanks around it */
	bool quoted;
} csv_field;

typedef struct csv_record {
	VEC(csv_field) fields; /* used again by each record */
	uint32_t start, next;  /* where it begins, and where the next one does */
	uint32_t filled;       /* fields that are not empty */
	bool broken;           /* text stands between a closing quote and the next delimiter, or a quote is never closed */
} csv_record;

/* The record that begins at offset `at`, which must be within the text. */
void csv_record_read(arena *a, slice text, uint32_t at, char delimiter, csv_record *out);
/* The character that parts the fields, by what makes the first lines a table; `usual` where nothing speaks for another. */
char csv_delimiter_find(arena *a, slice text, uint32_t at, char usual);
/* Whether a field is a number as sheets write them: digits with points, commas, sign, currency or percent; or empty of
 * letters altogether. Dates and times are such, too. */
bool csv_is_number(slice field);

#endif
