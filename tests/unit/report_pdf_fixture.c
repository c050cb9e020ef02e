/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_pdf_fixture.h"

#include "pack/blob.h"

#include <criterion/criterion.h>
#include <string.h>

enum { MOST_DOCUMENTS = 64, MOST_CLAIMS = 4096 };

const lexicon *pdf_case_lexicon(arena *a)
{
	(void)a;
	return pack_lexicon(SLICE("en"));
}

static slice copy(pdf_case *f, const char *text)
{
	return arena_copy(f->arena, slice_of(text));
}

pdf_case pdf_case_new(arena *a, const lexicon *lex)
{
	static const struct {
		const char *id, *name, *summary, *because;
		rule_binder bind;
	} RULES[] = {
		{"N101", "percent-of-whole", "A percentage that its own part and whole do not give",
	     "A reader will quote the percentage; it must follow from the counts beside it.", BIND_LINKS},
		{"N301", "parts-of-whole", "Parts that exceed their whole", "Parts that do not fit make the reader doubt both.",
	     BIND_LINKS},
		{"N501", "approximate-vs-exact", "One measure told twice with different numbers",
	     "Two numbers for one thing cannot both be printed.", BIND_SAME},
		{"N601", "weekday-date", "A weekday that its date does not fall on", "The calendar is known.", BIND_LINKS},
	};
	size_t n = sizeof RULES / sizeof *RULES;
	pdf_case f = {.arena = a, .au = ARENA_NEW(a, audit), .rules = ARENA_NEW(a, rule_set)};
	f.rules->lex = lex;
	f.rules->rules = ARENA_ARRAY(a, rule, n);
	f.rules->rule_count = n;
	f.rules->digest = SLICE("sha256:3f2a91c07be4d1550123456789abcdef0123456789abcdef0123456789abcdef");
	for (size_t i = 0; i < n; i++)
		f.rules->rules[i] = (rule){.id = slice_of(RULES[i].id),
		                           .name = slice_of(RULES[i].name),
		                           .summary = slice_of(RULES[i].summary),
		                           .because = slice_of(RULES[i].because),
		                           .bind = RULES[i].bind,
		                           .severity = SEVERITY_ERROR,
		                           .enabled = true};
	f.au->arena = a;
	f.au->rules = f.rules;
	f.au->digest = SLICE("9c0d1e2f30415263748596a7b8c9daebfc0d1e2f30415263748596a7b8c9daeb");
	f.au->documents = ARENA_ARRAY(a, audit_document, MOST_DOCUMENTS);
	f.au->relations = ARENA_ARRAY(a, relation, PDF_CASE_MOST);
	f.au->findings = ARENA_ARRAY(a, finding, PDF_CASE_MOST);
	return f;
}

static document *add_document(pdf_case *f, const char *path)
{
	uint32_t index = (uint32_t)f->au->document_count++;
	document *d = ARENA_NEW(f->arena, document);
	d->path = copy(f, path);
	d->sha256 = SLICE("0000000000000000000000000000000000000000000000000000000000000000");
	f->au->documents[index].reading.doc = d;
	f->au->documents[index].reading.doc_index = index;
	return d;
}

uint32_t pdf_case_document(pdf_case *f, const char *path, const char *text)
{
	document *d = add_document(f, path);
	uint32_t index = (uint32_t)f->au->document_count - 1;
	reading_of *r = &f->au->documents[index].reading;
	d->text = copy(f, text);
	document_index_lines(f->arena, d);
	r->scan = (scan){.doc = d, .lex = f->rules->lex, .figures = ARENA_ARRAY(f->arena, figure, MOST_CLAIMS)};
	r->scan.stretches = ARENA_ARRAY(f->arena, sentence_stretch, d->line_count);
	r->claims.at = ARENA_ARRAY(f->arena, claim, MOST_CLAIMS);
	d->blocks = ARENA_ARRAY(f->arena, block, 1);
	d->blocks[0] = (block){.kind = BLOCK_PARAGRAPH, .end = (uint32_t)d->text.len, .section = -1};
	d->block_count = 1;
	for (size_t i = 0; i < d->line_count; i++) {
		uint32_t end = i + 1 < d->line_count ? d->line_starts[i + 1] - 1 : (uint32_t)d->text.len;
		r->scan.stretches[r->scan.stretch_count++] = (sentence_stretch){(uint32_t)i, d->line_starts[i], end};
	}
	return index;
}

