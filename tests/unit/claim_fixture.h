/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of texts with what the claim stage must read in them. */
#ifndef CLAIM_FIXTURE_H
#define CLAIM_FIXTURE_H

#include "claim/claim.h"

typedef struct claim_case {
	const char *text;   /* a whole document */
	const char *figure; /* the numeral as written; its first occurrence is meant */
	/* "head=cell; modifiers=terrorist; class=neutralise": what must be true of its claim, "-" for none. Keys: head, phrase, subject,
	 * modifiers, complement, elided (the numeral of the claim borrowed from), partitive (yes, no), definite, predicate, class
	 * (without "predicate."), when (FROM..TO), told, where, key, who, section, role, mode, quote, kind. */
	const char *want;
} claim_case;

/* Reads each text and compares; every difference is a failed expectation that names the text. */
void claim_expect(const claim_case *cases, size_t n);
/* The same for clauses: the text of the document's first sentence, with "[1]" before each token where another clause goes on. */
typedef struct clause_case {
	const char *text, *want;
} clause_case;
void clause_expect(const clause_case *cases, size_t n);

/* A document read in a new arena, for tests that look themselves; free the arena afterwards. */
typedef struct claim_reading {
	arena *arena;
	const lexicon *lex;
	document doc;
	scan scan;
	claim_list claims;
} claim_reading;
claim_reading *claim_read_text(const char *text);

#define CLAIM_TABLE(table) claim_expect((table), sizeof(table) / sizeof *(table))

#endif
