/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What relations say together: contradictions that none of them shows alone, and what would mend one that fails. Only
 * relations joined by certain links, within one document, take part. */
#ifndef REASON_JOINT_H
#define REASON_JOINT_H

#include "reason/web.h"

/* Adds to the relations of one document, already judged, one of the rule with `bind: joint` for every minimal group of them
 * that hold one by one but not all at once, and an unchecked one where LIMIT_REASON_STEPS did not settle it. `scratch` is for what
 * is needed on the way. */
void joint_find(arena *a, arena *scratch, const rule_set *rules, relation_list *relations);

/* Whether all that hangs together with the n relations can hold once the claims for which `freed` is true may be any number:
 * false only by proof. */
bool joint_mends(arena *a, web *w, const relation *const *relations, size_t n, bool (*freed)(const void *ctx, claim_ref),
                 const void *ctx);

#endif
