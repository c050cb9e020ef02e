/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in pack: rules/lexicon/ and rules/checks/ as trees of constants, written at build by tools/mkpack.c. */
#ifndef PACK_BLOB_H
#define PACK_BLOB_H

#include "pack/node.h"

extern const node_file pack_files[]; /* in order of path */
extern const size_t pack_file_count;

#endif
