/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subject of a clause: its first noun phrase that no preposition governs. */
#include "claim/reader.h"

/* The comma that ends an opening phrase, `until` if none does before a verb. */
static uint32_t opening_comma(const claim_reader *r, const sentence *s, uint32_t from, uint32_t until)
{
	uint32_t i = from;
	while (i < until && !token_in(&s->tokens[i], r->sets.comma) && !(r->tags[i] & (TAG_FINITE | TAG_VERB)))
		i++;
	return i < until && token_in(&s->tokens[i], r->sets.comma) ? i : until;
}

/* Past an opening phrase: "In 2020," and "In the first half of 2020," but also "In Syria sales". */
static uint32_t skip_opening(claim_reader *r, const sentence *s, uint32_t from, uint32_t until)
{
	uint32_t i = from;
	while (i < until) {
		const token *t = &s->tokens[i];
		uint16_t tag = r->tags[i];
		bool stop = tag & (TAG_PREPOSITION | TAG_ADVERB | TAG_PAST | TAG_GERUND) || word_in(t->word, r->sets.conjunction) ||
		            word_in(t->word, r->sets.clause_break) || word_in(t->word, r->sets.complementizer);
		if (tag & TAG_DETERMINER || word_in(t->word, r->sets.pronoun) || word_in(t->word, r->sets.relative))
			break;
		if (!stop && t->kind != TOKEN_PUNCT && !(t->figure >= 0 && r->scan->figures[t->figure].kind != FIGURE_COUNT))
			break;
		bool with = token_in(t, r->sets.with) && i == from; /* "with costs rising 3%": the costs */
		i++;
		if (!(tag & (TAG_PREPOSITION | TAG_PAST | TAG_GERUND)) || with)
			continue;
		uint32_t comma = opening_comma(r, s, i, until);
		noun_phrase p = comma < until ? (noun_phrase){0} : chunk_noun(r, s, i);
		if (comma < until)
			i = comma + 1;
		else if (tag & (TAG_PAST | TAG_GERUND))
			return i - 1;
		else if (p.found && p.end <= until)
			i = p.end;
	}
	return i;
}

static bool starts_noun(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (s->tokens[i].kind != TOKEN_WORD)
		return false;
	return r->tags[i] & TAG_DETERMINER || !(r->tags[i] & (TAG_STOP | TAG_VERB | TAG_PAST));
}

static noun_phrase subject_in(claim_reader *r, const sentence *s, uint32_t from, uint32_t until)
{
	noun_phrase none = {0};
	if (word_in(s->tokens[from].word, r->sets.relative)) /* "sales, which were": the sales */
		return from > 0 ? chunk_before(r, s, from - token_in(&s->tokens[from - 1], r->sets.comma)) : none;
	uint32_t i = skip_opening(r, s, from, until);
	if (i >= until || word_in(s->tokens[i].word, r->sets.pronoun) || word_in(s->tokens[i].word, r->sets.relative))
		return none;
	if (s->tokens[i].figure >= 0)
		i++;
	noun_phrase p = chunk_noun(r, s, i);
	if (p.found && p.end + 1 < until && r->tags[p.end] & TAG_ADVERB && starts_noun(r, s, p.end + 1))
		p = chunk_noun(r, s, p.end + 1); /* "a year ago sales were" */
	if (!p.found || p.end > until)
		return none;
	/* "the number of crimes": the crimes */
	const word *head = vocabulary_noun(r->vocab, s->tokens[p.head].word);
	if ((word_in(head, r->sets.noun_empty) || word_in(head, r->sets.noun_change)) && p.end < until &&
	    (token_in(&s->tokens[p.end], r->sets.of) ||
	     (word_in(head, r->sets.noun_change) && token_in(&s->tokens[p.end], r->sets.in)))) {
		noun_phrase of = chunk_noun(r, s, p.end + 1);
		if (of.found && of.end <= until)
			return of;
	}
	return p;
}

noun_phrase chunk_subject(claim_reader *r, const sentence *s, uint32_t at)
{
	uint32_t until = at;
	for (int tries = 0; tries < 3; tries++) {
		uint32_t first = clause_first(s, until);
		noun_phrase p = subject_in(r, s, first, until);
		if (p.found || first == 0)
			return p;
		/* a conjunct without a subject shares the one before: "rose to $5m and fell to $4m" */
		bool joined = token_in(&s->tokens[first], r->sets.joiner) || r->tags[first] & (TAG_FINITE | TAG_VERB | TAG_PAST);
		if (!joined)
			return p;
		until = first - 1;
	}
	return (noun_phrase){0};
}
