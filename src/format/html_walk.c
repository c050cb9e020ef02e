/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML's elements as blocks. Text stands in paragraphs that open with its first word and end at the next boundary of a block. */
#include "format/html.h"

#include <string.h>

void html_break(html_walk *w)
{
	if (w->leaf) { /* what a heading holds is one text all the same */
		if (!w->code)
			builder_space(w->out, w->told);
		return;
	}
	w->space_end = 0;
	w->broken = false;
	if (!w->open)
		return;
	w->open = false;
	builder_end(w->out);
}

void html_walk_children(html_walk *w, const GumboElement *e)
{
	for (unsigned i = 0; i < e->children.length; i++)
		html_walk_node(w, e->children.data[i]);
}

static void walk_apart(html_walk *w, const GumboElement *e)
{
	html_break(w);
	html_walk_children(w, e);
	html_break(w);
}

/* A block that holds others. */
static void walk_holder(html_walk *w, const GumboElement *e, block_kind kind)
{
	html_break(w);
	if (w->leaf) {
		html_walk_children(w, e);
		return;
	}
	builder_begin(w->out, kind, 0);
	html_walk_children(w, e);
	html_break(w);
	builder_end(w->out);
}

/* A block of nothing but text. */
static void walk_leaf(html_walk *w, const GumboElement *e, block_kind kind, uint16_t level)
{
	html_break(w);
	if (!w->leaf)
		builder_begin(w->out, kind, level);
	w->leaf++;
	w->code += kind == BLOCK_CODE;
	html_walk_children(w, e);
	w->code -= kind == BLOCK_CODE;
	w->leaf--;
	w->space_end = 0;
	if (!w->leaf)
		builder_end(w->out);
}

static void walk_marked(html_walk *w, const GumboElement *e, inline_kind kind)
{
	html_mark(w, kind);
	html_walk_children(w, e);
	html_unmark(w, kind);
}

static bool is_list(GumboTag tag)
{
	return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_DIR;
}

static void walk_list(html_walk *w, const GumboElement *e)
{
	bool notes = w->notes;
	html_break(w);
	if (w->leaf) {
		html_walk_children(w, e);
		return;
	}
	w->notes = notes || html_is_notes(e);
	uint32_t start = html_number(e, "start");
	if (!w->notes)
		builder_list(w->out, e->tag == GUMBO_TAG_OL, start ? start : 1);
	html_walk_children(w, e);
	html_break(w);
	if (!w->notes)
		builder_end(w->out);
	w->notes = notes;
}

static void walk_item(html_walk *w, const GumboNode *n)
{
	const GumboElement *e = &n->v.element;
	if (w->leaf || !n->parent || n->parent->type != GUMBO_NODE_ELEMENT || !is_list(n->parent->v.element.tag)) {
		walk_apart(w, e);
		return;
	}
	if (w->notes) {
		walk_holder(w, e, BLOCK_FOOTNOTE);
		return;
	}
	html_break(w);
	builder_item(w->out, html_number(e, "value"));
	html_walk_children(w, e);
	html_break(w);
	builder_end(w->out);
}

/* Terms are items, which hold their definitions; <div> may stand around a pair. */
static void walk_pairs(html_walk *w, const GumboElement *e, bool *open)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		if (n->type != GUMBO_NODE_ELEMENT || html_is_left_out(&n->v.element))
			continue;
		const GumboElement *one = &n->v.element;
		html_break(w);
		if (one->tag != GUMBO_TAG_DT && one->tag != GUMBO_TAG_DD) {
			walk_pairs(w, one, open);
			continue;
		}
		if (w->notes) {
			if (one->tag == GUMBO_TAG_DD)
				walk_holder(w, one, BLOCK_FOOTNOTE);
			continue;
		}
		if (*open && one->tag == GUMBO_TAG_DT)
			builder_end(w->out);
		if (!*open || one->tag == GUMBO_TAG_DT)
			builder_item(w->out, 0);
		*open = true;
		html_walk_children(w, one);
		html_break(w);
	}
}

static void walk_definitions(html_walk *w, const GumboElement *e)
{
	bool open = false, notes = w->notes;
	html_break(w);
	if (w->leaf) {
		html_walk_children(w, e);
		return;
	}
	w->notes = notes || html_is_notes(e);
	if (!w->notes)
		builder_list(w->out, false, 0);
	walk_pairs(w, e, &open);
	if (open)
		builder_end(w->out);
	if (!w->notes)
		builder_end(w->out);
	w->notes = notes;
}

