/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/claim_view.h"

#include "base/utf8.h"

#include <string.h>

claim_cursor claim_cursor_on(const audit *au, size_t doc, arena *a)
{
	return (claim_cursor){.audit = au, .arena = a, .doc = (uint32_t)doc};
}

void number_text_write(number_text *t, rational n, rounding dir)
{
	decimal d;
	t->text[0] = t->exact[0] = '\0';
	if (!rational_is_finite(n))
		return;
	if (rational_to_decimal(n, &d)) {
		t->text[decimal_format(d, t->text)] = '\0';
		return;
	}
	t->text[rational_format(n, dir, t->text)] = '\0';
	t->exact[rational_format_exact(n, t->exact)] = '\0';
}

/* Percentages are ratios in sets but told as they are written. */
static set told_units(const figure *f, set s)
{
	if (f->kind != FIGURE_PERCENT)
		return s;
	rational hundred = rational_int(100);
	for (size_t i = 0; i < s.n; i++) {
		s.at[i].lo = rational_multiply(s.at[i].lo, hundred, ROUND_DOWN);
		s.at[i].hi = rational_multiply(s.at[i].hi, hundred, ROUND_UP);
	}
	return s;
}

static bool has_numbers(const figure *f)
{
	return f->kind != FIGURE_LABEL && f->kind != FIGURE_DATE && f->base != BASE_NONE;
}

/* A range has no one value, and neither has a vague word that only bounds one. A year is a number too, but no quantity. */
static bool has_one_value(const figure *f)
{
	bool year = f->kind == FIGURE_YEAR && !figure_until(f).year;
	return (has_numbers(f) || year) && f->has_value && !f->has_high;
}

static void fill_numbers(claim_view *v)
{
	const figure *f = v->figure;
	v->value.text[0] = v->value.exact[0] = v->base.text[0] = v->base.exact[0] = v->ulp[0] = '\0';
	number_text_write(&v->lo, RATIONAL_MINUS_INFINITY, ROUND_DOWN);
	number_text_write(&v->hi, RATIONAL_INFINITY, ROUND_UP);
	v->has_set = false;
	if (has_one_value(f))
		number_text_write(&v->value, figure_value(f), ROUND_DOWN);
	if (!has_numbers(f))
		return;
	const audit_document *d = &v->audit->documents[v->ref.doc];
	v->plain = told_units(f, figure_values(d->reading.scan.lex, f, READING_PLAIN, false));
	v->has_set = v->plain.n > 0;
	if (v->has_set) {
		v->hull = set_hull(&v->plain);
		number_text_write(&v->lo, v->hull.lo, ROUND_DOWN);
		number_text_write(&v->hi, v->hull.hi, ROUND_UP);
	}
	if (figure_ulp(f).den && rational_sign(figure_ulp(f)) > 0)
		v->ulp[rational_format(figure_ulp(f), ROUND_UP, v->ulp)] = '\0';
	if (v->value.text[0] && figure_unit(f)->base_unit.len && figure_unit(f)->to_base.den) {
		rational scaled = rational_multiply(figure_value(f), figure_unit(f)->to_base, ROUND_DOWN);
		rational offset = figure_unit(f)->to_base_offset.den ? figure_unit(f)->to_base_offset : rational_int(0);
		number_text_write(&v->base, rational_add(scaled, offset, ROUND_DOWN), ROUND_DOWN);
	}
}

static bool date_told(date d)
{
	return d.year || d.month || d.day;
}

static bool date_same(date a, date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void fill_dates(claim_cursor *c, claim_view *v)
{
	const figure *f = v->figure;
	bool dated = f->kind == FIGURE_DATE || f->kind == FIGURE_YEAR;
	v->date = dated && date_told(f->when) ? date_format(c->arena, f->when) : (slice){0};
	v->until = dated && date_told(figure_until(f)) ? date_format(c->arena, figure_until(f)) : (slice){0};
	period when = claim_when(v->claim);
	if (!when.from.year) {
		v->when_from = v->when_to = (slice){0};
		return;
	}
	if (!c->from.len || !date_same(c->when.from, when.from) || !date_same(c->when.to, when.to)) {
		c->when = when;
		c->from = date_format(c->arena, when.from);
		c->to = date_format(c->arena, when.to);
	}
	v->when_from = c->from;
	v->when_to = c->to;
}

static void fill_place(claim_cursor *c, claim_view *v)
{
	uint32_t to = document_source(v->doc, v->figure->start), line_end = UINT32_MAX;
	if (c->line && c->line < v->doc->line_count)
		line_end = v->doc->line_starts[c->line];
	if (c->line && to >= c->offset && to < line_end)
		c->col += (uint32_t)utf8_count(slice_sub(v->doc->source, c->offset, to));
	else
		document_place(v->doc, v->figure->start, &c->line, &c->col);
	c->offset = to;
	v->line = c->line;
	v->col = c->col;
	v->page = document_box(v->doc, v->figure->full_start, v->figure->full_end, v->box);
	v->cell = v->doc->sheet_count ? document_cell(c->arena, v->doc, v->claim->block, &v->sheet) : (slice){0};
}

static void fill_words(claim_view *v)
{
	const figure *f = v->figure;
	const document *d = v->doc;
	bool quoted = v->claim->quote_start < v->claim->quote_end;
	v->start = document_source(d, f->start);
	v->end = document_source_end(d, f->end);
	v->unit_start = document_source(d, f->unit_start);
	v->unit_end = document_source_end(d, f->unit_end);
	v->quote_start = document_source(d, quoted ? v->claim->quote_start : f->start);
	v->quote_end = document_source_end(d, quoted ? v->claim->quote_end : f->end);
	v->literal = slice_sub(d->source, v->start, v->end);
	v->quote = slice_sub(d->source, v->quote_start, v->quote_end);
	v->unit = f->kind == FIGURE_MONEY ? figure_unit(f)->per : figure_unit(f)->name;
	v->currency = f->kind == FIGURE_MONEY ? figure_unit(f)->name : (slice){0};
}

const claim_view *claim_cursor_next(claim_cursor *c)
{
	const audit *au = c->audit;
	const reading_of *r = &au->documents[c->doc].reading;
	if (c->next >= r->claims.n)
		return NULL;
	claim_view *v = &c->view;
	v->audit = au;
	v->ref = (claim_ref){.doc = c->doc, .claim = c->next};
	v->doc = r->doc;
	v->claim = &r->claims.at[c->next++];
	v->figure = v->claim->figure;
	fill_place(c, v);
	fill_words(v);
	fill_numbers(v);
	fill_dates(c, v);
	return v;
}
