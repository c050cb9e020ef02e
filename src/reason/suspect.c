/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/suspect.h"

#include <stdlib.h>

bool claim_ref_equal(claim_ref a, claim_ref b)
{
	return a.doc == b.doc && a.claim == b.claim;
}

static int ref_compare(claim_ref a, claim_ref b)
{
	if (a.doc != b.doc)
		return a.doc < b.doc ? -1 : 1;
	return (a.claim > b.claim) - (a.claim < b.claim);
}

typedef struct use { /* a claim in a failing relation */
	claim_ref claim;
	uint32_t relation; /* index among the failing ones */
} use;

static int use_compare(const void *p, const void *q)
{
	const use *x = p, *y = q;
	int by_claim = ref_compare(x->claim, y->claim);
	return by_claim ? by_claim : (x->relation > y->relation) - (x->relation < y->relation);
}

static uint32_t root(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

typedef VEC(const relation *) relation_refs;

static bool uses(const relation *r, claim_ref c)
{
	for (size_t i = 0; i < r->claim_count; i++)
		if (claim_ref_equal(r->claims[i], c))
			return true;
	return false;
}

typedef struct voices {
	bool (*same)(const void *ctx, claim_ref, claim_ref);
	const void *ctx;
} voices;

/* Whether every failing relation of the component needs c, or a claim that only repeats c. */
static bool mends_all(const component *part, claim_ref c, const voices *v)
{
	for (size_t i = 0; i < part->n; i++) {
		const relation *r = part->relations[i];
		bool touched = uses(r, c);
		for (size_t k = 0; k < r->claim_count && !touched; k++)
			touched = v->same(v->ctx, c, r->claims[k]);
		if (!touched)
			return false;
	}
	return true;
}

static void name_suspect(component *part, const voices *v)
{
	if (part->n < 2)
		return;
	const relation *first = part->relations[0];
	size_t found = 0;
	for (size_t i = 0; i < first->claim_count; i++) {
		claim_ref c = first->claims[i];
		if (!mends_all(part, c, v))
			continue;
		if (found && v->same(v->ctx, part->suspect, c))
			continue;
		part->suspect = c;
		found++;
	}
	part->has_suspect = found == 1;
}

/* Joins failing relations of one rule that share a claim. */
static void join_by_claims(arena *a, const relation_refs *fails, uint32_t *parent)
{
	size_t n = 0, at = 0;
	for (size_t i = 0; i < fails->n; i++)
		n += fails->at[i]->claim_count;
	use *all = ARENA_ARRAY(a, use, n);
	for (uint32_t i = 0; i < fails->n; i++)
		for (size_t k = 0; k < fails->at[i]->claim_count; k++)
			all[at++] = (use){fails->at[i]->claims[k], i};
	if (n)
		qsort(all, n, sizeof *all, use_compare);
	for (size_t i = 0; i + 1 < n; i++)
		for (size_t k = i + 1; k < n && claim_ref_equal(all[i].claim, all[k].claim); k++)
			if (fails->at[all[i].relation]->rule == fails->at[all[k].relation]->rule) {
				parent[root(parent, all[k].relation)] = root(parent, all[i].relation);
				break;
			}
}

void suspect_components(arena *a, const relation *relations, size_t n,
                        bool (*same_voice)(const void *ctx, claim_ref, claim_ref), const void *ctx, component_list *out)
{
	relation_refs fails = {0};
	for (size_t i = 0; i < n; i++)
		if (verdict_is_failure(relations[i].verdict))
			VEC_PUSH(a, fails, &relations[i]);
	uint32_t *parent = ARENA_ARRAY(a, uint32_t, fails.n + 1);
	for (uint32_t i = 0; i < fails.n; i++)
		parent[i] = i;
	join_by_claims(a, &fails, parent);

	uint32_t *size = ARENA_ARRAY(a, uint32_t, fails.n + 1);
	component **of = ARENA_ARRAY(a, component *, fails.n + 1);
	for (uint32_t i = 0; i < fails.n; i++)
		size[root(parent, i)]++;
	voices v = {same_voice, ctx};
	VEC(component *) parts = {0};
	for (uint32_t i = 0; i < fails.n; i++) {
		uint32_t r = root(parent, i);
		if (!of[r]) {
			of[r] = ARENA_NEW(a, component);
			of[r]->relations = ARENA_ARRAY(a, const relation *, size[r]);
			VEC_PUSH(a, parts, of[r]);
		}
		of[r]->relations[of[r]->n++] = fails.at[i];
	}
	for (size_t i = 0; i < parts.n; i++) {
		name_suspect(parts.at[i], &v);
		VEC_PUSH(a, *out, *parts.at[i]);
	}
}
