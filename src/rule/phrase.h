/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases of the lexicon in a sentence. */
#ifndef RULE_PHRASE_H
#define RULE_PHRASE_H

#include "scan/scan.h"

/* How many tokens, from token i on, the longest phrase of the set takes; 0 if none begins there. A numeral that is part of a
 * name or idiom ("one-sided", "chi2") is one token, and may be a phrase as a whole. */
uint32_t phrase_length(const scan *sc, const sentence *s, uint32_t i, lex_set which);
/* Whether a phrase of the set begins in tokens [from, to). */
bool phrase_stands(const scan *sc, const sentence *s, uint32_t from, uint32_t to, lex_set which);
/* The entries of the phrase that a label token is; NULL if it is none, or no label. */
const lex_entry *phrase_of_label(const scan *sc, const token *k);

#endif
