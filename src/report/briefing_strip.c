/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip of a finding's card: which sets stand on it, and how its shapes are drawn. */
#include "report/briefing.h"
#include "report/strip.h"
#include "rule/eval.h"

static const double LABELS = 128, GAP = 16, OVERHANG = 14, CAP = 2.6, BAR = 1.6, HATCH = 5;

typedef struct strip_plan {
	strip_row rows[BRIEFING_STRIP_ROWS];
	slice labels[BRIEFING_STRIP_ROWS]; /* who says so: the figure as written, or an arithmetic */
	size_t n;
	bool percent;
	slice unit;
} strip_plan;

static bool is_ratio(const figure *f)
{
	return f->kind == FIGURE_PERCENT || f->kind == FIGURE_FRACTION;
}

static bool number_told(const figure *f, rational *out)
{
	if (!f->has_value || f->has_high || f->hedge == HEDGE_NONE)
		return false;
	*out = f->kind == FIGURE_PERCENT ? rational_divide(figure_value(f), rational_int(100), ROUND_DOWN) : figure_value(f);
	return true;
}

static void plan_add(strip_plan *p, const set *values, slice label, bool core)
{
	p->labels[p->n] = label;
	p->rows[p->n++] = (strip_row){.values = *values, .core = core};
}

/* Each figure on its own line: for figures that tell one measure, in one unit. */
static bool plan_figures(briefing *b, const finding *f, strip_plan *p)
{
	const figure *first = NULL;
	for (size_t i = 0; i < f->figure_count && p->n < BRIEFING_STRIP_ROWS; i++) {
		claim_ref ref = f->figures[i].claim;
		const figure *fig = audit_claim(b->au, ref)->figure;
		set values = words_values(b, ref);
		if (!values.n)
			return false;
		first = first ? first : fig;
		if (!slice_equal(figure_unit(first)->name, figure_unit(fig)->name) || is_ratio(first) != is_ratio(fig))
			return false;
		plan_add(p, &values, words_figure(b, ref), f->figures[i].core);
		strip_row *row = &p->rows[p->n - 1];
		row->has_told = number_told(fig, &row->told);
		p->percent = p->percent || fig->kind == FIGURE_PERCENT;
		if (!is_ratio(fig))
			p->unit = figure_unit(fig)->name;
	}
	return p->n >= 2;
}

/* The figure whose values are one side of a relation, if that side is nothing but a figure. */
static const finding_figure *figure_of_side(briefing *b, const finding *f, const set *side)
{
	for (size_t i = 0; i < f->figure_count; i++) {
		set values = words_values(b, f->figures[i].claim);
		if (f->figures[i].core && values.n && set_equal(&values, side))
			return &f->figures[i];
	}
	return NULL;
}

/* One side of "0.25 ~ 45 / 180", split at its operator; empty if that is not there. */
static slice side_of(arena *a, slice told, slice op, int side)
{
	slice spaced = arena_printf(a, " " SLICE_FMT " ", SLICE_ARG(op));
	size_t at = slice_find(told, spaced);
	if (at == SIZE_MAX)
		return (slice){0};
	return side ? slice_sub(told, at + spaced.len, told.len) : slice_sub(told, 0, at);
}

/* What a side is called: a figure as written, its arithmetic as told, or where that is no more than its set, its name in the
 * rule. */
static slice side_label(briefing *b, const relation *r, const finding_figure *fig, const set *values, slice op, int side)
{
	arena *a = b->l.arena;
	if (fig)
		return words_figure(b, fig->claim);
	slice told = side_of(a, relation_says(r)->told, op, side);
	if (told.len && !slice_equal(told, set_format(a, values)))
		return words_check(a, told);
	slice name = side_of(a, relation_says(r)->check, op, side);
	return name.len ? words_check(a, name) : side ? SLICE("computed") : SLICE("stated");
}

