/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles and numbering of a Word document: what a paragraph is, and what number it carries. */
#ifndef FORMAT_WORD_STYLES_H
#define FORMAT_WORD_STYLES_H

#include "base/vec.h"

typedef enum { WORD_PLAIN, WORD_HEADING, WORD_CAPTION, WORD_QUOTE, WORD_CONTENTS } word_role;

typedef struct word_style {
	slice id, base;
	word_role role;
	uint16_t level;  /* of a heading, 1.. */
	bool told_role;  /* by its name or outline level, not by the style it is based on */
	bool numbered;   /* it tells a list: */
	uint32_t list;   /* 0: of none */
	uint16_t depth;  /* 0.. */
	bool list_style; /* its paragraphs stand in lists, and continue an item where they have no number */
	unsigned marks;  /* FLOW_ bits of a character style */
	bool hidden;
} word_style;

typedef enum { WORD_NO_ITEM, WORD_BULLET, WORD_NUMBER } word_mark;

typedef struct word_styles word_styles;

word_styles *word_styles_read(arena *a, slice styles, slice numbering);
/* The style of this id with what it takes from those it is based on; a plain one if there is none. */
word_style word_style_of(const word_styles *s, slice id);
/* Counts one more item of a list at a depth: what stands before it, and its number. */
word_mark word_count_item(word_styles *s, uint32_t list, uint16_t depth, uint32_t *number);

#endif
