/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/announce_names.h"
#include "relate/announce_turn.h"

#include "base/limits.h"

enum {
	ITEM_TOKENS = 14,
	PAIR_TOKENS = 6 /* of either of two names without a comma */,
	VERB_TOKENS = 5 /* before a colon */
};

typedef struct tally {
	size_t items;
	size_t
		appositions; /* items after the first that begin with an article, or are a letter: a formula's name for the one before */
	bool articles;        /* the first item does so too: then it is the way they are all named */
	bool definite;        /* it begins with "the" */
	bool tells;           /* or with a participle */
	size_t inner_joiners; /* inside all items */
	size_t last_joiners;  /* inside the last one */
	size_t first_joiners; /* and inside the first: "grain and the price of oats, rye and flax" may be two */
	size_t slashes;       /* "a spring (steel/brass)" may be two */
	bool joined;          /* a final "and" or "or" closes the list */
	bool broken;          /* it is no closed list of names */
	size_t code;          /* items that are code, but for a bracket behind it, */
	size_t capitals;      /* or with a capital */
	size_t named;         /* items that begin with a capital or with code: what stands between may tell of the one before */
	bool opens_named;     /* the first one does */
	size_t article_items; /* items that begin with an article */
	size_t clauses;       /* items that begin as "one that": what else stands between may go on with theirs */
	const word *first;    /* that the first item begins with */
	size_t alike;         /* items that begin with it too: "by rail, or over the moor, or by sea" names two ways */
	size_t code_commas;   /* inside code: "`a, b` and `c`" may be three */
	size_t closed;        /* items before a comma behind the joined one: the rest may be told of them all; 0: none */
} tally;

/* Whether tokens [from, to) are code, and at most a bracket or another name behind it: "`oar` turns it" is a clause. */
static bool is_code_name(const document *d, const sentence *s, uint32_t from, uint32_t to)
{
	uint32_t i = from;
	while (i < to && document_within(d, s->tokens[i].start, INLINE_CODE))
		i++;
	return i > from && (i == to || s->tokens[to - 1].depth > s->tokens[from].depth || s->tokens[i].kind == TOKEN_PUNCT ||
	                    document_within(d, s->tokens[to - 1].start, INLINE_CODE));
}

/* "holding", "made": what so begins may tell more of the item before it. */
static bool tells_of_it(const reading_of *doc, const token *k)
{
	return k->kind == TOKEN_WORD && k->word && !k->word->plural && vocabulary_verb(doc->scan.vocab, k->word) != k->word;
}

