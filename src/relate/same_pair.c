/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/same_pair.h"

bool same_two_speakers(const claim *x, const claim *y)
{
	return claim_who(x).len && claim_who(y).len && !slice_equal(claim_who(x), claim_who(y));
}

static slice predicate_reason(arena *a, const claim *x, const claim *y)
{
	if (!x->predicate || !y->predicate)
		return (slice){0};
	slice p = word_text(word_lemma(x->predicate)), q = word_text(word_lemma(y->predicate));
	if (slice_equal(p, q))
		return arena_printf(a, "same predicate (" SLICE_FMT ")", SLICE_ARG(p));
	return arena_printf(a, SLICE_FMT " = " SLICE_FMT, SLICE_ARG(p), SLICE_ARG(q));
}

static const char *role_name(claim_role r)
{
	static const char *const names[] = {"body", "headline", "lead", "quotation"};
	return names[r];
}

static slice when_reason(arena *a, const claim *x)
{
	slice from = date_format(a, claim_when(x).from), to = date_format(a, claim_when(x).to);
	bool year = claim_when(x).from.month == 1 && claim_when(x).from.day == 1 && claim_when(x).to.month == 12 &&
	            claim_when(x).to.day == 31;
	if (year && claim_when(x).from.year == claim_when(x).to.year)
		return arena_printf(a, "same year (%d)", claim_when(x).from.year);
	if (slice_equal(from, to))
		return arena_printf(a, "same day (" SLICE_FMT ")", SLICE_ARG(from));
	return arena_printf(a, "same time (" SLICE_FMT " to " SLICE_FMT ")", SLICE_ARG(from), SLICE_ARG(to));
}

/* Why they belong together, in people's words: at most six reasons. */
static size_t tell_reasons(arena *a, const claim *x, const claim *y, const likeness *l, slice out[6])
{
	size_t n = 0;
	if (x->role != ROLE_BODY || y->role != ROLE_BODY)
		out[n++] = arena_printf(a, "%s and %s of one document", role_name(x->role), role_name(y->role));
	if (measure_same_word(x->measure->head, y->measure->head))
		out[n++] = arena_printf(a, "same noun (" SLICE_FMT ")", SLICE_ARG(word_text(word_lemma(x->measure->head))));
	slice predicate = predicate_reason(a, x, y);
	if (predicate.len)
		out[n++] = predicate;
	if (l->where == SCOPE_EQUAL)
		out[n++] = arena_printf(a, "same place (" SLICE_FMT ")",
		                        SLICE_ARG(claim_where(x).len <= claim_where(y).len ? claim_where(x) : claim_where(y)));
	if (l->when == SCOPE_EQUAL)
		out[n++] = when_reason(a, x);
	if (l->shared)
		out[n++] = arena_printf(a, "%zu word%s said of it by both", l->shared, l->shared == 1 ? "" : "s");
	return n;
}

void same_add_pair(same_pairing *p, rule_binder binder, const claim *x, const claim *y, link_grade grade, const likeness *l)
{
	slice *reasons = ARENA_ARRAY(p->arena, slice, 6);
	uint16_t n = 1;
	reasons[0] = SLICE("settled in the configuration");
	if (l)
		n = (uint16_t)tell_reasons(p->arena, x, y, l, reasons);
	const claim **pair = ARENA_ARRAY(p->arena, const claim *, 2);
	pair[0] = x;
	pair[1] = y;
	const rule_refs *waiting = &p->rules->by_binder[binder];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], p->doc, grade);
		b.agreed = x->figure->kind == FIGURE_ORDINAL;
		binding_add_claims(p->arena, &b, (binding_var){.name = SLICE("a")}, pair, 1);
		binding_add_claims(p->arena, &b, (binding_var){.name = SLICE("b"), .doc = p->other->doc}, pair + 1, 1);
		b.reasons = reasons;
		b.reason_count = n;
		VEC_PUSH(p->arena, *p->out, b);
	}
}
