/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reason/joint.h"

#include "base/limits.h"
#include "reason/lower.h"
#include "reason/verdict.h"
#include "rule/expr.h"

static bool is_certain(const relation *r)
{
	return r->binding.grade == GRADE_CERTAIN && !r->binding.agreed && r->rule->bind != BIND_ACROSS;
}

static bool stands_alone(const relation *r)
{
	bool holds = r->verdict == VERDICT_HOLDS || r->verdict == VERDICT_HOLDS_BY_ROUNDING || r->verdict == VERDICT_OPEN;
	return holds && is_certain(r);
}

/* What holds in a table is not asked again whether it holds together: its rounding is known too roughly for that. */
static bool may_contradict(const relation *r)
{
	return stands_alone(r) && !rule_reads_cells(r->rule);
}

static bool stands_or_fails(const relation *r)
{
	return stands_alone(r) || (r->verdict == VERDICT_FAILS && is_certain(r));
}

/* The conditions of some relations, in one reading. */
static void lower_all(lowering *l, const relation *const *relations, size_t n)
{
	for (size_t i = 0; i < n; i++)
		(void)lower_relation(l, relations[i]);
}

/* The relations that the core's conditions come from, each once. */
static size_t core_relations(const lowering *l, const core *c, const relation **out)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++) {
		const relation *r = l->sources.at[c->conditions[i]];
		if (!n || out[n - 1] != r) /* the conditions of one relation follow each other */
			out[n++] = r;
	}
	return n;
}

/* The relation that is added. */

static slice join_texts(arena *a, slice so_far, slice next)
{
	return so_far.len ? arena_printf(a, SLICE_FMT "; " SLICE_FMT, SLICE_ARG(so_far), SLICE_ARG(next)) : next;
}

static bool has_claim(const relation *r, claim_ref c)
{
	for (size_t i = 0; i < r->claim_count; i++)
		if (claim_ref_equal(r->claims[i], c))
			return true;
	return false;
}

static void bind_claims(arena *a, relation *r, const relation *const *parts, size_t n)
{
	size_t all = 0;
	for (size_t i = 0; i < n; i++)
		all += parts[i]->claim_count;
	const claim **claims = ARENA_ARRAY(a, const claim *, all);
	r->claims = ARENA_ARRAY(a, claim_ref, all);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < parts[i]->claim_count; k++) {
			if (has_claim(r, parts[i]->claims[k]))
				continue;
			claims[r->claim_count] = parts[i]->binding.claims[k];
			r->claims[r->claim_count++] = parts[i]->claims[k];
		}
	}
	binding_add_claims(a, &r->binding, (binding_var){.name = SLICE("figures")}, claims, r->claim_count);
}

/* What the parts say becomes the reasons of the link, and what the whole says. */
static void bind_reasons(arena *a, relation *r, relation_words *words, const relation *const *parts, size_t n, bool minimal)
{
	slice *reasons = ARENA_ARRAY(a, slice, n + 1);
	for (size_t i = 0; i < n; i++) {
		relation full = verdict_told(a, parts[i]);
		reasons[r->binding.reason_count++] =
			arena_printf(a, SLICE_FMT " " SLICE_FMT ": " SLICE_FMT, SLICE_ARG(full.rule->id), SLICE_ARG(full.rule->name),
		                 SLICE_ARG(relation_says(&full)->computed));
		words->computed = join_texts(a, words->computed, relation_says(&full)->computed);
		words->told = join_texts(a, words->told, relation_says(&full)->told);
	}
	if (!minimal)
		reasons[r->binding.reason_count++] = SLICE("perhaps not all of these are needed");
	r->binding.reasons = reasons;
}

/* `why`: of one that is not checked. */
static relation joint_relation(arena *a, const rule *rule_together, const relation *const *parts, size_t n, bool minimal,
                               slice why)
{
	const binding *first = &parts[0]->binding;
	relation r = {.rule = rule_together};
	r.binding = (binding){.rule = rule_together, .doc = first->doc, .scan = first->scan, .grade = GRADE_CERTAIN};
	bind_claims(a, &r, parts, n);
	relation_words *words = ARENA_NEW(a, relation_words);
	r.words = words;
	bind_reasons(a, &r, words, parts, n, minimal);
	words->check = expr_text(a, rule_together->check);
	evaluation ev = {.arena = a, .lex = first->scan->lex, .binding = &r.binding, .reading = READING_PLAIN};
	words->why = why;
	words->message = eval_message(rule_together->message, rule_together, &ev);
	return r;
}

/* A group that was found to hang together. */
typedef struct group {
	arena *arena;   /* of the relations */
	arena *scratch; /* of the trials */
	const rule *rule;
	const web *web;
	const relation **relations;
	size_t n;
} group;

static bool fails_generously(const group *g, const relation *const *parts, size_t n)
{
	network net = network_new(g->scratch);
	lowering l = {.network = &net, .reading = READING_GENEROUS};
	lower_all(&l, parts, n);
	return network_solve(&net, &(trial){.steps = LIMIT_REASON_STEPS}) == ANSWER_UNSATISFIABLE;
}

static bool any_vague(const relation *r)
{
	for (size_t i = 0; i < r->claim_count; i++)
		if (r->binding.claims[i]->figure->kind == FIGURE_VAGUE)
			return true;
	return false;
}

