/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a sentence announces things to come, and how surely it does. */
#ifndef RELATE_LEAD_IN_H
#define RELATE_LEAD_IN_H

#include "relate/bind.h"

typedef enum {
	LEAD_NONE,
	LEAD_FOLLOWING, /* "the following three rules:" */
	LEAD_THERE,     /* "there are three rules:" */
	LEAD_CLOSE,     /* "it has three rules:", nothing between noun and colon */
	LEAD_DIRECT,    /* "it has three rules for this:", "Three rules apply to it:", "mind three rules:" */
	LEAD_CHOICE,    /* "it follows one of three rules:" */
	LEAD_BRACKET,   /* "Rules (3)", "New rules (3):" */
	LEAD_BARE,      /* "Steering (3)": a heading with a number in brackets, and nothing that it counts */
	LEAD_TITLE,     /* "The three rules", and nothing else */
	LEAD_HEADED, /* "4. Three rules", "Overview — three rules", "Three rules of the road": a heading that says a little more */
	LEAD_TOLD,   /* "It has three rules.", "It is divided into three parts by size." */
	LEAD_STATED, /* "It rests on these three rules, as all do." */
	LEAD_LOOSE   /* anything else: only what stands below can tell that it is announced here */
} lead_form;

typedef struct lead_in {
	lead_form form;
	const word *head; /* the counted noun's lemma; NULL: only "(3)" was read */
	bool colon;       /* the sentence ends in one */
	bool closed;      /* the sentence itself goes on to name them, or they stand above it */
	bool verb;        /* a verb of having, giving or listing stands before the number */
	bool last;        /* the counted noun ends it */
	bool definite;    /* "the three rules" */
	bool part;        /* the number is of a part of them: "the first two", "two others" */
	bool stages;      /* as those of another thing: "a three-step plan" */
	bool manner;      /* by one that does not say what kind of things they are: three ways */
	bool noun;        /* what is counted is called by an announcing noun */
} lead_in;

/* How claim c, of the last sentence s of its block, announces what follows. */
lead_in lead_in_of(const list_words *w, const reading_of *doc, const sentence *s, const claim *c);

#endif
