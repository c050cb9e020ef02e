/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of texts with every figure that must be read in them. */
#ifndef SCAN_FIXTURE_H
#define SCAN_FIXTURE_H

#include "scan/scan.h"

typedef struct scan_case {
	const char *text; /* a whole document */
	/* Its figures in order, joined by " | ", each "TEXT: KIND WHAT": TEXT runs from the hedge to the unit; WHAT is the plain
	 * set (as written, in percents for percents) with the unit, for dates and years the date, "~N" for a relative one (N as
	 * in figure.relative), "a..b" for a span; for labels the reason. */
	const char *want;
} scan_case;

/* Every difference is a failed expectation that names the text. */
void scan_expect(const scan_case *cases, size_t n);
/* The same of texts in another language. */
void scan_expect_in(const char *lang, const scan_case *cases, size_t n);

/* A document read in a new arena; free the arena afterwards. */
typedef struct scan_reading {
	arena *arena;
	const lexicon *lex;
	document doc;
	scan scan;
} scan_reading;
scan_reading *scan_read_text(const char *text, size_t len);
scan_reading *scan_read_in(const char *lang, const char *text, size_t len);
/* The figures as one line, as in scan_case.want. */
slice scan_describe(arena *a, const scan_reading *r);
const lexicon *scan_lexicon(arena *a);
const lexicon *scan_lexicon_of(arena *a, const char *lang);

#define SCAN_TABLE(table) scan_expect((table), sizeof(table) / sizeof *(table))

#endif
