/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a page, across all its columns, and what stands together in them. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_GLUED = 8, LEADER = 4 /* dots */ };

typedef enum { MARK_OTHER, MARK_DIGIT, MARK_LETTER, MARK_DASH, MARK_SIGN } mark;

static mark mark_of(uint32_t c)
{
	static const uint32_t SIGNS[] = {0xB7,   0xA0,   0xA3,   0xA5, 0xB1, 0x2009, 0x202F, 0x20AC, 0x2019,
	                                 0x2030, 0x2020, 0x2021, 0xB9, 0xB2, 0xB3,   0x2191, 0x2193};
	if (ascii_is_digit(c))
		return MARK_DIGIT;
	if (utf8_is_dash(c))
		return MARK_DASH;
	if (c < 0x80)
		return strchr(".,'%()+$*/:<>=~#[]|", (int)c) ? MARK_SIGN : utf8_is_letter(c) ? MARK_LETTER : MARK_OTHER;
	for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
		if (c == SIGNS[i])
			return MARK_SIGN;
	return utf8_is_letter(c) ? MARK_LETTER : MARK_OTHER;
}

size_t pdf_dots(slice text)
{
	size_t n = 0, len;
	for (size_t at = 0; at < text.len; at += len) {
		uint32_t c = utf8_decode(text, at, &len);
		n = c == '.' ? n + 1 : c == 0x2026 ? n + 3 : 0;
	}
	return n;
}

static bool is_dots(slice text)
{
	return text.len && pdf_dots(text) >= utf8_count(text);
}

/* What a chunk holds, over its words. A figure may have one letter beside it, a footnote's ("1,204a") or a ratio's ("7x"). */
static void judge_chunk(const pdf_page *page, pdf_chunk *c)
{
	size_t digits = 0, letters = 0, dashes = 0, others = 0, signs = 0, dots = 0, most_dots = 0;
	uint32_t last = 0, first = 0;
	for (size_t i = 0; i < c->count; i++) {
		slice text = page->words.at[c->words[i]].text;
		size_t len;
		c->spoken += !is_dots(text);
		for (size_t at = 0; at < text.len; at += len) {
			uint32_t p = utf8_decode(text, at, &len);
			mark m = mark_of(p);
			digits += m == MARK_DIGIT;
			letters += m == MARK_LETTER;
			dashes += m == MARK_DASH;
			signs += m == MARK_SIGN;
			others += m == MARK_OTHER;
			dots = p == '.' || p == 0x2026 ? dots + (p == '.' ? 1 : 3) : 0;
			most_dots = dots > most_dots ? dots : most_dots;
			first = first ? first : p;
			last = p;
		}
	}
	c->leader = most_dots >= LEADER;
	bool dotted = c->count == 1 && most_dots > 1 && is_dots(page->words.at[c->words[0]].text);
	c->dash = !digits && !letters && !others && !c->leader && (dotted || (dashes && !signs));
	bool listed = last == '.' && letters + signs < 2; /* "3." opens an item */
	c->numeral = c->dash || (digits && !listed && !others && !c->leader && letters <= (digits > 1 ? 1 : 0) &&
	                         digits + signs < 24 && mark_of(first) != MARK_LETTER);
}

static bool has_digit(slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (ascii_is_digit(text.ptr[i]))
			return true;
	return false;
}

static size_t letters_of(slice text)
{
	size_t letters = 0, len;
	for (size_t at = 0; at < text.len; at += len)
		letters += mark_of(utf8_decode(text, at, &len)) == MARK_LETTER;
	return letters;
}

bool pdf_is_numeral(slice text)
{
	size_t digits = 0, len;
	for (size_t at = 0; at < text.len; at += len) {
		mark m = mark_of(utf8_decode(text, at, &len));
		if (m == MARK_LETTER || m == MARK_OTHER)
			return false;
		digits += m == MARK_DIGIT;
	}
	return digits > 0;
}

/* Whether the word's neighbour in its line leaves it alone, so that it may be a cell: too far, or without letters itself. */
static bool leaves_alone(const pdf_word *beside, float gap, float height)
{
	return gap >= 0.33F * height || letters_of(beside->text) < 2;
}

bool pdf_may_hold_table(const pdf_page *page)
{
	size_t alone = 0;
	for (size_t i = 0; i < page->lines.n; i++) {
		const pdf_line *l = &page->lines.at[i];
		for (uint32_t k = l->first; k < l->end && alone < 2; k++) {
			const pdf_word *w = &page->words.at[k];
			if (!has_digit(w->text) || letters_of(w->text) > 1)
				continue;
			float height = w->box.bottom - w->box.top;
			bool before = k > l->first && !leaves_alone(w - 1, w->glued ? 0 : w->box.left - w[-1].box.right, height);
			bool behind = k + 1 < l->end && !leaves_alone(w + 1, w[1].glued ? 0 : w[1].box.left - w->box.right, height);
			alone += !before && !behind;
		}
	}
	return alone > 1;
}