/* One item, tokens [from, to) without its separator. */
static void count_item(const list_words *w, const reading_of *doc, const sentence *s, uint32_t from, uint32_t to, tally *t)
{
	if (from < to && word_in(s->tokens[from].word, w->joiner)) {
		t->joined = true;
		t->broken |= t->items == 0; /* "these three lines (and what follows them)" */
		from++;
	}
	if (from >= to || to - from > ITEM_TOKENS || word_in(s->tokens[to - 1].word, w->rest)) {
		t->broken = true;
		return;
	}
	bool article = word_in(s->tokens[from].word, w->apposition);
	if (t->items == 0) {
		t->articles = article;
		t->first = s->tokens[from].word;
	}
	bool letter = to - from == 1 && s->tokens[from].end - s->tokens[from].start == 1;
	bool definite = word_in(s->tokens[from].word, w->definite), tells = to - from > 2 && tells_of_it(doc, &s->tokens[from]);
	if (t->items == 0) {
		t->definite = definite;
		t->tells = tells;
	}
	bool indefinite = t->definite && article && !definite; /* "the berth's name, a word, and its number" */
	if (t->items && ((article && !t->articles) || (letter && t->articles) || indefinite || (tells && !t->tells)))
		t->appositions++;
	t->alike += s->tokens[from].word == t->first;
	t->clauses += to - from > 1 && word_in(s->tokens[from + 1].word, w->relative);
	t->last_joiners = 0;
	for (uint32_t i = from; i < to; i++) {
		const token *k = &s->tokens[i];
		if (i > from && word_in(k->word, w->relative))
			break;
		bool bracket = i + 1 < to && s->tokens[i + 1].depth > k->depth; /* in brackets anything may be told of an item */
		bool code = document_within(doc->doc, k->start, INLINE_CODE);   /* a name, whatever it means elsewhere */
		if ((word_in(k->word, w->open_list) && !code) || word_in(k->word, w->verb) || word_in(k->word, w->stop) ||
		    (word_in(k->word, w->opener) && !bracket && k->depth == s->tokens[from].depth))
			t->broken = true;
		if (k->kind == TOKEN_FIGURE && k->depth == s->tokens[from].depth &&
		    doc->scan.figures[k->figure].kind != FIGURE_LABEL)
			t->broken = true;
		if (i > from && word_in(k->word, w->joiner) && k->depth == s->tokens[from].depth)
			t->last_joiners++;
		char mark = k->end - k->start == 1 ? doc->doc->text.ptr[k->start] : ' ';
		t->slashes += mark == '/' && i > from;
		t->broken |= mark == '{'; /* a set of things in braces is one of them, and its commas are its own */
	}
	t->inner_joiners += t->last_joiners;
	if (t->items == 0)
		t->first_joiners = t->last_joiners;
	t->code += is_code_name(doc->doc, s, from, to);
	bool capital = (s->tokens[from].flags & TOKEN_CAPITAL) != 0;
	t->capitals += capital;
	t->named += capital || document_within(doc->doc, s->tokens[from].start, INLINE_CODE);
	t->article_items += article;
	t->opens_named |= t->items == 0 && t->named;
	t->items++;
}

static bool has(const sentence *s, uint32_t from, uint32_t to, lex_set mark)
{
	for (uint32_t i = from; i < to; i++)
		if (word_in(s->tokens[i].word, mark))
			return true;
	return false;
}

/* A bare "A and B" without a comma: the joiner itself divides. */
static bool two_names(const list_words *w, const reading_of *doc, const sentence *s, uint32_t from, uint32_t to, tally *t)
{
	uint32_t at = 0, joiners = 0;
	for (uint32_t i = from; i < to; i++) {
		if (word_in(s->tokens[i].word, w->comma) || word_in(s->tokens[i].word, w->semicolon))
			return false;
		if (word_in(s->tokens[i].word, w->joiner)) {
			at = i;
			joiners++;
		}
	}
	if (joiners != 1)
		return false;
	t->broken |= at - from > PAIR_TOKENS || to - at > PAIR_TOKENS + 1; /* so long a text only happens to hold one */
	t->broken |= at - from > 2 && !(s->tokens[from].flags & TOKEN_CAPITAL) && s->tokens[from].kind == TOKEN_WORD &&
	             !word_in(s->tokens[from].word, w->article) &&
	             word_in(s->tokens[from + 1].word, w->definite); /* "read the X and Y" */
	count_item(w, doc, s, from, at, t);
	count_item(w, doc, s, at, to, t);
	return true;
}

/* The comma of "`f(a, b)`", but not of "`a,` `b`". */
static bool inside_code(const document *d, const sentence *s, uint32_t i)
{
	return document_within(d, s->tokens[i].start, INLINE_CODE) &&
	       (i + 1 >= s->token_count || document_within(d, s->tokens[i].end, INLINE_CODE));
}

typedef struct separators { /* of a list's items */
	lex_set one, other;
} separators;

static bool is_separator(const separators *by, const word *k)
{
	return word_in(k, by->one) || word_in(k, by->other);
}

/* The items in tokens [from, to), divided at these marks. */
static tally count_items(const list_words *w, const reading_of *doc, const sentence *s, uint32_t from, uint32_t to,
                         const separators *by)
{
	tally t = {0};
	uint8_t depth = from < to ? s->tokens[from].depth : 0;
	uint32_t begin = from;
	for (uint32_t i = from; i <= to && t.items < LIMIT_LIST_ITEMS; i++) {
		bool mark = i < to && is_separator(by, s->tokens[i].word) && s->tokens[i].depth == depth;
		bool code = mark && inside_code(doc->doc, s, i);
		t.code_commas += code;
		if (i < to && (!mark || code))
			continue;
		if (i > begin && t.joined && !t.closed && !word_in(s->tokens[begin].word, w->joiner))
			t.closed = t.items;
		if (i > begin)
			count_item(w, doc, s, begin, i, &t);
		begin = i + 1;
	}
	return t;
}

