/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/finding.h"

#include "audit/fingerprint.h"
#include "base/limits.h"
#include "reason/repair.h"
#include "reason/suspect.h"

#include <stdlib.h>

typedef VEC(finding) finding_list;

/* One speaker who says the same number twice in the same kind of place is one voice. */
static bool same_voice(const void *ctx, claim_ref x, claim_ref y)
{
	const audit *au = ctx;
	const claim *a = audit_claim(au, x), *b = audit_claim(au, y);
	return x.doc == y.doc && a->role == b->role && slice_equal(claim_who(a), claim_who(b)) &&
	       a->figure->hedge == b->figure->hedge && rational_compare(figure_value(a->figure), figure_value(b->figure)) == 0;
}

static void add_figures(finding *f, const relation *r, bool core)
{
	for (size_t i = 0; i < r->claim_count; i++) {
		bool there = false;
		for (size_t k = 0; k < f->figure_count && !there; k++)
			there = claim_ref_equal(f->figures[k].claim, r->claims[i]);
		if (!there)
			f->figures[f->figure_count++] = (finding_figure){.claim = r->claims[i], .core = core};
	}
}

static int place_compare(const audit *au, claim_ref a, claim_ref b)
{
	if (a.doc != b.doc)
		return a.doc < b.doc ? -1 : 1;
	uint32_t x = audit_claim(au, a)->figure->start, y = audit_claim(au, b)->figure->start;
	return (x > y) - (x < y);
}

static void sort_figures(const audit *au, finding *f)
{
	for (size_t i = 1; i < f->figure_count; i++)
		for (size_t k = i; k > 0 && place_compare(au, f->figures[k - 1].claim, f->figures[k].claim) > 0; k--) {
			finding_figure swap = f->figures[k];
			f->figures[k] = f->figures[k - 1];
			f->figures[k - 1] = swap;
		}
}

/* Which figures stand on which side: the suspect's set is what is stated, the others are what it is held against. */
static void assign_roles(finding *f, const relation *core)
{
	const relation_words *said = relation_says(core);
	f->stated = said->stated;
	f->computed = said->expected;
	bool suspect_right = f->suspect && core->claim_count == 2 && claim_ref_equal(core->claims[1], *f->suspect);
	if (suspect_right) {
		f->stated = said->expected;
		f->computed = said->stated;
	}
	const claim_ref *stated = f->suspect ? f->suspect : core->claim_count == 2 ? &core->claims[0] : NULL;
	for (size_t i = 0; i < f->figure_count; i++)
		f->figures[i].computed = stated && !claim_ref_equal(f->figures[i].claim, *stated);
}

static const relation *core_of(const component *part)
{
	const relation *core = part->relations[0];
	for (size_t i = 1; i < part->n; i++) {
		const relation *r = part->relations[i];
		if (r->severity > core->severity || (r->severity == core->severity && r->claim_count < core->claim_count))
			core = r;
	}
	return core;
}

static slice suspect_why(audit *au, size_t mended)
{
	return mended == 1   ? SLICE("with any other left out, what is said of the rest does not hold")
	       : mended == 2 ? SLICE("the only one whose removal mends both")
	                     : arena_printf(au->arena, "the only one whose removal mends all %zu", mended);
}

static void add_repair(audit *au, finding *f, const web *w, const component *part)
{
	repair mended = repair_find(au->arena, w, part->relations, part->n, f->suspect);
	if (!mended.found)
		return;
	claim_ref *where = ARENA_NEW(au->arena, claim_ref);
	*where = mended.claim;
	f->repair.claim = where;
	f->repair.from = mended.from;
	f->repair.to = mended.to;
	f->repair.edit = mended.edit;
}

static void add_finding(audit *au, finding_list *out, const web *w, const component *part)
{
	const relation *core = core_of(part);
	if (core->severity == SEVERITY_NONE)
		return;
	finding f = {.rule = core->rule, .severity = core->severity, .verdict = core->verdict, .relation = core};
	f.message = relation_says(core)->message;
	f.gap = relation_says(core)->gap;
	size_t figures = 0;
	for (size_t i = 0; i < part->n; i++)
		figures += part->relations[i]->claim_count;
	f.figures = ARENA_ARRAY(au->arena, finding_figure, figures);
	add_figures(&f, core, true);
	for (size_t i = 0; i < part->n; i++)
		if (part->relations[i]->severity > SEVERITY_NONE)
			add_figures(&f, part->relations[i], false);
	sort_figures(au, &f);
	if (part->has_suspect) {
		claim_ref *suspect = ARENA_NEW(au->arena, claim_ref);
		*suspect = part->suspect;
		f.suspect = suspect;
		f.suspect_why = suspect_why(au, part->n);
	}
	assign_roles(&f, core);
	add_repair(au, &f, w, part);
	VEC_PUSH(au->arena, *out, f);
}

