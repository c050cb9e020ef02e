/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of OpenDocument: how a cell is shown stands in the file. */
#include "base/limits.h"
#include "format/gather.h"
#include "format/odf_text.h"
#include "format/office_meta.h"
#include "format/format.h"
#include "format/sheet.h"

enum { MOST_REPEATS = 100000 };

typedef struct ods_job {
	odf_job text; /* for the texts of cells and comments */
	sheet *s;
	uint32_t row, col;
} ods_job;

/* What stands in a cell: its paragraphs, and comments beside them. */
static slice read_texts(ods_job *j)
{
	xml_reader *x = j->text.x;
	arena *a = j->text.arena;
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_OFFICE, "annotation")) {
			sheet_note note = {.row = j->row, .col = j->col, .text = odf_paragraphs(&j->text)};
			if (note.text.len)
				VEC_PUSH(a, j->s->notes, note);
		} else if (xml_opens(x, XML_TEXT, "p")) {
			gather_line(a, &all);
			gather_add(a, &all, slice_trim(xml_inner_text(a, x)));
		}
	}
	return gather_text(&all);
}

static void read_cell(ods_job *j)
{
	xml_reader *x = j->text.x;
	arena *a = j->text.arena;
	uint32_t repeats = xml_number(x, XML_TABLE, "number-columns-repeated", LIMIT_TABLE_COLUMNS, 1);
	slice type = xml_attribute(x, XML_OFFICE, "value-type");
	bool number =
		slice_equal(type, SLICE("float")) || slice_equal(type, SLICE("currency")) || slice_equal(type, SLICE("percentage"));
	sheet_cell cell = {.row = j->row, .col = j->col, .text = {"", 0}, .stored = {"", 0}};
	cell.row_span = xml_number(x, XML_TABLE, "number-rows-spanned", LIMIT_TABLE_ROWS, 1);
	cell.col_span = xml_number(x, XML_TABLE, "number-columns-spanned", LIMIT_TABLE_COLUMNS, 1);
	if (number)
		cell.stored = sheet_number(a, xml_attribute(x, XML_OFFICE, "value"));
	cell.text = read_texts(j);
	for (uint32_t i = 0; cell.text.len && i < repeats && j->s->cells.n < LIMIT_TABLE_ROWS * 8; i++) {
		cell.col = j->col + i;
		VEC_PUSH(a, j->s->cells, cell);
	}
	j->col = j->col + repeats < LIMIT_TABLE_COLUMNS ? j->col + repeats : LIMIT_TABLE_COLUMNS;
}

static void read_row(ods_job *j)
{
	xml_reader *x = j->text.x;
	uint32_t depth = xml_depth(x), repeats = xml_number(x, XML_TABLE, "number-rows-repeated", LIMIT_TABLE_ROWS, 1);
	slice visibility = xml_attribute(x, XML_TABLE, "visibility");
	bool hidden = visibility.len && !slice_equal(visibility, SLICE("visible"));
	bool filtered = slice_equal(visibility, SLICE("filter"));
	size_t first = j->s->cells.n;
	j->col = 0;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_TABLE, "table-cell"))
			read_cell(j);
		else if (xml_opens(x, XML_TABLE, "covered-table-cell")) {
			j->col += xml_number(x, XML_TABLE, "number-columns-repeated", LIMIT_TABLE_COLUMNS, 1);
			xml_skip(x);
		}
	}
	size_t end = j->s->cells.n;
	for (uint32_t i = 1; i < repeats && i < MOST_REPEATS && end > first && j->s->cells.n < LIMIT_TABLE_ROWS * 8; i++) {
		for (size_t c = first; c < end; c++) {
			sheet_cell cell = j->s->cells.at[c];
			cell.row = j->row + i;
			VEC_PUSH(j->text.arena, j->s->cells, cell);
		}
	}
	if (hidden && end > first) {
		sheet_hide(j->text.arena, &j->s->hidden_rows, j->row, j->row + repeats);
		j->s->filtered |= filtered;
	}
	j->row = j->row + repeats < LIMIT_TABLE_ROWS ? j->row + repeats : LIMIT_TABLE_ROWS;
}

static void read_column(ods_job *j, uint32_t *next)
{
	uint32_t repeats = xml_number(j->text.x, XML_TABLE, "number-columns-repeated", LIMIT_TABLE_COLUMNS, 1);
	slice visibility = xml_attribute(j->text.x, XML_TABLE, "visibility");
	uint32_t end = *next + repeats < LIMIT_TABLE_COLUMNS ? *next + repeats : LIMIT_TABLE_COLUMNS;
	if (visibility.len && !slice_equal(visibility, SLICE("visible")))
		sheet_hide(j->text.arena, &j->s->hidden_cols, *next, end);
	*next = end;
}

static void read_sheet(ods_job *j, bool titled)
{
	xml_reader *x = j->text.x;
	uint32_t depth = xml_depth(x);
	j->s = ARENA_NEW(j->text.arena, sheet);
	j->s->name = arena_copy(j->text.arena, xml_attribute(x, XML_TABLE, "name"));
	j->row = 0;
	uint32_t col = 0;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_TABLE, "table-row"))
			read_row(j);
		else if (xml_opens(x, XML_TABLE, "table-column"))
			read_column(j, &col);
		else if (xml_opens(x, XML_TABLE, "shapes") || xml_opens(x, XML_OFFICE, "forms"))
			xml_skip(x);
	}
	sheet_put(j->text.arena, j->text.b, j->s, titled);
}

static size_t count_sheets(arena *a, slice content)
{
	size_t n = 0;
	xml_reader *x = xml_open(a, content);
	while (xml_next(x) != XML_END) {
		if (!xml_opens(x, XML_TABLE, "table"))
			continue;
		n++;
		xml_skip(x);
	}
	xml_close(x);
	return n;
}

bool sheet_ods_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	if (!odf_open(a, d->caps, bytes, &parts, why))
		return false;
	slice content = zip_part_named(&parts, SLICE("content.xml"));
	ods_job j = {.text = {.arena = a, .b = builder_new(a, SLICE(""))}};
	bool titled = count_sheets(a, content) > 1, within = false;
	j.text.x = xml_open(a, content);
	while (xml_next(j.text.x) != XML_END) {
		within |= xml_opens(j.text.x, XML_OFFICE, "spreadsheet");
		if (within && xml_opens(j.text.x, XML_TABLE, "table"))
			read_sheet(&j, titled);
		else if (xml_opens(j.text.x, XML_TABLE, "tracked-changes"))
			xml_skip(j.text.x);
	}
	xml_close(j.text.x);
	*why = xml_why(j.text.x);
	if (why->len)
		return false;
	office_finish(a, &parts, j.text.b, d);
	return true;
}
