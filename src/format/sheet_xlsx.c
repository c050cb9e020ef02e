/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Office: each sheet's cells as they are shown, with the numbers stored in them. */
#include "base/limits.h"
#include "format/office_meta.h"
#include "format/format.h"
#include "format/sheet.h"
#include "format/xml.h"

enum { MOST_FORMAT = 100000 };

typedef struct number_format {
	uint32_t id;
	slice code;
} number_format;

typedef struct book_job {
	arena *arena;
	const zip_parts *parts;
	builder *b;
	slice book; /* the main part's name */
	bool from_1904;
	VEC(slice) shared;          /* texts that cells share */
	VEC(number_format) formats; /* of its own */
	VEC(uint32_t) styles;       /* the number format of each cell style */
} book_job;

/* Formats that every workbook has without telling them (ECMA-376 part 1, 18.8.30). */
static slice built_in_format(uint32_t id)
{
	static const slice CODES[] = {
		[1] = SLICE("0"),
		[2] = SLICE("0.00"),
		[3] = SLICE("#,##0"),
		[4] = SLICE("#,##0.00"),
		[9] = SLICE("0%"),
		[10] = SLICE("0.00%"),
		[11] = SLICE("0.00E+00"),
		[12] = SLICE("# ?/?"),
		[13] = SLICE("# ?\?/?\?"),
		[14] = SLICE("yyyy-mm-dd"),
		[15] = SLICE("d-mmm-yy"),
		[16] = SLICE("d-mmm"),
		[17] = SLICE("mmm-yy"),
		[18] = SLICE("h:mm AM/PM"),
		[19] = SLICE("h:mm:ss AM/PM"),
		[20] = SLICE("h:mm"),
		[21] = SLICE("h:mm:ss"),
		[22] = SLICE("yyyy-mm-dd h:mm"),
		[37] = SLICE("#,##0_);(#,##0)"),
		[38] = SLICE("#,##0_);(#,##0)"),
		[39] = SLICE("#,##0.00_);(#,##0.00)"),
		[40] = SLICE("#,##0.00_);(#,##0.00)"),
		[45] = SLICE("mm:ss"),
		[46] = SLICE("[h]:mm:ss"),
		[47] = SLICE("mm:ss.0"),
		[48] = SLICE("##0.0E+0"),
		[49] = SLICE("@"),
	};
	return id < sizeof CODES / sizeof *CODES ? CODES[id] : (slice){"", 0};
}

static slice format_of(const book_job *j, uint32_t style)
{
	uint32_t id = style < j->styles.n ? j->styles.at[style] : 0;
	for (size_t i = 0; i < j->formats.n; i++)
		if (j->formats.at[i].id == id)
			return j->formats.at[i].code;
	return built_in_format(id);
}

static void read_styles(book_job *j, slice part)
{
	xml_reader *x = xml_open(j->arena, part);
	bool cells = false;
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "numFmt")) {
			number_format f = {.id = xml_number(x, XML_NONE, "numFmtId", MOST_FORMAT, 0)};
			f.code = arena_copy(j->arena, xml_attribute(x, XML_NONE, "formatCode"));
			VEC_PUSH(j->arena, j->formats, f);
		} else if (xml_opens(x, XML_S, "cellXfs")) {
			cells = true;
		} else if (xml_closes(x, XML_S, "cellXfs")) {
			cells = false;
		} else if (cells && xml_opens(x, XML_S, "xf")) {
			VEC_PUSH(j->arena, j->styles, xml_number(x, XML_NONE, "numFmtId", MOST_FORMAT, 0));
		} else if (xml_opens(x, XML_S, "dxfs")) {
			xml_skip(x);
		}
	}
	xml_close(x);
}

/* Text of runs up to the end of the element that just opened, without how it is spoken; raised digits as superscripts. */
static slice read_rich_text(arena *a, xml_reader *x)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	uint32_t depth = xml_depth(x);
	VEC(char) out = {0};
	bool up = false;
	while (xml_next(x) != XML_END && !xml_ends(x, depth)) {
		if (xml_opens(x, XML_S, "rPh"))
			xml_skip(x);
		else if (xml_opens(x, XML_S, "r"))
			up = false;
		else if (xml_opens(x, XML_S, "vertAlign"))
			up = slice_equal(xml_attribute(x, XML_NONE, "val"), SLICE("superscript"));
		if (!xml_opens(x, XML_S, "t"))
			continue;
		slice text = xml_inner_text(a, x);
		for (size_t i = 0; i < text.len; i++) {
			bool digit = up && text.ptr[i] >= '0' && text.ptr[i] <= '9';
			slice one = digit ? slice_of(raised[text.ptr[i] - '0']) : slice_sub(text, i, i + 1);
			for (size_t k = 0; k < one.len; k++)
				VEC_PUSH(a, out, one.ptr[k]);
		}
	}
	return (slice){out.n ? out.at : "", out.n};
}

