/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an amount or a share measures where no noun follows it: the noun it is put beside, else what its verb tells of. */
#include "claim/reader.h"

enum { NO_VERB = UINT32_MAX, LISTED = 6 /* tokens between two amounts of one list */ };

/* "$5m in damages": what the amount is in. */
static noun_phrase told_in(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	noun_phrase p = {0};
	if (c->figure->kind != FIGURE_MONEY || !at_in(s, t + 1, r->sets->in) || t + 2 >= s->token_count ||
	    tag_phrase(r, s, t + 1, r->sets->in_no_thing) > t + 1)
		return p;
	if (s->tokens[t + 2].flags & TOKEN_CAPITAL || r->tags[t + 2] & TAG_DETERMINER)
		return p;
	p = measure_past_empty(r, s, chunk_noun(r, s, t + 2));
	p.found = p.found && s->tokens[p.head].clause == c->clause && !measure_is_noun(r, s, p, r->sets->noun_time);
	return p;
}

/* "the account recorded net investment | of $5m": without another verb in the clause a past form inside is its verb. */
static noun_phrase past_verb(const claim_reader *r, const sentence *s, const claim *c, noun_phrase p)
{
	uint32_t k = p.found ? p.head : 0;
	while (k > p.first && !(r->tags[k] & TAG_PAST))
		k--;
	uint32_t first = p.first;
	while (first > 0 && p.first - first < LISTED && s->tokens[first - 1].kind == TOKEN_WORD &&
	       !(r->tags[first - 1] & TAG_STOP))
		first--;
	bool may = p.found && k > p.first && k < p.head && first > 0 && r->tags[first - 1] & TAG_DETERMINER &&
	           !(r->tags[k - 1] & (TAG_ADJECTIVE | TAG_ADVERB | TAG_POSSESSIVE)) && !chunk_is_hyphen(r, s, k - 1);
	if (!may || chunk_verb_before(r, s, p.first, c->token, true) != NO_VERB)
		return p;
	for (uint32_t i = c->token + 1; i < s->token_count && i - c->token <= CLAIM_REACH; i++) {
		if (s->tokens[i].clause == s->tokens[c->token].clause && chunk_is_verb(r, s, i))
			return p;
	}
	p.first = k + 1;
	return p;
}

/* Right behind a verb, but one that tells of its subject that it changed. */
static bool is_object(const claim_reader *r, const sentence *s, noun_phrase p)
{
	uint32_t v = p.first;
	while (v > 0 && r->tags[v - 1] & TAG_DETERMINER)
		v--;
	return p.found && v > 0 && r->tags[v - 1] & TAG_VERB && !(r->tags[v - 1] & TAG_AUXILIARY) &&
	       !verb_in(&s->tokens[v - 1], r->sets->verb_show);
}

/* The token after the amount's noun phrase before it: past "of", "worth", "totalling", "at" and their like. */
static noun_phrase told_of(claim_reader *r, const sentence *s, const claim *c)
{
	noun_phrase p = {0};
	if (c->token < 2)
		return p;
	uint32_t end = c->token - 1;
	if (!token_in(&s->tokens[end], r->sets->of))
		return p;
	if (end > 1 && s->tokens[end - 1].kind == TOKEN_FIGURE && token_in(&s->tokens[end - 2], r->sets->in))
		end -= 2; /* "a profit in 2004 of $5m" */
	p = chunk_before(r, s, end);
	p = measure_past_change(r, s, past_verb(r, s, c, p));
	if (measure_is_noun(r, s, p, r->sets->noun_change) && at_in(s, c->token + 1, r->sets->in)) {
		noun_phrase changed =
			measure_past_empty(r, s, chunk_noun(r, s, c->token + 2)); /* "a rise of 5% in the cost of coal" */
		changed.found = changed.found && !measure_is_noun(r, s, changed, r->sets->noun_time);
		p = changed.found ? changed : p;
	}
	if (is_object(r, s, p) && measure_is_noun(r, s, p, r->sets->noun_change)) /* "expects growth of 3%" */
		return p;
	const uint16_t no_noun = TAG_ADJECTIVE | TAG_PAST | TAG_GERUND | TAG_POSSESSIVE | TAG_STOP | TAG_ADVERB;
	bool of_noun = p.found && p.head > p.first && !(r->tags[p.head - 1] & no_noun); /* "a market value of $5m" */
	p.found = p.found && !measure_is_noun(r, s, p, r->sets->noun_change) &&
	          (of_noun || !measure_is_noun(r, s, p, r->sets->noun_empty));
	return p;
}

