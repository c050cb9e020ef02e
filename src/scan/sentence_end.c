/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/sentence_end.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

enum {
	SHORT_WORD = 16,   /* bytes of the longest abbreviation, its inner full stops included */
	CLOSING_MOST = 64, /* bytes of marks that close with it */
	NOTE_MOST = 24,    /* bytes of the note numbers that may stand behind a full stop */
	NAME_WORDS = 3,    /* of a speaker named behind a quotation */
	DOTTED_MOST = 4,   /* bytes of each part of "p.m.", "Ph.D." */
};

typedef struct stop_mark { /* a mark that may end a sentence */
	const sentence_walk *w;
	size_t from, end; /* of the sentence so far, of the block */
	size_t at;        /* the mark */
	size_t close;     /* behind it and what belongs to it */
	size_t next;      /* the text behind that and white space */
	bool quote;       /* a quotation closes with it */
} stop_mark;

static uint32_t code_at(const stop_mark *m, size_t at)
{
	size_t len;
	return at < m->end ? utf8_decode(m->w->text, at, &len) : 0;
}

/* The code point before `at`, and in *start where it begins; 0 at the sentence's beginning. */
static uint32_t code_before(const stop_mark *m, size_t at, size_t *start)
{
	size_t back = at, len;
	*start = at;
	if (at <= m->from)
		return 0;
	do
		back--;
	while (back > m->from && at - back < 4 && ((unsigned char)m->w->text.ptr[back] & 0xC0) == 0x80);
	*start = back;
	return utf8_decode(m->w->text, back, &len);
}

/* Quotation marks and brackets that close, and further marks of the same sort: all at text[at] belongs to the mark. */
static size_t closing_end(slice text, size_t at, size_t end, bool *quote)
{
	size_t limit = end - at < CLOSING_MOST ? end : at + CLOSING_MOST;
	while (at < limit) {
		size_t len;
		uint32_t c = utf8_decode(text, at, &len);
		bool closes = c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB;
		if (!closes && c != ')' && c != ']' && c != '.' && c != '!' && c != '?' && c != 0x2026)
			return at;
		*quote = *quote || closes;
		at += len;
	}
	return at;
}

