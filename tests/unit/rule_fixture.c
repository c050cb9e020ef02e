/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule_fixture.h"

#include "pack/blob.h"
#include "pack/yaml.h"
#include "read/read.h"

#include <criterion/criterion.h>

static const node_file **pack(arena *a)
{
	const node_file **files = ARENA_ARRAY(a, const node_file *, pack_file_count);
	for (size_t i = 0; i < pack_file_count; i++)
		files[i] = &pack_files[i];
	return files;
}

const lexicon *rule_fixture_lexicon(arena *a)
{
	(void)a;
	return pack_lexicon(SLICE("en"));
}

rule_set *rule_fixture_load(arena *a, const lexicon *lex, const char *yaml, diag_list *diags)
{
	const node_file *file = yaml_parse(a, SLICE("t.yaml"), slice_of(yaml), diags);
	return file ? rule_load(a, lex, &file, 1, diags) : NULL;
}

rule_set *rule_fixture_built_in(arena *a, const lexicon *lex)
{
	diag_list diags = diag_list_new(a);
	rule_set *rules = rule_load(a, lex, pack(a), pack_file_count, &diags);
	if (!rules)
		diag_print(&diags, stderr, false);
	cr_assert(rules, "the built-in rules do not load");
	return rules;
}

rule_values rule_fixture_values(arena *a)
{
	return (rule_values){.arena = a, .lex = rule_fixture_lexicon(a)};
}

void rule_fixture_set(rule_values *v, const char *name, set values)
{
	set *kept = ARENA_NEW(v->arena, set);
	*kept = values;
	v->binding.vars[v->binding.var_count++] = (binding_var){.name = slice_of(name), .values = kept};
}

const expr *rule_fixture_expr(rule_values *v, const char *source)
{
	slice names[RULE_VARS];
	for (size_t i = 0; i < v->binding.var_count; i++)
		names[i] = v->binding.vars[i].name;
	expr_scope scope = {.lex = v->lex, .vars = names, .var_count = v->binding.var_count};
	expr_errors errors = {0};
	const expr *e = expr_parse(v->arena, slice_of(source), &scope, &errors);
	cr_assert(e, "\"%s\": " SLICE_FMT, source, SLICE_ARG(errors.n ? errors.at[0].message : SLICE("no expression")));
	v->ev = (evaluation){.arena = v->arena, .lex = v->lex, .binding = &v->binding, .reading = READING_PLAIN};
	return e;
}

rule_bound *rule_fixture_bind(arena *a, const rule_set *rules, const char *text)
{
	rule_bound *b = ARENA_NEW(a, rule_bound);
	b->reading.arena = a;
	b->reading.lex = rules->lex;
	read_source source = {.name = SLICE("t.txt"), .bytes = slice_of(text), .decoded = true};
	b->reading.doc = read_document(a, &source);
	b->doc.doc = &b->reading.doc;
	b->doc.scan = scan_document(a, rules->lex, &b->reading.doc);
	b->doc.claims = claim_document(a, &b->doc.scan);
	for (size_t i = 0; i < b->doc.scan.sentence_count; i++) {
		const sentence *s = &b->doc.scan.sentences[i];
		link_list links = {0};
		if (s->tokens && s->figure_count)
			bind_sentence(a, rules, &b->doc, s, &links, &b->bindings, &b->doc.met);
	}
	return b;
}

slice rule_fixture_tell(const rule_bound *b, const binding *one)
{
	arena *a = b->reading.arena;
	slice all = {"", 0};
	for (size_t i = 0; i < one->var_count; i++) {
		const binding_var *v = &one->vars[i];
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT "=", SLICE_ARG(all), i ? " " : "", SLICE_ARG(v->name));
		for (size_t k = 0; k < v->n; k++) {
			const figure *f = v->claims[k]->figure;
			all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), k ? "+" : "",
			                   SLICE_ARG(document_text(&b->reading.doc, f->full_start, f->full_end)));
		}
	}
	return all;
}

slice rule_fixture_bound(arena *a, const rule_set *rules, const char *rule_id, const char *text)
{
	rule_bound *b = rule_fixture_bind(a, rules, text);
	slice all = {"", 0};
	for (size_t i = 0; i < b->bindings.n; i++) {
		if (!slice_equal(b->bindings.at[i].rule->id, slice_of(rule_id)))
			continue;
		all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), all.len ? " | " : "",
		                   SLICE_ARG(rule_fixture_tell(b, &b->bindings.at[i])));
	}
	return all;
}
