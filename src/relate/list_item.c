/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list's item tells of how many things it is. */
#include "base/ascii.h"
#include "relate/list_length.h"

enum {
	ITEM_HEAD = 60,  /* bytes: a longer text is told, not named */
	ITEM_TOLD = 200, /* bytes in which an item's own number is looked for */
	PARTS = 32
};

static uint32_t digits_value(slice s)
{
	uint32_t value = 0;
	for (size_t i = 0; i < s.len; i++)
		value = value * 10 + (uint32_t)(s.ptr[i] - '0');
	return value;
}

static uint32_t number_told(const list_words *w, const reading_of *doc, slice part)
{
	if (ascii_all_digits(part) && part.len < 4)
		return digits_value(part);
	const word *k = vocabulary_word(doc->scan.vocab, part);
	const lex_set sets[] = {w->digit, w->teen};
	for (size_t i = 0; i < 2; i++) {
		const lex_entry *e = lexicon_entry(doc->scan.lex, k, sets[i]);
		const node *told = e ? node_get(lexicon_data(e), SLICE("value")) : NULL;
		if (told && ascii_all_digits(node_text(told)) && told->len < 4)
			return digits_value(node_text(told));
	}
	return 0;
}

static bool is_plural(const reading_of *doc, slice part)
{
	const word *k = vocabulary_word(doc->scan.vocab, part);
	return k->plural || vocabulary_noun(doc->scan.vocab, k) != k;
}

/* The number that word i begins a phrase with: "two held drafts"; 0: none. */
static uint32_t phrase_number(const list_words *w, const reading_of *doc, const slice *parts, size_t n, size_t i)
{
	uint32_t value = number_told(w, doc, parts[i]);
	for (size_t k = i + 1; value >= 2 && k < n && k < i + 4; k++) {
		if (parts[k].len < 3)
			break;
		if (is_plural(doc, parts[k]))
			return value;
	}
	return 0;
}

uint32_t list_item_number(const list_words *w, const reading_of *doc, const block *item, bool anywhere)
{
	slice parts[PARTS], text = slice_trim(document_text(doc->doc, item->start, item->end));
	size_t n = lexicon_split(slice_sub(text, 0, ITEM_TOLD), parts, PARTS);
	uint32_t value = 0;
	if (n > PARTS)
		n = PARTS;
	bool the = n && word_in(vocabulary_word(doc->scan.vocab, parts[0]), w->definite); /* "the two panels below" */
	for (size_t i = 0; i + 1 < n && !value && (i <= (size_t)the || anywhere); i++)
		value = phrase_number(w, doc, parts, n, i);
	return value;
}

uint32_t list_item_label(const reading_of *doc, const block *item, const word *noun)
{
	slice parts[2];
	size_t n = lexicon_split(slice_sub(document_text(doc->doc, item->start, item->end), 0, ITEM_HEAD), parts, 2);
	if (n < 2 || !noun || !ascii_all_digits(parts[1]) || parts[1].len > 3)
		return 0;
	return slice_equal(word_text(vocabulary_word(doc->scan.vocab, parts[0])), word_text(noun)) ? digits_value(parts[1]) : 0;
}

uint32_t list_item_bracket(const reading_of *doc, const block *item)
{
	slice parts[PARTS], text = slice_trim(document_text(doc->doc, item->start, item->end));
	size_t n = lexicon_split(slice_sub(text, 0, ITEM_TOLD), parts, PARTS);
	for (size_t i = 0; i + 2 < n && i + 2 < PARTS; i++)
		if (parts[i].ptr[0] == '(' && parts[i + 2].ptr[0] == ')' && ascii_all_digits(parts[i + 1]) && parts[i + 1].len < 4)
			return digits_value(parts[i + 1]);
	return 0;
}

/* Whether text [from, to) begins as code. */
static bool is_code(const document *d, uint32_t from, uint32_t to)
{
	slice s = document_text(d, from, to);
	size_t blank = 0;
	while (blank < s.len && (s.ptr[blank] == ' ' || s.ptr[blank] == '`'))
		blank++;
	return blank < s.len &&
	       (s.ptr[blank > 0 ? blank - 1 : 0] == '`' || document_within(d, from + (uint32_t)blank, INLINE_CODE));
}

