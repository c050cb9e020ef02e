/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rule_pages.h"

#include "audit/audit.h"
#include "base/file.h"
#include "cli/examples.h"
#include "cli/rule_text.h"
#include "rule/eval.h"
#include "rule/pattern.h"

static void put_fact(FILE *out, const char *name, slice text, bool code)
{
	if (text.len)
		fprintf(out, "- **%s** %s" SLICE_FMT "%s\n", name, code ? "`" : "", SLICE_ARG(text), code ? "`" : "");
}

static void put_facts(FILE *out, arena *a, const rule *r)
{
	put_fact(out, "Binds", rule_binds_text(a, r), true);
	for (size_t i = 0; i < r->with_count; i++)
		put_fact(out, "Only with", expr_text(a, r->with[i]), true);
	put_fact(out, "Check", expr_text(a, r->check), true);
	for (size_t i = 0; i < r->otherwise_count; i++) {
		slice check = expr_text(a, r->otherwise[i].check);
		put_fact(
			out, "Or else",
			arena_printf(a, "`" SLICE_FMT "`, assuming " SLICE_FMT, SLICE_ARG(check), SLICE_ARG(r->otherwise[i].assume)),
			false);
	}
	put_fact(out, "Reading", rule_reading_text(r), false);
	put_fact(out, "At most", slice_of(severity_name(r->severity)), false);
	put_fact(out, "Says", r->message, true);
}

static void put_patterns(FILE *out, const link_type *type)
{
	fprintf(out, "\n`" SLICE_FMT "` is found by\n\n```\n", SLICE_ARG(type->name));
	for (size_t i = 0; i < type->pattern_count; i++)
		fprintf(out, SLICE_FMT "\n", SLICE_ARG(type->patterns[i]->source));
	fputs("```\n", out);
}

/* As a quotation; documents of one example have a rule between them. */
static void put_example(FILE *out, arena *a, const rule *r, const rule_example *e)
{
	read_list documents = example_sources(a, r, e);
	for (size_t i = 0; i < documents.n; i++) {
		slice rest = slice_trim(documents.at[i].bytes);
		fputs(i ? ">\n> ---\n>\n" : "\n", out);
		while (rest.len) {
			slice line = slice_sub(rest, 0, slice_find_byte(rest, '\n'));
			rest = slice_sub(rest, line.len + (line.len < rest.len), rest.len);
			fprintf(out, ">%s" SLICE_FMT "\n", line.len ? " " : "", SLICE_ARG(line));
		}
	}
}

static void put_examples(FILE *out, arena *a, const rule *r, int kind, const char *heading)
{
	bool any = false;
	for (size_t i = 0; i < r->example_count; i++) {
		if ((int)r->examples[i].kind != kind)
			continue;
		if (!any)
			fprintf(out, "\n## %s\n", heading);
		any = true;
		put_example(out, a, r, &r->examples[i]);
	}
}

static void put_page(FILE *out, arena *a, const rule *r)
{
	fprintf(out, "<!-- made by: numerate rules docs -->\n# " SLICE_FMT " " SLICE_FMT "\n\n", SLICE_ARG(r->id),
	        SLICE_ARG(r->name));
	fprintf(out, SLICE_FMT ".\n\n" SLICE_FMT "\n\n", SLICE_ARG(r->summary), SLICE_ARG(r->because));
	put_facts(out, a, r);
	for (size_t i = 0; i < r->join_count; i++)
		put_patterns(out, r->joins[i].type);
	put_examples(out, a, r, EXAMPLE_FLAG, "Flagged");
	put_examples(out, a, r, EXAMPLE_HOLD, "Holds");
	put_examples(out, a, r, EXAMPLE_SKIP, "Not bound");
}

static void put_index(FILE *out, const rule_set *rules)
{
	fputs(
		"<!-- made by: numerate rules docs -->\n# The rules\n\n| rule | name | at most | what it finds |\n|---|---|---|---|\n",
		out);
	for (size_t i = 0; rules->rules && i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		fprintf(out, "| [" SLICE_FMT "](" SLICE_FMT ".md) | " SLICE_FMT " | %s | " SLICE_FMT " |\n", SLICE_ARG(r->id),
		        SLICE_ARG(r->id), SLICE_ARG(r->name), severity_name(r->severity), SLICE_ARG(r->summary));
	}
}

/* One page: of a rule, or the index where there is none. */
static bool write_page(arena *a, const rule_set *rules, const rule *r, const char *folder)
{
	slice name = r ? r->id : SLICE("README"), path = arena_printf(a, "%s/" SLICE_FMT ".md", folder, SLICE_ARG(name)), why;
	file_out file;
	bool done = file_out_open(&file, path.ptr, a, &why);
	if (done) {
		if (r)
			put_page(file.stream, a, r);
		else
			put_index(file.stream, rules);
		done = file_out_commit(&file, a, &why);
	}
	if (!done)
		fprintf(stderr, "numerate: " SLICE_FMT ": " SLICE_FMT "\n", SLICE_ARG(path), SLICE_ARG(why));
	return done;
}

bool rule_pages_write(arena *a, const rule_set *rules, const char *folder)
{
	slice why;
	if (!file_make_folder(folder, a, &why)) {
		fprintf(stderr, "numerate: %s: " SLICE_FMT "\n", folder, SLICE_ARG(why));
		return false;
	}
	bool done = write_page(a, rules, NULL, folder);
	for (size_t i = 0; i < rules->rule_count; i++)
		done = write_page(a, rules, &rules->rules[i], folder) && done;
	return done;
}
