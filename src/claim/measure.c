/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure counts or measures. */
#include "claim/reader.h"

enum { LOOK_BACK = 8 /* claims that a noun may be borrowed over */, GLOSS = 6 /* tokens of a bracket */ };

static const token *token_at(const sentence *s, uint32_t i)
{
	return i < s->token_count ? &s->tokens[i] : NULL;
}

static bool at_in(const sentence *s, uint32_t i, lex_set which)
{
	return i < s->token_count && token_in(&s->tokens[i], which);
}

static bool is_counted(figure_kind k)
{
	return k == FIGURE_COUNT || k == FIGURE_VAGUE;
}

/* The words of tokens [from, to) that say something, as lemmas; a hyphened word is one. */
static size_t gather(claim_reader *r, const sentence *s, uint32_t from, uint32_t to, const word **out, bool lemmas)
{
	size_t n = 0;
	for (uint32_t i = from; i < to; i++) {
		uint32_t first = i;
		while (i + 2 < to && token_in(&s->tokens[i + 1], r->sets.hyphen) && !(s->tokens[i + 1].flags & TOKEN_SPACE))
			i += 2;
		while (i + 1 < to && s->tokens[i].end - s->tokens[i].start == 1 && token_in(&s->tokens[i + 1], r->sets.stop))
			i += i + 2 < to && s->tokens[i + 2].end - s->tokens[i + 2].start == 1 ? 2 : 1;
		if (i > first) {
			out[n++] = vocabulary_word(r->vocab, document_text(r->doc, s->tokens[first].start, s->tokens[i].end));
		} else if (s->tokens[i].kind == TOKEN_WORD && !(r->tags[i] & (TAG_STOP | TAG_ADVERB))) {
			const word *w = s->tokens[i].word;
			out[n++] = lemmas ? vocabulary_noun(r->vocab, w) : w;
		}
	}
	return n;
}

/* The phrase p, with what "of" joins to it, is the measure. */
static void take_phrase(claim_reader *r, const sentence *s, claim *c, noun_phrase p)
{
	measure *m = &c->measure;
	uint32_t end = p.end;
	if (!s->tokens[p.head].word) /* "the Airbus-320 jets": a numeral is no noun */
		return;
	m->head = vocabulary_noun(r->vocab, s->tokens[p.head].word);
	if (at_in(s, end, r->sets.joiner)) { /* "members and associates of ...": one phrase of two nouns */
		noun_phrase other = chunk_noun(r, s, end + 1);
		if (other.found && other.first == end + 1 && at_in(s, other.end, r->sets.of))
			end = other.end;
	}
	uint32_t complement = end;
	end = chunk_complement_end(r, s, end);
	m->modifiers = ARENA_ARRAY(r->arena, const word *, end - p.first + 1);
	m->modifier_count = gather(r, s, p.first, p.head, m->modifiers, false);
	m->complement = m->modifiers + m->modifier_count;
	m->complement_count = gather(r, s, complement, end, m->complement, true);
	m->phrase = document_text(r->doc, s->tokens[p.first].start, s->tokens[end - 1].end);
	if (p.first > c->token)
		r->notes[c->index].phrase_end = end;
}

/* Whether p was found and its head's lemma is in the set. */
static bool is_noun_in(claim_reader *r, const sentence *s, noun_phrase p, lex_set which)
{
	return p.found && word_in(vocabulary_noun(r->vocab, s->tokens[p.head].word), which);
}

/* Of "the total number of workers" the workers. */
static noun_phrase past_empty(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!is_noun_in(r, s, p, r->sets.noun_empty) || !at_in(s, p.end, r->sets.of))
		return p;
	noun_phrase of = chunk_noun(r, s, p.end + 1);
	return of.found ? of : p;
}

static void take_from(claim *c, const claim *from)
{
	int32_t elided = from->measure.elided_from >= 0 ? from->measure.elided_from : (int32_t)from->index;
	bool partitive = c->measure.partitive, definite = c->measure.definite;
	c->measure = from->measure;
	c->measure.elided_from = elided;
	c->measure.partitive = partitive;
	c->measure.definite = definite;
}