/* A raised mark that leads to a footnote, or stands in square brackets. */
static bool is_raised_note(const GumboElement *e)
{
	if (html_is_note_mark(e))
		return true;
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		if (n->type == GUMBO_NODE_WHITESPACE)
			continue;
		if (n->type == GUMBO_NODE_TEXT)
			return *n->v.text.text == '[';
		if (n->type != GUMBO_NODE_ELEMENT)
			return false;
		if (n->v.element.tag == GUMBO_TAG_A)
			return slice_find_byte(html_attribute(&n->v.element, "href"), '#') != SIZE_MAX;
		return is_raised_note(&n->v.element);
	}
	return false;
}

static void walk_script(html_walk *w, const GumboElement *e, bool raised)
{
	bool note = raised && is_raised_note(e);
	html_script script = w->script;
	w->script = note ? HTML_LEVEL : raised ? HTML_RAISED : HTML_LOWERED;
	if (note)
		walk_marked(w, e, INLINE_NOTE);
	else
		html_walk_children(w, e);
	w->script = script;
}

static void walk_line_end(html_walk *w, const GumboElement *e)
{
	uint32_t at = html_source_of(w, e->original_tag.data), end = at + (uint32_t)e->original_tag.length;
	if (!w->leaf && w->broken) {
		html_break(w);
	} else if (w->open || w->leaf) {
		bool first = w->leaf && builder_is_apart(w->out) && !w->code;
		w->space_end = 0;
		if (!first)
			builder_put(w->out, SLICE("\n"), at, end);
		w->broken = true;
	}
}

static void walk_quoted(html_walk *w, const GumboElement *e)
{
	uint32_t at = html_source_of(w, e->original_tag.data), end = html_source_of(w, e->original_end_tag.data);
	html_ready(w);
	builder_put(w->out, SLICE("\u201C"), at, at + (uint32_t)e->original_tag.length);
	html_walk_children(w, e);
	w->space_end = 0;
	if (e->original_end_tag.length && end >= at)
		builder_put(w->out, SLICE("\u201D"), end, end + (uint32_t)e->original_end_tag.length);
}

/* A page's own header and footer are none of an article's or section's. */
static bool is_of_page(const GumboNode *n)
{
	for (n = n->parent; n && n->type == GUMBO_NODE_ELEMENT; n = n->parent) {
		GumboTag tag = n->v.element.tag;
		if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_BLOCKQUOTE)
			return false;
	}
	return true;
}

/* Of a page's header its headings are text; its footer is none, unless it holds the footnotes. */
static void walk_margin(html_walk *w, const GumboNode *n)
{
	const GumboElement *e = &n->v.element;
	bool headings = w->headings;
	if (is_of_page(n) && !html_is_notes(e)) {
		if (e->tag == GUMBO_TAG_FOOTER)
			return;
		w->headings = true;
	}
	walk_apart(w, e);
	w->headings = headings;
}

static void walk_notes(html_walk *w, const GumboElement *e)
{
	bool notes = w->notes;
	w->notes = true;
	walk_apart(w, e);
	w->notes = notes;
}

/* Formulas: MathML's sources in other languages stand beside what is shown. */
static void walk_math(html_walk *w, const GumboElement *e)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		slice tag = n->type == GUMBO_NODE_ELEMENT ? (slice){n->v.element.original_tag.data, n->v.element.original_tag.length}
		                                          : (slice){"", 0};
		if (slice_starts_with(tag, SLICE("<annotation")))
			continue;
		if (n->type == GUMBO_NODE_ELEMENT)
			walk_math(w, &n->v.element);
		else
			html_walk_node(w, n);
	}
}

