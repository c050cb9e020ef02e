/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audit/reader.h"

#include "reason/joint.h"
#include "reason/verdict.h"

typedef struct reader {
	arena *arena;   /* of what stays */
	arena *scratch; /* of the window at hand */
	const rule_set *rules;
	reading_of *got;
	rate_pairs pairs; /* that rules hold against each other when all is read */
	relation_list *relations;
} reader;

static void judge(reader *r, relation_list *formed)
{
	for (size_t i = 0; i < formed->n; i++) {
		arena_mark before = arena_here(r->scratch);
		verdict_decide(r->scratch, r->rules->lex, &formed->at[i]);
		VEC_PUSH(r->arena, *r->relations, relation_copy(r->arena, &formed->at[i]));
		arena_rewind(r->scratch, before);
	}
}

/* All but those that a check will ask for again. */
static void forget_tokens(reader *r, const relation_list *formed)
{
	for (size_t i = 0; i < formed->n; i++) {
		const relation *one = &formed->at[i];
		for (size_t k = 0; k < one->claim_count && relation_needs_tokens(one); k++)
			scan_keep_tokens(r->arena, &r->got->scan, r->got->claims.at[one->claims[k].claim].sentence);
	}
	scan_forget_tokens(&r->got->scan);
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
	scanner *sc = scan_begin(r->arena, r->rules->scan_kit, got->doc, &got->scan);
	claim_reader *claims = claim_begin(r->arena, r->rules->claim_kit, &got->scan);
	bool keep = relate_needs_tokens(r->rules);
	while (scan_window(sc, keep ? r->arena : r->scratch)) {
		claim_list before = got->claims;
		claim_window(claims, scan_figures_room(sc), &got->claims);
		if (got->claims.at != before.at)
			relation_follow(r->relations, before.at, before.n, got->claims.at);
		if (!got->scan.window)
			take_date(got);
		relation_list formed = {0};
		relate_window(r->scratch, r->arena, r->rules, got, &r->pairs, &formed);
		judge(r, &formed);
		if (!keep)
			forget_tokens(r, &formed);
		arena_reset(r->scratch);
	}
	claim_end(claims);
}

void audit_read(arena *a, arena *scratch, const rule_set *rules, reading_of *got, relation_list *relations)
{
	reader r = {.arena = a, .scratch = scratch, .rules = rules, .got = got, .relations = relations};
	relation_list formed = {0};
	read_windows(&r);
	relate_document(scratch, a, rules, got, &r.pairs, &formed);
	judge(&r, &formed);
	joint_find(a, rules, relations);
}
