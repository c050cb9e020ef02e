/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/list_length.h"

#include "base/ascii.h"
#include "base/limits.h"

enum {
	WORDS = 24,
	BEGINNING = 160 /* bytes */,
	HEADING = 40 /* bytes of an item that is no more than its list's heading */
};

void list_length_add(list_lengths *out, size_t length)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->at[i] == length)
			return;
	if (out->n < LIST_LENGTHS && length > 0 && length <= LIMIT_LIST_ITEMS)
		out->at[out->n++] = (uint32_t)length;
}

bool list_begins_with(const reading_of *doc, slice text, lex_set which)
{
	slice parts[WORDS];
	size_t n = lexicon_split(slice_sub(text, 0, BEGINNING), parts, WORDS), i = 0;
	if (n > WORDS)
		n = WORDS;
	while (i < n && parts[i].len == 1 && !((parts[i].ptr[0] | 32) >= 'a' && (parts[i].ptr[0] | 32) <= 'z'))
		i++;
	const lex_step *at = lexicon_root(doc->scan.lex);
	for (; i < n && at; i++) {
		at = lexicon_step(doc->scan.lex, at, vocabulary_word(doc->scan.vocab, parts[i]));
		for (const lex_entry *e = at ? lexicon_entries(at) : NULL; e; e = lexicon_next(e))
			if (e->set == which)
				return true;
	}
	return false;
}

static slice text_of(const document *d, const block *b)
{
	return slice_trim(document_text(d, b->start, b->end));
}

/* The list directly inside item i; NULL if it holds none. */
static const block_group *list_in(const document *d, uint32_t i, uint32_t end)
{
	for (uint32_t k = i + 1; k < end && d->blocks[k].parent >= (int32_t)i; k++) {
		const block *b = &d->blocks[k];
		if (b->parent != (int32_t)i || !b->group)
			continue;
		const block_group *g = &d->groups[b->group - 1];
		if (g->kind == GROUP_LIST && g->first == k)
			return g;
	}
	return NULL;
}

typedef struct tally { /* of a list's items */
	uint32_t items, struck, asides;
	uint32_t nested, nested_items;   /* items that hold a list, and the items of those */
	uint32_t leaves;                 /* items, but for one that only heads its list ("whole numbers:") what that holds */
	uint32_t names;                  /* what they name one by one */
	uint32_t numbers;                /* the sum of what they count themselves, one where they do not */
	uint32_t inside;                 /* the same, of numbers anywhere in them: "bell ropes: two long ropes" */
	uint32_t bracketed, brackets;    /* items that carry a number in brackets, and the sum of those */
	uint32_t either;                 /* items that tell of a choice: "either mend it, or buy another" */
	uint32_t rest;                   /* what an item stands for that names none: "and 4 more" */
	uint32_t enumerated;             /* the things named in brackets, one where there are none */
	uint32_t strong;                 /* items that begin in bold print, */
	uint32_t apart;                  /* or as code */
	uint32_t measured;               /* items that give something a number: "Length: 12 m" */
	uint32_t last_label, last_named; /* the last item's number, and that which its text gives it: "Phase 4" */
	bool leads;                      /* an item ends in a colon and holds nothing: its own items were not set deeper */
	bool open;
} tally;

/* Whether the block begins with an inline span of a kind, "**Oars**", "`oar`". */
static bool begins_with(const document *d, const block *b, inline_kind kind)
{
	for (size_t i = document_inlines_from(d, b->start); i < d->inline_count && d->inlines[i].start == b->start; i++)
		if (d->inlines[i].kind == kind)
			return true;
	return false;
}

/* Paragraphs of code alone that open an item behind its first: it tells of several things at once. */
static uint32_t further_names(const document *d, uint32_t i, uint32_t end)
{
	uint32_t n = 0;
	if (!document_within(d, d->blocks[i].start, INLINE_CODE))
		return 0;
	for (uint32_t k = i + 1; k < end && d->blocks[k].kind == BLOCK_PARAGRAPH && d->blocks[k].parent == (int32_t)i; k++) {
		const block *b = &d->blocks[k];
		if (b->start == b->end || !document_within(d, b->start, INLINE_CODE) || !document_within(d, b->end - 1, INLINE_CODE))
			break;
		n++;
	}
	return n;
}

