/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/lead_in.h"

#include "base/limits.h"
#include "relate/lead_phrase.h"

enum {
	TAIL = 14,      /* tokens between the phrase and the colon, */
	LONG_TAIL = 30, /* where the number is told as all there are, */
	SHORT_TAIL = 5, /* and where no colon tells that something follows */
	TITLE_TOKENS = 14,
	OPENING = 3, /* tokens that may stand before the number that opens a sentence */
	REACH = 6    /* tokens back to "there" */
};

static bool counts_things(const claim *c)
{
	const figure *f = c->figure;
	return f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && f->base == BASE_NUMBER &&
	       f->hedge == HEDGE_NONE && rational_compare(figure_value(f), rational_int(2)) >= 0 &&
	       rational_compare(figure_value(f), rational_int(LIMIT_LIST_ITEMS)) <= 0;
}

/* Finds the end of the sentence proper: its colon (of "::" the first), or its stop. */
static void find_end(lead *l)
{
	uint32_t end = l->s->token_count;
	while (end > 0 && lead_in_set(l, end - 1, l->w->quote))
		end--;
	while (end > 0 && lead_in_set(l, end - 1, l->w->colon)) {
		l->colon = true;
		end--;
	}
	if (!l->colon && end > 0 && lead_in_set(l, end - 1, l->w->stop)) {
		l->stop = true;
		end--;
	}
	l->end = end;
}

/* "there are", and not "if there are". */
static bool is_there(const lead *l)
{
	if (l->before == 0 || !lead_in_set(l, l->before - 1, l->w->exist))
		return false;
	for (uint32_t i = l->before - 1; i-- > 0 && l->before - i <= REACH;)
		if (lead_in_set(l, i, l->w->there))
			return i == 0 || !lead_in_set(l, i - 1, l->w->condition);
	return false;
}

/* Nothing of weight stands before the number: "Currently, three rules"; or another clause: "To float it, three steps". */
static bool opens(const lead *l)
{
	uint32_t i = l->before;
	if (i > 1 && l->colon && (lead_in_set(l, i - 1, l->w->comma) || lead_in_set(l, i - 1, l->w->colon)))
		return true;
	while (i > 0 && l->before - i < OPENING &&
	       (lead_in_set(l, i - 1, l->w->comma) || lead_in_set(l, i - 1, l->w->before) ||
	        lead_at(l, i - 1)->kind == TOKEN_PUNCT))
		i--;
	return i == 0;
}

/* "one of two modes:" */
static bool is_choice(const lead *l)
{
	return l->before >= 2 && lead_in_set(l, l->before - 1, l->w->of) &&
	       (lead_at(l, l->before - 2)->kind == TOKEN_FIGURE || lead_in_set(l, l->before - 2, l->w->part_of));
}

/* The verb that has, gives or lists them, or "into", "of". */
static bool is_led(const lead *l)
{
	if (l->before == 0)
		return false;
	const token *t = lead_at(l, l->before - 1);
	if (t->kind != TOKEN_WORD)
		return false;
	if (word_in(t->word,
	            l->w->between)) /* "it distinguishes between two sorts:", but not "differences between two sorts:" */
		return l->before > 1 && lead_in_set(l, l->before - 2, l->w->lead_verb);
	return word_in(t->word, l->w->lead_verb) || word_in(t->word, l->w->lead_word) || word_in(t->word, l->w->preposition);
}

/* "it comes down to three rules", "it is limited to three"; but not "up to three", "from two to three". */
static bool is_given(const lead *l)
{
	uint32_t i = l->before;
	if (i < 2 || !lead_in_set(l, i - 1, l->w->to))
		return false;
	i -= i > 2 && !lead_in_set(l, i - 2, l->w->lead_verb) && lead_in_set(l, i - 2, l->w->preposition) ? 1 : 0;
	return lead_in_set(l, i - 2, l->w->lead_verb);
}

