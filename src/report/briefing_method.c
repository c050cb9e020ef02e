/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that were used, and how to read the briefing: method, readings, limits, words. */
#include "base/bisect.h"
#include "report/briefing.h"
#include "report/tabular.h"

uint32_t briefing_rule_number(const briefing *b, const rule *r)
{
	const rule_set *rules = b->au->rules;
	size_t i;
	BISECT(i, rules->rule_count, slice_compare(rules->rules[i].id, r->id) < 0);
	bool found = i < rules->rule_count && slice_equal(rules->rules[i].id, r->id);
	return (uint32_t)(found ? i : rules->rule_count);
}

void briefing_rules(briefing *b)
{
	static const tabular_column COLUMNS[] = {{"Rule", 24, ALIGN_LEFT, 3},
	                                         {"What it finds, and why it matters", 64, ALIGN_LEFT, 6},
	                                         {"Relations", 12, ALIGN_RIGHT, 1}};
	const audit *au = b->au;
	layout *l = &b->l;
	arena *a = l->arena;
	size_t *uses = ARENA_ARRAY(a, size_t, au->rules->rule_count + 1), idle = 0;
	slice others = {0};
	for (size_t i = 0; i < au->relation_count; i++)
		uses[briefing_rule_number(b, au->relations[i].rule)]++;
	briefing_section(b, SLICE("Rules used"), 0, BRIEFING_TABLE_ROOM);
	tabular t = tabular_new(l, COLUMNS, 3);
	for (size_t i = 0; i < au->rules->rule_count; i++) {
		const rule *r = &au->rules->rules[i];
		if (!uses[i]) {
			if (r->enabled)
				others = arena_printf(a, SLICE_FMT "%s" SLICE_FMT " " SLICE_FMT, SLICE_ARG(others), idle++ ? ", " : "",
				                      SLICE_ARG(r->id), SLICE_ARG(r->name));
			continue;
		}
		t.anchor = layout_key(KEY_RULE, (uint32_t)i, 0);
		tabular_text(&t, 0, r->id, look_bold(TYPE_CAPTION, INK_TEXT));
		tabular_text(&t, 0, arena_printf(a, " " SLICE_FMT, SLICE_ARG(r->name)), look_of(TYPE_CAPTION, INK_TEXT));
		tabular_text(&t, 1, arena_printf(a, SLICE_FMT ". ", SLICE_ARG(r->summary)), look_of(TYPE_CAPTION, INK_TEXT));
		tabular_text(&t, 1, r->because, look_of(TYPE_CAPTION, INK_SECONDARY));
		if (r->overridden)
			tabular_text(&t, 1, SLICE(" Set by the user."), look_of(TYPE_CAPTION, INK_SECONDARY));
		tabular_text(&t, 2, words_digits(a, uses[i]), look_of(TYPE_CAPTION, INK_TEXT));
		tabular_row(&t);
	}
	tabular_end(&t);
	if (idle)
		briefing_text(b, arena_printf(a, "Applied too, but met nothing: " SLICE_FMT ".", SLICE_ARG(others)),
		              look_of(TYPE_CAPTION, INK_SECONDARY));
}

static void paragraph(briefing *b, const char *lead, slice text)
{
	layout *l = &b->l;
	para p = {0};
	para_add(l, &p, arena_printf(l->arena, "%s ", lead), look_bold(TYPE_BODY, INK_TEXT));
	para_add(l, &p, text, look_of(TYPE_BODY, INK_TEXT));
	layout_room(l, layout_para_height(l, &p, l->right - l->left, 0));
	layout_para(l, &p, l->left, l->right - l->left, 0, ALIGN_LEFT);
	l->y += STYLE.baseline / 2;
}

