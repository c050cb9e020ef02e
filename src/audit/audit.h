/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit: everything one run knows. Reports are pure functions of it. */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "read/read.h"
#include "relate/relation.h"

typedef struct coverage {
	size_t figures; /* numerals read, labels included */
	size_t labels, claims, relations;
	size_t holds;                                                      /* holds-by-rounding included */
	size_t holds_if, open, fails /* impossible included */, unchecked; /* these five sum to relations */
	size_t strong;
	struct {
		size_t holds, holds_if, open, fails, unchecked, unrelated;
	} by_claim; /* sums to claims; a claim's worst verdict */
} coverage;

/* What will be asked of an audit, so that the rest may be forgotten. */
typedef enum {
	AUDIT_WHOLE,
	AUDIT_FINDINGS, /* a document without findings is forgotten when it has been read, unless others are to be compared with it */
	AUDIT_CLAIMS /* no relations are formed, and each document is forgotten when audit_options.each has seen it */
} audit_wants;

typedef struct audit_document {
	reading_of reading;    /* .doc is the document, whatever its status */
	const rule_set *rules; /* in its language; NULL: it holds nothing that could be read */
	coverage coverage;
	bool forgotten; /* its text, claims and relations are gone; its name, state, reasons and coverage are not */
} audit_document;

typedef struct finding_figure {
	claim_ref claim;
	bool core;     /* in the minimal pair or group; else evidence */
	bool computed; /* role: "computed" side, else "stated" */
} finding_figure;

typedef struct finding {
	slice id; /* F-01 ..., in order of the sorted findings */
	const rule *rule;
	severity severity;
	verdict verdict;
	const relation *relation; /* the core's */
	slice message, stated, computed, gap;
	finding_figure *figures;
	size_t figure_count;
	const claim_ref *suspect; /* NULL: none stands out */
	slice suspect_why;
	struct {
		const claim_ref *claim;
		slice from, to, edit;
	} repair; /* claim NULL: none */
	slice fingerprint;
	slice suppressed; /* empty, or why it is not counted */
} finding;

typedef struct audit {
	arena *arena;
	const rule_set *rules;
	slice title;               /* of the reports */
	audit_document *documents; /* in input order */
	size_t document_count;
	audit_wants wants;
	relation *relations; /* by document, then across */
	size_t relation_count;
	finding *findings; /* by severity, then document and place */
	size_t finding_count;
	coverage coverage;
	slice digest;      /* hex SHA-256 over sources, rules and findings: the "short hash" of the reports. Empty
	                      where not the whole is wanted */
	date dated;        /* the newest document date; year 0 if none has one */
	size_t unreadable; /* documents */
} audit;

typedef struct audit_options {
	size_t threads;
	slice title;
	audit_wants wants;
	/* Called for each document in input order as soon as it and those before it are read, from one thread at a time; what it needs
	 * on the way is the arena's. False: nobody wants to hear more, and no more is read. NULL: nobody is told. */
	bool (*each)(void *ctx, const audit *au, size_t doc, arena *a);
	void *ctx;
	const struct rulebook
		*book; /* whose rules these are, for documents in other languages; NULL: all are in the rules' own */
} audit_options;

/* Reads, scans, relates and judges every source. The audit lives in a; sources, rules and book are borrowed and must outlive it. */
audit *audit_run(arena *a, const rule_set *rules, const read_source *sources, size_t n, const audit_options *options);

const claim *audit_claim(const audit *au, claim_ref ref);
const document *audit_doc(const audit *au, claim_ref ref);
/* "seeds/a.txt#875" */
slice audit_claim_id(arena *a, const audit *au, claim_ref ref);
size_t audit_count(const audit *au, severity at_least); /* unsuppressed findings */
const char *severity_name(severity s);
const char *grade_name(link_grade g);

#endif