typedef struct placed {
	float centre, left;
	uint32_t word;
} placed;

static int by_centre(const void *x, const void *y)
{
	const placed *p = x, *q = y;
	return p->centre != q->centre ? (p->centre < q->centre ? -1 : 1) : (p->word > q->word) - (p->word < q->word);
}

static int by_left(const void *x, const void *y)
{
	const placed *p = x, *q = y;
	return p->left != q->left ? (p->left < q->left ? -1 : 1) : (p->word > q->word) - (p->word < q->word);
}

static const char *const MONEY[] = {"$", "($", "-$", "US$", "€", "£", "¥"};

/* "$", "($": of an amount that begins. */
static bool opens_amount(slice text)
{
	for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
		if (slice_starts_with(text, slice_of(MONEY[i])))
			return true;
	return false;
}

bool pdf_is_money(slice text)
{
	for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
		if (slice_equal(text, slice_of(MONEY[i])))
			return true;
	return false;
}

/* Whether the word stands so close behind the chunk that one cell holds both. Thousands may be parted by a thin gap. Dots that
 * lead to a number belong to what stands before them. */
static bool belongs(const pdf_page *page, const pdf_chunk *c, const pdf_word *w)
{
	const pdf_word *last = &page->words.at[c->words[c->count - 1]];
	size_t dots = is_dots(w->text) ? pdf_dots(w->text) : 0;
	if (w->glued)
		return true;
	float gap = w->box.left - c->box.right, height = fminf(last->box.bottom - last->box.top, w->box.bottom - w->box.top);
	if (dots && is_dots(last->text))
		return gap < 3 * w->size;
	if (dots >= LEADER) /* behind a number, or far off, they stand for nothing in a column of their own */
		return gap < (pdf_is_numeral(last->text) ? 0.6F * height : 3 * w->size);
	if (!dots && is_dots(last->text) && (c->count > 1 || pdf_dots(last->text) >= LEADER))
		return false;
	if (!dots && pdf_dots(last->text) >= LEADER)
		return false;
	bool numerals = pdf_is_numeral(last->text) && (pdf_is_numeral(w->text) || opens_amount(w->text));
	float most = w->fixed && last->fixed ? 0.9F : numerals ? 0.33F : 0.6F;
	return gap < most * height;
}

/* `order`: room for as many words. */
static void put_row(arena *a, const pdf_page *page, pdf_rows *out, placed *words, size_t n, uint32_t *order)
{
	qsort(words, n, sizeof *words, by_left);
	const pdf_word *top = &page->words.at[words[0].word];
	pdf_row row = {.first = (uint32_t)out->chunks.n, .box = top->box, .height = top->box.bottom - top->box.top};
	for (size_t i = 0; i < n; i++) {
		const pdf_word *w = &page->words.at[words[i].word];
		if (i == 0 || !belongs(page, &VEC_LAST(out->chunks), w))
			VEC_PUSH(a, out->chunks, (pdf_chunk){.words = order + i, .box = w->box});
		pdf_chunk *c = &VEC_LAST(out->chunks);
		order[i] = words[i].word;
		c->count++;
		pdf_box_join(&c->box, &w->box);
		pdf_box_join(&row.box, &w->box);
	}
	row.end = (uint32_t)out->chunks.n;
	VEC_PUSH(a, out->rows, row);
}

static void judge_row(const pdf_page *page, pdf_rows *out, pdf_row *row)
{
	size_t numerals = 0, dashes = 0;
	float size = 0;
	for (uint32_t i = row->first; i < row->end; i++)
		for (size_t k = 0; k < out->chunks.at[i].count; k++)
			size = fmaxf(size, page->words.at[out->chunks.at[i].words[k]].size);
	for (uint32_t i = row->first; i < row->end; i++) {
		pdf_chunk *c = &out->chunks.at[i];
		judge_chunk(page, c);
		if (i > row->first && !c->spoken && c->leader && c->count == 1) { /* "12   ......   12" */
			c->leader = false;
			c->dash = c->numeral = true;
		}
		if (page->words.at[c->words[0]].size < 0.75F * size) /* raised or lowered from a text */
			c->numeral = false;
		numerals += c->numeral && !c->dash;
		dashes += c->dash;
	}
	const pdf_chunk *first = &out->chunks.at[row->first];
	row->seed = row->end - row->first > 1 && numerals > (size_t)(first->numeral && !first->dash);
	row->nil = row->end - row->first > 1 && !first->numeral && dashes + 1 == row->end - row->first;
}

