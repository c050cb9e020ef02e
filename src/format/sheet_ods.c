/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of OpenDocument: how a cell is shown stands in the file. */
#include "base/limits.h"
#include "format/gather.h"
#include "format/odf_text.h"
#include "format/office_meta.h"
#include "format/format.h"
#include "format/workbook.h"

enum { MOST_REPEATS = 100000 };

typedef struct ods_job {
	odf_job text; /* for the texts of cells and comments */
	workbook book;
	sheet *s;
	uint32_t row, col;
	VEC(size_t) objects; /* of each sheet: where those of the next begin among the text's */
	VEC(slice) hidden;   /* styles of sheets that are */
} ods_job;

/* What the shapes say within the element that just opened. */
static void read_shapes(ods_job *j)
{
	slice text = odf_paragraphs(&j->text);
	if (text.len)
		VEC_PUSH(j->text.arena, j->s->shapes, text);
}

/* What stands in a cell: its paragraphs; comments and shapes are set down beside it. *told: it has some, were they empty. */
static slice read_texts(ods_job *j, bool *told)
{
	xml_reader *x = j->text.x;
	arena *a = j->text.arena;
	uint32_t depth = xml_depth(x);
	gathered all = {0};
	for (*told = false;;) {
		xml_event event = xml_next(x);
		if (event == XML_END || xml_ends(x, depth))
			return gather_text(&all);
		if (xml_opens(x, XML_OFFICE, "annotation")) {
			sheet_note note = {.row = j->row, .col = j->col, .text = odf_paragraphs(&j->text)};
			if (note.text.len)
				VEC_PUSH(a, j->s->notes, note);
		} else if (xml_opens(x, XML_TEXT, "p")) {
			*told = true;
			gather_line(a, &all);
			gather_add(a, &all, odf_line(&j->text));
		} else if (event == XML_OPEN && xml_space_of(x) == XML_DRAW) {
			read_shapes(j);
		}
	}
}

/* "of:=SUM([.B2:.B5])", of one cell; without text if it is none that is computed. */
static formula read_formula(ods_job *j, slice written)
{
	static const struct {
		slice prefix;
		formula_dialect dialect;
	} DIALECTS[] = {{SLICE("of:="), FORMULA_OPEN}, {SLICE("oooc:="), FORMULA_OPEN}, {SLICE("msoxl:="), FORMULA_EXCEL}};
	xml_reader *x = j->text.x;
	formula f = {.text = {"", 0}, .dialect = FORMULA_OPEN};
	if (xml_attribute(x, XML_TABLE, "number-matrix-columns-spanned").len)
		return f;
	for (size_t i = 0; i < sizeof DIALECTS / sizeof *DIALECTS; i++) {
		if (!slice_starts_with(written, DIALECTS[i].prefix))
			continue;
		f.text = slice_sub(written, DIALECTS[i].prefix.len, written.len);
		f.dialect = DIALECTS[i].dialect;
	}
	return f;
}

/* What kind of value the cell that opens has; `number`: it is stored as one. */
static sheet_kind read_kind(xml_reader *x, bool *number)
{
	static const struct {
		slice type;
		sheet_kind kind;
		bool number;
	} TYPES[] = {{SLICE("float"), SHEET_NUMBER, true},      {SLICE("string"), SHEET_TEXT, false},
	             {SLICE("percentage"), SHEET_NUMBER, true}, {SLICE("currency"), SHEET_NUMBER, true},
	             {SLICE("date"), SHEET_DAY, false},         {SLICE("time"), SHEET_DAY, false},
	             {SLICE("boolean"), SHEET_OTHER, false}};
	bool error = slice_equal(xml_attribute(x, XML_NONE, "value-type"), SLICE("error")); /* an extension of LibreOffice */
	slice type = xml_attribute(x, XML_OFFICE, "value-type");
	*number = false;
	for (size_t i = 0; !error && i < sizeof TYPES / sizeof *TYPES; i++) {
		if (!slice_equal(type, TYPES[i].type))
			continue;
		*number = TYPES[i].number;
		return TYPES[i].kind;
	}
	return error ? SHEET_OTHER : SHEET_EMPTY;
}

/* `covered`: it lies under a merged one, and is not seen. */
static void read_cell(ods_job *j, bool covered)
{
	xml_reader *x = j->text.x;
	arena *a = j->text.arena;
	bool number, told, styled = xml_attribute(x, XML_TABLE, "style-name").len > 0;
	uint32_t repeats = xml_number(x, XML_TABLE, "number-columns-repeated", LIMIT_TABLE_COLUMNS, 1);
	sheet_cell cell = {.row = j->row, .col = j->col, .text = {"", 0}, .stored = {"", 0}, .kind = read_kind(x, &number)};
	cell.row_span = xml_number(x, XML_TABLE, "number-rows-spanned", LIMIT_TABLE_ROWS, 1);
	cell.col_span = xml_number(x, XML_TABLE, "number-columns-spanned", LIMIT_TABLE_COLUMNS, 1);
	slice written = arena_copy(a, xml_attribute(x, XML_TABLE, "formula"));
	slice day = arena_copy(a, xml_attribute(x, XML_OFFICE, "date-value"));
	if (number)
		cell.stored = sheet_number(a, xml_attribute(x, XML_OFFICE, "value"));
	if (written.len)
		sheet_set_formula(a, j->s, &cell, read_formula(j, written), (slice){"", 0});
	cell.text = read_texts(j, &told);
	if (cell.kind == SHEET_EMPTY && (cell.text.len || (cell.formula && !VEC_LAST(j->s->formulas).formula.text.len)))
		cell.kind = SHEET_TEXT;
	/* Written by a program that does not tell how it is shown, or before it was computed; a style may show nothing. */
	bool untold = told ? cell.formula && !cell.text.len && !styled && cell.stored.len : !cell.formula || cell.stored.len;
	if (untold)
		cell.text = cell.stored.len ? sheet_show(a, SLICE(""), cell.stored, false, &number) : day;
	cell.text = covered ? (slice){"", 0} : cell.text;
	bool holds = cell.text.len || cell.formula || cell.stored.len;
	for (uint32_t i = 0; holds && i < repeats && j->s->cells.n < LIMIT_TABLE_ROWS * 8; i++) {
		cell.col = j->col + i;
		VEC_PUSH(a, j->s->cells, cell);
		cell.formula = 0; /* of repeated cells only the first: where the others' refer to is not told */
	}
	j->col = j->col + repeats < LIMIT_TABLE_COLUMNS ? j->col + repeats : LIMIT_TABLE_COLUMNS;
}

