/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/sentence.h"

#include "base/ascii.h"
#include "scan/sentence_end.h"

enum {
	LONGEST = 32 << 10, /* bytes; a longer sentence is cut at white space */
};

enum { OTHER, LETTER, DIGIT, SPACE, STOP, QUOTE, HIGH };

/* By byte; of 0xE2, … decides. */
static const uint8_t CLASSES[256] = {
	['a' ... 'z'] = LETTER, ['A' ... 'Z'] = LETTER, ['0' ... '9'] = DIGIT, ['\t' ... '\r'] = SPACE, [' '] = SPACE,
	['.'] = STOP,           ['!'] = STOP,           ['?'] = STOP,          ['"'] = QUOTE,           [0x80 ... 0xFF] = HIGH,
};

static uint8_t class_of(unsigned char c)
{
	return CLASSES[c];
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
		if (ascii_is_digit(c)) {
			since++;
		} else if ((c == '.' || c == ',') && at + 1 < end && ascii_is_digit(w->text.ptr[at + 1])) {
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

/* Whether a quotation is open after the mark at `at`: a space on one side tells, else it was not open before. */
static bool mark_opens(const unsigned char *p, size_t at, size_t start, size_t end, bool open)
{
	bool before = at == start || class_of(p[at - 1]) == SPACE, after = at + 1 >= end || class_of(p[at + 1]) == SPACE;
	return before == after ? !open : before;
}

static void add(sentence_walk *w, uint32_t index, size_t start, size_t end, unsigned found, bool quoted)
{
	if (end <= start)
		return;
	/* what was found is known in full only of a sentence without a cue */
	bool cue = found & FIND_FIGURE, speech = cue || found & FIND_SPEECH;
	VEC_PUSH(w->arena, w->list, (sentence_span){index, (uint32_t)start, (uint32_t)end, cue, speech, quoted});
}

void sentence_split(sentence_walk *w, uint32_t index, const block *b)
{
	const unsigned char *p = (const unsigned char *)w->text.ptr;
	size_t at = lexer_skip_space(w->text, b->start, b->end), start = at, end = b->end, stop;
	const unsigned always = finder_always(w->finder);
	unsigned found = always;
	bool quote = false, quoted = false;
	while (at < end) {
		size_t from = at;
		switch (p[at] == 0xE2 && is_ellipsis(p + at, end - at) ? STOP : class_of(p[at])) {
		case LETTER:
			while (at < end && class_of(p[at]) == LETTER)
				at++;
			if (!(found & FIND_FIGURE))
				found |= finder_word(w->finder, w->text.ptr + from, at - from, w->text.len - from);
			continue;
		case DIGIT:
			found |= FIND_FIGURE;
			at = numeral_end(w, at, end);
			continue;
		case QUOTE:
			quote = mark_opens(p, at, b->start, end, quote);
			break;
		case HIGH:
			if (p[at] == 0xE2 && at + 2 < end && p[at + 1] == 0x80 && (p[at + 2] == 0x9C || p[at + 2] == 0x9D))
				quote = p[at + 2] == 0x9C;
			if (is_vulgar(p + at, end - at))
				found |= FIND_FIGURE;
			break;
		case STOP:
			if (!sentence_ends_at(w, start, at, end, &stop))
				break;
			for (size_t k = at; k < stop; k++) {
				if (class_of(p[k]) == DIGIT) /* the number of a note */
					found |= FIND_FIGURE;
				quote = p[k] == '"'                        ? mark_opens(p, k, b->start, end, quote)
				        : p[k] == 0x9D && p[k - 1] == 0x80 ? false
				                                           : quote;
			}
			add(w, index, start, stop, found, quoted);
			at = start = lexer_skip_space(w->text, stop, end);
			found = always;
			quoted = quote;
			continue;
		case SPACE:
			if (at - start < LONGEST && !(b->kind == BLOCK_CODE && p[at] == '\n'))
				break;
			add(w, index, start, at, found, quoted);
			at = start = lexer_skip_space(w->text, at, end);
			found = always;
			quoted = quote;
			continue;
		default:
			break;
		}
		at++;
	}
	while (end > start && class_of(p[end - 1]) == SPACE)
		end--;
	add(w, index, start, end, found, quoted);
}