bool pdf_begins_small(const pdf_page *page, const pdf_rows *rows, uint32_t r)
{
	const pdf_row *row = &rows->rows.at[r];
	slice text = page->words.at[rows->chunks.at[row->first].words[0]].text;
	size_t len;
	uint32_t c = text.len ? utf8_decode(text, 0, &len) : 0;
	return utf8_is_letter(c) && !utf8_is_upper(c);
}

pdf_rows pdf_rows_of(arena *a, const pdf_page *page, const uint32_t *words, size_t n)
{
	pdf_rows out = {0};
	placed *all = ARENA_ARRAY(a, placed, n + 1);
	uint32_t *order = ARENA_ARRAY(a, uint32_t, n + 1);
	size_t count = 0;
	for (size_t i = 0; i < n; i++) {
		const pdf_word *w = &page->words.at[words[i]];
		if (w->turned || w->use != PDF_FREE)
			continue;
		const pdf_word *host = w; /* a raised mark stands in the row of what it is raised from */
		while (host->glued && host > page->words.at && w - host < MOST_GLUED)
			host--;
		all[count++] = (placed){(host->box.top + host->box.bottom) / 2, w->box.left, words[i]};
	}
	qsort(all, count, sizeof *all, by_centre);
	for (size_t i = 0, end; i < count; i = end) {
		const pdf_box *box = &page->words.at[all[i].word].box;
		float height = box->bottom - box->top;
		for (end = i + 1; end < count; end++) {
			const pdf_box *next = &page->words.at[all[end].word].box;
			height = fminf(height, next->bottom - next->top);
			if (all[end].centre - all[i].centre > 0.45F * fmaxf(height, 4))
				break;
		}
		put_row(a, page, &out, all + i, end - i, order + i);
	}
	pdf_part_columns(a, page, &out);
	size_t seeds = 0, small = 0;
	for (uint32_t r = 0; r < out.rows.n; r++) {
		judge_row(page, &out, &out.rows.at[r]);
		seeds += out.rows.at[r].seed;
		small += out.rows.at[r].seed && pdf_begins_small(page, &out, r);
	}
	out.small = small * 2 > seeds;
	return out;
}

/* Whether a name cannot end with this chunk: behind a comma, a hyphen, within brackets. */
static bool ends_open(const pdf_page *page, const pdf_chunk *c)
{
	int open = 0;
	char last = 0;
	for (uint32_t i = 0; i < c->count; i++) {
		slice text = page->words.at[c->words[i]].text;
		for (size_t k = 0; k < text.len; k++)
			open += (text.ptr[k] == '(') - (text.ptr[k] == ')');
		last = text.len ? text.ptr[text.len - 1] : last;
	}
	return open > 0 || last == ',' || last == '-';
}

bool pdf_goes_on(const pdf_page *page, const pdf_rows *rows, uint32_t r)
{
	const pdf_row *row = &rows->rows.at[r], *above = r ? row - 1 : NULL;
	const pdf_chunk *first = &rows->chunks.at[row->first];
	if (!above || above->end - above->first != 1 || rows->chunks.at[above->first].numeral || first->numeral)
		return false;
	float step = (row->box.top + row->box.bottom - above->box.top - above->box.bottom) / 2;
	return step < 1.4F * row->height && pdf_overlap(&above->box, &first->box) > 0 &&
	       ((!rows->small && pdf_begins_small(page, rows, r)) || ends_open(page, &rows->chunks.at[above->first]));
}

bool pdf_is_label(const pdf_page *page, const uint32_t *words, size_t n)
{
	if (n < 2)
		return false;
	slice name = page->words.at[words[0]].text, number = page->words.at[words[1]].text;
	size_t len, letters = 0, digits = 0;
	for (size_t at = 0; at < name.len; at += len, letters++) {
		uint32_t c = utf8_decode(name, at, &len);
		if (!utf8_is_letter(c) || (at == 0 && !utf8_is_upper(c)))
			return false;
	}
	for (size_t at = 0; at < number.len; at++) {
		char c = number.ptr[at];
		bool letter = ascii_is_capital(c) && at < 2;
		if (!ascii_is_digit(c) && !letter && !strchr(".-:)", c))
			return false;
		digits += ascii_is_digit(c);
	}
	bool ended = strchr(".:)", number.ptr[number.len - 1]) != NULL;
	if (n > 2 && !ended) {
		slice third = page->words.at[words[2]].text;
		ended = third.len && (strchr(":.-|", third.ptr[0]) || mark_of(utf8_decode(third, 0, &len)) == MARK_DASH);
	}
	return letters > 2 && digits > 0 && digits < 4 && (ended || n == 2);
}
