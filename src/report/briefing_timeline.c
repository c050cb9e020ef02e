/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timelines: three or more dated claims of one measure, where not all can be true. Time goes right, values go up. */
#include "report/briefing.h"
#include "report/strip.h"
#include "report/tabular.h"

#include <math.h>
#include <stdlib.h>

enum { LEAST_DATED = 3, MOST_TIMELINES = 12, MOST_POINTS = 40 };

static const double HEIGHT = 118, AXIS = 12, INSET = 26, CAP = 2.6, DATE_SPACE = 10;

typedef struct point { /* a claim on the line */
	claim_ref ref;
	int64_t day;
	bool fails; /* it stands in a finding */
} point;

typedef struct timeline {
	point at[MOST_POINTS];
	size_t n, left_out;
	bool fails;
} timeline;

/* ---- which claims tell one measure ---- */

typedef struct groups { /* claims joined by relations of same measure: each points towards the first of its group */
	uint32_t *parent;
	uint32_t *size;  /* by a group's first claim */
	uint32_t *first; /* of each document's claims */
} groups;

static uint32_t group_of(const groups *g, uint32_t member)
{
	while (g->parent[member] != member)
		member = g->parent[member] = g->parent[g->parent[member]];
	return member;
}

static uint32_t index_of(const groups *g, claim_ref ref)
{
	return g->first[ref.doc] + ref.claim;
}

static groups join_claims(briefing *b)
{
	const audit *au = b->au;
	groups g = {.first = ARENA_ARRAY(b->l.arena, uint32_t, au->document_count + 1)};
	for (size_t d = 0; d < au->document_count; d++)
		g.first[d + 1] = g.first[d] + (uint32_t)au->documents[d].reading.claims.n;
	uint32_t total = g.first[au->document_count];
	g.parent = ARENA_ARRAY(b->l.arena, uint32_t, total);
	for (uint32_t i = 0; i < total; i++)
		g.parent[i] = i;
	for (size_t i = 0; i < au->relation_count; i++) {
		const relation *r = &au->relations[i];
		for (size_t k = 1; rule_compares_tellings(r->rule) && k < r->claim_count; k++) {
			uint32_t x = group_of(&g, index_of(&g, r->claims[0])), y = group_of(&g, index_of(&g, r->claims[k]));
			g.parent[x > y ? x : y] = x > y ? y : x;
		}
	}
	g.size = ARENA_ARRAY(b->l.arena, uint32_t, total);
	for (uint32_t i = 0; i < total; i++)
		g.size[group_of(&g, i)]++;
	return g;
}

/* The day a claim was told: its document's, or else the time it speaks of. */
static bool day_of(const audit *au, claim_ref ref, int64_t *day)
{
	date told = au->documents[ref.doc].reading.dated, from = claim_when(audit_claim(au, ref)).from;
	if (!date_is_full(told) || !date_is_valid(told))
		told = from;
	if (!date_is_full(told) || !date_is_valid(told))
		return false;
	*day = date_to_days(told);
	return true;
}

static bool one_unit(const audit *au, claim_ref x, claim_ref y)
{
	const figure *f = audit_claim(au, x)->figure, *g = audit_claim(au, y)->figure;
	return (f->kind == FIGURE_PERCENT) == (g->kind == FIGURE_PERCENT) &&
	       slice_equal(figure_unit(f)->name, figure_unit(g)->name);
}

static void timeline_add(briefing *b, timeline *t, claim_ref ref)
{
	point p = {.ref = ref};
	set values = words_values(b, ref);
	if (!values.n || !day_of(b->au, ref, &p.day) || (t->n && !one_unit(b->au, t->at[0].ref, ref)))
		return;
	if (t->n == MOST_POINTS) {
		t->left_out++;
		return;
	}
	p.fails = b->claims[ref.doc][ref.claim].finding != 0;
	t->fails = t->fails || p.fails;
	t->at[t->n++] = p;
}

static int by_day(const void *a, const void *b)
{
	const point *x = a, *y = b;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->ref.doc != y->ref.doc)
		return x->ref.doc < y->ref.doc ? -1 : 1;
	return (x->ref.claim > y->ref.claim) - (x->ref.claim < y->ref.claim);
}

/* ---- drawing ---- */

typedef struct chart {
	layout *l;
	double x0, x1, top, bottom;
	int64_t first, last;
	const timeline *t;
} chart;

static double chart_x(const chart *c, int64_t day)
{
	double share = c->last > c->first ? (double)(day - c->first) / (double)(c->last - c->first) : 0.5;
	return c->x0 + INSET + share * (c->x1 - c->x0 - 2 * INSET);
}