uint32_t pdf_case_unreadable(pdf_case *f, const char *path, const char *why)
{
	document *d = add_document(f, path);
	d->status = DOCUMENT_UNREADABLE;
	d->why = copy(f, why);
	f->au->unreadable++;
	return (uint32_t)f->au->document_count - 1;
}

static uint32_t find_nth(slice text, slice needle, unsigned nth)
{
	size_t from = 0;
	for (;;) {
		size_t at = slice_find(slice_sub(text, from, text.len), needle);
		if (at == SIZE_MAX)
			return 0;
		if (!nth--)
			return (uint32_t)(from + at);
		from += at + needle.len;
	}
}

static uint32_t sentence_at(const scan *s, uint32_t offset)
{
	uint32_t i = 0;
	while (i + 1 < s->stretch_count && s->stretches[i].end < offset)
		i++;
	return i;
}

static const slice *kept(pdf_case *f, const char *text)
{
	slice *s = ARENA_NEW(f->arena, slice);
	*s = copy(f, text);
	return s;
}

claim_ref pdf_case_claim(pdf_case *f, uint32_t doc, const pdf_case_figure *in)
{
	reading_of *r = &f->au->documents[doc].reading;
	slice text = r->doc->text, written = slice_of(in->written), numeral = slice_of(in->numeral ? in->numeral : in->written);
	uint32_t full = find_nth(text, written, in->nth);
	uint32_t start = full + (uint32_t)slice_find(written, numeral), end = start + (uint32_t)numeral.len;
	uint32_t index = (uint32_t)r->claims.n++;
	figure *fig = &r->scan.figures[r->scan.figure_count++];
	decimal value = {in->value, in->power};
	*fig = (figure){.start = start,
	                .end = end,
	                .unit_start = start,
	                .unit_end = end,
	                .full_start = full,
	                .full_end = full + (uint32_t)written.len,
	                .kind = in->kind,
	                .hedge = in->hedge,
	                .has_value = true,
	                .whole = in->whole,
	                .number = told_keep(f->arena,
	                                    rational_divide(rational_from_decimal(value, ROUND_DOWN),
	                                                    rational_int(in->per ? in->per : 1), ROUND_DOWN),
	                                    rational_from_decimal((decimal){1, in->power}, ROUND_DOWN))};
	if (in->kind == FIGURE_DATE || in->kind == FIGURE_TIME)
		fig->base = BASE_NONE;
	claim *c = &r->claims.at[index];
	*c = (claim){.figure = fig,
	             .index = index,
	             .sentence = sentence_at(&r->scan, start),
	             .quote_start = full,
	             .quote_end = full + (uint32_t)written.len};
	measure *told = ARENA_NEW(f->arena, measure);
	told->phrase = copy(f, in->phrase ? in->phrase : "");
	c->measure = told;
	c->elided_from = -1;
	claim_setting *setting = ARENA_NEW(f->arena, claim_setting);
	c->setting = setting;
	setting->who = in->who ? kept(f, in->who) : NULL;
	setting->section = in->section ? kept(f, in->section) : NULL;
	if (in->where) {
		claim_place *place = ARENA_NEW(f->arena, claim_place);
		place->text = copy(f, in->where);
		setting->where = place;
	}
	if (in->year)
		setting->when = (period){{.year = in->year, .month = 1, .day = 1}, {.year = in->year, .month = 12, .day = 31}};
	return (claim_ref){doc, index};
}

