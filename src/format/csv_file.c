/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV and TSV: what stands above the table (titles, comments) and below it (notes) are paragraphs, the rest is one table. */
#include "base/ascii.h"
#include "document/builder.h"
#include "format/csv_record.h"
#include "format/format.h"

enum { SAMPLE_ROWS = 60, MOST_COLUMNS = 64, MOST_HEADERS = 3, NOTE_WORDS = 4, NAME_BYTES = 60, REPEAT_ROWS = 20 };

typedef struct row_note { /* what a first reading leaves of a record */
	uint32_t start, fields, filled;
	bool lone;    /* its first field alone is filled */
	bool comment; /* it begins with a # */
} row_note;

typedef struct csv_job {
	arena *arena;
	slice text;
	char delimiter;
	builder *b;
	VEC(row_note) rows; /* those that are not empty */
	VEC(bool) gaps;     /* of each: an empty line stands before it */
	size_t first, end;  /* the table's: rows[first .. end) */
	uint32_t columns;   /* as many as most rows have */
	csv_record record;
} csv_job;

static void note_rows(csv_job *j, uint32_t at)
{
	bool gap = false;
	while (at < j->text.len) {
		csv_record *r = &j->record;
		csv_record_read(j->arena, j->text, at, j->delimiter, r);
		at = r->next;
		if (r->filled) {
			bool first = r->fields.at[0].end > r->fields.at[0].start;
			row_note n = {r->start, (uint32_t)r->fields.n, r->filled, first && r->filled == 1, false};
			n.comment = first && !r->fields.at[0].quoted && j->text.ptr[r->fields.at[0].start] == '#';
			VEC_PUSH(j->arena, j->rows, n);
			VEC_PUSH(j->arena, j->gaps, gap);
		}
		gap = !r->filled;
	}
}

/* As many fields as most rows have. */
static uint32_t usual_columns(const csv_job *j)
{
	uint32_t with[MOST_COLUMNS + 1] = {0}, best = 1;
	for (size_t i = 0; i < j->rows.n; i++)
		with[j->rows.at[i].fields < MOST_COLUMNS ? j->rows.at[i].fields : MOST_COLUMNS]++;
	for (uint32_t i = 1; i <= MOST_COLUMNS; i++)
		best = with[i] > with[best] ? i : best;
	return best;
}

static csv_record *read_row(csv_job *j, size_t i)
{
	csv_record_read(j->arena, j->text, j->rows.at[i].start, j->delimiter, &j->record);
	return &j->record;
}

static slice field_text(const csv_job *j, const csv_field *f)
{
	return slice_sub(j->text, f->start, f->end);
}

static size_t count_words(slice text)
{
	size_t words = 0;
	for (size_t i = 0; i < text.len; i++)
		words += text.ptr[i] > ' ' && (i == 0 || text.ptr[i - 1] == ' ');
	return words;
}

static bool is_note(csv_job *j, size_t i)
{
	const row_note *n = &j->rows.at[i];
	if (n->comment)
		return true;
	if (!n->lone)
		return false;
	slice text = field_text(j, &read_row(j, i)->fields.at[0]);
	return !csv_is_number(text) && (n->fields == 1 || j->gaps.at[i] || count_words(text) >= NOTE_WORDS);
}

/* Sets first and end: rows above and below that are no rows of the table. */
static void find_table(csv_job *j)
{
	j->end = j->rows.n;
	while (j->first < j->end) {
		const row_note *n = &j->rows.at[j->first];
		bool title = j->columns > 1 && (n->lone || n->fields * 2 <= j->columns);
		if (!title && !n->comment)
			break;
		j->first++;
	}
	if (j->first == j->end) /* nothing but such rows: they are the table */
		j->first = 0;
	while (j->columns > 1 && j->end > j->first + 1 && is_note(j, j->end - 1))
		j->end--;
}

/* 1800 to 2099. */
static bool is_year(slice text)
{
	bool digits = text.len == 4;
	for (size_t i = 0; digits && i < 4; i++)
		digits = ascii_is_digit(text.ptr[i]);
	return digits && ((text.ptr[0] == '1' && text.ptr[1] >= '8') || (text.ptr[0] == '2' && text.ptr[1] == '0'));
}

typedef struct column_note { /* of the sample's rows */
	uint32_t filled, numbers, years;
} column_note;

static void note_columns(csv_job *j, size_t from, column_note *columns)
{
	for (size_t i = from; i < j->end && i < from + SAMPLE_ROWS; i++) {
		const csv_record *r = read_row(j, i);
		for (size_t c = 0; c < r->fields.n && c < MOST_COLUMNS; c++) {
			slice text = field_text(j, &r->fields.at[c]);
			columns[c].filled += text.len > 0;
			columns[c].numbers += csv_is_number(text);
			columns[c].years += is_year(text);
		}
	}
}

static bool of_numbers(const column_note *c)
{
	return c->numbers > 0 && c->numbers * 10 >= c->filled * 6;
}