/* "in the two previous months" says when or where: its noun is not what is counted on. */
static bool lends(const claim_reader *r, const claim *c)
{
	const struct figure_note *note = &r->notes[c->index];
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
		if (is_counted(other->figure->kind) && other->measure.head && lends(r, other))
			return other;
	}
	return NULL;
}

static bool borrow(const claim_reader *r, claim *c, bool same_clause)
{
	const claim *from = lender(r, c, same_clause);
	if (from)
		take_from(c, from);
	return from != NULL;
}

/* "110 of which", "40 of the 160 men", "12% of workers", "dozens of people". */
static bool read_of(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t i = c->token + 2;
	measure *m = &c->measure;
	bool definite = at_in(s, i, r->sets.definite);
	if (at_in(s, i, r->sets.partitive) && (i + 1 >= s->token_count || r->tags[i + 1] & TAG_STOP || !definite)) {
		m->partitive = true;
		r->notes[c->index].phrase_end = i + 1;
		borrow(r, c, false);
		return true;
	}
	while (i < s->token_count && r->tags[i] & TAG_DETERMINER)
		i++;
	const token *t = token_at(s, i);
	if (t && t->figure >= 0 && is_counted(r->scan->figures[t->figure].kind)) {
		noun_phrase p = chunk_noun(r, s, i + 1);
		if (p.found)
			take_phrase(r, s, c, p);
		m->partitive = true;
		m->elided_from = t->figure;
		return true;
	}
	noun_phrase p = past_empty(r, s, chunk_noun(r, s, c->token + 2));
	if (!p.found)
		return false;
	take_phrase(r, s, c, p);
	m->partitive = c->figure->kind == FIGURE_COUNT;
	return true;
}

/* Of "a 12% rise in profits" and "a 12% profit rise" the profits. */
static noun_phrase past_change(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!is_noun_in(r, s, p, r->sets.noun_change))
		return p;
	if (at_in(s, p.end, r->sets.in) || at_in(s, p.end, r->sets.of)) {
		noun_phrase changed = past_empty(r, s, chunk_noun(r, s, p.end + 1));
		if (changed.found)
			return changed;
	}
	const uint16_t no_noun = TAG_ADJECTIVE | TAG_PAST | TAG_GERUND | TAG_POSSESSIVE | TAG_STOP;
	bool hyphened = p.head > p.first + 1 && token_in(&s->tokens[p.head - 2], r->sets.hyphen);
	if (p.head > p.first && !hyphened && !(r->tags[p.head - 1] & no_noun)) {
		p.head--;
		p.end = p.head + 1;
	}
	return p;
}

/* A count that borrowed its noun is a part in "Of the 160 members 40 voted" and "of whom 40 voted", and after a part: "110
 * of which were expelled and 40 were convicted". */
