/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made to do harm, and broken ones: each is told what is wrong with it, soon, and the run goes on. */
#include "arena_fixture.h"
#include "outline_fixture.h"
#include "pdf_fixture.h"
#include "read/sandbox_child.h"
#include "zip_fixture.h"

#include <criterion/criterion.h>
#include <string.h>
#include <time.h>

TestSuite(hostile, .init = arena_set_up, .fini = arena_tear_down);

static document read_capped(const char *name, slice bytes, const caps *c)
{
	read_source source = {.name = slice_of(name), .bytes = bytes, .caps = c};
	return read_document(a, &source);
}

static void expect_why(const document *d, const char *words)
{
	cr_expect_eq(d->status, DOCUMENT_UNREADABLE);
	cr_expect(slice_find(d->why, slice_of(words)) != SIZE_MAX, "%s", arena_copy(a, d->why).ptr);
}

static slice repeated(const char *text, size_t times)
{
	size_t len = strlen(text);
	char *all = arena_alloc(a, len * times);
	for (size_t i = 0; i < times; i++)
		memcpy(all + i * len, text, len);
	return (slice){all, len * times};
}

Test(hostile, deep_html_is_refused_by_its_depth)
{
	clock_t start = clock();
	document d = read_capped("deep.html", repeated("<div>7 ", 50000), NULL);
	expect_why(&d, "deeper than 256 (--limit depth=...)");
	cr_expect_lt(clock() - start, 2 * CLOCKS_PER_SEC);
}

Test(hostile, deep_html_that_may_be_deep_is_stopped_by_its_time, .timeout = 60)
{
	caps c = CAPS_DEFAULT;
	c.of[CAP_DEPTH] = 1000000;
	c.of[CAP_TIME] = 1;
	document d = read_capped("deep.html", repeated("<div>", 200000), &c);
	cr_expect_eq(d.status, DOCUMENT_UNREADABLE);
	cr_expect(slice_find(d.why, SLICE("than 1 s (--limit time=...)")) != SIZE_MAX ||
	              slice_find(d.why, SLICE("crashed")) == 0,
	          "%s", arena_copy(a, d.why).ptr);
}

/* A PDF without a table of its objects: readers find them. */
static slice pdf_of(const char *objects)
{
	return arena_printf(a, "%%PDF-1.4\n%s\ntrailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%%%EOF\n", objects);
}

#define CATALOG "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
#define FONT "8 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"

Test(hostile, a_pdf_whose_pages_hold_themselves_does_not_go_round, .timeout = 60)
{
	document d = read_capped("self.pdf",
	                         pdf_of(CATALOG "2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 1000000 "
	                                        "/Parent 2 0 R >>\nendobj\n"),
	                         NULL);
	cr_expect_neq(d.status, DOCUMENT_OK);
	cr_expect_gt(d.why.len, 0);
}

Test(hostile, a_pdf_whose_drawing_draws_itself_does_not_go_round, .timeout = 60)
{
	document d = read_capped(
		"self.pdf",
		pdf_of(CATALOG
	           "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
	           "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources 6 0 R >>\nendobj\n"
	           "4 0 obj\n<< /Length 60 >>\nstream\nBT /F 12 Tf 20 200 Td (Nine herons) Tj ET /X Do /X Do       "
	           "\nendstream\nendobj\n"
	           "5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources 6 0 R /Length 11 >>\nstream\n"
	           "/X Do /X Do\nendstream\nendobj\n"
	           "6 0 obj\n<< /XObject << /X 5 0 R >> /Font << /F 8 0 R >> >>\nendobj\n" FONT),
		NULL);
	cr_expect(d.status == DOCUMENT_OK ? slice_find(d.text, SLICE("Nine herons")) != SIZE_MAX : d.why.len > 0);
}

Test(hostile, a_pdf_without_text_says_so)
{
	sheet s = sheet_new();
	HPDF_Page_Rectangle(s.page, 50, 50, 200, 200);
	HPDF_Page_Fill(s.page);
	document d = read_capped("scan.pdf", sheet_bytes(a, &s), NULL);
	cr_expect_eq(d.status, DOCUMENT_EMPTY);
	cr_expect_gt(d.why.len, 0);
}

Test(hostile, a_word_document_cut_short_is_never_taken_for_a_whole_one)
{
	slice whole = docx_of(a, "<w:p><w:r><w:t>Nine herons of 12.</w:t></w:r></w:p>", NULL, 0);
	cr_assert_eq(read_capped("w.docx", whole, NULL).status, DOCUMENT_OK);
	for (size_t len = 0; len < whole.len; len += whole.len / 40 + 1) {
		document d = read_capped("w.docx", slice_sub(whole, 0, len), NULL);
		cr_expect(d.status == DOCUMENT_UNREADABLE || (len == 0 && d.status == DOCUMENT_EMPTY) ||
		              slice_find(d.text, SLICE("Nine herons of 12.")) != SIZE_MAX,
		          "%zu bytes", len);
		cr_expect(slice_find(d.why, SLICE("crashed")) == SIZE_MAX, "%zu bytes", len);
	}
}

Test(hostile, a_charset_that_lies_changes_no_letter)
{
	document d = read_capped(
		"lie.html", SLICE("<html><head><meta charset=\"koi8-r\"></head><body><p>Zo\xC3\xAB saw 12 seals.</p></body></html>"),
		NULL);
	cr_expect_eq(d.status, DOCUMENT_OK);
	cr_expect(slice_find(d.text, SLICE("Zo\xC3\xAB saw 12 seals.")) != SIZE_MAX, "%s", arena_copy(a, d.text).ptr);
	d = read_capped("lie.txt", SLICE("\xEF\xBB\xBFZo\xEB saw 12 seals."), NULL);
	expect_why(&d, "damaged UTF-8");
	d = read_capped("lie.txt", SLICE("\xFF\xFEZ\0o"), NULL);
	expect_why(&d, "not valid");
}

Test(hostile, a_file_that_is_not_what_its_name_says_is_told)
{
	static const char *const names[] = {"x.pdf", "x.docx"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		document d = read_capped(names[i], SLICE("Nine herons of 12."), NULL);
		cr_expect_eq(d.status, DOCUMENT_UNREADABLE, "%s", names[i]);
		cr_expect_gt(d.why.len, 0);
		cr_expect(slice_find(d.why, SLICE("crashed")) == SIZE_MAX);
	}
}
