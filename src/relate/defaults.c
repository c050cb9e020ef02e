/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/defaults.h"

#include "base/ascii.h"
#include "relate/telling_cell.h"

enum {
	LEAST_NAME = 5, /* bytes of an option's name */
	BEFORE = 60,    /* bytes before a number in which it is said to be a default */
	NAMED = 240,    /* and in which the option is named */
	TOLD = 32,      /* defaults of one name that the next is held to */
	WORDS = 40,
	LINE = 400
};

typedef enum { PLACE_ROW, PLACE_HEAD, PLACE_TEXT, PLACE_CODE } place_kind;

typedef struct told_default {
	const claim *c;
	slice name;
	place_kind place;
	bool bare; /* a number without a unit, or one in code, which is read here alone */
	rational value;
} told_default;

typedef VEC(told_default) default_list;

typedef struct finder {
	const reading_of *doc;
	lex_set word, link, unless, past;
} finder;

/* Names. */

static bool is_name_char(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || ascii_is_digit(c) || c == '_' || c == '-' || c == '.';
}

/* The option's name in text that is nothing else: "--max-jobs", "maxJobs", "max_jobs"; a plain word is no name. Empty: none. */
static slice name_in(slice s)
{
	bool marked = false;
	s = slice_trim(s);
	while (s.len && (*s.ptr == '-' || *s.ptr == '`'))
		s = slice_sub(s, 1, s.len);
	while (s.len && (s.ptr[s.len - 1] == '`' || s.ptr[s.len - 1] == ':'))
		s = slice_sub(s, 0, s.len - 1);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		if (!is_name_char(c))
			return (slice){"", 0};
		bool inner = i > 0 && c >= 'A' && c <= 'Z' && s.ptr[i - 1] >= 'a' && s.ptr[i - 1] <= 'z';
		marked |= inner || (i > 0 && i + 1 < s.len && (c == '_' || c == '-' || c == '.'));
	}
	return marked && s.len >= LEAST_NAME && !ascii_is_digit(*s.ptr) ? s : (slice){"", 0};
}

/* The name that a line of code sets: "max_jobs: 4 # default: 4". */
static slice name_set(const document *d, const block *b, uint32_t at)
{
	uint32_t start = at, end;
	while (start > b->start && at - start < LINE && d->text.ptr[start - 1] != '\n')
		start--;
	while (start < at && !is_name_char(d->text.ptr[start]))
		start++;
	for (end = start; end < at && is_name_char(d->text.ptr[end]);)
		end++;
	uint32_t mark = end;
	while (mark < at && (d->text.ptr[mark] == ' ' || d->text.ptr[mark] == '"'))
		mark++;
	bool set_here = mark < at && (d->text.ptr[mark] == ':' || d->text.ptr[mark] == '=');
	return set_here ? name_in(document_text(d, start, end)) : (slice){"", 0};
}

/* The one name in code between two places of the text; empty if there is none, or several. *first: it begins there. */
static slice name_between(const document *d, uint32_t from, uint32_t to, bool *first)
{
	slice found = {"", 0};
	*first = false;
	for (size_t i = document_inlines_from(d, from); i < d->inline_count && d->inlines[i].start < to; i++) {
		const inline_span *span = &d->inlines[i];
		slice name = span->kind == INLINE_CODE ? name_in(document_text(d, span->start, span->end)) : (slice){"", 0};
		if (!name.len || slice_equal(name, found))
			continue;
		if (found.len)
			return (slice){"", 0};
		found = name;
		*first = span->start == from;
	}
	return found;
}

/* Words. */

/* Whether the text ends in words of a default and what links them to their number: "default: ", "defaults to ", "by default, ". */
static bool tells_default(const finder *f, slice text)
{
	slice parts[WORDS];
	size_t n = lexicon_split(text, parts, WORDS);
	if (n > WORDS)
		return false;
	while (n > 0) {
		const word *w = vocabulary_word(f->doc->scan.vocab, parts[n - 1]);
		if (word_in(w, f->word))
			return true;
		bool mark = parts[n - 1].len == 1 && !is_name_char(*parts[n - 1].ptr) && *parts[n - 1].ptr != ';';
		if (!mark && !word_in(w, f->link))
			return false;
		n--;
	}
	return false;
}

static bool any_word(const finder *f, slice text, lex_set which, size_t most)
{
	slice parts[WORDS];
	size_t n = lexicon_split(text, parts, WORDS);
	for (size_t i = 0; i < n && i < most && i < WORDS; i++)
		if (word_in(vocabulary_word(f->doc->scan.vocab, parts[i]), which))
			return true;
	return false;
}

/* Whether the cell stands under "Default", in a column that is no first one. */
static bool under_default(const finder *f, const block *cell)
{
	const document *d = f->doc->doc;
	const block_group *g = &d->groups[cell->group - 1];
	for (uint32_t i = g->first; i < g->end; i++) {
		const block *b = &d->blocks[i];
		if (b->group != cell->group || b->kind != BLOCK_CELL)
			continue;
		if (b->row >= g->header_rows)
			break;
		if (b->col == cell->col && cell->col > 0)
			return any_word(f, document_text(d, b->start, b->end), f->word, 1);
	}
	return false;
}

