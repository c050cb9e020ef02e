/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each word can be, by closed lists and a few endings; no more than finding a noun phrase and its verb needs. */
#include "claim/reader.h"

void claim_sets_resolve(claim_sets *out, const lexicon *lex)
{
	*out = (claim_sets){0};
#define X(field, name) out->field = lexicon_set(lex, SLICE(name));
#include "claim/sets.def"
#undef X
	for (size_t i = 1; i < LEX_SETS; i++) {
		if (slice_starts_with(lexicon_set_name(lex, (lex_set)i), SLICE("predicate.")))
			out->predicates[i / 64] |= UINT64_C(1) << (i % 64);
	}
}

enum { ENDING = 4 /* letters of the longest ending */ };

typedef struct word_endings { /* what a word ends in, as words of the lexicon; NULL: none, or too little is left before it */
	const word *of[ENDING];   /* by the number of its letters, from one on */
} word_endings;

static word_endings endings_of(const claim_reader *r, slice text, size_t least)
{
	word_endings out = {{NULL}};
	size_t at = text.len;
	for (size_t n = 1; n <= ENDING && at > 2; n++) {
		do
			at--;
		while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
		if (at < 2)
			break;
		if (n >= least)
			out.of[n - 1] = lexicon_word(r->lex, slice_sub(text, at, text.len));
	}
	return out;
}

static bool any_in(const word_endings *e, lex_set endings)
{
	bool any = false;
	for (size_t n = 0; n < ENDING; n++)
		any = any || word_in(e->of[n], endings);
	return any;
}

bool tag_ends_in(const claim_reader *r, slice text, lex_set endings, size_t least)
{
	word_endings e = endings_of(r, text, least);
	return any_in(&e, endings);
}

/* A verb's form: which, by its ending; of a listed verb what has no regular ending is a past form. */
static uint16_t tag_verb(claim_reader *r, const word *w, const word_endings *e, bool listed)
{
	const claim_sets *k = r->sets;
	if (word_in(w, k->no_gerund))
		return 0;
	if (any_in(e, k->ending_gerund))
		return TAG_GERUND;
	if (!word_in(w, k->no_past) && any_in(e, k->ending_past))
		return TAG_PAST;
	if (!listed)
		return 0;
	if (vocabulary_verb(r->vocab, w) == w || w->plural || vocabulary_noun(r->vocab, w) != w)
		return TAG_PRESENT;
	return TAG_PAST;
}

static uint16_t tag_function_word(const claim_sets *k, const word *w)
{
	uint16_t tag = 0;
	if (word_in(w, k->determiner))
		tag |= TAG_STOP | TAG_DETERMINER;
	if (word_in(w, k->preposition))
		tag |= TAG_STOP | TAG_PREPOSITION;
	if (word_in(w, k->auxiliary))
		tag |= TAG_STOP | TAG_AUXILIARY;
	if (word_in(w, k->finite))
		tag |= TAG_FINITE;
	if (word_in(w, k->be))
		tag |= TAG_BE;
	if (word_in(w, k->pronoun) || word_in(w, k->conjunction) || word_in(w, k->relative) || word_in(w, k->complementizer) ||
	    word_in(w, k->clause_break) || word_in(w, k->clause_contrast))
		tag |= TAG_STOP;
	if (word_in(w, k->adverb))
		tag |= TAG_STOP | TAG_ADVERB;
	return tag;
}

static uint16_t tag_new(claim_reader *r, const word *w)
{
	const claim_sets *k = r->sets;
	uint16_t tag = tag_function_word(k, w);
	if (tag)
		return tag;
	bool listed = word_in(w, k->verb) || word_in(w, k->speech_verb);
	const word_endings e = endings_of(r, word_text(w), 2);
	tag = tag_verb(r, w, &e, listed);
	if (listed && tag)
		tag |= TAG_VERB;
	if (!tag && !word_in(w, k->no_adverb) && any_in(&e, k->ending_adverb))
		tag |= TAG_ADVERB;
	if (w->plural)
		tag |= TAG_PLURAL;
	bool looks = !tag && !w->plural && !word_in(w, k->no_adjective) && any_in(&e, k->ending_adjective);
	if (looks || word_in(w, k->adjective) || word_in(w, k->place_adjective))
		tag |= TAG_ADJECTIVE;
	if (slice_find_byte(word_text(w), '\'') != SIZE_MAX && vocabulary_noun(r->vocab, w) != w)
		tag |= TAG_POSSESSIVE;
	return tag;
}