static void glossary(briefing *b)
{
	static const tabular_column COLUMNS[] = {{"Word", 22, ALIGN_LEFT, 2}, {"What it means here", 78, ALIGN_LEFT, 4}};
	static const struct {
		standing shape;
		bool has_shape;
		const char *name, *meaning;
	} WORDS[] = {
		{STANDING_NONE, false, "figure",
	     "A numeral as written, in digits or words, with its hedge and unit, and the set of values it allows."},
		{STANDING_NONE, false, "set",
	     "Possible values: {22} is 22 alone; [11.5, 12.5] goes from 11.5 to 12.5, both included; (24, ∞) is "
	     "everything above 24, without 24; ∪ joins pieces."},
		{STANDING_NONE, false, "relation",
	     "Figures that belong together, and how: part and whole, a sum, one measure told twice."},
		{STANDING_NONE, false, "~", "The sets at both sides have a value in common."},
		{STANDING_HELD, true, "holds",
	     "The numbers as told satisfy the relation; “by rounding”: values that round to them do; “if”: on the "
	     "assumption named."},
		{STANDING_COULD_NOT, true, "open", "Nothing that could have stood there would have failed. It is no confirmation."},
		{STANDING_FAILED, true, "fails", "No choice of values satisfies the relation."},
		{STANDING_FAILED, true, "impossible", "A value that cannot exist, whatever stands around it."},
		{STANDING_NOT_CHECKED, true, "unchecked",
	     "The figures belong together, but something needed for a check is not told."},
		{STANDING_NONE, false, "strong",
	     "Relations that could have failed and are more than a direction or a bare “n of N”."},
		{STANDING_NONE, false, "gap", "The distance between sets that should have met."},
		{STANDING_NONE, false, "suspect",
	     "The figure whose removal would mend every relation it fails in. Where to look first."},
	};
	layout *l = &b->l;
	tabular t = tabular_new(l, COLUMNS, 2);
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		badge s = badge_of_standing(WORDS[i].shape);
		if (WORDS[i].has_shape)
			tabular_mark(&t, 0, s.mark, look_of(TYPE_CAPTION, s.ink));
		tabular_text(&t, 0, slice_of(WORDS[i].name), look_bold(TYPE_CAPTION, INK_TEXT));
		tabular_text(&t, 1, slice_of(WORDS[i].meaning), look_of(TYPE_CAPTION, INK_TEXT));
		tabular_row(&t);
	}
	tabular_end(&t);
}

void briefing_method(briefing *b)
{
	briefing_section(b, SLICE("How to read this briefing"), 0, BRIEFING_TABLE_ROOM);
	paragraph(b, "Method.",
	          SLICE("Every figure is read as the set of values its words allow: “22” is 22, “12%” is 11.5 to 12.5 percent, "
	                "“more than 160” is anything above 160. Rules say which figures belong together and what must then be "
	                "true of them. A finding is a relation that no choice of values can satisfy. No trained model takes "
	                "part, and nothing depends on today's date: the same documents give the same result."));
	paragraph(b, "Readings.",
	          SLICE("Each figure has a plain reading and a generous one, which allows a slip of the last digit and looser "
	                "rounding. What fails in the generous reading too is an error where the figures certainly belong "
	                "together, a warning where they probably do. What fails only in the plain reading is a warning or a "
	                "note. What rests on trailing zeros or a vague word is a note at most."));
	paragraph(b, "Either figure.",
	          SLICE("A finding says that figures cannot all be true. It does not say which one is mistaken, nor why; a "
	                "suspect is where to look first. Two speakers may also disagree."));
	paragraph(b, "Limits.",
	          SLICE("What was not found is not thereby true. Figures that belong together only possibly are not reported. "
	                "A figure that stands in no relation was read, not checked. Text in pictures is not read. Characters "
	                "that the fonts of this file lack are shown as �; the audit in JSON has them as written."));
	if (b->attached)
		paragraph(
			b, "Attached.",
			SLICE("The whole audit, with every figure, relation and finding, is attached to this file as audit.json."));
	else
		paragraph(b, "Not attached.", SLICE("The audit is too large to be attached; ask for it in JSON."));
	briefing_section(b, SLICE("Words"), 0, BRIEFING_TABLE_ROOM);
	glossary(b);
}
