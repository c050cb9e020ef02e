/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding's card: what is said where, why it belongs together, the sets on an axis, the arithmetic, what to do. */
#include "report/briefing_card.h"
#include "report/place.h"

static const double BEFORE = 20, HEADING = 26, AFTER_HEAD = 4, QUOTE = 9, BOOKMARK = 420;

enum { OPEN_BOOKMARKS = 40, QUOTE_LINES = 8, FACT_LINES = 6, PASSAGE_FIGURES = 8 };

/* ---- head ---- */

static void draw_head(card *c)
{
	briefing *b = c->b;
	layout *l = &b->l;
	arena *a = l->arena;
	badge s = badge_of_severity(c->f->severity);
	layout_rule(l, l->left, l->right);
	l->y += AFTER_HEAD;
	double baseline = l->y + layout_baseline(TYPE_HEADING);
	look back = look_of(TYPE_CAPTION, INK_NOTE);
	back.link = layout_key(KEY_FRONT, c->number < BRIEFING_FRONT_FINDINGS ? c->number : 0, 0);
	layout_at(l, l->right, baseline, SLICE("to page 1"), back, ALIGN_RIGHT);
	para title = {0};
	para_mark(l, &title, s.mark, look_bold(TYPE_HEADING, s.ink));
	para_add(l, &title, s.word, look_bold(TYPE_HEADING, s.ink));
	para_add(l, &title, arena_printf(a, "  " SLICE_FMT, SLICE_ARG(c->f->id)), look_bold(TYPE_HEADING, INK_TEXT));
	layout_para(l, &title, l->left, l->right - l->left - 60, 1, ALIGN_LEFT);

	para rule_line = {0};
	look small = look_of(TYPE_CAPTION, INK_SECONDARY), linked = look_of(TYPE_CAPTION, INK_NOTE);
	linked.link = layout_key(KEY_RULE, briefing_rule_number(b, c->f->rule), 0);
	para_add(l, &rule_line, SLICE("Rule "), small);
	para_add(l, &rule_line, arena_printf(a, SLICE_FMT " " SLICE_FMT, SLICE_ARG(c->f->rule->id), SLICE_ARG(c->f->rule->name)),
	         linked);
	para_add(l, &rule_line, arena_printf(a, " · " SLICE_FMT, SLICE_ARG(slice_of(verdict_name(c->f->verdict)))), small);
	if (c->f->relation)
		para_add(l, &rule_line, arena_printf(a, " · link: %s", grade_name(c->f->relation->binding.grade)), small);
	layout_para(l, &rule_line, l->left, l->right - l->left, 1, ALIGN_LEFT);
	l->y += CARD_BETWEEN;
	para message = para_of(l, c->f->message, look_bold(TYPE_BODY, INK_TEXT));
	layout_para(l, &message, l->left, l->right - l->left, 4, ALIGN_LEFT);
	l->y += CARD_BETWEEN + 2;
}

/* ---- quotations ---- */

static slice role_word(const claim *c)
{
	switch (c->role) {
	case ROLE_HEADLINE:
		return SLICE(" · headline");
	case ROLE_LEAD:
		return SLICE(" · opening paragraph");
	case ROLE_QUOTATION:
		return SLICE(" · quotation");
	case ROLE_BODY:
		break;
	}
	return (slice){0};
}

typedef struct passage { /* figures that are quoted together */
	claim_ref refs[PASSAGE_FIGURES];
	size_t n;
	const char *label;
} passage;

static const char *label_of(const finding_figure *f)
{
	return !f->core ? "Evidence" : f->computed ? "Compared with" : "Stated";
}

/* Figures near each other in one sentence share a passage; the core's come first. */
static size_t make_passages(const card *c, passage *out)
{
	const finding *f = c->f;
	const audit *au = c->b->au;
	size_t n = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < f->figure_count; i++) {
			const finding_figure *fig = &f->figures[i];
			if (fig->core == (pass == 1))
				continue;
			passage *p = out;
			while (p < out + n && (p->n == PASSAGE_FIGURES || !quote_in_one(au, p->refs[0], fig->claim)))
				p++;
			p->refs[p->n] = fig->claim;
			if (p < out + n && quote_length(au, p->refs, p->n + 1) > c->characters / 2) {
				p = out + n; /* too far apart */
				p->refs[0] = fig->claim;
			}
			n += p == out + n;
			p->label = !p->n || p->label == label_of(fig) ? label_of(fig) : "Told together";
			p->n++;
		}
	return n;
}

