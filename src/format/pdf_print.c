/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of print on a page, as a reader sees them: a bullet belongs to the text beside it, a section's number to its title. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/pdf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool is_bullet(uint32_t c)
{
	static const uint32_t BULLETS[] = {0x2022, 0x25AA, 0x25AB, 0x25E6, 0x2023, 0xB7,   0x25CF, 0x25CB,
	                                   0x25A0, 0x25A1, 0x2043, 0x2212, 0x2013, 0x2014, '-',    '*',
	                                   0x27A2, 0x2713, 0x2714, 0x2756, 0x25BA, 0x25B6, 0x2219, 0x25C6};
	for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++)
		if (c == BULLETS[i])
			return true;
	bool bracket = c >= 0xF8E5 && c <= 0xF8FE; /* a piece of a tall one, as formulas have */
	bool control = c >= 0x7F && c <= 0x9F;     /* the place of a shape in a typeface that tells no letters */
	bool own = c >= 0xE000 && c <= 0xF8FF;     /* a typeface's own shape */
	bool drawn = c >= 0x2701 && c <= 0x27BF;
	return (own && !bracket) || drawn || control;
}

/* The number of "7.", "7)", "(7)", "b)", "(b)"; 0: none. A letter counts from a. */
static uint32_t number_of(slice s)
{
	bool open = s.len && s.ptr[0] == '(';
	size_t at = open, digits = 0;
	uint32_t number = 0;
	if (s.len < 2 || (s.ptr[s.len - 1] != ')' && (open || s.ptr[s.len - 1] != '.')))
		return 0;
	for (; at < s.len - 1 && ascii_is_digit(s.ptr[at]); at++, digits++)
		number = digits < 4 ? number * 10 + (uint32_t)(s.ptr[at] - '0') : 0;
	if (!digits && s.ptr[s.len - 1] == ')' && s.len == 2U + open && ascii_is_small(s.ptr[at]))
		return (uint32_t)(s.ptr[at] - 'a' + 1);
	return at == s.len - 1 && digits && digits < 4 ? number : 0;
}

/* Whether a line begins with an item's mark. */
static void find_mark(const pdf_page *page, pdf_print *p)
{
	const pdf_word *w = &page->words.at[p->words.at[0]];
	size_t len;
	uint32_t c = utf8_decode(w->text, 0, &len);
	p->marks = 0;
	p->number = number_of(w->text);
	p->ordered = p->number > 0;
	bool next_glued = p->words.n > 1 && page->words.at[p->words.at[1]].glued;
	if ((p->ordered || (len == w->text.len && is_bullet(c))) && !next_glued)
		p->marks = 1;
}

static void add_word(arena *a, pdf_print *p, const pdf_page *page, uint32_t word)
{
	const pdf_word *w = &page->words.at[word];
	if (!p->words.n)
		p->box = w->box;
	pdf_box_join(&p->box, &w->box);
	VEC_PUSH(a, p->words, word);
}

static float middle_of(const pdf_box *b)
{
	return (b->top + b->bottom) / 2;
}

/* Whether a line stands in the same row, a little to the right. */
static bool is_beside(const pdf_print *p, const pdf_print *next)
{
	float size = fmaxf(p->size, next->size), gap = next->box.left - p->box.right;
	float most = p->marks && p->words.n == 1 ? 5 : 2.5F;
	return fabsf(middle_of(&p->box) - middle_of(&next->box)) < 0.35F * size && gap > -1 && gap < most * size &&
	       p->table < 0 && next->table < 0 && !p->turned && !next->turned && p->code == next->code;
}

typedef struct placed {
	float middle;
	size_t print;
} placed;

/* Code in rows: what stands in one row is one line, however the library divided it. */
typedef struct code_line {
	float middle, left;
	int column; /* of the page */
	pdf_print print;
} code_line;

static int by_row(const void *x, const void *y)
{
	const code_line *p = x, *q = y;
	if (p->column != q->column)
		return p->column < q->column ? -1 : 1;
	if (p->middle != q->middle)
		return p->middle < q->middle ? -1 : 1;
	return (p->left > q->left) - (p->left < q->left);
}

static int by_left(const void *x, const void *y)
{
	const code_line *p = x, *q = y;
	return (p->left > q->left) - (p->left < q->left);
}

