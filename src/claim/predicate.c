/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to the things counted: the passive after them, the active right before them, or a noun that says so. */
#include "claim/reader.h"

enum { NO_TOKEN = UINT32_MAX, GROUP = 6 /* words of a verb group */, BEFORE = 4 /* words between a verb and its figure */ };

typedef struct verb_group { /* "have been quickly expelled" */
	uint32_t verb;          /* token of the verb itself, NO_TOKEN */
	uint32_t end;           /* token after it and its particles */
	bool passive;
} verb_group;

static void settle(claim_reader *r, const sentence *s, claim *c, uint32_t verb, bool undergone)
{
	uint32_t end;
	c->predicate = vocabulary_verb(r->vocab, s->tokens[verb].word);
	lex_set class = undergone ? predicate_class_at(r, s, verb, &end) : 0;
	c->predicate_class = class & (CLAIM_CLASSES - 1U);
	note_of(r, c)->verb = verb;
}

static void reach(claim *c, const sentence *s, uint32_t end)
{
	if (s->tokens[end - 1].end > c->quote_end)
		c->quote_end = s->tokens[end - 1].end;
}

/* The verb group whose first auxiliary or verb is token i. */
static verb_group group_at(const claim_reader *r, const sentence *s, uint32_t i)
{
	verb_group g = {.verb = NO_TOKEN};
	bool be = false;
	for (uint32_t n = 0; n < GROUP && i < s->token_count; n++, i++) {
		uint16_t tag = r->tags[i];
		if (tag & TAG_AUXILIARY) {
			be = be || tag & TAG_BE;
		} else if (s->tokens[i].kind == TOKEN_WORD && (!(tag & TAG_STOP) || predicate_class_of(r, s->tokens[i].word)) &&
		           !(tag & TAG_ADVERB && !(tag & TAG_VERB))) {
			if (!(tag & (TAG_VERB | TAG_PAST | TAG_GERUND)) && !predicate_class_of(r, s->tokens[i].word))
				return g;
			g.verb = i;
			g.end = i + 1;
			g.passive = be && !(tag & TAG_GERUND);
			return g;
		} else if (!(tag & TAG_ADVERB) && !(n > 0 && token_in(&s->tokens[i], r->sets->to))) { /* "had to leave" */
			return g;
		}
	}
	return g;
}

/* Whether a verb that ends before token i has an object there. */
static bool has_object(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (i >= s->token_count)
		return false;
	return r->tags[i] & TAG_DETERMINER || (!(r->tags[i] & (TAG_STOP | TAG_ADVERB)) && s->tokens[i].kind == TOKEN_WORD);
}

/* "fled", "attended the meeting": of the subject; "closed" with nothing after it: of the subject too. */
static bool tells_subject(const claim_reader *r, const sentence *s, uint32_t verb, uint32_t end)
{
	const word *w = s->tokens[verb].word;
	if (word_in(w, r->sets->verb_of_subject))
		return true;
	bool either = word_in(w, r->sets->verb_either) || tag_phrase(r, s, verb, r->sets->verb_either) > verb + 1;
	return either && !has_object(r, s, end);
}

static uint32_t skip_including(const claim_reader *r, const sentence *s, uint32_t i)
{
	for (uint32_t k = i + 2; k < s->token_count && k < i + CLAIM_REACH; k++) {
		if (token_in(&s->tokens[k], r->sets->comma) && s->tokens[k].depth == s->tokens[i].depth && k + 1 < s->token_count &&
		    r->tags[k + 1] & (TAG_AUXILIARY | TAG_VERB | TAG_PAST))
			return k;
	}
	return i;
}

/* A participle right after the noun may be the whole predicate ("22 cells neutralised in the north") or only say which
 * things are meant ("cells engaged in recruiting were neutralised"): the first if no finite verb follows. */
typedef struct after {
	uint32_t participle; /* NO_TOKEN if none */
	verb_group group;    /* verb NO_TOKEN if none */
} after;

static bool is_simple_past(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint16_t tag = r->tags[i];
	return tag & TAG_VERB && tag & (TAG_PAST | TAG_PRESENT) && !(tag & TAG_GERUND) && s->tokens[i].kind == TOKEN_WORD;
}