/* Pairs of one measure that disagree hang together; other relations do so only where one figure spoils them all. */
static bool one_finding(const component *part)
{
	const rule *r = part->relations[0]->rule;
	return part->has_suspect || rule_compares_tellings(r) || r->bind == BIND_RATES;
}

static int finding_compare(const void *p, const void *q, void *ctx)
{
	const finding *a = p, *b = q;
	const audit *au = ctx;
	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	int by_place = place_compare(au, a->figures[0].claim, b->figures[0].claim);
	return by_place ? by_place : slice_compare(a->rule->id, b->rule->id);
}

static bool any_failure(const audit *au)
{
	for (size_t i = 0; i < au->relation_count; i++)
		if (verdict_is_failure(au->relations[i].verdict))
			return true;
	return false;
}

/* One cause, one finding: what two rules say of the same figures is told by the stronger, and that it spoils a third figure's
 * relation to them is no second mistake. */

typedef VEC(size_t) finding_refs;

static bool holds_figure(const finding *f, claim_ref c)
{
	for (size_t i = 0; i < f->figure_count; i++)
		if (f->figures[i].core && claim_ref_equal(f->figures[i].claim, c))
			return true;
	return false;
}

static size_t core_size(const finding *f)
{
	size_t n = 0;
	for (size_t i = 0; i < f->figure_count; i++)
		n += f->figures[i].core;
	return n;
}

/* Whether each figure of x's core is in y's. */
static bool is_within(const finding *x, const finding *y)
{
	for (size_t i = 0; i < x->figure_count; i++)
		if (x->figures[i].core && !holds_figure(y, x->figures[i].claim))
			return false;
	return true;
}

static bool is_stronger(const finding *x, const finding *y)
{
	if (x->severity != y->severity)
		return x->severity > y->severity;
	size_t nx = core_size(x), ny = core_size(y);
	return nx != ny ? nx < ny : slice_compare(x->rule->id, y->rule->id) < 0;
}

static void **findings_of(audit *au, table *by_claim, claim_ref c)
{
	return table_at(by_claim, arena_printf(au->arena, "%u#%u", c.doc, c.claim));
}

/* Marks in told[] the weaker of x and every finding that stands under one of x's figures, where one core lies in the other. */
static void mark_told(audit *au, table *by_claim, const finding_list *list, size_t x, bool *told)
{
	const finding *f = &list->at[x];
	for (size_t i = 0; i < f->figure_count; i++) {
		const finding_refs *others = f->figures[i].core ? *findings_of(au, by_claim, f->figures[i].claim) : NULL;
		for (size_t k = 0; others && k < others->n && k < LIMIT_TOLD_TWICE; k++) {
			const finding *g = &list->at[others->at[k]];
			if (g->rule == f->rule || (!is_within(f, g) && !is_within(g, f)))
				continue;
			told[is_stronger(f, g) ? others->at[k] : x] = true;
		}
	}
}

static void drop_told(audit *au, finding_list *list)
{
	table by_claim = table_new(au->arena, list->n * 4);
	bool *told = ARENA_ARRAY(au->arena, bool, list->n);
	for (size_t i = 0; i < list->n; i++) {
		mark_told(au, &by_claim, list, i, told);
		for (size_t k = 0; k < list->at[i].figure_count; k++) {
			if (!list->at[i].figures[k].core)
				continue;
			void **at = findings_of(au, &by_claim, list->at[i].figures[k].claim);
			if (!*at)
				*at = ARENA_NEW(au->arena, finding_refs);
			finding_refs *refs = *at;
			VEC_PUSH(au->arena, *refs, i);
		}
	}
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		if (!told[i])
			list->at[n++] = list->at[i];
	list->n = n;
}

void finding_collect(audit *au)
{
	if (!any_failure(au))
		return;
	web w = web_new(au->arena, au->relations, au->relation_count);
	component_list parts = {0};
	suspect_components(au->arena, &w, &(voices){same_voice, au}, &parts);
	finding_list list = {0};
	for (size_t i = 0; i < parts.n; i++) {
		const component *part = &parts.at[i];
		if (one_finding(part)) {
			add_finding(au, &list, &w, part);
			continue;
		}
		for (size_t k = 0; k < part->n; k++) {
			component alone = {.relations = &part->relations[k], .n = 1};
			add_finding(au, &list, &w, &alone);
		}
	}
	if (list.n > 1)
		drop_told(au, &list);
	if (list.n)
		qsort_r(list.at, list.n, sizeof *list.at, finding_compare, au);
	for (size_t i = 0; i < list.n; i++)
		list.at[i].id = arena_printf(au->arena, "F-%02zu", i + 1);
	au->findings = list.at;
	au->finding_count = list.n;
	fingerprint_all(au);
}
