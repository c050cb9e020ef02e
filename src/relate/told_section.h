/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A count told anywhere in a document, "it offers 11 commands", and the section headed by what is counted, "Commands", with one
 * list, one table or a row of sections below. */
#ifndef RELATE_TOLD_SECTION_H
#define RELATE_TOLD_SECTION_H

#include "relate/bind.h"

/* Adds, for every rule of `bind: list`, a binding of n (the count) and items (what stands in the section) where they agree, or where
 * they differ by one and the section leaves no doubt of how many it holds. To be called when the whole document is read. */
void bind_told_sections(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, binding_list *out);

#endif
