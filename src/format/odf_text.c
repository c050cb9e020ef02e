/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/odf_text.h"

#include "format/gather.h"

#include <string.h>

enum { MOST_SPAN = 1000, MOST_BLANKS = 64, HEADINGS = 6, MOST_BACK = 256 };

static bool is_passed_over(const xml_reader *x)
{
	static const char *const texts[] = {"tracked-changes",    "table-of-content", "alphabetical-index", "table-index",
	                                    "illustration-index", "object-index",     "user-index",         "bibliography",
	                                    "ruby-text",          "sequence-decls",   "variable-decls",     "user-field-decls",
	                                    "note-citation"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (xml_opens(x, XML_TEXT, texts[i]))
			return true;
	return xml_opens(x, XML_OFFICE, "forms") || xml_opens(x, XML_NONE, "title") || xml_opens(x, XML_NONE, "desc") ||
	       xml_opens(x, XML_TABLE, "shapes");
}

/* What an element within a line stands for: blanks, one of which is enough, a comment or mark that is none of it. */
static void gather_blank(odf_job *j, gathered *out)
{
	xml_reader *x = j->x;
	bool apart = out->n && (VEC_LAST(*out) == ' ' || VEC_LAST(*out) == '\n');
	if (xml_opens(x, XML_TEXT, "s") || xml_opens(x, XML_TEXT, "tab"))
		gather_add(j->arena, out, apart ? SLICE("") : SLICE(" "));
	else if (xml_opens(x, XML_TEXT, "line-break"))
		gather_line(j->arena, out);
	else if (xml_opens(x, XML_OFFICE, "annotation") || is_passed_over(x))
		xml_skip(x);
}

slice odf_line(odf_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	gathered out = {0};
	for (;;) {
		xml_event event = xml_next(x);
		if (event == XML_END || xml_ends(x, depth))
			return gather_text(&out);
		if (event == XML_CHARS)
			gather_add(j->arena, &out, xml_text(x));
		else if (event == XML_OPEN)
			gather_blank(j, &out);
	}
}

slice odf_paragraphs(odf_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_DRAW, "object")) {
			VEC_PUSH(j->arena, j->objects, arena_copy(j->arena, xml_attribute(x, XML_XLINK, "href")));
			xml_skip(x);
		}
		if (xml_opens(x, XML_OFFICE, "annotation") || is_passed_over(x)) {
			xml_skip(x);
			continue;
		}
		if (!xml_opens(x, XML_TEXT, "p") && !xml_opens(x, XML_TEXT, "h"))
			continue;
		gather_line(j->arena, &all);
		gather_add(j->arena, &all, odf_line(j));
	}
	return gather_text(&all);
}

static void gather_note(odf_job *j)
{
	slice text = odf_paragraphs(j);
	if (text.len)
		VEC_PUSH(j->arena, j->notes, text);
}

/* White space within text counts as one blank. */
static void put_chars(odf_job *j, slice text, unsigned marks)
{
	size_t from = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool blank = text.ptr[i] == '\n' || text.ptr[i] == '\t' || text.ptr[i] == '\r' || text.ptr[i] == ' ';
		if (!blank)
			continue;
		bool again = i > 0 && (text.ptr[i - 1] == ' ' || text.ptr[i - 1] == '\n' || text.ptr[i - 1] == '\t');
		flow_text(j->f, slice_sub(text, from, i), marks);
		if (!again)
			flow_text(j->f, SLICE(" "), marks);
		from = i + 1;
	}
	flow_text(j->f, slice_sub(text, from, text.len), marks);
}

/* A frame or text box within a paragraph: its blocks come first, and are no part of the item. */
static void read_frame(odf_job *j)
{
	uint32_t depth = xml_depth(j->x);
	odf_item *around = j->item;
	j->item = NULL;
	while (xml_next(j->x) != XML_END && !xml_ends(j->x, depth))
		odf_event_read(j);
	j->item = around;
}

static void read_inline(odf_job *j, unsigned marks, bool hidden);

static bool is_hidden_text(xml_reader *x)
{
	return xml_opens(x, XML_TEXT, "hidden-text") && !slice_equal(xml_attribute(x, XML_TEXT, "is-hidden"), SLICE("false"));
}

