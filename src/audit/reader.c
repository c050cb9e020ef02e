/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/reader.h"

#include "reason/joint.h"
#include "reason/verdict.h"

typedef struct reader {
	arena *arena;   /* of what stays */
	arena *aside;   /* of what all windows need */
	arena *scratch; /* of the window at hand */
	const rule_set *rules;
	reading_of *got;
	bool relates;
	rate_pairs pairs; /* that rules hold against each other when all is read */
	relation_list *relations;
} reader;

/* The relations from number `first` on. */
static void judge(reader *r, size_t first)
{
	for (size_t i = first; i < r->relations->n; i++) {
		arena_mark before = arena_here(r->scratch);
		verdict_decide(r->scratch, r->rules->lex, &r->relations->at[i]);
		relation_keep_words(r->arena, &r->relations->at[i]);
		arena_rewind(r->scratch, before);
	}
}

/* All but those that a check of the relations from number `first` on will ask for again. */
static void forget_sentences(reader *r, size_t first)
{
	for (size_t i = first; i < r->relations->n; i++) {
		const relation *one = &r->relations->at[i];
		for (size_t k = 0; k < one->claim_count && relation_needs_tokens(one); k++)
			scan_keep_tokens(r->arena, &r->got->scan, r->got->claims.at[one->claims[k].claim].sentence);
	}
	scan_forget(&r->got->scan);
}

/* The document's own day, which its first window tells. */
static void take_date(reading_of *got)
{
	uint32_t date_line = UINT32_MAX;
	date told = claim_document_date(&got->scan, &date_line);
	got->date_line = date_line < got->claims.n ? (int32_t)date_line : -1;
	if (!got->dated.year)
		got->dated = told;
}

static void read_windows(reader *r)
{
	reading_of *got = r->got;
	scanner *sc = scan_begin(r->arena, r->aside, r->rules->scan_kit, got->doc, &got->scan);
	claim_reader *claims = claim_begin(r->arena, r->aside, r->rules->claim_kit, &got->scan);
	bool keep = r->relates && relate_needs_tokens(r->rules);
	while (scan_window(sc, keep ? r->arena : r->scratch)) {
		claim_list before = got->claims;
		claim_window(claims, scan_figures_room(sc), &got->claims);
		if (got->claims.at != before.at)
			relation_follow(r->relations, before.at, before.n, got->claims.at);
		if (scan_opens(&got->scan))
			take_date(got);
		size_t first = r->relations->n;
		if (r->relates)
			relate_window(r->scratch, r->arena, r->rules, got, &r->pairs, r->relations);
		judge(r, first);
		if (!keep)
			forget_sentences(r, first);
		arena_reset(r->scratch);
	}
	claim_end(claims);
	scan_end(r->arena, &got->scan);
	arena_reset(r->aside);
}

void audit_read(arena *a, arena *aside, arena *scratch, const rule_set *rules, reading_of *got, relation_list *relations)
{
	relation_list none = {0};
	reader r = {.arena = a, .aside = aside, .scratch = scratch, .rules = rules, .got = got, .relations = &none};
	r.relates = relations != NULL;
	if (r.relates)
		r.relations = relations;
	read_windows(&r);
	if (!r.relates)
		return;
	size_t first = r.relations->n;
	relate_document(scratch, a, rules, got, &r.pairs, r.relations);
	arena_reset(scratch);
	judge(&r, first);
	joint_find(a, scratch, rules, r.relations);
}