/* Puts the lines of code [first, end), of one stretch of the page, into rows; how many they are. */
static size_t join_code(arena *a, const pdf_page *page, pdf_print *lines, size_t n, bool columns)
{
	code_line *all = ARENA_ARRAY(a, code_line, n);
	for (size_t i = 0; i < n; i++) {
		const pdf_box *b = &lines[i].box;
		all[i] = (code_line){middle_of(b), b->left, columns && b->left > page->width / 2 - 6, lines[i]};
	}
	qsort(all, n, sizeof *all, by_row);
	size_t rows = 0;
	for (size_t i = 0, end; i < n; i = end, rows++) {
		for (end = i + 1;
		     end < n && all[end].column == all[i].column && all[end].middle - all[i].middle < 0.35F * all[i].print.size;)
			end++;
		qsort(all + i, end - i, sizeof *all, by_left);
		lines[rows] = all[i].print;
		for (size_t k = i + 1; k < end; k++)
			for (size_t w = 0; w < all[k].print.words.n; w++)
				add_word(a, &lines[rows], page, all[k].print.words.at[w]);
	}
	return rows;
}

static void join_codes(arena *a, const pdf_page *page, pdf_prints *out, size_t first)
{
	bool columns = pdf_in_columns(page);
	size_t n = first;
	for (size_t i = first, end; i < out->n; i = end) {
		for (end = i + 1; end < out->n && out->at[end].code && out->at[i].code;)
			end++;
		size_t rows = end - i > 1 ? join_code(a, page, &out->at[i], end - i, columns) : 1;
		memmove(&out->at[n], &out->at[i], rows * sizeof *out->at);
		n += rows;
	}
	out->n = n;
}

static int by_middle(const void *x, const void *y)
{
	const placed *p = x, *q = y;
	return p->middle != q->middle ? (p->middle < q->middle ? -1 : 1) : (p->print > q->print) - (p->print < q->print);
}

/* Whether wide gaps part its words. */
static bool is_parted(const pdf_page *page, const pdf_print *p)
{
	for (size_t i = p->marks + 1; i < p->words.n; i++) {
		const pdf_word *before = &page->words.at[p->words.at[i - 1]], *w = &page->words.at[p->words.at[i]];
		if (w->box.left - before->box.right > 2 * p->size)
			return true;
	}
	return false;
}

static bool has_leader(const pdf_page *page, const pdf_print *p)
{
	enum { DOTS = 4 };
	size_t dots = 0;
	for (size_t i = p->words.n; i-- > 0;) {
		slice s = page->words.at[p->words.at[i]].text;
		for (size_t k = s.len; k-- > 0;) {
			dots = s.ptr[k] == '.' ? dots + 1 : 0;
			if (dots == DOTS)
				return true;
		}
	}
	return false;
}

/* Whether the second line is one to which the first, a mark or a row's label, belongs. */
static bool is_led(const pdf_print *mark, const pdf_print *p)
{
	if (mark->leader)
		return p->words.n == 1 && p->box.left > mark->box.right - 1 && !p->leader &&
		       fabsf(middle_of(&p->box) - middle_of(&mark->box)) < 0.5F * p->size;
	if (mark->words.n == 1 && mark->marks)
		return is_beside(mark, p) && !p->marks;
	float gap = p->box.left - mark->box.right;
	return p->parted && !mark->parted && gap > 0 && gap < 15 * p->size && mark->page == p->page && p->table < 0 &&
	       !mark->turned && fabsf(middle_of(&p->box) - middle_of(&mark->box)) < 0.35F * p->size;
}