static void read_inline_element(odf_job *j, unsigned marks, bool hidden)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_TEXT, "span")) {
		odf_style s = odf_style_of(&j->styles, xml_attribute(x, XML_TEXT, "style-name"));
		read_inline(j, marks | s.marks, hidden || s.hidden);
	} else if (xml_opens(x, XML_TEXT, "a")) {
		read_inline(j, marks | FLOW_LINK, hidden);
	} else if (xml_opens(x, XML_TEXT, "s")) {
		for (uint32_t n = xml_number(x, XML_TEXT, "c", MOST_BLANKS, 1); n && !hidden; n--)
			flow_text(j->f, SLICE(" "), marks);
	} else if (xml_opens(x, XML_TEXT, "tab")) {
		flow_text(j->f, hidden ? SLICE("") : SLICE("\t"), marks);
	} else if (xml_opens(x, XML_TEXT, "line-break")) {
		flow_text(j->f, hidden ? SLICE("") : SLICE("\n"), marks);
	} else if (xml_opens(x, XML_TEXT, "note")) {
		flow_note(j->f, ++j->marks);
		gather_note(j);
	} else if (xml_opens(x, XML_OFFICE, "annotation")) {
		gather_note(j);
	} else if (is_passed_over(x) || is_hidden_text(x)) {
		xml_skip(x);
	} else if (xml_opens(x, XML_TEXT, "hidden-paragraph")) {
		j->hides |= slice_equal(xml_attribute(x, XML_TEXT, "is-hidden"), SLICE("true"));
		xml_skip(x);
	} else if (xml_space_of(x) == XML_DRAW) {
		read_frame(j);
	} else {
		read_inline(j, marks, hidden);
	}
}

/* Text up to the end of the element that just opened. */
static void read_inline(odf_job *j, unsigned marks, bool hidden)
{
	uint32_t depth = xml_depth(j->x);
	for (;;) {
		xml_event event = xml_next(j->x);
		if (event == XML_END || xml_ends(j->x, depth))
			return;
		if (event == XML_CHARS && !hidden)
			put_chars(j, xml_text(j->x), marks);
		else if (event == XML_OPEN)
			read_inline_element(j, marks, hidden);
	}
}

static flow_shape shape_of(odf_job *j, const odf_style *s, uint16_t level)
{
	odf_item *item = j->item;
	if (level || j->heading)
		return (flow_shape){.kind = FLOW_HEADING, .level = level ? level : j->heading};
	if (item && item->fresh && !flow_is_empty(j->f)) {
		item->fresh = false;
		return (flow_shape){.kind = FLOW_ITEM,
		                    .level = item->depth,
		                    .list = item->list,
		                    .number = item->ordered ? item->number : 0,
		                    .ordered = item->ordered};
	}
	if (item)
		return (flow_shape){.kind = FLOW_PARAGRAPH, .inside = true};
	return (flow_shape){.kind = s->level     ? FLOW_HEADING
	                            : s->caption ? FLOW_CAPTION
	                            : s->quote   ? FLOW_QUOTE
	                                         : FLOW_PARAGRAPH,
	                    .level = s->level};
}

/* The number of the item at hand, at its first paragraph: the items below it begin anew. */
static void count_item(odf_job *j)
{
	odf_item *item = j->item;
	if (!item || item->counted)
		return;
	uint32_t *next = j->counts.at[item->count].next;
	size_t at = item->depth < ODF_DEPTHS ? item->depth : ODF_DEPTHS - 1;
	item->counted = true;
	item->number = next[at] ? next[at] : item->start;
	next[at] = item->number + 1;
	for (size_t i = at + 1; i < ODF_DEPTHS; i++)
		next[i] = 0;
}

static void read_paragraph(odf_job *j, bool heading)
{
	xml_reader *x = j->x;
	uint16_t level = heading ? (uint16_t)xml_number(x, XML_TEXT, "outline-level", HEADINGS, 1) : 0;
	odf_style s = odf_style_of(&j->styles, xml_attribute(x, XML_TEXT, "style-name"));
	bool hides = j->hides;
	j->hides = false;
	count_item(j);
	flow_open(j->f);
	read_inline(j, s.marks, s.hidden);
	if (j->hides)
		flow_clear(j->f);
	j->hides = hides;
	flow_shape shape = shape_of(j, &s, level);
	flow_close(j->f, &shape);
}

/* What a list that opens goes on from: the one it names, or the last one of its style; NULL: it begins anew. */
static const odf_count *count_before(odf_job *j, slice style, bool ordered)
{
	slice id = arena_copy(j->arena, xml_attribute(j->x, XML_TEXT, "continue-list"));
	bool goes_on = slice_equal(xml_attribute(j->x, XML_TEXT, "continue-numbering"), SLICE("true"));
	for (size_t i = j->counts.n, seen = 0; i-- > 0 && seen < MOST_BACK; seen++) {
		const odf_count *c = &j->counts.at[i];
		bool same = style.len && slice_equal(c->style, style);
		if (id.len ? slice_equal(c->id, id) : same && (goes_on || !ordered))
			return c;
	}
	return NULL;
}

/* Begins to count a list that stands in no other: its identity. */
static uint32_t begin_count(odf_job *j, slice style, bool ordered)
{
	odf_count count = {.id = arena_copy(j->arena, xml_attribute(j->x, XML_XML, "id")), .style = style};
	const odf_count *before = count_before(j, style, ordered);
	if (before)
		memcpy(count.next, before->next, sizeof count.next);
	count.list = before ? before->list : ++j->lists;
	VEC_PUSH(j->arena, j->counts, count);
	return count.list;
}

