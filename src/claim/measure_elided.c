/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure without a noun of its own counts: what was told before it, or what its clause is about. */
#include "claim/reader.h"

enum { LOOK_BACK = 8 /* claims that a noun may be borrowed over */ };

/* "in the two previous months" says when or where: its noun is not what is counted on. */
static bool lends(const claim_reader *r, const claim *c)
{
	const struct figure_note *note = note_of(r, c);
	return note->governed != GOVERNED_PREPOSITION || note->phrase_end == c->token + 1 || note->of;
}

/* The nearest earlier count of this sentence or the one before whose noun can be borrowed. */
static const claim *lender(const claim_reader *r, const claim *c, bool same_clause)
{
	for (uint32_t n = 1; n <= LOOK_BACK && n <= c->index; n++) {
		const claim *other = &r->claims[c->index - n];
		if (other->block != c->block || other->sentence + 1 < c->sentence)
			return NULL;
		if (same_clause && (other->sentence != c->sentence || other->clause != c->clause))
			continue;
		if (measure_counts(other->figure->kind) && other->measure->head && lends(r, other))
			return other;
	}
	return NULL;
}

static bool borrow(claim_reader *r, claim *c, bool same_clause)
{
	const claim *from = lender(r, c, same_clause);
	if (from)
		measure_take_from(r, c, from);
	return from != NULL;
}

/* "hurt 40, eight of them badly": of those hurt, who have no noun, not of whatever was counted before them. */
static bool follows_bare(const claim_reader *r, const claim *c)
{
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	return last && last->sentence == c->sentence && last->figure->kind == FIGURE_COUNT && !last->measure->head;
}

/* "hurt 40, eight of them badly", "12 shops in Arden and 40 in Bexley, 30 of them new": of the nearest, which may have borrowed its
 * noun too. "110 of whom voted, 90 of them by post" are of the 110, "110 of whom voted and 40 of whom did not" are not. */
void measure_borrow_whole(claim_reader *r, const sentence *s, claim *c)
{
	const claim *from = follows_bare(r, c) ? NULL : lender(r, c, false);
	if (from)
		measure_take_from(r, c, from);
	bool joined = c->token > 0 && token_in(&s->tokens[c->token - 1], r->sets->joiner);
	bool nested = from && !joined && from->sentence == c->sentence && from->figure->kind == c->figure->kind &&
	              rational_compare(figure_value(c->figure), figure_value(from->figure)) <= 0;
	if (!from || !from->partitive || nested)
		c->elided_from = from ? (int32_t)from->index : follows_bare(r, c) ? (int32_t)c->index - 1 : -1;
}

/* A count that borrowed its noun is a part in "Of the 160 members 40 voted" and "of whom 40 voted", and after a part: "110
 * of which were expelled and 40 were convicted"; not in "49 of his guests fled and 53 stayed", where no whole is told. */
