/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who says so: "Novikov said", "said Novikov", "according to TASS", "he added". */
#include "base/ascii.h"
#include "claim/reader.h"

#include "base/vec.h"

enum { NAME_WORDS = 12, DESCRIPTION = 10, APPOSITION = 20, OFFICE = 4 /* words of an office */, NOBODY = -1 };

typedef struct attribution {
	int32_t speaker; /* index in names, NOBODY */
	bool backwards;  /* "said this on Monday": of the sentence before */
} attribution;

struct speakers {
	claim_reader *r;
	VEC(slice *) names;  /* as written, in order of first sight */
	VEC(bool) named;     /* a name, not a description */
	VEC(bool) person;    /* it was told with a title */
	table singles;       /* names of one word */
	table by_text;       /* name to 1 + its index */
	VEC(attribution) of; /* of each sentence of the window */
	int32_t last_named;
};
typedef struct speakers speakers;

static bool is_name_word(const speakers *sp, const sentence *s, uint32_t i)
{
	const token *t = &s->tokens[i];
	const claim_sets *k = sp->r->sets;
	if (chunk_is_name(sp->r, s, i)) /* "Alder First Bank" */
		return ascii_is_capital(sp->r->doc->text.ptr[t->start]);
	if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL) || tag_word(sp->r, t->word) & TAG_POSSESSIVE)
		return false;
	if (word_in(t->word, k->place_direction)) /* "South Korean", an adverb too */
		return true;
	return !word_in(t->word, k->determiner) && !word_in(t->word, k->pronoun) && !word_in(t->word, k->preposition) &&
	       !word_in(t->word, k->conjunction) && !word_in(t->word, k->adverb) && !word_in(t->word, k->clause_break);
}

/* "All-Mills Fund": joined to what follows, any word with a capital is a part of the name. */
static bool is_joined_name(const speakers *sp, const sentence *s, uint32_t i)
{
	return chunk_is_hyphen(sp->r, s, i + 1) && s->tokens[i].flags & TOKEN_CAPITAL && s->tokens[i + 2].flags & TOKEN_CAPITAL;
}

static int32_t remember(speakers *sp, slice text, bool name)
{
	if (!text.len)
		return NOBODY;
	void **at = table_at(&sp->by_text, text);
	if (!*at) {
		slice *kept = ARENA_NEW(sp->r->arena, slice);
		*kept = text;
		VEC_PUSH(sp->r->aside, sp->names, kept);
		VEC_PUSH(sp->r->aside, sp->named, name);
		VEC_PUSH(sp->r->aside, sp->person, false);
		*at = (void *)(uintptr_t)sp->names.n;
		if (name && slice_find_byte(text, ' ') == SIZE_MAX)
			*table_at(&sp->singles, text) = sp;
	}
	return (int32_t)((uintptr_t)*at - 1);
}

static int32_t remember_person(speakers *sp, slice name)
{
	int32_t speaker = remember(sp, name, true);
	if (speaker != NOBODY)
		sp->person.at[speaker] = true;
	return speaker;
}

static slice text_of(const speakers *sp, const sentence *s, uint32_t first, uint32_t end)
{
	return document_text(sp->r->doc, s->tokens[first].start, s->tokens[end - 1].end);
}

/* Where the last part of "Secretary of the Council Ivan Orlov" begins, after its last "of (the)". */
static uint32_t after_of(const speakers *sp, const sentence *s, uint32_t first, uint32_t end)
{
	uint32_t from = first;
	for (uint32_t i = first; i < end; i++) {
		if (at_in(s, i, sp->r->sets->of) || at_in(s, i, sp->r->sets->definite))
			from = i + 1;
	}
	return from;
}

/* The speaker told by tokens [first, end): a name, without the titles before it; or an office alone. */
static int32_t name_of(speakers *sp, const sentence *s, uint32_t first, uint32_t end)
{
	uint32_t from = first;
	while (from + 1 < end && (word_in(s->tokens[from].word, sp->r->sets->title) || s->tokens[from].kind == TOKEN_PUNCT))
		from++;
	if (from == first)
		return remember(sp, text_of(sp, s, first, end), true);
	if (at_in(s, from, sp->r->sets->of)) {
		uint32_t last = after_of(sp, s, from, end);
		if (end - last < 3) /* "Secretary of the Security Council" */
			return remember(sp, text_of(sp, s, first, end), false);
		from = end - 2;
	}
	return remember_person(sp, text_of(sp, s, from, end));
}

