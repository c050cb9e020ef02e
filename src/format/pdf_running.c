/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heads, feet and page numbers: what stands at a page's edge and returns, but for its digits, at the same place of other pages. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 5, MOST_IN_ROW = 3, FEW = 3 };
static const float ZONE = 0.14F, STEP = 6;
static const float NUMBER_ZONE =
	0.22F; /* of a page's number that stands alone: small pages leave wide edges when printed on large */

typedef struct edge_line { /* a line near the upper or lower edge */
	uint64_t key;
	uint32_t page, line;
	float middle;
	uint32_t parts; /* with wide gaps between them */
	int place;      /* its distance from the edge, in steps; negative: from the lower one */
	uint32_t pages; /* on which it stands, near each other */
	bool counts;    /* a page's number is in it */
	bool far;       /* a number alone, farther in than other lines are looked at */
} edge_line;

typedef VEC(edge_line) edge_lines;

static bool is_roman(slice s)
{
	size_t i = 0;
	while (i < s.len && strchr("ivxlc", s.ptr[i]))
		i++;
	return s.len > 0 && i == s.len;
}

/* The number that a word is, as "7" or "-7-"; false: it is none. */
static bool number_of(slice s, uint32_t *number)
{
	enum { MOST_DIGITS = 5 };
	size_t digits = 0;
	*number = 0;
	for (size_t k = 0; k < s.len; k++) {
		bool digit = ascii_is_digit(s.ptr[k]);
		if ((!digit && s.ptr[k] != '-') || digits > MOST_DIGITS)
			return false;
		*number = digit ? *number * 10 + (uint32_t)(s.ptr[k] - '0') : *number;
		digits += digit;
	}
	return digits > 0;
}

/* The number that stands alone in a line, or apart at one of its ends. */
static bool page_number(const pdf_page *page, const pdf_line *l, uint32_t *number)
{
	const pdf_word *first = &page->words.at[l->first], *last = &page->words.at[l->end - 1];
	uint32_t n = l->end - l->first;
	bool dashed = n == 3 && slice_equal(first->text, SLICE("-")) && slice_equal(last->text, SLICE("-"));
	if (n == 1 || dashed)
		return number_of(first[dashed].text, number);
	bool after = last->box.left - last[-1].box.right > 1.5F * last->size;
	bool before = first[1].box.left - first->box.right > 1.5F * first->size;
	return (after && number_of(last->text, number)) || (before && number_of(first->text, number));
}

/* The same for lines that differ in their digits, or roman numbers, alone; and for page numbers that count on. */
static uint64_t key_of(const pdf_page *page, const pdf_line *l)
{
	uint64_t key = 14695981039346656037U;
	uint32_t number;
	if (page_number(page, l, &number)) /* pages that are numbered on end keep one distance to their place */
		return key ^ (number - page->number);
	for (uint32_t i = l->first; i < l->end; i++) {
		slice s = page->words.at[i].text;
		bool roman = is_roman(s);
		char last = 0;
		for (size_t k = 0; k < s.len; k++) {
			char c = roman || ascii_is_digit(s.ptr[k]) ? '#' : s.ptr[k];
			if (c == '#' && last == '#')
				continue;
			key = (key ^ (unsigned char)c) * 1099511628211U;
			last = c;
		}
		key = (key ^ ' ') * 1099511628211U;
	}
	return key;
}

static int by_key(const void *x, const void *y)
{
	const edge_line *p = x, *q = y;
	if (p->key != q->key)
		return p->key < q->key ? -1 : 1;
	if (p->place != q->place)
		return p->place < q->place ? -1 : 1;
	return (p->page > q->page) - (p->page < q->page);
}

