/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of data: what a YAML (or JSON) file says, each node with its place. The built-in rules and the lexicon's data are such
 * trees compiled into the program (pack/blob); a user's files are parsed into the same form (pack/yaml). All text is borrowed. */
#ifndef PACK_NODE_H
#define PACK_NODE_H

#include "base/diag.h"
#include "base/relative.h"

typedef enum { NODE_SCALAR, NODE_SEQUENCE, NODE_MAP } node_kind;

typedef struct node {
	node_kind kind;
	bool plain;         /* a scalar without quotes: true, 12, null may be read from it */
	uint32_t line, col; /* 1-based; col in code points */
	uint32_t len;       /* of a scalar's text */
	uint32_t n;         /* items of a sequence, pairs of a map */
	relative text;      /* of a scalar */
	relative items;     /* of a sequence its items, of a map key, value, key, value ... */
} node;

typedef struct node_file { /* one file: several YAML documents are several roots */
	slice path;            /* as messages name it: "rules/checks/ratio.yaml" */
	slice source;          /* the file's text, for excerpts; empty for the built-in pack */
	slice digest;          /* SHA-256 of the file's bytes, 64 hex digits */
	const node *roots;
	size_t n;
} node_file;

/* A scalar's text; of others it is empty. */
static inline slice node_text(const node *at)
{
	return relative_slice(&at->text, at->len);
}

/* An item of a sequence. */
static inline const node *node_item(const node *list, size_t i)
{
	return (const node *)relative_get(&list->items) + i;
}

/* The i-th of n scalars of a list, or the one scalar that stands for such a list. */
static inline const node *node_one(const node *at, size_t i)
{
	return at->kind == NODE_SEQUENCE ? node_item(at, i) : at;
}

/* Makes `to` a scalar of the same place as `from` with a text of its own, which must live as long. */
void node_reword(node *to, const node *from, slice text);
/* NULL if absent or not a map. */
const node *node_get(const node *map, slice key);
const node *node_key(const node *map, size_t i);
const node *node_value(const node *map, size_t i);
/* A message at a node's place. */
void node_complain(diag_list *diags, const node_file *file, const node *at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Readers of scalars; false, with a message saying what was expected, if the node is not of that form. */
bool node_bool(diag_list *diags, const node_file *file, const node *at, bool *out);
bool node_int(diag_list *diags, const node_file *file, const node *at, int64_t *out);
/* Complains, with a "did you mean", about every key of `map` that is not among the n allowed. */
void node_only_keys(diag_list *diags, const node_file *file, const node *map, const slice *allowed, size_t n);

#endif
