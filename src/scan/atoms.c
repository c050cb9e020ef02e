/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bisect.h"
#include "scan/unit.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

typedef struct maker { /* atoms as they are made */
	atoms *s;
	unsigned depth;
	bool straight, curly, single; /* quotations that are open */
} maker;

/* Brackets and quotation marks, whose place decides what they do. */
static void track_mark(maker *m, const atom *a, bool space_after)
{
	size_t len;
	uint32_t c = utf8_decode(m->s->text, a->start, &len);
	bool space_before = (a->flags & TOKEN_SPACE) || a->start == 0 || (unsigned char)m->s->text.ptr[a->start - 1] <= ' ';
	if (c == '(' || c == '[')
		m->depth += m->depth < UINT8_MAX;
	else if (c == ')' || c == ']')
		m->depth -= m->depth > 0;
	else if (c == '"') /* a paragraph's quotation goes on with a mark that opens again; otherwise both marks look alike */
		m->straight = space_before == space_after ? !m->straight : space_before;
	else if (c == 0x201C || c == 0x201E)
		m->curly = true;
	else if (c == 0x201D)
		m->curly = false;
	else if (c == 0xAB || c == 0xBB)
		m->curly = !m->curly;
	else if (c == 0x2018 && space_before)
		m->single = true;
	else if (c == 0x2019 && space_after)
		m->single = false;
}

static uint8_t word_flags(slice text)
{
	size_t len, letters = 0;
	bool all = true;
	unsigned char first = (unsigned char)text.ptr[0];
	if (first < 0x80 && !ascii_is_capital(first))
		return 0;
	uint8_t flags = utf8_is_upper(utf8_decode(text, 0, &len)) ? TOKEN_CAPITAL : 0;
	if (!flags)
		return 0;
	for (size_t i = 0; i < text.len && all; i += len) {
		uint32_t c = utf8_decode(text, i, &len);
		if (!utf8_is_letter(c))
			continue;
		letters++;
		all = utf8_is_upper(c);
	}
	return all && letters > 1 ? flags | TOKEN_ALL_CAPS : flags;
}

/* "F(1,87)", "t(2,115)": arguments, told by a symbol of one or two letters before the bracket. */
static bool is_argument(const atoms *s, size_t start)
{
	enum { FURTHEST = 64 };
	size_t letters = 0, from = start;
	while (start > 0 && from - start < FURTHEST && (ascii_is_digit(s->text.ptr[start - 1]) || s->text.ptr[start - 1] == ','))
		start--;
	if (start < 2 || s->text.ptr[start - 1] != '(')
		return false;
	while (letters < 3 && start >= letters + 2 && ascii_is_letter(s->text.ptr[start - 2 - letters]))
		letters++;
	return letters == 1 || letters == 2;
}

/* "5,00" is one numeral, "2,3,4" and "2010,2011" are not: only one or two decimals, and nothing joined to them. */
static size_t check_comma(const atoms *s, size_t start, size_t end, size_t limit)
{
	slice text = slice_sub(s->text, start, end);
	size_t comma = slice_find_byte(text, ',');
	if (comma == SIZE_MAX || slice_find_byte(text, '.') != SIZE_MAX)
		return end;
	if (is_argument(s, start))
		return start + comma;
	size_t after = text.len - comma - 1;
	if (after == 3 || slice_find_byte(slice_sub(text, comma + 1, text.len), ',') != SIZE_MAX ||
	    slice_find_byte(text, ' ') != SIZE_MAX)
		return end;
	char before = start > 0 ? s->text.ptr[start - 1] : ' ', next = end < limit ? s->text.ptr[end] : ' ';
	bool joined = before == ',' || before == '/' || before == '-' || before == '[' || next == ',' || next == '-' ||
	              next == ']' || next == '/';
	bool joined_on = joined && !(next == ',' && end + 1 < limit && s->text.ptr[end + 1] == ' ');
	return s->decimal_comma || (after <= 2 && !joined_on) ? end : start + comma;
}

/* A unit may stand after the atoms made so far: after a number, or a sign that goes on a product of units. */
static bool after_factor(const atoms *s)
{
	if (s->store.n == 0)
		return false;
	const atom *last = &s->store.at[s->store.n - 1];
	return last->kind == ATOM_NUMBER ||
	       (last->kind == ATOM_PUNCT && (s->text.ptr[last->start] == '/' || word_in(last->word, s->sets->unit_times)));
}

