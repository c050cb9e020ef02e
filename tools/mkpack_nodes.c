/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mkpack.h"

static size_t child_count(const node *at)
{
	return at->kind == NODE_MAP ? 2 * (size_t)at->n : at->n;
}

/* The parser limits the depth. */
size_t gather_nodes(pack_writer *w, const node *items, size_t n)
{
	size_t place = w->nodes.n;
	for (size_t i = 0; i < n; i++) {
		VEC_PUSH(w->arena, w->nodes, &items[i]);
		VEC_PUSH(w->arena, w->items, 0);
		gather_text(w, node_text(&items[i]));
	}
	for (size_t i = 0; i < n; i++) {
		size_t below = child_count(&items[i]);
		if (below) {
			size_t first = gather_nodes(w, node_item(&items[i], 0), below);
			w->items.at[place + i] = first;
		}
	}
	return place;
}

void write_nodes(pack_writer *w)
{
	static const char *const kinds[] = {
		[NODE_SCALAR] = "NODE_SCALAR", [NODE_SEQUENCE] = "NODE_SEQUENCE", [NODE_MAP] = "NODE_MAP"};
	fputs("\t.nodes = {\n", w->out);
	for (size_t i = 0; i < w->nodes.n; i++) {
		const node *at = w->nodes.at[i];
		fprintf(w->out, "\t{%s, %s, %u, %u, %u, %u, ", kinds[at->kind], at->plain ? "true" : "false", at->line, at->col,
		        at->len, at->n);
		if (at->len)
			fprintf(w->out, "TO(nodes[%zu].text, text[%zu]), ", i, gather_text(w, node_text(at)));
		else
			fputs("0, ", w->out);
		if (at->n)
			fprintf(w->out, "TO(nodes[%zu].items, nodes[%zu])},\n", i, w->items.at[i]);
		else
			fputs("0},\n", w->out);
	}
	fputs("\t},\n", w->out);
}

size_t gather_text(pack_writer *w, slice text)
{
	void **known = table_at(&w->texts, text);
	if (*known)
		return *(size_t *)*known;
	size_t *place = ARENA_NEW(w->arena, size_t);
	*known = place;
	*place = w->text.n;
	for (size_t i = 0; i < text.len; i++)
		VEC_PUSH(w->arena, w->text, text.ptr[i]);
	return *place;
}

static void write_string(FILE *out, slice s)
{
	fputc('"', out);
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];
		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c == '?') /* never a trigraph */
			fputs("\\?", out);
		else if (c < 0x20 || c >= 0x7F)
			fprintf(out, "\\%03o", c); /* three digits: what follows is never taken for one of them */
		else
			fputc(c, out);
	}
	fputc('"', out);
}

void write_text(pack_writer *w)
{
	enum { LINE = 100 };
	slice all = {w->text.at, w->text.n};
	fputs("\t.text =\n", w->out);
	for (size_t at = 0; at <= all.len; at += LINE) {
		fputs("\t\t", w->out);
		write_string(w->out, slice_sub(all, at, at + LINE));
		fputc('\n', w->out);
	}
}

void write_slice(pack_writer *w, slice s)
{
	fputc('{', w->out);
	write_string(w->out, s);
	fprintf(w->out, ", %zu}", s.len);
}
