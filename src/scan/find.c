/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/find.h"

#include "base/ascii.h"

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
		if (!ascii_is_small(c))
			return false;
	}
	return text.len > 0 && text.len <= LONGEST;
}

static void add_word(void *ctx, const word *first, uint8_t what)
{
	finder *f = ctx;
	slice text = word_text(first);
	if (!is_plain(text) || f->n == SLOTS / 2) {
		f->always |= f->n == SLOTS / 2 ? what : what & FIND_SPEECH; /* the marks of figures are found by their bytes */
		return;
	}
	uint64_t key = key_of(text.ptr, text.len, text.len);
	size_t slot = slot_of(f, key, text.len);
	f->n += !f->lengths[slot];
	f->keys[slot] = key;
	f->lengths[slot] = (uint8_t)text.len;
	f->what[slot] |= what;
}

const finder *finder_new(arena *a, const lexicon *lex, const scan_sets *sets)
{
	finder *f = ARENA_NEW(a, finder);
	uint8_t classes[LEX_SETS] = {0};
	classes[sets->speech_verb] = classes[sets->speech_source] = FIND_SPEECH;
	classes[sets->cue] |= FIND_FIGURE;
	classes[0] = 0; /* where the language has no such set */
	lexicon_first_words(lex, classes, add_word, f);
	if (!lexicon_set_used(lex, sets->cue)) /* a language without cues */
		f->always |= FIND_FIGURE;
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
