/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/examples.h"
#include "cli/rule_text.h"
#include "cli/run.h"
#include "numerate_object.h"
#include "report/term.h"
#include "rule/eval.h"

enum { LABEL = 12, EXAMPLE = 8 };

static void put_row(const term *t, const char *label, slice text)
{
	if (!text.len)
		return;
	term_set(t, STYLE_DIM);
	unsigned at = term_put(t, slice_of(label));
	term_set(t, STYLE_PLAIN);
	term_pad(t, LABEL - at);
	term_put_wrapped(t, text, LABEL, LABEL);
	fputc('\n', t->out);
}

static void put_example(const term *t, arena *a, const rule *r, const rule_example *e)
{
	read_list documents = example_sources(a, r, e);
	const char *label = example_name(e);
	for (size_t i = 0; i < documents.n; i++) {
		slice rest = slice_trim(documents.at[i].bytes);
		while (rest.len) {
			slice line = slice_sub(rest, 0, slice_find_byte(rest, '\n'));
			rest = slice_sub(rest, line.len + 1, rest.len);
			if (line.len)
				fprintf(t->out, "  %-*s", EXAMPLE - 2, label);
			term_put_wrapped(t, line, EXAMPLE, EXAMPLE);
			fputc('\n', t->out);
			label = "";
		}
		if (i + 1 < documents.n)
			fprintf(t->out, "%*s=====\n", EXAMPLE, "");
	}
}

static void explain(const term *t, arena *a, const rule *r)
{
	term_set(t, STYLE_BOLD);
	fprintf(t->out, SLICE_FMT " " SLICE_FMT, SLICE_ARG(r->id), SLICE_ARG(r->name));
	term_set(t, STYLE_PLAIN);
	fprintf(t->out, " (%s%s)\n", severity_name(r->severity), r->enabled ? "" : ", off");
	term_put_wrapped(t, r->summary, 0, 0);
	fputs("\n\n", t->out);
	put_row(t, "because", r->because);
	put_row(t, "binds", rule_binds_text(a, r));
	for (size_t i = 0; i < r->with_count; i++)
		put_row(t, i ? "" : "with", expr_text(a, r->with[i]));
	put_row(t, "check", expr_text(a, r->check));
	for (size_t i = 0; i < r->otherwise_count; i++) {
		slice check = expr_text(a, r->otherwise[i].check);
		put_row(t, i ? "" : "else",
		        arena_printf(a, SLICE_FMT ", assuming " SLICE_FMT, SLICE_ARG(check), SLICE_ARG(r->otherwise[i].assume)));
	}
	put_row(t, "reading", rule_reading_text(r));
	put_row(t, "says", r->message);
	for (size_t i = 0; i < r->profile_count; i++)
		put_row(t, i ? "" : "profiles", r->profiles[i]);
	if (r->file)
		put_row(t, "from", arena_printf(a, SLICE_FMT ":%u", SLICE_ARG(r->file->path), r->at ? r->at->line : 1));
	fputs("\nexamples\n", t->out);
	for (size_t i = 0; i < r->example_count; i++)
		put_example(t, a, r, &r->examples[i]);
}

cli_status cli_explain(const cli_options *o)
{
	cli_run r;
	if (!run_open(&r, o) || !run_load_rules(&r))
		return STATUS_TROUBLE;
	const rule_set *rules = r.library->rules->rules;
	slice name = slice_of(o->operands.at[0]);
	const rule *found = rule_find(rules, name);
	if (found) {
		term t = {.out = stdout, .color = run_color(o->color, stdout), .width = run_width(stdout)};
		explain(&t, r.arena, found);
	} else {
		slice near = rulebook_nearest(r.arena, rules, name);
		fprintf(stderr, "numerate explain: there is no rule '" SLICE_FMT "'", SLICE_ARG(name));
		if (near.len)
			fprintf(stderr, "; did you mean '" SLICE_FMT "'?\n", SLICE_ARG(near));
		else
			fputs("; 'numerate rules list' lists them\n", stderr);
		r.trouble = true;
	}
	return run_close(&r);
}