static void mark_part(const claim_reader *r, const sentence *s, claim *c)
{
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (c->measure.elided_from < 0 || !last || last->sentence != c->sentence)
		return;
	bool joined = c->token > 0 && token_in(&s->tokens[c->token - 1], r->sets.joiner);
	uint32_t i = last->token;
	while (i > 0 && last->token - i < 2 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	bool of = i == 1 && token_in(&s->tokens[0], r->sets.of) && last->clause == c->clause;
	bool of_which = c->token > 1 && token_in(&s->tokens[c->token - 1], r->sets.partitive) &&
	                token_in(&s->tokens[c->token - 2], r->sets.of);
	c->measure.partitive = c->measure.partitive || of || of_which || (joined && last->measure.partitive);
}

/* A count without a noun of its own. */
static void read_elided(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t t = c->token;
	bool before = t > 0 && (token_in(&s->tokens[t - 1], r->sets.elision_before) ||
	                        (r->tags[t - 1] & (TAG_VERB | TAG_PAST)) == (TAG_VERB | TAG_PAST));
	bool after = t + 1 < s->token_count && r->tags[t + 1] & (TAG_AUXILIARY | TAG_PAST);
	bool told_of = t > 0 && r->tags[t - 1] & TAG_BE; /* "turnout was 52" */
	if (!before && !after && !told_of)
		return;
	const claim *near = told_of ? NULL : lender(r, c, true);
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	bool together = last && last->sentence == c->sentence && last->clause == c->clause && last->measure.head;
	if (together && !is_counted(last->figure->kind) && t > 0 && token_in(&s->tokens[t - 1], r->sets.when_comparison))
		near = last; /* "a profit of $36m against 34m" */
	if (near) {
		take_from(c, near);
	} else if (told_of || (t > 0 && r->tags[t - 1] & TAG_PREPOSITION)) {
		noun_phrase p = chunk_subject(r, s, t);
		if (p.found)
			take_phrase(r, s, c, p);
		else
			borrow(r, c, false);
	} else {
		borrow(r, c, false);
	}
	mark_part(r, s, c);
}

/* "$5m in damages": what the amount is in. */
static noun_phrase amount_in(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	noun_phrase p = {0};
	if (c->figure->kind != FIGURE_MONEY || !at_in(s, t + 1, r->sets.in) || t + 2 >= s->token_count)
		return p;
	if (s->tokens[t + 2].flags & TOKEN_CAPITAL || r->tags[t + 2] & TAG_DETERMINER)
		return p;
	p = past_empty(r, s, chunk_noun(r, s, t + 2));
	p.found = p.found && s->tokens[p.head].clause == c->clause;
	return p;
}

/* "a loss of $5m", "earnings growth of 5%". */
static noun_phrase amount_of(claim_reader *r, const sentence *s, const claim *c)
{
	noun_phrase p = {0};
	uint32_t end = c->token - 1;
	if (c->token < 2 || !token_in(&s->tokens[end], r->sets.of))
		return p;
	if (end > 1 && s->tokens[end - 1].kind == TOKEN_FIGURE && token_in(&s->tokens[end - 2], r->sets.in))
		end -= 2; /* "a profit in 2004 of $5m" */
	p = chunk_before(r, s, end);
	p = past_change(r, s, p);
	p.found = p.found && !is_noun_in(r, s, p, r->sets.noun_change) && !is_noun_in(r, s, p, r->sets.noun_empty);
	return p;
}

/* "base price: $5", "shares up 5%": the words before; "cut its staff by 5%", "raised the stake to 55%": the object. */
static noun_phrase amount_object(claim_reader *r, const sentence *s, const claim *c)
{
	noun_phrase p = {0};
	uint32_t t = c->token;
	if (t < 2)
		return p;
	if (token_in(&s->tokens[t - 1], r->sets.colon) || token_in(&s->tokens[t - 1], r->sets.up_down))
		return chunk_before(r, s, t - 1);
	if (!token_in(&s->tokens[t - 1], r->sets.change_to))
		return p;
	p = chunk_before(r, s, t - 1);
	if (!p.found || p.first == 0)
		return (noun_phrase){0};
	uint32_t verb = p.first - 1;
	while (verb > 0 && (r->tags[verb] & TAG_DETERMINER || s->tokens[verb].kind == TOKEN_FIGURE))
		verb--;
	p.found = r->tags[verb] & (TAG_VERB | TAG_PAST | TAG_GERUND) && s->tokens[verb].clause == c->clause;
	return p;
}

/* "expects profits to rise 5%", "saw profits slump 5%": before an infinitive that is not the clause's own verb. */
static noun_phrase amount_infinitive(claim_reader *r, const sentence *s, const claim *c)
{
	noun_phrase p = {0};
	uint32_t v = c->token;
	for (uint32_t n = 0; n < 6 && v > 0 && s->tokens[v - 1].clause == c->clause; n++) {
		v--;
		if (r->tags[v] & TAG_VERB)
			break;
	}
	if (!(r->tags[v] & TAG_PRESENT) || v < 2)
		return p;
	uint32_t end = token_in(&s->tokens[v - 1], r->sets.to) ? v - 1 : v;
	p = chunk_before(r, s, end);
	if (!p.found || !(end < v || r->tags[p.head] & TAG_PLURAL) || p.first == 0)
		return (noun_phrase){0};
	uint32_t before = p.first - 1;
	while (before > 0 && r->tags[before] & TAG_DETERMINER)
		before--;
	if (!(r->tags[before] & (TAG_VERB | TAG_GERUND)) || s->tokens[before].clause != c->clause)
		p.found = false;
	return p;
}

/* "$5m (£3m)", "to $5m from $4m", "$5m, up 12%": of the same thing as the amount before. */
static bool same_as_before(const claim_reader *r, const sentence *s, claim *c)
{
	uint32_t t = c->token;
	const claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (!last || last->sentence != c->sentence || !last->measure.head || t < 2)
		return false;
	bool gloss = s->tokens[t].depth > 0 && s->tokens[t].depth >= s->tokens[last->token].depth && last->token + 2 >= t;
	bool compared = last->clause == c->clause && token_in(&s->tokens[t - 1], r->sets.when_comparison);
	bool moved = last->clause == c->clause && token_in(&s->tokens[t - 1], r->sets.up_down) &&
	             token_in(&s->tokens[t - 2], r->sets.comma);
	bool reached = last->token + 2 == t && token_in(&s->tokens[t - 1], r->sets.to); /* "12% to $5m" */
	if (gloss || compared || moved || reached)
		take_from(c, last);
	return gloss || compared || moved || reached;
}

/* An amount or a share without a noun right beside it: else what its clause is about. */
static void read_amount(claim_reader *r, const sentence *s, claim *c)
{
	noun_phrase p = amount_in(r, s, c);
	if (!p.found)
		p = amount_of(r, s, c);
	if (!p.found && same_as_before(r, s, c))
		return;
	if (!p.found)
		p = amount_object(r, s, c);
	if (!p.found)
		p = amount_infinitive(r, s, c);
	if (!p.found)
		p = chunk_subject(r, s, c->token);
	if (!p.found && c->token > 0 && !(r->tags[c->token - 1] & TAG_VERB))
		p = chunk_before(r, s, c->token);
	if (p.found)
		take_phrase(r, s, c, p);
}

static bool is_definite(const claim_reader *r, const sentence *s, uint32_t t)
{
	if (t > 0 && r->tags[t - 1] & TAG_DETERMINER)
		return token_in(&s->tokens[t - 1], r->sets.definite);
	return t > 1 && !(r->tags[t - 1] & TAG_STOP) && token_in(&s->tokens[t - 2], r->sets.definite);
}

/* The token after the figure at t, and after a bracket that only says it in another unit: "a $5m (£3m) loan". */
static uint32_t past_gloss(const sentence *s, uint32_t t)
{
	uint8_t depth = s->tokens[t].depth;
	uint32_t i = t + 2;
	bool any = false;
	for (; i < s->token_count && i <= t + GLOSS && s->tokens[i].depth > depth; i++)
		any = any || s->tokens[i].figure >= 0;
	bool closed = any && i < s->token_count && s->tokens[i].depth == depth;
	return closed ? i + 1 : t + 1;
}

void measure_read(claim_reader *r, const sentence *s, claim *c)
{
	figure_kind kind = c->figure->kind;
	c->measure.elided_from = -1;
	r->notes[c->index].phrase_end = c->token + 1;
	if (kind == FIGURE_LABEL || kind == FIGURE_DATE || kind == FIGURE_YEAR || kind == FIGURE_TIME)
		return;
	c->measure.definite = is_definite(r, s, c->token);
	if (at_in(s, c->token + 1, r->sets.of) && read_of(r, s, c))
		return;
	uint32_t next = past_gloss(s, c->token);
	noun_phrase p = chunk_noun(r, s, next);
	if (p.found && r->tags[next] & TAG_DETERMINER)
		p.found = false; /* "gave 22 the prize": another phrase */
	if (p.found) {
		noun_phrase changed = past_change(r, s, p);
		take_phrase(r, s, c, changed);
	} else if (is_counted(kind)) {
		if (c->token > 1 && token_in(&s->tokens[c->token - 1], r->sets.of)) {
			p = chunk_before(r, s, c->token - 1);
			if (p.found && !is_noun_in(r, s, p, r->sets.noun_empty)) {
				take_phrase(r, s, c, p);
				return;
			}
		}
		read_elided(r, s, c);
	} else if (kind != FIGURE_ORDINAL) {
		read_amount(r, s, c);
	}
}
