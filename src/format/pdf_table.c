/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a page's tables stand: rows in which numerals stand beside something else, under one another. Prose in columns has rows
 * of several chunks too, but its numerals do not stand alone; a chart has numerals, but nothing beside them. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>

enum { MANY = 4, MOST_BETWEEN = 5, MOST_WORDS = 14, MOST_HEADER = 8 };
static const float WIDEST_NUMERAL = 90;

/* Whether the row has a numeral under one of the region's so far, of rows [first, at). Only the latest few rows are asked. */
static bool is_under(const pdf_rows *rows, uint32_t first, uint32_t at)
{
	enum { REACH = 6 };
	const pdf_row *row = &rows->rows.at[at];
	for (uint32_t i = row->first; i < row->end; i++) {
		const pdf_chunk *c = &rows->chunks.at[i];
		if (!c->numeral || c->dash || c->box.right - c->box.left > WIDEST_NUMERAL)
			continue;
		uint32_t asked = 0;
		for (uint32_t r = at; r-- > first && asked < REACH;) {
			const pdf_row *above = &rows->rows.at[r];
			if (!above->seed)
				continue;
			asked++;
			for (uint32_t k = above->first; k < above->end; k++)
				if (rows->chunks.at[k].numeral && pdf_overlap(&rows->chunks.at[k].box, &c->box) > 0.3F)
					return true;
		}
	}
	return false;
}

/* Whether nothing but numerals stands behind a row's name. */
static bool is_name_and_numerals(const pdf_rows *rows, const pdf_row *row)
{
	for (uint32_t i = row->first + 1; i < row->end; i++)
		if (!rows->chunks.at[i].numeral)
			return false;
	return !rows->chunks.at[row->first].numeral && row->end > row->first + 1;
}

/* Whether the row is of one list with the row above it, the last seed: its numeral may be the first of a further column. */
static bool goes_on_list(const pdf_rows *rows, uint32_t last, uint32_t at)
{
	const pdf_row *row = &rows->rows.at[at], *above = &rows->rows.at[last];
	bool alike = last + 1 == at && is_name_and_numerals(rows, row) && is_name_and_numerals(rows, above);
	return alike && fabsf(row->box.left - above->box.left) < 1 && row->box.top - above->box.top < 1.6F * row->height;
}

/* A row of running text, or one that tells what a table is: it parts tables. */
static bool is_prose(const pdf_page *page, const pdf_rows *rows, const pdf_row *row)
{
	const pdf_chunk *first = &rows->chunks.at[row->first];
	if (row->end - row->first == 1 && pdf_is_label(page, first->words, first->count))
		return true;
	if (row->end - row->first > 2 && is_name_and_numerals(rows, row)) /* a long name */
		return false;
	for (uint32_t i = row->first; i < row->end; i++)
		if (rows->chunks.at[i].spoken > MOST_WORDS)
			return true;
	return false;
}

static size_t numerals_of(const pdf_rows *rows, const pdf_row *row)
{
	size_t n = 0;
	for (uint32_t i = row->first; i < row->end; i++)
		n += rows->chunks.at[i].numeral;
	return n;
}

/* Whether a row is a further line of a name: alone, close below, at the left of the seed's row. */
static bool is_line(const pdf_chunk *c, const pdf_row *row, const pdf_row *above, const pdf_row *seed)
{
	return row->end - row->first == 1 && !c->numeral && row->box.top - above->box.top < 1.5F * row->height &&
	       row->box.right < (seed->box.left + seed->box.right) / 2;
}

/* The end of the region of rows that begins at a seed: behind its last seed. */
static uint32_t region_end(const pdf_page *page, const pdf_rows *rows, uint32_t first)
{
	uint32_t last = first, lines = 0; /* lines: of one long name, behind the last seed */
	float pitch = 0;
	for (uint32_t i = first + 1; i < rows->rows.n; i++) {
		const pdf_row *row = &rows->rows.at[i], *above = &rows->rows.at[i - 1], *seed = &rows->rows.at[last];
		float height = fmaxf(row->height, above->height), most = fmaxf(2.2F * height, pitch);
		if (row->seed && numerals_of(rows, row) >= MANY && numerals_of(rows, seed) >= MANY)
			most = fmaxf(most, 5 * height);
		lines = is_line(&rows->chunks.at[row->first], row, above, seed) ? lines + 1 : lines;
		if (i - last - lines > MOST_BETWEEN || is_prose(page, rows, row) || row->box.top - above->box.bottom > most)
			break;
		if (!row->seed && !row->nil)
			continue;
		if (row->seed && !is_under(rows, first, i) && !goes_on_list(rows, last, i))
			break;
		pitch = fmaxf(pitch, 1.3F * (row->box.top - seed->box.bottom));
		last = i;
		lines = 0;
	}
	return last + 1;
}