/* "the first two", "PHP 8 features", "tier 3 targets": the number is of a part, or no number of these things. */
static bool is_of_part(const lead *l)
{
	uint32_t k = l->c->token;
	const token *prior = l->before > 0 ? lead_at(l, l->before - 1) : NULL;
	figure_kind before = prior && prior->kind == TOKEN_FIGURE ? l->doc->scan.figures[prior->figure].kind : FIGURE_LABEL;
	if (before == FIGURE_ORDINAL || before == FIGURE_COUNT) /* "the first two modes", "two 16 colour modes" */
		return true;
	if (lead_is_char(l, k + 1, '(') && lead_past_aside(l, k + 1) == k + 1) /* "two (in fact three) modes" */
		return true;
	bool further =
		lead_in_set(l, k + 1, l->w->further) && l->colon && (is_led(l) || is_there(l)); /* "it has two more modes:" */
	bool dash =
		l->before > 0 && lead_in_set(l, l->before - 1, l->w->dash) &&
		(lead_at(l, l->before - 1)->flags & lead_at(l, l->before)->flags & TOKEN_SPACE); /* no sign of the number's */
	if ((lead_in_set(l, k + 1, l->w->other) && !l->stages && !further && !opens(l) && !is_there(l)) ||
	    (l->before > 0 && lead_in_set(l, l->before - 1, l->w->not_before) && !is_given(l) && !dash) ||
	    (l->before > 0 && lead_in_set(l, l->before - 1, l->w->between) && !is_led(l)))
		return true;
	for (uint32_t i = l->before; i < k; i++)
		if (lead_in_set(l, i, l->w->not_before))
			return true;
	block_kind kind = l->doc->doc->blocks[l->s->block].kind;
	bool titled = k == 0 && k + 1 < l->s->token_count && (lead_at(l, k + 1)->flags & TOKEN_CAPITAL);
	if (titled && !l->c->figure->words && !l->colon && kind == BLOCK_ITEM)
		return true; /* an item of a table of contents: "2 Basic Terms" */
	if (k == 0 || l->c->figure->words || lead_at(l, k - 1)->kind != TOKEN_WORD)
		return false;
	const token *name = lead_at(l, k - 1);
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
		if (lead_in_set(l, i, l->w->comma))
			return false;
		if (lead_in_set(l, i, l->w->condition))
			return true;
	}
	return false;
}

/* "a winch and three ropes:", "the hull, and three masts:" */
static bool follows_one(const lead *l)
{
	enum { ONE = 3 /* tokens of it */ };
	if (!lead_in_set(l, l->before - 1, l->w->joiner))
		return false;
	for (uint32_t i = l->before - 1; i-- > 0 && l->before - i <= ONE + 1;)
		if (lead_in_set(l, i, l->w->article) && i + 2 < l->before)
			return true;
	return false;
}

/* Counted together with something else: "two modes and three options:". */
static bool is_coordinated(const lead *l)
{
	if (l->before == 0 || !(lead_in_set(l, l->before - 1, l->w->joiner) || lead_in_set(l, l->before - 1, l->w->comma)))
		return false;
	if (follows_one(l))
		return true;
	for (uint32_t i = l->before; i-- > 0;)
		if (lead_at(l, i)->kind == TOKEN_FIGURE && l->doc->scan.figures[lead_at(l, i)->figure].kind == FIGURE_COUNT)
			return true;
	return false;
}

/* "five groups, ordered by size:", "three tests, each from another side:" */
static bool tells_more(const lead *l, uint32_t i)
{
	const word *k = lead_at(l, i)->word;
	return lead_at(l, i)->kind == TOKEN_WORD && !word_in(k, l->w->joiner) &&
	       (word_in(k, l->w->tail_more) || (vocabulary_verb(l->doc->scan.vocab, k) != k && !k->plural));
}

/* "two drums to the yard, each turned by a wheel, sold apart:": behind a comma more is told, up to a word that leads to no list. */
static bool goes_on(const lead *l, uint32_t comma)
{
	if (comma + 1 >= l->end || !tells_more(l, comma + 1))
		return false;
	const word *last = lead_at(l, l->end - 1)->word;
	bool leads = word_in(last, l->w->lead_verb) || word_in(last, l->w->preposition); /* "each holding:" */
	return !leads && (comma == l->after || word_in(l->head, l->w->announcing));
}

