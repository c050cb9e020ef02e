/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table as a list of things. */
#include "relate/list_length.h"

#include "base/ascii.h"

enum { HEADER_WORDS = 8 };

/* Whether one of the words of a header's text is the noun. */
static bool is_headed_by(const reading_of *doc, slice header, const word *noun)
{
	slice parts[HEADER_WORDS];
	size_t n = lexicon_split(header, parts, HEADER_WORDS);
	if (!noun || n > HEADER_WORDS)
		return false;
	for (size_t i = 0; i < n; i++) {
		const word *k = vocabulary_word(doc->scan.vocab, parts[i]), *singular = vocabulary_noun(doc->scan.vocab, k);
		if (slice_equal(word_text(k), word_text(noun)) || slice_equal(word_text(singular), word_text(noun)))
			return true;
	}
	return false;
}

static bool has_letter(slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_is_letter(s.ptr[i]))
			return true;
	return false;
}

typedef struct row { /* of a table, as it is read cell by cell */
	uint32_t number, filled;
	slice first;
	bool wide; /* one cell takes it all */
	bool struck;
} row;

bool list_table_headed(const reading_of *doc, const listed *l, const word *noun)
{
	const document *d = doc->doc;
	bool numbered = false;
	for (uint32_t i = l->first; i < l->end; i++) {
		const block *c = &d->blocks[i];
		if (c->group != l->group + 1)
			continue;
		if (c->row >= d->groups[l->group].header_rows || c->col > 1)
			break;
		slice text = slice_trim(document_text(d, c->start, c->end));
		bool names = c->col == 0 || numbered; /* behind a column of numbers, "#" */
		numbered = c->col == 0 && !has_letter(text);
		if (names && is_headed_by(doc, text, noun))
			return true;
	}
	return false;
}

/* The column, no first one, that is headed by the noun and at most two words before it; 0: none, or several. */
static uint32_t column_of(const reading_of *doc, const listed *l, const word *noun)
{
	enum { NAME_WORDS = 3 };
	const document *d = doc->doc;
	uint32_t found = 0;
	for (uint32_t i = l->first; i < l->end && d->blocks[i].row < d->groups[l->group].header_rows; i++) {
		const block *c = &d->blocks[i];
		slice parts[NAME_WORDS];
		size_t n = c->group == l->group + 1 && c->col > 0
		               ? lexicon_split(slice_trim(document_text(d, c->start, c->end)), parts, NAME_WORDS)
		               : 0;
		if (n == 0 || n > NAME_WORDS)
			continue;
		const word *k = vocabulary_word(doc->scan.vocab, parts[n - 1]);
		if (!slice_equal(word_text(vocabulary_noun(doc->scan.vocab, k)), word_text(noun)))
			continue;
		if (found)
			return 0;
		found = c->col;
	}
	return found;
}

/* The whole number that a text is, thousands parted by commas or not; -1: it is none. */
static int64_t whole_number(slice s)
{
	enum { LONGEST = 9 };
	int64_t value = 0;
	if (!s.len || s.len > LONGEST)
		return -1;
	for (size_t i = 0; i < s.len; i++) {
		if (ascii_is_digit(s.ptr[i]))
			value = value * 10 + (s.ptr[i] - '0');
		else if (s.ptr[i] != ',' || i == 0 || i + 1 == s.len)
			return -1;
	}
	return value;
}

int64_t list_table_sum(const list_words *w, const reading_of *doc, const listed *l, const word *noun)
{
	enum { LEAST = 3 };
	const document *d = doc->doc;
	uint32_t column = noun ? column_of(doc, l, noun) : 0, cells = 0;
	bool total = false;
	int64_t sum = 0;
	for (uint32_t i = l->first; column && i < l->end; i++) {
		const block *c = &d->blocks[i];
		if (c->group != l->group + 1 || c->row < d->groups[l->group].header_rows)
			continue;
		slice text = slice_trim(document_text(d, c->start, c->end));
		if (c->col == 0)
			total = list_begins_with(doc, text, w->total_row);
		if (c->col != column || total)
			continue;
		int64_t value = whole_number(text);
		if (value < 0)
			return -1;
		sum += value;
		cells++;
	}
	return cells >= LEAST ? sum : -1;
}

typedef struct tally {
	uint32_t rows, totals, groups, named, names, firsts, struck;
	uint32_t numbered, places,
		last_place; /* rows that begin with a number, and how many there are: "2 - oars" may stand twice */
	slice last;
} tally;

/* The number that a row's name begins with, before a blank or mark; 0: none. */
static uint32_t place_of(slice name)
{
	uint32_t value = 0;
	size_t i = 0;
	for (; i < name.len && i < 3 && ascii_is_digit(name.ptr[i]); i++)
		value = value * 10 + (uint32_t)(name.ptr[i] - '0');
	bool ends = i < name.len && (name.ptr[i] == ' ' || name.ptr[i] == '.' || name.ptr[i] == ':' || name.ptr[i] == ')');
	return ends ? value : 0;
}

static void count_row(const list_words *w, const reading_of *doc, const row *r, uint32_t cols, tally *t)
{
	if (!r->filled)
		return;
	bool total = list_begins_with(doc, r->first, w->total_row);
	bool group = cols > 1 && (r->wide || (r->filled == 1 && r->first.len));
	t->rows++;
	t->totals += total;
	t->groups += !total && group;
	t->struck += r->struck;
	t->named += r->first.len > 0;
	t->firsts += r->first.len && !slice_equal(r->first, t->last);
	uint32_t place = place_of(r->first);
	t->numbered += place > 0;
	t->places += place > 0 && place != t->last_place;
	t->last_place = place;
	if (r->first.len)
		t->last = r->first;
}

void list_table_lengths(const list_words *w, const reading_of *doc, const listed *l, list_lengths *out)
{
	const document *d = doc->doc;
	const block_group *g = &d->groups[l->group];
	tally t = {0};
	row at = {.number = UINT32_MAX};
	uint32_t headers = g->header_rows;
	out->columns = g->cols;
	for (uint32_t i = l->first; i < l->end; i++) {
		const block *c = &d->blocks[i];
		if (c->group != l->group + 1)
			continue;
		slice text = slice_trim(document_text(d, c->start, c->end));
		if (c->row < headers)
			continue;
		if (c->row != at.number) {
			count_row(w, doc, &at, g->cols, &t);
			at = (row){.number = c->row};
		}
		bool filled = text.len || (i + 1 < l->end && d->blocks[i + 1].parent == (int32_t)i);
		at.filled += filled;
		at.wide |= filled && c->col_span >= g->cols && g->cols > 1;
		if (c->col == 0) {
			at.first = text;
			at.struck = c->struck;
			t.names += list_item_names(w, doc, c);
		}
	}
	count_row(w, doc, &at, g->cols, &t);
	list_length_add(out, t.rows - t.totals - t.groups);
	list_length_add(out, t.rows);
	list_length_add(out, t.rows - t.totals);
	if (t.groups >= 2)
		list_length_add(out, t.groups);
	if (t.struck)
		list_length_add(out, t.rows - t.struck);
	if (t.named < t.rows)
		list_length_add(out, t.named);
	list_length_add(out, t.firsts);
	if (t.numbered == t.rows)
		list_length_add(out, t.places);
	if (t.names > t.rows)
		list_length_add(out, t.names);
	out->open |= !headers;
}