/* The least that so tallied items can be. */
static size_t least_of(const list_words *w, const tally *t, bool inside)
{
	size_t last = !t->joined && t->last_joiners && !inside;
	size_t least = t->items + last - (t->appositions < t->items ? t->appositions : 0);
	if (t->first_joiners && t->items > 2 && t->first_joiners + 1 < least)
		least = t->first_joiners + 1;
	if (t->closed && t->closed < least)
		least = t->closed;
	if (word_in(t->first, w->preposition) && t->alike > 1 && t->alike < t->items && t->alike < least)
		least = t->alike;
	if (t->named > 1 && t->named < t->items && t->opens_named && t->named + last < least)
		least = t->named + last; /* "Aldane, maker of oars, and Corvin, maker of sails" */
	if (t->articles && t->article_items > 1 && t->article_items < least)
		least = t->article_items; /* "a keel, reaching below the hull, and a mast, bearing the sail" */
	if (t->article_items == t->items && t->items > 3 && t->items % 2 == 0 && t->items / 2 < least)
		least = t->items / 2; /* "the hull, the part below, and the deck, the part above" */
	return least;
}

/* The lengths that the items in tokens [from, to) can be read to have if these marks divide them; empty if it is no closed list of
 * names. `closed`: a bracket round the number ends behind them. */
static set lengths_by(const list_words *w, const reading_of *doc, const sentence *s, uint32_t from, uint32_t to,
                      const separators *by, bool closed)
{
	tally t = {0};
	bool arrows = by->one == w->arrow; /* "dig → sow → mow" */
	if (arrows || !two_names(w, doc, s, from, to, &t))
		t = count_items(w, doc, s, from, to, by);
	/* "A, B, and C" has its joiner before the last item; in "A, B and C" it stands inside it, and divides it */
	bool code = t.items > 1 && t.code == t.items; /* needs no joiner: "three modes (`a`, `b`, `c`)" */
	bool names = (arrows || (closed && t.capitals == t.items)) && t.items > 2; /* nor does "(Oak, Elm, Ash)" */
	if (t.broken || (t.clauses && t.clauses < t.items) || !(t.joined || t.last_joiners || code || names))
		return set_empty();
	bool pairs = t.inner_joiners > t.last_joiners; /* "salt and pepper, oil and vinegar": the last one may be a pair too */
	bool inside =
		pairs || has(s, from, to, w->semicolon); /* the last one's joiner is its own, as in "Orr 2011; Orr and Vane 2014" */
	size_t least = least_of(w, &t, inside), most = t.items + t.inner_joiners + t.slashes + t.code_commas;
	if (most < 2 || (arrows && t.items < 3)) /* "(low → high)" is a range */
		return set_empty();
	return set_integers(set_closed(rational_int((int64_t)least), rational_int((int64_t)most)));
}

/* The lengths that the items in tokens [from, to) can be read to have. Where semicolons stand among them, they divide the items; but
 * commas may too, "dry land, wet land, marsh; and the sea", and the first one may end the list. */
static set list_lengths(const list_words *w, const reading_of *doc, const sentence *s, uint32_t from, uint32_t to,
                        bool closed)
{
	separators comma = {w->comma, w->comma}, semicolon = {w->semicolon, w->semicolon}, either = {w->comma, w->semicolon},
			   arrow = {w->arrow, w->arrow};
	if (has(s, from, to, w->arrow))
		return lengths_by(w, doc, s, from, to, &arrow, closed);
	if (!has(s, from, to, w->semicolon))
		return lengths_by(w, doc, s, from, to, &comma, closed);
	set all = lengths_by(w, doc, s, from, to, &semicolon, closed);
	if (set_is_empty(&all))
		return all;
	uint32_t first = from;
	while (first < to && !word_in(s->tokens[first].word, w->semicolon))
		first++;
	set each = lengths_by(w, doc, s, from, to, &either, closed), before = lengths_by(w, doc, s, from, first, &comma, closed);
	all = set_union(&all, &each);
	return set_union(&all, &before);
}

