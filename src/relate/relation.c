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

static void copy_binding(arena *a, binding *b)
{
	b->vars = copy_of(a, b->vars, b->var_count, sizeof *b->vars);
	for (size_t i = 0; i < b->var_count; i++) {
		binding_var *v = &b->vars[i];
		v->claims = copy_of(a, v->claims, v->n, sizeof *v->claims);
		copy_text(a, &v->told);
		if (v->values && v->values != set_zero())
			v->values = copy_of(a, v->values, 1, sizeof *v->values);
	}
	slice *reasons = copy_of(a, b->reasons, b->reason_count, sizeof *reasons);
	for (size_t i = 0; i < b->reason_count; i++)
		copy_text(a, &reasons[i]);
	b->reasons = reasons;
}

relation relation_of(arena *a, const reading_of *const *docs, size_t n, const binding *b)
{
	relation r = {.rule = b->rule, .binding = *b};
	copy_binding(a, &r.binding);
	size_t bound = 0;
	for (size_t i = 0; i < b->var_count; i++)
		bound += b->vars[i].n;
	r.claims = ARENA_ARRAY(a, claim_ref, bound);
	for (size_t i = 0; i < b->var_count; i++)
		for (size_t k = 0; k < b->vars[i].n; k++)
			r.claims[r.claim_count++] = ref_of(docs, n, b->vars[i].claims[k]);
	return r;
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