bool amount_signed(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	char sign = r->doc->text.ptr[c->figure->start];
	if (t == 0 || c->figure->kind == FIGURE_COUNT || (sign != '+' && sign != '-'))
		return false;
	if (s->tokens[t - 1].figure >= 0)
		return t > 1 && r->scan->figures[s->tokens[t - 1].figure].kind == FIGURE_LABEL;
	return s->tokens[t - 1].kind == TOKEN_WORD && !(r->tags[t - 1] & TAG_STOP);
}

/* "Orlov, 35,", "players over the age of 21": who is so old. */
static noun_phrase aged(claim_reader *r, const sentence *s, uint32_t t)
{
	while (t > 0 && (r->tags[t - 1] & TAG_STOP || token_in(&s->tokens[t - 1], r->sets->noun_age)) &&
	       !(r->tags[t - 1] & (TAG_AUXILIARY | TAG_FINITE)) && !token_in(&s->tokens[t - 1], r->sets->pronoun))
		t--;
	return t > 0 && !chunk_is_verb(r, s, t - 1) ? chunk_before(r, s, t) : (noun_phrase){0};
}

/* "Arden (down 5%)": in brackets without a verb, what stands before them. */
static noun_phrase before_bracket(claim_reader *r, const sentence *s, const claim *c)
{
	uint8_t depth = s->tokens[c->token].depth;
	uint32_t i = c->token;
	while (i > 0 && c->token - i < CLAIM_REACH && s->tokens[i].depth >= depth)
		i--;
	if (!depth || s->tokens[i].depth >= depth || chunk_verb_before(r, s, c->token, c->token, true) != NO_VERB)
		return (noun_phrase){0};
	noun_phrase p = chunk_before(r, s, i);
	bool alone = p.found && p.first == p.head && p.first > 0 && !(r->tags[p.head] & TAG_PLURAL);
	return alone && r->tags[p.first - 1] & TAG_BE ? chunk_subject(r, s, p.first) : p; /* "most were light (92%)" */
}

/* "rents in 2003 | up 5%": before a time that stands between the noun and what is told of it. */
static uint32_t past_date(const claim_reader *r, const sentence *s, uint32_t end)
{
	if (end < 2 || s->tokens[end - 1].figure < 0)
		return end;
	figure_kind k = r->scan->figures[s->tokens[end - 1].figure].kind;
	if (k != FIGURE_DATE && k != FIGURE_YEAR)
		return end;
	end--;
	while (end > 1 && (r->tags[end - 1] & (TAG_DETERMINER | TAG_PREPOSITION)))
		end--;
	return end;
}

/* "a grant worth $5m", "base price: $5", "shares up 5%", "Arden +5%": the words before. */
noun_phrase amount_beside(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	if (t == 1 && token_in(&s->tokens[0], r->sets->for_price) && at_in(s, 2, r->sets->comma)) /* "At 5%, the rate is high" */
		return chunk_noun(r, s, 3);
	if (t > 0 && c->figure->kind == FIGURE_AGE)
		return aged(r, s, t);
	if (t == 0)
		return (noun_phrase){0};
	const token *before = &s->tokens[t - 1];
	if (amount_signed(r, s, c))
		return chunk_before(r, s, before->kind == TOKEN_FIGURE ? t - 1 : t);
	if (token_in(before, r->sets->colon) || token_in(before, r->sets->up_down) || token_in(before, r->sets->worth)) {
		noun_phrase p = chunk_before(r, s, past_date(r, s, t - 1));
		if (!p.found && t > 2 && token_in(before, r->sets->worth) && token_in(&s->tokens[t - 2], r->sets->comma)) {
			p = chunk_before(r, s, t - 2); /* "exports to Arden, worth $5m," */
			return p.found ? chunk_climb(r, s, p, p.first) : p;
		}
		return p.found ? p : before_bracket(r, s, c);
	}
	bool noun = !(r->tags[t - 1] & TAG_STOP) && before->kind == TOKEN_WORD && !chunk_is_verb(r, s, t - 1);
	if (noun && figure_hedge_text(c->figure).len && c->figure->kind != FIGURE_PERCENT) /* "loans above $5m" */
		return chunk_before(r, s, t);
	/* "flats priced at $5": a participle that only says which */
	bool participle = t > 2 && token_in(before, r->sets->for_price) && r->tags[t - 2] & TAG_PAST &&
	                  !(r->tags[t - 3] & TAG_STOP) && !verb_in(&s->tokens[t - 2], r->sets->verb_level);
	if (participle)
		return chunk_before(r, s, t - 2);
	return before_bracket(r, s, c);
}

