/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small audit made by hand, for the tests of reports: two documents with six figures, one that cannot be read, three
 * relations, one finding. */
#ifndef REPORT_FIXTURE_H
#define REPORT_FIXTURE_H

#include "report/report.h"

typedef enum {
	FIXTURE_22,
	FIXTURE_YEAR,
	FIXTURE_24,
	FIXTURE_PERCENT,
	FIXTURE_THIRD
} fixture_claim; /* of the first document */

audit *report_fixture(arena *a);
/* The whole of what a report writes, NUL-terminated, in the arena. */
slice fixture_report(arena *a, bool (*report)(const audit *, const report_options *, FILE *), const audit *au,
                     const report_options *o);
/* An audit of one text with no figure in it, to which fixture_figure adds. */
audit *fixture_audit(arena *a, slice path, slice text);
/* Adds the figure whose numeral is the first occurrence of `literal` in the document's text; a bare whole count otherwise. */
figure *fixture_figure(audit *au, uint32_t doc, slice literal, int64_t value);
/* A finding of the figures first..first + n - 1 of document 0, all in its core, the last one computed. */
finding *fixture_finding(audit *au, uint32_t first, size_t n, slice message);

#endif
