/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that the built-in pack is made of, read again. */
#ifndef PACK_FIXTURE_H
#define PACK_FIXTURE_H

#include "pack/node.h"

typedef struct pack_words {
	const node_file **at; /* in order of path */
	size_t n;
} pack_words;

/* Every file of rules/lexicon/, in the arena; tests run in the root of the tree. */
pack_words pack_fixture_words(arena *a);

#endif