static void read_list(odf_job *j, const odf_list *style)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	odf_item *around = j->item;
	odf_item item = {.depth = around ? (uint16_t)(around->depth + 1) : 0, .counted = true};
	slice name = arena_copy(j->arena, xml_attribute(x, XML_TEXT, "style-name"));
	const odf_list *own = odf_list_of(&j->styles, name);
	size_t at = item.depth < ODF_DEPTHS ? item.depth : ODF_DEPTHS - 1;
	bool other = own && own != style;
	style = own ? own : style;
	item.ordered = style && style->ordered[at];
	item.start = style && style->start[at] ? style->start[at] : 1;
	item.list = around ? ++j->lists : begin_count(j, name, item.ordered);
	item.count = around ? around->count : j->counts.n - 1;
	if (around && other)
		j->counts.at[item.count].next[at] = 0;
	j->item = &item;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_TEXT, "list-item")) {
			uint32_t told = xml_number(x, XML_TEXT, "start-value", UINT32_MAX - 1, UINT32_MAX);
			if (told != UINT32_MAX)
				j->counts.at[item.count].next[at] = told;
			item.fresh = true;
			item.counted = false;
		} else if (xml_opens(x, XML_TEXT, "list")) {
			read_list(j, style);
		} else {
			odf_event_read(j);
		}
	}
	j->item = around;
}

static void read_cell(odf_job *j, bool header, uint32_t col)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x);
	odf_item *around = j->item;
	uint32_t rows = xml_number(x, XML_TABLE, "number-rows-spanned", MOST_SPAN, 1);
	uint32_t cols = xml_number(x, XML_TABLE, "number-columns-spanned", MOST_SPAN, 1);
	builder_place(j->b, col);
	builder_cell(j->b, header, rows, cols);
	flow_enter(j->f);
	j->item = NULL;
	while (xml_next(x) != XML_END && !xml_ends(x, depth))
		odf_event_read(j);
	j->item = around;
	flow_leave(j->f);
	builder_end(j->b);
}

static void read_row(odf_job *j, bool header)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x), col = 0;
	builder_row(j->b);
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		bool cell = xml_opens(x, XML_TABLE, "table-cell"), covered = xml_opens(x, XML_TABLE, "covered-table-cell");
		uint32_t repeated = cell || covered ? xml_number(x, XML_TABLE, "number-columns-repeated", MOST_SPAN, 1) : 0;
		if (cell)
			read_cell(j, header, col);
		else if (covered)
			xml_skip(x);
		col += repeated;
	}
}

static void read_table(odf_job *j)
{
	xml_reader *x = j->x;
	uint32_t depth = xml_depth(x), headers = 0;
	flow_end_lists(j->f);
	builder_table(j->b);
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_TABLE, "table-header-rows"))
			headers++;
		else if (xml_closes(x, XML_TABLE, "table-header-rows"))
			headers -= headers > 0;
		else if (xml_opens(x, XML_TABLE, "table-row"))
			read_row(j, headers > 0);
		else if (is_passed_over(x))
			xml_skip(x);
	}
	builder_end(j->b);
}

/* A chart, or another document that is shown: of these only charts are read. */
static void read_object(odf_job *j)
{
	slice href = arena_copy(j->arena, xml_attribute(j->x, XML_XLINK, "href"));
	xml_skip(j->x);
	flow_end_lists(j->f);
	odf_chart_put(j->arena, j->parts, j->b, href);
}

/* Whether the section that opens is not shown. */
static bool is_hidden_section(xml_reader *x)
{
	slice display = xml_attribute(x, XML_TEXT, "display");
	if (slice_equal(display, SLICE("condition")))
		return slice_equal(xml_attribute(x, XML_TEXT, "is-hidden"), SLICE("true"));
	return slice_equal(display, SLICE("none"));
}

static void leave_out_section(odf_job *j)
{
	slice name = arena_copy(j->arena, xml_attribute(j->x, XML_TEXT, "name"));
	builder_note(j->b, arena_printf(j->arena, "the hidden section " SLICE_FMT " was left out", SLICE_ARG(name)));
	xml_skip(j->x);
}

void odf_event_read(odf_job *j)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_TEXT, "section") && is_hidden_section(x))
		leave_out_section(j);
	else if (xml_opens(x, XML_DRAW, "object"))
		read_object(j);
	else if (xml_opens(x, XML_TEXT, "p"))
		read_paragraph(j, false);
	else if (xml_opens(x, XML_TEXT, "h"))
		read_paragraph(j, true);
	else if (xml_opens(x, XML_TEXT, "list"))
		read_list(j, NULL);
	else if (xml_opens(x, XML_TABLE, "table"))
		read_table(j);
	else if (xml_opens(x, XML_OFFICE, "annotation"))
		gather_note(j);
	else if (is_passed_over(x))
		xml_skip(x);
}

void odf_notes_put(odf_job *j)
{
	for (size_t i = 0; i < j->notes.n; i++) {
		builder_begin(j->b, BLOCK_FOOTNOTE, 0);
		builder_text(j->b, j->notes.at[i], 0);
		builder_end(j->b);
	}
}
