/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure counts or measures. */
#include "claim/reader.h"

#include <string.h>

enum { GLOSS = 6 /* tokens of a bracket */ };

static const token *token_at(const sentence *s, uint32_t i)
{
	return i < s->token_count ? &s->tokens[i] : NULL;
}

/* The words of tokens [from, to) that say something, as lemmas; a hyphened word is one. */
static uint16_t gather(claim_reader *r, const sentence *s, uint32_t from, uint32_t to, const word **out, bool lemmas)
{
	uint16_t n = 0; /* a sentence has no more than LIMIT_SENTENCE_TOKENS */
	for (uint32_t i = from; i < to; i++) {
		uint32_t first = i;
		while (i + 2 < to && token_in(&s->tokens[i + 1], r->sets->hyphen) && !(s->tokens[i + 1].flags & TOKEN_SPACE))
			i += 2;
		while (i + 1 < to && s->tokens[i].end - s->tokens[i].start == 1 && token_in(&s->tokens[i + 1], r->sets->stop))
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

/* The noun's lemma. "The Airbus-320 jets": a numeral is no noun, but a name may be all digits and letters, "the K9". */
static const word *head_word(claim_reader *r, const sentence *s, uint32_t head)
{
	const token *t = &s->tokens[head];
	if (t->word)
		return vocabulary_noun(r->vocab, t->word);
	return chunk_is_name(r, s, head) ? vocabulary_word(r->vocab, document_text(r->doc, t->start, t->end)) : NULL;
}

const measure measure_none = {0};

static measure *measure_new(claim_reader *r, const measure *like, const word *const *modifiers)
{
	size_t words = (size_t)like->modifier_count + like->complement_count;
	measure *m = arena_alloc(r->arena, sizeof *m + words * sizeof *modifiers);
	*m = *like;
	if (words)
		memcpy(m->modifiers, modifiers, words * sizeof *modifiers);
	return m;
}

measure *measure_own(claim_reader *r, claim *c)
{
	if (c->measure != r->own)
		c->measure = r->own = measure_new(r, c->measure, c->measure->modifiers);
	return r->own;
}

void measure_take(claim_reader *r, const sentence *s, claim *c, noun_phrase p)
{
	uint32_t end = p.end;
	measure m = {.head = head_word(r, s, p.head)};
	if (!m.head) {
		if (c->measure->head)
			measure_own(r, c)->head = NULL;
		return;
	}
	if (at_in(s, end, r->sets->joiner)) { /* "members and associates of ...": one phrase of two nouns */
		noun_phrase other = chunk_noun(r, s, end + 1);
		if (other.found && other.first == end + 1 && at_in(s, other.end, r->sets->of))
			end = other.end;
	}
	uint32_t complement = end;
	end = chunk_complement_end(r, s, end);
	const word *modifiers[LIMIT_SENTENCE_TOKENS];
	m.modifier_count = gather(r, s, p.first, p.head, modifiers, false);
	m.complement_count = gather(r, s, complement, end, modifiers + m.modifier_count, true);
	m.phrase = document_text(r->doc, s->tokens[p.first].start, s->tokens[end - 1].end);
	c->measure = r->own = measure_new(r, &m, modifiers);
	if (p.first > c->token)
		note_of(r, c)->phrase_end = end;
}

bool measure_is_noun(claim_reader *r, const sentence *s, noun_phrase p, lex_set which)
{
	const word *w = s->tokens[p.head].word;
	return p.found && w && word_in(vocabulary_noun(r->vocab, w), which);
}

bool measure_is_empty(claim_reader *r, const sentence *s, noun_phrase p)
{
	return measure_is_noun(r, s, p, r->sets->noun_empty) && !token_in(&s->tokens[p.head], r->sets->noun_not_empty);
}

noun_phrase measure_past_empty(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!measure_is_empty(r, s, p) || !at_in(s, p.end, r->sets->of))
		return p;
	noun_phrase of = chunk_noun(r, s, p.end + 1);
	return of.found ? of : p;
}

void measure_take_from(claim_reader *r, claim *c, const claim *from)
{
	if (from->measure == r->own)
		r->own = NULL;
	c->measure = from->measure;
	if (c->measure->subject.len)
		measure_own(r, c)->subject = (slice){0};
	c->elided_from = from->elided_from >= 0 ? from->elided_from : (int32_t)from->index;
}

/* "12 music and dance schools": the noun of both. */
static noun_phrase past_joined(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!p.found || !at_in(s, p.end, r->sets->joiner))
		return p;
	noun_phrase q = chunk_noun(r, s, p.end + 1);
	if (q.found && q.first == p.end + 1 && q.head > q.first && r->tags[q.head] & TAG_PLURAL) {
		p.head = q.head;
		p.end = q.end;
	}
	return p;
}

