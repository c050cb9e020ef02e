/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/audit_json.h"

#include "base/utf8.h"
#include "numerate.h"
#include "reason/verdict.h"

#include <cjson/cJSON.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Lives on the heap, so that what it owns is known for certain after a longjmp. */
struct json_maker {
	jmp_buf memory;
	const audit *audit;
	arena *scratch; /* for one object at a time */
	cJSON *object;
	char *text;
};

bool json_maker_run(const audit *au, void (*write)(json_maker *m, void *ctx), void *ctx)
{
	volatile bool done = false;
	json_maker *m = calloc(1, sizeof *m);
	if (!m)
		return false;
	m->audit = au;
	if (!setjmp(m->memory)) {
		write(m, ctx);
		done = true;
	} else {
		errno = ENOMEM;
	}
	cJSON_Delete(m->object);
	cJSON_free(m->text);
	arena_free(m->scratch);
	free(m);
	return done;
}

static void *must(json_maker *m, void *made)
{
	if (!made)
		longjmp(m->memory, 1);
	return made;
}

arena *json_maker_arena(json_maker *m)
{
	arena_free(m->scratch);
	m->scratch = NULL;
	m->scratch = must(m, arena_new(&m->memory));
	return m->scratch;
}

static cJSON *begin(json_maker *m)
{
	json_maker_arena(m);
	m->object = must(m, cJSON_CreateObject());
	return m->object;
}

static void finish(json_maker *m, FILE *out)
{
	m->text = must(m, cJSON_PrintUnformatted(m->object));
	fputs(m->text, out);
	cJSON_free(m->text);
	cJSON_Delete(m->object);
	arena_free(m->scratch);
	m->text = NULL;
	m->object = NULL;
	m->scratch = NULL;
}

/* cJSON wants NUL-terminated text and lets broken UTF-8 through, so what it could not carry becomes U+FFFD here. */
static const char *c_string(json_maker *m, slice s)
{
	if (slice_find_byte(s, '\0') == SIZE_MAX && utf8_valid_until(s) == s.len)
		return arena_copy(m->scratch, s).ptr;
	char *text = arena_calloc(m->scratch, s.len + 1, 3), *to = text;
	for (size_t i = 0, n; i < s.len; i += n) {
		uint32_t c = utf8_decode(s, i, &n);
		to += utf8_encode(c ? c : 0xFFFD, to);
	}
	*to = '\0';
	return text;
}

static void add_string(json_maker *m, cJSON *to, const char *key, slice s)
{
	must(m, cJSON_AddStringToObject(to, key, c_string(m, s)));
}

static void add_string_or_null(json_maker *m, cJSON *to, const char *key, slice s)
{
	if (s.len)
		add_string(m, to, key, s);
	else
		must(m, cJSON_AddNullToObject(to, key));
}

static void add_count(json_maker *m, cJSON *to, const char *key, size_t n)
{
	must(m, cJSON_AddNumberToObject(to, key, (double)n));
}

static cJSON *add_object(json_maker *m, cJSON *to, const char *key)
{
	return must(m, cJSON_AddObjectToObject(to, key));
}

static cJSON *add_array(json_maker *m, cJSON *to, const char *key)
{
	return must(m, cJSON_AddArrayToObject(to, key));
}

static cJSON *append(json_maker *m, cJSON *array, cJSON *item)
{
	must(m, item);
	if (!cJSON_AddItemToArray(array, item)) {
		cJSON_Delete(item);
		must(m, NULL);
	}
	return item;
}

