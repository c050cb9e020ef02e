/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/announce_turn.h"

#include "base/ascii.h"
#include "relate/lead_in.h"
#include "relate/list_length.h"

enum {
	PARAGRAPHS = 12, /* that a series may go on over */
	WORDS = 160,     /* of a sentence that are looked at */
	LEAST = 2,       /* things told in turn that make a series */
	BEFORE = 160,    /* bytes from the number to the first mark, */
	BETWEEN = 1600,  /* and from one mark to the next */
	THING = 4        /* bytes: a shorter text between two marks is none: "(1), (2)" */
};

static set lengths(uint32_t least, uint32_t most)
{
	return set_integers(set_closed(rational_int((int64_t)least), rational_int((int64_t)most)));
}

/* ------------------------------------------------------------------------------------------------- "First, ... Second, ..." */

typedef struct turns {
	const list_words *w;
	const reading_of *doc;
	uint32_t told;  /* so many sentences begin with their place */
	uint32_t loose; /* places told amid a sentence */
	bool closed;    /* by "finally" */
	bool more;      /* a sentence begins like a further thing: "Also" */
	bool ended;     /* another series begins */
} turns;

static uint32_t place_of(const turns *t, const word *k)
{
	const lex_entry *e = lexicon_entry(t->doc->scan.lex, k, t->w->turn);
	const node *told = e ? node_get(lexicon_data(e), SLICE("value")) : NULL;
	slice digits = told ? node_text(told) : (slice){"", 0};
	return digits.len == 1 ? (uint32_t)(*digits.ptr - '0') : 0;
}

static bool divides(const list_words *w, const word *k)
{
	return word_in(k, w->joiner) || word_in(k, w->comma) || word_in(k, w->semicolon) || word_in(k, w->opener);
}

/* The first of a sentence's words behind marks of emphasis, and behind the article of "The first is". */
static size_t first_word(const turns *t, const slice *parts, size_t n)
{
	size_t first = 0;
	while (first < n && first < WORDS && parts[first].len == 1 && !ascii_is_letter(*parts[first].ptr))
		first++;
	if (first + 1 < n && first + 1 < WORDS && word_in(vocabulary_word(t->doc->scan.vocab, parts[first]), t->w->definite))
		first++;
	return first;
}

/* Whether the sentence's first word tells the first place. */
static bool begins_series(const turns *t, slice text)
{
	enum { NEAR = 64 };
	slice parts[WORDS];
	size_t n = lexicon_split(slice_sub(text, 0, NEAR), parts, WORDS), first = first_word(t, parts, n);
	return first < n && place_of(t, vocabulary_word(t->doc->scan.vocab, parts[first])) == 1;
}

/* A sentence's words: its first one may tell its place, and others the places of clauses of it. */
static void read_sentence(turns *t, slice text)
{
	if (!t->told && !begins_series(t, text))
		return;
	slice parts[WORDS];
	size_t n = lexicon_split(text, parts, WORDS), first = first_word(t, parts, n);
	const word *prior = NULL;
	for (size_t i = first; i < n && i < WORDS && !t->ended && !t->closed; i++) {
		const word *k = vocabulary_word(t->doc->scan.vocab, parts[i]);
		uint32_t place = place_of(t, k), next = t->told + t->loose + 1;
		bool opens = i == first;
		if (place == next && opens)
			t->told++;
		else if (place == next && t->told && divides(t->w, prior))
			t->loose++;
		else if (place == 1 && opens)
			t->ended = true;
		else if (opens && t->told && word_in(k, t->w->turn_last))
			t->told++, t->closed = true;
		else if (opens && t->told)
			t->more |= list_begins_with(t->doc, text, t->w->goes_on);
		prior = word_in(k, t->w->definite) && prior ? prior : k; /* "and the third is" */
	}
}

/* Where the sentence that begins at `from` ends. */
static uint32_t sentence_end(const document *d, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i + 1 < end; i++) {
		char c = d->text.ptr[i];
		if ((c == '.' || c == '!' || c == '?') && ascii_is_white(d->text.ptr[i + 1]))
			return i + 1;
	}
	return end;
}