static after look_after(const claim_reader *r, const sentence *s, const claim *c, uint32_t from)
{
	after a = {.participle = NO_TOKEN, .group = {.verb = NO_TOKEN}};
	uint8_t depth = s->tokens[c->token].depth;
	for (uint32_t i = from; i < s->token_count && i < from + CLAIM_REACH; i++) {
		const token *t = &s->tokens[i];
		uint16_t tag = r->tags[i];
		if (t->depth < depth || token_in(t, r->sets->semicolon) || token_in(t, r->sets->colon))
			break;
		if (t->depth > depth || t->clause != c->clause || token_in(t, r->sets->quote))
			continue;
		if (token_in(t, r->sets->complementizer) && i > from)
			break; /* "replaced 22 cars with one that was stolen" */
		if (token_in(t, r->sets->comma) && i + 1 < s->token_count && token_in(&s->tokens[i + 1], r->sets->including)) {
			i = skip_including(r, s, i);
			continue;
		}
		if (tag & TAG_AUXILIARY && !(i > from && r->tags[i - 1] & TAG_PREPOSITION)) {
			a.group = group_at(r, s, i);
			if (a.group.verb != NO_TOKEN || tag & TAG_FINITE)
				return a;
		}
		bool compares = i + 1 < s->token_count && token_in(&s->tokens[i + 1], r->sets->than); /* "is 12 lower than" */
		bool first = !compares && a.participle == NO_TOKEN && (i == from || (i == from + 1 && r->tags[from] & TAG_ADVERB));
		if (first && (tag & (TAG_PAST | TAG_GERUND) || is_simple_past(r, s, i) ||
		              (t->kind == TOKEN_WORD && predicate_class_of(r, t->word) && !(tag & TAG_PLURAL))))
			a.participle = i;
	}
	return a;
}

/* The claim right before, if c is joined to it: "22 men and 40 women", "14 men, including 3 foreigners". */
static const struct figure_note *joined_to(const claim_reader *r, const sentence *s, const claim *c, uint32_t i)
{
	if (c->index <= r->done)
		return NULL;
	const claim *other = &r->claims[c->index - 1];
	const struct figure_note *note = note_of(r, other);
	uint32_t end = i;
	if (i > 0 && token_in(&s->tokens[i - 1], r->sets->comma))
		end--;
	bool adjacent = note->phrase_end == end || note->phrase_end == i;
	bool alike = other->sentence == c->sentence && other->clause == c->clause && other->figure->kind == c->figure->kind;
	return adjacent && alike ? note : NULL;
}

static governor governor_joined(const claim_reader *r, const sentence *s, const claim *c, uint32_t i, uint32_t *verb)
{
	const struct figure_note *note = joined_to(r, s, c, i);
	if (!note)
		return GOVERNED_SUBJECT;
	*verb = note->governed == GOVERNED_VERB ? note->verb : NO_TOKEN;
	return note->governed;
}

/* "laid off 500 workers": the verb before a particle at token i. */
static bool particle_verb(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint32_t end;
	return i > 0 && token_in(&s->tokens[i], r->sets->particle) && s->tokens[i - 1].kind == TOKEN_WORD &&
	       r->tags[i - 1] & TAG_VERB && predicate_class_at(r, s, i - 1, &end) && end == i + 1;
}

/* Whether the noun phrase is its clause's subject or a verb's object, by what stands before its figure. */
static governor governor_of(const claim_reader *r, const sentence *s, const claim *c, uint32_t *verb)
{
	*verb = NO_TOKEN;
	for (uint32_t i = c->token, n = 0; n < BEFORE && i > 0; n++, i--) {
		const token *t = &s->tokens[i - 1];
		uint16_t tag = r->tags[i - 1];
		if (t->clause != c->clause)
			break;
		if (token_in(t, r->sets->complementizer) && i > 1 && r->tags[i - 2] & (TAG_VERB | TAG_PAST))
			break; /* "ruled that 12 men" */
		if (token_in(t, r->sets->joiner) || token_in(t, r->sets->comma) || token_in(t, r->sets->including))
			return governor_joined(r, s, c, i - 1, verb);
		if (particle_verb(r, s, i - 1)) {
			*verb = i - 2;
			return GOVERNED_VERB;
		}
		if (tag & TAG_PREPOSITION)
			return GOVERNED_PREPOSITION;
		bool modifies = i > 1 && r->tags[i - 2] & TAG_DETERMINER; /* "a combined 12 homes", "its own third drink" */
		if (tag & (TAG_VERB | TAG_PAST | TAG_GERUND) && t->kind == TOKEN_WORD && !modifies) {
			*verb = i - 1;
			return GOVERNED_VERB;
		}
		if (!modifies && !(tag & (TAG_DETERMINER | TAG_ADVERB)) && !token_in(t, r->sets->quote))
			break;
	}
	return GOVERNED_SUBJECT;
}