/* "110 of which", "40 of the 160 men", "12% of workers", "dozens of people"; "of" is at token of. */
static bool read_of(claim_reader *r, const sentence *s, claim *c, uint32_t of)
{
	uint32_t i = of + 1;
	bool definite = at_in(s, i, r->sets->definite);
	if (at_in(s, i, r->sets->relative) && i + 1 < s->token_count && s->tokens[i + 1].figure >= 0)
		return false; /* "940, of which 30 were new": the 30 are a part */
	if (at_in(s, i, r->sets->partitive) && (i + 1 >= s->token_count || r->tags[i + 1] & TAG_STOP || !definite)) {
		c->partitive = true;
		note_of(r, c)->phrase_end = i + 1;
		measure_borrow_whole(r, s, c);
		return true;
	}
	while (i < s->token_count && r->tags[i] & TAG_DETERMINER)
		i++;
	uint32_t n = i; /* "of its last 20 games", "of the old town's 40 homes" */
	while (n < s->token_count && n - i < 3 && s->tokens[n].kind == TOKEN_WORD && !(r->tags[n] & TAG_STOP))
		n++;
	if (n > i && n < s->token_count && s->tokens[n].figure >= 0 && r->tags[n - 1] & (TAG_ADJECTIVE | TAG_POSSESSIVE))
		i = n;
	const token *t = token_at(s, i);
	bool joined = chunk_is_hyphen(r, s, i + 1); /* "of the 12-page report" */
	if (t && t->figure >= 0 && !joined && measure_counts(r->scan->figures[t->figure].kind)) {
		noun_phrase p = chunk_noun(r, s, i + 1);
		if (p.found)
			measure_take(r, s, c, p);
		c->partitive = true;
		c->elided_from = t->figure;
		return true;
	}
	if (t && t->figure >= 0) /* "50 ml of 30% acid" */
		i += joined ? 2 : 1;
	noun_phrase p = measure_past_empty(r, s, chunk_noun(r, s, i));
	if (!p.found && i > of + 1 && i < s->token_count && r->tags[i - 1] & TAG_DETERMINER && r->tags[i] & TAG_PAST &&
	    !token_in(&s->tokens[i], r->sets->forecast)) {
		bool those = token_in(&s->tokens[i - 1], r->sets->partitive); /* "a third of those polled", "three of the accused" */
		p = (noun_phrase){.first = i - those, .end = i + 1, .head = i, .found = true};
	}
	if (!p.found)
		return false;
	if (!(r->tags[p.head] & TAG_PLURAL)) /* "40% of retail and factory jobs" */
		p = past_joined(r, s, p);
	measure_take(r, s, c, p);
	c->partitive = c->figure->kind == FIGURE_COUNT;
	return true;
}

noun_phrase measure_past_change(claim_reader *r, const sentence *s, noun_phrase p)
{
	if (!measure_is_noun(r, s, p, r->sets->noun_change))
		return p;
	if (at_in(s, p.end, r->sets->in) || at_in(s, p.end, r->sets->of)) {
		noun_phrase changed = measure_past_empty(r, s, chunk_noun(r, s, p.end + 1));
		if (changed.found)
			return changed;
	}
	const uint16_t no_noun = TAG_ADJECTIVE | TAG_PAST | TAG_GERUND | TAG_POSSESSIVE | TAG_STOP;
	bool hyphened = p.head > p.first + 1 && token_in(&s->tokens[p.head - 2], r->sets->hyphen);
	if (p.head > p.first && !hyphened && !(r->tags[p.head - 1] & no_noun)) {
		p.head--;
		p.end = p.head + 1;
	}
	return p;
}

static bool ends_line(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t from = s->tokens[c->token].end, to = c->token + 1 < s->token_count ? s->tokens[c->token + 1].start : from;
	return slice_find_byte(document_text(r->doc, from, to), '\n') != SIZE_MAX;
}

static bool is_definite(const claim_reader *r, const sentence *s, uint32_t t)
{
	if (t > 0 && r->tags[t - 1] & TAG_DETERMINER)
		return token_in(&s->tokens[t - 1], r->sets->definite);
	return t > 1 && !(r->tags[t - 1] & TAG_STOP) && token_in(&s->tokens[t - 2], r->sets->definite);
}

