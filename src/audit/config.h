/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The configuration file of a folder or repository, numerate.yaml:
 *
 *   profile: docs                  # only the rules of one profile
 *   rules: [checks/]               # rule files or folders, beside this file
 *   levels: {N103: off, same-measure: warning}
 *   fail-on: warning               # error, warning, note or never
 *   level: note                    # what reports show
 *   lang: en
 *   title: The harbour reports
 *   same: [[pupils enrolled, children on the roll]]        # both phrases name one quantity, for good
 *   different: [[guests in May, guests of the festival]]   # never one quantity, whatever the words say
 *   exclude: [vendor/, "*.generated.md"]  # what in folders is not read, as in .gitignore
 *   limits: {memory: 2GiB, time: 30s}      # caps on reading one document
 *
 * Every key may be left out; what the command line says wins. */
#ifndef AUDIT_CONFIG_H
#define AUDIT_CONFIG_H

#include "audit/rulebook.h"
#include "base/caps.h"

typedef struct config {
	slice path;
	slice profile, lang, title; /* empty: not told */
	const slice *rules;         /* as paths that can be opened */
	size_t rule_count;
	const rule_level *levels;
	size_t level_count;
	const decision *decided;
	size_t decided_count;
	const slice *exclude;
	size_t exclude_count;
	caps caps;
	bool fail_on_told, level_told;
	severity fail_on; /* SEVERITY_NONE: never */
	severity level;
} config;

/* The numerate.yaml nearest above what the paths (files, folders, "-") have in common: there, or in a folder above it. Empty if
 * there is none. */
slice config_find(arena *a, const slice *paths, size_t n);
/* NULL if it cannot be read or is wrong: diags then has every mistake. */
const config *config_load(arena *a, slice path, diag_list *diags);

#endif
