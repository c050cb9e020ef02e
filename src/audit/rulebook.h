/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of one run: the built-in ones, the user's own, and which of them are on. */
#ifndef AUDIT_RULEBOOK_H
#define AUDIT_RULEBOOK_H

#include "pack/language.h"
#include "rule/rule.h"

typedef struct rule_level { /* what a configuration says of a rule */
	slice rule;             /* id or name */
	severity severity;      /* SEVERITY_NONE: off */
	const node_file *file;
	const node *at;
} rule_level;

typedef struct rulebook_options {
	const slice *paths; /* the user's rule files, and folders with rule files (*.yaml, *.yml, *.json) anywhere below */
	size_t path_count;
	const slice *enable, *disable; /* rule ids or names; who is in both is on */
	size_t enable_count, disable_count;
	const rule_level *levels; /* a configuration's: what `enable` and `disable` say wins */
	size_t level_count;
	const decision *decided; /* which quantities are one, and which never are; must outlive the rules */
	size_t decided_count;
	slice profile; /* only rules of this profile; empty: every rule. `enable` adds to it */
	slice lang;    /* every document is in this language; empty: each in the one its letters tell */
} rulebook_options;

typedef struct rulebook {
	rule_set *rules;             /* with the words of the language that is taken where nothing tells another */
	const node_file *const *own; /* the user's files, in the order they were read */
	size_t own_count;
	const node_file *const *checks; /* every rule file, the user's last */
	size_t check_count;
	slice lang; /* as in the options, copied */
} rulebook;

/* NULL if a file is wrong, a rule or profile has no such name, or a path cannot be read: diags then has every mistake. All
 * memory is the arena's; the options are needed during the call only. */
const rulebook *rulebook_load(arena *a, const rulebook_options *o, diag_list *diags);
/* The same rules, on and off as they are in `rules`, with the words of another of its languages. */
const rule_set *rulebook_in(arena *a, const rulebook *b, slice lang);
/* Whether the user wrote this rule. */
bool rulebook_is_own(const rulebook *b, const rule *r);
/* The id or name of a rule that is spelt nearly so; empty if none is. */
slice rulebook_nearest(arena *a, const rule_set *rules, slice name);

#endif