/* The token right after the noun phrase of claim c; 0 if the phrase is not written there. */
static uint32_t after_phrase(const document *d, const sentence *s, const claim *c)
{
	slice phrase = c->measure->phrase;
	if (phrase.ptr < d->text.ptr || phrase.ptr >= d->text.ptr + d->text.len)
		return 0;
	uint32_t end = (uint32_t)(phrase.ptr - d->text.ptr) + (uint32_t)phrase.len;
	uint32_t i = c->token + 1;
	while (i < s->token_count && s->tokens[i].start < end)
		i++;
	return i;
}

/* Whether one of the tokens [from, to) is a plural. */
static bool any_plural(const scan *sc, const sentence *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const word *k = s->tokens[i].word;
		if (s->tokens[i].kind == TOKEN_WORD && k && (k->plural || k != vocabulary_noun(sc->vocab, k)))
			return true;
	}
	return false;
}

/* "two of the four camps (A and B)" names the two. */
static bool part_of_another(const list_words *w, const sentence *s, uint32_t at)
{
	uint32_t i = at;
	while (i > 0 && at - i < 3 && word_in(s->tokens[i - 1].word, w->partial))
		i--;
	return i < at && i > 0 && s->tokens[i - 1].kind == TOKEN_FIGURE;
}

/* "the group 5 drugs", "tier 2 and 3 firms" */
static bool is_numbered(const list_words *w, const sentence *s, uint32_t at)
{
	bool joined = at > 2 && word_in(s->tokens[at - 1].word, w->joiner) && s->tokens[at - 2].kind == TOKEN_FIGURE;
	at -= joined ? 2 : 0;
	return at > 0 && word_in(s->tokens[at - 1].word, w->numbered);
}

/* "3-masted boats" */
static bool is_glued_behind(const list_words *w, const sentence *s, uint32_t at)
{
	return at + 1 < s->token_count && word_in(s->tokens[at + 1].word, w->dash) && !(s->tokens[at + 1].flags & TOKEN_SPACE);
}

/* "DEPTH=5 charts", "TR/2 charts": the value of what is named before it, or a part of its name. */
static bool is_of_name(const document *d, const sentence *s, uint32_t at)
{
	char mark = at > 0 ? d->text.ptr[s->tokens[at - 1].start] : ' ';
	return (mark == '=' || (mark == '/' && at > 1 && s->tokens[at - 2].kind == TOKEN_WORD)) &&
	       !(s->tokens[at].flags & TOKEN_SPACE);
}

static bool announces(const claim *c)
{
	const figure *f = c->figure;
	return f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && f->base != BASE_VAGUE &&
	       f->hedge != HEDGE_ABOVE && f->hedge != HEDGE_BELOW && rational_compare(figure_value(f), rational_int(2)) >= 0 &&
	       rational_compare(figure_value(f), rational_int(LIMIT_LIST_ITEMS)) <= 0 && c->measure->head && c->elided_from < 0;
}

/* The token after a dash between words, "-", "--" or "—", that stands at i; i if none does. A hyphen is glued on both sides. */
static uint32_t past_dash(const list_words *w, const sentence *s, uint32_t i)
{
	uint32_t end = i;
	while (end < s->token_count && word_in(s->tokens[end].word, w->dash) &&
	       (end == i || !(s->tokens[end].flags & TOKEN_SPACE)))
		end++;
	if (end == i || end == s->token_count)
		return i;
	bool spaced = (s->tokens[i].flags & TOKEN_SPACE) && (s->tokens[end].flags & TOKEN_SPACE);
	bool wide = s->tokens[i].end - s->tokens[i].start > 1; /* an en or em dash needs no space */
	return spaced || wide || end - i > 1 ? end : i;
}

