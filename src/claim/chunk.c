/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases without a tagger: a run of at most five words that are no function words, ended by its first plural. */
#include "base/ascii.h"
#include "claim/reader.h"

enum { PHRASE_WORDS = 5, CHAIN = 3 /* "of" phrases in a row */ };

bool chunk_is_hyphen(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (i == 0 || i + 1 >= s->token_count || !token_in(&s->tokens[i], r->sets->hyphen))
		return false;
	return s->tokens[i + 1].kind == TOKEN_WORD && !((s->tokens[i].flags | s->tokens[i + 1].flags) & TOKEN_SPACE);
}

/* "U.S.": initials with their full stops. */
static bool is_initial(const claim_reader *r, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	return t->kind == TOKEN_WORD && t->end - t->start == 1 && t->flags & TOKEN_CAPITAL && i + 1 < s->token_count &&
	       token_in(&s->tokens[i + 1], r->sets->stop) && !(s->tokens[i + 1].flags & TOKEN_SPACE);
}

/* The token after the word that begins at i: "anti-terror" is one word of three tokens, "U.S." one of four. */
static uint32_t word_end(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint32_t from = i;
	while (i < s->token_count && i < from + 2 * PHRASE_WORDS && is_initial(r, s, i))
		i += 2;
	if (i > from)
		return i;
	i++;
	for (int parts = 0; parts < PHRASE_WORDS && i < s->token_count && chunk_is_hyphen(r, s, i); parts++)
		i += 2;
	return i;
}

/* Whether a noun can still follow at i: tells "22 registered voters" from "22 registered on Monday". */
static bool goes_on(const claim_reader *r, const sentence *s, uint32_t i)
{
	for (uint32_t n = 0; n < 3 && i < s->token_count; n++, i = word_end(r, s, i)) {
		i += token_in(&s->tokens[i], r->sets->joiner) && r->tags[i - 1] & (TAG_PAST | TAG_ADJECTIVE) &&
		     i + 1 < s->token_count;
		if (s->tokens[i].kind != TOKEN_WORD || r->tags[i] & TAG_STOP)
			return false;
		if (!(r->tags[i] & (TAG_PAST | TAG_ADVERB)))
			return true;
	}
	return false;
}

/* A listed verb's present form after a noun: before what begins another phrase ("turnover hit the mark"), or in the third
 * person before a noun or infinitive ("the board expects profits to rise"). */
bool chunk_is_present(const claim_reader *r, const sentence *s, uint32_t i, uint32_t end)
{
	if (end - i > 1 || !(r->tags[i] & TAG_PRESENT) || end >= s->token_count)
		return false;
	bool base = word_is_lemma(s->tokens[i].word);
	if (base && i > 0 &&
	    (token_in(&s->tokens[end], r->sets->relative) || token_in(&s->tokens[end], r->sets->complementizer)) &&
	    !(r->tags[i - 1] & (TAG_PLURAL | TAG_STOP)))
		return false; /* "the success rate that" */
	if (r->tags[end] & TAG_DETERMINER || s->tokens[end].kind == TOKEN_FIGURE)
		return true;
	if (base || s->tokens[end].kind != TOKEN_WORD)
		return false;
	return token_in(&s->tokens[end], r->sets->to) || !(r->tags[end] & (TAG_STOP | TAG_VERB | TAG_PAST));
}

/* Whether the word of tokens [i, end) still belongs to the phrase; noun and plural tell what was read before. */
static bool belongs(const claim_reader *r, const sentence *s, uint32_t i, uint32_t end, bool noun, bool plural)
{
	uint16_t first = r->tags[i], last = r->tags[end - 1];
	bool hyphened = end - i > 1;
	if (hyphened ? first & (TAG_AUXILIARY | TAG_PREPOSITION) && noun : first & TAG_STOP)
		return false;
	if (plural) /* "sports clubs", but "people yesterday" is no phrase */
		return (last & TAG_PLURAL) && !(last & (TAG_POSSESSIVE | TAG_PAST)) &&
		       !token_in(&s->tokens[i], r->sets->plural_alone) && !token_in(&s->tokens[i - 1], r->sets->plural_alone);
	if (last & TAG_PAST && !hyphened && (noun || word_in(s->tokens[i].word, r->sets->verb_of_subject)))
		return false;
	if (last & (TAG_PAST | TAG_GERUND | TAG_ADVERB))
		return goes_on(r, s, end);
	return !(noun && chunk_is_present(r, s, i, end));
}

/* A word that the phrase may end with. */
static bool can_head(uint16_t tag)
{
	if (tag & TAG_PLURAL)
		return true;
	return !(tag & (TAG_ADJECTIVE | TAG_POSSESSIVE | TAG_ADVERB | TAG_PAST | TAG_GERUND));
}

