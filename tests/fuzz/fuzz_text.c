/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as documents of one collection, with the built-in rules loaded once: read, scanned, related and judged. What must
 * be true of every audit is checked: spans lie in the text and in order, and the coverage adds up. */
#include "audit/audit.h"
#include "audit/rulebook.h"
#include "report/report.h"

#include "must.h"

static const rulebook *book;
static FILE *sink;

/* The rules live as long as the process. */
static void load_rules(void)
{
	static arena *kept;
	kept = arena_new(NULL);
	diag_list diags = diag_list_new(kept);
	book = rulebook_load(kept, &(rulebook_options){0}, &diags);
	sink = fopen("/dev/null", "w");
	diag_print(&diags, stderr, false);
	MUST(book && sink);
}

static void spans_lie_in_the_text(const document *d, const claim_list *claims)
{
	uint32_t last = 0;
	for (size_t i = 0; i < claims->n; i++) {
		const claim *c = &claims->at[i];
		const figure *f = c->figure;
		MUST(f->start < f->end && f->end <= d->text.len);
		MUST(f->unit_start <= f->start && f->end <= f->unit_end && f->unit_end <= d->text.len);
		MUST(c->quote_start <= f->start && f->end <= c->quote_end && c->quote_end <= d->text.len);
		MUST(f->start >= last);
		last = f->start;
	}
}

static void coverage_adds_up(const coverage *c)
{
	MUST(c->labels + c->claims == c->figures);
	MUST(c->holds + c->holds_if + c->open + c->fails + c->unchecked == c->relations);
	MUST(c->by_claim.holds + c->by_claim.holds_if + c->by_claim.open + c->by_claim.fails + c->by_claim.unchecked +
	         c->by_claim.unrelated ==
	     c->claims);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!book)
		load_rules();
	/* Two documents: the bytes, and their second half, so that what compares documents runs too. */
	arena *a = arena_new(NULL);
	slice bytes = arena_copy(a, (slice){(const char *)data, size});
	read_source sources[] = {
		{.name = SLICE("a.txt"), .collection = SLICE("c"), .bytes = bytes},
		{.name = SLICE("b.txt"), .collection = SLICE("c"), .bytes = {bytes.ptr + size / 2, size - size / 2}},
	};
	const audit *au = audit_run(a, book->rules, sources, 2, &(audit_options){.threads = 1, .title = SLICE("fuzz")});
	for (size_t i = 0; i < au->document_count; i++) {
		const reading_of *r = &au->documents[i].reading;
		spans_lie_in_the_text(r->doc, &r->claims);
		coverage_adds_up(&au->documents[i].coverage);
	}
	coverage_adds_up(&au->coverage);
	for (size_t i = 0; i < au->finding_count; i++)
		MUST(au->findings[i].figure_count > 0 && au->findings[i].message.len > 0 && au->findings[i].fingerprint.len > 0);
	report_options options = {.level = SEVERITY_NOTE};
	MUST(report_text(au, &options, sink) && report_json(au, &options, sink) && report_claims_csv(au, &options, sink));
	arena_free(a);
	return 0;
}
