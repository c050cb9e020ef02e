/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a figure is told as a fact: cue words of its clause. */
#include "claim/reader.h"

enum { CLAUSES = 64, DENIED_WITHIN = 4, AHEAD = 16, BESIDE = 8 };

const char *claim_mode_name(claim_mode m)
{
	static const char *const names[] = {
#define X(NAME, name) #name,
		CLAIM_MODES(X)
#undef X
	};
	return names[m];
}

static claim_mode mode_of_set(const claim_sets *k, lex_set which)
{
	if (which == k->negated)
		return MODE_NEGATED;
	if (which == k->hypothetical)
		return MODE_HYPOTHETICAL;
	if (which == k->target)
		return MODE_TARGET;
	return which == k->forecast ? MODE_FORECAST : MODE_ASSERTED;
}

static claim_mode stronger(claim_mode a, claim_mode b)
{
	static const int rank[] = {[MODE_ASSERTED] = 0,     [MODE_FORECAST] = 1, [MODE_TARGET] = 2,
	                           [MODE_HYPOTHETICAL] = 3, [MODE_NEGATED] = 4,  [MODE_DENIED] = 5};
	return rank[a] >= rank[b] ? a : b;
}

/* The strongest cue that begins at token i; MODE_ASSERTED if none does. */
static claim_mode cue_at(const claim_reader *r, const sentence *s, uint32_t i)
{
	const claim_sets *k = r->sets;
	claim_mode mode = MODE_ASSERTED;
	const lex_step *step = lexicon_root(r->lex);
	for (; i < s->token_count && (step = lexicon_step(r->lex, step, s->tokens[i].word)); i++) {
		for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
			mode = stronger(mode, mode_of_set(k, e->set));
		}
	}
	return mode;
}

/* "denied that ...", "denied reports of ..."; but entry is not denied so. */
static bool denies(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (!token_in(&s->tokens[i], r->sets->denier) || (i > 0 && r->tags[i - 1] & TAG_BE))
		return false;
	if (i + 1 < s->token_count && r->tags[i + 1] & TAG_GERUND) /* "denied stealing" */
		return true;
	for (uint32_t k = i + 1; k < s->token_count && k < i + DENIED_WITHIN; k++) {
		if (token_in(&s->tokens[k], r->sets->deniable))
			return true;
	}
	return false;
}

/* Whether a word that is a noun too stands as the verb: "it forecast 5%", "is forecast to". */
static bool is_cue_verb(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (!token_in(&s->tokens[i], r->sets->forecast_noun) && !token_in(&s->tokens[i], r->sets->target_noun))
		return true;
	return i > 0 &&
	       (r->tags[i - 1] & TAG_AUXILIARY || token_in(&s->tokens[i - 1], r->sets->pronoun) || chunk_is_verb(r, s, i));
}

/* "Ana May has sung", "with Will Orlov": a cue with a capital where most words have none is a name. */
static bool is_name(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (!(s->tokens[i].flags & TOKEN_CAPITAL) || s->tokens[i].flags & TOKEN_ALL_CAPS)
		return false;
	if (s->tokens[i].flags & TOKEN_FIRST) /* "May wrote": no auxiliary stands before a past form */
		return r->tags[i] & TAG_AUXILIARY && i + 1 < s->token_count && r->tags[i + 1] & TAG_PAST &&
		       !(r->tags[i + 1] & TAG_PRESENT);
	for (uint32_t n = i > BESIDE ? i - BESIDE : 0; n < s->token_count && n <= i + BESIDE; n++) {
		const token *t = &s->tokens[n];
		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) &&
		    t->end - t->start > 3) /* no title: "Rents Will Rise in May" */
			return true;
	}
	return false;
}

/* "is to 40": a cue that ends in "to" needs a verb after it, "the births were to mothers" has none. */
static bool lacks_verb(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint32_t to = i + 1;
	if (!(r->tags[i] & TAG_BE) || to + 1 >= s->token_count || !token_in(&s->tokens[to], r->sets->to))
		return false;
	const token *next = &s->tokens[to + 1];
	bool base = r->tags[to + 1] & TAG_PRESENT && next->word && word_is_lemma(next->word);
	bool noun = r->tags[to + 1] & (TAG_PLURAL | TAG_DETERMINER) || next->flags & TOKEN_CAPITAL;
	return next->kind != TOKEN_WORD || (noun && !base);
}

/* Whether the cue at i speaks of what follows alone: "on 1 May, not 1 June", "a game that would end 5-0". */
static bool looks_ahead(const claim_reader *r, const sentence *s, uint32_t i, claim_mode mode)
{
	if (mode == MODE_NEGATED && ((i > 0 && token_in(&s->tokens[i - 1], r->sets->comma)) || r->tags[i] & TAG_PREPOSITION))
		return true; /* "without" too: what it denies follows */
	for (uint32_t n = 1; n <= 2 && n < i; n++) {
		if (token_in(&s->tokens[i - n], r->sets->complementizer))
			return !(r->tags[i - n - 1] & (TAG_STOP | TAG_VERB | TAG_PAST)) && s->tokens[i - n - 1].kind == TOKEN_WORD;
	}
	return false;
}

/* "a forecast of 5%", "sales, at 5%, beat the target": the figure of a forecast or target. */
static claim_mode mode_of_noun(const claim_reader *r, const sentence *s, const claim *c)
{
	const claim_sets *k = r->sets;
	bool counts = c->figure->kind == FIGURE_COUNT || c->figure->kind == FIGURE_VAGUE; /* "won by 12 goals" */
	const word *noun = counts ? NULL : c->measure->head;
	uint32_t i = c->token;
	while (i > 0 && r->tags[i - 1] & TAG_DETERMINER)
		i--;
	if (i > 1 && (token_in(&s->tokens[i - 1], k->of) || token_in(&s->tokens[i - 1], k->colon)))
		noun = s->tokens[i - 2].word;
	if (word_in(noun, k->target_noun))
		return MODE_TARGET;
	return word_in(noun, k->forecast_noun) ? MODE_FORECAST : MODE_ASSERTED;
}

