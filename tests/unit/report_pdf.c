/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing as a file: the same bytes every time, nothing outside the margins, cards whole, text that can be copied,
 * failures told. What needs poppler's tools is left out, with a message, where they are not installed. */
#include "base/asan.h"
#include "base/file.h"
#include "report/briefing.h"
#include "report/shown.h"
#include "report_pdf_fixture.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static arena *a;
static const lexicon *lex;

static void set_up(void)
{
	a = arena_new(NULL);
	lex = pdf_case_lexicon(a);
}

static void tear_down(void)
{
	arena_free(a);
}

TestSuite(pdf, .init = set_up, .fini = tear_down);

static const report_options PLAIN = {.epoch = INT64_MIN};

static slice render(const audit *au, const report_options *o)
{
	char *bytes = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&bytes, &len);
	slice why = {0};
	cr_assert(report_pdf(au, o, out, a, &why), "%.*s", SLICE_ARG(why));
	fclose(out);
	slice copy = arena_copy(a, (slice){bytes, len});
	free(bytes);
	return copy;
}

static size_t occurrences(slice text, const char *what)
{
	size_t n = 0, len = strlen(what);
	for (size_t at; (at = slice_find(text, slice_of(what))) != SIZE_MAX; n++)
		text = slice_sub(text, at + len, text.len);
	return n;
}

static size_t pages(slice file)
{
	return occurrences(file, "/Type /Page\n");
}

/* ---- poppler ---- */

/* What `command FILE` prints, where %s stands for the file; empty if the command is not there. */
static slice ask_poppler(slice file, const char *tool, const char *format)
{
	char check[128], command[256], path[] = "/tmp/numerate-test-XXXXXX";
	snprintf(check, sizeof check, "command -v %s >/dev/null 2>&1", tool);
	if (system(check) != 0) {
		cr_log_warn("%s is not installed: its part of the test is left out", tool);
		return (slice){0};
	}
	int fd = mkstemp(path);
	cr_assert(fd >= 0 && write(fd, file.ptr, file.len) == (ssize_t)file.len);
	close(fd);
	snprintf(command, sizeof command, format, path);
	FILE *in = popen(command, "r");
	slice text, why;
	cr_assert(file_read_stream(a, in, SIZE_MAX, &text, &why));
	pclose(in);
	unlink(path);
	return text;
}

/* The text with every run of white space as one space, so that line breaks do not matter. */
static slice flat(slice text)
{
	char *out = arena_alloc(a, text.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i] <= ' ' && text.ptr[i] >= 0 ? ' ' : text.ptr[i];
		if (c != ' ' || (n && out[n - 1] != ' '))
			out[n++] = c;
	}
	return (slice){out, n};
}

static slice text_of(slice file)
{
	return ask_poppler(file, "pdftotext", "pdftotext -layout %s - 2>&1");
}

static void expect_text(slice text, const char *want)
{
	cr_expect(!text.len || slice_find(flat(text), slice_of(want)) != SIZE_MAX, "not in the text: %s", want);
}

typedef const audit *(*maker)(arena *, const lexicon *);

static const audit *make_many(arena *memory, const lexicon *words)
{
	return pdf_case_audit_many(memory, words, 300);
}

static const maker ALL[] = {pdf_case_audit_empty, pdf_case_audit_clean,  pdf_case_audit_one, pdf_case_audit_hard,
                            pdf_case_audit_dated, pdf_case_audit_pieces, make_many};

enum { ALL_COUNT = sizeof ALL / sizeof *ALL };

/* ---- the file ---- */

Test(pdf, one_audit_gives_the_same_bytes_every_time)
{
	for (size_t i = 0; i < ALL_COUNT; i++) {
		slice first = render(ALL[i](a, lex), &PLAIN), second = render(ALL[i](a, lex), &PLAIN);
		cr_expect(slice_equal(first, second), "audit %zu", i);
	}
}

