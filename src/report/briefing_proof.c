/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof on a finding's card: why its figures belong together, the arithmetic, the suspect, what would mend it. */
#include "report/briefing_card.h"

/* ---- facts: a label at the left, text at the right ---- */

void card_fact(card *c, const char *label, const para *text)
{
	layout *l = &c->b->l;
	if (label)
		layout_at(l, l->left, l->y + layout_baseline(TYPE_BODY), slice_of(label), look_of(TYPE_CAPTION, INK_SECONDARY),
		          ALIGN_LEFT);
	layout_para(l, text, c->x, c->width, c->lines, ALIGN_LEFT);
	l->y += CARD_BETWEEN;
}

static void fact_text(card *c, const char *label, slice text)
{
	para p = para_of(&c->b->l, text, look_of(TYPE_BODY, INK_TEXT));
	card_fact(c, label, &p);
}

/* ---- why, and how much ---- */

void card_reasons(card *c)
{
	const relation *r = c->f->relation;
	if (!r || !r->binding.reason_count)
		return;
	arena *a = c->b->l.arena;
	slice text = r->binding.reasons[0];
	for (size_t i = 1; i < r->binding.reason_count; i++)
		text = arena_printf(a, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(text), SLICE_ARG(r->binding.reasons[i]));
	fact_text(c, "Belong together", arena_printf(a, "because: " SLICE_FMT, SLICE_ARG(text)));
}

static bool compares_for_equality(const relation *r)
{
	return r && slice_find(relation_says(r)->check, SLICE(" ~ ")) != SIZE_MAX;
}

/* A set of whole things has its nearest number further away than its open end. */
static slice nearest_whole(card *c)
{
	const finding *f = c->f;
	arena *a = c->b->l.arena;
	const finding_figure *pair[2] = {NULL, NULL};
	for (size_t i = 0; i < f->figure_count; i++)
		if (f->figures[i].core && (!pair[0] || !pair[1]))
			pair[pair[0] != NULL] = &f->figures[i];
	if (!pair[1] || !compares_for_equality(f->relation))
		return (slice){0};
	set x = words_values(c->b, pair[0]->claim), y = words_values(c->b, pair[1]->claim);
	if (!x.n || !y.n || !x.integer || !y.integer)
		return (slice){0};
	set tight_x = set_tighten(&x), tight_y = set_tighten(&y);
	rational told = set_gap(&x, &y), whole = set_gap(&tight_x, &tight_y);
	if (!rational_is_finite(told) || !rational_is_finite(whole) || rational_compare(told, whole) >= 0)
		return (slice){0};
	char text[RATIONAL_TEXT];
	text[rational_format(whole, ROUND_UP, text)] = '\0';
	return arena_printf(a, " In whole numbers the nearest two are %s apart.", text);
}

/* Why it fails, in a sentence; empty if the sets are not told. */
static slice failure_sentence(card *c)
{
	const finding *f = c->f;
	arena *a = c->b->l.arena;
	if (f->verdict == VERDICT_IMPOSSIBLE)
		return SLICE("What is written cannot exist.");
	if (!f->stated.len || !f->computed.len)
		return (slice){0};
	slice text = arena_printf(
		a, SLICE_FMT " and " SLICE_FMT " %s", SLICE_ARG(words_check(a, f->stated)), SLICE_ARG(words_check(a, f->computed)),
		compares_for_equality(f->relation) ? "have no value in common" : "cannot satisfy the relation");
	if (!f->gap.len || slice_equal(f->gap, SLICE("0"))) /* hulls that overlap, or sets that only touch */
		return arena_printf(a, SLICE_FMT ".", SLICE_ARG(text));
	return arena_printf(a, SLICE_FMT "; the gap is " SLICE_FMT "." SLICE_FMT, SLICE_ARG(text),
	                    SLICE_ARG(words_check(a, f->gap)), SLICE_ARG(nearest_whole(c)));
}

