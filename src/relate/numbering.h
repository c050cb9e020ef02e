/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The binder `numbering`: headings, or paragraphs that begin with a step's number, one after the other. */
#ifndef RELATE_NUMBERING_H
#define RELATE_NUMBERING_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: numbering`, a binding of a and b for each series of at least three numbers of one form below one
 * heading that begins at 1 (or 0): where one number is left out or told twice, that number as b and the one before it as a; else the last two.
 * Series that break their order otherwise are no numbering, and bind nothing. */
void bind_numbering(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out);

#endif
