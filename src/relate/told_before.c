/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/told_before.h"

#include "relate/measure.h"

enum { REACH = 3 }; /* words before the first quantity */

static const claim *first_quantity(const reading_of *doc, const sentence *s)
{
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &doc->claims.at[s->first_figure + i];
		if (figure_is_amount(c->figure->kind))
			return c;
	}
	return NULL;
}

/* The only quantity of the sentence before c's, in the same block; NULL if it has none, or several that c could be of. */
static const claim *told_alone(const reading_of *doc, const claim *c)
{
	const claim *found = NULL;
	for (uint32_t i = c->index; i-- > 0;) {
		const claim *other = &doc->claims.at[i];
		if (other->block != c->block || other->sentence + 1 < c->sentence)
			break;
		if (other->sentence == c->sentence || !figure_is_amount(other->figure->kind))
			continue;
		if (found)
			return NULL;
		found = other;
	}
	return found && found->measure->head && found->mode == MODE_ASSERTED ? found : NULL;
}

/* "Of these, 30 (25 %) were new." */
static bool after_partitive(const list_words *w, const sentence *s, const claim *c)
{
	for (uint32_t i = 0; i < c->token && i < REACH; i++)
		if (word_in(s->tokens[i].word, w->partitive))
			return true;
	return false;
}

/* Without a noun of its own, where the sentence begins with it; or with the same noun. */
static bool may_be_of(const list_words *w, const sentence *s, const claim *c, const claim *whole)
{
	bool opens = !c->measure->head && (c->figure->full_start == s->start || after_partitive(w, s, c));
	return opens || c->elided_from == (int32_t)whole->index ||
	       (c->elided_from < 0 && measure_same_word(c->measure->head, whole->measure->head));
}

void told_before_link(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                      link_list *out)
{
	const link_type *type = out->n ? bind_link_type(rules, SLICE("told-before")) : NULL;
	const claim *c = type ? first_quantity(doc, s) : NULL;
	const claim *whole = c ? told_alone(doc, c) : NULL;
	if (!whole || c->joined || c->definite || !may_be_of(w, s, c, whole))
		return;
	link_match m = link_of_two(a, type, (int32_t)c->index, (int32_t)whole->index, SLICE("told in the sentence before"));
	m.grade = GRADE_PROBABLE;
	VEC_PUSH(a, *out, m);
}
