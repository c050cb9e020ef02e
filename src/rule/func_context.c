/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of what stands with a figure and around it. */
#include "rule/func_table.h"

#include "rule/phrase.h"

enum { CUE_REACH = 4 }; /* words before or after a figure that cue_before and cue_after look at */

static const claim *first_claim(const func_call *c, size_t arg)
{
	return c->args[arg].claims[0];
}

static truth truth_of(bool b)
{
	return b ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_kind(func_call *c)
{
	c->name = (int)first_claim(c, 0)->figure->kind;
}

void func_mode(func_call *c)
{
	c->name = (int)first_claim(c, 0)->mode;
}

void func_noun(func_call *c)
{
	c->word = first_claim(c, 0)->measure->head;
}

void func_predicate(func_call *c)
{
	c->word = first_claim(c, 0)->predicate;
}

void func_hedged(func_call *c)
{
	bool any = false;
	for (size_t i = 0; i < c->args[0].claim_count; i++)
		any = any || c->args[0].claims[i]->figure->hedge != HEDGE_NONE;
	c->truth = truth_of(any);
}

void func_in_words(func_call *c)
{
	c->truth = truth_of(first_claim(c, 0)->figure->words);
}

void func_own_unit(func_call *c)
{
	const figure *f = first_claim(c, 0)->figure;
	c->truth = truth_of(f->unit_start < f->start || f->unit_end > f->end);
}

void func_has_unit(func_call *c)
{
	c->truth = truth_of(figure_unit(first_claim(c, 0)->figure)->name.len > 0);
}

/* Whether the noun that is counted stands right after the figure; else it is another's, or the subject of the clause. */
static bool has_own_noun(const func_call *call, const claim *c)
{
	const measure *m = c->measure;
	const document *d = call->ev->binding->doc;
	if (!m->head || c->elided_from >= 0 || !m->phrase.len || !d)
		return false;
	return m->phrase.ptr >= d->text.ptr + c->figure->end && m->phrase.ptr < d->text.ptr + d->text.len;
}

/* 100 of 486 and 586: one digit was changed. */
void func_one_slip(func_call *c)
{
	enum { PLACES = 18 };
	rational ten = rational_int(10), gap = figure_value(first_claim(c, 1)->figure);
	for (size_t i = 0; i < c->args[0].claim_count; i++)
		gap = rational_subtract(gap, figure_value(c->args[0].claims[i]->figure), ROUND_DOWN);
	gap = rational_abs(gap);
	for (int i = 0; i < PLACES && !rational_is_integer(gap); i++)
		gap = rational_multiply(gap, ten, ROUND_DOWN);
	for (int i = 0; i < PLACES && rational_compare(gap, ten) >= 0; i++) {
		rational less = rational_divide(gap, ten, ROUND_DOWN);
		if (!rational_is_integer(less))
			break;
		gap = less;
	}
	c->truth = truth_of(rational_compare(gap, ten) < 0);
}

/* The number as written, without its hedge and rounding. */
void func_told(func_call *c)
{
	const evaluation *ev = c->ev;
	const claim *x = first_claim(c, 0);
	c->number = ev->instead == x ? figure_values_at(ev->lex, x->figure, ev->number, READING_EXACT, false)
	                             : figure_values(ev->lex, x->figure, READING_EXACT, false);
}

/* The place of the last digit that is no zero: 100 for 1,200. */
void func_whole(func_call *c)
{
	c->truth = truth_of(first_claim(c, 0)->figure->whole);
}

void func_above(func_call *c)
{
	hedge_shape h = first_claim(c, 0)->figure->hedge;
	c->truth = truth_of(h == HEDGE_ABOVE || h == HEDGE_AT_LEAST);
}

void func_precedes(func_call *c)
{
	c->truth = truth_of(first_claim(c, 0)->figure->start < first_claim(c, 1)->figure->start);
}

/* A list that is added up must be whole: nothing that could be its first item stands before it. */
void func_leads(func_call *c)
{
	const claim *first = first_claim(c, 0);
	c->truth = truth_of(c->ev->binding->scan);
	for (const claim *before = first; claim_follows(before); before--)
		if (figure_is_quantity(before[-1].figure->kind))
			c->truth = TRUTH_FALSE;
}

/* Figures that all stand in one clause, each a part of its own. */
void func_same_clause(func_call *c)
{
	const claim *first = first_claim(c, 0);
	c->truth = TRUTH_TRUE;
	for (size_t i = 1; i < c->args[0].claim_count; i++) {
		const claim *x = c->args[0].claims[i];
		if (x->sentence != first->sentence || x->clause != first->clause)
			c->truth = TRUTH_FALSE;
	}
}

void func_parallel(func_call *c)
{
	size_t named = 0;
	for (size_t i = 0; i < c->args[0].claim_count; i++)
		named += has_own_noun(c, c->args[0].claims[i]);
	c->truth = truth_of(named == 0 || named == c->args[0].claim_count);
}

static int direction_of(const figure *f)
{
	switch (f->hedge) {
	case HEDGE_ABOVE:
	case HEDGE_AT_LEAST:
		return 1;
	case HEDGE_BELOW:
	case HEDGE_AT_MOST:
		return -1;
	default:
		return 0;
	}
}

void func_same_direction(func_call *c)
{
	int a = direction_of(first_claim(c, 0)->figure), b = direction_of(first_claim(c, 1)->figure);
	c->truth = truth_of(a != 0 && a == b);
}

void func_same_noun(func_call *c)
{
	const word *a = first_claim(c, 0)->measure->head, *b = first_claim(c, 1)->measure->head;
	c->truth = truth_of(!a || !b || a == b || slice_equal(word_text(word_lemma(a)), word_text(word_lemma(b))));
}

void func_same_counted(func_call *c)
{
	bool both = has_own_noun(c, first_claim(c, 0)) && has_own_noun(c, first_claim(c, 1));
	func_same_noun(c);
	c->truth = both ? c->truth : TRUTH_TRUE;
}

static bool is_bare(const claim *c)
{
	const figure *f = c->figure;
	return f->kind == FIGURE_COUNT && !figure_unit(f)->name.len;
}

/* Of 6,000 tonnes, 700: a number whose noun is another's has its kind too. */
void func_same_kind(func_call *c)
{
	const claim *a = first_claim(c, 0), *b = first_claim(c, 1);
	bool borrows = (is_bare(a) && !has_own_noun(c, a)) || (is_bare(b) && !has_own_noun(c, b));
	c->truth = truth_of(a->figure->kind == b->figure->kind || borrows);
}

/* What may stand for what: one currency is not another, and a percentage is of nothing but percentages. */
static slice unit_class(const figure *f)
{
	if (f->kind == FIGURE_PERCENT || f->kind == FIGURE_FRACTION || f->kind == FIGURE_RATIO)
		return SLICE("%");
	if (f->kind == FIGURE_MONEY)
		return figure_unit(f)->base_unit.len ? figure_unit(f)->base_unit : figure_unit(f)->name;
	return figure_unit(f)->dimension.len ? figure_unit(f)->dimension : figure_unit(f)->name;
}

/* An index is told in points or without a unit: a level of it may stand before the points that it rose by. */
static bool is_counted(const figure *f)
{
	return f->kind == FIGURE_COUNT || (f->kind == FIGURE_MEASURE && figure_unit(f)->entry &&
	                                   node_get(lexicon_data(figure_unit(f)->entry), SLICE("counted")));
}

/* One of two may leave its unit out, but for the percent sign: the later one, "to 92 mln francs from 61 mln", or an earlier one
 * without a noun, "from 6.6 to 9.1 births per thousand women". */
static bool may_share_unit(const func_call *call, const claim *a, const claim *b)
{
	if (a->figure->start > b->figure->start)
		return may_share_unit(call, b, a);
	slice first = unit_class(a->figure), later = unit_class(b->figure);
	slice each = figure_unit(a->figure)->per,
		  later_each = figure_unit(b->figure)->per; /* "$50 a barrel" is no "$50 a month" */
	if (each.len && later_each.len && !slice_equal(each, later_each))
		return false;
	if (slice_equal(first, later) || (!later.len && !slice_equal(first, SLICE("%"))))
		return true;
	return is_bare(a) && !has_own_noun(call, a) && is_counted(b->figure) && a->sentence == b->sentence;
}

void func_unit_compatible(func_call *c)
{
	c->truth = truth_of(may_share_unit(c, first_claim(c, 0), first_claim(c, 1)));
}

void func_same_unit(func_call *c)
{
	const claim *first = first_claim(c, 0);
	c->truth = TRUTH_TRUE;
	for (size_t i = 1; i < c->args[0].claim_count; i++) {
		if (!may_share_unit(c, c->args[0].claims[i], first))
			c->truth = TRUTH_FALSE;
	}
}

static const sentence *sentence_of(const func_call *c, const claim *at)
{
	const scan *sc = c->ev->binding->scan;
	return sc ? scan_tokens(sc, at->sentence) : NULL;
}

static bool stands_in_block(const scan *sc, uint32_t number, uint32_t which)
{
	const sentence *s = scan_sentence(sc, number);
	return s && s->block == which;
}

static const claim *any_claim(const binding *b)
{
	for (size_t i = 0; i < b->var_count; i++) {
		if (b->vars[i].n)
			return binding_claims(b, &b->vars[i])[0];
	}
	return NULL;
}

void func_cue(func_call *c)
{
	const claim *at = any_claim(c->ev->binding);
	const sentence *s = at ? sentence_of(c, at) : NULL;
	c->truth = truth_of(s && phrase_stands(c->ev->binding->scan, s, 0, s->token_count, c->args[0].words));
}

void func_paragraph_cue(func_call *c)
{
	const claim *at = any_claim(c->ev->binding);
	const scan *sc = c->ev->binding->scan;
	c->truth = TRUTH_FALSE;
	if (!at || !sentence_of(c, at))
		return;
	uint32_t from = at->sentence, to = at->sentence + 1;
	while (from > 0 && stands_in_block(sc, from - 1, at->block))
		from--;
	while (stands_in_block(sc, to, at->block))
		to++;
	scan_read_passed(sc, from, to);
	for (uint32_t i = from; i < to; i++) {
		const sentence *s = scan_tokens(sc, i);
		if (s && phrase_stands(c->ev->binding->scan, s, 0, s->token_count, c->args[0].words))
			c->truth = TRUTH_TRUE;
	}
}

static bool clause_has(const func_call *c, const claim *at)
{
	const sentence *s = sentence_of(c, at);
	for (uint32_t i = 0; s && i < s->token_count; i++) {
		if (s->tokens[i].clause == at->clause && phrase_length(c->ev->binding->scan, s, i, c->args[0].words))
			return true;
	}
	return false;
}

void func_clause_cue(func_call *c)
{
	const binding *b = c->ev->binding;
	const claim *looked = NULL; /* most stand in one clause, which is looked through once */
	c->truth = TRUTH_FALSE;
	for (size_t i = 0; i < b->var_count && c->truth == TRUTH_FALSE; i++) {
		for (size_t k = 0; k < b->vars[i].n; k++) {
			const claim *at = binding_claims(b, &b->vars[i])[k];
			if (looked && looked->sentence == at->sentence && looked->clause == at->clause)
				continue;
			looked = at;
			if (clause_has(c, at))
				c->truth = TRUTH_TRUE;
		}
	}
}

void func_cue_before(func_call *c)
{
	const claim *at = first_claim(c, 0);
	const sentence *s = sentence_of(c, at);
	uint32_t from = at->token > CUE_REACH ? at->token - CUE_REACH : 0;
	c->truth = truth_of(s && phrase_stands(c->ev->binding->scan, s, from, at->token, c->args[1].words));
}

void func_cue_after(func_call *c)
{
	const claim *at = first_claim(c, 0);
	const sentence *s = sentence_of(c, at);
	c->truth =
		truth_of(s && phrase_stands(c->ev->binding->scan, s, at->token + 1, at->token + 1 + CUE_REACH, c->args[1].words));
}

/* No single relation can say it: src/reason/joint.c does. */
void func_together(func_call *c)
{
	c->truth = TRUTH_MISSING;
}