/* "line 7, column 30, 36", each a link to its claim; a page is named once. */
static void add_places(card *c, para *p, const passage *from)
{
	briefing *b = c->b;
	layout *l = &b->l;
	look small = look_of(TYPE_CAPTION, INK_SECONDARY), linked = look_of(TYPE_CAPTION, INK_NOTE);
	uint32_t line = 0;
	slice before = {"", 0};
	for (size_t i = 0; i < from->n; i++) {
		const claim_note *note = &b->claims[from->refs[i].doc][from->refs[i].claim];
		bool on = note->line == line && place_has_lines(audit_doc(b->au, from->refs[i]));
		slice place = words_place(b, from->refs[i]);
		if (slice_equal(place, before))
			continue;
		linked.link = layout_key(KEY_CLAIM, from->refs[i].doc, from->refs[i].claim);
		para_add(l, p, before.len ? SLICE(", ") : SLICE(" · "), small);
		para_add(l, p, on ? arena_printf(l->arena, "%u", note->col) : place, linked);
		line = note->line;
		before = place;
	}
}

static void draw_source(card *c, const passage *from)
{
	briefing *b = c->b;
	layout *l = &b->l;
	arena *a = l->arena;
	const claim *cl = audit_claim(b->au, from->refs[0]);
	look small = look_of(TYPE_CAPTION, INK_SECONDARY);
	para p = {0};
	para_add(l, &p, layout_fit(l, words_path(b, from->refs[0].doc), small, c->width * 1.5, FIT_MIDDLE), small);
	add_places(c, &p, from);
	para_add(l, &p, role_word(cl), small);
	slice section = layout_fit(l, claim_section(cl), small, c->width * 0.7, FIT_END);
	if (section.len)
		para_add(l, &p, arena_printf(a, " · under “" SLICE_FMT "”", SLICE_ARG(section)), small);
	slice who = layout_fit(l, claim_who(cl), small, c->width * 0.5, FIT_END);
	if (who.len)
		para_add(l, &p, arena_printf(a, " · said by " SLICE_FMT, SLICE_ARG(who)), small);
	layout_para(l, &p, c->x + QUOTE, c->width - QUOTE, 3, ALIGN_LEFT);
}

/* Adds the document's text from *at to `to`, but for what was added before. */
static void add_text(card *c, para *p, const document *d, uint32_t *at, uint32_t to, look how)
{
	if (to <= *at)
		return;
	para_add(&c->b->l, p, document_text(d, *at, to), how);
	*at = to;
}

/* The words as they stand, beside a hair line instead of quotation marks of our own. */
static void draw_passage(card *c, const passage *from)
{
	layout *l = &c->b->l;
	const audit *au = c->b->au;
	const document *d = audit_doc(au, from->refs[0]);
	quotation q = quote_claims(au, from->refs, from->n, c->characters);
	look text = look_of(TYPE_BODY, INK_TEXT), heavy = look_bold(TYPE_BODY, INK_TEXT);
	heavy.underline = true;
	para p = {0};
	para_add(l, &p, q.cut_before ? SLICE("… ") : (slice){0}, text);
	uint32_t at = q.start;
	for (;;) { /* the next figure in the text's order */
		const figure *next = NULL;
		for (size_t i = 0; i < from->n; i++) {
			const figure *f = audit_claim(au, from->refs[i])->figure;
			if (f->full_end > at && (!next || f->full_start < next->full_start))
				next = f;
		}
		if (!next)
			break;
		add_text(c, &p, d, &at, next->full_start, text);
		add_text(c, &p, d, &at, next->full_end, heavy);
	}
	add_text(c, &p, d, &at, q.end, text);
	para_add(l, &p, q.cut_after ? SLICE(" …") : (slice){0}, text);
	layout_at(l, l->left, l->y + layout_baseline(TYPE_BODY), slice_of(from->label), look_of(TYPE_CAPTION, INK_SECONDARY),
	          ALIGN_LEFT);
	double top = l->y;
	layout_para(l, &p, c->x + QUOTE, c->width - QUOTE, QUOTE_LINES, ALIGN_LEFT);
	draw_source(c, from);
	if (!l->dry)
		pdf_line(l->pdf, c->x + 0.6, top + 2, c->x + 0.6, l->y - 2, 1.2, STYLE.ink[INK_HAIR]);
	l->y += CARD_BETWEEN + 2;
}

