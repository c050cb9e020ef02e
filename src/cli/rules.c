/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/examples.h"
#include "cli/rule_pages.h"
#include "cli/run.h"
#include "numerate_object.h"

#include <string.h>

static cli_status list_rules(const rule_set *rules)
{
	int name = 0;
	for (size_t i = 0; i < rules->rule_count; i++)
		name = (int)rules->rules[i].name.len > name ? (int)rules->rules[i].name.len : name;
	for (size_t i = 0; i < rules->rule_count; i++) {
		const rule *r = &rules->rules[i];
		printf("%-5.*s  %-*.*s  %-7s  " SLICE_FMT "\n", SLICE_ARG(r->id), name, SLICE_ARG(r->name),
		       r->enabled ? severity_name(r->severity) : "off", SLICE_ARG(r->summary));
	}
	return STATUS_CLEAN;
}

/* Every rule that is on; with `own`, only those of the user's files. */
static cli_status test_rules(const rulebook *book, bool own)
{
	example_tally all = {0};
	for (size_t i = 0; i < book->rules->rule_count; i++) {
		const rule *r = &book->rules->rules[i];
		if (!r->enabled || (own && !rulebook_is_own(book, r)))
			continue;
		example_tally one = example_run_all(book->rules, r, stdout);
		all.passed += one.passed;
		all.failed += one.failed;
	}
	printf("%zu passed, %zu failed\n", all.passed, all.failed);
	return all.failed ? STATUS_FINDINGS : STATUS_CLEAN;
}

static const slice ACTIONS[] = {{"list", 4}, {"test", 4}, {"docs", 4}};

static bool is_action(const cli_options *o, const char *name)
{
	return strcmp(o->operands.at[0], name) == 0;
}

static bool usage(const cli_options *o)
{
	const char *what = o->operands.at[0];
	if ((is_action(o, "list") && o->operands.n == 1) || (is_action(o, "test") && o->operands.n <= 2) ||
	    (is_action(o, "docs") && o->operands.n == 2))
		return true;
	slice near = diag_did_you_mean(slice_of(what), ACTIONS, 3);
	if (is_action(o, "docs") && o->operands.n == 1)
		fputs("numerate rules: the folder to write to is wanted: 'rules docs DIR'\n", stderr);
	else if (is_action(o, "list") || is_action(o, "test") || is_action(o, "docs"))
		fprintf(stderr, "numerate rules: too much on the line: '%s'\n", o->operands.at[o->operands.n - 1]);
	else if (near.len)
		fprintf(stderr, "numerate rules: unknown action '%s'; did you mean '" SLICE_FMT "'?\n", what, SLICE_ARG(near));
	else
		fprintf(stderr, "numerate rules: unknown action '%s': 'list', 'test' or 'docs' is wanted\n", what);
	fputs("Try 'numerate rules --help'.\n", stderr);
	return false;
}

cli_status cli_rules(const cli_options *o)
{
	cli_run r;
	if (!usage(o))
		return STATUS_TROUBLE;
	cli_options with = *o;
	bool folder = is_action(o, "test") && o->operands.n == 2;
	arena *a = arena_new(NULL);
	if (folder)
		VEC_PUSH(a, with.rules, o->operands.at[1]);
	cli_status status = STATUS_TROUBLE;
	if (run_open(&r, &with) && run_load_rules(&r)) {
		const rulebook *book = r.library->rules;
		if (is_action(o, "list"))
			status = list_rules(book->rules);
		else if (is_action(o, "test"))
			status = test_rules(book, folder);
		else
			status = rule_pages_write(a, book->rules, o->operands.at[1]) ? STATUS_CLEAN : STATUS_TROUBLE;
		run_close(&r);
	}
	arena_free(a);
	return status;
}
