/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of the HTML in Markdown, and what is open. HTML comes in pieces, Markdown's own blocks between them, so that its
 * elements and those blocks are kept on one stack: an element never reaches beyond the block it was opened in. */
#include "format/markdown.h"

#include "base/ascii.h"

#include <stdlib.h>

typedef enum {
	DOES_BREAK, /* a paragraph's end: <p>, <div> */
	DOES_HEADING,
	DOES_CAPTION,
	DOES_QUOTE,
	DOES_CODE,
	DOES_LIST,
	DOES_ITEM,
	DOES_TABLE,
	DOES_ROW,
	DOES_CELL,
	DOES_MARK, /* a stretch set apart */
	DOES_RAISE,
	DOES_LINE,
	DOES_IMAGE,
	DOES_HIDE /* what is in it is not shown */
} element_does;

struct element {
	char name[12];
	element_does does;
	int what; /* a heading's level, an inline_kind; of lists and cells: ordered, a header */
};

static const element ELEMENTS[] = {
	/* in byte order */
	{"a", DOES_MARK, INLINE_LINK},
	{"address", DOES_BREAK, 0},
	{"article", DOES_BREAK, 0},
	{"aside", DOES_BREAK, 0},
	{"b", DOES_MARK, INLINE_STRONG},
	{"blockquote", DOES_QUOTE, 0},
	{"br", DOES_LINE, 0},
	{"caption", DOES_CAPTION, 0},
	{"center", DOES_BREAK, 0},
	{"code", DOES_MARK, INLINE_CODE},
	{"dd", DOES_BREAK, 0},
	{"del", DOES_MARK, INLINE_STRUCK},
	{"details", DOES_BREAK, 0},
	{"div", DOES_BREAK, 0},
	{"dl", DOES_BREAK, 0},
	{"dt", DOES_BREAK, 0},
	{"figcaption", DOES_CAPTION, 0},
	{"figure", DOES_BREAK, 0},
	{"footer", DOES_BREAK, 0},
	{"h1", DOES_HEADING, 1},
	{"h2", DOES_HEADING, 2},
	{"h3", DOES_HEADING, 3},
	{"h4", DOES_HEADING, 4},
	{"h5", DOES_HEADING, 5},
	{"h6", DOES_HEADING, 6},
	{"header", DOES_BREAK, 0},
	{"hr", DOES_BREAK, 0},
	{"iframe", DOES_HIDE, 0},
	{"img", DOES_IMAGE, 0},
	{"kbd", DOES_MARK, INLINE_CODE},
	{"li", DOES_ITEM, 0},
	{"main", DOES_BREAK, 0},
	{"nav", DOES_BREAK, 0},
	{"ol", DOES_LIST, true},
	{"p", DOES_BREAK, 0},
	{"picture", DOES_BREAK, 0},
	{"pre", DOES_CODE, 0},
	{"s", DOES_MARK, INLINE_STRUCK},
	{"samp", DOES_MARK, INLINE_CODE},
	{"script", DOES_HIDE, 0},
	{"section", DOES_BREAK, 0},
	{"strike", DOES_MARK, INLINE_STRUCK},
	{"strong", DOES_MARK, INLINE_STRONG},
	{"style", DOES_HIDE, 0},
	{"summary", DOES_CAPTION, 0},
	{"sup", DOES_RAISE, 0},
	{"svg", DOES_HIDE, 0},
	{"table", DOES_TABLE, 0},
	{"tbody", DOES_ROW, 0},
	{"td", DOES_CELL, false},
	{"template", DOES_HIDE, 0},
	{"tfoot", DOES_ROW, 0},
	{"th", DOES_CELL, true},
	{"thead", DOES_ROW, 0},
	{"tr", DOES_ROW, 0},
	{"tt", DOES_MARK, INLINE_CODE},
	{"ul", DOES_LIST, false},
	{"var", DOES_MARK, INLINE_CODE},
};

static int by_name(const void *key, const void *entry)
{
	const slice *name = key;
	return slice_compare(*name, slice_of(((const element *)entry)->name));
}

const element *markdown_element(slice name)
{
	char lower[sizeof ELEMENTS->name];
	if (name.len >= sizeof lower)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = (char)(ascii_is_capital(name.ptr[i]) ? name.ptr[i] | 0x20 : name.ptr[i]);
	slice key = {lower, name.len};
	return bsearch(&key, ELEMENTS, sizeof ELEMENTS / sizeof *ELEMENTS, sizeof *ELEMENTS, by_name);
}

/* ---------------------------------------------------------------------------------------------------------- what is open */

static bool is_built(const element *e)
{
	return e->does == DOES_HEADING || e->does == DOES_CAPTION || e->does == DOES_QUOTE || e->does == DOES_CODE ||
	       e->does == DOES_LIST || e->does == DOES_ITEM || e->does == DOES_TABLE || e->does == DOES_CELL;
}

