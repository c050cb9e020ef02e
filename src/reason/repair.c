/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/repair.h"

#include "reason/edit.h"
#include "reason/verdict.h"

/* Slips of the pen come before another figure's number in the wrong place. */
enum { COST_SLIP = 1, COST_OTHER = 2, COST_NONE = 3 };

typedef struct search {
	arena *arena;
	const web *web;
	repair best;
	int cost; /* of the best */
	bool tie; /* another one costs as much */
} search;

typedef struct bound { /* a claim with its place in the audit */
	const claim *claim;
	claim_ref ref;
	const document *doc;
} bound;

static bound bound_at(const relation *r, size_t at)
{
	const binding *b = &r->binding;
	size_t i = 0;
	while (at >= b->vars[i].first + b->vars[i].n)
		i++;
	return (bound){b->claims[at], r->claims[at], b->vars[i].doc ? b->vars[i].doc : b->doc};
}

static slice literal(const bound *c)
{
	return document_text(c->doc, c->claim->figure->start, c->claim->figure->end);
}

/* Whether every relation that c takes part in holds with this number in its place. What could not be checked before says
 * nothing now. */
static bool holds_all(const search *s, const bound *c, rational number)
{
	for (size_t u = web_first_use(s->web, c->ref); u < s->web->use_count; u++) {
		if (!claim_ref_equal(s->web->uses[u].claim, c->ref))
			break;
		const relation *r = &s->web->relations[s->web->uses[u].relation];
		if (r->verdict != VERDICT_UNCHECKED && r->rule->bind != BIND_JOINT &&
		    verdict_with(s->arena, r->binding.scan->lex, r, c->claim, number) != TRUTH_TRUE)
			return false;
	}
	return true;
}

static void offer(search *s, int cost, const bound *c, slice to, slice what)
{
	if (cost > s->cost)
		return;
	s->tie = cost == s->cost;
	s->cost = cost;
	s->best = (repair){.found = true, .claim = c->ref, .from = literal(c), .to = to, .edit = what};
}

static void try_slips(search *s, const bound *c)
{
	const figure *f = c->claim->figure;
	edit_list edits = {0};
	edit_all(s->arena, literal(c), f->magnitude, &edits);
	for (size_t i = 0; i < edits.n; i++) {
		rational number = rational_multiply(figure_value(f), edits.at[i].factor, ROUND_UP);
		if (f->whole && !rational_is_integer(number))
			continue;
		if (holds_all(s, c, number))
			offer(s, COST_SLIP, c, edits.at[i].text, slice_of(edit_name(edits.at[i].kind)));
	}
}

/* c and d written in each other's place; only where no other relation has a say. */
static void try_exchange(search *s, const relation *r, const bound *c, const bound *d)
{
	if (web_uses(s->web, c->ref) > 1 || web_uses(s->web, d->ref) > 1 || c->claim->figure->kind != d->claim->figure->kind)
		return;
	if (verdict_exchanged(s->arena, r->binding.scan->lex, r, c->claim, d->claim) == TRUTH_TRUE)
		offer(s, COST_OTHER, c, literal(d), SLICE("two figures in each other's place"));
}

/* Of a hedged figure or a fraction in words too many numbers would do. */
static bool is_plain(const claim *c)
{
	const figure *f = c->figure;
	return f->has_value && !f->has_high && !f->words && f->hedge == HEDGE_NONE && f->kind != FIGURE_VAGUE &&
	       f->kind != FIGURE_DATE;
}

static bool all_plain(const relation *r)
{
	for (size_t i = 0; i < r->claim_count; i++)
		if (!is_plain(r->binding.claims[i]))
			return false;
	return true;
}

static void try_relation(search *s, const relation *r, const claim_ref *suspect)
{
	for (size_t i = 0; i < r->claim_count; i++) {
		bound c = bound_at(r, i);
		if (suspect && !claim_ref_equal(*suspect, c.ref))
			continue;
		try_slips(s, &c);
		for (size_t k = i + 1; k < r->claim_count && !suspect; k++) {
			bound d = bound_at(r, k);
			try_exchange(s, r, &c, &d);
		}
	}
}

repair repair_find(arena *a, const web *w, const relation *const *failing, size_t n, const claim_ref *suspect)
{
	search s = {.arena = a, .web = w, .cost = COST_NONE};
	if (n && (suspect || n == 1) && failing[0]->rule->bind != BIND_JOINT && all_plain(failing[0]))
		try_relation(&s, failing[0], suspect);
	return s.tie || !s.best.found ? (repair){0} : s.best;
}