static bool is_superscript(uint32_t c)
{
	return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/* The note numbers glued to the end of a sentence, "[3,4]", "¹²" or (behind a word) "12,13"; `at` if there are none. */
static size_t notes_end(const stop_mark *m, size_t at, bool after_word)
{
	slice text = m->w->text;
	size_t from = at, len, digits = 0, limit = m->end - at < NOTE_MOST ? m->end : at + NOTE_MOST;
	bool open = false, plain = false;
	for (; at < limit; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		bool digit = ascii_is_digit(c), joint = c == ',' || c == '-' || c == 0x2013;
		if (c == '[' && !open)
			open = true;
		else if (c == ']' && open)
			open = false;
		else if (!digit && !is_superscript(c) && !(joint && digits) && !(open && c == ' '))
			break;
		digits += digit || is_superscript(c);
		plain = plain || (digit && !open);
	}
	return digits == 0 || open || (plain && !after_word) ? from : at;
}

/* The offset of the first letter or digit behind opening quotes and brackets; *opened: there are some. */
static size_t behind_opening(const stop_mark *m, bool *opened)
{
	size_t at = m->next, len;
	*opened = false;
	while (at < m->end) {
		uint32_t c = utf8_decode(m->w->text, at, &len);
		if (c != '"' && c != '\'' && c != '(' && c != '[' && c != 0x2018 && c != 0x201C && c != 0x201E && c != 0xAB)
			break;
		*opened = true;
		at += len;
	}
	return at;
}

/* The vocabulary's word at text[at], and its end; NULL if none begins there. */
static const word *word_at(const stop_mark *m, size_t at, size_t *end)
{
	*end = lexer_word_end(m->w->text, at, m->end);
	return *end > at ? vocabulary_word(m->w->vocab, slice_sub(m->w->text, at, *end)) : NULL;
}

static bool is_upper_at(const stop_mark *m, size_t at)
{
	return utf8_is_upper(code_at(m, at));
}

/* A word that opens sentences follows. */
static bool starter_follows(const stop_mark *m)
{
	bool opened;
	size_t stop, at = behind_opening(m, &opened);
	if (!is_upper_at(m, at))
		return false;
	return (opened && m->w->text.ptr[m->next] != '(') || word_in(word_at(m, at, &stop), m->w->sets->starter);
}

/* A word that tells more of a time follows, which goes on then: "7 p.m. EST", "7 a.m. Monday". */
static bool time_follows(const stop_mark *m)
{
	size_t stop;
	const scan_sets *sets = m->w->sets;
	const word *next = word_at(m, m->next, &stop);
	return word_in(next, sets->weekday) || word_in(next, sets->month) || word_in(next, sets->meridiem);
}

static size_t letters_start(const stop_mark *m, size_t at)
{
	size_t start;
	while (at > m->from && m->at - at < SHORT_WORD) {
		if (ascii_is_letter(m->w->text.ptr[at - 1]))
			start = at - 1;
		else if (!utf8_is_letter(code_before(m, at, &start)))
			break;
		at = start;
	}
	return at;
}

/* The word before the mark without its inner full stops ("p.m" is "pm"), and whether it has any. */
static const word *short_word(const stop_mark *m, size_t *start, bool *dotted)
{
	slice text = m->w->text;
	char letters[SHORT_WORD];
	size_t n = 0, at = letters_start(m, m->at);
	*dotted = false;
	size_t len;
	utf8_decode(text, at, &len);
	while (m->at - at == len || *dotted) {
		size_t before = at > m->from && text.ptr[at - 1] == '.' ? letters_start(m, at - 1) : at;
		if (before + 1 >= at || at - 1 - before > DOTTED_MOST || m->at - before >= SHORT_WORD)
			break;
		at = before;
		*dotted = true;
	}
	*start = at;
	if (m->at - at >= SHORT_WORD)
		return NULL;
	for (size_t i = at; i < m->at; i++) {
		if (text.ptr[i] != '.')
			letters[n++] = text.ptr[i];
	}
	return vocabulary_word(m->w->vocab, (slice){letters, n});
}

/* "1." where a sentence begins counts an item. */
static bool counts_item(const stop_mark *m)
{
	size_t i = m->at;
	while (i > m->from && ascii_is_digit(m->w->text.ptr[i - 1]))
		i--;
	return i == m->from && i < m->at;
}

/* A full stop with text behind it. */
static bool full_stop_ends(const stop_mark *m)
{
	bool dotted;
	size_t start, first;
	const scan_sets *sets = m->w->sets;
	if (letters_start(m, m->at) == m->at)
		return !counts_item(m);
	const word *before = short_word(m, &start, &dotted);
	if (!before)
		return true;
	bool capital = is_upper_at(m, start), letter = code_before(m, m->at, &first) && first == start;
	if (word_in(before, sets->abbreviation))
		return false;
	if (word_in(before, sets->abbreviation_number) && ascii_is_digit(m->w->text.ptr[m->next]))
		return false;
	if (word_in(before, sets->abbreviation_open))
		return !time_follows(m);
	if (dotted || (letter && capital) || word_in(before, sets->abbreviation_end) ||
	    (capital && word_in(before, sets->abbreviation_capital)))
		return starter_follows(m);
	return true;
}

/* A word of small letters, too long to be an abbreviation, stands before the mark. */
static bool ends_word(const stop_mark *m)
{
	size_t start;
	uint32_t before = code_before(m, m->at, &start);
	return utf8_is_letter(before) && !utf8_is_upper(before) && m->at - letters_start(m, m->at) > 2;
}

/* "... the jack.The machine": a stop without white space behind it, before a word that opens sentences. */
static bool glued_stop_ends(const stop_mark *m)
{
	size_t start, stop;
	uint32_t before = code_before(m, m->at, &start);
	if (m->close != m->at + 1 || !(ends_word(m) || before == ' ' || before == ')') || !is_upper_at(m, m->close))
		return false;
	start = letters_start(m, m->at);
	if (start < m->at && start > m->from && !strchr(" \t\n([\"'", m->w->text.ptr[start - 1]))
		return false;
	const word *next = word_at(m, m->close, &stop);
	return stop > m->close + 1 && stop < m->end && m->w->text.ptr[stop] == ' ' && word_in(next, m->w->sets->starter);
}

/* "Did it rain?" Smith asked: a name and a verb of speech behind a quotation go on with it. */
static bool speaker_follows(const stop_mark *m)
{
	size_t at = m->next, stop;
	if (!m->quote || starter_follows(m))
		return false;
	for (unsigned i = 0; i <= NAME_WORDS; i++) {
		const word *name = word_at(m, at, &stop);
		if (i > 0 && name && word_in(name, m->w->sets->says))
			return true;
		if (!name || !is_upper_at(m, at))
			return false;
		at = stop;
		if (at < m->end && m->w->text.ptr[at] == '.')
			at++;
		at = lexer_skip_space(m->w->text, at, m->end);
	}
	return false;
}

/* "Yahoo! Japan": the mark is the name's. */
static bool mark_of_name(const stop_mark *m)
{
	size_t start = letters_start(m, m->at), stop;
	return m->close == m->at + 1 && word_in(word_at(m, start, &stop), m->w->sets->marked_name) && !starter_follows(m);
}

/* Whether what follows could open a sentence: no small letter ("eBay" counts as a capital), no comma. */
static bool opens_sentence(const stop_mark *m)
{
	size_t len;
	uint32_t first = utf8_decode(m->w->text, m->next, &len);
	if (utf8_is_letter(first))
		return utf8_is_upper(first) || is_upper_at(m, m->next + len);
	return first != ',' && first != ';' && first != ':' && first != ')' && first != '.' && first != 0x2026;
}

bool sentence_ends_at(const sentence_walk *w, size_t from, size_t at, size_t end, size_t *stop)
{
	stop_mark m = {.w = w, .from = from, .end = end, .at = at};
	size_t len, start;
	if (at > from && w->text.ptr[at - 1] == '.' && at + 1 < end && w->text.ptr[at + 1] == '.')
		return false; /* within a row of dots */
	uint32_t c = utf8_decode(w->text, at, &len);
	m.close = closing_end(w->text, at + len, end, &m.quote);
	if (m.close < end && w->text.ptr[m.close] != ' ' && w->text.ptr[m.close] != '\n')
		m.close = notes_end(&m, m.close, c == '.' && (ends_word(&m) || code_before(&m, at, &start) == ')'));
	*stop = m.close;
	if (m.close >= end)
		return true;
	uint32_t behind = code_at(&m, m.close);
	bool dash = behind == 0x2014 || behind == 0x2015;
	m.next = dash ? m.close : lexer_skip_space(w->text, m.close, end);
	if (m.next >= end)
		return true;
	if (m.next == m.close && !dash)
		return c != 0x2026 && glued_stop_ends(&m);
	if (!opens_sentence(&m))
		return false;
	if (c == 0x2026 || w->text.ptr[at + 1] == '.') /* an ellipsis */
		return m.quote || starter_follows(&m);
	return c == '.' ? full_stop_ends(&m) : !mark_of_name(&m) && !speaker_follows(&m);
}
