/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the binders give a rule: its variables, each one claim or several, and why they belong together. */
#ifndef RULE_BINDING_H
#define RULE_BINDING_H

#include "rule/rule.h"

/* It names no claim by itself, so that relations that differ in nothing but their claims share their variables. */
typedef struct binding_var {
	slice name;
	const document *doc; /* its claims' document; NULL: the binding's */
	const set *values;   /* of a bare set: the possible lengths of a list, say; NULL for figures. With a claim: its number as
	                        the binder reads it, of a label that numbers a heading */
	const slice *told;   /* of a bare set: what it is, in words, for messages; NULL: it is shown as a number */
	uint32_t first, n;   /* claims of the binding's; n == 0 for a variable that is a bare set */
} binding_var;

typedef struct binding {
	const rule *rule;
	binding_var *vars;    /* RULE_VARS at most */
	const claim **claims; /* of all variables, in their order */
	const word *anchor;   /* of a frame: the word that opened it */
	const document *doc;  /* of the first claim */
	const scan *scan;     /* of that document; NULL: words around the figures are not looked at */
	link_grade grade;
	bool agreed; /* joined only because the values agree: it holds, but could not have failed */
	uint8_t var_count;
	uint16_t reason_count;
	const slice *reasons; /* why the figures belong together, for people; literals or in the arena */
} binding;

const binding_var *binding_find(const binding *b, slice name);
/* Adds a variable that is a bare set; one too many is left out. */
void binding_add(arena *a, binding *b, binding_var v);
/* The same with n claims, which are copied. */
void binding_add_claims(arena *a, binding *b, binding_var v, const claim *const *claims, size_t n);

static inline uint32_t binding_claim_count(const binding *b)
{
	return b->var_count ? b->vars[b->var_count - 1].first + b->vars[b->var_count - 1].n : 0;
}

/* The claims of a variable of b. */
static inline const claim *const *binding_claims(const binding *b, const binding_var *v)
{
	return v->n ? (const claim *const *)&b->claims[v->first] : NULL;
}

#endif
