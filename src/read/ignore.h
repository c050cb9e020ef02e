/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left out of a folder: patterns as git has them in .gitignore, read from .gitignore and .numerateignore. Only files that
 * lie in the tree count, so every copy of a repository leaves out the same: no settings of a user or a machine. */
#ifndef READ_IGNORE_H
#define READ_IGNORE_H

#include "base/arena.h"

typedef struct ignore_scope ignore_scope; /* the patterns of one folder, and of those above it */

/* The scope of a folder, an absolute path: `above` with the folder's own files before it. */
const ignore_scope *ignore_enter(arena *a, const ignore_scope *above, slice folder);
/* The scope above a folder: of the folders from its repository's root (which holds .git) down to it; NULL without a repository. */
const ignore_scope *ignore_above(arena *a, slice folder);
/* A scope of patterns that are told, one each, from `folder` down; they come before those of `above`. */
const ignore_scope *ignore_told(arena *a, const ignore_scope *above, slice folder, const slice *patterns, size_t n);
/* Whether a path, absolute and below the scope's folder, is left out: the last pattern of the nearest folder that fits decides.
 * That a folder above the path is left out is not looked at. */
bool ignore_has(const ignore_scope *s, slice path, bool is_folder);

/* read/wildmatch: whether a pattern without slashes fits a name: ? * [a-z] [!a-z] [[:digit:]] and \ before a character. */
bool wildmatch_name(slice pattern, slice name);
/* Whether a pattern fits a whole path, part by part; a part that is ** fits any number of parts, and at the end one or more. */
bool wildmatch_path(slice pattern, slice path);

#endif