static void add_coverage(json_maker *m, cJSON *to, const coverage *c)
{
	add_count(m, to, "figures", c->figures);
	add_count(m, to, "labels", c->labels);
	add_count(m, to, "claims", c->claims);
	add_count(m, to, "relations", c->relations);
	add_count(m, to, "holds", c->holds);
	add_count(m, to, "holds_if", c->holds_if);
	add_count(m, to, "open", c->open);
	add_count(m, to, "fails", c->fails);
	add_count(m, to, "unchecked", c->unchecked);
	add_count(m, to, "strong", c->strong);
	cJSON *by = add_object(m, to, "by_claim");
	add_count(m, by, "holds", c->by_claim.holds);
	add_count(m, by, "holds_if", c->by_claim.holds_if);
	add_count(m, by, "open", c->by_claim.open);
	add_count(m, by, "fails", c->by_claim.fails);
	add_count(m, by, "unchecked", c->by_claim.unchecked);
	add_count(m, by, "unrelated", c->by_claim.unrelated);
}

static void add_link(json_maker *m, cJSON *to, const binding *b)
{
	cJSON *link = add_object(m, to, "link");
	add_string(m, link, "grade", slice_of(grade_name(b->grade)));
	cJSON *reasons = add_array(m, link, "reasons");
	for (size_t i = 0; i < b->reason_count; i++)
		append(m, reasons, cJSON_CreateString(c_string(m, b->reasons[i])));
}

void json_put_tool(json_maker *m, FILE *out)
{
	cJSON *o = begin(m);
	add_string(m, o, "name", SLICE("numerate"));
	add_string(m, o, "version", slice_of(NUMERATE_VERSION));
	add_string(m, o, "rules", m->audit->rules->digest);
	cJSON *overridden = NULL; /* named only where there are any */
	for (size_t i = 0; i < m->audit->rules->rule_count; i++) {
		const rule *r = &m->audit->rules->rules[i];
		if (!r->overridden)
			continue;
		if (!overridden)
			overridden = add_array(m, o, "overridden");
		append(m, overridden, cJSON_CreateString(c_string(m, r->id)));
	}
	finish(m, out);
}

void json_put_document(json_maker *m, const audit_document *d, FILE *out)
{
	static const char *const status[] = {
		[DOCUMENT_OK] = "ok", [DOCUMENT_EMPTY] = "empty", [DOCUMENT_UNREADABLE] = "unreadable"};
	const document *doc = d->reading.doc;
	cJSON *o = begin(m);
	add_string(m, o, "path", doc->path);
	add_string_or_null(m, o, "sha256", doc->sha256);
	add_string_or_null(m, o, "title", doc->title);
	add_string_or_null(m, o, "date", d->reading.dated.year ? date_format(m->scratch, d->reading.dated) : (slice){0});
	const lexicon *words = d->reading.scan.lex;
	add_string_or_null(m, o, "lang", words ? lexicon_language(words) : (slice){0});
	add_string(m, o, "status", slice_of(status[doc->status]));
	add_string_or_null(m, o, "why", doc->why);
	add_coverage(m, add_object(m, o, "coverage"), &d->coverage);
	cJSON *limits = d->reading.met ? add_array(m, o, "limits") : NULL;
	for (unsigned i = 0; i < MET_COUNT; i++)
		if (d->reading.met >> i & 1)
			append(m, limits, cJSON_CreateString(match_limit_name((match_limit)i)));
	cJSON *notes = doc->note_count ? add_array(m, o, "notes") : NULL;
	for (size_t i = 0; i < doc->note_count; i++)
		append(m, notes, cJSON_CreateString(c_string(m, doc->notes[i])));
	finish(m, out);
}

void json_put_coverage(json_maker *m, const coverage *c, FILE *out)
{
	add_coverage(m, begin(m), c);
	finish(m, out);
}

void json_put_relation(json_maker *m, const relation *r, FILE *out)
{
	cJSON *o = begin(m);
	relation full = verdict_told(m->scratch, r);
	const relation_words *said = relation_says(&full);
	add_string(m, o, "rule", r->rule->id);
	add_string(m, o, "verdict", slice_of(verdict_name(r->verdict)));
	cJSON *claims = add_array(m, o, "claims");
	for (size_t i = 0; i < r->claim_count; i++)
		append(m, claims, cJSON_CreateString(c_string(m, audit_claim_id(m->scratch, m->audit, r->claims[i]))));
	add_string(m, o, "check", said->check);
	add_string_or_null(m, o, "computed", said->computed);
	add_string_or_null(m, o, "told", said->told);
	add_string_or_null(m, o, "assumption", said->assumption);
	add_string_or_null(m, o, "why", said->why);
	must(m, cJSON_AddBoolToObject(o, "strong", r->strong));
	add_link(m, o, &r->binding);
	finish(m, out);
}

