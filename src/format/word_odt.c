/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and slides of OpenDocument: what is deleted stands apart in the file and is not read. */
#include "format/odf_text.h"
#include "format/office_meta.h"
#include "format/format.h"

static bool open_body(arena *a, slice bytes, document *d, zip_parts *parts, odf_job *j, slice *why)
{
	if (!odf_open(a, d->caps, bytes, parts, why))
		return false;
	slice content = zip_part_named(parts, SLICE("content.xml"));
	j->arena = a;
	j->parts = parts;
	j->b = builder_new(a, SLICE(""));
	j->f = flow_new(a, j->b);
	odf_styles_read(a, zip_part_named(parts, SLICE("styles.xml")), &j->styles);
	odf_styles_read(a, content, &j->styles);
	j->x = xml_open(a, content);
	while (xml_next(j->x) != XML_END && !xml_opens(j->x, XML_OFFICE, "body"))
		;
	return true;
}

static bool close_body(odf_job *j, const zip_parts *parts, document *d, slice *why)
{
	flow_end_lists(j->f);
	odf_notes_put(j);
	if (j->paged)
		odf_heads_put(j);
	xml_close(j->x);
	*why = xml_why(j->x);
	if (why->len)
		return false;
	office_finish(j->arena, parts, j->b, d);
	return true;
}

bool word_odt_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	odf_job j = {.arena = a};
	if (!open_body(a, bytes, d, &parts, &j, why))
		return false;
	while (xml_next(j.x) != XML_END)
		odf_event_read(&j);
	j.paged = true;
	return close_body(&j, &parts, d, why);
}

static void read_slide_event(odf_job *j)
{
	xml_reader *x = j->x;
	if (xml_opens(x, XML_DRAW, "page")) {
		j->slides++;
		if (odf_style_of(&j->styles, xml_attribute(x, XML_DRAW, "style-name")).unseen)
			builder_note(j->b, arena_printf(j->arena, "the hidden slide %u was read", j->slides));
	} else if (xml_opens(x, XML_PRESENTATION, "notes")) {
		slice text = odf_paragraphs(j);
		if (text.len)
			VEC_PUSH(j->arena, j->notes, text);
	} else if (xml_opens(x, XML_DRAW, "frame")) {
		j->heading = slice_equal(xml_attribute(x, XML_PRESENTATION, "class"), SLICE("title")) ? 1 : 0;
	} else if (xml_closes(x, XML_DRAW, "frame")) {
		j->heading = 0;
		flow_end_lists(j->f);
	} else if (xml_closes(x, XML_DRAW, "page")) {
		flow_end_lists(j->f);
	} else {
		odf_event_read(j);
	}
}

bool slides_odp_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	odf_job j = {.arena = a};
	if (!open_body(a, bytes, d, &parts, &j, why))
		return false;
	while (xml_next(j.x) != XML_END)
		read_slide_event(&j);
	return close_body(&j, &parts, d, why);
}
