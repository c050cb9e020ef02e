/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon's sets that tell how things are announced, listed and joined, for the binders that read sentences. */
#ifndef RELATE_LIST_WORDS_H
#define RELATE_LIST_WORDS_H

#include "pack/lexicon.h"

#define LIST_SETS(X)                                                                                                        \
	X(announcing, "list.announcing") /* nouns that things to come are called by: reason, step, field */                     \
	X(stage, "list.stage")           /* step, phase: what "a three-step plan" has */                                        \
	X(manner, "list.manner")         /* those of them that any list may follow: way, thing */                               \
	X(following, "list.following")   /* following, below */                                                                 \
	X(above, "list.above")           /* above: they have been told */                                                       \
	X(there, "list.there")           /* of "there are" */                                                                   \
	X(exist, "list.exist")           /* its verb */                                                                         \
	X(lead_verb, "list.lead-verb")   /* having, giving, listing, dividing */                                                \
	X(lead_word, "list.lead-word")   /* of, in, into, for: what may stand before the number instead */                      \
	X(before, "list.before")         /* the, these: between those and the number */                                         \
	X(not_before, "list.not-before") /* first, last, any, other: the number is of a part, or of something else */           \
	X(part_of, "list.part-of")       /* one, any, each: "one of two modes" */                                               \
	X(numbered, "list.numbered")     /* group, tier: a number behind it tells which */                                      \
	X(other, "list.other")           /* behind the number: two other modes */                                               \
	X(further, "list.further")       /* those of them that count on from what is known: two more modes */                   \
	X(condition, "list.condition")   /* if, when: what follows tells what happens then */                                   \
	X(tail_stop, "list.tail-stop")   /* behind the phrase: another thing is announced there */                              \
	X(tail_more, "list.tail-more")   /* behind the phrase and a comma: all the same it goes on */                           \
	X(tail_other, "list.tail-other") /* there, even where all there are is told: each of them, the following */             \
	X(resume, "list.resume")         /* these: of "These are:", about what was told just before */                          \
	X(these, "list.these")           /* right before the number, where it ends the sentence: they follow */                 \
	X(between, "list.between")                                                                                              \
	X(as, "list.as") /* of "as follows" */                                                                                  \
	X(follows, "list.follows")                                                                                              \
	X(to, "list.to")     /* "it comes to three rules" */                                                                    \
	X(into, "list.into") /* dividing into */                                                                                \
	X(preposition, "preposition")                                                                                           \
	X(namely, "list.namely")             /* what may stand before the names in a bracket */                                 \
	X(copula, "list.copula")             /* "the three modes are:" */                                                       \
	X(total, "list.total")               /* of "(12 total)" */                                                              \
	X(total_row, "list.total-row")       /* a row that so begins sums up others */                                          \
	X(aside, "list.aside")               /* an item or heading that so begins is none of them: note, tip, summary */        \
	X(goes_on, "list.goes-on")           /* a paragraph that so begins continues the list before it */                      \
	X(turn, "list.turn")                 /* first, second: what a sentence begins with that tells things in turn, */        \
	X(turn_last, "list.turn-last")       /* finally: the last of them */                                                    \
	X(heading_lead, "list.heading-lead") /* all, available: a heading may begin so that names things */                     \
	X(either, "list.either")             /* either: such an item may be two */                                              \
	X(open_item, "list.open-item")       /* an item that so begins or ends stands for more of them */                       \
	X(joiner, "list.joiner")                                                                                                \
	X(comma, "list.comma")                                                                                                  \
	X(arrow, "list.arrow") /* between what is done in turn */                                                               \
	X(semicolon, "list.semicolon")                                                                                          \
	X(opener, "list.opener")                                                                                                \
	X(closer, "list.closer")                                                                                                \
	X(dash, "list.dash")                                                                                                    \
	X(colon, "mark.colon")                                                                                                  \
	X(quote, "mark.quote")                                                                                                  \
	X(of, "preposition.of")                                                                                                 \
	X(definite, "definite")                                                                                                 \
	X(article, "number.article")                                                                                            \
	X(determiner, "determiner")                                                                                             \
	X(finite, "auxiliary.finite")                                                                                           \
	X(digit, "number.digit")                                                                                                \
	X(teen, "number.teen")                                                                                                  \
	X(open_list, "list.open")        /* including, such as, others: the list names only some */                             \
	X(rest, "list.rest")             /* more, the rest: an item that ends so names no one */                                \
	X(apposition, "list.apposition") /* a, an, the, its: an item that begins so may explain the one before */               \
	X(verb, "list.verb")             /* finite verbs: these are clauses, not names */                                       \
	X(relative, "list.relative")     /* which, that: what follows tells of the name before it */                            \
	X(occasion, "list.occasion")     /* times: "three times" counts how often */                                            \
	X(partial, "list.partial")       /* of, the: "two of the four X" counts the two */                                      \
	X(place, "list.place")           /* province, town: nouns that what is named may follow after "of" */                   \
	X(sequenced, "numbering.word")   /* phase, step: things that are numbered one by one */                                 \
	X(partitive, "partitive")        /* of them, of which */                                                                \
	X(range_to, "range.to")          /* "eight to ten of them" */                                                           \
	X(stop, "list.end")              /* . ! ? */

typedef struct list_words {
#define X(field, name) lex_set field;
	LIST_SETS(X)
#undef X
} list_words;

list_words list_words_of(const lexicon *lex);

#endif