static void mark_part(const claim_reader *r, const sentence *s, claim *c)
{
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (c->elided_from < 0 || !last || last->sentence != c->sentence)
		return;
	bool joined = c->token > 0 && token_in(&s->tokens[c->token - 1], r->sets->joiner);
	uint32_t i = last->token;
	while (i > 0 && last->token - i < 2 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	bool of = i == 1 && token_in(&s->tokens[0], r->sets->of) && last->clause == c->clause;
	bool of_which = c->token > 1 && token_in(&s->tokens[c->token - 1], r->sets->partitive) &&
	                token_in(&s->tokens[c->token - 2], r->sets->of);
	c->partitive = c->partitive || of || of_which || (joined && last->partitive && last->elided_from >= 0);
	const claim *from = of_which ? lender(r, c, false) : NULL;
	if (from && from->sentence == c->sentence && !from->partitive) /* "50 in May and 70 in June, of which 60" */
		c->elided_from = (int32_t)from->index;
}

/* "turnout was 52", "traded at 132", "the market (1,250)": a bare number of what its clause tells of. */
static void read_standing(claim_reader *r, const sentence *s, claim *c, bool told)
{
	uint32_t t = c->token, at = t; /* "stood at a final 122" */
	bool of = t > 1 && token_in(&s->tokens[t - 1], r->sets->of);
	if (of && borrow(r, c, false)) /* "compared with an average of 20" */
		return;
	while (at > 1 && t - at < 2 && r->tags[at - 1] & (TAG_DETERMINER | TAG_ADJECTIVE | TAG_PAST))
		at--;
	noun_phrase p = amount_beside(r, s, c);
	if (!p.found)
		p = amount_compared(r, s, c);
	bool aside = t > 2 && token_in(&s->tokens[t - 2], r->sets->comma) && at_in(s, t + 1, r->sets->comma);
	if (!p.found && aside && token_in(&s->tokens[t - 1], r->sets->for_price)) /* "approvals, at 52,000, were" */
		p = amount_apart(r, s, c);
	if (!p.found && (told || of || (at > 0 && token_in(&s->tokens[at - 1], r->sets->standing))))
		p = chunk_subject(r, s, t);
	if (p.found)
		measure_take(r, s, c, p);
	else if (told)
		borrow(r, c, false);
}

/* "Net loss 474 vs profit 369": in a line of a table the noun before is what is told. */
bool measure_read_table(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t t = c->token;
	if (t == 0 || s->tokens[t - 1].kind != TOKEN_WORD || r->tags[t - 1] & TAG_STOP)
		return false;
	noun_phrase p = chunk_before(r, s, t);
	if (!p.found || !(at_in(s, t + 1, r->sets->versus) || (p.first > 0 && at_in(s, p.first - 1, r->sets->versus))))
		return false;
	measure_take(r, s, c, p);
	return true;
}

/* "Of the shares on offer, 750 were sold": a part of what the sentence opens with. */
static void read_opening(claim_reader *r, const sentence *s, claim *c)
{
	if (!at_in(s, 0, r->sets->of) || c->token > CLAIM_REACH || note_of(r, c)->phrase_end > c->token + 1)
		return;
	noun_phrase p = chunk_noun(r, s, 1);
	if (!p.found || p.end >= c->token || measure_is_noun(r, s, p, r->sets->noun_time))
		return;
	measure_take(r, s, c, p);
	c->partitive = true;
}

/* "Of these, 29% were sold": a share of what was counted before. */
void measure_read_share(claim_reader *r, const sentence *s, claim *c)
{
	bool opens = c->token > 1 && at_in(s, 0, r->sets->of) && at_in(s, 1, r->sets->partitive) && c->token <= 4 &&
	             c->figure->kind == FIGURE_PERCENT;
	if (opens) {
		measure_borrow_whole(r, s, c);
		c->partitive = c->measure->head != NULL;
	}
}

/* "300 workers in Arden, 250 in Korvan": the noun is not told again. */
static bool is_gapped(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (last && c->index > 1 && last->figure->kind == FIGURE_DATE) /* "in May 300 came, in June, 40" */
		last--;
	if (!last || last->sentence != c->sentence || !measure_counts(last->figure->kind) || t + 1 >= s->token_count || t < 1)
		return false;
	bool ends = token_in(&s->tokens[t - 1], r->sets->dash) && s->tokens[t + 1].kind == TOKEN_PUNCT;
	bool listed = token_in(&s->tokens[t - 1], r->sets->comma) && r->tags[t + 1] & TAG_PREPOSITION &&
	              !token_in(&s->tokens[t + 1], r->sets->of);
	return (ends || listed) && note_of(r, last)->phrase_end < t;
}

/* Nothing of a phrase stands behind the figure at t, but for a time. */
static bool ends_phrase(const claim_reader *r, const sentence *s, uint32_t t)
{
	return t + 1 >= s->token_count || s->tokens[t + 1].kind != TOKEN_WORD || r->tags[t + 1] & TAG_PREPOSITION ||
	       token_in(&s->tokens[t + 1], r->sets->weekday_last) || token_in(&s->tokens[t + 1], r->sets->article);
}

/* A count without a noun of its own. */
void measure_read_elided(claim_reader *r, const sentence *s, claim *c)
{
	if (measure_read_table(r, s, c))
		return;
	uint32_t t = c->token, b = t; /* "from an adjusted 56": past what only says which */
	while (b > 0 && t - b < 3 && r->tags[b - 1] & (TAG_DETERMINER | TAG_PAST | TAG_ADJECTIVE))
		b--;
	if (b == t || (b > 0 && !token_in(&s->tokens[b - 1], r->sets->elision_before)))
		b = t;
	bool before = b > 0 && (token_in(&s->tokens[b - 1], r->sets->elision_before) ||
	                        (r->tags[b - 1] & (TAG_VERB | TAG_PAST)) == (TAG_VERB | TAG_PAST));
	uint32_t next = measure_past_gloss(s, t); /* "102 (46%) were" */
	bool after = next < s->token_count && r->tags[next] & (TAG_AUXILIARY | TAG_PAST);
	after = after || (at_in(s, t + 1, r->sets->quantifier) && at_in(s, t + 2, r->sets->than)); /* "four more than" */
	bool more = at_in(s, t + 1, r->sets->quantifier) && (t + 2 >= s->token_count || s->tokens[t + 2].kind == TOKEN_PUNCT);
	after = after || more || is_gapped(r, s, c); /* "shut 17 mills and mend 60 more" */
	uint32_t v = t;                              /* "is currently 18", "averaged 40" */
	while (v > 1 && t - v < 2 && r->tags[v - 1] & TAG_ADVERB)
		v--;
	bool told_of = v > 0 && (r->tags[v - 1] & TAG_BE || (verb_in(&s->tokens[v - 1], r->sets->verb_measure) &&
	                                                     r->tags[v - 1] & TAG_PAST && ends_phrase(r, s, t)));
	const claim *near = told_of || !(before || after) ? NULL : lender(r, c, true);
	bool compared = t > 1 && token_in(&s->tokens[t - 2], r->sets->compared);
	if (compared && ends_phrase(r, s, t)) /* "compared with 35 in 2012" */
		near = lender(r, c, false);
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	bool together = last && last->sentence == c->sentence && last->clause == c->clause && last->measure->head;
	if (together && !measure_counts(last->figure->kind) && t > 0 && token_in(&s->tokens[t - 1], r->sets->when_comparison))
		near = last; /* "a profit of $36m against 34m" */
	bool joined = t > 0 && token_in(&s->tokens[t - 1], r->sets->joiner);
	bool dated = t + 1 < s->token_count && s->tokens[t + 1].figure >= 0 &&
	             r->scan->figures[s->tokens[t + 1].figure].kind == FIGURE_DATE;
	const claim *unit = last; /* "a slope of 5% in May and 4 last year" */
	while (unit && unit->index > 0 && (unit->figure->kind == FIGURE_DATE || unit->figure->kind == FIGURE_YEAR))
		unit--;
	if (!near && joined && dated && unit && unit->sentence == c->sentence && unit->clause == c->clause &&
	    unit->figure->unit && unit->measure->head)
		near = unit;
	/* "turned down the other nine" */
	bool rest = t > 0 && token_in(&s->tokens[t - 1], r->sets->elision_before) && r->tags[t - 1] & TAG_ADJECTIVE;
	noun_phrase moved = {0};
	bool to = t > 0 && token_in(&s->tokens[t - 1], r->sets->to); /* "added 40 jobs, taking its workforce to 900" */
	if (!rest && (!near || to))
		moved = amount_moved(r, s, c);
	if (near && !moved.found)
		measure_take_from(r, c, near);
	else if (rest)
		borrow(r, c, false);
	else if (moved.found)
		measure_take(r, s, c, moved);
	else if (told_of || !(before || after) || (b > 0 && r->tags[b - 1] & TAG_PREPOSITION))
		read_standing(r, s, c, told_of || before || after);
	else
		borrow(r, c, false);
	if (!c->measure->head)
		read_opening(r, s, c);
	mark_part(r, s, c);
}