static void read_shared(book_job *j, slice part)
{
	xml_reader *x = xml_open(j->arena, part);
	while (xml_next(x) != XML_END)
		if (xml_opens(x, XML_S, "si"))
			VEC_PUSH(j->arena, j->shared, read_rich_text(j->arena, x));
	xml_close(x);
}

typedef struct sheet_job {
	book_job *book;
	xml_reader *x;
	sheet *s;
	bool hidden;       /* the row at hand */
	size_t first;      /* its first cell */
	uint32_t row, col; /* where the next cell stands if it does not tell */
} sheet_job;

static uint32_t digits_value(slice text)
{
	uint32_t n = 0;
	for (size_t i = 0; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9' && n < UINT32_MAX / 16; i++)
		n = n * 10 + (uint32_t)(text.ptr[i] - '0');
	return n;
}

/* The cell's text and number from its value, by its type. */
static void show_value(book_job *j, sheet_cell *cell, slice type, slice value, uint32_t style)
{
	bool is_date = false;
	if (slice_equal(type, SLICE("s"))) {
		uint32_t i = digits_value(value);
		cell->text = i < j->shared.n ? j->shared.at[i] : (slice){"", 0};
	} else if (slice_equal(type, SLICE("b"))) {
		cell->text = slice_equal(value, SLICE("1")) ? SLICE("TRUE") : SLICE("FALSE");
	} else if (!type.len || slice_equal(type, SLICE("n"))) {
		cell->stored = sheet_number(j->arena, value);
		cell->text =
			cell->stored.len ? sheet_show(j->arena, format_of(j, style), cell->stored, j->from_1904, &is_date) : value;
		if (is_date)
			cell->stored = (slice){"", 0};
	} else if (value.len) { /* a formula's text, an error, a day in ISO form */
		cell->text = value;
	}
}

static void read_cell(sheet_job *j)
{
	xml_reader *x = j->x;
	arena *a = j->book->arena;
	uint32_t depth = xml_depth(x), row = j->row, col = j->col;
	if (sheet_place(xml_attribute(x, XML_NONE, "r"), &row, &col))
		j->row = row, j->col = col;
	uint32_t style = xml_number(x, XML_NONE, "s", MOST_FORMAT, 0);
	slice type = arena_copy(a, xml_attribute(x, XML_NONE, "t")), value = {"", 0};
	sheet_cell cell = {.row = j->row, .col = j->col, .text = {"", 0}, .stored = {"", 0}, .row_span = 1, .col_span = 1};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_S, "c") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_S, "v"))
			value = xml_inner_text(a, x);
		else if (xml_opens(x, XML_S, "is"))
			cell.text = read_rich_text(a, x);
	}
	show_value(j->book, &cell, type, value, style);
	cell.text = slice_trim(cell.text);
	j->col++;
	if (cell.text.len)
		VEC_PUSH(a, j->s->cells, cell);
}

/* "B2:D5": its corners. */
static bool read_range(slice text, sheet_cell *first, sheet_cell *last)
{
	size_t colon = slice_find_byte(text, ':');
	return colon != SIZE_MAX && sheet_place(slice_sub(text, 0, colon), &first->row, &first->col) &&
	       sheet_place(slice_sub(text, colon + 1, text.len), &last->row, &last->col) && last->row >= first->row &&
	       last->col >= first->col;
}

static int compare_places(const sheet_cell *a, const sheet_cell *b)
{
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return a->col < b->col ? -1 : a->col > b->col;
}

/* The cell at the range's corner spans it. Cells tell their places in order, as good as always. */
static void merge_cells(sheet *s, slice range)
{
	sheet_cell first = {0}, last = {0};
	if (!read_range(range, &first, &last))
		return;
	size_t low = 0, high = s->cells.n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_places(&s->cells.at[middle], &first) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == s->cells.n || compare_places(&s->cells.at[low], &first) != 0)
		return;
	s->cells.at[low].row_span = last.row - first.row + 1;
	s->cells.at[low].col_span = last.col - first.col + 1;
}

