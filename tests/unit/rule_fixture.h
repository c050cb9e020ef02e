/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules from text and expressions over given sets, for the tests of src/rule and its binders. */
#ifndef RULE_FIXTURE_H
#define RULE_FIXTURE_H

#include "claim_fixture.h"
#include "relate/bind.h"
#include "rule/expr.h"

typedef struct rule_fixture {
	arena *a;
	const lexicon *lex; /* the built-in one */
} rule_fixture;

/* What tests of a suite share; set up and taken down around each of them. Whatever these functions give lives in its arena. */
extern rule_fixture rule_with;
void rule_fixture_set_up(void);
void rule_fixture_tear_down(void);

/* The rules of one YAML text named t.yaml; NULL if it has mistakes, which are in *diags. */
rule_set *rule_fixture_load(const char *yaml, diag_list *diags);
/* Likewise, but a mistake in it fails the test. */
rule_set *rule_fixture_rules(const char *yaml);
/* The built-in rules. */
rule_set *rule_fixture_built_in(void);

/* An expression over variables that are sets; a mistake in it fails the test. */
typedef struct rule_values {
	binding binding;
	evaluation ev;
} rule_values;
void rule_fixture_set(rule_values *v, const char *name, set values);
const expr *rule_fixture_expr(rule_values *v, const char *source);

/* Everything that a rule set binds in a text. */
typedef struct rule_bound {
	claim_reading reading;
	reading_of doc;
	binding_list bindings;
} rule_bound;
rule_bound *rule_fixture_bind(const rule_set *rules, const char *text);
/* "a=45 b=180 p=35%", with the figures as written; several of one variable joined by "+". */
slice rule_fixture_tell(const rule_bound *b, const binding *one);
/* What `rule` binds in the text, in order, joined by " | ". */
slice rule_fixture_bound(const rule_set *rules, const char *rule_id, const char *text);

#endif
