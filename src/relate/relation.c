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

static binding_var copy_variable(arena *a, const binding_var *from, const claim **claims)
{
	binding_var v = *from;
	if (v.n)
		memcpy(claims, v.claims, v.n * sizeof *claims);
	v.claims = claims;
	if (v.told) {
		slice *told = ARENA_NEW(a, slice);
		*told = arena_copy(a, *v.told);
		v.told = told;
	}
	if (v.values && v.values != set_zero())
		v.values = copy_of(a, v.values, 1, sizeof *v.values);
	return v;
}

void relation_add(arena *a, const reading_of *const *docs, size_t n, const binding *b, relation_list *out)
{
	relation r = {.rule = b->rule, .binding = *b};
	size_t bound = 0;
	for (size_t i = 0; i < b->var_count; i++)
		bound += b->vars[i].n;
	const claim **claims = ARENA_ARRAY(a, const claim *, bound);
	r.claims = ARENA_ARRAY(a, claim_ref, bound);
	r.binding.vars = ARENA_ARRAY(a, binding_var, b->var_count);
	r.binding.reasons = copy_reasons(a, b, out);
	for (size_t i = 0; i < b->var_count; i++) {
		r.binding.vars[i] = copy_variable(a, &b->vars[i], claims + r.claim_count);
		for (size_t k = 0; k < b->vars[i].n; k++)
			r.claims[r.claim_count++] = ref_of(docs, n, b->vars[i].claims[k]);
	}
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
		binding *b = &relations->at[i].binding;
		for (size_t k = 0; k < b->var_count; k++) {
			const claim **claims = (const claim **)(uintptr_t)b->vars[k].claims;
			for (size_t c = 0; c < b->vars[k].n; c++) {
				if (claims[c] >= from && claims[c] < from + n)
					claims[c] = to + (claims[c] - from);
			}
		}
	}
}