static void read_column(arena *a, xml_reader *x, sheet *s)
{
	uint32_t from = xml_number(x, XML_NONE, "min", LIMIT_TABLE_COLUMNS, 1);
	uint32_t to = xml_number(x, XML_NONE, "max", LIMIT_TABLE_COLUMNS, from);
	slice hidden = xml_attribute(x, XML_NONE, "hidden");
	if (slice_equal(hidden, SLICE("1")) || slice_equal(hidden, SLICE("true")))
		sheet_hide(a, &s->hidden_cols, from ? from - 1 : 0, to);
}

static void begin_row(sheet_job *j)
{
	slice hidden = xml_attribute(j->x, XML_NONE, "hidden");
	j->hidden = slice_equal(hidden, SLICE("1")) || slice_equal(hidden, SLICE("true"));
	j->first = j->s->cells.n;
	uint32_t row = xml_number(j->x, XML_NONE, "r", LIMIT_TABLE_ROWS, 0);
	if (row)
		j->row = row - 1;
	j->col = 0;
}

static void end_row(sheet_job *j)
{
	if (j->hidden && j->s->cells.n > j->first)
		sheet_hide(j->book->arena, &j->s->hidden_rows, j->row, j->row + 1);
	j->hidden = false;
	j->row++;
}

static void read_sheet(book_job *book, slice part, sheet *s, slice *why)
{
	sheet_job j = {.book = book, .x = xml_open(book->arena, part), .s = s};
	while (xml_next(j.x) != XML_END) {
		if (xml_opens(j.x, XML_S, "row"))
			begin_row(&j);
		else if (xml_closes(j.x, XML_S, "row"))
			end_row(&j);
		else if (xml_opens(j.x, XML_S, "c"))
			read_cell(&j);
		else if (xml_opens(j.x, XML_S, "mergeCell"))
			merge_cells(s, xml_attribute(j.x, XML_NONE, "ref"));
		else if (xml_opens(j.x, XML_S, "col"))
			read_column(book->arena, j.x, s);
		else if (xml_opens(j.x, XML_S, "autoFilter"))
			s->filtered = true;
	}
	xml_close(j.x);
	*why = xml_why(j.x);
}

static void read_comments(book_job *j, slice part, sheet *s)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, part));
	sheet_note note = {0};
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "comment"))
			sheet_place(xml_attribute(x, XML_NONE, "ref"), &note.row, &note.col);
		if (!xml_opens(x, XML_S, "text"))
			continue;
		note.text = slice_trim(read_rich_text(j->arena, x));
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

static void read_book(book_job *j, sheet_entries *out, slice *why)
{
	xml_reader *x = xml_open(j->arena, zip_part_named(j->parts, j->book));
	while (xml_next(x) != XML_END) {
		if (xml_opens(x, XML_S, "workbookPr")) {
			slice from = xml_attribute(x, XML_NONE, "date1904");
			j->from_1904 = slice_equal(from, SLICE("1")) || slice_equal(from, SLICE("true"));
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

static slice related(book_job *j, slice part, const char *type, slice id)
{
	return zip_part_related(j->arena, j->parts, part, slice_of(type), id);
}

bool sheet_xlsx_read(arena *a, slice bytes, document *d, slice *why)
{
	zip_parts parts = {0};
	sheet_entries entries = {0};
	if (!zip_parts_read(a, d->caps, bytes, &parts, why))
		return false;
	book_job j = {.arena = a, .parts = &parts, .b = builder_new(a, SLICE(""))};
	j.book = related(&j, SLICE(""), "/officeDocument", SLICE(""));
	if (!zip_part_named(&parts, j.book).len) {
		*why = SLICE("no workbook: its main part is missing");
		return false;
	}
	read_book(&j, &entries, why);
	read_styles(&j, zip_part_named(&parts, related(&j, j.book, "/styles", SLICE(""))));
	read_shared(&j, zip_part_named(&parts, related(&j, j.book, "/sharedStrings", SLICE(""))));
	for (size_t i = 0; i < entries.n && !why->len; i++) {
		sheet s = {.name = entries.at[i].name, .hidden = entries.at[i].hidden};
		slice part = related(&j, j.book, "", entries.at[i].id);
		if (!entries.at[i].id.len || !slice_ends_with(part, SLICE(".xml")) ||
		    slice_find(part, SLICE("chartsheet")) != SIZE_MAX)
			continue;
		read_sheet(&j, zip_part_named(&parts, part), &s, why);
		read_comments(&j, related(&j, part, "/comments", SLICE("")), &s);
		sheet_put(a, j.b, &s, entries.n > 1);
	}
	if (why->len)
		return false;
	office_finish(a, &parts, j.b, d);
	return true;
}