static uint32_t skip_determiners(const claim_reader *r, const sentence *s, uint32_t i)
{
	while (i < s->token_count && (r->tags[i] & TAG_DETERMINER || token_in(&s->tokens[i], r->sets->quantifier) ||
	                              token_in(&s->tokens[i], r->sets->quote)))
		i++;
	return i;
}

/* Past a figure that is a part of the phrase's words: "first-team players", "the Alder 500 index". */
static uint32_t figure_part(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (s->tokens[i].kind != TOKEN_FIGURE)
		return i;
	if (chunk_is_hyphen(r, s, i + 1))
		return word_end(r, s, i);
	return r->scan->figures[s->tokens[i].figure].kind == FIGURE_LABEL ? i + 1 : i;
}

/* The apostrophe at i that makes a genitive of the plural before it, since a noun goes on and no quotation is open. */
static bool ends_genitive(const claim_reader *r, const sentence *s, uint32_t first, uint32_t i)
{
	if (!token_in(&s->tokens[i], r->sets->quote) || s->tokens[i].flags & TOKEN_SPACE || i + 1 >= s->token_count)
		return false;
	for (uint32_t k = first > 0 ? first - 1 : 0; k < i; k++) {
		if (token_in(&s->tokens[k], r->sets->quote))
			return false;
	}
	const token *next = &s->tokens[i + 1];
	return next->kind == TOKEN_WORD && next->flags & TOKEN_SPACE &&
	       (r->tags[i + 1] & TAG_PLURAL || !(r->tags[i + 1] & (TAG_STOP | TAG_PAST | TAG_VERB | TAG_ADVERB)));
}

/* Past what belongs to a phrase and is no word of it: a figure, an opening quotation mark, a genitive's apostrophe, behind
 * which no plural has been read yet. */
static uint32_t past_mark(const claim_reader *r, const sentence *s, uint32_t first, uint32_t i, uint32_t words, bool *plural)
{
	uint32_t part = figure_part(r, s, i);
	if (part > i)
		return part;
	if (token_in(&s->tokens[i], r->sets->quote) && words < 2 && !*plural) /* two ‘sleeper cells’ */
		return i + 1;
	if (!*plural || !ends_genitive(r, s, first, i)) /* "two nurses' unions" */
		return i;
	*plural = false;
	return i + 1;
}

noun_phrase chunk_noun(claim_reader *r, const sentence *s, uint32_t from)
{
	noun_phrase p = {0};
	uint32_t i = skip_determiners(r, s, from), words = 0;
	if (i >= s->token_count)
		return p;
	uint8_t depth = s->tokens[i].depth;
	uint32_t last_noun = UINT32_MAX, alone = UINT32_MAX, last_end = i;
	bool plural = false;
	p.first = i;
	while (i < s->token_count && words < PHRASE_WORDS) {
		const token *t = &s->tokens[i];
		if (t->depth != depth)
			break;
		uint32_t part = past_mark(r, s, p.first, i, words, &plural);
		if (part > i) {
			i = part;
			continue;
		}
		if (t->kind == TOKEN_FIGURE)
			break;
		uint32_t end = word_end(r, s, i);
		if (is_initial(r, s, i)) {
			i = end;
			words++;
			continue;
		}
		bool adjectives = words > 0 && last_noun == UINT32_MAX && token_in(t, r->sets->joiner) &&
		                  r->tags[i - 1] & (TAG_ADJECTIVE | TAG_PAST) && goes_on(r, s, i + 1) &&
		                  !(i + 2 < s->token_count && r->tags[i + 1] & TAG_PRESENT && s->tokens[i + 2].figure >= 0);
		if (adjectives) { /* "issued and outstanding shares" */
			i++;
			continue;
		}
		if (t->kind != TOKEN_WORD || !belongs(r, s, i, end, last_noun != UINT32_MAX, plural))
			break;
		uint16_t tag = r->tags[end - 1];
		bool qualified = i > p.first && r->tags[i - 1] & TAG_ADVERB && !(tag & TAG_PLURAL); /* "badly hurt" */
		if (can_head(tag) && !qualified) {
			last_noun = end - 1;
			last_end = end;
			plural = tag & TAG_PLURAL;
			if (r->head_first)
				break;
		} else if (r->head_first && tag & TAG_ADJECTIVE) {
			alone = end - 1;
		}
		i = end;
		words++;
	}
	if (last_noun == UINT32_MAX && alone != UINT32_MAX) { /* the wounded */
		last_noun = alone;
		last_end = alone + 1;
	}
	if (last_noun == UINT32_MAX)
		return p;
	p.head = last_noun;
	p.end = last_end;
	p.found = true;
	return p;
}