/* The two sides of the relation, each one line. */
static bool plan_sides(briefing *b, const finding *f, strip_plan *p)
{
	const relation *r = f->relation;
	if (!r || !r->rule->check)
		return false;
	evaluation ev = {.arena = b->l.arena,
	                 .lex = b->au->rules->lex,
	                 .binding = &r->binding,
	                 .reading = r->rule->told ? READING_TOLD : READING_PLAIN};
	set sides[2];
	slice op;
	if (!eval_sides(r->rule->check, &ev, &sides[0], &sides[1], &op) || !sides[0].n || !sides[1].n)
		return false;
	for (int i = 0; i < 2; i++) {
		const finding_figure *fig = figure_of_side(b, f, &sides[i]);
		plan_add(p, &sides[i], side_label(b, r, fig, &sides[i], op, i), true);
		const figure *as = fig ? audit_claim(b->au, fig->claim)->figure : NULL;
		p->rows[i].has_told = as && number_told(as, &p->rows[i].told);
		p->percent = p->percent || (as && as->kind == FIGURE_PERCENT);
	}
	return true;
}

static bool make_plan(briefing *b, const finding *f, strip_plan *p)
{
	*p = (strip_plan){0};
	bool one_measure = rule_compares_tellings(f->rule) || !f->rule->check;
	if (one_measure && plan_figures(b, f, p))
		return true;
	*p = (strip_plan){0};
	return plan_sides(b, f, p);
}

static double label_width(void *ctx, slice label)
{
	return layout_width(ctx, label, look_of(TYPE_CAPTION, INK_SECONDARY));
}

/* ---- drawing ---- */

typedef struct strip_frame {
	layout *l;
	double x, top;                      /* of the axis' left end, and of the first row */
	double middle[BRIEFING_STRIP_ROWS]; /* y of each row's bar */
	double bottom;                      /* y of the axis */
} strip_frame;

static void draw_hatch(const strip_frame *at, const strip_shape *s, double from, double to)
{
	pdf *p = at->l->pdf;
	double x0 = at->x + s->x0, x1 = at->x + s->x1, width = x1 - x0, height = to - from;
	for (int i = 1; i * HATCH < width + height; i++) { /* lines rising to the right, cut to the area */
		double k = i * HATCH;
		double ax = k > height ? k - height : 0, ay = k > height ? height : k;
		double bx = k > width ? width : k, by = k > width ? k - width : 0;
		pdf_line(p, x0 + ax, from + ay, x0 + bx, from + by, 0.4, STYLE.ink[INK_HATCH]);
	}
	for (int side = 0; side < 2; side++) {
		double x = side ? x1 : x0;
		pdf_line(p, x, from, x, to, 0.5, STYLE.ink[INK_ERROR]);
	}
}

static void draw_gap(const strip_frame *at, const strip_shape *s)
{
	double from = at->top - 1, to = at->bottom;
	draw_hatch(at, s, from, to);
	look how = look_bold(TYPE_CAPTION, INK_ERROR);
	double width = layout_width(at->l, s->label, how), middle = at->x + (s->x0 + s->x1) / 2;
	double left = middle - width / 2, most = at->l->right - width;
	if (left > most)
		left = most;
	layout_at(at->l, left < at->x ? at->x : left, at->top - 4, s->label, how, ALIGN_LEFT);
}

static void draw_arrow(const strip_frame *at, double x, double y, double way)
{
	const double corners[3][2] = {{x, y}, {x - way * 6, y - 3.2}, {x - way * 6, y + 3.2}};
	pdf_polygon(at->l->pdf, corners, 3, 0, STYLE.ink[INK_TEXT]);
}

