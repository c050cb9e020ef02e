/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/html.h"

typedef struct shape { /* what is in a table, other tables in it apart */
	uint32_t rows, cells;
	bool told, nests; /* header cells or a caption; another table */
} shape;

static void look(const GumboElement *e, shape *s)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		if (n->type != GUMBO_NODE_ELEMENT)
			continue;
		GumboTag tag = n->v.element.tag;
		if (tag == GUMBO_TAG_TABLE) {
			s->nests = true;
			continue;
		}
		s->rows += tag == GUMBO_TAG_TR;
		s->cells += tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
		s->told |= tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION;
		look(&n->v.element, s);
	}
}

/* A table that only sets things beside each other: its cells are no cells. */
static bool is_layout(const GumboElement *e)
{
	static const char *const roles[] = {"presentation", "none", NULL};
	shape s = {0};
	if (html_has_word(e, "role", roles))
		return true;
	look(e, &s);
	return s.cells < 2 || (s.nests && !s.told);
}

static const GumboElement *row_of(const GumboNode *n)
{
	return html_is(n, GUMBO_TAG_TR) && !html_is_left_out(&n->v.element) ? &n->v.element : NULL;
}

static void put_cell(html_walk *w, const GumboElement *e, bool header, uint32_t rows_left)
{
	uint32_t rows = html_number(e, "rowspan"), cols = html_number(e, "colspan");
	bool open_ended = gumbo_get_attribute(&e->attributes, "rowspan") && !rows;
	if (open_ended || rows > rows_left)
		rows = rows_left;
	builder_cell(w->out, header || e->tag == GUMBO_TAG_TH, rows, cols);
	html_walk_children(w, e);
	html_break(w);
	builder_end(w->out);
}

/* The rows that stand in an element one beside the other; a cell reaches no further down than they do. */
static void put_rows(html_walk *w, const GumboElement *e, bool header)
{
	uint32_t left = 0;
	for (unsigned i = 0; i < e->children.length; i++)
		left += row_of(e->children.data[i]) != NULL;
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboElement *row = row_of(e->children.data[i]);
		if (!row)
			continue;
		builder_row(w->out);
		for (unsigned k = 0; k < row->children.length; k++) {
			const GumboNode *cell = row->children.data[k];
			if ((html_is(cell, GUMBO_TAG_TD) || html_is(cell, GUMBO_TAG_TH)) && !html_is_left_out(&cell->v.element))
				put_cell(w, &cell->v.element, header, left);
		}
		left--;
	}
}

void html_table(html_walk *w, const GumboElement *e)
{
	bool notes = w->notes;
	html_break(w);
	if (w->leaf || is_layout(e)) {
		html_walk_children(w, e);
		html_break(w);
		return;
	}
	for (unsigned i = 0; i < e->children.length; i++)
		if (html_is(e->children.data[i], GUMBO_TAG_CAPTION))
			html_walk_node(w, e->children.data[i]);
	builder_table(w->out);
	w->notes = false;
	put_rows(w, e, false);
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		bool header = html_is(n, GUMBO_TAG_THEAD),
			 part = header || html_is(n, GUMBO_TAG_TBODY) || html_is(n, GUMBO_TAG_TFOOT);
		if (part && !html_is_left_out(&n->v.element))
			put_rows(w, &n->v.element, header);
	}
	w->notes = notes;
	builder_end(w->out);
}