Test(pdf, both_paper_sizes)
{
	const audit *au = pdf_case_audit_one(a, lex);
	slice a4 = render(au, &PLAIN), letter = render(au, &(report_options){.epoch = INT64_MIN, .letter = true});
	cr_expect(slice_find(a4, SLICE("595.276")) != SIZE_MAX && slice_find(a4, SLICE("841.89")) != SIZE_MAX);
	cr_expect(slice_find(letter, SLICE("612 792")) != SIZE_MAX);
	cr_expect(slice_find(letter, SLICE("595.276")) == SIZE_MAX);
}

Test(pdf, the_date_is_the_audits_own_or_the_one_asked_for_or_none)
{
	slice own = render(pdf_case_audit_one(a, lex), &PLAIN);
	cr_expect_neq(slice_find(own, SLICE("(D:20201118000000Z")), SIZE_MAX);
	slice asked = render(pdf_case_audit_one(a, lex), &(report_options){.epoch = 86400 + 3600});
	cr_expect_neq(slice_find(asked, SLICE("(D:19700102010000Z")), SIZE_MAX);
	slice none = render(pdf_case_audit_empty(a, lex), &PLAIN);
	cr_expect_eq(slice_find(none, SLICE("/CreationDate")), SIZE_MAX);
}

Test(pdf, the_file_has_language_identity_attachment_and_bookmarks)
{
	slice file = render(pdf_case_audit_one(a, lex), &PLAIN);
	cr_expect_neq(slice_find(file, SLICE("/Lang (en)")), SIZE_MAX);
	cr_expect_neq(slice_find(file, SLICE("/ID [")), SIZE_MAX);
	cr_expect_neq(slice_find(file, SLICE("/EmbeddedFiles")), SIZE_MAX);
	cr_expect_neq(slice_find(file, SLICE("(audit.json)")), SIZE_MAX);
	cr_expect_neq(slice_find(file, SLICE("/DisplayDocTitle true")), SIZE_MAX);
	cr_expect_geq(occurrences(file, "/Subtype /Link"), 8, "links both ways");
}

Test(pdf, every_finding_has_a_bookmark_and_a_card)
{
	enum { N = 300 };
	slice few = render(pdf_case_audit_one(a, lex), &PLAIN), many = render(pdf_case_audit_many(a, lex, N), &PLAIN);
	cr_expect_eq(occurrences(many, "/Title") - occurrences(few, "/Title"), N - 1);
	slice text = text_of(many);
	cr_expect(!text.len || occurrences(text, "What to do") == N, "%zu cards", occurrences(text, "What to do"));
	cr_expect_geq(pages(many), N / 3);
}

Test(pdf, an_audit_without_an_identity_of_its_rules_is_still_a_file)
{
	pdf_case f = pdf_case_new(a, lex);
	f.rules->rules = NULL;
	f.rules->rule_count = 0;
	f.rules->digest = f.au->digest = (slice){0};
	slice file = render(pdf_case_done(&f), &PLAIN);
	cr_expect_geq(pages(file), 2);
	expect_text(text_of(file), "There was no document to read.");
}

/* ---- what it says ---- */

Test(pdf, the_verdict_is_one_sentence)
{
	expect_text(text_of(render(pdf_case_audit_one(a, lex), &PLAIN)),
	            "One inconsistency stands between these two documents and release.");
	expect_text(text_of(render(pdf_case_audit_clean(a, lex), &PLAIN)), "Nothing in one checked relation is inconsistent.");
	expect_text(text_of(render(pdf_case_audit_empty(a, lex), &PLAIN)),
	            "No figures were found that could be checked against each other.");
	expect_text(text_of(render(pdf_case_audit_many(a, lex, 300), &PLAIN)), "and 292 more, page");
}

Test(pdf, quotations_can_be_copied_in_every_script)
{
	slice one = text_of(render(pdf_case_audit_one(a, lex), &PLAIN));
	expect_text(one, "Work on more than two dozen burnt barns has been finished this year");
	expect_text(one, "In 2020, 22 burnt barns were rebuilt in the valley");
	slice hard = text_of(render(pdf_case_audit_hard(a, lex), &PLAIN));
	expect_text(hard, "Қасым-Жомарт Тоқаев открыл 14 школ в Алматы �, сказал Нұрлан Әбдіғалиұлы.");
	expect_text(hard, "открыта 41 школа; цена 5 ₸, 3 ₽, ≤ ≈ → ✓.");
	expect_text(hard, "had answered at most 31 of the letters");
}

