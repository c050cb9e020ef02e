/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/bind.h"

#include "rule/expr.h"

enum { MOST_REASONS = 8 };

const link_type *bind_link_type(const rule_set *rules, slice name)
{
	const link_type *t = table_get(rules->link_names, name);
	return t && t->var_count == 2 ? t : NULL;
}

const reading_of *bind_owner(const reading_of *const *docs, size_t n, const claim *c)
{
	for (size_t i = 0; i < n; i++)
		if (docs[i]->claims.n && c >= docs[i]->claims.at && c < docs[i]->claims.at + docs[i]->claims.n)
			return docs[i];
	return NULL;
}

binding bind_start(const rule *r, const reading_of *doc, link_grade grade)
{
	return (binding){.rule = r, .doc = doc->doc, .scan = &doc->scan, .grade = grade < r->grade ? grade : r->grade};
}

void bind_variable(arena *a, binding *b, const reading_of *doc, slice name, const int32_t *claims, size_t n)
{
	const claim **bound = ARENA_ARRAY(a, const claim *, n ? n : 1);
	for (size_t i = 0; i < n; i++)
		bound[i] = &doc->claims.at[claims[i]];
	binding_add_claims(a, b, (binding_var){.name = name}, bound, n);
}

void bind_reason(arena *a, binding *b, slice reason)
{
	if (!reason.len || b->reason_count == MOST_REASONS)
		return;
	for (size_t i = 0; i < b->reason_count; i++) {
		if (slice_equal(b->reasons[i], reason))
			return;
	}
	slice *longer = ARENA_ARRAY(a, slice, b->reason_count + 1);
	for (size_t i = 0; i < b->reason_count; i++)
		longer[i] = b->reasons[i];
	longer[b->reason_count++] = reason;
	b->reasons = longer;
}

static bool is_bound(const binding *b, slice name)
{
	const binding_var *v = binding_find(b, name);
	return v && (v->n || v->values);
}

/* Only the branch of an `if` that is taken counts. */
static bool needed_are_bound(evaluation *ev, const expr *e)
{
	if (e->op == EXPR_VARIABLE)
		return is_bound(ev->binding, e->name);
	if (e->op == EXPR_CALL && !e->function->call) {
		if (e->n == 1) /* has() asks just that */
			return true;
		const expr *taken = needed_are_bound(ev, e->args[0]) ? eval_branch(e, ev) : NULL;
		return taken && needed_are_bound(ev, taken);
	}
	for (size_t i = 0; i < e->n; i++) {
		if (!needed_are_bound(ev, e->args[i]))
			return false;
	}
	return true;
}

static bool bound_once(const binding *b, const claim *c)
{
	size_t times = 0;
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++)
			times += binding_claims(b, &b->vars[i])[k] == c;
	}
	return times == 1;
}

bool bind_goes_together(const binding *b)
{
	const claim *first = NULL;
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const claim *c = binding_claims(b, &b->vars[i])[k];
			if (!first)
				first = c;
			if (c->mode != first->mode || !bound_once(b, c))
				return false;
		}
	}
	return first;
}

bool bind_has_needed(arena *a, const lexicon *lex, const binding *b)
{
	evaluation ev = {.arena = a, .lex = lex, .binding = b, .reading = READING_PLAIN};
	return needed_are_bound(&ev, b->rule->check);
}

bool bind_is_whole(arena *a, const lexicon *lex, const binding *b)
{
	return bind_goes_together(b) && bind_has_needed(a, lex, b);
}

void bind_sentence(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                   link_list *links, binding_list *out, match_limits *met)
{
	frame_list frames = {0};
	match_sentence(a, rules, &doc->scan, &doc->claims, s, links, &frames, met);
	bind_links(a, rules, w, doc, s, links, out);
	bind_frames(a, rules, doc, &frames, out);
}
