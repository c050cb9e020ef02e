/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of OpenDocument: objects with a content of their own, in which a table holds what is drawn. As in those of Office, a
 * number is read where a label shows it. */
#include "format/odf_text.h"
#include "format/sheet.h"

enum { PLOT_DEPTH = 5 }; /* document-content, body, chart, chart, title: what is titled deeper is an axis */

typedef struct chart_cell {
	slice text, stored;
	uint32_t row;
	bool header;
} chart_cell;

typedef struct chart_job {
	odf_job text;         /* for its paragraphs */
	VEC(slice) labelling; /* styles that show values */
	VEC(chart_cell) cells;
	uint32_t row;
	bool header, labelled;
} chart_job;

static void put_text(builder *b, block_kind kind, slice text)
{
	if (!text.len)
		return;
	builder_begin(b, kind, 0);
	builder_text(b, text, 0);
	builder_end(b);
}

static bool is_labelling(const chart_job *j, slice style)
{
	for (size_t i = 0; i < j->labelling.n; i++)
		if (slice_equal(j->labelling.at[i], style))
			return true;
	return false;
}

static void read_style(chart_job *j)
{
	xml_reader *x = j->text.x;
	uint32_t depth = xml_depth(x);
	slice name = arena_copy(j->text.arena, xml_attribute(x, XML_STYLE, "name"));
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		slice number = xml_attribute(x, XML_CHART, "data-label-number");
		if (slice_starts_with(number, SLICE("value")))
			VEC_PUSH(j->text.arena, j->labelling, name);
	}
}

static void read_cell(chart_job *j)
{
	xml_reader *x = j->text.x;
	chart_cell cell = {.row = j->row, .header = j->header, .stored = {"", 0}};
	if (slice_equal(xml_attribute(x, XML_OFFICE, "value-type"), SLICE("float")))
		cell.stored = sheet_number(j->text.arena, xml_attribute(x, XML_OFFICE, "value"));
	uint32_t depth = xml_depth(x);
	bool told = false; /* names of several levels are told whole, and then one by one */
	cell.text = (slice){"", 0};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (told || !xml_opens(x, XML_TEXT, "p"))
			continue;
		told = true;
		cell.text = odf_line(&j->text);
	}
	VEC_PUSH(j->text.arena, j->cells, cell);
}

static void read_event(chart_job *j, builder *b)
{
	xml_reader *x = j->text.x;
	if (xml_opens(x, XML_STYLE, "style"))
		read_style(j);
	else if (xml_opens(x, XML_CHART, "title") || xml_opens(x, XML_CHART, "subtitle"))
		put_text(b, xml_depth(x) > PLOT_DEPTH ? BLOCK_PARAGRAPH : BLOCK_CAPTION, odf_paragraphs(&j->text));
	else if (xml_opens(x, XML_CHART, "series") || xml_opens(x, XML_CHART, "data-point"))
		j->labelled |= is_labelling(j, xml_attribute(x, XML_CHART, "style-name"));
	else if (xml_opens(x, XML_TABLE, "table-header-rows"))
		j->header = true;
	else if (xml_closes(x, XML_TABLE, "table-header-rows"))
		j->header = false;
	else if (xml_opens(x, XML_TABLE, "table-row"))
		j->row++;
	else if (xml_opens(x, XML_TABLE, "table-cell"))
		read_cell(j);
}

/* All that the labels show; or, without labels, the names alone. */
static void put_cells(const chart_job *j, builder *b)
{
	uint32_t row = 0;
	if (j->labelled)
		builder_table(b);
	for (size_t i = 0; i < j->cells.n; i++) {
		const chart_cell *c = &j->cells.at[i];
		bool first = c->row != row;
		row = c->row;
		if (!j->labelled) {
			put_text(b, BLOCK_PARAGRAPH, first || c->header ? c->text : SLICE(""));
			continue;
		}
		if (first)
			builder_row(b);
		builder_cell(b, c->header, 1, 1);
		builder_text(b, c->text, 0);
		if (c->text.len && c->stored.len)
			builder_stored(b, c->stored);
		builder_end(b);
	}
	if (j->labelled)
		builder_end(b);
}

void odf_chart_put(arena *a, const zip_parts *parts, builder *b, slice object)
{
	slice folder = slice_starts_with(object, SLICE("./")) ? slice_sub(object, 2, object.len) : object;
	slice content = zip_part_named(parts, arena_printf(a, SLICE_FMT "/content.xml", SLICE_ARG(folder)));
	chart_job j = {.text = {.arena = a}};
	bool chart = false;
	j.text.x = xml_open(a, content);
	while (xml_next(j.text.x) != XML_END) {
		chart |= xml_opens(j.text.x, XML_CHART, "chart");
		if (chart || xml_opens(j.text.x, XML_STYLE, "style"))
			read_event(&j, b);
	}
	xml_close(j.text.x);
	put_cells(&j, b);
}
