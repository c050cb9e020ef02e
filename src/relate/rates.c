/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/rates.h"

#include "base/limits.h"

enum { NEAR = 8 }; /* pairs back at which one sentence may have matched the same two figures */

static bool is_known(const rate_pairs *pairs, const rate_pair *p) /* matched by two patterns */
{
	for (size_t k = pairs->n < NEAR ? 0 : pairs->n - NEAR; k < pairs->n; k++) {
		const rate_pair *one = &pairs->at[k];
		if (one->type == p->type && one->claims[0] == p->claims[0] && one->claims[1] == p->claims[1])
			return true;
	}
	return false;
}

void rates_keep(arena *a, const rule_set *rules, const link_list *links, rate_pairs *pairs)
{
	for (size_t i = 0; i < links->n; i++) {
		const link_match *m = &links->at[i];
		const rule_refs *waiting = &rules->by_link[m->type->number];
		bool wanted = false;
		for (size_t k = 0; k < waiting->n && !wanted; k++)
			wanted = waiting->at[k]->bind == BIND_RATES && m->type->var_count == 2;
		rate_pair pair = {m->type, {link_claim(m, 0), link_claim(m, 1)}, m->grade, m->reason};
		if (!wanted || pair.claims[0] < 0 || pair.claims[1] < 0 || is_known(pairs, &pair))
			continue;
		pair.reason = arena_copy(a, m->reason);
		VEC_PUSH(a, *pairs, pair);
	}
}

static slice unit_of(const reading_of *doc, int32_t index)
{
	return figure_unit(doc->claims.at[index].figure)->name;
}

typedef struct others { /* of one pair: its fellows, turned so that the units come in its order */
	int32_t *firsts, *seconds;
	size_t n;
	bool earlier, later; /* whether one stands before it, after it */
} others;

/* The nearest fellows first, in both directions, up to LIMIT_RATE_PAIRS. */
static others others_of(arena *a, const reading_of *doc, const rate_pairs *pairs, size_t at)
{
	const rate_pair *m = &pairs->at[at];
	others o = {ARENA_ARRAY(a, int32_t, LIMIT_RATE_PAIRS), ARENA_ARRAY(a, int32_t, LIMIT_RATE_PAIRS), 0, false, false};
	slice first = unit_of(doc, m->claims[0]), second = unit_of(doc, m->claims[1]);
	for (size_t step = 1; step <= LIMIT_RATE_PAIRS && o.n < LIMIT_RATE_PAIRS; step++) {
		for (int side = 0; side < 2 && o.n < LIMIT_RATE_PAIRS; side++) {
			if (side ? at + step >= pairs->n : step > at)
				continue;
			const rate_pair *other = &pairs->at[side ? at + step : at - step];
			slice x = unit_of(doc, other->claims[0]), y = unit_of(doc, other->claims[1]);
			bool same = slice_equal(x, first) && slice_equal(y, second);
			bool turned = slice_equal(x, second) && slice_equal(y, first);
			if (other->type != m->type || !(same || turned))
				continue;
			o.firsts[o.n] = other->claims[turned];
			o.seconds[o.n++] = other->claims[!turned];
			*(side ? &o.later : &o.earlier) = true;
		}
	}
	return o;
}

static void bind_pair(arena *a, const rule *r, const reading_of *doc, const rate_pairs *pairs, size_t at, binding_list *out)
{
	const rate_pair *m = &pairs->at[at];
	others o = others_of(a, doc, pairs, at);
	if (!o.n || (o.n == 1 && !o.earlier))
		return;
	binding b = bind_start(r, doc, m->grade);
	bind_variable(a, &b, doc, r->joins[0].args[0], &m->claims[0], 1);
	bind_variable(a, &b, doc, r->joins[0].args[1], &m->claims[1], 1);
	bind_variable(a, &b, doc, SLICE("firsts"), o.firsts, o.n);
	bind_variable(a, &b, doc, SLICE("seconds"), o.seconds, o.n);
	bind_reason(a, &b, m->reason);
	VEC_PUSH(a, *out, b); /* a forecast is converted at the same rate as a fact */
}

void bind_rates(arena *a, const rule_set *rules, const reading_of *doc, const rate_pairs *pairs, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_RATES];
	for (size_t i = 0; i < waiting->n; i++)
		for (size_t k = 0; k < pairs->n; k++)
			if (waiting->at[i]->joins[0].type == pairs->at[k].type)
				bind_pair(a, waiting->at[i], doc, pairs, k, out);
}
