/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown as md4c tells it, on its way into a document; for src/format/markdown*.c alone. */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include "document/builder.h"

typedef struct source_range {
	uint32_t start, end;
} source_range;

typedef enum { TAGS_TEXT, TAGS_TAG, TAGS_COMMENT, TAGS_RAW, TAGS_DECLARED } tags_state;

typedef struct element element;

typedef struct open_element {   /* what is open, Markdown's own blocks among the elements of its HTML */
	const element *element;     /* NULL: a block of Markdown's */
	bool leaf, paragraph, item; /* of that: it holds text alone; what it is */
	bool passed;                /* it lies too deep to be one */
} open_element;

typedef struct markdown {
	arena *arena;
	builder *out;
	slice source;           /* the file */
	slice read;             /* what md4c is given: the source, or a copy of it with what is no Markdown taken out */
	source_range body;      /* of that: all but the definitions of footnotes */
	VEC(source_part) parts; /* of the copy: as a document's; none: it is the source itself */
	size_t part;            /* the one met last */
	uint32_t last;          /* of the source: behind what was told last */
	char before;            /* the byte told last */
	unsigned mute;          /* texts are not told: in an image that shows a badge */
	uint32_t blanks;        /* white space before the next text of a code block */
	bool code_span, cell;
	bool raised; /* in <sup> */
	bool ten;    /* the text before is a 10 */
	bool broken; /* a line was broken on purpose, and nothing stands behind that yet */
	VEC(open_element) open;
	size_t deepest; /* how many may be open; tags and blocks deeper than that are passed over, not their text */
	bool paragraph; /* one that text of an HTML block opened */
	bool html;      /* in an HTML block */
	tags_state state;
	uint32_t tag_start;         /* where the tag or comment at hand begins */
	char quote;                 /* in a tag: the sign that closes an attribute's value */
	slice raw;                  /* in TAGS_RAW: the element whose end is awaited */
	VEC(source_range) comments; /* told when all else is */
	VEC(source_range) notes;    /* definitions of footnotes, likewise: of `read` */
} markdown;

/* markdown_text.c: what md4c tells as text of an MD_TEXTTYPE. */
void markdown_text(markdown *m, int type, slice text);
/* The source's own bytes for such a text, and where they stand; empty if it is none of them. */
slice markdown_verbatim(markdown *m, slice text, uint32_t *at);
/* Text as it stands in the source. */
void markdown_put(markdown *m, slice text, uint32_t at);
/* Text of prose: footnotes' marks are told, what is raised is told so. */
void markdown_tell(markdown *m, slice text, uint32_t at);
/* Behind a line that was broken on purpose something new begins, unless a small letter says that it goes on: `text` comes next. */
void markdown_mend_break(markdown *m, slice text);
/* An entity, or what only looks like one. */
void markdown_tell_entity(markdown *m, slice text, uint32_t at);

/* markdown_lines.c: fills read, body, parts and notes from the source behind its front matter. */
void markdown_prepare(markdown *m, uint32_t start, slice path);

/* markdown_entity.c: the character that an entity ("&amp;", "&#x2014;") stands for; 0 if it is none. */
uint32_t markdown_entity(slice entity);

/* markdown_html.c: text with tags, a part of an HTML block or an inline tag. */
void markdown_html(markdown *m, slice text, uint32_t at);
/* Whether a line's end that comes next is text. */
bool markdown_html_shows(const markdown *m);
/* Text of prose with HTML's entities. */
void markdown_tell_decoded(markdown *m, slice text, uint32_t at);

/* markdown_element.c: the element of a name in any letter case; NULL: none that matters. */
const element *markdown_element(slice name);
/* Its opening tag, which stands at `at`; its closing one. */
void markdown_open_tag(markdown *m, const element *e, slice tag, uint32_t at);
void markdown_close_tag(markdown *m, const element *e, uint32_t at);
/* Whether what is open takes text as it is; else a paragraph is begun for it. */
bool markdown_takes_text(const markdown *m);
/* An HTML block ends: what holds text alone ends with it. */
void markdown_html_end(markdown *m);
/* A heading ends the tables and lists that HTML left open. */
void markdown_close_html(markdown *m);
/* What was broken on purpose begins a paragraph of its own; false where that cannot be (a cell, a heading). */
bool markdown_begin_line(markdown *m);
/* A block of Markdown's begins, and ends with all that was opened in it; false if it was passed over. */
void markdown_open(markdown *m, open_element what);
bool markdown_close(markdown *m);

/* markdown_image.c: tells what a badge shows (its address is source[at, at + len)); false if it is none. */
bool markdown_badge(markdown *m, slice address, uint32_t at);

#endif
