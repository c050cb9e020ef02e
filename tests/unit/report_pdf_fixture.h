/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Audits made by hand, for tests of reports: documents, claims, relations and findings exactly as a test wants them. */
#ifndef TEST_REPORT_PDF_FIXTURE_H
#define TEST_REPORT_PDF_FIXTURE_H

#include "audit/audit.h"

enum { PDF_CASE_MOST = 2048 /* relations and findings */ };

typedef struct pdf_case {
	arena *arena;
	audit *au;
	rule_set *rules;
} pdf_case;

typedef struct pdf_case_figure {
	const char *written; /* the whole expression, found in the document's text */
	const char *numeral; /* inside it */
	figure_kind kind;
	hedge_shape hedge;
	int64_t value, per; /* value / per; per 0 means 1 */
	int32_t power;      /* × 10^power */
	bool whole;
	const char *phrase, *who, *section, *where; /* may be NULL */
	unsigned nth;                               /* which occurrence of `written`, from 0 */
	int year;                                   /* of the claim's time, 0: none */
} pdf_case_figure;

/* The words of the built-in pack; the test fails without them. */
const lexicon *pdf_case_lexicon(arena *a);
/* An empty audit with a few rules; lex may be any lexicon that figure_values can use. */
pdf_case pdf_case_new(arena *a, const lexicon *lex);
uint32_t pdf_case_document(pdf_case *f, const char *path, const char *text); /* a sentence is a line */
uint32_t pdf_case_unreadable(pdf_case *f, const char *path, const char *why);
claim_ref pdf_case_claim(pdf_case *f, uint32_t doc, const pdf_case_figure *figure);
/* A relation over n claims, with its rule's id; texts may be set on the result. */
relation *pdf_case_relation(pdf_case *f, const char *rule_id, verdict v, const claim_ref *claims, size_t n);
/* A finding of a failing relation: the first claim is stated, the second is what it is compared with, others are evidence. */
finding *pdf_case_finding(pdf_case *f, const relation *r, severity s, const char *message);
/* Coverage is counted and findings are numbered: call it last. */
const audit *pdf_case_done(pdf_case *f);

/* ---- whole audits ---- */

const audit *pdf_case_audit_empty(arena *a, const lexicon *lex); /* one document, nothing related */
const audit *pdf_case_audit_clean(arena *a, const lexicon *lex); /* relations that hold, are open, are unchecked */
const audit *pdf_case_audit_one(arena *a, const lexicon *lex);   /* one error, told three times */
const audit *pdf_case_audit_many(arena *a, const lexicon *lex, size_t findings);
const audit *pdf_case_audit_hard(arena *a,
                                 const lexicon *lex); /* long paths and quotes, other scripts, exponents, broken bytes */
const audit *pdf_case_audit_pieces(arena *a, const lexicon *lex); /* a built-in rule over a set of three pieces */
const audit *pdf_case_audit_dated(arena *a, const lexicon *lex);  /* one measure told in four documents over a month */

#endif