static void add_page(json_maker *m, cJSON *o, const document *doc, const figure *f)
{
	float box[4];
	uint32_t page = document_box(doc, f->full_start, f->full_end, box);
	if (page)
		add_count(m, o, "page", page);
	else
		must(m, cJSON_AddNullToObject(o, "page"));
}

static void add_figure(json_maker *m, cJSON *figures, const finding_figure *ff)
{
	const document *doc = audit_doc(m->audit, ff->claim);
	const claim *c = audit_claim(m->audit, ff->claim);
	const figure *f = c->figure;
	uint32_t line, col;
	document_place(doc, f->start, &line, &col);
	cJSON *o = append(m, figures, cJSON_CreateObject());
	add_string(m, o, "claim", audit_claim_id(m->scratch, m->audit, ff->claim));
	add_string(m, o, "doc", doc->path);
	add_count(m, o, "line", line);
	add_count(m, o, "col", col);
	add_page(m, o, doc, f);
	add_count(m, o, "start", document_source(doc, f->start));
	add_count(m, o, "end", document_source_end(doc, f->end));
	add_string(m, o, "literal", document_source_text(doc, f->start, f->end));
	bool quoted = c->quote_start < c->quote_end;
	add_string(m, o, "quote", document_source_text(doc, quoted ? c->quote_start : f->start, quoted ? c->quote_end : f->end));
	slice sheet, cell = document_cell(m->scratch, doc, c->block, &sheet);
	if (cell.len) {
		add_string(m, o, "sheet", sheet);
		add_string(m, o, "cell", cell);
	}
	add_string(m, o, "role", ff->computed ? SLICE("computed") : SLICE("stated"));
	add_string(m, o, "in", ff->core ? SLICE("core") : SLICE("evidence"));
}

static void add_suspect(json_maker *m, cJSON *o, const finding *f)
{
	if (f->suspect) {
		cJSON *s = add_object(m, o, "suspect");
		add_string(m, s, "claim", audit_claim_id(m->scratch, m->audit, *f->suspect));
		add_string(m, s, "why", f->suspect_why);
	} else {
		must(m, cJSON_AddNullToObject(o, "suspect"));
	}
	if (f->repair.claim) {
		cJSON *r = add_object(m, o, "repair");
		add_string(m, r, "claim", audit_claim_id(m->scratch, m->audit, *f->repair.claim));
		add_string(m, r, "from", f->repair.from);
		add_string(m, r, "to", f->repair.to);
		add_string(m, r, "edit", f->repair.edit);
	} else {
		must(m, cJSON_AddNullToObject(o, "repair"));
	}
}

void json_put_finding(json_maker *m, const finding *f, FILE *out)
{
	cJSON *o = begin(m);
	add_string(m, o, "id", f->id);
	add_string(m, o, "rule", f->rule->id);
	add_string(m, o, "name", f->rule->name);
	add_string(m, o, "severity", slice_of(severity_name(f->severity)));
	add_string(m, o, "verdict", slice_of(verdict_name(f->verdict)));
	add_string(m, o, "message", f->message);
	add_string_or_null(m, o, "stated", f->stated);
	add_string_or_null(m, o, "computed", f->computed);
	add_string_or_null(m, o, "gap", f->gap);
	cJSON *figures = add_array(m, o, "figures");
	for (size_t i = 0; i < f->figure_count; i++)
		add_figure(m, figures, &f->figures[i]);
	add_link(m, o, &f->relation->binding);
	add_suspect(m, o, f);
	add_string(m, o, "fingerprint", f->fingerprint);
	add_string_or_null(m, o, "suppressed", f->suppressed);
	finish(m, out);
}