/* What stands within a line. False: it is a block. */
static bool walk_inline(html_walk *w, const GumboElement *e)
{
	switch (e->tag) {
	case GUMBO_TAG_CODE:
	case GUMBO_TAG_KBD:
	case GUMBO_TAG_SAMP:
	case GUMBO_TAG_TT:
		walk_marked(w, e, INLINE_CODE);
		return true;
	case GUMBO_TAG_MATH:
		html_mark(w, INLINE_CODE);
		walk_math(w, e);
		html_unmark(w, INLINE_CODE);
		return true;
	case GUMBO_TAG_B:
	case GUMBO_TAG_STRONG:
		walk_marked(w, e, INLINE_STRONG);
		return true;
	case GUMBO_TAG_S:
	case GUMBO_TAG_STRIKE:
		walk_marked(w, e, INLINE_STRUCK);
		return true;
	case GUMBO_TAG_A:
		if (html_is_note_mark(e))
			walk_marked(w, e, INLINE_NOTE);
		else if (gumbo_get_attribute(&e->attributes, "href"))
			walk_marked(w, e, INLINE_LINK);
		else
			html_walk_children(w, e);
		return true;
	case GUMBO_TAG_SUP:
	case GUMBO_TAG_SUB:
		walk_script(w, e, e->tag == GUMBO_TAG_SUP);
		return true;
	case GUMBO_TAG_BR:
		walk_line_end(w, e);
		return true;
	case GUMBO_TAG_Q:
		walk_quoted(w, e);
		return true;
	default:
		return false;
	}
}

static bool is_heading(GumboTag tag)
{
	return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

static void walk_block(html_walk *w, const GumboNode *n)
{
	const GumboElement *e = &n->v.element;
	switch (e->tag) {
	case GUMBO_TAG_UL:
	case GUMBO_TAG_OL:
	case GUMBO_TAG_MENU:
	case GUMBO_TAG_DIR:
		walk_list(w, e);
		return;
	case GUMBO_TAG_LI:
		walk_item(w, n);
		return;
	case GUMBO_TAG_DL:
		walk_definitions(w, e);
		return;
	case GUMBO_TAG_TABLE:
		html_table(w, e);
		return;
	case GUMBO_TAG_BLOCKQUOTE:
		walk_holder(w, e, BLOCK_QUOTE);
		return;
	case GUMBO_TAG_PRE:
	case GUMBO_TAG_LISTING:
	case GUMBO_TAG_XMP:
		walk_leaf(w, e, BLOCK_CODE, 0);
		return;
	case GUMBO_TAG_SUMMARY:
	case GUMBO_TAG_FIGCAPTION:
	case GUMBO_TAG_CAPTION:
		walk_holder(w, e, BLOCK_CAPTION);
		return;
	case GUMBO_TAG_HEADER:
	case GUMBO_TAG_FOOTER:
		walk_margin(w, n);
		return;
	case GUMBO_TAG_P:
	case GUMBO_TAG_DIV:
	case GUMBO_TAG_SECTION:
	case GUMBO_TAG_ARTICLE:
	case GUMBO_TAG_MAIN:
	case GUMBO_TAG_ASIDE:
	case GUMBO_TAG_HGROUP:
	case GUMBO_TAG_ADDRESS:
	case GUMBO_TAG_FIGURE:
	case GUMBO_TAG_FIELDSET:
	case GUMBO_TAG_LEGEND:
	case GUMBO_TAG_FORM:
	case GUMBO_TAG_CENTER:
	case GUMBO_TAG_DETAILS:
	case GUMBO_TAG_DT:
	case GUMBO_TAG_DD:
	case GUMBO_TAG_HR:
	case GUMBO_TAG_TBODY:
	case GUMBO_TAG_THEAD:
	case GUMBO_TAG_TFOOT:
	case GUMBO_TAG_TR:
	case GUMBO_TAG_TD:
	case GUMBO_TAG_TH:
	case GUMBO_TAG_BODY:
		walk_apart(w, e);
		return;
	default:
		html_walk_children(w, e);
	}
}

void html_walk_node(html_walk *w, const GumboNode *n)
{
	if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA) {
		if (!w->headings || w->leaf)
			html_text(w, &n->v.text);
		return;
	}
	const GumboElement *e = &n->v.element;
	if (n->type != GUMBO_NODE_ELEMENT || html_is_left_out(e))
		return;
	if (is_heading(e->tag))
		walk_leaf(w, e, BLOCK_HEADING, (uint16_t)(e->tag - GUMBO_TAG_H1 + 1));
	else if (w->headings && !w->leaf)
		html_walk_children(w, e);
	else if (walk_inline(w, e))
		return;
	else if (!w->notes && e->tag != GUMBO_TAG_OL && e->tag != GUMBO_TAG_UL && e->tag != GUMBO_TAG_DL && html_is_notes(e))
		walk_notes(w, e);
	else
		walk_block(w, n);
}
