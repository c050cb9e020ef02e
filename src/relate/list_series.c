/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/list_series.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "relate/lead_in.h"

enum {
	REACH = 64,    /* blocks from the number to the first of the series, */
	HEADINGS = 4,  /* and headings */
	LABEL = 40,    /* bytes in which "Phase 1" stands */
	NO_LABEL = -1, /* of a heading that is called otherwise, */
	UNCLEAR = -2   /* and of one that is called by the noun and no plain number: "Phase 2a", "Phases" */
};

#define NO_BLOCK UINT32_MAX

/* The number of block i in a series of the noun. */
static int32_t label_of(const reading_of *doc, uint32_t i, const word *noun)
{
	const block *b = &doc->doc->blocks[i];
	slice parts[2], digits;
	slice text = slice_trim(slice_sub(document_text(doc->doc, b->start, b->end), 0, LABEL));
	size_t n = lexicon_split(text, parts, 2);
	int32_t value = 0;
	if (n < 2 || !slice_equal(word_text(vocabulary_word(doc->scan.vocab, parts[0])), word_text(noun)))
		return NO_LABEL;
	digits = parts[1];
	for (size_t k = 0; k < digits.len; k++)
		if (!ascii_is_digit(digits.ptr[k]) || k > 2)
			return UNCLEAR;
		else
			value = value * 10 + (digits.ptr[k] - '0');
	const char *next = digits.ptr + digits.len; /* "Phase 1.2" is a part of one */
	bool more = next + 1 < text.ptr + text.len && *next == '.' && ascii_is_digit(next[1]);
	return more ? UNCLEAR : value;
}

/* The first of the series behind block b; NO_BLOCK if none is near. */
static uint32_t find_first(const reading_of *doc, uint32_t b, const word *noun)
{
	const document *d = doc->doc;
	uint32_t headings = 0;
	for (uint32_t i = b + 1; i < d->block_count && i <= b + REACH && headings <= HEADINGS; i++) {
		bool heading = d->blocks[i].kind == BLOCK_HEADING;
		headings += heading;
		int32_t label = heading || d->blocks[i].kind == BLOCK_ITEM ? label_of(doc, i, noun) : NO_LABEL;
		if (label == UNCLEAR || label > 1)
			return NO_BLOCK;
		if (label == 0 || label == 1)
			return i;
	}
	return NO_BLOCK;
}

/* The series that begins with block `first`; its length, and one more where it begins with "Phase 0". Nothing, if one is left out. */
static listed read_series(const reading_of *doc, uint32_t first, const word *noun, list_lengths *out)
{
	const document *d = doc->doc;
	const block *b = &d->blocks[first];
	bool heading = b->kind == BLOCK_HEADING;
	listed l = {.kind = heading ? LISTED_SECTIONS : LISTED_ITEMS, .first = first, .level = b->level};
	int32_t last = label_of(doc, first, noun), from = last;
	if (!heading && !b->group)
		return (listed){0};
	for (l.end = first + 1; l.end < d->block_count; l.end++) {
		const block *k = &d->blocks[l.end];
		if (heading ? k->kind == BLOCK_HEADING && k->level < l.level : k->group != b->group && k->parent <= b->parent)
			break;
		if (heading ? k->kind != BLOCK_HEADING || k->level != l.level : k->group != b->group)
			continue;
		int32_t label = label_of(doc, l.end, noun);
		if (label == NO_LABEL)
			continue;
		if (label != last + 1)
			return (listed){0};
		last = label;
	}
	if (last < 2)
		return (listed){0};
	list_length_add(out, (size_t)last);
	if (from == 0)
		list_length_add(out, (size_t)last + 1);
	return l;
}

/* "A four-step audit: logs, users, keys and rights": it names them itself. */
static bool goes_on(const list_words *w, const sentence *s, uint32_t from)
{
	for (uint32_t i = from; i < s->token_count; i++)
		if (word_in(s->tokens[i].word, w->opener) || word_in(s->tokens[i].word, w->colon))
			return i + 1 < s->token_count;
	return false;
}

/* What is counted, if it is called as a part of a series is: of "four phases", and of "a four-phase plan"; NULL: nothing. */
static const word *noun_of(const list_words *w, const reading_of *doc, const sentence *s, const claim *c)
{
	uint32_t i = c->token + 1;
	const word *noun = NULL;
	bool dash = i + 1 < s->token_count && word_in(s->tokens[i].word, w->dash) && !(s->tokens[i].flags & TOKEN_SPACE) &&
	            s->tokens[i + 1].kind == TOKEN_WORD;
	if (dash) {
		bool part = c->token > 0 && word_in(s->tokens[c->token - 1].word, w->not_before);
		noun = part || goes_on(w, s, i + 1) ? NULL : s->tokens[i + 1].word;
	} else {
		lead_in lead = lead_in_of(w, doc, s, c);
		noun =
			lead.form == LEAD_NONE || lead.form == LEAD_BRACKET || lead.form == LEAD_BARE || lead.closed ? NULL : lead.head;
	}
	return noun && word_in(noun, w->sequenced) ? noun : NULL;
}

bool list_series_bind(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, const sentence *s,
                      binding_list *out)
{
	for (uint32_t i = 0; i < s->figure_count; i++) {
		const claim *c = &doc->claims.at[s->first_figure + i];
		const figure *f = c->figure;
		bool counts = f->kind == FIGURE_COUNT && f->has_value && !f->has_high && f->whole && f->hedge == HEDGE_NONE;
		rational value = figure_value(f);
		if (!counts || value.den != 1 || value.num < 2 || value.num > LIMIT_LIST_ITEMS)
			continue;
		const word *noun = noun_of(w, doc, s, c);
		uint32_t first = noun ? find_first(doc, s->block, noun) : NO_BLOCK;
		if (first == NO_BLOCK)
			continue;
		list_lengths lengths = {0};
		listed l = read_series(doc, first, noun, &lengths);
		int64_t n = (int64_t)value.num, plain = lengths.n ? lengths.at[0] : 0;
		bool agrees = lengths.n && list_lengths_hold(&lengths, n);
		if (!agrees && (!lengths.n || (n != plain + 1 && n + 1 != plain)))
			continue;
		list_binding b = {c, &l, &lengths, GRADE_PROBABLE, agrees, SLICE("a series behind it is called as what is counted")};
		list_bind(a, rules, doc, &b, out);
		return true;
	}
	return false;
}
