/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit as a whole: coverage adds up, findings are grouped and named, runs are alike. */
#include "audit_fixture.h"

#include "audit/rulebook.h"
#include "report/report.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char raids[] = "In 2018, 31 illegal mines were closed in Arland\n\n"
							"9 March 2018\n\n"
							"At least 40 illegal mines were shut down in Arland in 2018, Dara Venn said on Friday.\n\n"
							"\"We closed 31 illegal mines in 2018,\" Dara Venn said.\n\n"
							"The police held 42 smugglers, 24 of whom were freed. Prices rose 12% to $56 from $50.\n";
static const char other[] = "The vote was held on Tuesday, 25 March 2015. A test, RFC 9110, was passed by 60% (33 of 60).\n";
static const char *const both[] = {raids, other};

static arena *a;
static void set_up(void)
{
	a = arena_new(NULL);
}
static void tear_down(void)
{
	arena_free(a);
}
TestSuite(audit, .init = set_up, .fini = tear_down);

static void adds_up(const coverage *c, const char *what)
{
	cr_expect_eq(c->labels + c->claims, c->figures, "%s: figures", what);
	cr_expect_eq(c->holds + c->holds_if + c->open + c->fails + c->unchecked, c->relations, "%s: relations", what);
	cr_expect_leq(c->strong, c->relations, "%s: strong", what);
	size_t by_claim = c->by_claim.holds + c->by_claim.holds_if + c->by_claim.open + c->by_claim.fails +
	                  c->by_claim.unchecked + c->by_claim.unrelated;
	cr_expect_eq(by_claim, c->claims, "%s: by claim", what);
}

Test(audit, coverage_adds_up_in_every_document_and_in_all)
{
	audit *au = audit_of(a, 2, both, 1);
	adds_up(&au->coverage, "all");
	adds_up(&au->documents[0].coverage, "a.txt");
	adds_up(&au->documents[1].coverage, "b.txt");
	cr_expect_eq(au->documents[0].coverage.figures + au->documents[1].coverage.figures, au->coverage.figures);
	cr_expect_geq(au->coverage.labels, 1);
}

Test(audit, pairs_that_share_the_suspect_are_one_finding)
{
	audit *au = audit_of(a, 1, both, 1);
	const relation *pairs[4];
	cr_assert_eq(audit_relations_of(au, "N501", pairs, 4), 3, "headline, lead and quotation are three pairs");
	cr_assert_eq(au->finding_count, 1);
	const finding *f = &au->findings[0];
	cr_expect_eq(f->severity, SEVERITY_ERROR);
	cr_expect_eq(f->figure_count, 3);
	cr_assert(f->suspect);
	cr_expect(slice_equal(document_text(audit_doc(au, *f->suspect), audit_claim(au, *f->suspect)->figure->start,
	                                    audit_claim(au, *f->suspect)->figure->end),
	                      SLICE("40")));
	cr_expect(slice_equal(f->gap, SLICE("9")), "gap is " SLICE_FMT, SLICE_ARG(f->gap));
	size_t core = 0;
	for (size_t i = 0; i < f->figure_count; i++)
		core += f->figures[i].core;
	cr_expect_eq(core, 2, "the core is the smallest pair");
}

Test(audit, what_two_rules_say_of_the_same_figures_is_one_finding_of_the_stronger)
{
	const char *text = "Nineteen divers - fourteen Danes and eight Swedes - were aboard.";
	const audit *au = audit_of(a, 1, &text, 1);
	cr_expect_eq(audit_first(au, "N302")->verdict, VERDICT_FAILS);
	cr_expect_eq(audit_first(au, "N318")->verdict, VERDICT_FAILS);
	cr_assert_eq(au->finding_count, 1);
	cr_expect(slice_equal(au->findings[0].rule->id, SLICE("N302")));
}

Test(audit, two_causes_that_share_a_figure_are_two_findings)
{
	const char *text = "Of the 80 divers, 16 (30%) were Danes. Nine crews sank, five in May and six in June.";
	const audit *au = audit_of(a, 1, &text, 1);
	cr_expect_eq(au->finding_count, 2);
}

Test(audit, findings_are_sorted_by_severity_and_numbered)
{
	audit *au = audit_of(a, 2, both, 1);
	cr_assert_geq(au->finding_count, 3);
	for (size_t i = 0; i < au->finding_count; i++) {
		slice id = arena_printf(a, "F-%02zu", i + 1);
		cr_expect(slice_equal(au->findings[i].id, id));
		if (i)
			cr_expect_leq(au->findings[i].severity, au->findings[i - 1].severity);
	}
}

static char *json_of(const audit *au)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	report_options o = {.level = SEVERITY_NOTE};
	cr_assert(report_json(au, &o, out));
	fclose(out);
	return text;
}

Test(audit, is_the_same_bytes_with_any_number_of_threads)
{
	char *one = json_of(audit_of(a, 2, both, 1)), *two = json_of(audit_of(a, 2, both, 4));
	cr_expect_str_eq(one, two);
	free(one);
	free(two);
}

static char *findings_of(const audit *au)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	report_options o = {.level = SEVERITY_NOTE};
	cr_assert(report_text(au, &o, out));
	cr_assert(report_findings_jsonl(au, &o, out));
	fclose(out);
	return text;
}

