/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of one run: the built-in ones, the user's own, and which of them are on. */
#ifndef AUDIT_RULEBOOK_H
#define AUDIT_RULEBOOK_H

#include "rule/rule.h"

typedef struct rulebook_options {
	const slice *paths; /* the user's rule files, and folders with rule files (*.yaml, *.yml, *.json) anywhere below */
	size_t path_count;
	const slice *enable, *disable; /* rule ids or names; who is in both is on */
	size_t enable_count, disable_count;
	slice profile; /* only rules of this profile; empty: every rule. `enable` adds to it */
} rulebook_options;

typedef struct rulebook {
	rule_set *rules;
	const node_file *const *own; /* the user's files, in the order they were read */
	size_t own_count;
} rulebook;

/* NULL if a file is wrong, a rule or profile has no such name, or a path cannot be read: diags then has every mistake. All
 * memory is the arena's; the options are needed during the call only. */
const rulebook *rulebook_load(arena *a, const rulebook_options *o, diag_list *diags);
/* Whether the user wrote this rule. */
bool rulebook_is_own(const rulebook *b, const rule *r);
/* The id or name of a rule that is spelt nearly so; empty if none is. */
slice rulebook_nearest(arena *a, const rule_set *rules, slice name);

#endif
