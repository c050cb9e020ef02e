/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/relation.h"

#include "relate/announce.h"
#include "relate/bind.h"
#include "relate/day_column.h"
#include "relate/day_rows.h"
#include "relate/day_title.h"
#include "relate/defaults.h"
#include "relate/lists.h"
#include "relate/numbering.h"
#include "relate/rates.h"
#include "relate/repeats.h"
#include "relate/same.h"
#include "relate/tables.h"
#include "relate/told_column.h"
#include "relate/told_section.h"
#include "rule/expr.h"

const char *verdict_name(verdict v)
{
	static const char *const names[] = {
#define X(NAME, name) name,
		VERDICTS(X)
#undef X
	};
	return names[v];
}

bool verdict_is_failure(verdict v)
{
	return v == VERDICT_FAILS || v == VERDICT_IMPOSSIBLE;
}

/* A rule's `with` conditions decide whether the relation is formed at all; one that cannot be decided does not form it, unless
 * the rule tells of relations that lack a figure. */
static bool conditions_met(arena *a, const rule_set *rules, const binding *b)
{
	for (size_t i = 0; i < b->rule->with_count; i++) {
		evaluation ev = {.arena = a, .lex = rules->lex, .binding = b, .reading = READING_PLAIN};
		truth met = eval_truth(b->rule->with[i], &ev);
		if (met == TRUTH_FALSE || (met == TRUTH_MISSING && !b->rule->unchecked_note.len))
			return false;
	}
	return true;
}

typedef struct forming {
	arena *arena, *kept;
	const rule_set *rules;
	const reading_of *const *docs;
	size_t n;
	relation_list *out;
} forming;

static void form(void *ctx, const binding *b)
{
	const forming *f = ctx;
	if (conditions_met(f->arena, f->rules, b))
		relation_add(f->kept, f->docs, f->n, b, f->out);
}

static void form_all(forming *f, binding_list *bindings)
{
	for (size_t i = 0; i < bindings->n; i++)
		form(f, &bindings->at[i]);
	bindings->n = 0;
}

void relate_window(arena *a, arena *kept, const rule_set *rules, reading_of *doc, rate_pairs *pairs, relation_list *out)
{
	binding_list bindings = {0};
	const list_words words = list_words_of(rules->lex);
	bool repeats = rules->by_binder[BIND_REPEAT].n || rules->by_binder[BIND_REPEAT_ACROSS].n;
	for (size_t i = doc->scan.window; i < doc->scan.sentence_count; i++) {
		const sentence *s = &doc->scan.sentences[i];
		if (!s->tokens || !s->figure_count)
			continue;
		link_list links = {0};
		bind_sentence(a, rules, &words, doc, s, &links, &bindings, &doc->met);
		rates_keep(kept, rules, &links, pairs);
		bind_announce(a, rules, &words, doc, s, &bindings);
		bind_list(a, rules, &words, doc, s, &bindings);
		if (repeats)
			telling_keep(kept, &doc->scan, &doc->claims, s, &doc->tellings);
	}
	const reading_of *one = doc;
	forming f = {a, kept, rules, &one, 1, out};
	form_all(&f, &bindings);
}

void relate_document(arena *a, arena *kept, const rule_set *rules, reading_of *doc, const rate_pairs *pairs,
                     relation_list *out)
{
	binding_list bindings = {0};
	const list_words words = list_words_of(rules->lex);
	const reading_of *one = doc;
	forming f = {a, kept, rules, &one, 1, out};
	bind_rates(a, rules, doc, pairs, &bindings);
	bind_same(a, rules, doc, &bindings, &doc->met);
	form_all(&f, &bindings);
	bind_tables(a, kept, rules, doc, form, &f);
	bind_repeats(a, rules, doc, &bindings, &doc->met);
	bind_told_sections(a, rules, &words, doc, &bindings);
	bind_told_columns(a, rules, &words, doc, &bindings);
	bind_day_columns(a, rules, doc, &bindings);
	bind_day_rows(a, rules, doc, &bindings);
	bind_day_title(a, rules, doc, &bindings);
	bind_numbering(a, rules, doc, &bindings);
	bind_defaults(a, rules, doc, &bindings);
	form_all(&f, &bindings);
}

bool relate_needs_tokens(const rule_set *rules)
{
	bool needs = false;
	for (size_t i = 0; i < rules->rule_count && !needs; i++) {
		const rule *r = &rules->rules[i];
		bool late = rule_compares_tellings(r) || r->bind == BIND_RATES;
		needs = r->enabled && late && expr_asks_words(r->check);
		for (size_t k = 0; k < r->with_count; k++)
			needs = needs || (r->enabled && late && expr_asks_words(r->with[k]));
		for (size_t k = 0; k < r->otherwise_count; k++)
			needs = needs || (r->enabled && late && expr_asks_words(r->otherwise[k].with));
	}
	return needs;
}

bool relation_needs_tokens(const relation *r)
{
	return expr_asks_words(r->rule->check);
}

bool relate_may_cross(const rule_set *rules, const reading_of *doc)
{
	return same_may_cross(rules, doc) || repeats_may_cross(rules, doc);
}

void relate_collection(arena *a, arena *kept, const rule_set *rules, const reading_of *const *docs, size_t n,
                       relation_list *out, match_limits *met)
{
	binding_list bindings = {0};
	bind_across(a, rules, docs, n, &bindings, met);
	bind_repeats_across(a, rules, docs, n, &bindings, met);
	forming f = {a, kept, rules, docs, n, out};
	form_all(&f, &bindings);
}
