/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bisect.h"
#include "base/ascii.h"
#include "base/limits.h"
#include "format/xlsx.h"

enum { MOST_SHARED = 1 << 20 };

bool xlsx_is_on(xml_reader *x, const char *name)
{
	slice value = xml_attribute(x, XML_NONE, name);
	return slice_equal(value, SLICE("1")) || slice_equal(value, SLICE("true"));
}

/* Whether a width or height is none. */
static bool is_zero(xml_reader *x, const char *name)
{
	slice value = xml_attribute(x, XML_NONE, name);
	size_t zeros = 0;
	while (zeros < value.len && (value.ptr[zeros] == '0' || value.ptr[zeros] == '.'))
		zeros++;
	return value.len > 0 && zeros == value.len;
}

slice xlsx_rich_text(arena *a, xml_reader *x)
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
			bool digit = up && ascii_is_digit(text.ptr[i]);
			slice one = digit ? slice_of(raised[text.ptr[i] - '0']) : slice_sub(text, i, i + 1);
			for (size_t k = 0; k < one.len; k++)
				VEC_PUSH(a, out, one.ptr[k]);
		}
	}
	return (slice){out.n ? out.at : "", out.n};
}

typedef struct shared_formula { /* that other cells have, too, their references moved */
	slice text;
	uint32_t row, col; /* of the cell that it was written for */
} shared_formula;

typedef struct sheet_job {
	xlsx_book *book;
	xml_reader *x;
	sheet *s;
	VEC(shared_formula) formulas; /* by their number */
	bool hidden;                  /* the row at hand */
	size_t first;                 /* its first cell */
	uint32_t row, col;            /* where the next cell stands if it does not tell */
} sheet_job;

static uint32_t digits_value(slice text)
{
	uint32_t n = 0;
	for (size_t i = 0; i < text.len && ascii_is_digit(text.ptr[i]) && n < UINT32_MAX / 16; i++)
		n = n * 10 + (uint32_t)(text.ptr[i] - '0');
	return n;
}

/* The cell's text and number from its value, by its type. */
static void show_value(xlsx_book *j, sheet_cell *cell, slice type, slice value, uint32_t style)
{
	bool is_date = false;
	if (slice_equal(type, SLICE("s"))) {
		uint32_t i = digits_value(value);
		cell->text = i < j->shared.n ? j->shared.at[i] : (slice){"", 0};
		cell->text = sheet_show_text(j->arena, xlsx_format_of(j, style), cell->text);
	} else if (slice_equal(type, SLICE("b"))) {
		cell->kind = SHEET_OTHER;
		cell->text = slice_equal(value, SLICE("1")) ? SLICE("TRUE") : SLICE("FALSE");
	} else if (!type.len || slice_equal(type, SLICE("n"))) {
		cell->stored = sheet_number(j->arena, value);
		cell->text = cell->stored.len
		                 ? sheet_show(j->arena, xlsx_format_of(j, style), cell->stored, j->book.from_1904, &is_date)
		                 : value;
		cell->kind = is_date ? SHEET_DAY : cell->stored.len ? SHEET_NUMBER : value.len ? SHEET_TEXT : SHEET_EMPTY;
	} else if (value.len) { /* a formula's text, an error, a day in ISO form */
		cell->text = value;
		cell->kind = slice_equal(type, SLICE("str")) ? SHEET_TEXT : slice_equal(type, SLICE("d")) ? SHEET_DAY : SHEET_OTHER;
	}
}

/* The formula that opens, of the cell at hand; without text if it is none that is computed: of several cells at once, or of a
 * table of what-ifs. */
