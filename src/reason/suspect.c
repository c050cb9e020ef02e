/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/suspect.h"

#include "reason/joint.h"

typedef struct inquiry {
	arena *arena;
	web *web;
	const voices *voices;
} inquiry;

typedef VEC(const relation *) relation_refs;

/* Whether every failing relation of the component needs c, or a claim that only repeats c. */
static bool touches_all(const inquiry *q, const component *part, claim_ref c)
{
	for (size_t i = 0; i < part->n; i++) {
		const relation *r = part->relations[i];
		bool touched = false;
		for (size_t k = 0; k < r->claim_count && !touched; k++)
			touched = claim_ref_equal(r->claims[k], c) || q->voices->same(q->voices->ctx, c, r->claims[k]);
		if (!touched)
			return false;
	}
	return true;
}

typedef struct removal {
	const voices *voices;
	claim_ref claim;
} removal;

static bool is_removed(const void *ctx, claim_ref c)
{
	const removal *r = ctx;
	return claim_ref_equal(r->claim, c) || r->voices->same(r->voices->ctx, r->claim, c);
}

/* Documents are compared inside one key alone; what else is said in each of them takes no part. */
static bool mends(inquiry *q, const component *part, claim_ref c)
{
	if (!touches_all(q, part, c))
		return false;
	const removal r = {q->voices, c};
	return part->relations[0]->rule->bind == BIND_ACROSS ||
	       joint_mends(q->arena, q->web, part->relations, part->n, is_removed, &r);
}

static void name_suspect(inquiry *q, component *part)
{
	const relation *first = part->relations[0];
	if (part->n < 2 && first->claim_count < 2)
		return;
	size_t found = 0;
	for (size_t i = 0; i < first->claim_count && found < 2; i++) {
		claim_ref c = first->claims[i];
		if (found && q->voices->same(q->voices->ctx, part->suspect, c))
			continue;
		if (!mends(q, part, c))
			continue;
		part->suspect = c;
		found++;
	}
	part->has_suspect = found == 1;
}

static uint32_t root(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

/* The cells of a table hang together by whatever rule. */
static bool hang_together(const rule *a, const rule *b)
{
	return a == b || (rule_reads_cells(a) && rule_reads_cells(b));
}

/* Joins failing relations of one rule that share a claim. */
static void join_by_claims(const web *w, uint32_t *parent)
{
	for (size_t i = 0; i < w->use_count; i++) {
		const relation *r = &w->relations[w->uses[i].relation];
		if (!verdict_is_failure(r->verdict))
			continue;
		for (size_t k = i + 1; k < w->use_count && claim_ref_equal(w->uses[i].claim, w->uses[k].claim); k++) {
			const relation *other = &w->relations[w->uses[k].relation];
			if (!verdict_is_failure(other->verdict) || !hang_together(other->rule, r->rule))
				continue;
			parent[root(parent, w->uses[k].relation)] = root(parent, w->uses[i].relation);
			break;
		}
	}
}

void suspect_components(arena *a, web *w, const voices *v, component_list *out)
{
	inquiry q = {.arena = a, .web = w, .voices = v};
	uint32_t *parent = ARENA_ARRAY(a, uint32_t, w->n);
	for (uint32_t i = 0; i < w->n; i++)
		parent[i] = i;
	join_by_claims(w, parent);

	relation_refs *members = ARENA_ARRAY(a, relation_refs, w->n);
	for (uint32_t i = 0; i < w->n; i++)
		if (verdict_is_failure(w->relations[i].verdict))
			VEC_PUSH(a, members[root(parent, i)], &w->relations[i]);
	for (uint32_t i = 0; i < w->n; i++) { /* a component stands where its first relation does */
		relation_refs *m = &members[root(parent, i)];
		if (!m->n || m->at[0] != &w->relations[i])
			continue;
		component part = {.relations = m->at, .n = m->n};
		name_suspect(&q, &part);
		VEC_PUSH(a, *out, part);
	}
}
