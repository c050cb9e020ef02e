/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_fixture.h"

#include <criterion/criterion.h>

enum { CELL = 256, COLUMNS_MAX = 64 };

typedef struct csv_row {
	char cell[COLUMNS_MAX][CELL];
	size_t n;
} csv_row;

/* Reads one record as RFC 4180 has it; the rest of the text. */
static slice read_row(slice text, csv_row *row)
{
	size_t i = 0, at = 0;
	bool quoted = false;
	*row = (csv_row){.n = 1};
	for (; i < text.len && (quoted || text.ptr[i] != '\n'); i++) {
		char c = text.ptr[i];
		if (quoted && c == '"' && i + 1 < text.len && text.ptr[i + 1] == '"') {
			i++;
		} else if (c == '"') {
			quoted = !quoted;
			continue;
		} else if (c == ',' && !quoted) {
			row->n++;
			at = 0;
			continue;
		}
		cr_assert_lt(row->n, COLUMNS_MAX);
		cr_assert_lt(at, CELL - 1);
		row->cell[row->n - 1][at++] = c;
	}
	return slice_sub(text, i + 1, text.len);
}

static const char *cell(const csv_row *header, const csv_row *row, const char *name)
{
	for (size_t i = 0; i < header->n; i++)
		if (slice_equal(slice_of(header->cell[i]), slice_of(name)))
			return row->cell[i];
	cr_assert_fail("there is no column %s", name);
	return "";
}

Test(csv, every_row_has_the_cells_of_the_header)
{
	arena *a = arena_new(NULL);
	slice text = fixture_report(a, report_claims_csv, report_fixture(a), &(report_options){0});
	csv_row header, row;
	text = read_row(text, &header);
	size_t rows = 0;
	for (; text.len; rows++) {
		text = read_row(text, &row);
		cr_expect_eq(row.n, header.n, "row %zu has %zu cells, not %zu", rows, row.n, header.n);
	}
	cr_expect_eq(rows, 6);
	arena_free(a);
}

Test(csv, quotes_and_commas_come_back_as_they_were)
{
	arena *a = arena_new(NULL);
	slice text = fixture_report(a, report_claims_csv, report_fixture(a), &(report_options){0});
	csv_row header, row;
	text = read_row(text, &header);
	for (size_t i = 0; i <= FIXTURE_24; i++)
		text = read_row(text, &row);
	cr_expect_str_eq(cell(&header, &row, "who"), "he \"said\"");
	cr_expect_str_eq(cell(&header, &row, "quote"), "more than 24 depots");
	cr_expect_str_eq(cell(&header, &row, "lo"), "24");
	cr_expect_str_eq(cell(&header, &row, "hi"), "");
	cr_expect_str_eq(cell(&header, &row, "mode"), "asserted");
	while (text.len)
		text = read_row(text, &row);
	cr_expect_str_eq(cell(&header, &row, "doc"), "news/b, \"c\".txt");
	cr_expect_str_eq(cell(&header, &row, "id"), "news/b, \"c\".txt#5");
	cr_expect_str_eq(cell(&header, &row, "why"), "phone number");
	arena_free(a);
}
