/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in pack, written at build by tools/mkpack.c as constants that are used as they lie: rules/checks/ as trees of nodes,
 * rules/lexicon/ as a lexicon for each language. */
#ifndef PACK_BLOB_H
#define PACK_BLOB_H

#include "pack/language.h"
#include "pack/lexicon.h"

extern const node_file pack_files[]; /* rules/checks/, in order of path */
extern const size_t pack_file_count;
extern const language_list pack_languages;
extern const lexicon *const pack_lexicons[]; /* in the order of the languages */

/* NULL if there is no such language. */
const lexicon *pack_lexicon(slice lang);

#endif
