/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/lead_in.h"

#include "base/limits.h"

enum {
	TAIL = 14,      /* tokens between the phrase and the colon, */
	LONG_TAIL = 30, /* where the number is told as all there are, */
	SHORT_TAIL = 5, /* and where no colon tells that something follows */
	ASIDE = 5,      /* tokens of a bracket between the number and its noun: "two (hidden) fields" */
	TITLE_TOKENS = 14,
	PHRASE_WORDS = 5,
	OPENING = 3, /* tokens that may stand before the number that opens a sentence */
	REACH = 6    /* tokens back to "there" */
};

typedef struct lead { /* what is known while a sentence is looked at */
	const list_words *w;
	const reading_of *doc;
	const sentence *s;
	const claim *c;
	const word *head; /* the counted noun's lemma, NULL: none stands behind the number */
	uint32_t before;  /* the first token of the number with what belongs to it: "the", "only" */
	uint32_t after;   /* the token behind the noun's phrase */
	uint32_t end;     /* the colon or stop that ends the sentence, or token_count */
	bool colon, stop;
} lead;

static const token *at(const lead *l, uint32_t i)
{
	return &l->s->tokens[i];
}

static bool in(const lead *l, uint32_t i, lex_set which)
{
	return i < l->s->token_count && word_in(at(l, i)->word, which);
}

static bool is_char(const lead *l, uint32_t i, char c)
{
	return i < l->s->token_count && at(l, i)->end - at(l, i)->start == 1 && l->doc->doc->text.ptr[at(l, i)->start] == c;
}

static bool counts_things(const claim *c)
{
	const figure *f = c->figure;
	return f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && f->base == BASE_NUMBER &&
	       f->hedge == HEDGE_NONE && rational_compare(f->value, rational_int(2)) >= 0 &&
	       rational_compare(f->value, rational_int(LIMIT_LIST_ITEMS)) <= 0;
}

/* Finds the end of the sentence proper: its colon (of "::" the first), or its stop. */
static void find_end(lead *l)
{
	uint32_t end = l->s->token_count;
	while (end > 0 && in(l, end - 1, l->w->quote))
		end--;
	while (end > 0 && in(l, end - 1, l->w->colon)) {
		l->colon = true;
		end--;
	}
	if (!l->colon && end > 0 && in(l, end - 1, l->w->stop)) {
		l->stop = true;
		end--;
	}
	l->end = end;
}

static bool is_plural(const lead *l, uint32_t i)
{
	const word *k = at(l, i)->word;
	return at(l, i)->kind == TOKEN_WORD && (k->plural || k != vocabulary_noun(l->doc->scan.vocab, k));
}

/* The noun's phrase as the claim has it, where that stands behind the number. */
static bool take_measure(lead *l)
{
	slice phrase = l->c->measure.phrase, text = l->doc->doc->text;
	if (!l->c->measure.head || l->c->measure.elided_from >= 0 || phrase.ptr < text.ptr || phrase.ptr >= text.ptr + text.len)
		return false;
	uint32_t start = (uint32_t)(phrase.ptr - text.ptr), end = start + (uint32_t)phrase.len;
	bool plural = false;
	for (l->after = l->c->token + 1; l->after < l->s->token_count && at(l, l->after)->start < end; l->after++)
		plural |= is_plural(l, l->after);
	l->head = vocabulary_noun(l->doc->scan.vocab, l->c->measure.head);
	return plural && start > at(l, l->c->token)->start;
}

/* Past a short bracket without a number that opens at token i: "two (hidden) fields"; else i. */
static uint32_t past_aside(const lead *l, uint32_t i)
{
	if (!is_char(l, i, '('))
		return i;
	for (uint32_t k = i + 1; k < l->end && k <= i + ASIDE && at(l, k)->kind != TOKEN_FIGURE; k++)
		if (is_char(l, k, ')'))
			return k + 1;
	return i;
}

/* Marks that stand within a phrase: "two light-weight, plain parts", "two \"parts\"". */
static bool is_within_phrase(const lead *l, uint32_t i, uint32_t from)
{
	const token *t = at(l, i);
	if (t->kind != TOKEN_PUNCT)
		return false;
	return in(l, i, l->w->quote) ||
	       (i > from && ((!(t->flags & TOKEN_SPACE) && in(l, i, l->w->dash)) || in(l, i, l->w->comma)));
}