/* Read backwards, the word at i ends what can stand before the noun: a verb, by its form and by the word before it. */
static bool is_verb_before(const claim_reader *r, const sentence *s, uint32_t i)
{
	uint16_t tag = r->tags[i], before = i > 0 ? r->tags[i - 1] : TAG_STOP;
	if (before & TAG_DETERMINER)
		return false;
	if (tag & TAG_GERUND)
		return before & TAG_AUXILIARY;
	if (tag & TAG_PAST)
		return tag & TAG_VERB || r->head_first; /* where it is not the participle's form too */
	if (!(tag & TAG_PRESENT) || i == 0)
		return false;
	if (before & TAG_AUXILIARY || token_in(&s->tokens[i - 1], r->sets->to) || before & TAG_PLURAL)
		return true;
	bool says =
		verb_in(&s->tokens[i], r->sets->speech_strong) && r->tags[i + 1] & TAG_POSSESSIVE; /* "men in Arden say Korvan's" */
	if (says && !(before & TAG_STOP))
		return true;
	return !(before & TAG_STOP) && chunk_is_present(r, s, i, i + 1);
}

bool chunk_is_name(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (s->tokens[i].figure < 0)
		return false;
	const figure *f = &r->scan->figures[s->tokens[i].figure];
	return f->kind == FIGURE_LABEL && f->why == LABEL_NAME;
}

/* "the Lamp 11", "the K9": a name that ends in a number, or is one with letters. */
static noun_phrase name_before(claim_reader *r, const sentence *s, uint32_t end)
{
	uint32_t i = end - 1;
	noun_phrase p = {.first = i, .end = end, .head = i, .found = true};
	if (i > 0 && s->tokens[i - 1].kind == TOKEN_WORD && s->tokens[i - 1].depth == s->tokens[i].depth &&
	    s->tokens[i - 1].flags & TOKEN_CAPITAL && !(r->tags[i - 1] & TAG_STOP)) {
		p = chunk_before(r, s, i);
		p.end = end;
	}
	char first = r->doc->text.ptr[s->tokens[i].start];
	p.found = p.found && (p.first < i || !ascii_is_digit(first));
	return p;
}

noun_phrase chunk_before(claim_reader *r, const sentence *s, uint32_t end)
{
	const uint16_t no_head = TAG_ADJECTIVE | TAG_POSSESSIVE | TAG_PAST | TAG_GERUND;
	noun_phrase p = {0};
	uint32_t first = end, words = 0;
	if (end > 0 && chunk_is_name(r, s, end - 1))
		return name_before(r, s, end);
	if (end == 0 || (r->tags[end - 1] & no_head && !(r->tags[end - 1] & TAG_PLURAL)))
		return p;
	while (first > 0 && words < PHRASE_WORDS) {
		const token *t = &s->tokens[first - 1];
		if (t->kind != TOKEN_WORD || t->depth != s->tokens[end - 1].depth || r->tags[first - 1] & (TAG_STOP | TAG_ADVERB))
			break;
		bool head_plural = first == end && r->tags[first - 1] & TAG_PLURAL;
		if (!head_plural && is_verb_before(r, s, first - 1))
			break;
		first--;
		words++;
		while (first > 1 && chunk_is_hyphen(r, s, first - 1))
			first -= 2;
	}
	uint32_t head = end - 1;
	if (r->head_first) {
		head = first;
		while (head + 1 < end && !can_head(r->tags[head]))
			head++;
	}
	return first == end ? p : (noun_phrase){.first = first, .end = end, .head = head, .found = true};
}

/* Past the genitives that follow a head. */
static uint32_t genitives_end(claim_reader *r, const sentence *s, uint32_t from)
{
	uint32_t end = from;
	while (r->head_first && end < from + PHRASE_WORDS && end < s->token_count) {
		const token *t = &s->tokens[end];
		if (t->kind != TOKEN_WORD || r->tags[end] & (TAG_STOP | TAG_PAST | TAG_VERB | TAG_ADVERB) ||
		    !tag_ends_in(r, word_text(t->word), r->sets->ending_genitive, 1))
			break;
		end++;
	}
	return end;
}

uint32_t chunk_complement_end(claim_reader *r, const sentence *s, uint32_t from)
{
	uint32_t end = genitives_end(r, s, from);
	for (int n = 0; n < CHAIN && end < s->token_count && token_in(&s->tokens[end], r->sets->of); n++) {
		noun_phrase p = chunk_noun(r, s, end + 1);
		if (!p.found)
			break;
		end = p.end;
	}
	return end;
}