/* A row that stands for several. */
static void repeat_row(ods_job *j, size_t first, uint32_t repeats)
{
	size_t end = j->s->cells.n;
	for (uint32_t i = 1; i < repeats && i < MOST_REPEATS && end > first && j->s->cells.n < LIMIT_TABLE_ROWS * 8; i++) {
		for (size_t c = first; c < end; c++) {
			sheet_cell cell = j->s->cells.at[c];
			cell.row = j->row + i;
			cell.formula = 0;
			VEC_PUSH(j->text.arena, j->s->cells, cell);
		}
	}
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
			read_cell(j, false);
		else if (xml_opens(x, XML_TABLE, "covered-table-cell"))
			read_cell(j, true);
	}
	bool any = j->s->cells.n > first;
	repeat_row(j, first, repeats);
	if (hidden && any) {
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

static bool is_hidden_style(const ods_job *j, slice style)
{
	for (size_t i = 0; i < j->hidden.n; i++)
		if (slice_equal(j->hidden.at[i], style))
			return true;
	return false;
}

/* "'file:///ports.ods'#Boats": what was once read of another file. */
static bool is_foreign(slice name)
{
	return slice_starts_with(name, SLICE("'")) && slice_find(name, SLICE("'#")) != SIZE_MAX;
}

static void read_sheet(ods_job *j)
{
	xml_reader *x = j->text.x;
	uint32_t depth = xml_depth(x), col = 0;
	slice name = arena_copy(j->text.arena, xml_attribute(x, XML_TABLE, "name"));
	if (is_foreign(name)) {
		xml_skip(x);
		return;
	}
	j->s = workbook_add(&j->book, name);
	j->s->hidden = is_hidden_style(j, xml_attribute(x, XML_TABLE, "style-name"));
	j->row = 0;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_TABLE, "table-row"))
			read_row(j);
		else if (xml_opens(x, XML_TABLE, "table-column"))
			read_column(j, &col);
		else if (xml_opens(x, XML_TABLE, "shapes"))
			read_shapes(j);
		else if (xml_opens(x, XML_OFFICE, "forms"))
			xml_skip(x);
	}
	VEC_PUSH(j->text.arena, j->objects, j->text.objects.n);
}

/* The styles of sheets that are hidden. */
static void read_style(ods_job *j)
{
	xml_reader *x = j->text.x;
	uint32_t depth = xml_depth(x);
	slice name = arena_copy(j->text.arena, xml_attribute(x, XML_STYLE, "name"));
	while (xml_next(x) != XML_END && !xml_ends(x, depth))
		if (xml_opens(x, XML_STYLE, "table-properties") &&
		    slice_equal(xml_attribute(x, XML_TABLE, "display"), SLICE("false")))
			VEC_PUSH(j->text.arena, j->hidden, name);
}

bool sheet_ods_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	if (!odf_open(a, d->caps, bytes, &parts, why))
		return false;
	slice content = zip_part_named(&parts, SLICE("content.xml"));
	ods_job j = {.text = {.arena = a, .b = builder_new(a, SLICE(""))}, .book = {.arena = a}};
	bool within = false;
	j.text.x = xml_open(a, content);
	while (xml_next(j.text.x) != XML_END) {
		within |= xml_opens(j.text.x, XML_OFFICE, "spreadsheet");
		if (within && xml_opens(j.text.x, XML_TABLE, "table"))
			read_sheet(&j);
		else if (xml_opens(j.text.x, XML_STYLE, "style"))
			read_style(&j);
		else if (xml_opens(j.text.x, XML_TABLE, "calculation-settings"))
			j.book.inexact |= slice_equal(xml_attribute(j.text.x, XML_TABLE, "precision-as-shown"), SLICE("true"));
		else if (xml_opens(j.text.x, XML_TABLE, "iteration"))
			j.book.inexact |= slice_equal(xml_attribute(j.text.x, XML_TABLE, "status"), SLICE("enable"));
		else if (xml_opens(j.text.x, XML_TABLE, "tracked-changes"))
			xml_skip(j.text.x);
	}
	xml_close(j.text.x);
	*why = xml_why(j.text.x);
	if (why->len)
		return false;
	workbook_settle(&j.book, j.text.b);
	for (size_t i = 0, next = 0; i < j.book.sheets.n; i++) {
		workbook_put(&j.book, j.text.b, i);
		for (; next < j.objects.at[i]; next++)
			odf_chart_put(a, &parts, j.text.b, j.text.objects.at[next]);
	}
	office_finish(a, &parts, j.text.b, d);
	return true;
}