/* Else the first plural behind the number and a few words that are none of grammar. */
static bool take_plural(lead *l)
{
	uint32_t from = past_aside(l, l->c->token + 1), words = 0;
	for (uint32_t i = from; i < l->end && words < PHRASE_WORDS; i++) {
		const token *t = at(l, i);
		if (is_within_phrase(l, i, from) || (i == from && word_in(t->word, l->w->following)))
			continue;
		if (t->kind != TOKEN_WORD || word_in(t->word, l->w->determiner) || word_in(t->word, l->w->preposition) ||
		    word_in(t->word, l->w->finite) || word_in(t->word, l->w->joiner))
			return false;
		words++;
		if (!is_plural(l, i))
			continue;
		l->head = vocabulary_noun(l->doc->scan.vocab, t->word);
		l->after = i + 1;
		return true;
	}
	return false;
}

static void find_phrase(lead *l)
{
	if (take_measure(l) || take_plural(l))
		return;
	l->head = NULL;
	l->after = l->c->token + 1;
}

/* "there are", and not "if there are". */
static bool is_there(const lead *l)
{
	if (l->before == 0 || !in(l, l->before - 1, l->w->exist))
		return false;
	for (uint32_t i = l->before - 1; i-- > 0 && l->before - i <= REACH;)
		if (in(l, i, l->w->there))
			return i == 0 || !in(l, i - 1, l->w->condition);
	return false;
}

/* Nothing of weight stands before the number: "Currently, three rules"; or another clause: "To float it, three steps". */
static bool opens(const lead *l)
{
	uint32_t i = l->before;
	if (i > 1 && l->colon && (in(l, i - 1, l->w->comma) || in(l, i - 1, l->w->colon)))
		return true;
	while (i > 0 && l->before - i < OPENING &&
	       (in(l, i - 1, l->w->comma) || in(l, i - 1, l->w->before) || at(l, i - 1)->kind == TOKEN_PUNCT))
		i--;
	return i == 0;
}

/* "one of two modes:" */
static bool is_choice(const lead *l)
{
	return l->before >= 2 && in(l, l->before - 1, l->w->of) &&
	       (at(l, l->before - 2)->kind == TOKEN_FIGURE || in(l, l->before - 2, l->w->part_of));
}

/* The verb that has, gives or lists them, or "into", "of". */
static bool is_led(const lead *l)
{
	if (l->before == 0)
		return false;
	const token *t = at(l, l->before - 1);
	if (t->kind != TOKEN_WORD)
		return false;
	if (word_in(t->word,
	            l->w->between)) /* "it distinguishes between two sorts:", but not "differences between two sorts:" */
		return l->before > 1 && in(l, l->before - 2, l->w->lead_verb);
	return word_in(t->word, l->w->lead_verb) || word_in(t->word, l->w->lead_word) || word_in(t->word, l->w->preposition);
}

/* "the first two", "PHP 8 features", "tier 3 targets": the number is of a part, or no number of these things. */
static bool is_of_part(const lead *l)
{
	uint32_t k = l->c->token;
	const token *prior = l->before > 0 ? at(l, l->before - 1) : NULL;
	if (prior && prior->kind == TOKEN_FIGURE && l->doc->scan.figures[prior->figure].kind == FIGURE_ORDINAL)
		return true;
	if (is_char(l, k + 1, '(') && past_aside(l, k + 1) == k + 1) /* "two (in fact three) modes" */
		return true;
	bool further = in(l, k + 1, l->w->further) && l->colon && (is_led(l) || is_there(l)); /* "it has two more modes:" */
	if ((in(l, k + 1, l->w->other) && !further && !opens(l) && !is_there(l)) ||
	    (l->before > 0 && in(l, l->before - 1, l->w->not_before)) ||
	    (l->before > 0 && in(l, l->before - 1, l->w->between) && !is_led(l)))
		return true;
	for (uint32_t i = l->before; i < k; i++)
		if (in(l, i, l->w->not_before))
			return true;
	block_kind kind = l->doc->doc->blocks[l->s->block].kind;
	if (k == 0 && !l->c->figure->words && !l->colon && kind == BLOCK_ITEM && (at(l, k + 1)->flags & TOKEN_CAPITAL))
		return true; /* an item of a table of contents: "2 Basic Terms" */
	if (k == 0 || l->c->figure->words || at(l, k - 1)->kind != TOKEN_WORD)
		return false;
	const token *name = at(l, k - 1);
	if (word_in(name->word, l->w->numbered))
		return true;
	return (name->flags & TOKEN_CAPITAL) && !word_in(name->word, l->w->before) && !word_in(name->word, l->w->lead_verb) &&
	       !word_in(name->word, l->w->lead_word) && !word_in(name->word, l->w->following) &&
	       !word_in(name->word, l->w->exist);
}

