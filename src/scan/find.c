/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/find.h"

#include <string.h>

enum {
	SLOTS = 4096, /* a power of two, and at least twice the words */
	LONGEST = 64  /* bytes of a word */
};

/* A word's first eight letters, lower case, and its length: few enough words to be told apart by them. */
struct finder {
	uint64_t keys[SLOTS];
	uint8_t lengths[SLOTS]; /* 0: free */
	uint8_t what[SLOTS];
	size_t n;
	unsigned always;
};

static const char CUE_MARK[] = "½"; /* stands in the set beside the words, and so leads to them */

static uint64_t key_of(const char *p, size_t len, size_t room)
{
	uint64_t key = 0;
	if (room >= 8)
		memcpy(&key, p, 8);
	else
		memcpy(&key, p, room);
	key |= UINT64_C(0x2020202020202020);
	return len < 8 ? key & ((UINT64_C(1) << (8 * len)) - 1) : key;
}

static size_t slot_of(const finder *f, uint64_t key, size_t len)
{
	size_t i = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 40) & (SLOTS - 1);
	while (f->lengths[i] && (f->keys[i] != key || f->lengths[i] != len))
		i = (i + 1) & (SLOTS - 1);
	return i;
}

static bool is_plain(slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = (char)(text.ptr[i] | 0x20);
		if (c < 'a' || c > 'z')
			return false;
	}
	return text.len > 0 && text.len <= LONGEST;
}

static void add_word(finder *f, slice text, unsigned what)
{
	if (!is_plain(text) || f->n == SLOTS / 2) {
		f->always |= what;
		return;
	}
	uint64_t key = key_of(text.ptr, text.len, text.len);
	size_t slot = slot_of(f, key, text.len);
	f->n += !f->lengths[slot];
	f->keys[slot] = key;
	f->lengths[slot] = (uint8_t)text.len;
	f->what[slot] |= (uint8_t)what;
}

static void add_speech(void *ctx, const word *first, uint8_t class)
{
	(void)class;
	add_word(ctx, word_text(first), FIND_SPEECH);
}

const finder *finder_new(arena *a, const lexicon *lex, const scan_sets *sets)
{
	finder *f = ARENA_NEW(a, finder);
	const lex_entry *e = lexicon_entry(lex, lexicon_word(lex, slice_of(CUE_MARK)), sets->cue);
	const node *words = e ? node_get(lexicon_data(e), SLICE("say")) : NULL;
	for (size_t i = 0; words && i < words->n; i++) {
		if (is_plain(node_text(node_item(words, i)))) /* marks are found by their bytes */
			add_word(f, node_text(node_item(words, i)), FIND_FIGURE);
	}
	if (!words) /* a language without cues */
		f->always |= FIND_FIGURE;
	uint8_t classes[LEX_SETS] = {0};
	classes[sets->speech_verb] = classes[sets->speech_source] = 1;
	classes[0] = 0; /* where the language has no such set */
	lexicon_first_words(lex, classes, add_speech, f);
	return f;
}

unsigned finder_word(const finder *f, const char *p, size_t len, size_t room)
{
	size_t slot = slot_of(f, key_of(p, len, room), len);
	return f->lengths[slot] ? f->what[slot] : 0;
}

unsigned finder_always(const finder *f)
{
	return f->always;
}
