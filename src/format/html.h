/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML pages on their way into a document; for src/format/html*.c alone. */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "base/caps.h"
#include "document/builder.h"

#include <gumbo.h>

typedef enum { HTML_LEVEL, HTML_RAISED, HTML_LOWERED } html_script;

typedef struct html_walk {
	arena *arena;
	builder *out;
	slice source;
	const char *base; /* Gumbo's pointers lie in the source, or in a copy of it */
	bool open;        /* a paragraph is */
	unsigned leaf;    /* within a block that holds nothing but text */
	unsigned code;    /* within <pre> */
	bool broken;      /* <br> was the last that was told */
	bool notes;       /* in a list of footnotes */
	bool headings;    /* nothing but headings is told: a page's own header */
	html_script script;
	uint32_t told;             /* of the source: behind what was told last */
	uint32_t space, space_end; /* white space before the next text, in the source; none if space_end is 0 */
	VEC(inline_kind) marks;    /* that open before the next text */
} html_walk;

/* html_walk: a node with all that is in it; the nodes of an element. */
void html_walk_children(html_walk *w, const GumboElement *e);
void html_walk_node(html_walk *w, const GumboNode *n);
/* A boundary between blocks. */
void html_break(html_walk *w);

/* html_text: text with its entities and white space as a browser shows it. */
void html_text(html_walk *w, const GumboText *t);
/* Opens what is still to be opened before text or a mark at `at`. */
void html_ready(html_walk *w);
void html_mark(html_walk *w, inline_kind kind);
void html_unmark(html_walk *w, inline_kind kind);
uint32_t html_source_of(const html_walk *w, const char *at);

/* html_table: tables. */
void html_table(html_walk *w, const GumboElement *e);

/* html_class: what an element is by its attributes. */
slice html_attribute(const GumboElement *e, const char *name);
uint32_t html_number(const GumboElement *e, const char *name);
/* Whether one of the words of an attribute is among a NULL-terminated list. */
bool html_has_word(const GumboElement *e, const char *attribute, const char *const *words);
bool html_is_left_out(const GumboElement *e); /* hidden, or what a page has around its text */
bool html_is_notes(const GumboElement *e);    /* holds footnotes */
bool html_is_note_mark(const GumboElement *e);
bool html_is(const GumboNode *n, GumboTag tag);

/* html_depth: how deep elements lie within each other, at least until `most` is passed. */
uint64_t html_depth(slice html, uint64_t most);
/* A copy of XHTML in which an element that is closed as it opens ("<a id='x'/>") holds nothing in HTML's reading either. */
const char *html_of_xml(arena *a, slice source);

#endif