/* "when you pass two options:" tells what then happens. */
static bool is_conditional(const lead *l)
{
	for (uint32_t i = l->before; i-- > 0;) {
		if (in(l, i, l->w->comma))
			return false;
		if (in(l, i, l->w->condition))
			return true;
	}
	return false;
}

/* Counted together with something else: "two modes and three options:". */
static bool is_coordinated(const lead *l)
{
	if (l->before == 0 || !(in(l, l->before - 1, l->w->joiner) || in(l, l->before - 1, l->w->comma)))
		return false;
	for (uint32_t i = l->before; i-- > 0;)
		if (at(l, i)->kind == TOKEN_FIGURE && l->doc->scan.figures[at(l, i)->figure].kind == FIGURE_COUNT)
			return true;
	return false;
}

/* "five groups, ordered by size:", "three tests, each from another side:" */
static bool tells_more(const lead *l, uint32_t i)
{
	const word *k = at(l, i)->word;
	return at(l, i)->kind == TOKEN_WORD &&
	       (word_in(k, l->w->tail_more) || (vocabulary_verb(l->doc->scan.vocab, k) != k && !k->plural));
}

/* What stands between the phrase and the colon tells more of the things, and announces nothing else. */
static bool tail_is_plain(const lead *l)
{
	if (l->end < l->after || l->end - l->after > TAIL)
		return false;
	uint8_t depth = at(l, l->c->token)->depth;
	for (uint32_t i = l->after; i < l->end; i++) {
		if (i == l->after && in(l, i, l->w->comma) && i + 1 < l->end && tells_more(l, i + 1))
			continue;
		bool counted = at(l, i)->kind == TOKEN_FIGURE && l->doc->scan.figures[at(l, i)->figure].kind == FIGURE_COUNT;
		if (counted || (in(l, i, l->w->joiner) && in(l, i + 1, l->w->digit))) /* "and one for the rest" */
			return false;
		if (at(l, i)->depth > depth)
			continue;
		bool each = i == l->after + 1 && in(l, i, l->w->tail_more);
		if (in(l, i, l->w->comma) || in(l, i, l->w->semicolon) || (in(l, i, l->w->tail_stop) && !each) ||
		    in(l, i, l->w->colon))
			return false;
		if (in(l, i, l->w->dash) && (at(l, i)->flags & TOKEN_SPACE))
			return false;
	}
	return true;
}

/* As much as is told of the things that there are, or that follow, may name others besides; no more numbers, and no parts. */
static bool tail_is_told(const lead *l)
{
	if (l->end < l->after || l->end - l->after > LONG_TAIL)
		return false;
	uint8_t depth = at(l, l->c->token)->depth;
	for (uint32_t i = l->after; i < l->end; i++) {
		bool counted = at(l, i)->kind == TOKEN_FIGURE && l->doc->scan.figures[at(l, i)->figure].kind == FIGURE_COUNT;
		bool marks = in(l, i, l->w->comma) || in(l, i, l->w->semicolon) || in(l, i, l->w->colon) ||
		             (in(l, i, l->w->dash) && (at(l, i)->flags & TOKEN_SPACE));
		bool another = in(l, i, l->w->joiner) && in(l, i + 1, l->w->digit); /* "and one for the rest" */
		if (counted || another || in(l, i, l->w->tail_other) || (marks && at(l, i)->depth <= depth))
			return false;
	}
	return true;
}

/* "It has three parts as follows." */
static bool is_followed(const lead *l)
{
	return l->after + 2 == l->end && in(l, l->after, l->w->as) && in(l, l->after + 1, l->w->follows);
}

static bool announces_more(const lead *l)
{
	for (uint32_t i = l->after; i < l->end; i++)
		if (in(l, i, l->w->following) && i + 1 >= l->end)
			return true; /* "three rules are listed below:" */
	return false;
}