static bool follows_of(const claim_reader *r, const sentence *s, uint32_t t)
{
	while (t > 0 && (token_in(&s->tokens[t - 1], r->sets->quote) || r->tags[t - 1] & TAG_DETERMINER))
		t--;
	return t > 0 && token_in(&s->tokens[t - 1], r->sets->of);
}

/* "the activity of 22 cells": what is said of the activity is said of the cells. */
static bool handed_on(claim_reader *r, const sentence *s, const claim *c, uint32_t *verb)
{
	uint32_t i = c->token;
	while (i > 0 && (token_in(&s->tokens[i - 1], r->sets->quote) || r->tags[i - 1] & TAG_DETERMINER))
		i--;
	if (i < 2 || !token_in(&s->tokens[i - 1], r->sets->of) || s->tokens[i - 2].kind != TOKEN_WORD)
		return false;
	if (!word_in(vocabulary_noun(r->vocab, s->tokens[i - 2].word), r->sets->noun_hands_on))
		return false;
	claim stand_in = *c;
	stand_in.token = i - 2;
	return governor_of(r, s, &stand_in, verb) != GOVERNED_PREPOSITION;
}

/* "killed 140 people", "laid off 500 workers", "was attended by 40 envoys". */
static bool read_before(claim_reader *r, const sentence *s, claim *c, uint32_t verb)
{
	if (verb == NO_TOKEN)
		return false;
	bool be = false;
	for (uint32_t i = verb; i > 0 && verb - i < 3 && r->tags[i - 1] & (TAG_AUXILIARY | TAG_ADVERB); i--)
		be = be || r->tags[i - 1] & TAG_BE;
	bool passive = be && !(r->tags[verb] & TAG_GERUND);
	const word *w = s->tokens[verb].word;
	settle(r, s, c, verb, !passive && (!word_in(w, r->sets->verb_of_subject) || word_in(w, r->sets->verb_either)));
	return true;
}

static bool read_by(claim_reader *r, const sentence *s, claim *c)
{
	if (c->token < 2 || !token_in(&s->tokens[c->token - 1], r->sets->by))
		return false;
	const word *w = s->tokens[c->token - 2].word;
	if (!word_in(w, r->sets->verb_of_subject) || !(r->tags[c->token - 2] & TAG_PAST))
		return false;
	settle(r, s, c, c->token - 2, true);
	return true;
}

/* "grew by 1.9%", "cut its staff to 40", but not "went to two harbours": the verb that leads to the figure; it undergoes
 * nothing. */
static void read_led(claim_reader *r, const sentence *s, claim *c)
{
	figure_kind k = c->figure->kind;
	uint32_t t = c->token;
	while (t > 1 && (r->tags[t - 1] & (TAG_DETERMINER | TAG_ADVERB)))
		t--;
	bool counts = (k == FIGURE_COUNT || k == FIGURE_VAGUE) && note_of(r, c)->phrase_end > c->token + 1;
	if (counts || k == FIGURE_DURATION || k == FIGURE_AGE || k == FIGURE_ORDINAL || t < 2 ||
	    !token_in(&s->tokens[t - 1], r->sets->change_to))
		return;
	uint32_t verb = chunk_verb_before(r, s, t - 1, c->token, false);
	if (verb != NO_TOKEN && !(r->tags[verb] & TAG_AUXILIARY))
		settle(r, s, c, verb, false);
}