/* The list that begins at token open, a colon, bracket or dash: its first token, and the token after its last. It ends at its
 * own bracket, the second dash, or with the sentence. False if nothing opens there. */
static bool list_span(const list_words *w, const sentence *s, uint32_t open, uint32_t *first, uint32_t *end)
{
	if (open >= s->token_count)
		return false;
	bool dash = past_dash(w, s, open) > open;
	*first = dash ? past_dash(w, s, open) : open + 1;
	if ((!dash && !word_in(s->tokens[open].word, w->opener)) || *first >= s->token_count)
		return false;
	if (*first + 2 < s->token_count && word_in(s->tokens[*first].word, w->namely))
		*first += 1 + word_in(s->tokens[*first + 1].word, w->comma);
	bool bracket = s->tokens[*first].depth > (dash ? s->tokens[open].depth : 0); /* opened here, or before the number */
	for (*end = *first; *end < s->token_count; ++*end) {
		if (dash ? past_dash(w, s, *end) > *end : bracket && s->tokens[*end].depth < s->tokens[*first].depth)
			return true;
		if (bracket && word_in(s->tokens[*end].word, w->closer) && s->tokens[*end].depth == s->tokens[*first].depth)
			return true;
	}
	while (*end > *first && word_in(s->tokens[*end - 1].word, w->stop))
		--*end;
	return true;
}

static bool in_small_letters(const sentence *s, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (s->tokens[i].flags & TOKEN_CAPITAL)
			return false;
	return true;
}

/* "Three ministers resigned: Orme, Vale and Berg": the colon behind a few words that hold no mark and no figure; 0 if none. */
static uint32_t later_colon(const list_words *w, const sentence *s, uint32_t open)
{
	for (uint32_t i = open; i < s->token_count && i <= open + VERB_TOKENS; i++) {
		const token *k = &s->tokens[i];
		if (k->kind == TOKEN_FIGURE || word_in(k->word, w->open_list))
			return 0;
		if (k->kind == TOKEN_PUNCT)
			return i > open && word_in(k->word, w->opener) && i + 1 < s->token_count && s->tokens[i + 1].depth == k->depth
			           ? i
			           : 0;
	}
	return 0;
}

/* The lengths of a list behind a colon that a few words part from its number: of names, "Two ministers resigned: Orme and Vale", or
 * of what the noun announces, "three reasons for this: cost, speed and safety". */
static set behind_colon(const list_words *w, const reading_of *doc, const sentence *s, const claim *c, uint32_t open)
{
	bool of_what = open < s->token_count && word_in(s->tokens[open].word, w->preposition);
	uint32_t colon = later_colon(w, s, open + of_what), first, end;
	if (!colon || !list_span(w, s, colon, &first, &end))
		return set_empty();
	bool told = of_what && word_in(c->measure->head, w->announcing);
	return told || announce_names_alone(w, doc->doc, s, first, end) ? list_lengths(w, doc, s, first, end, false)
	                                                                : set_empty();
}

static void add_announcement(arena *a, const rule_set *rules, const reading_of *doc, const claim *c, set lengths,
                             link_grade grade, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_ANNOUNCE];
	for (size_t i = 0; i < waiting->n; i++) {
		set *items = ARENA_NEW(a, set);
		slice *why = ARENA_NEW(a, slice);
		*items = lengths;
		*why = SLICE("the items stand right after the number that announces them");
		binding b = bind_start(waiting->at[i], doc, grade);
		binding_add(a, &b, (binding_var){.name = SLICE("items"), .values = items});
		binding_add_claims(a, &b, (binding_var){.name = SLICE("n")}, &c, 1);
		b.reasons = why;
		b.reason_count = 1;
		VEC_PUSH(a, *out, b);
	}
}

/* Whether tokens [from, to) are names in code and what divides them. */
static bool is_all_code(const list_words *w, const document *d, const sentence *s, uint32_t from, uint32_t to)
{
	uint32_t code = 0;
	for (uint32_t i = from; i < to; i++) {
		bool inside = document_within(d, s->tokens[i].start, INLINE_CODE);
		if (!inside && !word_in(s->tokens[i].word, w->comma) && !word_in(s->tokens[i].word, w->joiner))
			return false;
		code += inside;
	}
	return code > 0;
}

