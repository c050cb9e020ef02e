/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/read_figure.h"

#include "base/limits.h"

static void set_spans(const atoms *s, found *f)
{
	figure *fig = &f->fig;
	const quantity *q = &f->q;
	fig->start = s->at[q->num.first].start;
	fig->end = s->at[q->num.end - 1].end;
	fig->unit_start = s->at[f->body].start;
	fig->unit_end = s->at[f->end - 1].end;
	fig->full_start = s->at[f->first].start;
	fig->full_end = fig->unit_end;
}

static void take_unit(const atoms *s, found *f)
{
	if (!f->q.has_unit)
		return;
	const unit *u = &f->q.unit;
	unit_set(s,
	         &(told_unit){.entry = u->entry,
	                      .name = u->name,
	                      .per = u->per,
	                      .dimension = u->dimension,
	                      .to_base = u->factor,
	                      .to_base_offset = u->offset,
	                      .base_unit = u->base},
	         &f->fig);
}

static void take_until(const atoms *s, figure *to, date until)
{
	if (!until.year && !until.month && !until.day && !until.weekday)
		return;
	figure_own_more(s->arena, to)->until = until;
}

/* The upper end, and how far it may be out. */
static void take_more(const atoms *s, found *f)
{
	rational spread = f->q.spread.den ? f->q.spread : rational_int(0);
	if (rational_sign(f->q.num.high) == 0 && rational_sign(spread) == 0 && rational_sign(f->q.num.of) == 0)
		return;
	figure_more *more = figure_own_more(s->arena, &f->fig);
	more->high = told_keep(s->arena, f->q.num.high, rational_int(0));
	more->spread = told_keep(s->arena, spread, rational_int(0));
	more->of = told_keep(s->arena, f->q.num.of, rational_int(0));
}

static void take_number(const atoms *s, found *f)
{
	const numeral *n = &f->q.num;
	figure *fig = &f->fig;
	fig->kind = f->q.kind;
	if (n->ordinal)
		fig->kind = FIGURE_ORDINAL;
	else if (n->base == BASE_VAGUE)
		fig->kind = FIGURE_VAGUE;
	if (fig->kind == FIGURE_COUNT && (n->base == BASE_MULTIPLE || rational_sign(n->of) > 0))
		fig->kind = FIGURE_RATIO;
	else if (fig->kind == FIGURE_COUNT && (n->base == BASE_FRACTION || n->fraction) &&
	         rational_compare(n->value, rational_int(1)) < 0)
		fig->kind = FIGURE_FRACTION;
	fig->base = n->base;
	fig->has_value = n->has_value;
	fig->number = told_keep(s->arena, n->value, n->ulp);
	take_more(s, f);
	fig->words = n->words;
	fig->magnitude = n->magnitude;
	fig->parts = n->parts;
	bool counts = fig->kind == FIGURE_COUNT || fig->kind == FIGURE_ORDINAL || fig->kind == FIGURE_VAGUE;
	fig->whole = counts && !f->q.has_unit && rational_sign(figure_spread(fig)) == 0 && rational_is_integer(n->value) &&
	             (!n->decimal || n->magnitude);
}

static void as_label(const atoms *s, found *f, uint32_t first, uint32_t end, label_reason why)
{
	*f = (found){.first = first, .body = first, .end = end};
	f->fig = (figure){
		.kind = FIGURE_LABEL, .base = BASE_NONE, .why = why, .start = s->at[first].start, .end = s->at[end - 1].end};
	f->fig.unit_start = f->fig.full_start = f->fig.start;
	f->fig.unit_end = f->fig.full_end = f->fig.end;
}

static bool read_moment(const atoms *s, uint32_t i, found *out)
{
	moment m;
	if (!moment_read(s, i, &m))
		return false;
	as_label(s, out, m.first, m.end, m.why);
	out->fig.kind = m.kind;
	out->fig.when = m.when;
	take_until(s, &out->fig, m.until);
	out->fig.relative = m.relative;
	out->fig.clock = m.clock;
	if (m.either[0]) {
		figure_more *more = figure_own_more(s->arena, &out->fig);
		more->either[0] = m.either[0];
		more->either[1] = m.either[1];
	}
	return true;
}

