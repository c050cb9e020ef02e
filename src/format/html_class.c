/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ascii.h"
#include "base/limits.h"
#include "format/html.h"

#include <string.h>

slice html_attribute(const GumboElement *e, const char *name)
{
	const GumboAttribute *found = gumbo_get_attribute(&e->attributes, name);
	return found ? slice_trim(slice_of(found->value)) : (slice){"", 0};
}

uint32_t html_number(const GumboElement *e, const char *name)
{
	slice value = html_attribute(e, name);
	uint32_t n = 0;
	for (size_t i = 0; i < value.len && i < 9 && ascii_is_digit(value.ptr[i]); i++)
		n = n * 10 + (uint32_t)(value.ptr[i] - '0');
	return n;
}

bool html_is(const GumboNode *n, GumboTag tag)
{
	return n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == tag;
}

bool html_has_word(const GumboElement *e, const char *attribute, const char *const *words)
{
	slice value = html_attribute(e, attribute);
	for (size_t at = 0; at < value.len;) {
		size_t to = at;
		while (to < value.len && value.ptr[to] != ' ' && value.ptr[to] != '\n' && value.ptr[to] != '\t')
			to++;
		if (to > at && slice_among_nocase(slice_sub(value, at, to), words))
			return true;
		at = to + 1;
	}
	return false;
}

/* Whether a style says "name: value", with or without white space between. */
static bool has_style(slice style, const char *name, const char *value)
{
	for (size_t at = 0; at < style.len;) {
		slice rest = slice_sub(style, at, style.len);
		size_t end = slice_find_byte(rest, ';');
		slice one = slice_sub(rest, 0, end);
		size_t colon = slice_find_byte(one, ':');
		if (colon != SIZE_MAX && slice_equal_nocase(slice_trim(slice_sub(one, 0, colon)), slice_of(name))) {
			slice said = slice_trim(slice_sub(one, colon + 1, one.len));
			size_t space = slice_find_byte(said, ' ');
			if (slice_equal_nocase(slice_sub(said, 0, space == SIZE_MAX ? said.len : space), slice_of(value)))
				return true;
		}
		at += one.len + 1;
	}
	return false;
}

static bool is_hidden(const GumboElement *e)
{
	static const char *const classes[] = {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", NULL};
	if (!e->attributes.length)
		return false;
	slice style = html_attribute(e, "style");
	return gumbo_get_attribute(&e->attributes, "hidden") ||
	       slice_equal_nocase(html_attribute(e, "aria-hidden"), SLICE("true")) || has_style(style, "display", "none") ||
	       has_style(style, "visibility", "hidden") || html_has_word(e, "class", classes);
}

bool html_is_notes(const GumboElement *e)
{
	static const char *const classes[] = {"footnotes", "footnote", "footnote-list", "endnotes", "citation-list", NULL};
	static const char *const roles[] = {"doc-footnote", "doc-endnotes", "doc-endnote", NULL};
	return e->attributes.length && (html_has_word(e, "class", classes) || html_has_word(e, "role", roles));
}

bool html_is_note_mark(const GumboElement *e)
{
	static const char *const classes[] = {"footnote-ref", "footnote-reference", "noteref",
	                                      "fn-ref",       "reference-footnote", NULL};
	static const char *const roles[] = {"doc-noteref", NULL};
	return e->attributes.length && (html_has_word(e, "class", classes) || html_has_word(e, "role", roles));
}

/* Beside the text: what leads to other pages, but also a book's boxes, notes, fact sheets. */
static bool is_aside(const GumboElement *e)
{
	static const char *const roles[] = {"complementary", NULL}, *const classes[] = {"sidebar", NULL};
	if (e->tag != GUMBO_TAG_ASIDE &&
	    !(e->attributes.length && (html_has_word(e, "role", roles) || html_has_word(e, "class", classes))))
		return false;
	return !html_is_notes(e);
}

typedef struct prose { /* bytes of text, in links and outside */
	size_t linked, free, nodes;
} prose;

static void weigh(const GumboElement *e, bool linked, prose *p)
{
	linked = linked || e->tag == GUMBO_TAG_A;
	for (unsigned i = 0; i < e->children.length && p->nodes < LIMIT_ASIDE_NODES; i++, p->nodes++) {
		const GumboNode *n = e->children.data[i];
		if (n->type == GUMBO_NODE_TEXT)
			*(linked ? &p->linked : &p->free) += slice_trim(slice_of(n->v.text.text)).len;
		else if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag != GUMBO_TAG_SCRIPT &&
		         n->v.element.tag != GUMBO_TAG_STYLE)
			weigh(&n->v.element, linked, p);
	}
}

static bool holds_prose(const GumboElement *e)
{
	enum { LEAST = 40 };
	prose p = {0};
	weigh(e, false, &p);
	return p.free >= LEAST && p.free > p.linked;
}

bool html_is_left_out(const GumboElement *e)
{
	static const char *const roles[] = {"navigation", "banner",  "contentinfo",  "search",  "menu", "menubar",
	                                    "toolbar",    "tablist", "doc-backlink", "doc-toc", NULL};
	static const char *const classes[] = {"navheader", "navfooter", "navbar", "nav", "navbox", "breadcrumb", "breadcrumbs",
	                                      "sphinxsidebar", "toc", "footnote-back", "headerlink", "anchorjs-link",
	                                      /* numbers that a program wrote: of lines of code, and of headings */
	                                      "lineno", "linenos", "linenumber", "header-section-number", "section-number",
	                                      "sectnum", NULL};
	switch (e->tag) {
	case GUMBO_TAG_SCRIPT:
	case GUMBO_TAG_STYLE:
	case GUMBO_TAG_TEMPLATE:
	case GUMBO_TAG_NOSCRIPT:
	case GUMBO_TAG_NAV:
	case GUMBO_TAG_HEAD:
	case GUMBO_TAG_TITLE:
	case GUMBO_TAG_IFRAME:
	case GUMBO_TAG_OBJECT:
	case GUMBO_TAG_AUDIO:
	case GUMBO_TAG_VIDEO:
	case GUMBO_TAG_CANVAS:
	case GUMBO_TAG_SVG:
	case GUMBO_TAG_BUTTON:
	case GUMBO_TAG_SELECT:
	case GUMBO_TAG_TEXTAREA:
	case GUMBO_TAG_RP:
	case GUMBO_TAG_RT:
	case GUMBO_TAG_DEL:
	case GUMBO_TAG_ANNOTATION_XML:
		return true;
	default:
		break;
	}
	return is_hidden(e) ||
	       (e->attributes.length && (html_has_word(e, "role", roles) || html_has_word(e, "class", classes))) ||
	       (is_aside(e) && !holds_prose(e));
}