/* Behind "and" in one clause, whatever hedge or article stands between. */
static bool is_joined(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t i = c->token;
	while (i > 0 && (s->tokens[i - 1].start >= c->figure->full_start || r->tags[i - 1] & TAG_DETERMINER))
		i--;
	return i > 1 && token_in(&s->tokens[i - 1], r->sets->joiner) && s->tokens[i - 2].clause == s->tokens[c->token].clause;
}

uint32_t measure_past_gloss(const sentence *s, uint32_t t)
{
	uint8_t depth = s->tokens[t].depth;
	uint32_t i = t + 2;
	bool any = false;
	for (; i < s->token_count && i <= t + GLOSS && s->tokens[i].depth > depth; i++)
		any = any || s->tokens[i].figure >= 0;
	bool closed = any && i < s->token_count && s->tokens[i].depth == depth;
	return closed ? i + 1 : t + 1;
}

static bool has_unit(figure_kind k)
{
	return k == FIGURE_PERCENT || k == FIGURE_MONEY || k == FIGURE_MEASURE || k == FIGURE_DURATION || k == FIGURE_AGE;
}

/* A year, or years, between an amount and its noun. */
static bool is_dated(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (i + 1 >= s->token_count || s->tokens[i].figure < 0 || s->tokens[i + 1].kind != TOKEN_WORD ||
	    r->tags[i + 1] & (TAG_STOP | TAG_PAST | TAG_GERUND))
		return false;
	const figure *f = &r->scan->figures[s->tokens[i].figure];
	bool month = f->when.month && !f->when.day;
	return f->kind == FIGURE_YEAR ||
	       (f->kind == FIGURE_DATE && !f->relative && (month || (f->when.year && figure_until(f).year)));
}

static bool is_amount(const claim_reader *r, const sentence *s, uint32_t i)
{
	return i < s->token_count && s->tokens[i].figure >= 0 && has_unit(r->scan->figures[s->tokens[i].figure].kind);
}

/* Where the noun after the figure at t begins: past a bracket with the same in another unit, "a 640 hp 5 litre engine",
 * "$90 a month rent", "a six-cylinder engine". */
static uint32_t noun_after(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t next = measure_past_gloss(s, c->token);
	bool unit = has_unit(c->figure->kind);
	for (int n = 0; n < 2 && unit && next < s->token_count && s->tokens[next].figure >= 0; n++) {
		if (!has_unit(r->scan->figures[s->tokens[next].figure].kind))
			break;
		next++;
	}
	if (is_dated(r, s, next)) /* "a $5m 2004 loss" */
		return next + 1;
	if (!at_in(s, next, r->sets->hyphen) && unit && next + 2 < s->token_count && r->tags[next] & TAG_DETERMINER &&
	    token_in(&s->tokens[next + 1], r->sets->noun_time))
		return next + 2;
	while (unit && chunk_is_hyphen(r, s, next)) /* "a 90 barrel-a-day plant" */
		next += 2;
	return chunk_is_hyphen(r, s, next) ? next + 1 : next;
}

/* "a 6-foot fence surrounds it", "one bus leaves": after a figure that wants one thing a plural behind its noun is a verb. */
static noun_phrase one_thing(const claim_reader *r, const sentence *s, const claim *c, noun_phrase p)
{
	uint32_t t = c->token;
	bool one = c->figure->kind == FIGURE_COUNT && c->figure->has_value &&
	           rational_compare(figure_value(c->figure), rational_int(1)) == 0;
	bool a = t > 0 && has_unit(c->figure->kind) && token_in(&s->tokens[t - 1], r->sets->article);
	const uint16_t no_noun = TAG_ADJECTIVE | TAG_POSSESSIVE | TAG_ADVERB | TAG_PAST | TAG_GERUND | TAG_STOP | TAG_PLURAL;
	if (!p.found || !(one || a) || p.head == p.first || !(r->tags[p.head] & TAG_PLURAL) || p.end != p.head + 1 ||
	    r->tags[p.head - 1] & no_noun || chunk_is_hyphen(r, s, p.head - 1) ||
	    vocabulary_verb(r->vocab, s->tokens[p.head].word) == s->tokens[p.head].word)
		return p;
	p.head--;
	p.end--;
	return p;
}

/* "a recent $5m refinancing of its debts": a gerund with an article before the amount and "of" behind it is the noun. */
static noun_phrase done_thing(const claim_reader *r, const sentence *s, const claim *c, uint32_t next)
{
	uint32_t before = c->token;
	while (before > 1 && r->tags[before - 1] & TAG_ADJECTIVE)
		before--;
	bool noun = has_unit(c->figure->kind) && before > 0 && r->tags[before - 1] & TAG_DETERMINER && next < s->token_count &&
	            r->tags[next] & TAG_GERUND && at_in(s, next + 1, r->sets->of);
	return noun ? (noun_phrase){.first = next, .end = next + 1, .head = next, .found = true} : (noun_phrase){0};
}

