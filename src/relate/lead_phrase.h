/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence as it is looked at for what it announces, and the phrase of what is counted there. */
#ifndef RELATE_LEAD_PHRASE_H
#define RELATE_LEAD_PHRASE_H

#include "relate/bind.h"

typedef struct lead { /* what is known while a sentence is looked at */
	const list_words *w;
	const reading_of *doc;
	const sentence *s;
	const claim *c;
	const word *head; /* the counted noun's lemma, NULL: none stands behind the number */
	uint32_t before;  /* the first token of the number with what belongs to it: "the", "only" */
	uint32_t after;   /* the token behind the noun's phrase */
	uint32_t end;     /* the colon or stop that ends the sentence, or token_count */
	bool colon, stop;
	bool stages; /* a dash stands behind the number: "three-step" */
} lead;

static inline const token *lead_at(const lead *l, uint32_t i)
{
	return &l->s->tokens[i];
}

/* Whether token i is there and in a set. */
static inline bool lead_in_set(const lead *l, uint32_t i, lex_set which)
{
	return i < l->s->token_count && word_in(lead_at(l, i)->word, which);
}

/* Whether token i is there and is this one mark. */
bool lead_is_char(const lead *l, uint32_t i, char c);

/* Whether token i is a plural, by its word or as one is formed. */
bool lead_is_plural(const lead *l, uint32_t i);

/* Whether token i stands in code, where marks are no marks. */
bool lead_is_code(const lead *l, uint32_t i);

/* Whether token i is a count of two or more that is not the announced number told again. */
bool lead_counts_else(const lead *l, uint32_t i);

/* Past a short bracket without a number that opens at token i: "two (hidden) fields"; else i. */
uint32_t lead_past_aside(const lead *l, uint32_t i);

/* Finds the counted noun behind the number, and the token behind its phrase. Without one, head is NULL. */
void lead_find_phrase(lead *l);

/* The same of "a three-step plan for it", whose steps are counted. False if what stands behind the dash is no stage. */
bool lead_find_stages(lead *l);

#endif
