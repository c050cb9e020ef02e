/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing in parts, each a function that draws from the cursor on. Private to the files briefing*.c. */
#ifndef REPORT_BRIEFING_H
#define REPORT_BRIEFING_H

#include "report/layout.h"
#include "report/report.h"

/* How much a page or a file can bear; what is left out is said, with its number, and stands in the attached audit. */
enum {
	BRIEFING_FRONT_FINDINGS = 8,
	BRIEFING_CARD_PASSAGES = 6, /* quoted in one card */
	BRIEFING_QUOTE_CHARACTERS = 420,
	BRIEFING_STRIP_ROWS = 6,
	BRIEFING_RELATION_ROWS = 400, /* of each of the three tables of relations */
	BRIEFING_CLAIM_ROWS = 600,
	BRIEFING_DOCUMENT_ROWS = 400,
	BRIEFING_NOTES = 200, /* on what documents hold that their text does not show */
	BRIEFING_ATTACHED_BYTES = 64 << 20,
	BRIEFING_TABLE_ROOM = 140 /* points: a table's first rows stay with its heading */
};

/* Anchors: what the first argument of layout_key is. */
enum { KEY_FRONT = 1, KEY_CARD, KEY_CLAIM, KEY_RULE, KEY_SECTION };
enum { SECTION_CLAIMS = 1, SECTION_COVERAGE };

typedef enum {
	STANDING_NONE,
	STANDING_HELD,
	STANDING_HELD_IF,
	STANDING_COULD_NOT,
	STANDING_NOT_CHECKED,
	STANDING_FAILED
} standing;

typedef struct claim_note { /* of one claim */
	uint32_t line, col;     /* of the numeral */
	uint32_t finding;       /* 1-based number of the first shown finding it is in, 0: none */
	uint8_t standing;       /* the worst verdict of its relations */
} claim_note;

typedef struct briefing {
	const audit *au;
	const report_options *options;
	layout l;
	const finding **shown; /* unsuppressed, of the level asked for */
	size_t shown_count;
	size_t errors, warnings, notes; /* unsuppressed, all levels */
	size_t suppressed, hidden;      /* hidden: below the level */
	claim_note **claims;            /* by document, by claim */
	slice title, rules_hash;
	slice folder; /* that all documents stand in, with its last slash; empty: none */
	size_t rules_on;
	date dated; /* the briefing's own date, year 0: none */
	bool attached;
} briefing;

/* briefing_front.c: page 1, drawn last, when the other pages are known */
void briefing_front(briefing *b);
void briefing_front_heading(briefing *b, slice text);
size_t briefing_page_of(const briefing *b, uint64_t key); /* the number of the page where an anchor is, 0: none */
/* briefing_documents.c: the documents on page 1 */
void briefing_front_documents(briefing *b);
/* briefing_card.c: one card a finding, never split */
void briefing_cards(briefing *b);
/* briefing_strip.c: a finding's sets over an axis; false, and nothing drawn, where they are no numbers on one axis */
bool briefing_strip(briefing *b, const finding *f, double x, double width);
/* briefing_timeline.c */
void briefing_timelines(briefing *b);
/* briefing_relations.c: what was verified, what could not have failed, what was not checked */
void briefing_relations(briefing *b);
/* briefing_tables.c */
void briefing_coverage(briefing *b);
void briefing_claims(briefing *b);
void briefing_suppressed(briefing *b);
/* briefing_method.c */
/* The index of a rule by its id; the number of rules if it is none of them. */
uint32_t briefing_rule_number(const briefing *b, const rule *r);
void briefing_rules(briefing *b);
void briefing_method(briefing *b);

/* ---- words (briefing_words.c) ---- */

typedef struct badge { /* a shape, its colour and the word beside it */
	mark mark;
	ink ink;
	slice word;
} badge;

badge badge_of_severity(severity s);
badge badge_of_standing(standing s);
badge badge_of_verdict(verdict v);
standing standing_of_verdict(verdict v);

look look_of(type_size size, ink colour);
look look_bold(type_size size, ink colour);

/* "one", "two" … "twelve", then "13", "1,204"; capital for the beginning of a sentence. */
slice words_number(arena *a, size_t n, bool capital);
slice words_digits(arena *a, size_t n); /* "1,204" */
/* n and its noun: "one document", "13 documents". */
slice words_count(arena *a, size_t n, const char *one, const char *many);
slice words_date(arena *a, date d); /* "18 November 2020"; empty if nothing is told */
/* Arithmetic as people read it: <= as ≤, / as ÷, whole numbers of many digits with a power of ten. */
slice words_check(arena *a, slice expression);

/* The figure as written, with hedge and unit, in quotation marks. */
slice words_figure(briefing *b, claim_ref ref);
slice words_place(briefing *b, claim_ref ref);        /* "line 7, column 27" */
slice words_place_short(briefing *b, claim_ref ref);  /* "7:27", "page 3" */
slice words_place_behind(briefing *b, claim_ref ref); /* a path: ":7:27", ", page 3" */
slice words_path(const briefing *b, uint32_t doc);    /* below the folder common to all */
/* A set for people: a percentage's as percent. */
slice words_set(briefing *b, const set *s, bool percent);
set words_values(briefing *b, claim_ref ref); /* a claim's plain set; empty for labels and dates */

/* A section's heading with its bookmark: kept together with `follows` points below it. */
void briefing_section(briefing *b, slice title, uint64_t key, double follows);
/* A paragraph in the full width; space after it. */
void briefing_text(briefing *b, slice text, look how);
/* "and 120 more: in the attached audit" */
void briefing_more(briefing *b, size_t left_out, const char *one, const char *many);

/* ---- a quotation (briefing_quote.c) ---- */

typedef struct quotation { /* a stretch of the document's text */
	uint32_t start, end;
	bool cut_before, cut_after; /* more of the sentence stands there */
} quotation;

/* Whether two claims stand in one sentence of one document. */
bool quote_in_one(const audit *au, claim_ref x, claim_ref y);
/* Characters from the first to the last of n >= 1 figures of one document. */
size_t quote_length(const audit *au, const claim_ref *refs, size_t n);
/* The sentence around n >= 1 figures that stand in it, at most `characters` of it where they themselves are no longer, cut
 * between words. Their quotes come first, then what stands around them. */
quotation quote_claims(const audit *au, const claim_ref *refs, size_t n, size_t characters);

#endif