/* The noun phrase right after a figure; of one with a unit no verb form ("15 km walking") and no time ("5% year on year"). */
static noun_phrase counted_noun(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t next = noun_after(r, s, c);
	noun_phrase p = chunk_noun(r, s, next);
	if (!p.found)
		return done_thing(r, s, c, next);
	p = one_thing(r, s, c, p);
	bool many = c->figure->kind == FIGURE_COUNT && rational_compare(figure_value(c->figure), rational_int(1)) > 0;
	if (many && !(r->tags[p.head] & TAG_PLURAL)) {
		if (r->tags[p.first] & TAG_PAST && r->tags[p.first] & TAG_VERB) /* "of the 20 shops 13 reported growth" */
			p.found = false;
		p = past_joined(r, s, p);
		if (p.head == next && predicate_class_of(r, s->tokens[next].word)) /* "Boat sinks, 23 die" */
			p.found = false;
	}
	if (p.head > p.first && token_in(&s->tokens[p.first], r->sets->weekday_last) &&
	    measure_is_noun(r, s, p, r->sets->noun_time))
		p.found = false; /* "averaged 900 last season" */
	if (c->figure->kind == FIGURE_VAGUE && !c->figure->unit && !(r->tags[p.head] & TAG_PLURAL)) /* "thousands join strike" */
		p.found = false;
	if (r->tags[next] & TAG_DETERMINER) /* "gave 22 the prize": another phrase */
		p.found = false;
	/* "a dose of 20 mg causing harm", but "its 70% controlling stake" */
	const uint16_t which = TAG_DETERMINER | TAG_POSSESSIVE | (c->figure->kind == FIGURE_PERCENT ? TAG_STOP : 0);
	bool gerund = r->tags[next] & TAG_GERUND && c->token > 0 && !(r->tags[c->token - 1] & which);
	/* "the lamp with 40 kW beat all others" */
	bool attribute = c->token > 0 && r->tags[c->token - 1] & (TAG_DETERMINER | TAG_POSSESSIVE);
	bool verb = p.head == next && !attribute && r->tags[next] & TAG_PRESENT && next + 1 < s->token_count &&
	            (r->tags[next + 1] & TAG_DETERMINER || is_amount(r, s, next + 1));
	/* "the lamp with 40 W starts at $5" */
	verb = verb || (p.head == next && !attribute && r->tags[next] & TAG_PRESENT &&
	                verb_in(&s->tokens[next], r->sets->verb_level) && at_in(s, next + 1, r->sets->for_price));
	/* "a high of $55 set in May" */
	verb = verb || (p.head == next && c->token > 0 && token_in(&s->tokens[c->token - 1], r->sets->of) &&
	                r->tags[next] & TAG_VERB && next + 1 < s->token_count && r->tags[next + 1] & TAG_PREPOSITION);
	bool costs = c->figure->kind == FIGURE_COUNT && p.head == next &&
	             r->tags[next] & TAG_PRESENT && /* "which seats 900 cost $5" */
	             is_amount(r, s, next + 1);
	/* "smiths 30 to 50 years of age answered" */
	bool aged = c->figure->kind == FIGURE_AGE && c->token > 0 && !c->figure->attributive &&
	            (r->tags[next] & (TAG_VERB | TAG_PAST)) == (TAG_VERB | TAG_PAST);
	if (costs)
		p.found = false;
	bool rate = c->token + 1 < s->token_count && r->doc->text.ptr[s->tokens[c->token + 1].start] == '/'; /* "5/hour" */
	if (rate && measure_is_noun(r, s, p, r->sets->noun_time))
		p.found = false;
	if (has_unit(c->figure->kind) && (gerund || verb || aged || measure_is_noun(r, s, p, r->sets->noun_time)))
		p.found = false;
	return p;
}

/* "a two-year, $5m contract", "four- and six-wheel carts": the figures before share the noun. */
static void share_back(claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t t = c->token;
	for (uint32_t i = c->index; i-- > 0 && r->claims[i].sentence == c->sentence;) {
		claim *open = &r->claims[i];
		if (open->measure->head || !at_in(s, open->token + 1, r->sets->hyphen) || !measure_counts(open->figure->kind))
			break;
		measure_take_from(r, open, c);
	}
	claim *last = c->index > 0 ? &r->claims[c->index - 1] : NULL;
	if (t < 2 || !last || last->sentence != c->sentence || last->token + 2 != t || !has_unit(last->figure->kind) ||
	    !token_in(&s->tokens[t - 1], r->sets->comma))
		return;
	slice unit = document_text(r->doc, last->figure->end, last->figure->unit_end);
	if (unit.len && unit.ptr[0] == '-')
		measure_take_from(r, last, c);
}

