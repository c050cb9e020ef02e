/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown as md4c tells it, on its way into a document; for src/read/markdown*.c alone. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "read/builder.h"

typedef struct markdown {
	arena *arena;
	builder *out;
	slice source;     /* the file */
	const char *read; /* what md4c is given: the source's bytes, some of them blanked, each at its place */
	uint32_t last;    /* of the source: behind what was told last */
	unsigned mute;    /* texts are not told: in an image that shows a badge */
	uint32_t blanks;  /* white space before the next text of a code block */
	bool code_span, cell;
} markdown;

/* The character that an entity ("&amp;", "&#x2014;") stands for; 0 if it is none. */
uint32_t markdown_entity(slice entity);

#endif