/* A whole number in code, "`40`", which otherwise is no figure. */
static bool code_value(const document *d, const figure *f, rational *value)
{
	enum { DIGITS = 9 };
	slice s = document_text(d, f->start, f->end);
	const char *next = d->text.ptr + f->end;
	bool ends = f->end == d->text.len || !is_name_char(*next) ||
	            (*next == '.' && (f->end + 1 == d->text.len || !is_name_char(next[1])));
	bool glued = !ends || (f->start > 0 && is_name_char(d->text.ptr[f->start - 1]));
	if (f->kind != FIGURE_LABEL || f->why != LABEL_CODE || glued || !s.len || s.len > DIGITS)
		return false;
	int64_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (!ascii_is_digit(s.ptr[i]))
			return false;
		n = n * 10 + (s.ptr[i] - '0');
	}
	*value = rational_int(n);
	return true;
}

static bool is_value(const document *d, told_default *x)
{
	const figure *f = x->c->figure;
	x->bare = code_value(d, f, &x->value);
	if (x->bare)
		return true;
	x->bare = !figure_unit(f)->name.len;
	x->value = figure_value(f);
	return f->has_value && !f->has_high && f->hedge == HEDGE_NONE && f->kind != FIGURE_LABEL && f->kind != FIGURE_DATE &&
	       f->kind != FIGURE_YEAR && f->base == BASE_NUMBER;
}

/* Where the number, its marks left out, is all that its cell holds. */
static bool fills(const document *d, const block *b, const figure *f)
{
	for (uint32_t i = b->start; i < b->end; i++)
		if ((i < f->unit_start || i >= f->unit_end) && d->text.ptr[i] != '`' && d->text.ptr[i] != ' ')
			return false;
	return true;
}

/* The name that stands before the number in its block, or that its block, item or section begins with. */
static bool find_name(const document *d, const claim *c, told_default *out)
{
	const block *b = &d->blocks[c->block];
	uint32_t at = c->figure->full_start;
	bool first;
	out->place = b->kind == BLOCK_CODE ? PLACE_CODE : PLACE_TEXT;
	out->name = b->kind == BLOCK_CODE ? name_set(d, b, at) : name_between(d, b->start, at, &first);
	if (out->name.len) {
		if (b->kind != BLOCK_CODE && first && b->kind == BLOCK_ITEM)
			out->place = PLACE_HEAD;
		return at - b->start < NAMED || b->kind == BLOCK_CODE;
	}
	if (b->kind == BLOCK_CODE || at - b->start > BEFORE)
		return false;
	out->place = PLACE_HEAD;
	for (int32_t up = b->parent; up >= 0; up = d->blocks[up].parent) {
		out->name = name_between(d, d->blocks[up].start, d->blocks[up].end, &first);
		if (out->name.len)
			return first;
	}
	if (b->section >= 0)
		out->name = name_in(document_text(d, d->blocks[b->section].start, d->blocks[b->section].end));
	return out->name.len > 0;
}

static bool read_default(const finder *f, const claim *c, told_default *out)
{
	const document *d = f->doc->doc;
	const block *b = &d->blocks[c->block];
	out->c = c;
	if (!is_value(d, out))
		return false;
	if (b->kind == BLOCK_CELL && b->group && under_default(f, b) && fills(d, b, c->figure)) {
		out->place = PLACE_ROW;
		out->name = name_in(telling_row_name(d, c->block));
		return out->name.len > 0;
	}
	uint32_t at = c->figure->full_start, from = at - b->start > BEFORE ? at - BEFORE : b->start;
	slice after = document_text(d, c->figure->full_end, b->end);
	return b->kind != BLOCK_CELL && find_name(d, c, out) && tells_default(f, document_text(d, from, at)) &&
	       !any_word(f, after, f->unless, 2) && !any_word(f, document_text(d, from, at), f->past, WORDS);
}

/* Whether both are told in one unit, or neither in any. */
static bool one_unit(const told_default *x, const told_default *y)
{
	return x->bare == y->bare &&
	       (x->bare || slice_equal(figure_unit(x->c->figure)->dimension, figure_unit(y->c->figure)->dimension));
}

static binding_var variable(arena *a, slice name, const told_default *x)
{
	const claim **c = ARENA_NEW(a, const claim *);
	set *value = ARENA_NEW(a, set);
	*c = x->c;
	*value = set_point(x->value);
	return (binding_var){.name = name, .claims = c, .n = 1, .values = x->bare ? value : NULL};
}

static void add_defaults(arena *a, const rule_set *rules, const reading_of *doc, const told_default *x,
                         const told_default *y, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_DEFAULT];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		binding_add(a, &b, variable(a, SLICE("a"), x));
		binding_add(a, &b, variable(a, SLICE("b"), y));
		bind_reason(a, &b, arena_printf(a, "both told as the default of " SLICE_FMT, SLICE_ARG(x->name)));
		VEC_PUSH(a, *out, b);
	}
}

void bind_defaults(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	finder f = {doc, lexicon_set(rules->lex, SLICE("default.word")), lexicon_set(rules->lex, SLICE("default.link")),
	            lexicon_set(rules->lex, SLICE("default.unless")), lexicon_set(rules->lex, SLICE("repeat.past"))};
	table by_name = table_new(a, 16);
	if (!rules->by_binder[BIND_DEFAULT].n)
		return;
	for (size_t i = 0; i < doc->claims.n; i++) {
		told_default x;
		if (!read_default(&f, &doc->claims.at[i], &x))
			continue;
		void **at = table_at(&by_name, x.name);
		if (!*at)
			*at = ARENA_NEW(a, default_list);
		default_list *told = *at;
		for (size_t k = 0; k < told->n && k < TOLD; k++) {
			const told_default *y = &told->at[k];
			if (y->place != x.place && y->c->block != x.c->block && one_unit(&x, y))
				add_defaults(a, rules, doc, y, &x, out);
		}
		VEC_PUSH(a, *told, x);
	}
}
