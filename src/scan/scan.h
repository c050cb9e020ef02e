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
	token *tokens; /* a figure is ONE token, from its hedge to its unit */
	uint32_t block, start, end;
	uint32_t first_figure;              /* its figures, labels included, in order of start */
	uint16_t figure_count, token_count; /* LIMIT_SENTENCE_TOKENS at most */
	bool passed;                        /* beside one with figures, but not read so far: nobody speaks in it */
	bool kept;                          /* its tokens outlive its window */
} sentence;

_Static_assert(sizeof(sentence) == 32, "a text has more of them than figures");

typedef struct scan {
	const document *doc;
	const lexicon *lex;
	vocabulary *vocab;
	sentence *sentences; /* all of them, in order; tokens only where a figure stands, or in a neighbour that context needs */
	size_t sentence_count;
	figure *figures;
	size_t figure_count;
	struct scanner *scanner; /* that reads it */
	size_t window;           /* the first sentence of the last window read; its figures are those from its first_figure on */
} scan;

/* Reads every figure of the document. All memory is the arena's; the document and lexicon are borrowed. */
scan scan_document(arena *a, const lexicon *lex, const document *doc);

/* The same in windows of whole blocks, so that a long document needs tokens only for the sentences at hand. */
typedef struct scanner scanner;
typedef struct scan_kit scan_kit; /* what scanning asks of a lexicon, for all documents and threads */
const scan_kit *scan_kit_new(arena *a, const lexicon *lex);
/* `aside`: for what is needed until the last window is read. */
scanner *scan_begin(arena *a, arena *aside, const scan_kit *kit, const document *doc, scan *out);
/* Reads the next window: appends its sentences and figures to *out (which may move both arrays), tokens to the arena `tokens`.
 * False if nothing is left. */
bool scan_window(scanner *sc, arena *tokens);
/* The room that was made for figures: as many at least, so that what goes with them need not grow on its own. */
size_t scan_figures_room(const scanner *sc);
/* Reads the sentences of the last window from number `from` to before `to` that were passed over beside figures, and keeps them. */
void scan_read_passed(const scan *s, size_t from, size_t to);
/* The tokens of that sentence's block, which the last window has read, stay with the arena when its others are forgotten. */
void scan_keep_tokens(arena *a, scan *s, size_t index);
/* The tokens of the last window are gone, but for those kept. */
void scan_forget_tokens(scan *s);

#endif
