/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/headline.h"

#include "base/ascii.h"
#include "relate/decided.h"

static bool is_planned(const claim *c)
{
	return c->mode == MODE_FORECAST || c->mode == MODE_TARGET || c->mode == MODE_HYPOTHETICAL;
}

static bool is_in(const reading_of *doc, const word *w, const char *set_name)
{
	return word_in(w, lexicon_set(doc->scan.lex, slice_of(set_name)));
}

static bool in_either(const reading_of *doc, const word *w, const char *one, const char *other)
{
	return is_in(doc, w, one) || is_in(doc, w, other);
}

/* The word that ends, with a space behind it, before *at, which moves to its begin; NULL if there is none. */
static const word *word_before(const reading_of *doc, size_t *at)
{
	slice text = doc->doc->text;
	if (*at < 2 || (text.ptr[*at - 1] != ' ' && text.ptr[*at - 1] != '\n'))
		return NULL;
	size_t end = *at - 1, start = end;
	while (start > 0 && ascii_is_letter(text.ptr[start - 1]))
		start--;
	*at = start;
	return start < end ? vocabulary_word(doc->scan.vocab, slice_sub(text, start, end)) : NULL;
}

/* The verb, or the word that leads to the figure: "Rents up 12%", "Rents go to $40", "Rents went up by 12%". */
static const word *deed_of(const reading_of *doc, const claim *c)
{
	if (c->predicate)
		return c->predicate;
	size_t at = c->figure->full_start;
	const word *w = word_before(doc, &at);
	if (is_in(doc, w, "preposition.by"))
		w = word_before(doc, &at);
	bool leads = in_either(doc, w, "up", "down") || in_either(doc, w, "rise", "fall") || is_in(doc, w, "preposition.to");
	return leads ? w : NULL;
}

/* One verb, or two of a rise or of a fall. */
static bool same_way(const reading_of *doc, const word *x, const word *y)
{
	return measure_same_word(x, y) || (in_either(doc, x, "rise", "up") && in_either(doc, y, "rise", "up")) ||
	       (in_either(doc, x, "fall", "down") && in_either(doc, y, "fall", "down"));
}

/* What a rise or fall led to, what it came from, or how large it was: 30 of "fell to 30", 37 of "fell from 37", 7 of "fell 7". */
static int part_of_change(const reading_of *doc, const claim *c)
{
	size_t at = c->figure->full_start;
	const word *w = word_before(doc, &at);
	return is_in(doc, w, "preposition.to") ? 1 : in_either(doc, w, "range.from", "change.compared") ? 2 : 0;
}

/* Of headline and lead, what is planned or done by one verb to one noun, though the verb is of no class: "Yard to sell 12 boats",
 * "it would sell 12 boats". */
static bool one_deed(const reading_of *doc, const claim *x, const claim *y)
{
	bool known = x->measure->head && y->measure->head && !x->partitive && !y->partitive;
	bool same = known && part_of_change(doc, x) == part_of_change(doc, y) && figure_is_quantity(x->figure->kind) &&
	            x->figure->kind == y->figure->kind &&
	            slice_equal(figure_unit(x->figure)->name, figure_unit(y->figure)->name) &&
	            measure_same_word(x->measure->head, y->measure->head) && same_way(doc, deed_of(doc, x), deed_of(doc, y));
	return same && (x->mode == y->mode ? x->mode == MODE_ASSERTED || is_planned(x)
	                                   : (is_planned(x) || x->mode == MODE_ASSERTED) && is_planned(y));
}

/* Whether the claim tells a deed as no other of its role does. */
static bool only_deed(const reading_of *doc, const claim *c)
{
	for (size_t i = 0; i < doc->claims.n && doc->claims.at[i].block <= c->block; i++) {
		const claim *other = &doc->claims.at[i];
		if (other != c && other->role == c->role && measure_same_word(other->measure->head, c->measure->head) &&
		    other->figure->kind == c->figure->kind && part_of_change(doc, other) == part_of_change(doc, c))
			return false; /* but "to 30 from 37" tells one rise */
	}
	return true;
}

/* "Nine dead in fall": who they are is left out. */
static bool is_bare(const claim *c)
{
	return c->role == ROLE_HEADLINE && c->figure->kind == FIGURE_COUNT && !c->measure->phrase.len && c->elided_from < 0;
}

/* The one quantity of the lead that the same came to as to the headline's x, whatever it is of; NULL if there are several. */
static const claim *told_in_lead(const reading_of *doc, const claim *x)
{
	const claim *found = NULL;
	for (size_t i = x->index + 1; i < doc->claims.n; i++) {
		const claim *c = &doc->claims.at[i];
		if (found && c->block > found->block)
			break;
		if (c->role != ROLE_LEAD || c->predicate_class != x->predicate_class || !measure_can_repeat(c))
			continue;
		bool part = found && c->sentence == found->sentence &&
		            rational_compare(figure_value(c->figure), figure_value(found->figure)) < 0;
		if (part && !c->joined)
			continue; /* "12 people, including five clerks" */
		if (found || c->joined)
			return NULL; /* "the mayor and two clerks" are three */
		found = c;
	}
	return found && found->figure->kind == x->figure->kind ? found : NULL;
}

/* A headline's figure without a noun, and what the lead tells of the same by a noun of its own: "Two die", "killed two soldiers". */
static void pair_bare(same_pairing *p)
{
	for (size_t i = 0; i < p->doc->claims.n; i++) {
		const claim *x = &p->doc->claims.at[i];
		if (x->role != ROLE_HEADLINE)
			break; /* headlines come first */
		const claim *y = is_bare(x) && measure_can_repeat(x) ? told_in_lead(p->doc, x) : NULL;
		if (!y || measure_alike(x, y) || decided_on(p->rules, p->doc, x, p->doc, y))
			continue;
		likeness l = measure_compare(x, y);
		if (!l.contrary && l.when != SCOPE_DIFFERS && l.where != SCOPE_DIFFERS)
			same_add_pair(p, same_two_speakers(x, y) ? BIND_DISPUTE : BIND_SAME, x, y, GRADE_PROBABLE, &l);
	}
}

static void pair_deeds(same_pairing *p)
{
	for (size_t i = 0; i < p->doc->claims.n; i++) {
		const claim *x = &p->doc->claims.at[i];
		if (x->role != ROLE_HEADLINE)
			break; /* headlines come first */
		bool lead = false;
		for (size_t k = i + 1; k < p->doc->claims.n; k++) {
			const claim *y = &p->doc->claims.at[k];
			if (lead && y->role != ROLE_LEAD)
				break;
			lead = y->role == ROLE_LEAD;
			bool joined = measure_can_repeat(x) && measure_can_repeat(y) && measure_alike(x, y);
			if (joined || y->role != ROLE_LEAD || x->figure->has_high || y->figure->has_high || !one_deed(p->doc, x, y) ||
			    !only_deed(p->doc, x) || !only_deed(p->doc, y) || decided_on(p->rules, p->doc, x, p->doc, y))
				continue;
			likeness l = measure_compare(x, y);
			if (!l.contrary && l.when != SCOPE_DIFFERS && l.where != SCOPE_DIFFERS)
				same_add_pair(p, BIND_SAME, x, y, GRADE_PROBABLE, &l);
		}
	}
}

bool headline_keeps_apart(const reading_of *doc, const claim *x, const claim *y)
{
	return is_bare(x) && y->role == ROLE_LEAD && told_in_lead(doc, x) != y;
}

void headline_pairs(same_pairing *p)
{
	pair_bare(p);
	pair_deeds(p);
}