/* What stands between the phrase and the colon tells more of the things, and announces nothing else. */
static bool tail_is_plain(const lead *l)
{
	if (l->end < l->after || l->end - l->after > TAIL)
		return false;
	uint8_t depth = lead_at(l, l->c->token)->depth;
	for (uint32_t i = l->after; i < l->end; i++) {
		if (lead_in_set(l, i, l->w->comma) && goes_on(l, i))
			continue;
		if (lead_is_code(l, i))
			continue;
		if (lead_counts_else(l, i) ||
		    (lead_in_set(l, i, l->w->joiner) && lead_in_set(l, i + 1, l->w->digit))) /* "and one for the rest" */
			return false;
		if (lead_at(l, i)->depth > depth)
			continue;
		bool behind = i == l->after + 1 || lead_in_set(l, i - 1, l->w->comma);
		bool each = behind && lead_in_set(l, i, l->w->tail_more);
		if (lead_in_set(l, i, l->w->comma) || lead_in_set(l, i, l->w->semicolon) ||
		    (lead_in_set(l, i, l->w->tail_stop) && !each) || lead_in_set(l, i, l->w->colon))
			return false;
		if (lead_in_set(l, i, l->w->dash) && (lead_at(l, i)->flags & TOKEN_SPACE))
			return false;
	}
	return true;
}

/* As much as is told of the things that there are, or that follow, may name others besides; no more numbers, and no parts. */
static bool tail_is_told(const lead *l)
{
	if (l->end < l->after || l->end - l->after > LONG_TAIL)
		return false;
	uint8_t depth = lead_at(l, l->c->token)->depth;
	for (uint32_t i = l->after; i < l->end; i++) {
		if (lead_is_code(l, i))
			continue;
		bool marks = lead_in_set(l, i, l->w->comma) || lead_in_set(l, i, l->w->semicolon) ||
		             lead_in_set(l, i, l->w->colon) ||
		             (lead_in_set(l, i, l->w->dash) && (lead_at(l, i)->flags & TOKEN_SPACE));
		bool another = lead_in_set(l, i, l->w->joiner) && lead_in_set(l, i + 1, l->w->digit); /* "and one for the rest" */
		if (lead_counts_else(l, i) || another || lead_in_set(l, i, l->w->tail_other) ||
		    (marks && lead_at(l, i)->depth <= depth))
			return false;
	}
	return true;
}

/* "the following three parts, each of its own make, are sold with it." tells that they follow, whatever else it tells. */
static bool tail_is_free(const lead *l)
{
	if (l->end < l->after || l->end - l->after > LONG_TAIL || !word_in(l->head, l->w->announcing))
		return false;
	for (uint32_t i = l->after; i < l->end; i++)
		if (!lead_is_code(l, i) && (lead_counts_else(l, i) || lead_in_set(l, i, l->w->following) ||
		                            lead_in_set(l, i, l->w->above) || lead_in_set(l, i, l->w->opener)))
			return false;
	return true;
}

/* "It has three parts as follows." */
static bool is_followed(const lead *l)
{
	return l->after + 2 == l->end && lead_in_set(l, l->after, l->w->as) && lead_in_set(l, l->after + 1, l->w->follows);
}

static bool announces_more(const lead *l)
{
	if (l->end >= l->after + 2 && lead_in_set(l, l->end - 1, l->w->follows) && lead_in_set(l, l->end - 2, l->w->as))
		return true; /* "three rules, which are as follows:" */
	for (uint32_t i = l->after; i < l->end; i++)
		if (lead_in_set(l, i, l->w->following) && i + 1 >= l->end)
			return !(i > l->after &&
			         (lead_in_set(l, i - 1, l->w->of) || (i > l->after + 1 && lead_in_set(l, i - 2, l->w->of))));
	/* "three rules are listed below:", but not "compares two nets and gives one of the following:" */
	return false;
}