/* Where the part that names the item ends: at a colon, a spaced dash or the text's end. */
static uint32_t head_end(const document *d, const block *item)
{
	slice s = document_text(d, item->start, item->end);
	for (size_t i = 0; i < s.len; i++) {
		bool dash =
			s.ptr[i] == '-' || (i + 2 < s.len && (unsigned char)s.ptr[i] == 0xE2 && (unsigned char)s.ptr[i + 1] == 0x80);
		if (s.ptr[i] == ':' || s.ptr[i] == '\n' || (dash && i > 0 && s.ptr[i - 1] == ' ') ||
		    (s.ptr[i] == '(' && i > 0 && s.ptr[i - 1] == ' '))
			return item->start + (uint32_t)i;
	}
	return item->end;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Paths and the like, one behind the other: each of its words has a mark inside that no word of a text has. 0: it is text. */
static uint32_t paths(slice text)
{
	uint32_t n = 0;
	for (size_t i = 0; i < text.len;) {
		size_t from = i, marks = 0;
		while (i < text.len && !is_blank(text.ptr[i])) {
			marks += text.ptr[i] == '/' || text.ptr[i] == '_';
			i++;
		}
		if (i > from && !marks)
			return 0;
		n += i > from + 1 || (i > from && text.ptr[from] != '/'); /* a stroke alone stands between two of them */
		while (i < text.len && is_blank(text.ptr[i]))
			i++;
	}
	return n;
}

/* Where the code at `at` ends, between grave accents or marked as such; `at` if none begins there. */
static uint32_t code_end(const document *d, uint32_t at, uint32_t end)
{
	uint32_t ticks = 0, i = at;
	while (i < end && d->text.ptr[i] == '`')
		i++;
	ticks = i - at;
	for (uint32_t run = 0; ticks && i < end; i++) {
		run = d->text.ptr[i] == '`' ? run + 1 : 0;
		if (run == ticks)
			return i + 1;
	}
	for (i = at; !ticks && i < end && document_within(d, i, INLINE_CODE);)
		i++;
	return ticks ? at : i;
}

/* How many names in code an item begins with, "`oar` and `sail` are"; what is then told of them may be long. */
static uint32_t opening_codes(const list_words *w, const reading_of *doc, const block *item)
{
	const document *d = doc->doc;
	uint32_t most = item->start + ITEM_TOLD, end = most < item->end ? most : item->end, at = item->start, n = 0;
	for (;;) {
		while (at < end && is_blank(d->text.ptr[at]))
			at++;
		uint32_t behind = code_end(d, at, end);
		if (behind == at)
			return n;
		n++;
		slice next[2], rest = document_text(d, behind, end);
		size_t parts = lexicon_split(rest, next, 2);
		for (size_t k = 0; k < parts && k < 2; k++) { /* "," or "and", or both */
			const word *mark = vocabulary_word(doc->scan.vocab, next[k]);
			if (!word_in(mark, w->joiner) && !word_in(mark, w->comma) && *next[k].ptr != '/')
				break;
			behind = (uint32_t)(next[k].ptr + next[k].len - d->text.ptr);
		}
		if (!parts || behind < (uint32_t)(next[0].ptr + next[0].len - d->text.ptr))
			return n;
		at = behind;
	}
}

uint32_t list_item_names(const list_words *w, const reading_of *doc, const block *item)
{
	const document *d = doc->doc;
	uint32_t named = paths(document_text(d, item->start, item->end)), codes = opening_codes(w, doc, item);
	if (named > 1 || codes > 1)
		return named > codes ? named : codes;
	uint32_t end = head_end(d, item), from = item->start, names = 0;
	slice parts[PARTS], head = document_text(d, item->start, end);
	if (head.len > ITEM_HEAD)
		return 1;
	size_t n = lexicon_split(head, parts, PARTS);
	if (n > PARTS)
		return 1;
	for (size_t i = 0; i <= n; i++) {
		uint32_t at = i < n ? (uint32_t)(parts[i].ptr - d->text.ptr) : end;
		const word *k = i < n ? vocabulary_word(doc->scan.vocab, parts[i]) : NULL;
		bool inside = i < n && document_within(d, at, INLINE_CODE); /* "`/var/log`" is one */
		bool divides =
			i == n ||
			(!inside && (word_in(k, w->joiner) || word_in(k, w->comma) || (parts[i].len == 1 && *parts[i].ptr == '/')));
		if (!divides)
			continue;
		if (at > from && slice_trim(document_text(d, from, at)).len) {
			if (!is_code(d, from, at))
				return 1;
			names++;
		}
		from = i < n ? at + (uint32_t)parts[i].len : at;
	}
	return names > 1 ? names : 1;
}

uint32_t list_item_rest(const list_words *w, const reading_of *doc, const block *item)
{
	slice parts[4], text = slice_trim(document_text(doc->doc, item->start, item->end));
	size_t n = lexicon_split(slice_sub(text, 0, ITEM_HEAD), parts, 4);
	if (n < 3)
		return 0;
	bool joined = word_in(vocabulary_word(doc->scan.vocab, parts[0]), w->joiner) || *parts[0].ptr == '+';
	bool more = word_in(vocabulary_word(doc->scan.vocab, parts[2]), w->further);
	return joined && more ? number_told(w, doc, parts[1]) : 0;
}

uint32_t list_item_enumerated(const reading_of *doc, const block *item)
{
	slice text = document_text(doc->doc, item->start, item->end);
	size_t open = slice_find_byte(text, '('), commas = 0;
	if (open >= text.len)
		return 1;
	for (size_t i = open; i < text.len && text.ptr[i] != ')'; i++)
		commas += text.ptr[i] == ',';
	return (uint32_t)commas + 1;
}