relation *pdf_case_relation(pdf_case *f, const char *rule_id, verdict v, const claim_ref *claims, size_t n)
{
	relation *r = &f->au->relations[f->au->relation_count++];
	for (size_t i = 0; i < f->rules->rule_count; i++)
		if (slice_equal(f->rules->rules[i].id, slice_of(rule_id)))
			r->rule = &f->rules->rules[i];
	r->claims = ARENA_ARRAY(f->arena, claim_ref, n);
	memcpy(r->claims, claims, n * sizeof *claims);
	r->claim_count = (uint32_t)n;
	r->words = ARENA_NEW(f->arena, relation_words);
	r->verdict = v;
	r->binding.rule = r->rule;
	r->binding.grade = GRADE_CERTAIN;
	r->binding.doc = audit_doc(f->au, claims[0]);
	r->strong = v != VERDICT_OPEN && v != VERDICT_UNCHECKED;
	return r;
}

finding *pdf_case_finding(pdf_case *f, const relation *r, severity s, const char *message)
{
	finding *out = &f->au->findings[f->au->finding_count++];
	*out = (finding){.rule = r->rule,
	                 .severity = s,
	                 .verdict = r->verdict,
	                 .relation = r,
	                 .message = copy(f, message),
	                 .stated = r->words->stated,
	                 .computed = r->words->expected,
	                 .gap = r->words->gap};
	out->figures = ARENA_ARRAY(f->arena, finding_figure, r->claim_count);
	out->figure_count = r->claim_count;
	for (size_t i = 0; i < r->claim_count; i++)
		out->figures[i] = (finding_figure){.claim = r->claims[i], .core = i<2, .computed = i> 0};
	out->id = arena_printf(f->arena, "F-%02zu", f->au->finding_count);
	out->fingerprint = SLICE("0123456789abcdef");
	return out;
}

/* ---- coverage ---- */

static void count_verdict(coverage *c, verdict v)
{
	c->relations++;
	switch (v) {
	case VERDICT_HOLDS:
	case VERDICT_HOLDS_BY_ROUNDING:
		c->holds++;
		break;
	case VERDICT_HOLDS_IF:
		c->holds_if++;
		break;
	case VERDICT_OPEN:
		c->open++;
		break;
	case VERDICT_UNCHECKED:
		c->unchecked++;
		break;
	case VERDICT_FAILS:
	case VERDICT_IMPOSSIBLE:
		c->fails++;
		break;
	}
}

static void count_claim(coverage *c, const audit *au, claim_ref ref)
{
	verdict worst = VERDICT_UNCHECKED;
	bool related = false;
	c->figures++;
	c->claims++;
	for (size_t i = 0; i < au->relation_count; i++)
		for (size_t k = 0; k < au->relations[i].claim_count; k++)
			if (au->relations[i].claims[k].doc == ref.doc && au->relations[i].claims[k].claim == ref.claim) {
				verdict v = au->relations[i].verdict;
				worst = !related || v > worst ? v : worst;
				related = true;
			}
	if (!related)
		c->by_claim.unrelated++;
	else if (worst >= VERDICT_FAILS)
		c->by_claim.fails++;
	else if (worst == VERDICT_OPEN)
		c->by_claim.open++;
	else if (worst == VERDICT_UNCHECKED)
		c->by_claim.unchecked++;
	else
		c->by_claim.holds++;
}

const audit *pdf_case_done(pdf_case *f)
{
	audit *au = f->au;
	for (size_t i = 0; i < au->relation_count; i++) {
		count_verdict(&au->coverage, au->relations[i].verdict);
		count_verdict(&au->documents[au->relations[i].claims[0].doc].coverage, au->relations[i].verdict);
	}
	for (uint32_t d = 0; d < au->document_count; d++)
		for (uint32_t c = 0; c < au->documents[d].reading.claims.n; c++) {
			count_claim(&au->documents[d].coverage, au, (claim_ref){d, c});
			count_claim(&au->coverage, au, (claim_ref){d, c});
		}
	return au;
}