Test(pdf, findings_below_the_level_are_counted_but_not_shown)
{
	slice text =
		text_of(render(pdf_case_audit_many(a, lex, 30), &(report_options){.epoch = INT64_MIN, .level = SEVERITY_ERROR}));
	cr_expect(!text.len || occurrences(text, "What to do") == 10);
	expect_text(text, "20 below the level shown here");
}

Test(pdf, suppressed_findings_are_told_apart)
{
	audit *au = (audit *)(uintptr_t)pdf_case_audit_one(a, lex);
	au->findings[0].suppressed = SLICE("agreed with the author");
	slice text = text_of(render(au, &PLAIN));
	cr_expect(!text.len || occurrences(text, "What to do") == 0);
	expect_text(text, "Suppressed findings");
	expect_text(text, "agreed with the author");
}

/* ---- how it looks ---- */

static double attribute(slice line, const char *name)
{
	size_t at = slice_find(line, slice_of(name));
	cr_assert_neq(at, SIZE_MAX);
	return strtod(line.ptr + at + strlen(name), NULL);
}

/* Every word lies within the margins; only running lines stand above and below the body. */
static void expect_inside(slice boxes, size_t which)
{
	double width = 0, height = 0;
	size_t words = 0;
	for (size_t from = 0; from < boxes.len;) {
		slice rest = slice_sub(boxes, from, boxes.len);
		size_t end = slice_find_byte(rest, '\n');
		slice line = slice_sub(rest, 0, end == SIZE_MAX ? rest.len : end);
		from += line.len + 1;
		if (slice_find(line, SLICE("<page width")) != SIZE_MAX) {
			width = attribute(line, "width=\"");
			height = attribute(line, "height=\"");
		}
		if (slice_find(line, SLICE("<word ")) == SIZE_MAX)
			continue;
		words++;
		cr_expect(attribute(line, "xMin=\"") > STYLE.margin - 1, "audit %zu: %.*s", which, SLICE_ARG(line));
		cr_expect(attribute(line, "xMax=\"") < width - STYLE.margin + 2, "audit %zu: %.*s", which, SLICE_ARG(line));
		double top = attribute(line, "yMin=\""), bottom = attribute(line, "yMax=\"");
		bool running = bottom < STYLE.margin || top > height - STYLE.margin;
		cr_expect(running || (top > STYLE.margin - 1 && bottom < height - STYLE.margin + 3), "audit %zu: %.*s", which,
		          SLICE_ARG(line));
	}
	cr_expect(!boxes.len || words > 100);
}

Test(pdf, nothing_stands_outside_the_margins)
{
	for (size_t i = 0; i < ALL_COUNT; i++)
		for (int letter = 0; letter < 2; letter++)
			expect_inside(ask_poppler(render(ALL[i](a, lex), &(report_options){.epoch = INT64_MIN, .letter = letter}),
			                          "pdftotext", "pdftotext -bbox %s - 2>&1"),
			              i);
}

Test(pdf, a_card_stands_whole_on_one_page)
{
	for (size_t i = 0; i < ALL_COUNT; i++) {
		slice text = text_of(render(ALL[i](a, lex), &PLAIN));
		for (size_t from = 0, end; from < text.len; from = end + 1) {
			slice rest = slice_sub(text, from, text.len);
			end = slice_find_byte(rest, '\f');
			end = from + (end == SIZE_MAX ? rest.len : end);
			slice page = slice_sub(text, from, end);
			cr_expect_eq(occurrences(page, "to page 1"), occurrences(page, "What to do"), "audit %zu", i);
		}
	}
}

