/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a relation to its verdict and severity (DESIGN "Verdicts", "Severity"). */
#ifndef REASON_VERDICT_H
#define REASON_VERDICT_H

#include "relate/relation.h"
#include "rule/eval.h"

/* Evaluates r's rule over its binding and fills every field from `verdict` on. Texts live in the arena. Only a failing relation
 * is given its check, computed and told: most others are never shown. */
void verdict_decide(arena *a, const lexicon *lex, relation *r);
/* r with check, computed and told. */
relation verdict_told(arena *a, const relation *r);

/* Whether r's check would hold, in the reading of its plain verdict, if `number` were written in c's place; and if c and d
 * had changed places. */
truth verdict_with(arena *a, const lexicon *lex, const relation *r, const claim *c, rational number);
truth verdict_exchanged(arena *a, const lexicon *lex, const relation *r, const claim *c, const claim *d);

/* What a failing relation may be told as: the lesser of what its arithmetic and its link allow, under the rule's own bound. */
severity verdict_severity(bool fails_generous, bool blurred, link_grade grade, severity bound);

#endif