static bool after_number(const atoms *s, size_t start)
{
	const atom *last = s->store.n ? &s->store.at[s->store.n - 1] : NULL;
	return last && last->kind == ATOM_NUMBER && last->end == start;
}

/* Where the first part of "1h20m" ends: of numbers and letters in turn, each letter a part of a time; `end` if it is none. */
static size_t split_time(const atoms *s, size_t start, size_t end)
{
	size_t first = end, parts = 0;
	for (size_t i = start; i < end; parts++) {
		size_t digits = i;
		while (digits < end && ascii_is_digit(s->text.ptr[digits]))
			digits++;
		if (digits == i || digits == end ||
		    !word_in(vocabulary_word(s->vocab, slice_sub(s->text, digits, digits + 1)), s->sets->unit_clock))
			return end;
		first = parts ? first : digits;
		i = digits + 1;
	}
	return first;
}

/* "US$160" and "USD115", "100km2": letters that are a currency or a unit stand apart from the digits. Returns where the
 * first part ends, or `end` if it is one identifier. */
static size_t split_identifier(const maker *m, size_t start, size_t end)
{
	const atoms *s = m->s;
	size_t digits = start;
	if (ascii_is_digit(s->text.ptr[start])) {
		while (ascii_is_digit(s->text.ptr[digits]))
			digits++;
		size_t letters = digits;
		while (letters < end && !ascii_is_digit(s->text.ptr[letters]))
			letters++;
		bool power = letters + 1 == end && (s->text.ptr[letters] == '2' || s->text.ptr[letters] == '3');
		return power && unit_is_symbol(s, slice_sub(s->text, digits, letters)) ? digits : split_time(s, start, end);
	}
	while (digits < end && !ascii_is_digit(s->text.ptr[digits]))
		digits++;
	if (end + 3 < s->text.len && s->text.ptr[end] == ',' && end - digits <= 3 && ascii_is_digit(s->text.ptr[end + 1]) &&
	    ascii_is_digit(s->text.ptr[end + 3]))
		return digits; /* AB12,345 */
	const word *w = vocabulary_word(s->vocab, slice_sub(s->text, start, digits));
	if (digits == start + 1 && after_number(s, start) && word_in(w, s->sets->unit_clock) && split_time(s, digits, end) < end)
		return digits;
	const lex_step *step = lexicon_root(s->lex);
	if (m->s->store.n && m->s->store.at[m->s->store.n - 1].end == start)
		step = lexicon_step(s->lex, step, m->s->store.at[m->s->store.n - 1].word);
	bool found = word_in(w, s->sets->currency);
	for (const lex_entry *e = lexicon_entries(lexicon_step(s->lex, step, w)); e; e = lexicon_next(e))
		found = found || e->set == s->sets->currency;
	bool power = digits + 1 == end && (s->text.ptr[digits] == '2' || s->text.ptr[digits] == '3') && after_factor(s) &&
	             unit_is_symbol(s, slice_sub(s->text, start, digits));
	return (found && digits < end) || power ? digits : end;
}

/* The groups that follow the first one of "1 085 113 070" look like a phone number. */
static bool goes_on_digits(const atoms *s, size_t start)
{
	if (s->store.n == 0 || !ascii_is_digit(s->text.ptr[start]))
		return false;
	const atom *last = &s->store.at[s->store.n - 1];
	return last->kind == ATOM_NUMBER && last->end + 1 == start && last->end - last->start <= 3 &&
	       s->text.ptr[last->end] == ' ';
}

/* Where a number written as the beginning of its unit ends, as "half" in "halfmillion"; `end` if it is one word. */
static size_t split_prefix(const atoms *s, size_t start, size_t end)
{
	enum { LETTERS = 4 }; /* of the longest such beginning */
	const lex_set rest[] = {s->sets->unit, s->sets->scale, s->sets->hundred, s->sets->dozen, s->sets->currency};
	size_t len, at = start;
	for (unsigned n = 0; n < LETTERS && at < end; n++) {
		utf8_decode(s->text, at, &len);
		at += len;
		if (at >= end || !word_in(vocabulary_word(s->vocab, slice_sub(s->text, start, at)), s->sets->number_prefix))
			continue;
		const word *w = vocabulary_word(s->vocab, slice_sub(s->text, at, end));
		for (size_t k = 0; k < sizeof rest / sizeof *rest; k++) {
			if (word_in(w, rest[k]))
				return at;
		}
	}
	return end;
}

