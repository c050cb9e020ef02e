/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule/value.h"

#include "base/ascii.h"

static bool is_ratio(const figure *f)
{
	return f->kind == FIGURE_PERCENT || f->kind == FIGURE_FRACTION || f->kind == FIGURE_RATIO;
}

bool unit_common(unit_tag a, unit_tag b, unit_tag *out)
{
	if (slice_equal(a.name, b.name)) {
		*out = (unit_tag){a.name, a.bare && b.bare};
		return true;
	}
	if (a.name.len && b.name.len)
		return false;
	*out = a.name.len ? a : b;
	return a.name.len ? b.bare : a.bare;
}

/* Whether the figures of c's dimension in the binding are told in several units. */
static bool units_differ(const binding *b, const figure *f)
{
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const figure *other = binding_claims(b, &b->vars[i])[k]->figure;
			if (slice_equal(figure_unit(other)->dimension, figure_unit(f)->dimension) &&
			    !slice_equal(figure_unit(other)->name, figure_unit(f)->name) && figure_unit(other)->name.len)
				return true;
		}
	}
	return false;
}

/* A sibling count with finer digits shows that c's trailing zeros are digits too. */
static bool has_finer_sibling(const binding *b, const claim *c)
{
	if (!c->figure->whole || !c->figure->has_value || rational_sign(figure_value(c->figure)) == 0)
		return false;
	rational place = rational_zeros(figure_value(c->figure));
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const figure *f = binding_claims(b, &b->vars[i])[k]->figure;
			if (f != c->figure && f->whole && f->has_value && rational_sign(figure_value(f)) != 0 &&
			    rational_compare(rational_abs(figure_value(f)), rational_int(100)) >= 0 &&
			    rational_compare(rational_zeros(figure_value(f)), place) < 0)
				return true;
		}
	}
	return false;
}

/* The factor of a figure's magnitude word: its last place over the place of its last written digit. */
static rational magnitude_of(const document *d, const figure *f)
{
	slice written = document_text(d, f->start, f->end);
	size_t point = slice_find_byte(written, '.');
	rational scale = figure_ulp(f);
	for (size_t i = point + 1; point != SIZE_MAX && i < written.len && ascii_is_digit(written.ptr[i]); i++)
		scale = rational_multiply(scale, rational_int(10), ROUND_UP);
	return scale;
}

static bool within_factor(rational a, rational b, int64_t factor)
{
	rational quotient = rational_divide(rational_abs(a), rational_abs(b), ROUND_UP);
	return rational_compare(quotient, rational_int(factor)) <= 0 && rational_compare(quotient, rational_of(1, factor)) >= 0;
}

static bool may_lack_magnitude(const figure *f)
{
	return f->has_value && !f->has_high && !f->magnitude && !f->words && f->base == BASE_NUMBER && !is_ratio(f) &&
	       rational_sign(figure_value(f)) > 0 && rational_compare(figure_value(f), rational_int(1000)) < 0;
}

/* "to 4.1 million from 3.5": the magnitude of the other level, where without it the two would be worlds apart and with it
 * they are of one size. One if there is none to take over. */
static rational borrowed_magnitude(const binding *b, const claim *c)
{
	const figure *f = c->figure;
	if (!b->rule || b->rule->bind != BIND_FRAME || !b->doc || !may_lack_magnitude(f))
		return rational_int(1);
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const figure *other = binding_claims(b, &b->vars[i])[k]->figure;
			if (!other->magnitude || !other->has_value || is_ratio(other) || rational_sign(figure_value(other)) <= 0)
				continue;
			rational scale = magnitude_of(b->doc, other);
			if (rational_compare(scale, rational_int(1000)) >= 0 &&
			    !within_factor(figure_value(other), figure_value(f), 100) &&
			    within_factor(figure_value(other), rational_multiply(figure_value(f), scale, ROUND_UP), 20))
				return scale;
		}
	}
	return rational_int(1);
}

/* What a sum of money is for each of: its own, or within one clause that of another sum, told once for both: "rose from
 * $45 to $50 a barrel". Empty for a sum as such. */
static slice rate_of(const binding *b, const figure *f)
{
	if (f->kind != FIGURE_MONEY || figure_unit(f)->per.len || !b->rule || b->rule->bind != BIND_FRAME)
		return figure_unit(f)->per;
	for (size_t i = 0; i < b->var_count; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const figure *other = binding_claims(b, &b->vars[i])[k]->figure;
			if (other->kind == FIGURE_MONEY && figure_unit(other)->per.len)
				return figure_unit(other)->per;
		}
	}
	return figure_unit(f)->per;
}

