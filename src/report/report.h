/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: each a pure function of one audit, to a stream or into memory. Findings below options.level are left out of
 * text, jsonl and PDF; JSON holds everything. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "audit/audit.h"

#include <stdio.h>

typedef struct report_options {
	severity level; /* shown from here up */
	bool color;     /* text only */
	unsigned width; /* of the terminal, text only; 0: 80 */
	bool quiet;     /* text: findings only, no summary */
	bool letter;    /* PDF: US Letter, else A4 */
	int64_t epoch;  /* PDF creation date in seconds since 1970; INT64_MIN: the audit's own date */
} report_options;

/* Each returns false if the stream failed (disk full, closed pipe). */
bool report_text(const audit *au, const report_options *o, FILE *out);
bool report_json(const audit *au, const report_options *o, FILE *out);           /* docs/audit.schema.json */
bool report_findings_jsonl(const audit *au, const report_options *o, FILE *out); /* one finding a line, complete in itself */
/* The claims of all documents: for programs, for sheets, for people at a terminal. */
bool report_claims_jsonl(const audit *au, const report_options *o, FILE *out);
bool report_claims_csv(const audit *au, const report_options *o, FILE *out);
bool report_claims_table(const audit *au, const report_options *o, FILE *out);
/* The same of one document, written behind those before it; the arena is for what is needed on the way. */
bool report_claims_jsonl_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out);
bool report_claims_csv_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out);
bool report_claims_table_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out);
/* The briefing. On failure *why says so; nothing is written. The JSON audit is attached to it. */
bool report_pdf(const audit *au, const report_options *o, FILE *out, arena *a, slice *why);

#endif
