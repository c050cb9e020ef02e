/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the pack that tools/mkpack.c writes. What a part holds is gathered before anything is written. */
#ifndef MKPACK_H
#define MKPACK_H

#include "base/table.h"
#include "pack/language.h"
#include "pack/words.h"
#include "pack/yaml.h"

#include <stdio.h>

typedef struct pack_writer {
	FILE *out;
	arena *arena;
	table texts; /* each text once, to its place in `text` and one more */
	VEC(char) text;
	VEC(const node *) nodes; /* in their order in the pack; items stand together */
	VEC(size_t) items;       /* by node: where its items begin */
	table places;            /* of data that phrases share: a node's address to its place and one more */
} pack_writer;

/* Nodes that stand together, and all below them; their place. */
size_t gather_nodes(pack_writer *w, const node *items, size_t n);
void write_nodes(pack_writer *w);
/* The place of a text, which is kept once. */
size_t gather_text(pack_writer *w, slice text);
void write_text(pack_writer *w);
/* A slice's initialiser. */
void write_slice(pack_writer *w, slice s);

void gather_lexicon(pack_writer *w, const lexicon *lex);
void declare_lexicon(pack_writer *w, const lexicon *lex, size_t number);
void write_lexicon(pack_writer *w, const lexicon *lex, size_t number);
/* The struct that leads to the parts, and its inflector. */
void write_lexicon_head(pack_writer *w, const lexicon *lex, size_t number);

#endif
