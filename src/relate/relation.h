/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A relation: a rule applied to linked claims. */
#ifndef RELATE_RELATION_H
#define RELATE_RELATION_H

#include "relate/telling.h"
#include "rule/binding.h"
#include "rule/match.h"

#define VERDICTS(X)                                                                                                         \
	X(UNCHECKED, "unchecked")                                                                                               \
	X(OPEN, "open")                                                                                                         \
	X(HOLDS, "holds")                                                                                                       \
	X(HOLDS_BY_ROUNDING, "holds-by-rounding")                                                                               \
	X(HOLDS_IF, "holds-if")                                                                                                 \
	X(FAILS, "fails")                                                                                                       \
	X(IMPOSSIBLE, "impossible")
typedef enum {
#define X(NAME, name) VERDICT_##NAME,
	VERDICTS(X)
#undef X
} verdict;

typedef struct claim_ref { /* a claim anywhere in the audit */
	uint32_t doc, claim;
} claim_ref;

typedef struct relation_words { /* what is said of a relation */
	slice check;                /* the rule's expression */
	slice computed;             /* it, with plain sets */
	slice told;                 /* it, with the told numbers */
	slice assumption;           /* of holds-if */
	slice why;                  /* of unchecked: the reason; of open: what is known all the same */
	slice message;              /* of a failing one */
	slice stated, expected;     /* of a failing comparison: the two sides' plain sets, as text */
	slice gap;                  /* their distance */
} relation_words;

typedef struct relation {
	const rule *rule;
	binding binding;
	claim_ref *claims; /* every bound claim, in the order of the variables */
	uint32_t claim_count;
	verdict verdict : 8;
	severity severity : 8;   /* of a failing one: what arithmetic, link and rule allow */
	bool fails_generous : 1; /* fails in the generous reading too */
	bool blurred : 1;        /* only trailing zeros, a last digit, a vague set or a convention: a note at most */
	bool strong : 1;         /* could have failed, and is no mere direction or n of N */
	relation_words *words;   /* NULL: none so far; relation_says() is never NULL */
} relation;

_Static_assert(sizeof(relation) == 96, "a table of sums has one for every row; what they share is told once beside them");

/* What is said of it. */
static inline const relation_words *relation_says(const relation *r)
{
	static const relation_words nothing = {0};
	return r->words ? r->words : &nothing;
}

typedef VEC(relation) relation_list;

/* One document with all that was read from it. */
typedef struct reading_of {
	const document *doc;
	uint32_t doc_index;
	scan scan;
	claim_list claims;
	date dated;            /* the document's own date, from metadata or else its date line; year 0 if it has none */
	int32_t date_line;     /* the claim that tells it, -1 if none does */
	telling_list tellings; /* counts that the document, or another of its collection, may tell again */
	match_limits met;      /* bounds that were met while its relations were formed */
} reading_of;

typedef struct rate_pair { /* two figures that a link of `bind: rates` joins, kept until all is read */
	const link_type *type; /* of two variables */
	int32_t claims[2];     /* in their order */
	link_grade grade;
	slice reason;
} rate_pair;

typedef VEC(rate_pair) rate_pairs;

/* Relations are added to *out with all that they hold, in the arena `kept`; `a`, which may be one of short life, is for what is
 * bound on the way. Bounds that are met are added to doc->met. Verdicts are left at VERDICT_UNCHECKED for reason/. */

/* Forms the relations within the sentences of the document's last window; the links that rules of `bind: rates` will want when
 * the whole document has been read go to *pairs. */
void relate_window(arena *a, arena *kept, const rule_set *rules, reading_of *doc, rate_pairs *pairs, relation_list *out);
/* Forms the relations between claims of the whole document. */
void relate_document(arena *a, arena *kept, const rule_set *rules, reading_of *doc, const rate_pairs *pairs,
                     relation_list *out);
/* Whether a rule between a document's sentences asks for words around any of its figures when all of it has been read. */
bool relate_needs_tokens(const rule_set *rules);
/* Whether the relation's check, which is looked at again with the others', asks for words around its figures. */
bool relation_needs_tokens(const relation *r);
/* Relations between the documents of one collection (bind: across); bounds that are met are added to *met. */
void relate_collection(arena *a, arena *kept, const rule_set *rules, const reading_of *const *docs, size_t n,
                       relation_list *out, match_limits *met);

/* Whether the document tells anything that relate_collection would hold against what another one tells. */
bool relate_may_cross(const rule_set *rules, const reading_of *doc);

/* Adds what b, between claims of n documents, makes a relation of: a copy in the arena. */
void relation_add(arena *a, const reading_of *const *docs, size_t n, const binding *b, relation_list *out);
/* Copies what is said of r into the arena. */
void relation_keep_words(arena *a, relation *r);
/* The n claims at `from` have moved to `to`. */
void relation_follow(relation_list *relations, const claim *from, size_t n, const claim *to);

const char *verdict_name(verdict v);
/* fails or impossible: the figures cannot all be true. */
bool verdict_is_failure(verdict v);

#endif
