/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place a claim speaks of: "in", "at", "across", "throughout" before a proper name. */
#include "base/ascii.h"
#include "claim/reader.h"

#include "base/utf8.h"
#include "base/vec.h"

enum { PLACES = 16, NAME_WORDS = 8, ACRONYM = 10 };

typedef struct told_place {
	uint32_t preposition, first, end; /* the name's tokens */
	uint32_t joint;                   /* of two listed names the joiner between them, else 0 */
	bool listed;
} told_place;

static bool is_name_word(const claim_reader *r, const sentence *s, uint32_t i)
{
	if (i >= s->token_count || s->tokens[i].kind != TOKEN_WORD || !(s->tokens[i].flags & TOKEN_CAPITAL))
		return false;
	return !(r->tags[i] & (TAG_STOP | TAG_POSSESSIVE));
}

/* Capitalised words, with hyphens, full stops of initials and "of (the)" between them. */
static uint32_t name_end(const claim_reader *r, const sentence *s, uint32_t first)
{
	uint32_t i = first, end = first;
	while (i < s->token_count && i < first + NAME_WORDS && s->tokens[i].depth == s->tokens[first].depth) {
		if (is_name_word(r, s, i)) {
			end = ++i;
			continue;
		}
		bool inner = i > first && (at_in(s, i, r->sets->of) || at_in(s, i, r->sets->hyphen));
		if (inner && is_name_word(r, s, i + 1))
			i++;
		else if (inner && at_in(s, i + 1, r->sets->definite) && is_name_word(r, s, i + 2))
			i += 2;
		else
			break;
	}
	return end;
}

static uint32_t skip_the(const claim_reader *r, const sentence *s, uint32_t i)
{
	return at_in(s, i, r->sets->definite) ? i + 1 : i;
}

/* "in Syrian prisons", "in London trading": the name only says which. */
static bool stands_alone(const claim_reader *r, const sentence *s, uint32_t end)
{
	if (end >= s->token_count)
		return true;
	if (s->tokens[end].figure >= 0) /* "in Game 2" */
		return r->scan->figures[s->tokens[end].figure].kind != FIGURE_LABEL;
	if (s->tokens[end].kind != TOKEN_WORD)
		return true;
	return r->tags[end] & (TAG_STOP | TAG_ADVERB | TAG_VERB | TAG_PAST | TAG_GERUND) || s->tokens[end].flags & TOKEN_CAPITAL;
}

/* "Parliament", "Alder Corp". */
static bool is_no_place(const claim_reader *r, const sentence *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		if (token_in(&s->tokens[i], r->sets->not_place))
			return true;
	}
	return false;
}

/* "Arden Airport". */
static bool is_site(const claim_reader *r, const sentence *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		if (token_in(&s->tokens[i], r->sets->place_site) || token_in(&s->tokens[i], r->sets->place_noun))
			return true;
	}
	return false;
}

/* "in England and Wales": two listed names are one place together; `end` if none is joined. */
static uint32_t past_second(const claim_reader *r, const sentence *s, uint32_t end)
{
	if (!at_in(s, end, r->sets->joiner) || end + 1 >= s->token_count)
		return end;
	uint32_t first = skip_the(r, s, end + 1), second = tag_phrase(r, s, first, r->sets->place_name);
	bool name = second > first && s->tokens[first].flags & TOKEN_CAPITAL && name_end(r, s, first) <= second;
	bool counted = second < s->token_count && s->tokens[second].figure >= 0; /* "12 in Arden and Korvan 14" */
	return name && !counted && s->tokens[first].clause == s->tokens[end - 1].clause ? second : end;
}

static bool read_place(const claim_reader *r, const sentence *s, uint32_t at, told_place *out)
{
	uint32_t i = skip_the(r, s, at + 1);
	if (at > 0 && at_in(s, at - 1, r->sets->place_of_thing)) /* "a firm based in Arden": not where its figures are */
		return false;
	if (at_in(s, i, r->sets->place_noun) && at_in(s, i + 1, r->sets->of)) { /* in the territory of the ... */
		uint32_t name = skip_the(r, s, i + 2);
		if (is_name_word(r, s, name))
			i = name;
	}
	while (at_in(s, i, r->sets->place_direction) && !(s->tokens[i].flags & TOKEN_CAPITAL))
		i++;
	uint32_t listed = tag_phrase(r, s, i, r->sets->place_name);
	bool known = listed > i && s->tokens[i].flags & TOKEN_CAPITAL;
	uint32_t end = name_end(r, s, i);
	if (known && listed > end)
		end = listed;
	if (end == i || end >= i + NAME_WORDS || (!known && is_no_place(r, s, i, end)))
		return false;
	if (!known && at_in(s, at, r->sets->place_at) && !is_site(r, s, i, end)) /* "at Alder Steel" is a firm as likely */
		return false;
	uint32_t both = known && listed == end ? past_second(r, s, end) : end;
	bool region = at_in(s, end, r->sets->place_noun) && !(s->tokens[end].flags & TOKEN_CAPITAL);
	bool adjective = end == i + 1 && token_in(&s->tokens[i], r->sets->place_adjective);
	if (!region && (adjective || !stands_alone(r, s, end)))
		return false;
	*out = (told_place){
		.preposition = at, .first = i, .end = both, .joint = both > end ? end : 0, .listed = known && listed == end};
	return true;
}

