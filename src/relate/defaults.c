/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "relate/defaults.h"

#include "base/ascii.h"
#include "relate/telling_cell.h"

enum {
	LEAST_NAME = 5, /* bytes of an option's name, */
	DASHES = 2,     /* and of what stands before it where it is called so: "--max-jobs" */
	BEFORE = 60,    /* bytes before a number in which it is said to be a default */
	NAMED = 240,    /* and in which the option is named */
	TOLD = 32,      /* defaults of one name that the next is held to */
	WORDS = 40,
	PHRASE = 4, /* words of an option that has no name */
	LINE = 400
};

typedef enum { PLACE_ROW, PLACE_HEAD, PLACE_TEXT, PLACE_CODE } place_kind;

typedef struct told_default {
	const claim *c;
	slice name; /* as written, */
	slice key;  /* and its words as one, whatever parts them: of "--max-jobs", "kMaxJobs" and "the max jobs" */
	place_kind place;
	bool bare; /* a number without a unit, or one in code, which is read here alone */
	rational value;
} told_default;

typedef VEC(told_default) default_list;

typedef struct finder {
	const reading_of *doc;
	arena *arena;
	lex_set word, link, unless, past, determiner, joiner;
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
		bool inner = i > 0 && ascii_is_capital(c) && ascii_is_small(s.ptr[i - 1]);
		marked |= inner || (i > 0 && i + 1 < s.len && (c == '_' || c == '-' || c == '.'));
	}
	return marked && s.len >= LEAST_NAME && !ascii_is_digit(*s.ptr) ? s : (slice){"", 0};
}

/* Where the word of a name that begins at `at` ends: at a mark, or before a capital behind a small letter. */
static size_t word_end(slice name, size_t at)
{
	size_t i = at + 1;
	while (i < name.len && ascii_is_alnum(name.ptr[i]) &&
	       !(ascii_is_capital(name.ptr[i]) && !ascii_is_capital(name.ptr[i - 1])))
		i++;
	return i;
}

/* The words of a name as one, in small letters; without "default", which says what its value is, and the "k" of constants. */
static slice key_of(const finder *f, slice name)
{
	char *key = arena_alloc(f->arena, name.len + 1);
	size_t n = 0;
	for (size_t i = 0, end; i < name.len; i = end) {
		end = i + 1;
		if (!ascii_is_letter(name.ptr[i]) && !ascii_is_digit(name.ptr[i]))
			continue;
		end = word_end(name, i);
		slice part = slice_sub(name, i, end);
		bool constant = i == 0 && part.len == 1 && *part.ptr == 'k';
		if (constant || word_in(vocabulary_word(f->doc->scan.vocab, part), f->word))
			continue;
		for (size_t k = 0; k < part.len; k++)
			key[n++] = (char)(part.ptr[k] | (ascii_is_capital(part.ptr[k]) ? 32 : 0));
	}
	return (slice){key, n};
}

