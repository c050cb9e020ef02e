/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/bind.h"

#include "base/limits.h"
#include "relate/dateline.h"
#include "relate/told_before.h"

/* Links that grammar tells: "more than 160 functionaries ..., 110 of which ... and 40 have been convicted". */

static void add_part(arena *a, const link_type *type, const claim *part, const claim *whole, slice reason, link_list *out)
{
	VEC_PUSH(a, *out, link_of_two(a, type, (int32_t)part->index, (int32_t)whole->index, reason));
}

/* The claim whose noun c borrows, beyond those that are parts of it themselves; NULL if it borrows none. */
static const claim *lender(const claim_list *claims, const claim *c)
{
	const claim *at = c;
	if (c->partitive && c->elided_from >= 0 && (size_t)c->elided_from < claims->n)
		return &claims->at[c->elided_from]; /* "110 voted, 90 of them by post": of the nearest */
	for (int steps = 0; steps < 8 && at->elided_from >= 0 && (size_t)at->elided_from < claims->n; steps++) {
		if (at != c && !at->partitive)
			break; /* "0 of 8 passed" after "a band of 6" */
		at = &claims->at[at->elided_from];
	}
	return at == c ? NULL : at;
}

/* Whether another quantity that borrows no noun stands between a whole and its part: then "of them" may be of that one. */
static bool parted(const claim_list *claims, const claim *whole, const claim *part)
{
	for (uint32_t i = whole->index + 1; i < part->index; i++) {
		const claim *c = &claims->at[i];
		if (figure_is_amount(c->figure->kind) && c->elided_from < 0)
			return true;
	}
	return false;
}

/* Whether a conjunct begins with the figure: "and 40 were convicted", but not "and sold 40". */
static bool begins_conjunct(const list_words *w, const sentence *s, const claim *c)
{
	uint32_t i = c->token;
	while (i > 0 && s->tokens[i - 1].start >= c->figure->full_start)
		i--;
	const token *before = i > 0 ? &s->tokens[i - 1] : NULL;
	return !before || before->kind == TOKEN_PUNCT || word_in(before->word, w->joiner);
}

/* "eight or ten of them", "one, ten or fifty of them": nothing but a joiner parts the two, so that one is told instead of the other. */
static bool is_alternative(const list_words *w, const sentence *s, const claim *whole, const claim *part)
{
	uint32_t joiners = 0;
	for (uint32_t i = part->token; i > whole->token + 1; i--) {
		const token *k = &s->tokens[i - 1];
		if (k->kind == TOKEN_FIGURE || k->kind == TOKEN_PUNCT || k->start < whole->figure->end)
			continue;
		if (!word_in(k->word, w->joiner) && !word_in(k->word, w->range_to))
			return false;
		joiners++;
	}
	return joiners > 0;
}

/* In one sentence, after a figure "of which", every further figure that borrows the same noun is a part too. */
static void add_elided_parts(arena *a, const link_type *type, const list_words *w, const reading_of *doc, const sentence *s,
                             link_list *out)
{
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &doc->claims.at[s->first_figure + i];
		const claim *whole = lender(&doc->claims, c);
		if (!whole || whole->sentence != c->sentence || whole->index > c->index || !figure_is_amount(c->figure->kind) ||
		    !figure_is_amount(whole->figure->kind) || parted(&doc->claims, whole, c))
			continue; /* "9 of 36" is no list of parts: a pattern's */
		if (is_alternative(w, s, whole, c))
			continue;
		if (c->partitive) {
			add_part(a, type, c, whole, SLICE("of which"), out);
			continue;
		}
		for (uint32_t k = 0; k < i; k++) {
			const claim *before = &doc->claims.at[s->first_figure + k];
			bool of_this = before->elided_from == (int32_t)c->index;       /* "(77% of 294 in the town)": its own whole */
			bool part = before->partitive && before->index > whole->index; /* "4 of 6" is no list of parts */
			if (part && !of_this && begins_conjunct(w, s, c) && lender(&doc->claims, before) == whole) {
				add_part(a, type, c, whole, SLICE("its noun is that of the parts before it"), out);
				break;
			}
		}
	}
}

/* One link told by several patterns counts once, with the best grade. */

static bool same_link(const link_match *x, const link_match *y)
{
	bool same = x->type == y->type && x->n == y->n;
	for (size_t i = 0; same && i < x->n; i++)
		same = x->figures[i].var == y->figures[i].var && x->figures[i].claim == y->figures[i].claim;
	return same;
}

static void drop_repeats(link_list *links)
{
	size_t n = 0;
	for (size_t i = 0; i < links->n; i++) {
		const link_match *m = &links->at[i];
		size_t k = 0;
		while (k < n && !same_link(&links->at[k], m))
			k++;
		if (k == n)
			links->at[n++] = *m;
		else if (links->at[k].grade < m->grade)
			links->at[k] = *m;
	}
	links->n = n;
}

/* Solving a join. */

