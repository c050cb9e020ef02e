/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack/words.h"

#include "base/ascii.h"
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

slice words_fold(const word_fold *folds, size_t n, arena *a, slice written)
{
	bool folded = true;
	for (size_t i = 0; i < written.len && folded; i++) {
		unsigned char c = (unsigned char)written.ptr[i];
		folded = c < 0x80 && !ascii_is_capital(c);
	}
	if (folded)
		return written;
	slice out = replace(a, utf8_fold(a, written), (slice){CURLY_APOSTROPHE, 3}, SLICE("'"));
	for (size_t i = 0; i < n; i++)
		out = replace(a, out, folds[i].from, folds[i].to);
	return out;
}

/* The bytes of an apostrophe at text[at], 0 if there is none. */
static size_t apostrophe_at(slice text, size_t at)
{
	if (at < text.len && text.ptr[at] == '\'')
		return 1;
	return slice_starts_with(slice_sub(text, at, text.len), (slice){CURLY_APOSTROPHE, 3}) ? 3 : 0;
}

static inline bool letter_at(slice text, size_t at, size_t *len)
{
	if (at >= text.len)
		return false;
	*len = 1;
	if ((unsigned char)text.ptr[at] < 0x80)
		return ascii_is_letter(text.ptr[at]);
	return utf8_is_letter(utf8_decode(text, at, len));
}

static size_t part_end(slice text, size_t at)
{
	size_t len = 1;
	if (ascii_is_digit(text.ptr[at])) {
		while (at < text.len && ascii_is_digit(text.ptr[at]))
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

const lex_word *words_find(const lexicon *lex, slice folded)
{
	uint32_t hash = (uint32_t)slice_hash(folded), mask = lex->slot_count - 1;
	for (uint32_t i = hash & mask; lex->slots[i].word; i = (i + 1) & mask) {
		const lex_word *w = &lex->words[lex->slots[i].word - 1];
		if (lex->slots[i].hash == hash && slice_equal(word_text(&w->word), folded))
			return w;
	}
	return NULL;
}

size_t words_branch_slot(const lex_branch *branches, size_t slots, uint32_t from, uint32_t by_word)
{
	uint64_t mixed = ((uint64_t)from << 32 | by_word) * UINT64_C(0x9E3779B97F4A7C15);
	size_t i = (size_t)(mixed >> 32) & (slots - 1);
	while (branches[i].to && (branches[i].from != from || branches[i].word != by_word))
		i = (i + 1) & (slots - 1);
	return i;
}

const lex_step *lexicon_root(const lexicon *lex)
{
	return lex->steps;
}

const lex_step *lexicon_step(const lexicon *lex, const lex_step *from, const word *w)
{
	if (!from || !w || !w->known)
		return NULL;
	uint32_t to = 0;
	if (from == lex->steps)
		to = ((const lex_word *)w)->step;
	else if (from->open)
		to = lex->branches[words_branch_slot(lex->branches, lex->branch_slots, (uint32_t)(from - lex->steps), w->id)].to;
	return to ? &lex->steps[to] : NULL;
}

const lex_entry *lexicon_entries(const lex_step *at)
{
	return at ? relative_get(&at->entries) : NULL;
}

const lex_entry *lexicon_entry(const lexicon *lex, const word *w, lex_set which)
{
	if (!word_in(w, which))
		return NULL;
	for (const lex_entry *e = lexicon_entries(lexicon_step(lex, lex->steps, w)); e; e = lexicon_next(e)) {
		if (e->set == which)
			return e;
	}
	return NULL;
}

const word *lexicon_word(const lexicon *lex, slice folded)
{
	const lex_word *found = words_find(lex, folded);
	return found ? &found->word : NULL;
}

size_t lexicon_word_count(const lexicon *lex)
{
	return lex->word_count;
}

slice lexicon_language(const lexicon *lex)
{
	return lex->language;
}

lex_set lexicon_set(const lexicon *lex, slice name)
{
	size_t low = 1, high = lex->set_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		lex_set number = lex->sets[middle].nth;
		int order = words_name_order(lexicon_set_name(lex, number), name);
		if (order == 0)
			return number;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

bool lexicon_set_used(const lexicon *lex, lex_set which)
{
	return which < lex->set_count && lex->sets[which].used;
}

slice lexicon_set_name(const lexicon *lex, lex_set which)
{
	return which < lex->set_count ? relative_slice(&lex->sets[which].text, lex->sets[which].len) : (slice){"", 0};
}

static bool is_known_lemma(const void *ctx, pos p, slice lemma)
{
	const lex_word *found = words_find(ctx, lemma);
	return found && found->is_lemma[p];
}

size_t words_read(const lexicon *lex, pos p, slice form, char out[INFLECT_WORD], bool *plural, bool *sure)
{
	return inflect_read(&lex->inflector, p, form, is_known_lemma, lex, out, plural, sure);
}