static formula read_formula(sheet_job *j)
{
	xml_reader *x = j->x;
	arena *a = j->book->arena;
	formula f = {.text = {"", 0}, .dialect = FORMULA_EXCEL};
	slice type = arena_copy(a, xml_attribute(x, XML_NONE, "t")), area = arena_copy(a, xml_attribute(x, XML_NONE, "ref"));
	uint32_t number = xml_number(x, XML_NONE, "si", MOST_SHARED, MOST_SHARED);
	slice text = xml_inner_text(a, x);
	bool shared = slice_equal(type, SLICE("shared"));
	bool single = slice_equal(type, SLICE("array")) && slice_find_byte(area, ':') == SIZE_MAX;
	if (!shared && !single && type.len && !slice_equal(type, SLICE("normal")))
		return f;
	f.text = text;
	if (!shared || number == MOST_SHARED)
		return f;
	if (text.len) {
		while (j->formulas.n <= number)
			VEC_PUSH(a, j->formulas, (shared_formula){.text = {"", 0}});
		j->formulas.at[number] = (shared_formula){text, j->row, j->col};
	} else if (number < j->formulas.n) {
		const shared_formula *from = &j->formulas.at[number];
		f.text = from->text;
		f.down = (int32_t)j->row - (int32_t)from->row;
		f.right = (int32_t)j->col - (int32_t)from->col;
	}
	return f;
}

static void read_cell(sheet_job *j)
{
	xml_reader *x = j->x;
	arena *a = j->book->arena;
	uint32_t depth = xml_depth(x), row = j->row, col = j->col;
	if (sheet_place(xml_attribute(x, XML_NONE, "r"), &row, &col))
		j->row = row, j->col = col;
	uint32_t style = xml_number(x, XML_NONE, "s", XLSX_MOST_FORMAT, 0);
	slice type = arena_copy(a, xml_attribute(x, XML_NONE, "t")), value = {"", 0};
	sheet_cell cell = {.row = j->row, .col = j->col, .text = {"", 0}, .stored = {"", 0}, .row_span = 1, .col_span = 1};
	while (xml_next(x) != XML_END && !(xml_closes(x, XML_S, "c") && xml_depth(x) == depth)) {
		if (xml_opens(x, XML_S, "f"))
			sheet_set_formula(a, j->s, &cell, read_formula(j), xlsx_format_of(j->book, style));
		else if (xml_opens(x, XML_S, "v"))
			value = xml_inner_text(a, x);
		else if (xml_opens(x, XML_S, "is"))
			cell.text = xlsx_rich_text(a, x);
	}
	show_value(j->book, &cell, type, value, style);
	cell.text = slice_trim(cell.text);
	j->col++;
	if (cell.text.len || cell.formula)
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

/* The first cell that is not before this place. Cells tell their places in order, as good as always. */
static size_t find_cell(const sheet *s, uint32_t row, uint32_t col)
{
	const sheet_cell *c = s->cells.at;
	size_t i;
	BISECT(i, s->cells.n, c[i].row < row || (c[i].row == row && c[i].col < col));
	return i;
}

/* The cell at the range's corner spans it; what the others hold is not seen. */
static void merge_cells(sheet *s, slice range)
{
	sheet_cell first = {0}, last = {0};
	if (!read_range(range, &first, &last))
		return;
	size_t at = find_cell(s, first.row, first.col);
	if (at < s->cells.n && s->cells.at[at].row == first.row && s->cells.at[at].col == first.col) {
		s->cells.at[at].row_span = last.row - first.row + 1;
		s->cells.at[at].col_span = last.col - first.col + 1;
		at++;
	}
	while (at < s->cells.n && s->cells.at[at].row <= last.row) {
		sheet_cell *c = &s->cells.at[at++];
		if (c->col > last.col)
			at = find_cell(s, c->row + 1, first.col);
		else if (c->col >= first.col)
			c->text = (slice){"", 0};
	}
}

static void read_column(arena *a, xml_reader *x, sheet *s)
{
	uint32_t from = xml_number(x, XML_NONE, "min", LIMIT_TABLE_COLUMNS, 1);
	uint32_t to = xml_number(x, XML_NONE, "max", LIMIT_TABLE_COLUMNS, from);
	if (xlsx_is_on(x, "hidden") || is_zero(x, "width"))
		sheet_hide(a, &s->hidden_cols, from ? from - 1 : 0, to);
}

static void begin_row(sheet_job *j)
{
	j->hidden = xlsx_is_on(j->x, "hidden") || is_zero(j->x, "ht");
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

void xlsx_cells_read(xlsx_book *book, slice part, sheet *s, slice *why)
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