static void draw_quotes(card *c)
{
	arena *a = c->b->l.arena;
	passage *passages = ARENA_ARRAY(a, passage, c->f->figure_count);
	size_t n = make_passages(c, passages), left = c->f->figure_count;
	for (size_t i = 0; i < n && i < c->passages; i++) {
		draw_passage(c, &passages[i]);
		left -= passages[i].n;
	}
	if (!left)
		return;
	slice more =
		arena_printf(a, "and " SLICE_FMT " more, in the JSON audit", SLICE_ARG(words_count(a, left, "figure", "figures")));
	para p = para_of(&c->b->l, more, look_of(TYPE_CAPTION, INK_SECONDARY));
	card_fact(c, NULL, &p);
}

/* ---- the card ---- */

static void draw_strip(card *c)
{
	layout *l = &c->b->l;
	double top = l->y + STYLE.baseline;
	if (!c->strip || !briefing_strip(c->b, c->f, c->x, c->width))
		return;
	layout_at(l, l->left, top + layout_baseline(TYPE_CAPTION), SLICE("Possible values"),
	          look_of(TYPE_CAPTION, INK_SECONDARY), ALIGN_LEFT);
	l->y += CARD_BETWEEN + 2;
}

static void draw_card(card *c)
{
	draw_head(c);
	draw_quotes(c);
	card_reasons(c);
	draw_strip(c);
	card_arithmetic(c);
	card_suspect(c);
	card_mending(c);
	card_advice(c);
}

static double card_height(card *c)
{
	layout *l = &c->b->l;
	double y = l->y;
	l->dry = true;
	draw_card(c);
	l->dry = false;
	double height = l->y - y;
	l->y = y;
	return height;
}

/* Less and less is quoted until a page can hold the card; the strip goes last. */
static double card_fit(card *c)
{
	double most = c->b->l.bottom - c->b->l.top - HEADING, height = card_height(c);
	while (height > most && c->strip) {
		if (c->passages > 2)
			c->passages--;
		else if (c->characters > 120)
			c->characters -= 60;
		else if (c->lines > 2)
			c->lines--;
		else
			c->strip = false;
		height = card_height(c);
	}
	return height;
}

static slice bookmark_title(const card *c)
{
	layout *l = &c->b->l;
	badge s = badge_of_severity(c->f->severity);
	slice message = layout_fit(l, c->f->message, look_of(TYPE_BODY, INK_TEXT), BOOKMARK, FIT_END);
	return arena_printf(l->arena, SLICE_FMT " " SLICE_FMT ": " SLICE_FMT, SLICE_ARG(c->f->id), SLICE_ARG(s.word),
	                    SLICE_ARG(message));
}

static void place_card(card *c, pdf_bookmark *section)
{
	layout *l = &c->b->l;
	double height = card_fit(c);
	if (l->y > l->top && layout_left_over(l) < BEFORE + height)
		layout_page(l);
	else if (l->y > l->top)
		l->y += BEFORE;
	layout_anchor_here(l, layout_key(KEY_CARD, c->number, 0));
	layout_bookmark(l, section, bookmark_title(c), false);
	draw_card(c);
}

void briefing_cards(briefing *b)
{
	layout *l = &b->l;
	if (!b->shown_count)
		return;
	pdf_bookmark *section = layout_bookmark(l, NULL, SLICE("Findings"), b->shown_count <= OPEN_BOOKMARKS);
	para title = para_of(l, SLICE("Findings"), look_bold(TYPE_HEADING, INK_TEXT));
	layout_para(l, &title, l->left, l->right - l->left, 0, ALIGN_LEFT);
	l->y += STYLE.baseline / 2 - BEFORE;
	for (uint32_t i = 0; i < b->shown_count; i++) {
		card c = {.b = b,
		          .f = b->shown[i],
		          .number = i,
		          .strip = true,
		          .lines = FACT_LINES,
		          .passages = BRIEFING_CARD_PASSAGES,
		          .characters = BRIEFING_QUOTE_CHARACTERS,
		          .x = l->left + STYLE.label,
		          .width = l->right - l->left - STYLE.label};
		place_card(&c, section);
	}
}