/* Rows above the first seed that may head its columns: close, and not the line that tells what the table is. */
static uint32_t header_start(const pdf_page *page, const pdf_rows *rows, uint32_t first, uint32_t end, uint32_t limit)
{
	pdf_box box = rows->rows.at[first].box;
	for (uint32_t i = first; i < end; i++)
		if (rows->rows.at[i].seed)
			pdf_box_join(&box, &rows->rows.at[i].box);
	const pdf_row *second = first + 1 < end ? &rows->rows.at[first + 1] : &rows->rows.at[first];
	float pitch = fmaxf(0, second->box.top - rows->rows.at[first].box.bottom), width = box.right - box.left;
	uint32_t start = first;
	while (start > limit && first - start < MOST_HEADER) {
		const pdf_row *row = &rows->rows.at[start - 1], *below = &rows->rows.at[start];
		float height = fmaxf(row->height, below->height);
		float most = (row->end - row->first > 2 ? 2.2F : 1.2F) * height;
		if (below->box.top - row->box.bottom > fmaxf(most, 1.2F * pitch) || is_prose(page, rows, row))
			break;
		if (row->box.left > box.right || row->box.right < box.left || row->box.left < box.left - width / 4 ||
		    row->box.right > box.right + width / 4)
			break;
		bool alone = row->end - row->first == 1;
		if (alone && row->box.right - row->box.left > 0.6F * width)
			break;
		start--;
	}
	while (start < first) { /* a line alone at the left tells of the whole table */
		const pdf_row *row = &rows->rows.at[start];
		if (row->end - row->first > 1 || row->box.left > box.left + width / 4 || pdf_goes_on(page, rows, start + 1))
			break;
		start++;
	}
	return start;
}

/* A last label may go on below its row, closer than the rows of numerals are. */
static uint32_t trailing_end(const pdf_page *page, const pdf_rows *rows, uint32_t first, uint32_t end)
{
	const pdf_row *last = &rows->rows.at[end - 1];
	float pitch = INFINITY;
	for (uint32_t i = first + 1; i < end; i++)
		if (rows->rows.at[i].seed && rows->rows.at[i - 1].seed)
			pitch = fminf(pitch, rows->rows.at[i].box.top - rows->rows.at[i - 1].box.top);
	for (; end < rows->rows.n; end++) {
		const pdf_row *above = &rows->rows.at[end - 1], *next = &rows->rows.at[end];
		float step = next->box.top - above->box.top;
		bool label = next->end - next->first == 1 && next->box.right < (last->box.left + last->box.right) / 2;
		bool alike = next->height > 0.85F * last->height && next->height < 1.15F * last->height;
		bool small = !rows->small && pdf_begins_small(page, rows, end);
		if (!label || !alike || next->seed || (step > 0.9F * pitch && !small) || step > 1.4F * next->height)
			break;
	}
	return end;
}

/* The number that a chunk is, if nothing but a page's could be: digits alone. */
static bool page_number(const pdf_page *page, const pdf_chunk *c, uint32_t *number)
{
	enum { MOST_DIGITS = 4 };
	slice text = page->words.at[c->words[0]].text;
	*number = 0;
	for (size_t i = 0; i < text.len; i++)
		*number = ascii_is_digit(text.ptr[i]) ? *number * 10 + (uint32_t)(text.ptr[i] - '0') : UINT32_MAX / 16;
	return c->count == 1 && text.len <= MOST_DIGITS && *number < UINT32_MAX / 16;
}

/* Whether the rows list what stands on which page: dots lead to each number, and the numbers do not fall, or are all of pages. */
static bool is_contents(const pdf_page *page, const pdf_rows *rows, uint32_t first, uint32_t end, uint32_t pages)
{
	size_t led = 0, plain = 0, others = 0, falls = 0, beyond = 0;
	uint32_t last = 0, number;
	for (uint32_t r = first; r < end; r++) {
		const pdf_row *row = &rows->rows.at[r];
		for (uint32_t i = row->first + 1; i < row->end; i++) { /* what opens a row may number its section */
			const pdf_chunk *c = &rows->chunks.at[i];
			if (!c->numeral)
				continue;
			if (!page_number(page, c, &number)) {
				others++;
				continue;
			}
			led += c[-1].leader;
			plain++;
			falls += number < last;
			beyond += number > pages;
			last = number;
		}
	}
	bool mostly = led * 4 >= plain && (falls * 8 < plain || beyond * 8 < plain);
	return led > others && (mostly || (!falls && plain > 4));
}