/* Marks, and labels of rows, that the library read as a column of their own go to the lines beside them. */
static void place_marks(arena *a, const pdf_page *page, pdf_prints *all, size_t first)
{
	enum { REACH = 16, MOST_LABEL = 4 };
	size_t n = all->n - first;
	placed *order = ARENA_ARRAY(a, placed, n + 1);
	for (size_t i = 0; i < n; i++)
		order[i] = (placed){middle_of(&all->at[first + i].box), first + i};
	qsort(order, n, sizeof *order, by_middle);
	for (size_t i = 0; i < n; i++) {
		pdf_print *mark = &all->at[order[i].print];
		if (!mark->words.n || (mark->words.n > MOST_LABEL && !mark->leader) || mark->table >= 0)
			continue;
		pdf_print *best = NULL;
		size_t from = i > REACH ? i - REACH : 0, to = i + REACH < n ? i + REACH : n;
		for (size_t k = from; k < to; k++) {
			pdf_print *p = &all->at[order[k].print];
			if (p != mark && p->words.n && is_led(mark, p) && (!best || p->box.left < best->box.left))
				best = p;
		}
		if (!best)
			continue;
		pdf_print whole = *best;
		memset(&whole.words, 0, sizeof whole.words);
		for (size_t k = 0; k < mark->words.n; k++)
			add_word(a, &whole, page, mark->words.at[k]);
		for (size_t k = 0; k < best->words.n; k++)
			add_word(a, &whole, page, best->words.at[k]);
		whole.marks = mark->marks;
		whole.parted = whole.parted || mark->leader;
		whole.ordered = mark->ordered;
		whole.number = mark->number;
		*best = whole;
		mark->words.n = 0;
	}
}

/* How far lines of the same place reach, as a line that ends before was ended on purpose. */
static void set_edges(pdf_prints *all, size_t first)
{
	enum { REACH = 8 };
	for (size_t i = first; i < all->n; i++) {
		pdf_print *p = &all->at[i];
		p->edge = p->box.right;
		size_t from = i > first + REACH ? i - REACH : first;
		for (size_t k = from; k < all->n && k < i + REACH; k++) {
			const pdf_print *q = &all->at[k];
			bool same = fabsf(q->box.left - p->box.left) < 3 * p->size && fabsf(q->size - p->size) < 0.1F * p->size;
			if (same && q->table < 0 && q->box.right > p->edge)
				p->edge = q->box.right;
		}
	}
}

static pdf_print of_line(arena *a, const pdf_page *page, uint32_t number, const pdf_line *l)
{
	pdf_print p = {
		.page = number, .size = l->size, .bold = l->bold, .code = l->use == PDF_CODE, .turned = l->turned, .table = -1};
	size_t room = l->end - l->first;
	p.words.at = ARENA_ARRAY(a, uint32_t, room);
	p.words.cap = room;
	for (uint32_t w = l->first; w < l->end; w++)
		if (page->words.at[w].use == PDF_FREE || page->words.at[w].use == PDF_CODE)
			add_word(a, &p, page, w);
	if (p.words.n)
		find_mark(page, &p);
	return p;
}

void pdf_print_page(arena *a, const pdf_pages *pages, uint32_t number, pdf_prints *out)
{
	const pdf_page *page = &pages->at[number];
	size_t first = out->n;
	bool *told = ARENA_ARRAY(a, bool, page->tables.n + 1);
	for (size_t i = 0; i < page->lines.n; i++) {
		const pdf_line *l = &page->lines.at[i];
		for (uint32_t w = l->first; w < l->end; w++) {
			const pdf_word *word = &page->words.at[w];
			if (word->use != PDF_TABLE || told[word->table])
				continue;
			told[word->table] = true;
			pdf_print t = {
				.page = number, .table = (int32_t)word->table, .box = page->tables.at[word->table].box, .size = l->size};
			VEC_PUSH(a, *out, t);
		}
		pdf_print p = of_line(a, page, number, l);
		if (!p.words.n)
			continue;
		pdf_print *last = out->n > first ? &VEC_LAST(*out) : NULL;
		if (last && is_beside(last, &p)) {
			for (size_t k = 0; k < p.words.n; k++)
				add_word(a, last, page, p.words.at[k]);
			last->bold = last->bold && p.bold;
			if (last->marks && last->words.n == p.words.n + 1)
				last->size = p.size; /* not the mark's */
			continue;
		}
		VEC_PUSH(a, *out, p);
	}
	for (size_t i = first; i < out->n; i++) {
		pdf_print *p = &out->at[i];
		p->leader = has_leader(page, p);
		p->parted = p->words.n && !p->code && (p->leader || is_parted(page, p));
	}
	place_marks(a, page, out, first);
	join_codes(a, page, out, first);
	size_t n = first;
	for (size_t i = first; i < out->n; i++)
		if (out->at[i].words.n || out->at[i].table >= 0)
			out->at[n++] = out->at[i];
	out->n = n;
	set_edges(out, first);
}
