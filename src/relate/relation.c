/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations that outlive the memory their bindings were formed in, and claims that move. */
#include "relate/bind.h"

#include <string.h>

static void *copy_of(arena *a, const void *from, size_t n, size_t size)
{
	void *copy = arena_calloc(a, n, size);
	if (n)
		memcpy(copy, from, n * size);
	return copy;
}

static void copy_text(arena *a, slice *text)
{
	if (text->len)
		*text = arena_copy(a, *text);
}

static claim_ref ref_of(const reading_of *const *docs, size_t n, const claim *c)
{
	const reading_of *doc = bind_owner(docs, n, c);
	return doc ? (claim_ref){doc->doc_index, c->index} : (claim_ref){0};
}

static bool same_reasons(const binding *x, const binding *y)
{
	bool same = x->reason_count == y->reason_count;
	for (size_t i = 0; same && i < x->reason_count; i++)
		same = slice_equal(x->reasons[i], y->reasons[i]);
	return same;
}

/* Those of the relation formed before serve again, if they are the same. */
static const slice *copy_reasons(arena *a, const binding *b, const relation_list *before)
{
	if (before->n && same_reasons(b, &VEC_LAST(*before).binding))
		return VEC_LAST(*before).binding.reasons;
	slice *reasons = copy_of(a, b->reasons, b->reason_count, sizeof *reasons);
	for (size_t i = 0; i < b->reason_count; i++)
		copy_text(a, &reasons[i]);
	return reasons;
}

static bool same_variable(const binding_var *x, const binding_var *y)
{
	return x->first == y->first && x->n == y->n && x->doc == y->doc && x->values == y->values && x->told == y->told &&
	       slice_equal(x->name, y->name);
}

static bool same_variables(const binding *x, const binding *y)
{
	bool same = x->var_count == y->var_count;
	for (size_t i = 0; same && i < x->var_count; i++)
		same = same_variable(&x->vars[i], &y->vars[i]);
	return same;
}

/* The same holds for its variables, but for their claims. */
static binding_var *copy_variables(arena *a, const binding *b, const relation_list *before)
{
	if (before->n && same_variables(b, &VEC_LAST(*before).binding))
		return VEC_LAST(*before).binding.vars;
	binding_var *vars = copy_of(a, b->vars, b->var_count, sizeof *vars);
	for (size_t i = 0; i < b->var_count; i++) {
		binding_var *v = &vars[i];
		if (v->told) {
			slice *told = ARENA_NEW(a, slice);
			*told = arena_copy(a, *v->told);
			v->told = told;
		}
		if (v->values && v->values != set_zero())
			v->values = copy_of(a, v->values, 1, sizeof *v->values);
	}
	return vars;
}

void relation_add(arena *a, const reading_of *const *docs, size_t n, const binding *b, relation_list *out)
{
	relation r = {.rule = b->rule, .binding = *b, .claim_count = binding_claim_count(b)};
	r.binding.vars = copy_variables(a, b, out);
	r.binding.reasons = copy_reasons(a, b, out);
	r.binding.claims = copy_of(a, b->claims, r.claim_count, sizeof *b->claims);
	r.claims = ARENA_ARRAY(a, claim_ref, r.claim_count);
	for (size_t i = 0; i < r.claim_count; i++)
		r.claims[i] = ref_of(docs, n, b->claims[i]);
	VEC_PUSH(a, *out, r);
}

void relation_keep_words(arena *a, relation *r)
{
	if (!r->words)
		return;
	relation_words *w = copy_of(a, r->words, 1, sizeof *w);
	slice *const texts[] = {&w->check,   &w->computed, &w->told,     &w->assumption, &w->why,
	                        &w->message, &w->stated,   &w->expected, &w->gap};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		copy_text(a, texts[i]);
	r->words = w;
}

void relation_follow(relation_list *relations, const claim *from, size_t n, const claim *to)
{
	for (size_t i = 0; i < relations->n; i++) {
		const claim **claims = relations->at[i].binding.claims;
		for (size_t k = 0; k < relations->at[i].claim_count; k++)
			if (claims[k] >= from && claims[k] < from + n)
				claims[k] = to + (claims[k] - from);
	}
}