/* "Length: 12 m", "**Age:** ~40" */
static bool is_measured(slice text)
{
	size_t i = slice_find_byte(text, ':');
	while (i < text.len &&
	       (text.ptr[i] == ':' || text.ptr[i] == ' ' || text.ptr[i] == '~' || text.ptr[i] == '<' || text.ptr[i] == '>'))
		i++;
	return i < text.len && ascii_is_digit(text.ptr[i]);
}

/* Whether a word of a set stands in the text's beginning. */
static bool holds_word(const reading_of *doc, slice text, lex_set which)
{
	slice parts[WORDS];
	size_t n = lexicon_split(slice_sub(text, 0, BEGINNING), parts, WORDS);
	for (size_t i = 0; i < n && i < WORDS; i++)
		if (word_in(vocabulary_word(doc->scan.vocab, parts[i]), which))
			return true;
	return false;
}

/* "rope: its colour": among ropes that are announced it tells of one of them, as the other items then do too. */
static bool is_of_one(slice text, const word *noun)
{
	slice name = noun ? word_text(noun) : (slice){"", 0};
	return name.len && text.len > name.len && text.ptr[name.len] == ':' && slice_equal(slice_sub(text, 0, name.len), name);
}

static void count_item(const list_words *w, const reading_of *doc, const word *noun, uint32_t i, uint32_t end, tally *t)
{
	const block *b = &doc->doc->blocks[i];
	slice text = text_of(doc->doc, b);
	const block_group *inner = list_in(doc->doc, i, end);
	bool aside = list_begins_with(doc, text, w->aside);
	t->items++;
	t->struck += b->struck;
	t->asides += aside;
	t->nested += inner != NULL;
	t->nested_items += inner ? inner->items : 0;
	bool heads = inner && text.len && text.len <= HEADING && text.ptr[text.len - 1] == ':';
	t->leaves += heads ? inner->items : 1;
	t->names += list_item_names(w, doc, b) + further_names(doc->doc, i, end);
	uint32_t number = list_item_number(w, doc, b, false), inside = number ? number : list_item_number(w, doc, b, true);
	t->inside += inside ? inside : 1;
	t->numbers += number ? number : 1;
	uint32_t bracket = list_item_bracket(doc, b);
	t->enumerated += list_item_enumerated(doc, b);
	t->bracketed += bracket > 0;
	t->brackets += bracket;
	bool strong = begins_with(doc->doc, b, INLINE_STRONG), code = begins_with(doc->doc, b, INLINE_CODE);
	t->strong += strong;
	t->apart += strong || code;
	t->measured += is_measured(text);
	t->either += holds_word(doc, text, w->either);
	t->open |= is_of_one(text, noun);
	t->last_label = b->number;
	t->last_named = list_item_label(doc, b, noun);
	bool holds = i + 1 < end && doc->doc->blocks[i + 1].parent == (int32_t)i;
	t->leads |= !holds && text.len && text.ptr[text.len - 1] == ':';
	uint32_t rest = list_item_rest(w, doc, b);
	t->rest += rest;
	if (rest)
		return;
	t->open |= (!code && list_begins_with(doc, text, w->open_item)) || /* "`/etc/hosts`" is a path */
	           slice_ends_with(text, SLICE("...")) || slice_ends_with(text, SLICE("…")) ||
	           slice_starts_with(text, SLICE("...")) || slice_starts_with(text, SLICE("…"));
}