/* First token of the run of capitalised words that ends before `end`, joined by "of (the)", "-" and full stops. */
static uint32_t name_start(const speakers *sp, const sentence *s, uint32_t end)
{
	const claim_sets *k = sp->r->sets;
	uint32_t first = end;
	while (first > 0 && end - first < NAME_WORDS) {
		if (is_name_word(sp, s, first - 1)) {
			first--;
			continue;
		}
		if (first == end)
			break;
		uint32_t i = first - 1;
		if (at_in(s, i, k->definite) && i > 0)
			i--;
		bool joins = at_in(s, i, k->of) || (i == first - 1 && at_in(s, i, k->hyphen));
		if (!joins || i == 0 || !(is_name_word(sp, s, i - 1) || is_joined_name(sp, s, i - 1)))
			break;
		first = i - 1;
	}
	return first;
}

static bool ends_description(const speakers *sp, const sentence *s, uint32_t i)
{
	const claim_sets *k = sp->r->sets;
	const word *w = s->tokens[i].word;
	if (s->tokens[i].kind != TOKEN_WORD || word_in(w, k->complementizer) || word_in(w, k->clause_break))
		return true;
	return word_in(w, k->joiner) || word_in(w, k->finite) || word_in(w, k->relative);
}

/* "the head of the press centre": from the mark or clause word before it. */
static int32_t description_before(speakers *sp, const sentence *s, uint32_t end)
{
	const claim_sets *k = sp->r->sets;
	uint32_t first = end;
	while (first > 0 && end - first < DESCRIPTION) {
		if (ends_description(sp, s, first - 1))
			break;
		if (tag_word(sp->r, s->tokens[first - 1].word) & TAG_PAST)
			return NOBODY;
		first--;
	}
	bool clause = first > 0 && first < end && token_in(&s->tokens[first - 1], k->clause_break);
	if (clause && tag_word(sp->r, s->tokens[first].word) & TAG_GERUND) /* "Berg, while declining to name it, said" */
		return NOBODY;
	if (first > 0 && token_in(&s->tokens[first - 1], k->relative)) /* "adults who live in Arden said" */
		return NOBODY;
	while (first < end && (word_in(s->tokens[first].word, k->determiner) || word_in(s->tokens[first].word, k->adverb)))
		first++;
	if (first < end && word_in(s->tokens[first].word, k->preposition)) /* "a quarter of the pupils said" */
		return NOBODY;
	if (first > 1 && s->tokens[first - 1].figure >= 0 && word_in(s->tokens[first - 2].word, k->preposition))
		return NOBODY; /* "a panel of 75 pupils revealed" */
	if (first == end || end - first >= DESCRIPTION - 1)
		return NOBODY;
	if (tag_word(sp->r, s->tokens[end - 1].word) & (TAG_STOP | TAG_POSSESSIVE))
		return NOBODY;
	return remember(sp, text_of(sp, s, first, end), false);
}

/* Before the verb at token v, past adverbs, "has" and a moment: "Orlov on Friday told". */
static uint32_t past_moment(const speakers *sp, const sentence *s, uint32_t v)
{
	const claim_sets *k = sp->r->sets;
	uint32_t end = v;
	while (end > 0) {
		const token *t = &s->tokens[end - 1];
		if (t->kind == TOKEN_WORD && (tag_word(sp->r, t->word) & TAG_ADVERB || word_in(t->word, k->have)))
			end--;
		else if (t->figure >= 0 && sp->r->scan->figures[t->figure].kind == FIGURE_DATE)
			end -= end > 1 && word_in(s->tokens[end - 2].word, k->when_in) && !at_in(s, end - 2, k->comma) ? 2 : 1;
		else
			break;
	}
	return end;
}

/* The speaker before the verb at token v. */
static int32_t speaker_before(speakers *sp, const sentence *s, uint32_t v)
{
	const claim_sets *k = sp->r->sets;
	uint32_t end = past_moment(sp, s, v);
	if (end == 0)
		return NOBODY;
	if (word_in(s->tokens[end - 1].word, k->pronoun_thing)) /* "it said": no person did */
		return sp->last_named != NOBODY && !sp->person.at[sp->last_named] ? sp->last_named : NOBODY;
	if (word_in(s->tokens[end - 1].word, k->speaker_pronoun))
		return sp->last_named;
	uint32_t stop = end;
	if (token_in(&s->tokens[end - 1], k->comma)) { /* "Novikov, head of the centre, said" */
		uint32_t i = end - 1;
		while (i > 0 && end - i < APPOSITION && !token_in(&s->tokens[i - 1], k->comma))
			i--;
		if (i == 0 || !token_in(&s->tokens[i - 1], k->comma))
			return NOBODY;
		stop = i - 1;
	}
	uint32_t first = name_start(sp, s, stop), before = first;
	while (before > 0 && word_in(s->tokens[before - 1].word, k->determiner))
		before--;
	bool inner = before > 0 && word_in(s->tokens[before - 1].word, k->preposition); /* "the firm in Arden said" */
	if (first < stop && !inner)
		return name_of(sp, s, first, stop);
	if (stop == end)
		return description_before(sp, s, end);
	uint32_t name = name_start(sp, s, end - 1); /* "The firm, Alder, said" */
	return name == stop + 1 ? name_of(sp, s, name, end - 1) : NOBODY;
}

