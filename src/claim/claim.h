/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim: a figure with its context. Labels are claims too in the output, marked so, and take no part in anything. */
#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H

#include "base/limits.h"
#include "scan/scan.h"

#define CLAIM_MODES(X)                                                                                                      \
	X(ASSERTED, asserted)                                                                                                   \
	X(NEGATED, negated)                                                                                                     \
	X(FORECAST, forecast)                                                                                                   \
	X(TARGET, target)                                                                                                       \
	X(HYPOTHETICAL, hypothetical)                                                                                           \
	X(DENIED, denied)
typedef enum {
#define X(NAME, name) MODE_##NAME,
	CLAIM_MODES(X)
#undef X
} claim_mode;

typedef enum { ROLE_BODY, ROLE_HEADLINE, ROLE_LEAD, ROLE_QUOTATION } claim_role; /* where in a document of news it stands */

typedef struct measure { /* what is counted or measured; claims that borrow their noun share it */
	const word *head;    /* the noun's lemma, NULL if none was found */
	slice phrase;        /* the noun with its complement, as written */
	slice subject; /* of what is told to have, do or undergo it, as written: of "Arden has 12 ferries" Arden; may be empty */
	uint16_t modifier_count, complement_count;
	const word *modifiers[]; /* before the head, without determiners; behind them the content words of the phrases after the
	                            head ("of international terrorist organizations"), lemmas */
} measure;

extern const measure measure_none; /* of what tells nothing of it */

/* What a table's cell is worth in its table: brackets are a minus there, a sheet stores more digits. One for all the cells in a
 * row that are worth what their figure says. */
typedef struct cell_figure {
	rational value; /* unless it is as_told */
	rational half;  /* it may have been rounded by so much */
	bool as_told;   /* worth the number of its figure */
} cell_figure;

typedef struct claim_place {
	slice text; /* as written, expanded or short */
	slice key;  /* for comparison: folded, acronyms and their long forms the same */
} claim_place;

typedef struct claim_setting { /* when and where it is, and who says so: claims that stand together mostly share it */
	period when;               /* resolved; from.year 0: not known */
	const claim_place *where;  /* NULL: not told */
	const slice *who;          /* who says so, NULL: the document */
	const slice *section;      /* the heading it stands under, NULL: none */
} claim_setting;

extern const claim_setting claim_setting_none;

enum { CLAIM_CLAUSES = 1 << 12, CLAIM_CLASSES = 1 << 10 }; /* more than a sentence has clauses, and a lexicon sets */

typedef struct claim {
	const figure *figure;
	const measure *measure;       /* never NULL */
	const word *predicate;        /* the lemma of the verb or verbal noun that says what happened to it, NULL */
	const claim_setting *setting; /* never NULL; claim_when(), claim_where() ... */
	const cell_figure *cell;      /* of a cell that its table's sums take in, else NULL */
	uint32_t index;               /* in the document's claims */
	uint32_t block, sentence, token;
	uint32_t quote_start, quote_end; /* hedge .. end of the noun's phrase and predicate */
	int32_t elided_from;             /* claim whose noun this one borrows ("more than 40 have been convicted"), -1 */
	uint32_t clause : 12;
	uint32_t predicate_class : 10; /* a lex_set: the set "predicate.*" that holds it, 0 */
	claim_role role : 2;
	claim_mode mode : 3;
	bool when_told : 1; /* the sentence itself tells it (else inherited: paragraph, document) */
	bool definite : 1;  /* "the 22 cells", "these" */
	bool joined : 1;    /* "the mayor and two clerks": added to what stands before it */
	bool partitive : 1; /* "of which", "of them", "of whom": a part of elided_from */
} claim;

_Static_assert(sizeof(claim) == 72, "there is one for every figure");
_Static_assert(LIMIT_SENTENCE_TOKENS < CLAIM_CLAUSES && (int)LEX_SETS <= CLAIM_CLASSES,
               "what is told in a few bits fits them");

static inline period claim_when(const claim *c)
{
	return c->setting->when;
}

static inline slice claim_where(const claim *c)
{
	return c->setting->where ? c->setting->where->text : (slice){0};
}

static inline slice claim_where_key(const claim *c)
{
	return c->setting->where ? c->setting->where->key : (slice){0};
}

static inline slice claim_who(const claim *c)
{
	return c->setting->who ? *c->setting->who : (slice){0};
}

static inline slice claim_section(const claim *c)
{
	return c->setting->section ? *c->setting->section : (slice){0};
}

/* Whether the claim before it, in its document's, stands in the same sentence. */
static inline bool claim_follows(const claim *c)
{
	return c->index > 0 && c[-1].sentence == c->sentence;
}

/* How many claims there are from c on in its sentence; `n`: in the document. */
static inline size_t claim_together(const claim *c, size_t n)
{
	size_t together = 1;
	while (c->index + together < n && c[together].sentence == c->sentence)
		together++;
	return together;
}

typedef struct claim_list {
	claim *at; /* one for every figure of the scan, the same order: at[i].figure == &scan->figures[i] */
	size_t n;
} claim_list;

/* Marks clauses in every tokenised sentence of s (token.clause), then gives each figure its context. */
claim_list claim_document(arena *a, scan *s);

/* The same window by window, each after scan_window has read it. `room`: figures that there is room for; where the scan has
 * moved its figures, the claims move with them. Who says it is settled by claim_end, when the whole document is known. `aside` is
 * for what is needed until then, the reader itself with it. */
typedef struct claim_reader claim_reader;
typedef struct claim_kit claim_kit; /* what reading claims asks of a lexicon, for all documents and threads */
const claim_kit *claim_kit_new(arena *a, const lexicon *lex);
claim_reader *claim_begin(arena *a, arena *aside, const claim_kit *kit, scan *s);
void claim_window(claim_reader *r, size_t room, claim_list *out);
void claim_end(claim_reader *r);

/* The day that the document is of: from its metadata, else from a line near its top that holds little else, or a dateline. One
 * without a year (year 0) is given only if no other is found; all zero: none. *figure_index, which may be NULL, is the figure
 * that tells it, UINT32_MAX if none does. */
date claim_document_date(const scan *s, uint32_t *figure_index);

const char *claim_mode_name(claim_mode m);

#endif
