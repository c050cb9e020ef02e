/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/web.h"

#include "base/bisect.h"

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

static int use_compare(const void *p, const void *q)
{
	const web_use *x = p, *y = q;
	int by_claim = ref_compare(x->claim, y->claim);
	return by_claim ? by_claim : (x->relation > y->relation) - (x->relation < y->relation);
}

web web_new(arena *a, const relation *relations, size_t n)
{
	web w = {.relations = relations, .n = n};
	for (size_t i = 0; i < n; i++)
		w.use_count += relations[i].claim_count;
	w.uses = ARENA_ARRAY(a, web_use, w.use_count);
	w.visited = ARENA_ARRAY(a, uint32_t, w.use_count);
	size_t at = 0;
	for (uint32_t i = 0; i < n; i++)
		for (size_t k = 0; k < relations[i].claim_count; k++)
			w.uses[at++] = (web_use){relations[i].claims[k], i};
	if (at)
		qsort(w.uses, at, sizeof *w.uses, use_compare);
	return w;
}

size_t web_first_use(const web *w, claim_ref c)
{
	size_t i;
	BISECT(i, w->use_count, ref_compare(w->uses[i].claim, c) < 0);
	return i;
}

size_t web_uses(const web *w, claim_ref c)
{
	size_t first = web_first_use(w, c), end = first;
	while (end < w->use_count && claim_ref_equal(w->uses[end].claim, c))
		end++;
	return end - first;
}

void web_gather(arena *a, web *w, bool (*joins)(const relation *), bool *seen, size_t most, relation_ids *out)
{
	w->gathering++;
	for (size_t next = 0; next < out->n; next++) {
		const relation *r = &w->relations[out->at[next]];
		for (size_t k = 0; k < r->claim_count; k++) {
			size_t u = web_first_use(w, r->claims[k]);
			if (w->visited[u] == w->gathering)
				continue;
			w->visited[u] = w->gathering;
			for (; u < w->use_count && claim_ref_equal(w->uses[u].claim, r->claims[k]); u++) {
				uint32_t id = w->uses[u].relation;
				if (out->n == most)
					return;
				if (seen[id] || !joins(&w->relations[id]))
					continue;
				seen[id] = true;
				VEC_PUSH(a, *out, id);
			}
		}
	}
}
