/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/odf_styles.h"

#include "format/flow.h"

enum { BASES = 24, MOST_START = 1000000 };

static void read_text_properties(xml_reader *x, odf_style *s)
{
	slice weight = xml_attribute(x, XML_FO, "font-weight"), strike;
	s->marks |= slice_equal(weight, SLICE("bold")) ? FLOW_STRONG : 0u;
	strike = xml_attribute(x, XML_STYLE, "text-line-through-style");
	s->marks |= strike.len && !slice_equal(strike, SLICE("none")) ? FLOW_STRUCK : 0u;
	slice place = xml_attribute(x, XML_STYLE, "text-position");
	bool raised = slice_starts_with(place, SLICE("super")) || (place.len && *place.ptr >= '1' && *place.ptr <= '9');
	s->marks |= raised ? FLOW_RAISED : 0u;
	s->hidden |= slice_equal(xml_attribute(x, XML_TEXT, "display"), SLICE("none"));
}

/* Names of styles that LibreOffice makes itself stay English. */
static void take_name(odf_style *s)
{
	static const slice captions[] = {SLICE("Caption"), SLICE("Table"), SLICE("Illustration"), SLICE("Figure")};
	for (size_t i = 0; i < sizeof captions / sizeof *captions; i++)
		s->caption |= slice_equal(s->name, captions[i]);
	s->quote = slice_equal(s->name, SLICE("Quotations"));
	s->level = slice_equal(s->name, SLICE("Title")) ? 1 : s->level;
}

static void number(table *numbers, slice name, size_t n)
{
	void **at = table_at(numbers, name);
	if (!*at)
		*at = (void *)(uintptr_t)n;
}

static void read_list(arena *a, xml_reader *x, odf_styles *out)
{
	uint32_t depth = xml_depth(x);
	odf_list l = {.name = arena_copy(a, xml_attribute(x, XML_STYLE, "name"))};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		uint32_t level = xml_number(x, XML_TEXT, "level", ODF_DEPTHS, 0);
		if (!level || !xml_opens(x, XML_TEXT, "list-level-style-number"))
			continue;
		l.ordered[level - 1] = xml_attribute(x, XML_STYLE, "num-format").len > 0;
		l.start[level - 1] = xml_number(x, XML_TEXT, "start-value", MOST_START, 1);
	}
	VEC_PUSH(a, out->lists, l);
	number(&out->list_numbers, l.name, out->lists.n);
}

void odf_styles_read(arena *a, slice part, odf_styles *out)
{
	xml_reader *x = xml_open(a, part);
	odf_style s = {.name = {"", 0}};
	bool within = false;
	if (!out->style_numbers.arena)
		out->style_numbers = out->list_numbers = table_new(a, 0);
	while (xml_next(x) != XML_END && !xml_opens(x, XML_OFFICE, "body")) {
		if (xml_opens(x, XML_STYLE, "style")) {
			s = (odf_style){.name = arena_copy(a, xml_attribute(x, XML_STYLE, "name"))};
			s.base = arena_copy(a, xml_attribute(x, XML_STYLE, "parent-style-name"));
			s.page = arena_copy(a, xml_attribute(x, XML_STYLE, "master-page-name"));
			s.level = (uint16_t)xml_number(x, XML_STYLE, "default-outline-level", ODF_DEPTHS, 0);
			take_name(&s);
			within = true;
		} else if (within && xml_opens(x, XML_STYLE, "text-properties")) {
			read_text_properties(x, &s);
		} else if (within && xml_opens(x, XML_STYLE, "drawing-page-properties")) {
			s.unseen = slice_equal(xml_attribute(x, XML_PRESENTATION, "visibility"), SLICE("hidden"));
		} else if (xml_closes(x, XML_STYLE, "style")) {
			VEC_PUSH(a, out->styles, s);
			number(&out->style_numbers, s.name, out->styles.n);
			within = false;
		} else if (xml_opens(x, XML_TEXT, "list-style")) {
			read_list(a, x, out);
		}
	}
	xml_close(x);
}

static const odf_style *find_style(const odf_styles *s, slice name)
{
	uintptr_t n = (uintptr_t)table_get(&s->style_numbers, name);
	return n ? &s->styles.at[n - 1] : NULL;
}

odf_style odf_style_of(const odf_styles *s, slice name)
{
	odf_style out = {.name = name, .base = {"", 0}};
	const odf_style *from = name.len ? find_style(s, name) : NULL;
	for (int i = 0; from && i < BASES; i++) {
		out.marks |= from->marks;
		out.hidden |= from->hidden;
		out.unseen |= from->unseen;
		out.level = out.level ? out.level : from->level;
		out.caption |= from->caption;
		out.quote |= from->quote;
		from = from->base.len ? find_style(s, from->base) : NULL;
	}
	return out;
}

const odf_list *odf_list_of(const odf_styles *s, slice name)
{
	uintptr_t n = (uintptr_t)table_get(&s->list_numbers, name);
	return n ? &s->lists.at[n - 1] : NULL;
}

bool odf_open(arena *a, const caps *c, slice bytes, zip_parts *parts, slice *why)
{
	if (!zip_parts_read(a, c, bytes, parts, why))
		return false;
	xml_reader *x = xml_open(a, zip_part_named(parts, SLICE("META-INF/manifest.xml")));
	bool locked = false;
	while (!locked && xml_next(x) != XML_END)
		locked = xml_opens(x, XML_MANIFEST, "encryption-data");
	xml_close(x);
	if (locked)
		*why = SLICE("locked by a password");
	else if (!zip_part_named(parts, SLICE("content.xml")).len)
		*why = SLICE("no OpenDocument file: its main part is missing");
	return why->len == 0;
}
