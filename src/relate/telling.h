/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A count, or beside a heading a length of time, with what stands around it, kept until the whole document, or the whole
 * collection, is read: what tells whether another count is of the same things. */
#ifndef RELATE_TELLING_H
#define RELATE_TELLING_H

#include "claim/claim.h"

enum { TELLING_WORDS = 6 };

typedef struct telling {
	const word **words; /* modifiers, and the noun last: "static method"; TELLING_WORDS at most */
	const word **tail;  /* what the noun is of or in, without articles: "of the harbour office"; as many at most */
	const word *verb;   /* "12 ferries sail": the word after the noun, as a verb; NULL: none */
	slice name;         /* what row, column, item, paragraph or line of code begins with: a name set apart; empty: none */
	uint64_t frame;     /* the sentence's words without its figures, as a number */
	uint32_t claim;     /* index in the document's claims */
	int32_t tail_claim; /* "across 12 regions": the claim that ends the tail, -1: none */
	uint8_t word_count, tail_count;
	bool tail_whole : 1; /* nothing but a mark, a verb or the end comes after the tail */
	bool had : 1;        /* "it has 12 ferries": a verb of having or offering stands before the number */
	bool all : 1;        /* "all 12 ferries" */
	bool total : 1;      /* "there are 12 ferries", "a total of 12 ferries", or one of the ways told below */
	bool parts : 1;      /* "12 ferries, 11 of which sail": a part of them is told too */
	bool
		led : 1; /* what its sentence begins with bounds it, "in the yard stand 12 cranes", or it is its block's own number */
	bool anew : 1;       /* "there are 12 ferries", "a total of 12 ferries": as nobody knew of them before */
	bool below : 1;      /* "fewer than 12 ferries" */
	bool plural : 1;     /* its noun stands there in the plural */
	bool badge : 1;      /* a picture "ferries | 12" */
	bool comment : 1;    /* it opens a comment in code */
	bool introduces : 1; /* it stands in a heading, or in the block right below one */
	bool opens : 1;      /* its block begins with it: "12 ferries of three lines" */
	bool whole : 1; /* told for the whole document: as it opens, as the bold beginning of a block, in a badge, a comment or a
	                   heading */
	bool whole_heading : 1; /* a heading says nothing else: "The twelve ferries" */
	bool joined : 1;        /* only a mark or "and" parts it from the telling before: "40 charts, 12 ferries" */
	bool cell : 1; /* it fills a table's cell: a total of what its column is headed by, or the number of what its row begins
	                  with; or the bracket behind what a heading names */
} telling;

typedef struct telling_list { /* of one document */
	telling *at;
	size_t n, cap;
	struct { /* the lexicon's sets */
		lex_set preposition, determiner, all, have, joiner, past, other, shown, log, of, group, apart, relative, total,
			there, are, row, column;
	} sets;
	bool begun;
	uint32_t opening; /* the block behind the document's opening: what is told before its second heading */
	bool log;         /* the document is a log of changes or days by its name: nothing of it is told elsewhere too */
	int32_t section;  /* looked at last, */
	bool edition;     /* and whether it is of an edition or a day */
} telling_list;

/* The number of at most six digits that a text opens with, white space behind it; 0: none. */
uint32_t telling_opening_number(slice text);
/* Adds the counts of a sentence, whose tokens are at hand, that may be told elsewhere too. What they hold is the arena's. */
void telling_keep(arena *a, const scan *sc, const claim_list *claims, const sentence *s, telling_list *out);

const word *telling_noun(const telling *t);

#endif