/* "from four to one", "to two years from one": the other end of a change. */
static bool ends_change(const atoms *s, const found_list *before, uint32_t at)
{
	const found *last = before->n > 0 ? &before->at[before->n - 1] : NULL;
	bool number = last && last->fig.base == BASE_NUMBER && last->fig.kind != FIGURE_LABEL && last->end + 1 == at;
	return number && (atom_in(s, at - 1, s->sets->range_to) || atom_in(s, at - 1, s->sets->range_from));
}

/* "the loss was ($99)": the whole of what is told, in brackets, is below zero. */
static void loss_in_brackets(const atoms *s, quantity *q)
{
	uint32_t open = q->first - 1;
	if (!q->money_before || q->first < 2 || !atom_is_char(s, open, '(') || !atom_glued(s, q->first) ||
	    !atom_is_char(s, q->end, ')') || !atom_glued(s, q->end) || q->num.base != BASE_NUMBER || q->num.negative ||
	    !atom_in(s, open - 1, s->sets->loss_after))
		return;
	q->num.value = rational_negate(q->num.value);
	q->num.negative = true;
	q->first = open;
	q->end++;
}

static bool read_number(const atoms *s, uint32_t i, found_list *before, uint32_t from, found *out)
{
	uint32_t end;
	if (rate_base_read(s, i, before, &end)) {
		as_label(s, out, i, end, LABEL_BASE);
		return true;
	}
	if (unit_power_alone(s, i) || unit_power_alone(s, i + 1))
		return false;
	/* "90 cents a dozen": for each */
	uint32_t last =
		before->n > 0 && figure_unit(&before->at[before->n - 1].fig)->entry ? before->at[before->n - 1].end : UINT32_MAX;
	bool each = (last == i || last + 1 == i) && atom_in(s, last, s->sets->article);
	if (!quantity_read(s, i, &out->q) || (each && !out->q.has_unit)) /* but "after two hours a 61-year-old man" */
		return false;
	loss_in_brackets(s, &out->q);
	out->fig = (figure){0};
	out->first = out->q.first;
	out->body = out->q.first;
	out->end = out->q.end;
	bool ratio = ratio_read(s, out);
	if (!ratio)
		ratio_over(s, out);
	take_number(s, out);
	take_unit(s, out);
	uint32_t dash = out->q.num.end;
	out->fig.attributive = (out->fig.kind == FIGURE_DURATION || out->fig.kind == FIGURE_AGE) && !out->fig.magnitude &&
	                       atom_in(s, dash, s->sets->dash) && atom_glued(s, dash + 1);
	if (out->q.num.ordinal && i > 0 && atom_in(s, i - 1, s->sets->unit_per) && !atom_in(s, i - 1, s->sets->article))
		return false;
	end = out->end;
	label_reason why = ratio ? LABEL_NONE : label_of(s, before, out, &end);
	if (why != LABEL_NONE) {
		as_label(s, out, out->first, end, why);
		return true;
	}
	bool range = !ratio && range_read(s, from, out);
	if (!range && !kind_settle(s, before, out))
		return false;
	if (out->fig.kind == FIGURE_YEAR) {
		moment_year(s, out->q.num.first, &out->fig.when.year, &end);
		out->fig.base = BASE_NONE;
	}
	set_spans(s, out);
	if (out->fig.kind != FIGURE_YEAR && out->fig.kind != FIGURE_ORDINAL)
		hedge_apply(s, from, out);
	if (out->q.num.lone_one && !out->q.has_unit && out->fig.hedge == HEDGE_NONE && !range)
		return atom_is_content(s, out->end) || s->n == 1 || ends_change(s, before, out->first);
	return true;
}

static bool read_position(const atoms *s, uint32_t i, found *out)
{
	if (!position_read(s, i, out))
		return false;
	as_label(s, out, out->first, out->end, LABEL_NONE);
	out->fig.kind = FIGURE_ORDINAL;
	return true;
}

void figures_read(const atoms *s, found_list *out)
{
	uint32_t i = 0, from = 0;
	out->n = 0;
	while (i < s->n) {
		found f;
		if (!atom_starts(s, i)) {
			i++;
			continue;
		}
		if (label_read(s, i, &f)) {
			as_label(s, &f, f.first, f.end, f.fig.why);
		} else if (!read_moment(s, i, &f) && !read_number(s, i, out, from, &f) && !read_position(s, i, &f)) {
			i++;
			continue;
		}
		VEC_PUSH(s->arena, *out, f);
		i = from = f.end;
	}
	range_join_bounds(s, out);
	range_spread(s, out);
	unit_carry(s, out);
	statistics_mark(s, out);
	hedge_share(s, out);
}