uint16_t tag_word(claim_reader *r, const word *w)
{
	struct tag_memo *m = &r->memo[((uintptr_t)w * UINT64_C(0x9E3779B97F4A7C15)) >> r->memo_shift];
	if (m->word != w)
		*m = (struct tag_memo){w, tag_new(r, w)};
	return m->tag;
}

/* Headlines may write every long word with a capital; elsewhere a capital makes a name. */
static bool capitals_are_names(const sentence *s)
{
	enum { LONG = 3 };
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && t->end - t->start > LONG)
			return true;
	}
	return false;
}

/* An unknown word where only a verb can stand: after "would", and after "to" before a figure or determiner. */
static bool is_verb_by_place(claim_reader *r, const sentence *s, uint32_t i)
{
	if (i == 0 || r->tags[i] || s->tokens[i].flags & TOKEN_CAPITAL)
		return false;
	uint16_t before = r->tags[i - 1];
	if (before & TAG_FINITE && !(before & TAG_BE) && !token_in(&s->tokens[i - 1], r->sets->have))
		return true;
	if (!token_in(&s->tokens[i - 1], r->sets->to) || i + 1 >= s->token_count)
		return false;
	const token *next = &s->tokens[i + 1];
	return next->kind == TOKEN_FIGURE || (next->kind == TOKEN_WORD && tag_word(r, next->word) & TAG_DETERMINER);
}

/* An irregular past form where only a noun can stand: "a shot at it", "the cut was". */
static bool is_noun_by_place(claim_reader *r, const sentence *s, uint32_t i)
{
	const uint16_t past = TAG_VERB | TAG_PAST;
	if (i == 0 || (r->tags[i] & past) != past || !(r->tags[i - 1] & TAG_DETERMINER) || i + 1 >= s->token_count)
		return false;
	const token *next = &s->tokens[i + 1];
	if (token_in(&s->tokens[i - 1], r->sets->partitive) ||
	    tag_ends_in(r, word_text(s->tokens[i].word), r->sets->ending_past, 2))
		return false;
	return next->kind == TOKEN_PUNCT || (next->kind == TOKEN_WORD && tag_word(r, next->word) & TAG_STOP);
}

/* An adverb that is a noun behind an adjective or a determiner: "a typical home", "the south". */
static bool is_place_by_place(const claim_reader *r, const sentence *s, uint32_t i)
{
	return i > 0 && r->tags[i] == (TAG_STOP | TAG_ADVERB) && token_in(&s->tokens[i], r->sets->adverb_noun) &&
	       r->tags[i - 1] & (TAG_DETERMINER | TAG_ADJECTIVE | TAG_POSSESSIVE);
}

/* An adjective that is a noun where no noun stands behind it: "the firm was", "values the firm at". */
static bool is_firm_by_place(claim_reader *r, const sentence *s, uint32_t i)
{
	if (i == 0 || !token_in(&s->tokens[i], r->sets->adjective_noun))
		return false;
	bool room = i > 1 && token_in(&s->tokens[i - 2], r->sets->hyphen); /* "a three-bedroom flat" */
	if (!room && !(r->tags[i - 1] & (TAG_DETERMINER | TAG_POSSESSIVE)))
		return false;
	if (i + 1 >= s->token_count || s->tokens[i + 1].kind != TOKEN_WORD)
		return true;
	return (tag_word(r, s->tokens[i + 1].word) & (TAG_STOP | TAG_PAST | TAG_VERB | TAG_ADVERB)) != 0;
}

