/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences begin and end, and which of them can hold a figure: one cheap walk over a block's bytes. */
#ifndef SCAN_SENTENCE_H
#define SCAN_SENTENCE_H

#include "scan/find.h"

typedef struct sentence_span {
	uint32_t block, start, end;
	bool cue;    /* a digit, or a word that figures are made of, stands in it */
	bool speech; /* or a word that may tell who speaks */
	bool quoted; /* a quotation is open where it begins */
} sentence_span;

typedef VEC(sentence_span) sentence_list;

typedef struct sentence_walk {
	arena *arena;
	const scan_sets *sets;
	vocabulary *vocab;
	slice text;
	const finder *finder;
	sentence_list list;
	size_t commas, dots; /* numerals seen that group by commas (1,183.5), by dots (1.183,5) */
} sentence_walk;

/* Appends the sentences of block number `index`. */
void sentence_split(sentence_walk *w, uint32_t index, const block *b);

#endif