/* Past "mill chairman" before a name: the name's first token, i if no office stands right before one. */
static uint32_t past_office(const speakers *sp, const sentence *s, uint32_t i)
{
	for (uint32_t n = i; n + 1 < s->token_count && n - i < OFFICE; n++) {
		const token *t = &s->tokens[n];
		if (t->kind != TOKEN_WORD || t->flags & TOKEN_CAPITAL || tag_word(sp->r, t->word) & (TAG_STOP | TAG_PAST))
			return i;
		if (word_in(t->word, sp->r->sets->title) && is_name_word(sp, s, n + 1))
			return n + 1;
	}
	return i;
}

/* The speaker whose name or description begins at token i. */
static int32_t speaker_after(speakers *sp, const sentence *s, uint32_t i)
{
	const claim_sets *k = sp->r->sets;
	if (at_in(s, i, k->speech_him))
		return sp->last_named;
	if (at_in(s, i, k->complementizer)) /* "said that it" */
		return NOBODY;
	uint32_t first = i;
	while (at_in(s, i, k->determiner))
		i++;
	i = past_office(sp, s, i);
	uint32_t end = i;
	while (end < s->token_count && end - i < NAME_WORDS) {
		bool joins = end > i && at_in(s, end, k->hyphen) && end + 1 < s->token_count && is_name_word(sp, s, end + 1);
		if (!joins && !is_name_word(sp, s, end))
			break;
		end++;
	}
	bool whole = end >= s->token_count || s->tokens[end].kind != TOKEN_WORD ||
	             tag_word(sp->r, s->tokens[end].word) & (TAG_STOP | TAG_VERB | TAG_PAST | TAG_ADVERB);
	if (end > i && whole)
		return name_of(sp, s, i, end);
	if (i == first && end == i) /* "said profits rose": no speaker */
		return NOBODY;
	while (end < s->token_count && end - i < DESCRIPTION && !ends_description(sp, s, end))
		end++;
	return end > i && end - i < DESCRIPTION ? remember(sp, text_of(sp, s, i, end), false) : NOBODY;
}

/* "in Arden, Korvan and Elm, said the report.": a description that ends the sentence after its verb. */
static int32_t closing_speaker(speakers *sp, const sentence *s, uint32_t v)
{
	uint32_t i = v + 1;
	if (!at_in(s, i, sp->r->sets->determiner))
		return NOBODY;
	while (i < s->token_count && s->tokens[i].kind == TOKEN_WORD && i - v < DESCRIPTION)
		i++;
	bool last = i < s->token_count && s->tokens[i].kind == TOKEN_PUNCT && !at_in(s, i, sp->r->sets->comma);
	for (uint32_t n = v + 1; n < i && last; n++) {
		if (tag_word(sp->r, s->tokens[n].word) & (TAG_FINITE | TAG_PAST | TAG_PRESENT))
			return NOBODY;
	}
	return last || i >= s->token_count ? speaker_after(sp, s, v + 1) : NOBODY;
}

/* After a quotation or a comma the speaker may follow the verb ("..., said Novikov"), unless an apposition ends there
 * ("Novikov, head of the centre, said"). */
static int32_t find_speaker(speakers *sp, const sentence *s, uint32_t v)
{
	bool comma = v > 0 && token_in(&s->tokens[v - 1], sp->r->sets->comma);
	bool quote = v == 0 || token_in(&s->tokens[v - 1], sp->r->sets->quote);
	int32_t closing = comma && !quote ? closing_speaker(sp, s, v) : NOBODY;
	if (closing != NOBODY)
		return closing;
	int32_t speaker = quote ? NOBODY : speaker_before(sp, s, v);
	if ((comma && (speaker == NOBODY || !sp->named.at[speaker])) || quote)
		speaker = speaker_after(sp, s, v + 1);
	if (speaker == NOBODY && quote && v > 0)
		speaker = speaker_before(sp, s, v);
	return speaker;
}