/* The last line of a page's body: what stands before the foot's first words. */
static slice last_line(slice page)
{
	size_t foot = slice_find(page, SLICE("numerate 0"));
	slice body = slice_trim(slice_sub(page, 0, foot));
	size_t from = body.len;
	while (from && body.ptr[from - 1] != '\n')
		from--;
	return slice_trim(slice_sub(body, from, body.len));
}

Test(pdf, no_heading_stands_last_on_its_page)
{
	static const char *const HEADINGS[] = {"Findings",
	                                       "Timelines",
	                                       "What was verified",
	                                       "What could not have failed",
	                                       "What was not checked",
	                                       "Coverage",
	                                       "Claims of the documents with findings",
	                                       "Rules used",
	                                       "How to read this briefing",
	                                       "Words",
	                                       "Documents",
	                                       "Not read",
	                                       "These relations could have failed, and did not."};
	for (size_t i = 0; i < ALL_COUNT; i++)
		for (int letter = 0; letter < 2; letter++) {
			slice text = text_of(render(ALL[i](a, lex), &(report_options){.epoch = INT64_MIN, .letter = letter}));
			for (size_t from = 0, end; from < text.len; from = end + 1) {
				slice rest = slice_sub(text, from, text.len);
				end = slice_find_byte(rest, '\f');
				end = from + (end == SIZE_MAX ? rest.len : end);
				slice last = last_line(slice_sub(text, from, end));
				for (size_t k = 0; k < sizeof HEADINGS / sizeof *HEADINGS; k++)
					cr_expect(!slice_equal(last, slice_of(HEADINGS[k])), "audit %zu: %s", i, HEADINGS[k]);
			}
		}
}