/* A cell without the dots that led from it to the next. */
static void drop_dots(pdf_page *page, pdf_cell *c)
{
	enum { FEW = 3 };
	size_t dots = 0, words = c->words.n;
	for (; words > 0; words--) {
		slice text = page->words.at[c->words.at[words - 1]].text;
		size_t here = pdf_dots(text);
		dots += here;
		if (here < utf8_count(text))
			break;
	}
	if (dots < FEW)
		return;
	c->words.n = words;
	if (!words)
		return;
	slice *text = &page->words.at[c->words.at[words - 1]].text;
	while (text->len > 1 && pdf_dots(*text))
		text->len -= text->ptr[text->len - 1] == '.' ? 1 : 3;
}

static void take_words(pdf_page *page, pdf_table *table)
{
	uint32_t number = (uint32_t)page->tables.n;
	for (size_t i = 0; i < table->cells.n; i++) {
		for (size_t k = 0; k < table->cells.at[i].words.n; k++) {
			pdf_word *w = &page->words.at[table->cells.at[i].words.at[k]];
			w->use = PDF_TABLE;
			w->table = number;
		}
		drop_dots(page, &table->cells.at[i]);
	}
}

static void find_among(arena *a, pdf_page *page, uint32_t pages, const uint32_t *words, size_t n)
{
	pdf_rows rows = pdf_rows_of(a, page, words, n);
	uint32_t limit = 0;
	for (uint32_t i = 0; i < rows.rows.n; i++) {
		if (!rows.rows.at[i].seed)
			continue;
		uint32_t end = region_end(page, &rows, i);
		if (end - i < 2)
			continue;
		if (is_contents(page, &rows, i, end, pages)) {
			i = end - 1;
			continue;
		}
		uint32_t start = header_start(page, &rows, i, end, limit);
		uint32_t behind = trailing_end(page, &rows, i, end);
		pdf_table table = {0};
		bool good = pdf_grid_of(a, page, &rows, start, i, behind, &table);
		i = end - 1;
		if (!good)
			continue;
		i = behind - 1;
		take_words(page, &table);
		VEC_PUSH(a, page->tables, table);
		limit = behind;
	}
}

static void find_texts_among(arena *a, pdf_page *page, const uint32_t *words, size_t n)
{
	pdf_rows rows = pdf_rows_of(a, page, words, n);
	for (uint32_t i = 0, end; i < rows.rows.n; i = end) {
		pdf_table table = {0};
		if (!pdf_text_table(a, page, &rows, i, &end, &table))
			continue;
		take_words(page, &table);
		VEC_PUSH(a, page->tables, table);
	}
}

/* Whether so many lines are short that they may be the cells of a table of words. */
static bool may_hold_text_table(const pdf_page *page)
{
	enum { LEAST = 6 };
	size_t n = 0;
	for (size_t i = 0; i < page->lines.n && n < LEAST; i++) {
		const pdf_line *l = &page->lines.at[i];
		n += l->use == PDF_FREE && l->end > l->first && l->box.right - l->box.left < page->width / 4;
	}
	return n >= LEAST;
}

typedef enum { SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH } side;

/* Which half of the page a line keeps to. */
static side side_of(const pdf_page *page, const pdf_line *l)
{
	float middle = page->width / 2;
	return l->box.right < middle + 6 ? SIDE_LEFT : l->box.left > middle - 6 ? SIDE_RIGHT : SIDE_BOTH;
}

bool pdf_in_columns(const pdf_page *page)
{
	enum { LONG = 6, FULL = 8 };
	size_t count[3] = {0};
	for (size_t i = 0; i < page->lines.n; i++) {
		const pdf_line *l = &page->lines.at[i];
		bool full = l->end - l->first >= LONG && l->box.right - l->box.left > page->width / 4;
		count[side_of(page, l)] += full && !l->turned;
	}
	return count[SIDE_LEFT] >= FULL && count[SIDE_RIGHT] >= MANY &&
	       count[SIDE_BOTH] * 2 < count[SIDE_LEFT] + count[SIDE_RIGHT];
}

void pdf_find_tables(arena *a, pdf_page *page, uint32_t pages)
{
	bool numerals = pdf_may_hold_table(page), texts = may_hold_text_table(page);
	if (!numerals && !texts)
		return;
	uint32_t *words = ARENA_ARRAY(a, uint32_t, page->words.n + 1);
	bool columns = pdf_in_columns(page);
	for (int s = columns ? SIDE_LEFT : SIDE_BOTH; s <= SIDE_BOTH; s++) {
		size_t n = 0;
		for (uint32_t i = 0; i < page->words.n; i++)
			if (!columns || side_of(page, &page->lines.at[page->words.at[i].line]) == (side)s)
				words[n++] = i;
		if (numerals)
			find_among(a, page, pages, words, n);
		if (texts)
			find_texts_among(a, page, words, n);
	}
}
