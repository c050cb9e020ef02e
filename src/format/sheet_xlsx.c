/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Office: each sheet's cells as they are shown, with the numbers stored in them; comments, and what is drawn over them. */
#include "format/format.h"
#include "format/office_drawing.h"
#include "format/office_meta.h"
#include "format/xlsx.h"

static void read_shared(xlsx_book *j, slice part)
{
	xml_reader *x = xml_open(j->arena, part);
	while (xml_next(x) != XML_END)
		if (xml_opens(x, XML_S, "si"))
			VEC_PUSH(j->arena, j->shared, xlsx_rich_text(j->arena, x));
	xml_close(x);
}

static void read_comments(xlsx_book *j, slice part, sheet *s)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, part));
	sheet_note note = {0};
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "comment"))
			sheet_place(xml_attribute(x, XML_NONE, "ref"), &note.row, &note.col);
		if (!xml_opens(x, XML_S, "text"))
			continue;
		note.text = slice_trim(xlsx_rich_text(j->arena, x));
		if (note.text.len)
			VEC_PUSH(j->arena, s->notes, note);
	}
	xml_close(x);
}

typedef struct sheet_entry {
	slice name, id;
	bool hidden;
} sheet_entry;

typedef VEC(sheet_entry) sheet_entries;

static void read_book(xlsx_book *j, sheet_entries *out, slice *why)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, j->main));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "workbookPr")) {
			j->book.from_1904 = xlsx_is_on(x, "date1904");
		} else if (xml_opens(x, XML_S, "calcPr")) {
			slice precise = xml_attribute(x, XML_NONE, "fullPrecision");
			j->book.inexact =
				slice_equal(precise, SLICE("0")) || slice_equal(precise, SLICE("false")) || xlsx_is_on(x, "iterate");
			j->book.renews = xlsx_is_on(x, "fullCalcOnLoad");
		} else if (xml_opens(x, XML_S, "sheet")) {
			sheet_entry e = {.name = arena_copy(j->arena, xml_attribute(x, XML_NONE, "name"))};
			e.id = arena_copy(j->arena, xml_attribute(x, XML_R, "id"));
			slice state = xml_attribute(x, XML_NONE, "state");
			e.hidden = state.len && !slice_equal(state, SLICE("visible"));
			VEC_PUSH(j->arena, *out, e);
		}
	}
	xml_close(x);
	*why = xml_why(x);
}

static slice related(xlsx_book *j, slice part, const char *type, slice id)
{
	return zip_part_related(j->arena, j->parts, part, slice_of(type), id);
}

bool sheet_xlsx_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	sheet_entries entries = {0};
	VEC(slice) drawings = {0}; /* the parts of what is drawn over each sheet */
	if (!zip_parts_read(a, d->caps, bytes, &parts, why))
		return false;
	xlsx_book j = {.arena = a, .parts = &parts, .b = builder_new(a, SLICE("")), .book = {.arena = a}};
	j.main = related(&j, SLICE(""), "/officeDocument", SLICE(""));
	if (!zip_part_named(&parts, j.main).len) {
		*why = SLICE("no workbook: its main part is missing");
		return false;
	}
	read_book(&j, &entries, why);
	xlsx_styles_read(&j, zip_part_named(&parts, related(&j, j.main, "/styles", SLICE(""))));
	read_shared(&j, zip_part_named(&parts, related(&j, j.main, "/sharedStrings", SLICE(""))));
	for (size_t i = 0; i < entries.n && !why->len; i++) {
		slice part = related(&j, j.main, "", entries.at[i].id);
		if (!entries.at[i].id.len || !slice_ends_with(part, SLICE(".xml")))
			continue;
		sheet *s = workbook_add(&j.book, entries.at[i].name);
		s->hidden = entries.at[i].hidden;
		xlsx_cells_read(&j, zip_part_named(&parts, part), s, why);
		read_comments(&j, related(&j, part, "/comments", SLICE("")), s);
		VEC_PUSH(a, drawings, related(&j, part, "/drawing", SLICE("")));
	}
	if (why->len)
		return false;
	workbook_settle(&j.book, j.b);
	for (size_t i = 0; i < drawings.n; i++) { /* as many as sheets */
		workbook_put(&j.book, j.b, i);
		office_drawing_put(a, &parts, j.b, drawings.at[i]);
	}
	office_finish(a, &parts, j.b, d);
	return true;
}