/* Whether row i stands as text, or as years, over columns of numbers. */
static bool is_text_over_numbers(csv_job *j, size_t i, const column_note *columns)
{
	const csv_record *r = read_row(j, i);
	uint32_t names = 0, over = 0;
	for (size_t c = 0; c < r->fields.n && c < MOST_COLUMNS; c++) {
		slice text = field_text(j, &r->fields.at[c]);
		if (!of_numbers(&columns[c]))
			continue;
		over++;
		if (csv_is_number(text) && !(is_year(text) && columns[c].years * 2 < columns[c].filled))
			return false;
		names += text.len > 0;
	}
	return over > 0 && names * 2 >= over;
}

/* Whether the first row of a table of words names its columns: short names, all different, none of them a value below. */
static bool is_row_of_names(csv_job *j)
{
	VEC(slice) names = {0};
	const csv_record *r = read_row(j, j->first);
	for (size_t c = 0; c < r->fields.n && c < MOST_COLUMNS; c++) {
		slice text = field_text(j, &r->fields.at[c]);
		if (text.len > NAME_BYTES || csv_is_number(text) || (!text.len && c))
			return false;
		for (size_t k = 0; k < names.n; k++)
			if (slice_equal(names.at[k], text))
				return false;
		VEC_PUSH(j->arena, names, text);
	}
	for (size_t i = j->first + 1; i < j->end && i < j->first + REPEAT_ROWS; i++) {
		r = read_row(j, i);
		for (size_t c = 0; c < r->fields.n && c < names.n; c++)
			if (names.at[c].len && slice_equal(field_text(j, &r->fields.at[c]), names.at[c]))
				return false;
	}
	return true;
}

static size_t count_headers(csv_job *j)
{
	column_note columns[MOST_COLUMNS] = {0};
	size_t n = 0, rows = j->end - j->first;
	bool numbers = false;
	if (rows < 2)
		return 0;
	note_columns(j, j->first + (rows > 2 * MOST_HEADERS ? MOST_HEADERS : 1), columns);
	for (size_t c = 0; c < MOST_COLUMNS; c++)
		numbers |= of_numbers(&columns[c]);
	if (!numbers)
		return is_row_of_names(j);
	while (n < MOST_HEADERS && n + 1 < rows && is_text_over_numbers(j, j->first + n, columns))
		n++;
	return n;
}

/* A field's text: each "" of a quoted one stands for one. */
static void put_field(csv_job *j, const csv_field *f)
{
	uint32_t at = f->start;
	while (f->quoted) {
		size_t quote = slice_find_byte(slice_sub(j->text, at, f->end), '"');
		if (quote == SIZE_MAX || at + quote + 1 >= f->end)
			break;
		uint32_t here = at + (uint32_t)quote;
		builder_text(j->b, slice_sub(j->text, at, here), at);
		builder_put(j->b, SLICE("\""), here, here + 2);
		at = here + 2;
	}
	builder_text(j->b, slice_sub(j->text, at, f->end), at);
}

static void put_paragraph(csv_job *j, size_t i)
{
	csv_record *r = read_row(j, i);
	csv_field *first = &r->fields.at[0];
	while (j->rows.at[i].comment && first->start < first->end &&
	       (j->text.ptr[first->start] == '#' || j->text.ptr[first->start] == ' '))
		first->start++;
	builder_begin(j->b, BLOCK_PARAGRAPH, 0);
	if (j->rows.at[i].comment && r->fields.n > 1) { /* a line of words, commas and all */
		first->end = VEC_LAST(r->fields).end;
		r->fields.n = 1;
	}
	for (size_t c = 0; c < r->fields.n; c++) {
		if (r->fields.at[c].end == r->fields.at[c].start)
			continue;
		builder_space(j->b, r->fields.at[c].start);
		put_field(j, &r->fields.at[c]);
	}
	builder_end(j->b);
}

static void put_table(csv_job *j)
{
	size_t headers = count_headers(j);
	builder_table(j->b);
	for (size_t i = j->first; i < j->end; i++) {
		const csv_record *r = read_row(j, i);
		builder_row(j->b);
		for (size_t c = 0; c < r->fields.n; c++) {
			builder_cell(j->b, i < j->first + headers, 1, 1);
			put_field(j, &r->fields.at[c]);
			builder_end(j->b);
		}
	}
	builder_end(j->b);
}

bool csv_read(arena *a, slice bytes, document *d, slice *why)
{
	(void)why;
	uint32_t at = slice_starts_with(bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
	csv_job j = {.arena = a, .text = bytes, .b = builder_new(a, bytes)};
	bool tabs = slice_ends_with(d->path, SLICE(".tsv")) || slice_ends_with(d->path, SLICE(".tab"));
	j.delimiter = csv_delimiter_find(a, bytes, at, tabs ? '\t' : ',');
	note_rows(&j, at);
	j.columns = usual_columns(&j);
	find_table(&j);
	for (size_t i = 0; i < j.first; i++)
		put_paragraph(&j, i);
	if (j.rows.n)
		put_table(&j);
	for (size_t i = j.end; i < j.rows.n; i++)
		put_paragraph(&j, i);
	builder_finish(j.b, d);
	d->source = bytes;
	return true;
}