static atom next_atom(maker *m, size_t start, size_t limit)
{
	atoms *s = m->s;
	size_t end;
	atom_kind kind = lexer_atom(s->text, start, limit, &end);
	if (kind == ATOM_PHONE && goes_on_digits(s, start)) {
		kind = ATOM_NUMBER;
		for (end = start; end < limit && ascii_is_digit(s->text.ptr[end]);)
			end++;
	}
	if (kind == ATOM_NUMBER) {
		end = check_comma(s, start, end, limit);
	} else if (kind == ATOM_IDENTIFIER &&
	           !(ascii_is_digit(s->text.ptr[start]) && slice_find_byte(slice_sub(s->text, start, end), '-') != SIZE_MAX)) {
		size_t part = split_identifier(m, start, end);
		if (part != end)
			kind = ascii_is_digit(s->text.ptr[start]) ? ATOM_NUMBER : ATOM_WORD;
		end = part;
	} else if (kind == ATOM_WORD && s->number_prefixes) {
		end = split_prefix(s, start, end);
	}
	atom a = {.start = (uint32_t)start, .end = (uint32_t)end, .kind = (uint8_t)kind};
	slice text = slice_sub(s->text, start, end);
	if (kind == ATOM_WORD || kind == ATOM_PUNCT || (kind == ATOM_NUMBER && text.len <= 3 && ascii_all_digits(text)))
		a.word = vocabulary_word(s->vocab, text);
	if (kind == ATOM_NUMBER) {
		a.number = (uint32_t)s->numbers.n;
		VEC_PUSH(s->arena, s->numbers, digits_parse(text, s->decimal_comma));
	}
	if (kind == ATOM_WORD || kind == ATOM_IDENTIFIER)
		a.flags = word_flags(text);
	return a;
}

/* The first footnote's mark that ends behind an offset. */
static size_t note_behind(const atoms *s, size_t offset)
{
	size_t i;
	BISECT(i, s->note_count, s->notes[i].end <= offset);
	return i;
}

void atoms_read(atoms *s, uint32_t start, uint32_t *end, bool quoted)
{
	maker m = {.s = s, .straight = quoted};
	bool first = true;
	size_t note = s->note_count ? note_behind(s, start) : 0;
	s->store.n = s->numbers.n = s->marks = 0;
	s->title = s->capitals = true;
	size_t at = lexer_skip_space(s->text, start, *end), last = start;
	bool apart = at > start;
	while (at < *end) {
		while (note < s->note_count && s->notes[note].end <= at)
			note++;
		size_t limit = note < s->note_count && s->notes[note].start < *end ? s->notes[note].start : *end;
		if (limit <= at) {
			last = s->notes[note].end;
			at = lexer_skip_space(s->text, last, *end);
			apart = apart || at > last;
			continue;
		}
		if (s->store.n == LIMIT_SENTENCE_TOKENS) {
			*end = (uint32_t)last;
			break;
		}
		atom a = next_atom(&m, at, limit);
		last = a.end;
		size_t next = lexer_skip_space(s->text, last, *end);
		if (apart)
			a.flags |= TOKEN_SPACE;
		apart = next > last;
		if (a.kind == ATOM_WORD && !(a.flags & TOKEN_CAPITAL) && a.end - a.start > 3)
			s->title = false;
		if (a.kind == ATOM_WORD && !(a.flags & TOKEN_ALL_CAPS) && a.end - a.start > 2)
			s->capitals = false;
		if (a.kind == ATOM_WORD && first) {
			a.flags |= TOKEN_FIRST;
			first = false;
		}
		bool closes = a.kind == ATOM_PUNCT && (s->text.ptr[a.start] == ')' || s->text.ptr[a.start] == ']');
		a.depth = (uint8_t)(m.depth - (closes && m.depth > 0));
		bool open = m.straight || m.curly || m.single;
		if (a.kind == ATOM_PUNCT)
			track_mark(&m, &a, next > last || next == *end);
		if (open && (m.straight || m.curly || m.single))
			a.flags |= TOKEN_QUOTED;
		s->marks |= word_mark(s->sets->marks, a.word);
		VEC_PUSH(s->arena, s->store, a);
		at = next;
	}
	for (size_t i = 0; i < PHRASE_MEMOS; i++)
		s->memory->after[i].place = s->memory->before[i].place = UINT32_MAX;
	numeral_forget(s);
	s->at = s->store.at;
	s->n = (uint32_t)s->store.n;
}