/* Whether a relation between some of r's claims alone fails by itself: then that is the finding. */
static bool is_told_already(const group *g, const relation *r)
{
	for (size_t i = 0; i < r->claim_count; i++) {
		size_t first = web_first_use(g->web, r->claims[i]), n = web_uses(g->web, r->claims[i]);
		for (size_t u = first; u < first + n; u++) {
			const relation *other = &g->web->relations[g->web->uses[u].relation];
			bool within = verdict_is_failure(other->verdict);
			for (size_t k = 0; k < other->claim_count && within; k++)
				within = has_claim(r, other->claims[k]);
			if (within)
				return true;
		}
	}
	return false;
}

/* Without a generous proof it may all be rounding: a note at most. */
static void tell_failure(const group *g, const lowering *l, relation_list *out)
{
	core c = network_core(l->network, LIMIT_REASON_STEPS);
	const relation **core_of = ARENA_ARRAY(g->scratch, const relation *, c.n);
	size_t n = core_relations(l, &c, core_of);
	relation r = joint_relation(g->arena, g->rule, core_of, n, c.minimal, (slice){0});
	if (is_told_already(g, &r))
		return;
	r.verdict = VERDICT_FAILS;
	r.fails_generous = fails_generously(g, core_of, n);
	r.blurred = !r.fails_generous || any_vague(&r);
	r.severity = verdict_severity(r.fails_generous, r.blurred, GRADE_CERTAIN, g->rule->severity);
	r.strong = true;
	VEC_PUSH(g->arena, *out, r);
}

/* A whole group, of which there is nothing to find. */
static void tell_group(const group *g, answer a, relation_list *out)
{
	slice why = {0};
	if (a == ANSWER_UNDECIDED)
		why = arena_printf(g->arena, "limit: not settled in %d steps", LIMIT_REASON_STEPS);
	relation r = joint_relation(g->arena, g->rule, g->relations, g->n, true, why);
	r.verdict = a == ANSWER_SATISFIABLE ? VERDICT_HOLDS : VERDICT_UNCHECKED;
	VEC_PUSH(g->arena, *out, r);
}

static void judge_group(const group *g, relation_list *out)
{
	network net = network_new(g->scratch);
	lowering l = {.network = &net, .reading = READING_PLAIN};
	lower_all(&l, g->relations, g->n);
	if (!l.sources.n || l.sources.at[0] == VEC_LAST(l.sources))
		return; /* of one relation: its own verdict says it */
	answer a = network_solve(&net, &(trial){.steps = LIMIT_REASON_STEPS});
	if (a == ANSWER_UNSATISFIABLE)
		tell_failure(g, &l, out);
	else
		tell_group(g, a, out);
}

void joint_find(arena *a, arena *scratch, const rule_set *rules, relation_list *relations)
{
	const rule_refs *together = &rules->by_binder[BIND_JOINT];
	if (!together->n || relations->n < 2)
		return;
	web w = web_new(scratch, relations->at, relations->n);
	bool *seen = ARENA_ARRAY(scratch, bool, w.n);
	relation_list found = {0};
	for (uint32_t i = 0; i < w.n; i++) {
		if (seen[i] || !may_contradict(&w.relations[i]))
			continue;
		arena_mark before = arena_here(scratch);
		relation_ids ids = {0};
		VEC_PUSH(scratch, ids, i);
		seen[i] = true;
		web_gather(scratch, &w, may_contradict, seen, LIMIT_REASON_RELATIONS, &ids);
		group g = {.arena = a, .scratch = scratch, .rule = together->at[0], .web = &w, .n = ids.n};
		g.relations = ARENA_ARRAY(scratch, const relation *, ids.n);
		for (size_t k = 0; k < ids.n; k++)
			g.relations[k] = &w.relations[ids.at[k]];
		if (g.n > 1)
			judge_group(&g, &found);
		arena_rewind(scratch, before);
	}
	for (size_t i = 0; i < found.n; i++)
		VEC_PUSH(a, *relations, found.at[i]);
}

bool joint_mends(arena *a, web *w, const relation *const *relations, size_t n, bool (*freed)(const void *ctx, claim_ref),
                 const void *ctx)
{
	bool *seen = ARENA_ARRAY(a, bool, w->n);
	relation_ids ids = {0};
	for (size_t i = 0; i < n; i++) {
		uint32_t id = (uint32_t)(relations[i] - w->relations);
		seen[id] = true;
		VEC_PUSH(a, ids, id);
	}
	web_gather(a, w, stands_or_fails, seen, LIMIT_REASON_RELATIONS, &ids);
	network net = network_new(a);
	lowering l = {.network = &net, .reading = READING_PLAIN};
	for (size_t i = 0; i < ids.n; i++)
		(void)lower_relation(&l, &w->relations[ids.at[i]]);
	bool *free_ones = ARENA_ARRAY(a, bool, l.claims.n);
	for (size_t i = 0; i < l.claims.n; i++)
		free_ones[i] = freed(ctx, l.claims.at[i]);
	return network_solve(&net, &(trial){.free = free_ones, .steps = LIMIT_REASON_STEPS}) != ANSWER_UNSATISFIABLE;
}
