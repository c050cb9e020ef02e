/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/load.h"

#include "base/digest.h"
#include "base/limits.h"
#include "rule/automaton.h"

#include <stdlib.h>

/* Lexicon files come in the same list; they are pack/lexicon's. */
static bool is_lexicon(const node_file *file)
{
	return slice_find(file->path, SLICE("rules/lexicon/")) != SIZE_MAX;
}

/* A root is a list of rules, or a map of links and frames. */
static void load_root(rule_loader *l, const node *root, bool rules)
{
	static const slice keys[] = {{"links", 5}, {"frames", 6}};
	if (root->kind == NODE_MAP) {
		const node *links = node_get(root, keys[0]), *frames = node_get(root, keys[1]);
		if (rules)
			return;
		node_only_keys(l->diags, l->file, root, keys, 2);
		if (links)
			load_links(l, links);
		if (frames)
			load_frames(l, frames);
	} else if (root->kind == NODE_SEQUENCE) {
		for (size_t i = 0; rules && i < root->n; i++) {
			if (l->rules.n == LIMIT_RULES) {
				node_complain(l->diags, l->file, node_item(root, i), "more than %d rules (LIMIT_RULES)", LIMIT_RULES);
				return;
			}
			load_rule(l, node_item(root, i));
		}
	} else if (!rules) {
		node_complain(l->diags, l->file, root, "expected a list of rules, or a map with `links` or `frames`");
	}
}

static void load_files(rule_loader *l, const node_file *const *files, size_t n, bool rules)
{
	for (size_t i = 0; i < n; i++) {
		if (is_lexicon(files[i]))
			continue;
		l->file = files[i];
		for (size_t k = 0; k < files[i]->n; k++)
			load_root(l, &files[i]->roots[k], rules);
	}
}

static int by_id(const void *a, const void *b)
{
	return slice_compare(((const rule *)a)->id, ((const rule *)b)->id);
}

/* Rules of several files may not share a name. */
static void check_names(rule_loader *l)
{
	table names = table_new(l->arena, l->rules.n);
	for (size_t i = 0; i < l->rules.n; i++) {
		const rule *r = &l->rules.at[i];
		if (!r->name.len)
			continue;
		void **at = table_at(&names, r->name);
		const rule *before = *at;
		if (before && before->file != r->file)
			node_complain(l->diags, r->file, r->at, "the rule " SLICE_FMT " has the name " SLICE_FMT " already",
			              SLICE_ARG(before->id), SLICE_ARG(before->name));
		else if (!before)
			*at = &l->rules.at[i];
	}
}

static slice digest_files(arena *a, const node_file *const *files, size_t n)
{
	digest_state *state = digest_begin(a);
	for (size_t i = 0; i < n; i++) {
		digest_feed(state, files[i]->path);
		digest_feed(state, files[i]->digest);
	}
	digest d = digest_end(state);
	return arena_printf(a, "sha256:" SLICE_FMT, SLICE_ARG(digest_hex(a, &d, 64)));
}

static size_t pattern_total(const rule_loader *l)
{
	size_t n = l->frames.n;
	for (size_t i = 0; i < l->links.n; i++)
		n += l->links.at[i].patterns.n;
	return n;
}

static const link_type *const *link_types(rule_loader *l)
{
	const link_type **types = ARENA_ARRAY(l->arena, const link_type *, l->links.n ? l->links.n : 1);
	for (size_t i = 0; i < l->links.n; i++) {
		l->links.at[i].type->number = i;
		types[i] = l->links.at[i].type;
	}
	return types;
}

rule_set *rule_load(arena *a, const lexicon *lex, const node_file *const *files, size_t n, diag_list *diags)
{
	size_t before = diags->errors;
	rule_loader l = {.arena = a, .lex = lex, .diags = diags};
	l.link_names = table_new(a, LIMIT_RULES / 16);
	l.ids = table_new(a, LIMIT_RULES / 16);
	l.names = table_new(a, LIMIT_RULES / 16);
	load_files(&l, files, n, false);
	load_finish_links(&l);
	load_files(&l, files, n, true);
	check_names(&l);
	if (pattern_total(&l) > AUTOMATON_PATTERNS)
		diag_add(diags, DIAG_ERROR, (slice){"", 0}, "more than %d patterns in all rule files", AUTOMATON_PATTERNS);
	if (diags->errors > before)
		return NULL;
	if (l.rules.n > 1)
		qsort(l.rules.at, l.rules.n, sizeof *l.rules.at, by_id);
	rule_set *set_made = ARENA_NEW(a, rule_set);
	*set_made = (rule_set){
		.lex = lex,
		.scan_kit = scan_kit_new(a, lex),
		.claim_kit = claim_kit_new(a, lex),
		.rules = l.rules.at,
		.rule_count = l.rules.n,
		.links = link_types(&l),
		.link_count = l.links.n,
		.frames = (const frame *const *)l.frames.at,
		.frame_count = l.frames.n,
		.digest = digest_files(a, files, n),
	};
	for (size_t i = 0; i < l.frames.n; i++)
		l.frames.at[i]->number = i;
	rule_prepare(a, set_made);
	return set_made;
}

bool rule_reads_cells(const rule *r)
{
	return r->bind >= BIND_TABLE_TOTAL && r->bind <= BIND_TABLE_GROWTH;
}

bool rule_compares_tellings(const rule *r)
{
	return r->bind == BIND_SAME || r->bind == BIND_DISPUTE || r->bind == BIND_ACROSS || r->bind == BIND_REPEAT ||
	       r->bind == BIND_REPEAT_ACROSS;
}

rule *rule_find(const rule_set *rules, slice id_or_name)
{
	for (size_t i = 0; i < rules->rule_count; i++) {
		if (slice_equal_nocase(rules->rules[i].id, id_or_name) || slice_equal(rules->rules[i].name, id_or_name))
			return &rules->rules[i];
	}
	return NULL;
}

/* Which enabled rules wait for a link of a type, a frame, a binder: so that a sentence asks only those that may fire. */
static void sort_out(arena *a, rule_set *rules)
{
	rule_refs *by_link = ARENA_ARRAY(a, rule_refs, rules->link_count),
			  *by_frame = ARENA_ARRAY(a, rule_refs, rules->frame_count),
			  *by_binder = ARENA_ARRAY(a, rule_refs, RULE_BINDER_COUNT);
	for (size_t i = 0; i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		if (!r->enabled)
			continue;
		VEC_PUSH(a, by_binder[r->bind], r);
		if (r->join_count)
			VEC_PUSH(a, by_link[r->joins[0].type->number], r);
		if (r->frame)
			VEC_PUSH(a, by_frame[r->frame->number], r);
	}
	table *names = ARENA_NEW(a, table);
	*names = table_new(a, rules->link_count);
	for (size_t i = 0; i < rules->link_count; i++)
		*table_at(names, rules->links[i]->name) = (void *)(uintptr_t)rules->links[i];
	rules->link_names = names;
	rules->by_link = by_link;
	rules->by_frame = by_frame;
	rules->by_binder = by_binder;
}

void rule_prepare(arena *a, rule_set *rules)
{
	sort_out(a, rules);
	rules->automaton = automaton_build(a, rules);
}