static void read_paragraph(turns *t, uint32_t from, uint32_t end)
{
	const document *d = t->doc->doc;
	while (from < end && !t->ended && !t->closed) {
		uint32_t to = sentence_end(d, from, end);
		slice text = slice_trim(document_text(d, from, to));
		if (text.len)
			read_sentence(t, text);
		if (!t->told && text.len)
			return; /* the first place must be told at once */
		from = to;
	}
}

/* Behind the colon of the sentence itself, "two reasons for it: the first is", where one stands; else behind the sentence. */
static uint32_t first_place(const turns *t, const sentence *s, uint32_t open)
{
	for (uint32_t i = open; i + 1 < s->token_count; i++) {
		if (!word_in(s->tokens[i].word, t->w->colon))
			continue;
		uint32_t next = i + 1;
		next += word_in(s->tokens[next].word, t->w->definite) && next + 1 < s->token_count;
		slice first = document_text(t->doc->doc, s->tokens[next].start, s->tokens[next].end);
		return place_of(t, vocabulary_word(t->doc->scan.vocab, first)) == 1 ? s->tokens[i].end : s->end;
	}
	return s->end;
}

static set in_sentences(const list_words *w, const reading_of *doc, const sentence *s, const claim *c, uint32_t open)
{
	lead_in lead = lead_in_of(w, doc, s, c);
	if (!lead.noun || lead.form == LEAD_NONE || lead.form == LEAD_CHOICE)
		return set_empty();
	const document *d = doc->doc;
	const block *own = &d->blocks[s->block];
	turns t = {.w = w, .doc = doc};
	uint32_t from = first_place(&t, s, open);
	if (lead.closed && from == s->end)
		return set_empty();
	read_paragraph(&t, from, own->end);
	uint32_t n = 0, so_far = t.told + t.loose;
	for (uint32_t i = s->block + 1; i < d->block_count && n < PARAGRAPHS && !t.ended && !t.closed; i++) {
		const block *b = &d->blocks[i];
		if (b->kind == BLOCK_HEADING || (b->kind != BLOCK_PARAGRAPH && !t.told))
			break;
		if (b->kind != BLOCK_PARAGRAPH || b->parent != own->parent)
			continue;
		bool enough = rational_compare(figure_value(c->figure), rational_int((int64_t)so_far)) <= 0;
		read_paragraph(&t, b->start, b->end);
		if ((!t.told && b->end > b->start) || (enough && t.told + t.loose == so_far))
			break; /* all were told: behind a paragraph of something else another series goes on */
		so_far = t.told + t.loose;
		n++;
	}
	if (t.told < LEAST + (uint32_t)t.closed) /* "First, ... Finally, ..." may have others between them */
		return set_empty();
	/* what "finally" tells may be said of the whole text */
	set all = lengths(t.told - (uint32_t)t.closed, t.told + t.loose);
	bool fewer = rational_compare(figure_value(c->figure), rational_int((int64_t)t.told + t.loose)) > 0;
	/* over several paragraphs the last ones may be told in other words, or behind lists */
	bool unclear = t.loose || (fewer && ((t.more && !t.closed) || n > 0));
	return unclear && !set_contains(&all, figure_value(c->figure)) ? set_empty() : all;
}

/* ---------------------------------------------------------------------------------------------------- "(1) ..., (2) ..." */

typedef struct mark {
	uint32_t at, end;
	uint32_t place;
	bool open;  /* "(1)", and not "1)" */
	char style; /* '1', 'a' or 'i' */
} mark;

