/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading rule files, part by part. For src/rule/load*.c and example.c alone. */
#ifndef RULE_LOAD_H
#define RULE_LOAD_H

#include "base/table.h"
#include "rule/expr.h"
#include "rule/pattern.h"

enum { LOAD_PARTS = 128 }; /* pieces that YAML may divide a list of terms into */

typedef struct open_link { /* a link type while files may still add to it */
	slice name;
	VEC(pattern *) patterns;
	bool broken;     /* one of its patterns has a mistake: of its variables nothing can be said */
	link_type *type; /* what joins refer to; filled when all files are read */
} open_link;

typedef struct rule_loader {
	arena *arena;
	const lexicon *lex;
	diag_list *diags;
	const node_file *file; /* being read */
	VEC(open_link) links;
	VEC(frame *) frames;
	VEC(rule) rules;
	table link_names, ids, names; /* of those read so far, to their place + 1; ids in lower case */
} rule_loader;

/* load_link.c: the maps under `links` and `frames` of a file; and, after all files, the variables of every link type. */
void load_links(rule_loader *l, const node *map);
void load_frames(rule_loader *l, const node *map);
void load_finish_links(rule_loader *l);

/* load_rule.c: one rule. It is added even if it has mistakes, so that a second one of its id is noticed. */
void load_rule(rule_loader *l, const node *map);

/* example.c: the `examples` of a rule; complains where a kind of example is missing. */
void example_load(rule_loader *l, rule *r, const node *list);

/* load_text.c: readers of scalars, which complain where the node is of another form. */
bool load_text(rule_loader *l, const node *at, slice *out);
/* `at` as a list of scalars: itself, or its items. *out may be NULL. */
size_t load_list(rule_loader *l, const node *at, const node **items, size_t most, const char *what);
/* The same for terms with brackets: in `[part-of(a, b), gloss(a, p)]` YAML divides at every comma; what a bracket holds together
 * is joined again. */
size_t load_terms(rule_loader *l, const node *at, const node **items, size_t most, const char *what);
const expr *load_expr(rule_loader *l, const node *at, const expr_scope *scope, func_type type);
pattern *load_pattern(rule_loader *l, const node *at);
void load_message(rule_loader *l, const node *at, const expr_scope *scope, slice *out);
/* The number of at->text among names; complains with "did you mean", and returns -1, if it is none of them. */
int load_choice(rule_loader *l, const node *at, const char *what, const slice *names, size_t n);
/* Complains about a name that is unknown, with "did you mean". */
void load_unknown(rule_loader *l, const node *at, const char *what, slice name, const slice *known, size_t n);
extern const slice LOAD_GRADES[3];

#endif