/* "six gears: the first, the crown gears and the last": an item in the plural may be any number of them. */
static bool names_several(const reading_of *doc, const sentence *s, const claim *c, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const word *k = s->tokens[i].word;
		if (s->tokens[i].kind == TOKEN_WORD && k && k != vocabulary_noun(doc->scan.vocab, k) &&
		    vocabulary_noun(doc->scan.vocab, k) == vocabulary_noun(doc->scan.vocab, c->measure->head))
			return true;
	}
	return false;
}

/* "The following towns have two names in the old tongue: Arden, Bexley and Corran": the towns are listed. */
static bool another_follows(const list_words *w, const sentence *s, const claim *c)
{
	for (uint32_t i = 0; i + 1 < c->token; i++)
		if (word_in(s->tokens[i].word, w->following))
			return true;
	return false;
}

void bind_announce(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                   binding_list *out)
{
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &doc->claims.at[s->first_figure + i];
		if (!announces(c))
			continue;
		bool glued =
			c->token > 0 && word_in(s->tokens[c->token - 1].word, w->dash) && !(s->tokens[c->token].flags & TOKEN_SPACE);
		if (glued || is_glued_behind(w, s, c->token) || is_of_name(doc->doc, s, c->token) || is_numbered(w, s, c->token) ||
		    part_of_another(w, s, c->token) || another_follows(w, s, c))
			continue;
		uint32_t open = after_phrase(doc->doc, s, c), first, end;
		bool inside = open && open < s->token_count && document_within(doc->doc, s->tokens[open].start, INLINE_CODE);
		if (!open || inside || word_in(c->measure->head, w->occasion) || !any_plural(&doc->scan, s, c->token + 1, open))
			continue;
		set in_turn = announce_turns(w, doc, s, c, open);
		if (!set_is_empty(&in_turn)) {
			add_announcement(a, rules, doc, c, in_turn, GRADE_CERTAIN, out);
			continue;
		}
		if (!list_span(w, s, open, &first, &end)) {
			link_grade grade = GRADE_CERTAIN;
			set named = behind_colon(w, doc, s, c, open);
			if (set_is_empty(&named))
				named = announce_names(w, s, c, open, &grade);
			if (!set_is_empty(&named))
				add_announcement(a, rules, doc, c, named, grade, out);
			continue;
		}
		bool closed = c->token > 0 && s->tokens[c->token - 1].depth < s->tokens[c->token].depth && end < s->token_count &&
		              word_in(s->tokens[end].word, w->closer);
		set lengths = list_lengths(w, doc, s, first, end, closed);
		bool bracket = word_in(s->tokens[open].word, w->opener) && s->tokens[first].depth > s->tokens[open].depth,
			 ending = past_dash(w, s, open) > open && (end == s->token_count || word_in(s->tokens[end].word, w->stop));
		bool kinds = (bracket || ending) && in_small_letters(s, first + bracket, end) &&
		             !word_in(c->measure->head, w->announcing) && !is_all_code(w, doc->doc, s, first, end);
		bool of_another =
			s->tokens[first].depth > s->tokens[open].depth && c->token > 0 && word_in(s->tokens[c->token - 1].word, w->of);
		bool tells = ending && in_small_letters(s, first, first + 1) && word_in(s->tokens[first].word, w->lead_verb);
		bool aside = (bracket || past_dash(w, s, open) > open) && word_in(s->tokens[first].word, w->preposition);
		if ((kinds || of_another || tells || aside || c->joined || names_several(doc, s, c, first, end)) &&
		    !set_contains(&lengths, figure_value(c->figure)))
			continue; /* "two gauges (read, write and both)" tells their kinds; "an order of two values (less, equal or more)" too;
			             "the largest of five lakes (after Arden, Bexley and Corran)" leaves out those known */
		if (!set_is_empty(&lengths))
			add_announcement(a, rules, doc, c, lengths, GRADE_CERTAIN, out);
	}
}