typedef struct variable { /* of the rule, while solving */
	slice name;
	int32_t claim; /* of a single one, -1: not yet */
	bool many;
} variable;

typedef struct solver {
	arena *arena;
	const rule *rule;
	const reading_of *doc;
	const link_list *links;
	binding_list *out;
	variable vars[RULE_VARS];
	size_t var_count;
	const link_match *chosen[RULE_VARS]; /* for each join */
	size_t steps;
} solver;

static size_t variable_of(solver *s, slice name, bool many)
{
	for (size_t i = 0; i < s->var_count; i++) {
		if (slice_equal(s->vars[i].name, name)) {
			s->vars[i].many = s->vars[i].many || many;
			return i;
		}
	}
	if (s->var_count == RULE_VARS)
		return RULE_VARS - 1;
	s->vars[s->var_count] = (variable){name, -1, many};
	return s->var_count++;
}

/* An argument named twice in one join collects all its figures, like one with a star. */
static bool named_again(const join *j, size_t i)
{
	for (size_t k = 0; k < j->type->var_count; k++) {
		if (k != i && slice_equal(j->args[k], j->args[i]))
			return true;
	}
	return false;
}

static bool has_star(const join *j)
{
	for (size_t i = 0; i < j->type->var_count; i++) {
		if (j->many[i])
			return true;
	}
	return false;
}

/* Whether two links of a join with a star agree on everything but its starred arguments. */
static bool one_group(const solver *s, const join *j, const link_match *x, const link_match *y)
{
	if (x->type != y->type)
		return false;
	for (size_t i = 0; i < j->type->var_count; i++) {
		size_t v = 0;
		while (v < s->var_count && !slice_equal(s->vars[v].name, j->args[i]))
			v++;
		if (v < s->var_count && !s->vars[v].many && link_claim(x, i) != link_claim(y, i))
			return false;
	}
	return true;
}

/* A group is solved once: by its first link. */
static bool leads_group(const solver *s, const join *j, const link_match *m)
{
	for (const link_match *other = s->links->at; other < m; other++) {
		if (one_group(s, j, other, m))
			return false;
	}
	return true;
}

/* Whether the solution rests on link m for join j: it was chosen, or a star collects it. */
static bool counts_for(const solver *s, size_t j, const link_match *m)
{
	const join *one = &s->rule->joins[j];
	return m == s->chosen[j] || (has_star(one) && one_group(s, one, m, s->chosen[j]));
}

typedef VEC(int32_t) claim_indices;

static void collect_claims(const solver *s, const join *j, const link_match *m, slice name, claim_indices *out)
{
	for (size_t i = 0; i < m->n; i++) {
		if (!slice_equal(j->args[m->figures[i].var], name))
			continue;
		int32_t index = m->figures[i].claim;
		size_t k = 0;
		while (k < out->n && out->at[k] != index)
			k++;
		if (k == out->n)
			VEC_PUSH(s->arena, *out, index);
	}
}

/* All figures of a variable that collects, in the order of the text. */
static void bind_many(const solver *s, binding *b, const variable *v)
{
	claim_indices claims = {0};
	for (size_t j = 0; j < s->rule->join_count; j++) {
		const join *one = &s->rule->joins[j];
		for (size_t i = 0; i < s->links->n; i++) {
			const link_match *m = &s->links->at[i];
			if (counts_for(s, j, m))
				collect_claims(s, one, m, v->name, &claims);
		}
	}
	for (size_t i = 1; i < claims.n; i++) {
		for (size_t k = i; k > 0 && claims.at[k - 1] > claims.at[k]; k--) {
			int32_t swap = claims.at[k];
			claims.at[k] = claims.at[k - 1];
			claims.at[k - 1] = swap;
		}
	}
	bind_variable(s->arena, b, s->doc, v->name, claims.at, claims.n);
}

static bool tells_all_of(const link_match *more, const link_match *less)
{
	for (size_t i = 0; i < less->n; i++) {
		size_t k = 0;
		while (k < more->n &&
		       (more->figures[k].var != less->figures[i].var || more->figures[k].claim != less->figures[i].claim))
			k++;
		if (k == more->n)
			return false;
	}
	return true;
}

/* Whether link m tells less than another of its type: the same figures, but one of them left out. */
static bool tells_less(const solver *s, const link_match *m)
{
	for (size_t i = 0; i < s->links->n; i++) {
		const link_match *other = &s->links->at[i];
		if (other->type == m->type && other->n > m->n && tells_all_of(other, m))
			return true;
	}
	return false;
}

/* A relation that lacks a figure is formed, to be told as unchecked, only where its rule says so. */
static bool may_lack_figure(const solver *s)
{
	bool may = s->rule->unchecked_note.len > 0;
	for (size_t j = 0; may && j < s->rule->join_count; j++)
		may = !tells_less(s, s->chosen[j]);
	return may;
}