static rational rounding_width(reading r, rational ulp)
{
	if (r == READING_EXACT)
		return rational_int(0);
	return r == READING_GENEROUS ? ulp : rational_divide(ulp, rational_int(2), ROUND_UP);
}

/* A rule that reads exactly gives no room for trailing zeros; only percents keep one unit of their last place. */
static reading reading_for(const evaluation *ev, const figure *f)
{
	bool exact = ev->binding->rule && ev->binding->rule->exact;
	return exact && ev->reading == READING_GENEROUS && f->kind != FIGURE_PERCENT ? READING_PLAIN : ev->reading;
}

/* As its table has it; the generous reading lets numbers be cut as well as rounded. */
static void cell_value(const evaluation *ev, const claim *c, claim_value *out)
{
	rational at = ev->instead == c   ? ev->number
	              : c->cell->as_told ? figure_value(c->figure)
	                                 : c->cell->value,
			 half = c->cell->half;
	if (ev->reading == READING_GENEROUS)
		half = rational_add(half, half, ROUND_UP);
	out->values = set_point(at);
	out->unit = (unit_tag){{"", 0}, true};
	if (ev->reading != READING_EXACT && rational_sign(half) != 0)
		out->values = set_widen(&out->values, half);
}

void value_read(const evaluation *ev, const claim *c, claim_value *out)
{
	out->scale = rational_int(1);
	out->move = rational_int(0);
	if (c->cell && ev->binding->rule && rule_reads_cells(ev->binding->rule)) {
		cell_value(ev, c, out);
		return;
	}
	const figure *f = c->figure;
	const rule *r = ev->binding->rule;
	bool fine = (r && r->exact) || has_finer_sibling(ev->binding, c), instead = ev->instead == c;
	reading how = reading_for(ev, f);
	out->values = instead ? figure_values_at(ev->lex, f, ev->number, how, fine) : figure_values(ev->lex, f, how, fine);
	if (is_ratio(f)) {
		out->unit = (unit_tag){{"", 0}, false};
		return;
	}
	const told_unit *own = figure_unit(f);
	out->unit = (unit_tag){own->name, !own->name.len};
	if (!instead)
		out->scale = borrowed_magnitude(ev->binding, c);
	if (rational_compare(out->scale, rational_int(1)) != 0)
		out->values = set_widen(&out->values, rounding_width(ev->reading, figure_ulp(f)));
	if (own->name.len && own->base_unit.len && units_differ(ev->binding, f)) {
		out->unit.name = own->base_unit;
		out->scale = rational_multiply(out->scale, own->to_base, ROUND_UP);
		out->move = own->to_base_offset;
	}
	slice rate = rate_of(ev->binding, f);
	if (rate.len)
		out->unit.name = arena_printf(ev->arena, SLICE_FMT "·" SLICE_FMT, SLICE_ARG(out->unit.name), SLICE_ARG(rate));
}

static void shared_values(const evaluation *ev, const claim *c, set *out, unit_tag *unit)
{
	claim_value v;
	value_read(ev, c, &v);
	*unit = v.unit;
	*out = v.values;
	if (rational_compare(v.scale, rational_int(1)) != 0) {
		set scale = set_point(v.scale);
		*out = set_multiply(&v.values, &scale);
	}
	if (rational_sign(v.move) != 0) {
		set move = set_point(v.move);
		*out = set_add(out, &move);
	}
}

void value_of_claim(const evaluation *ev, const claim *c, set *out, unit_tag *unit)
{
	value_memory *m = ev->memory;
	if (!m || ev->instead == c) {
		shared_values(ev, c, out, unit);
		return;
	}
	size_t i = 0;
	while (i < m->n && (m->kept[i].claim != c || m->kept[i].reading != ev->reading))
		i++;
	if (i == VALUES_KEPT) {
		shared_values(ev, c, out, unit);
		return;
	}
	struct value_kept *kept = &m->kept[i];
	if (i == m->n) {
		kept->claim = c;
		kept->reading = ev->reading;
		shared_values(ev, c, &kept->values, &kept->unit);
		m->n++;
	}
	*unit = kept->unit;
	*out = kept->values;
}