static bool read_verb(speakers *sp, const sentence *s, uint32_t v, attribution *out)
{
	const claim_sets *k = sp->r->sets;
	bool strong = token_in(&s->tokens[v], k->speech_strong);
	uint16_t tag = tag_word(sp->r, s->tokens[v].word);
	if (tag & TAG_GERUND || at_in(s, v + 1, k->of) || (tag & TAG_PAST && at_in(s, v + 1, k->by))) /* "explained by" */
		return false;
	bool that = at_in(s, v + 1, k->complementizer);
	bool ends = v + 1 >= s->token_count || s->tokens[v + 1].kind == TOKEN_PUNCT;
	if (!strong && !that && !ends)
		return false;
	int32_t speaker = find_speaker(sp, s, v);
	/* "the reports that", "member states": a noun as likely as a verb, unless a name or pronoun says so */
	if (speaker == NOBODY || (tag & TAG_PRESENT && !sp->named.at[speaker]))
		return false;
	bool alone = v + 2 >= s->token_count || s->tokens[v + 2].kind != TOKEN_WORD || at_in(s, v + 2, k->preposition);
	bool anaphor = at_in(s, v + 1, k->speech_anaphor) && !that && alone;
	*out = (attribution){speaker, anaphor};
	return true;
}

static attribution read_sentence(speakers *sp, const sentence *s)
{
	const claim_sets *k = sp->r->sets;
	attribution a = {NOBODY, false};
	for (uint32_t i = 0; i < s->token_count; i++) {
		const token *t = &s->tokens[i];
		if (t->kind != TOKEN_WORD || t->flags & TOKEN_QUOTED || !(word_mark(sp->r->marks, t->word) & MARK_SPEECH))
			continue;
		if (verb_in(t, k->speech_verb) && read_verb(sp, s, i, &a))
			break;
		uint32_t source = tag_phrase(sp->r, s, i, k->speech_source);
		if (source > i) {
			a.speaker = speaker_after(sp, s, source);
			if (a.speaker != NOBODY)
				break;
		}
	}
	if (a.speaker != NOBODY && sp->named.at[a.speaker])
		sp->last_named = a.speaker;
	return a;
}

/* A speaker who is also told by the last word of the name alone goes by it. */
static slice shown_name(const speakers *sp, size_t speaker)
{
	slice name = *sp->names.at[speaker];
	if (!sp->named.at[speaker])
		return name;
	size_t from = name.len;
	while (from > 0 && name.ptr[from - 1] != ' ')
		from--;
	slice last = slice_sub(name, from, name.len);
	return from > 0 && table_get(&sp->singles, last) ? last : name;
}

/* Under the full name, until the whole document is known. */
static void give(speakers *sp, const sentence *s, int32_t speaker, bool quoted_only)
{
	if (speaker == NOBODY)
		return;
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &sp->r->claims[s->first_figure + i];
		claim_setting *own = setting_of(sp->r, c);
		if (own->who || (quoted_only && !(s->tokens && s->tokens[c->token].flags & TOKEN_QUOTED)))
			continue;
		own->who = sp->names.at[speaker];
	}
}

/* Sentences [from, to) are one block: quoted ones without a speaker go to the last one named before, else the next one. */
static void share_block(speakers *sp, size_t from, size_t to)
{
	const sentence *sentences = &sp->r->scan->sentences[sp->r->scan->window];
	const attribution *of = sp->of.at;
	int32_t last = NOBODY;
	for (size_t i = from; i < to; i++) {
		if (of[i].speaker != NOBODY) {
			last = of[i].speaker;
			give(sp, &sentences[i], last, false);
			if (of[i].backwards && i > from && of[i - 1].speaker == NOBODY)
				give(sp, &sentences[i - 1], last, false);
		} else {
			give(sp, &sentences[i], last, true);
		}
	}
	int32_t next = NOBODY;
	for (size_t i = to; i-- > from;) {
		if (of[i].speaker != NOBODY)
			next = of[i].speaker;
		else
			give(sp, &sentences[i], next, true);
	}
}

void speaker_begin(claim_reader *r)
{
	r->speakers = ARENA_NEW(r->aside, speakers);
	*r->speakers =
		(speakers){.r = r, .last_named = NOBODY, .singles = table_new(r->aside, 32), .by_text = table_new(r->aside, 32)};
}

void speaker_window(claim_reader *r)
{
	speakers *sp = r->speakers;
	const sentence *sentences = &r->scan->sentences[r->scan->window];
	size_t n = r->scan->sentence_count - r->scan->window;
	sp->of.n = 0;
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(r->aside, sp->of, read_sentence(sp, &sentences[i]));
	for (size_t from = 0; from < n;) {
		size_t to = from + 1;
		while (to < n && sentences[to].block == sentences[from].block)
			to++;
		share_block(sp, from, to);
		from = to;
	}
}

void speaker_end(claim_reader *r)
{
	const speakers *sp = r->speakers;
	for (size_t i = 0; i < sp->names.n; i++)
		*sp->names.at[i] = shown_name(sp, i);
}
