/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/audit.h"

#include "audit/coverage.h"
#include "audit/finding.h"
#include "audit/readers.h"
#include "base/digest.h"
#include "reason/verdict.h"

typedef struct collection { /* documents of one language that are compared */
	const rule_set *rules;
	size_t first; /* document */
	VEC(const reading_of *) documents;
} collection;

/* Relates the documents of each collection to each other, in order of the collections' first document. */
static void relate_collections(const audit *au, relation_list *all)
{
	arena *a = au->arena;
	table by_name = table_new(a, 16);
	VEC(collection *) collections = {0};
	for (size_t i = 0; i < au->document_count; i++) {
		audit_document *from = &au->documents[i];
		const document *d = from->reading.doc;
		if (d->status != DOCUMENT_OK || !d->collection.len || from->forgotten)
			continue;
		const rule_set *rules = from->rules;
		slice name = d->collection;
		if (rules != au->rules)
			name = arena_printf(a, SLICE_FMT "\n" SLICE_FMT, SLICE_ARG(name), SLICE_ARG(lexicon_language(rules->lex)));
		void **at = table_at(&by_name, name);
		if (!*at) {
			collection *new = ARENA_NEW(a, collection);
			new->first = i;
			*at = new;
			VEC_PUSH(a, collections, *at);
		}
		collection *c = *at;
		c->rules = rules;
		VEC_PUSH(a, c->documents, &from->reading);
	}
	for (size_t i = 0; i < collections.n; i++) {
		const collection *c = collections.at[i];
		size_t first = all->n;
		relate_collection(a, a, c->rules, c->documents.at, c->documents.n, all, &au->documents[c->first].reading.met);
		for (size_t k = first; k < all->n; k++)
			verdict_decide(a, c->rules->lex, &all->at[k]);
	}
}

static slice digest_over(const audit *au)
{
	digest_state *state = digest_begin(au->arena);
	digest_feed(state, au->rules->digest);
	for (size_t i = 0; i < au->document_count; i++) {
		const document *d = au->documents[i].reading.doc;
		digest_feed(state, d->path);
		digest_feed(state, d->sha256);
	}
	for (size_t i = 0; i < au->finding_count; i++)
		digest_feed(state, au->findings[i].fingerprint);
	digest d = digest_end(state);
	return digest_hex(au->arena, &d, 64);
}

static void sum_up(audit *au)
{
	for (size_t i = 0; i < au->document_count; i++) {
		const reading_of *r = &au->documents[i].reading;
		au->unreadable += r->doc->status == DOCUMENT_UNREADABLE;
		if (date_is_full(r->dated) && (!au->dated.year || date_compare(r->dated, au->dated) > 0))
			au->dated = r->dated;
	}
	if (au->wants == AUDIT_WHOLE)
		au->digest = digest_over(au);
}

audit *audit_run(arena *a, const rule_set *rules, const read_source *sources, size_t n, const audit_options *options)
{
	audit *au = ARENA_NEW(a, audit);
	*au = (audit){.arena = a, .rules = rules, .title = options->title, .document_count = n, .wants = options->wants};
	au->documents = ARENA_ARRAY(a, audit_document, n);
	relation_list all = {0};
	readers_run(au, sources, options, &all);
	relate_collections(au, &all);
	au->relations = all.at;
	au->relation_count = all.n;
	finding_collect(au);
	coverage_count(au);
	sum_up(au);
	return au;
}

const claim *audit_claim(const audit *au, claim_ref ref)
{
	return &au->documents[ref.doc].reading.claims.at[ref.claim];
}

const document *audit_doc(const audit *au, claim_ref ref)
{
	return au->documents[ref.doc].reading.doc;
}

slice audit_claim_id(arena *a, const audit *au, claim_ref ref)
{
	const document *d = audit_doc(au, ref);
	uint32_t start = document_source(d, audit_claim(au, ref)->figure->start);
	return arena_printf(a, SLICE_FMT "#%u", SLICE_ARG(d->path), start);
}

size_t audit_count(const audit *au, severity at_least)
{
	size_t n = 0;
	for (size_t i = 0; i < au->finding_count; i++)
		n += au->findings[i].severity >= at_least && !au->findings[i].suppressed.len;
	return n;
}

const char *severity_name(severity s)
{
	static const char *const names[] = {"none", "note", "warning", "error"};
	return names[s];
}

const char *grade_name(link_grade g)
{
	static const char *const names[] = {"possible", "probable", "certain"};
	return names[g];
}
