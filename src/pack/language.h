/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages there are words for, and which of them a text is in. A language is a folder below rules/lexicon/; the folder
 * "common" belongs to all of them. A file of a language may say which letters are its own:
 *
 *   letters: ΑΒΓαβγ
 *
 * and a text most of whose letters are these is in that language. A language that claims no letters is never chosen so. */
#ifndef PACK_LANGUAGE_H
#define PACK_LANGUAGE_H

#include "pack/node.h"

typedef struct language {
	slice name;              /* its folder: "en" */
	const uint64_t *letters; /* bit c of LANGUAGE_LETTERS: code point c is one of its letters; NULL: it claims none */
} language;

enum { LANGUAGE_LETTERS = 0x3000 }; /* letters are looked for below this code point */

typedef struct language_list {
	const language *at; /* in order of name */
	size_t n;
} language_list;

extern const slice LANGUAGE_COMMON; /* "common" */

/* Whether the path is one of rules/lexicon/NAME/..., alone or below a folder. */
bool language_has_file(slice name, slice path);
/* The languages of these files, which are in order of path. */
language_list language_list_of(arena *a, const node_file *const *files, size_t n);
/* NULL if there is none of that name. */
const language *language_find(const language_list *list, slice name);
/* The language to which more than half of the letters belong; NULL if there is none. Letters are counted in the text's first
 * LIMIT_LANGUAGE_BYTES. */
const language *language_of_text(const language_list *list, slice text);

#endif
