/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collection as it stands: what its audit must say. */
#ifndef TESTS_CORPUS_STRAIGHT_H
#define TESTS_CORPUS_STRAIGHT_H

#include "corpus.h"

typedef struct tally {
	size_t passed, failed;
} tally;

void tell(tally *t, bool passed, const collection *c, const char *what);
void straight_test(tally *t, const char *program, const collection *c);

#endif
