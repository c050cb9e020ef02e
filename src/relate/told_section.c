/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/told_section.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "relate/evidence.h"
#include "relate/lists.h"

enum {
	LEAST = 4,         /* smaller numbers of something are met by chance, */
	LEAST_NAMED = 2,   /* but not of what is called by the same two words */
	HEADING_WORDS = 8, /* and a longer heading is no name */
	NAME_WORDS = 3,
	NAME_BYTES = 40 /* of an item */
};

typedef struct named_section {
	uint32_t heading;
	telling name;
	bool several; /* another heading has the same noun: which of them is meant is not told */
} named_section;

typedef struct finder {
	arena *arena;
	const list_words *w;
	const reading_of *doc;
	table by_noun, by_phrase; /* named_section; those of two words or more by all of them too */
} finder;

/* The words of a phrase as one text. */
static slice phrase_of(const finder *f, const telling *t)
{
	slice all = {"", 0};
	for (size_t i = 0; i < t->word_count; i++)
		all = arena_printf(f->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(all), SLICE_ARG(word_text(t->words[i])));
	return all;
}

static void keep_section(finder *f, table *where, slice key, const named_section *s)
{
	void **at = table_at(where, key);
	if (*at) {
		((named_section *)*at)->several = true;
		return;
	}
	*at = ARENA_NEW(f->arena, named_section);
	*(named_section *)*at = *s;
}

/* The section that is headed by what is told, if it is the only one. */
static const named_section *find_section(finder *f, const telling *t)
{
	const named_section *s = t->word_count > 1 ? *table_at(&f->by_phrase, phrase_of(f, t)) : NULL;
	if (!s)
		s = *table_at(&f->by_noun, word_text(telling_noun(t)));
	return s && !s->several ? s : NULL;
}

/* The words of a heading that is a plural and little else: "Commands", "All built-in commands"; false if it is none. */
static bool read_name(const finder *f, slice text, named_section *out)
{
	vocabulary *v = f->doc->scan.vocab;
	slice parts[HEADING_WORDS];
	size_t n = lexicon_split(text, parts, HEADING_WORDS), from = 0;
	while (from < n && n <= HEADING_WORDS &&
	       (!ascii_is_letter(*parts[from].ptr) || word_in(vocabulary_word(v, parts[from]), f->w->heading_lead)))
		from += ascii_is_digit(*parts[from].ptr) ? n : 1; /* a number tells how many, or which */
	if (from >= n || n > HEADING_WORDS || n - from > NAME_WORDS)
		return false;
	out->name.words = ARENA_ARRAY(f->arena, const word *, n - from);
	for (size_t i = from; i < n; i++) {
		const word *k = vocabulary_word(v, parts[i]);
		bool last = i + 1 == n;
		if (!ascii_is_letter(*parts[i].ptr) || (last && !k->plural && vocabulary_noun(v, k) == k))
			return false;
		out->name.words[out->name.word_count++] = vocabulary_noun(v, k);
	}
	return true;
}

static void keep_heading(finder *f, uint32_t i)
{
	const block *b = &f->doc->doc->blocks[i];
	named_section s = {.heading = i};
	if (!read_name(f, slice_trim(document_text(f->doc->doc, b->start, b->end)), &s))
		return;
	keep_section(f, &f->by_noun, word_text(telling_noun(&s.name)), &s);
	if (s.name.word_count > 1)
		keep_section(f, &f->by_phrase, phrase_of(f, &s.name), &s);
}

/* Whether a heading names the things too: "Spare commands", below which "four commands" are those. */
static bool names_them(const finder *f, int32_t heading, const telling *t)
{
	const document *d = f->doc->doc;
	slice parts[HEADING_WORDS];
	if (heading < 0 || d->blocks[heading].level <= 1)
		return false;
	slice text = document_text(d, d->blocks[heading].start, d->blocks[heading].end);
	size_t n = lexicon_split(text, parts, HEADING_WORDS);
	for (size_t i = 0; i < n && i < HEADING_WORDS; i++) {
		const word *k = vocabulary_noun(f->doc->scan.vocab, vocabulary_word(f->doc->scan.vocab, parts[i]));
		if (slice_equal(word_text(k), word_text(telling_noun(t))))
			return true;
	}
	return false;
}

