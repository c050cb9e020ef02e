/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words of a text are worth reading their sentence for. Most sentences of a text have none: they are passed over with
 * one probe of a small table a word, and are never divided into tokens. */
#ifndef SCAN_FIND_H
#define SCAN_FIND_H

#include "scan/atoms.h"

enum {
	FIND_FIGURE = 1, /* a word that figures are made of */
	FIND_SPEECH = 2  /* a word that may tell who speaks */
};

typedef struct finder finder;

const finder *finder_new(arena *a, const lexicon *lex, const scan_sets *sets);
/* What the run of ASCII letters at p may be: FIND_*. `room` bytes may be read from p on. A word that is none of the lexicon's
 * may be taken for one that begins alike, never the other way round. */
unsigned finder_word(const finder *f, const char *p, size_t len, size_t room);
/* What any sentence may be, for the words that the table cannot hold. */
unsigned finder_always(const finder *f);

#endif
