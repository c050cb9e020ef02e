/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML pages: which part is the text, and what the page tells of itself. */
#include "format/html.h"

#include "document/meta.h"
#include "format/format.h"

#include <string.h>

/* Gumbo's memory is the arena's, so that nothing is left behind however a page ends. */
static void *take_memory(void *a, size_t bytes)
{
	return arena_alloc(a, bytes);
}

static void leave_memory(void *a, void *old)
{
	(void)a;
	(void)old;
}

static const GumboOutput *parse(arena *a, slice html)
{
	GumboOptions options = kGumboDefaultOptions;
	options.allocator = take_memory;
	options.deallocator = leave_memory;
	options.userdata = a;
	options.max_errors = 0;
	return gumbo_parse_with_options(&options, html.ptr, html.len);
}

static bool is_shallow(arena *a, slice html, const caps *c, slice *why)
{
	if (html_depth(html, cap_of(c, CAP_DEPTH)) <= cap_of(c, CAP_DEPTH))
		return true;
	*why = cap_message(a, c, CAP_DEPTH, "its elements lie within each other deeper than");
	return false;
}

/* ------------------------------------------------------------------------------------------------- what a page tells of itself */

/* Words with one space between, at most so many bytes. */
static slice words_of(arena *a, slice text)
{
	enum { MOST = 1000 };
	char *out = arena_alloc(a, text.len + 1);
	size_t n = 0;
	text = slice_trim(text);
	for (size_t i = 0; i < text.len; i++) {
		bool blank = (unsigned char)text.ptr[i] <= ' ';
		if (!blank || (n && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : text.ptr[i];
	}
	while (n > MOST || (n && text.len && n == MOST && ((unsigned char)out[n] & 0xC0) == 0x80))
		n = n > MOST ? MOST : n - 1;
	return (slice){out, n};
}

static void tell_meta(arena *a, const GumboElement *e, document *d)
{
	static const char *const names[] = {"property", "name", "itemprop", "http-equiv"};
	slice content = words_of(a, html_attribute(e, "content"));
	for (size_t i = 0; content.len && i < sizeof names / sizeof *names; i++) {
		slice name = html_attribute(e, names[i]);
		if (name.len)
			meta_tell(d, name, content);
	}
}

static void read_head(arena *a, const GumboElement *head, document *d)
{
	slice title = {"", 0};
	for (unsigned i = 0; i < head->children.length; i++) {
		const GumboNode *n = head->children.data[i];
		if (html_is(n, GUMBO_TAG_META))
			tell_meta(a, &n->v.element, d);
		if (!html_is(n, GUMBO_TAG_TITLE) || title.len || !n->v.element.children.length)
			continue;
		const GumboNode *text = n->v.element.children.data[0];
		if (text->type == GUMBO_NODE_TEXT)
			title = words_of(a, slice_of(text->v.text.text));
	}
	meta_tell(d, SLICE("title"), title);
}

/* ----------------------------------------------------------------------------------------------------- where the text stands */

typedef struct candidates { /* for the text of a page */
	const GumboNode *main;
	const GumboNode *article;
	unsigned articles; /* that lie in no other */
} candidates;

static void find_candidates(const GumboNode *n, candidates *c)
{
	static const char *const roles[] = {"main", NULL};
	if (n->type != GUMBO_NODE_ELEMENT || html_is_left_out(&n->v.element) || c->main)
		return;
	const GumboElement *e = &n->v.element;
	if (e->tag == GUMBO_TAG_MAIN || html_has_word(e, "role", roles)) {
		c->main = n;
		return;
	}
	if (e->tag == GUMBO_TAG_ARTICLE) {
		c->article = n;
		c->articles++;
		return;
	}
	for (unsigned i = 0; i < e->children.length; i++)
		find_candidates(e->children.data[i], c);
}

/* Bytes of text that is told. */
static size_t text_length(const GumboNode *n)
{
	size_t sum = 0;
	if (n->type == GUMBO_NODE_TEXT)
		return strlen(n->v.text.text);
	if (n->type != GUMBO_NODE_ELEMENT || html_is_left_out(&n->v.element))
		return 0;
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		sum += text_length(n->v.element.children.data[i]);
	return sum;
}

/* What the page itself calls its main part, unless most of the text stands elsewhere. */
static const GumboNode *main_of(const GumboNode *body)
{
	candidates c = {0};
	find_candidates(body, &c);
	const GumboNode *found = c.main ? c.main : c.articles == 1 ? c.article : NULL;
	return found && text_length(found) * 2 >= text_length(body) ? found : body;
}

bool html_read(arena *a, slice bytes, document *d, slice *why)
{
	if (!is_shallow(a, bytes, d->caps, why))
		return false;
	html_walk w = {.arena = a, .out = builder_new(a, bytes), .source = bytes, .base = html_of_xml(a, bytes)};
	const GumboOutput *page = parse(a, (slice){w.base, bytes.len});
	const GumboElement *root = &page->root->v.element;
	meta_tell(d, SLICE("lang"), words_of(a, html_attribute(root, "lang")));
	for (unsigned i = 0; i < root->children.length; i++) {
		const GumboNode *n = root->children.data[i];
		if (html_is(n, GUMBO_TAG_HEAD))
			read_head(a, &n->v.element, d);
		else if (html_is(n, GUMBO_TAG_BODY) || html_is(n, GUMBO_TAG_FRAMESET))
			html_walk_node(&w, main_of(n));
	}
	html_break(&w);
	builder_finish(w.out, d);
	return true;
}