/* The object of verb v: what follows it before token `until`, a figure before its noun passed over. */
static noun_phrase object_of(claim_reader *r, const sentence *s, uint32_t v, uint32_t until)
{
	uint32_t i = v + 1;
	i += i < until && token_in(&s->tokens[i], r->sets->particle); /* "pushed down the rate" */
	while (i < until && (r->tags[i] & TAG_DETERMINER || s->tokens[i].figure >= 0))
		i++;
	noun_phrase p = i < until ? measure_past_empty(r, s, chunk_noun(r, s, i)) : (noun_phrase){0};
	if (p.found && p.end < until && (at_in(s, p.end, r->sets->forecast_noun) || at_in(s, p.end, r->sets->target_noun)))
		p.head = p.end++; /* "its sales forecast" */
	p.found = p.found && p.end <= until && s->tokens[p.head].clause == s->tokens[v].clause;
	return p;
}

static bool is_passive(const claim_reader *r, uint32_t v)
{
	for (uint32_t i = v; i > 0 && v - i < 3; i--) {
		if (r->tags[i - 1] & TAG_BE)
			return !(r->tags[v] & TAG_GERUND);
		if (!(r->tags[i - 1] & TAG_ADVERB))
			return false;
	}
	return false;
}

/* "cut its staff by 5%", "sold the mill for $5m": the object. */
static noun_phrase told_of_object(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	noun_phrase p = {0};
	if (t < 3 || !token_in(&s->tokens[t - 1], r->sets->change_to))
		return p;
	uint32_t v = chunk_verb_before(r, s, t - 1, t, true);
	bool auxiliary = v != NO_VERB && r->tags[v] & (TAG_FINITE | TAG_BE) && !token_in(&s->tokens[v], r->sets->have);
	if (v == NO_VERB || auxiliary || is_passive(r, v))
		return p;
	p = object_of(r, s, v, t - 1);
	if (p.found && measure_is_noun(r, s, p, r->sets->noun_change)) /* "a drop for the index to 60" */
		p = chunk_before(r, s, t - 1);
	p.found = p.found && !measure_is_noun(r, s, p, r->sets->noun_time);
	return p;
}

noun_phrase amount_moved(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	if (t < 3 || !token_in(&s->tokens[t - 1], r->sets->change_to))
		return (noun_phrase){0};
	uint32_t v = chunk_verb_before(r, s, t - 1, t, true);
	bool moves = v != NO_VERB && verb_in(&s->tokens[v], r->sets->verb_move) && !is_passive(r, v);
	if (moves) {
		noun_phrase p = object_of(r, s, v, t - 1);
		p.found = p.found && !measure_is_noun(r, s, p, r->sets->noun_empty);
		return p;
	}
	/* "the mayor cut staff from 80": a verb whose past form is its base */
	for (uint32_t k = t - 2; k > 0 && t - k < 5; k--) {
		if (r->tags[k] & TAG_STOP)
			break;
		if (!verb_in(&s->tokens[k], r->sets->verb_move) || !word_is_lemma(s->tokens[k].word) || r->tags[k - 1] & TAG_STOP)
			continue;
		noun_phrase p = chunk_noun(r, s, k + 1);
		p.found = p.found && p.end == t - 1;
		return p;
	}
	return (noun_phrase){0};
}

