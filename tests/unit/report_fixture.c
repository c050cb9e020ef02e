/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_fixture.h"

#include "pack/blob.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { FIGURES = 16 };

static const rule fixture_rule = {
	.id = {"N501", 4},
	.name = {"same-measure", 12},
	.summary = {"One quantity told twice", 23},
	.severity = SEVERITY_ERROR,
};

static void init_document(audit *au, uint32_t index, slice path, slice text)
{
	arena *a = au->arena;
	document *d = ARENA_NEW(a, document);
	*d = (document){.path = path, .text = text, .status = DOCUMENT_OK};
	document_index_lines(a, d);
	reading_of *r = &au->documents[index].reading;
	*r = (reading_of){.doc = d, .doc_index = index};
	r->scan = (scan){.doc = d, .lex = au->rules->lex, .figures = ARENA_ARRAY(a, figure, FIGURES)};
	r->claims = (claim_list){.at = ARENA_ARRAY(a, claim, FIGURES)};
}

static audit *new_audit(arena *a, size_t documents)
{
	rule_set *rules = ARENA_NEW(a, rule_set);
	*rules = (rule_set){.lex = pack_lexicon(SLICE("en")), .digest = SLICE("sha256:00")};
	audit *au = ARENA_NEW(a, audit);
	*au = (audit){.arena = a, .rules = rules, .document_count = documents};
	au->documents = ARENA_ARRAY(a, audit_document, documents);
	au->relations = ARENA_ARRAY(a, relation, FIGURES);
	au->findings = ARENA_ARRAY(a, finding, FIGURES);
	return au;
}

audit *fixture_audit(arena *a, slice path, slice text)
{
	audit *au = new_audit(a, 1);
	init_document(au, 0, path, text);
	return au;
}

figure *fixture_figure(audit *au, uint32_t doc, slice literal, int64_t value)
{
	reading_of *r = &au->documents[doc].reading;
	uint32_t start = (uint32_t)slice_find(r->doc->text, literal), end = start + (uint32_t)literal.len;
	size_t i = r->scan.figure_count++;
	figure *f = &r->scan.figures[i];
	*f = (figure){
		.start = start,
		.end = end,
		.unit_start = start,
		.unit_end = end,
		.full_start = start,
		.full_end = end,
		.kind = FIGURE_COUNT,
		.base = BASE_NUMBER,
		.has_value = true,
		.whole = true,
		.number = told_keep(au->arena, rational_int(value), rational_int(1)),
	};
	r->claims.at[i] = (claim){.figure = f,
	                          .index = (uint32_t)i,
	                          .quote_start = start,
	                          .quote_end = end,
	                          .measure = &measure_none,
	                          .setting = &claim_setting_none,
	                          .elided_from = -1};
	r->claims.n = r->scan.figure_count;
	return f;
}

static relation *add_relation(audit *au, verdict v, const claim_ref *claims, size_t n)
{
	static const slice reasons[] = {{"same noun (depots)", 18}, {"closed = shut", 13}};
	relation *r = &au->relations[au->relation_count++];
	*r = (relation){.rule = &fixture_rule, .verdict = v, .claim_count = (uint32_t)n, .strong = v != VERDICT_OPEN};
	r->words = ARENA_NEW(au->arena, relation_words);
	r->words->check = SLICE("a ~ b");
	r->claims = ARENA_ARRAY(au->arena, claim_ref, n);
	memcpy(r->claims, claims, n * sizeof *claims);
	r->binding = (binding){.rule = &fixture_rule, .grade = GRADE_CERTAIN, .reasons = reasons, .reason_count = 2};
	return r;
}

finding *fixture_finding(audit *au, uint32_t first, size_t n, slice message)
{
	claim_ref refs[FIGURES];
	for (size_t i = 0; i < n; i++)
		refs[i] = (claim_ref){.doc = 0, .claim = first + (uint32_t)i};
	relation *r = add_relation(au, VERDICT_FAILS, refs, n);
	finding *f = &au->findings[au->finding_count++];
	*f = (finding){.id = SLICE("F-01"),
	               .rule = &fixture_rule,
	               .severity = SEVERITY_ERROR,
	               .verdict = VERDICT_FAILS,
	               .relation = r,
	               .message = message,
	               .figure_count = n,
	               .fingerprint = SLICE("abc123")};
	f->figures = ARENA_ARRAY(au->arena, finding_figure, n);
	for (size_t i = 0; i < n; i++)
		f->figures[i] = (finding_figure){.claim = r->claims[i], .core = true, .computed = i + 1 == n};
	return f;
}