/* The place that digits, a letter or a Roman numeral of small letters tell; 0: they are none. */
static uint32_t place_told(slice s, char style)
{
	static const char *const roman[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
	if (style == '1' && s.len && s.len < 3 && ascii_is_digit(*s.ptr) && ascii_is_digit(s.ptr[s.len - 1]))
		return s.len == 1 ? (uint32_t)(*s.ptr - '0') : (uint32_t)((*s.ptr - '0') * 10 + s.ptr[1] - '0');
	if (style == 'a' && s.len == 1 && ascii_is_small(*s.ptr))
		return (uint32_t)(*s.ptr - 'a') + 1;
	for (uint32_t i = 0; style == 'i' && i < sizeof roman / sizeof *roman; i++)
		if (slice_equal(s, slice_of(roman[i])))
			return i + 1;
	return 0;
}

/* The next mark at or behind `at` of a style and place; false if none stands before `end`. */
static bool find_mark(const document *d, uint32_t at, uint32_t end, char style, uint32_t place, mark *out)
{
	for (uint32_t i = at; i < end; i++) {
		if (d->text.ptr[i] != ')' || (i + 1 < d->text.len && ascii_is_letter(d->text.ptr[i + 1])))
			continue;
		uint32_t from = i;
		while (from > at && i - from < 5 && ascii_is_alnum(d->text.ptr[from - 1]))
			from--;
		bool open = from > at && d->text.ptr[from - 1] == '(';
		uint32_t begin = from - open;
		bool apart = begin > 0 && ascii_is_white(d->text.ptr[begin - 1]);
		if (apart && place_told(document_text(d, from, i), style) == place) {
			*out = (mark){.at = begin, .end = i + 1, .place = place, .open = open, .style = style};
			return true;
		}
	}
	return false;
}

static bool names_a_thing(slice text)
{
	size_t letters = 0;
	text = slice_trim(text);
	for (size_t i = 0; i < text.len; i++)
		letters += ascii_is_letter(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80;
	return letters >= THING && text.ptr[0] != ',';
}

/* How many marks of one style follow one another from the first on; 0: what stands between two of them is nothing. */
static uint32_t count_marks(const document *d, const mark *first, uint32_t end)
{
	mark last = *first, next;
	while (
		find_mark(d, last.end, end < last.end + BETWEEN ? end : last.end + BETWEEN, first->style, last.place + 1, &next)) {
		mark again;
		bool anew = find_mark(d, last.end, next.at, first->style, 1, &again); /* another series has begun */
		if (next.open != first->open || (anew && again.open == first->open))
			break;
		if (!names_a_thing(document_text(d, last.end, next.at)))
			return 0;
		last = next;
	}
	return names_a_thing(document_text(d, last.end, end)) ? last.place : 0;
}

/* Whether the text from the number's phrase to the first mark leads to it: "three parts of it: (1)", "six parts, including (1)". */
static bool leads_to(const list_words *w, const reading_of *doc, const sentence *s, uint32_t open, const mark *first,
                     bool *some)
{
	const token *last = NULL;
	for (uint32_t i = open; i < s->token_count && s->tokens[i].start < first->at; i++) {
		const token *k = &s->tokens[i];
		last = k;
		if (k->kind == TOKEN_FIGURE || word_in(k->word, w->stop))
			return false;
	}
	if (!last || last->end > first->at)
		return false;
	*some = word_in(last->word, w->open_list);
	bool colon = last->end - last->start == 1 && doc->doc->text.ptr[last->start] == ':';
	return colon || *some || word_in(last->word, w->copula);
}

static set in_marks(const list_words *w, const reading_of *doc, const sentence *s, const claim *c, uint32_t open)
{
	const document *d = doc->doc;
	static const char styles[] = {'1', 'a', 'i'};
	uint32_t from = c->figure->end, end = d->blocks[s->block].end;
	for (size_t i = 0; i < sizeof styles; i++) {
		mark first;
		bool some = false;
		if (!find_mark(d, from, from + BEFORE < s->end ? from + BEFORE : s->end, styles[i], 1, &first) ||
		    !leads_to(w, doc, s, open, &first, &some))
			continue;
		uint32_t told = count_marks(d, &first, end);
		set all = lengths(told, told);
		if (told < LEAST)
			return set_empty();
		bool fewer = rational_compare(figure_value(c->figure), rational_int((int64_t)told)) > 0;
		return some && fewer ? set_empty() : all;
	}
	return set_empty();
}

set announce_turns(const list_words *w, const reading_of *doc, const sentence *s, const claim *c, uint32_t open)
{
	set marks = in_marks(w, doc, s, c, open);
	return !set_is_empty(&marks) ? marks : in_sentences(w, doc, s, c, open);
}