static double line_height(void *ctx, slice label)
{
	(void)ctx;
	return label.len ? STYLE.type[TYPE_CAPTION].leading : 0;
}

static void draw_value_tick(const chart *c, const strip_shape *s)
{
	double y = c->bottom - s->x0;
	pdf_line(c->l->pdf, c->x0 - 3, y, c->x1, y, STYLE.hair, STYLE.ink[INK_HAIR]);
	layout_at(c->l, c->x0 - 6, y + 3, s->label, look_of(TYPE_CAPTION, INK_SECONDARY), ALIGN_RIGHT);
}

static void draw_value(const chart *c, const strip_shape *s)
{
	const point *p = &c->t->at[s->row];
	pdf *out = c->l->pdf;
	double x = chart_x(c, p->day), y = c->bottom - s->x0;
	uint32_t rgb = STYLE.ink[p->fails ? INK_ERROR : INK_TEXT];
	double way = s->kind == STRIP_ARROW_RIGHT ? -1 : 1;
	switch (s->kind) {
	case STRIP_BAR:
		pdf_rect(out, x - 0.8, c->bottom - s->x1, 1.6, s->x1 - s->x0, rgb);
		break;
	case STRIP_CLOSED:
		pdf_circle(out, x, y, CAP, 0, rgb);
		break;
	case STRIP_OPEN:
		pdf_circle(out, x, y, CAP, 0, 0xFFFFFF);
		pdf_circle(out, x, y, CAP - 0.5, 1, rgb);
		break;
	case STRIP_ARROW_LEFT:
	case STRIP_ARROW_RIGHT:
		pdf_polygon(out, (const double[3][2]){{x, y}, {x - 3.2, y - way * 6}, {x + 3.2, y - way * 6}}, 3, 0, rgb);
		break;
	case STRIP_TOLD:
	case STRIP_GAP:
	case STRIP_TICK:
		break;
	}
}

static void draw_dates(const chart *c)
{
	layout *l = c->l;
	look how = look_of(TYPE_CAPTION, INK_SECONDARY);
	double free_from = 0;
	pdf_line(l->pdf, c->x0, c->bottom, c->x1, c->bottom, STYLE.hair * 1.5, STYLE.ink[INK_SECONDARY]);
	for (size_t i = 0; i < c->t->n; i++) {
		double x = chart_x(c, c->t->at[i].day);
		slice label = words_date(l->arena, date_from_days(c->t->at[i].day));
		double half = layout_width(l, label, how) / 2;
		pdf_line(l->pdf, x, c->bottom, x, c->bottom + 3, STYLE.hair * 1.5, STYLE.ink[INK_SECONDARY]);
		if (c->t->at[i].fails) /* so that a conflict shows without colour */
			pdf_rect(l->pdf, x - CAP, c->bottom - CAP, 2 * CAP, 2 * CAP, STYLE.ink[INK_ERROR]);
		if (x - half < free_from || x + half > l->right + INSET)
			continue;
		layout_at(l, x - half, c->bottom + 4 + layout_baseline(TYPE_CAPTION), label, how, ALIGN_LEFT);
		free_from = x + half + DATE_SPACE;
	}
}

/* The widest label of the axis of values, and space beside it. */
static double label_room(layout *l, const strip *s)
{
	double most = 0;
	for (size_t i = 0; i < s->shapes.n; i++)
		if (s->shapes.at[i].kind == STRIP_TICK)
			most = fmax(most, layout_width(l, s->shapes.at[i].label, look_of(TYPE_CAPTION, INK_SECONDARY)));
	return most + AXIS;
}

static void draw_chart(briefing *b, const timeline *t)
{
	layout *l = &b->l;
	strip_row rows[MOST_POINTS];
	for (size_t i = 0; i < t->n; i++)
		rows[i] = (strip_row){.values = words_values(b, t->at[i].ref)};
	strip_axis axis = {.width = HEIGHT,
	                   .overhang = 6,
	                   .label_space = 4,
	                   .measure = line_height,
	                   .percent = audit_claim(b->au, t->at[0].ref)->figure->kind == FIGURE_PERCENT};
	strip s = strip_build(l->arena, rows, t->n, &axis);
	chart c = {.l = l,
	           .x0 = l->left + label_room(l, &s),
	           .x1 = l->right,
	           .top = l->y + 6,
	           .first = t->at[0].day,
	           .last = t->at[t->n - 1].day,
	           .t = t};
	c.bottom = c.top + HEIGHT;
	for (size_t i = 0; i < s.shapes.n; i++)
		if (s.shapes.at[i].kind == STRIP_TICK)
			draw_value_tick(&c, &s.shapes.at[i]);
	draw_dates(&c);
	for (size_t i = 0; i < s.shapes.n; i++)
		if (s.shapes.at[i].kind != STRIP_TICK)
			draw_value(&c, &s.shapes.at[i]);
	l->y = c.bottom + 8 + STYLE.type[TYPE_CAPTION].leading;
}