static double channel(uint32_t rgb, unsigned shift)
{
	double c = (double)(rgb >> shift & 0xFF) / 255;
	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance and contrast: W3C, Web Content Accessibility Guidelines 2.1 (2018). */
Test(pdf, every_ink_of_text_has_contrast)
{
	for (int i = 0; i < INK_TEXT_COUNT; i++) {
		double light =
			0.2126 * channel(STYLE.ink[i], 16) + 0.7152 * channel(STYLE.ink[i], 8) + 0.0722 * channel(STYLE.ink[i], 0);
		cr_expect_geq(1.05 / (light + 0.05), 4.5, "ink %d", i);
	}
}

/* ---- what it is made of ---- */

static uint16_t shown(const char *bytes, size_t *len)
{
	return shown_decode(slice_of(bytes), 0, len);
}

Test(pdf, text_is_shown_as_it_can_be)
{
	size_t len;
	cr_expect_eq(shown("Ә", &len), 0x4D8);
	cr_expect_eq(len, 2);
	cr_expect_eq(shown("\t", &len), ' ');
	cr_expect_eq(shown("\x01", &len), SHOWN_REPLACEMENT);
	cr_expect_eq(shown("\xFF", &len), SHOWN_REPLACEMENT);
	cr_expect_eq(len, 1);
	cr_expect_eq(shown("😀", &len), SHOWN_REPLACEMENT);
	cr_expect_eq(len, 4);
	cr_expect_eq(shown("\u200B", &len), SHOWN_NOTHING);
	cr_expect_eq(shown("\u202E", &len), SHOWN_NOTHING, "no reordering of what a reader sees");
}

Test(pdf, a_long_quotation_is_cut_around_its_figure_between_words)
{
	const audit *au = pdf_case_audit_hard(a, lex);
	const document *d = au->documents[0].reading.doc;
	const figure *f = au->documents[0].reading.claims.at[0].figure;
	quotation q = quote_claims(au, (claim_ref[]){{0, 0}}, 1, 200);
	cr_expect(q.cut_before && q.cut_after);
	cr_expect_leq(q.end - q.start, 200);
	cr_expect_geq(f->full_start - q.start, 50);
	cr_expect_geq(q.end - f->full_end, 50);
	cr_expect_eq(d->text.ptr[q.start], ' ');
	cr_expect_eq(d->text.ptr[q.end], ' ');
	quotation whole = quote_claims(au, (claim_ref[]){{0, 1}}, 1, 200);
	cr_expect_not(whole.cut_before || whole.cut_after);
}

Test(pdf, figures_of_one_sentence_are_quoted_together)
{
	slice text = text_of(render(pdf_case_audit_many(a, lex, 1), &PLAIN));
	cr_expect(!text.len ||
	          occurrences(flat(text),
	                      "In village 0 the council counted 10 new wells, and its report lists 12 of them by name.") == 1);
	expect_text(text, "line 1, column 34, 69");
}

Test(pdf, arithmetic_is_written_for_people)
{
	slice got = words_check(a, SLICE("a / b <= 602000000000000000000000 - 1.5"));
	cr_expect(slice_equal(got, SLICE("a ÷ b ≤ 6.02×10²³ − 1.5")), "%.*s", SLICE_ARG(got));
}

/* ---- failing ---- */

Test(pdf, a_full_disk_is_told)
{
	FILE *full = fopen("/dev/full", "wb");
	if (!full)
		cr_skip_test("no /dev/full here");
	slice why = {0};
	cr_expect_not(report_pdf(pdf_case_audit_one(a, lex), &PLAIN, full, a, &why));
	cr_expect_neq(slice_find(why, SLICE("disk is full")), SIZE_MAX, "%.*s", SLICE_ARG(why));
	fclose(full);
}

static void draw_nowhere(pdf *p, void *ctx)
{
	(void)ctx;
	pdf_page_add(p);
	pdf_line(p, 0, 0, NAN, 10, 1, 0);
}

Test(pdf, a_coordinate_that_is_no_number_is_refused)
{
	FILE *null = fopen("/dev/null", "wb");
	slice why = {0};
	cr_expect_not(pdf_make(a, &(pdf_setup){.title = SLICE("x")}, draw_nowhere, NULL, null, &why));
	cr_expect_neq(slice_find(why, SLICE("not a finite number")), SIZE_MAX, "%.*s", SLICE_ARG(why));
	fclose(null);
}

Test(pdf, a_damaged_font_is_passed_over)
{
	char folder[] = "/tmp/numerate-test-XXXXXX";
	cr_assert_not_null(mkdtemp(folder));
	slice path = arena_printf(a, "%s/LiberationSans-Bold.ttf", folder);
	FILE *damaged = fopen(path.ptr, "wb");
	cr_assert_not_null(damaged);
	fwrite("\0\1\0\0\0\x0Anot a font at all", 1, 24, damaged);
	fclose(damaged);
	setenv("NUMERATE_FONTS", folder, 1);
	cr_expect_geq(pages(render(pdf_case_audit_one(a, lex), &PLAIN)), 2);
	unlink(path.ptr);
	rmdir(folder);
}

#if !BUILT_WITH_ASAN /* which needs address space without end */
/* With ever less memory it is made or it is refused with a reason; it never crashes. */
Test(pdf, lack_of_memory_is_told)
{
	const audit *au = pdf_case_audit_many(a, lex, 60);
	size_t refused = 0, made = 0;
	FILE *null = fopen("/dev/null", "wb");
	render(au, &PLAIN); /* once without a limit, so that the stack need not grow later */
	for (size_t spare = 0; spare < 96; spare++) {
		FILE *status = fopen("/proc/self/statm", "r");
		unsigned long size = 0;
		cr_assert(status && fscanf(status, "%lu", &size) == 1);
		fclose(status);
		struct rlimit before, limit;
		getrlimit(RLIMIT_AS, &before);
		limit = before;
		limit.rlim_cur = size * (rlim_t)sysconf(_SC_PAGESIZE) + (rlim_t)spare * 131072;
		setrlimit(RLIMIT_AS, &limit);
		slice why = {0};
		bool whole = report_pdf(au, &PLAIN, null, a, &why);
		setrlimit(RLIMIT_AS, &before);
		made += whole;
		refused += !whole;
		cr_assert(whole || slice_find(why, SLICE("memory")) != SIZE_MAX, "%.*s", SLICE_ARG(why));
	}
	fclose(null);
	cr_expect_gt(refused, 0);
	cr_expect_gt(made, 0);
}
#endif
