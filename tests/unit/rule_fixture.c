/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule_fixture.h"

#include "pack/blob.h"
#include "pack/yaml.h"
#include "read/read.h"

#include <criterion/criterion.h>

rule_fixture rule_with;

void rule_fixture_set_up(void)
{
	rule_with = (rule_fixture){.a = arena_new(NULL), .lex = pack_lexicon(SLICE("en"))};
}

void rule_fixture_tear_down(void)
{
	arena_free(rule_with.a);
}

rule_set *rule_fixture_load(const char *yaml, diag_list *diags)
{
	const node_file *file = yaml_parse(rule_with.a, SLICE("t.yaml"), slice_of(yaml), diags);
	return file ? rule_load(rule_with.a, rule_with.lex, &file, 1, diags) : NULL;
}

rule_set *rule_fixture_rules(const char *yaml)
{
	diag_list diags = diag_list_new(rule_with.a);
	rule_set *rules = rule_fixture_load(yaml, &diags);
	cr_assert(rules, "%s\n" SLICE_FMT, yaml, SLICE_ARG(diags.items.n ? diags.items.at[0].message : SLICE("?")));
	return rules;
}

rule_set *rule_fixture_built_in(void)
{
	arena *a = rule_with.a;
	diag_list diags = diag_list_new(a);
	const node_file **files = ARENA_ARRAY(a, const node_file *, pack_file_count);
	for (size_t i = 0; i < pack_file_count; i++)
		files[i] = &pack_files[i];
	rule_set *rules = rule_load(a, rule_with.lex, files, pack_file_count, &diags);
	if (!rules)
		diag_print(&diags, stderr, false);
	cr_assert(rules, "the built-in rules do not load");
	return rules;
}

void rule_fixture_set(rule_values *v, const char *name, set values)
{
	set *kept = ARENA_NEW(rule_with.a, set);
	*kept = values;
	binding_add(rule_with.a, &v->binding, (binding_var){.name = slice_of(name), .values = kept});
}

const expr *rule_fixture_expr(rule_values *v, const char *source)
{
	slice names[RULE_VARS];
	for (size_t i = 0; i < v->binding.var_count; i++)
		names[i] = v->binding.vars[i].name;
	expr_scope scope = {.lex = rule_with.lex, .vars = names, .var_count = v->binding.var_count};
	expr_errors errors = {0};
	const expr *e = expr_parse(rule_with.a, slice_of(source), &scope, &errors);
	cr_assert(e, "\"%s\": " SLICE_FMT, source, SLICE_ARG(errors.n ? errors.at[0].message : SLICE("no expression")));
	v->ev = (evaluation){.arena = rule_with.a, .lex = rule_with.lex, .binding = &v->binding, .reading = READING_PLAIN};
	return e;
}

rule_bound *rule_fixture_bind(const rule_set *rules, const char *text)
{
	arena *a = rule_with.a;
	rule_bound *b = ARENA_NEW(a, rule_bound);
	b->reading.arena = a;
	b->reading.lex = rules->lex;
	read_source source = {.name = SLICE("t.txt"), .bytes = slice_of(text), .decoded = true};
	b->reading.doc = read_document(a, &source);
	b->doc.doc = &b->reading.doc;
	b->doc.scan = scan_document(a, rules->lex, &b->reading.doc);
	b->doc.claims = claim_document(a, &b->doc.scan);
	const list_words words = list_words_of(rules->lex);
	for (size_t i = 0; i < b->doc.scan.sentence_count; i++) {
		const sentence *s = &b->doc.scan.sentences[i];
		link_list links = {0};
		if (s->tokens && s->figure_count)
			bind_sentence(a, rules, &words, &b->doc, s, &links, &b->bindings, &b->doc.met);
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
			const figure *f = one->claims[v->first + k]->figure;
			all = arena_printf(a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), k ? "+" : "",
			                   SLICE_ARG(document_text(&b->reading.doc, f->full_start, f->full_end)));
		}
	}
	return all;
}

slice rule_fixture_bound(const rule_set *rules, const char *rule_id, const char *text)
{
	rule_bound *b = rule_fixture_bind(rules, text);
	slice all = {"", 0};
	for (size_t i = 0; i < b->bindings.n; i++) {
		if (!slice_equal(b->bindings.at[i].rule->id, slice_of(rule_id)))
			continue;
		all = arena_printf(rule_with.a, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all), all.len ? " | " : "",
		                   SLICE_ARG(rule_fixture_tell(b, &b->bindings.at[i])));
	}
	return all;
}