void card_arithmetic(card *c)
{
	const relation *r = c->f->relation;
	layout *l = &c->b->l;
	arena *a = l->arena;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	slice sentence_text = failure_sentence(c);
	if (sentence_text.len)
		fact_text(c, "Arithmetic", sentence_text);
	const relation_words *said = r ? relation_says(r) : NULL;
	if (!said || !said->check.len)
		return;
	para formula = para_of(l, words_check(a, said->check), small);
	if (said->told.len)
		para_add(l, &formula, arena_printf(a, "  ·  as told " SLICE_FMT, SLICE_ARG(words_check(a, said->told))), small);
	if (said->computed.len)
		para_add(l, &formula, arena_printf(a, "  ·  as sets " SLICE_FMT, SLICE_ARG(words_check(a, said->computed))), small);
	if (sentence_text.len)
		l->y -= CARD_BETWEEN - 1;
	card_fact(c, sentence_text.len ? NULL : "Arithmetic", &formula);
}

/* ---- whom to ask ---- */

void card_suspect(card *c)
{
	const finding *f = c->f;
	briefing *b = c->b;
	arena *a = b->l.arena;
	if (!f->suspect)
		return;
	para p = {0};
	look text = look_of(TYPE_BODY, INK_TEXT), linked = look_of(TYPE_BODY, INK_NOTE);
	linked.link = layout_key(KEY_CLAIM, f->suspect->doc, f->suspect->claim);
	para_add(&b->l, &p, words_figure(b, *f->suspect), text);
	para_add(&b->l, &p, SLICE(", "), text);
	para_add(&b->l, &p, words_place(b, *f->suspect), linked);
	para_add(&b->l, &p, arena_printf(a, ": " SLICE_FMT ". It is where to look first, not proof.", SLICE_ARG(f->suspect_why)),
	         text);
	card_fact(c, "Suspect", &p);
}

void card_mending(card *c)
{
	const finding *f = c->f;
	arena *a = c->b->l.arena;
	if (f->repair.claim) {
		fact_text(c, "Would hold if",
		          arena_printf(
					  a, "“" SLICE_FMT "” read “" SLICE_FMT "” (" SLICE_FMT "), the only small edit that makes all agree.",
					  SLICE_ARG(f->repair.from), SLICE_ARG(f->repair.to), SLICE_ARG(f->repair.edit)));
		return;
	}
	if (f->verdict == VERDICT_IMPOSSIBLE || !f->stated.len || !f->computed.len)
		return;
	if (compares_for_equality(f->relation))
		fact_text(c, "Would hold if",
		          arena_printf(a, "a value in " SLICE_FMT " stood in place of " SLICE_FMT ", or the other way round.",
		                       SLICE_ARG(words_check(a, f->computed)), SLICE_ARG(words_check(a, f->stated))));
	else if (f->gap.len && !slice_equal(f->gap, SLICE("0")))
		fact_text(c, "Would hold if",
		          arena_printf(a, "either side moved towards the other by " SLICE_FMT " or more.",
		                       SLICE_ARG(words_check(a, f->gap))));
}

static bool across_documents(const finding *f)
{
	for (size_t i = 1; i < f->figure_count; i++)
		if (f->figures[i].claim.doc != f->figures[0].claim.doc)
			return true;
	return false;
}

static slice advice(const finding *f)
{
	const relation *r = f->relation;
	if (f->verdict == VERDICT_IMPOSSIBLE)
		return SLICE("Ask for the value: as written it cannot exist, or it was read wrongly.");
	if (r && r->binding.grade != GRADE_CERTAIN)
		return SLICE("Read the passages first: they probably speak of one thing. If they do, ask which figure is meant; not "
		             "all can stand. Any of them may be the mistaken one.");
	if (r && !r->fails_generous)
		return SLICE("Ask whether a figure was rounded; a looser rounding would let all stand. Either figure may be the "
		             "loose one.");
	if (across_documents(f))
		return SLICE(
			"Ask which document is meant to be followed; the figures cannot all stand. Either may be the mistaken one.");
	if (f->figure_count == 1)
		return SLICE(
			"Ask whether the figure is meant or what it is compared with; both cannot stand. Either may be the mistaken one.");
	if (f->figure_count > 2)
		return SLICE("Ask which figure is meant; they cannot all stand. Any of them may be the mistaken one.");
	return SLICE("Ask which figure is meant; both cannot stand. Either may be the mistaken one.");
}

void card_advice(card *c)
{
	fact_text(c, "What to do", advice(c->f));
}