/* "what is needed for the two gates:" lists what is needed. */
static bool is_beside(const lead *l)
{
	if (l->before == 0 || !in(l, l->before - 1, l->w->preposition) || in(l, l->before - 1, l->w->of))
		return false;
	if (l->colon && l->after == l->end && in(l, l->before, l->w->these) && !in(l, l->before - 1, l->w->between))
		return false; /* "choose from these two gates:" */
	for (uint32_t i = l->before; i < l->c->token; i++)
		if (in(l, i, l->w->definite))
			return true;
	return false;
}

/* A verb of a full clause behind the phrase: there the phrase is no end of what is said. */
static bool has_finite_tail(const lead *l)
{
	return l->after < l->end && in(l, l->after, l->w->finite);
}

/* "(3)" behind the things it counts, or "(3 rules)". */
static bool is_bracketed(const lead *l)
{
	uint32_t k = l->c->token;
	if (k == 0 || !is_char(l, k - 1, '(') || !(at(l, k - 1)->flags & TOKEN_SPACE) || l->c->figure->words)
		return false; /* "guide(7)" is a page of a manual */
	uint32_t close = k + 1;
	if (in(l, close, l->w->total))
		close++;
	else if (!is_char(l, close, ')') && word_in(l->head, l->w->announcing))
		close = l->after;
	if (!is_char(l, close, ')') || close + 1 != l->end || k > TITLE_TOKENS)
		return false;
	for (uint32_t i = 0; i + 1 < k; i++)
		if (is_plural(l, i))
			return true;
	return close > k + 1 && l->head;
}

static lead_form form_of(const lead *l, block_kind kind)
{
	bool title = kind == BLOCK_HEADING || kind == BLOCK_CAPTION;
	if (!l->head || is_of_part(l) || is_coordinated(l))
		return LEAD_NONE;
	if (!l->stop && l->before == 0 && l->after == l->end && (title || !l->colon))
		return LEAD_TITLE;
	if (is_conditional(l) && !(l->colon && is_there(l)))
		return LEAD_NONE;
	bool plain = tail_is_plain(l), last = l->after == l->end;
	if (is_choice(l))
		return l->colon && last ? LEAD_CHOICE : LEAD_LOOSE;
	bool following = (l->before > 0 && in(l, l->before - 1, l->w->following)) || in(l, l->c->token + 1, l->w->following);
	bool told = l->colon && word_in(l->head, l->w->announcing) && tail_is_told(l);
	if (l->colon && (announces_more(l) || (following && (plain || told))))
		return LEAD_FOLLOWING;
	if (is_led(l) && is_followed(l))
		return LEAD_FOLLOWING;
	if (is_there(l) && ((plain && (l->colon || l->stop)) || told))
		return LEAD_THERE;
	if (is_beside(l))
		return LEAD_LOOSE;
	if (l->colon && last && is_led(l))
		return LEAD_CLOSE;
	if (l->colon && plain && (last || opens(l) || (is_led(l) && !has_finite_tail(l))))
		return LEAD_DIRECT;
	if (!l->stop || !plain || !is_led(l))
		return LEAD_LOOSE;
	bool verb = word_in(at(l, l->before - 1)->word, l->w->lead_verb) || in(l, l->before - 1, l->w->into);
	return verb && l->before == l->c->token && l->end - l->after <= SHORT_TAIL ? LEAD_TOLD : LEAD_STATED;
}

/* "two classes: (1) the old, (2) the new.", "the five rules above" */
static bool is_closed(const lead *l)
{
	for (uint32_t i = l->after; i < l->end; i++)
		if (in(l, i, l->w->colon) || in(l, i, l->w->above) || in(l, i, l->w->opener))
			return true;
	return false;
}

lead_in lead_in_of(const list_words *w, const reading_of *doc, const sentence *s, const claim *c)
{
	lead l = {.w = w, .doc = doc, .s = s, .c = c, .before = c->token};
	lead_in none = {0};
	if (!counts_things(c))
		return none;
	find_end(&l);
	find_phrase(&l);
	while (l.before > 0 && in(&l, l.before - 1, w->before) && !in(&l, l.before - 1, w->not_before))
		l.before--;
	bool verb = l.before > 0 && word_in(at(&l, l.before - 1)->word, w->lead_verb) && !in(&l, l.after, w->comma);
	lead_in out = {
		.colon = l.colon, .closed = is_closed(&l), .verb = verb, .head = l.head, .noun = word_in(l.head, w->announcing)};
	block_kind kind = doc->doc->blocks[s->block].kind;
	out.form = is_bracketed(&l) ? LEAD_BRACKET : form_of(&l, kind);
	return out;
}