/* "what is needed for the two gates:" lists what is needed. */
static bool is_beside(const lead *l)
{
	if (l->before == 0 || !lead_in_set(l, l->before - 1, l->w->preposition) || lead_in_set(l, l->before - 1, l->w->of))
		return false;
	if (l->colon && l->after == l->end && lead_in_set(l, l->before, l->w->these) &&
	    !lead_in_set(l, l->before - 1, l->w->between))
		return false; /* "choose from these two gates:" */
	for (uint32_t i = l->before; i < l->c->token; i++)
		if (lead_in_set(l, i, l->w->definite))
			return true;
	return false;
}

/* A verb of a full clause behind the phrase: there the phrase is no end of what is said. */
static bool has_finite_tail(const lead *l)
{
	return l->after < l->end && lead_in_set(l, l->after, l->w->finite);
}

/* The token behind a bracket that holds the number, its noun and what else is told of them, and ends the sentence; 0 if none does. */
static uint32_t bracket_end(const lead *l)
{
	uint32_t k = l->c->token, close = k + 1;
	bool noun = word_in(l->head, l->w->announcing);
	if (k == 0 || k > TITLE_TOKENS || !lead_is_char(l, k - 1, '(') || !(lead_at(l, k - 1)->flags & TOKEN_SPACE) ||
	    (l->c->figure->words && !noun))
		return 0; /* "guide(7)" is a page of a manual */
	if (lead_in_set(l, close, l->w->total))
		close++;
	else if (!lead_is_char(l, close, ')') && noun)
		close = l->after;
	bool further = false; /* "(8 sheets - 400 lines)" */
	for (uint8_t depth = lead_at(l, k)->depth; noun && close < l->end && !lead_is_char(l, close, ')'); close++) {
		further |= lead_in_set(l, close, l->w->dash) || lead_in_set(l, close, l->w->comma);
		if ((lead_counts_else(l, close) && !further) || lead_at(l, close)->depth < depth)
			return 0; /* "(three rules, each with its reason)" */
	}
	return lead_is_char(l, close, ')') && close + 1 == l->end ? close + 1 : 0;
}

/* "(3)" behind the things it counts, "(3 rules)", or behind what may be told by what stands below alone; LEAD_NONE. */
static lead_form bracket_form(const lead *l, block_kind kind)
{
	uint32_t end = bracket_end(l), k = l->c->token;
	if (!end)
		return LEAD_NONE;
	for (uint32_t i = 0; i + 1 < k; i++)
		if (lead_is_plural(l, i))
			return LEAD_BRACKET;
	if (end > k + 2 && l->head)
		return LEAD_BRACKET;
	return kind == BLOCK_HEADING && end == k + 2 ? LEAD_BARE : LEAD_NONE;
}

/* "4. Three rules", "Overview — three rules", "Three rules of the road": a heading that tells of them alone. */
static bool is_headed(const lead *l)
{
	uint32_t from = l->before;
	if (!word_in(l->head, l->w->announcing))
		return false;
	if (from > 0) { /* behind its own number, or a dash */
		const token *prior = lead_at(l, from - 1);
		bool number = from == 1 && prior->kind == TOKEN_FIGURE && l->doc->scan.figures[prior->figure].kind == FIGURE_LABEL,
			 dash = lead_in_set(l, from - 1, l->w->dash) && (prior->flags & TOKEN_SPACE);
		if (!number && !dash)
			return false;
	}
	bool further = l->end - l->after <= SHORT_TAIL && lead_in_set(l, l->after, l->w->preposition);
	return l->after == l->end || (further && tail_is_plain(l));
}

