/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/run.h"
#include "numerate_object.h"

/* Claims need the lexicon, but no rule. */
static void switch_off_rules(const cli_run *r)
{
	rule_set *rules = r->library->rules->rules;
	for (size_t i = 0; i < rules->rule_count; i++)
		rules->rules[i].enabled = false;
	rule_prepare(r->arena, rules);
}

cli_status cli_claims(const cli_options *o)
{
	cli_run r;
	if (!run_open(&r, o) || !run_load_rules(&r))
		return STATUS_TROUBLE;
	switch_off_rules(&r);
	if (run_audit(&r)) {
		run_tell_unreadable(&r);
		for (size_t i = 0; i < o->outputs.n; i++)
			run_write(&r, o->outputs.at[i].format, o->outputs.at[i].path);
		if (!o->outputs.n)
			run_write(&r, NUMERATE_CLAIMS_JSONL, NULL);
	}
	return run_close(&r);
}
