/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim as reports show it: its words as written, its numbers as text, its place. JSON, CSV and the table all read this
 * one view, so they cannot disagree. */
#ifndef REPORT_CLAIM_VIEW_H
#define REPORT_CLAIM_VIEW_H

#include "audit/audit.h"
#include "report/json_write.h"

/* A number as text; empty: not told, or an end without bound. `exact` is filled only where `text` had to be rounded. */
typedef struct number_text {
	char text[RATIONAL_TEXT], exact[RATIONAL_TEXT];
} number_text;

typedef struct claim_view {
	const audit *audit;
	claim_ref ref;
	const document *doc;
	const claim *claim;
	const figure *figure;
	uint32_t line, col;                                                /* of the numeral */
	uint32_t start, end, unit_start, unit_end, quote_start, quote_end; /* in the document's source */
	uint32_t page;                                                     /* 0: the document has none */
	float box[4];                                                      /* on the page: left, top, right, bottom in points */
	slice sheet, cell;                                                 /* empty: the document is no workbook */
	slice literal, quote;                                              /* the source's bytes */
	slice unit, currency;                                              /* canonical names; at most one of them is told */
	bool has_set;                    /* false for labels, dates and times: they have no values */
	set plain;                       /* the plain reading, in the unit as written: a percent is 12 */
	interval hull;                   /* of plain */
	number_text value, lo, hi, base; /* base: the value in the dimension's base unit */
	char ulp[RATIONAL_TEXT];
	slice date, until;        /* of dates and years, ISO, partial where partly told */
	slice when_from, when_to; /* empty: not known */
} claim_view;

/* Walks the claims of a document, in the order of its text. */
typedef struct claim_cursor {
	const audit *audit;
	arena *arena;
	uint32_t doc, next;         /* of the next claim */
	uint32_t offset, line, col; /* the last place counted to, so that long lines are not counted anew each time */
	period when;                /* the last one written out, as from and to */
	slice from, to;
	claim_view view;
} claim_cursor;

claim_cursor claim_cursor_on(const audit *au, size_t doc, arena *a);
/* The next claim, good until the following call; NULL at the end. Labels are among them. */
const claim_view *claim_cursor_next(claim_cursor *c);

/* `n` scaled by 1: text in plain decimal notation, rounded in dir where it is no finite decimal. */
void number_text_write(number_text *t, rational n, rounding dir);

/* The claim as one JSON object (docs/claims.schema.json). */
void claim_json(json_writer *w, const claim_view *v);

#endif