static void add_first_document(audit *au)
{
	vocabulary *v = vocabulary_new(au->arena, au->rules->lex);
	init_document(au, 0, SLICE("news/a.txt"),
	              SLICE("The service closed 22 depots in 2020.\n\n"
	                    "This year more than 24 depots were shut, \"about 12% of all\"; a third stay open.\n"));
	figure *f = fixture_figure(au, 0, SLICE("22"), 22);
	f = fixture_figure(au, 0, SLICE("2020"), 2020);
	f->kind = FIGURE_YEAR;
	f->when = (date){.year = 2020};
	f = fixture_figure(au, 0, SLICE("24"), 24);
	f->full_start -= 10;
	f->hedge = HEDGE_ABOVE;
	figure_own_more(au->arena, f)->hedge_text = SLICE("more than");
	f = fixture_figure(au, 0, SLICE("12"), 12);
	f->kind = FIGURE_PERCENT;
	f->whole = false;
	f->full_start -= 6;
	f->unit_end = f->full_end = f->end + 1;
	static const told_unit percent = {.name = {"%", 1}, .to_base = {1, 1}, .to_base_offset = {0, 1}};
	f->unit = &percent;
	f = fixture_figure(au, 0, SLICE("third"), 0);
	f->kind = FIGURE_FRACTION;
	f->base = BASE_FRACTION;
	f->whole = false;
	f->words = true;
	f->number = told_keep(au->arena, rational_of(1, 3), rational_int(0));

	claim *c = au->documents[0].reading.claims.at;
	claim_setting *settings = ARENA_ARRAY(au->arena, claim_setting, 2);
	settings[0].when = (period){{.year = 2020, .month = 1, .day = 1}, {.year = 2020, .month = 12, .day = 31}};
	for (int i = 0; i < 5; i++)
		c[i].setting = settings;
	measure *depots = ARENA_ARRAY(au->arena, measure, 2);
	depots[0] = (measure){.head = vocabulary_word(v, SLICE("depot")), .phrase = SLICE("depots")};
	depots[1] = (measure){.head = vocabulary_word(v, SLICE("depot"))};
	c[FIXTURE_22].measure = &depots[0];
	c[FIXTURE_22].predicate = vocabulary_word(v, SLICE("close"));
	c[FIXTURE_THIRD].measure = &depots[1];
	c[FIXTURE_THIRD].elided_from = FIXTURE_24;
	c[FIXTURE_24].quote_start -= 10;
	c[FIXTURE_24].quote_end += 7;
	static const slice he = {"he \"said\"", 9};
	settings[1] = settings[0];
	settings[1].who = &he;
	c[FIXTURE_24].setting = &settings[1];
}

static void add_second_document(audit *au)
{
	init_document(au, 1, SLICE("news/b, \"c\".txt"), SLICE("Call 555-0147.\n"));
	figure *f = fixture_figure(au, 1, SLICE("555-0147"), 0);
	f->kind = FIGURE_LABEL;
	f->why = LABEL_PHONE;
	f->has_value = false;
	f->base = BASE_NONE;
}

static void add_unreadable_document(audit *au)
{
	init_document(au, 2, SLICE("news/d.bin"), SLICE(""));
	document *d = ARENA_NEW(au->arena, document);
	*d = *au->documents[2].reading.doc;
	d->status = DOCUMENT_UNREADABLE;
	d->why = SLICE("it is binary");
	au->documents[2].reading.doc = d;
	au->unreadable = 1;
}

audit *report_fixture(arena *a)
{
	audit *au = new_audit(a, 3);
	add_first_document(au);
	add_second_document(au);
	add_unreadable_document(au);
	finding *f =
		fixture_finding(au, FIXTURE_22, 1, SLICE("\"more than 24\" and \"22\" cannot both be the number of depots"));
	claim_ref pair[] = {{0, FIXTURE_24}, {0, FIXTURE_22}};
	relation *r = &au->relations[0];
	r->claims = ARENA_ARRAY(a, claim_ref, 2);
	memcpy(r->claims, pair, sizeof pair);
	r->claim_count = 2;
	r->words->computed = SLICE("(24, ∞) ~ {22}");
	r->words->told = SLICE("24 ~ 22");
	f->stated = SLICE("(24, ∞)");
	f->computed = SLICE("{22}");
	f->gap = SLICE("2");
	f->figure_count = 2;
	f->figures = ARENA_ARRAY(a, finding_figure, 2);
	f->figures[0] = (finding_figure){.claim = pair[0], .core = true};
	f->figures[1] = (finding_figure){.claim = pair[1], .core = true, .computed = true};
	f->suspect = &r->claims[0];
	f->suspect_why = SLICE("the only one whose removal mends both");
	f->repair.claim = &r->claims[0];
	f->repair.from = SLICE("24");
	f->repair.to = SLICE("20");
	f->repair.edit = SLICE("one digit");
	add_relation(au, VERDICT_HOLDS, pair, 2);
	add_relation(au, VERDICT_OPEN, pair, 2)->words->why = SLICE("it could not have failed");
	au->coverage =
		(coverage){.figures = 6, .labels = 1, .claims = 5, .relations = 3, .holds = 1, .open = 1, .fails = 1, .strong = 2};
	au->coverage.by_claim.fails = 2;
	au->coverage.by_claim.unrelated = 3;
	return au;
}

slice fixture_report(arena *a, bool (*report)(const audit *, const report_options *, FILE *), const audit *au,
                     const report_options *o)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	cr_assert(report(au, o, out));
	fclose(out);
	slice copy = arena_copy(a, (slice){text, n});
	free(text);
	return copy;
}