static bool holds_text_alone(const element *e)
{
	return e->does == DOES_HEADING || e->does == DOES_CAPTION || e->does == DOES_CODE || e->does == DOES_MARK ||
	       e->does == DOES_RAISE;
}

static void end_paragraph(markdown *m)
{
	if (m->paragraph)
		builder_end(m->out);
	m->paragraph = false;
}

static void pop(markdown *m)
{
	const element *e = VEC_LAST(m->open).element;
	m->open.n--;
	if (e->does == DOES_MARK)
		builder_unmark(m->out, (inline_kind)e->what);
	if (e->does == DOES_RAISE)
		m->raised = false;
	if (!is_built(e))
		return;
	end_paragraph(m);
	builder_end(m->out);
}

static void push(markdown *m, const element *e)
{
	VEC_PUSH(m->arena, m->open, (open_element){.element = e});
}

void markdown_close_html(markdown *m)
{
	while (m->open.n && VEC_LAST(m->open).element)
		pop(m);
	end_paragraph(m);
}

/* What is not closed where its block ends is closed there. */
static void end_piece(markdown *m)
{
	if (m->state == TAGS_COMMENT)
		VEC_PUSH(m->arena, m->comments, (source_range){m->tag_start, m->last});
	m->state = TAGS_TEXT;
}

void markdown_open(markdown *m, open_element what)
{
	end_paragraph(m);
	VEC_PUSH(m->arena, m->open, what);
}

bool markdown_close(markdown *m)
{
	end_piece(m);
	markdown_close_html(m);
	return m->open.n && !m->open.at[--m->open.n].passed;
}

bool markdown_begin_line(markdown *m)
{
	const open_element *in = NULL;
	for (size_t i = m->open.n; i-- > 0 && !in;)
		if (!m->open.at[i].element || is_built(m->open.at[i].element))
			in = &m->open.at[i];
	bool own = in && !in->element && in->leaf && in->paragraph;
	if (m->cell || (in && in->element && in->element->does == DOES_CELL) || (in && !own && !m->paragraph && !in->item))
		return false;
	if (own || m->paragraph)
		builder_end(m->out);
	builder_begin(m->out, BLOCK_PARAGRAPH, 0);
	m->paragraph = !own;
	return true;
}

void markdown_html_end(markdown *m)
{
	end_piece(m);
	while (m->open.n && VEC_LAST(m->open).element && holds_text_alone(VEC_LAST(m->open).element))
		pop(m);
	end_paragraph(m);
}

/* How many elements must end so that the innermost that does `what` has ended; 0: none is open in this block, or in what `within`
 * does. */
static size_t depth_of(const markdown *m, element_does what, element_does within)
{
	for (size_t i = m->open.n; i-- > 0 && m->open.at[i].element;) {
		if (m->open.at[i].element->does == what)
			return m->open.n - i;
		if (m->open.at[i].element->does == within)
			return 0;
	}
	return 0;
}

static void pop_through(markdown *m, size_t n)
{
	while (n-- > 0)
		pop(m);
}

bool markdown_takes_text(const markdown *m)
{
	if (m->paragraph)
		return true;
	for (size_t i = m->open.n; i-- > 0;) {
		const element *e = m->open.at[i].element;
		if (!e)
			return m->open.at[i].leaf;
		if (e->does == DOES_HEADING || e->does == DOES_CODE)
			return true;
		if (is_built(e))
			return false;
	}
	return false;
}

/* ------------------------------------------------------------------------------------------------------------------ tags */

/* The value of a tag's attribute, within the tag; empty if it has none. */
static slice attribute(slice tag, slice name)
{
	for (size_t i = 1; i + name.len < tag.len; i++) {
		if (!ascii_is_white(tag.ptr[i - 1]) || !slice_equal_nocase(slice_sub(tag, i, i + name.len), name))
			continue;
		size_t at = i + name.len;
		while (at < tag.len && ascii_is_white(tag.ptr[at]))
			at++;
		if (at >= tag.len || tag.ptr[at] != '=')
			continue;
		for (at++; at < tag.len && ascii_is_white(tag.ptr[at]);)
			at++;
		char quote = at < tag.len && (tag.ptr[at] == '"' || tag.ptr[at] == '\'') ? tag.ptr[at] : 0;
		size_t end = at += quote != 0;
		while (end < tag.len && (quote ? tag.ptr[end] != quote : !ascii_is_white(tag.ptr[end]) && tag.ptr[end] != '>'))
			end++;
		return slice_sub(tag, at, end);
	}
	return (slice){"", 0};
}

static uint32_t number_of(slice digits)
{
	enum { MOST = 100000000 };
	uint32_t n = 0;
	for (size_t i = 0; i < digits.len && ascii_is_digit(digits.ptr[i]) && n < MOST; i++)
		n = n * 10 + (uint32_t)(digits.ptr[i] - '0');
	return n;
}