static bool read_after(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t from = note_of(r, c)->phrase_end;
	after a = look_after(r, s, c, from);
	if (a.group.verb != NO_TOKEN) {
		verb_group g = a.group;
		lex_set class = predicate_class_at(r, s, g.verb, &g.end);
		bool adjective = !(r->tags[g.verb] & (TAG_VERB | TAG_PAST | TAG_GERUND));
		bool undergone = adjective || (g.passive && !word_in(s->tokens[g.verb].word, r->sets->verb_of_subject)) ||
		                 (!g.passive && tells_subject(r, s, g.verb, g.end));
		settle(r, s, c, g.verb, undergone && class);
		reach(c, s, g.end);
		return true;
	}
	if (a.participle == NO_TOKEN)
		return false;
	uint32_t end;
	predicate_class_at(r, s, a.participle, &end);
	uint16_t tag = r->tags[a.participle];
	bool passive = tag & TAG_PAST && !has_object(r, s, end);
	bool adjective = !(tag & (TAG_VERB | TAG_PAST | TAG_GERUND));
	settle(r, s, c, a.participle, passive || adjective || tells_subject(r, s, a.participle, end));
	reach(c, s, end);
	return true;
}

/* "21 deaths", "a death toll of 21": the noun itself says it. */
static bool read_noun(claim_reader *r, claim *c)
{
	const measure *m = c->measure;
	const word *says = m->head;
	if (!says)
		return false;
	if (word_in(m->head, r->sets->noun_empty)) {
		for (size_t i = 0; i < m->modifier_count && !word_in(says, r->sets->noun_predicate); i++)
			says = m->modifiers[i];
	}
	lex_set class = word_in(says, r->sets->noun_predicate) ? predicate_class_of(r, says) : 0;
	if (!class)
		return false;
	c->predicate = says;
	c->predicate_class = class & (CLAIM_CLASSES - 1U);
	return true;
}

static bool is_left_dead(const claim_reader *r, const sentence *s, const claim *c)
{
	uint32_t end = note_of(r, c)->phrase_end;
	return !c->predicate_class && end < s->token_count && s->tokens[end].kind == TOKEN_WORD &&
	       predicate_class_of(r, s->tokens[end].word) && !(r->tags[end] & TAG_PLURAL);
}

/* "Storm kills 19": a figure without a noun counts what the verb's class counts. */
static void imply_noun(claim_reader *r, const sentence *s, claim *c)
{
	uint32_t verb = note_of(r, c)->verb;
	if (c->measure->head || c->figure->kind != FIGURE_COUNT || !c->predicate_class || verb == NO_TOKEN)
		return;
	const lex_entry *e = lexicon_entry(r->lex, s->tokens[verb].word, c->predicate_class);
	const node *counts = e ? node_get(lexicon_data(e), SLICE("counts")) : NULL;
	if (counts)
		measure_own(r, c)->head = vocabulary_word(r->vocab, node_text(counts));
}

static void read_predicate(claim_reader *r, const sentence *s, claim *c)
{
	struct figure_note *note = note_of(r, c);
	if (note->phrase_end > c->token + 1)
		reach(c, s, note->phrase_end);
	uint32_t verb;
	note->governed = governor_of(r, s, c, &verb);
	note->of = follows_of(r, s, c->token);
	bool handed = note->governed == GOVERNED_PREPOSITION && handed_on(r, s, c, &verb);
	if (read_noun(r, c))
		return;
	if (note->governed == GOVERNED_VERB || handed) {
		if (read_before(r, s, c, verb)) {
			if (is_left_dead(r, s, c)) {
				settle(r, s, c, note->phrase_end, true);
				reach(c, s, note->phrase_end + 1);
			}
			return;
		}
	}
	if (read_by(r, s, c))
		return;
	if (note->governed == GOVERNED_SUBJECT || handed)
		read_after(r, s, c);
	if (!c->predicate && note->governed == GOVERNED_PREPOSITION)
		read_led(r, s, c);
}

void predicate_read(claim_reader *r, const sentence *s, claim *c)
{
	figure_kind kind = c->figure->kind;
	if (kind == FIGURE_LABEL || kind == FIGURE_DATE || kind == FIGURE_YEAR || kind == FIGURE_TIME)
		return;
	read_predicate(r, s, c);
	imply_noun(r, s, c);
}