static void draw_tick(const strip_frame *at, const strip_shape *s)
{
	double x = at->x + s->x0;
	look how = look_of(TYPE_CAPTION, INK_SECONDARY);
	pdf_line(at->l->pdf, x, at->bottom, x, at->bottom + 3, STYLE.hair * 1.5, STYLE.ink[INK_SECONDARY]);
	layout_at(at->l, x - layout_width(at->l, s->label, how) / 2, at->bottom + 4 + layout_baseline(TYPE_CAPTION), s->label,
	          how, ALIGN_LEFT);
}

static void draw_shape(const strip_frame *at, const strip_shape *s)
{
	pdf *p = at->l->pdf;
	double x = at->x + s->x0, y = at->middle[s->row];
	uint32_t text = STYLE.ink[INK_TEXT];
	switch (s->kind) {
	case STRIP_BAR:
		pdf_rect(p, x, y - BAR / 2, s->x1 - s->x0, BAR, text);
		break;
	case STRIP_CLOSED:
		pdf_circle(p, x, y, CAP, 0, text);
		break;
	case STRIP_OPEN:
		pdf_circle(p, x, y, CAP, 0, 0xFFFFFF);
		pdf_circle(p, x, y, CAP - 0.5, 1, text);
		break;
	case STRIP_ARROW_LEFT:
		draw_arrow(at, x, y, -1);
		break;
	case STRIP_ARROW_RIGHT:
		draw_arrow(at, x, y, 1);
		break;
	case STRIP_TOLD:
		pdf_line(p, x, y - 5.5, x, y + 5.5, 0.8, STYLE.ink[INK_SECONDARY]);
		break;
	case STRIP_GAP:
		draw_gap(at, s);
		break;
	case STRIP_TICK:
		draw_tick(at, s);
		break;
	}
}

/* The left column: the figure, and under it its set. Sets the rows' places; returns the height. */
static double draw_labels(briefing *b, const strip_plan *p, double x, strip_frame *at)
{
	layout *l = &b->l;
	double top = l->y;
	for (size_t i = 0; i < p->n; i++) {
		double from = l->y;
		para literal = para_of(l, p->labels[i], look_bold(TYPE_CAPTION, INK_TEXT));
		layout_para(l, &literal, x, LABELS, 2, ALIGN_LEFT);
		para values = para_of(l, words_set(b, &p->rows[i].values, p->percent), look_of(TYPE_CAPTION, INK_SECONDARY));
		layout_para(l, &values, x, LABELS, 3, ALIGN_LEFT);
		at->middle[i] = from + STYLE.type[TYPE_CAPTION].leading * 0.5 + 1;
		l->y += 5;
	}
	return l->y - top;
}

bool briefing_strip(briefing *b, const finding *f, double x, double width)
{
	strip_plan plan;
	if (!make_plan(b, f, &plan))
		return false;
	layout *l = &b->l;
	strip_axis axis = {.width = width - LABELS - GAP - OVERHANG,
	                   .overhang = OVERHANG,
	                   .label_space = 12,
	                   .percent = plan.percent,
	                   .measure = label_width,
	                   .ctx = l};
	strip s = strip_build(l->arena, plan.rows, plan.n, &axis);
	l->y += STYLE.baseline; /* the gap's label stands above the rows */
	strip_frame at = {.l = l, .x = x + LABELS + GAP, .top = l->y};
	at.bottom = at.top + draw_labels(b, &plan, x, &at);
	if (!l->dry) {
		pdf_line(l->pdf, at.x, at.bottom, at.x + axis.width, at.bottom, STYLE.hair * 1.5, STYLE.ink[INK_SECONDARY]);
		for (size_t i = 0; i < s.shapes.n; i++)
			draw_shape(&at, &s.shapes.at[i]);
		if (plan.unit.len)
			layout_at(l, x + LABELS, at.bottom + 4 + layout_baseline(TYPE_CAPTION), plan.unit,
			          look_of(TYPE_CAPTION, INK_SECONDARY), ALIGN_RIGHT);
	}
	l->y = at.bottom + 4 + STYLE.type[TYPE_CAPTION].leading;
	return true;
}