/* Whether blocks may begin here: not in a paragraph or a heading. */
static bool may_open_blocks(const markdown *m)
{
	for (size_t i = m->open.n; i-- > 0;) {
		if (!m->open.at[i].element)
			return !m->open.at[i].leaf;
		if (m->open.at[i].element->does == DOES_HEADING || m->open.at[i].element->does == DOES_CODE)
			return false;
	}
	return true;
}

static void show_image(markdown *m, slice tag, uint32_t at)
{
	slice address = attribute(tag, SLICE("src")), alt = attribute(tag, SLICE("alt"));
	if (address.len && markdown_badge(m, address, at + (uint32_t)(address.ptr - tag.ptr)))
		return;
	if (alt.len)
		markdown_tell_decoded(m, alt, at + (uint32_t)(alt.ptr - tag.ptr));
}

static void open_list(markdown *m, const element *e, slice tag)
{
	slice start = attribute(tag, SLICE("start"));
	builder_list(m->out, e->what, e->what && start.len ? number_of(start) : 1);
	push(m, e);
}

static void open_cell(markdown *m, const element *e, slice tag)
{
	pop_through(m, depth_of(m, DOES_CELL, DOES_TABLE));
	builder_cell(m->out, e->what, number_of(attribute(tag, SLICE("rowspan"))), number_of(attribute(tag, SLICE("colspan"))));
	push(m, e);
}

static void open_block(markdown *m, const element *e, slice tag)
{
	static const block_kind kinds[] = {[DOES_HEADING] = BLOCK_HEADING,
	                                   [DOES_CAPTION] = BLOCK_CAPTION,
	                                   [DOES_QUOTE] = BLOCK_QUOTE,
	                                   [DOES_CODE] = BLOCK_CODE};
	if (e->does == DOES_HEADING)
		markdown_close_html(m);
	if (e->does == DOES_ITEM)
		pop_through(m, depth_of(m, DOES_ITEM, DOES_LIST));
	end_paragraph(m);
	if (e->does == DOES_LIST) {
		open_list(m, e, tag);
	} else if (e->does == DOES_TABLE) {
		builder_table(m->out);
		push(m, e);
	} else if (e->does == DOES_ITEM && depth_of(m, DOES_LIST, DOES_CELL)) {
		builder_item(m->out, number_of(attribute(tag, SLICE("value"))));
		push(m, e);
	} else if (e->does == DOES_ROW && depth_of(m, DOES_TABLE, DOES_TABLE)) {
		pop_through(m, depth_of(m, DOES_TABLE, DOES_TABLE) - 1);
		if (e->name[1] == 'r')
			builder_row(m->out);
	} else if (e->does == DOES_CELL && depth_of(m, DOES_TABLE, DOES_TABLE)) {
		open_cell(m, e, tag);
	} else if (e->does <= DOES_CODE && e->does != DOES_BREAK) {
		builder_begin(m->out, kinds[e->does], (uint16_t)(e->does == DOES_HEADING ? e->what : 0));
		push(m, e);
	}
}

void markdown_open_tag(markdown *m, const element *e, slice tag, uint32_t at)
{
	uint32_t end = at + (uint32_t)tag.len;
	if (m->open.n >= m->deepest)
		return;
	switch (e->does) {
	case DOES_MARK:
		builder_mark(m->out, (inline_kind)e->what);
		push(m, e);
		break;
	case DOES_RAISE:
		m->raised = true;
		push(m, e);
		break;
	case DOES_LINE:
		if (m->cell || depth_of(m, DOES_CELL, DOES_TABLE))
			builder_put(m->out, SLICE("\n"), at, end);
		else
			m->broken = true;
		m->before = '\n';
		break;
	case DOES_IMAGE:
		show_image(m, tag, at);
		break;
	case DOES_HIDE:
		if (!slice_ends_with(tag, SLICE("/>"))) {
			m->state = TAGS_RAW;
			m->raw = slice_of(e->name);
		}
		break;
	default:
		if (may_open_blocks(m))
			open_block(m, e, tag);
		if (!m->html && (e->does == DOES_BREAK || !may_open_blocks(m)))
			builder_space(m->out, at);
	}
}

void markdown_close_tag(markdown *m, const element *e, uint32_t at)
{
	if (e->does == DOES_BREAK && may_open_blocks(m))
		end_paragraph(m);
	if (e->does == DOES_BREAK && !m->html)
		builder_space(m->out, at);
	for (size_t i = m->open.n; i-- > 0 && m->open.at[i].element;) {
		if (m->open.at[i].element == e) {
			pop_through(m, m->open.n - i);
			return;
		}
		if (m->open.at[i].element->does == DOES_TABLE)
			return;
	}
}
