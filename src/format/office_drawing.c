/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/office_drawing.h"

#include "format/gather.h"

/* The paragraph that just opened, to its end. */
static void put_paragraph(arena *a, builder *b, xml_reader *x)
{
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_A, "t"))
			gather_add(a, &all, xml_inner_text(a, x));
		else if (xml_opens(x, XML_A, "br"))
			gather_line(a, &all);
	}
	slice text = gather_text(&all);
	if (!text.len)
		return;
	builder_begin(b, BLOCK_PARAGRAPH, 0);
	builder_text(b, text, 0);
	builder_end(b);
}

/* The points of a diagram; what only says how it is laid out holds no text of its own. */
static void put_diagram(arena *a, const zip_parts *parts, builder *b, slice part)
{
	xml_reader *x = xml_open(a, zip_part_named(parts, part));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_DGM, "pt") && slice_equal(xml_attribute(x, XML_NONE, "type"), SLICE("pres")))
			xml_skip(x);
		else if (xml_opens(x, XML_A, "p"))
			put_paragraph(a, b, x);
	}
	xml_close(x);
}

bool office_graphic_put(arena *a, const zip_parts *parts, builder *b, slice part, xml_reader *x)
{
	bool chart = xml_opens(x, XML_C, "chart"), diagram = xml_opens(x, XML_DGM, "relIds");
	if (!chart && !diagram)
		return false;
	slice id = arena_copy(a, xml_attribute(x, XML_R, chart ? "id" : "dm"));
	slice to = id.len ? zip_part_related(a, parts, part, SLICE(""), id) : (slice){"", 0};
	if (chart)
		office_chart_put(a, parts, b, to);
	else
		put_diagram(a, parts, b, to);
	return true;
}

/* The paragraphs of a part's shapes; its charts and diagrams too, if they are wanted. */
static void put_shapes(arena *a, const zip_parts *parts, builder *b, slice part, bool graphics)
{
	xml_reader *x = xml_open(a, zip_part_named(parts, part));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_MC, "Fallback"))
			xml_skip(x);
		else if (xml_opens(x, XML_A, "p"))
			put_paragraph(a, b, x);
		else if (graphics)
			office_graphic_put(a, parts, b, part, x);
	}
	xml_close(x);
}

void office_shapes_put(arena *a, const zip_parts *parts, builder *b, slice part)
{
	put_shapes(a, parts, b, part, false);
}

void office_drawing_put(arena *a, const zip_parts *parts, builder *b, slice part)
{
	put_shapes(a, parts, b, part, true);
}
