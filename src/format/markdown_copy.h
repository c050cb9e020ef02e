/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of Markdown that are copied with edits, for what is no Markdown of md4c's; for src/format/markdown_*.c alone. */
#ifndef FORMAT_MARKDOWN_COPY_H
#define FORMAT_MARKDOWN_COPY_H

#include "format/markdown.h"

enum { MARKDOWN_CODE_INDENT = 4 };

typedef struct markdown_copy {
	markdown *m;
	slice source;
	VEC(char) text;
	uint32_t upto;                /* of the source: what is copied */
	char fence;                   /* of the code block that is open, 0: none */
	size_t fence_length;          /* how many signs it was opened with */
	bool admonition;              /* in the indented lines of one */
	bool bar;                     /* the line before has a bar, and so may be a table's head */
	bool module;                  /* in the lines of an import or export */
	bool jsx;                     /* the file is MDX */
	size_t curly, percent, brace; /* the next { and <% of the source, and the first of these */
	VEC(source_range) notes;      /* definitions, of the source */
	bool note;                    /* in the lines of one */
	bool blank;                   /* the line before is blank */
} markdown_copy;

typedef struct text_line {
	uint32_t start, end; /* without its line end */
	uint32_t body;       /* its first byte behind white space */
	uint32_t inner;      /* and behind the marks of quotes and items */
	uint32_t indent;     /* columns before `body` */
} text_line;

/* markdown_copy.c: the source [from, to) is read as `text`. Edits come in order; one that reaches behind another's end is passed over. */
void copy_edit(markdown_copy *w, uint32_t from, uint32_t to, slice text);
/* The source [from, to) is copied as it is. */
void copy_keep(markdown_copy *w, uint32_t from, uint32_t to);
/* The line of these ends, as read. */
text_line copy_line(const markdown_copy *w, uint32_t start, uint32_t end);
bool copy_is_blank(char c);
/* The byte there; 0 at the end. */
char copy_byte(const markdown_copy *w, uint32_t at, uint32_t end);
uint32_t copy_skip_blank(const markdown_copy *w, uint32_t at, uint32_t end);
/* The columns of the white space at `at`, and where it ends. */
uint32_t copy_indent(const markdown_copy *w, uint32_t at, uint32_t end, uint32_t *behind);
/* How many of this sign stand there. */
size_t copy_run(const markdown_copy *w, uint32_t at, uint32_t end, char c);
bool copy_starts_with(const markdown_copy *w, uint32_t at, uint32_t end, const char *with);

/* markdown_beyond.c: what other tools add to Markdown. Finds the next sign, from there on, that may begin a template or an expression. */
void beyond_seek_brace(markdown_copy *w, uint32_t from);
/* Takes templates, expressions and attributes out of the line. */
void beyond_take_braces(markdown_copy *w, const text_line *l);
/* A directive's colons, an alert's name, a formula's dollars; false if the line begins with none of them. */
bool beyond_take_mark(markdown_copy *w, const text_line *l);
/* Whether the line stands in a formula or ends it. */
bool beyond_take_formula(markdown_copy *w, const text_line *l);
/* Modules and components of MDX, and tags alone on their line; true if nothing of the line is left to read. */
bool beyond_take_element(markdown_copy *w, const text_line *l, uint32_t next);
/* Whether the line begins an admonition; whether it goes on with the one that is open. */
bool beyond_begin_admonition(markdown_copy *w, const text_line *l);
bool beyond_continue_admonition(markdown_copy *w, const text_line *l);

#endif