/* Told of all there are, and not where they stand. */
static bool tells_all(const finder *f, const telling *t, const claim *c, const named_section *s)
{
	const document *d = f->doc->doc;
	bool inside = c->block == s->heading || names_them(f, d->blocks[c->block].section, t);
	for (int32_t at = d->blocks[c->block].section; at >= 0 && !inside; at = d->blocks[at].section)
		inside = (uint32_t)at == s->heading;
	return !inside && !t->below && !t->led && !t->parts && !t->cell && evidence_of_all(t);
}

/* Whether each item of the list is no more than a name. */
static bool are_names(const document *d, const listed *l)
{
	for (uint32_t i = l->first; i < l->end; i++)
		if (d->blocks[i].group == l->group + 1 && d->blocks[i].end - d->blocks[i].start > NAME_BYTES)
			return false;
	return true;
}

/* Whether the section leaves no doubt of how many things it holds, so that one more or less is a slip. */
static bool is_plain(const finder *f, const listed *l, const list_lengths *lengths, const word *noun, int64_t least)
{
	if (lengths->open || lengths->goes_on || lengths->pairs || lengths->measured || lengths->at[0] + 1 < least)
		return false;
	return l->kind == LISTED_ROWS    ? list_table_headed(f->doc, l, noun)
	       : l->kind == LISTED_ITEMS ? lengths->apart || are_names(f->doc->doc, l)
	                                 : l->kind == LISTED_SECTIONS;
}

static void try_telling(finder *f, const rule_set *rules, const telling *t, binding_list *out)
{
	const claim *c = &f->doc->claims.at[t->claim];
	const word *noun = telling_noun(t);
	const named_section *s = find_section(f, t);
	rational value = figure_value(c->figure);
	if (!s || !tells_all(f, t, c, s) || !evidence_same_things(t, &s->name))
		return;
	int64_t least = t->word_count > 1 && evidence_same_phrase(t, &s->name) ? LEAST_NAMED : LEAST;
	if (value.den != 1 || value.num < least || value.num > LIMIT_LIST_ITEMS)
		return;
	listed l = listed_below(f->doc->doc, s->heading);
	list_lengths lengths = l.kind == LISTED_NOTHING || l.kind == LISTED_PARAGRAPHS ? (list_lengths){0}
	                                                                               : list_lengths_of(f->w, f->doc, &l, noun);
	int64_t n = (int64_t)value.num, plain = lengths.n ? lengths.at[0] : 0;
	bool agrees = lengths.n && list_lengths_hold(&lengths, n);
	bool beside = n == plain + 1 || n + 1 == plain;
	if (agrees || (lengths.n && beside && is_plain(f, &l, &lengths, noun, least)))
		list_bind(
			f->arena, rules, f->doc,
			&(list_binding){c, &l, &lengths, GRADE_PROBABLE, agrees, SLICE("the section is headed by what is counted")},
			out);
}

void bind_told_sections(arena *a, const rule_set *rules, const list_words *w, const reading_of *doc, binding_list *out)
{
	finder f = {.arena = a, .w = w, .doc = doc, .by_noun = table_new(a, 16), .by_phrase = table_new(a, 16)};
	bool any = false;
	if (!rules->by_binder[BIND_LIST].n || !doc->tellings.n)
		return;
	for (uint32_t i = 0; i < doc->doc->block_count; i++) {
		if (doc->doc->blocks[i].kind != BLOCK_HEADING)
			continue;
		if (any || doc->doc->blocks[i].level > 1) /* the first tells what the whole document is about */
			keep_heading(&f, i);
		any = true;
	}
	for (size_t i = 0; any && i < doc->tellings.n; i++)
		try_telling(&f, rules, &doc->tellings.at[i], out);
}