static int by_page(const void *x, const void *y)
{
	const edge_line *p = x, *q = y;
	if (p->page != q->page)
		return p->page < q->page ? -1 : 1;
	if ((p->place < 0) != (q->place < 0))
		return p->place < 0 ? 1 : -1;
	if (p->middle != q->middle)
		return (p->middle < q->middle) == (p->place < 0) ? 1 : -1;
	return (p->line > q->line) - (p->line < q->line);
}

static uint32_t parts_of(const pdf_page *page, const pdf_line *l)
{
	uint32_t parts = 1;
	for (uint32_t i = l->first + 1; i < l->end; i++) {
		const pdf_word *w = &page->words.at[i];
		parts += w->box.left - w[-1].box.right > 1.5F * w->size;
	}
	return parts;
}

static bool is_upper(const pdf_page *page, const pdf_line *l, float zone)
{
	return l->box.bottom < page->height * zone;
}

static bool is_lower(const pdf_page *page, const pdf_line *l, float zone)
{
	return l->box.top > page->height * (1 - zone);
}

static void collect(arena *a, const pdf_page *page, uint32_t number, edge_lines *out)
{
	uint32_t count;
	for (uint32_t i = 0; i < page->lines.n; i++) {
		const pdf_line *l = &page->lines.at[i];
		if (l->end == l->first)
			continue;
		bool upper = is_upper(page, l, ZONE), lower = is_lower(page, l, ZONE);
		bool counts = page_number(page, l, &count);
		bool far = !upper && !lower && l->end - l->first == 1 && counts;
		if (far) {
			upper = is_upper(page, l, NUMBER_ZONE);
			lower = is_lower(page, l, NUMBER_ZONE);
		}
		if (!upper && !lower)
			continue;
		float from = upper ? l->box.bottom : page->height - l->box.top;
		int place = 1 + (int)lroundf(fmaxf(0, fminf(from, 10000)) / STEP);
		VEC_PUSH(a, *out,
		         (edge_line){.key = key_of(page, l),
		                     .page = number,
		                     .line = i,
		                     .middle = (l->box.top + l->box.bottom) / 2,
		                     .parts = parts_of(page, l),
		                     .place = upper ? place : -place,
		                     .counts = counts,
		                     .far = far});
	}
}

static int by_number(const void *x, const void *y)
{
	uint32_t p = *(const uint32_t *)x, q = *(const uint32_t *)y;
	return (p > q) - (p < q);
}

/* How many of n pages, in any order, have another of them within `near`. */
static uint32_t count_near(uint32_t *pages, size_t n, uint32_t near)
{
	uint32_t count = 0;
	qsort(pages, n, sizeof *pages, by_number);
	for (size_t i = 0, end; i < n; i = end) { /* [i, end): one page's */
		for (end = i + 1; end < n && pages[end] == pages[i];)
			end++;
		count += (i > 0 && pages[i] - pages[i - 1] <= near) || (end < n && pages[end] - pages[i] <= near);
	}
	return count;
}

/* On how many pages each stands: within a run of one key, where places differ by a step at most. A head returns from page to page, or
 * on every other one of a chapter; what returns only far off does so by chance, unless it counts the pages. */
static void count_pages(arena *a, edge_lines *all)
{
	enum { NEAR = 4 };
	uint32_t *pages = ARENA_ARRAY(a, uint32_t, all->n);
	qsort(all->at, all->n, sizeof *all->at, by_key);
	for (size_t i = 0, end; i < all->n; i = end) {
		for (end = i; end < all->n && all->at[end].key == all->at[i].key &&
		              (end == i || all->at[end].place - all->at[end - 1].place <= 1);
		     end++)
			pages[end - i] = all->at[end].page;
		uint32_t near = count_near(pages, end - i, all->at[i].counts ? UINT32_MAX : NEAR);
		for (size_t k = i; k < end; k++)
			all->at[k].pages = near;
	}
}

static void mark_line(pdf_page *page, uint32_t line, pdf_use use)
{
	pdf_line *l = &page->lines.at[line];
	l->use = (uint8_t)use;
	for (uint32_t w = l->first; w < l->end; w++)
		page->words.at[w].use = (uint8_t)use;
}