static lead_form form_of(const lead *l, block_kind kind)
{
	bool title = kind == BLOCK_HEADING || kind == BLOCK_CAPTION;
	if (!l->head || is_of_part(l) || is_coordinated(l))
		return LEAD_NONE;
	if (!l->stop && l->before == 0 && l->after == l->end && (title || !l->colon))
		return LEAD_TITLE;
	if (!l->stop && title && is_headed(l))
		return LEAD_HEADED;
	if (is_conditional(l) && !(l->colon && is_there(l)))
		return LEAD_NONE;
	bool plain = tail_is_plain(l), last = l->after == l->end;
	if (is_choice(l))
		return l->colon && last ? LEAD_CHOICE : LEAD_LOOSE;
	bool following = (l->before > 0 && lead_in_set(l, l->before - 1, l->w->following)) ||
	                 lead_in_set(l, l->c->token + 1, l->w->following);
	bool told = l->colon && word_in(l->head, l->w->announcing) && tail_is_told(l);
	if (l->colon && (announces_more(l) || (following && (plain || told))))
		return LEAD_FOLLOWING;
	if ((is_led(l) && is_followed(l)) || (following && tail_is_free(l)))
		return LEAD_FOLLOWING;
	if (is_there(l) && (plain || told))
		return LEAD_THERE;
	if (is_beside(l))
		return LEAD_LOOSE;
	if (l->colon && last && is_led(l))
		return LEAD_CLOSE;
	if (l->colon && plain && (last || opens(l) || (is_led(l) && !has_finite_tail(l))))
		return LEAD_DIRECT;
	if (!l->stop || !plain || !is_led(l))
		return LEAD_LOOSE;
	bool verb = word_in(lead_at(l, l->before - 1)->word, l->w->lead_verb) || lead_in_set(l, l->before - 1, l->w->into);
	return verb && l->before == l->c->token && l->end - l->after <= SHORT_TAIL ? LEAD_TOLD : LEAD_STATED;
}

/* "two oars and three sails", "three sails, plus a spare one": what follows may hold those too. */
static bool adds_more(const lead *l, uint32_t i)
{
	bool number = i + 1 < l->end && lead_at(l, i + 1)->kind == TOKEN_FIGURE;
	return lead_in_set(l, i, l->w->joiner) &&
	       (number || lead_in_set(l, i + 1, l->w->digit) || lead_in_set(l, i + 1, l->w->article));
}

/* "two classes: (1) the old, (2) the new.", "the five rules above" */
static bool is_closed(const lead *l)
{
	for (uint32_t i = l->after; i < l->end; i++)
		if (adds_more(l, i) || lead_in_set(l, i, l->w->colon) || lead_in_set(l, i, l->w->above) ||
		    lead_in_set(l, i, l->w->opener))
			return true;
	return false;
}

lead_in lead_in_of(const list_words *w, const reading_of *doc, const sentence *s, const claim *c)
{
	lead l = {.w = w, .doc = doc, .s = s, .c = c, .before = c->token};
	lead_in none = {0};
	l.stages = lead_in_set(&l, c->token + 1, w->dash) && !(lead_at(&l, c->token + 1)->flags & TOKEN_SPACE);
	if (!counts_things(c))
		return none;
	find_end(&l);
	if (!l.stages)
		lead_find_phrase(&l);
	else if (!lead_find_stages(&l)) /* "two-column rules" */
		return none;
	while (l.before > 0 && lead_in_set(&l, l.before - 1, w->before) && !lead_in_set(&l, l.before - 1, w->not_before))
		l.before--;
	bool verb =
		l.before > 0 && word_in(lead_at(&l, l.before - 1)->word, w->lead_verb) && !lead_in_set(&l, l.after, w->comma);
	lead_in out = {.colon = l.colon,
	               .last = l.head && l.after == l.end,
	               .closed = is_closed(&l),
	               .verb = verb,
	               .head = l.head,
	               .part = is_of_part(&l),
	               .stages = l.stages,
	               .manner = word_in(l.head, w->manner),
	               .noun = word_in(l.head, w->announcing)};
	for (uint32_t i = l.before; i < c->token; i++)
		out.definite |= lead_in_set(&l, i, w->definite);
	block_kind kind = doc->doc->blocks[s->block].kind;
	out.form = bracket_form(&l, kind);
	if (out.form == LEAD_NONE)
		out.form = form_of(&l, kind);
	return out;
}
