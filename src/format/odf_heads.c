/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heads and feet of an OpenDocument text's pages: those of the kinds of page that its styles ask for. */
#include "base/limits.h"
#include "format/gather.h"
#include "format/odf_text.h"
#include "format/page_heads.h"

typedef struct page_kind {
	slice name, next; /* the kind of page that follows one of this */
	VEC(slice) texts;
	bool used;
} page_kind;

typedef VEC(page_kind) page_kinds;

/* A head's lines; of the elements within them those that only set text apart are looked through: all others are filled in. */
static slice read_lines(arena *a, xml_reader *x)
{
	static const char *const seen[] = {"span", "a", "list", "list-item", "section"};
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	for (;;) {
		xml_event event = xml_next(x);
		if (event == XML_END || xml_ends(x, depth))
			return gather_text(&all);
		if (event == XML_CHARS)
			gather_add(a, &all, xml_text(x));
		if (event != XML_OPEN || xml_space_of(x) != XML_TEXT)
			continue;
		bool through = false;
		for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
			through |= xml_opens(x, XML_TEXT, seen[i]);
		if (xml_opens(x, XML_TEXT, "p") || xml_opens(x, XML_TEXT, "h") || xml_opens(x, XML_TEXT, "line-break"))
			gather_line(a, &all);
		else if (xml_opens(x, XML_TEXT, "s") || xml_opens(x, XML_TEXT, "tab"))
			gather_add(a, &all, SLICE(" "));
		else if (!through)
			xml_skip(x);
	}
}

static void read_kind(arena *a, xml_reader *x, page_kinds *out)
{
	static const char *const edges[] = {"header", "footer", "header-first", "footer-first"};
	uint32_t depth = xml_depth(x);
	page_kind kind = {.name = arena_copy(a, xml_attribute(x, XML_STYLE, "name"))};
	kind.next = arena_copy(a, xml_attribute(x, XML_STYLE, "next-style-name"));
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		bool edge = false, shown = !slice_equal(xml_attribute(x, XML_STYLE, "display"), SLICE("false"));
		for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
			edge |= xml_opens(x, XML_STYLE, edges[i]);
		if (edge && shown)
			VEC_PUSH(a, kind.texts, read_lines(a, x));
		else if (edge || xml_opens(x, XML_STYLE, "header-left") || xml_opens(x, XML_STYLE, "footer-left"))
			xml_skip(x);
	}
	VEC_PUSH(a, *out, kind);
}

static page_kind *find_kind(const page_kinds *kinds, slice name)
{
	for (size_t i = 0; name.len && i < kinds->n; i++)
		if (slice_equal(kinds->at[i].name, name))
			return &kinds->at[i];
	return NULL;
}

/* Takes a kind of page, and those that follow it. */
static void use(const page_kinds *kinds, slice name)
{
	for (page_kind *k = find_kind(kinds, name); k && !k->used; k = find_kind(kinds, k->next))
		k->used = true;
}

void odf_heads_put(odf_job *j)
{
	page_kinds kinds = {0};
	page_heads heads = {.more = false};
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, SLICE("styles.xml")));
	while (xml_next(x) != XML_END)
		if (xml_opens(x, XML_STYLE, "master-page") && kinds.n < LIMIT_PAGE_HEADS)
			read_kind(j->arena, x, &kinds);
	xml_close(x);
	for (size_t i = 0; i < j->styles.styles.n; i++)
		use(&kinds, j->styles.styles.at[i].page);
	use(&kinds, SLICE("Standard"));
	for (size_t i = 0; i < kinds.n; i++)
		for (size_t k = 0; kinds.at[i].used && k < kinds.at[i].texts.n; k++)
			page_heads_add(j->arena, &heads, kinds.at[i].texts.at[k]);
	page_heads_put(j->b, &heads);
}