/* "paid $5m for the mill", "wiped $5m off its value": what the money is for, or is taken off. */
static noun_phrase told_after(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token, i = t + 1;
	i += at_in(s, i, r->sets->quantifier) ? 1 : 0; /* "paid 5% more for coal" */
	noun_phrase p = {0};
	bool off = at_in(s, i, r->sets->from_off);
	if (c->figure->kind == FIGURE_DURATION || c->figure->kind == FIGURE_AGE || t == 0 ||
	    (!off && !at_in(s, i, r->sets->pay_for)))
		return p;
	uint32_t v = t - 1;
	while (v > 0 && (r->tags[v] & (TAG_DETERMINER | TAG_ADVERB) || token_in(&s->tokens[v], r->sets->particle)))
		v--;
	if (!token_in(&s->tokens[v], off ? r->sets->verb_take_off : r->sets->verb_pay))
		return p;
	i += i + 2 < s->token_count && s->tokens[i + 1].figure >= 0; /* "spent $5m on 14 buses" */
	p = measure_past_empty(r, s, chunk_noun(r, s, i + 1));
	p.found = p.found && s->tokens[p.head].clause == c->clause && !measure_is_noun(r, s, p, r->sets->noun_time);
	return p;
}

/* "cut the dividend 10%", "raised its rents a further $5": the object before the amount. */
static noun_phrase told_of_moved(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token, end = t;
	noun_phrase p = {0};
	while (end > 1 && t - end < 3 && r->tags[end - 1] & (TAG_DETERMINER | TAG_ADJECTIVE))
		end--;
	p = chunk_before(r, s, end);
	if (p.found && p.first < p.head && r->tags[p.first] & TAG_GERUND && verb_in(&s->tokens[p.first], r->sets->verb_move))
		p.first++; /* "by raising wages 10%" */
	uint32_t v = p.first;
	while (p.found && v > 1 && r->tags[v - 1] & TAG_DETERMINER)
		v--;
	p.found = p.found && v > 0 &&
	          (verb_in(&s->tokens[v - 1], r->sets->verb_move) || verb_in(&s->tokens[v - 1], r->sets->verb_fine)) &&
	          !measure_is_noun(r, s, p, r->sets->noun_time);
	return p;
}

/* Of "sales of lamps" the sales. */
static noun_phrase whose_part(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!p.found || p.first < 2 || !token_in(&s->tokens[p.first - 1], r->sets->of))
		return p;
	noun_phrase whole = chunk_before(r, s, p.first - 1);
	return whole.found && !measure_is_noun(r, s, whole, r->sets->noun_empty) ? whole : p;
}

/* "people earning $5", "the car, costing $5,", ", valued at $5,": whom a participle right before the amount says more of. */
static noun_phrase told_of_participle(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t v = c->token;
	noun_phrase p = {0};
	if (v < 3 || c->figure->kind == FIGURE_RATIO || c->figure->kind == FIGURE_FRACTION)
		return p;
	bool valued = token_in(&s->tokens[v - 1], r->sets->for_price) && r->tags[v - 2] & TAG_PAST;
	v -= valued;
	bool comma = token_in(&s->tokens[v - 2], r->sets->comma), measures = verb_in(&s->tokens[v - 1], r->sets->verb_measure);
	bool priced = measures || c->figure->kind == FIGURE_MONEY; /* ", launched at $5," */
	if (valued ? !(comma && priced) : !(r->tags[v - 1] & TAG_GERUND) || (comma && !measures))
		return p;
	p = chunk_before(r, s, v - 1 - comma);
	return measures && !comma ? whose_part(r, s, p) : p;
}

