/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/same.h"

#include "base/limits.h"
#include "relate/decided.h"
#include "relate/headline.h"
#include "relate/measure.h"
#include "relate/same_pair.h"

typedef VEC(const claim *) claim_group;

static bool leads(const claim *c)
{
	return c->role == ROLE_HEADLINE || c->role == ROLE_LEAD;
}

/* In a headline or lead a quantity is told once: two of one noun and class there are two quantities. */
static bool only_one_in_role(const claim_group *group, const claim *c)
{
	for (size_t i = 0; i < group->n; i++) {
		const claim *other = group->at[i];
		if (other != c && other->role == c->role && measure_alike(c, other))
			return false;
	}
	return true;
}

/* Headline and lead tell one event; a quotation or later sentence must also share a word, a told time or a told place. */
static link_grade grade_of_news(const claim_group *group, const claim *x, const claim *y, const likeness *l)
{
	if (l->contrary || l->when == SCOPE_DIFFERS || l->where == SCOPE_DIFFERS)
		return GRADE_POSSIBLE;
	if ((leads(x) && !only_one_in_role(group, x)) || (leads(y) && !only_one_in_role(group, y)))
		return GRADE_POSSIBLE;
	if (leads(x) && leads(y))
		return GRADE_CERTAIN;
	bool told_time = l->when == SCOPE_EQUAL && x->when_told && y->when_told;
	if (!l->shared && !told_time && l->where != SCOPE_EQUAL)
		return GRADE_POSSIBLE;
	return x->role == ROLE_BODY || y->role == ROLE_BODY ? GRADE_PROBABLE : GRADE_CERTAIN;
}

static bool adjacent(const claim *x, const claim *y)
{
	return x->block <= y->block + 1 && y->block <= x->block + 1;
}

/* Two sentences of the body must say the same words of the noun and stand in the same time and place. */
static link_grade grade_of_body(const claim *x, const claim *y, const likeness *l)
{
	if (l->contrary || l->shared < 2 || !slice_equal(claim_section(x), claim_section(y)))
		return GRADE_POSSIBLE;
	bool told = l->when == SCOPE_EQUAL && l->where == SCOPE_EQUAL;
	bool silent = (l->when == SCOPE_ABSENT || l->when == SCOPE_EQUAL) && l->where == SCOPE_ABSENT && adjacent(x, y);
	if (!told && !silent)
		return GRADE_POSSIBLE;
	return l->same_words && told ? GRADE_CERTAIN : GRADE_PROBABLE;
}

/* Equal ordinals of one series ("the 10th conference" twice) agree; unequal ones are two events and are never joined. */
static link_grade grade_of_ordinals(const claim *x, const claim *y, const likeness *l)
{
	bool equal = rational_compare(figure_value(x->figure), figure_value(y->figure)) == 0;
	return equal && l->shared >= 2 ? GRADE_CERTAIN : GRADE_POSSIBLE;
}

static link_grade grade_of(const claim_group *group, const claim *x, const claim *y, const likeness *l)
{
	if (x->figure->kind == FIGURE_ORDINAL)
		return grade_of_ordinals(x, y, l);
	if (x->sentence == y->sentence && x->role == y->role)
		return GRADE_POSSIBLE;
	return leads(x) || leads(y) ? grade_of_news(group, x, y, l) : grade_of_body(x, y, l);
}

static void pair_group(same_pairing *p, const claim_group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		for (size_t k = i + 1; k < group->n; k++) {
			const claim *x = group->at[i], *y = group->at[k];
			if (p->pairs++ >= LIMIT_GROUP_PAIRS)
				return;
			if (!measure_alike(x, y) || decided_on(p->rules, p->doc, x, p->doc, y))
				continue;
			if (headline_keeps_apart(p->doc, x, y))
				continue;
			likeness l = measure_compare(x, y);
			link_grade grade = grade_of(group, x, y, &l);
			if (grade > GRADE_POSSIBLE)
				same_add_pair(p, same_two_speakers(x, y) ? BIND_DISPUTE : BIND_SAME, x, y, grade, &l);
		}
	}
}

typedef VEC(claim_group *) group_list;

/* Of the claims that `may` hold for, by the lemma of their noun, in order of first sight. */
static void group_by_noun(arena *a, table *by_noun, group_list *groups, const claim_list *claims,
                          bool (*may)(const claim *c))
{
	for (size_t i = 0; i < claims->n; i++) {
		const claim *c = &claims->at[i];
		if (!may(c))
			continue;
		void **at = table_at(by_noun, word_text(word_lemma(c->measure->head)));
		if (!*at) {
			*at = ARENA_NEW(a, claim_group);
			VEC_PUSH(a, *groups, *at);
		}
		claim_group *group = *at;
		VEC_PUSH(a, *group, c);
	}
}

static bool can_be_settled(const claim *c)
{
	const figure *f = c->figure;
	bool quantity = figure_is_quantity(f->kind);
	return quantity && f->base != BASE_VAGUE && f->has_value && c->mode == MODE_ASSERTED;
}