/* A name that text begins with though it is not set apart as code: "kMaxJobs", "max_jobs", but not "GitHub" or "well-known". */
static slice plain_name(slice text)
{
	size_t end = 0;
	bool mark = false, hump = false;
	for (; end < text.len && is_name_char(text.ptr[end]) && text.ptr[end] != '.' && text.ptr[end] != '-'; end++) {
		mark |= text.ptr[end] == '_';
		hump |= end > 0 && ascii_is_capital(text.ptr[end]) && !ascii_is_capital(text.ptr[end - 1]);
	}
	bool named = mark || (hump && !ascii_is_capital(*text.ptr));
	return named ? name_in(slice_sub(text, 0, end)) : (slice){"", 0};
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

/* Whether part i of n is glued to what stands beside it: "default_reach = 2" sets a name of which it is a part. */
static bool in_identifier(const slice *parts, size_t i, size_t n)
{
	const char *end = parts[i].ptr + parts[i].len;
	bool before = i > 0 && parts[i - 1].ptr + parts[i - 1].len == parts[i].ptr && is_name_char(*parts[i - 1].ptr);
	return before || (i + 1 < n && parts[i + 1].ptr == end && is_name_char(*end));
}

/* Of a text that ends in words of a default and what links them to their number, "default: ", "defaults to ", "by default, ", the
 * parts before the word itself; SIZE_MAX: it does not. The option's own name may stand between, "by default, `max_jobs` is ". */
static size_t before_default(const finder *f, slice name, const slice *parts, size_t n)
{
	for (size_t end = n; n > 0;) {
		slice part = parts[n - 1];
		const word *w = vocabulary_word(f->doc->scan.vocab, part);
		if (word_in(w, f->word))
			return in_identifier(parts, n - 1, end) ? SIZE_MAX : n - 1;
		bool mark = part.len == 1 && !is_name_char(*part.ptr) && *part.ptr != ';';
		bool own = name.len && part.ptr + (*part.ptr == '-' ? DASHES : 0) >= name.ptr && part.ptr < name.ptr + name.len;
		if (!mark && !own && !word_in(w, f->link))
			return SIZE_MAX;
		n--;
	}
	return SIZE_MAX;
}

static bool tells_default(const finder *f, slice name, slice text)
{
	slice parts[WORDS];
	size_t n = lexicon_split(text, parts, WORDS);
	return n <= WORDS && before_default(f, name, parts, n) != SIZE_MAX;
}

/* "the max jobs default to 4": the two to four words behind an article that the default is told of; empty: none. */
static slice phrase_before(const finder *f, slice text)
{
	slice parts[WORDS], none = {"", 0};
	size_t n = lexicon_split(text, parts, WORDS), at = n <= WORDS ? before_default(f, none, parts, n) : SIZE_MAX;
	if (at == SIZE_MAX)
		return none;
	size_t end = at > 0 && parts[at - 1].len == 1 && *parts[at - 1].ptr == '(' ? at - 1 : at, from = end;
	while (from > 0 && end - from < PHRASE && ascii_is_letter(*parts[from - 1].ptr) &&
	       !word_in(vocabulary_word(f->doc->scan.vocab, parts[from - 1]), f->determiner))
		from--;
	bool article = from > 0 && word_in(vocabulary_word(f->doc->scan.vocab, parts[from - 1]), f->determiner);
	if (!article || end - from < 2)
		return none;
	return slice_sub(text, (size_t)(parts[from].ptr - text.ptr),
	                 (size_t)(parts[end - 1].ptr - text.ptr) + parts[end - 1].len);
}

/* Whether a text may end in what tells_default asks for, from its last words alone: hardly a number in a text stands there, and to
 * divide the text is dear. */
static bool may_tell_default(const finder *f, slice text)
{
	for (size_t end = text.len, from; end > 0; end = from) {
		while (end > 0 && !is_name_char(text.ptr[end - 1]) && (text.ptr[end - 1] & 0x80) == 0)
			end--;
		bool plain = true; /* a word or number that is no part of a name */
		for (from = end; from > 0 && ascii_is_alnum(text.ptr[from - 1]); from--)
			plain &= from == end || !ascii_is_capital(text.ptr[from]);
		plain &= from < end && (from == 0 || (!is_name_char(text.ptr[from - 1]) && (text.ptr[from - 1] & 0x80) == 0));
		if (!plain)
			return end > 0;
		const word *w = vocabulary_word(f->doc->scan.vocab, slice_sub(text, from, end));
		if (!word_in(w, f->link))
			return word_in(w, f->word);
	}
	return false;
}

/* Whether one of the first `most` words of a text is one of these. */
static bool any_word(const finder *f, slice text, lex_set which, size_t most)
{
	slice parts[WORDS];
	size_t n = lexicon_split(text, parts, WORDS);
	for (size_t i = 0; i < n && i < most && i < WORDS; i++)
		if (word_in(vocabulary_word(f->doc->scan.vocab, parts[i]), which))
			return true;
	return false;
}

/* Whether the number is one of several, or holds only at times: "3 on small boats", "3, or 5 in winter"; not "3, and it grows". */
static bool is_bounded(const finder *f, slice after)
{
	slice parts[WORDS];
	size_t n = lexicon_split(slice_sub(after, 0, BEFORE), parts, WORDS);
	vocabulary *v = f->doc->scan.vocab;
	bool clause = n > 2 && *parts[0].ptr == ',' && word_in(vocabulary_word(v, parts[1]), f->joiner) &&
	              !ascii_is_digit(*parts[2].ptr) && *parts[2].ptr != '`';
	return !clause && any_word(f, slice_sub(after, 0, BEFORE), f->unless, 2);
}

/* Whether the cell stands under "Default", in a column that is no first one. */
static bool under_default(const finder *f, const block *cell)
{
	return cell->col > 0 && any_word(f, telling_column_name(f->doc->doc, cell), f->word, 1);
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
	slice head = plain_name(document_text(d, b->start, at));
	if (!out->name.len && b->kind != BLOCK_CODE && head.len && at - b->start < BEFORE) {
		out->name = head;
		out->place = PLACE_HEAD;
		return true;
	}
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
	slice after = document_text(d, c->figure->full_end, b->end), before = document_text(d, from, at);
	if (b->kind == BLOCK_CELL || !may_tell_default(f, before) || is_bounded(f, after) || any_word(f, before, f->past, WORDS))
		return false;
	if (find_name(d, c, out))
		return tells_default(f, out->name, before);
	out->place = PLACE_TEXT;
	out->name = b->kind == BLOCK_CODE ? (slice){"", 0} : phrase_before(f, before);
	return out->name.len > 0;
}

/* Whether both are told in one unit, or neither in any. */
static bool one_unit(const told_default *x, const told_default *y)
{
	return x->bare == y->bare &&
	       (x->bare || slice_equal(figure_unit(x->c->figure)->dimension, figure_unit(y->c->figure)->dimension));
}

static void add_variable(arena *a, binding *b, slice name, const told_default *x)
{
	set *value = ARENA_NEW(a, set);
	*value = set_point(x->value);
	binding_add_claims(a, b, (binding_var){.name = name, .values = x->bare ? value : NULL}, &x->c, 1);
}

static void add_defaults(arena *a, const rule_set *rules, const reading_of *doc, const told_default *x,
                         const told_default *y, binding_list *out)
{
	const rule_refs *waiting = &rules->by_binder[BIND_DEFAULT];
	for (size_t i = 0; i < waiting->n; i++) {
		binding b = bind_start(waiting->at[i], doc, GRADE_PROBABLE);
		add_variable(a, &b, SLICE("a"), x);
		add_variable(a, &b, SLICE("b"), y);
		bind_reason(a, &b, arena_printf(a, "both told as the default of " SLICE_FMT, SLICE_ARG(x->name)));
		VEC_PUSH(a, *out, b);
	}
}

void bind_defaults(arena *a, const rule_set *rules, const reading_of *doc, binding_list *out)
{
	finder f = {.doc = doc,
	            .arena = a,
	            .word = lexicon_set(rules->lex, SLICE("default.word")),
	            .link = lexicon_set(rules->lex, SLICE("default.link")),
	            .unless = lexicon_set(rules->lex, SLICE("default.unless")),
	            .past = lexicon_set(rules->lex, SLICE("repeat.past")),
	            .joiner = lexicon_set(rules->lex, SLICE("list.joiner")),
	            .determiner = lexicon_set(rules->lex, SLICE("determiner"))};
	table by_name = table_new(a, 16);
	if (!rules->by_binder[BIND_DEFAULT].n)
		return;
	for (size_t i = 0; i < doc->claims.n; i++) {
		told_default x;
		if (!read_default(&f, &doc->claims.at[i], &x))
			continue;
		x.key = key_of(&f, x.name);
		if (!x.key.len)
			continue;
		void **at = table_at(&by_name, x.key);
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
