/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole audit as one JSON document, an object a line inside its arrays so that two audits can be compared line by line;
 * and the streams of one object a line. */
#include "report/audit_json.h"
#include "report/claim_view.h"
#include "report/report.h"

typedef struct json_job {
	const audit *audit;
	severity level;
	FILE *out;
} json_job;

/* Before item i of an array: its bracket or the comma, and the indented line. */
static void put_separator(FILE *out, size_t i)
{
	fputs(i ? ",\n    " : "\n    ", out);
}

/* A document's claims, behind the n of those before it. */
static size_t put_claims(const audit *au, size_t doc, arena *a, FILE *out, size_t n)
{
	claim_cursor cursor = claim_cursor_on(au, doc, a);
	json_writer w = json_writer_on(out);
	for (const claim_view *v; (v = claim_cursor_next(&cursor)); w.comma = false) {
		put_separator(out, n++);
		claim_json(&w, v);
	}
	return n;
}

static void put_end(FILE *out, size_t n, const char *after)
{
	fprintf(out, "%s]%s\n", n ? "\n  " : "", after);
}

static void put_audit(json_maker *m, void *ctx)
{
	const json_job *job = ctx;
	const audit *au = job->audit;
	FILE *out = job->out;
	fputs("{\n  \"schema\": \"numerate-audit/1\",\n  \"tool\": ", out);
	json_put_tool(m, out);
	fputs(",\n  \"documents\": [", out);
	for (size_t i = 0; i < au->document_count; i++) {
		put_separator(out, i);
		json_put_document(m, &au->documents[i], out);
	}
	put_end(out, au->document_count, ",");
	fputs("  \"claims\": [", out);
	size_t claims = 0;
	for (size_t i = 0; i < au->document_count; i++)
		claims = put_claims(au, i, json_maker_arena(m), out, claims);
	put_end(out, claims, ",");
	fputs("  \"coverage\": ", out);
	json_put_coverage(m, &au->coverage, out);
	fputs(",\n  \"relations\": [", out);
	for (size_t i = 0; i < au->relation_count; i++) {
		put_separator(out, i);
		json_put_relation(m, &au->relations[i], out);
	}
	put_end(out, au->relation_count, ",");
	fputs("  \"findings\": [", out);
	for (size_t i = 0; i < au->finding_count; i++) {
		put_separator(out, i);
		json_put_finding(m, &au->findings[i], out);
	}
	put_end(out, au->finding_count, "");
	fputs("}\n", out);
}

static void put_findings(json_maker *m, void *ctx)
{
	const json_job *job = ctx;
	for (size_t i = 0; i < job->audit->finding_count; i++) {
		const finding *f = &job->audit->findings[i];
		if (f->severity < job->level || f->suppressed.len)
			continue;
		json_put_finding(m, f, job->out);
		fputc('\n', job->out);
	}
}

bool report_json(const audit *au, const report_options *o, FILE *out)
{
	json_job job = {.audit = au, .level = o->level, .out = out};
	return json_maker_run(au, put_audit, &job) && !ferror(out);
}

bool report_findings_jsonl(const audit *au, const report_options *o, FILE *out)
{
	json_job job = {.audit = au, .level = o->level, .out = out};
	return json_maker_run(au, put_findings, &job) && !ferror(out);
}

bool report_claims_jsonl_of(const audit *au, size_t doc, const report_options *o, arena *a, FILE *out)
{
	(void)o;
	claim_cursor cursor = claim_cursor_on(au, doc, a);
	json_writer w = json_writer_on(out);
	for (const claim_view *v; (v = claim_cursor_next(&cursor)); w.comma = false) {
		claim_json(&w, v);
		fputc('\n', out);
	}
	return !ferror(out);
}
