/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `numerate rules docs DIR`: a page in Markdown for every rule, and an index of them. */
#ifndef CLI_RULE_PAGES_H
#define CLI_RULE_PAGES_H

#include "rule/rule.h"

/* Writes DIR/ID.md for every rule and DIR/README.md, each whole or not at all. False, after a message on standard error, if one
 * could not be written. */
bool rule_pages_write(arena *a, const rule_set *rules, const char *folder);

#endif