/* A paragraph between two such lists, which does not announce the second one, may stand amid one. */
static bool is_amid(const document *d, const listed *l, const block *paragraph)
{
	slice text = text_of(d, paragraph);
	const block *beyond = l->end + 1 < d->block_count ? &d->blocks[l->end + 1] : NULL;
	if (paragraph->kind != BLOCK_PARAGRAPH || !beyond || !beyond->group || slice_ends_with(text, SLICE(":")))
		return false;
	const block_group *g = &d->groups[beyond->group - 1];
	return g->kind == GROUP_LIST && g->first == l->end + 1 && g->parent == paragraph->parent &&
	       g->ordered == d->groups[l->group].ordered;
}

/* Behind the list: prose that goes on with it, or a list that goes on with its numbers. */
static void read_on(const list_words *w, const reading_of *doc, const listed *l, const tally *t, list_lengths *out)
{
	const document *d = doc->doc;
	if (l->end >= d->block_count)
		return;
	const block *next = &d->blocks[l->end];
	int32_t parent = d->groups[l->group].parent;
	if (next->parent != parent || next->kind == BLOCK_HEADING)
		return;
	if (next->group && d->groups[next->group - 1].kind == GROUP_LIST) /* another list stands right below: is it the same? */
		list_length_add(out, t->items + d->groups[next->group - 1].items);
	else if (list_begins_with(doc, text_of(d, next), w->goes_on) || is_amid(d, l, next))
		out->goes_on = true;
	if (!t->last_label)
		return;
	uint32_t items = t->items;
	for (uint32_t i = l->end; i < d->block_count && d->blocks[i].kind != BLOCK_HEADING; i++) {
		const block *b = &d->blocks[i];
		if (!b->group || b->parent != parent || d->groups[b->group - 1].first != i)
			continue;
		if (d->groups[b->group - 1].kind != GROUP_LIST || b->number != items + 1)
			break;
		items += d->groups[b->group - 1].items;
		list_length_add(out, items);
		i = d->groups[b->group - 1].end - 1;
	}
}

static void items_lengths(const list_words *w, const reading_of *doc, const listed *l, const word *noun, list_lengths *out)
{
	const document *d = doc->doc;
	tally t = {0};
	for (uint32_t i = l->first; i < l->end; i++)
		if (d->blocks[i].group == l->group + 1)
			count_item(w, doc, noun, i, l->end, &t);
	if (t.rest)
		list_length_add(out, t.items - 1 + t.rest);
	list_length_add(out, t.items);
	out->open = t.leads || t.open;
	out->inside = t.inside;
	out->apart = t.apart == t.items;
	out->measured = t.measured * 2 > t.items;
	read_on(w, doc, l, &t, out);
	if (t.struck < t.items)
		list_length_add(out, t.items - t.struck);
	if (t.asides < t.items)
		list_length_add(out, t.items - t.asides);
	list_length_add(out, t.leaves);
	if (t.nested == t.items)
		list_length_add(out, t.nested_items);
	if (t.names > t.items)
		list_length_add(out, t.names);
	list_length_add(out, t.numbers);
	if (t.either)
		list_length_add(out, t.items + t.either);
	if (t.bracketed == t.items)
		list_length_add(out, t.brackets);
	if (t.enumerated > t.items + 1)
		list_length_add(out, t.enumerated);
	if (t.strong >= 2 && t.strong < t.items)
		list_length_add(out, t.strong);
	if (t.last_label)
		list_length_add(out, t.last_label);
	list_length_add(out, t.last_named);
}

/* The place in its series that a heading begins with, "3. Oars", "C) Oars"; 0: none. */
static uint32_t place_told(slice text)
{
	uint32_t value = 0;
	size_t i = 0;
	for (; i < text.len && i < 3 && ascii_is_digit(text.ptr[i]); i++)
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	if (i == 0 && text.len && ascii_is_capital(text.ptr[0]))
		value = (uint32_t)(text.ptr[i++] - 'A') + 1;
	bool dash = i + 2 < text.len && text.ptr[i] == ' ' && (text.ptr[i + 1] == '-' || (unsigned char)text.ptr[i + 1] == 0xE2);
	return i < text.len && (text.ptr[i] == '.' || text.ptr[i] == ')' || text.ptr[i] == ':' || dash) ? value : 0;
}