/* A page of which nothing is left is kept whole. */
static void keep_some(pdf_page *page)
{
	for (uint32_t i = 0; i < page->lines.n; i++)
		if (page->lines.at[i].use == PDF_FREE)
			return;
	for (uint32_t i = 0; i < page->lines.n; i++)
		mark_line(page, i, PDF_FREE);
}

/* Whether the line tells the page's number: counted on from page to page, or, where nothing stands beside it, its place. */
static bool is_numbered(const pdf_page *page, const edge_line *line, uint32_t enough, bool alone)
{
	const pdf_line *l = &page->lines.at[line->line];
	uint32_t number;
	return page_number(page, l, &number) &&
	       (line->pages >= enough || (alone && !line->far && line->parts == 1 && number == page->number));
}

/* Whether a gap, as none is between lines of one text, parts a row from what stands farther in. */
static bool stands_apart(const pdf_page *page, const edge_line *row)
{
	const pdf_line *l = &page->lines.at[row->line];
	float middle = row->middle, nearest = page->height, height = l->box.bottom - l->box.top;
	for (size_t i = 0; i < page->lines.n; i++) {
		const pdf_line *k = &page->lines.at[i];
		float far = (k->box.top + k->box.bottom) / 2 - middle;
		far = row->place > 0 ? far : -far;
		if (k->end > k->first && far > 4)
			nearest = fminf(nearest, row->place > 0 ? k->box.top - l->box.bottom : l->box.top - k->box.bottom);
	}
	return nearest > 0.5F * height;
}

/* From the edge inward, row by row, as long as all of a row returns. A table's head may return too: it has many parts. So may the
 * last line of a page's text, with which others end by chance: it returns seldom, and does not stand apart from the text. */
static void mark_edge(pdf_pages *pages, const edge_line *lines, size_t n, uint32_t enough)
{
	enum { SELDOM = 3 };
	pdf_page *page = &pages->at[lines[0].page];
	size_t rows = 0, sure = 0;
	for (size_t i = 0, end; i < n && rows < MOST_ROWS; i = end, rows++) {
		size_t returning = 0, parts = 0;
		bool numbered = false, often = false;
		for (end = i; end < n && fabsf(lines[end].middle - lines[i].middle) <= 4; end++) {
			returning += lines[end].pages >= enough;
			often = often || (size_t)lines[end].pages * SELDOM >= pages->n;
			parts += lines[end].parts;
		}
		for (size_t k = i; k < end; k++)
			numbered = numbered || is_numbered(page, &lines[k], enough, end - i == 1);
		if (parts > MOST_IN_ROW || (returning < end - i && !(numbered && i == 0)))
			break;
		if (numbered || often || stands_apart(page, &lines[i]))
			sure = end;
	}
	for (size_t k = 0; k < sure; k++)
		mark_line(page, lines[k].line, PDF_RUNNING);
}

void pdf_find_running(arena *a, pdf_pages *pages)
{
	edge_lines all = {0};
	for (uint32_t p = 0; p < pages->n; p++)
		collect(a, &pages->at[p], p, &all);
	if (!all.n)
		return;
	count_pages(a, &all);
	qsort(all.at, all.n, sizeof *all.at, by_page);
	uint32_t most = (uint32_t)(pages->n * 6 + 9) / 10;
	uint32_t enough = most < FEW ? (most < 2 ? 2 : most) : FEW;
	for (size_t i = 0, end; i < all.n; i = end) {
		for (end = i + 1;
		     end < all.n && all.at[end].page == all.at[i].page && (all.at[end].place < 0) == (all.at[i].place < 0);)
			end++;
		mark_edge(pages, all.at + i, end - i, enough);
	}
	for (size_t i = 0; i < pages->n; i++)
		keep_some(&pages->at[i]);
}
