/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/measure.h"

bool measure_same_word(const word *a, const word *b)
{
	if (!a || !b)
		return false;
	return a == b || slice_equal(word_text(word_lemma(a)), word_text(word_lemma(b)));
}

static bool repeatable_kind(figure_kind k)
{
	return figure_is_amount(k) || k == FIGURE_ORDINAL;
}

bool measure_can_repeat(const claim *c)
{
	const figure *f = c->figure;
	if (!repeatable_kind(f->kind) || f->base == BASE_VAGUE || !f->has_value || c->mode != MODE_ASSERTED || !c->measure->head)
		return false;
	if (f->kind == FIGURE_ORDINAL)
		return true;
	return c->predicate_class && !c->partitive;
}

bool measure_alike(const claim *a, const claim *b)
{
	bool same_thing = a->figure->kind == b->figure->kind &&
	                  slice_equal(figure_unit(a->figure)->dimension, figure_unit(b->figure)->dimension) &&
	                  measure_same_word(a->measure->head, b->measure->head);
	/* whatever happens at the tenth conference, it stays the tenth */
	return same_thing && (a->figure->kind == FIGURE_ORDINAL || a->predicate_class == b->predicate_class);
}

static size_t word_count(const measure *m)
{
	return m->modifier_count + m->complement_count;
}

static const word *word_at(const measure *m, size_t i)
{
	return m->modifiers[i];
}

static bool says(const measure *m, const word *w)
{
	for (size_t i = 0; i < word_count(m); i++)
		if (measure_same_word(word_at(m, i), w))
			return true;
	return false;
}

static size_t said_by_both(const measure *a, const measure *b)
{
	size_t n = 0;
	for (size_t i = 0; i < word_count(a); i++)
		n += says(b, word_at(a, i));
	return n;
}

static scope_match compare_when(const claim *a, const claim *b)
{
	bool at = claim_when(a).from.year != 0, bt = claim_when(b).from.year != 0;
	if (!at || !bt)
		return at || bt ? SCOPE_ONE : SCOPE_ABSENT;
	bool equal =
		date_compare(claim_when(a).from, claim_when(b).from) == 0 && date_compare(claim_when(a).to, claim_when(b).to) == 0;
	if (equal)
		return SCOPE_EQUAL;
	/* a time that is only inherited from the document is not against one that the sentence tells */
	return a->when_told && b->when_told ? SCOPE_DIFFERS : SCOPE_ONE;
}

static scope_match compare_where(const claim *a, const claim *b)
{
	bool at = claim_where_key(a).len > 0, bt = claim_where_key(b).len > 0;
	if (!at || !bt)
		return at || bt ? SCOPE_ONE : SCOPE_ABSENT;
	return slice_equal(claim_where_key(a), claim_where_key(b)) ? SCOPE_EQUAL : SCOPE_DIFFERS;
}

likeness measure_compare(const claim *a, const claim *b)
{
	const measure *ma = a->measure, *mb = b->measure;
	size_t na = word_count(ma), nb = word_count(mb);
	size_t a_in_b = said_by_both(ma, mb), b_in_a = said_by_both(mb, ma);
	return (likeness){
		.shared = a_in_b < b_in_a ? a_in_b : b_in_a,
		.contrary = a_in_b < na && b_in_a<nb, .same_words = na> 0 && a_in_b == na && b_in_a == nb,
		.when = compare_when(a, b),
		.where = compare_where(a, b),
	};
}
