/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding's card in parts: private to briefing_card.c and briefing_proof.c. */
#ifndef REPORT_BRIEFING_CARD_H
#define REPORT_BRIEFING_CARD_H

#include "report/briefing.h"

enum { CARD_BETWEEN = 5 /* points between two facts */ };

typedef struct card {
	briefing *b;
	const finding *f;
	uint32_t number;             /* from 0 */
	size_t passages, characters; /* how much is quoted: less where a page could not hold it */
	size_t lines;                /* of a fact, at most */
	bool strip;                  /* the strip is drawn */
	double x, width;             /* the column right of the labels */
} card;

/* A fact: a label at the left (NULL: none), text at the right. */
void card_fact(card *c, const char *label, const para *text);

void card_reasons(card *c);
void card_arithmetic(card *c);
void card_suspect(card *c);
void card_mending(card *c);
void card_advice(card *c);

#endif
