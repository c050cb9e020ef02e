/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/announce_names.h"

enum { PHRASE_TOKENS = 4 /* before "of" */ };

static bool is_in(const sentence *s, uint32_t i, lex_set which)
{
	return i < s->token_count && word_in(s->tokens[i].word, which);
}

static bool is_capital(const sentence *s, uint32_t i)
{
	return i < s->token_count && s->tokens[i].kind == TOKEN_WORD && s->tokens[i].flags & TOKEN_CAPITAL;
}

bool announce_names_alone(const list_words *w, const document *d, const sentence *s, uint32_t from, uint32_t to)
{
	bool begins = true;
	for (uint32_t i = from; i < to; i++) {
		bool joiner = is_in(s, i, w->joiner);
		if (begins && !joiner && !is_capital(s, i) && !document_within(d, s->tokens[i].start, INLINE_CODE))
			return false;
		begins = joiner || is_in(s, i, w->comma) || is_in(s, i, w->semicolon);
	}
	return !begins;
}

/* The token behind the name at i, of words with capitals: "Bank of Arden", "the Corvin-Reed Group"; i if none stands there. */
static uint32_t past_name(const list_words *w, const sentence *s, uint32_t i)
{
	uint32_t at = i + (is_in(s, i, w->definite) && !is_capital(s, i));
	if (!is_capital(s, at))
		return i;
	for (;;) {
		while (is_capital(s, at))
			at++;
		bool hyphen = is_in(s, at, w->dash) && !(s->tokens[at].flags & TOKEN_SPACE);
		if (!(hyphen || is_in(s, at, w->of)) || !is_capital(s, at + 1))
			return at;
		at++;
	}
}

/* An age between commas, "Jon Berg, 34, and": the token behind it; i if none stands at i. */
static uint32_t past_age(const list_words *w, const sentence *s, uint32_t i)
{
	bool told = is_in(s, i, w->comma) && i + 1 < s->token_count && s->tokens[i + 1].kind == TOKEN_FIGURE;
	bool ends = told && (i + 2 >= s->token_count || s->tokens[i + 2].kind == TOKEN_PUNCT || is_in(s, i + 2, w->joiner));
	return ends ? i + 2 : i;
}

typedef struct names {
	int64_t n, joined;
	uint32_t end; /* the token behind them */
} names;

static names read_names(const list_words *w, const sentence *s, uint32_t i)
{
	names out = {.end = i};
	for (uint32_t next; (next = past_name(w, s, i)) > i; out.end = i) {
		i = past_age(w, s, next);
		out.n++;
		out.end = i;
		bool comma = is_in(s, i, w->comma), joiner = is_in(s, i + comma, w->joiner);
		if (out.joined && !(joiner && !comma))
			break; /* a comma behind the last one is the sentence's */
		if (!comma && !joiner)
			break;
		if (past_name(w, s, i + comma + joiner) == i + comma + joiner)
			break;
		out.joined += joiner;
		i += (uint32_t)comma + (uint32_t)joiner;
	}
	return out;
}

/* "Arden and Bexley and Corran" may hold one name of two words. */
static set how_many(const names *all)
{
	if (!all->joined || all->n < 2)
		return set_empty();
	return set_integers(set_closed(rational_int(all->n - (all->joined - 1)), rational_int(all->n)));
}

static bool ends_sentence(const list_words *w, const sentence *s, uint32_t i)
{
	return i >= s->token_count || is_in(s, i, w->stop);
}

/* Whether the number is of things that are known, "the three", "two of the", or that the sentence is about: behind "in", "after" or
 * "with" the names beside it may be of something else. */
static bool may_be_named(const list_words *w, const sentence *s, const claim *c, link_grade *grade)
{
	const token *before = c->token > 0 ? &s->tokens[c->token - 1] : NULL;
	bool known = before && word_in(before->word, w->definite);
	if (!known && *grade > GRADE_PROBABLE)
		*grade = GRADE_PROBABLE;
	return known || !before || !word_in(before->word, w->preposition) || word_in(before->word, w->of);
}

/* ", Orme, Vale and Berg,": behind the second comma the sentence goes on with its verb. */
static set in_commas(const list_words *w, const sentence *s, const claim *c, uint32_t open, link_grade *grade)
{
	for (uint32_t i = open - 1; i > c->token && is_capital(s, i); i--)
		if (is_in(s, i - 1, w->of) || (is_in(s, i - 1, w->definite) && i > 1 && is_in(s, i - 2, w->of)))
			return set_empty(); /* "two chains of Arden, Bexley and Corran": the first name stands before the comma */
	names all = read_names(w, s, open + 1);
	bool closed = is_in(s, all.end, w->comma) && !is_in(s, all.end + 1, w->joiner) && !is_in(s, all.end + 1, w->open_list) &&
	              !is_capital(s, all.end + 1);
	if (!closed && !ends_sentence(w, s, all.end))
		return set_empty();
	return may_be_named(w, s, c, grade) ? how_many(&all) : set_empty();
}

/* "are Aldane, Corvin and Orso." */
static set as_predicate(const list_words *w, const sentence *s, const claim *c, uint32_t open)
{
	names all = read_names(w, s, open + 1);
	bool known = c->token > 0 && word_in(s->tokens[c->token - 1].word, w->definite);
	return known && ends_sentence(w, s, all.end) ? how_many(&all) : set_empty();
}

static set behind_of(const list_words *w, const sentence *s, const claim *c)
{
	for (uint32_t i = c->token + 1; i < s->token_count && i <= c->token + PHRASE_TOKENS; i++) {
		if (s->tokens[i].kind != TOKEN_WORD)
			break;
		if (!is_in(s, i, w->of))
			continue;
		if (is_in(s, i + 1, w->definite) && !is_capital(s, i + 1))
			return set_empty(); /* "two shires of the Old League, Arden and Bexley" names what they are of, too */
		names all = read_names(w, s, i + 1);
		return is_in(s, i - 1, w->place) ? how_many(&all) : set_empty();
	}
	return set_empty();
}

set announce_names(const list_words *w, const sentence *s, const claim *c, uint32_t open, link_grade *grade)
{
	set places = behind_of(w, s, c);
	if (!set_is_empty(&places))
		return places;
	if (is_in(s, open, w->comma))
		return in_commas(w, s, c, open, grade);
	return is_in(s, open, w->copula) ? as_predicate(w, s, c, open) : set_empty();
}