/* "$5m (£3m)", "to $5m from $4m", "$5m, up 12%": of the same thing as the amount before. */
static bool same_as_before(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t t = c->token;
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	while (last && last->index > 0 && last->sentence == c->sentence && last->figure->kind == FIGURE_YEAR &&
	       s->tokens[t].depth > s->tokens[last->token].depth)
		last--; /* "40 in 2012 (a fall of 5%)" */
	if (!last || last->sentence != c->sentence || !last->measure->head || t < 2)
		return false;
	bool gloss = s->tokens[t].depth > 0 && s->tokens[t].depth >= s->tokens[last->token].depth && last->token + 2 >= t;
	bool compared = last->clause == c->clause && token_in(&s->tokens[t - 1], r->sets->when_comparison);
	bool moved = last->clause == c->clause && token_in(&s->tokens[t - 1], r->sets->up_down) &&
	             token_in(&s->tokens[t - 2], r->sets->comma);
	bool listed = last->clause == c->clause && token_in(&s->tokens[t - 1], r->sets->joiner) &&
	              last->figure->kind == c->figure->kind &&
	              last->token + LISTED >= t;                                         /* "$5m for Arden and $4m for Korvan" */
	bool reached = last->token + 2 == t && token_in(&s->tokens[t - 1], r->sets->to); /* "12% to $5m" */
	/* "$5m of bonds were sold and $4m had been lost" */
	bool conjunct = token_in(&s->tokens[t - 1], r->sets->joiner) && t + 1 < s->token_count &&
	                r->tags[t + 1] & TAG_AUXILIARY && last->figure->kind == c->figure->kind && last->token + LISTED >= t;
	/* "40 homes, or 3%," */
	bool put = last->token + LISTED >= t && c->figure->kind == FIGURE_PERCENT && last->figure->kind == FIGURE_COUNT &&
	           token_in(&s->tokens[t - 1], r->sets->joiner) && token_in(&s->tokens[t - 2], r->sets->comma);
	bool change = t > 2 && token_in(&s->tokens[t - 1], r->sets->of) && s->tokens[t].depth > s->tokens[last->token].depth &&
	              s->tokens[t - 2].word && word_in(vocabulary_noun(r->vocab, s->tokens[t - 2].word), r->sets->noun_change);
	bool same = change || put || gloss || compared || moved || reached || listed || conjunct;
	if (same)
		measure_take_from(r, c, last);
	return same;
}

/* "over the past three years", "nine years ago", "90 feet west": how long, when or where, of nothing that is measured. */
static bool is_adverbial(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	if (c->figure->kind == FIGURE_MEASURE)
		return at_in(s, t + 1, r->sets->place_direction) && !(r->tags[t + 1] & TAG_ADJECTIVE);
	if (c->figure->kind != FIGURE_DURATION)
		return false;
	if (at_in(s, t + 1, r->sets->span_after))
		return true;
	while (t > 0 && c->token - t < 3 &&
	       (r->tags[t - 1] & (TAG_DETERMINER | TAG_ADJECTIVE | TAG_ADVERB) ||
	        token_in(&s->tokens[t - 1], r->sets->adjective)) &&
	       !token_in(&s->tokens[t - 1], r->sets->span_before))
		t--; /* "past" is a preposition too */
	return t > 0 && token_in(&s->tokens[t - 1], r->sets->span_before);
}

/* "the 25-year-old": who it is stands in another sentence. */
static bool is_person(const claim_reader *r, const claim *c)
{
	slice unit = document_text(r->doc, c->figure->end, c->figure->unit_end);
	return c->figure->kind == FIGURE_AGE && unit.len && unit.ptr[0] == '-';
}

void amount_read(claim_reader *r, const sentence *s, claim *c)
{
	if (is_adverbial(r, s, c) || is_person(r, c))
		return;
	noun_phrase p = amount_each(r, s, c);
	if (!p.found)
		p = amount_multiple(r, s, c);
	if (!p.found)
		p = told_in(r, s, c);
	if (!p.found)
		p = told_of(r, s, c);
	if (!p.found)
		p = amount_compared(r, s, c);
	if (!p.found && same_as_before(r, s, c))
		return;
	if (!p.found)
		p = amount_beside(r, s, c);
	if (!p.found)
		p = told_after(r, s, c);
	if (!p.found)
		p = told_of_object(r, s, c);
	if (!p.found)
		p = told_of_moved(r, s, c);
	if (!p.found)
		p = told_of_participle(r, s, c);
	if (!p.found)
		p = amount_apart(r, s, c);
	if (!p.found)
		p = amount_with(r, s, c);
	if (!p.found)
		p = chunk_subject(r, s, c->token);
	if (!p.found && c->token > 0 && !(r->tags[c->token - 1] & TAG_VERB))
		p = chunk_before(r, s, c->token);
	if (!p.found && c->token > 1 && r->tags[c->token - 1] & TAG_PREPOSITION &&
	    chunk_verb_before(r, s, c->token, c->token, true) == NO_VERB)
		p = chunk_before(r, s, c->token - 1);
	if (!p.found && c->token > 1 && token_in(&s->tokens[c->token - 1], r->sets->of)) { /* "It has a range of 200 m" */
		p = chunk_before(r, s, c->token - 1);
		p.found = measure_is_noun(r, s, p, r->sets->noun_extent);
	}
	if (p.found)
		measure_take(r, s, c, p);
}
