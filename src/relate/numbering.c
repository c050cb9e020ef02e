/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/numbering.h"

#include "base/ascii.h"
#include "relate/section.h"

#include <string.h>

enum {
	MOST = 200,     /* no numbering goes farther; a year does */
	LEAST = 3,      /* numbers that make a series, with a word before them, */
	LEAST_BARE = 4, /* and without */
	OPEN = 64       /* series looked at for one that a number goes on with */
};

typedef struct step {
	const claim *c;
	slice word; /* "Step", or empty */
	slice lead; /* of "4.2.3" "4.2.", or empty */
	uint32_t value;
} step;

typedef struct series {
	block_kind kind;
	uint32_t level; /* of its headings; 0: it is of paragraphs, or of items */
	int32_t section, parent;
	VEC(step) steps;
} series;

typedef VEC(series) series_list;

static size_t digits_end(slice s, size_t i, uint32_t *value)
{
	for (*value = 0; i < s.len && ascii_is_digit(s.ptr[i]); i++)
		if (*value <= MOST)
			*value = *value * 10 + (uint32_t)(s.ptr[i] - '0');
	return i;
}

/* Whether a number ends at i: at a mark, or a dash between blanks. Behind a word, or in "4.2 Oiling", the text's end or a blank will do. */
static bool ends_number(slice s, size_t i, bool named, bool deep)
{
	if (i == s.len)
		return named;
	char c = s.ptr[i];
	bool blank_after = i + 1 == s.len || s.ptr[i + 1] == ' ';
	if (c == ':' || c == ')' || c == '.')
		return blank_after;
	bool dash = i + 1 < s.len && c == ' ' && (s.ptr[i + 1] == '-' || (unsigned char)s.ptr[i + 1] == 0xE2);
	return (named && dash) || (deep && c == ' ');
}

/* Reads what block b begins with, "Step 3:", "3.", "4.2 Oiling", and where its number begins. */
static bool read_step(const document *d, const block *b, step *out, uint32_t *at)
{
	slice s = document_text(d, b->start, b->end);
	size_t i = 0, dot = 0;
	while (i < s.len && ((s.ptr[i] | 32) >= 'a' && (s.ptr[i] | 32) <= 'z'))
		i++;
	out->word = slice_sub(s, 0, i);
	if (i > 0 && (i == s.len || s.ptr[i] != ' '))
		return false;
	size_t from = i > 0 ? i + 1 : 0, end = digits_end(s, from, &out->value);
	if (end == from)
		return false;
	*at = b->start + (uint32_t)from;
	dot = from;
	while (end + 1 < s.len && s.ptr[end] == '.' && ascii_is_digit(s.ptr[end + 1])) {
		dot = end + 1;
		end = digits_end(s, dot, &out->value);
	}
	out->lead = slice_sub(s, from, dot);
	if (out->word.len && out->lead.len && b->kind != BLOCK_HEADING)
		return false; /* "Chapter 4.2: Oiling" is of another work */
	return out->value <= MOST && ends_number(s, end, out->word.len > 0, out->lead.len > 0);
}

static bool goes_on(const series *s, const document *d, const step *x)
{
	const block *b = &d->blocks[x->c->block];
	const step *first = &s->steps.at[0];
	return s->kind == b->kind && s->level == (b->kind == BLOCK_HEADING ? b->level : 0) && s->section == b->section &&
	       s->parent == b->parent && slice_equal_nocase(first->word, x->word) && slice_equal(first->lead, x->lead);
}

/* The series that x goes on with, or a new one. A number that is the first again begins anew. */
static void add_step(arena *a, const document *d, const step *x, series_list *all)
{
	const block *b = &d->blocks[x->c->block];
	for (size_t i = all->n; i-- > 0 && all->n - i <= OPEN;) {
		series *s = &all->at[i];
		if (!goes_on(s, d, x))
			continue;
		if (x->value <= 1 && s->steps.n > 1)
			break;
		VEC_PUSH(a, s->steps, *x);
		return;
	}
	series fresh = {
		.kind = b->kind, .level = b->kind == BLOCK_HEADING ? b->level : 0, .section = b->section, .parent = b->parent};
	VEC_PUSH(a, fresh.steps, *x);
	VEC_PUSH(a, *all, fresh);
}

/* A heading beside those of the series, between two of them, that has no number: it may be counted as one all the same. */
static bool unnumbered_between(const document *d, const step *x, const step *y)
{
	const block *first = &d->blocks[x->c->block];
	for (uint32_t i = x->c->block + 1; i < y->c->block && first->kind == BLOCK_HEADING; i++) {
		const block *b = &d->blocks[i];
		if (b->kind == BLOCK_HEADING && b->level <= first->level)
			return true;
	}
	return false;
}