static void draw_points(briefing *b, const timeline *t)
{
	static const tabular_column COLUMNS[] = {{"Told", 22, ALIGN_LEFT, 1},
	                                         {"Figure", 30, ALIGN_LEFT, 2},
	                                         {"Document", 34, ALIGN_LEFT, 2},
	                                         {"Finding", 14, ALIGN_LEFT, 1}};
	look text = look_of(TYPE_CAPTION, INK_TEXT), small = look_of(TYPE_CAPTION, INK_SECONDARY),
		 linked = look_of(TYPE_CAPTION, INK_NOTE);
	arena *a = b->l.arena;
	tabular rows = tabular_new(&b->l, COLUMNS, 4);
	for (size_t i = 0; i < t->n; i++) {
		claim_ref ref = t->at[i].ref;
		uint32_t finding_number = b->claims[ref.doc][ref.claim].finding;
		slice path = layout_fit(&b->l, words_path(b, ref.doc), small, rows.width[2] * 1.6, FIT_MIDDLE);
		tabular_text(&rows, 0, words_date(a, date_from_days(t->at[i].day)), text);
		tabular_text(&rows, 1, words_figure(b, ref), text);
		tabular_text(&rows, 2, arena_printf(a, SLICE_FMT SLICE_FMT, SLICE_ARG(path), SLICE_ARG(words_place_behind(b, ref))),
		             small);
		if (finding_number) {
			linked.link = layout_key(KEY_CARD, finding_number - 1, 0);
			tabular_mark(&rows, 3, MARK_SQUARE, look_of(TYPE_CAPTION, INK_ERROR));
			tabular_text(&rows, 3, b->shown[finding_number - 1]->id, linked);
		}
		tabular_row(&rows);
	}
	tabular_end(&rows);
	briefing_more(b, t->left_out, "claim", "claims");
}

static void draw_timeline(briefing *b, const timeline *t)
{
	layout *l = &b->l;
	const claim *first = audit_claim(b->au, t->at[0].ref);
	slice what = first->measure->phrase.len ? first->measure->phrase : slice_of(figure_kind_name(first->figure->kind));
	layout_room(l, HEIGHT + 6 * STYLE.baseline);
	look how = look_bold(TYPE_BODY, INK_TEXT);
	para title = para_of(l, layout_fit(l, what, how, l->right - l->left, FIT_END), how);
	layout_para(l, &title, l->left, l->right - l->left, 1, ALIGN_LEFT);
	draw_chart(b, t);
	draw_points(b, t);
	l->y += STYLE.baseline / 2;
}

static timeline *timeline_of(briefing *b, const groups *g, uint32_t group)
{
	timeline *t = ARENA_NEW(b->l.arena, timeline);
	for (uint32_t d = 0; d < b->au->document_count; d++)
		for (uint32_t c = 0; c < b->au->documents[d].reading.claims.n; c++)
			if (group_of(g, g->first[d] + c) == group)
				timeline_add(b, t, (claim_ref){d, c});
	qsort(t->at, t->n, sizeof *t->at, by_day);
	return t;
}

void briefing_timelines(briefing *b)
{
	if (!b->shown_count)
		return;
	groups g = join_claims(b);
	size_t drawn = 0;
	for (size_t i = 0; i < b->shown_count && drawn < MOST_TIMELINES; i++) {
		const finding *f = b->shown[i];
		if (!rule_compares_tellings(f->rule) || !f->figure_count)
			continue;
		uint32_t group = group_of(&g, index_of(&g, f->figures[0].claim));
		if (g.size[group] < LEAST_DATED)
			continue;
		g.size[group] = 0; /* once only */
		const timeline *t = timeline_of(b, &g, group);
		if (t->n < LEAST_DATED || t->at[0].day == t->at[t->n - 1].day || !t->fails)
			continue;
		if (!drawn++) {
			briefing_section(b, SLICE("Timelines"), 0, HEIGHT + 8 * STYLE.baseline);
			briefing_text(
				b, SLICE("One measure as it was told over time. A square on the axis marks what stands in a finding."),
				look_of(TYPE_BODY, INK_SECONDARY));
		}
		draw_timeline(b, t);
	}
}