/* The place that stands behind the words that a heading begins with, "Salt pan 2: the dyke"; 0: none. */
static uint32_t place_inside(slice text)
{
	size_t i = 0;
	while (i < text.len && (ascii_is_letter(text.ptr[i]) || text.ptr[i] == ' '))
		i++;
	return i > 0 ? place_told(slice_sub(text, i, text.len)) : 0;
}

/* Paragraphs that begin with their number, each in bold print, go on over others. Without one, such a beginning may head anything. */
static void paragraph_lengths(const reading_of *doc, const listed *l, const word *noun, list_lengths *out)
{
	const document *d = doc->doc;
	uint32_t bold = 0, placed = 0;
	for (uint32_t i = l->first; i < l->end; i++) {
		if (d->blocks[i].parent != d->blocks[l->first].parent || !listed_is_bold(d, i))
			continue;
		bold++;
		uint32_t label = list_item_label(doc, &d->blocks[i], noun); /* "Stage 2 - Sowing" */
		placed += (label ? label : place_told(text_of(d, &d->blocks[i]))) == placed + 1;
	}
	out->placed = placed > 1;
	out->open = !out->placed;
	list_length_add(out, out->placed ? placed : bold);
}

/* Whether a heading may be of two things: "Oars and sails", "Oars, sails". */
static bool names_two(const list_words *w, const reading_of *doc, slice text)
{
	slice parts[WORDS];
	size_t n =
		lexicon_split(slice_sub(text, 0, slice_find(text, SLICE(" ("))), parts, WORDS); /* a bracket tells more of it */
	for (size_t i = 0; i < n && i < WORDS; i++) {
		const word *k = vocabulary_word(doc->scan.vocab, parts[i]);
		if (word_in(k, w->joiner) || word_in(k, w->comma) || (parts[i].len == 1 && *parts[i].ptr == '/'))
			return true;
	}
	return n > WORDS;
}

static void section_lengths(const list_words *w, const reading_of *doc, const listed *l, const word *noun, list_lengths *out)
{
	const document *d = doc->doc;
	uint32_t all = 0, asides = 0, named = 0, last = 0, placed = 0, inner = 0, code = 0;
	for (uint32_t i = l->first; i < l->end; i++) {
		const block *b = &d->blocks[i];
		if (b->kind != BLOCK_HEADING || b->level != l->level)
			continue;
		uint32_t label = list_item_label(doc, b, noun);
		all++;
		code += begins_with(d, b, INLINE_CODE);
		slice text = text_of(d, b);
		asides += holds_word(doc, text, w->aside); /* "A whole example" */
		placed += place_told(text) == placed + 1;
		inner += place_inside(text) == inner + 1;
		out->pairs |= names_two(w, doc, text);
		named += label == last + 1;
		last = label == last + 1 ? label : last;
	}
	out->labelled = named >= 2;
	out->placed = placed == all;
	out->apart = code == all;
	if (out->labelled) /* "Phase 1", "Phase 2", and a heading that tells of them all */
		list_length_add(out, named);
	list_length_add(out, all);
	if (asides < all)
		list_length_add(out, all - asides);
	if (inner > 1)
		list_length_add(out, inner);
}

list_lengths list_lengths_of(const list_words *w, const reading_of *doc, const listed *l, const word *noun)
{
	list_lengths out = {0};
	if (l->kind == LISTED_ITEMS)
		items_lengths(w, doc, l, noun, &out);
	else if (l->kind == LISTED_ROWS)
		list_table_lengths(w, doc, l, &out);
	else if (l->kind == LISTED_PARAGRAPHS)
		paragraph_lengths(doc, l, noun, &out);
	else if (l->kind == LISTED_SECTIONS)
		section_lengths(w, doc, l, noun, &out);
	return out;
}