/* Whether a line begins with the number that is left out, behind the marks of a heading or none: in code, or in a paragraph that was
 * not seen to be a heading. */
static bool line_begins_with(const document *d, const step *like, uint32_t value)
{
	step x;
	uint32_t at, end = (uint32_t)d->text.len;
	for (uint32_t i = 0; i < end; i++) {
		uint32_t from = i;
		while (from < end && (d->text.ptr[from] == ' ' || d->text.ptr[from] == '#'))
			from++;
		const char *stop = from < end ? memchr(d->text.ptr + from, '\n', end - from) : NULL;
		block line = {.kind = BLOCK_HEADING, .start = from, .end = stop ? (uint32_t)(stop - d->text.ptr) : end};
		i = line.end;
		if (read_step(d, &line, &x, &at) && x.value == value && slice_equal_nocase(x.word, like->word) &&
		    slice_equal(x.lead, like->lead))
			return true;
	}
	return false;
}

/* Whether the number that is left out stands elsewhere: in another section, in a list, or where it heads nothing. */
static bool stands_elsewhere(const document *d, const step *like, uint32_t value)
{
	step x;
	uint32_t at;
	bool bare = !like->word.len && !like->lead.len;
	for (uint32_t i = 0; i < d->block_count; i++) {
		const block *b = &d->blocks[i];
		if ((bare && b->kind == BLOCK_ITEM && b->number == value) ||
		    (read_step(d, b, &x, &at) && x.value == value && slice_equal_nocase(x.word, like->word) &&
		     slice_equal(x.lead, like->lead)))
			return true;
	}
	return line_begins_with(d, like, value);
}

/* The one place where the series goes wrong; 0: nowhere, SIZE_MAX: in several, or it is none. */
static size_t broken_at(const document *d, const series *s)
{
	size_t broken = 0;
	if (s->steps.n < (s->steps.at[0].word.len ? LEAST : LEAST_BARE) || s->steps.at[0].value > 1)
		return SIZE_MAX;
	for (size_t i = 1; i < s->steps.n; i++) {
		const step *x = &s->steps.at[i - 1], *y = &s->steps.at[i];
		if (y->value == x->value + 1)
			continue;
		if (i > 1 && broken == i - 1 && y->value == s->steps.at[i - 2].value + 2)
			continue; /* "2, 4, 4, 5": the one number is mistyped */
		bool slip = (y->value == x->value && y->value > 1) || y->value == x->value + 2; /* a second 1 begins anew */
		if (broken || !slip || unnumbered_between(d, x, y))
			return SIZE_MAX;
		broken = i;
	}
	if (broken && s->steps.at[broken].value == s->steps.at[broken - 1].value + 2 &&
	    stands_elsewhere(d, &s->steps.at[0], s->steps.at[broken].value - 1))
		return SIZE_MAX;
	return broken;
}

static void add_variable(arena *a, binding *b, slice name, const step *x)
{
	set *value = ARENA_NEW(a, set);
	*value = set_point(rational_int((int64_t)x->value));
	binding_add_claims(a, b, (binding_var){.name = name, .values = value}, &x->c, 1);
}

static void add_series(arena *a, const rule_set *rules, const reading_of *doc, const series *s, binding_list *out)
{
	size_t at = broken_at(doc->doc, s);
	if (at == SIZE_MAX)
		return;
	at = at ? at : s->steps.n - 1;
	const rule_refs *waiting = &rules->by_binder[BIND_NUMBERING];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		add_variable(a, &b, SLICE("a"), &s->steps.at[at - 1]);
		add_variable(a, &b, SLICE("b"), &s->steps.at[at]);
		bind_reason(a, &b, arena_printf(a, "one after the other, in a series of %zu numbers", s->steps.n));
		VEC_PUSH(a, *out, b);
	}
}

void bind_numbering(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	const document *d = doc->doc;
	lex_set sequenced = lexicon_set(rules->lex, SLICE("numbering.word"));
	series_list all = {0};
	uint32_t last = UINT32_MAX;
	if (!rules->by_binder[BIND_NUMBERING].n)
		return;
	for (size_t i = 0; i < doc->claims.n; i++) {
		step x = {.c = &doc->claims.at[i]};
		uint32_t at, number = x.c->block;
		if (number == last)
			continue;
		last = number;
		const block *b = &d->blocks[number];
		bool may = b->kind == BLOCK_HEADING || b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM;
		if (!may || !read_step(d, b, &x, &at) || at < x.c->figure->start || at >= x.c->figure->end)
			continue;
		bool named = x.word.len && word_in(vocabulary_word(doc->scan.vocab, x.word), sequenced);
		if (named || (!x.word.len && b->kind == BLOCK_HEADING))
			add_step(a, d, &x, &all);
	}
	for (size_t i = 0; i < all.n; i++)
		add_series(a, rules, doc, &all.at[i], out);
}
