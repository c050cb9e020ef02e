/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/coverage.h"

/* A claim's standing: the worst verdict of the relations it takes part in. In rising order of how much it matters. */
typedef enum {
	STANDING_UNRELATED,
	STANDING_HOLDS,
	STANDING_HOLDS_IF,
	STANDING_OPEN,
	STANDING_UNCHECKED,
	STANDING_FAILS
} standing;

static standing standing_of(verdict v)
{
	switch (v) {
	case VERDICT_HOLDS:
	case VERDICT_HOLDS_BY_ROUNDING:
		return STANDING_HOLDS;
	case VERDICT_HOLDS_IF:
		return STANDING_HOLDS_IF;
	case VERDICT_OPEN:
		return STANDING_OPEN;
	case VERDICT_UNCHECKED:
		return STANDING_UNCHECKED;
	case VERDICT_FAILS:
	case VERDICT_IMPOSSIBLE:
		break;
	}
	return STANDING_FAILS;
}

static void count_relation(coverage *c, const relation *r)
{
	c->relations++;
	c->strong += r->strong;
	switch (standing_of(r->verdict)) {
	case STANDING_HOLDS:
		c->holds++;
		break;
	case STANDING_HOLDS_IF:
		c->holds_if++;
		break;
	case STANDING_OPEN:
		c->open++;
		break;
	case STANDING_UNCHECKED:
		c->unchecked++;
		break;
	case STANDING_FAILS:
	case STANDING_UNRELATED:
		c->fails++;
		break;
	}
}

static void count_claim(coverage *c, const figure *f, standing s)
{
	c->figures++;
	if (f->kind == FIGURE_LABEL) {
		c->labels++;
		return;
	}
	c->claims++;
	size_t *const by_standing[] = {
		[STANDING_UNRELATED] = &c->by_claim.unrelated, [STANDING_HOLDS] = &c->by_claim.holds,
		[STANDING_HOLDS_IF] = &c->by_claim.holds_if,   [STANDING_OPEN] = &c->by_claim.open,
		[STANDING_UNCHECKED] = &c->by_claim.unchecked, [STANDING_FAILS] = &c->by_claim.fails,
	};
	++*by_standing[s];
}

static void add_relations(coverage *sum, const coverage *c)
{
	sum->relations += c->relations;
	sum->holds += c->holds;
	sum->holds_if += c->holds_if;
	sum->open += c->open;
	sum->fails += c->fails;
	sum->unchecked += c->unchecked;
	sum->strong += c->strong;
}

static void add_claims(coverage *sum, const coverage *c)
{
	sum->figures += c->figures;
	sum->labels += c->labels;
	sum->claims += c->claims;
	sum->by_claim.holds += c->by_claim.holds;
	sum->by_claim.holds_if += c->by_claim.holds_if;
	sum->by_claim.open += c->by_claim.open;
	sum->by_claim.fails += c->by_claim.fails;
	sum->by_claim.unchecked += c->by_claim.unchecked;
	sum->by_claim.unrelated += c->by_claim.unrelated;
}

static void note_standing(uint8_t *of, const relation *r, size_t i)
{
	uint8_t *s = &of[r->claims[i].claim];
	if (standing_of(r->verdict) > *s)
		*s = (uint8_t)standing_of(r->verdict);
}

static void count_claims(audit_document *d, const uint8_t *of)
{
	for (size_t i = 0; i < d->reading.claims.n; i++)
		count_claim(&d->coverage, d->reading.claims.at[i].figure, (standing)of[i]);
}

void coverage_of_one(arena *a, const relation_list *relations, audit_document *d)
{
	uint8_t *of = ARENA_ARRAY(a, uint8_t, d->reading.claims.n); /* a standing for each claim */
	for (size_t i = 0; i < relations->n; i++) {
		const relation *r = &relations->at[i];
		count_relation(&d->coverage, r);
		for (size_t k = 0; k < r->claim_count; k++)
			note_standing(of, r, k);
	}
	count_claims(d, of);
}

/* Counts r once in every document that it touches. */
static void count_in_documents(audit *au, const relation *r)
{
	for (size_t i = 0; i < r->claim_count; i++) {
		bool seen = false;
		for (size_t k = 0; k < i && !seen; k++)
			seen = r->claims[k].doc == r->claims[i].doc;
		if (!seen)
			count_relation(&au->documents[r->claims[i].doc].coverage, r);
	}
}

void coverage_count(audit *au)
{
	uint8_t **of = ARENA_ARRAY(au->arena, uint8_t *, au->document_count); /* a standing for each claim */
	for (size_t i = 0; i < au->document_count; i++) {
		of[i] = ARENA_ARRAY(au->arena, uint8_t, au->documents[i].reading.claims.n);
		if (au->documents[i].forgotten)
			add_relations(&au->coverage, &au->documents[i].coverage);
	}
	for (size_t i = 0; i < au->relation_count; i++) {
		const relation *r = &au->relations[i];
		count_relation(&au->coverage, r);
		count_in_documents(au, r);
		for (size_t k = 0; k < r->claim_count; k++)
			note_standing(of[r->claims[k].doc], r, k);
	}
	for (size_t i = 0; i < au->document_count; i++) {
		count_claims(&au->documents[i], of[i]);
		add_claims(&au->coverage, &au->documents[i].coverage);
	}
}
