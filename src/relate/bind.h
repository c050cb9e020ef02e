/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binders: from what hangs together in the text to the variables of rules. */
#ifndef RELATE_BIND_H
#define RELATE_BIND_H

#include "relate/list_words.h"
#include "relate/relation.h"
#include "rule/match.h"

typedef VEC(binding) binding_list;
/* Takes a binding that its binder has no more use for. */
typedef void (*binding_taker)(void *ctx, const binding *b);

/* Matches a sentence and adds every binding of rules with `bind: links` and `bind: frame`; *links are what was matched. */
void bind_sentence(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                   link_list *links, binding_list *out, match_limits *met);

/* links.c: solves every rule's `join` over the links of one sentence. Links that grammar tells without a pattern ("40 have been
 * convicted", of a whole named before) are added first. */
void bind_links(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                link_list *links, binding_list *out);
/* frames.c: every rule whose needed slots a frame fills. */
void bind_frames(arena *a, const rule_set *rules, const reading_of *doc, const frame_list *frames, binding_list *out);

/* Helpers of binders. */

/* The link type of two figures that some rule file defines under this name; NULL if none does. */
const link_type *bind_link_type(const rule_set *rules, slice name);
/* Which of the n documents a claim stands in; NULL if in none. */
const reading_of *bind_owner(const reading_of *const *docs, size_t n, const claim *c);

/* A binding without variables, for b->doc and b->scan of this document. */
binding bind_start(const rule *r, const reading_of *doc, link_grade grade);
/* Gives the variable n claims (indices of the document's claims). */
void bind_variable(arena *a, binding *b, const reading_of *doc, slice name, const int32_t *claims, size_t n);
void bind_reason(arena *a, binding *b, slice reason); /* unless it is empty or told already */
/* Whether every variable that the rule's check needs is bound, no figure twice, all figures of one mode. */
bool bind_is_whole(arena *a, const lexicon *lex, const binding *b);
/* Of these two the one that hangs on the variables alone: there are some, each figure of one mode and bound once. */
bool bind_goes_together(const binding *b);
bool bind_has_needed(arena *a, const lexicon *lex, const binding *b);

#endif
