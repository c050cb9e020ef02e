/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/examples.h"

#include "audit/audit.h"
#include "reason/verdict.h"

enum { MARGIN = 6 };

const char *example_name(const rule_example *e)
{
	return e->kind == EXAMPLE_FLAG ? "flag" : e->kind == EXAMPLE_HOLD ? "hold" : "skip";
}

static void add_source(arena *a, read_list *list, const rule *r, slice text)
{
	slice ending = r->documents.len ? r->documents : SLICE("txt");
	slice name = arena_printf(a, "example-%c." SLICE_FMT, 'a' + (int)(list->n % 26), SLICE_ARG(ending));
	read_source made = {.name = name, .collection = SLICE("example"), .bytes = text, .decoded = true, .structured = true};
	VEC_PUSH(a, *list, made);
}

read_list example_sources(arena *a, const rule *r, const rule_example *e)
{
	read_list list = {0};
	for (size_t i = 0; i < e->text_count; i++)
		add_source(a, &list, r, e->texts[i]);
	return list;
}

/* Where the rule's file says what the example is: the value of `flag:`, `hold:` or `skip:`. */
static const node *value_of(const rule_example *e)
{
	return e->at && e->at->kind == NODE_MAP && e->at->n ? node_value(e->at, 0) : e->at;
}

/* Whether the relations of r in the audit are what such an example should give. */
static bool as_it_should(const audit *au, const rule *r, const rule_example *e)
{
	size_t bound = 0, failed = 0, held = 0;
	for (size_t i = 0; i < au->relation_count; i++) {
		const relation *rel = &au->relations[i];
		if (rel->rule != r)
			continue;
		bound += rel->verdict != VERDICT_UNCHECKED;
		failed += verdict_is_failure(rel->verdict);
		held += !verdict_is_failure(rel->verdict) && rel->verdict != VERDICT_UNCHECKED;
	}
	switch (e->kind) {
	case EXAMPLE_FLAG:
		return failed > 0;
	case EXAMPLE_HOLD:
		return held > 0 && failed == 0;
	case EXAMPLE_SKIP:
		return bound == 0;
	}
	return false;
}

static void put_indented(slice text, FILE *out)
{
	text = slice_trim(text);
	while (text.len) {
		slice line = slice_sub(text, 0, slice_find_byte(text, '\n'));
		fprintf(out, "%*s| " SLICE_FMT "\n", MARGIN, "", SLICE_ARG(line));
		text = slice_sub(text, line.len + 1, text.len);
	}
}

static void put_relation(const audit *au, const relation *rel, FILE *out)
{
	fprintf(out, "%*s%s", MARGIN, "", verdict_name(rel->verdict));
	relation full = verdict_told(au->arena, rel);
	if (relation_says(&full)->computed.len)
		fprintf(out, ": " SLICE_FMT, SLICE_ARG(relation_says(&full)->computed));
	if (relation_says(rel)->why.len)
		fprintf(out, " (" SLICE_FMT ")", SLICE_ARG(relation_says(rel)->why));
	fputc('\n', out);
	for (size_t i = 0; i < rel->claim_count; i++) {
		const document *doc = audit_doc(au, rel->claims[i]);
		const figure *f = audit_claim(au, rel->claims[i])->figure;
		uint32_t line, col;
		document_place(doc, f->start, &line, &col);
		fprintf(out, "%*s" SLICE_FMT ":%u:%u: \"" SLICE_FMT "\"\n", MARGIN + 2, "", SLICE_ARG(doc->path), line, col,
		        SLICE_ARG(document_text(doc, f->full_start, f->full_end)));
	}
}

static void put_mismatch(const audit *au, const rule *r, const rule_example *e, const read_list *sources, FILE *out)
{
	static const char *const expected[] = {
		[EXAMPLE_FLAG] = "a relation that fails",
		[EXAMPLE_HOLD] = "a relation that holds or is open, and none that fails",
		[EXAMPLE_SKIP] = "no relation",
	};
	const node *at = value_of(e);
	if (r->file && at)
		fprintf(out, SLICE_FMT ":%u:%u: ", SLICE_ARG(r->file->path), at->line, at->col);
	fprintf(out, SLICE_FMT " " SLICE_FMT ": %s\n", SLICE_ARG(r->id), SLICE_ARG(r->name), example_name(e));
	for (size_t i = 0; i < sources->n; i++) {
		if (i)
			fprintf(out, "%*s=====\n", MARGIN, "");
		put_indented(sources->at[i].bytes, out);
	}
	fprintf(out, "    expected: %s\n    got:\n", expected[e->kind]);
	size_t n = 0;
	for (size_t i = 0; i < au->relation_count; i++) {
		if (au->relations[i].rule == r) {
			put_relation(au, &au->relations[i], out);
			n++;
		}
	}
	if (!n)
		fprintf(out, "%*sno relation of this rule\n", MARGIN, "");
}

example_tally example_run_all(const rule_set *rules, const rule *r, FILE *out)
{
	example_tally tally = {0};
	for (size_t i = 0; i < r->example_count; i++) {
		arena *a = arena_new(NULL);
		read_list sources = example_sources(a, r, &r->examples[i]);
		audit_options options = {.threads = 1, .title = r->name};
		const audit *au = audit_run(a, rules, sources.at, sources.n, &options);
		if (as_it_should(au, r, &r->examples[i])) {
			tally.passed++;
		} else {
			tally.failed++;
			put_mismatch(au, r, &r->examples[i], &sources, out);
		}
		arena_free(a);
	}
	return tally;
}
