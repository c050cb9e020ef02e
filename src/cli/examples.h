/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples that rules carry. */
#ifndef CLI_EXAMPLES_H
#define CLI_EXAMPLES_H

#include "read/read.h"
#include "rule/rule.h"

/* "flag", "hold" or "skip". */
const char *example_name(const rule_example *e);
/* The documents of an example of r: one, or several of one collection where it is a list. */
read_list example_sources(arena *a, const rule *r, const rule_example *e);

typedef struct example_tally {
	size_t passed, failed;
} example_tally;

/* Runs every example of r through the whole program, with all rules that are on, and prints each one that does not give what
 * it should: what was expected, what came, which figures were bound. */
example_tally example_run_all(const rule_set *rules, const rule *r, FILE *out);

#endif
