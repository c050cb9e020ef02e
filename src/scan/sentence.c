/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/sentence.h"

#include "scan/sentence_end.h"

#include <string.h>

enum {
	CUE_SLOTS = 2048,   /* a power of two, far more than there are cue words */
	LONGEST = 32 << 10, /* bytes; a longer sentence is cut at white space */
};

/* A word's first eight letters, lower case, and its length: few enough words to be told apart by them. */
struct cue_table {
	uint64_t keys[CUE_SLOTS];
	uint8_t lengths[CUE_SLOTS]; /* 0: free */
};

static const char CUE_MARK[] = "½"; /* stands in the set beside the words, and so leads to them */

enum { OTHER, LETTER, DIGIT, SPACE, STOP, QUOTE, HIGH };

static uint8_t class_of(unsigned char c)
{
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return LETTER;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return SPACE;
	if (c == '.' || c == '!' || c == '?')
		return STOP;
	return c == '"' ? QUOTE : c >= 0x80 ? HIGH : OTHER;
}

static uint64_t word_key(const char *p, size_t len, size_t room)
{
	uint64_t key = 0;
	if (room >= 8)
		memcpy(&key, p, 8);
	else
		memcpy(&key, p, room);
	key |= UINT64_C(0x2020202020202020);
	return len < 8 ? key & ((UINT64_C(1) << (8 * len)) - 1) : key;
}

static size_t cue_slot(const cue_table *t, uint64_t key, size_t len)
{
	size_t i = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 40) & (CUE_SLOTS - 1);
	while (t->lengths[i] && (t->keys[i] != key || t->lengths[i] != len))
		i = (i + 1) & (CUE_SLOTS - 1);
	return i;
}

const cue_table *cue_table_new(arena *a, const lexicon *lex, const scan_sets *sets)
{
	cue_table *t = ARENA_NEW(a, cue_table);
	const lex_entry *e = lexicon_entry(lex, lexicon_word(lex, slice_of(CUE_MARK)), sets->cue);
	const node *words = e && e->data ? node_get(e->data, SLICE("say")) : NULL;
	for (size_t i = 0; words && i < words->n && i < CUE_SLOTS / 2; i++) {
		slice text = words->items[i].text;
		if (text.len == 0 || text.len > 64 || class_of((unsigned char)text.ptr[0]) != LETTER)
			continue;
		uint64_t key = word_key(text.ptr, text.len, text.len);
		size_t slot = cue_slot(t, key, text.len);
		t->keys[slot] = key;
		t->lengths[slot] = (uint8_t)text.len;
	}
	return t;
}

/* A fraction such as ½ or ⅓ at p. */
static bool is_vulgar(const unsigned char *p, size_t room)
{
	return (room >= 2 && p[0] == 0xC2 && p[1] >= 0xBC && p[1] <= 0xBE) ||
	       (room >= 3 && p[0] == 0xE2 && p[1] == 0x85 && p[2] >= 0x90 && p[2] <= 0x9F);
}

/* Past a run of digits and their marks; counts which way round they are written. */
static size_t numeral_end(sentence_walk *w, size_t at, size_t end)
{
	size_t comma = 0, dot = 0, since = 0;
	bool grouped = true;
	char last = 0;
	while (at < end) {
		char c = w->text.ptr[at];
		if (c >= '0' && c <= '9') {
			since++;
		} else if ((c == '.' || c == ',') && at + 1 < end && w->text.ptr[at + 1] >= '0' && w->text.ptr[at + 1] <= '9') {
			grouped = grouped && (last == 0 ? since <= 3 : since == 3);
			comma += c == ',';
			dot += c == '.';
			last = c;
			since = 0;
		} else {
			break;
		}
		at++;
	}
	if (grouped && comma && since == 3 && last == ',')
		w->commas++;
	else if (grouped && dot && comma == 1 && last == ',' && since < 3)
		w->dots++;
	return at;
}

static bool is_ellipsis(const unsigned char *p, size_t room)
{
	return p[0] == 0xE2 && room >= 3 && p[1] == 0x80 && p[2] == 0xA6;
}

static void add(sentence_walk *w, uint32_t index, size_t start, size_t end, bool cue, bool quoted)
{
	if (end > start)
		VEC_PUSH(w->arena, w->list, (sentence_span){index, (uint32_t)start, (uint32_t)end, cue, quoted});
}

void sentence_split(sentence_walk *w, uint32_t index, const block *b)
{
	const unsigned char *p = (const unsigned char *)w->text.ptr;
	size_t at = lexer_skip_space(w->text, b->start, b->end), start = at, end = b->end, stop;
	bool cue = false, quote = false, quoted = false;
	while (at < end) {
		size_t from = at;
		switch (is_ellipsis(p + at, end - at) ? STOP : class_of(p[at])) {
		case LETTER:
			while (at < end && (p[at] | 0x20) >= 'a' && (p[at] | 0x20) <= 'z')
				at++;
			if (!cue)
				cue = w->cues->lengths[cue_slot(w->cues, word_key(w->text.ptr + from, at - from, w->text.len - from),
				                                at - from)] != 0;
			continue;
		case DIGIT:
			cue = true;
			at = numeral_end(w, at, end);
			continue;
		case QUOTE:
			quote = !quote;
			break;
		case HIGH:
			if (p[at] == 0xE2 && at + 2 < end && p[at + 1] == 0x80 && (p[at + 2] == 0x9C || p[at + 2] == 0x9D))
				quote = p[at + 2] == 0x9C;
			cue = cue || is_vulgar(p + at, end - at);
			break;
		case STOP:
			if (!sentence_ends_at(w, start, at, end, &stop))
				break;
			for (size_t k = at; k < stop; k++) {
				cue = cue || class_of(p[k]) == DIGIT; /* the number of a note */
				quote = p[k] == '"' ? !quote : p[k] == 0x9D && p[k - 1] == 0x80 ? false : quote;
			}
			add(w, index, start, stop, cue, quoted);
			at = start = lexer_skip_space(w->text, stop, end);
			cue = false;
			quoted = quote;
			continue;
		case SPACE:
			if (at - start < LONGEST)
				break;
			add(w, index, start, at, cue, quoted);
			at = start = lexer_skip_space(w->text, at, end);
			cue = false;
			quoted = quote;
			continue;
		default:
			break;
		}
		at++;
	}
	while (end > start && class_of(p[end - 1]) == SPACE)
		end--;
	add(w, index, start, end, cue, quoted);
}
