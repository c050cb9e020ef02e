/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a rule in words, for `explain` and for the pages of `rules docs`. */
#ifndef CLI_RULE_TEXT_H
#define CLI_RULE_TEXT_H

#include "rule/rule.h"

/* "links: share(a, b, p)", "frame change (by, to, from)"; in the arena. */
slice rule_binds_text(arena *a, const rule *r);
/* "exact: ..."; empty for the usual reading. */
slice rule_reading_text(const rule *r);

#endif