/* Every word in capitals of the document, so that a long name can be told to be one of them. */
static void read_acronyms(claim_reader *r)
{
	slice text = r->doc->text;
	r->acronyms = table_new(r->aside, 64);
	r->acronyms_read = true;
	for (size_t i = 0; i < text.len;) {
		size_t from = i;
		while (i < text.len && ascii_is_capital(text.ptr[i]))
			i++;
		bool alone = from == 0 || !((text.ptr[from - 1] | 32) >= 'a' && (text.ptr[from - 1] | 32) <= 'z');
		bool ends = i == text.len || !((text.ptr[i] | 32) >= 'a' && (text.ptr[i] | 32) <= 'z');
		if (i - from >= 2 && i - from <= ACRONYM && alone && ends)
			*table_at(&r->acronyms, slice_sub(text, from, i)) = r;
		if (i == from)
			i++;
	}
}

/* The initials of a name, if the document uses them as a word: both are one place. */
static slice acronym_of(claim_reader *r, const sentence *s, uint32_t first, uint32_t end)
{
	char initials[ACRONYM];
	size_t n = 0;
	for (uint32_t i = first; i < end && n < ACRONYM; i++) {
		char c = r->doc->text.ptr[s->tokens[i].start];
		if (s->tokens[i].flags & TOKEN_CAPITAL && ascii_is_capital(c))
			initials[n++] = c;
	}
	if (n < 2)
		return (slice){0};
	if (!r->acronyms_read)
		read_acronyms(r);
	slice found = {initials, n};
	return table_get(&r->acronyms, found) ? arena_copy(r->arena, found) : (slice){0};
}

/* The name that a listed place of tokens [first, end) is compared by, empty if its own words are. */
static slice listed_name(const claim_reader *r, const sentence *s, uint32_t first, uint32_t end)
{
	const lex_step *step = lexicon_root(r->lex);
	for (uint32_t i = first; i < end; i++)
		step = lexicon_step(r->lex, step, s->tokens[i].word);
	for (const lex_entry *e = lexicon_entries(step); e; e = lexicon_next(e)) {
		const node *name = e->set == r->sets->place_name ? node_get(lexicon_data(e), SLICE("name")) : NULL;
		if (name)
			return node_text(name);
	}
	return (slice){0};
}

/* What a place is compared by: its listed name, its initials, else its words folded; of two places both. */
static slice place_key(claim_reader *r, const sentence *s, const told_place *p)
{
	slice written = document_text(r->doc, s->tokens[p->first].start, s->tokens[p->end - 1].end);
	if (p->joint) {
		told_place one = {.first = p->first, .end = p->joint, .listed = true};
		told_place two = {.first = skip_the(r, s, p->joint + 1), .end = p->end, .listed = true};
		slice a = place_key(r, s, &one), b = place_key(r, s, &two);
		return arena_printf(r->arena, SLICE_FMT " & " SLICE_FMT, SLICE_ARG(a), SLICE_ARG(b));
	}
	slice name = p->listed ? listed_name(r, s, p->first, p->end) : (slice){0};
	if (name.len)
		return name;
	slice acronym = acronym_of(r, s, p->first, p->end);
	return utf8_fold(r->arena, acronym.len ? acronym : written);
}

static bool can_stand_anywhere(figure_kind k)
{
	return k == FIGURE_COUNT || k == FIGURE_VAGUE || k == FIGURE_ORDINAL;
}

/* The nearest place of the clause after the figure, else before it, else one that opens the sentence. */
static const told_place *choose(const sentence *s, const claim *c, const told_place *places, size_t n)
{
	const told_place *after = NULL, *before = NULL, *opening = NULL;
	for (size_t i = 0; i < n; i++) {
		const told_place *p = &places[i];
		if (!p->listed && !can_stand_anywhere(c->figure->kind))
			continue;
		if (p->preposition == 0)
			opening = p;
		if (s->tokens[p->preposition].clause != c->clause)
			continue;
		if (p->preposition > c->token && !after && p->preposition - c->token <= CLAIM_REACH)
			after = p;
		if (p->preposition < c->token && c->token - p->preposition <= CLAIM_REACH)
			before = p;
	}
	if (after)
		return after;
	return before ? before : opening;
}

void where_read(claim_reader *r, const sentence *s)
{
	told_place places[PLACES];
	size_t n = 0;
	for (uint32_t i = 0; i + 1 < s->token_count && n < PLACES; i++) {
		if (at_in(s, i, r->sets->place_in))
			n += read_place(r, s, i, &places[n]);
	}
	for (uint32_t i = 0; n > 0 && i < s->figure_count; i++) {
		const claim *c = &r->claims[s->first_figure + i];
		const told_place *p = c->figure->kind == FIGURE_LABEL ? NULL : choose(s, c, places, n);
		if (!p)
			continue;
		claim_place *place = ARENA_NEW(r->arena, claim_place);
		*place =
			(claim_place){document_text(r->doc, s->tokens[p->first].start, s->tokens[p->end - 1].end), place_key(r, s, p)};
		setting_of(r, c)->where = place;
	}
	for (uint32_t i = n > 0 ? s->figure_count : 0; i-- > 1;) { /* "40 fell ill and 12 died in Arden" */
		const claim *from = &r->claims[s->first_figure + i];
		const claim *c = &r->claims[s->first_figure + i - 1];
		const claim_place *place = setting_of(r, from)->where;
		if (place && !setting_of(r, c)->where && can_stand_anywhere(c->figure->kind) &&
		    clause_joins(r, s, c->token, from->token))
			setting_of(r, c)->where = place;
	}
}
