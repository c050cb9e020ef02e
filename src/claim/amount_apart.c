/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an amount measures where its noun stands apart: behind a preposition, a conjunction, or told for each of several. */
#include "claim/reader.h"

enum { LISTED = 6 /* tokens between two amounts of one list */ };

/* "lamps at $5 each": of a count's noun told before, or of what a pair is of. */
noun_phrase amount_each(claim_reader *r, const sentence *s, const claim *c)
{
	noun_phrase p = {0};
	if (!at_in(s, c->token + 1, r->sets->for_each) || c->figure->kind != FIGURE_MONEY)
		return p;
	for (uint32_t i = c->token; i-- > 1 && c->token - i <= CLAIM_REACH;) {
		bool of_pair = token_in(&s->tokens[i], r->sets->of) && s->tokens[i - 1].word &&
		               word_in(vocabulary_noun(r->vocab, s->tokens[i - 1].word), r->sets->noun_empty);
		bool counted = s->tokens[i].figure >= 0 && measure_counts(r->scan->figures[s->tokens[i].figure].kind);
		if (!of_pair && !counted)
			continue;
		p = chunk_noun(r, s, i + 1);
		if (p.found && r->tags[p.head] & TAG_PLURAL)
			return p;
	}
	p.found = false;
	return p;
}

noun_phrase amount_compared(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token, next = t + 1;
	noun_phrase p = {0};
	if (at_in(s, next, r->sets->conjunction) && next + 1 < s->token_count && s->tokens[next + 1].figure >= 0)
		next += 2; /* "$5 or $6 cheaper" */
	if (next >= s->token_count || !(r->tags[next] & TAG_ADJECTIVE) || !at_in(s, next + 1, r->sets->than))
		return p;
	while (t > 0 && s->tokens[t - 1].start >= c->figure->full_start)
		t--;
	return chunk_before(r, s, t);
}

/* "Sales of lamps almost doubled", "doubled its rents", "twice as many lamps": the figure is the verb, or stands before it. */
noun_phrase amount_multiple(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token, next = t + 1;
	if (c->figure->kind != FIGURE_RATIO || c->figure->base != BASE_MULTIPLE || !c->figure->words || next >= s->token_count)
		return (noun_phrase){0};
	bool many = at_in(s, next, r->sets->clause_as) && next + 1 < s->token_count && r->tags[next + 1] & TAG_DETERMINER;
	if (many || r->tags[next] & TAG_DETERMINER)
		return measure_past_empty(r, s, chunk_noun(r, s, many ? next + 2 : next));
	while (t > 0 && (s->tokens[t - 1].start >= c->figure->full_start || r->tags[t - 1] & (TAG_ADVERB | TAG_AUXILIARY)))
		t--;
	noun_phrase p = t > 0 && !(r->tags[t - 1] & TAG_VERB) ? chunk_before(r, s, t) : (noun_phrase){0};
	return p.found ? chunk_climb(r, s, p, p.first) : p;
}