static void add_solution(solver *s)
{
	link_grade grade = GRADE_CERTAIN;
	for (size_t j = 0; j < s->rule->join_count; j++) {
		for (size_t i = 0; i < s->links->n; i++) {
			if (counts_for(s, j, &s->links->at[i]) && s->links->at[i].grade < grade)
				grade = s->links->at[i].grade;
		}
	}
	binding b = bind_start(s->rule, s->doc, grade);
	for (size_t i = 0; i < s->var_count; i++) {
		if (s->vars[i].many)
			bind_many(s, &b, &s->vars[i]);
		else if (s->vars[i].claim >= 0)
			bind_variable(s->arena, &b, s->doc, s->vars[i].name, &s->vars[i].claim, 1);
	}
	if (!bind_is_whole(s->arena, s->doc->scan.lex, &b) && !may_lack_figure(s))
		return;
	for (size_t j = 0; j < s->rule->join_count; j++) {
		for (size_t i = 0; i < s->links->n; i++) {
			if (counts_for(s, j, &s->links->at[i]))
				bind_reason(s->arena, &b, s->links->at[i].reason);
		}
		b.agreed = b.agreed || s->chosen[j]->agreed;
	}
	VEC_PUSH(s->arena, *s->out, b);
}

static void solve(solver *s, size_t j);

/* Takes link m for join j if it agrees with what is bound already, and goes on. */
static void try_link(solver *s, size_t j, const link_match *m)
{
	const join *one = &s->rule->joins[j];
	int32_t before[RULE_VARS];
	for (size_t i = 0; i < RULE_VARS; i++)
		before[i] = s->vars[i].claim;
	bool agrees = true;
	for (size_t i = 0; agrees && i < one->type->var_count; i++) {
		variable *v = &s->vars[variable_of(s, one->args[i], false)];
		int32_t index = v->many ? -1 : link_claim(m, i);
		if (index < 0)
			continue;
		agrees = v->claim < 0 || v->claim == index;
		v->claim = index;
	}
	if (agrees && (!has_star(one) || leads_group(s, one, m))) {
		s->chosen[j] = m;
		solve(s, j + 1);
	}
	for (size_t i = 0; i < RULE_VARS; i++)
		s->vars[i].claim = before[i];
}

static void solve(solver *s, size_t j)
{
	if (j == s->rule->join_count) {
		add_solution(s);
		return;
	}
	for (size_t i = 0; i < s->links->n && ++s->steps <= LIMIT_MATCH_STEPS; i++) {
		if (s->links->at[i].type == s->rule->joins[j].type)
			try_link(s, j, &s->links->at[i]);
	}
}

static bool all_types_present(const rule *r, const link_list *links)
{
	for (size_t j = 0; j < r->join_count; j++) {
		size_t i = 0;
		while (i < links->n && links->at[i].type != r->joins[j].type)
			i++;
		if (i == links->n)
			return false;
	}
	return r->join_count > 0;
}

static void solve_rule(arena *a, const rule *r, const reading_of *doc, const link_list *links, binding_list *out)
{
	solver s = {.arena = a, .rule = r, .doc = doc, .links = links, .out = out};
	for (size_t i = 0; i < RULE_VARS; i++)
		s.vars[i].claim = -1;
	for (size_t j = 0; j < r->join_count; j++) {
		const join *one = &r->joins[j];
		for (size_t i = 0; i < one->type->var_count; i++)
			variable_of(&s, one->args[i], one->many[i] || one->type->several[i] || named_again(one, i));
	}
	solve(&s, 0);
}

/* The rules that wait for a link of the sentence, each once, in order of id. */
static rule_refs rules_for(arena *a, const rule_set *rules, const link_list *links)
{
	rule_refs out = {0};
	for (size_t i = 0; i < links->n; i++) {
		bool seen = false;
		for (size_t k = 0; k < i && !seen; k++)
			seen = links->at[k].type == links->at[i].type;
		const rule_refs *waiting = &rules->by_link[links->at[i].type->number];
		for (size_t k = 0; k < waiting->n && !seen; k++)
			if (waiting->at[k]->bind == BIND_LINKS)
				VEC_PUSH(a, out, waiting->at[k]);
	}
	for (size_t i = 1; i < out.n; i++)
		for (size_t k = i; k > 0 && out.at[k - 1] > out.at[k]; k--) {
			const rule *swap = out.at[k];
			out.at[k] = out.at[k - 1];
			out.at[k - 1] = swap;
		}
	return out;
}

void bind_links(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                link_list *links, binding_list *out)
{
	const link_type *part_of = bind_link_type(rules, SLICE("part-of"));
	if (part_of)
		add_elided_parts(a, part_of, w, doc, s, links);
	dateline_links(a, rules, doc, s, links);
	told_before_link(a, rules, w, doc, s, links);
	if (!links->n)
		return;
	drop_repeats(links);
	rule_refs waiting = rules_for(a, rules, links);
	for (size_t i = 0; i < waiting.n; i++)
		if (all_types_present(waiting.at[i], links))
			solve_rule(a, waiting.at[i], doc, links, out);
}