typedef struct cue_list { /* the cues of a sentence */
	claim_mode of_clause[CLAUSES];
	uint32_t negated_at[CLAUSES]; /* the first token that negates it */
	struct {
		uint32_t from; /* token: figures before it are not meant */
		uint16_t clause;
		claim_mode mode;
	} ahead[AHEAD];
	size_t n;
	uint32_t denied; /* token after which all is denied */
} cue_list;

static void take_cue(const claim_reader *r, const sentence *s, uint32_t i, cue_list *cues)
{
	uint16_t clause = s->tokens[i].clause < CLAUSES ? s->tokens[i].clause : CLAUSES - 1;
	bool compound = i > 0 && token_in(&s->tokens[i - 1], r->sets->hyphen) && !(s->tokens[i].flags & TOKEN_SPACE);
	bool none = compound || is_name(r, s, i) || lacks_verb(r, s, i) || !is_cue_verb(r, s, i);
	claim_mode mode = none ? MODE_ASSERTED : cue_at(r, s, i);
	if (mode == MODE_ASSERTED)
		return;
	if (looks_ahead(r, s, i, mode)) {
		if (cues->n < AHEAD) {
			cues->ahead[cues->n].from = i;
			cues->ahead[cues->n].clause = clause;
			cues->ahead[cues->n++].mode = mode;
		}
	} else {
		if (mode == MODE_NEGATED && cues->of_clause[clause] != MODE_NEGATED)
			cues->negated_at[clause] = i;
		cues->of_clause[clause] = stronger(cues->of_clause[clause], mode);
	}
}

/* "Despite three awards, it failed to sell": a phrase with a preposition opens the clause, and the mark after it is between. */
static bool in_opening(const claim_reader *r, const sentence *s, const claim *c, uint32_t cue)
{
	uint32_t first = clause_first(s, c->token);
	if (cue <= c->token || !(r->tags[first] & TAG_PREPOSITION))
		return false;
	for (uint32_t i = first; i < c->token; i++) {
		if (token_in(&s->tokens[i], r->sets->comma))
			return false;
	}
	for (uint32_t i = c->token + 1; i < cue && i <= c->token + CLAIM_REACH; i++) {
		if (token_in(&s->tokens[i], r->sets->comma) && s->tokens[i].depth == s->tokens[c->token].depth)
			return true;
	}
	return false;
}

/* "30 agreed and 12 did not": behind the figure's own verb another figure is what the cue denies. */
static bool has_own_verb(const claim_reader *r, const sentence *s, const claim *c, uint32_t cue)
{
	bool verb = false;
	uint8_t depth = s->tokens[c->token].depth;
	for (uint32_t i = c->token + 1; i < cue; i++) {
		const token *t = &s->tokens[i];
		if (t->depth > depth)
			continue;
		depth = t->depth; /* of brackets, out of which it leads */
		if (verb && t->figure >= 0 && figure_is_amount(r->scan->figures[t->figure].kind))
			return true;
		verb = verb || r->tags[i] & (TAG_VERB | TAG_PAST);
	}
	return false;
}

static claim_mode mode_of(const claim_reader *r, const sentence *s, const claim *c, const cue_list *cues)
{
	if (c->token > cues->denied)
		return MODE_DENIED;
	uint16_t clause = c->clause < CLAUSES ? c->clause : CLAUSES - 1;
	claim_mode told = cues->of_clause[clause];
	uint32_t cue = cues->negated_at[clause];
	if (told == MODE_NEGATED && (in_opening(r, s, c, cue) || has_own_verb(r, s, c, cue)))
		told = MODE_ASSERTED;
	claim_mode mode = stronger(told, mode_of_noun(r, s, c));
	for (size_t i = 0; i < cues->n; i++) {
		if (cues->ahead[i].clause == clause && cues->ahead[i].from < c->token)
			mode = stronger(mode, cues->ahead[i].mode);
	}
	return mode;
}

/* "the 80 clerks that it is to take over, who serve in Arden, including 30 guards and 50 cooks": parts are told as their whole. */
static void take_mode_of_whole(const claim_reader *r, const sentence *s, uint32_t i)
{
	const claim *whole = NULL;
	for (uint32_t k = 0; k < s->figure_count; k++) {
		claim *c = &r->claims[s->first_figure + k];
		if (c->token < i)
			whole = figure_is_amount(c->figure->kind) ? c : whole;
		else if (whole && c->mode == MODE_ASSERTED && c->clause == s->tokens[i].clause)
			c->mode = whole->mode;
	}
}

void modality_read(claim_reader *r, const sentence *s)
{
	cue_list cues = {.denied = UINT32_MAX};
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		if (t->kind != TOKEN_WORD || !(word_mark(r->marks, t->word) & MARK_MODE))
			continue;
		uint32_t past = tag_phrase(r, s, i, r->sets->asserted);
		if (past > i) {
			i = past - 1;
			continue;
		}
		take_cue(r, s, i, &cues);
		if (cues.denied == UINT32_MAX && denies(r, s, i))
			cues.denied = i;
	}
	for (uint32_t i = 0; i < s->figure_count; i++) {
		claim *c = &r->claims[s->first_figure + i];
		c->mode = mode_of(r, s, c, &cues);
	}
	for (uint32_t i = 0; s->figure_count > 1 && i < s->token_count; i++)
		if (token_in(&s->tokens[i], r->sets->member))
			take_mode_of_whole(r, s, i);
}