/* Whether a preposition governs the phrase, or it is the second of two. */
static bool is_governed(const claim_reader *r, const sentence *s, noun_phrase p)
{
	uint32_t i = p.first;
	while (i > 0 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	return i > 0 && (r->tags[i - 1] & TAG_PREPOSITION || token_in(&s->tokens[i - 1], r->sets->joiner));
}

/* "a lorry with 40 kW", "the flat for just $5": the noun before the preposition. */
noun_phrase amount_with(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	while (t > 1 && r->tags[t - 1] & TAG_ADVERB) /* "for just $5" */
		t--;
	bool with = t > 1 && token_in(&s->tokens[t - 1], r->sets->with) && c->figure->kind != FIGURE_DURATION;
	bool for_sum = t > 1 && c->figure->kind == FIGURE_MONEY && token_in(&s->tokens[t - 1], r->sets->pay_for) &&
	               token_in(&s->tokens[t - 1], r->sets->for_price);
	noun_phrase p = {0};
	bool noun = t > 2 && r->tags[t - 3] & TAG_DETERMINER; /* "on the market for $5" */
	if ((!with && !for_sum) || (r->tags[t - 2] & TAG_VERB && !noun) || chunk_is_verb(r, s, t - 2))
		return p;
	p = chunk_before(r, s, t - 1);
	uint32_t i = p.first;
	while (p.found && i > 0 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	if (for_sum && p.found && i > 2 && r->tags[i - 1] & TAG_PREPOSITION && token_in(&s->tokens[i - 2], r->sets->comma))
		return chunk_before(r, s, i - 2); /* "the farm, on the market for $5," */
	bool second = i > 0 && i < p.first && token_in(&s->tokens[i - 1], r->sets->joiner); /* "a lamp and the radio for $5" */
	p.found = p.found && !measure_is_noun(r, s, p, r->sets->noun_time) && !(for_sum && !second && is_governed(r, s, p));
	return p;
}

/* "the mill makes $5m, the farm $3m": a determiner and noun between a comma and the second of two amounts. */
static bool is_gapped(const claim_reader *r, const sentence *s, const claim *c, uint32_t first, noun_phrase p)
{
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (!last || last->sentence != c->sentence || last->clause != c->clause || last->figure->kind != c->figure->kind ||
	    last->token + LISTED < c->token || p.first == first || !token_in(&s->tokens[first - 1], r->sets->comma))
		return false;
	uint32_t next = c->token + 1;
	return next >= s->token_count || s->tokens[next].kind == TOKEN_PUNCT || token_in(&s->tokens[next], r->sets->joiner);
}

/* "rents rose 5% and rates 3%", "in clear water, 5 m deep": a phrase between a mark or conjunction and the figure. */
noun_phrase amount_apart(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	noun_phrase p = {0};
	if (t < 2)
		return p;
	bool says_more = t + 1 < s->token_count && r->tags[t + 1] & (TAG_ADJECTIVE | TAG_ADVERB);
	if (token_in(&s->tokens[t - 1], r->sets->comma) && says_more)
		return chunk_before(r, s, t - 1);
	bool noun = s->tokens[t - 1].kind == TOKEN_WORD && !(r->tags[t - 1] & (TAG_STOP | TAG_VERB | TAG_ADVERB));
	if (noun && says_more && c->figure->kind == FIGURE_MEASURE) /* "a ship 210 m long" */
		return chunk_before(r, s, t);
	if (t > 2 && token_in(&s->tokens[t - 1], r->sets->for_price) && token_in(&s->tokens[t - 2], r->sets->comma) &&
	    !token_in(&s->tokens[t - 1], r->sets->pay_for)) { /* "the rate, at 5%, was" */
		p = chunk_before(r, s, t - 2);
		return p.found ? chunk_climb(r, s, p, p.first) : p;
	}
	bool aside = t > 2 && r->tags[t - 1] & TAG_ADVERB && token_in(&s->tokens[t - 2], r->sets->comma);
	if (aside && at_in(s, t + 1, r->sets->comma)) { /* "the rate, now 5%, was" */
		p = chunk_before(r, s, t - 2);
		p.found = p.found && !measure_is_noun(r, s, p, r->sets->noun_time);
		return p;
	}
	while (t > 2 && r->tags[t - 1] & TAG_DETERMINER) /* "the strap another $25" */
		t--;
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	bool again = last && last->sentence == c->sentence && last->figure->kind == c->figure->kind &&
	             token_in(&s->tokens[t - 1], r->sets->by) && !(s->tokens[t - 2].flags & TOKEN_CAPITAL);
	bool priced = last && last->sentence == c->sentence && last->clause == c->clause && last->token > 0 &&
	              token_in(&s->tokens[t - 1], r->sets->for_price) &&
	              s->tokens[last->token - 1].word == s->tokens[t - 1].word;
	again = again || priced; /* "the coupon was set at 5% and the price at $74" */
	t -= again;              /* "rents rose by 5% and rates by 3%" */
	p = chunk_before(r, s, t);
	uint32_t i = p.first;
	while (p.found && i > 0 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	bool verb = p.found && c->figure->kind != FIGURE_PERCENT && p.first == p.head && /* "is 3 m deep and covers 40 ha" */
	            verb_in(&s->tokens[p.head], r->sets->verb_measure);
	p.found = p.found && !verb && !chunk_is_verb(r, s, p.head) && i > 0 &&
	          (token_in(&s->tokens[i - 1], r->sets->joiner) || token_in(&s->tokens[i - 1], r->sets->semicolon) ||
	           is_gapped(r, s, c, i, p));
	return p;
}