Test(audit, that_is_asked_for_findings_tells_the_same_and_forgets_the_rest)
{
	static const char alone[] = "The harbour has 12 cranes. Of the 40 boats, 10 (25%) are new.\n";
	static const char *const texts[] = {
		raids,
		alone,
		"3 May 2019\n\nIn 2018, 12 stolen fishing boats were seized in Torvia, the ministry said.\n",
		"",
		"9 June 2019\n\nFew believed it. In Torvia, 15 stolen fishing boats were seized in 2018, the ministry said.\n",
		"The mole is long.\n",
	};
	enum { TEXTS = sizeof texts / sizeof *texts };
	static const bool forgotten[TEXTS] = {false, true, false, true, false, true};
	const audit *all = audit_of(a, TEXTS, texts, 1);
	cr_assert_eq(audit_tally(all, "N901", true), 1, "two documents contradict each other");
	for (size_t threads = 1; threads <= 4; threads += 3) {
		const audit *au = audit_findings_of(a, TEXTS, texts, threads);
		for (size_t i = 0; i < TEXTS; i++) {
			cr_expect_eq(au->documents[i].forgotten, forgotten[i], "%zu", i);
			cr_expect_eq(memcmp(&au->documents[i].coverage, &all->documents[i].coverage, sizeof(coverage)), 0, "%zu", i);
			cr_expect(slice_equal(au->documents[i].reading.doc->path, all->documents[i].reading.doc->path));
			cr_expect_eq(au->documents[i].reading.doc->status, all->documents[i].reading.doc->status);
		}
		cr_expect_eq(memcmp(&au->coverage, &all->coverage, sizeof(coverage)), 0);
		char *told = findings_of(au), *told_of_all = findings_of(all);
		cr_expect_str_eq(told, told_of_all);
		free(told);
		free(told_of_all);
	}
}

/* Every other document is read by a child, begun while other threads take memory for theirs: none waits for another's lock. */
Test(audit, reads_in_children_while_other_threads_work)
{
	enum { DOCUMENTS = 200, REPEATS = 20 };
	char *long_text = arena_alloc(a, REPEATS * (sizeof raids - 1));
	for (size_t i = 0; i < REPEATS; i++)
		memcpy(long_text + i * (sizeof raids - 1), raids, sizeof raids - 1);
	const slice names[] = {SLICE("page.html"), SLICE("page.txt")};
	const slice texts[] = {SLICE(raids), {long_text, REPEATS * (sizeof raids - 1)}};
	diag_list diags = diag_list_new(a);
	const rulebook *book = rulebook_load(a, &(rulebook_options){0}, &diags);
	cr_assert(book);
	read_source *sources = ARENA_ARRAY(a, read_source, DOCUMENTS);
	for (size_t i = 0; i < DOCUMENTS; i++)
		sources[i] = (read_source){.name = names[i % 2], .collection = SLICE("test"), .bytes = texts[i % 2]};
	const audit *au = audit_run(a, book->rules, sources, DOCUMENTS, &(audit_options){.threads = 4, .book = book});
	for (size_t i = 0; i < DOCUMENTS; i++)
		cr_expect_eq(au->documents[i].reading.doc->status, DOCUMENT_OK, "%zu", i);
}

Test(audit, a_fingerprint_survives_other_edits_and_a_bumped_number)
{
	const char *const edited[] = {"A line before all.\n\nThe vote was held on Tuesday, 26 March 2015. Nothing else.\n"};
	const char *const moved[] = {"The vote was held on Tuesday, 25 March 2015.\n"};
	audit *x = audit_of(a, 1, edited, 1), *y = audit_of(a, 1, moved, 1);
	cr_assert_eq(x->finding_count, 1);
	cr_assert_eq(y->finding_count, 1);
	cr_expect(slice_equal(x->findings[0].fingerprint, y->findings[0].fingerprint));
}

Test(audit, alike_findings_have_fingerprints_of_their_own)
{
	const char *const twice[] = {
		"The vote was held on Tuesday, 25 March 2015.\n\nThe vote was held on Tuesday, 25 March 2015.\n"};
	audit *au = audit_of(a, 1, twice, 1);
	cr_assert_eq(au->finding_count, 2);
	cr_expect_not(slice_equal(au->findings[0].fingerprint, au->findings[1].fingerprint));
}

Test(audit, one_unreadable_document_does_not_stop_the_others)
{
	const char *const texts[] = {raids, "\0\0broken"};
	audit *au = audit_of(a, 2, texts, 1);
	cr_expect_eq(au->document_count, 2);
	cr_expect_eq(au->documents[1].reading.doc->status, DOCUMENT_EMPTY);
	cr_expect_eq(au->finding_count, 1);
}

/* Memory that runs out anywhere ends in the jump buffer, never in a crash, and the arena frees all. */
Test(audit, every_shortage_of_memory_is_told)
{
	jmp_buf failed;
	volatile size_t failures = 0;
	for (volatile size_t limit = 1000; limit < 40000000; limit = limit * 5 / 4) {
		arena *volatile small = arena_new(&failed);
		if (setjmp(failed)) {
			failures++;
			arena_free(small);
			continue;
		}
		arena_limit(small, limit);
		audit *au = audit_of(small, 1, both, 1);
		cr_expect_eq(au->finding_count, 1);
		arena_free(small);
		break;
	}
	cr_expect_gt(failures, 5);
}
