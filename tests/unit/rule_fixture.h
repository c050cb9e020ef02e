/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules from text and expressions over given sets, for the tests of src/rule and its binders. */
#ifndef RULE_FIXTURE_H
#define RULE_FIXTURE_H

#include "claim_fixture.h"
#include "relate/bind.h"
#include "rule/expr.h"

/* The built-in lexicon, in the arena. */
const lexicon *rule_fixture_lexicon(arena *a);
/* The rules of one YAML text named t.yaml; NULL if it has mistakes, which are in *diags. */
rule_set *rule_fixture_load(arena *a, const lexicon *lex, const char *yaml, diag_list *diags);
/* The built-in rules. */
rule_set *rule_fixture_built_in(arena *a, const lexicon *lex);

/* An expression over variables that are sets; a mistake in it fails the test. */
typedef struct rule_values {
	arena *arena;
	const lexicon *lex;
	binding binding;
	evaluation ev;
} rule_values;
rule_values rule_fixture_values(arena *a);
void rule_fixture_set(rule_values *v, const char *name, set values);
const expr *rule_fixture_expr(rule_values *v, const char *source);

/* Everything that a rule set binds in a text. */
typedef struct rule_bound {
	claim_reading reading;
	reading_of doc;
	binding_list bindings;
} rule_bound;
rule_bound *rule_fixture_bind(arena *a, const rule_set *rules, const char *text);
/* "a=45 b=180 p=35%", with the figures as written; several of one variable joined by "+". */
slice rule_fixture_tell(const rule_bound *b, const binding *one);
/* What `rule` binds in the text, in order, joined by " | ". */
slice rule_fixture_bound(arena *a, const rule_set *rules, const char *rule_id, const char *text);

#endif