/* "rents showed a 7% increase", "sales hit the $5m mark": the verb's subject. */
static noun_phrase shown_of(claim_reader *r, const sentence *s, const claim *c, noun_phrase change)
{
	uint32_t v = c->token;
	while (v > 0 && r->tags[v - 1] & (TAG_DETERMINER | TAG_ADJECTIVE))
		v--;
	if (v == 0 || v == c->token)
		return change;
	bool shows = measure_is_noun(r, s, change, r->sets->noun_change) && verb_in(&s->tokens[v - 1], r->sets->verb_show);
	bool hits = measure_is_noun(r, s, change, r->sets->noun_mark) && r->tags[v - 1] & TAG_VERB;
	if (!shows && !hits)
		return change;
	noun_phrase p = chunk_subject(r, s, c->token);
	return p.found ? p : change;
}

static void read_counted(claim_reader *r, const sentence *s, claim *c, noun_phrase p)
{
	measure_take(r, s, c, shown_of(r, s, c, measure_past_change(r, s, p)));
	share_back(r, s, c);
}

/* A count after "of": "a toll of 21". */
static bool read_after_of(claim_reader *r, const sentence *s, claim *c)
{
	if (c->token < 2 || !token_in(&s->tokens[c->token - 1], r->sets->of))
		return false;
	noun_phrase p = chunk_before(r, s, c->token - 1);
	const uint16_t no_noun = TAG_ADJECTIVE | TAG_PAST | TAG_POSSESSIVE | TAG_STOP | TAG_ADVERB;
	bool of_noun = p.found && p.head > p.first && !(r->tags[p.head - 1] & no_noun); /* "a price level of 59" */
	if (!p.found || (!of_noun && measure_is_noun(r, s, p, r->sets->noun_empty)))
		return false;
	measure_take(r, s, c, p);
	return true;
}

/* What is counted is one thing, of whom it is told another: "Arden runs 12 ferries". */
static void read_subject(claim_reader *r, const sentence *s, claim *c)
{
	noun_phrase p = chunk_subject(r, s, c->token);
	if (!p.found)
		return;
	slice text = document_text(r->doc, s->tokens[p.first].start, s->tokens[chunk_complement_end(r, s, p.end) - 1].end);
	if (text.ptr != c->measure->phrase.ptr)
		measure_own(r, c)->subject = text;
}

static void read_measure(claim_reader *r, const sentence *s, claim *c)
{
	figure_kind kind = c->figure->kind;
	note_of(r, c)->phrase_end = c->token + 1;
	if (kind == FIGURE_LABEL || kind == FIGURE_DATE || kind == FIGURE_YEAR || kind == FIGURE_TIME)
		return;
	c->definite = is_definite(r, s, c->token);
	c->joined = is_joined(r, s, c);
	uint32_t of = measure_past_gloss(s, c->token);
	of += at_in(s, of, r->sets->worth) && at_in(s, of + 1, r->sets->of) ? 1 : 0; /* "$5m worth of bonds" */
	if (at_in(s, of, r->sets->of) && read_of(r, s, c, of))
		return;
	if (kind == FIGURE_VAGUE && c->figure->unit) { /* "tens of thousands of dollars" */
		amount_read(r, s, c);
		return;
	}
	bool half_the = kind == FIGURE_FRACTION && c->figure->words && of == c->token + 1 && at_in(s, of, r->sets->definite);
	if (half_the && read_of(r, s, c, c->token))
		return;
	if (measure_counts(kind) && ends_line(r, s, c) && measure_read_table(r, s, c))
		return;
	noun_phrase p = amount_signed(r, s, c) ? (noun_phrase){0} : counted_noun(r, s, c);
	if (p.found)
		read_counted(r, s, c, p);
	else if (!measure_counts(kind) && kind != FIGURE_ORDINAL) {
		amount_read(r, s, c);
		if (!c->measure->head)
			measure_read_share(r, s, c);
	} else if (measure_counts(kind) && !read_after_of(r, s, c))
		measure_read_elided(r, s, c);
}

void measure_read(claim_reader *r, const sentence *s, claim *c)
{
	r->own = NULL;
	read_measure(r, s, c);
	if (c->measure->head && measure_counts(c->figure->kind))
		read_subject(r, s, c);
}
