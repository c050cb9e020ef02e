/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at tags before they are parsed: the parser's time grows with the square of how deep elements lie. */
#include "format/html.h"

#include "base/ascii.h"

#include <string.h>

typedef struct tag { /* "<name ...>" */
	slice name;
	bool closes, empty; /* "</name>", "<name/>" */
	size_t end;         /* behind its ">" */
} tag;

static bool ends_name(char c)
{
	return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Behind the next `what`, or the end. */
static size_t behind(slice html, size_t at, slice what)
{
	size_t found = slice_find(slice_sub(html, at, html.len), what);
	return found == SIZE_MAX ? html.len : at + found + what.len;
}

/* The ">" that ends a tag does not stand in the quotation marks of an attribute's value. */
static size_t end_of_tag(slice html, size_t at)
{
	for (; at < html.len && html.ptr[at] != '>'; at++) {
		char quote = html.ptr[at];
		if ((quote != '"' && quote != '\'') || html.ptr[at - 1] != '=')
			continue;
		size_t found = slice_find_byte(slice_sub(html, at + 1, html.len), quote);
		if (found == SIZE_MAX)
			return html.len;
		at += found + 1;
	}
	return at;
}

/* The next tag from `at` on; comments and the like are passed over. */
static bool next_tag(slice html, size_t at, tag *out)
{
	while (at < html.len) {
		size_t found = slice_find_byte(slice_sub(html, at, html.len), '<');
		if (found == SIZE_MAX || at + found + 1 >= html.len)
			return false;
		at += found + 1;
		if (slice_starts_with(slice_sub(html, at, html.len), SLICE("!--"))) {
			at = behind(html, at + 1, SLICE("-->"));
			continue;
		}
		out->closes = html.ptr[at] == '/';
		at += out->closes;
		if (at >= html.len || !ascii_is_letter(html.ptr[at]))
			continue;
		size_t from = at;
		while (at < html.len && !ends_name(html.ptr[at]))
			at++;
		out->name = slice_sub(html, from, at);
		size_t end = end_of_tag(html, at);
		out->empty = end > at && end < html.len && html.ptr[end - 1] == '/';
		out->end = end < html.len ? end + 1 : end;
		return true;
	}
	return false;
}

/* What never holds elements, and what the next of its kind closes: neither lies deeper for being opened often. */
static bool stays_flat(slice name)
{
	static const char *const flat[] = {"area", "base",  "br",     "col",   "embed", "hr",    "img",    "input",    "link",
	                                   "meta", "param", "source", "track", "wbr",   "p",     "li",     "dt",       "dd",
	                                   "tr",   "td",    "th",     "thead", "tbody", "tfoot", "option", "optgroup", "a",
	                                   "rt",   "rp",    "body",   "html",  "head",  NULL};
	return slice_among_nocase(name, flat);
}

/* Where the text of a <script> or the like ends. */
static size_t behind_raw(slice html, slice name, size_t at)
{
	static const char *const raw[] = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", NULL};
	if (!slice_among_nocase(name, raw))
		return at;
	while (at < html.len) {
		at = behind(html, at, SLICE("</"));
		if (slice_equal_nocase(slice_sub(html, at, at + name.len), name))
			return at - 2;
	}
	return html.len;
}

uint64_t html_depth(slice html, uint64_t most)
{
	enum { STACK = 4096 };
	slice stack[STACK];
	uint64_t deep = 0, deepest = 0;
	tag t;
	if (most >= STACK)
		most = STACK - 1;
	for (size_t at = 0; next_tag(html, at, &t); at = t.closes ? t.end : behind_raw(html, t.name, t.end)) {
		if (stays_flat(t.name))
			continue;
		if (!t.closes) {
			stack[deep++] = t.name;
			deepest = deep > deepest ? deep : deepest;
			if (deepest > most)
				return deepest;
			continue;
		}
		for (uint64_t i = deep; i-- > 0;) {
			if (slice_equal_nocase(stack[i], t.name)) {
				deep = i;
				break;
			}
		}
	}
	return deepest;
}

static bool is_xml(slice source)
{
	slice start = slice_starts_with(source, SLICE("\xEF\xBB\xBF")) ? slice_sub(source, 3, source.len) : source;
	return slice_starts_with(start, SLICE("<?xml"));
}

const char *html_of_xml(arena *a, slice source)
{
	static const char *const kept[] = {"area", "base", "br",    "col",    "embed", "hr",  "img", "input",
	                                   "link", "meta", "param", "source", "track", "wbr", "p",   "li",
	                                   "dt",   "dd",   "tr",    "td",     "th",    NULL};
	if (!is_xml(source))
		return source.ptr;
	char *copy = (char *)arena_copy(a, source).ptr;
	tag t;
	for (size_t at = 0; next_tag(source, at, &t); at = t.end) {
		if (!t.empty || t.closes || slice_among_nocase(t.name, kept))
			continue;
		size_t from = (size_t)(t.name.ptr - source.ptr) - 1;
		memset(copy + from, ' ', t.end - from);
	}
	return copy;
}
