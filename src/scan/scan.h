/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document's text to sentences, tokens and figures. */
#ifndef SCAN_SCAN_H
#define SCAN_SCAN_H

#include "document/document.h"
#include "scan/figure.h"

typedef enum { TOKEN_WORD, TOKEN_FIGURE, TOKEN_PUNCT } token_kind;

enum {                     /* token.flags */
	   TOKEN_CAPITAL = 1,  /* first letter upper case */
	   TOKEN_ALL_CAPS = 2, /* two letters or more, all upper case */
	   TOKEN_SPACE = 4,    /* white space stands before it */
	   TOKEN_QUOTED = 8,   /* inside quotation marks, which may have opened in an earlier sentence of the block */
	   TOKEN_FIRST = 16    /* the sentence's first word */
};

typedef struct token {
	uint32_t start, end;
	const word *word; /* of a word or punctuation mark; of a figure NULL */
	int32_t figure;   /* index in the scan's figures, -1 if none. Labels are figures too */
	token_kind kind;
	uint8_t flags;
	uint8_t depth;   /* of round or square brackets it stands in */
	uint16_t clause; /* set by claim/clause; clauses of a sentence count from 0 */
} token;

typedef struct sentence {
	token *tokens;   /* a figure is ONE token, from its hedge to its unit */
	uint32_t number; /* in the document, from 0 */
	uint32_t block, start, end;
	uint32_t first_figure;              /* its figures, labels included, in order of start */
	uint16_t figure_count, token_count; /* LIMIT_SENTENCE_TOKENS at most */
	bool passed;                        /* beside one with figures, but not read so far: nobody speaks in it */
	bool kept;                          /* it outlives its window, with its tokens */
} sentence;

typedef struct sentence_stretch { /* where a sentence with figures stands that is not a whole block */
	uint32_t number, start, end;
} sentence_stretch;

typedef struct scan {
	const document *doc;
	const lexicon *lex;
	vocabulary *vocab;
	sentence
		*sentences; /* those of the last window, behind those of earlier ones that are kept; in order; tokens only where a
	                        figure stands, or in a neighbour that context needs */
	size_t sentence_count;
	size_t window; /* among them, the first of the last window; its figures are those from its first_figure on */
	sentence_stretch *stretches; /* of all sentences that may be asked for, in order: scan_stretch() */
	size_t stretch_count;
	figure *figures;
	size_t figure_count;
	struct scanner *scanner; /* that reads it */
	struct {                 /* what claim_document_date() tells, kept where it reads the document's first window */
		bool known;
		uint32_t figure;
		date day;
	} dated;
} scan;

/* Reads every figure of the document. All memory is the arena's; the document and lexicon are borrowed. */
scan scan_document(arena *a, const lexicon *lex, const document *doc);

/* The same in windows of whole blocks, so that a long document needs tokens only for the sentences at hand. */
typedef struct scanner scanner;
typedef struct scan_kit scan_kit; /* what scanning asks of a lexicon, for all documents and threads */
const scan_kit *scan_kit_new(arena *a, const lexicon *lex);
/* `aside`: for what is needed until scan_end. */
scanner *scan_begin(arena *a, arena *aside, const scan_kit *kit, const document *doc, scan *out);
/* Reads the next window: appends its sentences and figures to *out (which may move both arrays), tokens to the arena `tokens`.
 * False if nothing is left. */
bool scan_window(scanner *sc, arena *tokens);
/* The room that was made for figures: as many at least, so that what goes with them need not grow on its own. */
size_t scan_figures_room(const scanner *sc);
/* Reads the sentences of the last window from number `from` to before `to` that were passed over beside figures, and keeps them. */
void scan_read_passed(const scan *s, uint32_t from, uint32_t to);
/* The sentences of that sentence's block, if the last window has read it, stay when its others are forgotten, their tokens with
 * the arena. */
void scan_keep_tokens(arena *a, scan *s, uint32_t number);
/* The sentences of the last window are gone, but for those kept. */
void scan_forget(scan *s);
/* The sentences that are left move to the arena. */
void scan_end(arena *a, scan *s);

/* scan/kept.c: what can still be asked for when windows were forgotten. */
/* The sentence of that number; NULL if it is forgotten. */
sentence *scan_sentence(const scan *s, uint32_t number);
/* The same where it has tokens. */
const sentence *scan_tokens(const scan *s, uint32_t number);
/* Whether the last window read is the document's first. */
bool scan_opens(const scan *s);
/* Where the sentence of that number begins and ends, which has figures; block number `whole` is all its own, or holds others too. */
sentence_stretch scan_stretch(const scan *s, uint32_t number, uint32_t whole);

#endif
