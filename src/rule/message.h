/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message templates: "{a} of {b} is {percent(a / b)}, not {p}". eval_message of rule/eval.h fills them. */
#ifndef RULE_MESSAGE_H
#define RULE_MESSAGE_H

#include "rule/expr.h"

/* Adds every mistake of a template to *errors. */
void message_check(arena *a, slice template, const expr_scope *scope, expr_errors *errors);

#endif