/* Claims of these documents that a decision joins, whatever their nouns. Nothing to do without decisions. */
static void pair_settled(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out,
                         match_limits *met)
{
	claim_group group = {0};
	for (size_t i = 0; i < n && rules->decided_count; i++)
		for (size_t k = 0; k < docs[i]->claims.n; k++) {
			const claim *c = &docs[i]->claims.at[k];
			if (can_be_settled(c) && decided_concerns(rules, docs[i], c))
				VEC_PUSH(a, group, c);
		}
	size_t pairs = 0;
	for (size_t i = 0; i < group.n; i++) {
		const claim *x = group.at[i];
		const reading_of *dx = bind_owner(docs, n, x);
		for (size_t k = i + 1; k < group.n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++) {
			const claim *y = group.at[k];
			const reading_of *dy = bind_owner(docs, n, y);
			if (!dx || !dy || (n > 1) != (dx != dy) || x->figure->kind != y->figure->kind ||
			    !slice_equal(figure_unit(x->figure)->dimension, figure_unit(y->figure)->dimension) ||
			    decided_on(rules, dx, x, dy, y) != DECIDED_SAME)
				continue;
			same_pairing p = {.arena = a, .rules = rules, .doc = dx, .other = dy, .out = out};
			same_add_pair(&p, n > 1 ? BIND_ACROSS : BIND_SAME, x, y, GRADE_CERTAIN, NULL);
		}
	}
	if (pairs >= LIMIT_GROUP_PAIRS)
		*met |= 1U << MET_GROUP_PAIRS;
}

void bind_same(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out, match_limits *met)
{
	if (!rules->by_binder[BIND_SAME].n && !rules->by_binder[BIND_DISPUTE].n)
		return;
	table by_noun = table_new(a, 64);
	group_list groups = {0};
	group_by_noun(a, &by_noun, &groups, &doc->claims, measure_can_repeat);
	for (size_t i = 0; i < groups.n; i++) {
		same_pairing p = {.arena = a, .rules = rules, .doc = doc, .other = doc, .out = out};
		pair_group(&p, groups.at[i]);
		if (p.pairs >= LIMIT_GROUP_PAIRS)
			*met |= 1U << MET_GROUP_PAIRS;
	}
	headline_pairs(&(same_pairing){.arena = a, .rules = rules, .doc = doc, .other = doc, .out = out});
	pair_settled(a, rules, &doc, 1, out, met);
}

/* A period is closed for a document that was written after its end: later reports cannot update it. */
static bool closed_for(const claim *c, const reading_of *doc)
{
	return doc->dated.year && date_compare(claim_when(c).to, doc->dated) < 0;
}

enum { CROSS_WORDS = 2 }; /* that two documents must both say of the noun */

/* Whether enough is told of it to know it again in another document. */
static bool can_cross(const claim *c)
{
	return c->figure->kind != FIGURE_ORDINAL && c->when_told && claim_where_key(c).len && measure_can_repeat(c) &&
	       c->measure->modifier_count + c->measure->complement_count >= CROSS_WORDS;
}

bool same_may_cross(const rule_set *rules, const reading_of *doc)
{
	bool any = false;
	for (size_t i = 0; i < doc->claims.n && !any && rules->by_binder[BIND_ACROSS].n; i++) {
		const claim *c = &doc->claims.at[i];
		any = can_cross(c) || (rules->decided_count && can_be_settled(c) && decided_concerns(rules, doc, c));
	}
	return any;
}

/* Two documents need all of it: two words said of the noun by both, and an equal told time and place. While the period still
 * runs, a later document may count more: then only documents of one day are compared. */
static link_grade grade_across(const claim *x, const reading_of *dx, const claim *y, const reading_of *dy, const likeness *l)
{
	if (l->contrary || l->shared < CROSS_WORDS || l->when != SCOPE_EQUAL || l->where != SCOPE_EQUAL ||
	    same_two_speakers(x, y))
		return GRADE_POSSIBLE;
	bool same_day = dx->dated.year && date_compare(dx->dated, dy->dated) == 0;
	if (!same_day && !(closed_for(x, dx) && closed_for(y, dy)))
		return GRADE_POSSIBLE;
	return l->same_words ? GRADE_CERTAIN : GRADE_PROBABLE;
}

void bind_across(arena *a, const rule_set *rules, const reading_of *const *docs, size_t n, binding_list *out,
                 match_limits *met)
{
	if (n < 2 || !rules->by_binder[BIND_ACROSS].n)
		return;
	table by_noun = table_new(a, 256);
	group_list groups = {0};
	for (size_t i = 0; i < n; i++)
		group_by_noun(a, &by_noun, &groups, &docs[i]->claims, can_cross);
	for (size_t g = 0; g < groups.n; g++) {
		const claim_group *group = groups.at[g];
		size_t pairs = 0;
		for (size_t i = 0; i < group->n && pairs < LIMIT_GROUP_PAIRS; i++) {
			const reading_of *dx = bind_owner(docs, n, group->at[i]);
			for (size_t k = i + 1; k < group->n && pairs < LIMIT_GROUP_PAIRS; k++, pairs++) {
				const claim *x = group->at[i], *y = group->at[k];
				const reading_of *dy = bind_owner(docs, n, y);
				if (!dx || !dy || dx == dy || !measure_alike(x, y) || decided_on(rules, dx, x, dy, y))
					continue;
				likeness l = measure_compare(x, y);
				link_grade grade = grade_across(x, dx, y, dy, &l);
				same_pairing p = {.arena = a, .rules = rules, .doc = dx, .other = dy, .out = out};
				if (grade > GRADE_POSSIBLE)
					same_add_pair(&p, BIND_ACROSS, x, y, grade, &l);
			}
		}
		if (pairs >= LIMIT_GROUP_PAIRS)
			*met |= 1U << MET_GROUP_PAIRS;
	}
	pair_settled(a, rules, docs, n, out, met);
}
