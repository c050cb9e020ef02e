/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was verified, what could not have failed, what was not checked: every relation, document by document. */
#include "report/briefing.h"

#include "reason/verdict.h"
#include "report/tabular.h"

enum { NAMED_FIGURES = 5, ACROSS = UINT32_MAX };

static bool is_verified(const relation *r)
{
	bool holds = r->verdict == VERDICT_HOLDS || r->verdict == VERDICT_HOLDS_BY_ROUNDING || r->verdict == VERDICT_HOLDS_IF;
	return holds && !r->binding.agreed;
}

static bool is_open(const relation *r)
{
	return r->verdict == VERDICT_OPEN || (r->binding.agreed && !is_verified(r) && r->verdict != VERDICT_UNCHECKED);
}

static bool is_unchecked(const relation *r)
{
	return r->verdict == VERDICT_UNCHECKED;
}

static slice known_of(arena *a, const relation *r)
{
	const relation_words *said = relation_says(r);
	if (said->why.len)
		return said->why;
	return r->verdict == VERDICT_OPEN ? words_check(a, said->computed)
	                                  : SLICE("they agree, and were joined only because they do");
}

/* The document a relation stands in, or ACROSS. */
static uint32_t home_of(const relation *r)
{
	for (size_t i = 1; i < r->claim_count; i++)
		if (r->claims[i].doc != r->claims[0].doc)
			return ACROSS;
	return r->claim_count ? r->claims[0].doc : ACROSS;
}

static void add_rule(briefing *b, tabular *t, const relation *r)
{
	look how = look_of(TYPE_CAPTION, INK_NOTE);
	how.link = layout_key(KEY_RULE, briefing_rule_number(b, r->rule), 0);
	tabular_text(t, 0, r->rule->id, how);
}

static void add_figures(briefing *b, tabular *t, const relation *r)
{
	look text = look_of(TYPE_CAPTION, INK_TEXT), small = look_of(TYPE_CAPTION, INK_SECONDARY);
	arena *a = b->l.arena;
	for (size_t i = 0; i < r->claim_count && i < NAMED_FIGURES; i++) {
		if (i)
			tabular_text(t, 1, SLICE(", "), small);
		tabular_text(t, 1, words_figure(b, r->claims[i]), text);
		tabular_text(t, 1, arena_printf(a, " " SLICE_FMT, SLICE_ARG(words_place_short(b, r->claims[i]))), small);
	}
	if (r->claim_count > NAMED_FIGURES)
		tabular_text(t, 1, arena_printf(a, " and %u more", r->claim_count - NAMED_FIGURES), small);
}

static void add_verdict(briefing *b, tabular *t, const relation *r)
{
	badge v = badge_of_verdict(r->verdict);
	look how = look_of(TYPE_CAPTION, v.ink);
	tabular_mark(t, 3, v.mark, how);
	tabular_text(t, 3, v.word, how);
	slice assumed = relation_says(r)->assumption;
	if (assumed.len)
		tabular_text(t, 3, arena_printf(b->l.arena, ": " SLICE_FMT, SLICE_ARG(assumed)),
		             look_of(TYPE_CAPTION, INK_SECONDARY));
}

static void add_row(briefing *b, tabular *t, const relation *given)
{
	look text = look_of(TYPE_CAPTION, INK_TEXT);
	arena *a = b->l.arena;
	relation full = verdict_told(a, given), *r = &full;
	const relation_words *said = relation_says(r);
	add_rule(b, t, r);
	add_figures(b, t, r);
	if (is_verified(r)) {
		tabular_text(t, 2, words_check(a, said->told.len ? said->told : said->computed), text);
		add_verdict(b, t, r);
	} else if (is_open(r)) {
		tabular_text(t, 2, words_check(a, said->told), text);
		tabular_text(t, 3, known_of(a, r), text);
	} else {
		tabular_text(t, 2, said->why.len ? said->why : SLICE("no reason told"), text);
	}
	tabular_row(t);
}

typedef struct listing {
	slice title, lead, none;
	bool (*wanted)(const relation *r);
	const tabular_column *columns;
	size_t n;
} listing;

static void draw_listing(briefing *b, const listing *what)
{
	const audit *au = b->au;
	size_t total = 0, rows = 0;
	for (size_t i = 0; i < au->relation_count; i++)
		total += what->wanted(&au->relations[i]);
	briefing_section(b, what->title, 0, total ? BRIEFING_TABLE_ROOM : 2 * STYLE.baseline);
	briefing_text(b, total ? what->lead : what->none, look_of(TYPE_BODY, INK_SECONDARY));
	if (!total)
		return;
	tabular t = tabular_new(&b->l, what->columns, what->n);
	uint32_t home = 0;
	for (size_t i = 0; i < au->relation_count && rows < BRIEFING_RELATION_ROWS; i++) {
		const relation *r = &au->relations[i];
		if (!what->wanted(r))
			continue;
		if (!rows || home_of(r) != home) {
			home = home_of(r);
			tabular_group(&t, home == ACROSS ? SLICE("Between documents") : words_path(b, home));
		}
		add_row(b, &t, r);
		rows++;
	}
	tabular_end(&t);
	briefing_more(b, total - rows, "relation", "relations");
}

void briefing_relations(briefing *b)
{
	static const tabular_column VERIFIED[] = {{"Rule", 8, ALIGN_LEFT, 1},
	                                          {"Figures, line:column", 40, ALIGN_LEFT, 4},
	                                          {"Arithmetic as told", 30, ALIGN_LEFT, 3},
	                                          {"Result", 22, ALIGN_LEFT, 3}};
	static const tabular_column OPEN[] = {{"Rule", 8, ALIGN_LEFT, 1},
	                                      {"Figures, line:column", 40, ALIGN_LEFT, 4},
	                                      {"As told", 22, ALIGN_LEFT, 3},
	                                      {"What is known", 30, ALIGN_LEFT, 3}};
	static const tabular_column UNCHECKED[] = {
		{"Rule", 8, ALIGN_LEFT, 1}, {"Figures, line:column", 46, ALIGN_LEFT, 4}, {"Why not", 46, ALIGN_LEFT, 3}};
	const listing lists[] = {
		{SLICE("What was verified"), SLICE("These relations could have failed, and did not."),
	     SLICE("No relation was verified."), is_verified, VERIFIED, 4},
		{SLICE("What could not have failed"),
	     SLICE("Whatever number had stood in one place, the others would have allowed it; or the figures were compared only "
	           "because they agree. This is no confirmation."),
	     SLICE("Every relation that was checked could have failed."), is_open, OPEN, 4},
		{SLICE("What was not checked"), SLICE("Figures that belong together, but where something was missing for a check."),
	     SLICE("No relation was left unchecked."), is_unchecked, UNCHECKED, 3},
	};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		draw_listing(b, &lists[i]);
}
