/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `default`: what an option is by default, told at two places. */
#ifndef RELATE_DEFAULTS_H
#define RELATE_DEFAULTS_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: default`, a binding of a and b for two figures that are told to be the default of an option of
 * one name, at places of two kinds: in a table's row or at the head of an item or section, and in a sentence or a comment in code. Two rows, or
 * two items, may be of two options that share their name. */
void bind_defaults(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out);

#endif
