/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/words.h"

#include "base/utf8.h"

#include <string.h>

static const char CURLY_APOSTROPHE[] = "\xE2\x80\x99";

/* `from` is replaced wherever it stands; what comes is not longer. */
static slice replace(arena *a, slice text, slice from, slice to)
{
	if (slice_find(text, from) == SIZE_MAX)
		return text;
	char *out = arena_alloc(a, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len;) {
		bool here = slice_starts_with(slice_sub(text, i, text.len), from);
		memcpy(out + len, here ? to.ptr : text.ptr + i, here ? to.len : 1);
		len += here ? to.len : 1;
		i += here ? from.len : 1;
	}
	return (slice){out, len};
}

slice words_fold(const lexicon *lex, arena *a, slice written)
{
	bool folded = true;
	for (size_t i = 0; i < written.len && folded; i++) {
		unsigned char c = (unsigned char)written.ptr[i];
		folded = c < 0x80 && (c < 'A' || c > 'Z');
	}
	if (folded)
		return written;
	slice out = replace(a, utf8_fold(a, written), (slice){CURLY_APOSTROPHE, 3}, SLICE("'"));
	for (size_t i = 0; i < lex->folds.n; i++)
		out = replace(a, out, lex->folds.at[i].from, lex->folds.at[i].to);
	return out;
}

/* The bytes of an apostrophe at text[at], 0 if there is none. */
static size_t apostrophe_at(slice text, size_t at)
{
	if (at < text.len && text.ptr[at] == '\'')
		return 1;
	return slice_starts_with(slice_sub(text, at, text.len), (slice){CURLY_APOSTROPHE, 3}) ? 3 : 0;
}

static bool letter_at(slice text, size_t at, size_t *len)
{
	if (at >= text.len)
		return false;
	char c = text.ptr[at];
	*len = 1;
	if ((unsigned char)c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	return utf8_is_letter(utf8_decode(text, at, len));
}

static size_t part_end(slice text, size_t at)
{
	size_t len = 1;
	if (text.ptr[at] >= '0' && text.ptr[at] <= '9') {
		while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
			at++;
		return at;
	}
	if (!letter_at(text, at, &len))
		return at + len;
	for (;;) {
		while (letter_at(text, at, &len))
			at += len;
		size_t mark = apostrophe_at(text, at);
		if (!mark || !letter_at(text, at + mark, &len))
			return at;
		at += mark;
	}
}

size_t lexicon_split(slice text, slice *parts, size_t max)
{
	size_t n = 0, at = 0;
	while (at < text.len) {
		size_t len;
		if (utf8_is_space(utf8_decode(text, at, &len))) {
			at += len;
			continue;
		}
		size_t end = part_end(text, at);
		if (n < max)
			parts[n] = slice_sub(text, at, end);
		n++;
		at = end;
	}
	return n;
}

lex_word *words_intern(lexicon *lex, slice folded)
{
	void **at = table_at(&lex->words, folded);
	if (*at)
		return *at;
	lex_word *made = ARENA_NEW(lex->arena, lex_word);
	made->word.text = folded;
	made->word.lemma = &made->word;
	made->word.known = true;
	made->word.id = (uint32_t)lex->all.n;
	VEC_PUSH(lex->arena, lex->all, made);
	*at = made;
	return made;
}

lex_word *words_intern_written(lexicon *lex, slice written)
{
	return words_intern(lex, words_fold(lex, lex->arena, written));
}

static size_t branch_slot(const struct branch *branches, size_t cap, uint32_t from, uint32_t to_word)
{
	uint64_t mixed = ((uint64_t)from << 32 | to_word) * UINT64_C(0x9E3779B97F4A7C15);
	size_t i = (size_t)(mixed >> 32) & (cap - 1);
	while (branches[i].to && (branches[i].from != from || branches[i].word != to_word))
		i = (i + 1) & (cap - 1);
	return i;
}

static void branches_grow(lexicon *lex)
{
	size_t cap = lex->branch_cap ? lex->branch_cap * 2 : 1024;
	struct branch *larger = ARENA_ARRAY(lex->arena, struct branch, cap);
	for (size_t i = 0; i < lex->branch_cap; i++) {
		struct branch b = lex->branches[i];
		if (b.to)
			larger[branch_slot(larger, cap, b.from, b.word)] = b;
	}
	lex->branches = larger;
	lex->branch_cap = cap;
}

static lex_step *step_new(lexicon *lex)
{
	lex_step *made = ARENA_NEW(lex->arena, lex_step);
	made->id = ++lex->step_count;
	return made;
}

lex_step *words_branch(lexicon *lex, lex_step *from, lex_word *w)
{
	if (from == &lex->root) {
		if (!w->step)
			w->step = step_new(lex);
		return w->step;
	}
	if (lex->branch_count >= lex->branch_cap / 2)
		branches_grow(lex);
	struct branch *b = &lex->branches[branch_slot(lex->branches, lex->branch_cap, from->id, w->word.id)];
	if (!b->to) {
		*b = (struct branch){from->id, w->word.id, step_new(lex)};
		lex->branch_count++;
	}
	return b->to;
}

const lex_step *lexicon_root(const lexicon *lex)
{
	return &lex->root;
}

const lex_step *lexicon_step(const lexicon *lex, const lex_step *from, const word *w)
{
	if (!from || !w || !w->known)
		return NULL;
	const lex_word *own = (const lex_word *)w;
	if (from == &lex->root)
		return own->step;
	if (lex->branch_cap == 0)
		return NULL;
	return lex->branches[branch_slot(lex->branches, lex->branch_cap, from->id, own->word.id)].to;
}

const lex_entry *lexicon_entries(const lex_step *at)
{
	return at ? at->entries : NULL;
}

const lex_entry *lexicon_entry(const lexicon *lex, const word *w, lex_set which)
{
	if (!word_in(w, which))
		return NULL;
	for (const lex_entry *e = lexicon_entries(lexicon_step(lex, &lex->root, w)); e; e = e->next) {
		if (e->set == which)
			return e;
	}
	return NULL;
}

const word *lexicon_word(const lexicon *lex, slice folded)
{
	const lex_word *found = table_get(&lex->words, folded);
	return found ? &found->word : NULL;
}

static bool is_known_lemma(const void *ctx, pos p, slice lemma)
{
	const lexicon *lex = ctx;
	const lex_word *found = table_get(&lex->words, lemma);
	return found && found->is_lemma[p];
}

size_t words_read(const lexicon *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure)
{
	return inflect_read(&lex->inflector, p, form, is_known_lemma, lex, out, plural, sure);
}