void tag_sentence(claim_reader *r, const sentence *s)
{
	const uint16_t verb = TAG_VERB | TAG_PAST | TAG_GERUND | TAG_PRESENT;
	bool names = capitals_are_names(s);
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		r->tags[i] = t->kind == TOKEN_PUNCT ? TAG_STOP : 0;
		if (t->kind != TOKEN_WORD)
			continue;
		r->tags[i] = tag_word(r, t->word);
		if (names && t->flags & TOKEN_CAPITAL && !(t->flags & TOKEN_FIRST)) {
			bool adjective = word_in(t->word, r->sets->place_adjective);
			r->tags[i] &= (uint16_t) ~(adjective ? verb : verb | TAG_ADJECTIVE);
			if (r->tags[i] == (TAG_STOP | TAG_ADVERB)) /* "South Africa" */
				r->tags[i] = 0;
		}
		if (names && t->flags & TOKEN_ALL_CAPS && t->end - t->start > 1 &&
		    token_in(t, r->sets->pronoun)) /* "40 US troops" */
			r->tags[i] = 0;
		if (is_noun_by_place(r, s, i) || is_place_by_place(r, s, i) || is_firm_by_place(r, s, i))
			r->tags[i] = 0;
		if (is_verb_by_place(r, s, i))
			r->tags[i] = TAG_VERB | TAG_PRESENT;
	}
}

lex_set predicate_class_of(const claim_reader *r, const word *w)
{
	lex_set found = 0;
	for (size_t i = 0; w && i < LEX_SETS / 64; i++) {
		uint64_t bits = w->in[i] & r->sets->predicates[i];
		if (!bits)
			continue;
		if (found || (bits & (bits - 1)))
			return 0;
		found = (lex_set)(i * 64 + (size_t)__builtin_ctzll(bits));
	}
	return found;
}

static bool is_predicate(const claim_reader *r, lex_set which)
{
	return r->sets->predicates[which / 64] >> (which % 64) & 1;
}

/* The class of a phrase that ends at this step; 0 if there is none, or there are several. */
static lex_set class_of_entries(const claim_reader *r, const lex_entry *e)
{
	lex_set found = 0;
	for (; e; e = lexicon_next(e)) {
		if (!is_predicate(r, e->set))
			continue;
		if (found)
			return 0;
		found = e->set;
	}
	return found;
}

lex_set predicate_class_at(const claim_reader *r, const sentence *s, uint32_t at, uint32_t *end)
{
	lex_set found = predicate_class_of(r, s->tokens[at].word);
	*end = at + 1;
	const lex_step *step = lexicon_step(r->lex, lexicon_root(r->lex), s->tokens[at].word);
	for (uint32_t i = at + 1; step && i < s->token_count; i++) {
		step = lexicon_step(r->lex, step, s->tokens[i].word);
		lex_set longer = class_of_entries(r, lexicon_entries(step));
		if (longer) {
			found = longer;
			*end = i + 1;
		}
	}
	return found;
}

const lex_entry *tag_phrase_entry(const claim_reader *r, const sentence *s, uint32_t at, lex_set which, uint32_t *end)
{
	const word *first = at < s->token_count ? s->tokens[at].word : NULL;
	bool alone = word_in(first, which);
	*end = at;
	if (!first || !(alone || first->opens))
		return NULL;
	const lex_entry *found = NULL;
	const lex_step *step = lexicon_root(r->lex);
	for (uint32_t i = at; i < s->token_count; i++) {
		step = lexicon_step(r->lex, step, s->tokens[i].word);
		if (!step)
			break;
		if (i == at && !alone)
			continue;
		for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
			if (e->set == which) {
				found = e;
				*end = i + 1;
			}
		}
	}
	return found;
}

uint32_t tag_phrase(const claim_reader *r, const sentence *s, uint32_t at, lex_set which)
{
	uint32_t end;
	tag_phrase_entry(r, s, at, which, &end);
	return end;
}
