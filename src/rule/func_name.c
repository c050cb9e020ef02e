/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions of who is spoken of: names in a sentence, and words between two figures. */
#include "rule/func_table.h"

#include "rule/phrase.h"

typedef struct name_walk {
	const scan *sc;
	const sentence *s;
	lex_set before, after; /* what a place's name stands after; what a person's name stands before */
} name_walk;

static const sentence *sentence_of(const func_call *c, const claim *x)
{
	const scan *sc = c->ev->binding->scan;
	return sc ? scan_tokens(sc, x->sentence) : NULL;
}

/* A capital that no beginning of a sentence explains; an abbreviation in capitals is no person. */
static bool is_name(const sentence *s, uint32_t i)
{
	if (i >= s->token_count)
		return false;
	const token *k = &s->tokens[i];
	bool capital = k->kind == TOKEN_WORD && k->flags & TOKEN_CAPITAL && !(k->flags & TOKEN_ALL_CAPS);
	return capital && k->word && !(k->flags & TOKEN_FIRST && k->word->known);
}

static uint32_t run_end(const sentence *s, uint32_t i)
{
	while (is_name(s, i) || (i < s->token_count && is_name(s, i + 1) && s->tokens[i].kind == TOKEN_WORD &&
	                         !(s->tokens[i].flags & TOKEN_SPACE))) /* "Smith's", "Jean-Luc" */
		i++;
	return i;
}

/* Whether the run [from, to) is a person's, as far as can be seen: not after a preposition of place or an article, unless somebody
 * is said right after it to do something. */
static bool is_person(const name_walk *w, uint32_t from, uint32_t to)
{
	uint32_t next = to < w->s->token_count && w->s->tokens[to].kind == TOKEN_PUNCT ? to + 1 : to;
	bool acts = phrase_length(w->sc, w->s, next, w->after) > 0;
	return acts || from == 0 || phrase_length(w->sc, w->s, from - 1, w->before) == 0;
}

void func_one_name(func_call *c)
{
	const claim *x = c->args[0].claims[0];
	name_walk w = {c->ev->binding->scan, sentence_of(c, x), c->args[1].words, c->args[2].words};
	size_t persons = 0;
	for (uint32_t i = 0; w.s && i < w.s->token_count; i++) {
		if (!is_name(w.s, i))
			continue;
		uint32_t end = run_end(w.s, i);
		persons += is_person(&w, i, end);
		i = end;
	}
	c->truth = w.s && persons <= 1 ? TRUTH_TRUE : TRUTH_FALSE;
}

/* The word before the figure, or before the bracket or comma that it stands behind. */
void func_after_name(func_call *c)
{
	const claim *x = c->args[0].claims[0];
	const sentence *s = sentence_of(c, x);
	uint32_t i = x->token;
	if (s && i > 0 && s->tokens[i - 1].kind == TOKEN_PUNCT)
		i--;
	c->truth = s && i > 0 && is_name(s, i - 1) ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_between(func_call *c)
{
	const claim *a = c->args[0].claims[0], *b = c->args[1].claims[0];
	const sentence *s = sentence_of(c, a);
	uint32_t from = a->token < b->token ? a->token : b->token, to = a->token < b->token ? b->token : a->token;
	bool stands = s && a->sentence == b->sentence && phrase_stands(c->ev->binding->scan, s, from + 1, to, c->args[2].words);
	c->truth = stands ? TRUTH_TRUE : TRUTH_FALSE;
}

/* "two a game" of 42 games: the word behind "a", the third at most, is what b counts. */
void func_told_per(func_call *c)
{
	enum { REACH = 5 };
	const claim *r = c->args[0].claims[0], *b = c->args[1].claims[0];
	const sentence *s = sentence_of(c, r);
	const word *noun = b->measure->head;
	vocabulary *vocab = c->ev->binding->scan->vocab;
	c->truth = TRUTH_FALSE;
	for (uint32_t i = r->token + 1; s && noun && i < s->token_count && i <= r->token + REACH; i++)
		if (s->tokens[i].word && vocabulary_noun(vocab, s->tokens[i].word) == vocabulary_noun(vocab, noun))
			c->truth = TRUTH_TRUE;
}

/* "Arden 30": in a list of counts it may be one of them. */
void func_name_between(func_call *c)
{
	const claim *a = c->args[0].claims[0], *b = c->args[1].claims[0];
	const scan *sc = c->ev->binding->scan;
	const sentence *s = sentence_of(c, a);
	c->truth = TRUTH_FALSE;
	for (uint32_t i = 0; s && i < s->figure_count; i++) {
		const figure *f = &sc->figures[s->first_figure + i];
		bool inside = (f->start > a->figure->start) != (f->start > b->figure->start);
		if (inside && f->kind == FIGURE_LABEL && f->why == LABEL_NAME)
			c->truth = TRUTH_TRUE;
	}
}

void func_attributive(func_call *c)
{
	c->truth = c->args[0].claims[0]->figure->attributive ? TRUTH_TRUE : TRUTH_FALSE;
}

void func_in_years(func_call *c)
{
	enum { YEAR = 31556952 };
	const figure *f = c->args[0].claims[0]->figure;
	c->truth = !figure_unit(f)->name.len || rational_compare(figure_unit(f)->to_base, rational_int(YEAR)) == 0 ? TRUTH_TRUE
	                                                                                                           : TRUTH_FALSE;
}

void func_one_clause(func_call *c)
{
	const claim *a = c->args[0].claims[0], *b = c->args[1].claims[0];
	c->truth = a->sentence == b->sentence && a->clause == b->clause ? TRUTH_TRUE : TRUTH_FALSE;
}
